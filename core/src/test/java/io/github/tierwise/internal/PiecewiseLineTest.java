package io.github.tierwise.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against the definition: from the last knot at or below on, its level and its slope. */
class PiecewiseLineTest {

  /** Knots, levels and the slopes that connect them; the last slope goes on. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Points(double[] knots, double[] levels) {
    PiecewiseLine line() {
      double[] slopes = new double[knots.length];
      for (int i = 0; i < slopes.length; i++) {
        slopes[i] = slope(i);
      }
      return new PiecewiseLine(knots, levels, slopes);
    }

    double slope(int i) {
      int from = Math.min(i, knots.length - 2);
      return (levels[from + 1] - levels[from]) / (knots[from + 1] - knots[from]);
    }

    int segment(double x) {
      int found = 0;
      for (int i = 0; i < knots.length; i++) {
        found = x >= knots[i] ? i : found;
      }
      return found;
    }

    double at(double x) {
      int i = segment(x);
      return levels[i] + slope(i) * (x - knots[i]);
    }
  }

  private static final Points[] LINES = {
    // Slopes that rise, that fall, and that do both; several knots between two whole numbers.
    new Points(new double[] {3, 6.6, 9.9}, new double[] {1, 2, 9}),
    new Points(new double[] {3.3, 6.6, 9.9}, new double[] {1, 8, 9}),
    new Points(new double[] {2, 2.1, 2.2, 2.9, 7, 7.5}, new double[] {0, 1, 1.5, 4, 4.5, 9}),
    new Points(new double[] {0.5, 60, 70.5, 80}, new double[] {-5, 3, 3.5, 20})
  };

  private static double[] places(Points points) {
    double[] near =
        Arrays.stream(points.knots())
            .flatMap(
                k -> Arrays.stream(new double[] {Math.nextDown(k), k, Math.nextUp(k), k + 0.01}))
            .toArray();
    double[] places = Arrays.copyOf(near, near.length + 300);
    Random random = new Random(1);
    for (int i = near.length; i < places.length; i++) {
      places[i] = 100 * random.nextDouble() * random.nextDouble();
    }
    return places;
  }

  @Test
  void everyPlaceLiesOnTheSegmentOfTheLastKnotBelowIt() {
    for (Points points : LINES) {
      PiecewiseLine line = points.line();
      for (double x : places(points)) {
        assertEquals(points.segment(x), line.segment(x), "at " + x);
        assertEquals(points.at(x), line.at(x), 1e-9, "at " + x);
      }
    }
  }

  @Test
  void manyPlacesHaveTheBitsOfEach() {
    for (Points points : LINES) {
      PiecewiseLine line = points.line();
      double[] x = places(points);
      double[] out = new double[x.length];
      out[x.length - 1] = -7;
      line.at(x, out, x.length - 1);
      for (int i = 0; i < x.length - 1; i++) {
        assertEquals(line.at(x[i]), out[i], "at " + x[i]);
      }
      assertEquals(-7, out[x.length - 1]);
    }
  }

  @Test
  void aLineTellsWhatItWasMadeFrom() {
    Points points = LINES[2];
    PiecewiseLine line = points.line();
    assertEquals(6, line.size());
    for (int i = 0; i < 6; i++) {
      assertEquals(points.knots()[i], line.knot(i));
      assertEquals(points.levels()[i], line.height(i));
      assertEquals(points.slope(i), line.slope(i));
    }
    assertTrue(LINES[0].line().isConvex());
    assertFalse(LINES[1].line().isConvex());
    assertFalse(line.isConvex());
    assertFalse(line.isFlat());
    assertTrue(of(5, 1, 0).isFlat());
    assertEquals(1, of(5, 1, 0).at(Double.NaN));
    assertFalse(of(5, 1, 0.1).isFlat());
  }

  private static PiecewiseLine of(double knot, double level, double slope) {
    return new PiecewiseLine(new double[] {knot}, new double[] {level}, new double[] {slope});
  }

  @Test
  void aLineIsOrdinaryWithinItsLimits() {
    assertTrue(of(5, 1, 1).isOrdinary());
    assertTrue(of(-59.9, -99.9, -9.9).isOrdinary());
    for (double[] wrong : new double[][] {{60, 1, 1}, {-60, 1, 1}, {5, 100, 1}, {5, 1, 10}}) {
      assertFalse(of(wrong[0], wrong[1], wrong[2]).isOrdinary(), Arrays.toString(wrong));
    }
    // One knot that is not is enough.
    assertFalse(
        new PiecewiseLine(new double[] {5, 70, 80}, new double[] {1, 2, 3}, new double[] {1, 1, 1})
            .isOrdinary());
  }
}
