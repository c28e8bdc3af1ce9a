package io.github.tierwise.engagement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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

  private static final LevelEstimator AGELESS = LevelEstimator.of(0, 1, 0, -2.1, 2.1, "test");

  /** Worked by hand: two old posts a day apart, 2^10 - 1 and 2^10.5 - 1 engagements. */
  @Test
  void theFilterIsWorkedByHand() {
    Level one = AGELESS.level(history(post(101, 1023)));
    assertEquals(10, one.log(), 1e-12);
    assertEquals(1, one.variance());
    assertEquals(1, one.deviation());
    double more = Math.pow(2, 10.5) - 1;
    Level two = AGELESS.level(history(post(101, 1023), post(100, more)));
    double before = 1 + 0.08 + 0.01;
    double filter = 10 + 0.5 * before / (before + 1);
    double decayed = (0.6 * 10 + 10.5) / 1.6;
    assertEquals((filter + decayed) / 2, two.log(), 1e-12);
    assertEquals(before / (before + 1), two.variance(), 1e-12);
    assertEquals(Math.sqrt((4 + 0.25 / (before + 1)) / 5), two.deviation(), 1e-12);
    assertEquals(2, two.posts());
    assertEquals(COUNTED.minus(Duration.ofDays(100)), two.at());
    assertEquals(100, two.age());
  }

  @Test
  void aYoungPostIsTakenForWhatItWillBecome() {
    // At its half-life, the 0.02 days that it has at once included, it has half.
    Level young = TIKTOK.level(history(post(0.6 - 0.02, 511)));
    double spread = Math.pow(2, 1 / 1.4) - 1;
    assertEquals(9 + 1.4 * Math.log1p(spread) / Math.log(2), 10, 1e-9);
    assertEquals(10, young.log(), 0.05);
    // Much younger ones are far from it: (0.1 + 0.02) / (0.1 + 0.02 + 0.64 · 0.6) to the 1.4.
    double share = Math.pow(0.12 / (0.12 + spread * 0.6), 1.4);
    assertEquals(
        9 - Math.log(share) / Math.log(2), TIKTOK.level(history(post(0.1, 511))).log(), 1e-4);
  }

  @Test
  void whereThereIsATrendOlderPostsAreLiftedOrLowered() {
    // On TikTok older posts had more: 0.05 doublings for each doubling of 10 days + age.
    Level level = TIKTOK.level(history(post(310, 1023), post(150, 1023)));
    double maturity = 1.4 * Math.log1p((Math.pow(2, 1 / 1.4) - 1) * 0.6 / 310.02) / Math.log(2);
    double lowered = 0.05;
    double expected = 10 - lowered / 2;
    assertEquals(expected, level.log(), 0.02);
    // And a post to come has less than those, by as much.
    double now = TIKTOK.forecast(level, Double.NaN, COUNTED, Double.POSITIVE_INFINITY).value() + 1;
    assertEquals(
        level.log() - 0.05 * Math.log(16) / Math.log(2), Math.log(now) / Math.log(2), 1e-9);
    assertTrue(maturity < 0.01);
  }

  @Test
  void aViralPostMovesTheLevelLessThanAFailure() {
    double before = 1 + 0.08 + 0.01;
    Level viral = AGELESS.level(history(post(101, 1023), post(100, 1e12)));
    double filter = 10 + 0.8 * Math.sqrt(before + 1) * before / (before + 1);
    double decayed = (0.6 * 10 + Math.log(1e12 + 1) / Math.log(2)) / 1.6;
    assertEquals((filter + decayed) / 2, viral.log(), 1e-9);
    Level failed = AGELESS.level(history(post(101, 1023), post(100, 0)));
    filter = 10 - 4 * Math.sqrt(before + 1) * before / (before + 1);
    assertEquals((filter + 0.6 * 10 / 1.6) / 2, failed.log(), 1e-9);
    // Both tell as much of how posts scatter.
    assertEquals(Math.sqrt((4 + 16) / 5.0), viral.deviation(), 1e-12);
    assertEquals(viral.deviation(), failed.deviation(), 1e-12);
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
    double before = 1 + 0.08 + 0.01;
    assertEquals(0, TIKTOK.open(history(known, post(100, 1023))));
    assertEquals(1, TIKTOK.open(history(atLeast)), 1e-12);
    assertEquals(1, TIKTOK.open(history(atLeast, atLeast)), 1e-12);
    // Of two posts one half is the filter, one the mean in which the newer weighs 1 of 1.6.
    assertEquals(
        (before / (before + 1) + 1 / 1.6) / 2, TIKTOK.open(history(known, atLeast)), 1e-12);
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
    PostHistory timed =
        new PostHistory(
            COUNTED, engagements.stream().map(each -> new Post(COUNTED, each)).toList());
    Level level = TIKTOK.level(untimed);
    LevelEstimator ageless = TIKTOK.ageless();
    Level same = ageless.level(timed);
    assertEquals(
        new Level(
            same.log(),
            same.variance(),
            same.deviation(),
            same.posts(),
            PostHistory.UNKNOWN,
            Double.NaN),
        level);
    Estimate next = ageless.forecast(same, 8, COUNTED, Double.POSITIVE_INFINITY);
    assertEquals(next, TIKTOK.forecast(level, 8, PostHistory.UNKNOWN, Double.NaN));
    assertEquals(next, TIKTOK.forecast(level, 8, COUNTED, Double.POSITIVE_INFINITY));
  }

  /** The part of its engagements that a post has after some days. */
  private static double share(double age, double halfLife) {
    return Math.pow((age + 0.02) / (age + 0.02 + (Math.pow(2, 1 / 1.4) - 1) * halfLife), 1.4);
  }

  @Test
  void peersWithoutTimesCalibrateTheIntervalAndLeaveTheHalfLife() {
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
    Level level = TIKTOK.level(untimed.get(0).history());
    assertTrue(
        fitted.forecast(level, Double.NaN, COUNTED, Double.NaN).high()
            < TIKTOK.forecast(level, Double.NaN, COUNTED, Double.NaN).high());
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
  void withoutPeersAForecastIsTheLevelAlone() {
    Level level = new Level(10, 0.5, 1, 9, COUNTED, 200);
    Estimate next = AGELESS.forecast(level, 8, COUNTED, Double.POSITIVE_INFINITY);
    double spread = 2.1 * Math.sqrt(0.5 + 0.08 + 1);
    assertEquals(1023, next.value(), 1e-6);
    assertEquals(Math.pow(2, 10 - spread) - 1, next.low(), 1e-6);
    assertEquals(Math.pow(2, 10 + spread) - 1, next.high(), 1e-6);
    assertEquals(next, AGELESS.forecast(level, Double.NaN, COUNTED, Double.POSITIVE_INFINITY));
    // A shift moves all three.
    Estimate moved =
        LevelEstimator.of(0, 1, 1, -2.1, 2.1, "test")
            .forecast(level, 8, COUNTED, Double.POSITIVE_INFINITY);
    assertEquals(2047, moved.value(), 1e-6);
    assertEquals(2 * next.high() + 1, moved.high(), 1e-6);
    // Counted young, it has less.
    assertEquals(
        1024 * share(0.5, 0.6) - 1,
        LevelEstimator.of(0.6, 1, 0, -2, 2, "test").forecast(level, 8, COUNTED, 0.5).value(),
        1e-6);
    assertEquals(0, TIKTOK.forecast(new Level(0, 1, 1, 1, COUNTED, 1), 0, COUNTED, 0).low());
  }

  /** Accounts whose newest post scatters by one doubling around a level above expectation. */
  private static List<Peer> peers(int count, double halfLife, long seed) {
    Random random = new Random(seed);
    List<Peer> peers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double level = 10 + 2 * random.nextGaussian();
      double newest = 0.05 + 2 * random.nextDouble();
      List<Post> posts = new ArrayList<>();
      for (int p = 0; p < 20; p++) {
        double age = newest + p * 0.9;
        posts.add(
            post(age, Math.pow(2, level + 0.5 * random.nextGaussian()) * share(age, halfLife)));
      }
      peers.add(new Peer(PostHistory.of(COUNTED, posts), level));
    }
    return peers;
  }

  @Test
  void fittingFindsTheHalfLifePlantedInPeers() {
    LevelEstimator slow = TIKTOK.fit(peers(200, 1.6, 1));
    assertEquals(1.6, slow.halfLife());
    assertTrue(
        slow.source().startsWith("calibrated on 200 peers, half-life 1.6 days instead of 0.6"),
        slow::source);
    assertEquals(0.0, TIKTOK.fit(peers(200, 0, 2)).halfLife());
    // That of the platform is not changed for what is no more than chance.
    assertEquals(0.6, TIKTOK.fit(peers(200, 0.6, 3)).halfLife());
  }

  /** Guarantee: whatever peers taught, more engagement on any post never lowers a forecast. */
  @Property
  void moreEngagementOnAnyPostNeverLowersAForecast(
      @ForAll @Size(min = 1, max = 40) List<@DoubleRange(max = 1e6) Double> engagements,
      @ForAll @IntRange(max = 39) int which,
      @ForAll @DoubleRange(max = 1e7) double more,
      @ForAll @IntRange(max = 3) int taught,
      @ForAll @DoubleRange(max = 12) double expectedLog) {
    LevelEstimator estimator = TAUGHT.get(taught);
    List<Post> posts = new ArrayList<>();
    for (int i = 0; i < engagements.size(); i++) {
      posts.add(post((engagements.size() - i) * 0.7, engagements.get(i)));
    }
    int index = which % posts.size();
    List<Post> better = new ArrayList<>(posts);
    better.set(index, new Post(posts.get(index).at(), posts.get(index).engagements() + more));
    Level before = estimator.level(PostHistory.of(COUNTED, posts));
    Level after = estimator.level(PostHistory.of(COUNTED, better));
    assertTrue(after.log() >= before.log());
    assertTrue(
        estimator.forecast(after, expectedLog, COUNTED, 2).value()
            >= estimator.forecast(before, expectedLog, COUNTED, 2).value());
  }

  private static final List<LevelEstimator> TAUGHT =
      List.of(
          TIKTOK,
          LevelEstimator.standard(Platform.INSTAGRAM),
          TIKTOK.fit(peers(60, 1.6, 9)),
          LevelEstimator.standard(Platform.INSTAGRAM).fit(peers(300, 0.4, 10)));

  @Test
  void fittedIntervalsCoverNinetyPercentOfOtherAccounts() {
    LevelEstimator fitted = TIKTOK.fit(peers(500, 0.6, 3));
    assertTrue(fitted.source().startsWith("calibrated on 500 peers"), fitted::source);
    int covered = 0;
    List<Peer> others = peers(1_000, 0.6, 4);
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
                        PostHistory.of(COUNTED.plus(Duration.ofDays(300)), peer.history().posts()),
                        peer.expectedLog()))
            .toList();
    assertEquals(0.6, TIKTOK.fit(old).halfLife());
  }

  @Test
  void quantilesAreThoseOfAFurtherValue() {
    double[] sorted = {1, 2, 4, 8};
    assertEquals(1, Scatter.quantile(sorted, 0.05));
    assertEquals(1, Scatter.quantile(sorted, 0.2));
    assertEquals(3, Scatter.quantile(sorted, 0.5));
    assertEquals(1.25, Scatter.quantile(sorted, 0.25));
    assertEquals(8, Scatter.quantile(sorted, 0.95));
  }

  @Test
  void errorsNameWhatIsWrong() {
    assertMessage(
        "peers with at least 3 posts must be >= 30, was 29", () -> TIKTOK.fit(peers(29, 0.8, 6)));
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
    Level level = new Level(10, 0.5, 1, 9, COUNTED, 2);
    assertMessage(
        "at must not be before 2020-11-08T00:00:00Z, the newest post, was 1970-01-01T00:00:00Z",
        () -> TIKTOK.forecast(level, 8, Instant.EPOCH, 1));
    assertMessage(
        "age must be >= 0, was NaN", () -> TIKTOK.forecast(level, 8, COUNTED, Double.NaN));
    assertMessage("age must be >= 0, was -1", () -> TIKTOK.forecast(level, 8, COUNTED, -1));
    assertMessage(
        "quantiles must be around 0, was 1 to 2", () -> LevelEstimator.of(0, 1, 0, 1, 2, "test"));
    assertMessage(
        "age must be a finite number >= 0 or NaN for unknown, was -1",
        () -> new Level(10, 0.5, 1, 9, COUNTED, -1));
    assertMessage("posts must be >= 1, was 0", () -> new Level(10, 0.5, 1, 0, COUNTED, 2));
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
    Level level = new Level(10, 0.5, 1, 9, COUNTED, 2);
    assertEquals(level, Serial.copy(level));
    assertEquals(
        "half-life 0.6 days, trend -0.05, drift 0.08 a post and 0.01 a day, decayed mean as 1 posts,"
            + " curve left out, deviation 1 doublings, lift 0.00, shift 0.00, quantiles -2.40 and"
            + " 1.70 [own default, tried on TikTok]",
        TIKTOK.toString());
    LevelEstimator fitted = TIKTOK.fit(peers(60, 1.6, 9));
    assertEquals(fitted, Serial.copy(fitted));
    assertEquals(fitted.hashCode(), Serial.copy(fitted).hashCode());
    assertNotEquals(fitted, TIKTOK.fit(peers(60, 1.6, 11)));
    assertEquals(0.6, LevelEstimator.standard(Platform.INSTAGRAM).deviation());
  }

  @Test
  void withoutPeersThePlatformTellsTheHalfLifeAndItsSource() {
    LevelEstimator instagram = LevelEstimator.standard(Platform.INSTAGRAM);
    assertEquals(0, instagram.halfLife());
    assertEquals("own default, tried on Instagram", instagram.source());
    for (Platform elsewhere : List.of(Platform.TIKTOK, Platform.OTHER)) {
      assertEquals(0.6, LevelEstimator.standard(elsewhere).halfLife());
      assertEquals("own default, tried on TikTok", LevelEstimator.standard(elsewhere).source());
    }
  }

  @Test
  void quantilesMayBeZeroButNotOnOneSide() {
    Level level = new Level(10, 0.5, 1, 9, COUNTED, 2);
    assertEquals(
        Estimate.exact(1023),
        LevelEstimator.of(0, 1, 0, 0, 0, "test")
            .forecast(level, 8, COUNTED, Double.POSITIVE_INFINITY));
    for (double[] wrong : new double[][] {{0.1, 2}, {-2, -0.1}, {0, Double.NaN}}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> LevelEstimator.of(0, 1, 0, wrong[0], wrong[1], "test"));
    }
  }

  /** As in {@link #theFilterIsWorkedByHand}, with a deviation of a half. */
  @Test
  void theDeviationOfAPostCountsAsFourPostsSeen() {
    LevelEstimator half = LevelEstimator.of(0, 0.5, 0, -2.1, 2.1, "test");
    Level two = half.level(history(post(101, 1_023), post(100, 1_447)));
    double before = 1 + 0.08 + 0.01;
    double v = Math.log(1_448) / Math.log(2) - 10;
    assertEquals(Math.sqrt((4 * 0.25 + v * v / (before + 1)) / 5), two.deviation(), 1e-12);
  }
}
