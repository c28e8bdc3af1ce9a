package io.github.tierwise.files.columns;

import io.github.tierwise.files.cells.AccountName;
import io.github.tierwise.files.cells.InputException;
import io.github.tierwise.files.cells.NumberParser;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.files.cells.TextPool;
import io.github.tierwise.files.columns.ColumnCandidates.Candidate;
import io.github.tierwise.files.table.CsvRows;
import io.github.tierwise.files.table.Sheet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds out which column is what, and says so. */
public final class ColumnFinder {

  /** With more rows an account than this, a row is a post. */
  private static final int MOST_ROWS_AN_ACCOUNT = 2;

  /** A row number is the last thing that names an account. */
  private static final int LAST = 9;

  private final Sheet sheet;
  private final ColumnCandidates candidates;
  private final NumberParser.Mark mark;
  private final ColumnStatistics facts;
  private final ColumnNotes findings;
  private final TableShape shape;

  private ColumnFinder(
      Sheet sheet, ColumnCandidates candidates, ColumnNotes findings, TableShape shape) {
    this.shape = shape;
    this.sheet = sheet;
    this.candidates = candidates;
    this.findings = findings;
    ColumnStatistics usual = ColumnStatistics.of(sheet, candidates, NumberParser.Mark.DOT);
    mark = NumberColumns.decimalMark(usual, candidates);
    facts = mark == NumberParser.Mark.DOT ? usual : ColumnStatistics.of(sheet, candidates, mark);
  }

  /**
   * Finds the columns.
   *
   * @throws InputException if no column names the account, or none tells its size or engagement
   */
  public static ColumnRoles find(
      Sheet sheet, List<ColumnMapping> mappings, ColumnNotes findings, TableShape shape) {
    ColumnCandidates candidates = ColumnCandidates.of(sheet.source(), sheet.header(), mappings);
    return new ColumnFinder(sheet, candidates, findings, shape).find();
  }

  private ColumnRoles find() {
    Optional<Integer> id = id();
    OptionalInt platform = first(Field.PLATFORM);
    boolean posts = id.isPresent() ? rowsArePosts(id.get(), platform) : shape == TableShape.POSTS;
    if (mark == NumberParser.Mark.COMMA) {
      findings.remark("the comma is the decimal mark here: 48.200 is 48,200");
    }
    NumberColumns numberColumns =
        new NumberColumns(sheet.header(), facts, candidates, findings, posts);
    Map<Field, ColumnRoles.Numeric> numbers = numberColumns.find();
    OptionalInt currency = first(Field.CURRENCY);
    List<Integer> countries = countries();
    List<Integer> topics = texts(Field.TOPIC, Integer.MAX_VALUE);
    List<ColumnRoles.ShareColumn> shares = numberColumns.shares();
    boolean counted =
        numbers.containsKey(Field.ENGAGEMENTS)
            || numbers.containsKey(Field.LIKES)
            || (posts && numbers.containsKey(Field.ENGAGEMENT_RATE));
    boolean sized = counted || (!posts && numbers.containsKey(Field.FOLLOWERS));
    Optional<ColumnRoles.Post> post = posts ? Optional.of(postColumns(id)) : Optional.empty();
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
    if (!wanted.isEmpty()) {
      throw new InputException(unusable(wanted, posts && id.isPresent() ? rows(id.get()) : ""));
    }
    return new ColumnRoles(
        id.orElseThrow(),
        platform,
        currency,
        numbers,
        countries,
        topics,
        shares,
        mark,
        post,
        facts.rows(),
        facts.blankRows());
  }

  private ColumnRoles.Post postColumns(Optional<Integer> id) {
    OptionalInt account = id.map(OptionalInt::of).orElse(OptionalInt.empty());
    return new PostColumns(sheet, facts, candidates, findings).find(account);
  }

  private String unusable(List<String> wanted, String rows) {
    String field =
        switch (wanted.get(0)) {
          case "account names" -> Field.ID.label();
          case "times" -> Field.TIME.label();
          case "likes or engagements" -> Field.LIKES.label();
          default -> Field.FOLLOWERS.label();
        };
    return "%s must have a column of %s%s; found %s; not used %s; say which column it is, as in --map %s=COLUMN"
        .formatted(
            sheet.source().name(),
            String.join(" and one of ", wanted),
            rows,
            said(findings.used()),
            said(findings.unused()),
            field);
  }

  private String rows(int id) {
    return ", since a row seems to be a post (%s for %s)"
        .formatted(
            NumberText.of(facts.rows(), "row"),
            NumberText.of(accounts(id, OptionalInt.empty(), facts.rows()), "account"));
  }

  private boolean rowsArePosts(int id, OptionalInt platform) {
    return shape == TableShape.POSTS
        || (shape == TableShape.EITHER && callerSpeaksOfPosts())
        || facts.rows() > MOST_ROWS_AN_ACCOUNT * accounts(id, platform, fewestAccounts());
  }

  private boolean callerSpeaksOfPosts() {
    return Arrays.stream(Field.values())
        .anyMatch(f -> f.isOfPost() && candidates.isMapped(f) && !candidates.of(f).isEmpty());
  }

  /** With so many accounts a row is one. */
  private int fewestAccounts() {
    return facts.rows() / MOST_ROWS_AN_ACCOUNT + 1;
  }

  /** How many different accounts there are; no more than {@code enough} are counted. */
  private long accounts(int id, OptionalInt platform, int enough) {
    if (facts.of(id).fewestNames() >= enough) {
      return enough;
    }
    TextPool accounts = new TextPool();
    try (CsvRows rows = sheet.rows()) {
      while (accounts.size() < enough && rows.next()) {
        String where = platform.isPresent() ? rows.row().cell(platform.getAsInt()) : "";
        accounts.add(AccountName.of(rows.row().cell(id)) + '\n' + where);
      }
    }
    return accounts.size();
  }

  private static String said(List<String> columns) {
    return columns.isEmpty() ? "nothing" : String.join("; ", columns);
  }

  /** The column of handles before one of ids before one of names; the cells decide the rest. */
  private Optional<Integer> id() {
    List<Candidate> found = candidates.of(Field.ID);
    Optional<Candidate> id =
        ColumnCandidates.best(found, c -> facts(c).areRowNumbers() ? LAST : c.preference()).stream()
            .max(
                Comparator.<Candidate>comparingDouble(c -> facts(c).handleShare())
                    .thenComparing(Comparator.comparingInt(Candidate::column).reversed()));
    id.ifPresent(
        chosen -> {
          for (Candidate other : found) {
            findings.leaveOut(
                other.column(), findings.name(chosen.column()) + " names the account");
          }
          findings.use(Field.ID.words(), List.of(chosen.column()), "");
        });
    return id.map(Candidate::column);
  }

  private ColumnStatistic facts(Candidate candidate) {
    return facts.of(candidate.column());
  }

  private OptionalInt first(Field field) {
    List<Integer> found = texts(field, 1);
    return found.isEmpty() ? OptionalInt.empty() : OptionalInt.of(found.get(0));
  }

  private List<Integer> texts(Field field, int most) {
    List<Integer> columns = new ArrayList<>();
    for (Candidate candidate : ColumnCandidates.best(candidates.of(field), Candidate::preference)) {
      if (!facts(candidate).isFilled()) {
        findings.leaveOut(candidate.column(), "no values");
      } else if (columns.size() < most) {
        columns.add(candidate.column());
      }
    }
    if (!columns.isEmpty()) {
      findings.use(field.words(), columns, "");
    }
    return columns;
  }

  /** The country of the audience before that of the account. */
  private List<Integer> countries() {
    boolean mapped = candidates.isMapped(Field.COUNTRY);
    List<Candidate> kept = new ArrayList<>();
    for (Candidate candidate : candidates.of(Field.COUNTRY)) {
      if (!mapped && facts(candidate).areContinents()) {
        findings.leaveOut(candidate.column(), "continents");
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
