package io.github.tierwise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.engagement.EngagementModel;
import io.github.tierwise.engagement.EngagementModels;
import io.github.tierwise.engagement.LevelEstimator;
import io.github.tierwise.engagement.SizeCurve;
import io.github.tierwise.explain.Estimate;
import io.github.tierwise.explain.Explanation;
import io.github.tierwise.explain.Explanation.Operation;
import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.CompanySize;
import io.github.tierwise.profile.Goal;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Priority;
import io.github.tierwise.score.Criteria;
import io.github.tierwise.tier.TierPolicies;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * A value is equal to one made from the same parts, with the same hash, and to none that differs in
 * a single part.
 */
class ValuesTest {

  /** All differ from each other; each is made twice. */
  @SafeVarargs
  private static void assertDifferent(Supplier<Object>... makers) {
    for (int i = 0; i < makers.length; i++) {
      Object one = makers[i].get();
      Object same = makers[i].get();
      assertEquals(one, same);
      assertEquals(one.hashCode(), same.hashCode(), one::toString);
      assertEquals(one.toString(), same.toString());
      assertNotEquals(one, "a text");
      for (int j = 0; j < makers.length; j++) {
        if (i != j) {
          assertNotEquals(one, makers[j].get(), i + " and " + j);
        }
      }
    }
  }

  @Test
  void everyPublicTypeIsSampledOrToldWhyItIsNoValue() throws IOException {
    Set<Class<?>> told = new HashSet<>(Samples.values(0).keySet());
    told.addAll(Samples.NO_VALUES.keySet());
    assertEquals(names(Samples.publicTypes()), names(told));
    assertTrue(told.size() > 50, () -> "types were found: " + told);
  }

  private static List<String> names(Collection<Class<?>> types) {
    return types.stream().map(Class::getName).sorted().toList();
  }

  @Test
  void whatIsMadeAgainFromTheSamePartsIsEqualAndReadable() {
    Map<Class<?>, Object> ones = Samples.values(0);
    Map<Class<?>, Object> again = Samples.values(0);
    Map<Class<?>, Object> others = Samples.values(1);
    ones.forEach(
        (type, one) -> {
          String name = type.getName();
          Object same = Objects.requireNonNull(again.get(type));
          assertEquals(one, same, name);
          assertEquals(one.hashCode(), same.hashCode(), name);
          assertEquals(one.toString(), same.toString(), name);
          assertNotEquals(one, others.get(type), name);
          assertNotEquals(one, "a text", name);
          assertFalse(one.toString().contains("@"), () -> name + ": " + one);
          assertFalse(one.toString().isBlank(), name);
        });
  }

  private static Influencer.Builder account() {
    return Influencer.builder("a", Platform.X).likes(1);
  }

  @Test
  void accounts() {
    assertDifferent(
        () -> account().build(),
        () -> Influencer.builder("b", Platform.X).likes(1).build(),
        () -> Influencer.builder("a", Platform.TIKTOK).likes(1).build(),
        () -> account().comments(1).build(),
        () -> account().price(5, "USD").build(),
        () -> account().price(5, "EUR").build(),
        () -> account().level("likes", 1, 1, 1).build(),
        () -> account().level("views", 1, 1, 1).build(),
        () -> account().audience("country", "us", 0.5).build(),
        () -> account().label("country", "us").build());
  }

  @Test
  void brands() {
    assertDifferent(
        () -> BrandProfile.builder().build(),
        () -> BrandProfile.builder().budget(5, "USD").build(),
        () -> BrandProfile.builder().budget(6, "USD").build(),
        () -> BrandProfile.builder().budget(5, "EUR").build(),
        () -> BrandProfile.builder().size(CompanySize.SME).build(),
        () -> BrandProfile.builder().goal(Goal.SALES).build(),
        () -> BrandProfile.builder().ownPresence(true).build(),
        () -> BrandProfile.builder().ownPresence(false).build(),
        () -> BrandProfile.builder().topic("food", 1).build(),
        () -> BrandProfile.builder().priority(Priority.COST, 2).build());
  }

  @Test
  void explanations() {
    Explanation part = Explanation.given("p", 2, "");
    assertDifferent(
        () -> Explanation.given("a", 2, "n"),
        () -> Explanation.given("b", 2, "n"),
        () -> Explanation.given("a", 3, "n"),
        () -> Explanation.given("a", 2, "m"),
        () -> Explanation.function("a", 2, "n", List.of()),
        () -> Explanation.function("a", 2, "n", List.of(part)),
        () -> Explanation.of("a", Operation.SUM, "n", List.of(part)),
        () -> Explanation.of("a", Operation.LARGEST, "n", List.of(part)));
  }

  private static SizeCurve curve(Platform platform, Measure by, String source, double rate) {
    EngagementModel model = EngagementModels.weighted(Map.of(Measure.LIKES, 1.0), by);
    return SizeCurve.of(platform, model, source, new double[] {1_000}, new double[] {rate});
  }

  @Test
  void curves() {
    assertDifferent(
        () -> curve(Platform.X, Measure.FOLLOWERS, "s", 0.1),
        () -> curve(Platform.TIKTOK, Measure.FOLLOWERS, "s", 0.1),
        () -> curve(Platform.X, Measure.VIEWS, "s", 0.1),
        () -> curve(Platform.X, Measure.FOLLOWERS, "t", 0.1),
        () -> curve(Platform.X, Measure.FOLLOWERS, "s", 0.2),
        () ->
            SizeCurve.of(
                Platform.X,
                EngagementModels.weighted(Map.of(Measure.LIKES, 1.0), Measure.FOLLOWERS),
                "s",
                new double[] {2_000},
                new double[] {0.1}),
        () ->
            SizeCurve.of(
                Platform.X,
                EngagementModels.weighted(Map.of(Measure.LIKES, 1.0), Measure.FOLLOWERS),
                "s",
                new double[] {1_000, 2_000},
                new double[] {0.1, 0.09}));
    assertEquals(
        "0.1 at 1000 and any other size", curve(Platform.X, Measure.VIEWS, "s", 0.1).describe());
    assertEquals(0.1, curve(Platform.X, Measure.VIEWS, "s", 0.1).expectedRate(Double.NaN), 1e-12);
    assertTrue(
        Double.isNaN(curve(Platform.X, Measure.FOLLOWERS, "s", 0.1).expectedRate(Double.NaN)));
  }

  @Test
  void modelsPoliciesAndCriteria() {
    assertDifferent(
        () -> Models.byFollowers(Measure.LIKES),
        () -> Models.byFollowers(Measure.LIKES, Measure.COMMENTS),
        () -> EngagementModels.byViews(Measure.LIKES),
        () -> EngagementModels.weighted(Map.of(Measure.LIKES, 2.0), Measure.FOLLOWERS),
        () -> TierPolicies.ranges("a").tier("micro", 1, 2).build(),
        () -> TierPolicies.ranges("b").tier("micro", 1, 2).build(),
        () -> TierPolicies.ranges("a").tier("micro", 1, 3).build(),
        () -> TierPolicies.ranges("a").tier("nano", 1, 2).build(),
        () -> TierPolicies.published("forbes"),
        () -> TierPolicies.published("iab-uk"),
        () -> Criteria.conversion(),
        () -> Criteria.audienceFit(BrandProfile.builder().topic("food", 1).build()),
        () -> Criteria.audienceFit(BrandProfile.builder().topic("food", 0.5).build()),
        () -> Criteria.audienceFit(BrandProfile.builder().topic("art", 1).build()));
  }

  @Test
  void numbersWithoutASenseAreRefusedAndNamed() {
    assertRefused(
        "budget must be a finite number > 0, was Infinity",
        () -> BrandProfile.builder().budget(Double.POSITIVE_INFINITY, "USD"));
    assertRefused(
        "priority of cost must be a finite number >= 0, was Infinity",
        () -> BrandProfile.builder().priority(Priority.COST, Double.POSITIVE_INFINITY));
    assertRefused(
        "share of us must be between 0 and 1 or NaN for unknown, was 1.5",
        () -> account().audience("country", "us", 1.5));
    assertRefused(
        "quantiles must be around 0, was 0 to -0.5",
        () -> LevelEstimator.of(1, 1, 0, 0, -0.5, "s"));
    assertRefused(
        "operation must be one that computes its value, was FUNCTION",
        () -> Explanation.of("a", Operation.FUNCTION, "", List.of()));
    assertRefused(
        "estimate must have low <= value <= high or be NaN throughout, was 0 <= NaN <= 1",
        () -> new Estimate(Double.NaN, 0, 1));
    assertRefused(
        "estimate must have low <= value <= high or be NaN throughout, was NaN <= NaN <= 1",
        () -> new Estimate(Double.NaN, Double.NaN, 1));
    assertRefused(
        "estimate must have low <= value <= high or be NaN throughout, was 0 <= 2 <= 1",
        () -> new Estimate(2, 0, 1));
  }

  private static void assertRefused(String message, Supplier<Object> maker) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, maker::get).getMessage());
  }

  @Test
  void peersWhoseNumbersSayNothingAreLeftOutOfAFit() {
    EngagementModel model = Models.byFollowers(Measure.SAVES);
    List<Influencer> peers = new ArrayList<>();
    for (int i = 1; i <= 31; i++) {
      peers.add(
          Influencer.builder("p" + i, Platform.OTHER).followers(1_000.0 * i).saves(10).build());
    }
    SizeCurve curve = SizeCurve.fit(model, peers);
    List<Influencer> more = new ArrayList<>(peers);
    more.add(Influencer.builder("q", Platform.OTHER).followers(0.5).saves(10).build());
    more.add(Influencer.builder("r", Platform.OTHER).followers(5).build());
    more.add(Influencer.builder("s", Platform.OTHER).saves(1e9).build());
    assertEquals(curve, SizeCurve.fit(model, more));
    Collections.reverse(more);
    assertEquals(curve, SizeCurve.fit(model, more));
    // All of one size: nothing tells a slope, so there is none.
    List<Influencer> alike = new ArrayList<>();
    for (int i = 1; i <= 30; i++) {
      alike.add(Influencer.builder("p" + i, Platform.OTHER).followers(5_000).saves(i).build());
    }
    SizeCurve flat = SizeCurve.fit(model, alike);
    assertEquals(flat.expectedRate(10), flat.expectedRate(1e6), 1e-12);
    // The median of 1 + saves, 16.5 in the middle of the logarithms of 16 and 17.
    assertEquals(Math.sqrt(16.0 * 17.0) / 5_000, flat.expectedRate(5_000), 1e-9);
  }
}
