package io.github.tierwise.deal;

import io.github.tierwise.engagement.SizeCurve;
import io.github.tierwise.internal.Checks;
import io.github.tierwise.internal.Logs;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Priority;
import io.github.tierwise.score.PriceCurve;
import io.github.tierwise.score.Scorer;
import java.util.Optional;

/**
 * Which size of account scores best if all do exactly as well as expected: by the two criteria that
 * pull against each other, engaged audience and cost.
 *
 * @param scorer knows weights, rates and prices
 * @param platform where the accounts live
 */
record BestSize(Scorer scorer, Platform platform) {

  private static final int STEPS = 50;
  private static final double TENFOLD = Logs.log2(10);

  /** The engaged audience criterion: 0 at 10 people, 1 at 10 million. */
  private static final double FEWEST = 1;

  private static final double TENFOLDS = 6;

  Optional<Frontier.BestPost> at(double budget) {
    Checks.positive(budget, "budget");
    double audience = weight(Priority.ENGAGED_AUDIENCE);
    double cost = weight(Priority.COST);
    Optional<SizeCurve> curve = scorer.curve(platform);
    Optional<PriceCurve> prices = scorer.prices();
    if (!(audience > 0 && cost > 0) || curve.isEmpty() || prices.isEmpty()) {
      return Optional.empty();
    }
    double best = Double.NEGATIVE_INFINITY;
    double size = Double.NaN;
    for (int step = 2 * STEPS; step <= 8 * STEPS; step++) {
      double followers = Logs.exp2(TENFOLD * step / STEPS);
      double log =
          curve
              .get()
              .expectedLog(Influencer.builder("average", platform).followers(followers).build());
      double reached = Math.max(0, Math.min(1, (log / TENFOLD - FEWEST) / TENFOLDS));
      double spent = prices.get().price(followers) / budget;
      if (spent > 1) {
        break;
      }
      double score = audience * reached - cost * spent;
      if (score > best) {
        best = score;
        size = followers;
      }
    }
    if (Double.isNaN(size)) {
      return Optional.empty();
    }
    double price = prices.get().price(size);
    return Optional.of(new Frontier.BestPost(size, price, price / budget));
  }

  private double weight(Priority priority) {
    return scorer.weights().stream()
        .filter(weight -> weight.criterion().equals(priority.label()))
        .mapToDouble(Scorer.Weight::points)
        .findFirst()
        .orElse(0);
  }
}
