package io.github.tierwise.engagement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.Models;
import io.github.tierwise.engagement.LevelEstimator.Level;
import io.github.tierwise.explain.Estimate;
import io.github.tierwise.explain.Explanation;
import io.github.tierwise.internal.ColumnArrays;
import io.github.tierwise.internal.FriendAccess;
import io.github.tierwise.internal.Gaps;
import io.github.tierwise.internal.MeanBased;
import io.github.tierwise.profile.Direction;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Profile;
import io.github.tierwise.profile.ProfileColumns;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What holds for every model and curve, with numbers worked out beside them. */
class ModelLawsTest {

  private static final double NAN = Double.NaN;
  private static final double[] FOLLOWERS = {10, 20, 30, 40, 50, 60, NAN, 80};
  private static final double[] LIKES = {1, NAN, 3, NAN, 5, NAN, 7, 8};
  private static final double[] COMMENTS = {0.5, 2, NAN, NAN, 5, 6, NAN, 0};
  private static final double[] TOTALS = {100, 200, 300, NAN, NAN, NAN, NAN, 800};
  private static final double[] KNOWN = {9, 8, 7, 6, 5, 4, 3, 2};

  private static List<EngagementModel> models() {
    return List.of(
        Models.byFollowers(Measure.LIKES),
        Models.byFollowers(Measure.LIKES, Measure.COMMENTS),
        EngagementModels.byViews(Measure.COMMENTS, Measure.SHARES),
        EngagementModels.byViews(Measure.ENGAGEMENTS),
        EngagementModels.weighted(
            Map.of(Measure.LIKES, 3.0, Measure.COMMENTS, 0.5), Measure.FOLLOWERS),
        EngagementModels.weighted(
            Map.of(Measure.LIKES, 1.0, Measure.COMMENTS, 2.0), Measure.FOLLOWERS),
        EngagementModel.of("likes twice", Measure.FOLLOWERS, profile -> 2 * profile.likes()));
  }

  /** Tables in which each column is there, is there with gaps, or is not. */
  private static List<ProfileColumns> tables() {
    List<ProfileColumns> tables = new ArrayList<>();
    for (double[] likes : new double[][] {null, LIKES, KNOWN}) {
      for (double[] comments : new double[][] {null, COMMENTS, KNOWN}) {
        for (double[] totals : new double[][] {null, TOTALS}) {
          ProfileColumns.Builder table = ProfileColumns.builder(Platform.X, FOLLOWERS);
          if (likes != null) {
            table.likes(likes);
          }
          if (comments != null) {
            table.comments(comments);
          }
          if (totals != null) {
            table.column(Measure.ENGAGEMENTS, totals);
          }
          tables.add(table.build());
        }
      }
    }
    return tables;
  }

  @Test
  void aRangeOfRowsHasTheEngagementsOfEachRowAlone() {
    for (EngagementModel model : models()) {
      for (ProfileColumns table : tables()) {
        double[] out = new double[12];
        Arrays.fill(out, -7);
        model.engagements(table, 1, 8, out, 3);
        double[] expected = new double[12];
        Arrays.fill(expected, -7);
        for (int row = 1; row < 8; row++) {
          expected[3 + row - 1] = model.engagements(table.get(row));
        }
        assertEquals(
            Arrays.toString(expected), Arrays.toString(out), model.formula() + " of " + table);
      }
    }
  }

  @Test
  void aRangeThatJustFitsIsFilled() {
    for (EngagementModel model : models()) {
      double[] out = new double[5];
      model.engagements(tables().get(3), 3, 8, out, 0);
      assertEquals(model.engagements(tables().get(3).get(7)), out[4]);
    }
  }

  @Test
  void whereEngagementsAreUnknownIsToldByTheColumnsUnlessATotalMayStandIn() {
    for (EngagementModel model : models()) {
      for (ProfileColumns table : tables()) {
        Gaps gaps = new Gaps(256);
        boolean total = table.has(Measure.ENGAGEMENTS);
        boolean told = ((MeanBased) model).addGaps(FriendAccess.arrays(table), 1, gaps);
        boolean function = model.formula().equals("likes twice");
        boolean parts = model.formula().contains(" + ") && !model.formula().contains(" x ");
        assertEquals(!function && !(total && parts), told, model.formula() + " of " + table);
        double[] marks = new double[256];
        gaps.put(Double.NaN, marks);
        for (int row = 1; row < 8 && told; row++) {
          assertEquals(
              Double.isNaN(model.engagements(table.get(row))),
              Double.isNaN(marks[row - 1]),
              model.formula() + " of " + table.get(row));
        }
      }
    }
  }

  @Test
  void whereEngagementsAreAtLeastSoManyIsToldByTheColumnsUnlessATotalMayStandIn() {
    for (EngagementModel model : models()) {
      for (ProfileColumns table : tables()) {
        Gaps gaps = new Gaps(256);
        boolean told = ((MeanBased) model).addOpen(FriendAccess.arrays(table), 1, gaps);
        boolean parts = model.formula().contains(" + ") && !model.formula().contains(" x ");
        assertEquals(!(table.has(Measure.ENGAGEMENTS) && parts), told, model.formula());
        double[] marks = new double[256];
        gaps.put(1.0, marks);
        for (int row = 1; row < 8 && told; row++) {
          assertEquals(
              model.isLowerBound(table.get(row)),
              marks[row - 1] == 1,
              model.formula() + " of " + table.get(row));
        }
      }
    }
  }

  @Test
  void theErrorOfAMeanIsThatOfItsPlatform() {
    MeanBased likes = (MeanBased) Models.byFollowers(Measure.LIKES);
    assertEquals(List.of("likes"), likes.needs());
    for (Platform platform : Platform.values()) {
      double deviation = likes.meanDeviation(platform.ordinal());
      assertEquals(platform == Platform.INSTAGRAM ? 0.6 : 1.0, deviation);
      Influencer account = Influencer.builder("a", platform).likes(7).build();
      assertEquals(deviation, ((EngagementModel) likes).logError(account));
    }
    MeanBased function = (MeanBased) EngagementModel.of("likes", Measure.FOLLOWERS, Profile::likes);
    assertTrue(Double.isNaN(function.meanDeviation(0)));
    assertEquals(List.of(), function.needs());
  }

  @Test
  void engagementsAreOrdinaryUnlessCountsOrWeightsAreHuge() {
    ColumnArrays usual = FriendAccess.arrays(tables().get(0));
    ColumnArrays huge =
        FriendAccess.arrays(ProfileColumns.builder(Platform.X, new double[] {0x1p60}).build());
    MeanBased plain = (MeanBased) Models.byFollowers(Measure.LIKES);
    assertTrue(plain.isOrdinary(usual));
    assertFalse(plain.isOrdinary(huge));
    for (double weight : new double[] {ColumnArrays.ORDINARY, 1e300}) {
      MeanBased heavy =
          (MeanBased)
              EngagementModels.weighted(
                  Map.of(Measure.LIKES, 2.0, Measure.COMMENTS, weight), Measure.FOLLOWERS);
      assertFalse(heavy.isOrdinary(usual));
    }
  }

  @Test
  void aRangeThatDoesNotFitWritesNothing() {
    ProfileColumns table = tables().get(3);
    for (EngagementModel model : models()) {
      double[] out = new double[3];
      assertThrows(IndexOutOfBoundsException.class, () -> model.engagements(table, 0, 4, out, 0));
      assertThrows(IndexOutOfBoundsException.class, () -> model.engagements(table, 7, 9, out, 0));
      assertEquals(0, out[0]);
    }
  }

  @Test
  void aModelOfOneFunctionHasTheDefaultsOfTheInterface() {
    EngagementModel model = EngagementModel.of("likes", Measure.FOLLOWERS, Profile::likes);
    Influencer means = Influencer.builder("a", Platform.X).followers(100).likes(7).build();
    Influencer levels =
        Influencer.builder("a", Platform.X).likes(7).level("likes", 5, 0.25, 0.75).build();
    assertEquals(3, model.level(means));
    assertEquals(5, model.level(levels));
    assertEquals(1.0, model.levelVariance(means));
    assertEquals(0.25, model.levelVariance(levels));
    assertTrue(Double.isNaN(model.logError(means)));
    assertEquals(0.75, model.logError(levels));
    assertFalse(model.isLowerBound(means));
    assertEquals(0, model.levelOpen(means));
    assertEquals(0, model.levelOpen(levels));
    assertEquals(
        0.5, model.levelOpen(levels.toBuilder().level("likes", 5, 0.25, 0.75, 0.5).build()));
    Influencer unsaid = levels.toBuilder().set(Measure.LEVEL_OPEN, NAN).build();
    assertEquals(1, model.levelOpen(unsaid), "unknown is not zero");
    assertEquals(Direction.NOT_STATED, model.direction());
    assertFalse(model.source().isBlank());
    assertEquals(0.07, model.rate(means), 1e-15);
    assertTrue(Double.isNaN(model.rate(levels)));
  }

  @Test
  void aTypicalPostIsThatOfTheLevelIfPostsWereReadAndElseTheMean() {
    EngagementModel model = EngagementModel.of("likes", Measure.FOLLOWERS, Profile::likes);
    Influencer.Builder means = Influencer.builder("a", Platform.X).followers(100).likes(7);
    Influencer read = means.build().toBuilder().level("likes", 5, 0.25, 0.75).build();
    Influencer another = means.build().toBuilder().level("saves", 5, 0.25, 0.75).build();
    assertTrue(model.isFromPosts(read));
    assertEquals(31, model.typicalEngagements(read));
    assertEquals(0.31, model.typicalRate(read), 1e-15);
    for (Influencer other : List.of(means.build(), another)) {
      assertFalse(model.isFromPosts(other));
      assertEquals(7, model.typicalEngagements(other));
      assertEquals(0.07, model.typicalRate(other), 1e-15);
    }
    assertTrue(Double.isNaN(model.typicalRate(means.followers(0).build())));
    assertTrue(Double.isNaN(model.typicalRate(means.followers(NAN).build())));
  }

  @Test
  void aCountedModelKnowsItsErrorIfItKnowsTheEngagements() {
    EngagementModel model = Models.byFollowers(Measure.LIKES);
    Influencer unknown = Influencer.builder("a", Platform.X).build();
    Influencer known = Influencer.builder("a", Platform.X).likes(7).build();
    Influencer gram = Influencer.builder("a", Platform.INSTAGRAM).likes(7).build();
    Influencer level =
        Influencer.builder("a", Platform.X).level(model.formula(), 5, 0.25, 0.75).build();
    assertTrue(Double.isNaN(model.logError(unknown)));
    assertTrue(model.logError(known) > 0);
    assertNotEquals(model.logError(known), model.logError(gram));
    assertEquals(0.75, model.logError(level));
    assertEquals(Direction.INDEPENDENT, model.direction());
    assertEquals("likes by followers", model.toString());
    assertEquals("likes unknown", model.explain(unknown).note());
    EngagementModel weighted =
        EngagementModels.weighted(
            Map.of(Measure.LIKES, 1.0, Measure.COMMENTS, 2.0), Measure.FOLLOWERS);
    Influencer both = Influencer.builder("a", Platform.X).likes(7).comments(3).build();
    Explanation explained = weighted.explain(both);
    assertEquals(13, explained.value());
    assertEquals(
        List.of("likes", "weighted comments"),
        explained.parts().stream().map(Explanation::label).toList());
    assertEquals(2, explained.parts().get(1).parts().get(0).value());
    assertEquals(
        "a total as given",
        Models.byFollowers(Measure.LIKES, Measure.COMMENTS)
            .explain(Influencer.builder("a", Platform.X).engagements(7).build())
            .note()
            .replaceAll(".*, ", ""));
  }

  private static SizeCurve curve(Measure by, double[] followers, double[] rates) {
    EngagementModel model = EngagementModels.weighted(Map.of(Measure.LIKES, 1.0), by);
    return SizeCurve.of(Platform.X, model, "test", followers, rates);
  }

  private static Influencer account(double followers) {
    return Influencer.builder("a", Platform.X).followers(followers).views(500).build();
  }

  @Test
  void everyCurveExplainsEverySizeToTheLastBit() {
    List<SizeCurve> curves =
        List.of(
            curve(Measure.FOLLOWERS, new double[] {1_000}, new double[] {0.1}),
            curve(Measure.VIEWS, new double[] {1_000}, new double[] {0.1}),
            // Falling ever slower: the largest of its lines.
            curve(Measure.FOLLOWERS, new double[] {10, 100, 1_000}, new double[] {0.5, 0.1, 0.09}),
            // Falling ever faster: each line holds up to the next knot.
            curve(Measure.FOLLOWERS, new double[] {10, 100, 1_000}, new double[] {0.5, 0.4, 0.1}),
            curve(Measure.VIEWS, new double[] {10, 100, 1_000}, new double[] {0.1, 0.4, 0.5}));
    for (SizeCurve curve : curves) {
      double last = Double.NEGATIVE_INFINITY;
      for (double followers : new double[] {0, 1, 9, 10, 50, 100, 101, 500, 1_000, 5_000, 1e9}) {
        Explanation explained = curve.explain(account(followers));
        double expected = curve.expectedLog(account(followers));
        assertEquals(expected, explained.value(), curve + " at " + followers);
        assertTrue(explained.holds(), explained::toString);
        assertTrue(explained.parts().isEmpty() || !explained.note().isEmpty());
        assertTrue(expected >= last, curve + " at " + followers);
        last = expected;
        double exposure = curve.denominator() == Measure.VIEWS ? 500 : Math.max(followers, 1);
        assertEquals(
            Math.log(curve.expectedRate(followers) * exposure) / Math.log(2), expected, 1e-9);
      }
    }
    assertEquals(0.4, curves.get(3).expectedRate(100), 1e-12);
    assertEquals(0.1, curves.get(3).expectedRate(1_000), 1e-12);
    // Half way between two knots, on logarithmic scales.
    assertEquals(0.2, curves.get(3).expectedRate(Math.sqrt(100 * 1_000)), 1e-12);
    assertEquals(
        "views unknown",
        curves.get(1).explain(Influencer.builder("a", Platform.X).followers(5).build()).note());
  }

  @Test
  void anExplanationOfACurveNamesTheLinesThatCount() {
    SizeCurve one = curve(Measure.FOLLOWERS, new double[] {1_000}, new double[] {0.1});
    assertEquals(Explanation.Operation.SUM, one.explain(account(500)).operation());
    SizeCurve flat = curve(Measure.VIEWS, new double[] {1_000}, new double[] {0.1});
    Explanation byViews = flat.explain(account(500));
    assertEquals("log2 of the rate", byViews.parts().get(1).label());
    assertEquals(Explanation.Operation.GIVEN, byViews.parts().get(1).operation());
    double[] knots = {10, 100, 1_000};
    SizeCurve convex = curve(Measure.FOLLOWERS, knots, new double[] {0.5, 0.1, 0.09});
    assertEquals(Explanation.Operation.LARGEST, convex.explain(account(50)).operation());
    for (double followers : new double[] {50, 500, 5_000}) {
      assertEquals(3, convex.explain(account(followers)).parts().size());
    }
    SizeCurve concave = curve(Measure.FOLLOWERS, knots, new double[] {0.5, 0.4, 0.1});
    Explanation within = concave.explain(account(50));
    assertEquals(Explanation.Operation.SMALLEST, within.operation());
    assertEquals(
        List.of("line", "level at the next knot"),
        within.parts().stream().map(Explanation::label).toList());
    assertEquals(Math.log(0.4 * 100) / Math.log(2), within.parts().get(1).value(), 1e-9);
    // Behind the last knot there is no next one.
    assertEquals(Explanation.Operation.SUM, concave.explain(account(5_000)).operation());
  }

  @Test
  void curvesAreEqualOnlyIfAllOfThemIs() {
    double[] followers = {10, 100};
    double[] rates = {0.5, 0.4};
    SizeCurve curve = curve(Measure.FOLLOWERS, followers, rates);
    assertEquals(curve, curve(Measure.FOLLOWERS, followers, rates));
    EngagementModel model = Models.byFollowers(Measure.LIKES);
    List<SizeCurve> others =
        List.of(
            curve(Measure.FOLLOWERS, new double[] {10, 101}, rates),
            curve(Measure.FOLLOWERS, followers, new double[] {0.5, 0.3}),
            SizeCurve.of(Platform.X, model, "another", followers, rates),
            SizeCurve.of(Platform.OTHER, model, "test", followers, rates),
            SizeCurve.of(Platform.X, Models.byFollowers(Measure.SAVES), "test", followers, rates));
    for (SizeCurve other : others) {
      assertNotEquals(curve, other);
    }
    assertNotEquals(curve.hashCode(), others.get(1).hashCode());
    assertNotEquals(
        SizeCurve.line(Platform.X, model, "test", 10, 0.5, 0),
        SizeCurve.line(Platform.X, model, "test", 10, 0.5, -0.1));
    assertNotEquals(curve, new Object());
  }

  @Test
  void aCurveWithoutKnotsAGivenSlopeOrADenominatorThatWouldPayForFollowersIsRefused() {
    EngagementModel model = Models.byFollowers(Measure.LIKES);
    assertEquals(
        "knots must be >= 1 with a rate each, was 0 followers and 0 rates",
        message(() -> curve(Measure.FOLLOWERS, new double[0], new double[0])));
    assertEquals(
        "slope of a rate by followers must be > -1, was -1.000",
        message(() -> SizeCurve.line(Platform.X, model, "test", 10, 0.5, -1)));
    assertEquals(
        "slope of a rate must be a finite number, was Infinity",
        message(
            () -> SizeCurve.line(Platform.X, model, "test", 10, 0.5, Double.POSITIVE_INFINITY)));
    EngagementModel byPosts =
        new EngagementModel() {
          @Override
          public String formula() {
            return "by posts";
          }

          @Override
          public Measure denominator() {
            return Measure.POSTS;
          }

          @Override
          public double engagements(Profile profile) {
            return profile.likes();
          }
        };
    double[] one = {1};
    assertEquals(
        "denominator must be followers or views, was posts",
        message(() -> SizeCurve.of(Platform.X, byPosts, "test", one, one)));
  }

  private static String message(Runnable mistake) {
    return assertThrows(IllegalArgumentException.class, mistake::run).getMessage();
  }

  @Test
  void everySlopeOfACurveIsChecked() {
    // The first, the second, and one given.
    assertThrows(
        IllegalArgumentException.class,
        () -> curve(Measure.FOLLOWERS, new double[] {1, 2, 3}, new double[] {0.5, 0.25, 0.25}));
    assertThrows(
        IllegalArgumentException.class,
        () -> curve(Measure.FOLLOWERS, new double[] {1, 2, 4}, new double[] {0.5, 0.5, 0.25}));
    assertThrows(
        IllegalArgumentException.class,
        () -> curve(Measure.VIEWS, new double[] {1, 2, 4}, new double[] {0.5, 0.6, 0.5}));
    assertEquals(
        0.5,
        curve(Measure.VIEWS, new double[] {1, 2}, new double[] {0.5, 0.5}).expectedRate(9),
        1e-12);
  }

  @Test
  void aFitOfAnEvenNumberOfPeersLiesBetweenTheTwoInTheMiddle() {
    EngagementModel model = Models.byFollowers(Measure.SAVES);
    List<Influencer> peers = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      double followers = StrictMath.pow(2, 10 + i / 8.0);
      // On a line of slope -1/2, with two levels by turns.
      double rate = (i % 2 == 0 ? 0.5 : 0.25) * StrictMath.pow(followers / 1_024, -0.5);
      peers.add(
          Influencer.builder("p" + i, Platform.OTHER)
              .followers(followers)
              .saves(followers * rate - 1)
              .build());
    }
    SizeCurve curve = SizeCurve.fit(model, peers);
    // Half the list apart (20 places) both have the same level, so the slope is exact; the level is
    // the geometric mean of the two.
    double middle = 1_024 * StrictMath.pow(2, 19.5 / 8);
    assertEquals(
        StrictMath.sqrt(0.5 * 0.25) * StrictMath.pow(middle / 1_024, -0.5),
        curve.expectedRate(middle),
        1e-9);
    assertEquals(StrictMath.pow(4, -0.5), curve.expectedRate(4e4) / curve.expectedRate(1e4), 1e-9);
  }

  @Test
  void aForecastIsWorkedByHand() {
    LevelEstimator estimator = LevelEstimator.of(0.5, 1, 0.25, -2, 3, "test");
    Instant start = Instant.parse("2026-01-01T00:00:00Z");
    Level level = new Level(8, 0.4, 0.7, 9, start, 4);
    Instant at = start.plusSeconds(3 * 86_400).plusMillis(43_200_000);
    double age = 0.25;
    Estimate forecast = estimator.forecast(level, 6, at, age);
    double spread = 0.7 * Math.sqrt(0.4 + 0.08 + 1);
    double halfway = Math.pow(2, 1 / 1.4) - 1;
    double share = 1.4 * Math.log((age + 0.02) / (age + 0.02 + halfway * 0.5)) / Math.log(2);
    double centre = 8 + 0.25 + share;
    assertEquals(Math.pow(2, centre) - 1, forecast.value(), 1e-9);
    assertEquals(Math.pow(2, centre - 2 * spread) - 1, forecast.low(), 1e-9);
    assertEquals(Math.pow(2, centre + 3 * spread) - 1, forecast.high(), 1e-9);
    Estimate grown = estimator.forecast(level, Double.NaN, start, Double.POSITIVE_INFINITY);
    assertEquals(Math.pow(2, 8.25) - 1, grown.value(), 1e-9);
  }

  @Test
  void aHistoryTellsWhenItWasCountedAndHowOldItsPostsAre() {
    Instant counted = Instant.parse("2026-01-03T12:00:00.500Z");
    PostHistory.Post post = new PostHistory.Post(Instant.parse("2026-01-01T00:00:00Z"), 5);
    PostHistory history = PostHistory.of(counted, List.of(post));
    assertEquals(counted, history.countedAt());
    assertEquals(2.5 + 0.5 / 86_400, history.age(post), 1e-15);
  }

  @Test
  void everyConstantIsTold() {
    List<String> told = EngagementModels.describe();
    assertTrue(told.stream().anyMatch(line -> line.contains("half-life of a post")));
    assertTrue(told.stream().anyMatch(line -> line.contains("slope")), told::toString);
    assertTrue(
        told.contains("  deviation of a post around a mean, elsewhere: 1 doublings [own default]"),
        told::toString);
    assertTrue(told.size() >= 10, told::toString);
  }
}
