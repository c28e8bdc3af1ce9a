package io.github.tierwise.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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

  /** Without a line in this file, GraalVM's native-image leaves a resource out. */
  @Test
  void everyTableInTheJarIsFoundInNativeImages() throws IOException {
    String config = "/META-INF/native-image/io.github.tierwise/tierwise-core/resource-config.json";
    String text;
    try (InputStream stream = ResourceTable.class.getResourceAsStream(config)) {
      text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
    Path resources = Path.of("src", "main", "resources");
    try (Stream<Path> files = Files.walk(resources)) {
      List<String> tables =
          files
              .filter(
                  file ->
                      file.toString().endsWith(".tsv") || file.toString().endsWith(".properties"))
              .map(file -> resources.relativize(file).toString().replace('\\', '/'))
              .toList();
      assertEquals(3, tables.size());
      for (String table : tables) {
        assertTrue(text.contains("\"\\\\Q" + table + "\\\\E\""), table);
      }
    }
  }
}
