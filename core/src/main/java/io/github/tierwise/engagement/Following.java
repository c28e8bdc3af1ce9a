package io.github.tierwise.engagement;

import io.github.tierwise.engagement.LevelEstimator.Level;
import io.github.tierwise.internal.Checks;
import io.github.tierwise.internal.Logs;
import io.github.tierwise.internal.Priors;
import io.github.tierwise.internal.Text;
import java.io.Serializable;
import java.util.List;

/**
 * How a level follows posts: the constants that peers may change, and the filter that they drive.
 * Nothing here depends on what the posts brought but by functions that never fall.
 *
 * @param halfLife after how many days a post has half of its engagements; 0 leaves ages out
 * @param trend by how much less an older post had, in doublings for each doubling of (10 days +
 *     age); below 0 it had more
 * @param drift the variance that a level gains with each post
 * @param driftADay the variance that it gains with each day
 * @param decayedPosts how many posts the decayed mean counts as beside the filter
 * @param curvePosts how much posts count against what the size lets expect: the expectation gets P
 *     of P + this; positive infinity leaves it out
 */
record Following(
    double halfLife,
    double trend,
    double drift,
    double driftADay,
    double decayedPosts,
    double curvePosts)
    implements Serializable {

  static final double DRIFT = 0.08;
  static final double DRIFT_A_DAY = 0.01;
  static final double DECAYED_POSTS = 1;
  static final double NO_CURVE = Double.POSITIVE_INFINITY;
  static final double CURVE_POSTS = 8;

  /** What the weight of a post is multiplied by for each newer one, in the decayed mean. */
  private static final double DECAY = 0.6;

  private static final double AT_ONCE = 0.02;
  private static final double STEEPNESS = 1.4;
  private static final double TREND_DAYS = 10;
  private static final double MOST_ABOVE = 0.8;
  private static final double MOST_BELOW = 4;
  private static final double PRIOR_POSTS = 4;

  /** The days in which a post of half-life 1 comes to half by (a ÷ (a + this)) to the steepness. */
  private static final double HALFWAY = StrictMath.pow(2, 1 / STEEPNESS) - 1;

  Following {
    halfLife = Checks.atLeastZero(halfLife, "halfLife");
    trend = Checks.finite(trend, "trend");
    drift = Checks.positive(drift, "drift");
    driftADay = Checks.atLeastZero(driftADay, "driftADay");
    decayedPosts = Checks.atLeastZero(decayedPosts, "decayedPosts");
    if (curvePosts != NO_CURVE) {
      Checks.positive(curvePosts, "curvePosts");
    }
  }

  /** With the other constants as they are without peers. */
  static Following standard(double halfLife, double trend) {
    return new Following(halfLife, trend, DRIFT, DRIFT_A_DAY, DECAYED_POSTS, NO_CURVE);
  }

  /** The same, ages left out. */
  Following ageless() {
    return new Following(0, 0, drift, driftADay, decayedPosts, curvePosts);
  }

  /**
   * Walks posts, oldest first.
   *
   * @param posts at least one
   * @param deviation what is thought of a post's deviation before any is seen
   * @return the level that they lead to
   */
  Level walk(RecentPosts posts, double deviation) {
    int n = posts.count();
    double newest = posts.age(n - 1);
    double level = grown(posts, 0, newest);
    double decayed = level;
    double weights = 1;
    double variance = Priors.MEAN_VARIANCE;
    double squares = 0;
    for (int i = 1; i < n; i++) {
      double found = grown(posts, i, newest);
      double before = variance + drift + driftADay * posts.wait(i);
      double total = before + 1;
      double scale = StrictMath.sqrt(total);
      double surprise = Math.max(-MOST_BELOW * scale, Math.min(MOST_BELOW * scale, found - level));
      variance = before / total;
      level += Math.min(surprise, MOST_ABOVE * scale) * variance;
      squares += surprise * surprise / total;
      decayed = decayed * DECAY + found;
      weights = weights * DECAY + 1;
    }
    double share = n == 1 ? 0 : decayedPosts / (decayedPosts + n - 1);
    return new Level(
        Math.max(level + share * (decayed / weights - level), 0),
        variance,
        StrictMath.sqrt((PRIOR_POSTS * deviation * deviation + squares) / (PRIOR_POSTS + n - 1)),
        n,
        posts.newestAt(),
        newest);
  }

  /** What a post will have once it has aged, had it been published with the newest. */
  private double grown(RecentPosts posts, int i, double newest) {
    double age = posts.age(i);
    return posts.log(i) - logMaturity(age) + earlier(age, newest);
  }

  /**
   * By how many doublings a post of one age has less than one of a younger age, but for its age.
   */
  private double earlier(double age, double younger) {
    return trend == 0 || Double.isNaN(age) ? 0 : trend * (logOld(age) - logOld(younger));
  }

  /**
   * The binary logarithm of 1 + the engagements that the next post is most likely to have.
   *
   * @param level the account's own level
   * @param expectedLog what the size lets expect; NaN if unknown
   * @param days from the level's newest post to this one
   * @param age at how many days it is counted
   */
  double centre(Level level, double expectedLog, double days, double age) {
    double log = level.log();
    if (!Double.isNaN(expectedLog)) {
      double variance = level.variance() + drift + driftADay * days;
      log += variance / (curvePosts + variance) * (expectedLog - log);
    }
    // A post that is published after the others were counted is no younger than they are.
    double younger = Math.max(0, level.age() - days);
    return log + logMaturity(age) + earlier(level.age(), younger);
  }

  private static double logOld(double age) {
    return Logs.log2(1 + age / TREND_DAYS);
  }

  /**
   * The binary logarithm of the part of its engagements that a post has after some days: all of
   * them after infinitely many, and where its age is not known.
   */
  private double logMaturity(double age) {
    return halfLife == 0 || Double.isNaN(age) || age == Double.POSITIVE_INFINITY
        ? 0
        : STEEPNESS * Logs.log2((age + AT_ONCE) / (age + AT_ONCE + HALFWAY * halfLife));
  }

  /** The constants that no peers change, and those that they start from. */
  static List<String> constants() {
    return List.of(
        Text.ownDefault("age that a post has at once", Text.plain(AT_ONCE) + " days"),
        Text.ownDefault(
            "steepness with which a post comes to its engagements", Text.plain(STEEPNESS)),
        Text.ownDefault("age from which a trend shows", Text.plain(TREND_DAYS) + " days"),
        Text.ownDefault("posts that this deviation counts as", Text.plain(PRIOR_POSTS)),
        Text.ownDefault("posts that a level is made from", "the last " + RecentPosts.MOST),
        Text.ownDefault(
            "variance of a level after one post, and of a mean", Text.plain(Priors.MEAN_VARIANCE)),
        Text.ownDefault("drift of a level with each post", Text.plain(DRIFT)),
        Text.ownDefault("drift of a level with each day", Text.plain(DRIFT_A_DAY)),
        Text.ownDefault("surprise above at the most", Text.plain(MOST_ABOVE) + " doublings"),
        Text.ownDefault("surprise below at the most", Text.plain(MOST_BELOW) + " doublings"),
        Text.ownDefault("decay of a post's weight in a decayed mean", Text.plain(DECAY)),
        Text.ownDefault("posts that a decayed mean counts as", Text.plain(DECAYED_POSTS)));
  }

  @Override
  public String toString() {
    return ("half-life %s days, trend %s, drift %s a post and %s a day, decayed mean as %s posts,"
            + " curve %s")
        .formatted(
            Text.plain(halfLife),
            Text.plain(trend),
            Text.plain(drift),
            Text.plain(driftADay),
            Text.plain(decayedPosts),
            curvePosts == NO_CURVE ? "left out" : Text.plain(curvePosts) + " to P");
  }
}
