package io.github.tierwise.score;

import io.github.tierwise.explain.Estimate;
import io.github.tierwise.internal.Gaps;

/**
 * A criterion whose value function is a {@link Span} over one number: it states that number and how
 * bad and how good it may be, for one account and for a block.
 */
interface SpanCriterion extends StandardCriterion {

  /** The value function for an account. */
  Span span(Signals one);

  /** The number that is valued; NaN if an input is unknown. */
  double input(Signals one);

  /** What the number is at its worst. */
  double worst(Signals one, double input);

  /** What the number is at its best. */
  double best(Signals one, double input);

  /**
   * The numbers of a block.
   *
   * @param gaps receives the rows in which they are unknown; what {@code out} holds there does not
   *     matter
   */
  void inputs(SignalBlock many, double[] out, Gaps gaps);

  /** What the numbers are at their worst. */
  void worst(SignalBlock many, double[] inputs, double[] out);

  /** What the numbers are at their best. */
  void best(SignalBlock many, double[] inputs, double[] out);

  /** Values the numbers of a block; the two arrays may be one. */
  void value(SignalBlock many, double[] inputs, double[] out);

  @Override
  default double utility(Signals one) {
    return span(one).at(input(one));
  }

  @Override
  default Estimate estimate(Signals one) {
    double input = input(one);
    return Double.isNaN(input)
        ? Estimate.UNKNOWN
        : span(one).at(input, worst(one, input), best(one, input));
  }

  @Override
  default void utilities(SignalBlock many, Utilities out) {
    inputs(many, out.values, out.gaps);
    if (out.ranged) {
      worst(many, out.values, out.lows);
      value(many, out.lows, out.lows);
      best(many, out.values, out.highs);
      value(many, out.highs, out.highs);
    }
    value(many, out.values, out.values);
  }
}
