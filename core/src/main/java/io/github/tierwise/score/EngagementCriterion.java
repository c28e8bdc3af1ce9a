package io.github.tierwise.score;

import io.github.tierwise.engagement.EngagementModel;
import io.github.tierwise.engagement.LevelEstimator;
import io.github.tierwise.engagement.SizeCurve;
import io.github.tierwise.explain.Estimate;
import io.github.tierwise.explain.Explanation;
import io.github.tierwise.explain.Explanation.Operation;
import io.github.tierwise.internal.Gaps;
import io.github.tierwise.internal.Priors;
import io.github.tierwise.internal.Scale;
import io.github.tierwise.internal.Text;
import io.github.tierwise.profile.Direction;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Priority;
import io.github.tierwise.profile.Profile;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Engagement against what is expected for the account's size, in doublings. */
record EngagementCriterion(PlatformModels models) implements BlockCriterion, Serializable {

  private static final double INSTAGRAM_FACTOR =
      Scale.factor(-Constants.INSTAGRAM_SPAN, Constants.INSTAGRAM_SPAN);
  private static final double OTHER_FACTOR =
      Scale.factor(-Constants.OTHER_SPAN, Constants.OTHER_SPAN);

  /** How much of the excess of a mean is believed. */
  static final double MEAN_BELIEVED = LevelEstimator.believed(Priors.MEAN_VARIANCE);

  EngagementCriterion {
    Objects.requireNonNull(models, "models");
  }

  @Override
  public String name() {
    return Priority.ENGAGEMENT.label();
  }

  @Override
  public double utility(Profile profile) {
    return scale(residual(profile), profile.platform());
  }

  /** The same from what it is made of. */
  static double utility(double excess, double believed, Platform platform) {
    return scale(believed * excess, platform);
  }

  /** Doublings above expectation, drawn towards it by how little is known of the account. */
  private double residual(Profile profile) {
    return LevelEstimator.believed(models.variance(profile)) * models.excess(profile);
  }

  private static double scale(double residual, Platform platform) {
    return platform == Platform.INSTAGRAM
        ? Scale.apply(residual, -Constants.INSTAGRAM_SPAN, INSTAGRAM_FACTOR)
        : Scale.apply(residual, -Constants.OTHER_SPAN, OTHER_FACTOR);
  }

  @Override
  public Inputs inputs() {
    return new Inputs(models, Prices.NONE);
  }

  @Override
  public void utilities(Inputs block, double[] out, Gaps gaps) {
    if (!block.meansOnly()) {
      block.map(this::utility, out);
      gaps.find(out, block.rows());
      return;
    }
    gaps.set(block.levelGaps());
    gaps.add(block.expectedGaps());
    int n = block.rows();
    residuals(MEAN_BELIEVED, block.levels(), block.expected(), out, n);
    Set<Platform> platforms = block.columns().platforms();
    if (!platforms.contains(Platform.INSTAGRAM)) {
      Scale.apply(out, -Constants.OTHER_SPAN, OTHER_FACTOR, out, n);
    } else if (platforms.size() == 1) {
      Scale.apply(out, -Constants.INSTAGRAM_SPAN, INSTAGRAM_FACTOR, out, n);
    } else {
      for (int i = 0; i < n; i++) {
        out[i] = scale(out[i], block.columns().platform(block.from() + i));
      }
    }
  }

  private static void residuals(
      double believed, double[] levels, double[] expected, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = believed * (levels[i] - expected[i]);
    }
  }

  @Override
  public Estimate estimate(Profile profile) {
    double residual = residual(profile);
    if (Double.isNaN(residual)) {
      return Estimate.UNKNOWN;
    }
    Platform platform = profile.platform();
    double variance = models.variance(profile);
    double range =
        Constants.ERRORS
            * models.error(profile)
            * StrictMath.sqrt(LevelEstimator.believed(variance) * variance);
    return new Estimate(
        scale(residual, platform),
        scale(residual - range, platform),
        scale(residual + range + models.open(profile), platform));
  }

  @Override
  public Direction direction() {
    return models.direction().neverPaysForFollowers()
        ? Direction.NON_INCREASING
        : Direction.NOT_STATED;
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
    Explanation level = models.explainLevel(profile);
    Explanation expected = curve.explain(profile);
    double utility = utility(profile);
    if (Double.isNaN(utility)) {
      return Explanation.given(
          name(), utility, Double.isNaN(level.value()) ? level.note() : expected.note());
    }
    double span =
        profile.platform() == Platform.INSTAGRAM ? Constants.INSTAGRAM_SPAN : Constants.OTHER_SPAN;
    Explanation residual =
        Explanation.of(
            "doublings above expectation",
            Operation.PRODUCT,
            "drawn to the expectation, which is worth a quarter of a post",
            List.of(
                Explanation.given(
                    "weight of the account's own posts",
                    LevelEstimator.believed(models.variance(profile)),
                    ""),
                Explanation.of("excess", Operation.DIFFERENCE, "", List.of(level, expected))));
    return Explanation.of(
        name(),
        Operation.SCALE,
        note(profile),
        List.of(
            residual,
            Explanation.given("doublings for 0", -span, "own default"),
            Explanation.given("doublings for 1", span, "own default")));
  }

  private String note(Profile profile) {
    EngagementModel model = models.model(profile);
    boolean byViews = model.denominator() == Measure.VIEWS;
    String found =
        Text.percent(models.rateBehindLevel(profile))
            + (byViews ? " of views" : "")
            + (models.open(profile) > 0 ? " (" + model.explain(profile).note() + ")" : "");
    String expected = Text.percent(models.expectedRate(profile));
    String platform = profile.platform().displayName();
    return byViews
        ? "%s against %s expected on %s".formatted(found, expected, platform)
        : "%s against %s expected for %s followers on %s"
            .formatted(found, expected, Text.count(profile.followers()), platform);
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
            "engagement span on Instagram",
            Text.plain(Constants.INSTAGRAM_SPAN) + " doublings",
            own),
        Text.constant(
            "engagement span elsewhere", Text.plain(Constants.OTHER_SPAN) + " doublings", own),
        Text.constant(
            "engagements left out since unknown",
            "at most " + Text.plain(Constants.MOST_LEFT_OUT) + " doublings",
            "own default"),
        Text.constant("engagement unknown", Text.plain(neutral()), "own default"));
  }
}
