package io.github.tierwise.engagement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.Models;
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

  /** How far a forecast of the newest post is off, and its standard deviation, in doublings. */
  private static double[] error(LevelEstimator estimator, Peer peer) {
    LevelEstimator unit =
        new LevelEstimator(estimator.halfLife(), estimator.deviation(), 0, 0, 1, "test");
    Post newest = peer.history().newest();
    Estimate forecast =
        unit.forecast(
            unit.level(peer.history().withoutNewest()),
            peer.expectedLog(),
            newest.at(),
            peer.history().age(newest));
    double centre = log2(1 + forecast.value());
    return new double[] {
      log2(1 + newest.engagements()) - centre, log2(1 + forecast.high()) - centre
    };
  }

  private static double quantile(double[] values, double share) {
    double[] sorted = Arrays.stream(values).sorted().toArray();
    double at = share * (sorted.length - 1);
    double low = sorted[(int) at];
    return low + (at - (int) at) * (sorted[Math.min(sorted.length - 1, (int) at + 1)] - low);
  }

  @Test
  void anEstimatorIsCalibratedOnTheNewestPostsOfItsPeers() {
    Random random = new Random(11);
    for (int round = 0; round < 30; round++) {
      List<Peer> peers = posters(random, 30 + random.nextInt(10));
      LevelEstimator start = new LevelEstimator(0.8, 0.7, -2, 0, 2, "test");
      double best = 0;
      double least = Double.POSITIVE_INFINITY;
      for (int tenths = 0; tenths <= 18; tenths += 2) {
        LevelEstimator tried = new LevelEstimator(tenths / 10.0, 0.7, -2, 0, 2, "test");
        double[][] errors = peers.stream().map(p -> error(tried, p)).toArray(double[][]::new);
        double shift = median(Arrays.stream(errors).mapToDouble(e -> e[0] / e[1]).toArray());
        double mean =
            Arrays.stream(errors)
                .mapToDouble(e -> Math.abs(e[0] - shift * e[1]))
                .average()
                .orElse(0);
        if (mean < least) {
          least = mean;
          best = tenths / 10.0;
        }
      }
      LevelEstimator fitted = start.fit(peers);
      assertEquals(best, fitted.halfLife());
      double[] errors =
          peers.stream().map(p -> error(fitted, p)).mapToDouble(e -> e[0] / e[1]).toArray();
      assertEquals(quantile(errors, 0.05), fitted.low(), 1e-6);
      assertEquals(quantile(errors, 0.5), fitted.middle(), 1e-6);
      assertEquals(quantile(errors, 0.95), fitted.high(), 1e-6);
      assertEquals("calibrated on %d peers".formatted(peers.size()), fitted.source());
    }
  }

  @Test
  void peersWithTwoPostsOrOfUnknownSizeAreLeftOut() {
    List<Peer> peers = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      peers.add(new Peer(history(3, 0.5), 5));
    }
    LevelEstimator fitted = LevelEstimator.standard(Platform.X).fit(peers);
    assertEquals("calibrated on 30 peers", fitted.source());
    peers.add(new Peer(history(2, 0.5), 5));
    peers.add(new Peer(history(3, 0.5), Double.NaN));
    Collections.rotate(peers, 2);
    assertEquals(fitted, LevelEstimator.standard(Platform.X).fit(peers));
  }

  @Test
  void postsOfThreeDaysAreTooOldToTellAHalfLifeAndThirtyYoungOnesAreEnough() {
    LevelEstimator standard = LevelEstimator.standard(Platform.X);
    List<Peer> peers = new ArrayList<>(Collections.nCopies(29, new Peer(history(3, 2.9), 5)));
    peers.add(new Peer(history(3, 3), 5));
    assertTrue(standard.fit(peers).source().endsWith("the half-life kept: too few young posts"));
    assertEquals(standard.halfLife(), standard.fit(peers).halfLife());
    peers.add(new Peer(history(3, 2.9), 5));
    assertEquals("calibrated on 31 peers", standard.fit(peers).source());
  }

  private static PostHistory history(int posts, double age) {
    return PostHistory.of(
        day(posts - 1 + age),
        IntStream.range(0, posts).mapToObj(i -> new Post(day(i), 31)).toList());
  }
}
