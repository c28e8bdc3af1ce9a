package io.github.tierwise.study;

import io.github.tierwise.explain.Estimate;

/**
 * The line of y on x by least squares, from sums.
 *
 * @param n the number of points
 * @param x the sum of x
 * @param y the sum of y
 * @param xx the sum of x squared
 * @param xy the sum of x times y
 * @param yy the sum of y squared
 */
record LeastSquares(long n, double x, double y, double xx, double xy, double yy) {

  /** Fewer points than this say too little of a slope (own limit). */
  static final int FEWEST = 10;

  private double sxx() {
    return xx - x / n * x;
  }

  private double sxy() {
    return xy - x / n * y;
  }

  private double syy() {
    return yy - y / n * y;
  }

  /** Whether there are enough points and x is not the same for all. */
  boolean isKnown() {
    return n >= FEWEST && sxx() > 0;
  }

  /** The slope with its interval of 95%, by Student's t with n - 2 degrees of freedom. */
  Estimate slope() {
    if (!isKnown()) {
      return Estimate.UNKNOWN;
    }
    double slope = sxy() / sxx();
    double rest = Math.max(0, syy() - slope * sxy());
    double reach = student95((double) n - 2) * Math.sqrt(rest / (n - 2) / sxx());
    return new Estimate(slope, slope - reach, slope + reach);
  }

  /** The line's y at x = 0, NaN if unknown. */
  double intercept() {
    return isKnown() ? (y - sxy() / sxx() * x) / n : Double.NaN;
  }

  /**
   * The 97.5% quantile of Student's t by its expansion around the normal quantile (Cornish-Fisher,
   * five terms); within 0.0001 from 8 degrees of freedom on.
   */
  static double student95(double degrees) {
    double z = RateBins.NORMAL_95;
    double s = z * z;
    double g1 = (s + 1) * z / 4;
    double g2 = ((5 * s + 16) * s + 3) * z / 96;
    double g3 = (((3 * s + 19) * s + 17) * s - 15) * z / 384;
    double g4 = ((((79 * s + 776) * s + 1482) * s - 1920) * s - 945) * z / 92160;
    return z + (g1 + (g2 + (g3 + g4 / degrees) / degrees) / degrees) / degrees;
  }
}
