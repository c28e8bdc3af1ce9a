package io.github.tierwise.files.accounts;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What platforms and tools write is understood as it is, every column of it. */
class ExportsTest {

  @TestFactory
  Stream<DynamicTest> exports_are_understood_as_they_are() {
    return TableCases.tests("shapes/exports.txt");
  }
}
