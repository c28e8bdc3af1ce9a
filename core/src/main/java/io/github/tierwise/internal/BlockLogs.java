package io.github.tierwise.internal;

/**
 * {@link Logs} for many numbers at once, the same bits: one pass over the tables, number by number,
 * then short loops of plain arithmetic that the compiler turns into vector instructions.
 *
 * <p>Holds scratch space and so is for one thread.
 */
public final class BlockLogs {

  private final double[] first;
  private final double[] second;
  private final double[] third;

  /** For up to {@code capacity} numbers at once. */
  public BlockLogs(int capacity) {
    first = new double[capacity];
    second = new double[capacity];
    third = new double[capacity];
  }

  /**
   * Stores {@code Logs.log2(x[i])} at {@code out[i]} for i below n.
   *
   * @param x numbers from {@link Double#MIN_NORMAL} on, finite; or NaN
   * @param out where the logarithms go, another array than {@code x}
   */
  public void log2(double[] x, double[] out, int n) {
    Logs.takeApart(x, first, second, third, n);
    sumLogs(first, second, third, x, out, n);
  }

  private static void sumLogs(
      double[] rest, double[] log, double[] exponent, double[] x, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = exponent[i] + (log[i] + Logs.restOfLog(rest[i])) + Unknown.zeroIfKnown(x[i]);
    }
  }

  /**
   * Stores {@code Logs.exp2(x[i])} at {@code out[i]} for i below n; the two arrays may be one.
   *
   * @param x numbers from -1022 to below 1024; or NaN
   */
  public void exp2(double[] x, double[] out, int n) {
    split(x, first, second, n);
    Logs.lookUp(second, third, n);
    multiply(first, third, second, out, n);
  }

  private static void split(double[] x, double[] rest, double[] cells, int n) {
    for (int i = 0; i < n; i++) {
      double coarse = Logs.coarse(x[i]);
      double nearest = Logs.nearestCell(coarse);
      cells[i] = nearest;
      rest[i] = Logs.beyondCell(coarse, nearest);
    }
  }

  private static void multiply(double[] rest, double[] power, double[] scale, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = (power[i] + power[i] * Logs.restOfPower(rest[i])) * scale[i];
    }
  }
}
