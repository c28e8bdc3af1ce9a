package io.github.tierwise.score;

import io.github.tierwise.engagement.EngagementModel;
import io.github.tierwise.engagement.SizeCurve;
import io.github.tierwise.explain.Estimate;
import io.github.tierwise.explain.Explanation;
import io.github.tierwise.explain.Explanation.Operation;
import io.github.tierwise.internal.Scale;
import io.github.tierwise.internal.Text;
import io.github.tierwise.profile.Direction;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Priority;
import io.github.tierwise.profile.Profile;
import java.io.Serializable;
import java.util.List;

/** Engagement against what is expected for the account's size, in doublings. */
record EngagementCriterion(PlatformModels models) implements Criterion, Serializable {

  private static final double INSTAGRAM_FACTOR =
      Scale.factor(-Constants.INSTAGRAM_SPAN, Constants.INSTAGRAM_SPAN);
  private static final double OTHER_FACTOR =
      Scale.factor(-Constants.OTHER_SPAN, Constants.OTHER_SPAN);

  /** The range of the shrunk excess, in standard deviations of a post. */
  private static final double RANGE = Constants.ERRORS * StrictMath.sqrt(Constants.OWN_SHARE);

  @Override
  public String name() {
    return Priority.ENGAGEMENT.label();
  }

  @Override
  public double utility(Profile profile) {
    return scale(Constants.OWN_SHARE * models.excess(profile), profile);
  }

  private static double scale(double residual, Profile profile) {
    return profile.platform() == Platform.INSTAGRAM
        ? Scale.apply(residual, -Constants.INSTAGRAM_SPAN, INSTAGRAM_FACTOR)
        : Scale.apply(residual, -Constants.OTHER_SPAN, OTHER_FACTOR);
  }

  @Override
  public Estimate estimate(Profile profile) {
    double residual = Constants.OWN_SHARE * models.excess(profile);
    if (Double.isNaN(residual)) {
      return Estimate.UNKNOWN;
    }
    double range = RANGE * models.error(profile);
    return new Estimate(
        scale(residual, profile),
        scale(residual - range, profile),
        scale(residual + range, profile));
  }

  @Override
  public Direction direction() {
    return models.independentOfFollowers() ? Direction.NON_INCREASING : Direction.NOT_STATED;
  }

  @Override
  public Explanation explain(Profile profile) {
    SizeCurve curve = models.curve(profile);
    if (curve == null) {
      return Explanation.given(
          name(),
          Double.NaN,
          "no engagement rate to expect is published for " + profile.platform().displayName());
    }
    EngagementModel model = models.model(profile);
    Explanation engagements = model.explain(profile);
    Explanation expected = curve.explain(profile);
    double utility = utility(profile);
    if (Double.isNaN(utility)) {
      return Explanation.given(
          name(),
          utility,
          Double.isNaN(engagements.value()) ? engagements.note() : expected.note());
    }
    double span =
        profile.platform() == Platform.INSTAGRAM ? Constants.INSTAGRAM_SPAN : Constants.OTHER_SPAN;
    Explanation residual =
        Explanation.of(
            "doublings above expectation",
            Operation.PRODUCT,
            "drawn a fifth of the way to the expectation",
            List.of(
                Explanation.given("weight of the account's own posts", Constants.OWN_SHARE, ""),
                Explanation.of(
                    "excess", Operation.DIFFERENCE, "", List.of(levelOf(engagements), expected))));
    return Explanation.of(
        name(),
        Operation.SCALE,
        note(profile, engagements),
        List.of(
            residual,
            Explanation.given("doublings for 0", -span, "own default"),
            Explanation.given("doublings for 1", span, "own default")));
  }

  static Explanation levelOf(Explanation engagements) {
    return Explanation.of(
        "level",
        Operation.LOG2,
        "log2 of 1 + engagements a post",
        List.of(
            Explanation.of(
                "1 + engagements",
                Operation.SUM,
                "",
                List.of(Explanation.given("1", 1, ""), engagements))));
  }

  private String note(Profile profile, Explanation engagements) {
    EngagementModel model = models.model(profile);
    String found = engagements.note().contains("unknown") ? " (" + engagements.note() + ")" : "";
    String platform = profile.platform().displayName();
    double rate = model.rate(profile);
    double expected = models.expectedRate(profile);
    return model.denominator() == Measure.VIEWS
        ? "%s of views%s against %s expected on %s"
            .formatted(Text.percent(rate), found, Text.percent(expected), platform)
        : "%s%s against %s expected for %s followers on %s"
            .formatted(
                Text.percent(rate),
                found,
                Text.percent(expected),
                Text.count(profile.followers()),
                platform);
  }

  @Override
  public String describe() {
    return "engagement: x = log2(1 + engagements a post) against B = log2 of the engagements that"
        + " the size curve expects; r = "
        + Text.plain(Constants.OWN_SHARE)
        + " (x - B); utility from 0 at r = -"
        + Text.plain(Constants.INSTAGRAM_SPAN)
        + " to 1 at +"
        + Text.plain(Constants.INSTAGRAM_SPAN)
        + " doublings on Instagram, -"
        + Text.plain(Constants.OTHER_SPAN)
        + " to +"
        + Text.plain(Constants.OTHER_SPAN)
        + " elsewhere [own default]; range r ± "
        + Text.plain(Constants.ERRORS)
        + " x sqrt("
        + Text.plain(Constants.OWN_SHARE)
        + ") standard deviations of a post [own default]; unknown: "
        + Text.plain(neutral());
  }
}
