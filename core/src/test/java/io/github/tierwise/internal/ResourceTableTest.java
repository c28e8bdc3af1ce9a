package io.github.tierwise.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResourceTableTest {

  @Test
  void aTableIsItsLinesWithoutCommentsCellByCell() throws IOException {
    List<ResourceTable.Row> rows =
        ResourceTable.parse(
            new BufferedReader(new StringReader("# a\tb\n\n x \t\ny\tz")), "t.tsv", 2);
    assertEquals(2, rows.size());
    assertEquals(List.of("x", ""), rows.get(0).cells());
    assertEquals(3, rows.get(0).number());
    assertEquals("z", rows.get(1).get(1));
  }

  @Test
  void aFileThatIsMissingIsAnError() {
    IllegalStateException error =
        assertThrows(
            IllegalStateException.class,
            () -> ResourceTable.read(ResourceTable.class, "missing.tsv", 1));
    assertEquals("resource missing.tsv must be in the jar, was missing", error.getMessage());
  }
}
