package io.github.tierwise.score;

import io.github.tierwise.engagement.EngagementModel;
import io.github.tierwise.engagement.SizeCurve;
import io.github.tierwise.internal.Checks;
import io.github.tierwise.internal.FriendAccess;
import io.github.tierwise.internal.Logs;
import io.github.tierwise.internal.Nullable;
import io.github.tierwise.internal.PiecewiseLine;
import io.github.tierwise.internal.StandardLevel;
import io.github.tierwise.profile.Direction;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Profile;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Measures accounts: the only one that reads engagement models, size curves and prices. What it
 * finds are {@link Signals} of one account and a {@link SignalBlock} of many. Immutable.
 */
final class Meter implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Of those who ask for neither engagement nor prices. */
  static final Meter NONE = new Meter(Map.of(), Map.of(), "", null);

  /** What is asked of an account on one platform. */
  record Ruler(EngagementModel model, @Nullable SizeCurve curve, @Nullable PiecewiseLine line) {

    /** Whether a level without posts is that of the mean, so that nothing else need be asked. */
    boolean isMeanBased() {
      return model instanceof StandardLevel;
    }

    /** The level that the size lets expect; NaN if no curve or an unknown says it. */
    double expected(double size, Profile profile) {
      if (line == null || curve == null) {
        return Double.NaN;
      }
      return curve.denominator() == Measure.VIEWS
          ? Logs.log2(Math.max(profile.views(), 1.0)) + line.at(size)
          : line.at(size);
    }
  }

  private final transient Map<Platform, EngagementModel> models;
  private final transient Map<Platform, SizeCurve> curves;
  private final transient String currency;
  private final transient @Nullable PriceCurve prices;
  private final transient @Nullable Ruler[] rulers = new Ruler[Platform.values().length];

  /**
   * Binds models and curves.
   *
   * @param currency that of all prices; blank if nobody asks for them
   * @param prices usual prices where there is no quote, if any are known
   */
  Meter(
      Map<Platform, EngagementModel> models,
      Map<Platform, SizeCurve> curves,
      String currency,
      @Nullable PriceCurve prices) {
    this.models = copy(models, EngagementModel.class);
    this.curves = copy(curves, SizeCurve.class);
    this.currency = Objects.requireNonNull(currency, "currency");
    this.prices = prices;
    this.models.forEach(
        (platform, model) -> rulers[platform.ordinal()] = new Ruler(model, null, null));
    for (SizeCurve curve : this.curves.values()) {
      EngagementModel model = models.get(curve.platform());
      String formula = model == null ? "none" : model.formula();
      if (model == null || !curve.formula().equals(formula)) {
        throw new IllegalArgumentException(
            "formula of the size curve for %s must be that of the model, \"%s\", was \"%s\""
                .formatted(curve.platform().displayName(), formula, curve.formula()));
      }
      rulers[curve.platform().ordinal()] = new Ruler(model, curve, FriendAccess.line(curve));
    }
  }

  /** Checks the types too: a stream may hold anything. */
  private static <V> Map<Platform, V> copy(Map<Platform, V> map, Class<V> type) {
    Map<Platform, V> copy = new EnumMap<>(Platform.class);
    map.forEach(
        (platform, value) -> copy.put(platform, type.cast(Objects.requireNonNull(value, "model"))));
    return Collections.unmodifiableMap(copy);
  }

  /** What is known of one account. */
  Signals measure(Profile profile) {
    return new Signals(this, profile);
  }

  /** What is asked on a platform; null if nobody asks for engagement. */
  @Nullable
  Ruler ruler(Platform platform) {
    return rulers[platform.ordinal()];
  }

  Map<Platform, EngagementModel> models() {
    return models;
  }

  Map<Platform, SizeCurve> curves() {
    return curves;
  }

  /** The currency of all prices; blank if nobody asks for them. */
  String currency() {
    return currency;
  }

  /** Usual prices, where any are known. */
  @Nullable
  PriceCurve prices() {
    return prices;
  }

  /**
   * The measures without which a level is unknown on a platform and, if that is asked for, what its
   * size lets expect.
   */
  List<String> needs(Platform platform, boolean expectation) {
    Ruler ruler = rulers[platform.ordinal()];
    List<String> needs = new ArrayList<>();
    if (ruler != null && ruler.model() instanceof StandardLevel standard) {
      needs.addAll(standard.needs());
    }
    if (ruler != null && expectation && ruler.line() != null && ruler.curve() != null) {
      if (!ruler.line().isFlat()) {
        needs.add(Measure.FOLLOWERS.label());
      }
      if (ruler.curve().denominator() == Measure.VIEWS) {
        needs.add(Measure.VIEWS.label());
      }
    }
    return needs;
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

  /** Equal if models, curves and prices are equal. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Meter that && form().equals(that.form());
  }

  @Override
  public int hashCode() {
    return form().hashCode();
  }

  private Form form() {
    return new Form(models, curves, currency, prices);
  }

  private Object writeReplace() {
    return form();
  }

  private void readObject(ObjectInputStream stream) throws InvalidObjectException {
    throw new InvalidObjectException("meter must be read through its form");
  }

  /** The serial form: read back through the constructor, so that it is checked. */
  private record Form(
      Map<Platform, EngagementModel> models,
      Map<Platform, SizeCurve> curves,
      String currency,
      @Nullable PriceCurve prices)
      implements Serializable {

    private Object readResolve() throws InvalidObjectException {
      try {
        return new Meter(models, curves, currency, prices);
      } catch (RuntimeException e) {
        throw Checks.refused("meter", e);
      }
    }
  }
}
