package io.github.tierwise.contracts;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.engagement.EngagementModel;
import io.github.tierwise.engagement.EngagementModels;
import io.github.tierwise.engagement.SizeCurve;
import io.github.tierwise.profile.Direction;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Profile;
import io.github.tierwise.score.Criterion;
import io.github.tierwise.score.PriceCurve;
import io.github.tierwise.tier.Tier;
import io.github.tierwise.tier.TierPolicies;
import io.github.tierwise.tier.TierPolicy;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Natural formulas that pay for bought followers. Each declares that it does not; the contract
 * check must catch every one, else it proves nothing about ours.
 */
class BrokenFormulasTest {

  private static final EngagementModel MODEL = EngagementModels.standard(Platform.TIKTOK);
  private static final SizeCurve CURVE = SizeCurve.published(Platform.TIKTOK, MODEL).orElseThrow();
  private static final PriceCurve PRICES = PriceCurve.published();
  private static final TierPolicy TIERS = TierPolicies.standard();

  private static double log(double x) {
    return StrictMath.log(x) / StrictMath.log(2);
  }

  private static double clamp(double x) {
    return Math.max(0, Math.min(1, x));
  }

  /** Doublings above what is expected for the size. */
  private static double residual(Profile p) {
    return log(1 + MODEL.engagements(p)) - CURVE.expectedLog(p);
  }

  private static double tierExpectation(Profile p) {
    // The rate expected falls in steps, from tier to tier.
    return TIERS.classify(p) instanceof Tier tier ? 0.06 / tier.order() : 0.06;
  }

  static Stream<Arguments> brokenFormulas() {
    return Stream.of(
        broken("followers as reach", p -> log(p.followers() + 1) / 40),
        broken(
            "an engagement rate held fixed, times followers",
            p -> clamp(log(1 + 0.03 * p.followers()) / 24)),
        broken(
            "quote against the usual price for the size",
            p -> clamp(0.5 - log(p.price() / PRICES.price(p.followers())) / 10)),
        broken(
            "too good to be true: an inverted U on the residual",
            p -> clamp(1 - Math.abs(residual(p) - 1) / 4)),
        broken(
            "two-sided risk factor",
            p -> clamp((residual(p) + 4) / 8) * (Math.abs(residual(p)) > 2.5 ? 0.5 : 1)),
        broken("price per follower", p -> clamp(1 - p.price() / (p.followers() + 1))),
        broken(
            "exposures, followers times posts, as sample size",
            p -> {
              double n = p.followers() * p.posts();
              return clamp((residual(p) * n / (n + 20_000) + 4) / 8);
            }),
        broken(
            "fit times followers",
            p -> clamp(log(1 + p.audience("country", "us") * p.followers()) / 30)),
        broken(
            "expected rate by steps of tiers",
            p -> clamp(log(1 + MODEL.engagements(p) / (p.followers() * tierExpectation(p))) / 6)),
        broken(
            "shrunk rate times followers",
            p ->
                clamp(
                    log(
                            1
                                + p.followers()
                                    * (MODEL.engagements(p) + 5_000 * 0.03)
                                    / (p.followers() + 5_000))
                        / 24)),
        broken(
            "confidence from followers",
            p -> clamp((residual(p) + 4) / 8) * p.followers() / (p.followers() + 2_000)),
        broken(
            "noise by tier",
            p ->
                clamp(
                    0.5 + residual(p) / (TIERS.classify(p) instanceof Tier t ? t.order() + 1 : 9))),
        broken(
            "redescending shrinkage to the curve",
            p -> {
              double r = residual(p);
              return clamp((r / (1 + r * r / 4) + 2) / 4);
            }));
  }

  private static Arguments broken(String name, ToDoubleFunction<Profile> formula) {
    return Arguments.of(name, formula);
  }

  private static Criterion criterion(String name, ToDoubleFunction<Profile> formula) {
    return new Criterion() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public double utility(Profile profile) {
        return formula.applyAsDouble(profile);
      }

      @Override
      public Direction direction() {
        return Direction.NON_INCREASING;
      }
    };
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("brokenFormulas")
  void aFormulaThatPaysForBoughtFollowersIsCaught(String name, ToDoubleFunction<Profile> formula) {
    Criterion broken = criterion(name, formula);
    AssertionError error = assertThrows(AssertionError.class, () -> Contracts.check(broken));
    assertTrue(error.getMessage().contains("the value must be at most"), error.getMessage());
  }

  @Test
  void theResidualItselfPasses() {
    // The other side of the coin: the check does not cry wolf.
    Criterion sound =
        criterion(
            "residual", p -> MODEL.isLowerBound(p) ? Double.NaN : clamp((residual(p) + 4) / 8));
    assertDoesNotThrow(() -> Contracts.check(sound));
  }
}
