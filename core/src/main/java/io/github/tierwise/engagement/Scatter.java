package io.github.tierwise.engagement;

import io.github.tierwise.engagement.LevelEstimator.Level;
import io.github.tierwise.internal.Checks;
import io.github.tierwise.internal.Logs;
import io.github.tierwise.internal.Text;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * How forecasts miss: by how much they are moved, and how wide the 90% interval is around them.
 *
 * @param shift what is added to every forecast, in doublings
 * @param low the 5% quantile of what is left, in standard deviations, at most 0
 * @param high the 95% quantile, at least 0
 * @param bySize by how many doublings an interval widens with each doubling of the level
 * @param byWait the same with each doubling of (1 day + the wait for the post)
 * @param byPosts the same with each doubling of the number of posts
 * @param meanSize the level from which {@code bySize} counts
 * @param meanWait the logarithm from which {@code byWait} counts
 * @param meanPosts the logarithm from which {@code byPosts} counts
 */
record Scatter(
    double shift,
    double low,
    double high,
    double bySize,
    double byWait,
    double byPosts,
    double meanSize,
    double meanWait,
    double meanPosts)
    implements Serializable {

  /** Quantiles without peers. */
  static final double LOW = -2.4;

  static final double HIGH = 1.7;

  /** An interval never gets wider or narrower by more doublings than this. */
  private static final double MOST = 1;

  /** An error smaller than this, in standard deviations, is as good as none. */
  private static final double SMALL_ERROR = 0.05;

  private static final double LOW_SHARE = 0.05;
  private static final double HIGH_SHARE = 0.95;

  Scatter {
    shift = Checks.finite(shift, "shift");
    bySize = Checks.finite(bySize, "bySize");
    byWait = Checks.finite(byWait, "byWait");
    byPosts = Checks.finite(byPosts, "byPosts");
    meanSize = Checks.finite(meanSize, "meanSize");
    meanWait = Checks.finite(meanWait, "meanWait");
    meanPosts = Checks.finite(meanPosts, "meanPosts");
    if (!(low <= 0 && 0 <= high && Double.isFinite(low) && Double.isFinite(high))) {
      throw new IllegalArgumentException(
          "quantiles must be around 0, was %s to %s".formatted(Text.plain(low), Text.plain(high)));
    }
  }

  static Scatter of(double shift, double low, double high) {
    return new Scatter(shift, low, high, 0, 0, 0, 0, 0, 0);
  }

  /**
   * A forecast of a peer's newest post: from where, how long after, and how far off, in doublings.
   */
  record Miss(Level level, double days, double error) {}

  /**
   * Learns from forecasts of other accounts.
   *
   * @param misses one an account, at least two
   * @param drift the variance that a level gains with a post
   */
  static Scatter fit(List<Miss> misses, double drift) {
    int n = misses.size();
    double[] errors = misses.stream().mapToDouble(Miss::error).toArray();
    double shift = shrunk(errors);
    double[] sizes = misses.stream().mapToDouble(miss -> miss.level.log()).toArray();
    double[] waits = misses.stream().mapToDouble(miss -> logWait(miss.days)).toArray();
    double[] posts = misses.stream().mapToDouble(miss -> logPosts(miss.level)).toArray();
    double[] widths = new double[n];
    double[] rest = new double[n];
    for (int i = 0; i < n; i++) {
      widths[i] = width(misses.get(i).level, drift);
      rest[i] = Logs.log2(Math.abs(errors[i] - shift) / widths[i] + SMALL_ERROR);
    }
    double bySize = slope(sizes, rest);
    double byWait = slope(waits, rest);
    double byPosts = slope(posts, rest);
    Scatter shape =
        new Scatter(shift, 0, 0, bySize, byWait, byPosts, mean(sizes), mean(waits), mean(posts));
    double[] standardized = new double[n];
    for (int i = 0; i < n; i++) {
      standardized[i] =
          (errors[i] - shift) / shape.deviation(misses.get(i).level, misses.get(i).days, drift);
    }
    Arrays.sort(standardized);
    return new Scatter(
        shift,
        Math.min(0, quantile(standardized, LOW_SHARE)),
        Math.max(0, quantile(standardized, HIGH_SHARE)),
        bySize,
        byWait,
        byPosts,
        shape.meanSize,
        shape.meanWait,
        shape.meanPosts);
  }

  /** The standard deviation of a forecast, in doublings. */
  double deviation(Level level, double days, double drift) {
    double wider =
        bySize * (level.log() - meanSize)
            + byWait * (logWait(days) - meanWait)
            + byPosts * (logPosts(level) - meanPosts);
    return width(level, drift) * Logs.exp2(Math.max(-MOST, Math.min(MOST, wider)));
  }

  /** Of the wait nothing enters here: what it adds to the variance does not show in errors. */
  private static double width(Level level, double drift) {
    return level.deviation() * StrictMath.sqrt(level.variance() + drift + 1);
  }

  private static double logWait(double days) {
    return Logs.log2(1 + days);
  }

  /** An account may have published more posts than a level looks at. */
  private static double logPosts(Level level) {
    return Logs.log2(Math.min(level.posts(), RecentPosts.MOST));
  }

  /** The median, drawn to 0 by how uncertain it is: {@code m - SE² / m}, 0 within one SE. */
  private static double shrunk(double[] errors) {
    double[] sorted = errors.clone();
    Arrays.sort(sorted);
    double median = quantile(sorted, 0.5);
    // Of a normal law: the quartiles are 1.349 deviations apart, a median errs by 1.253 / √n.
    double deviation = (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / 1.349;
    double squared = 1.253 * 1.253 * deviation * deviation / errors.length;
    return median * median <= squared ? 0 : median - squared / median;
  }

  /**
   * The least squares slope, taken out of {@code values}; 0 unless it is two standard errors away
   * from it.
   */
  private static double slope(double[] at, double[] values) {
    int n = at.length;
    double meanAt = mean(at);
    double mean = mean(values);
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (int i = 0; i < n; i++) {
      double x = at[i] - meanAt;
      double y = values[i] - mean;
      xx += x * x;
      xy += x * y;
      yy += y * y;
    }
    double slope = xy / xx;
    double squaredError = (yy - xy * slope) / (n - 2) / xx;
    if (!(slope * slope > LevelFit.SURE * LevelFit.SURE * squaredError)) {
      return 0;
    }
    for (int i = 0; i < n; i++) {
      values[i] -= slope * (at[i] - meanAt);
    }
    return slope;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }

  /**
   * The quantile of sorted values that a further value is below with that probability: at {@code p
   * (n + 1)}, linear between neighbours (type 6 of Hyndman and Fan 1996), as in conformal
   * prediction.
   */
  static double quantile(double[] sorted, double p) {
    double at = Math.max(0, Math.min(sorted.length - 1, p * (sorted.length + 1) - 1));
    int below = (int) at;
    double rest = at - below;
    return rest == 0 ? sorted[below] : sorted[below] + rest * (sorted[below + 1] - sorted[below]);
  }

  static List<String> constants() {
    return List.of(
        Text.ownDefault(
            "forecast quantiles without peers", Text.plain(LOW) + " and " + Text.plain(HIGH)),
        Text.ownDefault(
            "an interval gets wider or narrower by", "at most " + Text.plain(MOST) + " doublings"),
        Text.ownDefault("error as good as none", Text.plain(SMALL_ERROR) + " standard deviations"));
  }

  @Override
  public String toString() {
    String shape =
        bySize == 0 && byWait == 0 && byPosts == 0
            ? ""
            : ", widening by %s, %s and %s a doubling of level, wait and posts"
                .formatted(Text.fixed(bySize, 3), Text.fixed(byWait, 3), Text.fixed(byPosts, 3));
    return "shift %s, quantiles %s and %s%s"
        .formatted(Text.fixed(shift, 2), Text.fixed(low, 2), Text.fixed(high, 2), shape);
  }
}
