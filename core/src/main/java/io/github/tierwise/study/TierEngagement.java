package io.github.tierwise.study;

import io.github.tierwise.explain.Estimate;
import io.github.tierwise.internal.Checks;
import io.github.tierwise.internal.Text;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.tier.Classification;
import io.github.tierwise.tier.TierPolicy;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * What one definition tells of engagement on one platform. {@link TierStudy#engagement} makes it.
 *
 * <p>This record is immutable, thread-safe and a value; it is serializable if the definition is.
 *
 * @param definition the definition
 * @param platform where all accounts here live
 * @param formula the name of the formula of the engagement rate
 * @param rows the answers that accounts have, from the fewest followers up: tiers, and whoever is
 *     below, in a gap or above them, since a definition of one tier tells that from the rest too;
 *     without the accounts of which the definition cannot tell
 * @param epsilonSquared how much of the ranks of the engagement rates the definition explains, by
 *     the groups of {@code rows}: epsilon squared of Kruskal and Wallis, {@code H / (n − 1)} (M.
 *     Tomczak and E. Tomczak, The need to report effect size estimates revisited, Trends in Sport
 *     Sciences 1(21), 2014), with {@code H = 12 / (n (n + 1)) · Σ nⱼ (r̄ⱼ − (n + 1) / 2)² / C} (W.
 *     H. Kruskal and W. A. Wallis, Use of ranks in one-criterion variance analysis, Journal of the
 *     American Statistical Association 47, 1952). Rates in the same bin of 1/32 of a doubling are
 *     tied, with their mean rank and the correction {@code C = 1 − Σ (t³ − t) / (n³ − n)}. From 0
 *     (the groups tell nothing) to 1; NaN if fewer than two of them have known rates or all rates
 *     are tied
 * @since 0.1.0
 */
public record TierEngagement(
    TierPolicy definition, Platform platform, String formula, List<Row> rows, double epsilonSquared)
    implements Serializable {

  /** A group with fewer rates says too little of a trend (own limit). */
  private static final int FEWEST = 10;

  /**
   * Engagement rates of the accounts with one answer: in a tier, or below, between or above the
   * tiers. Quantiles are taken from bins of 1/32 of a doubling and are within 1.1% of the account's
   * rate that they stand for; the intervals hold the population's quantile in about 95% of samples
   * (from order statistics: ranks {@code n p ± 1.96 √(n p (1 − p))}) and reach to the outer edges
   * of their bins.
   *
   * @param answer the tier, or why there is none
   * @param accounts accounts with this answer
   * @param rates accounts whose engagement rate is known
   * @param lowerQuartile the rate that a quarter of them does not exceed
   * @param median the rate that half of them does not exceed
   * @param upperQuartile the rate that three quarters of them do not exceed
   * @since 0.1.0
   */
  public record Row(
      Classification answer,
      long accounts,
      long rates,
      Estimate lowerQuartile,
      Estimate median,
      Estimate upperQuartile)
      implements Serializable {

    /**
     * Checks that everything is said.
     *
     * @param answer the tier, or why there is none
     * @param accounts accounts with this answer
     * @param rates accounts whose engagement rate is known
     * @param lowerQuartile the rate that a quarter of them does not exceed
     * @param median the rate that half of them does not exceed
     * @param upperQuartile the rate that three quarters of them do not exceed
     */
    public Row {
      Objects.requireNonNull(answer, "answer");
      Objects.requireNonNull(lowerQuartile, "lowerQuartile");
      Objects.requireNonNull(median, "median");
      Objects.requireNonNull(upperQuartile, "upperQuartile");
    }
  }

  /**
   * Whether "the more followers, the less engagement" holds from group to group.
   *
   * @since 0.1.0
   */
  public enum Trend {
    /** The median falls or stays at every step, and from the smallest to the largest clearly. */
    FALLS,
    /** The largest is clearly below the smallest, but the median rises at some step. */
    FALLS_IN_PART,
    /** The intervals of the smallest and the largest overlap. */
    NO_DIFFERENCE,
    /** The largest is clearly above the smallest. */
    RISES,
    /** Fewer than two of the groups have at least 10 known rates (own limit). */
    UNKNOWN
  }

  /**
   * Copies the list.
   *
   * @param definition the definition
   * @param platform where all accounts here live
   * @param formula the name of the formula of the engagement rate
   * @param rows the answers that accounts have
   * @param epsilonSquared how much the definition explains
   */
  public TierEngagement {
    Objects.requireNonNull(definition, "definition");
    Objects.requireNonNull(platform, "platform");
    Objects.requireNonNull(formula, "formula");
    rows = Checks.listOf(Row.class, rows);
  }

  /**
   * Whether the larger accounts engage less, by the medians and their intervals. A list that was
   * ranked by engagement falls by its making: see {@link TierStudy.SizeSlope#isSelection()}.
   *
   * @return the trend over {@link #rows()} with at least 10 known rates
   */
  public Trend trend() {
    List<Row> known = rows.stream().filter(row -> row.rates() >= FEWEST).toList();
    if (known.size() < 2) {
      return Trend.UNKNOWN;
    }
    boolean falls = true;
    for (int i = 1; i < known.size(); i++) {
      falls &= known.get(i).median().value() <= known.get(i - 1).median().value();
    }
    Estimate smallest = known.get(0).median();
    Estimate largest = known.get(known.size() - 1).median();
    if (largest.high() < smallest.low()) {
      return falls ? Trend.FALLS : Trend.FALLS_IN_PART;
    }
    return largest.low() > smallest.high() ? Trend.RISES : Trend.NO_DIFFERENCE;
  }

  /** The definition, the effect and the trend. */
  @Override
  public String toString() {
    return "%s on %s: epsilon squared %s, %s"
        .formatted(
            definition.id(),
            platform.displayName(),
            Double.isNaN(epsilonSquared) ? "undefined" : Text.fixed(epsilonSquared, 3),
            trend());
  }
}
