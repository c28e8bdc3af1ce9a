package io.github.tierwise.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class LogsTest {

  private static final double LN2 = StrictMath.log(2);

  /** The 128 borders between cells: there, and only there, order could break. */
  @Test
  void log2KeepsOrderAtEveryBorderBetweenCells() {
    for (int odd = 1; odd < 256; odd += 2) {
      double border = 1 + odd / 256.0;
      double below = Math.nextDown(border);
      assertTrue(Logs.log2(below) <= Logs.log2(border), () -> "order at " + border);
    }
    assertTrue(Logs.log2(Math.nextDown(2.0)) <= 1.0);
    assertTrue(Logs.log2(Math.nextDown(1.0)) <= 0.0);
  }

  @Test
  void log2IsExactAtPowersOfTwo() {
    for (int exponent = -1074; exponent <= 1023; exponent++) {
      assertEquals(exponent, Logs.log2(Math.scalb(1.0, exponent)));
    }
  }

  @Test
  void log2AnswersSpecialValues() {
    assertEquals(Double.NEGATIVE_INFINITY, Logs.log2(0.0));
    assertEquals(Double.NEGATIVE_INFINITY, Logs.log2(-0.0));
    assertEquals(Double.POSITIVE_INFINITY, Logs.log2(Double.POSITIVE_INFINITY));
    assertTrue(Double.isNaN(Logs.log2(-1)));
    assertTrue(Double.isNaN(Logs.log2(Double.NaN)));
  }

  @Property(tries = 5_000)
  void log2IsWithinFourTenQuadrillionthsOfTheTruth(
      @ForAll @DoubleRange(min = 1, max = 2) double x) {
    assertEquals(StrictMath.log(x) / LN2, Logs.log2(x), 4e-16 + 2 * Math.ulp(StrictMath.log(x)));
  }

  @Property(tries = 5_000)
  void log2KeepsOrder(@ForAll @DoubleRange(min = 0, max = 1e12) double x) {
    assertTrue(Logs.log2(x) <= Logs.log2(Math.nextUp(x)));
    assertTrue(Logs.log2(Math.floor(x) + 1) < Logs.log2(Math.floor(x) + 2));
  }

  @Test
  void exp2KeepsOrderAtEveryBorderBetweenCells() {
    for (int cell = -1022 * 128; cell < 1023 * 128; cell++) {
      double border = (cell + 0.5) / 128;
      double step = 0x1p-41;
      assertTrue(
          Logs.exp2(border - step) <= Logs.exp2(border)
              && Logs.exp2(border) <= Logs.exp2(border + step),
          () -> "order at " + border);
    }
  }

  @Test
  void exp2IsExactAtWholeNumbers() {
    for (int exponent = -1022; exponent <= 1023; exponent++) {
      assertEquals(Math.scalb(1.0, exponent), Logs.exp2(exponent));
    }
  }

  @Test
  void exp2AnswersSpecialValues() {
    assertEquals(0.0, Logs.exp2(-1100));
    assertEquals(Double.POSITIVE_INFINITY, Logs.exp2(1024));
    assertTrue(Double.isNaN(Logs.exp2(Double.NaN)));
    assertEquals(0.0, Logs.exp2(Double.NEGATIVE_INFINITY));
  }

  @Property(tries = 5_000)
  void exp2IsWithinATrillionthOfTheTruth(@ForAll @DoubleRange(min = -60, max = 60) double x) {
    double truth = StrictMath.pow(2, x);
    assertEquals(1.0, Logs.exp2(x) / truth, 1e-12);
  }

  @Property(tries = 5_000)
  void exp2KeepsOrder(@ForAll @DoubleRange(min = -60, max = 60) double x) {
    assertTrue(Logs.exp2(x) <= Logs.exp2(Math.nextUp(x)));
    assertTrue(Logs.exp2(x) <= Logs.exp2(x + 1e-9));
  }
}
