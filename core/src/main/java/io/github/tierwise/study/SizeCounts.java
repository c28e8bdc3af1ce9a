package io.github.tierwise.study;

import io.github.tierwise.internal.Checks;
import io.github.tierwise.internal.Logs;
import java.io.Serializable;

/**
 * Accounts of one platform by followers and engagement rate, in whole numbers, so that parts add up
 * exactly. Not thread-safe while it counts.
 */
final class SizeCounts {

  /** Bins of followers in a doubling. */
  static final int BINS = 8;

  /** Doublings of followers that have bins: up to a million million. */
  static final int DOUBLINGS = 40;

  /** Points of the picture in a doubling, of followers and of the rate. */
  static final int POINTS = 4;

  /** Steps in a doubling that the sums for the line are rounded to. */
  static final int STEPS = 1024;

  private final long[] followers = new long[BINS * DOUBLINGS];
  private final long[] points = new long[POINTS * DOUBLINGS * POINTS * RateBins.DOUBLINGS];
  private long zeroRates;
  private long n;
  private long x;
  private long y;
  private long xx;
  private long xy;
  private long yy;

  /** Counts an account with known followers. */
  void add(double count, double logRate) {
    double size = Logs.log2(Math.max(1, count));
    followers[clamp(size * BINS, followers.length)]++;
    if (Double.isNaN(logRate) || count < 1) {
      return;
    }
    if (logRate == Double.NEGATIVE_INFINITY) {
      zeroRates++;
      return;
    }
    int column = clamp(size * POINTS, POINTS * DOUBLINGS);
    int row = clamp((logRate - RateBins.LEAST) * POINTS, POINTS * RateBins.DOUBLINGS);
    points[column * POINTS * RateBins.DOUBLINGS + row]++;
    long stepsX = (long) StrictMath.rint(size * STEPS);
    long stepsY = (long) StrictMath.rint(logRate * STEPS);
    n++;
    x += stepsX;
    y += stepsY;
    xx = Math.addExact(xx, stepsX * stepsX);
    xy = Math.addExact(xy, stepsX * stepsY);
    yy = Math.addExact(yy, stepsY * stepsY);
  }

  private static int clamp(double bin, int bins) {
    return (int) Math.max(0, Math.min(bins - 1, StrictMath.floor(bin)));
  }

  /** Adds counts to a sum, one by one. */
  static void add(long[] counts, long[] sum) {
    for (int i = 0; i < counts.length; i++) {
      sum[i] += counts[i];
    }
  }

  void addAll(SizeCounts other) {
    add(other.followers, followers);
    add(other.points, points);
    zeroRates += other.zeroRates;
    n += other.n;
    x += other.x;
    y += other.y;
    xx = Math.addExact(xx, other.xx);
    xy = Math.addExact(xy, other.xy);
    yy = Math.addExact(yy, other.yy);
  }

  /** Accounts in a bin of followers. */
  long followers(int bin) {
    return followers[bin];
  }

  /** Accounts at a point of the picture. */
  long points(int column, int row) {
    return points[column * POINTS * RateBins.DOUBLINGS + row];
  }

  long zeroRates() {
    return zeroRates;
  }

  /** The straight line of log rate on log followers. */
  LeastSquares line() {
    return new LeastSquares(
        n,
        (double) x / STEPS,
        (double) y / STEPS,
        (double) xx / STEPS / STEPS,
        (double) xy / STEPS / STEPS,
        (double) yy / STEPS / STEPS);
  }

  /** The serial form; sums of the line are in it as they are. */
  record Form(
      Counts followers,
      Counts points,
      long zeroRates,
      long n,
      long x,
      long y,
      long xx,
      long xy,
      long yy)
      implements Serializable {

    Form {
      Checks.require(zeroRates >= 0, () -> "accounts without engagement must be >= 0");
      Checks.require(
          points.sum() == n && n + zeroRates >= n && n + zeroRates <= followers.sum(),
          () -> "accounts with a rate must be counted once each, among those with followers");
      // No square of sums is larger than the sum of squares by as many: Cauchy and Schwarz.
      Checks.require(
          n > 0 || (x == 0 && y == 0 && xx == 0 && xy == 0 && yy == 0),
          () -> "sums of no accounts must be 0");
      Checks.require(
          (double) x * x <= (double) n * xx * (1 + 1e-9)
              && (double) y * y <= (double) n * yy * (1 + 1e-9),
          () -> "sums of squares must be those of as many numbers");
    }
  }

  Form form() {
    return new Form(Counts.of(followers), Counts.of(points), zeroRates, n, x, y, xx, xy, yy);
  }

  static SizeCounts of(Form form) {
    SizeCounts counts = new SizeCounts();
    add(form.followers().dense(counts.followers.length), counts.followers);
    add(form.points().dense(counts.points.length), counts.points);
    counts.zeroRates = form.zeroRates();
    counts.n = form.n();
    counts.x = form.x();
    counts.y = form.y();
    counts.xx = form.xx();
    counts.xy = form.xy();
    counts.yy = form.yy();
    return counts;
  }
}
