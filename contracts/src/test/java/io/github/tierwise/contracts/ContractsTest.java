package io.github.tierwise.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.engagement.EngagementModel;
import io.github.tierwise.engagement.EngagementModels;
import io.github.tierwise.engagement.SizeCurve;
import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.CompanySize;
import io.github.tierwise.profile.Goal;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Priority;
import io.github.tierwise.profile.Profile;
import io.github.tierwise.score.Criteria;
import io.github.tierwise.score.Criterion;
import io.github.tierwise.score.PriceCurve;
import io.github.tierwise.score.Scorer;
import io.github.tierwise.tier.Classification;
import io.github.tierwise.tier.CommonTier;
import io.github.tierwise.tier.Tier;
import io.github.tierwise.tier.TierPolicies;
import io.github.tierwise.tier.TierPolicies.EdgeReading;
import io.github.tierwise.tier.TierPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The built-ins keep their contracts, and breaking one is seen. */
@Execution(ExecutionMode.CONCURRENT)
class ContractsTest {

  private static final BrandProfile SME =
      BrandProfile.builder()
          .budget(5_000, "USD")
          .size(CompanySize.SME)
          .goal(Goal.SALES)
          .topic("vegan", 1)
          .audience("country", "DE", 1)
          .audience("country", "BR", 0.5)
          .build();

  private static final BrandProfile CORPORATION =
      BrandProfile.builder()
          .budget(1_000_000, "USD")
          .size(CompanySize.LARGE)
          .goal(Goal.AWARENESS)
          .ownPresence(false)
          .build();

  static Stream<TierPolicy> policies() {
    return Stream.concat(
        TierPolicies.publishedIds().stream()
            .flatMap(id -> Stream.of(EdgeReading.values()).map(r -> TierPolicies.published(id, r)))
            .distinct(),
        Stream.of(
            TierPolicies.ranges("gaps and overlaps")
                .tier("micro", 1_000, 20_000)
                .tier("small", 10_000, 50_000)
                .tier("macro", 100_000, 1e6)
                .build(),
            TierPolicies.ranges("by platform")
                .tier(Platform.YOUTUBE, "macro", 250_000, 1e6)
                .tier(Platform.INSTAGRAM, "macro", 500_000, 1e6)
                .build()));
  }

  @ParameterizedTest
  @MethodSource("policies")
  void everyTierPolicyKeepsItsContract(TierPolicy policy) {
    Contracts.check(policy);
  }

  static Stream<EngagementModel> models() {
    return Stream.concat(
        Stream.concat(
            Stream.of(Platform.values()).map(EngagementModels::standard),
            EngagementModels.publishedIds().stream().map(EngagementModels::published)),
        Stream.of(
            EngagementModels.byViews(Measure.LIKES, Measure.SAVES),
            EngagementModels.weighted(
                Map.of(Measure.LIKES, 1.0, Measure.COMMENTS, 2.0), Measure.FOLLOWERS),
            EngagementModel.of("saves by followers", Measure.FOLLOWERS, Profile::saves)));
  }

  @ParameterizedTest
  @MethodSource("models")
  void everyEngagementModelKeepsItsContract(EngagementModel model) {
    Contracts.check(model);
  }

  @Test
  void everyStandardCriterionKeepsItsContract() {
    for (BrandProfile brand : List.of(SME, CORPORATION)) {
      Scorer.of(brand).criteria().forEach(Contracts::check);
    }
    for (Platform platform : List.of(Platform.INSTAGRAM, Platform.TIKTOK, Platform.YOUTUBE)) {
      EngagementModel model = EngagementModels.standard(platform);
      SizeCurve curve = SizeCurve.published(platform, model).orElseThrow();
      Contracts.check(Criteria.engagement(model, curve));
      Contracts.check(Criteria.engagedAudience(model));
    }
    Contracts.check(Criteria.conversion());
    Contracts.check(Criteria.audienceFit(SME));
    Contracts.check(Criteria.cost(SME, PriceCurve.published()));
  }

  @Test
  void everyScorerKeepsTheSixGuarantees() {
    Contracts.check(Scorer.of(SME));
    Contracts.check(Scorer.of(CORPORATION));
    Contracts.check(Scorer.of(BrandProfile.builder().build()));
    Contracts.check(
        Scorer.builder(SME)
            .tiers(TierPolicies.published("forbes"))
            .requireTier("micro")
            .plausibleOnly(true)
            .minEngagements(0)
            .build());
  }

  @Test
  void aScorerWithAnEngagementModelOfItsOwnStillKeepsTheOtherGuarantees() {
    EngagementModel saves =
        EngagementModel.of("saves by followers", Measure.FOLLOWERS, Profile::saves);
    List<Influencer> peers =
        Samples.of(7, 600).stream().filter(a -> a.platform() == Platform.INSTAGRAM).toList();
    Scorer scorer = Scorer.builder(SME).engagement(saves, SizeCurve.fit(saves, peers)).build();
    assertFalse(scorer.boughtFollowersNeverPay());
    Contracts.check(scorer);
  }

  @Test
  void leavingOutEveryOtherPriorityKeepsTheGuarantees() {
    BrandProfile.Builder brand = SME.toBuilder();
    for (Priority priority : Priority.values()) {
      brand.priority(priority, priority == Priority.COST ? 0.3 : 0);
    }
    Contracts.check(Scorer.of(brand.build()));
  }

  @Test
  void aPolicyThatAnswersWithANewInstanceIsCaught() {
    TierPolicy broken =
        new TierPolicy() {
          @Override
          public String id() {
            return "broken";
          }

          @Override
          public List<Classification> outcomes() {
            return List.of(tier());
          }

          private Tier tier() {
            return new Tier("broken", "all", 1, CommonTier.NONE, 0, Double.POSITIVE_INFINITY);
          }

          @Override
          public Classification classify(Profile profile) {
            return tier();
          }
        };
    AssertionError error = assertThrows(AssertionError.class, () -> Contracts.check(broken));
    assertTrue(
        error
            .getMessage()
            .contains(
                "nothing-known: the answer must be one of the outcomes, the same instance, was all"),
        error.getMessage());
  }

  /** Small below 500 followers or without likes, whatever it says of its bounds. */
  private static TierPolicy byFollowersAndLikes(List<Double> bounds) {
    Tier small = new Tier("broken", "small", 1, CommonTier.NONE, 0, Double.POSITIVE_INFINITY);
    Tier large = new Tier("broken", "large", 2, CommonTier.NONE, 0, Double.POSITIVE_INFINITY);
    return new TierPolicy() {
      @Override
      public String id() {
        return "broken";
      }

      @Override
      public List<Classification> outcomes() {
        return List.of(small, large);
      }

      @Override
      public Classification classify(Profile profile) {
        return profile.followers() >= 500 && profile.likes() >= 0 ? large : small;
      }

      @Override
      public Optional<List<Double>> followerBounds(Platform platform) {
        return Optional.of(bounds);
      }
    };
  }

  @Test
  void aPolicyWhoseFollowersDoNotDecideAloneIsCaught() {
    AssertionError error =
        assertThrows(
            AssertionError.class, () -> Contracts.check(byFollowersAndLikes(List.of(500.0))));
    assertTrue(
        error
            .getMessage()
            .contains("the answer must be that for 500.0 followers, the start of its interval"),
        error.getMessage());
  }

  @Test
  void followerBoundsThatDoNotRiseAreCaught() {
    for (List<Double> bounds :
        List.of(List.of(0.0), List.of(5.0, 5.0), List.of(Double.POSITIVE_INFINITY))) {
      AssertionError error =
          assertThrows(AssertionError.class, () -> Contracts.check(byFollowersAndLikes(bounds)));
      assertTrue(
          error.getMessage().contains("follower bounds must be finite and rise from above 0"),
          error.getMessage());
    }
  }

  private static Criterion criterion(ToDoubleFunction<Profile> utility) {
    return new Criterion() {
      @Override
      public String name() {
        return "own";
      }

      @Override
      public double utility(Profile profile) {
        return utility.applyAsDouble(profile);
      }
    };
  }

  @Test
  void aCriterionThatTakesTheUnknownForZeroIsCaught() {
    Criterion broken = criterion(p -> Double.isNaN(p.saves()) ? 0 : Math.min(1, p.saves() / 1_000));
    AssertionError error = assertThrows(AssertionError.class, () -> Contracts.check(broken));
    assertTrue(
        error.getMessage().contains("every account: unknown saves must not count as none"),
        error.getMessage());
    Contracts.check(criterion(p -> Math.min(1, p.saves() / 1_000)));
  }

  private static String violation(Criterion broken) {
    return assertThrows(AssertionError.class, () -> Contracts.check(broken)).getMessage();
  }

  @Test
  void aCriterionOnSharesOfTheAudienceIsCheckedOnSomeThatAreKnown() {
    ToDoubleFunction<Profile> young = p -> p.audience("age", "13-17") + p.audience("Age", "18-24");
    Contracts.check(criterion(p -> Math.min(1, young.applyAsDouble(p))));
    String unbounded = violation(criterion(p -> 100 * young.applyAsDouble(p)));
    assertTrue(unbounded.contains("utility must be between 0 and 1 or NaN, was "), unbounded);
    String zero =
        violation(
            criterion(
                p -> p.audience("gender", "female") > 0 ? p.audience("gender", "female") : 0));
    assertTrue(
        zero.contains(
            "every account: unknown gender female must not count as none, was the same utility and"
                + " range, such as 0.0 for "),
        zero);
  }

  @Test
  void aCriterionThatIsKnownOfNobodyIsNotCalledGood() {
    String message = violation(criterion(p -> p.audience("agee", "13-17")));
    assertTrue(
        message.contains(
            "all 1500 accounts: utility must be known for one account at least, or nothing is"
                + " checked (check it with accounts of your own that have what it asks for), was"
                + " NaN"),
        message);
    IllegalArgumentException error =
        assertThrows(
            IllegalArgumentException.class,
            () -> Contracts.check(criterion(Profile::saves), List.of()));
    assertEquals("accounts must not be empty, was []", error.getMessage());
  }

  @Test
  void aCriterionThatTakesNoneForUnknownMay() {
    Contracts.check(
        criterion(p -> p.clicks() > 0 ? Math.min(1, p.conversions() / p.clicks()) : Double.NaN));
  }

  @Test
  void aScorerIsCheckedInTheCurrencyOfItsBrand() {
    Contracts.check(Scorer.of(BrandProfile.builder().budget(5_000, "EUR").build()));
  }

  @Test
  void aCriterionThatThrowsIsCaught() {
    Criterion broken =
        criterion(
            p -> {
              throw new IllegalStateException("no such thing");
            });
    AssertionError error = assertThrows(AssertionError.class, () -> Contracts.check(broken));
    assertTrue(
        error
            .getMessage()
            .contains("nothing must be thrown, was java.lang.IllegalStateException: no such thing"),
        error.getMessage());
    // Where it happened can be seen.
    assertEquals("no such thing", error.getCause().getMessage());
  }

  @Test
  void theAccountForWhichSomethingIsThrownIsNamed() {
    Influencer good = Influencer.builder("good", Platform.X).likes(5).build();
    Influencer bad = Influencer.builder("bad", Platform.X).likes(7).build();
    Criterion broken =
        criterion(
            p -> {
              if (p.likes() == 7) {
                throw new IllegalStateException("seven");
              }
              return 0.5;
            });
    AssertionError error =
        assertThrows(AssertionError.class, () -> Contracts.check(broken, List.of(good, bad, good)));
    assertEquals(
        "criterion own breaks its contract in 1 case:%n".formatted()
            + "  bad: nothing must be thrown, was java.lang.IllegalStateException: seven",
        error.getMessage());
  }

  @Test
  void aModelThatIsNegativeIsCaught() {
    EngagementModel broken =
        EngagementModel.of(
            "likes less comments by followers", Measure.FOLLOWERS, p -> p.comments() - p.likes());
    AssertionError error = assertThrows(AssertionError.class, () -> Contracts.check(broken));
    assertTrue(
        error.getMessage().contains("engagements must be finite and >= 0 or NaN, was -"),
        error.getMessage());
  }

  @Test
  void samplesAreTheSameForTheSameSeed() {
    assertEquals(Samples.of(1, 200), Samples.of(1, 200));
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> Samples.of(1, -1));
    assertEquals("count must be >= 0, was -1", error.getMessage());
  }
}
