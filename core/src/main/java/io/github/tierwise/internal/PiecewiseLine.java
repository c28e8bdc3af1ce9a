package io.github.tierwise.internal;

import java.util.Arrays;

/**
 * Straight lines between knots; the last slope goes on above the last knot, the first below the
 * first. It never falls if no slope is negative.
 *
 * <p>Immutable.
 */
public final class PiecewiseLine {

  /** Whole numbers up to this have their segment looked up instead of searched. */
  private static final int WHOLE = 63;

  private static final int KNOT = 0;
  private static final int LEVEL = 1;
  private static final int SLOPE = 2;
  private static final int CELLS = 4;

  private final int knots;

  /** Knot after knot its place, its level and its slope; at the end one that is infinitely far. */
  private final double[] cells;

  /** Where in the cells the segment of each whole number starts. */
  private final int[] segments = new int[WHOLE + 1];

  /** How many knots there are at the most between two whole numbers. */
  private final int steps;

  /** Knots rise and are at least one; each with its level and the slope from there on. */
  public PiecewiseLine(double[] knots, double[] levels, double[] slopes) {
    this.knots = knots.length;
    cells = new double[CELLS * (knots.length + 1)];
    Arrays.fill(cells, Double.POSITIVE_INFINITY);
    for (int i = 0; i < knots.length; i++) {
      cells[CELLS * i + KNOT] = knots[i];
      cells[CELLS * i + LEVEL] = levels[i];
      cells[CELLS * i + SLOPE] = slopes[i];
    }
    int most = 0;
    for (int whole = 0; whole <= WHOLE; whole++) {
      int before = whole == 0 ? 0 : segments[whole - 1];
      int i = before;
      while (whole >= cells[i + CELLS + KNOT]) {
        i += CELLS;
      }
      segments[whole] = i;
      most = Math.max(most, (i - before) / CELLS);
    }
    steps = Math.max(most, knots.length - 1 - segments[WHOLE] / CELLS);
  }

  /** The number of knots. */
  public int size() {
    return knots;
  }

  /** Whether it is the same everywhere. */
  public boolean isFlat() {
    return knots == 1 && slope(0) == 0;
  }

  /** Where a knot is. */
  public double knot(int i) {
    return cells[CELLS * i + KNOT];
  }

  /** The level at a knot. */
  public double level(int i) {
    return cells[CELLS * i + LEVEL];
  }

  /** The slope from a knot on. */
  public double slope(int i) {
    return cells[CELLS * i + SLOPE];
  }

  /** The last knot at or below {@code x}, at least 0; the first if there is none or x is NaN. */
  public int segment(double x) {
    return find(x) / CELLS;
  }

  private int find(double x) {
    int i = segments[Math.min(WHOLE, (int) x) & WHOLE];
    // Not a search: the same few steps for all, so that there is no branch to guess.
    for (int step = 0; step < steps; step++) {
      i += x >= cells[i + CELLS + KNOT] ? CELLS : 0;
    }
    return i;
  }

  /** The value at {@code x}, at least 0; NaN for NaN. */
  public double at(double x) {
    return value(find(x), x);
  }

  private double value(int i, double x) {
    double value = cells[i + LEVEL] + cells[i + SLOPE] * (x - cells[i + KNOT]);
    double end = cells[i + CELLS + LEVEL];
    // Rounding must not lift a segment's end above the next knot: order is kept between segments.
    return value > end ? end : value;
  }

  /** Stores the value at each of the first n numbers. */
  public void at(double[] x, double[] out, int n) {
    if (steps > 1) {
      for (int row = 0; row < n; row++) {
        out[row] = at(x[row]);
      }
      return;
    }
    for (int row = 0; row < n; row++) {
      double each = x[row];
      int i = segments[Math.min(WHOLE, (int) each) & WHOLE];
      out[row] = value(i + (each >= cells[i + CELLS + KNOT] ? CELLS : 0), each);
    }
  }
}
