package io.github.tierwise.files.columns;

import io.github.tierwise.files.cells.AccountName;
import io.github.tierwise.files.cells.InputException;
import io.github.tierwise.files.cells.NumberParser.Mark;
import io.github.tierwise.files.cells.NumberStyle;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.files.cells.Questions;
import io.github.tierwise.files.cells.TextHash;
import io.github.tierwise.files.cells.TextHashes;
import io.github.tierwise.files.columns.ColumnCandidates.Candidate;
import io.github.tierwise.files.table.Sheet;
import io.github.tierwise.profile.Platform;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds out which column is what, and says so. Immutable. */
public final class ColumnFinder {

  /** So many rows tell what the columns are; all others must not contradict them. */
  public static final int HEAD = 65_536;

  /** With more rows an account than this, a row is a post. */
  private static final int MOST_ROWS_AN_ACCOUNT = 2;

  /** In a table with times, up to this part of the rows may repeat an account (own default). */
  private static final double REPEATED = 0.01;

  /** A row number is the last thing that names an account. */
  private static final int LAST = 9;

  /** What only a table of posts has beside times and ids. */
  private static final Set<String> TEXTS_OF_POSTS =
      Set.of("caption", "description", "desc", "text", "title", "videotitle", "hashtags");

  private final Sheet sheet;
  private final ReadingOptions said;
  private final SaidReadings readings;
  private final ColumnCandidates all;
  private final ColumnStatistics facts;
  private final DecimalMarks marks;
  private final List<ColumnNotes> notes = new ArrayList<>();
  private final TableShape shape;
  private final TableColumns columns;
  private final List<String> questions = new ArrayList<>();

  /**
   * What the caller says about a table.
   *
   * @param mappings the columns that he names, all of them in this table
   * @param readings how he says that cells are meant
   * @param platform the only platform that he wants
   * @param shape what a row may be
   * @param main whether it is the table of whose header he may speak
   */
  public record ReadingOptions(
      List<ColumnMapping> mappings,
      List<ColumnReading> readings,
      Optional<Platform> platform,
      TableShape shape,
      boolean main) {}

  private ColumnFinder(
      Sheet sheet,
      ReadingOptions said,
      ColumnCandidates all,
      ColumnStatistics facts,
      Optional<TableColumns> before) {
    this.sheet = sheet;
    this.said = said;
    readings = new SaidReadings(said.readings());
    this.shape = said.shape();
    this.all = all;
    this.facts = facts;
    marks = new DecimalMarks(facts, readings);
    columns = find(before.map(TableColumns::posts));
  }

  private static ColumnStatistics head(Sheet sheet, ReadingOptions said, ColumnCandidates all) {
    Map<Integer, NumberStyle> usual = usualStyles(all);
    ColumnStatistics first = ColumnStatistics.of(all, column -> style(usual, column));
    first.walk(sheet, HEAD);
    DecimalMarks found = new DecimalMarks(first, new SaidReadings(said.readings()));
    Map<Integer, NumberStyle> other = new LinkedHashMap<>();
    for (Candidate each : all.numbers()) {
      ColumnStatistic cells = first.of(each.column());
      NumberStyle style = style(usual, each.column());
      if (cells.ambiguousDots() + cells.ambiguousCommas() > 0
          && !style.whole()
          && found.of(each.column(), each.meaning().field()).equals(Optional.of(Mark.COMMA))) {
        other.put(each.column(), new NumberStyle(Mark.COMMA, false, true, 0, style.language()));
      }
    }
    if (other.isEmpty()) {
      return first;
    }
    ColumnStatistics second =
        ColumnStatistics.of(all, column -> other.getOrDefault(column, style(usual, column)));
    second.walk(sheet, HEAD);
    return second;
  }

  /** How cells are read before it is known what their marks mean: in their header's language. */
  private static Map<Integer, NumberStyle> usualStyles(ColumnCandidates candidates) {
    Map<Integer, NumberStyle> styles = new LinkedHashMap<>();
    for (Candidate each : candidates.numbers()) {
      boolean whole = each.meaning().field().isWhole() && each.meaning().power() == 0;
      styles.putIfAbsent(
          each.column(), new NumberStyle(Mark.DOT, whole, true, 0, each.meaning().language()));
    }
    return styles;
  }

  private static NumberStyle style(Map<Integer, NumberStyle> styles, int column) {
    return styles.getOrDefault(column, new NumberStyle(Mark.DOT, false, true, 0, "en"));
  }

  /**
   * Finds the columns by the header and the first rows.
   *
   * @throws InputException if no column names the account, or none tells its size or engagement
   */
  public static ColumnFinder of(Sheet sheet, ReadingOptions said) {
    ColumnCandidates all = ColumnCandidates.of(sheet.name(), sheet.header(), said.mappings());
    return new ColumnFinder(sheet, said, all, head(sheet, said, all), Optional.empty());
  }

  /** How the table is understood. */
  public TableColumns columns() {
    return columns;
  }

  /** What is to be said, for each network of which the table has columns. */
  public List<ColumnNotes> notes() {
    return notes;
  }

  /** Whether there are rows that were not looked at. */
  public boolean isLonger() {
    return facts.rows() == HEAD;
  }

  /** Statistics without rows, for {@link #contradictions}. */
  public ColumnStatistics statistics() {
    return facts.empty();
  }

  /**
   * What only the caller can tell, since all rows together say something else than the first.
   *
   * @param rows the statistics of all rows
   */
  public List<String> contradictions(ColumnStatistics rows) {
    ColumnFinder later;
    try {
      later = new ColumnFinder(sheet, said, all, rows.withTextsOf(facts), Optional.of(columns));
    } catch (InputException e) {
      return List.of(e.getMessage());
    }
    if (!later.columns.questions().isEmpty()) {
      return later.columns.questions();
    }
    if (later.columns.equals(columns)) {
      return List.of();
    }
    List<String> before = used(notes);
    List<String> after = used(later.notes);
    return List.of(
        "columns: by the first %s %s, by all rows %s; say with --map or --as what is meant"
            .formatted(NumberText.of(HEAD, "row"), without(before, after), without(after, before)));
  }

  private static List<String> used(List<ColumnNotes> notes) {
    return notes.stream().flatMap(each -> each.used().stream()).toList();
  }

  private static String without(List<String> some, List<String> others) {
    Set<String> known = Set.copyOf(others);
    return said(some.stream().filter(each -> !known.contains(each)).toList());
  }

  private TableColumns find(Optional<Boolean> known) {
    List<Platform> networks = all.networks();
    boolean placed = isFilled(Field.PLATFORM);
    askIfOneCellTellsThePlatform();
    Map<Platform, ColumnRoles> byNetwork = new LinkedHashMap<>();
    Optional<ColumnRoles> common = Optional.empty();
    boolean wide = false;
    boolean posts = known.orElseGet(this::rowsArePosts);
    if (said.platform().isPresent() && !networks.isEmpty() && !placed) {
      Platform only = said.platform().get();
      wide = networks.size() > 1;
      byNetwork.put(only, find(only, networks.size() < 2, posts, Optional.of(only)));
    } else if (placed && !networks.isEmpty()) {
      for (Platform network : networks) {
        if (said.platform().isEmpty() || said.platform().get() == network) {
          byNetwork.put(network, find(network, true, posts, Optional.of(network)));
        }
      }
      common = findOthers(posts);
      if (byNetwork.isEmpty() && common.isEmpty()) {
        throw new InputException(
            "%s must have numbers of %s, has those of %s: say another --platform"
                .formatted(
                    sheet.name(),
                    said.platform().map(Platform::displayName).orElse("a network"),
                    names(networks)));
      }
    } else if (networks.size() == 1) {
      byNetwork.put(networks.get(0), find(networks.get(0), true, posts, Optional.empty()));
    } else if (networks.size() > 1) {
      wide = true;
      for (Platform network : networks) {
        if (isSized(network)) {
          byNetwork.put(network, find(network, false, posts, Optional.of(network)));
        }
      }
      if (byNetwork.isEmpty()) {
        throw new InputException(
            "%s must have followers, likes or engagements of one network, names %s: say --platform"
                .formatted(sheet.name(), names(networks)));
      }
    } else {
      common = Optional.of(find(all, posts));
    }
    return new TableColumns(
        byNetwork,
        common,
        wide,
        posts,
        all.of(Field.ID).stream().map(Candidate::column).toList(),
        questions.stream().distinct().toList(),
        readings.taken());
  }

  private void askIfOneCellTellsThePlatform() {
    boolean one =
        said.platform().isEmpty()
            && !all.isMapped(Field.PLATFORM)
            && all.of(Field.PLATFORM).stream().anyMatch(each -> facts(each).rows() > 1)
            && all.of(Field.PLATFORM).stream().mapToInt(each -> facts(each).filled()).sum() == 1;
    if (one) {
      questions.add(
          "platform: only one row has one; say --platform NAME, or --map platform=- to do without"
              + " the column");
    }
  }

  private static String names(List<Platform> networks) {
    return networks.stream().map(Platform::displayName).collect(Collectors.joining(", "));
  }

  private boolean isSized(Platform network) {
    return List.of(Field.FOLLOWERS, Field.LIKES, Field.ENGAGEMENTS, Field.VIEWS).stream()
        .anyMatch(field -> all.of(field).stream().anyMatch(each -> isOf(each, network)));
  }

  private static boolean isOf(Candidate candidate, Platform network) {
    return candidate.meaning().network().equals(Optional.of(network));
  }

  /**
   * The columns of one network.
   *
   * @param unnamed whether numbers of which no network is named are of this one
   * @param shown the network to be said aloud; empty if there is only one
   */
  private ColumnRoles find(
      Platform network, boolean unnamed, boolean posts, Optional<Platform> shown) {
    boolean ownIds = all.of(Field.ID).stream().anyMatch(each -> isOf(each, network));
    boolean anyIds = all.of(Field.ID).stream().anyMatch(each -> each.meaning().network().isEmpty());
    ColumnCandidates own =
        all.where(
            each -> {
              Optional<Platform> of = each.meaning().network();
              Field field = each.meaning().field();
              if (field == Field.ID) {
                return of.isPresent() ? of.get() == network || !(ownIds || anyIds) : true;
              }
              if (!field.isNumber()) {
                return of.isEmpty() || of.get() == network;
              }
              if (of.isEmpty() && isOfAllNetworks(each)) {
                return false;
              }
              return of.isPresent()
                  ? of.get() == network
                  : unnamed || (field == Field.PRICE && said.platform().isPresent());
            });
    ColumnNotes words = new ColumnNotes(sheet.header(), shown);
    ColumnRoles roles = find(own, words, posts);
    for (Candidate each : all.numbers()) {
      Field field = each.meaning().field();
      if (!own.of(field).contains(each)) {
        words.leaveOut(
            each.column(),
            each.meaning()
                .network()
                .map(other -> "of " + other.displayName())
                .orElse(
                    "of which network is not said; if it is of %s, say --map %s=%s with --platform"
                        .formatted(
                            network.displayName(), field.label(), words.name(each.column()))));
      }
    }
    return roles;
  }

  /** Total followers beside those of a network are those of all networks together. */
  private boolean isOfAllNetworks(Candidate candidate) {
    return candidate.meaning().field() == Field.FOLLOWERS
        && candidate.meaning().aggregate() == ColumnMeaning.Aggregate.TOTAL
        && all.of(Field.FOLLOWERS).stream()
            .anyMatch(other -> other.meaning().network().isPresent());
  }

  /** The columns of accounts on a network that has none of its own. */
  private Optional<ColumnRoles> findOthers(boolean posts) {
    ColumnCandidates others = all.where(each -> each.meaning().network().isEmpty());
    boolean sized =
        List.of(Field.FOLLOWERS, Field.LIKES, Field.ENGAGEMENTS).stream()
            .anyMatch(field -> !others.of(field).isEmpty());
    return sized && !others.of(Field.ID).isEmpty()
        ? Optional.of(find(others, posts))
        : Optional.empty();
  }

  private ColumnRoles find(ColumnCandidates candidates, boolean posts) {
    return find(candidates, new ColumnNotes(sheet.header(), Optional.empty()), posts);
  }

  private ColumnRoles find(ColumnCandidates candidates, ColumnNotes own, boolean posts) {
    notes.add(own);
    return new OneNetwork(candidates, own, posts).find();
  }

  private boolean isFilled(Field field) {
    return all.of(field).stream().anyMatch(each -> facts.of(each.column()).isFilled());
  }

  /** Finds the columns of one network. */
  private final class OneNetwork {
    private final ColumnCandidates candidates;
    private final ColumnNotes findings;
    private final boolean posts;

    OneNetwork(ColumnCandidates candidates, ColumnNotes findings, boolean posts) {
      this.candidates = candidates;
      this.findings = findings;
      this.posts = posts;
    }

    private ColumnRoles find() {
      boolean idsOfPosts = takeIdsOfPosts();
      Optional<Integer> id = id();
      OptionalInt platform = first(Field.PLATFORM);
      NumberColumns numberColumns =
          new NumberColumns(facts, candidates, findings, readings, marks, posts);
      Map<Field, ColumnRoles.Numeric> numbers = numberColumns.find();
      OptionalInt currency = first(Field.CURRENCY);
      OptionalInt formula = first(Field.LEVEL_FORMULA);
      List<ColumnRoles.DimensionColumn> dimensions = new ArrayList<>();
      for (Field field : Field.values()) {
        if (field.isDimension()) {
          List<Integer> found =
              field == Field.COUNTRY ? countries() : texts(field, Integer.MAX_VALUE);
          found.forEach(column -> dimensions.add(new ColumnRoles.DimensionColumn(column, field)));
        }
      }
      List<ColumnRoles.ShareColumn> shares = numberColumns.shares();
      Optional<ColumnRoles.Post> post = posts ? Optional.of(postColumns(id)) : Optional.empty();
      if (!posts) {
        leaveOutPosts();
      }
      questions.addAll(findings.questions());
      requireUsable(id, numbers, post, idsOfPosts);
      refuseSnapshots();
      return new ColumnRoles(
          id.orElseThrow(), platform, currency, formula, numbers, dimensions, shares, post);
    }

    /** What only posts have is of no use to accounts. */
    private void leaveOutPosts() {
      for (Field field : List.of(Field.TIME, Field.ORDER, Field.POST_ID, Field.SPONSORED)) {
        for (Candidate each : candidates.of(field)) {
          findings.leaveOut(each.column(), "used of posts alone");
        }
      }
    }

    private void requireUsable(
        Optional<Integer> id,
        Map<Field, ColumnRoles.Numeric> numbers,
        Optional<ColumnRoles.Post> post,
        boolean idsOfPosts) {
      boolean counted =
          numbers.containsKey(Field.ENGAGEMENTS)
              || numbers.containsKey(Field.LIKES)
              || numbers.containsKey(Field.COMMENTS)
              || (posts && numbers.containsKey(Field.ENGAGEMENT_RATE));
      boolean sized = counted || (!posts && numbers.containsKey(Field.FOLLOWERS));
      boolean placed =
          post.isEmpty() || post.get().time().isPresent() || post.get().order().isPresent();
      List<String> wanted = new ArrayList<>();
      if (id.isEmpty()) {
        wanted.add("account names");
      }
      if (!sized) {
        wanted.add(posts ? "likes or engagements" : "followers, likes or engagements");
      }
      if (!placed) {
        wanted.add("times");
      }
      if (wanted.isEmpty()) {
        return;
      }
      // Without names of accounts no answer to a question makes the table readable.
      if (id.isPresent() && !questions.isEmpty()) {
        throw Questions.refusal(sheet.name(), questions);
      }
      String rows =
          idsOfPosts
              ? ", since a row seems to be a post with its own id"
              : posts && id.isPresent() ? rows(id.get()) : "";
      throw new InputException(unusable(wanted, rows));
    }

    /** A table with a number of posts and times, in which accounts repeat, is a history. */
    private void refuseSnapshots() {
      boolean history =
          posts
              && shape == TableShape.EITHER
              && !callerSpeaksOfPosts()
              && candidates.of(Field.POST_ID).isEmpty()
              && candidates.of(Field.ORDER).isEmpty()
              && candidates.of(Field.POSTS).stream()
                  .anyMatch(
                      each ->
                          facts.of(each.column()).isFilled()
                              && each.meaning().aggregate() == ColumnMeaning.Aggregate.UNSAID);
      if (history) {
        questions.add(
            "rows: posts, or the same accounts on several days? they have a number of posts; keep"
                + " the newest row of each account, or, if a row is a post, say --map posts=-");
      }
    }

    private ColumnRoles.Post postColumns(Optional<Integer> id) {
      OptionalInt account = id.map(OptionalInt::of).orElse(OptionalInt.empty());
      return new PostColumns(sheet, facts, candidates, findings, readings).find(account);
    }

    private String unusable(List<String> wanted, String rows) {
      String field =
          switch (wanted.get(0)) {
            case "account names" -> Field.ID.label();
            case "times" -> Field.TIME.label();
            case "likes or engagements" -> Field.LIKES.label();
            default -> Field.FOLLOWERS.label();
          };
      return "%s must have a column of %s%s; found %s; not used %s; say which column it is, as in --map %s=COLUMN%s"
          .formatted(
              sheet.name(),
              String.join(" and one of ", wanted),
              rows,
              said(findings.used()),
              said(findings.unused()),
              field,
              HeaderRow.hint(sheet, said.main()));
    }

    private String rows(int id) {
      return ", since a row seems to be a post (%s for %s)"
          .formatted(
              NumberText.of(facts.rows(), "row"),
              NumberText.of(accounts(id, OptionalInt.empty()), "account"));
    }

    /** A column named only "id" beside times and texts of posts is the id of the post. */
    private boolean takeIdsOfPosts() {
      List<Candidate> ids = candidates.of(Field.ID);
      boolean texts =
          sheet.header().stream().anyMatch(name -> TEXTS_OF_POSTS.contains(ColumnName.key(name)));
      boolean taken =
          !candidates.isMapped(Field.ID)
              && ids.size() == 1
              && ColumnName.key(sheet.header().get(ids.get(0).column())).equals("id")
              && texts
              && !candidates.of(Field.TIME).isEmpty()
              && candidates.of(Field.FOLLOWERS).isEmpty();
      if (taken) {
        findings.leaveOut(ids.get(0).column(), "names the post, not the account");
        candidates.replace(Field.ID, List.of());
      }
      return taken;
    }

    /** The column of handles before one of ids before one of names; the cells decide the rest. */
    private Optional<Integer> id() {
      List<Candidate> found = candidates.of(Field.ID);
      List<Candidate> best =
          ColumnCandidates.best(found, c -> facts(c).areRowNumbers() ? LAST : c.preference());
      if (best.isEmpty()) {
        return Optional.empty();
      }
      EqualColumns equal = EqualColumns.of(best, c -> facts(c).handles());
      int taken = equal.taken().column();
      boolean counted =
          !facts(equal.taken()).areRowNumbers() && facts(equal.taken()).mayBeRowNumbers();
      for (Candidate other : found) {
        findings.leaveOut(other.column(), findings.name(taken) + " names the account");
      }
      findings.use(Field.ID, List.of(taken), "");
      if (!candidates.isMapped(Field.ID) && found.size() > 1 && (equal.doubtful() || counted)) {
        findings.ask(
            taken,
            "names the account, or does %s? say --map id=COLUMN"
                .formatted(
                    found.stream()
                        .filter(each -> each.column() != taken)
                        .map(each -> findings.name(each.column()))
                        .collect(Collectors.joining(" or "))));
      }
      return Optional.of(taken);
    }

    private OptionalInt first(Field field) {
      List<Integer> found = texts(field, 1);
      return found.isEmpty() ? OptionalInt.empty() : OptionalInt.of(found.get(0));
    }

    private List<Integer> texts(Field field, int most) {
      List<Integer> columns = new ArrayList<>();
      List<Candidate> best = ColumnCandidates.best(candidates.of(field), Candidate::preference);
      for (Candidate candidate : best) {
        if (!facts(candidate).isFilled()) {
          findings.leaveOut(candidate.column(), "no values");
        } else if (columns.size() < most) {
          columns.add(candidate.column());
          askIfOneCellChooses(field, candidate, best, most);
        }
      }
      if (!columns.isEmpty()) {
        for (Candidate other : candidates.of(field)) {
          if (!columns.contains(other.column()) && facts(other).isFilled()) {
            findings.leaveOut(other.column(), findings.name(columns.get(0)) + " is taken");
          }
        }
        findings.use(field, columns, "");
      }
      return columns;
    }

    /** A column with a single value must not displace the one that all other rows have. */
    private void askIfOneCellChooses(
        Field field, Candidate candidate, List<Candidate> best, int most) {
      int place = best.indexOf(candidate);
      Optional<Candidate> displaced =
          most == 1
              ? best.stream().skip(place + 1).filter(each -> facts(each).isFilled()).findFirst()
              : Optional.empty();
      if (displaced.isPresent()
          && facts(candidate).filled() == 1
          && facts(candidate).rows() > 1
          && !candidates.isMapped(field)) {
        findings.ask(
            candidate.column(),
            "has one value and goes before %s; say which is meant, as in --map %s=%s"
                .formatted(
                    findings.name(displaced.get().column()),
                    field.label(),
                    findings.name(displaced.get().column())));
      }
    }

    /** The country of the audience before that of the account. */
    private List<Integer> countries() {
      boolean mapped = candidates.isMapped(Field.COUNTRY);
      List<Candidate> kept = new ArrayList<>();
      for (Candidate candidate : candidates.of(Field.COUNTRY)) {
        // A country is one by its header; a region may be a part of the world.
        boolean region = !mapped && candidate.preference() > 0;
        if (region && facts(candidate).areContinents()) {
          findings.leaveOut(candidate.column(), "continents");
        } else if (region && facts(candidate).isOneOffContinents()) {
          findings.ask(
              candidate.column(),
              "countries or continents? say --map country=%s if they are countries, or --map country=-"
                  .formatted(findings.name(candidate.column())));
        } else {
          kept.add(candidate);
        }
      }
      kept.sort(
          Comparator.comparing(
              c -> !ColumnName.key(sheet.header().get(c.column())).contains("audience")));
      candidates.replace(Field.COUNTRY, kept);
      return texts(Field.COUNTRY, mapped ? Integer.MAX_VALUE : 1);
    }
  }

  private static String said(List<String> columns) {
    return columns.isEmpty() ? "nothing" : String.join("; ", columns);
  }

  private ColumnStatistic facts(Candidate candidate) {
    return facts.of(candidate.column());
  }

  /**
   * Posts have an id and a place among each other, by the header or the caller; where only one of
   * these is named, or neither, the number of rows an account tells.
   */
  private boolean rowsArePosts() {
    if (shape == TableShape.POSTS || (shape == TableShape.EITHER && callerSpeaksOfPosts())) {
      return true;
    }
    if (areNamedAsPosts()) {
      return true;
    }
    Optional<Candidate> id =
        all.of(Field.ID).stream()
            .filter(each -> !facts(each).areRowNumbers())
            .min(Comparator.comparingInt(Candidate::preference));
    if (id.isEmpty()) {
      return false;
    }
    OptionalInt platform = all.of(Field.PLATFORM).stream().mapToInt(Candidate::column).findFirst();
    int rows = facts.rows();
    if (facts(id.get()).fewestNames() >= rows) {
      return false;
    }
    long accounts = accounts(id.get().column(), platform);
    if (rows > MOST_ROWS_AN_ACCOUNT * accounts) {
      return true;
    }
    if (tellsPosts() && rows - accounts > 1) {
      return true;
    }
    repetitions(rows, accounts).ifPresent(questions::add);
    return false;
  }

  /** Whether a header names what tells one post from another. */
  private boolean tellsPosts() {
    return !all.of(Field.POST_ID).isEmpty() || !all.of(Field.ORDER).isEmpty();
  }

  /**
   * What only the caller can tell, if so many accounts come again that rows may be posts.
   *
   * @param rows how many rows there are
   * @param accounts of how many different accounts
   */
  public Optional<String> repetitions(long rows, long accounts) {
    Optional<Candidate> ofPosts =
        Arrays.stream(Field.values())
            .filter(Field::isOfPost)
            .flatMap(field -> all.of(field).stream())
            .findFirst();
    long most = tellsPosts() ? 0 : (long) (REPEATED * rows);
    return ofPosts
        .filter(each -> rows - accounts > most)
        .map(
            each ->
                "rows: accounts or posts? %s for %s; if a row is a post, say --map %s=\"%s\", else --map %s=-"
                    .formatted(
                        NumberText.of(rows, "row"),
                        NumberText.of(accounts, "account"),
                        each.meaning().field().label(),
                        sheet.header().get(each.column()),
                        each.meaning().field().label()));
  }

  /**
   * A post has an id and a place among others; beside followers only plain words for these count.
   */
  private boolean areNamedAsPosts() {
    boolean placed = !all.of(Field.TIME).isEmpty() || !all.of(Field.ORDER).isEmpty();
    return all.of(Field.FOLLOWERS).isEmpty()
        ? placed && !all.of(Field.POST_ID).isEmpty()
        : isNamed(Field.POST_ID) && (isNamed(Field.TIME) || isNamed(Field.ORDER));
  }

  /** Whether a header names it by a word that means nothing else. */
  private boolean isNamed(Field field) {
    return all.of(field).stream().anyMatch(each -> each.preference() == 0);
  }

  private boolean callerSpeaksOfPosts() {
    return Arrays.stream(Field.values())
        .anyMatch(f -> f.isOfPost() && all.isMapped(f) && !all.of(f).isEmpty());
  }

  /** How many different accounts there are. */
  private long accounts(int id, OptionalInt platform) {
    TextHashes accounts = new TextHashes();
    TextHash hash = new TextHash();
    sheet.first(
        facts.rows(),
        row -> {
          String where = platform.isPresent() ? row.cell(platform.getAsInt()) : "";
          hash.of(AccountName.of(row.cell(id)) + '\n' + where, 0);
          accounts.add(hash.first(), hash.second());
        });
    return accounts.size();
  }
}
