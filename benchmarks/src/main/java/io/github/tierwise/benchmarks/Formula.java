package io.github.tierwise.benchmarks;

import io.github.tierwise.score.PriceCurve;
import io.github.tierwise.score.Scorer;
import io.github.tierwise.tier.Classification;
import io.github.tierwise.tier.Tier;
import io.github.tierwise.tier.Unclassified;
import java.util.List;

/**
 * What the default scorer computes for {@link Workload}, written down once for all contenders: the
 * constants, taken from the library where it shows them, and the plain formula with {@link Math}.
 *
 * <p>That none of this drifts from the library is what the verification before every run is for.
 */
final class Formula {

  private static final double LN2 = Math.log(2);

  static final double BUDGET = 5_000;
  static final double SPAN = 3;
  static final double BELIEVED = 0.8;
  static final double PRIOR_CONVERSIONS = 2;
  static final double PRIOR_CLICKS = 100;
  static final double LOWEST_CONVERSION = log2(0.0025);
  static final double HIGHEST_CONVERSION = log2(0.16);
  static final double FEWEST_ENGAGED = log2(10);
  static final double MOST_ENGAGED = log2(1e7);
  static final double LEAST_COVERAGE = 0.05;
  static final double NEUTRAL = 0.5;
  static final double NEUTRAL_AUDIENCE = 1.0 / 6;

  /** Gates of a ranking. */
  static final double LEAST_ENGAGEMENTS = 30;

  /** What each criterion contributes at utility 1. */
  static final double ENGAGEMENT;

  static final double CONVERSION;
  static final double FIT;
  static final double COST;
  static final double AUDIENCE;

  /** The usual price: {@code max(FLOOR, AT_THOUSAND * (followers / 1000) ^ EXPONENT)}. */
  static final double PRICE_FLOOR = PriceCurve.published().floor();

  static final double PRICE_AT_THOUSAND = PriceCurve.published().atThousand();
  static final double PRICE_EXPONENT = PriceCurve.published().exponent();
  static final double LOG_THOUSAND = log2(1_000);

  /** The size curve, binary logarithms: followers at the knots, engagements there, and slopes. */
  static final double[] SIZES = new double[4];

  static final double[] LEVELS = new double[4];
  static final double[] SLOPES = new double[4];

  /** Where the tiers start; a tier's number is its place here. */
  static final double[] TIERS;

  static final int BELOW_TIERS;
  static final int TIER_UNKNOWN;

  static {
    Scorer scorer = Workload.scorer();
    double[] points = scorer.weights().stream().mapToDouble(Scorer.Weight::points).toArray();
    double all = 0;
    for (double point : points) {
      all += point;
    }
    ENGAGEMENT = 100 * points[0] / all;
    CONVERSION = 100 * points[1] / all;
    FIT = 100 * points[2] / all;
    COST = 100 * points[3] / all;
    AUDIENCE = 100 * points[4] / all;

    double[] followers = {1_000, 10_000, 100_000, 1_000_000};
    double[] rates = {0.064, 0.025, 0.0145, 0.0145};
    for (int i = 0; i < SIZES.length; i++) {
      SIZES[i] = log2(followers[i]);
      LEVELS[i] = log2(rates[i]) + SIZES[i];
      if (i > 0) {
        SLOPES[i - 1] = (LEVELS[i] - LEVELS[i - 1]) / (SIZES[i] - SIZES[i - 1]);
      }
    }
    SLOPES[3] = SLOPES[2];

    List<Classification> outcomes = scorer.tiers().outcomes();
    TIERS =
        outcomes.stream()
            .filter(Tier.class::isInstance)
            .mapToDouble(tier -> ((Tier) tier).min())
            .toArray();
    BELOW_TIERS = positionOf(Unclassified.Reason.BELOW_FLOOR, outcomes);
    TIER_UNKNOWN = positionOf(Unclassified.Reason.CANNOT_TELL, outcomes);
  }

  private Formula() {}

  private static int positionOf(Unclassified.Reason reason, List<Classification> outcomes) {
    for (int i = 0; i < outcomes.size(); i++) {
      if (outcomes.get(i) instanceof Unclassified none && none.reason() == reason) {
        return i;
      }
    }
    throw new IllegalStateException("outcomes must have " + reason + ", was " + outcomes);
  }

  /** The constants as the C reference reads them. */
  static double[] constants() {
    return new double[] {
      ENGAGEMENT,
      CONVERSION,
      FIT,
      COST,
      AUDIENCE,
      BELIEVED,
      SPAN,
      PRIOR_CONVERSIONS,
      PRIOR_CLICKS,
      LOWEST_CONVERSION,
      HIGHEST_CONVERSION,
      FEWEST_ENGAGED,
      MOST_ENGAGED,
      LEAST_COVERAGE,
      NEUTRAL,
      NEUTRAL_AUDIENCE,
      BUDGET,
      PRICE_FLOOR,
      PRICE_AT_THOUSAND,
      PRICE_EXPONENT,
      LOG_THOUSAND,
      SIZES[1],
      SIZES[2],
      SIZES[3],
      SIZES[0],
      LEVELS[0],
      LEVELS[1],
      LEVELS[2],
      LEVELS[3],
      SLOPES[0],
      SLOPES[1],
      SLOPES[2],
      SLOPES[3],
      TIERS[0],
      TIERS[1],
      TIERS[2],
      TIERS[3],
      TIERS[4],
      TIERS[5],
      BELOW_TIERS,
      TIER_UNKNOWN
    };
  }

  static double log2(double x) {
    return Math.log(x) / LN2;
  }

  static double engagements(double likes, double comments) {
    return Double.isNaN(comments) ? likes : likes + comments;
  }

  /** Binary logarithm of the followers. */
  static double size(double followers) {
    return log2(followers < 1 ? 1 : followers);
  }

  /** Binary logarithm of the engagements that an account of the size is expected to have. */
  static double expectedLevel(double size) {
    int i = size >= SIZES[2] ? size >= SIZES[3] ? 3 : 2 : size >= SIZES[1] ? 1 : 0;
    return LEVELS[i] + SLOPES[i] * (size - SIZES[i]);
  }

  static double expectedRate(double size) {
    return Math.pow(2, expectedLevel(size) - size);
  }

  /** The quote, else what is usual for the size. */
  static double price(double quote, double size) {
    if (!Double.isNaN(quote)) {
      return quote;
    }
    double price = PRICE_AT_THOUSAND * Math.pow(2, PRICE_EXPONENT * (size - LOG_THOUSAND));
    return price < PRICE_FLOOR ? PRICE_FLOOR : price;
  }

  static int tier(double followers) {
    if (Double.isNaN(followers)) {
      return TIER_UNKNOWN;
    }
    int tier = TIERS.length - 1;
    while (tier >= 0 && followers < TIERS[tier]) {
      tier--;
    }
    return tier < 0 ? BELOW_TIERS : tier;
  }

  private static double scale(double x, double from, double to, double unknown) {
    if (Double.isNaN(x)) {
      return unknown;
    }
    double utility = (x - from) / (to - from);
    return utility < 0 ? 0 : utility > 1 ? 1 : utility;
  }

  private static double coverage(double share) {
    return Double.isNaN(share) ? NEUTRAL : share < LEAST_COVERAGE ? LEAST_COVERAGE : share;
  }

  static double score(
      double engagements,
      double size,
      double clicks,
      double conversions,
      double price,
      double vegan,
      double germany) {
    double level = log2(1 + engagements);
    double rate = (conversions + PRIOR_CONVERSIONS) / (clicks + PRIOR_CLICKS);
    double excess = BELIEVED * (level - expectedLevel(size));
    return ENGAGEMENT * scale(excess, -SPAN, SPAN, NEUTRAL)
        + CONVERSION * scale(log2(rate), LOWEST_CONVERSION, HIGHEST_CONVERSION, NEUTRAL)
        + FIT * Math.sqrt(coverage(vegan) * coverage(germany))
        + COST * scale(price, BUDGET, 0, NEUTRAL)
        + AUDIENCE * scale(level, FEWEST_ENGAGED, MOST_ENGAGED, NEUTRAL_AUDIENCE);
  }

  /** All five outputs of one row. */
  static void store(
      double followers,
      double likes,
      double comments,
      double clicks,
      double conversions,
      double quote,
      double vegan,
      double germany,
      Outputs out,
      int row) {
    double engagements = engagements(likes, comments);
    double size = size(followers);
    double price = price(quote, size);
    out.scores()[row] = score(engagements, size, clicks, conversions, price, vegan, germany);
    out.tiers()[row] = tier(followers);
    out.engagementRates()[row] = engagements / followers;
    out.expectedRates()[row] = expectedRate(size);
    out.costsPerEngagement()[row] = price / engagements;
  }
}
