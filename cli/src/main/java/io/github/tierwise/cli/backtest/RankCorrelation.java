package io.github.tierwise.cli.backtest;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How alike two orders of the same things are, each thing there as many times as it was drawn.
 * Immutable.
 */
final class RankCorrelation {

  private static final double NOTHING_LEFT = 1e-9;

  private final double[] values;
  private final int[] order;

  /**
   * Things in the order of a value.
   *
   * @param values a value of each
   */
  RankCorrelation(double[] values) {
    this.values = values.clone();
    order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i]))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  /**
   * The ranks of things from 1, those that are alike sharing the mean of theirs.
   *
   * @param times how often each thing is there
   */
  double[] ranks(int[] times) {
    double[] ranks = new double[values.length];
    int before = 0;
    int from = 0;
    while (from < order.length) {
      int alike = 0;
      int to = from;
      while (to < order.length && values[order[to]] == values[order[from]]) {
        alike += times[order[to++]];
      }
      for (int i = from; i < to; i++) {
        ranks[order[i]] = before + (alike + 1) / 2.0;
      }
      before += alike;
      from = to;
    }
    return ranks;
  }

  /** Pearson's r; of ranks it is Spearman's rho. NaN if all of one are alike. */
  static double of(double[] x, double[] y, int[] times) {
    double all = Arrays.stream(times).sum();
    double meanX = 0;
    double meanY = 0;
    for (int i = 0; i < x.length; i++) {
      meanX += times[i] * x[i] / all;
      meanY += times[i] * y[i] / all;
    }
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      double dx = x[i] - meanX;
      double dy = y[i] - meanY;
      xy += times[i] * dx * dy;
      xx += times[i] * dx * dx;
      yy += times[i] * dy * dy;
    }
    return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : Double.NaN;
  }

  /**
   * A partial correlation: what is left of that of two things once a third is taken out of both;
   * NaN if nothing is left of one.
   *
   * @param both their correlation
   * @param one that of the first with the third
   * @param other that of the second with the third
   */
  static double without(double both, double one, double other) {
    double left = Math.sqrt((1 - one * one) * (1 - other * other));
    return left > NOTHING_LEFT ? (both - one * other) / left : Double.NaN;
  }
}
