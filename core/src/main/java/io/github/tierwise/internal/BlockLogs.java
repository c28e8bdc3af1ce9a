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
   * @param x numbers from {@link Double#MIN_NORMAL} to below 2^1000; or NaN
   * @param out where the logarithms go, another array than {@code x}
   */
  public void log2(double[] x, double[] out, int n) {
    Logs.takeApart(x, first, second, third, n);
    assemble(x, first, second, third, out, n);
  }

  private static void assemble(
      double[] x, double[] inverse, double[] log, double[] exponent, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = Logs.assemble(x[i], inverse[i], log[i], exponent[i]);
    }
  }

  /**
   * Stores {@code Logs.exp2(x[i])} at {@code out[i]} for i below n; the two arrays may be one.
   *
   * @param x numbers from -900 to 1000; or NaN
   */
  public void exp2(double[] x, double[] out, int n) {
    split(x, first, second, n);
    Logs.powersOfCells(second, third, n);
    multiply(first, third, out, n);
  }

  private static void split(double[] x, double[] rest, double[] sums, int n) {
    for (int i = 0; i < n; i++) {
      double coarse = Logs.coarse(x[i]);
      sums[i] = Logs.cellSum(coarse);
      rest[i] = Logs.beyondCell(coarse, Logs.nearestCell(coarse));
    }
  }

  private static void multiply(double[] rest, double[] power, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = power[i] + power[i] * Logs.restOfPower(rest[i]);
    }
  }
}
