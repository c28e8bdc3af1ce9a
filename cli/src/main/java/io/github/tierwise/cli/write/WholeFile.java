package io.github.tierwise.cli.write;

import io.github.tierwise.cli.text.ShownWriter;
import io.github.tierwise.files.cells.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Objects;

/**
 * Writes a file whole or not at all: beside its place first, then moved there in one step. What is
 * no file is written to as it is.
 */
public final class WholeFile {

  /** A part is empty, and an open file may have been written to before. */
  private static final OpenOption[] BEHIND = {StandardOpenOption.WRITE, StandardOpenOption.APPEND};

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
    put(option, path, place -> write(place, content));
  }

  /**
   * Writes bytes.
   *
   * @param option the name of the option that names the file, for error messages
   * @param path where to
   * @param bytes the content
   * @throws InputException if it cannot be written; what was there before is untouched
   */
  public static void write(String option, Path path, byte[] bytes) {
    put(option, path, place -> Files.write(place, bytes, BEHIND));
  }

  /** Writes behind what is at a path. */
  private interface Step {
    void write(Path place) throws IOException;
  }

  private static void put(String option, Path path, Step step) {
    Destination destination = Destination.of(option, path);
    Path place = destination.place();
    try {
      if (destination.isReplaced()) {
        replace(place, step);
      } else {
        step.write(place);
      }
    } catch (UncheckedIOException e) {
      throw failed(option, path, destination, Objects.requireNonNull(e.getCause(), "cause"));
    } catch (IOException e) {
      throw failed(option, path, destination, e);
    }
  }

  private static RuntimeException failed(
      String option, Path path, Destination destination, IOException e) {
    return !destination.isReplaced() && WriteFailure.isClosedPipe(e, destination.place())
        ? new UncheckedIOException(new ClosedPipeException(e))
        : WriteFailure.at(option, path, e);
  }

  private static void replace(Path place, Step step) throws IOException {
    Path part = Parts.create(Objects.requireNonNull(place.getParent(), "folder"));
    try {
      keepPermissions(place, part);
      step.write(part);
      Parts.finish(part, place);
    } finally {
      Parts.delete(part);
    }
  }

  private static void write(Path path, Content content) throws IOException {
    try (Writer file = Files.newBufferedWriter(path, StandardCharsets.UTF_8, BEHIND);
        Writer out = UnixFile.isDevice(path) ? new ShownWriter(file) : file) {
      content.write(out);
    }
  }

  /** A file that is replaced keeps its permissions, before anything is in it. */
  private static void keepPermissions(Path place, Path part) throws IOException {
    if (Files.exists(place)
        && Files.getFileStore(part).supportsFileAttributeView(PosixFileAttributeView.class)) {
      Files.setPosixFilePermissions(part, Files.getPosixFilePermissions(place));
    }
  }
}
