package io.github.tierwise.deal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.deal.Deal.Forecast;
import io.github.tierwise.engagement.EngagementModels;
import io.github.tierwise.engagement.LevelEstimator;
import io.github.tierwise.explain.Estimate;
import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.score.Scorer;
import org.junit.jupiter.api.Test;

class ForecastTest {

  private static final DealPlanner PLANNER = DealPlanner.builder(Cases.scorer(500)).build();

  private static Influencer.Builder ana() {
    return Influencer.builder("ana", Platform.INSTAGRAM).followers(10_000);
  }

  @Test
  void aMeanTellsAsMuchAsOnePost() {
    Forecast forecast = PLANNER.forecast(ana().likes(450).comments(50).build());
    // log2(501) - 2.4 to + 1.7 times 0.6 · √(P + 1), P = 1 + 0.08 for the next post.
    double deviation = 0.6 * Math.sqrt(1 + 0.08 + 1);
    assertEquals(500, forecast.engagedAudience().value(), 1e-6);
    assertEquals(501 * Math.pow(2, -2.4 * deviation) - 1, forecast.engagedAudience().low(), 1e-6);
    assertEquals(501 * Math.pow(2, 1.7 * deviation) - 1, forecast.engagedAudience().high(), 1e-6);
    assertEquals(
        "next post, 90% interval, from the mean of its posts, which tells as much as one post;"
            + " own default, tried on Instagram",
        forecast.engagedAudienceSource());
  }

  @Test
  void postsTellMore() {
    String formula = EngagementModels.standard(Platform.INSTAGRAM).formula();
    Forecast forecast =
        PLANNER.forecast(ana().likes(450).comments(50).level(formula, 10, 0.2, 0.4).build());
    double spread = 1.7 * 0.4 * Math.sqrt(0.2 + 0.08 + 1);
    assertEquals(1_023, forecast.engagedAudience().value(), 1e-6);
    assertEquals(1_024 * Math.pow(2, spread) - 1, forecast.engagedAudience().high(), 1e-6);
    assertTrue(forecast.engagedAudienceSource().contains("from the level of its posts"));
  }

  @Test
  void followersDoNotEnterTheAudience() {
    Estimate few = PLANNER.forecast(ana().likes(450).comments(0).build()).engagedAudience();
    Estimate many =
        PLANNER.forecast(ana().followers(5e6).likes(450).comments(0).build()).engagedAudience();
    assertEquals(few, many);
  }

  @Test
  void whatIsLeftOutOpensTheHighEnd() {
    Estimate all = PLANNER.forecast(ana().likes(450).comments(0).build()).engagedAudience();
    Forecast open = PLANNER.forecast(ana().likes(450).build());
    assertEquals(2 * all.high(), open.engagedAudience().high(), 1e-6);
    assertEquals(all.low(), open.engagedAudience().low());
    assertTrue(open.engagedAudienceSource().contains("the interactions that are known"));
  }

  @Test
  void whatPostsLackOpensTheHighEndToo() {
    String formula = EngagementModels.standard(Platform.INSTAGRAM).formula();
    Influencer.Builder posts = ana().likes(450).comments(50);
    Estimate all = PLANNER.forecast(posts.level(formula, 10, 0.2, 0.4).build()).engagedAudience();
    Forecast open = PLANNER.forecast(posts.level(formula, 10, 0.2, 0.4, 0.5).build());
    assertEquals(all.value(), open.engagedAudience().value());
    assertEquals(all.low(), open.engagedAudience().low());
    assertEquals(Math.sqrt(2) * all.high(), open.engagedAudience().high(), 1e-6);
    assertEquals(
        "next post, 90% interval, from the level of its posts, some interactions of which are unknown;"
            + " own default, tried on Instagram",
        open.engagedAudienceSource());
  }

  @Test
  void aCalibratedEstimatorTakesThePlaceOfTheStandardOne() {
    LevelEstimator estimator = LevelEstimator.of(0.5, 1.2, 0.1, -1, 3, "calibrated on 40 peers");
    Forecast forecast =
        DealPlanner.builder(Cases.scorer(500))
            .estimator(Platform.INSTAGRAM, estimator)
            .build()
            .forecast(ana().likes(450).comments(50).build());
    assertEquals(501 * Math.pow(2, 0.1) - 1, forecast.engagedAudience().value(), 1e-6);
    assertTrue(forecast.engagedAudienceSource().endsWith("; calibrated on 40 peers"));
  }

  @Test
  void conversionsFollowFromClicks() {
    Forecast forecast = PLANNER.forecast(ana().likes(450).clicks(900).conversions(38).build());
    double value = 900 * 40 / 1_000.0;
    double deviation = 0.6 * Math.sqrt(1 + 0.08 + 1);
    double below = Math.pow(2, 2.4 * deviation);
    double above = Math.pow(2, 1.7 * deviation);
    double rate = Math.exp(1.645 / Math.sqrt(40));
    double low = value / below / rate;
    double high = value * above * rate;
    assertEquals(value, forecast.conversions().value(), 1e-9);
    assertEquals(low - 1.645 * Math.sqrt(low), forecast.conversions().low(), 1e-6);
    assertEquals(high + 1.645 * Math.sqrt(high), forecast.conversions().high(), 1e-6);
    assertEquals(
        "900 clicks of earlier campaigns, taken as those of one post, of which 4% convert (drawn"
            + " towards 2%, own default)",
        forecast.conversionsSource());
    assertEquals(0, PLANNER.forecast(ana().clicks(1).conversions(0).build()).conversions().low());
  }

  @Test
  void unknownStaysUnknownAndSaysWhat() {
    Forecast forecast = PLANNER.forecast(Influencer.builder("x", Platform.TIKTOK).build());
    assertEquals(Estimate.UNKNOWN, forecast.engagedAudience());
    assertEquals("engagements unknown", forecast.engagedAudienceSource());
    assertEquals(Estimate.UNKNOWN, forecast.conversions());
    assertEquals("clicks or conversions unknown", forecast.conversionsSource());
    assertEquals(Estimate.UNKNOWN, forecast.cost());
    assertEquals("no quote, and followers unknown", forecast.costSource());
    Scorer euros = Scorer.of(BrandProfile.builder().budget(500, "EUR").build());
    assertEquals(
        "no quote, and no usual prices in the brand's currency",
        DealPlanner.builder(euros).build().forecast(ana().build()).costSource());
  }

  @Test
  void aQuoteIsACostWithoutARange() {
    Forecast quoted = PLANNER.forecast(ana().price(350, "USD").build());
    assertEquals(Estimate.exact(350), quoted.cost());
    assertEquals("quoted", quoted.costSource());
    Forecast estimated = PLANNER.forecast(ana().build());
    assertEquals(117 * Math.pow(10, 0.61), estimated.cost().value(), 1e-6);
    assertTrue(estimated.costSource().startsWith("usual for its followers: own fit to 12"));
    Forecast other = PLANNER.forecast(ana().price(350, "EUR").build());
    assertEquals(Estimate.UNKNOWN, other.cost());
    assertEquals("price must be in USD, the brand's currency, was EUR", other.costSource());
  }
}
