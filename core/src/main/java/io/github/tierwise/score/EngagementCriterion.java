package io.github.tierwise.score;

import io.github.tierwise.engagement.EngagementModel;
import io.github.tierwise.engagement.EngagementModels;
import io.github.tierwise.engagement.SizeCurve;
import io.github.tierwise.explain.Estimate;
import io.github.tierwise.explain.Explanation;
import io.github.tierwise.explain.Explanation.Operation;
import io.github.tierwise.internal.Doubt;
import io.github.tierwise.internal.Priors;
import io.github.tierwise.internal.Text;
import io.github.tierwise.profile.Direction;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Priority;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Engagement against what is expected for the account's size, in doublings. */
record EngagementCriterion(Meter meter) implements SpanCriterion, Serializable {

  /** Half the width of the scale in doublings: about 2.3 robust standard deviations. */
  static final double INSTAGRAM_DOUBLINGS = 3.0;

  static final double OTHER_DOUBLINGS = 4.0;

  private static final Span INSTAGRAM = new Span(-INSTAGRAM_DOUBLINGS, INSTAGRAM_DOUBLINGS);
  private static final Span OTHER = new Span(-OTHER_DOUBLINGS, OTHER_DOUBLINGS);

  EngagementCriterion {
    Objects.requireNonNull(meter, "meter");
  }

  @Override
  public String name() {
    return Priority.ENGAGEMENT.label();
  }

  @Override
  public Span span(Platform platform) {
    return platform == Platform.INSTAGRAM ? INSTAGRAM : OTHER;
  }

  @Override
  public double input(Signals one) {
    return residual(one.believed(), one.excess());
  }

  /** Doublings above expectation, drawn towards it by how little is known of the account. */
  static double residual(double believed, double excess) {
    return believed * excess;
  }

  @Override
  public Estimate estimate(Signals one) {
    double residual = input(one);
    if (Double.isNaN(residual)) {
      return Estimate.UNKNOWN;
    }
    double error = one.residualError();
    return span(one.platform()).at(residual, residual - error, residual + error + one.open());
  }

  /** Of the same draws as the engaged audience: both rest on the account's level. */
  @Override
  public Doubt doubt(Signals one) {
    double residual = input(one);
    return Double.isNaN(residual)
        ? SpanCriterion.super.doubt(one)
        : span(one.platform())
            .doubt(
                name(), Doubt.Law.NORMAL, utility(one), residual, one.residualError(), one.open());
  }

  @Override
  public double[] inputs(SignalBlock many, Utilities out) {
    out.gaps.set(many.levelGaps());
    out.gaps.add(many.expectedGaps());
    residuals(many.believed(), many.levels(), many.expected(), out.values, many.rows());
    if (out.ranged) {
      many.widen(out.values, many.residualErrors(), out);
    }
    return out.values;
  }

  private static void residuals(
      double[] believed, double[] levels, double[] expected, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = residual(believed[i], levels[i] - expected[i]);
    }
  }

  @Override
  public void value(SignalBlock many, double[] residuals, double[] out) {
    Set<Platform> platforms = many.columns().platforms();
    if (platforms.size() == 1 || !platforms.contains(Platform.INSTAGRAM)) {
      SpanCriterion.super.value(many, residuals, out);
      return;
    }
    for (int i = 0; i < many.rows(); i++) {
      out[i] = span(many.platform(i)).at(residuals[i]);
    }
  }

  @Override
  public Direction direction() {
    return meter.direction().neverPaysForFollowers()
        ? Direction.NON_INCREASING
        : Direction.NOT_STATED;
  }

  @Override
  public List<String> needs(Platform platform) {
    return meter.needs(platform, true);
  }

  @Override
  public Explanation explain(Signals one) {
    SizeCurve curve = one.curve();
    if (curve == null) {
      return Explanation.given(name(), Double.NaN, nothingToExpect(one));
    }
    Explanation level = one.explainLevel();
    Explanation expected = curve.explain(one.profile());
    if (Double.isNaN(input(one))) {
      return Explanation.given(
          name(), Double.NaN, Double.isNaN(level.value()) ? level.note() : expected.note());
    }
    double doublings = one.platform() == Platform.INSTAGRAM ? INSTAGRAM_DOUBLINGS : OTHER_DOUBLINGS;
    return Span.explain(
        name(),
        note(one),
        Explanation.of(
            "doublings above expectation",
            Operation.PRODUCT,
            "drawn to the expectation, which is worth a quarter of a post",
            List.of(
                Explanation.given("weight of the account's own posts", one.believed(), ""),
                Explanation.of("excess", Operation.DIFFERENCE, "", List.of(level, expected)))),
        Explanation.given("doublings for 0", -doublings, "own default"),
        Explanation.given("doublings for 1", doublings, "own default"));
  }

  private static String nothingToExpect(Signals one) {
    String name = one.platform().displayName();
    EngagementModel standard = EngagementModels.standard(one.platform());
    if (SizeCurve.published(one.platform(), standard).isEmpty()) {
      return "no engagement rate to expect is published for " + name;
    }
    return one.model().formula().equals(standard.formula())
        ? "no engagement rate to expect was given for " + name
        : "the engagement rate to expect that is published for %s is of %s, not of %s"
            .formatted(name, standard.formula(), one.model().formula());
  }

  @Override
  public String note(Signals one) {
    EngagementModel model = one.model();
    boolean byViews = model.denominator() == Measure.VIEWS;
    return Text.percent(one.rateBehindLevel())
        + (byViews ? " of views" : "")
        + one.basis(" ")
        + (one.open() > 0 ? " (" + one.atLeast() + ")" : "")
        + " against "
        + Text.percent(one.expectedRate())
        + " expected "
        + (byViews ? "" : "for " + Text.count(one.profile().followers()) + " followers ")
        + "on "
        + one.platform().displayName();
  }

  @Override
  public String describe() {
    String own = "own default, about 2.3 robust standard deviations on lists of real accounts";
    return String.join(
        "\n",
        "engagement: x = the account's own level, from its posts or else log2(1 + engagements a"
            + " post), against B = log2 of the engagements that the size curve expects; r = w (x -"
            + " B), w = c / (c + P), c to P the own level against the size curve, P the variance of"
            + " the level; utility from 0 at r = -span to 1 at +span; range r ± errors x deviation"
            + " of a post x sqrt(w P)",
        Text.constant(
            "engagement span on Instagram", Text.plain(INSTAGRAM_DOUBLINGS) + " doublings", own),
        Text.constant("engagement span elsewhere", Text.plain(OTHER_DOUBLINGS) + " doublings", own),
        Text.constant(
            "engagements left out since unknown",
            "at most " + Text.plain(Priors.MOST_LEFT_OUT) + " doublings",
            "own default"),
        Text.constant("engagement unknown", Text.plain(neutral()), "own default"));
  }
}
