package io.github.tierwise.score;

import io.github.tierwise.explain.Explanation;
import io.github.tierwise.explain.Explanation.Operation;
import io.github.tierwise.internal.Gaps;
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
    return RANGE / StrictMath.sqrt(conversions + Priors.CONVERSIONS);
  }

  @Override
  public Span span(Signals one) {
    return SPAN;
  }

  @Override
  public double input(Signals one) {
    return Logs.log2(rate(one.profile()));
  }

  @Override
  public double worst(Signals one, double log) {
    return log - error(one.profile().conversions());
  }

  @Override
  public double best(Signals one, double log) {
    return log + error(one.profile().conversions());
  }

  @Override
  public void inputs(SignalBlock many, double[] out, Gaps gaps) {
    gaps.clear();
    many.addGaps(Measure.CONVERSIONS, gaps);
    many.addGaps(Measure.CLICKS, gaps);
    if (!many.has(Measure.CONVERSIONS) || !many.has(Measure.CLICKS)) {
      return;
    }
    double[] rates = many.space(0);
    double[] clicks = many.space(1);
    many.read(Measure.CONVERSIONS, rates);
    many.read(Measure.CLICKS, clicks);
    rates(rates, clicks, many.rows());
    many.log2(rates, out, many.isOrdinary());
  }

  private static void rates(double[] conversions, double[] clicks, int n) {
    for (int i = 0; i < n; i++) {
      conversions[i] = Priors.conversionRate(conversions[i], clicks[i]);
    }
  }

  @Override
  public void worst(SignalBlock many, double[] logs, double[] out) {
    SignalBlock.subtract(logs, errors(many), out, many.rows());
  }

  @Override
  public void best(SignalBlock many, double[] logs, double[] out) {
    SignalBlock.add(logs, errors(many), out, many.rows());
  }

  private static double[] errors(SignalBlock many) {
    double[] errors = many.space(0);
    many.read(Measure.CONVERSIONS, errors);
    for (int i = 0; i < many.rows(); i++) {
      errors[i] = error(errors[i]);
    }
    return errors;
  }

  @Override
  public void value(SignalBlock many, double[] logs, double[] out) {
    SPAN.at(logs, out, many.rows());
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
