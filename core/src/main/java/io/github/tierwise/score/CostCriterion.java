package io.github.tierwise.score;

import io.github.tierwise.explain.Estimate;
import io.github.tierwise.explain.Explanation;
import io.github.tierwise.internal.Checks;
import io.github.tierwise.internal.Doubt;
import io.github.tierwise.internal.Logs;
import io.github.tierwise.internal.Text;
import io.github.tierwise.profile.Direction;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Priority;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * What is left of the budget after one post, as a share. Linear in money: on a logarithmic scale
 * the budget would be a mere shift, the same for everybody.
 */
record CostCriterion(Span span, Meter meter) implements SpanCriterion, Serializable {

  CostCriterion {
    Checks.positive(span.from(), "budget");
    Checks.require(span.to() == 0, () -> "price for 1 must be 0, was " + Text.plain(span.to()));
    Objects.requireNonNull(meter, "meter");
  }

  CostCriterion(double budget, Meter meter) {
    this(new Span(budget, 0), meter);
  }

  private double budget() {
    return span.from();
  }

  @Override
  public String name() {
    return Priority.COST.label();
  }

  @Override
  public Span span(Platform platform) {
    return span;
  }

  @Override
  public double input(Signals one) {
    return one.price();
  }

  @Override
  public Estimate estimate(Signals one) {
    double price = input(one);
    double band = one.priceBand();
    return span.at(price, price * band, price / band);
  }

  @Override
  public Doubt doubt(Signals one) {
    double price = input(one);
    double band = one.priceBand();
    if (Double.isNaN(price)) {
      return SpanCriterion.super.doubt(one);
    }
    return band == 1 || price == 0
        ? Doubt.none(name(), utility(one))
        : span.doubt(
            name(), Doubt.Law.LOG_NORMAL, utility(one), Logs.log2(price), Logs.log2(band), 0);
  }

  @Override
  public double[] inputs(SignalBlock many, Utilities out) {
    double[] prices = many.prices();
    out.gaps.set(many.priceGaps());
    if (out.ranged) {
      SignalBlock.multiply(prices, many.priceBands(), out.lows, many.rows());
      SignalBlock.divide(prices, many.priceBands(), out.highs, many.rows());
    }
    return prices;
  }

  @Override
  public Direction direction() {
    return Direction.NON_INCREASING;
  }

  @Override
  public List<String> needs(Platform platform) {
    return List.of(Measure.PRICE.label(), Measure.FOLLOWERS.label());
  }

  @Override
  public Explanation explain(Signals one) {
    double price = one.price();
    PriceCurve usual = meter.prices();
    if (Double.isNaN(price)) {
      return Explanation.given(
          name(),
          price,
          one.isForeign()
              ? one.foreign()
              : usual == null
                  ? "no quote, and no usual prices in " + meter.currency()
                  : "no quote, and followers unknown");
    }
    return Span.explain(
        name(),
        note(one),
        usual != null && one.isPriceEstimated()
            ? usual.explain(one.profile().followers())
            : Explanation.given("price", price, Text.money(price, meter.currency()) + " as quoted"),
        Explanation.given("price for 0", budget(), "the budget"),
        Explanation.given("price for 1", 0, ""));
  }

  @Override
  public String note(Signals one) {
    double price = one.price();
    return "a post at "
        + Text.money(price, meter.currency())
        + (one.isPriceEstimated() ? " (estimated)" : "")
        + " takes "
        + Text.percent(price / budget())
        + " of the budget";
  }

  @Override
  public String describe() {
    PriceCurve usual = meter.prices();
    return String.join(
        "\n",
        "cost: utility 1 - price / budget of %s, clamped [own default]"
            .formatted(Text.money(budget(), meter.currency())),
        Text.constant("cost unknown", Text.plain(neutral()), "own default"),
        usual == null
            ? "without a quote unknown, since no usual prices in %s were given"
                .formatted(meter.currency())
            : "  " + usual.describe());
  }
}
