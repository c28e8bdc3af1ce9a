package io.github.tierwise.score;

import io.github.tierwise.explain.Estimate;
import io.github.tierwise.explain.Explanation;
import io.github.tierwise.explain.Explanation.Operation;
import io.github.tierwise.internal.Gaps;
import io.github.tierwise.internal.Logs;
import io.github.tierwise.internal.Priors;
import io.github.tierwise.internal.Scale;
import io.github.tierwise.internal.Text;
import io.github.tierwise.profile.Direction;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Priority;
import io.github.tierwise.profile.Profile;
import java.io.Serializable;
import java.util.List;

/** How many of those who clicked in earlier campaigns bought; a few clicks prove little. */
record ConversionCriterion() implements BlockCriterion, Serializable {

  private static final double FROM = Logs.log2(Constants.LOWEST_CONVERSION);
  private static final double FACTOR = Scale.factor(FROM, Logs.log2(Constants.HIGHEST_CONVERSION));

  /** Standard deviations of a logarithm of a count, in doublings. */
  private static final double RANGE = Priors.NORMAL_ERRORS / StrictMath.log(2);

  @Override
  public String name() {
    return Priority.CONVERSION.label();
  }

  private static double rate(Profile profile) {
    return (profile.conversions() + Priors.CONVERSIONS) / (profile.clicks() + Priors.CLICKS);
  }

  @Override
  public double utility(Profile profile) {
    return Scale.apply(Logs.log2(rate(profile)), FROM, FACTOR);
  }

  @Override
  public Inputs inputs() {
    return new Inputs(PlatformModels.NONE, Prices.NONE);
  }

  @Override
  public void utilities(Inputs block, double[] out, Gaps gaps) {
    gaps.clear();
    block.addGaps(Measure.CONVERSIONS, gaps);
    block.addGaps(Measure.CLICKS, gaps);
    if (!block.has(Measure.CONVERSIONS) || !block.has(Measure.CLICKS)) {
      return;
    }
    int n = block.rows();
    double[] clicks = block.space(0);
    double[] rates = block.space(1);
    block.read(Measure.CONVERSIONS, rates);
    block.read(Measure.CLICKS, clicks);
    for (int i = 0; i < n; i++) {
      rates[i] = (rates[i] + Priors.CONVERSIONS) / (clicks[i] + Priors.CLICKS);
    }
    block.log2(rates, out, block.isOrdinary());
    Scale.apply(out, FROM, FACTOR, out, n);
  }

  @Override
  public Direction direction() {
    return Direction.INDEPENDENT;
  }

  @Override
  public Estimate estimate(Profile profile) {
    double log = Logs.log2(rate(profile));
    if (Double.isNaN(log)) {
      return Estimate.UNKNOWN;
    }
    double range = RANGE / StrictMath.sqrt(profile.conversions() + Priors.CONVERSIONS);
    return new Estimate(
        Scale.apply(log, FROM, FACTOR),
        Scale.apply(log - range, FROM, FACTOR),
        Scale.apply(log + range, FROM, FACTOR));
  }

  @Override
  public Explanation explain(Profile profile) {
    double rate = rate(profile);
    if (Double.isNaN(rate)) {
      boolean clicks = !Double.isNaN(profile.clicks());
      boolean conversions = !Double.isNaN(profile.conversions());
      return Explanation.given(
          name(),
          Double.NaN,
          clicks
              ? "conversions unknown"
              : conversions ? "clicks unknown" : "clicks and conversions unknown");
    }
    return Explanation.of(
        name(),
        Operation.SCALE,
        "%s of %s clicks converted, taken as %s"
            .formatted(
                Text.count(profile.conversions()),
                Text.count(profile.clicks()),
                Text.percent(rate)),
        List.of(
            Explanation.of(
                "log2 of the rate",
                Operation.LOG2,
                "",
                List.of(
                    Explanation.of(
                        "conversion rate",
                        Operation.QUOTIENT,
                        "drawn towards 2%, own default",
                        List.of(
                            sum("conversions", profile.conversions(), Priors.CONVERSIONS),
                            sum("clicks", profile.clicks(), Priors.CLICKS))))),
            log("rate for 0", Constants.LOWEST_CONVERSION),
            log("rate for 1", Constants.HIGHEST_CONVERSION)));
  }

  private static Explanation sum(String label, double count, double prior) {
    return Explanation.of(
        label,
        Operation.SUM,
        "",
        List.of(
            Explanation.given(label, count, "as given"),
            Explanation.given("given to everybody", prior, "own default")));
  }

  private static Explanation log(String label, double rate) {
    return Explanation.of(
        label, Operation.LOG2, "own default", List.of(Explanation.given("rate", rate, "")));
  }

  @Override
  public String describe() {
    String own = "own default";
    return String.join(
        "\n",
        "conversion: rate = (conversions + those given to everybody) / (clicks + those given to"
            + " everybody); utility in log2 of the rate; range ± errors / sqrt(conversions + those"
            + " given) of its natural logarithm",
        Text.constant("conversions given to everybody", Text.plain(Priors.CONVERSIONS), own),
        Text.constant("clicks given to everybody", Text.plain(Priors.CLICKS), own),
        Text.constant(
            "conversion rate for 0",
            Text.percent(Constants.LOWEST_CONVERSION),
            "own default, 3 doublings below 2%; published rates are of grade D"),
        Text.constant(
            "conversion rate for 1",
            Text.percent(Constants.HIGHEST_CONVERSION),
            "own default, 3 doublings above 2%; published rates are of grade D"),
        Text.constant(
            "conversion errors to each side",
            Text.plain(Priors.NORMAL_ERRORS) + " standard deviations",
            "own default, 90% of a normal law"),
        Text.constant("conversion unknown", Text.plain(neutral()), own));
  }
}
