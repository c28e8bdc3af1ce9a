package io.github.tierwise.cli.output;

import io.github.tierwise.cli.input.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file whole or not at all: beside its place first, then moved there in one step. */
public final class WholeFile {

  private WholeFile() {}

  /**
   * Writes a text as UTF-8.
   *
   * @param option the name of the option that names the file, for error messages
   * @param path where to
   * @param text the content
   * @throws InputException if it cannot be written; what was there before is untouched
   */
  public static void write(String option, Path path, String text) {
    try {
      // A link stays a link: what it points to is replaced.
      Path place = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
      if (Files.isDirectory(place)) {
        throw new InputException(option + " must be a file, was the folder \"" + path + '"');
      }
      Path temporary =
          place.resolveSibling(
              "." + place.getFileName() + "." + ProcessHandle.current().pid() + ".part");
      try {
        Files.writeString(
            temporary,
            text,
            StandardCharsets.UTF_8,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.WRITE);
        move(temporary, place);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw new InputException(
          "%s must be a place that can be written, was \"%s\" (%s)"
              .formatted(option, path, e.getClass().getSimpleName()),
          e);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
