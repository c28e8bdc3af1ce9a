package io.github.tierwise.files.columns;

import io.github.tierwise.files.columns.ColumnCandidates.Candidate;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Which of several columns is taken that may be the same by their names: the first, unless the
 * cells of another are clearly better. Between the two it is asked, so that no edit of one row
 * changes the column.
 *
 * @param taken the column
 * @param doubtful whether only the caller can tell
 */
record EqualColumns(Candidate taken, boolean doubtful) {

  /** With nine in ten of the other's cells a column is as good. */
  private static final double AS_GOOD = 0.9;

  /** With half of the other's cells a column is worse. */
  private static final double WORSE = 0.5;

  /** An edit of one row takes a cell from one column and gives one to the other. */
  private static final int CLEAR = 4;

  /**
   * Chooses.
   *
   * @param columns in the order of preference
   * @param good how many cells of a column are as they should be
   */
  static EqualColumns of(List<Candidate> columns, ToIntFunction<Candidate> good) {
    Candidate first = columns.get(0);
    Candidate best = first;
    for (Candidate each : columns) {
      best = good.applyAsInt(each) > good.applyAsInt(best) ? each : best;
    }
    int own = good.applyAsInt(first);
    int other = good.applyAsInt(best);
    if (other - own <= 1 || own >= AS_GOOD * other) {
      return new EqualColumns(first, false);
    }
    return new EqualColumns(best, own > WORSE * other || other - own < CLEAR);
  }
}
