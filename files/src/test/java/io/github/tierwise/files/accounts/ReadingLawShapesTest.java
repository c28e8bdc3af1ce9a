package io.github.tierwise.files.accounts;

import static org.junit.jupiter.api.Assertions.fail;

import io.github.tierwise.files.cells.InputException;
import io.github.tierwise.files.table.Source;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Platform;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/**
 * The law of reading in more shapes: long tables, in which shares of rows decide, wide ones, two
 * columns for one number, headers of many languages, and posts that are joined. What breaks it is
 * made as small as it goes before it is shown.
 */
class ReadingLawShapesTest {

  private static final int LONGEST = 30;

  private static final double ENOUGH_PERCENT = 20;

  /** A column of one kind: a header that people write, and cells that stand below it. */
  private record Kind(List<String> headers, List<String> cells) {}

  /** A table; its first row is the header. */
  private record Table(List<List<String>> rows) {

    String text(String separator) {
      return rows.stream()
          .map(row -> row.stream().map(Table::quoted).collect(Collectors.joining(separator)))
          .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String quoted(String cell) {
      return '"' + cell.replace("\"", "\"\"") + '"';
    }

    Table withoutRow(int row) {
      List<List<String>> left = new ArrayList<>(rows);
      left.remove(row);
      return new Table(left);
    }

    Table withoutColumn(int column) {
      return new Table(
          rows.stream()
              .map(
                  row -> {
                    List<String> left = new ArrayList<>(row);
                    left.remove(column);
                    return left;
                  })
              .toList());
    }
  }

  /** Tables before one row is another, and after it; a row that is not there is empty. */
  private record Edit(
      Table accounts, Optional<Table> posts, boolean inPosts, int at, List<String> row) {

    Table edited() {
      return inPosts ? posts.orElseThrow() : accounts;
    }

    Edit with(Table table, int where, List<String> other) {
      return inPosts
          ? new Edit(accounts, Optional.of(table), true, where, other)
          : new Edit(table, posts, false, where, other);
    }

    Edit after() {
      List<List<String>> rows = new ArrayList<>(edited().rows());
      if (row.isEmpty()) {
        rows.remove(at);
      } else if (at < rows.size()) {
        rows.set(at, row);
      } else {
        rows.add(row);
      }
      return with(new Table(rows), at, row);
    }

    /** The accounts whose own row it is, whichever of its cells names them. */
    Set<String> ids() {
      List<List<String>> rows = edited().rows();
      Set<String> ids = new HashSet<>(row);
      ids.addAll(at < rows.size() ? rows.get(at) : List.of());
      return ids;
    }

    String show(String separator) {
      return accounts.text(separator)
          + posts.map(table -> "--- posts\n" + table.text(separator)).orElse("")
          + "--- row "
          + at
          + (inPosts ? " of the posts" : "")
          + " becomes "
          + row;
    }
  }

  private static final List<Kind> LISTS =
      List.of(
          new Kind(
              List.of(
                  "followers", "Abonnenten", "Seguidores", "フォロワー数", "Followers (K)", "Takipçi"),
              List.of("48200", "48.200", "48,2k", "1.2M", "0", "-1", "", "9,870", "12 500", "820")),
          new Kind(
              List.of("followers", "subscribers", "fans"),
              List.of("48200", "48.2K", "48150", "9870", "9.9k", "")),
          new Kind(
              List.of("avg_likes", "likes", "total likes", "Ø Likes", "Me gusta (promedio)"),
              List.of("900", "912.333", "1.080", "900,5", "0", "-1", "x", "64000", "2.5", "", "7")),
          new Kind(
              List.of("likes", "average likes", "hearts"), List.of("900", "0.9k", "9", "", "905")),
          new Kind(
              List.of("avg comments", "comments", "Kommentare", "Yorum"),
              List.of("30", "0", "12", "64", "7.5", "", "1.500", "1200")),
          new Kind(
              List.of("views", "avg views", "Aufrufe"), List.of("0", "900", "12k", "4500000", "")),
          new Kind(List.of("posts", "posts_30d", "video count"), List.of("12", "400", "", "0")),
          new Kind(
              List.of("ER", "engagement rate", "ER %", "engagement", "Taux d'engagement"),
              List.of("1.95", "0.62", "0.031", "3,1", "4.2%", "0", "912", "12.5", "-1", "x")),
          new Kind(
              List.of("price (EUR)", "price", "fee", "Preis"),
              List.of("1.200", "850", "€1.250,50", "on request", "1,200", "200", "0", "1.5k")),
          new Kind(
              List.of("audience_country", "country"),
              List.of("DE", "Deutschland", "{\"DE\": 0.4}", "DE:45%|AT:12%", "US", "x")),
          new Kind(
              List.of("country:DE", "country:AT %", "topic:art"),
              List.of("41", "0.5", "12%", "0.8", "1", "0.05", "x")),
          new Kind(List.of("gender:female"), List.of("41", "0.5", "12%", "61", "0.05", "x", "0")),
          new Kind(List.of("clicks"), List.of("4000", "20", "1.204", "3.6%", "")),
          new Kind(List.of("conversions", "conversion (%)"), List.of("12", "3.6", "4.1%", "")),
          new Kind(List.of("category", "niche"), List.of("art", "#fitness", "fitness/food", "7")),
          new Kind(List.of("bio", "email"), List.of("x", "hello, all", "")));

  private static final List<Kind> WIDE =
      List.of(
          new Kind(
              List.of("instagram_followers", "IG Followers"), List.of("48200", "48.200", "0", "")),
          new Kind(
              List.of("tiktok_followers", "TikTok fans"), List.of("450000", "450k", "0", "", "-1")),
          new Kind(List.of("youtube_subscribers"), List.of("3000", "", "3.1k", "0")),
          new Kind(
              List.of("instagram_avg_likes", "instagram likes"), List.of("400", "0", "1.080", "")),
          new Kind(
              List.of("tiktok_avg_likes", "tiktok likes"), List.of("21000", "21k", "0", "900000")),
          new Kind(
              List.of("instagram engagement rate", "instagram ER"), List.of("3.1", "0.4", "0.02")),
          new Kind(
              List.of("avg_engagement_rate", "likes", "followers"), List.of("3.1", "900", "48200")),
          new Kind(List.of("tiktok_avg_views", "views"), List.of("300000", "0", "")),
          new Kind(List.of("price_tiktok", "price"), List.of("500", "1.200", "$40")));

  private static final List<Kind> POSTS =
      List.of(
          new Kind(
              List.of("posted", "timestamp"),
              List.of(
                  "2025-01-03", "2025-01-04T10:00:00Z", "03/04/2025", "27/03/2025", "04/28/2025")),
          new Kind(
              List.of("likes", "total likes"),
              List.of("120", "1.204", "0", "-1", "2,5k", "x", "90")),
          new Kind(List.of("comments"), List.of("4", "12", "0", "1,204", "", "400")),
          new Kind(List.of("views", "plays"), List.of("900", "0", "12k", "")),
          new Kind(List.of("saves"), List.of("9", "0", "")));

  @StatisticsReport(label = "read", value = StatisticsReport.StatisticsReportMode.OFF)
  @Property(tries = 1_500)
  void anEditOfALongListLeavesAllOthersOrAsks(@ForAll long seed) {
    RandomGenerator random = random(seed);
    holds(edit(table("username", LISTS, 1 + random.nextInt(LONGEST), random), random), random);
  }

  @StatisticsReport(label = "read", value = StatisticsReport.StatisticsReportMode.OFF)
  @Property(tries = 800)
  void anEditOfAWideTableLeavesAllOthersOrAsks(@ForAll long seed) {
    RandomGenerator random = random(seed);
    holds(edit(table("name", WIDE, 1 + random.nextInt(12), random), random), random);
  }

  /** What tells accounts from posts and which column is which, where an edit could tip it. */
  private static final List<Kind> EITHER =
      List.of(
          new Kind(List.of("user", "handle"), List.of("Ana Bee", "bo", "cy", "Di Eff", "em", "")),
          new Kind(List.of("shortcode", "post_id"), List.of("p1", "p2", "p3", "p4", "p5", "")),
          new Kind(List.of("created_at", "date"), List.of("2025-01-03", "2025-02-07", "x", "")),
          new Kind(List.of("published", "timestamp"), List.of("2025-01-03", "x", "2025-03-01", "")),
          new Kind(List.of("platform"), List.of("", "TikTok", "Instagram", "", "")),
          new Kind(List.of("audience_country"), List.of("", "", "DE", "AT")),
          new Kind(List.of("country"), List.of("US", "FR", "")),
          new Kind(List.of("followers"), List.of("5000", "48200", "70")),
          new Kind(List.of("followers"), List.of("5000", "48200", "")),
          new Kind(List.of("likes"), List.of("120", "77", "0", "90")));

  @StatisticsReport(label = "read", value = StatisticsReport.StatisticsReportMode.OFF)
  @Property(tries = 800)
  void anEditOfATableOfEitherShapeLeavesAllOthersOrAsks(@ForAll long seed) {
    RandomGenerator random = random(seed);
    List<Kind> columns = new ArrayList<>(EITHER);
    columns.removeIf(kind -> !kind.headers().contains("likes") && random.nextInt(5) < 2);
    List<String> header = new ArrayList<>(List.of("username"));
    columns.forEach(kind -> header.add(pick(kind.headers(), random)));
    int size = 1 + random.nextInt(9);
    int repeated = random.nextInt(3);
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      ids.add("user_" + (i < repeated ? 0 : i));
    }
    String other = random.nextBoolean() ? "user_z" : "user_0";
    holds(edit(filled(header, ids, other, columns, random), random), random);
  }

  @StatisticsReport(label = "read", value = StatisticsReport.StatisticsReportMode.OFF)
  @Property(tries = 800)
  void anEditOfAccountsOrTheirPostsLeavesAllOthersOrAsks(@ForAll long seed) {
    RandomGenerator random = random(seed);
    Made accounts = table("username", LISTS.subList(0, 1), 2 + random.nextInt(5), random);
    Made posts = posts(accounts.table().rows().size() - 1, 2 + random.nextInt(12), random);
    boolean inPosts = random.nextInt(3) > 0;
    Edit edit = edit(inPosts ? posts : accounts, random);
    holds(
        new Edit(
            inPosts ? accounts.table() : edit.accounts(),
            Optional.of(posts.table()),
            inPosts,
            edit.at(),
            edit.row()),
        random);
  }

  /** A table, and another row of its sort. */
  private record Made(Table table, List<String> other) {}

  private static Made table(String id, List<Kind> kinds, int size, RandomGenerator random) {
    List<Kind> columns = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of(id));
    for (Kind kind : kinds) {
      if (columns.isEmpty() || random.nextInt(4) < 1) {
        columns.add(kind);
        header.add(pick(kind.headers(), random));
      }
    }
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      ids.add("user_" + (char) ('a' + i / 10) + i % 10);
    }
    return filled(header, ids, "user_z", columns, random);
  }

  private static Made posts(int accounts, int size, RandomGenerator random) {
    List<String> header = new ArrayList<>(List.of("username"));
    POSTS.forEach(kind -> header.add(pick(kind.headers(), random)));
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      ids.add("user_a" + random.nextInt(accounts));
    }
    return filled(header, ids, "user_a" + random.nextInt(accounts), POSTS, random);
  }

  /** Cells of a column are mostly alike, or every table would be a question. */
  private static Made filled(
      List<String> header,
      List<String> ids,
      String other,
      List<Kind> columns,
      RandomGenerator random) {
    List<List<String>> usual = new ArrayList<>();
    List<Integer> odd = new ArrayList<>();
    for (Kind kind : columns) {
      usual.add(List.of(pick(kind.cells(), random), pick(kind.cells(), random)));
      odd.add(random.nextInt(4));
    }
    List<List<String>> rows = new ArrayList<>(List.of(header));
    List<String> all = new ArrayList<>(ids);
    all.add(other);
    for (String id : all) {
      List<String> row = new ArrayList<>(List.of(id));
      for (int i = 0; i < columns.size(); i++) {
        boolean unusual = random.nextInt(12) < odd.get(i);
        row.add(pick(unusual ? columns.get(i).cells() : usual.get(i), random));
      }
      rows.add(row);
    }
    return new Made(new Table(rows.subList(0, rows.size() - 1)), rows.get(rows.size() - 1));
  }

  private static Edit edit(Made made, RandomGenerator random) {
    int rows = made.table().rows().size();
    int at = 1 + random.nextInt(rows - 1);
    return switch (random.nextInt(3)) {
      case 0 -> new Edit(made.table(), Optional.empty(), false, at, List.of());
      case 1 -> {
        List<String> row = new ArrayList<>(made.other());
        row.set(0, made.table().rows().get(at).get(0));
        yield new Edit(made.table(), Optional.empty(), false, at, row);
      }
      default -> new Edit(made.table(), Optional.empty(), false, rows, made.other());
    };
  }

  private static RandomGenerator random(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  private static <T> T pick(List<T> of, RandomGenerator random) {
    return of.get(random.nextInt(of.size()));
  }

  private static void holds(Edit edit, RandomGenerator random) {
    boolean wide = edit.accounts().rows().get(0).get(0).equals("name");
    String separator = pick(List.of(",", ";", "\t"), random);
    ReadOptions options =
        new ReadOptions(
            wide && random.nextBoolean()
                ? Optional.empty()
                : Optional.of(pick(List.of(Platform.INSTAGRAM, Platform.TIKTOK), random)),
            List.of(),
            "EUR",
            edit.posts().map(table -> Instant.parse("2026-01-01T00:00:00Z")),
            Map.of());
    boolean isRead =
        read(edit, separator, options).isPresent()
            && read(edit.after(), separator, options).isPresent();
    Statistics.label("read").collect(isRead);
    // Refused tables prove nothing: so many must be read before the edit and after it.
    Statistics.label("read")
        .coverage(all -> all.check(true).percentage(part -> part > ENOUGH_PERCENT));
    if (!difference(edit, separator, options).isEmpty()) {
      Edit small = shrunk(edit, each -> !difference(each, separator, options).isEmpty());
      fail(
          small.show(separator)
              + '\n'
              + difference(small, separator, options)
              + '\n'
              + options.platform());
    }
  }

  /** Leaves out rows and columns, and makes cells plain, as long as the law is broken still. */
  private static Edit shrunk(Edit edit, Predicate<Edit> broken) {
    Edit small = edit;
    boolean smaller = true;
    while (smaller) {
      smaller = false;
      for (Edit each : smaller(small)) {
        if (broken.test(each)) {
          small = each;
          smaller = true;
          break;
        }
      }
    }
    return small;
  }

  private static List<Edit> smaller(Edit edit) {
    List<Edit> all = new ArrayList<>();
    Table table = edit.edited();
    int rows = table.rows().size();
    for (int i = 1; i < rows; i++) {
      if (i != edit.at()) {
        all.add(edit.with(table.withoutRow(i), edit.at() - (i < edit.at() ? 1 : 0), edit.row()));
      }
    }
    for (int i = 1; i < table.rows().get(0).size(); i++) {
      List<String> row = new ArrayList<>(edit.row());
      if (!row.isEmpty()) {
        row.remove(i);
      }
      all.add(edit.with(table.withoutColumn(i), edit.at(), row));
    }
    return all;
  }

  /** What is different of the other accounts; empty if nothing is, or if it is refused. */
  private static String difference(Edit edit, String separator, ReadOptions options) {
    Optional<Map<String, Influencer>> before = read(edit, separator, options);
    if (before.isEmpty()) {
      return "";
    }
    Optional<Map<String, Influencer>> after = read(edit.after(), separator, options);
    if (after.isEmpty()) {
      return "";
    }
    UnaryOperator<String> id = key -> key.substring(0, key.indexOf('@'));
    Set<String> own = edit.ids();
    before.get().keySet().removeIf(key -> own.contains(id.apply(key)));
    after.get().keySet().removeIf(key -> own.contains(id.apply(key)));
    return before.get().equals(after.get())
            || (before.get().containsKey("posts@") && after.get().containsKey("posts@"))
        ? ""
        : before.get() + "\n" + after.get();
  }

  /** The accounts with all their numbers, by id and platform; empty if the table is refused. */
  private static Optional<Map<String, Influencer>> read(
      Edit edit, String separator, ReadOptions options) {
    try {
      AccountList accounts =
          AccountReader.read(
              source("list.csv", edit.accounts(), separator),
              edit.posts()
                  .map(table -> List.of(source("posts.csv", table, separator)))
                  .orElse(List.of()),
              options,
              row -> {});
      Map<String, Influencer> numbers = new TreeMap<>();
      if (edit.posts().isEmpty() && accounts.posts() > 0) {
        // Without a counting time all are as old as the newest post lets them be.
        return Optional.of(new TreeMap<>(Map.of("posts@", accounts.accounts().get(0))));
      }
      for (Influencer account : accounts.accounts()) {
        numbers.put(account.id() + '@' + account.platform(), account);
      }
      return Optional.of(numbers);
    } catch (InputException e) {
      return Optional.empty();
    }
  }

  private static Source source(String name, Table table, String separator) {
    return Source.of(name, table.text(separator).getBytes(StandardCharsets.UTF_8));
  }
}
