package io.github.tierwise.score;

import io.github.tierwise.explain.Estimate;
import io.github.tierwise.internal.Checks;
import io.github.tierwise.internal.Nullable;
import io.github.tierwise.internal.Text;
import io.github.tierwise.tier.Classification;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The score of one account: a number from 0 to 100 with its range, its contributions, its tier, and
 * whether the account may be ranked.
 *
 * <p>The value is the sum of the contributions in their order, bit for bit. The range is the sum of
 * their lows and highs and so conservative: not all contributions are at their worst at once.
 *
 * <p>An account whose quote is in another currency than the brand's has no score: the estimate is
 * unknown, there are no contributions, and {@link #failures} say why.
 *
 * <p>This record is immutable, thread-safe and a value. {@link Scorer#score} makes it.
 *
 * @param id the account
 * @param estimate the score with its range; unknown if the account has none
 * @param contributions what the score is the sum of, in the order of the sum; empty if the account
 *     has no score
 * @param tier the account's tier by the definition in use, or the reason for having none; it is not
 *     part of the score
 * @param engagementRate the engagement rate by the model of the account's platform, a fraction: of
 *     a typical post at the level of its posts, each brought to full age, if they were read; else
 *     of the mean; NaN if unknown
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
    List<Flag> flags)
    implements Serializable {

  /**
   * What one criterion adds to a score, and why: a sentence that is made when it is first asked
   * for, so that a list of scores costs no sentences that nobody reads.
   *
   * <p>Instances are immutable, thread-safe and values.
   *
   * @since 0.1.0
   */
  public static final class Contribution implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String criterion;
    private final double points;
    private final double low;
    private final double high;
    private final double utility;
    private final double weight;
    private final boolean assumed;
    private final transient Supplier<String> sentence;

    /** Made at most once a thread, always the same. */
    private transient @Nullable String note;

    /**
     * A contribution with its sentence.
     *
     * @param criterion the name of the criterion
     * @param points what it adds, {@code points at most · utility}
     * @param low the least that it may add
     * @param high the most that it may add
     * @param utility the utility in [0, 1] that was used
     * @param weight the weight of the criterion, in points
     * @param assumed whether the utility is the criterion's neutral one
     * @param note why, in a sentence without a full stop
     */
    public Contribution(
        String criterion,
        double points,
        double low,
        double high,
        double utility,
        double weight,
        boolean assumed,
        String note) {
      this(criterion, points, low, high, utility, weight, assumed, () -> note);
      this.note = Objects.requireNonNull(note, "note");
    }

    /** A contribution whose sentence is made when it is asked for. */
    Contribution(
        String criterion,
        double points,
        double low,
        double high,
        double utility,
        double weight,
        boolean assumed,
        Supplier<String> sentence) {
      this.criterion = Objects.requireNonNull(criterion, "criterion");
      this.points = points;
      this.low = low;
      this.high = high;
      this.utility = utility;
      this.weight = weight;
      this.assumed = assumed;
      this.sentence = sentence;
    }

    /**
     * Which criterion it is.
     *
     * @return its name
     */
    public String criterion() {
      return criterion;
    }

    /**
     * What it adds.
     *
     * @return {@code points at most · utility}
     */
    public double points() {
      return points;
    }

    /**
     * The least that it may add.
     *
     * @return a number of points, at most {@link #points()}
     */
    public double low() {
      return low;
    }

    /**
     * The most that it may add.
     *
     * @return a number of points, at least {@link #points()}
     */
    public double high() {
      return high;
    }

    /**
     * The utility that was used.
     *
     * @return a number in [0, 1]
     */
    public double utility() {
      return utility;
    }

    /**
     * The weight of the criterion.
     *
     * @return a number of points, as in {@link Scorer#weights()}
     */
    public double weight() {
      return weight;
    }

    /**
     * Whether the utility is the criterion's neutral one, since an input is unknown.
     *
     * @return true if nothing is known
     */
    public boolean assumed() {
      return assumed;
    }

    /**
     * Why the utility is what it is, for people: what is known of the account, or what is missing.
     * The sentence that {@link Scorer#explain} has for the criterion's utility.
     *
     * @return a sentence without a full stop
     */
    public String note() {
      String known = note;
      if (known == null) {
        known = sentence.get();
        note = known;
      }
      return known;
    }

    /** Equal if numbers and sentence are equal. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Contribution that
          && criterion.equals(that.criterion)
          && Double.compare(points, that.points) == 0
          && Double.compare(low, that.low) == 0
          && Double.compare(high, that.high) == 0
          && Double.compare(utility, that.utility) == 0
          && Double.compare(weight, that.weight) == 0
          && assumed == that.assumed
          && note().equals(that.note());
    }

    @Override
    public int hashCode() {
      return Objects.hash(criterion, points, low, high, utility, weight, assumed);
    }

    /** As in {@code cost 12.4 (9.9 to 14.0): a post at 350 EUR takes 7% of the budget}. */
    @Override
    public String toString() {
      return "%s %s (%s to %s): %s"
          .formatted(
              criterion, Text.fixed(points, 1), Text.fixed(low, 1), Text.fixed(high, 1), note());
    }

    private Object writeReplace() {
      return new Form(criterion, points, low, high, utility, weight, assumed, note());
    }

    private void readObject(ObjectInputStream stream) throws InvalidObjectException {
      throw new InvalidObjectException("contribution must be read through its form");
    }

    /** The serial form, with the sentence. */
    private record Form(
        String criterion,
        double points,
        double low,
        double high,
        double utility,
        double weight,
        boolean assumed,
        String note)
        implements Serializable {

      private Object readResolve() throws InvalidObjectException {
        return Checks.read(
            "contribution",
            () -> new Contribution(criterion, points, low, high, utility, weight, assumed, note));
      }
    }
  }

  /**
   * Something to know about an account that is not part of its score.
   *
   * @param code a short fixed name for programs, such as {@code price-above-budget}
   * @param text a sentence for people
   * @since 0.1.0
   */
  public record Flag(String code, String text) implements Serializable {

    /** The code of the flag that a price is no quote but what is usual for the size. */
    public static final String PRICE_ESTIMATED = "price-estimated";

    /** The code of the gate that a post costs more than the budget. */
    public static final String PRICE_ABOVE_BUDGET = "price-above-budget";

    /** The code of the gate that a quote is in another currency than the brand's. */
    public static final String PRICE_IN_OTHER_CURRENCY = "price-in-other-currency";

    /** The code of the flag that nothing is known of an audience that a deal counts in part. */
    public static final String AUDIENCE_ASSUMED = "audience-assumed";

    /**
     * Checks that everything is said.
     *
     * @param code a short fixed name for programs
     * @param text a sentence for people
     */
    public Flag {
      Objects.requireNonNull(code, "code");
      Objects.requireNonNull(text, "text");
    }

    /** As in {@code price-above-budget: a post at 900 EUR is above the budget of 500 EUR}. */
    @Override
    public String toString() {
      return code + ": " + text;
    }
  }

  /**
   * Copies the lists and checks that the score is their sum.
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
   * @throws IllegalArgumentException if the estimate is not the sum of the contributions
   */
  public Score {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(estimate, "estimate");
    contributions = Checks.listOf(Contribution.class, contributions);
    Objects.requireNonNull(tier, "tier");
    failures = Checks.listOf(Flag.class, failures);
    flags = Checks.listOf(Flag.class, flags);
    Estimate sum = sum(contributions);
    boolean unscored = contributions.isEmpty() && !estimate.isKnown();
    if (!unscored && !sum.equals(estimate)) {
      throw new IllegalArgumentException(
          "estimate of %s must be the sum of its contributions, %s, was %s"
              .formatted(id, plain(sum), plain(estimate)));
    }
  }

  /** The sum in the order of the contributions, from zero: the order tells the bits. */
  static Estimate sum(List<Contribution> contributions) {
    double value = 0.0;
    double low = 0.0;
    double high = 0.0;
    for (Contribution contribution : contributions) {
      value += contribution.points();
      low += contribution.low();
      high += contribution.high();
    }
    return new Estimate(value, low, high);
  }

  private static String plain(Estimate estimate) {
    return "%s (%s to %s)"
        .formatted(
            Text.plain(estimate.value()), Text.plain(estimate.low()), Text.plain(estimate.high()));
  }

  /**
   * The score.
   *
   * @return a number from 0 to 100; NaN if the account has none
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
