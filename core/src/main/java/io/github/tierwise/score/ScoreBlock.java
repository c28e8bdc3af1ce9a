package io.github.tierwise.score;

import io.github.tierwise.explain.Estimate;
import io.github.tierwise.internal.Gaps;
import io.github.tierwise.internal.Nullable;
import io.github.tierwise.profile.Profile;
import io.github.tierwise.profile.ProfileColumns;
import io.github.tierwise.tier.Classification;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A block of scored rows, as {@link Scorer#forEachBlock} and {@link Scorer#collect} hand it out.
 * The same object is used for block after block: take out what is needed, do not keep it.
 *
 * <p>Rows are counted from 0 to {@code size() - 1} within the block; row i of the block is row
 * {@code firstRow() + i} of the columns. An output that was not asked for cannot be read. Not
 * thread-safe.
 *
 * @since 0.1.0
 */
public final class ScoreBlock {

  private final Scorer scorer;
  private final Inputs inputs;
  private final double[] utilities = new double[Inputs.CAPACITY];
  private final Gaps gaps = new Gaps(Inputs.CAPACITY);
  private final double[] scores = new double[Inputs.CAPACITY];
  private final double[][] contributions;
  private final int[] failures = new int[Inputs.CAPACITY];
  private double @Nullable [] lows;
  private double @Nullable [] highs;
  private int @Nullable [] tiers;
  private double @Nullable [] rates;
  private double @Nullable [] expectedRates;
  private double @Nullable [] costs;
  private Set<Output> asked = EnumSet.noneOf(Output.class);

  ScoreBlock(Scorer scorer, Inputs inputs) {
    this.scorer = scorer;
    this.inputs = inputs;
    contributions = new double[scorer.criteria().size()][];
  }

  /** Computes what is asked for of rows {@code start} to before {@code end}. */
  void compute(ProfileColumns columns, int start, int end, Set<Output> outputs) {
    inputs.load(columns, start, end);
    asked = outputs;
    int n = inputs.rows();
    if (outputs.contains(Output.SCORE) || outputs.contains(Output.CONTRIBUTIONS)) {
      score();
    }
    if (outputs.contains(Output.INTERVAL)) {
      lows = orNew(lows);
      highs = orNew(highs);
      addEnds(lows, highs);
    }
    if (outputs.contains(Output.TIER)) {
      tiers = tiers == null ? new int[Inputs.CAPACITY] : tiers;
      scorer.tiers().classify(columns, start, end, tiers, 0);
    }
    if (outputs.contains(Output.ELIGIBILITY)) {
      Arrays.fill(failures, 0, n, -1);
      List<Gate> gates = scorer.gates();
      for (int i = 0; i < gates.size(); i++) {
        gates.get(i).mark(inputs, failures, i);
      }
    }
    if (outputs.contains(Output.ENGAGEMENT_RATE)) {
      rates = orNew(rates);
      inputs.rates(rates);
    }
    if (outputs.contains(Output.EXPECTED_RATE)) {
      expectedRates = orNew(expectedRates);
      inputs.expectedRates(expectedRates);
    }
    if (outputs.contains(Output.COST_PER_ENGAGEMENT)) {
      costs = orNew(costs);
      Inputs.divide(inputs.prices(), inputs.engagements(), costs, n);
    }
  }

  private static double[] orNew(double @Nullable [] array) {
    return array == null ? new double[Inputs.CAPACITY] : array;
  }

  /** Criterion by criterion, added in their order as for a single profile. */
  private void score() {
    int n = inputs.rows();
    boolean each = asked.contains(Output.CONTRIBUTIONS);
    Arrays.fill(scores, 0, n, 0.0);
    for (int i = 0; i < contributions.length; i++) {
      double share = scorer.share(i);
      double neutral = scorer.neutral(i);
      utilities(scorer.criterion(i), n);
      gaps.put(neutral, utilities);
      if (each) {
        contributions[i] = orNew(contributions[i]);
        Arrays.fill(contributions[i], 0, n, 0.0);
        Inputs.addWeighted(share, utilities, contributions[i], n);
      }
      Inputs.addWeighted(share, utilities, scores, n);
    }
  }

  private void utilities(Criterion criterion, int n) {
    if (criterion instanceof BlockCriterion standard) {
      standard.utilities(inputs, utilities, gaps);
    } else {
      criterion.utilities(inputs.columns(), inputs.from(), inputs.from() + n, utilities, 0);
      check(criterion, n);
      gaps.find(utilities, n);
    }
  }

  private void check(Criterion criterion, int n) {
    for (int i = 0; i < n; i++) {
      double utility = utilities[i];
      if (utility < 0 || utility > 1) {
        Scorer.checked(utility, criterion, inputs.profile(i));
      }
    }
  }

  private void addEnds(double[] low, double[] high) {
    for (int row = 0; row < inputs.rows(); row++) {
      Estimate ends = scorer.interval(inputs.profile(row));
      low[row] = ends.low();
      high[row] = ends.high();
    }
  }

  /** Lets go of the columns, so that a block that waits for its next use keeps nothing alive. */
  void clear() {
    inputs.clear();
  }

  double[] scores() {
    return scores;
  }

  /** For each row the position of the gate that it fails first, or -1. */
  int[] failures() {
    return failures;
  }

  /**
   * The row of the columns that is row 0 of this block.
   *
   * @return a row
   */
  public int firstRow() {
    return inputs.from();
  }

  /**
   * How many rows there are.
   *
   * @return at least 1
   */
  public int size() {
    return inputs.rows();
  }

  /**
   * The account of a row: a view that the next call moves on.
   *
   * @param i from 0 to {@code size() - 1}
   * @return the account; it must not be kept
   */
  public Profile profile(int i) {
    return inputs.profile(checked(i));
  }

  /**
   * The score of a row.
   *
   * @param i from 0 to {@code size() - 1}
   * @return a number from 0 to 100
   */
  public double score(int i) {
    ask(Output.SCORE);
    return scores[checked(i)];
  }

  /**
   * The lower end of a score's range.
   *
   * @param i from 0 to {@code size() - 1}
   * @return the sum of the contributions' lows
   */
  public double low(int i) {
    return asked(Output.INTERVAL, lows)[checked(i)];
  }

  /**
   * The upper end of a score's range.
   *
   * @param i from 0 to {@code size() - 1}
   * @return the sum of the contributions' highs
   */
  public double high(int i) {
    return asked(Output.INTERVAL, highs)[checked(i)];
  }

  /**
   * What a criterion adds to the score of a row.
   *
   * @param criterion its position in {@link Scorer#criteria()}
   * @param i from 0 to {@code size() - 1}
   * @return points; summed in the order of the criteria they are the score, bit for bit
   */
  public double contribution(int criterion, int i) {
    return asked(Output.CONTRIBUTIONS, contributions[criterion])[checked(i)];
  }

  /**
   * The tier of a row by the definition in use.
   *
   * @param i from 0 to {@code size() - 1}
   * @return a tier, or the reason for having none
   */
  public Classification tier(int i) {
    return scorer.tiers().outcomes().get(tierPosition(i));
  }

  /**
   * The tier of a row as a number.
   *
   * @param i from 0 to {@code size() - 1}
   * @return the position of {@link #tier} in the outcomes of {@link Scorer#tiers()}
   */
  public int tierPosition(int i) {
    return asked(Output.TIER, tiers)[checked(i)];
  }

  /**
   * Whether a row passes every gate or none can tell that it does not.
   *
   * @param i from 0 to {@code size() - 1}
   * @return true if it may be ranked
   */
  public boolean eligible(int i) {
    ask(Output.ELIGIBILITY);
    return failures[checked(i)] < 0;
  }

  /**
   * The engagement rate of a row.
   *
   * @param i from 0 to {@code size() - 1}
   * @return a fraction, or NaN if unknown
   */
  public double engagementRate(int i) {
    return asked(Output.ENGAGEMENT_RATE, rates)[checked(i)];
  }

  /**
   * The engagement rate that is expected for a row's size.
   *
   * @param i from 0 to {@code size() - 1}
   * @return a fraction, or NaN if unknown
   */
  public double expectedRate(int i) {
    return asked(Output.EXPECTED_RATE, expectedRates)[checked(i)];
  }

  /**
   * The price of a row's post: the quote, else what is usual for the size.
   *
   * @param i from 0 to {@code size() - 1}
   * @return an amount in the brand's currency, or NaN if unknown
   */
  public double price(int i) {
    ask(Output.PRICE);
    return inputs.prices()[checked(i)];
  }

  /**
   * The price of a row's post by its engagements.
   *
   * @param i from 0 to {@code size() - 1}
   * @return an amount in the brand's currency, infinite if nobody engages, NaN if unknown
   */
  public double costPerEngagement(int i) {
    return asked(Output.COST_PER_ENGAGEMENT, costs)[checked(i)];
  }

  double[] array(Output output) {
    return switch (output) {
      case SCORE -> scores;
      case ENGAGEMENT_RATE -> asked(output, rates);
      case EXPECTED_RATE -> asked(output, expectedRates);
      case PRICE -> inputs.prices();
      case COST_PER_ENGAGEMENT -> asked(output, costs);
      default -> throw new AssertionError(output);
    };
  }

  double[] lows() {
    return asked(Output.INTERVAL, lows);
  }

  double[] highs() {
    return asked(Output.INTERVAL, highs);
  }

  double[] contributions(int criterion) {
    return asked(Output.CONTRIBUTIONS, contributions[criterion]);
  }

  int[] tierPositions() {
    return asked(Output.TIER, tiers);
  }

  private int checked(int i) {
    return Objects.checkIndex(i, inputs.rows());
  }

  private <T> T asked(Output output, @Nullable T array) {
    ask(output);
    return Objects.requireNonNull(array);
  }

  private void ask(Output output) {
    if (!asked.contains(output)) {
      throw new IllegalStateException(
          "output must be one of %s, which were asked for, was %s".formatted(asked, output));
    }
  }
}
