package io.github.tierwise.cli.input;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.tierwise.cli.input.Candidates.Candidate;
import java.util.ArrayList;
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

  /** A row number is the last thing that names an account. */
  private static final int LAST = 9;

  private final Source source;
  private final Sheet sheet;
  private final Candidates candidates;
  private final Findings findings;

  private ColumnFinder(Source source, Sheet sheet, Candidates candidates, Findings findings) {
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
  static Columns find(Source source, Sheet sheet, List<Mapping> mappings, Findings findings) {
    Candidates candidates = Candidates.of(source, sheet.header(), mappings);
    return new ColumnFinder(source, sheet, candidates, findings).find();
  }

  private Columns find() {
    Optional<Integer> id = id();
    OptionalInt platform = first(Field.PLATFORM);
    NumberColumns numberColumns = new NumberColumns(sheet, candidates, findings);
    Map<Field, Columns.Numeric> numbers = numberColumns.find();
    OptionalInt currency = first(Field.CURRENCY);
    List<Integer> countries = countries();
    List<Integer> topics = texts(Field.TOPIC, Integer.MAX_VALUE);
    List<Columns.ShareColumn> shares = numberColumns.shares();
    boolean sized =
        numbers.containsKey(Field.FOLLOWERS)
            || numbers.containsKey(Field.ENGAGEMENTS)
            || numbers.containsKey(Field.LIKES);
    if (id.isEmpty() || !sized) {
      throw new InputException(unusable(id.isEmpty(), !sized));
    }
    return new Columns(
        id.get(), platform, currency, numbers, countries, topics, shares, numberColumns.mark());
  }

  private String unusable(boolean noId, boolean noSize) {
    List<String> wanted = new ArrayList<>();
    if (noId) {
      wanted.add("account names");
    }
    if (noSize) {
      wanted.add("followers, likes or engagements");
    }
    return "%s must have a column of %s; found %s; not used %s; say which column it is, as in --map %s=COLUMN"
        .formatted(
            source.name(),
            String.join(" and one of ", wanted),
            said(findings.used()),
            said(findings.unused()),
            noId ? "id" : "followers");
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
