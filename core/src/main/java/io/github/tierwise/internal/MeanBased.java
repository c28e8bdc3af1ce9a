package io.github.tierwise.internal;

import java.util.List;

/**
 * Marks an engagement model that leaves level, variance and engagements as the interface defines
 * them, so that a level without posts is {@code log2(1 + engagements)} and its variance a constant.
 */
public interface MeanBased {

  /**
   * Adds to {@code out} the rows of a block from {@code from} on whose engagements are unknown.
   *
   * @return whether that can be told from the columns alone; if not, {@code out} stays as it is
   */
  default boolean addGaps(ColumnArrays columns, int from, Gaps out) {
    return false;
  }

  /**
   * Adds to {@code out} the rows of a block from {@code from} on whose engagements, where they are
   * known, leave out interactions that are not.
   *
   * @return whether that can be told from the columns alone; if not, {@code out} stays as it is
   */
  default boolean addOpen(ColumnArrays columns, int from, Gaps out) {
    return false;
  }

  /**
   * The standard deviation of a post around the level of a mean that is known.
   *
   * @param platform the position of the account's platform in its enum
   * @return doublings, NaN if it is not known
   */
  default double meanDeviation(int platform) {
    return Double.NaN;
  }

  /** The names of what must be known for the engagements to be; empty if that cannot be told. */
  default List<String> needs() {
    return List.of();
  }

  /** Whether the engagements are counts times weights, and so never negative, however large. */
  default boolean isSumOfCounts() {
    return false;
  }

  /** Whether the engagements of all rows are at most 2^1000, or unknown. */
  default boolean isOrdinary(ColumnArrays columns) {
    return false;
  }
}
