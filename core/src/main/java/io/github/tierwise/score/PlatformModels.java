package io.github.tierwise.score;

import io.github.tierwise.engagement.EngagementModel;
import io.github.tierwise.engagement.SizeCurve;
import io.github.tierwise.internal.Logs;
import io.github.tierwise.internal.Nullable;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Profile;
import java.io.Serializable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The engagement model of each platform, and its size curve where there is one. */
record PlatformModels(Map<Platform, EngagementModel> models, Map<Platform, SizeCurve> curves)
    implements Serializable {

  PlatformModels {
    models = copy(models);
    curves = copy(curves);
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

  private static <V> Map<Platform, V> copy(Map<Platform, V> map) {
    Map<Platform, V> copy = new EnumMap<>(Platform.class);
    copy.putAll(map);
    return Collections.unmodifiableMap(copy);
  }

  EngagementModel model(Profile profile) {
    return Objects.requireNonNull(models.get(profile.platform()), "model");
  }

  @Nullable
  SizeCurve curve(Profile profile) {
    return curves.get(profile.platform());
  }

  double engagements(Profile profile) {
    return model(profile).engagements(profile);
  }

  /** The account's own level: the binary logarithm of 1 + engagements a post. */
  double level(Profile profile) {
    return Logs.log2(1.0 + engagements(profile));
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

  boolean independentOfFollowers() {
    return models.values().stream().allMatch(model -> model.direction().neverPaysForFollowers());
  }
}
