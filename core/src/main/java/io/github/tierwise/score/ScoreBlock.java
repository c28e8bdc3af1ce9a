package io.github.tierwise.score;

import io.github.tierwise.explain.Estimate;
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

  private final ScoreFormula formula;
  private final SignalBlock signals;
  private final Utilities utilities = new Utilities();
  private final double[] scores = new double[SignalBlock.CAPACITY];
  private final double[] lows = new double[SignalBlock.CAPACITY];
  private final double[] highs = new double[SignalBlock.CAPACITY];
  private final int[] failures = new int[SignalBlock.CAPACITY];
  private final int[] tiers = new int[SignalBlock.CAPACITY];
  private final double[] rates = new double[SignalBlock.CAPACITY];
  private final double[] expectedRates = new double[SignalBlock.CAPACITY];
  private final double[] costs = new double[SignalBlock.CAPACITY];
  private double @Nullable [][] byCriterion;
  private Set<Output> asked = EnumSet.noneOf(Output.class);

  ScoreBlock(ScoreFormula formula) {
    this.formula = formula;
    signals = new SignalBlock(formula.meter());
  }

  /** Computes what is asked for of rows {@code start} to before {@code end}. */
  void compute(ProfileColumns columns, int start, int end, Set<Output> outputs) {
    signals.load(columns, start, end);
    asked = outputs;
    int n = signals.rows();
    boolean ranged = outputs.contains(Output.INTERVAL);
    boolean each = outputs.contains(Output.UTILITIES);
    if (ranged || each || outputs.contains(Output.SCORE)) {
      score(ranged, each);
    }
    if (outputs.contains(Output.TIER)) {
      formula.tiers().classify(columns, start, end, tiers, 0);
    }
    if (outputs.contains(Output.ELIGIBILITY)) {
      Arrays.fill(failures, 0, n, -1);
      List<Gate> gates = formula.gates();
      for (int i = 0; i < gates.size(); i++) {
        gates.get(i).mark(signals, failures, i);
      }
    }
    if (outputs.contains(Output.ENGAGEMENT_RATE)) {
      signals.rates(rates);
    }
    if (outputs.contains(Output.EXPECTED_RATE)) {
      signals.expectedRates(expectedRates);
    }
    if (outputs.contains(Output.COST_PER_ENGAGEMENT)) {
      SignalBlock.divide(signals.prices(), signals.engagements(), costs, n);
    }
    if (outputs.contains(Output.PRICE)) {
      signals.prices();
    }
  }

  /** Criterion by criterion, added in their order as for a single account. */
  private void score(boolean ranged, boolean each) {
    int n = signals.rows();
    utilities.ranged = ranged;
    Arrays.fill(scores, 0, n, 0.0);
    if (ranged) {
      Arrays.fill(lows, 0, n, 0.0);
      Arrays.fill(highs, 0, n, 0.0);
    }
    for (int i = 0; i < formula.size(); i++) {
      double most = formula.pointsAtMost(i);
      compute(formula.criterion(i), n);
      if (each) {
        keep(i, n);
      }
      utilities.gaps.put(formula.neutral(i), utilities.values);
      addWeighted(most, utilities.values, scores, n);
      if (ranged) {
        // Of the unknown, everything is possible.
        utilities.gaps.put(0.0, utilities.lows, 1.0, utilities.highs);
        addWeighted(most, utilities.lows, lows, n);
        addWeighted(most, utilities.highs, highs, n);
      }
    }
    if (signals.mayBeForeign()) {
      unscore(n);
    }
  }

  /** Takes the scores back of rows whose quotes are in another currency. */
  private void unscore(int n) {
    for (int i = 0; i < n; i++) {
      if (signals.isForeign(i)) {
        scores[i] = Double.NaN;
        lows[i] = Double.NaN;
        highs[i] = Double.NaN;
      }
    }
  }

  private static void addWeighted(double weight, double[] x, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] += weight * x[i];
    }
  }

  private void compute(Criterion criterion, int n) {
    if (criterion instanceof StandardCriterion standard) {
      standard.utilities(signals, utilities);
      return;
    }
    double[] values = utilities.values;
    criterion.utilities(signals.columns(), signals.from(), signals.from() + n, values, 0);
    for (int i = 0; i < n; i++) {
      if (values[i] < 0 || values[i] > 1) {
        ScoreFormula.checked(values[i], criterion, signals.profile(i));
      }
    }
    utilities.gaps.find(values, n);
    for (int i = 0; i < n && utilities.ranged; i++) {
      Estimate estimate = ScoreFormula.estimate(criterion, signals.profile(i));
      utilities.lows[i] = estimate.low();
      utilities.highs[i] = estimate.high();
    }
  }

  /** Keeps the utilities of a criterion, NaN where they are unknown. */
  private void keep(int i, int n) {
    if (byCriterion == null) {
      byCriterion = new double[formula.size()][SignalBlock.CAPACITY];
    }
    System.arraycopy(utilities.values, 0, byCriterion[i], 0, n);
    utilities.gaps.put(Double.NaN, byCriterion[i]);
  }

  /** Lets go of the columns, so that a block that waits for its next use keeps nothing alive. */
  void clear() {
    signals.clear();
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
    return signals.from();
  }

  /**
   * How many rows there are.
   *
   * @return at least 1
   */
  public int size() {
    return signals.rows();
  }

  /**
   * The account of a row: a view that the next call moves on.
   *
   * @param i from 0 to {@code size() - 1}
   * @return the account; it must not be kept
   */
  public Profile profile(int i) {
    return signals.profile(checked(i));
  }

  /**
   * The score of a row.
   *
   * @param i from 0 to {@code size() - 1}
   * @return a number from 0 to 100; NaN if its quote is in another currency than the brand's
   */
  public double score(int i) {
    return array(Output.SCORE)[checked(i)];
  }

  /**
   * The lower end of a score's range.
   *
   * @param i from 0 to {@code size() - 1}
   * @return the sum of the contributions' lows; NaN if there is no score
   */
  public double low(int i) {
    return lows()[checked(i)];
  }

  /**
   * The upper end of a score's range.
   *
   * @param i from 0 to {@code size() - 1}
   * @return the sum of the contributions' highs; NaN if there is no score
   */
  public double high(int i) {
    return highs()[checked(i)];
  }

  /**
   * The utility of a row by a criterion.
   *
   * @param criterion its position in {@link Scorer#criteria()}
   * @param i from 0 to {@code size() - 1}
   * @return a number in [0, 1], or NaN if unknown, where the score takes the neutral utility
   */
  public double utility(int criterion, int i) {
    return utilities(criterion)[checked(i)];
  }

  /**
   * The tier of a row by the definition in use.
   *
   * @param i from 0 to {@code size() - 1}
   * @return a tier, or the reason for having none
   */
  public Classification tier(int i) {
    return formula.tiers().outcomes().get(tierPosition(i));
  }

  /**
   * The tier of a row as a number.
   *
   * @param i from 0 to {@code size() - 1}
   * @return the position of {@link #tier} in the outcomes of {@link Scorer#tiers()}
   */
  public int tierPosition(int i) {
    return tierPositions()[checked(i)];
  }

  /**
   * Whether a row passes every gate or none can tell that it does not.
   *
   * @param i from 0 to {@code size() - 1}
   * @return true if it may be ranked
   */
  public boolean eligible(int i) {
    return asked(Output.ELIGIBILITY, failures)[checked(i)] < 0;
  }

  /**
   * The gate that a row fails first, for {@link Output#ELIGIBILITY}.
   *
   * @param i from 0 to {@code size() - 1}
   * @return its position in {@link Scorer#gates()}, or -1 if the row may be ranked
   */
  public int failure(int i) {
    return asked(Output.ELIGIBILITY, failures)[checked(i)];
  }

  /**
   * The engagement rate of a row.
   *
   * @param i from 0 to {@code size() - 1}
   * @return a fraction, or NaN if unknown
   */
  public double engagementRate(int i) {
    return array(Output.ENGAGEMENT_RATE)[checked(i)];
  }

  /**
   * The engagement rate that is expected for a row's size.
   *
   * @param i from 0 to {@code size() - 1}
   * @return a fraction, or NaN if unknown
   */
  public double expectedRate(int i) {
    return array(Output.EXPECTED_RATE)[checked(i)];
  }

  /**
   * The price of a row's post: the quote, else what is usual for the size.
   *
   * @param i from 0 to {@code size() - 1}
   * @return an amount in the brand's currency, or NaN if unknown
   */
  public double price(int i) {
    return array(Output.PRICE)[checked(i)];
  }

  /**
   * The price of a row's post by its engagements.
   *
   * @param i from 0 to {@code size() - 1}
   * @return an amount in the brand's currency, infinite if nobody engages, NaN if unknown
   */
  public double costPerEngagement(int i) {
    return array(Output.COST_PER_ENGAGEMENT)[checked(i)];
  }

  double[] array(Output output) {
    return switch (output) {
      case SCORE -> asked(output, scores);
      case ENGAGEMENT_RATE -> asked(output, rates);
      case EXPECTED_RATE -> asked(output, expectedRates);
      case PRICE -> asked(output, signals.prices());
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

  /** The utilities by a criterion, NaN where unknown. */
  double[] utilities(int criterion) {
    return asked(Output.UTILITIES, byCriterion)[criterion];
  }

  int[] tierPositions() {
    return asked(Output.TIER, tiers);
  }

  private int checked(int i) {
    return Objects.checkIndex(i, signals.rows());
  }

  private <T> T asked(Output output, @Nullable T array) {
    if (!asked.contains(output)) {
      throw new IllegalStateException(
          "output must be one of %s, which were asked for, was %s".formatted(asked, output));
    }
    return Objects.requireNonNull(array);
  }
}
