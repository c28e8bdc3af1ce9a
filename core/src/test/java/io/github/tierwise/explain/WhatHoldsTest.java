package io.github.tierwise.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.Serial;
import io.github.tierwise.explain.Explanation.Operation;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A tree whose numbers do not follow from each other can come from a stream only. */
class WhatHoldsTest {

  private static final Explanation TWO = Explanation.given("two", 2, "");
  private static final Explanation THREE = Explanation.given("three", 3, "");

  /** Whatever a stream says, written as its form is. */
  private static Object read(double value, Operation operation, Explanation... parts)
      throws Exception {
    Class<?> form =
        Arrays.stream(Explanation.class.getDeclaredClasses())
            .filter(Class::isRecord)
            .findFirst()
            .orElseThrow();
    Constructor<?> constructor = form.getDeclaredConstructors()[0];
    constructor.setAccessible(true);
    return Serial.read(
        Serial.write(
            constructor.newInstance("x", value, operation, new ArrayList<>(List.of(parts)), "")));
  }

  private static void assertRefused(
      String message, double value, Operation operation, Explanation... parts) {
    assertEquals(
        message,
        assertThrows(InvalidObjectException.class, () -> read(value, operation, parts))
            .getMessage());
  }

  @Test
  void whatFollowsFromItsPartsIsReadAndNothingElse() throws Exception {
    assertEquals(
        Explanation.of("x", Operation.SUM, "", List.of(TWO, THREE)),
        read(5, Operation.SUM, TWO, THREE));
    assertRefused(
        "explanation must follow from its parts, was 6.0 for x", 6, Operation.SUM, TWO, THREE);
    assertRefused(
        "explanation must follow from its parts, was 5.0 for x", 5, Operation.PRODUCT, TWO, THREE);
    assertRefused(
        "explanation must be valid: DIFFERENCE must have 2 parts, was 1",
        2,
        Operation.DIFFERENCE,
        TWO);
    assertRefused(
        "explanation must be valid: LARGEST must have >= 1 part, was 0", 2, Operation.LARGEST);
  }

  @Test
  void whatIsGivenOrAFunctionNeedNotFollowButItsPartsMust() throws Exception {
    assertEquals(Explanation.given("x", 7, ""), read(7, Operation.GIVEN));
    Explanation function = (Explanation) read(7, Operation.FUNCTION, TWO, THREE);
    assertEquals(Explanation.function("x", 7, "", List.of(TWO, THREE)), function);
    assertTrue(function.holds());
    Explanation sum = Explanation.of("s", Operation.SUM, "", List.of(TWO, THREE));
    byte[] stream =
        Serial.write(
            Explanation.function(
                "f",
                1,
                "",
                List.of(
                    sum,
                    Explanation.of(
                        "p", Operation.SUM, "", List.of(Explanation.given("a", 1234.5678, ""))))));
    // The number stands in the part and in its sum; changed in both it still follows.
    Explanation both = (Explanation) Serial.read(stream, 1234.5678, 9);
    assertEquals(9, both.parts().get(1).value());
    byte[] one = stream.clone();
    byte[] from = ByteBuffer.allocate(8).putDouble(1234.5678).array();
    for (int i = 0; i + 8 <= one.length; i++) {
      if (Arrays.equals(one, i, i + 8, from, 0, 8)) {
        one[i + 7] ^= 1;
        break;
      }
    }
    assertTrue(
        assertThrows(InvalidObjectException.class, () -> Serial.read(one))
            .getMessage()
            .startsWith("explanation must follow from its parts, was 1234.56"));
  }

  @Test
  void operationsThatComputeNothingAreNoOperations() {
    for (Operation operation : List.of(Operation.GIVEN, Operation.FUNCTION)) {
      assertEquals(
          "operation must be one that computes its value, was " + operation,
          assertThrows(
                  IllegalArgumentException.class,
                  () -> Explanation.of("x", operation, "", List.of(TWO)))
              .getMessage());
    }
    assertEquals(0, Explanation.of("x", Operation.SUM, "", List.of()).value());
  }

  @Test
  void numbersAreShownAsPeopleReadThem() {
    assertEquals("unbounded  x\n", text(Double.POSITIVE_INFINITY));
    assertEquals("unknown  x\n", text(Double.NaN));
    assertEquals("0.01  x\n", text(0.0051));
    assertEquals("4.9e-03  x\n", text(0.0049));
    assertEquals("-0.50  x\n", text(-0.5));
    assertEquals("3  x\n", text(3));
  }

  private static String text(double value) {
    return Explanation.given("x", value, "").toText().stripLeading();
  }

  @Test
  void anEstimateIsKnownThroughoutOrUnknownThroughout() {
    double[][] wrong = {
      {Double.NaN, 0, 1},
      {0, Double.NaN, 1},
      {0, 0, Double.NaN},
      {Double.NaN, Double.NaN, 1},
      {Double.NaN, 0, Double.NaN},
      {0, Double.NaN, Double.NaN},
      {0, 1, 2},
      {3, 1, 2}
    };
    for (double[] parts : wrong) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new Estimate(parts[0], parts[1], parts[2]),
          () -> Arrays.toString(parts));
    }
    assertFalse(Estimate.UNKNOWN.isKnown());
    assertEquals(new Estimate(1, 1, 1), Estimate.exact(1));
    assertEquals(Estimate.UNKNOWN, Estimate.exact(Double.NaN));
  }

  @Test
  void differentExplanationsHaveDifferentHashes() {
    assertNotEquals(TWO.hashCode(), THREE.hashCode());
    assertNotEquals(TWO, THREE);
  }

  @Test
  void theClassItselfIsNeverRead() throws Exception {
    Method read = Explanation.class.getDeclaredMethod("readObject", ObjectInputStream.class);
    read.setAccessible(true);
    Throwable refused =
        assertThrows(InvocationTargetException.class, () -> read.invoke(TWO, (Object) null))
            .getCause();
    assertEquals("explanation must be read through its form", refused.getMessage());
  }
}
