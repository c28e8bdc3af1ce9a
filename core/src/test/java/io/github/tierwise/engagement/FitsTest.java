package io.github.tierwise.engagement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.Models;
import io.github.tierwise.engagement.LevelEstimator.Level;
import io.github.tierwise.engagement.LevelEstimator.Peer;
import io.github.tierwise.engagement.PostHistory.Post;
import io.github.tierwise.explain.Estimate;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is fitted to peers, against the formulas of the Javadoc computed in another way. */
class FitsTest {

  private static final EngagementModel SAVES = Models.byFollowers(Measure.SAVES);
  private static final EngagementModel SAVES_BY_VIEWS = EngagementModels.byViews(Measure.SAVES);

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }

  private static double median(double[] values) {
    double[] sorted = Arrays.stream(values).sorted().toArray();
    int n = sorted.length;
    return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }

  private static Influencer peer(int i, double followers, double views, double saves) {
    return Influencer.builder("p" + i, Platform.OTHER)
        .followers(followers)
        .views(views)
        .saves(saves)
        .build();
  }

  private static List<Influencer> peers(Random random, int count, double slope) {
    List<Influencer> peers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      // Few different sizes, so that some of the pairs have none between them.
      double followers = Math.rint(Math.pow(2, random.nextInt(12)) * 100);
      double views = Math.rint(followers * (0.5 + random.nextDouble()));
      double rate = 0.1 * Math.pow(followers / 1_000, slope) * (0.2 + random.nextDouble());
      peers.add(peer(i, followers, views, Math.rint(followers * rate)));
    }
    return peers;
  }

  /** The slope and, at the median size, the level of a line that keeps the rules. */
  private static double[] line(List<Influencer> peers, boolean byViews) {
    record Point(double size, double rate) {}
    List<Point> points =
        peers.stream()
            .map(
                p ->
                    new Point(
                        log2(p.followers()),
                        log2((1 + p.saves()) / (byViews ? p.views() : p.followers()))))
            .sorted(Comparator.comparing(Point::size).thenComparing(Point::rate))
            .toList();
    int half = points.size() / 2;
    double[] slopes =
        IntStream.range(half, points.size())
            .filter(i -> points.get(i).size() > points.get(i - half).size())
            .mapToDouble(
                i ->
                    (points.get(i).rate() - points.get(i - half).rate())
                        / (points.get(i).size() - points.get(i - half).size()))
            .toArray();
    double slope = slopes.length == 0 ? 0 : median(slopes);
    double used = slope < -0.8 || (byViews && slope < 0) ? 0 : slope;
    double middle = median(points.stream().mapToDouble(Point::size).toArray());
    double level =
        median(points.stream().mapToDouble(p -> p.rate() + used * (middle - p.size())).toArray());
    return new double[] {slope, used, middle, level};
  }

  @Test
  void aCurveIsTheRobustLineThroughItsPeers() {
    Random random = new Random(7);
    for (int round = 0; round < 40; round++) {
      for (double slope : new double[] {-1.2, -0.5, 0, 0.3}) {
        List<Influencer> peers = peers(random, 30 + random.nextInt(4), slope);
        for (EngagementModel model : List.of(SAVES, SAVES_BY_VIEWS)) {
          double[] line = line(peers, model == SAVES_BY_VIEWS);
          SizeCurve curve = SizeCurve.fit(model, peers);
          for (double followers : new double[] {10, 5_000, 1e6}) {
            double expected = Math.pow(2, line[3] + line[1] * (log2(followers) - line[2]));
            assertEquals(1, curve.expectedRate(followers) / expected, 1e-9);
          }
          assertEquals(line[0] < -0.8, curve.source().contains("selection"), curve.source());
        }
      }
    }
  }

  @Test
  void peersOfOneSizeGiveARateWithoutASlope() {
    List<Influencer> peers =
        IntStream.range(0, 30).mapToObj(i -> peer(i, 1_000, 1_000, 10 + i)).toList();
    SizeCurve curve = SizeCurve.fit(SAVES, peers);
    assertEquals(curve.expectedRate(10), curve.expectedRate(1e6), 1e-15);
    assertEquals(1, curve.expectedRate(10) / Math.sqrt(0.025 * 0.026), 1e-9);
  }

  /** Rates of 2^-4k for sizes of 2^5k: every slope is -4/5 exactly. */
  @Test
  void aSlopeOnTheLimitIsNoSelectionAndThirtyPeersAreEnough() {
    List<Influencer> peers =
        IntStream.range(0, 30)
            .mapToObj(i -> peer(i, Math.pow(2, 5 * i), 1, Math.pow(2, i) - 1))
            .toList();
    // The smallest has one follower, one view and no engagement, and counts.
    assertEquals(0, peers.get(0).saves());
    SizeCurve curve = SizeCurve.fit(SAVES, peers);
    assertEquals("level and slope fitted to 30 peers", curve.source());
    assertEquals(Math.pow(2, -4), curve.expectedRate(32) / curve.expectedRate(1), 1e-9);
    assertEquals(
        "30 peers", SizeCurve.fit(SAVES_BY_VIEWS, peers).source().replaceAll(".* to ", ""));
    assertEquals(
        "peers with known followers and engagements must be >= 30, was 29",
        assertThrows(
                IllegalArgumentException.class, () -> SizeCurve.fit(SAVES, peers.subList(1, 30)))
            .getMessage());
  }

  @Test
  void anotherLevelKeepsTheSlopeOfALine() {
    SizeCurve line = SizeCurve.fit(SAVES, peers(new Random(3), 200, -0.4));
    SizeCurve twice = line.scaled(2, "twice");
    for (double followers : new double[] {10, 1_000, 1e7}) {
      assertEquals(2, twice.expectedRate(followers) / line.expectedRate(followers), 1e-12);
    }
    SizeCurve views = SizeCurve.fit(SAVES_BY_VIEWS, peers(new Random(3), 200, 0.4));
    assertEquals(views.expectedRate(1e6), views.scaled(1, "the same").expectedRate(1e6), 1e-15);
  }

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private static Instant day(double day) {
    return START.plus(Duration.ofSeconds(Math.round(day * 86_400)));
  }

  /** Accounts with posts of every age, the newest counted within a day. */
  private static List<Peer> posters(Random random, int count) {
    List<Peer> peers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<Post> posts = new ArrayList<>();
      double size = 3 + 10 * random.nextDouble();
      double spread = 0.2 + 2 * random.nextDouble();
      for (int p = 0; p < 3 + random.nextInt(4); p++) {
        double engagements = Math.rint(Math.pow(2, size + spread * random.nextGaussian()));
        posts.add(new Post(day(4 * random.nextDouble()), engagements));
      }
      posts.add(new Post(day(4), Math.rint(Math.pow(2, size - 2 * random.nextDouble()))));
      double counted = 4 + random.nextDouble();
      peers.add(new Peer(PostHistory.of(day(counted), posts), size + random.nextGaussian()));
    }
    return peers;
  }

  /** At p (n + 1), linear between neighbours. */
  private static double quantile(double[] values, double share) {
    double[] sorted = Arrays.stream(values).sorted().toArray();
    double at = Math.min(sorted.length - 1, Math.max(0, share * (sorted.length + 1) - 1));
    double low = sorted[(int) at];
    return low + (at - (int) at) * (sorted[Math.min(sorted.length - 1, (int) at + 1)] - low);
  }

  /** All that is learnt, worked out again from the levels alone. */
  @Test
  void anEstimatorIsCalibratedOnTheNewestPostsOfItsPeers() {
    Random random = new Random(11);
    int compared = 0;
    for (int round = 0; round < 60; round++) {
      List<Peer> peers = posters(random, 30 + random.nextInt(10));
      LevelEstimator start = LevelEstimator.of(0, 0.7, 0, -2, 2, "test");
      LevelEstimator fitted = start.fit(peers);
      if (!fitted.source().equals("calibrated on %d peers".formatted(peers.size()))
          || fitted.toString().contains("widening")) {
        continue; // a constant changed, which other tests look at
      }
      compared++;
      int n = peers.size();
      double[] above = new double[n];
      for (int i = 0; i < n; i++) {
        above[i] = earlier(start, peers.get(i)).log() - peers.get(i).expectedLog();
      }
      double lift = quantile(above, 0.5);
      double[] centres = new double[n];
      double[] errors = new double[n];
      double[] deviations = new double[n];
      for (int i = 0; i < n; i++) {
        Peer peer = peers.get(i);
        Level level = earlier(start, peer);
        Post newest = peer.history().newest();
        double days = Duration.between(level.at(), newest.at()).toMillis() / 86_400_000.0;
        double variance = level.variance() + 0.08 + 0.01 * days;
        double expected = peer.expectedLog() + lift;
        centres[i] = level.log() + variance / (8 + variance) * (expected - level.log());
        errors[i] = log2(1 + newest.engagements()) - centres[i];
        deviations[i] = level.deviation() * Math.sqrt(level.variance() + 0.08 + 1);
      }
      double median = quantile(errors, 0.5);
      double error =
          1.253 * (quantile(errors, 0.75) - quantile(errors, 0.25)) / 1.349 / Math.sqrt(n);
      double shift = Math.abs(median) <= error ? 0 : median - error * error / median;
      double[] left = new double[n];
      for (int i = 0; i < n; i++) {
        left[i] = (errors[i] - shift) / deviations[i];
      }
      for (int i = 0; i < n; i++) {
        Peer peer = peers.get(i);
        Post newest = peer.history().newest();
        Estimate told =
            fitted.forecast(
                fitted.level(peer.history().withoutNewest()),
                peer.expectedLog(),
                newest.at(),
                peer.history().age(newest));
        double centre = centres[i] + shift;
        assertClose(Math.pow(2, centre) - 1, told.value());
        assertClose(Math.pow(2, centre + quantile(left, 0.05) * deviations[i]) - 1, told.low());
        assertClose(Math.pow(2, centre + quantile(left, 0.95) * deviations[i]) - 1, told.high());
      }
    }
    assertTrue(compared >= 10, "compared " + compared);
  }

  private static Level earlier(LevelEstimator estimator, Peer peer) {
    return estimator.level(peer.history().withoutNewest());
  }

  private static void assertClose(double expected, double actual) {
    assertEquals(Math.max(0, expected), actual, 1e-9 * (1 + Math.abs(expected)));
  }

  @Test
  void peersWithTwoPostsAreLeftOutAndThoseOfUnknownSizeAreNot() {
    List<Peer> peers = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      peers.add(new Peer(history(3, 0.5), 5));
    }
    LevelEstimator fitted = LevelEstimator.standard(Platform.X).fit(peers);
    assertEquals("calibrated on 30 peers", fitted.source());
    peers.add(new Peer(history(2, 0.5), 5));
    Collections.rotate(peers, 1);
    assertEquals(fitted, LevelEstimator.standard(Platform.X).fit(peers));
    List<Peer> unsized = peers.stream().map(peer -> new Peer(peer.history(), Double.NaN)).toList();
    LevelEstimator alone = LevelEstimator.standard(Platform.X).fit(unsized);
    assertEquals("calibrated on 30 peers", alone.source());
    // Where no size is known, there is nothing to draw a forecast to.
    Level level = alone.level(history(3, 0.5).withoutNewest());
    assertEquals(31, alone.forecast(level, Double.NaN, day(2), 0.5).value(), 1e-9);
  }

  /** Intervals widen where peers' errors do: here with the level, and with nothing else. */
  @Test
  void intervalsFollowTheErrorsOfPeers() {
    Random random = new Random(7);
    List<Peer> peers = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      double size = 6 + 8 * random.nextDouble();
      double scatter = Math.pow(2, (size - 10) / 6);
      List<Post> posts = new ArrayList<>();
      for (int p = 0; p < 12; p++) {
        double last = p == 11 ? scatter : 0.4;
        posts.add(new Post(day(p), Math.rint(Math.pow(2, size + last * random.nextGaussian()))));
      }
      peers.add(new Peer(PostHistory.of(day(200), posts), size));
    }
    LevelEstimator fitted = LevelEstimator.standard(Platform.INSTAGRAM).fit(peers);
    double small = width(fitted, 7);
    double large = width(fitted, 13);
    assertTrue(large > 1.5 * small, "%s then %s".formatted(small, large));
    LevelEstimator even = LevelEstimator.standard(Platform.INSTAGRAM);
    assertEquals(width(even, 7), width(even, 13), 1e-6);
  }

  /** How wide an interval is around a level, in doublings. */
  private static double width(LevelEstimator estimator, double log) {
    Level level = new Level(log, 0.3, 0.4, 11, day(10), 190);
    Estimate told = estimator.forecast(level, log, day(11), Double.POSITIVE_INFINITY);
    return log2(1 + told.high()) - log2(1 + told.low());
  }

  private static PostHistory history(int posts, double age) {
    return PostHistory.of(
        day(posts - 1 + age),
        IntStream.range(0, posts).mapToObj(i -> new Post(day(i), 31)).toList());
  }
}
