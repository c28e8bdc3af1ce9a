package io.github.tierwise.benchmarks;

/** The five outputs of every row, in the caller's arrays. */
@SuppressWarnings("ArrayRecordComponent") // never compared as records
record Outputs(
    double[] scores,
    int[] tiers,
    double[] engagementRates,
    double[] expectedRates,
    double[] costsPerEngagement) {

  /** The largest relative difference at which two contenders did the same work. */
  static final double TOLERANCE = 1e-9;

  Outputs(int rows) {
    this(new double[rows], new int[rows], new double[rows], new double[rows], new double[rows]);
  }

  /**
   * Checks that the first rows are those of another: tiers equal, numbers NaN in the same rows and
   * else within a relative 1e-9.
   *
   * @return the largest relative difference found
   */
  double verify(Outputs expected, int rows, String who) {
    for (int row = 0; row < rows; row++) {
      if (tiers[row] != expected.tiers[row]) {
        throw differs(who, "tier", row, expected.tiers[row], tiers[row]);
      }
    }
    double worst = verify(scores, expected.scores, rows, who, "score");
    worst =
        Math.max(
            worst, verify(engagementRates, expected.engagementRates, rows, who, "engagement rate"));
    worst =
        Math.max(worst, verify(expectedRates, expected.expectedRates, rows, who, "expected rate"));
    return Math.max(
        worst,
        verify(costsPerEngagement, expected.costsPerEngagement, rows, who, "cost per engagement"));
  }

  private static double verify(
      double[] actual, double[] expected, int rows, String who, String what) {
    double worst = 0.0;
    for (int row = 0; row < rows; row++) {
      double a = actual[row];
      double e = expected[row];
      if (Double.isNaN(a) && Double.isNaN(e)) {
        continue;
      }
      double difference = a == e ? 0.0 : Math.abs(a - e) / Math.abs(e);
      if (!(difference <= TOLERANCE)) {
        throw differs(who, what, row, e, a);
      }
      worst = Math.max(worst, difference);
    }
    return worst;
  }

  private static IllegalStateException differs(
      String who, String what, int row, double expected, double actual) {
    return new IllegalStateException(
        "%s of row %d by %s must be %s, was %s".formatted(what, row, who, expected, actual));
  }
}
