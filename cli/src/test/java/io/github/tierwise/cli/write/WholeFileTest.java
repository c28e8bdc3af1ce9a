package io.github.tierwise.cli.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.files.cells.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

  private static long files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }

  @Test
  void aFileIsReplacedAndNothingElseIsLeft(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("out.csv");
    Files.writeString(file, "old");
    WholeFile.write("--out", file, "née\n");
    assertEquals("née\n", Files.readString(file));
    assertEquals(1, files(folder));
  }

  @Test
  void whatCannotBeWrittenLeavesNothingBehind(@TempDir Path folder) throws IOException {
    Path missing = folder.resolve("no").resolve("out.csv");
    InputException e =
        assertThrows(InputException.class, () -> WholeFile.write("--out", missing, "x"));
    assertEquals(
        "--out must be a place that can be written, was \"" + missing + "\" (no such folder)",
        e.getMessage());
    InputException f =
        assertThrows(InputException.class, () -> WholeFile.write("--out", folder, "x"));
    assertEquals("--out must be a file, was the folder \"" + folder + "\"", f.getMessage());
    assertEquals(0, files(folder));
  }

  @Test
  void aLinkStaysALink(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("real.csv");
    Files.writeString(file, "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), file);
    WholeFile.write("--out", link, "new");
    assertTrue(Files.isSymbolicLink(link));
    assertEquals("new", Files.readString(file));
  }
}
