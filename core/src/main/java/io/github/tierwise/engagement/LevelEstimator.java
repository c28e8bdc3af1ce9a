package io.github.tierwise.engagement;

import io.github.tierwise.explain.Estimate;
import io.github.tierwise.internal.Checks;
import io.github.tierwise.internal.Logs;
import io.github.tierwise.internal.Priors;
import io.github.tierwise.internal.Text;
import io.github.tierwise.profile.Platform;
import java.io.Serializable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * From posts to an account's own level of engagement, and on to its next post.
 *
 * <p><strong>Age before drift.</strong> After {@code a} days a post has the part {@code g(a) = (a +
 * 0.02) / (a + 0.02 + h)} of the engagements that it will have, with a half-life of {@code h} days.
 * What looks like a falling account is mostly young posts; so first {@code y = log2(1 + e) - log2
 * g(a)}.
 *
 * <p><strong>Then the level.</strong> A local-level filter walks the last 30 posts, oldest first:
 * the level is that of the first, with variance 1, and for each further post
 *
 * <pre>
 * P⁻ = P + 0.05 + 0.005 · days since the post before
 * v  = y - x, not above 2 σ √(P⁻ + 1), not below -3 σ √(P⁻ + 1)
 * x += v · P⁻ / (P⁻ + 1),   P = P⁻ / (P⁻ + 1)
 * </pre>
 *
 * A post that goes viral says less about the level than one that fails, hence the two limits; and
 * since they do not depend on the posts, more engagement on any post never lowers the level. The
 * deviation of a post is {@code s² = (4 σ² + Σ v² / (P⁻ + 1)) / (4 + number of v)}.
 *
 * <p><strong>The size curve enters once, at the end</strong>, worth a quarter of a post: the
 * forecast of a post of age {@code a} is {@code B + w (x - B) + log2 g(a) + q s √(w P + 1)} with
 * {@code w = 4 / (4 + P)} and P advanced to the post. The quantiles {@code q} are signed errors of
 * peers, one an account; without peers -2.1, 0 and 2.1 (Student's t, 4 degrees of freedom).
 *
 * <p>All constants without a source here are own defaults; results are flat around them.
 *
 * <p>This record is immutable, thread-safe, serializable and a value.
 *
 * @param halfLife the half-life of a post in days, at least 0; 0 leaves ages out
 * @param deviation what is thought of a post's standard deviation in doublings before any is seen,
 *     &gt; 0
 * @param low the 5% quantile of errors in standard deviations
 * @param middle the median of errors in standard deviations
 * @param high the 95% quantile of errors in standard deviations
 * @param source where the values come from, for people
 * @since 0.1.0
 */
public record LevelEstimator(
    double halfLife, double deviation, double low, double middle, double high, String source)
    implements Serializable {

  /** Fewer peers than this do not calibrate anything (own limit). */
  static final int FEWEST_PEERS = 30;

  private static final double AT_ONCE = 0.02;
  private static final int LAST_POSTS = 30;
  private static final double DRIFT_A_POST = 0.05;
  private static final double DRIFT_A_DAY = 0.005;

  private static final double PRIOR_POSTS = 4;
  private static final double CURVE_WORTH = 4;
  private static final double MOST_ABOVE = 2;
  private static final double MOST_BELOW = 3;
  private static final int FEWEST_POSTS = 3;
  private static final double INSTAGRAM_HOURS = 19.0;
  private static final double OTHER_DAYS = 0.8;

  /** Half-lives that are tried on peers, in days. */
  private static final double[] HALF_LIVES = {0, 0.2, 0.4, 0.6, 0.8, 1.0, 1.2, 1.4, 1.6, 1.8};

  /** A half-life shows in posts that are younger than this, in days. */
  private static final double YOUNG = 3;

  /**
   * Checks the values.
   *
   * @param halfLife the half-life of a post in days, at least 0
   * @param deviation a post's standard deviation in doublings before any is seen, &gt; 0
   * @param low the 5% quantile of errors in standard deviations
   * @param middle the median of errors in standard deviations
   * @param high the 95% quantile of errors in standard deviations
   * @param source where the values come from, for people
   * @throws IllegalArgumentException if a value breaks its rule or the quantiles are not in order
   */
  public LevelEstimator {
    Checks.atLeastZero(halfLife, "halfLife");
    Checks.positive(deviation, "deviation");
    if (!(low <= middle && middle <= high)) {
      throw new IllegalArgumentException(
          "quantiles must be in order, was %s, %s, %s"
              .formatted(Text.plain(low), Text.plain(middle), Text.plain(high)));
    }
    source = Checks.notBlank(source, "source");
  }

  /**
   * The estimator without peers.
   *
   * @param platform where the accounts live
   * @return a half-life of 19 hours on Instagram (Graffius 2018, a compilation, grade C) and of 0.8
   *     days elsewhere (own default, observed on TikTok), with a deviation of 0.6 doublings on
   *     Instagram and 1.0 elsewhere (own defaults)
   */
  public static LevelEstimator standard(Platform platform) {
    boolean instagram = platform == Platform.INSTAGRAM;
    return new LevelEstimator(
        instagram ? INSTAGRAM_HOURS / 24 : OTHER_DAYS,
        instagram ? Priors.INSTAGRAM_DEVIATION : Priors.OTHER_DEVIATION,
        -Priors.ERRORS,
        0,
        Priors.ERRORS,
        instagram
            ? "half-life Graffius 2018, grade C; else own default"
            : "own default, observed on TikTok");
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
   * @since 0.1.0
   */
  public record Level(double log, double variance, double deviation, int posts, Instant at)
      implements Serializable {

    /**
     * Checks the values.
     *
     * @param log the binary logarithm of 1 + the engagements of a typical post once it has aged
     * @param variance how uncertain {@code log} is, in units of {@code deviation} squared
     * @param deviation the standard deviation of a post around the level, in doublings
     * @param posts how many posts it was made from
     * @param at when the newest of them was published
     * @throws IllegalArgumentException if a number is not finite, {@code log} is negative, or
     *     another is not &gt; 0
     */
    public Level {
      log = Checks.atLeastZero(log, "log");
      Checks.positive(variance, "variance");
      Checks.positive(deviation, "deviation");
      Checks.atLeast(1, posts, "posts");
      Objects.requireNonNull(at, "at");
    }
  }

  /**
   * One peer: its posts, and the level that its size lets expect.
   *
   * @param history the posts, at least 3
   * @param expectedLog what {@link SizeCurve#expectedLog} says of the account
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
   * Calibrates on other accounts: the half-life, where at least 30 of them have a newest post
   * younger than 3 days, and the quantiles of the errors of forecasting each one's newest post.
   *
   * @param peers at least 30 accounts with at least 3 posts each and a known expectation; others
   *     are left out
   * @return the calibrated estimator
   * @throws IllegalArgumentException if fewer than 30 peers can be used
   */
  public LevelEstimator fit(List<Peer> peers) {
    List<Peer> usable =
        peers.stream()
            .filter(
                peer ->
                    peer.history.posts().size() >= FEWEST_POSTS && !Double.isNaN(peer.expectedLog))
            .toList();
    Checks.atLeast(
        FEWEST_PEERS,
        usable.size(),
        "peers with at least %d posts and a known size".formatted(FEWEST_POSTS));
    long young =
        usable.stream().filter(peer -> peer.history.age(peer.history.newest()) < YOUNG).count();
    LevelEstimator best = this;
    if (young >= FEWEST_PEERS) {
      double least = Double.POSITIVE_INFINITY;
      for (double candidate : HALF_LIVES) {
        LevelEstimator tried = new LevelEstimator(candidate, deviation, low, middle, high, source);
        double sum = tried.medianCorrectedErrors(usable);
        if (sum < least) {
          least = sum;
          best = tried;
        }
      }
    }
    double[] errors = best.errors(usable);
    return new LevelEstimator(
        best.halfLife,
        deviation,
        quantile(errors, 0.05),
        quantile(errors, 0.5),
        quantile(errors, 0.95),
        "calibrated on %s peers%s"
            .formatted(
                Text.count(usable.size()),
                young >= FEWEST_PEERS ? "" : ", the half-life kept: too few young posts"));
  }

  /** Newest post minus forecast, in standard deviations of the forecast, sorted. */
  private double[] errors(List<Peer> peers) {
    return peers.stream()
        .map(this::newest)
        .mapToDouble(forecast -> forecast.error / forecast.deviation)
        .sorted()
        .toArray();
  }

  /** The sum of the absolute errors once the median error is taken out. */
  private double medianCorrectedErrors(List<Peer> peers) {
    double shift = quantile(errors(peers), 0.5);
    double sum = 0.0;
    for (Peer peer : peers) {
      Forecast forecast = newest(peer);
      sum += Math.abs(forecast.error - shift * forecast.deviation);
    }
    return sum;
  }

  /** How far a forecast was off, and how far it was thought to be off, in doublings. */
  private record Forecast(double error, double deviation) {}

  private Forecast newest(Peer peer) {
    PostHistory.Post newest = peer.history.newest();
    Level level = level(peer.history.withoutNewest());
    double age = peer.history.age(newest);
    double found = Logs.log2(1 + newest.engagements());
    return new Forecast(
        found - centre(level, peer.expectedLog, newest.at(), age), spread(level, newest.at()));
  }

  /** The quantile of sorted values, linear between neighbours (type 7 of Hyndman and Fan 1996). */
  static double quantile(double[] sorted, double p) {
    double at = p * (sorted.length - 1);
    int below = (int) Math.floor(at);
    double rest = at - below;
    return rest == 0 ? sorted[below] : sorted[below] + rest * (sorted[below + 1] - sorted[below]);
  }

  /**
   * The binary logarithm of the part of its engagements that a post has after some days: all of
   * them after infinitely many, and where its age is not known.
   */
  private double logMaturity(double age) {
    if (Double.isNaN(age) || age == Double.POSITIVE_INFINITY) {
      return 0;
    }
    return Logs.log2((age + AT_ONCE) / (age + AT_ONCE + halfLife));
  }

  /**
   * The account's own level.
   *
   * @param history its posts
   * @return the level after the newest of them
   */
  public Level level(PostHistory history) {
    List<PostHistory.Post> posts = history.posts();
    List<PostHistory.Post> last =
        posts.subList(Math.max(0, posts.size() - LAST_POSTS), posts.size());
    double x = grown(history, last.get(0));
    double variance = Priors.MEAN_VARIANCE;
    double squares = 0.0;
    for (int i = 1; i < last.size(); i++) {
      double before = advanced(variance, PostHistory.days(last.get(i - 1).at(), last.get(i).at()));
      double total = before + 1;
      double scale = deviation * StrictMath.sqrt(total);
      double v =
          Math.max(
              -MOST_BELOW * scale, Math.min(MOST_ABOVE * scale, grown(history, last.get(i)) - x));
      variance = before / total;
      x += v * variance;
      squares += v * v / total;
    }
    double posterior =
        StrictMath.sqrt(
            (PRIOR_POSTS * deviation * deviation + squares) / (PRIOR_POSTS + last.size() - 1));
    return new Level(Math.max(x, 0), variance, posterior, last.size(), history.newest().at());
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
    double most = level(history.withMostLeftOut()).log();
    // Not below 0 but for rounding: more engagement on any post never lowers a level.
    return Math.max(0, most - level(history).log());
  }

  /** The binary logarithm of what a post will have once it has aged. */
  private double grown(PostHistory history, PostHistory.Post post) {
    return Logs.log2(1 + post.engagements()) - logMaturity(history.age(post));
  }

  private static double advanced(double variance, double days) {
    return variance + DRIFT_A_POST + DRIFT_A_DAY * days;
  }

  /**
   * How much of the difference to the expectation is believed: {@code 4 / (4 + P)}.
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
   *     the level stands alone
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
    double centre = centre(level, expectedLog, at, age);
    double spread = spread(level, at);
    return new Estimate(
        engagements(centre + middle * spread),
        engagements(centre + low * spread),
        engagements(centre + high * spread));
  }

  private static double engagements(double log) {
    return Math.max(0, Logs.exp2(log) - 1);
  }

  private double centre(Level level, double expectedLog, Instant at, double age) {
    double log = level.log();
    if (!Double.isNaN(expectedLog)) {
      log = expectedLog + believed(varianceAt(level, at)) * (log - expectedLog);
    }
    return log + logMaturity(age);
  }

  private static double spread(Level level, Instant at) {
    double variance = varianceAt(level, at);
    return level.deviation() * StrictMath.sqrt(believed(variance) * variance + 1);
  }

  private static double varianceAt(Level level, Instant at) {
    return advanced(level.variance(), PostHistory.days(level.at(), at));
  }

  /** The constants of every estimator, and the standard ones' own, with their sources. */
  static List<String> constants() {
    String[] tried = Arrays.stream(HALF_LIVES).mapToObj(Text::plain).toArray(String[]::new);
    return List.of(
        Text.constant(
            "half-life of a post on Instagram",
            Text.plain(INSTAGRAM_HOURS) + " hours",
            "Graffius 2018, a compilation, grade C"),
        Text.constant(
            "half-life of a post elsewhere",
            Text.plain(OTHER_DAYS) + " days",
            "own default, observed on TikTok"),
        Text.ownDefault("age that a post has at once", Text.plain(AT_ONCE) + " days"),
        Text.ownDefault(
            "deviation of a post before any is seen, on Instagram",
            Text.plain(Priors.INSTAGRAM_DEVIATION) + " doublings"),
        Text.ownDefault(
            "deviation of a post before any is seen, elsewhere",
            Text.plain(Priors.OTHER_DEVIATION) + " doublings"),
        Text.ownDefault("posts that this deviation counts as", Text.plain(PRIOR_POSTS)),
        Text.ownDefault("posts that a level is made from", "the last " + LAST_POSTS),
        Text.ownDefault(
            "variance of a level after one post, and of a mean", Text.plain(Priors.MEAN_VARIANCE)),
        Text.ownDefault("drift of a level with each post", Text.plain(DRIFT_A_POST)),
        Text.ownDefault("drift of a level with each day", Text.plain(DRIFT_A_DAY)),
        Text.ownDefault(
            "surprise above at the most", Text.plain(MOST_ABOVE) + " standard deviations"),
        Text.ownDefault(
            "surprise below at the most", Text.plain(MOST_BELOW) + " standard deviations"),
        Text.ownDefault("own level against the size curve", Text.plain(CURVE_WORTH) + " to P"),
        Text.constant(
            "forecast quantiles without peers",
            "-%1$s, 0, %1$s".formatted(Text.plain(Priors.ERRORS)),
            "own default, Student's t with 4 degrees of freedom"),
        Text.ownDefault("peers to calibrate on", "at least " + FEWEST_PEERS),
        Text.ownDefault("posts of a peer", "at least " + FEWEST_POSTS),
        Text.ownDefault("age of a young post", "below " + Text.plain(YOUNG) + " days"),
        Text.ownDefault("half-lives tried on peers", String.join(", ", tried) + " days"));
  }

  /** The constants in a line, for people and for fingerprints. */
  @Override
  public String toString() {
    return "half-life %s days, deviation %s doublings, quantiles %s, %s, %s [%s]"
        .formatted(
            Text.plain(halfLife),
            Text.plain(deviation),
            Text.fixed(low, 2),
            Text.fixed(middle, 2),
            Text.fixed(high, 2),
            source);
  }
}
