package io.github.tierwise.score;

import io.github.tierwise.engagement.EngagementModel;
import io.github.tierwise.engagement.SizeCurve;
import io.github.tierwise.explain.Explanation;
import io.github.tierwise.explain.Explanation.Operation;
import io.github.tierwise.internal.Logs;
import io.github.tierwise.internal.Nullable;
import io.github.tierwise.internal.Text;
import io.github.tierwise.profile.Direction;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Profile;
import java.io.Serializable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The engagement model of each platform, and its size curve where there is one. */
record PlatformModels(Map<Platform, EngagementModel> models, Map<Platform, SizeCurve> curves)
    implements Serializable {

  /** Of those who ask for no engagement. */
  static final PlatformModels NONE = new PlatformModels(Map.of(), Map.of());

  PlatformModels {
    models = copy(models, EngagementModel.class);
    curves = copy(curves, SizeCurve.class);
    for (SizeCurve curve : curves.values()) {
      EngagementModel model = models.get(curve.platform());
      String formula = model == null ? "none" : model.formula();
      if (!curve.formula().equals(formula)) {
        throw new IllegalArgumentException(
            "formula of the size curve for %s must be that of the model, \"%s\", was \"%s\""
                .formatted(curve.platform().displayName(), formula, curve.formula()));
      }
    }
  }

  /** Checks the types too: a stream may hold anything. */
  private static <V> Map<Platform, V> copy(Map<Platform, V> map, Class<V> type) {
    Map<Platform, V> copy = new EnumMap<>(Platform.class);
    map.forEach(
        (platform, value) -> copy.put(platform, type.cast(Objects.requireNonNull(value, "model"))));
    return Collections.unmodifiableMap(copy);
  }

  EngagementModel of(Platform platform) {
    return Objects.requireNonNull(models.get(platform), "model");
  }

  @Nullable
  SizeCurve curveOf(Platform platform) {
    return curves.get(platform);
  }

  EngagementModel model(Profile profile) {
    return of(profile.platform());
  }

  @Nullable
  SizeCurve curve(Profile profile) {
    return curveOf(profile.platform());
  }

  double engagements(Profile profile) {
    return model(profile).engagements(profile);
  }

  /** The account's own level: from its posts, else the binary logarithm of 1 + engagements. */
  double level(Profile profile) {
    return model(profile).level(profile);
  }

  /** How uncertain the level is, in units of a post's variance. */
  double variance(Profile profile) {
    return model(profile).levelVariance(profile);
  }

  private boolean fromPosts(Profile profile) {
    return profile.levelFormula().equals(model(profile).formula());
  }

  /** The engagements of a typical post: from the level if posts were read, else the mean. */
  double typical(Profile profile) {
    return fromPosts(profile) ? Logs.exp2(level(profile)) - 1 : engagements(profile);
  }

  /** The engagement rate: of a typical post if posts were read, else of the mean. */
  double rate(Profile profile) {
    return rate(typical(profile), profile);
  }

  private double rate(double engagements, Profile profile) {
    double exposure = profile.get(model(profile).denominator());
    return exposure > 0 ? engagements / exposure : Double.NaN;
  }

  /** Whether a model without posts has a level of its own, and not that of the mean. */
  private boolean hasOwnLevel(Profile profile) {
    double ofMean = Logs.log2(1.0 + engagements(profile));
    return !fromPosts(profile) && Double.compare(level(profile), ofMean) != 0;
  }

  /** The engagements that the level stands for. */
  double behindLevel(Profile profile) {
    return hasOwnLevel(profile) ? Logs.exp2(level(profile)) - 1 : typical(profile);
  }

  /** The engagement rate that the level stands for. */
  double rateBehindLevel(Profile profile) {
    return rate(behindLevel(profile), profile);
  }

  /** Where the level comes from; its value is {@link #level}, bit for bit. */
  Explanation explainLevel(Profile profile) {
    if (fromPosts(profile)) {
      double posts = profile.posts();
      return Explanation.given(
          "level",
          level(profile),
          "log2 of 1 + engagements of a typical post, from %s"
              .formatted(Double.isNaN(posts) ? "its posts" : Text.count(posts) + " posts"));
    }
    if (hasOwnLevel(profile)) {
      double level = level(profile);
      String formula = model(profile).formula();
      return Explanation.given(
          "level",
          level,
          Double.isNaN(level)
              ? "level unknown by the model " + formula
              : "log2 of 1 + engagements of a typical post, by the model " + formula);
    }
    Explanation engagements = model(profile).explain(profile);
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

  /** Standard deviation of a post around the level, in doublings. */
  double error(Profile profile) {
    double stated = model(profile).logError(profile);
    return Double.isNaN(stated) ? Constants.DEFAULT_ERROR : stated;
  }

  double expectedRate(Profile profile) {
    SizeCurve curve = curve(profile);
    return curve == null ? Double.NaN : curve.expectedRate(profile.followers());
  }

  /** By how many doublings the account is above (below, if negative) what its size lets expect. */
  double excess(Profile profile) {
    SizeCurve curve = curve(profile);
    return curve == null ? Double.NaN : level(profile) - curve.expectedLog(profile);
  }

  /** By how many doublings there may be more engagements than are known. */
  double open(Profile profile) {
    return !fromPosts(profile) && model(profile).isLowerBound(profile)
        ? Constants.MOST_LEFT_OUT
        : 0;
  }

  /** What all models promise about followers. */
  Direction direction() {
    Direction weakest = Direction.INDEPENDENT;
    for (EngagementModel model : models.values()) {
      if (model.direction().compareTo(weakest) > 0) {
        weakest = model.direction();
      }
    }
    return weakest;
  }
}
