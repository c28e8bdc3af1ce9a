package io.github.tierwise.cli.write;

import io.github.tierwise.files.cells.InputException;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Objects;

/** Writes a file whole or not at all: beside its place first, then moved there in one step. */
public final class WholeFile {

  private WholeFile() {}

  /**
   * Writes a text as UTF-8.
   *
   * @param option the name of the option that names the file, for error messages
   * @param path where to
   * @param text the text
   * @throws InputException if it cannot be written; what was there before is untouched
   */
  public static void write(String option, Path path, String text) {
    write(option, path, out -> out.write(text));
  }

  /**
   * Writes a text as UTF-8 while it is made.
   *
   * @param option the name of the option that names the file, for error messages
   * @param path where to
   * @param content the text
   * @throws InputException if it cannot be written; what was there before is untouched
   */
  public static void write(String option, Path path, Content content) {
    try {
      // A link stays a link: what it points to is replaced.
      Path place = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
      if (Files.isDirectory(place)) {
        throw new InputException(option + " must be a file, was the folder \"" + path + '"');
      }
      if (Files.exists(place) && !Files.isRegularFile(place)) {
        // A device or a pipe is written to; it must not be replaced by a file.
        write(place, content);
        return;
      }
      replace(place, content);
    } catch (IOException e) {
      throw new InputException(
          "%s must be a place that can be written, was \"%s\" (%s)"
              .formatted(option, path, e.getClass().getSimpleName()),
          e);
    }
  }

  private static void replace(Path place, Content content) throws IOException {
    Path temporary =
        Files.createTempFile(
            Objects.requireNonNull(place.getParent(), "folder"), ".tierwise", ".part");
    try {
      write(temporary, content);
      keepPermissions(temporary, place);
      move(temporary, place);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static void write(Path path, Content content) throws IOException {
    try (Writer out =
        Files.newBufferedWriter(path, StandardCharsets.UTF_8, StandardOpenOption.WRITE)) {
      content.write(out);
    }
  }

  /** Those of the file that is replaced; of a new one, those that new files get here. */
  private static void keepPermissions(Path temporary, Path place) throws IOException {
    if (!Files.getFileStore(temporary).supportsFileAttributeView(PosixFileAttributeView.class)) {
      return;
    }
    if (Files.exists(place)) {
      Files.setPosixFilePermissions(temporary, Files.getPosixFilePermissions(place));
    } else {
      // A temporary file is private; ask what an ordinary one is given.
      Path probe = temporary.resolveSibling(temporary.getFileName() + ".new");
      Files.createFile(probe);
      try {
        Files.setPosixFilePermissions(temporary, Files.getPosixFilePermissions(probe));
      } finally {
        Files.delete(probe);
      }
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
