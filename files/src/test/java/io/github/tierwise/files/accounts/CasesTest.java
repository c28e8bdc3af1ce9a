package io.github.tierwise.files.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Small tables made after what people complain about in public, each with what is right. */
class CasesTest {

  private static final String FILE = "cases/cases.txt";

  @TestFactory
  Stream<DynamicTest> every_case_is_read_right_or_asked() {
    return TableCases.tests(FILE);
  }

  @Test
  void all_51_cases_are_here() {
    Set<String> cases =
        TableCases.cases(FILE).stream()
            .map(TableCases.Shape::cited)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(51, cases.size());
  }
}
