package io.github.tierwise.cli.compare;

import io.github.tierwise.explain.Estimate;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.study.Agreement;
import io.github.tierwise.study.TierEngagement;
import io.github.tierwise.study.TierStudy.SizeSlope;
import io.github.tierwise.tier.Classification;
import io.github.tierwise.tier.Tier;
import io.github.tierwise.tier.TierPolicy;
import io.github.tierwise.tier.Unclassified;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;

/** Figures of a comparison as people read them; what is not defined is said so. */
final class Wording {

  /** What rates are of where posts were read. */
  static final String BY_POSTS = "by the level of posts where an account has some";

  private static final double ROUNDING = 1e-9;

  private Wording() {}

  static String coefficient(double value) {
    return Double.isNaN(value) ? "undefined" : String.format(Locale.ROOT, "%.2f", value);
  }

  /** With its interval; a 0 that could not be anything else has none. */
  static String coefficient(Estimate estimate) {
    boolean zero = Math.max(Math.abs(estimate.low()), Math.abs(estimate.high())) < ROUNDING;
    return zero ? "0 by arithmetic" : range(estimate, Wording::coefficient, "undefined");
  }

  static String rate(Estimate estimate) {
    return range(estimate, NumberText::percent, "unknown");
  }

  private static String range(Estimate estimate, DoubleFunction<String> unit, String unknown) {
    String low = unit.apply(estimate.low());
    String high = unit.apply(estimate.high());
    return estimate.isKnown()
        ? "%s (%s to %s)".formatted(unit.apply(estimate.value()), low, high)
        : unknown;
  }

  static String accounts(long count) {
    return NumberText.of(count, "account");
  }

  static String middleHalf(TierEngagement.Row row) {
    return NumberText.percent(row.lowerQuartile().value())
        + " to "
        + NumberText.percent(row.upperQuartile().value());
  }

  static String share(double value) {
    return Double.isNaN(value) ? "" : NumberText.percent(value);
  }

  static String contested(Comparison.Share share) {
    String some = NumberText.count(share.some());
    return "contested for %s of the accounts (%s of %s)"
        .formatted(NumberText.percent(share.value()), some, NumberText.count(share.all()));
  }

  /** How much of a top changes. */
  static String changed(double share) {
    return Double.isNaN(share) ? "nobody" : NumberText.percent(share);
  }

  static String platforms(List<Platform> platforms) {
    return platforms.stream().map(Platform::displayName).collect(Collectors.joining(", "));
  }

  static String ids(List<TierPolicy> definitions) {
    return definitions.stream().map(TierPolicy::id).collect(Collectors.joining(", "));
  }

  static String interval(double min, double max) {
    return Double.isInfinite(max)
        ? NumberText.count(min) + " and more"
        : NumberText.count(min) + " to below " + NumberText.count(max);
  }

  /** Such as {@code 10K to 1.5M}. */
  static String range(double min, double max) {
    return brief(min) + " to " + brief(max);
  }

  /** Such as {@code 10K} or {@code 1.5M}. */
  static String brief(double followers) {
    if (Double.isInfinite(followers)) {
      return "∞";
    }
    if (followers >= 1e6) {
      return NumberText.plain(Math.rint(followers / 1e4) / 100) + "M";
    }
    return followers >= 1e3
        ? NumberText.plain(Math.rint(followers / 10) / 100) + "K"
        : NumberText.plain(followers);
  }

  static String answer(Classification answer) {
    if (answer instanceof Unclassified none) {
      return switch (none.reason()) {
        case BELOW_FLOOR -> "no tier, below the lowest";
        case ABOVE_CEILING -> "no tier, above the highest";
        case IN_GAP -> "no tier, in a gap";
        case CANNOT_TELL -> "cannot tell";
      };
    }
    return answer.label();
  }

  /** The tier or, shorter, that there is none. */
  static String tier(Classification answer) {
    return answer instanceof Tier
        ? answer.label()
        : Comparison.cannotTell(answer) ? "cannot tell" : "no tier";
  }

  /** Why a kappa is not defined or cannot be but 0; empty if neither is so. */
  static String remark(Agreement agreement) {
    if (agreement.accounts() == 0) {
      return "there is no account that both can tell";
    }
    if (!agreement.kappa().isKnown()) {
      return agreement.both() > 0 ? "both call every account so" : "neither calls any account so";
    }
    return agreement.isOneSided()
        ? "it cannot be but 0 where one of the two calls all or no accounts so"
        : "";
  }

  static String claim(TierEngagement.Trend trend) {
    return switch (trend) {
      case FALLS -> "holds at every step";
      case FALLS_IN_PART -> "holds from the smallest to the largest accounts, not at every step";
      case NO_DIFFERENCE ->
          "is not seen: the smallest and the largest accounts do not differ clearly";
      case RISES -> "does not hold: the largest accounts engage more";
      case UNKNOWN -> "cannot be told: fewer than two groups have 10 known rates";
    };
  }

  static String slope(SizeSlope slope) {
    if (!slope.slope().isKnown()) {
      return "cannot be told: fewer than 10 accounts of different sizes have a known rate";
    }
    String text =
        "%s per doubling of followers, slope %s"
            .formatted(signed(Math.pow(2, slope.slope().value()) - 1), coefficient(slope.slope()));
    return slope.isSelection()
        ? text + "; so near -1 it is the mark of a list ranked by engagement, not of size"
        : text;
  }

  private static String signed(double change) {
    return (change >= 0 ? "+" : "-") + NumberText.percent(Math.abs(change));
  }
}
