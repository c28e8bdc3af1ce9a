package io.github.tierwise.files.accounts;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Tables in the shapes of real exports and public lists, with invented rows, by the kinds of
 * mistakes that they invite. How the files of {@code shapes} are written is told in their first
 * lines.
 */
class ShapesTest {

  private static final int KINDS = 6;

  /** So many tables of a kind there must be. */
  private static final int ENOUGH = 20;

  @TestFactory
  Stream<DynamicTest> anotherNetworksColumn() {
    return tests(1);
  }

  @TestFactory
  Stream<DynamicTest> aThousandTimesTooSmallOrLarge() {
    return tests(2);
  }

  @TestFactory
  Stream<DynamicTest> numbersThatMeanUnknown() {
    return tests(3);
  }

  @TestFactory
  Stream<DynamicTest> time() {
    return tests(4);
  }

  @TestFactory
  Stream<DynamicTest> joinsAndRows() {
    return tests(5);
  }

  @TestFactory
  Stream<DynamicTest> percentAndTotals() {
    return tests(6);
  }

  @Test
  void every_kind_has_enough_tables_that_cite_their_shapes() {
    Set<String> titles = new HashSet<>();
    for (int kind = 1; kind <= KINDS; kind++) {
      List<TableCases.Shape> shapes = TableCases.cases(file(kind));
      assertTrue(shapes.size() >= ENOUGH, "kind " + kind + " has " + shapes.size());
      for (TableCases.Shape shape : shapes) {
        assertTrue(titles.add(shape.title()), shape.title());
        assertTrue(shape.cited().length() > ENOUGH, shape.title());
        assertFalse(shape.expected().isEmpty(), shape.title());
      }
    }
  }

  private static Stream<DynamicTest> tests(int kind) {
    return TableCases.tests(file(kind));
  }

  private static String file(int kind) {
    return "shapes/kind-" + kind + ".txt";
  }
}
