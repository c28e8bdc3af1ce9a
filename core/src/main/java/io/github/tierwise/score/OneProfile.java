package io.github.tierwise.score;

import io.github.tierwise.engagement.EngagementModel;
import io.github.tierwise.engagement.LevelEstimator;
import io.github.tierwise.engagement.SizeCurve;
import io.github.tierwise.internal.FriendAccess;
import io.github.tierwise.internal.Logs;
import io.github.tierwise.internal.MeanBased;
import io.github.tierwise.internal.Nullable;
import io.github.tierwise.internal.PiecewiseLine;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Profile;

/**
 * The score of one profile and nothing else, with the bits of {@link Criterion#utility}: what
 * several standard criteria need is computed once, and no object is made. Immutable.
 */
final class OneProfile {

  private static final int PLATFORMS = Platform.values().length;

  private final Criterion[] criteria;
  private final double[] shares;
  private final double[] neutrals;
  private final Prices prices;
  private final EngagementModel[] models = new EngagementModel[PLATFORMS];
  private final @Nullable PiecewiseLine[] lines = new PiecewiseLine[PLATFORMS];
  private final boolean[] standard = new boolean[PLATFORMS];
  private final boolean[] byViews = new boolean[PLATFORMS];

  OneProfile(Criterion[] criteria, double[] shares, PlatformModels models, Prices prices) {
    this.criteria = criteria;
    this.shares = shares;
    neutrals = new double[criteria.length];
    for (int i = 0; i < criteria.length; i++) {
      neutrals[i] = criteria[i].neutral();
    }
    this.prices = prices;
    models
        .models()
        .forEach(
            (platform, model) -> {
              this.models[platform.ordinal()] = model;
              standard[platform.ordinal()] = model instanceof MeanBased;
            });
    for (SizeCurve curve : models.curves().values()) {
      int i = curve.platform().ordinal();
      lines[i] = FriendAccess.line(curve);
      byViews[i] = curve.denominator() == Measure.VIEWS;
    }
  }

  double value(Profile profile) {
    Platform platform = profile.platform();
    EngagementModel model = models[platform.ordinal()];
    // Without posts a standard model's level is that of its mean, and nothing else need be asked.
    boolean meanOnly = standard[platform.ordinal()] && profile.levelFormula().isEmpty();
    double level = meanOnly ? Logs.log2(1.0 + model.engagements(profile)) : model.level(profile);
    double size = Logs.log2(Math.max(profile.followers(), 1.0));
    double sum = 0.0;
    for (int i = 0; i < criteria.length; i++) {
      Criterion criterion = criteria[i];
      double utility;
      // Classes and not methods of an interface, so that each call is compiled into the loop.
      if (criterion instanceof EngagementCriterion) {
        utility =
            EngagementCriterion.utility(
                level - expected(platform, size, profile),
                meanOnly
                    ? EngagementCriterion.MEAN_BELIEVED
                    : LevelEstimator.believed(model.levelVariance(profile)),
                platform);
      } else if (criterion instanceof EngagedAudienceCriterion) {
        utility = EngagedAudienceCriterion.utility(level);
      } else if (criterion instanceof CostCriterion cost) {
        utility = cost.utility(prices.price(profile, size));
      } else if (criterion instanceof ConversionCriterion conversion) {
        utility = conversion.utility(profile);
      } else if (criterion instanceof AudienceFitCriterion fit) {
        utility = fit.utility(profile);
      } else {
        utility = criterion.utility(profile);
        if (utility < 0 || utility > 1) {
          Scorer.checked(utility, criterion, profile);
        }
      }
      sum += shares[i] * (Double.isNaN(utility) ? neutrals[i] : utility);
    }
    return sum;
  }

  private double expected(Platform platform, double size, Profile profile) {
    PiecewiseLine line = lines[platform.ordinal()];
    if (line == null) {
      return Double.NaN;
    }
    return byViews[platform.ordinal()]
        ? Logs.log2(Math.max(profile.views(), 1.0)) + line.at(size)
        : line.at(size);
  }
}
