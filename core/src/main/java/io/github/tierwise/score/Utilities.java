package io.github.tierwise.score;

import io.github.tierwise.internal.Gaps;

/**
 * The utilities of a block of rows by one criterion, and where they are unknown; with their ranges
 * if those are asked for. For one thread.
 */
final class Utilities {

  /** What an array holds where a utility is unknown does not matter. */
  final double[] values = new double[SignalBlock.CAPACITY];

  final double[] lows = new double[SignalBlock.CAPACITY];
  final double[] highs = new double[SignalBlock.CAPACITY];

  /** The rows in which the utility is unknown. */
  final Gaps gaps = new Gaps(SignalBlock.CAPACITY);

  /** Whether the ranges are to be computed. */
  boolean ranged;
}
