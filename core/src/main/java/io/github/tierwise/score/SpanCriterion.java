package io.github.tierwise.score;

import io.github.tierwise.profile.Platform;

/**
 * A criterion whose value function is a {@link Span} over one number, which it states for one
 * account and for a block.
 */
interface SpanCriterion extends StandardCriterion {

  /** The value function. */
  Span span(Platform platform);

  /** The number that is valued; NaN if an input is unknown. */
  double input(Signals one);

  /**
   * The numbers of a block.
   *
   * @param out receives the rows in which they are unknown and, if ranges are asked for, the worst
   *     that the numbers may be as lows and the best as highs
   * @return the numbers, in any array: they are only read
   */
  double[] inputs(SignalBlock many, Utilities out);

  /** The utilities of numbers; the two arrays may be one. */
  default void value(SignalBlock many, double[] inputs, double[] out) {
    span(many.platform(0)).at(inputs, out, many.rows());
  }

  @Override
  default double utility(Signals one) {
    return span(one.platform()).at(input(one));
  }

  @Override
  default void utilities(SignalBlock many, Utilities out) {
    value(many, inputs(many, out), out.values);
    if (out.ranged) {
      value(many, out.lows, out.lows);
      value(many, out.highs, out.highs);
    }
  }
}
