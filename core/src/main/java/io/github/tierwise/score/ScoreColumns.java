package io.github.tierwise.score;

import io.github.tierwise.internal.Nullable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Arrays of the caller that a {@link Scorer} fills: the result of row i goes to position i. Only
 * what has an array is computed.
 *
 * <pre>{@code
 * double[] scores = new double[accounts.size()];
 * int[] tiers = new int[accounts.size()];
 * scorer.score(accounts, ScoreColumns.builder().scores(scores).tiers(tiers).build(), executor);
 * }</pre>
 *
 * <p><strong>Ownership:</strong> the arrays are the caller's and are written to by whoever scores
 * into them. Two threads may score different rows into the same columns.
 *
 * @since 0.1.0
 */
public final class ScoreColumns {

  private final Set<Output> outputs;
  private final Output[] kinds;
  private final double[][] columns;
  private final double @Nullable [] lows;
  private final double @Nullable [] highs;
  private final int @Nullable [] tiers;
  private final boolean @Nullable [] eligible;
  private final int size;

  private ScoreColumns(Builder builder) {
    outputs = Collections.unmodifiableSet(EnumSet.copyOf(builder.outputs));
    kinds = builder.arrays.keySet().toArray(new Output[0]);
    columns = builder.arrays.values().toArray(new double[0][]);
    lows = builder.lows;
    highs = builder.highs;
    tiers = builder.tiers;
    eligible = builder.eligible;
    size = builder.size;
  }

  /**
   * Starts without any array.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * What is computed.
   *
   * @return an unmodifiable set, not empty
   */
  public Set<Output> outputs() {
    return outputs;
  }

  /**
   * The length of the arrays.
   *
   * @return a number of rows
   */
  public int size() {
    return size;
  }

  /** Takes the results of a block to where its rows are. */
  void take(ScoreBlock block) {
    int at = block.firstRow();
    int n = block.size();
    // By position: walking a map would allocate for every block.
    for (int i = 0; i < kinds.length; i++) {
      System.arraycopy(block.array(kinds[i]), 0, columns[i], at, n);
    }
    if (lows != null) {
      System.arraycopy(block.lows(), 0, lows, at, n);
    }
    if (highs != null) {
      System.arraycopy(block.highs(), 0, highs, at, n);
    }
    if (tiers != null) {
      System.arraycopy(block.tierPositions(), 0, tiers, at, n);
    }
    if (eligible != null) {
      int[] failures = block.failures();
      for (int i = 0; i < n; i++) {
        eligible[at + i] = failures[i] < 0;
      }
    }
  }

  /**
   * Collects arrays. Not thread-safe.
   *
   * @since 0.1.0
   */
  public static final class Builder {
    private final Set<Output> outputs = EnumSet.noneOf(Output.class);
    private final Map<Output, double[]> arrays = new EnumMap<>(Output.class);
    private double @Nullable [] lows;
    private double @Nullable [] highs;
    private int @Nullable [] tiers;
    private boolean @Nullable [] eligible;
    private int size = -1;

    private Builder() {}

    private void add(Output output, int length) {
      if (size >= 0 && size != length) {
        throw new IllegalArgumentException(
            "arrays must have the same length, %d, was %d".formatted(size, length));
      }
      size = length;
      outputs.add(output);
    }

    private Builder put(Output output, double[] array) {
      add(output, array.length);
      arrays.put(output, array);
      return this;
    }

    /**
     * Asks for scores, 0 to 100.
     *
     * @param array receives one for each row
     * @return this builder
     */
    public Builder scores(double[] array) {
      return put(Output.SCORE, array);
    }

    /**
     * Asks for engagement rates, fractions.
     *
     * @param array receives one for each row, NaN where unknown
     * @return this builder
     */
    public Builder engagementRates(double[] array) {
      return put(Output.ENGAGEMENT_RATE, array);
    }

    /**
     * Asks for the rates that are expected for the sizes, fractions.
     *
     * @param array receives one for each row, NaN where unknown
     * @return this builder
     */
    public Builder expectedRates(double[] array) {
      return put(Output.EXPECTED_RATE, array);
    }

    /**
     * Asks for prices of a post: the quote, else what is usual for the size.
     *
     * @param array receives one for each row, NaN where unknown
     * @return this builder
     */
    public Builder prices(double[] array) {
      return put(Output.PRICE, array);
    }

    /**
     * Asks for prices of a post by its engagements; infinite where nobody engages.
     *
     * @param array receives one for each row, NaN where unknown
     * @return this builder
     */
    public Builder costsPerEngagement(double[] array) {
      return put(Output.COST_PER_ENGAGEMENT, array);
    }

    /**
     * Asks for the ends of the scores' ranges.
     *
     * @param low receives the lower end for each row
     * @param high receives the upper end for each row
     * @return this builder
     */
    public Builder intervals(double[] low, double[] high) {
      add(Output.INTERVAL, low.length);
      add(Output.INTERVAL, high.length);
      lows = low;
      highs = high;
      return this;
    }

    /**
     * Asks for tiers by the definition in use.
     *
     * @param array receives for each row the position of the answer in the outcomes of {@link
     *     Scorer#tiers()}
     * @return this builder
     */
    public Builder tiers(int[] array) {
      add(Output.TIER, array.length);
      tiers = array;
      return this;
    }

    /**
     * Asks who may be ranked.
     *
     * @param array receives true for each row that fails no gate
     * @return this builder
     */
    public Builder eligible(boolean[] array) {
      add(Output.ELIGIBILITY, array.length);
      eligible = array;
      return this;
    }

    /**
     * Puts the arrays together.
     *
     * @return columns that wrap them
     * @throws IllegalArgumentException if nothing is asked for
     */
    public ScoreColumns build() {
      if (outputs.isEmpty()) {
        throw new IllegalArgumentException("arrays must be >= 1, was 0");
      }
      return new ScoreColumns(this);
    }
  }
}
