package io.github.tierwise.cli.backtest;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A number with its 95% interval.
 *
 * @param value the number; NaN if there is none
 * @param low the interval's lower end; NaN if there are too few to tell
 * @param high the interval's upper end
 */
record Range(double value, double low, double high) {

  static final Range UNKNOWN = new Range(Double.NaN, Double.NaN, Double.NaN);

  /** How often the accounts are drawn anew. */
  static final int DRAWS = 2_000;

  /** Fewer accounts than this tell no interval of a difference (own limit). */
  static final int FEWEST = 30;

  /** The 97.5% quantile of the normal distribution. */
  private static final double NORMAL = 1.959963984540054;

  private static final double TAIL = 0.025;

  boolean isKnown() {
    return !Double.isNaN(value);
  }

  boolean hasInterval() {
    return !Double.isNaN(low);
  }

  /** A share and the interval of Wilson 1927 for it. */
  static Range share(long hits, long of) {
    double share = hits / (double) of;
    double z = NORMAL * NORMAL / of;
    double middle = (share + z / 2) / (1 + z);
    double half = NORMAL / (1 + z) * Math.sqrt(share * (1 - share) / of + z / (4 * of));
    return new Range(share, Math.max(0, middle - half), Math.min(1, middle + half));
  }

  /**
   * Means and their intervals by the bootstrap: the accounts are drawn anew, with replacement, and
   * the interval has the middle 95% of the means. All samples are drawn alike, so that they stay
   * paired.
   *
   * @param samples samples of one length, a value for each account
   * @param seed what the draws begin with
   */
  static List<Range> means(List<double[]> samples, long seed) {
    int accounts = samples.isEmpty() ? 0 : samples.get(0).length;
    if (accounts < FEWEST) {
      return samples.stream()
          .map(sample -> new Range(mean(sample), Double.NaN, Double.NaN))
          .toList();
    }
    double[][] means = new double[samples.size()][DRAWS];
    Random random = new Random(seed);
    int[] drawn = new int[accounts];
    for (int draw = 0; draw < DRAWS; draw++) {
      for (int i = 0; i < accounts; i++) {
        drawn[i] = random.nextInt(accounts);
      }
      for (int sample = 0; sample < means.length; sample++) {
        double[] values = samples.get(sample);
        double sum = 0;
        for (int i : drawn) {
          sum += values[i];
        }
        means[sample][draw] = sum / accounts;
      }
    }
    return IntStream.range(0, means.length)
        .mapToObj(sample -> ofDraws(mean(samples.get(sample)), means[sample]))
        .toList();
  }

  /** A number and the middle 95% of what draws gave for it. */
  static Range ofDraws(double value, double[] drawn) {
    double[] sorted = drawn.clone();
    Arrays.sort(sorted);
    int draws = sorted.length;
    return new Range(value, sorted[(int) (TAIL * draws)], sorted[(int) ((1 - TAIL) * draws) - 1]);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }
}
