package io.github.tierwise.files.columns;

import java.util.Collection;

/**
 * What two columns of numbers are like beside each other, counted in rows in which both are known.
 */
final class ColumnPair {

  /** Numbers that are rounded to two digits are this close. */
  private static final double ROUNDED = 0.06;

  private final ColumnStatistic first;
  private final ColumnStatistic second;
  private final double most;
  private int known;
  private int equal;
  private int positive;
  private int larger;
  private int finite;
  private int implausible;

  /**
   * A pair.
   *
   * @param most more of the second a first is implausible
   */
  ColumnPair(ColumnStatistic first, ColumnStatistic second, double most) {
    this.first = first;
    this.second = second;
    this.most = most;
  }

  boolean isOf(ColumnStatistic one, ColumnStatistic other) {
    return first.equals(one) && second.equals(other);
  }

  /** Whether both are among some columns. */
  boolean isAmong(Collection<ColumnStatistic> columns) {
    return columns.contains(first) && columns.contains(second);
  }

  /** Looks at the last rows of both. */
  void look(int rows) {
    int both = 0;
    int close = 0;
    int above = 0;
    int more = 0;
    int ratios = 0;
    int tooMany = 0;
    for (int i = 0; i < rows; i++) {
      double a = first.value(i);
      double b = second.value(i);
      // Nothing holds for NaN.
      both += !Double.isNaN(a) && !Double.isNaN(b) ? 1 : 0;
      close += Math.abs(a - b) <= ROUNDED * Math.max(Math.abs(a), Math.abs(b)) ? 1 : 0;
      above += a > 0 && !Double.isNaN(b) ? 1 : 0;
      more += a > 0 && b > a ? 1 : 0;
      double ratio = b / a;
      ratios += Math.abs(ratio) <= Double.MAX_VALUE ? 1 : 0;
      tooMany += Math.abs(ratio) <= Double.MAX_VALUE && ratio > most ? 1 : 0;
    }
    known += both;
    equal += close;
    positive += above;
    larger += more;
    finite += ratios;
    implausible += tooMany;
  }

  void addAll(ColumnPair behind) {
    known += behind.known;
    equal += behind.equal;
    positive += behind.positive;
    larger += behind.larger;
    finite += behind.finite;
    implausible += behind.implausible;
  }

  /** The part of the rows in which both give the same figures, but for rounding to two digits. */
  double agreement() {
    return known == 0 ? 1 : (double) equal / known;
  }

  /** In how many rows the first is above 0. */
  int positive() {
    return positive;
  }

  /** In how many of these the second is larger. */
  int larger() {
    return larger;
  }

  /** In how many rows there is a second a first. */
  int finite() {
    return finite;
  }

  /** In how many of these it is implausible. */
  int implausible() {
    return implausible;
  }
}
