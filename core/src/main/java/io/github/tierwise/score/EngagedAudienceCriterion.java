package io.github.tierwise.score;

import io.github.tierwise.explain.Estimate;
import io.github.tierwise.explain.Explanation;
import io.github.tierwise.explain.Explanation.Operation;
import io.github.tierwise.internal.Gaps;
import io.github.tierwise.internal.Logs;
import io.github.tierwise.internal.Scale;
import io.github.tierwise.internal.Text;
import io.github.tierwise.profile.Direction;
import io.github.tierwise.profile.Priority;
import io.github.tierwise.profile.Profile;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/** How many people engage with a post: the engagements observed, never inferred from followers. */
record EngagedAudienceCriterion(PlatformModels models) implements BlockCriterion, Serializable {

  private static final double FROM = Logs.log2(Constants.FEWEST_ENGAGED);
  private static final double TO = Logs.log2(Constants.MOST_ENGAGED);
  private static final double FACTOR = Scale.factor(FROM, TO);

  EngagedAudienceCriterion {
    Objects.requireNonNull(models, "models");
  }

  @Override
  public String name() {
    return Priority.ENGAGED_AUDIENCE.label();
  }

  @Override
  public double utility(Profile profile) {
    return utility(models.level(profile));
  }

  static double utility(double level) {
    return Scale.apply(level, FROM, FACTOR);
  }

  @Override
  public Inputs inputs() {
    return new Inputs(models, Prices.NONE);
  }

  @Override
  public void utilities(Inputs block, double[] out, Gaps gaps) {
    Scale.apply(block.levels(), FROM, FACTOR, out, block.rows());
    gaps.set(block.levelGaps());
  }

  @Override
  public double neutral() {
    return Constants.UNKNOWN_AUDIENCE;
  }

  @Override
  public Direction direction() {
    return models.direction();
  }

  @Override
  public Estimate estimate(Profile profile) {
    double level = models.level(profile);
    if (Double.isNaN(level)) {
      return Estimate.UNKNOWN;
    }
    double range =
        Constants.ERRORS * models.error(profile) * StrictMath.sqrt(models.variance(profile));
    return new Estimate(
        Scale.apply(level, FROM, FACTOR),
        Scale.apply(level - range, FROM, FACTOR),
        Scale.apply(level + range + models.open(profile), FROM, FACTOR));
  }

  @Override
  public Explanation explain(Profile profile) {
    Explanation level = models.explainLevel(profile);
    if (Double.isNaN(level.value())) {
      return Explanation.given(name(), Double.NaN, level.note());
    }
    return Explanation.of(
        name(),
        Operation.SCALE,
        Text.count(StrictMath.rint(models.behindLevel(profile)))
            + " people engage with a post"
            + (models.open(profile) > 0 ? " at least" : ""),
        List.of(
            level,
            Explanation.of(
                "level for 0",
                Operation.LOG2,
                "own default",
                List.of(Explanation.given("engagements", Constants.FEWEST_ENGAGED, ""))),
            Explanation.of(
                "level for 1",
                Operation.LOG2,
                "own default",
                List.of(Explanation.given("engagements", Constants.MOST_ENGAGED, "")))));
  }

  @Override
  public String describe() {
    String own = "own default";
    return String.join(
        "\n",
        "engaged audience: x = the account's own level; utility in log2; range x ± errors x"
            + " deviation of a post x sqrt(P)",
        Text.constant(
            "engaged audience for 0", Text.count(Constants.FEWEST_ENGAGED) + " people", own),
        Text.constant(
            "engaged audience for 1", Text.count(Constants.MOST_ENGAGED) + " people", own),
        Text.constant(
            "engaged audience unknown",
            "1/" + Text.plain(1 / Constants.UNKNOWN_AUDIENCE),
            "own default, as if 100 people: at 0.5 hiding the counts would pay"));
  }
}
