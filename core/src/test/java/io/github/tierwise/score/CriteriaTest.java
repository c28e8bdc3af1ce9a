package io.github.tierwise.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.Models;
import io.github.tierwise.Serial;
import io.github.tierwise.engagement.EngagementModel;
import io.github.tierwise.engagement.EngagementModels;
import io.github.tierwise.engagement.SizeCurve;
import io.github.tierwise.explain.Estimate;
import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.Direction;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Value functions against values worked by hand from their definition. */
class CriteriaTest {

  private static final EngagementModel MODEL = EngagementModels.standard(Platform.INSTAGRAM);
  private static final Criterion ENGAGEMENT =
      Criteria.engagement(MODEL, SizeCurve.published(Platform.INSTAGRAM, MODEL).orElseThrow());
  private static final BrandProfile BRAND =
      BrandProfile.builder()
          .budget(5_000, "USD")
          .topic("vegan", 1)
          .audience("country", "DE", 1)
          .audience("country", "AT", 0.5)
          .build();

  private static Influencer.Builder account() {
    return Influencer.builder("x", Platform.INSTAGRAM);
  }

  /** At 10,000 followers 2.5% are expected: 250 engagements, of which log2 is 7.965784. */
  @ParameterizedTest
  @CsvSource({
    "249, 0.5", // 1 + 249 is exactly what is expected
    "499, 0.633333", // one doubling above: 0.5 + 0.8 / 6
    "124, 0.366667", // one below
    "100000, 1", // far above: clamped
    "0, 0"
  })
  void engagementIsDoublingsAboveExpectation(double engagements, double utility) {
    Influencer known = account().followers(10_000).likes(engagements).comments(0).build();
    assertEquals(utility, ENGAGEMENT.utility(known), 1e-6);
  }

  @Test
  void engagementOpensByTheScatterOfAPost() {
    Influencer known = account().followers(10_000).likes(249).comments(0).build();
    Estimate estimate = ENGAGEMENT.estimate(known);
    // 2.1 standard deviations of 0.6 doublings, times the root of 0.8, over a scale of 6 doublings.
    double range = 2.1 * 0.6 * Math.sqrt(0.8) / 6;
    assertEquals(0.5 - range, estimate.low(), 1e-9);
    assertEquals(0.5 + range, estimate.high(), 1e-9);
  }

  @Test
  void aLevelFromPostsTakesThePlaceOfTheMeanForItsFormulaAlone() {
    Influencer mean = account().followers(10_000).likes(249).comments(0).build();
    // A typical post of 499: log2(500) against log2(250) expected, with a weight of 4 / 4.25.
    double level = Math.log(500) / Math.log(2);
    Influencer posts = mean.toBuilder().posts(25).level(MODEL.formula(), level, 0.25, 0.7).build();
    assertEquals(0.5 + 4 / 4.25 / 6, ENGAGEMENT.utility(posts), 1e-6);
    double range = 2.1 * 0.7 * Math.sqrt(4 / 4.25 * 0.25) / 6;
    assertEquals(ENGAGEMENT.utility(posts) - range, ENGAGEMENT.estimate(posts).low(), 1e-9);
    assertEquals(
        "5% by the level of its posts against 2.5% expected for 10,000 followers on Instagram",
        ENGAGEMENT.explain(posts).note());
    assertEquals(
        "499 people engage with a post, by the level of its posts",
        Criteria.engagedAudience(MODEL).explain(posts).note());
    assertEquals(posts.get(Measure.LEVEL), MODEL.level(posts));
    Influencer other = mean.toBuilder().level("another formula", level, 0.25, 0.7).build();
    assertEquals(ENGAGEMENT.utility(mean), ENGAGEMENT.utility(other));
  }

  @Test
  void engagementIsUnknownWithoutCountsSizeOrCurve() {
    assertUnknown(ENGAGEMENT, account().followers(10_000).build(), "likes unknown");
    assertUnknown(ENGAGEMENT, account().likes(100).comments(1).build(), "followers unknown");
    assertUnknown(
        ENGAGEMENT,
        Influencer.builder("x", Platform.LINKEDIN).followers(1_000).likes(5).build(),
        "no engagement rate to expect is published for LinkedIn");
    Influencer tiktok = Influencer.builder("x", Platform.TIKTOK).followers(1_000).likes(5).build();
    assertUnknown(
        ENGAGEMENT,
        tiktok,
        "the engagement rate to expect that is published for TikTok is of likes + comments + shares"
            + " by followers, not of likes + comments by followers");
    EngagementModel standard = EngagementModels.standard(Platform.TIKTOK);
    SizeCurve elsewhere =
        SizeCurve.of(Platform.X, standard, "test", new double[] {1_000}, new double[] {0.05});
    assertUnknown(
        Criteria.engagement(standard, elsewhere),
        tiktok,
        "no engagement rate to expect was given for TikTok");
  }

  private static void assertUnknown(Criterion criterion, Profile profile, String note) {
    assertTrue(Double.isNaN(criterion.utility(profile)));
    assertEquals(Estimate.UNKNOWN, criterion.estimate(profile));
    assertEquals(note, criterion.explain(profile).note());
  }

  @Test
  void engagementSaysWhatAMarketerUnderstands() {
    Influencer ana = account().followers(48_000).likes(1_080).comments(72).build();
    assertEquals(
        "2.4% against 1.7% expected for 48,000 followers on Instagram",
        ENGAGEMENT.explain(ana).note());
    Influencer likesOnly = account().followers(48_000).likes(1_080).build();
    assertEquals(
        "2.3% (1,080 a post at least, comments unknown) against 1.7% expected for 48,000 followers"
            + " on Instagram",
        ENGAGEMENT.explain(likesOnly).note());
    EngagementModel byViews = EngagementModels.standard(Platform.YOUTUBE);
    Criterion youTube =
        Criteria.engagement(byViews, SizeCurve.published(Platform.YOUTUBE, byViews).orElseThrow());
    Influencer ben =
        Influencer.builder("ben", Platform.YOUTUBE).views(10_000).likes(400).comments(20).build();
    assertEquals("4.2% of views against 3% expected on YouTube", youTube.explain(ben).note());
  }

  /** 10 people 0, 10 million 1, each tenfold a sixth. */
  @ParameterizedTest
  @CsvSource({"9, 0", "99, 0.1666667", "9999, 0.5", "999999, 0.8333333", "1e8, 1", "0, 0"})
  void engagedAudienceIsTheLogarithmOfEngagements(double engagements, double utility) {
    Criterion criterion = Criteria.engagedAudience(MODEL);
    Influencer known = account().engagements(engagements).build();
    assertEquals(utility, criterion.utility(known), 1e-6);
    assertEquals(1.0 / 6, criterion.neutral());
    assertEquals(Direction.INDEPENDENT, criterion.direction());
    assertUnknown(criterion, account().build(), "likes unknown");
  }

  @Test
  void theEngagedAudienceOpensByTheScatterOfThePostsThatWereRead() {
    Criterion audience = Criteria.engagedAudience(MODEL);
    Influencer posts = account().posts(9).level(MODEL.formula(), 12, 0.25, 0.7).build();
    // 2.1 deviations of 0.7 doublings, times the root of 0.25, over log2(1e6) doublings.
    double range = 2.1 * 0.7 * 0.5 / (Math.log(1e6) / Math.log(2));
    Estimate estimate = audience.estimate(posts);
    assertEquals(estimate.value() - range, estimate.low(), 1e-9);
    assertEquals(estimate.value() + range, estimate.high(), 1e-9);
    Influencer unsaid = account().level(MODEL.formula(), 12, 0.25, 0.7).build();
    assertEquals(
        "log2 of 1 + engagements of a typical post, from its posts",
        audience.explain(unsaid).parts().get(0).note());
    assertEquals(
        "log2 of 1 + engagements of a typical post, from 9 posts",
        audience.explain(posts).parts().get(0).note());
  }

  @Test
  void whereAModelDoesNotSayHowPostsScatterOneDoublingIsTaken() {
    EngagementModel saves =
        EngagementModel.of("saves by followers", Measure.FOLLOWERS, Profile::saves);
    Estimate estimate = Criteria.engagedAudience(saves).estimate(account().saves(999).build());
    double range = 2.1 / (Math.log(1e6) / Math.log(2));
    assertEquals(estimate.value() + range, estimate.high(), 1e-9);
  }

  @Test
  void aLevelOfAModelsOwnIsWhatIsExplained() {
    EngagementModel own = PlugIns.model(profile -> profile.saves() > 0 ? Double.NaN : 12);
    Criterion audience = Criteria.engagedAudience(own);
    Influencer known = account().followers(100_000).likes(10).build();
    assertEquals(audience.utility(known), audience.explain(known).value());
    assertEquals("4,095 people engage with a post", audience.explain(known).note());
    assertEquals(
        "log2 of 1 + engagements of a typical post, by the model own",
        audience.explain(known).parts().get(0).note());
    double[] one = {1_000};
    Criterion engagement =
        Criteria.engagement(
            own, SizeCurve.of(Platform.INSTAGRAM, own, "test", one, new double[] {0.05}));
    assertEquals(
        "4.1% against 5% expected for 100,000 followers on Instagram",
        engagement.explain(known).note());
    assertUnknown(audience, account().likes(10).saves(1).build(), "level unknown by the model own");
    // The level may be known where the mean is not.
    assertEquals("4,095 people engage with a post", audience.explain(account().build()).note());
  }

  @Test
  void aCurveOfAnotherFormulaIsRefused() {
    SizeCurve curve = SizeCurve.published(Platform.INSTAGRAM, MODEL).orElseThrow();
    assertMessage(
        "formula of the size curve for Instagram must be that of the model, \"saves\", was \"likes"
            + " + comments by followers\"",
        () ->
            new Meter.Rate(EngagementModel.of("saves", Measure.FOLLOWERS, Profile::saves), curve));
  }

  @Test
  void aModelThatStatesNothingLeavesTheDirectionOpen() {
    EngagementModel saves =
        EngagementModel.of("saves by followers", Measure.FOLLOWERS, Profile::saves);
    assertEquals(Direction.NOT_STATED, Criteria.engagedAudience(saves).direction());
    assertEquals(Direction.NON_INCREASING, ENGAGEMENT.direction());
    EngagementModel falling =
        new EngagementModel() {
          @Override
          public String formula() {
            return "falling";
          }

          @Override
          public Measure denominator() {
            return Measure.FOLLOWERS;
          }

          @Override
          public double engagements(Profile profile) {
            return profile.likes() / (1 + profile.followers());
          }

          @Override
          public Direction direction() {
            return Direction.NON_INCREASING;
          }
        };
    assertEquals(Direction.NON_INCREASING, Criteria.engagedAudience(falling).direction());
  }

  /** 2% is the middle; the rate is drawn towards it. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0.5", // (0 + 2) / (0 + 100) = 2%
    "10000, 402, 0.666667", // 404 / 10100 = 4%
    "100000, 0, 0", // 2 / 100100, below 0.25%
    "100, 98, 1" // 100 / 200, above 16%
  })
  void conversionIsDoublingsAroundTwoPercent(double clicks, double conversions, double utility) {
    Influencer known = account().clicks(clicks).conversions(conversions).build();
    assertEquals(utility, Criteria.conversion().utility(known), 1e-6);
  }

  @Test
  void conversionNamesWhatIsMissing() {
    Criterion conversion = Criteria.conversion();
    assertUnknown(conversion, account().build(), "clicks and conversions unknown");
    assertUnknown(conversion, account().clicks(1).build(), "conversions unknown");
    assertUnknown(conversion, account().conversions(1).build(), "clicks unknown");
    assertEquals(
        "12 of 400 clicks converted, taken as 2.8%",
        conversion.explain(account().clicks(400).conversions(12).build()).note());
    Estimate few = conversion.estimate(account().clicks(20).conversions(1).build());
    Estimate many = conversion.estimate(account().clicks(20_000).conversions(500).build());
    assertTrue(few.high() - few.low() > many.high() - many.low());
  }

  @Test
  void audienceFitIsTheCoverageOfTheTarget() {
    Criterion fit = Criteria.audienceFit(BRAND);
    // Topic 0.81, country 0.6 + 0.5 * 0.3 = 0.75; their geometric mean.
    Influencer known =
        account()
            .topic("vegan", 0.81)
            .audience("country", "de", 0.6)
            .audience("country", "at", 0.3)
            .build();
    assertEquals(Math.sqrt(0.81 * 0.75), fit.utility(known), 1e-12);
    assertEquals("country AT or DE 75%, topic vegan 81%", fit.explain(known).note());
    // At least 0.05 in each dimension, so that nothing wipes out everything.
    Influencer nobody =
        account()
            .topic("vegan", 1)
            .audience("country", "de", 0)
            .audience("country", "at", 0)
            .build();
    assertEquals(Math.sqrt(0.05), fit.utility(nobody), 1e-12);
  }

  @Test
  void anUnknownInteractionIsNotZeroButOpensTheRangeAbove() {
    Criterion audience = Criteria.engagedAudience(MODEL);
    Influencer none = account().followers(10_000).likes(499).comments(0).build();
    Influencer unknown = account().followers(10_000).likes(499).build();
    assertEquals(ENGAGEMENT.utility(none), ENGAGEMENT.utility(unknown));
    // One doubling more: a sixth of the engagement scale's six.
    assertEquals(
        ENGAGEMENT.estimate(none).high() + 1.0 / 6, ENGAGEMENT.estimate(unknown).high(), 1e-9);
    assertTrue(audience.estimate(unknown).high() > audience.estimate(none).high());
    assertEquals(ENGAGEMENT.estimate(none).low(), ENGAGEMENT.estimate(unknown).low());
    assertEquals("499 people engage with a post at least", audience.explain(unknown).note());
  }

  @Test
  void anInteractionThatPostsLackOpensTheRangeAsOneThatAMeanLacks() {
    Criterion audience = Criteria.engagedAudience(MODEL);
    Influencer whole =
        account().followers(10_000).posts(9).level(MODEL.formula(), 9, 0.25, 0.7).build();
    // What the means know does not tell what the posts lack.
    Influencer part =
        whole.toBuilder().likes(499).comments(9).level(MODEL.formula(), 9, 0.25, 0.7, 1).build();
    assertEquals(ENGAGEMENT.utility(whole), ENGAGEMENT.utility(part));
    assertEquals(ENGAGEMENT.estimate(whole).low(), ENGAGEMENT.estimate(part).low());
    assertEquals(
        ENGAGEMENT.estimate(whole).high() + 1.0 / 6, ENGAGEMENT.estimate(part).high(), 1e-9);
    assertEquals(
        audience.estimate(whole).high() + 1 / (Math.log(1e6) / Math.log(2)),
        audience.estimate(part).high(),
        1e-9);
    assertEquals(
        "5.1% by the level of its posts (511 a post at least, some interactions of its posts unknown) against 2.5% expected for"
            + " 10,000 followers on Instagram",
        ENGAGEMENT.explain(part).note());
    assertEquals(
        "511 people engage with a post at least, by the level of its posts",
        audience.explain(part).note());
    assertEquals(
        "log2 of 1 + engagements of a typical post, from 9 posts; at least, some interactions of its"
            + " posts unknown",
        audience.explain(part).parts().get(0).note());
    EngagementModel likes = Models.byFollowers(Measure.LIKES);
    assertEquals(0, likes.levelOpen(part), "another formula has no posts");
  }

  @Test
  void leavingOutTheWantedShareDoesNotPay() {
    Criterion fit =
        Criteria.audienceFit(BrandProfile.builder().audience("country", "DE", 1).build());
    Influencer elsewhere = account().audience("country", "us", 0.95).build();
    // At most 5% can be there, and half of that is taken: the floor.
    assertEquals(0.05, fit.utility(elsewhere), 1e-12);
    assertEquals(0.05, fit.estimate(elsewhere).high(), 1e-9);
    Influencer label = account().audience("country", "us", 0.2).label("country", "de").build();
    assertEquals(0.8, fit.utility(label), 1e-12);
  }

  @Test
  void aLabelWithoutAShareCountsAsOneOrAFifth() {
    Criterion fit = Criteria.audienceFit(BRAND);
    Influencer match = account().label("topic", "Vegan").label("country", "DE").build();
    assertEquals(1, fit.utility(match), 1e-12);
    Influencer half = account().label("topic", "music").label("country", "at").build();
    assertEquals(Math.sqrt(0.2 * 0.5), fit.utility(half), 1e-12);
    assertEquals(
        "country is AT, wanted is AT or DE, topic is music, wanted is vegan",
        fit.explain(half).note());
  }

  @Test
  void anUnknownDimensionIsNeutralAndOpensTheRange() {
    Criterion fit = Criteria.audienceFit(BRAND);
    Influencer topicOnly = account().topic("vegan", 0.8).build();
    Estimate estimate = fit.estimate(topicOnly);
    assertEquals(Math.sqrt(0.8 * 0.5), estimate.value(), 1e-12);
    assertEquals(Math.sqrt(0.8 * 0.05), estimate.low(), 1e-12);
    assertEquals(Math.sqrt(0.8), estimate.high(), 1e-12);
    assertEquals("country unknown, topic vegan 80%", fit.explain(topicOnly).note());
    // Of a wanted value that is not given, nobody or all of the rest may be: half is taken.
    Influencer partly = account().topic("vegan", 1).audience("country", "de", 0.4).build();
    assertEquals(Math.sqrt(0.4 + 0.25 * 0.6), fit.estimate(partly).value(), 1e-12);
    assertEquals(Math.sqrt(0.4), fit.estimate(partly).low(), 1e-12);
    assertEquals(Math.sqrt(0.4 + 0.5 * 0.6), fit.estimate(partly).high(), 1e-12);
    assertEquals(
        "country AT or DE 55% (AT not known), topic vegan 100%", fit.explain(partly).note());
    assertUnknown(fit, account().build(), "country unknown, topic unknown");
  }

  @Test
  void costIsLinearInMoney() {
    Criterion cost = Criteria.cost(BRAND, PriceCurve.published());
    assertEquals(0.93, cost.utility(account().price(350, "USD").build()), 1e-12);
    assertEquals(1, cost.utility(account().price(0, "USD").build()), 1e-12);
    assertEquals(0, cost.utility(account().price(5_000, "USD").build()));
    assertEquals(0, cost.utility(account().price(50_000, "USD").build()));
    assertEquals(
        "a post at 350 USD takes 7% of the budget",
        cost.explain(account().price(350, "USD").build()).note());
    assertUnknown(cost, account().build(), "no quote, and followers unknown");
  }

  @Test
  void withoutAQuoteTheUsualPriceIsTakenAndSaidToBeEstimated() {
    Criterion cost = Criteria.cost(BRAND, PriceCurve.published());
    Influencer ten = account().followers(10_000).build();
    double price = 117 * Math.pow(10, 0.61);
    assertEquals(1 - price / 5_000, cost.utility(ten), 1e-9);
    assertEquals(1 - 3.5 * price / 5_000, cost.estimate(ten).low(), 1e-9);
    assertEquals(1 - price / 3.5 / 5_000, cost.estimate(ten).high(), 1e-9);
    assertEquals(
        "a post at 477 USD (estimated) takes 9.5% of the budget", cost.explain(ten).note());
  }

  /** Reference: score-prototype figures, 10K 477, 100K 1,940, 1M 7,900, 3M 15,500, 10M 32,200. */
  @ParameterizedTest
  @CsvSource({
    "10, 40",
    "10000, 477",
    "100000, 1940",
    "1000000, 7900",
    "3000000, 15500",
    "10000000, 32200"
  })
  void usualPricesFollowThePublishedCurve(double followers, double price) {
    assertEquals(1, PriceCurve.published().price(followers) / price, 0.01);
  }

  @Test
  void pricesConvertOnlyAtTheCallersRate() {
    PriceCurve euros = PriceCurve.published().in("eur", 0.9);
    assertEquals("EUR", euros.currency());
    assertEquals(0.9 * PriceCurve.published().price(50_000), euros.price(50_000), 1e-9);
    assertTrue(euros.source().endsWith("; 1 USD = 0.9 eur"), euros.source());
    assertTrue(Double.isNaN(euros.price(Double.NaN)));
    assertEquals(Estimate.UNKNOWN, euros.estimate(Double.NaN));
    assertMessage(
        "usual prices must be in USD, the brand's currency, was EUR",
        () -> Criteria.cost(BRAND, euros));
    Criterion cost = Criteria.cost(BRAND, PriceCurve.published());
    Influencer other = account().followers(50_000).price(1, "EUR").build();
    assertTrue(Double.isNaN(cost.utility(other)));
    assertEquals(
        "price of x must be in USD, the brand's currency, was EUR", cost.explain(other).note());
    assertMessage("band must be >= 1, was 0.5", () -> new PriceCurve("USD", 1, 1, 1, 0.5, "test"));
    assertMessage(
        "exponent must be > 0 and <= 1, was 1.2",
        () -> new PriceCurve("USD", 1, 1, 1.2, 2, "test"));
  }

  private static void assertMessage(String message, Runnable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }

  @Test
  void criteriaNeedTheAnswersTheyAreMadeFrom() {
    BrandProfile silent = BrandProfile.builder().build();
    assertMessage(
        "target audience must have >= 1 dimension, was 0", () -> Criteria.audienceFit(silent));
    assertMessage(
        "budget must be a finite number > 0, was NaN",
        () -> Criteria.cost(silent, PriceCurve.published()));
    SizeCurve curve = SizeCurve.published(Platform.INSTAGRAM, MODEL).orElseThrow();
    assertMessage(
        "formula of the size curve for Instagram must be that of the model, \"likes by followers\","
            + " was \"likes + comments by followers\"",
        () -> Criteria.engagement(Models.byFollowers(Measure.LIKES), curve));
  }

  @Test
  void criteriaAreValuesAndSurviveSerialization() {
    assertEquals(ENGAGEMENT, Serial.copy(ENGAGEMENT));
    Criterion fit = Criteria.audienceFit(BRAND);
    assertEquals(fit, Serial.copy(fit));
    assertEquals(fit.hashCode(), Serial.copy(fit).hashCode());
    assertNotEquals(fit, Criteria.audienceFit(BrandProfile.builder().topic("vegan", 1).build()));
    Criterion cost = Criteria.cost(BRAND, PriceCurve.published());
    assertEquals(cost, Serial.copy(cost));
  }

  @Test
  void aCriterionOfYourOwnNeedsOneMethod() {
    Criterion own =
        new Criterion() {
          @Override
          public String name() {
            return "saves";
          }

          @Override
          public double utility(Profile profile) {
            return Math.min(1, profile.saves() / 1_000);
          }
        };
    assertEquals(0.5, own.neutral());
    assertEquals(Direction.NOT_STATED, own.direction());
    assertEquals("saves", own.describe());
    assertEquals("0.20", own.explain(account().saves(200).build()).note());
    assertEquals("unknown", own.explain(account().build()).note());
    assertEquals(Estimate.exact(0.2), own.estimate(account().saves(200).build()));
  }
}
