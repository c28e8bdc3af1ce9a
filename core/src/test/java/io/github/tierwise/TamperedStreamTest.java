package io.github.tierwise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.tierwise.engagement.EngagementModels;
import io.github.tierwise.engagement.SizeCurve;
import io.github.tierwise.explain.Explanation;
import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.score.Criteria;
import io.github.tierwise.score.PriceCurve;
import io.github.tierwise.score.Scorer;
import io.github.tierwise.tier.TierPolicies;
import java.io.InvalidObjectException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A stream whose numbers were changed is refused: what is read back is checked as if it were new.
 */
class TamperedStreamTest {

  private static final double PLANTED = 1234.5678;

  private static void assertRefused(String message, Object original, double planted) {
    InvalidObjectException error =
        assertThrows(
            InvalidObjectException.class,
            () -> Serial.read(Serial.write(original), PLANTED, planted));
    assertEquals(message, error.getMessage());
  }

  @Test
  void numbersOutOfRangeAreRefused() {
    assertRefused(
        "influencer must be valid: likes must be a finite number >= 0 or NaN for unknown, was"
            + " -1234.5678",
        Influencer.builder("x", Platform.X).likes(PLANTED).build(),
        -PLANTED);
    assertRefused(
        "brand must be valid: budget must be a finite number > 0, was -1234.5678",
        BrandProfile.builder().budget(PLANTED, "EUR").build(),
        -PLANTED);
    assertRefused(
        "tier policy must be valid: max of micro must be > min 1000, was -1234.5678",
        TierPolicies.ranges("x").tier("micro", 1_000, PLANTED).build(),
        -PLANTED);
    assertRefused(
        "engagement model must be valid: weight of likes must be a finite number > 0, was"
            + " -1234.5678",
        EngagementModels.weighted(Map.of(Measure.LIKES, PLANTED), Measure.VIEWS),
        -PLANTED);
    assertRefused(
        "size curve must be valid: followers of knot 0 must be a finite number > 0, was -1234.5678",
        SizeCurve.of(
            Platform.X,
            EngagementModels.standard(Platform.X),
            "test",
            new double[] {PLANTED},
            new double[] {0.1}),
        -PLANTED);
    assertRefused(
        "explanation must follow from its parts, was 1334.5678 for sum",
        Explanation.of(
            "sum",
            Explanation.Operation.SUM,
            "",
            List.of(Explanation.given("a", PLANTED, ""), Explanation.given("b", 100, ""))),
        -PLANTED);
  }

  @Test
  void recordsCheckThemselves() {
    InvalidObjectException error =
        assertThrows(
            InvalidObjectException.class,
            () ->
                Serial.read(
                    Serial.write(new PriceCurve("USD", PLANTED, 1, 1, 1, "test")),
                    PLANTED,
                    -PLANTED));
    assertEquals("floor must be a finite number > 0, was -1234.5678", error.getMessage());
    assertRefused(
        "estimate must have low <= value <= high or be NaN throughout, was 0 <= -1234.5678 <= 2000",
        new io.github.tierwise.explain.Estimate(PLANTED, 0, 2_000),
        -PLANTED);
  }

  @Test
  void aScorerIsBuiltAnewFromItsSettings() {
    BrandProfile brand = BrandProfile.builder().budget(1_000, "USD").build();
    assertRefused(
        "scorer must be valid: minEngagements must be a finite number >= 0, was -1234.5678",
        Scorer.builder(brand).minEngagements(PLANTED).build(),
        -PLANTED);
    assertEquals(
        "audience fit",
        Serial.copy(Criteria.audienceFit(BrandProfile.builder().topic("x", 1).build())).name());
  }
}
