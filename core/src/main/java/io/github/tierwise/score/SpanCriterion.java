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
   * The numbers of a block, the worst that they may be as lows and the best as highs if ranges are
   * asked for, and the rows in which they are unknown.
   */
  void inputs(SignalBlock many, Utilities out);

  /** The utilities of numbers, in place. */
  default void value(SignalBlock many, double[] inputs) {
    span(many.platform(0)).at(inputs, inputs, many.rows());
  }

  @Override
  default double utility(Signals one) {
    return span(one.platform()).at(input(one));
  }

  @Override
  default void utilities(SignalBlock many, Utilities out) {
    inputs(many, out);
    value(many, out.values);
    if (out.ranged) {
      value(many, out.lows);
      value(many, out.highs);
    }
  }
}
