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
 * <p>Instances are immutable and thread-safe. {@link Scorer#score} makes them.
 *
 * @since 0.1.0
 */
public final class Score {

  /**
   * What one criterion adds to a score.
   *
   * @param criterion the name of the criterion
   * @param points what it adds, {@code share · utility}
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
  public record Flag(String code, String text) {}

  private final String id;
  private final Estimate estimate;
  private final List<Contribution> contributions;
  private final Classification tier;
  private final double engagementRate;
  private final double expectedRate;
  private final double price;
  private final double costPerEngagement;
  private final List<Flag> failures;
  private final List<Flag> flags;

  Score(
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
    this.id = id;
    this.estimate = estimate;
    this.contributions = List.copyOf(contributions);
    this.tier = tier;
    this.engagementRate = engagementRate;
    this.expectedRate = expectedRate;
    this.price = price;
    this.costPerEngagement = costPerEngagement;
    this.failures = List.copyOf(failures);
    this.flags = List.copyOf(flags);
  }

  /**
   * The account.
   *
   * @return its id
   */
  public String id() {
    return id;
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
   * The score with its range.
   *
   * @return value, low and high
   */
  public Estimate estimate() {
    return estimate;
  }

  /**
   * What the score is the sum of.
   *
   * @return an unmodifiable list in the order of the sum
   */
  public List<Contribution> contributions() {
    return contributions;
  }

  /**
   * The account's tier by the definition in use. It is not part of the score.
   *
   * @return a tier, or the reason for having none
   */
  public Classification tier() {
    return tier;
  }

  /**
   * The engagement rate by the model of the account's platform: of a typical post if its posts were
   * read, else of the mean.
   *
   * @return a fraction, or NaN if unknown
   */
  public double engagementRate() {
    return engagementRate;
  }

  /**
   * The engagement rate that is expected for the account's size.
   *
   * @return a fraction, or NaN if unknown
   */
  public double expectedRate() {
    return expectedRate;
  }

  /**
   * The price of a post: the quote, else what is usual for the size (flagged as estimated).
   *
   * @return an amount in the brand's currency, or NaN if unknown
   */
  public double price() {
    return price;
  }

  /**
   * The price of a post by its engagements: of a typical post if its posts were read, else of the
   * mean.
   *
   * @return an amount in the brand's currency, infinite if nobody engages, NaN if unknown
   */
  public double costPerEngagement() {
    return costPerEngagement;
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

  /**
   * Why the account may not be ranked.
   *
   * @return the gates that it fails, in their order; empty if it is eligible
   */
  public List<Flag> failures() {
    return failures;
  }

  /**
   * What else to know: gates that cannot tell, an estimated price, engagement far above what is
   * expected.
   *
   * @return an unmodifiable list, often empty
   */
  public List<Flag> flags() {
    return flags;
  }

  /** As in {@code ana 68.4 (59.1 to 74.0), micro}. */
  @Override
  public String toString() {
    return "%s %s, %s%s".formatted(id, estimate, tier.label(), eligible() ? "" : ", not eligible");
  }
}
