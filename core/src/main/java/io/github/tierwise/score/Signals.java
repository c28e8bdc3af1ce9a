package io.github.tierwise.score;

import io.github.tierwise.engagement.EngagementModel;
import io.github.tierwise.engagement.LevelEstimator;
import io.github.tierwise.engagement.SizeCurve;
import io.github.tierwise.explain.Explanation;
import io.github.tierwise.explain.Explanation.Operation;
import io.github.tierwise.internal.Logs;
import io.github.tierwise.internal.Nullable;
import io.github.tierwise.internal.Priors;
import io.github.tierwise.internal.Text;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Profile;
import java.util.List;
import java.util.Objects;

/**
 * What criteria, gates, flags and reasons need of one account, each measured once. {@link
 * SignalBlock} is the same for many, with the same bits.
 *
 * <p>What every score needs is measured at the start, the rest when it is asked for. For one call
 * on one thread. {@link ScoreFormula#value} does without: the score alone is to make no object.
 */
final class Signals {

  /** How much of what sets a mean apart from the expectation is believed. */
  static final double MEAN_BELIEVED = LevelEstimator.believed(Priors.MEAN_VARIANCE);

  /** Standard deviation of a post in doublings where a model states none. */
  static final double DEFAULT_ERROR = 1.0;

  private final Meter meter;
  private final Profile profile;
  private final Meter.@Nullable Rate rate;

  /** Whether posts were not read and the level is that of the mean. */
  private final boolean meanOnly;

  private final double mean;
  private final double size;
  private final double level;
  private final double variance;
  private final double believed;

  Signals(Meter meter, Profile profile) {
    this.meter = meter;
    this.profile = profile;
    rate = meter.rates().get(profile.platform());
    meanOnly = rate != null && rate.isMeanOnly(profile);
    size = Meter.size(profile);
    mean = rate != null && meanOnly ? rate.engagements(profile) : Double.NaN;
    level = meanOnly || rate == null ? Logs.log2(1.0 + mean) : rate.level(profile);
    variance = meanOnly || rate == null ? Priors.MEAN_VARIANCE : model().levelVariance(profile);
    believed = meanOnly ? MEAN_BELIEVED : LevelEstimator.believed(variance);
  }

  Profile profile() {
    return profile;
  }

  Platform platform() {
    return profile.platform();
  }

  EngagementModel model() {
    return Objects.requireNonNull(rate, "rate").model();
  }

  @Nullable
  SizeCurve curve() {
    return rate == null ? null : rate.curve();
  }

  /** The account's own level: from its posts, else the binary logarithm of 1 + engagements. */
  double level() {
    return level;
  }

  /** How much of what sets the level apart from the expectation is believed. */
  double believed() {
    return believed;
  }

  /** By how many doublings the account is above (below, if negative) what its size lets expect. */
  double excess() {
    return rate == null ? Double.NaN : level - rate.expected(rate.line(), size, profile);
  }

  /** How far the level may be off to each side, in doublings. */
  double levelError() {
    return levelError(model().logError(profile), variance);
  }

  /** How far the residual may be off to each side, in doublings. */
  double residualError() {
    return levelError(model().logError(profile), believed * variance);
  }

  /**
   * How far a level of that variance may be off to each side.
   *
   * @param deviation the standard deviation of a post in doublings, NaN if not stated
   */
  static double levelError(double deviation, double variance) {
    double error = Double.isNaN(deviation) ? DEFAULT_ERROR : deviation;
    return Priors.ERRORS * error * Math.sqrt(variance);
  }

  /** By how many doublings there may be more engagements than are known. */
  double open() {
    return model().levelOpen(profile);
  }

  /** What is known of the engagements, in words, where {@link #open} leaves more. */
  String atLeast() {
    return model().isFromPosts(profile)
        ? Text.count(typical()) + " a post at least, some interactions of its posts unknown"
        : model().explain(profile).note();
  }

  /** The engagements of a typical post: from the level if posts were read, else the mean. */
  double typical() {
    return meanOnly ? mean : model().typicalEngagements(profile);
  }

  /** The engagement rate: of a typical post if posts were read, else of the mean. */
  double rate() {
    return rate(typical());
  }

  private double rate(double engagements) {
    double exposure = profile.get(model().denominator());
    return exposure > 0 ? engagements / exposure : Double.NaN;
  }

  double expectedRate() {
    SizeCurve curve = curve();
    return curve == null ? Double.NaN : curve.expectedRate(profile.followers());
  }

  /** The price of a post: the quote, else what is usual for the size, else unknown. */
  double price() {
    return meter.price(profile, size);
  }

  /** Whether the quote is in another currency than the brand's. */
  boolean isForeign() {
    return meter.isForeign(profile);
  }

  /** What is wrong with it then. */
  String foreign() {
    return meter.foreign(profile);
  }

  /** The factor to each side within which the price lies: 1 for a quote. */
  double priceBand() {
    PriceCurve usual = meter.prices();
    return usual == null || !Double.isNaN(meter.quote(profile)) ? 1.0 : usual.band();
  }

  /** Whether there is a price and it is no quote. */
  boolean isPriceEstimated() {
    return Double.isNaN(meter.quote(profile)) && !Double.isNaN(price());
  }

  /** Whether a model without posts has a level of its own, and not that of the mean. */
  private boolean hasOwnLevel() {
    return !meanOnly
        && !model().isFromPosts(profile)
        && Double.compare(level, Logs.log2(1.0 + model().engagements(profile))) != 0;
  }

  /** The engagements that the level stands for. */
  double behindLevel() {
    return hasOwnLevel() ? Logs.exp2(level) - 1 : typical();
  }

  /** The engagement rate that the level stands for. */
  double rateBehindLevel() {
    return rate(behindLevel());
  }

  /** By what a number is that the level stands for, in words behind others; empty for a mean. */
  String basis(String separator) {
    return model().isFromPosts(profile) ? separator + "by the level of its posts" : "";
  }

  /** Where the level comes from; its value is {@link #level}, bit for bit. */
  Explanation explainLevel() {
    if (model().isFromPosts(profile)) {
      double posts = profile.posts();
      return Explanation.given(
          "level",
          level,
          "log2 of 1 + engagements of a typical post, from "
              + (Double.isNaN(posts) ? "its posts" : Text.of(posts, "post"))
              + (open() > 0 ? "; at least, some interactions of its posts unknown" : ""));
    }
    if (hasOwnLevel()) {
      String formula = model().formula();
      return Explanation.given(
          "level",
          level,
          Double.isNaN(level)
              ? "level unknown by the model " + formula
              : "log2 of 1 + engagements of a typical post, by the model " + formula);
    }
    Explanation engagements = model().explain(profile);
    return Double.isNaN(engagements.value())
        ? Explanation.given("level", Double.NaN, engagements.note())
        : Explanation.of(
            "level",
            Operation.LOG2,
            "log2 of 1 + engagements a post",
            List.of(
                Explanation.of(
                    "1 + engagements",
                    Operation.SUM,
                    engagements.note(),
                    List.of(Explanation.given("1", 1, ""), engagements))));
  }
}
