package io.github.tierwise.engagement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.Models;
import io.github.tierwise.Serial;
import io.github.tierwise.explain.Explanation;
import io.github.tierwise.profile.Direction;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Profile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngagementTest {

  private static Influencer.Builder account() {
    return Influencer.builder("x", Platform.INSTAGRAM);
  }

  private static final EngagementModel LIKES_AND_COMMENTS =
      Models.byFollowers(Measure.LIKES, Measure.COMMENTS);

  @Test
  void aRateIsInteractionsByFollowersOrViews() {
    Influencer known = account().followers(1_000).likes(20).comments(4).views(600).build();
    assertEquals(24, LIKES_AND_COMMENTS.engagements(known));
    assertEquals(0.024, LIKES_AND_COMMENTS.rate(known));
    assertEquals("likes + comments by followers", LIKES_AND_COMMENTS.formula());
    EngagementModel byViews = EngagementModels.byViews(Measure.LIKES, Measure.COMMENTS);
    assertEquals(0.04, byViews.rate(known));
    assertEquals(Measure.VIEWS, byViews.denominator());
    Map<Measure, Double> weights = new LinkedHashMap<>();
    weights.put(Measure.LIKES, 1.0);
    weights.put(Measure.COMMENTS, 2.5);
    EngagementModel weighted = EngagementModels.weighted(weights, Measure.FOLLOWERS);
    assertEquals(30, weighted.engagements(known));
    assertEquals("likes + 2.5 x comments by followers", weighted.formula());
  }

  @Test
  void theStandardRateDependsOnThePlatform() {
    assertEquals(
        "likes + comments by followers", EngagementModels.standard(Platform.INSTAGRAM).formula());
    assertEquals(
        "likes + comments + shares by followers",
        EngagementModels.standard(Platform.TIKTOK).formula());
    assertEquals(
        "likes + comments by views", EngagementModels.standard(Platform.YOUTUBE).formula());
  }

  @Test
  void anUnknownSecondInteractionMakesALowerBoundThatSaysSo() {
    Influencer likesOnly = account().followers(1_000).likes(20).build();
    assertEquals(20, LIKES_AND_COMMENTS.engagements(likesOnly));
    Explanation why = LIKES_AND_COMMENTS.explain(likesOnly);
    assertEquals("20 a post at least, comments unknown", why.note());
  }

  @Test
  void theOrderOfTheWeightsDoesNotMatter() {
    Map<Measure, Double> backwards = new LinkedHashMap<>();
    backwards.put(Measure.COMMENTS, 2.0);
    backwards.put(Measure.LIKES, 1.0);
    EngagementModel model = EngagementModels.weighted(backwards, Measure.FOLLOWERS);
    assertEquals("likes + 2 x comments by followers", model.formula());
    assertEquals(20, model.engagements(account().likes(20).build()));
    assertTrue(model.isLowerBound(account().likes(20).build()));
    assertTrue(!model.isLowerBound(account().comments(20).build()));
    assertEquals(1, model.levelOpen(account().likes(20).build()));
    assertEquals(0, model.levelOpen(account().comments(20).build()));
    assertTrue(!LIKES_AND_COMMENTS.isLowerBound(account().likes(2).engagements(9).build()));
    assertTrue(!LIKES_AND_COMMENTS.isLowerBound(account().likes(2).comments(9).build()));
  }

  @Test
  void aTotalStandsInForPartsButNotForWeightedOnes() {
    Influencer total = account().followers(1_000).likes(20).engagements(33).build();
    assertEquals(33, LIKES_AND_COMMENTS.engagements(total));
    assertEquals("33 a post, a total as given", LIKES_AND_COMMENTS.explain(total).note());
    EngagementModel weighted =
        EngagementModels.weighted(Map.of(Measure.LIKES, 2.0), Measure.FOLLOWERS);
    assertEquals(40, weighted.engagements(total));
    Influencer onlyTotal = account().followers(1_000).engagements(33).build();
    assertTrue(Double.isNaN(weighted.engagements(onlyTotal)));
    EngagementModel partly =
        EngagementModels.weighted(
            Map.of(Measure.LIKES, 2.0, Measure.COMMENTS, 1.0), Measure.FOLLOWERS);
    assertTrue(Double.isNaN(partly.engagements(onlyTotal)));
    Influencer all = account().followers(1_000).likes(20).comments(3).engagements(99).build();
    assertEquals(23, LIKES_AND_COMMENTS.engagements(all));
    assertEquals("23 a post", LIKES_AND_COMMENTS.explain(all).note());
  }

  @Test
  void aTotalDoesNotStandInForOneInteractionAlone() {
    EngagementModel likes = Models.byFollowers(Measure.LIKES);
    Influencer onlyTotal = account().followers(1_000).engagements(33).build();
    assertTrue(Double.isNaN(likes.engagements(onlyTotal)));
    assertEquals("likes unknown", likes.explain(onlyTotal).note());
    EngagementModel total = Models.byFollowers(Measure.ENGAGEMENTS);
    assertEquals(33, total.engagements(onlyTotal));
  }

  @Test
  void unknownIsUnknownAndNeverZero() {
    Influencer comments = account().followers(1_000).comments(3).build();
    assertTrue(Double.isNaN(LIKES_AND_COMMENTS.engagements(comments)));
    assertTrue(Double.isNaN(LIKES_AND_COMMENTS.rate(comments)));
    assertTrue(Double.isNaN(LIKES_AND_COMMENTS.logError(comments)));
    assertEquals("likes unknown", LIKES_AND_COMMENTS.explain(comments).note());
    Influencer noFollowers = account().likes(3).comments(1).build();
    assertTrue(Double.isNaN(LIKES_AND_COMMENTS.rate(noFollowers)));
    assertTrue(Double.isNaN(LIKES_AND_COMMENTS.rate(account().likes(3).followers(0).build())));
  }

  @Test
  void aModelOfYourOwnTakesOneFunction() {
    EngagementModel saves =
        EngagementModel.of("saves by followers", Measure.FOLLOWERS, Profile::saves);
    Influencer known = account().followers(100).saves(5).build();
    assertEquals(0.05, saves.rate(known));
    assertEquals(Direction.NOT_STATED, saves.direction());
    assertTrue(Double.isNaN(saves.logError(known)));
    assertEquals("5 a post, by the model saves by followers", saves.explain(known).note());
    assertMessage(
        "denominator must be followers or views, was likes",
        () -> EngagementModel.of("x", Measure.LIKES, Profile::saves));
    assertMessage(
        "formula must not be blank, was \"\"",
        () -> EngagementModel.of("", Measure.VIEWS, Profile::saves));
  }

  @Test
  void errorsNameTheModelPartTheRuleAndTheValue() {
    assertMessage("interactions must be >= 1, was 0", () -> Models.byFollowers());
    assertMessage(
        "interaction must be one of likes, comments, shares, saves, engagements, was views",
        () -> Models.byFollowers(Measure.VIEWS));
    assertMessage(
        "weight of likes must be a finite number > 0, was 0",
        () -> EngagementModels.weighted(Map.of(Measure.LIKES, 0.0), Measure.VIEWS));
  }

  private static void assertMessage(String message, Runnable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }

  @Test
  void modelsAndCurvesAreValuesAndSurviveSerialization() {
    assertEquals(LIKES_AND_COMMENTS, Serial.copy(LIKES_AND_COMMENTS));
    assertEquals(
        LIKES_AND_COMMENTS.hashCode(), EngagementModels.standard(Platform.INSTAGRAM).hashCode());
    assertNotEquals(LIKES_AND_COMMENTS, Models.byFollowers(Measure.LIKES));
    assertNotEquals(LIKES_AND_COMMENTS.hashCode(), Models.byFollowers(Measure.LIKES).hashCode());
    for (Platform platform : PublishedCurves.CURVES.keySet()) {
      SizeCurve curve = published(platform);
      assertEquals(curve, Serial.copy(curve));
      assertEquals(curve.hashCode(), Serial.copy(curve).hashCode());
    }
  }

  private static SizeCurve published(Platform platform) {
    return SizeCurve.published(platform, EngagementModels.standard(platform)).orElseThrow();
  }

  /** Reference: the knots and slopes of the published curves, worked by hand. */
  @ParameterizedTest
  @CsvSource({
    "INSTAGRAM, 1000, 0.064",
    "INSTAGRAM, 10000, 0.025",
    "INSTAGRAM, 100000, 0.0145",
    "INSTAGRAM, 1000000, 0.0145",
    "INSTAGRAM, 50000000, 0.0145",
    // Half way (in logarithms) between two knots: the geometric mean of their rates.
    "INSTAGRAM, 3162.27766, 0.04",
    "INSTAGRAM, 31622.7766, 0.019039433",
    // Below the first knot its slope goes on: 0.064 * (0.064 / 0.025).
    "INSTAGRAM, 100, 0.16384",
    "TIKTOK, 2000, 0.039",
    "TIKTOK, 70000, 0.0135",
    "TIKTOK, 3000000, 0.0135",
    "YOUTUBE, 5, 0.03",
    "YOUTUBE, 1e8, 0.03"
  })
  void publishedCurvesGoThroughTheirKnots(Platform platform, double followers, double rate) {
    assertEquals(rate, published(platform).expectedRate(followers), rate * 1e-7);
  }

  @Test
  void thereIsNoPublishedCurveForAnotherFormulaOrPlatform() {
    assertTrue(
        SizeCurve.published(Platform.INSTAGRAM, Models.byFollowers(Measure.LIKES)).isEmpty());
    assertTrue(
        SizeCurve.published(Platform.LINKEDIN, EngagementModels.standard(Platform.LINKEDIN))
            .isEmpty());
  }

  @Property
  void moreFollowersAreNeverExpectedToEngageLess(
      @ForAll @IntRange(max = 2_000_000_000) int followers,
      @ForAll @DoubleRange(min = 1, max = 100) double factor) {
    for (Platform platform : List.of(Platform.INSTAGRAM, Platform.TIKTOK, Platform.YOUTUBE)) {
      SizeCurve curve = published(platform);
      Influencer.Builder account =
          Influencer.builder("x", platform).views(1_000).followers(followers);
      double before = curve.expectedLog(account.build());
      double next = curve.expectedLog(account.followers(followers + 1).build());
      double more = curve.expectedLog(account.followers(Math.ceil(followers * factor)).build());
      assertTrue(before <= next && before <= more);
    }
  }

  @Property
  void theExpectationExplainsItselfToTheLastBit(@ForAll @DoubleRange(max = 1e9) double followers) {
    for (Platform platform : List.of(Platform.INSTAGRAM, Platform.TIKTOK, Platform.YOUTUBE)) {
      Influencer account =
          Influencer.builder("x", platform).followers(followers).views(followers / 3).build();
      Explanation why = published(platform).explain(account);
      assertEquals(published(platform).expectedLog(account), why.value());
      assertTrue(why.holds());
    }
  }

  @Test
  void theExpectationIsUnknownIfTheSizeIs() {
    Influencer unknown = Influencer.builder("x", Platform.INSTAGRAM).views(10).build();
    assertTrue(Double.isNaN(published(Platform.INSTAGRAM).expectedLog(unknown)));
    assertEquals("followers unknown", published(Platform.INSTAGRAM).explain(unknown).note());
    assertTrue(Double.isNaN(published(Platform.INSTAGRAM).expectedRate(Double.NaN)));
    Influencer youTuber = Influencer.builder("x", Platform.YOUTUBE).followers(10).build();
    assertTrue(Double.isNaN(published(Platform.YOUTUBE).expectedLog(youTuber)));
    assertEquals("views unknown", published(Platform.YOUTUBE).explain(youTuber).note());
    // By views and flat, followers do not matter.
    assertEquals(0.03, published(Platform.YOUTUBE).expectedRate(Double.NaN), 1e-15);
  }

  @Test
  void aCurveThatWouldPayForFollowersIsRefused() {
    assertMessage(
        "slope of a rate by followers must be > -1, was -1.301",
        () -> curve(new double[] {1_000, 10_000}, new double[] {0.1, 0.005}));
    EngagementModel byViews = EngagementModels.byViews(Measure.LIKES);
    assertMessage(
        "slope of a rate by views must be >= 0, was -0.301",
        () ->
            SizeCurve.of(
                Platform.YOUTUBE,
                byViews,
                "test",
                new double[] {1_000, 10_000},
                new double[] {0.02, 0.01}));
  }

  private static SizeCurve curve(double[] followers, double[] rates) {
    return SizeCurve.of(Platform.INSTAGRAM, LIKES_AND_COMMENTS, "test", followers, rates);
  }

  @Test
  void errorsNameTheKnotTheRuleAndTheValue() {
    assertMessage(
        "knots must be >= 1 with a rate each, was 0 followers and 0 rates",
        () -> curve(new double[0], new double[0]));
    assertMessage(
        "followers of knot 1 must be > 10, was 10",
        () -> curve(new double[] {10, 10}, new double[] {0.1, 0.1}));
    assertMessage(
        "rate of knot 0 must be a finite number > 0, was 0",
        () -> curve(new double[] {10}, new double[] {0}));
    assertMessage(
        "factor must be a finite number > 0, was -1",
        () -> published(Platform.TIKTOK).scaled(-1, "test"));
  }

  private static List<Influencer> peers(int count, double slope, long seed) {
    Random random = new Random(seed);
    List<Influencer> peers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double followers = Math.floor(1_000 * Math.pow(10, 4 * random.nextDouble()));
      double rate =
          0.05 * Math.pow(followers / 1_000, slope) * Math.pow(2, 0.5 * random.nextGaussian());
      peers.add(
          account().followers(followers).likes(followers * rate).saves(followers * rate).build());
    }
    return peers;
  }

  @Test
  void fittingFindsALinePlantedInPeers() {
    EngagementModel saves = Models.byFollowers(Measure.SAVES);
    SizeCurve fitted = SizeCurve.fit(saves, peers(2_000, -0.3, 1));
    assertEquals(0.05, fitted.expectedRate(1_000), 0.005);
    assertEquals(
        -0.3, Math.log10(fitted.expectedRate(100_000) / fitted.expectedRate(10_000)), 0.03);
    assertEquals("level and slope fitted to 2,000 peers", fitted.source());
    assertEquals(fitted, Serial.copy(fitted));
  }

  @Test
  void fittingKeepsThePublishedShapeAndMovesItsLevel() {
    SizeCurve published = published(Platform.INSTAGRAM);
    List<Influencer> peers =
        peers(500, 0, 2).stream()
            .map(
                p ->
                    p.toBuilder()
                        .likes(3 * p.followers() * published.expectedRate(p.followers()))
                        .comments(0)
                        .build())
            .toList();
    SizeCurve fitted = SizeCurve.fit(LIKES_AND_COMMENTS, peers);
    for (double followers : new double[] {500, 5_000, 5e5, 5e7}) {
      assertEquals(3, fitted.expectedRate(followers) / published.expectedRate(followers), 0.01);
    }
    assertEquals("level fitted to 500 peers, published shape kept", fitted.source());
  }

  @Test
  void aSlopeThatComesFromARankedListIsCalledSo() {
    EngagementModel saves = Models.byFollowers(Measure.SAVES);
    SizeCurve fitted = SizeCurve.fit(saves, peers(500, -0.97, 3));
    assertTrue(
        fitted.source().endsWith("is a ranked list's selection, not an effect of size"),
        fitted.source());
    assertEquals(fitted.expectedRate(1_000), fitted.expectedRate(1e6), 1e-12);
  }

  @Test
  void fittingNeedsThirtyPeersOfOnePlatform() {
    assertMessage(
        "peers with known followers and engagements must be >= 30, was 29",
        () -> SizeCurve.fit(LIKES_AND_COMMENTS, peers(29, -0.2, 4)));
    List<Influencer> mixed = new ArrayList<>(peers(30, -0.2, 5));
    mixed.add(Influencer.builder("y", Platform.TIKTOK).build());
    assertMessage(
        "peers must be of one platform, Instagram, was TikTok",
        () -> SizeCurve.fit(LIKES_AND_COMMENTS, mixed));
  }

  @Test
  void aCurveDescribesItsKnots() {
    assertEquals(
        "Instagram, likes + comments by followers: 0.064 at 1000, 0.025 at 10000, 0.0145 at"
            + " 100000, 0.0145 at 1000000",
        published(Platform.INSTAGRAM).toString());
    assertEquals("0.03 at 1000 and any other size", published(Platform.YOUTUBE).describe());
    assertEquals(Platform.YOUTUBE, published(Platform.YOUTUBE).platform());
  }
}
