package io.github.tierwise.internal;

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

  /** Whether the engagements of all rows are at most 2^1000, or unknown. */
  default boolean isOrdinary(ColumnArrays columns) {
    return false;
  }
}
