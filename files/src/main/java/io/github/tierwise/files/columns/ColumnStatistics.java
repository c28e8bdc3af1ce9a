package io.github.tierwise.files.columns;

import io.github.tierwise.files.cells.NumberParser.Mark;
import io.github.tierwise.files.cells.NumberStyle;
import io.github.tierwise.files.columns.ColumnCandidates.Candidate;
import io.github.tierwise.files.table.Lines;
import io.github.tierwise.files.table.Row;
import io.github.tierwise.files.table.RowSink;
import io.github.tierwise.files.table.Sheet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * What the columns that may be something are like. Everything is counted, so that the statistics of
 * the parts of a table add up to those of the table.
 */
public final class ColumnStatistics implements RowSink {

  /** The rows in which a share of a dimension is above 0, and those in which one is above 1. */
  private static final class ShareRows {
    private final List<ColumnStatistic> columns = new ArrayList<>();
    private final boolean[] isKnown = new boolean[Lines.MOST];
    private final boolean[] isLarge = new boolean[Lines.MOST];
    private int known;
    private int large;

    void look(int rows) {
      Arrays.fill(isKnown, 0, rows, false);
      Arrays.fill(isLarge, 0, rows, false);
      for (ColumnStatistic cells : columns) {
        for (int i = 0; i < rows; i++) {
          isKnown[i] |= cells.value(i) > 0;
          isLarge[i] |= cells.value(i) > 1 || (cells.isPercent(i) && cells.value(i) > 0);
        }
      }
      for (int i = 0; i < rows; i++) {
        known += isKnown[i] ? 1 : 0;
        large += isLarge[i] ? 1 : 0;
      }
    }
  }

  private static final ShareRows NO_ROWS = new ShareRows();

  private final ColumnCandidates candidates;
  private final Map<Integer, ColumnStatistic> columns = new TreeMap<>();
  private final List<ColumnPair> pairs = new ArrayList<>();
  private final Map<String, ShareRows> shareRows = new LinkedHashMap<>();

  /** The pairs of which both are looked at. */
  private final List<ColumnPair> compared;

  private final Map<DecimalMarks.Kind, MarkProofs> proofs = new EnumMap<>(DecimalMarks.Kind.class);

  /** Those whose cells are looked at. */
  private final ColumnStatistic[] looked;

  private int rows;

  private ColumnStatistics(
      ColumnCandidates candidates, Map<Integer, ColumnStatistic> columns, boolean texts) {
    this.candidates = candidates;
    this.columns.putAll(columns);
    candidates
        .shares()
        .forEach(
            (column, share) ->
                shareRows
                    .computeIfAbsent(share.dimension(), key -> new ShareRows())
                    .columns
                    .add(of(column)));
    List<Candidate> numbers = candidates.numbers();
    for (Candidate first : numbers) {
      for (Candidate second : numbers) {
        if (first.column() != second.column() && isCompared(first, second)) {
          pairs.add(new ColumnPair(of(first.column()), of(second.column()), most(first, second)));
        }
      }
    }
    List<Integer> positions =
        columns.keySet().stream().filter(each -> texts || !of(each).isOfTexts()).toList();
    looked = positions.stream().map(this::of).toArray(ColumnStatistic[]::new);
    Set<ColumnStatistic> seen = Set.of(looked);
    compared = pairs.stream().filter(pair -> pair.isAmong(seen)).toList();
    shareRows.values().forEach(each -> each.columns.retainAll(seen));
    Map<DecimalMarks.Kind, List<ColumnStatistic>> byKind = new EnumMap<>(DecimalMarks.Kind.class);
    positions.forEach(
        each ->
            byKind
                .computeIfAbsent(DecimalMarks.kind(each, candidates), key -> new ArrayList<>())
                .add(of(each)));
    for (DecimalMarks.Kind kind : DecimalMarks.Kind.values()) {
      proofs.put(kind, new MarkProofs(byKind.getOrDefault(kind, List.of())));
    }
  }

  /**
   * Statistics that have seen no row.
   *
   * @param styles how the cells of a column are read
   */
  static ColumnStatistics of(ColumnCandidates candidates, IntFunction<NumberStyle> styles) {
    Map<Integer, Set<Field>> fields = new TreeMap<>();
    for (Field field : Field.values()) {
      for (Candidate candidate : candidates.of(field)) {
        fields.computeIfAbsent(candidate.column(), c -> EnumSet.noneOf(Field.class)).add(field);
      }
    }
    candidates
        .shares()
        .keySet()
        .forEach(column -> fields.computeIfAbsent(column, c -> EnumSet.noneOf(Field.class)));
    Map<Integer, ColumnStatistic> columns = new TreeMap<>();
    fields.forEach(
        (column, of) ->
            columns.put(
                column,
                new ColumnStatistic(column, wanted(column, of, candidates), styles.apply(column))));
    return new ColumnStatistics(candidates, columns, true);
  }

  /**
   * Of the same columns, but without rows; what only the first rows are asked, it does not look at.
   */
  public ColumnStatistics empty() {
    Map<Integer, ColumnStatistic> same = new TreeMap<>();
    columns.forEach((column, statistic) -> same.put(column, statistic.empty()));
    return new ColumnStatistics(candidates, same, false);
  }

  /** The same, but what is asked of texts is what the first rows tell. */
  ColumnStatistics withTextsOf(ColumnStatistics head) {
    Map<Integer, ColumnStatistic> merged = new TreeMap<>();
    columns.forEach(
        (column, cells) ->
            merged.put(column, head.of(column).isOfTexts() ? head.of(column) : cells));
    ColumnStatistics all = new ColumnStatistics(candidates, merged, false);
    all.addComparisons(this);
    return all;
  }

  /** Looks at the first rows of a table. */
  void walk(Sheet sheet, int most) {
    sheet.first(most, this);
  }

  @Override
  public void add(Row row) {
    rows++;
    if (row.isBroken()) {
      return;
    }
    for (ColumnStatistic column : looked) {
      column.add(row);
    }
    compare(1);
  }

  @Override
  public void add(Lines lines) {
    rows += lines.size();
    for (ColumnStatistic column : looked) {
      column.add(lines);
    }
    compare(lines.size());
  }

  /** Compares the columns with each other in the last rows. */
  private void compare(int count) {
    for (MarkProofs kind : proofs.values()) {
      kind.look(count);
    }
    for (ColumnPair pair : compared) {
      pair.look(count);
    }
    for (ShareRows dimension : shareRows.values()) {
      dimension.look(count);
    }
  }

  /** Adds what the rows behind these are like. */
  public void addAll(ColumnStatistics behind) {
    columns.forEach((column, statistic) -> statistic.addAll(behind.of(column)));
    addComparisons(behind);
  }

  private void addComparisons(ColumnStatistics behind) {
    rows += behind.rows;
    for (int i = 0; i < pairs.size(); i++) {
      pairs.get(i).addAll(behind.pairs.get(i));
    }
    proofs.forEach((kind, own) -> own.addAll(behind.proofs(kind)));
    behind.shareRows.forEach(
        (dimension, more) -> {
          ShareRows own = shareRows.computeIfAbsent(dimension, key -> new ShareRows());
          own.known += more.known;
          own.large += more.large;
        });
  }

  private static ColumnStatistic.Wanted wanted(
      int column, Set<Field> of, ColumnCandidates candidates) {
    Set<Field> numbers = EnumSet.noneOf(Field.class);
    of.stream().filter(Field::isNumber).forEach(numbers::add);
    return new ColumnStatistic.Wanted(
        of.contains(Field.ID),
        of.contains(Field.COUNTRY),
        of.contains(Field.TIME),
        !numbers.isEmpty() || candidates.shares().containsKey(column),
        numbers.equals(Set.of(Field.PRICE)));
  }

  /**
   * Columns for one number are compared with each other, counts that may be totals with followers,
   * and comments with likes.
   */
  private static boolean isCompared(Candidate first, Candidate second) {
    Field a = first.meaning().field();
    Field b = second.meaning().field();
    boolean rates = isOfEngagement(a) && isOfEngagement(b);
    return a == b
        || rates
        || (a == Field.LIKES && b == Field.COMMENTS)
        || (a == Field.FOLLOWERS && b.isMeanPerPost() && !second.meaning().isMean());
  }

  /** "Engagement" may be a count or a rate. */
  private static boolean isOfEngagement(Field field) {
    return field == Field.ENGAGEMENTS || field == Field.ENGAGEMENT_RATE;
  }

  private static double most(Candidate first, Candidate second) {
    return NumberColumns.mostAFollower(second.meaning().field())
        / Math.pow(10, second.meaning().power() - first.meaning().power());
  }

  /** How many rows are not blank. */
  int rows() {
    return rows;
  }

  /** What a column is like that is a candidate. */
  ColumnStatistic of(int column) {
    ColumnStatistic found = columns.get(column);
    if (found == null) {
      throw new IllegalArgumentException("column must be a candidate, was " + column);
    }
    return found;
  }

  /** What two columns are like beside each other. */
  ColumnPair of(int first, int second) {
    return pairs.stream()
        .filter(each -> each.isOf(of(first), of(second)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "columns must be compared, were %d and %d".formatted(first, second)));
  }

  /** In how many rows a cell of any column proves that a mark is the decimal mark. */
  int proofs(Mark mark) {
    return columns.values().stream().mapToInt(column -> column.proofs(mark)).sum();
  }

  /** In how many rows a cell of such a column proves that a mark is the decimal mark. */
  int proofs(DecimalMarks.Kind kind, Mark mark) {
    return proofs(kind).of(mark);
  }

  private MarkProofs proofs(DecimalMarks.Kind kind) {
    return Objects.requireNonNull(proofs.get(kind));
  }

  /** In how many rows a share of a dimension is above 0. */
  int rowsOfShares(String dimension) {
    return shareRows.getOrDefault(dimension, NO_ROWS).known;
  }

  /** In how many rows a share of a dimension is above 1, or has a percent sign. */
  int rowsOfLargeShares(String dimension) {
    return shareRows.getOrDefault(dimension, NO_ROWS).large;
  }
}
