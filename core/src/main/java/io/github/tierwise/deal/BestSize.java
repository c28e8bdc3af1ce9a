package io.github.tierwise.deal;

import io.github.tierwise.engagement.SizeCurve;
import io.github.tierwise.internal.Checks;
import io.github.tierwise.internal.Logs;
import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Priority;
import io.github.tierwise.score.PriceCurve;
import io.github.tierwise.score.Scorer;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;

/**
 * Which size of account scores best if all do exactly as well as expected and cost the usual price:
 * each size is given to a scorer as an account.
 *
 * @param scorer knows the brand, rates and prices
 * @param platform where the accounts live
 */
record BestSize(Scorer scorer, Platform platform) implements Serializable {

  BestSize {
    Objects.requireNonNull(scorer, "scorer");
    Objects.requireNonNull(platform, "platform");
  }

  /** Scorers are the same if their texts are. */
  @Override
  public boolean equals(Object other) {
    return other instanceof BestSize that
        && platform == that.platform
        && scorer.describe().equals(that.scorer.describe());
  }

  @Override
  public int hashCode() {
    return Objects.hash(platform.name(), scorer.describe());
  }

  private static final int STEPS = 50;
  private static final double TENFOLD = Logs.log2(10);

  Optional<Frontier.BestPost> at(double budget) {
    Checks.positive(budget, "budget");
    Optional<SizeCurve> curve = scorer.curve(platform);
    Optional<PriceCurve> prices = scorer.prices();
    if (!Shortlist.weighs(scorer, Priority.ENGAGED_AUDIENCE)
        || !Shortlist.weighs(scorer, Priority.COST)
        || curve.isEmpty()
        || prices.isEmpty()) {
      return Optional.empty();
    }
    Scorer judge = withBudget(budget, curve.get(), prices.get());
    double best = Double.NEGATIVE_INFINITY;
    double size = Double.NaN;
    for (int step = 2 * STEPS; step <= 8 * STEPS; step++) {
      double followers = Logs.exp2(TENFOLD * step / STEPS);
      if (prices.get().price(followers) > budget) {
        break;
      }
      Influencer.Builder average = Influencer.builder("average", platform).followers(followers);
      double expected = curve.get().expectedLog(average.build());
      if (Double.isNaN(expected)) {
        return Optional.empty();
      }
      double value =
          judge.value(average.level(curve.get().formula(), Math.max(0, expected), 1, 1).build());
      if (value > best) {
        best = value;
        size = followers;
      }
    }
    if (Double.isNaN(size)) {
      return Optional.empty();
    }
    double price = prices.get().price(size);
    return Optional.of(new Frontier.BestPost(size, price, price / budget));
  }

  /** What scores alike for a brand with another budget. */
  private Scorer withBudget(double budget, SizeCurve curve, PriceCurve prices) {
    BrandProfile brand = scorer.brand();
    return Scorer.builder(brand.toBuilder().budget(budget, brand.currency()).build())
        .engagement(scorer.engagement(platform), curve)
        .prices(prices)
        .build();
  }
}
