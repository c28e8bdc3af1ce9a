package io.github.tierwise.internal;

/** Means that give the same bits everywhere. */
public final class Means {

  private Means() {}

  /** The geometric mean of numbers &gt; 0; of one number that number, of none NaN. */
  public static double geometric(double[] values) {
    if (values.length == 1) {
      return values[0];
    }
    double sum = 0.0;
    for (double value : values) {
      sum += Logs.log2(value);
    }
    return Logs.exp2(sum / values.length);
  }
}
