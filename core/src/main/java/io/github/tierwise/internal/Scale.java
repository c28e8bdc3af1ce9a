package io.github.tierwise.internal;

/** A straight line from one reference point (0) to another (1), flat outside. */
public final class Scale {

  private Scale() {}

  /** The factor that {@link #apply} takes: computed once where the reference points are fixed. */
  public static double factor(double from, double to) {
    return 1.0 / (to - from);
  }

  /**
   * Where {@code x} lies between {@code from} (0) and the point that {@code factor} was made for
   * (1), clamped; NaN for NaN. It keeps order: a larger {@code x} never gives less if {@code
   * factor} is positive, never more if it is negative.
   */
  public static double apply(double x, double from, double factor) {
    return Math.max(0.0, Math.min(1.0, (x - from) * factor));
  }

  /** The same for the first n numbers; the two arrays may be one. */
  public static void apply(double[] x, double from, double factor, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = apply(x[i], from, factor);
    }
  }
}
