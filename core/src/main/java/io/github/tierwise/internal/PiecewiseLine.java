package io.github.tierwise.internal;

import java.util.Arrays;
import java.util.stream.IntStream;

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
  private static final int HEIGHT = 1;
  private static final int SLOPE = 2;
  private static final int CELLS = 4;

  private final int knots;

  /** Knot after knot its place, its height and its slope; at the end one that is infinitely far. */
  private final double[] cells;

  /** Where in the cells the segment of each whole number starts. */
  private final int[] segments = new int[WHOLE + 1];

  /** Whether slopes never fall: then the line is the largest of its straight ones. */
  private final boolean convex;

  private final boolean flat;

  /** How many knots there are at the most between two whole numbers. */
  private final int steps;

  /** Knots rise and are at least one; each with its height and the slope from there on. */
  public PiecewiseLine(double[] knots, double[] heights, double[] slopes) {
    this.knots = knots.length;
    cells = new double[CELLS * (knots.length + 1)];
    Arrays.fill(cells, Double.POSITIVE_INFINITY);
    for (int i = 0; i < knots.length; i++) {
      cells[CELLS * i + KNOT] = knots[i];
      cells[CELLS * i + HEIGHT] = heights[i];
      cells[CELLS * i + SLOPE] = slopes[i];
    }
    convex = IntStream.range(1, knots.length).allMatch(i -> slopes[i] >= slopes[i - 1]);
    flat = knots.length == 1 && slopes[0] == 0;
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

  /** Whether it is the same everywhere, even where {@code x} is unknown. */
  public boolean isFlat() {
    return flat;
  }

  /** Where a knot is. */
  public double knot(int i) {
    return cells[CELLS * i + KNOT];
  }

  /** The height at a knot. */
  public double height(int i) {
    return cells[CELLS * i + HEIGHT];
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

  /** Whether slopes never fall: then the value is the largest of all straight lines'. */
  public boolean isConvex() {
    return convex;
  }

  /**
   * The value at {@code x}, at least 0; NaN for NaN unless flat. It never falls if no slope is
   * negative.
   */
  public double at(double x) {
    if (flat) {
      return height(0);
    }
    if (convex) {
      double largest = straight(0, x);
      for (int i = CELLS; i < CELLS * knots; i += CELLS) {
        double value = straight(i, x);
        largest = value > largest ? value : largest;
      }
      return largest;
    }
    return bounded(find(x), x);
  }

  private double straight(int i, double x) {
    return cells[i + HEIGHT] + cells[i + SLOPE] * (x - cells[i + KNOT]);
  }

  /** Rounding must not lift a segment's end above the next knot: order is kept between segments. */
  private double bounded(int i, double x) {
    double value = straight(i, x);
    double end = cells[i + CELLS + HEIGHT];
    return value > end ? end : value;
  }

  /** Stores the value at each of the first n numbers, in another array. */
  public void at(double[] x, double[] out, int n) {
    if (flat) {
      Arrays.fill(out, 0, n, height(0));
    } else if (convex) {
      straight(x, cells[KNOT], cells[HEIGHT], cells[SLOPE], out, n);
      for (int i = CELLS; i < CELLS * knots; i += CELLS) {
        largest(x, cells[i + KNOT], cells[i + HEIGHT], cells[i + SLOPE], out, n);
      }
    } else {
      for (int row = 0; row < n; row++) {
        out[row] = bounded(find(x[row]), x[row]);
      }
    }
  }

  private static void straight(
      double[] x, double knot, double height, double slope, double[] out, int n) {
    for (int row = 0; row < n; row++) {
      out[row] = height + slope * (x[row] - knot);
    }
  }

  private static void largest(
      double[] x, double knot, double height, double slope, double[] out, int n) {
    for (int row = 0; row < n; row++) {
      out[row] = Math.max(out[row], height + slope * (x[row] - knot));
    }
  }

  /** Whether values minus {@code x} are from -1000 to 1000 for all x from 0 to 60. */
  public boolean isOrdinary() {
    boolean ordinary = true;
    for (int i = 0; i < knots; i++) {
      ordinary &= Math.abs(height(i)) < 100 && Math.abs(knot(i)) < 60 && Math.abs(slope(i)) < 10;
    }
    return ordinary;
  }
}
