package io.github.tierwise.engagement;

import io.github.tierwise.explain.Estimate;
import io.github.tierwise.internal.Checks;
import io.github.tierwise.internal.Logs;
import io.github.tierwise.internal.Priors;
import io.github.tierwise.internal.Text;
import io.github.tierwise.profile.Platform;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * From posts to an account's own level of engagement, and on to its next post.
 *
 * <p><strong>Age before drift.</strong> After {@code a} days a post has the part {@code g(a) = ((a
 * + 0.02) / (a + 0.02 + 0.64 h))^1.4} of the engagements that it will have, half of them after the
 * half-life {@code h}. What looks like a falling account is often young posts; so first {@code y =
 * log2(1 + e) - log2 g(a)}. Where the posts of a platform have a trend {@code t}, those that were
 * published earlier are lifted by {@code t log2(1 + a / 10)}, all counted from the newest.
 *
 * <p><strong>Then the level.</strong> A local-level filter walks the last 30 posts, oldest first:
 * it starts at the first, with variance 1, and for each further post
 *
 * <pre>
 * P⁻ = P + 0.08 + 0.01 · days since the post before
 * v  = y - x, not above 0.8 √(P⁻ + 1), not below -4 √(P⁻ + 1)
 * x += v · P⁻ / (P⁻ + 1),   P = P⁻ / (P⁻ + 1)
 * </pre>
 *
 * A post that goes viral says less about the level than one that fails, hence the two limits. Of n
 * posts the level is (n - 1) parts the filter and one part the mean in which a post weighs 0.6 of
 * the next: with few posts the filter is too slow. None of the weights and limits depends on what
 * posts brought, so more engagement on any post never lowers the level. The deviation of a post is
 * {@code s² = (4 σ² + Σ v² / (P⁻ + 1)) / (3 + n)}, here with v not above 4 √(P⁻ + 1).
 *
 * <p><strong>Peers enter last</strong>, if there are any: other accounts whose newest posts were
 * foretold too ({@link #fit}). They change a constant above only where that is surely better; they
 * draw a forecast towards what the size lets expect, lifted to their median, with P of P + 8 parts;
 * they move it by their median error; and from their errors comes the interval, {@code s √(P + 0.08
 * + 1)} wide times their 5% and 95% quantiles, wider or narrower with the level, the wait and the
 * number of posts where that is sure. Without peers the quantiles are -2.4 and 1.7.
 *
 * <p>All constants without a source here are own defaults, chosen on accounts of 2018 to 2022;
 * results are flat around them, and on none of those sets is the level worse than the mean or the
 * decayed mean of the posts.
 *
 * <p>Instances are immutable, thread-safe, serializable and values.
 *
 * @since 0.1.0
 */
public final class LevelEstimator implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final double CURVE_WORTH = 4;
  private static final double OTHER_DAYS = 0.6;
  private static final double OTHER_TREND = -0.05;

  private final Following following;
  private final double deviation;

  /** How far the peers lie above what their size lets expect, in doublings. */
  private final double lift;

  private final Scatter scatter;
  private final String source;

  private LevelEstimator(
      Following following, double deviation, double lift, Scatter scatter, String source) {
    this.following = Objects.requireNonNull(following, "following");
    this.deviation = Checks.positive(deviation, "deviation");
    this.lift = Checks.finite(lift, "lift");
    this.scatter = Objects.requireNonNull(scatter, "scatter");
    this.source = Checks.notBlank(source, "source");
  }

  /**
   * An estimator whose errors are known from elsewhere, with the other constants as without peers
   * and no trend.
   *
   * @param halfLife after how many days a post has half of its engagements, at least 0; 0 leaves
   *     ages out
   * @param deviation what is thought of a post's standard deviation in doublings before any is
   *     seen, &gt; 0
   * @param shift what is added to every forecast, in doublings
   * @param low the 5% quantile of the errors that are left, in standard deviations, at most 0
   * @param high the 95% quantile of the errors that are left, in standard deviations, at least 0
   * @param source where the values come from, for people
   * @return the estimator
   * @throws IllegalArgumentException if a value breaks its rule
   */
  public static LevelEstimator of(
      double halfLife, double deviation, double shift, double low, double high, String source) {
    return new LevelEstimator(
        Following.standard(halfLife, 0), deviation, 0, Scatter.of(shift, low, high), source);
  }

  /**
   * The estimator without peers.
   *
   * @param platform where the accounts live
   * @return on Instagram ages left out and a deviation of 0.6 doublings; elsewhere a half-life of
   *     0.6 days, a trend of -0.05 and a deviation of 1.0. All are own defaults: on Instagram
   *     correcting for ages made forecasts worse wherever it was tried, on TikTok much better
   */
  public static LevelEstimator standard(Platform platform) {
    boolean instagram = platform == Platform.INSTAGRAM;
    return new LevelEstimator(
        instagram ? Following.standard(0, 0) : Following.standard(OTHER_DAYS, OTHER_TREND),
        instagram ? Priors.INSTAGRAM_DEVIATION : Priors.OTHER_DEVIATION,
        0,
        Scatter.of(0, Scatter.LOW, Scatter.HIGH),
        instagram ? "own default, tried on Instagram" : "own default, tried on TikTok");
  }

  /**
   * The same for posts whose ages say nothing, as where it is not known when they were counted.
   *
   * @return an estimator with a half-life of 0 and no trend
   */
  public LevelEstimator ageless() {
    return new LevelEstimator(following.ageless(), deviation, lift, scatter, source);
  }

  /**
   * An account's own level of engagement, made from its posts and from nothing else: it knows no
   * followers and no other account.
   *
   * <p>This record is immutable, thread-safe, serializable and a value.
   *
   * @param log the binary logarithm of 1 + the engagements of a typical post once it has aged
   * @param variance how uncertain {@code log} is, in units of {@code deviation} squared; 1 after
   *     one post
   * @param deviation the standard deviation of a post around the level, in doublings
   * @param posts how many posts it was made from
   * @param at when the newest of them was published; {@link PostHistory#UNKNOWN} if that is not
   *     known
   * @param age how old the newest was when they were counted, in days; NaN if that is not known
   * @since 0.1.0
   */
  public record Level(
      double log, double variance, double deviation, int posts, Instant at, double age)
      implements Serializable {

    /**
     * Checks the values.
     *
     * @param log the binary logarithm of 1 + the engagements of a typical post once it has aged
     * @param variance how uncertain {@code log} is, in units of {@code deviation} squared
     * @param deviation the standard deviation of a post around the level, in doublings
     * @param posts how many posts it was made from
     * @param at when the newest of them was published
     * @param age how old the newest was when they were counted, in days
     * @throws IllegalArgumentException if {@code log} or the age is negative, or another number is
     *     not &gt; 0, or one is not finite but for an unknown age
     */
    public Level {
      log = Checks.atLeastZero(log, "log");
      Checks.positive(variance, "variance");
      Checks.positive(deviation, "deviation");
      Checks.atLeast(1, posts, "posts");
      Objects.requireNonNull(at, "at");
      age = Checks.countOrUnknown(age, "age");
    }
  }

  /**
   * One peer: its posts, and the level that its size lets expect.
   *
   * @param history the posts, at least 3
   * @param expectedLog what {@link SizeCurve#expectedLog} says of the account; NaN if unknown
   * @since 0.1.0
   */
  public record Peer(PostHistory history, double expectedLog) implements Serializable {

    /**
     * Checks that there are posts.
     *
     * @param history the posts
     * @param expectedLog what is expected of the account
     */
    public Peer {
      Objects.requireNonNull(history, "history");
    }
  }

  /**
   * Calibrates on other accounts, by forecasts of each one's newest post from the earlier ones. A
   * constant changes only where the forecasts get better by more than two standard errors of the
   * difference: the half-life, the trend, the drift with posts and with days, the part of the
   * decayed mean, and how much a forecast is drawn to what the size lets expect. The median error
   * moves forecasts by {@code m - SE² / m}, nothing within one standard error.
   *
   * @param peers at least 30 accounts with at least 3 posts each; others are left out
   * @return the calibrated estimator; its source tells which constants changed
   * @throws IllegalArgumentException if fewer than 30 peers can be used
   */
  public LevelEstimator fit(List<Peer> peers) {
    LevelFit.Result result = LevelFit.fit(peers, following, deviation);
    return new LevelEstimator(
        result.following(), deviation, result.lift(), result.scatter(), result.source());
  }

  /**
   * The account's own level.
   *
   * @param history its posts
   * @return the level after the newest of them
   */
  public Level level(PostHistory history) {
    return following.walk(new RecentPosts(history), deviation);
  }

  /**
   * By how many doublings the level may be higher, since interactions of some posts are unknown: to
   * where it is if each of these posts has one doubling more (own default), as a mean is open.
   *
   * @param history the posts
   * @return at least 0; 0 if no post {@linkplain PostHistory.Post#atLeast lacks a part}, about 1 if
   *     all of them do
   */
  public double open(PostHistory history) {
    if (history.posts().stream().noneMatch(PostHistory.Post::atLeast)) {
      return 0;
    }
    double most = level(history.withMostLeftOut()).log();
    // Not below 0 but for rounding: more engagement on any post never lowers a level.
    return Math.max(0, most - level(history).log());
  }

  /**
   * How much of what sets a level apart from the expectation is believed in a score: {@code 4 / (4
   * + P)}. A forecast, of which it is known how it went, is drawn less.
   *
   * @param variance the variance of a level
   * @return a fraction in (0, 1)
   */
  public static double believed(double variance) {
    return CURVE_WORTH / (CURVE_WORTH + variance);
  }

  /**
   * The engagements of the next post.
   *
   * @param level the account's own level
   * @param expectedLog what {@link SizeCurve#expectedLog} says of the account; NaN if unknown, then
   *     the level stands alone, as it always does without peers: a published curve made forecasts
   *     of small accounts worse
   * @param at when the post is published, not before the level's newest post; any moment if that of
   *     the newest post is not known, and then no days pass between them
   * @param age at how many days it is counted, at least 0; positive infinity for all that it will
   *     ever have; NaN if it is not known, as the level's posts are not, then it is as old as they
   *     are
   * @return a number of engagements with a 90% interval, at least 0
   * @throws IllegalArgumentException if {@code at} is before the level's newest post, or {@code
   *     age} is negative, or NaN though the time of the level's newest post is known
   */
  public Estimate forecast(Level level, double expectedLog, Instant at, double age) {
    Objects.requireNonNull(level, "level");
    Checks.require(
        !at.isBefore(level.at()),
        () -> "at must not be before %s, the newest post, was %s".formatted(level.at(), at));
    boolean timed = !level.at().equals(PostHistory.UNKNOWN);
    Checks.require(
        age >= 0 || (Double.isNaN(age) && !timed),
        () -> "age must be >= 0, was " + Text.plain(age));
    double days = PostHistory.days(level.at(), at);
    double centre = following.centre(level, expectedLog + lift, days, age) + scatter.shift();
    double spread = scatter.deviation(level, days, following.drift());
    return new Estimate(
        engagements(centre),
        engagements(centre + scatter.low() * spread),
        engagements(centre + scatter.high() * spread));
  }

  private static double engagements(double log) {
    return Math.max(0, Logs.exp2(log) - 1);
  }

  /**
   * After how many days a post has half of its engagements.
   *
   * @return days, at least 0; 0 leaves ages out
   */
  public double halfLife() {
    return following.halfLife();
  }

  /**
   * What is thought of a post's standard deviation before any is seen.
   *
   * @return doublings, &gt; 0
   */
  public double deviation() {
    return deviation;
  }

  /**
   * Where the values come from.
   *
   * @return a text for people
   */
  public String source() {
    return source;
  }

  /** The constants of every estimator, and the standard ones' own, with their sources. */
  static List<String> constants() {
    List<String> lines = new ArrayList<>();
    lines.add(Text.ownDefault("half-life of a post on Instagram", "0 days"));
    lines.add(
        Text.constant(
            "half-life of a post elsewhere",
            Text.plain(OTHER_DAYS) + " days",
            "own default, observed on TikTok"));
    lines.add(Text.ownDefault("trend of posts on Instagram", "0"));
    lines.add(
        Text.constant(
            "trend of posts elsewhere",
            Text.plain(OTHER_TREND),
            "own default, observed on TikTok"));
    lines.add(
        Text.ownDefault(
            "deviation of a post before any is seen, on Instagram",
            Text.plain(Priors.INSTAGRAM_DEVIATION) + " doublings"));
    lines.add(
        Text.ownDefault(
            "deviation of a post before any is seen, elsewhere",
            Text.plain(Priors.OTHER_DEVIATION) + " doublings"));
    lines.add(
        Text.ownDefault("own level against the size curve", Text.plain(CURVE_WORTH) + " to P"));
    lines.addAll(Following.constants());
    lines.addAll(Scatter.constants());
    lines.addAll(LevelFit.constants());
    return List.copyOf(lines);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LevelEstimator that
        && following.equals(that.following)
        && deviation == that.deviation
        && lift == that.lift
        && scatter.equals(that.scatter)
        && source.equals(that.source);
  }

  @Override
  public int hashCode() {
    return Objects.hash(following, deviation, lift, scatter, source);
  }

  private Object writeReplace() {
    return new Form(following, deviation, lift, scatter, source);
  }

  private void readObject(ObjectInputStream stream) throws InvalidObjectException {
    throw new InvalidObjectException("level estimator must be read through its form");
  }

  /** The serial form: read back through the constructor, so that it is checked. */
  private record Form(
      Following following, double deviation, double lift, Scatter scatter, String source)
      implements Serializable {

    private Object readResolve() throws InvalidObjectException {
      return Checks.read(
          "level estimator", () -> new LevelEstimator(following, deviation, lift, scatter, source));
    }
  }

  /** The constants in a line, for people and for fingerprints. */
  @Override
  public String toString() {
    return "%s, deviation %s doublings, lift %s, %s [%s]"
        .formatted(following, Text.plain(deviation), Text.fixed(lift, 2), scatter, source);
  }
}
