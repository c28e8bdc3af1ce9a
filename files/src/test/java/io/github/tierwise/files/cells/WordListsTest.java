package io.github.tierwise.files.cells;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordListsTest {

  @Test
  void wordsKeepTheirOrderAndTheirLetters() {
    assertEquals(
        List.of("crore", "crores", "cr", "करोड़"),
        WordLists.read(WordLists.class, "numbers").get("power7"));
  }

  @Test
  void aFileThatIsMissingIsAnErrorWithItsName() {
    Exception error =
        assertThrows(
            NullPointerException.class, () -> WordLists.read(WordLists.class, "no-such-list"));
    assertEquals("no-such-list.properties", error.getMessage());
  }

  /** Without a line in this file, GraalVM's native-image leaves a resource out. */
  @Test
  void everyListInTheJarIsFoundInNativeImages() throws IOException {
    Path resources = Path.of("src", "main", "resources");
    String config =
        Files.readString(
            resources.resolve(
                "META-INF/native-image/io.github.tierwise/tierwise-files/resource-config.json"));
    try (Stream<Path> files = Files.walk(resources)) {
      List<String> lists =
          files
              .map(file -> resources.relativize(file).toString().replace('\\', '/'))
              .filter(file -> file.endsWith(".properties") || file.endsWith(".tsv"))
              .toList();
      assertEquals(2, lists.size());
      lists.forEach(list -> assertTrue(config.contains("\"\\\\Q" + list + "\\\\E\""), list));
    }
  }
}
