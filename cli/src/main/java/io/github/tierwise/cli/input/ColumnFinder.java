package io.github.tierwise.cli.input;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.tierwise.cli.input.Candidates.Candidate;
import io.github.tierwise.cli.text.Numerals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds out which column is what, and says so. */
final class ColumnFinder {

  private static final Pattern HANDLE = Pattern.compile("@?[A-Za-z0-9._-]+");
  private static final Set<String> CONTINENTS = Set.of("AF", "AN", "AS", "EU", "NA", "OC", "SA");

  /** With more rows an account than this, a row is a post. */
  private static final int MOST_ROWS_AN_ACCOUNT = 2;

  /** A row number is the last thing that names an account. */
  private static final int LAST = 9;

  private final Source source;
  private final Sheet sheet;
  private final Candidates candidates;
  private final Findings findings;
  private final Shape shape;

  private ColumnFinder(
      Source source, Sheet sheet, Candidates candidates, Findings findings, Shape shape) {
    this.shape = shape;
    this.source = source;
    this.sheet = sheet;
    this.candidates = candidates;
    this.findings = findings;
  }

  /**
   * Finds the columns.
   *
   * @throws InputException if no column names the account, or none tells its size or engagement
   */
  static Columns find(
      Source source, Sheet sheet, List<Mapping> mappings, Findings findings, Shape shape) {
    Candidates candidates = Candidates.of(source, sheet.header(), mappings);
    return new ColumnFinder(source, sheet, candidates, findings, shape).find();
  }

  private Columns find() {
    Optional<Integer> id = id();
    OptionalInt platform = first(Field.PLATFORM);
    boolean posts = id.isPresent() ? rowsArePosts(id.get(), platform) : shape == Shape.POSTS;
    NumberColumns numberColumns = new NumberColumns(sheet, candidates, findings, posts);
    Map<Field, Columns.Numeric> numbers = numberColumns.find();
    OptionalInt currency = first(Field.CURRENCY);
    List<Integer> countries = countries();
    List<Integer> topics = texts(Field.TOPIC, Integer.MAX_VALUE);
    List<Columns.ShareColumn> shares = numberColumns.shares();
    boolean counted =
        numbers.containsKey(Field.ENGAGEMENTS)
            || numbers.containsKey(Field.LIKES)
            || (posts && numbers.containsKey(Field.ENGAGEMENT_RATE));
    boolean sized = counted || (!posts && numbers.containsKey(Field.FOLLOWERS));
    Optional<Columns.Post> post = posts ? Optional.of(postColumns(id)) : Optional.empty();
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
    return new Columns(
        id.orElseThrow(),
        platform,
        currency,
        numbers,
        countries,
        topics,
        shares,
        numberColumns.mark(),
        post);
  }

  private Columns.Post postColumns(Optional<Integer> id) {
    OptionalInt account = id.map(OptionalInt::of).orElse(OptionalInt.empty());
    return new PostColumns(sheet, candidates, findings).find(account);
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
            source.name(),
            String.join(" and one of ", wanted),
            rows,
            said(findings.used()),
            said(findings.unused()),
            field);
  }

  private String rows(int id) {
    return ", since a row seems to be a post (%s for %s)"
        .formatted(
            Numerals.of(sheet.rows().size(), "row"),
            Numerals.of(accounts(id, OptionalInt.empty()), "account"));
  }

  private boolean rowsArePosts(int id, OptionalInt platform) {
    return shape == Shape.POSTS
        || (shape == Shape.EITHER && callerSpeaksOfPosts())
        || sheet.rows().size() > MOST_ROWS_AN_ACCOUNT * accounts(id, platform);
  }

  private boolean callerSpeaksOfPosts() {
    return Arrays.stream(Field.values())
        .anyMatch(f -> f.isOfPost() && candidates.isMapped(f) && !candidates.of(f).isEmpty());
  }

  private long accounts(int id, OptionalInt platform) {
    return sheet.rows().stream()
        .map(
            row ->
                RowReader.id(Sheet.cell(row, id))
                    + '\n'
                    + (platform.isPresent() ? Sheet.cell(row, platform.getAsInt()) : ""))
        .distinct()
        .count();
  }

  private static String said(List<String> columns) {
    return columns.isEmpty() ? "nothing" : String.join("; ", columns);
  }

  /** The column of handles before one of ids before one of names; the cells decide the rest. */
  private Optional<Integer> id() {
    List<Candidate> found = candidates.of(Field.ID);
    Optional<Candidate> id =
        Candidates.best(found, c -> isRowNumber(c.column()) ? LAST : c.preference()).stream()
            .max(
                Comparator.<Candidate>comparingDouble(c -> handleShare(c.column()))
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

  private boolean isRowNumber(int column) {
    for (int row = 0; row < sheet.rows().size(); row++) {
      if (!Sheet.cell(sheet.rows().get(row), column).strip().equals(String.valueOf(row + 1))) {
        return false;
      }
    }
    return sheet.rows().size() > 1;
  }

  /** How many of the names have no space and no letter that a handle cannot have. */
  private double handleShare(int column) {
    long handles =
        sheet.rows().stream()
            .filter(row -> HANDLE.matcher(Sheet.cell(row, column).strip()).matches())
            .count();
    return (double) handles / Math.max(1, sheet.rows().size());
  }

  private OptionalInt first(Field field) {
    List<Integer> found = texts(field, 1);
    return found.isEmpty() ? OptionalInt.empty() : OptionalInt.of(found.get(0));
  }

  private List<Integer> texts(Field field, int most) {
    List<Integer> columns = new ArrayList<>();
    for (Candidate candidate : Candidates.best(candidates.of(field), Candidate::preference)) {
      if (isBlank(candidate.column())) {
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

  private boolean isBlank(int column) {
    return sheet.rows().stream().allMatch(row -> Sheet.cell(row, column).isBlank());
  }

  /** The country of the audience before that of the account. */
  private List<Integer> countries() {
    boolean mapped = candidates.isMapped(Field.COUNTRY);
    List<Candidate> kept = new ArrayList<>();
    for (Candidate candidate : candidates.of(Field.COUNTRY)) {
      if (!mapped && isContinent(candidate.column())) {
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

  private boolean isContinent(int column) {
    boolean found = false;
    for (CsvRecord row : sheet.rows()) {
      String value = Sheet.cell(row, column).strip().toUpperCase(Locale.ROOT);
      if (!value.isEmpty() && !CONTINENTS.contains(value)) {
        return false;
      }
      found |= !value.isEmpty();
    }
    return found;
  }
}
