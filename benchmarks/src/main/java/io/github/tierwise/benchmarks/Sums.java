package io.github.tierwise.benchmarks;

/** The sum of each output over rows; what is unknown is left out. */
record Sums(
    double scores,
    long tiers,
    double engagementRates,
    double expectedRates,
    double costsPerEngagement) {

  static Sums of(Outputs out, int rows) {
    long tiers = 0;
    for (int row = 0; row < rows; row++) {
      tiers += out.tiers()[row];
    }
    return new Sums(
        sum(out.scores(), rows),
        tiers,
        sum(out.engagementRates(), rows),
        sum(out.expectedRates(), rows),
        sum(out.costsPerEngagement(), rows));
  }

  static double sum(double[] values, int count) {
    double sum = 0.0;
    for (int i = 0; i < count; i++) {
      sum += Double.isNaN(values[i]) ? 0.0 : values[i];
    }
    return sum;
  }

  /** Checks against another; gives the largest relative difference. */
  double verify(Sums expected, String who) {
    if (tiers != expected.tiers) {
      throw new IllegalStateException(
          "sum of tiers by %s must be %d, was %d".formatted(who, expected.tiers, tiers));
    }
    double worst = verify(scores, expected.scores, who);
    worst = Math.max(worst, verify(engagementRates, expected.engagementRates, who));
    worst = Math.max(worst, verify(expectedRates, expected.expectedRates, who));
    return Math.max(worst, verify(costsPerEngagement, expected.costsPerEngagement, who));
  }

  private static double verify(double actual, double expected, String who) {
    double difference = Math.abs(actual - expected) / Math.abs(expected);
    if (!(difference <= Outputs.TOLERANCE)) {
      throw new IllegalStateException(
          "sum by %s must be %s, was %s".formatted(who, expected, actual));
    }
    return difference;
  }
}
