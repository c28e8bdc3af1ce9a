package io.github.tierwise.score;

import io.github.tierwise.explain.Estimate;
import io.github.tierwise.explain.Explanation;
import io.github.tierwise.explain.Explanation.Operation;
import io.github.tierwise.internal.Checks;
import io.github.tierwise.internal.Gaps;
import io.github.tierwise.internal.Scale;
import io.github.tierwise.internal.Text;
import io.github.tierwise.profile.Direction;
import io.github.tierwise.profile.Priority;
import io.github.tierwise.profile.Profile;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * What is left of the budget after one post, as a share. Linear in money: on a logarithmic scale
 * the budget would be a mere shift, the same for everybody.
 */
record CostCriterion(double budget, Prices prices) implements BlockCriterion, Serializable {

  CostCriterion {
    Checks.positive(budget, "budget");
    Objects.requireNonNull(prices, "prices");
  }

  @Override
  public String name() {
    return Priority.COST.label();
  }

  double utility(double price) {
    return Scale.apply(price, budget, Scale.factor(budget, 0));
  }

  @Override
  public double utility(Profile profile) {
    return utility(prices.price(profile));
  }

  @Override
  public Inputs inputs() {
    return new Inputs(PlatformModels.NONE, prices);
  }

  @Override
  public void utilities(Inputs block, double[] out, Gaps gaps) {
    Scale.apply(block.prices(), budget, Scale.factor(budget, 0), out, block.rows());
    gaps.set(block.priceGaps());
  }

  @Override
  public Direction direction() {
    return Direction.NON_INCREASING;
  }

  @Override
  public Estimate estimate(Profile profile) {
    PriceCurve curve = prices.curve();
    if (!Double.isNaN(prices.quote(profile)) || curve == null) {
      return Estimate.exact(utility(profile));
    }
    Estimate price = curve.estimate(profile.followers());
    return price.isKnown()
        ? new Estimate(utility(price.value()), utility(price.high()), utility(price.low()))
        : Estimate.UNKNOWN;
  }

  @Override
  public Explanation explain(Profile profile) {
    double quote = prices.quote(profile);
    double price = prices.price(profile);
    if (Double.isNaN(price)) {
      return Explanation.given(
          name(),
          price,
          prices.curve() == null
              ? "no quote, and no usual prices in " + prices.currency()
              : "no quote, and followers unknown");
    }
    boolean quoted = !Double.isNaN(quote);
    String money = Text.money(price, prices.currency());
    PriceCurve curve = prices.curve();
    return Explanation.of(
        name(),
        Operation.SCALE,
        "a post at %s%s takes %s of the budget"
            .formatted(money, quoted ? "" : " (estimated)", Text.percent(price / budget)),
        List.of(
            quoted || curve == null
                ? Explanation.given("price", price, money + " as quoted")
                : curve.explain(profile.followers()),
            Explanation.given("price for 0", budget, "the budget"),
            Explanation.given("price for 1", 0, "")));
  }

  @Override
  public String describe() {
    PriceCurve curve = prices.curve();
    return String.join(
        "\n",
        "cost: utility 1 - price / budget of %s, clamped [own default]"
            .formatted(Text.money(budget, prices.currency())),
        Text.constant("cost unknown", Text.plain(neutral()), "own default"),
        curve == null
            ? "without a quote unknown, since no usual prices in %s were given"
                .formatted(prices.currency())
            : "  " + curve.describe());
  }
}
