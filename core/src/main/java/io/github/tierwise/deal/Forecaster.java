package io.github.tierwise.deal;

import io.github.tierwise.deal.Deal.Forecast;
import io.github.tierwise.engagement.EngagementModel;
import io.github.tierwise.engagement.LevelEstimator;
import io.github.tierwise.engagement.LevelEstimator.Level;
import io.github.tierwise.explain.Estimate;
import io.github.tierwise.internal.Logs;
import io.github.tierwise.internal.Priors;
import io.github.tierwise.internal.Text;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Profile;
import io.github.tierwise.score.PriceCurve;
import io.github.tierwise.score.Scorer;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Foretells the next post of an account and what it costs. */
final class Forecaster {

  /** A level so high that the 1 of log2(1 + engagements) does not show in ratios. */
  private static final double HIGH_LEVEL = 40;

  private final Scorer scorer;
  private final Map<Platform, LevelEstimator> estimators = new EnumMap<>(Platform.class);

  Forecaster(Scorer scorer, Map<Platform, LevelEstimator> calibrated) {
    this.scorer = scorer;
    for (Platform platform : Platform.values()) {
      estimators.put(
          platform, calibrated.getOrDefault(platform, LevelEstimator.standard(platform)));
    }
  }

  Forecast forecast(Profile profile) {
    EngagementModel model = scorer.engagement(profile.platform());
    LevelEstimator estimator =
        Objects.requireNonNull(estimators.get(profile.platform()), "estimator");
    double level = model.level(profile);
    double variance = model.levelVariance(profile);
    double stated = model.logError(profile);
    double deviation = Double.isNaN(stated) ? estimator.deviation() : stated;
    boolean fromPosts = model.isFromPosts(profile);
    boolean open = !fromPosts && model.isLowerBound(profile);
    Estimate audience = Estimate.UNKNOWN;
    String source = "engagements unknown";
    if (!Double.isNaN(level)) {
      Estimate next = next(estimator, level, variance, deviation);
      audience =
          open
              ? new Estimate(
                  next.value(), next.low(), next.high() * Logs.exp2(Priors.MOST_LEFT_OUT))
              : next;
      source =
          "next post, 90%% interval, from %s; %s"
              .formatted(
                  fromPosts
                      ? "the level of its posts"
                      : open
                          ? "the mean of the interactions that are known"
                          : "the mean of its posts, which tells as much as one post",
                  estimator.source());
    }
    Conversions conversions =
        conversions(profile, next(estimator, HIGH_LEVEL, variance, deviation));
    double quote = profile.price();
    boolean quoted = !Double.isNaN(quote);
    Optional<PriceCurve> curve = scorer.prices();
    Estimate cost =
        quoted
            ? Estimate.exact(quote)
            : curve.map(c -> c.estimate(profile.followers())).orElse(Estimate.UNKNOWN);
    return new Forecast(
        profile.id(),
        audience,
        source,
        conversions.estimate,
        conversions.source,
        cost,
        quoted
            ? "quoted"
            : cost.isKnown()
                ? "usual for its followers: " + curve.map(PriceCurve::source).orElse("")
                : curve.isPresent()
                    ? "no quote, and followers unknown"
                    : "no quote, and no usual prices in the brand's currency",
        quoted);
  }

  /** The post right after the newest, with all the engagements that it will ever have. */
  private static Estimate next(
      LevelEstimator estimator, double level, double variance, double deviation) {
    Level own =
        new Level(
            level,
            Math.max(variance, Double.MIN_NORMAL),
            Math.max(deviation, Double.MIN_NORMAL),
            1,
            Instant.EPOCH);
    return estimator.forecast(own, Double.NaN, Instant.EPOCH, Double.POSITIVE_INFINITY);
  }

  private record Conversions(Estimate estimate, String source) {}

  private Conversions conversions(Profile profile, Estimate scatter) {
    double rate = Priors.conversionRate(profile.conversions(), profile.clicks());
    if (Double.isNaN(rate)) {
      return new Conversions(Estimate.UNKNOWN, "clicks or conversions unknown");
    }
    double error =
        StrictMath.exp(
            Priors.NORMAL_ERRORS / StrictMath.sqrt(profile.conversions() + Priors.CONVERSIONS));
    // A source gives clicks in all: they are taken as those of one post (own default).
    double value = profile.clicks() * rate;
    double low = value * (scatter.low() / scatter.value()) / error;
    double high = value * (scatter.high() / scatter.value()) * error;
    return new Conversions(
        new Estimate(
            value,
            Math.max(0, low - Priors.NORMAL_ERRORS * StrictMath.sqrt(low)),
            high + Priors.NORMAL_ERRORS * StrictMath.sqrt(high)),
        ("%s clicks of earlier campaigns, taken as those of one post, of which %s convert (drawn"
                + " towards 2%%, own default)")
            .formatted(Text.count(profile.clicks()), Text.percent(rate)));
  }
}
