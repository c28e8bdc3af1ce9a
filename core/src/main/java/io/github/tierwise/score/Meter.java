package io.github.tierwise.score;

import io.github.tierwise.engagement.EngagementModel;
import io.github.tierwise.engagement.SizeCurve;
import io.github.tierwise.internal.Checks;
import io.github.tierwise.internal.FriendAccess;
import io.github.tierwise.internal.Logs;
import io.github.tierwise.internal.MeanBased;
import io.github.tierwise.internal.Nullable;
import io.github.tierwise.internal.PiecewiseLine;
import io.github.tierwise.profile.Direction;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Profile;
import io.github.tierwise.profile.ProfileColumns;
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
 *
 * @param rates the engagement rate of each platform; empty if nobody asks for engagement
 * @param currency that of all prices; blank if nobody asks for prices
 * @param prices usual prices where there is no quote, if any are known
 */
record Meter(Map<Platform, Rate> rates, String currency, @Nullable PriceCurve prices)
    implements Serializable {

  /** Of those who ask for neither engagement nor prices. */
  static final Meter NONE = new Meter(Map.of(), "", null);

  /** An engagement rate, and what a size lets expect of it if that is known. */
  record Rate(EngagementModel model, @Nullable SizeCurve curve) implements Serializable {

    Rate {
      Objects.requireNonNull(model, "model");
      if (curve != null && !curve.formula().equals(model.formula())) {
        throw new IllegalArgumentException(
            "formula of the size curve for %s must be that of the model, \"%s\", was \"%s\""
                .formatted(curve.platform().displayName(), model.formula(), curve.formula()));
      }
    }

    /** Whether the account's level is that of a mean, so that nothing else need be asked. */
    boolean isMeanOnly(Profile profile) {
      return model instanceof MeanBased && profile.levelFormula().isEmpty();
    }

    /** Whether engagements need no look: those of a plug-in may be anything. */
    boolean isSumOfCounts() {
      return model instanceof MeanBased mean && mean.isSumOfCounts();
    }

    /** Returns engagements as they are; refuses what no post can have. */
    double checked(double engagements, Profile profile) {
      return isSumOfCounts()
          ? engagements
          : Checks.engagements(engagements, profile.id(), model.formula());
    }

    /** The interactions of a post that count. */
    double engagements(Profile profile) {
      return checked(model.engagements(profile), profile);
    }

    /** The level of an account for which not {@link #isMeanOnly}. */
    double level(Profile profile) {
      if (!isSumOfCounts() && !model.isFromPosts(profile)) {
        // A level may hide it: the logarithm of a negative number is unknown.
        engagements(profile);
      }
      return model.level(profile);
    }

    /** The curve's line, if there is a curve. */
    @Nullable
    PiecewiseLine line() {
      return curve == null ? null : FriendAccess.line(curve);
    }

    /**
     * The level that the size lets expect; NaN if no curve says it, or an unknown enters it.
     *
     * @param line what {@link #line} gives: whoever asks often keeps it
     */
    double expected(@Nullable PiecewiseLine line, double size, Profile profile) {
      if (line == null || curve == null) {
        return Double.NaN;
      }
      double level = line.at(size);
      return curve.denominator() == Measure.VIEWS
          ? Logs.log2(Math.max(profile.views(), 1.0)) + level
          : level;
    }
  }

  Meter {
    Objects.requireNonNull(currency, "currency");
    Map<Platform, Rate> copy = new EnumMap<>(Platform.class);
    // The type is checked too: a stream may hold anything.
    rates.forEach((platform, rate) -> copy.put(platform, Rate.class.cast(rate)));
    rates = Collections.unmodifiableMap(copy);
  }

  /** What is known of one account. */
  Signals measure(Profile profile) {
    return new Signals(this, profile);
  }

  /** The quoted price of a post; NaN if there is none, or nobody asks for prices. */
  private double asked(Profile profile) {
    return currency.isEmpty() ? Double.NaN : profile.price();
  }

  private boolean isOther(double quote, Profile profile) {
    return !Double.isNaN(quote) && !profile.currency().equals(currency);
  }

  /** Whether the quote is in another currency than is asked for: then no score can be made. */
  boolean isForeign(Profile profile) {
    return isOther(asked(profile), profile);
  }

  /** Whether {@link #isForeign} may be true of a row. */
  boolean isForeign(ProfileColumns columns) {
    return !currency.isEmpty()
        && columns.has(Measure.PRICE)
        && !columns.currency().equals(currency);
  }

  /** What is wrong with an account whose quote is in another currency. */
  String foreign(Profile profile) {
    return "price of %s must be in %s, the brand's currency, was %s"
        .formatted(profile.id(), currency, profile.currency());
  }

  /** The quoted price of a post; NaN if there is none that can be compared. */
  double quote(Profile profile) {
    double quote = asked(profile);
    return isOther(quote, profile) ? Double.NaN : quote;
  }

  /**
   * The price of a post: the quote, else what is usual for the size, else unknown. A quote in
   * another currency leaves it unknown: the usual price would be another than what was quoted.
   */
  double price(Profile profile, double size) {
    double quote = asked(profile);
    if (!Double.isNaN(quote)) {
      return isOther(quote, profile) ? Double.NaN : quote;
    }
    return prices == null ? Double.NaN : prices.priceAt(size);
  }

  /** The binary logarithm of the followers, at least 1 of them. */
  static double size(Profile profile) {
    return Logs.log2(Math.max(profile.followers(), 1.0));
  }

  /** What all models promise about followers. */
  Direction direction() {
    Direction weakest = Direction.INDEPENDENT;
    for (Rate rate : rates.values()) {
      if (rate.model.direction().compareTo(weakest) > 0) {
        weakest = rate.model.direction();
      }
    }
    return weakest;
  }

  /**
   * The names of what must be known on a platform for a level and, if that is asked for, for what
   * its size lets expect.
   */
  List<String> needs(Platform platform, boolean expectation) {
    Rate rate = rates.get(platform);
    List<String> needs = new ArrayList<>();
    if (rate != null && rate.model instanceof MeanBased standard) {
      needs.addAll(standard.needs());
    }
    if (expectation) {
      needs.add(Measure.FOLLOWERS.label());
      if (rate != null && rate.curve != null && rate.curve.denominator() == Measure.VIEWS) {
        needs.add(Measure.VIEWS.label());
      }
    }
    return needs;
  }
}
