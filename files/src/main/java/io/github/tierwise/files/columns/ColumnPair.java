package io.github.tierwise.files.columns;

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

  /** Looks at the last row of both. */
  void look() {
    double a = first.value();
    double b = second.value();
    if (Double.isNaN(a) || Double.isNaN(b)) {
      return;
    }
    known++;
    equal += Math.abs(a - b) <= ROUNDED * Math.max(Math.abs(a), Math.abs(b)) ? 1 : 0;
    if (a > 0) {
      positive++;
      larger += b > a ? 1 : 0;
    }
    double ratio = b / a;
    if (Double.isFinite(ratio)) {
      finite++;
      implausible += ratio > most ? 1 : 0;
    }
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
