package io.github.tierwise.score;

import io.github.tierwise.explain.Estimate;
import io.github.tierwise.explain.Explanation;
import io.github.tierwise.explain.Explanation.Operation;
import io.github.tierwise.internal.Doubt;
import io.github.tierwise.internal.Priors;
import io.github.tierwise.internal.Scale;
import java.io.Serializable;
import java.util.List;

/**
 * A value function: utility 0 at one reference point, 1 at another, a straight line between, flat
 * outside. Fixed, so that no candidate moves another's score. Immutable.
 */
record Span(double from, double to) implements Serializable {

  /** Of fixed reference points the compiler knows it. */
  private double factor() {
    return Scale.factor(from, to);
  }

  /** The utility of one number; NaN for NaN. */
  double at(double x) {
    return Scale.apply(x, from, factor());
  }

  /** The utilities of the first n numbers; the two arrays may be one. */
  void at(double[] x, double[] out, int n) {
    Scale.apply(x, from, factor(), out, n);
  }

  /** The utility of a number with those of its worst and its best; unknown if the number is. */
  Estimate at(double x, double worst, double best) {
    return Double.isNaN(x) ? Estimate.UNKNOWN : new Estimate(at(x), at(worst), at(best));
  }

  /**
   * A doubt of which nine of ten draws lie within the range that an estimate gives.
   *
   * @param value the utility that a score takes
   * @param center the number, or its binary logarithm if that is what is spread
   * @param error how far it may be off to each side
   * @param open by how much more it may be
   */
  Doubt doubt(
      String source, Doubt.Law law, double value, double center, double error, double open) {
    return new Doubt(
        source, law, value, center, error / Priors.NORMAL_ERRORS, open, from, factor());
  }

  /** The utility as an explanation: of the number and of the two reference points. */
  static Explanation explain(
      String name, String note, Explanation x, Explanation from, Explanation to) {
    return Explanation.of(name, Operation.SCALE, note, List.of(x, from, to));
  }
}
