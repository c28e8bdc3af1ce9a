package io.github.tierwise.study;

import io.github.tierwise.explain.Estimate;
import io.github.tierwise.internal.Logs;
import java.util.stream.LongStream;

/**
 * Engagement rates counted in bins of 1/32 of a doubling, from 2^-24 to 2^8; rates below (and 0)
 * and above are counted in the bins at the ends. The middle of a bin is within 1.1% of every rate
 * in it.
 */
final class RateBins {

  /** The binary logarithm of the least rate that has a bin of its own. */
  static final int LEAST = -24;

  /** Doublings of the rate that have bins. */
  static final int DOUBLINGS = 32;

  private static final int BINS = 32;

  /** Half the width of a standard normal distribution that holds 95%. */
  static final double NORMAL_95 = 1.959963984540054;

  /** Bin 0 is for rates below 2^-24. */
  static final int COUNT = BINS * DOUBLINGS + 1;

  private RateBins() {}

  /** The bin of a rate by its binary logarithm, not NaN. */
  static int bin(double logRate) {
    double bin = StrictMath.floor((logRate - LEAST) * BINS) + 1;
    return (int) Math.max(0, Math.min(COUNT - 1, bin));
  }

  private static double low(int bin) {
    return bin == 0 ? 0 : Logs.exp2(LEAST + (bin - 1) / (double) BINS);
  }

  private static double high(int bin) {
    return Logs.exp2(LEAST + bin / (double) BINS);
  }

  private static double middle(int bin) {
    return bin == 0 ? 0 : Logs.exp2(LEAST + (bin - 0.5) / BINS);
  }

  /**
   * A quantile with an interval that covers it in about 95% of samples, made from order statistics:
   * the ranks n·p ± 1.96·√(n·p·(1 − p)), and from the outer edges of their bins.
   */
  static Estimate quantile(long[] bins, double p) {
    long n = LongStream.of(bins).sum();
    if (n == 0) {
      return Estimate.UNKNOWN;
    }
    double rank = n * p;
    double reach = NORMAL_95 * Math.sqrt(n * p * (1 - p));
    return new Estimate(
        middle(binOf(bins, n, StrictMath.ceil(rank))),
        low(binOf(bins, n, StrictMath.floor(rank - reach))),
        high(binOf(bins, n, StrictMath.ceil(rank + reach) + 1)));
  }

  /** The bin that holds the account with a rank, from 1; ranks beyond the ends are the ends. */
  private static int binOf(long[] bins, long n, double rank) {
    double wanted = Math.max(1, Math.min((double) n, rank));
    int bin = 0;
    long seen = bins[0];
    while (bin < bins.length - 1 && seen < wanted) {
      bin++;
      seen += bins[bin];
    }
    return bin;
  }
}
