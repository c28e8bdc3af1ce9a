package io.github.tierwise.tier;

/**
 * On which side a figure falls that a source leaves open: with "1k-10k" beside "10k-50k", or with
 * "1,000-100,000" and nothing above it, where is an account with exactly 10,000 or 100,000?
 *
 * <p>About three in five published rows leave an edge open, and the round figures are the edges.
 *
 * @since 0.1.0
 */
public enum EdgeReading {
  /** The figure no longer belongs to the lower tier. The default. */
  UPPER_TIER,
  /** The figure still belongs to the lower tier; the upper one starts one follower further up. */
  LOWER_TIER
}
