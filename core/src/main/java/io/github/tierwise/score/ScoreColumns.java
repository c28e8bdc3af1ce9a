package io.github.tierwise.score;

import io.github.tierwise.internal.Checks;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

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

  /** What takes the results of a block; a list, since walking a map allocates for every block. */
  private final List<Consumer<ScoreBlock>> columns;

  private final int size;

  private ScoreColumns(Builder builder) {
    outputs = Collections.unmodifiableSet(EnumSet.copyOf(builder.columns.keySet()));
    columns = List.copyOf(builder.columns.values());
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
    for (int i = 0; i < columns.size(); i++) {
      columns.get(i).accept(block);
    }
  }

  /**
   * Collects arrays. Not thread-safe.
   *
   * @since 0.1.0
   */
  public static final class Builder {
    private final Map<Output, Consumer<ScoreBlock>> columns = new EnumMap<>(Output.class);
    private int size = -1;

    private Builder() {}

    /** Takes the length of the first array; all others must have the same. */
    private void takeLength(int length) {
      Checks.require(
          size < 0 || size == length,
          () -> "arrays must have the same length, %d, was %d".formatted(size, length));
      size = length;
    }

    private Builder put(Output output, int length, Consumer<ScoreBlock> column) {
      takeLength(length);
      columns.merge(output, column, Consumer::andThen);
      return this;
    }

    private Builder put(Output output, double[] array) {
      return put(output, array.length, block -> copy(block.array(output), block, array));
    }

    /** Copies an array of a block, of any type, to where its rows are. */
    private static void copy(Object results, ScoreBlock block, Object array) {
      System.arraycopy(results, 0, array, block.firstRow(), block.size());
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
      takeLength(low.length);
      return put(
          Output.INTERVAL,
          high.length,
          block -> {
            copy(block.lows(), block, low);
            copy(block.highs(), block, high);
          });
    }

    /**
     * Asks for the utilities by a criterion.
     *
     * @param criterion its position in {@link Scorer#criteria()}; if there is none, scoring throws
     *     an {@link IndexOutOfBoundsException}
     * @param array receives one in [0, 1] for each row, NaN where unknown
     * @return this builder
     */
    public Builder utilities(int criterion, double[] array) {
      return put(
          Output.UTILITIES, array.length, block -> copy(block.utilities(criterion), block, array));
    }

    /**
     * Asks for tiers by the definition in use.
     *
     * @param array receives for each row the position of the answer in the outcomes of {@link
     *     Scorer#tiers()}
     * @return this builder
     */
    public Builder tiers(int[] array) {
      return put(Output.TIER, array.length, block -> copy(block.tierPositions(), block, array));
    }

    /**
     * Asks who may be ranked.
     *
     * @param array receives true for each row that fails no gate
     * @return this builder
     */
    public Builder eligible(boolean[] array) {
      return put(
          Output.ELIGIBILITY,
          array.length,
          block -> {
            int[] failures = block.failures();
            for (int i = 0; i < block.size(); i++) {
              array[block.firstRow() + i] = failures[i] < 0;
            }
          });
    }

    /**
     * Asks which gate a row fails first, for {@link Output#ELIGIBILITY}.
     *
     * @param array receives for each row the position of the gate in {@link Scorer#gates()}, or -1
     *     if the row may be ranked
     * @return this builder
     */
    public Builder failures(int[] array) {
      return put(Output.ELIGIBILITY, array.length, block -> copy(block.failures(), block, array));
    }

    /**
     * Puts the arrays together.
     *
     * @return columns that wrap them
     * @throws IllegalArgumentException if nothing is asked for
     */
    public ScoreColumns build() {
      Checks.atLeast(1, columns.size(), "arrays");
      return new ScoreColumns(this);
    }
  }
}
