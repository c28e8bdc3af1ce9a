package io.github.tierwise.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What is done to many numbers at once is what is done to each; no further one is touched. */
class ManyAsOneTest {

  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final double[] NUMBERS = {
    0, -0.0, 0.05, 0.25, 1, 1.5, -3, 100, INFINITY, -INFINITY, Double.NaN, Double.MIN_VALUE, -1e300
  };

  private static void assertSame(double[] expected, double[] actual) {
    assertEquals(Arrays.toString(expected), Arrays.toString(actual));
  }

  @Test
  void rootsAreThoseOfEachProduct() {
    double[] products = {1, 0.5, 0.25, 0.125, 0.0625, 0.7};
    for (int count = 1; count <= 4; count++) {
      double[] many = products.clone();
      Means.roots(many, count, 5);
      double[] each = products.clone();
      for (int i = 0; i < 5; i++) {
        each[i] = Means.root(each[i], count);
        assertEquals(StrictMath.pow(products[i], 1.0 / count), each[i], 1e-12);
      }
      assertSame(each, many);
    }
    assertEquals(0.5, Means.geometric(new double[] {0.25, 1}));
    assertEquals(0.5, Means.geometric(new double[] {0.25, 0.5, 1}), 1e-12);
    assertEquals(0.3, Means.geometric(new double[] {0.3}));
  }

  @Test
  void aScaleOfManyIsThatOfEachUpAndDown() {
    for (double[] ends : new double[][] {{0, 1}, {-3, 3}, {100, 0}, {0.05, 0.25}}) {
      double factor = Scale.factor(ends[0], ends[1]);
      double[] many = new double[NUMBERS.length];
      many[NUMBERS.length - 1] = -7;
      Scale.apply(NUMBERS, ends[0], factor, many, NUMBERS.length - 1);
      double[] each = new double[NUMBERS.length];
      for (int i = 0; i < NUMBERS.length - 1; i++) {
        each[i] = Scale.apply(NUMBERS[i], ends[0], factor);
        assertTrue(Double.isNaN(each[i]) || (each[i] >= 0 && each[i] <= 1));
      }
      each[NUMBERS.length - 1] = -7;
      assertSame(each, many);
      assertEquals(0, Scale.apply(ends[0], ends[0], factor));
      assertEquals(1, Scale.apply(ends[1], ends[0], factor), 1e-15);
      assertEquals(0.25, Scale.apply(ends[0] + (ends[1] - ends[0]) / 4, ends[0], factor), 1e-15);
    }
  }

  @Test
  void checksTakeWhatTheirRuleAllowsAndNameTheRest() {
    assertEquals(0.0, Checks.countOrUnknown(-0.0, "n"));
    assertEquals(Double.NaN, Checks.countOrUnknown(Double.NaN, "n"));
    assertEquals(5, Checks.countOrUnknown(5, "n"));
    refused(
        "n must be a finite number >= 0 or NaN for unknown, was -1", -1, Checks::countOrUnknown);
    refused(
        "n must be a finite number >= 0 or NaN for unknown, was Infinity",
        INFINITY,
        Checks::countOrUnknown);
    assertEquals(Double.MIN_VALUE, Checks.positive(Double.MIN_VALUE, "n"));
    refused("n must be a finite number > 0, was 0", 0, Checks::positive);
    refused("n must be a finite number > 0, was NaN", Double.NaN, Checks::positive);
    refused("n must be a finite number > 0, was Infinity", INFINITY, Checks::positive);
    assertEquals(0.0, Checks.atLeastZero(-0.0, "n"));
    assertEquals(2, Checks.atLeastZero(2, "n"));
    refused("n must be a finite number >= 0, was -1", -1, Checks::atLeastZero);
    refused("n must be a finite number >= 0, was NaN", Double.NaN, Checks::atLeastZero);
    refused("n must be a finite number >= 0, was Infinity", INFINITY, Checks::atLeastZero);
    assertEquals(1, Checks.fractionOrUnknown(1, "n"));
    assertEquals(0.0, Checks.fractionOrUnknown(-0.0, "n"));
    assertEquals(Double.NaN, Checks.fractionOrUnknown(Double.NaN, "n"));
    refused(
        "n must be between 0 and 1 or NaN for unknown, was 1.5", 1.5, Checks::fractionOrUnknown);
    refused("n must be between 0 and 1 or NaN for unknown, was -1", -1, Checks::fractionOrUnknown);
    assertEquals(1, Checks.weight(1, "n"));
    refused("n must be > 0 and <= 1, was 0", 0, Checks::weight);
    refused("n must be > 0 and <= 1, was 1.5", 1.5, Checks::weight);
    refused("n must be > 0 and <= 1, was NaN", Double.NaN, Checks::weight);
    assertEquals("a b", Checks.notBlank(" a b ", "n"));
    assertEquals(
        "n must not be blank, was \" \"",
        assertThrows(IllegalArgumentException.class, () -> Checks.notBlank(" ", "n")).getMessage());
    IllegalArgumentException cause = new IllegalArgumentException("why");
    assertEquals("x must be valid: why", Checks.refused("x", cause).getMessage());
    assertEquals(cause, Checks.refused("x", cause).getCause());
  }

  private interface Check {
    double of(double value, String name);
  }

  private static void refused(String message, double value, Check check) {
    Supplier<Double> call = () -> check.of(value, "n");
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::get).getMessage());
  }

  @Test
  void ofEqualNumbersTheLowerRowIsKeptAndNothingOfNone() {
    TopK two = new TopK(2);
    assertEquals(Double.NEGATIVE_INFINITY, two.least());
    two.offer(5, 7);
    assertEquals(Double.NEGATIVE_INFINITY, two.least());
    two.offer(5, 9);
    assertEquals(5, two.least());
    two.offer(5, 8);
    two.offer(4, 1);
    assertEquals("[7, 8]", Arrays.toString(two.drain()));
    assertEquals("[]", Arrays.toString(two.drain()));
    TopK none = new TopK(0);
    none.offer(1, 1);
    assertEquals(Double.NEGATIVE_INFINITY, none.least());
    assertEquals(0, none.drain().length);
    TopK many = new TopK(200);
    TopK other = new TopK(200);
    for (int row = 0; row < 300; row++) {
      (row % 2 == 0 ? many : other).offer(Math.floor(row / 3.0), row);
    }
    many.offerAll(other);
    int[] best = many.drain();
    assertEquals(200, best.length);
    assertEquals("[297, 298, 299, 294]", Arrays.toString(Arrays.copyOf(best, 4)));
    assertEquals("[102, 103, 104, 99, 100]", Arrays.toString(Arrays.copyOfRange(best, 195, 200)));
  }
}
