package io.github.tierwise.files.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tierwise.files.cells.InputException;
import io.github.tierwise.files.columns.ColumnMapping;
import io.github.tierwise.files.table.Source;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Platform;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * The law of reading: a row never changes how another row is read. To add, drop or edit one leaves
 * the numbers of all other accounts as they are, or the table is refused with a question.
 */
class ReadingLawTest {

  /** Columns of one kind: headers that people write, and cells that stand below them. */
  private record Kind(List<String> headers, List<String> cells) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind(
              List.of("followers", "Abonnenten", "Followers (K)", "instagram_followers"),
              List.of(
                  "48200", "48.200", "48,2k", "1.2M", "0", "-1", "", "1,204", "9.870", "12 500")),
          new Kind(
              List.of("tiktok_followers", "youtube_subscribers", "posts"),
              List.of("450000", "0", "", "8.000", "3.1k")),
          new Kind(
              List.of("avg_likes", "likes", "total likes", "Me gusta (promedio)"),
              List.of("900", "912.333", "1.080", "900,5", "1,204", "0", "-1", "x", "64000", "2.5")),
          new Kind(
              List.of("avg comments", "comments", "commentaires"),
              List.of("30", "0", "12", "64", "7.5", "", "1.500")),
          new Kind(
              List.of("ER", "engagement rate", "ER %", "engagement"),
              List.of("1.95", "0.62", "0.031", "3,1", "4.2%", "0", "912", "12.5", "1.204")),
          new Kind(
              List.of("price (EUR)", "price", "fee"),
              List.of("1.200", "850", "€1.250,50", "on request", "1,200", "200", "$300")),
          new Kind(
              List.of("country", "audience_country"),
              List.of("DE", "Deutschland", "{\"DE\": 0.4}", "DE:45%|AT:12%", "EU", "NA", "x")),
          new Kind(List.of("country:DE", "topic:art"), List.of("41", "0.5", "12%", "0.8", "1", "")),
          new Kind(List.of("platform"), List.of("Instagram", "TikTok", "IG", "YouTube", "?")),
          new Kind(List.of("created", "date"), List.of("2025-01-03", "03/04/2025", "27/03/2025")));

  @Property(tries = 3_000)
  void anEditOfOneRowLeavesAllOthersOrAsks(@ForAll long seed) {
    RandomGenerator random = random(seed);
    List<Kind> columns = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of("username"));
    for (Kind kind : KINDS) {
      if (columns.isEmpty() || random.nextInt(3) > 0) {
        columns.add(kind);
        header.add(pick(kind.headers(), random));
      }
    }
    // Cells of a column are mostly alike, or every table would be a question.
    List<List<String>> usual = new ArrayList<>();
    for (Kind kind : columns) {
      usual.add(List.of(pick(kind.cells(), random), pick(kind.cells(), random)));
    }
    List<String> rows = new ArrayList<>();
    int size = 1 + random.nextInt(7);
    for (int i = 0; i < size; i++) {
      rows.add(row("a" + i, columns, usual, random));
    }
    ReadOptions options =
        new ReadOptions(
            random.nextBoolean() ? Optional.of(Platform.INSTAGRAM) : Optional.empty(),
            List.of(),
            "EUR",
            Optional.empty(),
            Map.of());
    check(String.join(";", header), rows, row("a9", columns, usual, random), options, random);
  }

  private static final List<Kind> OF_POSTS =
      List.of(
          new Kind(
              List.of("posted"),
              List.of(
                  "2025-01-03",
                  "2025-01-04T10:00:00Z",
                  "03/04/2025",
                  "27/03/2025",
                  "03/27/2025",
                  "05.01.2025",
                  "1735900000")),
          new Kind(List.of("likes"), List.of("120", "1.204", "0", "-1", "2,5k", "x", "90")),
          new Kind(List.of("comments"), List.of("4", "12", "0", "1,204", "")),
          new Kind(List.of("views"), List.of("900", "0", "12k", "")),
          new Kind(List.of("followers"), List.of("5000", "48.200", "0", "")));

  @Property(tries = 1_500)
  void anEditOfOnePostLeavesAllOtherAccountsOrAsks(@ForAll long seed) {
    RandomGenerator random = random(seed);
    List<List<String>> usual = new ArrayList<>();
    for (Kind kind : OF_POSTS) {
      usual.add(List.of(pick(kind.cells(), random), pick(kind.cells(), random)));
    }
    List<String> rows = new ArrayList<>();
    int size = 2 + random.nextInt(9);
    for (int i = 0; i < size; i++) {
      rows.add(row("a" + random.nextInt(3), OF_POSTS, usual, random));
    }
    ReadOptions options =
        new ReadOptions(
            Optional.of(Platform.TIKTOK),
            List.of(ColumnMapping.parse("time=posted")),
            "",
            Optional.of(Instant.parse("2026-01-01T00:00:00Z")),
            Map.of());
    check(
        "account;posted;likes;comments;views;followers",
        rows,
        row("a" + random.nextInt(3), OF_POSTS, usual, random),
        options,
        random);
  }

  private static RandomGenerator random(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  private static String pick(List<String> of, RandomGenerator random) {
    return of.get(random.nextInt(of.size()));
  }

  private static String row(
      String id, List<Kind> columns, List<List<String>> usual, RandomGenerator random) {
    StringBuilder row = new StringBuilder(id);
    for (int i = 0; i < columns.size(); i++) {
      String cell =
          random.nextInt(8) == 0
              ? pick(columns.get(i).cells(), random)
              : pick(usual.get(i), random);
      row.append(";\"").append(cell.replace("\"", "\"\"")).append('"');
    }
    return row.toString();
  }

  private static void check(
      String header, List<String> rows, String other, ReadOptions options, RandomGenerator random) {
    int which = random.nextInt(rows.size());
    List<String> edited = new ArrayList<>(rows);
    String id = rows.get(which).substring(0, rows.get(which).indexOf(';'));
    String added = other.substring(0, other.indexOf(';'));
    switch (random.nextInt(3)) {
      case 0 -> {
        edited.remove(which);
        added = id;
      }
      case 1 -> {
        edited.set(which, id + other.substring(other.indexOf(';')));
        added = id;
      }
      default -> {
        edited.add(which, other);
        id = added;
      }
    }
    Optional<Map<String, Influencer>> before = read(header, rows, options);
    Optional<Map<String, Influencer>> after = read(header, edited, options);
    if (before.isPresent() && after.isPresent()) {
      String changed = id + '@';
      String also = added + '@';
      before.get().keySet().removeIf(key -> key.startsWith(changed) || key.startsWith(also));
      after.get().keySet().removeIf(key -> key.startsWith(changed) || key.startsWith(also));
      assertEquals(
          before.get(),
          after.get(),
          () -> header + '\n' + String.join("\n", rows) + "\n->\n" + String.join("\n", edited));
    }
  }

  /** The accounts with all their numbers, by id and platform; empty if the table is refused. */
  private static Optional<Map<String, Influencer>> read(
      String header, List<String> rows, ReadOptions options) {
    String text = header + '\n' + String.join("\n", rows) + '\n';
    try {
      AccountList accounts =
          AccountReader.read(
              Source.of("list.csv", text.getBytes(StandardCharsets.UTF_8)), options, row -> {});
      Map<String, Influencer> numbers = new TreeMap<>();
      for (Influencer account : accounts.accounts()) {
        numbers.put(account.id() + '@' + account.platform(), account);
      }
      return Optional.of(numbers);
    } catch (InputException e) {
      return Optional.empty();
    }
  }
}
