package io.github.tierwise.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.Serial;
import io.github.tierwise.explain.Explanation.Operation;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ExplanationTest {

  private static Explanation given(double value) {
    return Explanation.given("x", value, "");
  }

  private static double compute(Operation operation, double... parts) {
    Explanation made =
        Explanation.of(
            "y", operation, "", Arrays.stream(parts).mapToObj(ExplanationTest::given).toList());
    assertTrue(made.holds());
    return made.value();
  }

  @Test
  void everyOperationComputesItsValue() {
    assertEquals(0.0, compute(Operation.SUM));
    assertEquals(0.1 + 0.2 + 0.3, compute(Operation.SUM, 0.1, 0.2, 0.3));
    assertEquals(-1, compute(Operation.DIFFERENCE, 2, 3));
    assertEquals(24, compute(Operation.PRODUCT, 2, 3, 4));
    assertEquals(0.5, compute(Operation.QUOTIENT, 2, 4));
    assertEquals(3, compute(Operation.LOG2, 8));
    assertEquals(5, compute(Operation.LARGEST, 2, 5, 3));
    assertEquals(2, compute(Operation.SMALLEST, 5, 2, 3));
    assertEquals(4, compute(Operation.GEOMETRIC_MEAN, 2, 8), 1e-12);
    assertEquals(0.7, compute(Operation.GEOMETRIC_MEAN, 0.7));
    assertEquals(0.75, compute(Operation.SCALE, 1.5, -3, 3));
    assertEquals(0, compute(Operation.SCALE, -4, -3, 3));
    assertEquals(1, compute(Operation.SCALE, 4, -3, 3));
    assertEquals(0.9, compute(Operation.SCALE, 10, 100, 0));
  }

  @Test
  void anUnknownPartMakesTheWholeUnknownAndStillHolds() {
    assertTrue(Double.isNaN(compute(Operation.SUM, 1, Double.NaN)));
    assertTrue(Double.isNaN(compute(Operation.SCALE, Double.NaN, 0, 1)));
    assertTrue(Double.isNaN(compute(Operation.LARGEST, 1, Double.NaN)));
  }

  @Property
  void aSumIsTheSumOfItsPartsInTheirOrder(
      @ForAll @Size(max = 8) List<@DoubleRange(min = -1e6, max = 1e6) Double> values) {
    double sum = 0.0;
    for (double value : values) {
      sum += value;
    }
    assertEquals(
        sum, compute(Operation.SUM, values.stream().mapToDouble(Double::doubleValue).toArray()));
  }

  @Test
  void aWrongNumberOfPartsIsRefused() {
    assertMessage(
        "DIFFERENCE must have 2 parts, was 1",
        () -> Explanation.of("y", Operation.DIFFERENCE, "", List.of(given(1))));
    assertMessage(
        "LOG2 must have 1 part, was 0", () -> Explanation.of("y", Operation.LOG2, "", List.of()));
    assertMessage(
        "PRODUCT must have >= 1 part, was 0",
        () -> Explanation.of("y", Operation.PRODUCT, "", List.of()));
    assertMessage(
        "operation must be one that computes its value, was GIVEN",
        () -> Explanation.of("y", Operation.GIVEN, "", List.of()));
    assertMessage("depth must be >= 0, was -1", () -> given(1).toText(-1));
  }

  private static void assertMessage(String message, Runnable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }

  @Test
  void aFunctionIsTakenAsItIsButItsPartsAreChecked() {
    Explanation function = Explanation.function("f", 42, "by magic", List.of(given(1)));
    assertTrue(function.holds());
    assertEquals(Operation.FUNCTION, function.operation());
    assertEquals(1, function.parts().size());
  }

  @Test
  void theTextShowsValueLabelAndNoteIndentedByLevel() {
    Explanation tree =
        Explanation.of(
            "total",
            Operation.SUM,
            "all of it",
            List.of(
                Explanation.given("first", 12_345, ""), Explanation.given("second", 0.5, "half")));
    assertEquals("12,345.50  total: all of it\n", tree.toText(0));
    assertEquals(
        "12,345.50  total: all of it\n     12,345  first\n       0.50  second: half\n",
        tree.toText());
    assertEquals(" -2.5e-16  x\n", given(-2.5e-16).toText());
    assertEquals(tree.toText(), tree.toString());
    assertEquals("  unknown  x\n", given(Double.NaN).toText());
  }

  @Test
  void withTextChangesOnlyTheWords() {
    Explanation renamed = given(3).withText("new", "note");
    assertEquals(3, renamed.value());
    assertEquals("new", renamed.label());
    assertEquals("note", renamed.note());
    assertNotEquals(given(3), renamed);
  }

  @Test
  void itIsAValueAndSurvivesSerialization() {
    Explanation tree = Explanation.of("y", Operation.SUM, "n", List.of(given(1), given(2)));
    Explanation read = Serial.copy(tree);
    assertEquals(tree, read);
    assertEquals(tree.hashCode(), read.hashCode());
  }

  @Test
  void anEstimateIsInOrderOrUnknown() {
    assertEquals("68.4 (59.1 to 74.0)", new Estimate(68.4, 59.1, 74).toString());
    assertEquals("0.91 (0.88 to 0.93)", new Estimate(0.91, 0.88, 0.93).toString());
    assertEquals("-0.20 (-1.00 to 1.00)", new Estimate(-0.2, -1, 1).toString());
    assertEquals("0.9 (0.9 to 1.1)", new Estimate(0.91, 0.88, 1.1).toString());
    assertEquals("-0.2 (-1.1 to 1.0)", new Estimate(-0.2, -1.1, 1).toString());
    assertEquals("unknown", Estimate.UNKNOWN.toString());
    assertEquals(Estimate.UNKNOWN, Estimate.exact(Double.NaN));
    assertEquals(new Estimate(2, 2, 2), Estimate.exact(2));
    assertMessage(
        "estimate must have low <= value <= high or be NaN throughout, was 3 <= 2 <= 4",
        () -> new Estimate(2, 3, 4));
    assertMessage(
        "estimate must have low <= value <= high or be NaN throughout, was NaN <= 2 <= 4",
        () -> new Estimate(2, Double.NaN, 4));
  }
}
