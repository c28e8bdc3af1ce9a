package io.github.tierwise.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ScaleTest {

  private static double many(double x, double from, double factor) {
    double[] one = {x};
    Scale.apply(one, from, factor, one, 1);
    return one[0];
  }

  /** Where one over the distance is infinite, nothing times that was unknown for many alone. */
  @Test
  void pointsThatNearlyMeetGiveTheSameForOneAndForMany() {
    for (double to : new double[] {Double.MIN_VALUE, 1e-310, 5.5e-309, 5.6e-309, -1e-310}) {
      double factor = Scale.factor(0, to);
      assertTrue(Double.isFinite(factor));
      for (double x : new double[] {0, to / 2, to, 2 * to, -to, 1}) {
        assertEquals(Scale.apply(x, 0, factor), many(x, 0, factor), x + " of " + to);
      }
      assertEquals(0, Scale.apply(0, 0, factor));
    }
  }

  @Property
  void oneAndManyAreTheSame(@ForAll double x, @ForAll double from, @ForAll double to) {
    double factor = Scale.factor(from, to);
    assertEquals(Scale.apply(x, from, factor), many(x, from, factor));
  }
}
