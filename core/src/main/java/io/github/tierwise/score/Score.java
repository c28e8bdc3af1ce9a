package io.github.tierwise.score;

import io.github.tierwise.explain.Estimate;
import io.github.tierwise.tier.Classification;
import java.util.List;

/**
 * The score of one account: a number from 0 to 100 with its range, its contributions, its tier, and
 * whether the account may be ranked.
 *
 * <p>The value is the sum of the contributions in their order, bit for bit. The range is the sum of
 * their lows and highs and so conservative: not all contributions are at their worst at once.
 *
 * <p>This record is immutable, thread-safe and a value. {@link Scorer#score} makes it.
 *
 * @param id the account
 * @param estimate the score with its range
 * @param contributions what the score is the sum of, in the order of the sum
 * @param tier the account's tier by the definition in use, or the reason for having none; it is not
 *     part of the score
 * @param engagementRate the engagement rate by the model of the account's platform, a fraction: of
 *     a typical post if its posts were read, else of the mean; NaN if unknown
 * @param expectedRate the engagement rate that is expected for the account's size, a fraction; NaN
 *     if unknown
 * @param price the price of a post in the brand's currency: the quote, else what is usual for the
 *     size (flagged as estimated); NaN if unknown
 * @param costPerEngagement the price of a post by its engagements: of a typical post if its posts
 *     were read, else of the mean; infinite if nobody engages, NaN if unknown
 * @param failures why the account may not be ranked: the gates that it fails, in their order
 * @param flags what else to know, often empty: gates that cannot tell, an estimated price,
 *     engagement far above what is expected
 * @since 0.1.0
 */
public record Score(
    String id,
    Estimate estimate,
    List<Contribution> contributions,
    Classification tier,
    double engagementRate,
    double expectedRate,
    double price,
    double costPerEngagement,
    List<Flag> failures,
    List<Flag> flags) {

  /**
   * What one criterion adds to a score.
   *
   * @param criterion the name of the criterion
   * @param points what it adds, {@code points at most · utility}
   * @param low the least that it may add
   * @param high the most that it may add
   * @param utility the utility in [0, 1] that was used
   * @param weight the weight of the criterion, in points
   * @param assumed whether the utility is the criterion's neutral one, since an input is unknown
   * @since 0.1.0
   */
  public record Contribution(
      String criterion,
      double points,
      double low,
      double high,
      double utility,
      double weight,
      boolean assumed) {}

  /**
   * Something to know about an account that is not part of its score.
   *
   * @param code a short fixed name for programs, such as {@code price-above-budget}
   * @param text a sentence for people
   * @since 0.1.0
   */
  public record Flag(String code, String text) {

    /** The code of the flag that a price is no quote but what is usual for the size. */
    public static final String PRICE_ESTIMATED = "price-estimated";

    /** The code of the gate that a post costs more than the budget. */
    public static final String PRICE_ABOVE_BUDGET = "price-above-budget";

    /** The code of the flag that nothing is known of an audience that a deal counts in part. */
    public static final String AUDIENCE_ASSUMED = "audience-assumed";
  }

  /**
   * Copies the lists.
   *
   * @param id the account
   * @param estimate the score with its range
   * @param contributions what the score is the sum of
   * @param tier the account's tier, or the reason for having none
   * @param engagementRate a fraction
   * @param expectedRate a fraction
   * @param price the price of a post
   * @param costPerEngagement the price of a post by its engagements
   * @param failures the gates that it fails
   * @param flags what else to know
   */
  public Score {
    contributions = List.copyOf(contributions);
    failures = List.copyOf(failures);
    flags = List.copyOf(flags);
  }

  /**
   * The score.
   *
   * @return a number from 0 to 100
   */
  public double value() {
    return estimate.value();
  }

  /**
   * The lower end of the range.
   *
   * @return the sum of the contributions' lows
   */
  public double low() {
    return estimate.low();
  }

  /**
   * The upper end of the range.
   *
   * @return the sum of the contributions' highs
   */
  public double high() {
    return estimate.high();
  }

  /**
   * Whether the account passes every gate or none can tell that it does not. An account that is not
   * eligible is never ranked.
   *
   * @return true if there are no {@link #failures()}
   */
  public boolean eligible() {
    return failures.isEmpty();
  }

  /** As in {@code ana 68.4 (59.1 to 74.0), micro}. */
  @Override
  public String toString() {
    return "%s %s, %s%s".formatted(id, estimate, tier.label(), eligible() ? "" : ", not eligible");
  }
}
