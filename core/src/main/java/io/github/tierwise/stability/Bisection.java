package io.github.tierwise.stability;

import java.util.function.DoublePredicate;

/** Finds the first double, to the last bit, at which something holds. Doubles are at least 0. */
final class Bisection {

  private Bisection() {}

  /**
   * The first number at which something holds that, once it holds, holds on to the end.
   *
   * @param from where it does not hold
   * @param to where it holds, above or below
   */
  static double first(double from, double to, DoublePredicate holds) {
    // Of numbers that are at least 0 the bits have the order of the numbers.
    long before = Double.doubleToRawLongBits(from);
    long at = Double.doubleToRawLongBits(to);
    while (Math.abs(at - before) > 1) {
      long middle = before + (at - before) / 2;
      if (holds.test(Double.longBitsToDouble(middle))) {
        at = middle;
      } else {
        before = middle;
      }
    }
    return Double.longBitsToDouble(at);
  }

  /**
   * A number at which something holds that does between two crossings, where rounding may hide it
   * near either: tried are the start, then the numbers 1, 2, 4, ... doubles further on, then the
   * end. What holds on a range of which the far end is twice as far from the start as the near end
   * is found so.
   *
   * @return the first double of the range that was met, NaN if none was
   */
  static double within(double start, double end, DoublePredicate holds) {
    if (holds.test(start)) {
      return start;
    }
    long first = Double.doubleToRawLongBits(start);
    long distance = Double.doubleToRawLongBits(end) - first;
    double before = start;
    for (long step = 1; step > 0 && step < Math.abs(distance); step <<= 1) {
      double at = Double.longBitsToDouble(first + (distance > 0 ? step : -step));
      if (holds.test(at)) {
        return first(before, at, holds);
      }
      before = at;
    }
    return holds.test(end) ? first(before, end, holds) : Double.NaN;
  }
}
