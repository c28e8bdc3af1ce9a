package io.github.tierwise.internal;

/** A straight line from one reference point (0) to another (1), flat outside. */
public final class Scale {

  private Scale() {}

  /** The factor that {@link #apply} takes: computed once where the reference points are fixed. */
  public static double factor(double from, double to) {
    double factor = 1.0 / (to - from);
    // Points that nearly meet would make it infinite, and nothing times that is unknown.
    return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, factor));
  }

  /**
   * Where {@code x} lies between {@code from} (0) and the point that {@code factor} was made for
   * (1), clamped; NaN for NaN. It keeps order: a larger {@code x} never gives less if {@code
   * factor} is positive, never more if it is negative.
   */
  public static double apply(double x, double from, double factor) {
    double y = (x - from) * factor;
    // For one number branches are quicker than Math.min and Math.max; an unknown takes the last.
    return y >= 1 ? 1.0 : y > 0 ? y : y <= 0 ? 0.0 : y;
  }

  /** The same for the first n numbers; the two arrays may be one. */
  public static void apply(double[] x, double from, double factor, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      // Unlike branches these become vector instructions.
      out[i] = Math.max(0.0, Math.min(1.0, (x[i] - from) * factor));
    }
  }
}
