package io.github.tierwise.cli.backtest;

import java.util.Arrays;

/** How alike two orders of the same things are. */
final class RankCorrelation {

  private static final double NOTHING_LEFT = 1e-9;

  private RankCorrelation() {}

  /** The ranks of values from 1, those that are alike sharing the mean of theirs. */
  static double[] ranks(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] ranks = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      int below = count(sorted, values[i], false);
      int upTo = count(sorted, values[i], true);
      ranks[i] = (below + 1 + upTo) / 2.0;
    }
    return ranks;
  }

  /** How many values are below one, or equal too. */
  private static int count(double[] sorted, double value, boolean equal) {
    int from = 0;
    int to = sorted.length;
    while (from < to) {
      int middle = (from + to) / 2;
      int order = Double.compare(sorted[middle], value);
      if (order < 0 || (equal && order == 0)) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /** Pearson's r; of ranks it is Spearman's rho. NaN if all of one are alike. */
  static double of(double[] x, double[] y) {
    double meanX = Arrays.stream(x).average().orElse(Double.NaN);
    double meanY = Arrays.stream(y).average().orElse(Double.NaN);
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      xy += (x[i] - meanX) * (y[i] - meanY);
      xx += (x[i] - meanX) * (x[i] - meanX);
      yy += (y[i] - meanY) * (y[i] - meanY);
    }
    return xy / Math.sqrt(xx * yy);
  }

  /** The same beyond two others: what is left of x and y once both are taken out. */
  static double beyond(double[] x, double[] y, double[] first, double[] second) {
    return without(
        without(of(x, y), of(x, first), of(y, first)),
        without(of(x, second), of(x, first), of(second, first)),
        without(of(y, second), of(y, first), of(second, first)));
  }

  /** A partial correlation; NaN if nothing is left of one of the two. */
  private static double without(double both, double one, double other) {
    double left = Math.sqrt((1 - one * one) * (1 - other * other));
    return left > NOTHING_LEFT ? (both - one * other) / left : Double.NaN;
  }
}
