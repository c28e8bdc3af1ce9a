package io.github.tierwise.files.columns;

import io.github.tierwise.files.cells.NumberStyle;
import io.github.tierwise.files.columns.ColumnCandidates.Candidate;
import io.github.tierwise.files.table.CsvRows;
import io.github.tierwise.files.table.Row;
import io.github.tierwise.files.table.Sheet;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** What the columns that may be something are like, found in one walk over the rows. */
final class ColumnStatistics {

  private final Map<Integer, ColumnStatistic> columns = new TreeMap<>();
  private int rows;
  private int blankRows;

  private ColumnStatistics() {}

  /**
   * Walks over all rows.
   *
   * @param styles how the cells of a column are read
   */
  static ColumnStatistics of(
      Sheet sheet, ColumnCandidates candidates, IntFunction<NumberStyle> styles) {
    ColumnStatistics facts = new ColumnStatistics();
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
    fields.forEach(
        (column, of) ->
            facts.columns.put(
                column,
                new ColumnStatistic(column, wanted(column, of, candidates), styles.apply(column))));
    facts.walk(sheet);
    return facts;
  }

  private void walk(Sheet sheet) {
    ColumnStatistic[] each = columns.values().toArray(new ColumnStatistic[0]);
    try (CsvRows all = sheet.rows()) {
      Row row = all.row();
      while (all.next()) {
        rows++;
        if (row.isBroken()) {
          continue;
        }
        for (ColumnStatistic column : each) {
          column.add(row);
        }
      }
      blankRows = all.blank();
    }
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
        numbers.equals(Set.of(Field.PRICE)),
        candidates.shares().containsKey(column),
        numbers.stream().anyMatch(field -> isCompared(field, candidates)));
  }

  /** Likes are compared with followers and comments, and columns for one number with each other. */
  private static boolean isCompared(Field field, ColumnCandidates candidates) {
    return switch (field) {
      case FOLLOWERS, LIKES, COMMENTS, SHARES, SAVES, VIEWS, ENGAGEMENTS -> true;
      case ENGAGEMENT_RATE ->
          candidates.of(Field.ENGAGEMENTS).size() + candidates.of(Field.ENGAGEMENT_RATE).size() > 1;
      default -> candidates.of(field).size() > 1;
    };
  }

  /** How many rows are not blank. */
  int rows() {
    return rows;
  }

  int blankRows() {
    return blankRows;
  }

  /** What a column is like that is a candidate. */
  ColumnStatistic of(int column) {
    ColumnStatistic found = columns.get(column);
    if (found == null) {
      throw new IllegalArgumentException("column must be a candidate, was " + column);
    }
    return found;
  }
}
