package io.github.tierwise.engagement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.Serial;
import io.github.tierwise.engagement.LevelEstimator.Level;
import io.github.tierwise.engagement.LevelEstimator.Peer;
import io.github.tierwise.engagement.PostHistory.Post;
import io.github.tierwise.explain.Estimate;
import io.github.tierwise.profile.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LevelEstimatorTest {

  private static final Instant COUNTED = Instant.parse("2020-11-08T00:00:00Z");
  private static final LevelEstimator TIKTOK = LevelEstimator.standard(Platform.TIKTOK);

  /** A post that many days before counting. */
  private static Post post(double age, double engagements) {
    return new Post(COUNTED.minus(Duration.ofSeconds(Math.round(age * 86_400))), engagements);
  }

  private static PostHistory history(Post... posts) {
    return PostHistory.of(COUNTED, List.of(posts));
  }

  /** Worked by hand: two old posts a day apart, 2^10 - 1 and 2^11 - 1 engagements. */
  @Test
  void theFilterIsWorkedByHand() {
    LevelEstimator ageless = new LevelEstimator(0, 1, -2.1, 0, 2.1, "test");
    Level one = ageless.level(history(post(101, 1023)));
    assertEquals(10, one.log(), 1e-12);
    assertEquals(1, one.variance());
    assertEquals(1, one.deviation());
    Level two = ageless.level(history(post(101, 1023), post(100, 2047)));
    double before = 1 + 0.05 + 0.005;
    assertEquals(10 + before / (before + 1), two.log(), 1e-12);
    assertEquals(before / (before + 1), two.variance(), 1e-12);
    assertEquals(Math.sqrt((4 + 1 / (before + 1)) / 5), two.deviation(), 1e-12);
    assertEquals(2, two.posts());
    assertEquals(COUNTED.minus(Duration.ofDays(100)), two.at());
  }

  @Test
  void aYoungPostIsTakenForWhatItWillBecome() {
    // At an age of h - 0.02 days it has h of the h + h that it will have: half.
    Level young = TIKTOK.level(history(post(0.78, 511)));
    assertEquals(10, young.log(), 1e-4);
  }

  @Test
  void aViralPostMovesTheLevelLessThanAFailure() {
    LevelEstimator ageless = new LevelEstimator(0, 1, -2.1, 0, 2.1, "test");
    double before = 1 + 0.05 + 0.005;
    Level viral = ageless.level(history(post(101, 1023), post(100, 1e12)));
    assertEquals(10 + 2 * Math.sqrt(before + 1) * before / (before + 1), viral.log(), 1e-9);
    Level failed = ageless.level(history(post(101, 1023), post(100, 0)));
    assertEquals(10 - 3 * Math.sqrt(before + 1) * before / (before + 1), failed.log(), 1e-9);
  }

  @Property
  void moreEngagementOnAnyPostNeverLowersTheLevel(
      @ForAll @Size(min = 1, max = 40) List<@DoubleRange(max = 1e6) Double> engagements,
      @ForAll @IntRange(max = 39) int which,
      @ForAll @DoubleRange(max = 1e7) double more) {
    List<Post> posts = new ArrayList<>();
    for (int i = 0; i < engagements.size(); i++) {
      posts.add(post((engagements.size() - i) * 0.7, engagements.get(i)));
    }
    int index = which % posts.size();
    List<Post> better = new ArrayList<>(posts);
    better.set(index, new Post(posts.get(index).at(), posts.get(index).engagements() + more));
    Level before = TIKTOK.level(PostHistory.of(COUNTED, posts));
    Level after = TIKTOK.level(PostHistory.of(COUNTED, better));
    assertTrue(after.log() >= before.log());
    assertEquals(before.variance(), after.variance());
  }

  @Test
  void aLevelIsOpenToWhereItIsIfPostsThatLackAPartHaveOneDoublingMore() {
    Post known = post(101, 1023);
    Post atLeast = new Post(post(100, 1023).at(), 1023, true);
    double before = 1 + 0.05 + 0.005;
    assertEquals(0, TIKTOK.open(history(known, post(100, 1023))));
    assertEquals(1, TIKTOK.open(history(atLeast)), 1e-12);
    assertEquals(1, TIKTOK.open(history(atLeast, atLeast)), 1e-12);
    assertEquals(before / (before + 1), TIKTOK.open(history(known, atLeast)), 1e-12);
    assertEquals(0, TIKTOK.open(history(new Post(known.at(), Double.MAX_VALUE, true))), "no more");
    assertEquals(
        TIKTOK.level(history(known)), TIKTOK.level(history(new Post(known.at(), 1023, true))));
  }

  /** Posts of which some lack a part, each with so many doublings left out of 1 + engagements. */
  private static PostHistory known(List<Double> engagements, List<Boolean> lacking, double left) {
    List<Post> posts = new ArrayList<>();
    for (int i = 0; i < engagements.size(); i++) {
      Post whole = post((engagements.size() - i) * 0.7, engagements.get(i));
      double known = Math.max(0, (1 + whole.engagements()) * Math.pow(2, -left) - 1);
      boolean lacks = lacking.get(i % lacking.size());
      posts.add(lacks ? new Post(whole.at(), known, true) : whole);
    }
    return new PostHistory(COUNTED, posts);
  }

  @Property
  void whatPostsLackIsWithinWhatIsLeftOpen(
      @ForAll @Size(min = 1, max = 40) List<@DoubleRange(max = 1e6) Double> engagements,
      @ForAll @Size(min = 1, max = 40) List<Boolean> lacking,
      @ForAll @DoubleRange(max = 1) double left) {
    double whole = TIKTOK.level(known(engagements, List.of(false), 0)).log();
    PostHistory history = known(engagements, lacking, left);
    double level = TIKTOK.level(history).log();
    assertTrue(level <= whole + 1e-9, level + " of " + whole);
    assertTrue(whole <= level + TIKTOK.open(history) + 1e-9, level + " of " + whole);
  }

  @Property
  void anUnknownPartMoreNeverMakesALevelSurer(
      @ForAll @Size(min = 1, max = 40) List<@DoubleRange(max = 1e6) Double> engagements,
      @ForAll @Size(min = 40, max = 40) List<Boolean> lacking,
      @ForAll @IntRange(max = 39) int one) {
    List<Boolean> more = new ArrayList<>(lacking);
    more.set(one % engagements.size(), true);
    PostHistory fewer = known(engagements, lacking, 0);
    PostHistory most = known(engagements, more, 0);
    assertEquals(TIKTOK.level(fewer), TIKTOK.level(most));
    assertTrue(0 <= TIKTOK.open(fewer) && TIKTOK.open(fewer) <= TIKTOK.open(most));
    assertTrue(TIKTOK.open(most) <= 1 + 1e-9);
  }

  @Property
  void theOrderInWhichPostsAreGivenDoesNotMatter(
      @ForAll @Size(min = 1, max = 20) List<@DoubleRange(max = 1e6) Double> engagements,
      @ForAll long seed) {
    List<Post> posts = new ArrayList<>();
    for (int i = 0; i < engagements.size(); i++) {
      // Several posts a moment, as where only days are known.
      posts.add(post(Math.floorDiv(i, 3), engagements.get(i)));
    }
    List<Post> shuffled = new ArrayList<>(posts);
    Collections.shuffle(shuffled, new Random(seed));
    PostHistory history = PostHistory.of(COUNTED, posts);
    assertEquals(history, PostHistory.of(COUNTED, shuffled));
    assertEquals(TIKTOK.level(history), TIKTOK.level(PostHistory.of(COUNTED, shuffled)));
  }

  @Property
  void moreEngagementOnAPostOfAMomentWithOthersNeverLowersTheLevel(
      @ForAll @Size(min = 2, max = 20) List<@DoubleRange(max = 1e6) Double> engagements,
      @ForAll @IntRange(max = 19) int which,
      @ForAll @DoubleRange(max = 1e7) double more) {
    List<Post> posts = new ArrayList<>();
    for (int i = 0; i < engagements.size(); i++) {
      posts.add(post(Math.floorDiv(i, 4), engagements.get(i)));
    }
    Level before = TIKTOK.level(PostHistory.of(COUNTED, posts));
    int index = which % posts.size();
    Post old = posts.get(index);
    posts.set(index, new Post(old.at(), old.engagements() + more));
    assertTrue(TIKTOK.level(PostHistory.of(COUNTED, posts)).log() >= before.log());
  }

  @Test
  void anOrderThatIsKnownBreaksTiesOfTime() {
    List<Post> given = List.of(post(2, 7), post(1, 10), post(1, 500), post(1, 20));
    PostHistory inOrder = new PostHistory(COUNTED, given);
    assertEquals(given, inOrder.posts());
    assertEquals(given.subList(0, 3), inOrder.withoutNewest().posts());
    // Without it the one with the fewest engagements is the newest.
    assertEquals(post(1, 10), PostHistory.of(COUNTED, given).newest());
  }

  /** Without ages nothing is still to come, and no days pass; else it is the same filter. */
  @Property
  void postsWithoutTimesHaveTheLevelOfPostsOfOneLongGoneMoment(
      @ForAll @Size(min = 1, max = 40) List<@DoubleRange(max = 1e6) Double> engagements) {
    PostHistory untimed =
        PostHistory.untimed(engagements.stream().mapToDouble(each -> each).toArray());
    assertFalse(untimed.isTimed());
    assertTrue(Double.isNaN(untimed.age(untimed.newest())));
    LevelEstimator ageless = new LevelEstimator(0, 1, -2.1, 0, 2.1, "test");
    PostHistory timed =
        new PostHistory(
            COUNTED, engagements.stream().map(each -> new Post(COUNTED, each)).toList());
    Level level = TIKTOK.level(untimed);
    Level same = ageless.level(timed);
    assertEquals(
        new Level(same.log(), same.variance(), same.deviation(), same.posts(), level.at()), level);
    assertEquals(PostHistory.UNKNOWN, level.at());
    Estimate next = ageless.forecast(same, 8, COUNTED, Double.POSITIVE_INFINITY);
    assertEquals(next, TIKTOK.forecast(level, 8, PostHistory.UNKNOWN, Double.NaN));
    assertEquals(next, TIKTOK.forecast(level, 8, COUNTED, Double.POSITIVE_INFINITY));
  }

  @Test
  void peersWithoutTimesCalibrateTheQuantilesAndLeaveTheHalfLife() {
    List<Peer> untimed =
        peers(40, 0, 8).stream()
            .map(
                peer ->
                    new Peer(
                        PostHistory.untimed(
                            peer.history().posts().stream()
                                .mapToDouble(Post::engagements)
                                .toArray()),
                        peer.expectedLog()))
            .toList();
    LevelEstimator fitted = TIKTOK.fit(untimed);
    assertEquals(TIKTOK.halfLife(), fitted.halfLife());
    assertTrue(fitted.high() < TIKTOK.high(), fitted::toString);
  }

  @Test
  void onlyTheLastThirtyPostsCount() {
    List<Post> posts = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      posts.add(post(100 - i, i < 30 ? 1e6 : 100));
    }
    Level level = TIKTOK.level(PostHistory.of(COUNTED, posts));
    assertEquals(30, level.posts());
    assertEquals(Math.log(101) / Math.log(2), level.log(), 0.1);
  }

  @Test
  void aForecastIsDrawnToTheExpectationByAQuarterOfAPost() {
    Level level = new Level(10, 0.5, 1, 9, COUNTED);
    double variance = 0.5 + 0.05;
    double believed = 4 / (4 + variance);
    Estimate next = TIKTOK.forecast(level, 8, COUNTED, Double.POSITIVE_INFINITY);
    assertEquals(Math.pow(2, 8 + believed * 2) - 1, next.value(), 1e-6);
    double spread = 2.1 * Math.sqrt(believed * variance + 1);
    assertEquals(Math.pow(2, 8 + believed * 2 - spread) - 1, next.low(), 1e-6);
    assertEquals(Math.pow(2, 8 + believed * 2 + spread) - 1, next.high(), 1e-6);
    // Of unknown size: the level stands alone.
    assertEquals(
        1023, TIKTOK.forecast(level, Double.NaN, COUNTED, Double.POSITIVE_INFINITY).value(), 1e-6);
    // Counted young, it has less.
    assertTrue(TIKTOK.forecast(level, 8, COUNTED, 0.5).value() < next.value() / 2);
    assertEquals(0, TIKTOK.forecast(new Level(0, 1, 1, 1, COUNTED), 0, COUNTED, 0).low());
  }

  /** Accounts whose newest post scatters by one doubling around a level above expectation. */
  private static List<Peer> peers(int count, double halfLife, long seed) {
    Random random = new Random(seed);
    List<Peer> peers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double level = 10 + 2 * random.nextGaussian();
      List<Post> posts = new ArrayList<>();
      for (int p = 0; p < 20; p++) {
        double age = 0.05 + p * 0.9;
        double share = (age + 0.02) / (age + 0.02 + halfLife);
        posts.add(post(age, Math.pow(2, level + 0.5 * random.nextGaussian()) * share));
      }
      peers.add(new Peer(PostHistory.of(COUNTED, posts), level));
    }
    return peers;
  }

  @Test
  void fittingFindsTheHalfLifePlantedInPeers() {
    assertEquals(1.2, TIKTOK.fit(peers(200, 1.2, 1)).halfLife(), 0.21);
    assertEquals(0.0, TIKTOK.fit(peers(200, 0, 2)).halfLife(), 0.0);
  }

  @Test
  void fittedIntervalsCoverNinetyPercentOfOtherAccounts() {
    LevelEstimator fitted = TIKTOK.fit(peers(500, 0.8, 3));
    assertEquals("calibrated on 500 peers", fitted.source());
    int covered = 0;
    List<Peer> others = peers(1_000, 0.8, 4);
    for (Peer peer : others) {
      PostHistory history = peer.history();
      Post newest = history.posts().get(history.posts().size() - 1);
      Estimate forecast =
          fitted.forecast(
              fitted.level(history.withoutNewest()),
              peer.expectedLog(),
              newest.at(),
              history.age(newest));
      if (forecast.low() <= newest.engagements() && newest.engagements() <= forecast.high()) {
        covered++;
      }
    }
    assertEquals(0.9, covered / 1_000.0, 0.03);
  }

  @Test
  void withoutYoungPostsTheHalfLifeIsKept() {
    List<Peer> old =
        peers(40, 0.8, 5).stream()
            .map(
                peer ->
                    new Peer(
                        PostHistory.of(COUNTED.plus(Duration.ofDays(30)), peer.history().posts()),
                        peer.expectedLog()))
            .toList();
    LevelEstimator fitted = TIKTOK.fit(old);
    assertEquals(0.8, fitted.halfLife());
    assertEquals(
        "calibrated on 40 peers, the half-life kept: too few young posts", fitted.source());
  }

  @Test
  void quantilesAreLinearBetweenNeighbours() {
    double[] sorted = {1, 2, 4, 8};
    assertEquals(1, LevelEstimator.quantile(sorted, 0));
    assertEquals(3, LevelEstimator.quantile(sorted, 0.5));
    assertEquals(8, LevelEstimator.quantile(sorted, 1));
  }

  @Test
  void errorsNameWhatIsWrong() {
    assertMessage(
        "peers with at least 3 posts and a known size must be >= 30, was 29",
        () -> TIKTOK.fit(peers(29, 0.8, 6)));
    assertMessage("posts must be >= 1, was 0", () -> PostHistory.of(COUNTED, List.of()));
    assertMessage(
        "posts must be at or before 2020-11-08T00:00:00Z, when they were counted, was"
            + " 2020-11-09T00:00:00Z",
        () -> history(post(-1, 5)));
    assertMessage(
        "posts must be oldest first, was 2020-11-06T00:00:00Z behind 2020-11-07T00:00:00Z:"
            + " PostHistory.of takes any order",
        () -> new PostHistory(COUNTED, List.of(post(1, 5), post(2, 5))));
    assertMessage(
        "times must be known of all posts and of the counting or of none, was a post at an unknown"
            + " time, counted at 2020-11-08T00:00:00Z",
        () -> new PostHistory(COUNTED, List.of(new Post(PostHistory.UNKNOWN, 5))));
    assertMessage(
        "times must be known of all posts and of the counting or of none, was a post at"
            + " 2020-11-07T00:00:00Z, counted at an unknown time",
        () -> PostHistory.of(PostHistory.UNKNOWN, List.of(post(1, 5))));
    assertMessage("posts must be >= 1, was 0", PostHistory::untimed);
    assertMessage("engagements must be a finite number >= 0, was -5", () -> new Post(COUNTED, -5));
    Level level = new Level(10, 0.5, 1, 9, COUNTED);
    assertMessage(
        "at must not be before 2020-11-08T00:00:00Z, the newest post, was 1970-01-01T00:00:00Z",
        () -> TIKTOK.forecast(level, 8, Instant.EPOCH, 1));
    assertMessage(
        "age must be >= 0, was NaN", () -> TIKTOK.forecast(level, 8, COUNTED, Double.NaN));
    assertMessage("age must be >= 0, was -1", () -> TIKTOK.forecast(level, 8, COUNTED, -1));
    assertMessage(
        "quantiles must be in order, was 1, 0, 2", () -> new LevelEstimator(0, 1, 1, 0, 2, "test"));
    assertMessage("posts must be >= 1, was 0", () -> new Level(10, 0.5, 1, 0, COUNTED));
    IllegalStateException error =
        assertThrows(IllegalStateException.class, () -> history(post(1, 1)).withoutNewest());
    assertEquals("posts must be >= 2 to leave one out, was 1", error.getMessage());
  }

  private static void assertMessage(String message, Runnable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }

  @Test
  void estimatorsAndLevelsAreValuesAndSurviveSerialization() {
    assertEquals(TIKTOK, Serial.copy(TIKTOK));
    Level level = new Level(10, 0.5, 1, 9, COUNTED);
    assertEquals(level, Serial.copy(level));
    assertEquals(
        "half-life 0.8 days, deviation 1 doublings, quantiles -2.10, 0.00, 2.10 [own default,"
            + " observed on TikTok]",
        TIKTOK.toString());
    assertEquals(0.6, LevelEstimator.standard(Platform.INSTAGRAM).deviation());
  }

  @Test
  void withoutPeersThePlatformTellsTheHalfLifeAndItsSource() {
    LevelEstimator instagram = LevelEstimator.standard(Platform.INSTAGRAM);
    assertEquals(19.0 / 24, instagram.halfLife());
    assertEquals("half-life Graffius 2018, grade C; else own default", instagram.source());
    for (Platform elsewhere : List.of(Platform.TIKTOK, Platform.OTHER)) {
      assertEquals(0.8, LevelEstimator.standard(elsewhere).halfLife());
      assertEquals("own default, observed on TikTok", LevelEstimator.standard(elsewhere).source());
    }
  }

  @Test
  void quantilesMayBeEqualButNotOutOfOrder() {
    assertEquals(0, new LevelEstimator(0, 1, 0, 0, 0, "test").high());
    for (double[] wrong : new double[][] {{1, 0, 2}, {0, 2, 1}, {0, Double.NaN, 1}}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new LevelEstimator(0, 1, wrong[0], wrong[1], wrong[2], "test"));
    }
  }

  /** As in {@link #theFilterIsWorkedByHand}, with a deviation of a half. */
  @Test
  void theDeviationOfAPostCountsAsFourPostsSeen() {
    LevelEstimator half = new LevelEstimator(0, 0.5, -2.1, 0, 2.1, "test");
    Level two = half.level(history(post(101, 1_023), post(100, 1_447)));
    double before = 1 + 0.05 + 0.005;
    double v = Math.log(1_448) / Math.log(2) - 10;
    assertEquals(Math.sqrt((4 * 0.25 + v * v / (before + 1)) / 5), two.deviation(), 1e-12);
  }
}
