package io.github.tierwise.deal;

import io.github.tierwise.deal.Deal.Forecast;
import io.github.tierwise.engagement.EngagementModel;
import io.github.tierwise.engagement.LevelEstimator;
import io.github.tierwise.engagement.LevelEstimator.Level;
import io.github.tierwise.explain.Estimate;
import io.github.tierwise.internal.Logs;
import io.github.tierwise.internal.Priors;
import io.github.tierwise.internal.Text;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Profile;
import io.github.tierwise.score.PriceCurve;
import io.github.tierwise.score.Scorer;
import java.time.Instant;
import java.util.Map;

/** Foretells the next post of an account and what it costs. */
record Forecaster(Scorer scorer, Map<Platform, LevelEstimator> calibrated) {

  /** Where none is known: so high that a forecast is not cut off at 0. */
  private static final double HIGH_LEVEL = 40;

  Forecaster {
    calibrated = Map.copyOf(calibrated);
  }

  /** A number, and in words where it comes from. */
  private record Told(Estimate estimate, String source) {}

  Forecast forecast(Profile profile) {
    Platform platform = profile.platform();
    EngagementModel model = scorer.engagement(platform);
    LevelEstimator estimator = calibrated.getOrDefault(platform, LevelEstimator.standard(platform));
    double variance = model.levelVariance(profile);
    double stated = model.logError(profile);
    double deviation = Double.isNaN(stated) ? estimator.deviation() : stated;
    double level = model.level(profile);
    boolean counted = model.isFromPosts(profile) && profile.get(Measure.POSTS) >= 1;
    int posts = counted ? (int) profile.get(Measure.POSTS) : 1;
    double known = Double.isNaN(level) ? HIGH_LEVEL : level;
    Estimate next = next(estimator, known, variance, deviation, posts);
    Told audience =
        Double.isNaN(level)
            ? new Told(Estimate.UNKNOWN, "engagements unknown")
            : audience(profile, model, estimator, next);
    Told conversions = conversions(profile, next);
    Told cost = cost(profile);
    return new Forecast(
        profile.id(),
        audience.estimate,
        audience.source,
        conversions.estimate,
        conversions.source,
        cost.estimate,
        cost.source,
        !Double.isNaN(profile.price()));
  }

  private static Told audience(
      Profile profile, EngagementModel model, LevelEstimator estimator, Estimate next) {
    boolean fromPosts = model.isFromPosts(profile);
    double open = model.levelOpen(profile);
    double high = open > 0 ? next.high() * Logs.exp2(open) : next.high();
    return new Told(
        new Estimate(next.value(), next.low(), high),
        "next post, 90%% interval, from %s; %s"
            .formatted(
                fromPosts
                    ? "the level of its posts"
                        + (open > 0 ? ", some interactions of which are unknown" : "")
                    : open > 0
                        ? "the mean of the interactions that are known"
                        : "the mean of its posts, which tells as much as one post",
                estimator.source()));
  }

  private Told cost(Profile profile) {
    String currency = scorer.brand().currency();
    if (!Double.isNaN(profile.price()) && !profile.currency().equals(currency)) {
      return new Told(
          Estimate.UNKNOWN,
          "price must be in %s, the brand's currency, was %s"
              .formatted(currency, profile.currency()));
    }
    if (!Double.isNaN(profile.price())) {
      return new Told(Estimate.exact(profile.price()), "quoted");
    }
    if (scorer.prices().isEmpty()) {
      return new Told(Estimate.UNKNOWN, "no quote, and no usual prices in the brand's currency");
    }
    PriceCurve curve = scorer.prices().get();
    Estimate usual = curve.estimate(profile.followers());
    return new Told(
        usual,
        usual.isKnown()
            ? "usual for its followers: " + curve.source()
            : "no quote, and followers unknown");
  }

  /** The post right after the newest, with all the engagements that it will ever have. */
  private static Estimate next(
      LevelEstimator estimator, double level, double variance, double deviation, int posts) {
    Level own =
        new Level(
            level,
            Math.max(variance, Double.MIN_NORMAL),
            Math.max(deviation, Double.MIN_NORMAL),
            posts,
            Instant.EPOCH,
            Double.NaN);
    return estimator.forecast(own, Double.NaN, Instant.EPOCH, Double.POSITIVE_INFINITY);
  }

  private static Told conversions(Profile profile, Estimate next) {
    double rate = Priors.conversionRate(profile.conversions(), profile.clicks());
    if (Double.isNaN(rate)) {
      return new Told(Estimate.UNKNOWN, "clicks or conversions unknown");
    }
    double error =
        StrictMath.exp(
            Priors.NORMAL_ERRORS / StrictMath.sqrt(profile.conversions() + Priors.CONVERSIONS));
    // A source gives clicks in all: they are taken as those of one post (own default).
    double value = profile.clicks() * rate;
    double low = value * ((1 + next.low()) / (1 + next.value())) / error;
    double high = value * ((1 + next.high()) / (1 + next.value())) * error;
    return new Told(
        new Estimate(
            value,
            Math.max(0, low - Priors.NORMAL_ERRORS * StrictMath.sqrt(low)),
            high + Priors.NORMAL_ERRORS * StrictMath.sqrt(high)),
        ("%s clicks of earlier campaigns, taken as those of one post, of which %s convert (drawn"
                + " towards 2%%, own default)")
            .formatted(Text.count(profile.clicks()), Text.percent(rate)));
  }
}
