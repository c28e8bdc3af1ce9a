package io.github.tierwise.internal;

/** What criteria contribute at utility 1, and the score that utilities make of it. */
public final class Points {

  private Points() {}

  /**
   * The weights in parts of 100, on a grid so coarse that summing them is exact; the first that is
   * above 0 takes the rest, so that a perfect account scores exactly 100 and none scores more. A
   * weight of 0 is as if there were no such criterion.
   *
   * @param weights at least 0, with a finite sum above 0
   */
  public static double[] atMost(double[] weights) {
    double sum = 0.0;
    for (double weight : weights) {
      sum += weight;
    }
    double[] points = new double[weights.length];
    double rest = 100;
    int first = -1;
    for (int i = 0; i < points.length; i++) {
      if (first < 0 && weights[i] > 0) {
        first = i;
      } else {
        points[i] = Math.floor(weights[i] / sum * 100 * 0x1p40) * 0x1p-40;
        rest -= points[i];
      }
    }
    points[first] = rest;
    return points;
  }

  /** The score: the sum of the contributions in their order. */
  public static double score(double[] atMost, double[] utilities) {
    double sum = 0.0;
    for (int i = 0; i < atMost.length; i++) {
      sum += atMost[i] * utilities[i];
    }
    return sum;
  }
}
