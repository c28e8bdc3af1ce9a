package io.github.tierwise.score;

import io.github.tierwise.explain.Estimate;
import io.github.tierwise.explain.Explanation;
import io.github.tierwise.explain.Explanation.Operation;
import io.github.tierwise.internal.Doubt;
import io.github.tierwise.internal.Logs;
import io.github.tierwise.internal.Priors;
import io.github.tierwise.internal.Text;
import io.github.tierwise.profile.Direction;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Priority;
import io.github.tierwise.profile.Profile;
import java.io.Serializable;
import java.util.List;

/** How many of those who clicked in earlier campaigns bought; a few clicks prove little. */
record ConversionCriterion() implements SpanCriterion, Serializable {

  static final double LOWEST = 0.0025;
  static final double HIGHEST = 0.16;

  private static final Span SPAN = new Span(Logs.log2(LOWEST), Logs.log2(HIGHEST));

  /** Standard deviations of a logarithm of a count, in doublings. */
  private static final double RANGE = Priors.NORMAL_ERRORS / StrictMath.log(2);

  @Override
  public Meter meter() {
    return Meter.NONE;
  }

  @Override
  public String name() {
    return Priority.CONVERSION.label();
  }

  private static double rate(Profile profile) {
    return Priors.conversionRate(profile.conversions(), profile.clicks());
  }

  /** How far the logarithm of the rate may be off to each side, in doublings. */
  private static double error(double conversions) {
    return RANGE / Math.sqrt(conversions + Priors.CONVERSIONS);
  }

  @Override
  public Span span(Platform platform) {
    return SPAN;
  }

  @Override
  public double utility(Profile profile) {
    return SPAN.at(Logs.log2(rate(profile)));
  }

  @Override
  public double input(Signals one) {
    return Logs.log2(rate(one.profile()));
  }

  @Override
  public Estimate estimate(Signals one) {
    double log = input(one);
    double error = error(one.profile().conversions());
    return SPAN.at(log, log - error, log + error);
  }

  @Override
  public Doubt doubt(Signals one) {
    double log = input(one);
    return Double.isNaN(log)
        ? SpanCriterion.super.doubt(one)
        : SPAN.doubt(
            name(), Doubt.Law.NORMAL, utility(one), log, error(one.profile().conversions()), 0);
  }

  @Override
  public double[] inputs(SignalBlock many, Utilities out) {
    out.gaps.clear();
    many.addGaps(Measure.CONVERSIONS, out.gaps);
    many.addGaps(Measure.CLICKS, out.gaps);
    if (!many.has(Measure.CONVERSIONS) || !many.has(Measure.CLICKS)) {
      return out.values;
    }
    double[] numbers = many.space(0);
    double[] clicks = many.space(1);
    many.read(Measure.CONVERSIONS, numbers);
    many.read(Measure.CLICKS, clicks);
    rates(numbers, clicks, many.rows());
    many.log2(numbers, out.values, many.isOrdinary());
    if (out.ranged) {
      many.read(Measure.CONVERSIONS, numbers);
      errors(numbers, many.rows());
      SignalBlock.subtract(out.values, numbers, out.lows, many.rows());
      SignalBlock.add(out.values, numbers, out.highs, many.rows());
    }
    return out.values;
  }

  private static void rates(double[] conversions, double[] clicks, int n) {
    for (int i = 0; i < n; i++) {
      conversions[i] = Priors.conversionRate(conversions[i], clicks[i]);
    }
  }

  private static void errors(double[] conversions, int n) {
    for (int i = 0; i < n; i++) {
      conversions[i] = error(conversions[i]);
    }
  }

  @Override
  public Direction direction() {
    return Direction.INDEPENDENT;
  }

  @Override
  public List<String> needs(Platform platform) {
    return List.of(Measure.CLICKS.label(), Measure.CONVERSIONS.label());
  }

  @Override
  public Explanation explain(Signals one) {
    Profile profile = one.profile();
    if (Double.isNaN(rate(profile))) {
      boolean clicks = !Double.isNaN(profile.clicks());
      boolean conversions = !Double.isNaN(profile.conversions());
      return Explanation.given(
          name(),
          Double.NaN,
          clicks
              ? "conversions unknown"
              : conversions ? "clicks unknown" : "clicks and conversions unknown");
    }
    return Span.explain(
        name(),
        note(one),
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
        log("rate for 0", LOWEST),
        log("rate for 1", HIGHEST));
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
  public String note(Signals one) {
    Profile profile = one.profile();
    return Text.count(profile.conversions())
        + " of "
        + Text.count(profile.clicks())
        + " clicks converted, taken as "
        + Text.percent(rate(profile));
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
            Text.percent(LOWEST),
            "own default, 3 doublings below 2%; published rates are of grade D"),
        Text.constant(
            "conversion rate for 1",
            Text.percent(HIGHEST),
            "own default, 3 doublings above 2%; published rates are of grade D"),
        Text.constant(
            "conversion errors to each side",
            Text.plain(Priors.NORMAL_ERRORS) + " standard deviations",
            "own default, 90% of a normal law"),
        Text.constant("conversion unknown", Text.plain(neutral()), own));
  }
}
