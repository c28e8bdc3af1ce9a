package io.github.tierwise.score;

import io.github.tierwise.explain.Estimate;
import io.github.tierwise.explain.Explanation;
import io.github.tierwise.explain.Explanation.Operation;
import io.github.tierwise.internal.Doubt;
import io.github.tierwise.internal.Logs;
import io.github.tierwise.internal.Text;
import io.github.tierwise.profile.Direction;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Priority;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/** How many people engage with a post: the engagements observed, never inferred from followers. */
record EngagedAudienceCriterion(Meter meter) implements SpanCriterion, Serializable {

  static final double FEWEST = 10;
  static final double MOST = 1e7;

  /** As if 100 people engaged: at 0.5, hiding the counts would pay. */
  static final double UNKNOWN = 1.0 / 6;

  private static final Span SPAN = new Span(Logs.log2(FEWEST), Logs.log2(MOST));

  EngagedAudienceCriterion {
    Objects.requireNonNull(meter, "meter");
  }

  @Override
  public String name() {
    return Priority.ENGAGED_AUDIENCE.label();
  }

  @Override
  public Span span(Platform platform) {
    return SPAN;
  }

  @Override
  public double input(Signals one) {
    return one.level();
  }

  @Override
  public Estimate estimate(Signals one) {
    double level = input(one);
    if (Double.isNaN(level)) {
      return Estimate.UNKNOWN;
    }
    double error = one.levelError();
    return SPAN.at(level, level - error, level + error + one.open());
  }

  /** Of the same draws as the engagement: both rest on the account's level. */
  @Override
  public Doubt doubt(Signals one) {
    double level = input(one);
    String source = Priority.ENGAGEMENT.label();
    return Double.isNaN(level)
        ? StandardCriterion.doubt(this, source, Estimate.UNKNOWN)
        : SPAN.doubt(source, Doubt.Law.NORMAL, utility(one), level, one.levelError(), one.open());
  }

  @Override
  public double[] inputs(SignalBlock many, Utilities out) {
    out.gaps.set(many.levelGaps());
    if (out.ranged) {
      many.widen(many.levels(), many.levelErrors(), out);
    }
    return many.levels();
  }

  @Override
  public double neutral() {
    return UNKNOWN;
  }

  @Override
  public Direction direction() {
    return meter.direction();
  }

  @Override
  public List<String> needs(Platform platform) {
    return meter.needs(platform, false);
  }

  @Override
  public Explanation explain(Signals one) {
    Explanation level = one.explainLevel();
    if (Double.isNaN(level.value())) {
      return Explanation.given(name(), Double.NaN, level.note());
    }
    return Span.explain(
        name(), note(one), level, levelOf("level for 0", FEWEST), levelOf("level for 1", MOST));
  }

  private static Explanation levelOf(String label, double people) {
    return Explanation.of(
        label,
        Operation.LOG2,
        "own default",
        List.of(Explanation.given("engagements", people, "")));
  }

  @Override
  public String note(Signals one) {
    return Text.engage(one.behindLevel()) + (one.open() > 0 ? " at least" : "") + one.basis(", ");
  }

  @Override
  public String describe() {
    return String.join(
        "\n",
        "engaged audience: x = the account's own level; utility in log2; range x ± errors x"
            + " deviation of a post x sqrt(P)",
        Text.ownDefault("engaged audience for 0", Text.count(FEWEST) + " people"),
        Text.ownDefault("engaged audience for 1", Text.count(MOST) + " people"),
        Text.constant(
            "engaged audience unknown",
            "1/" + Text.plain(1 / UNKNOWN),
            "own default, as if 100 people: at 0.5 hiding the counts would pay"));
  }
}
