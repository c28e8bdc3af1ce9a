package io.github.tierwise.internal;

/**
 * The mean of numbers from 0 to 1, summed in fixed point: the same bits in whatever order they come
 * and however they are split into parts that are merged. Each counts in steps of 2^-62, so that
 * none above 2^-9 is rounded. For one thread.
 */
public final class ExactMean {

  private static final double ONE = 0x1p62;

  private long high;

  /** The low 64 bits of the sum, without a sign. */
  private long low;

  private long count;

  /** Nothing yet. */
  public ExactMean() {}

  /** Adds a number from 0 to 1. */
  public void add(double number) {
    addToSum((long) (number * ONE));
    count++;
  }

  private void addToSum(long part) {
    low += part;
    // An unsigned sum that is below what was added has gone round.
    high += Long.compareUnsigned(low, part) < 0 ? 1 : 0;
  }

  /** Adds all that another one has. */
  public void merge(ExactMean other) {
    high += other.high;
    addToSum(other.low);
    count += other.count;
  }

  /** How many numbers there are. */
  public long count() {
    return count;
  }

  /** The mean; NaN of nothing. */
  public double value() {
    double unsigned = (low >>> 1) * 2.0 + (low & 1);
    return (high * 0x1p64 + unsigned) / ONE / count;
  }
}
