package io.github.tierwise.cli.write;

import io.github.tierwise.files.cells.InputException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Why an output cannot be written. */
public final class WriteFailure {

  private WriteFailure() {}

  /** In a few words. */
  public static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "no such folder";
    }
    if (e instanceof AccessDeniedException) {
      return "not permitted";
    }
    if (e instanceof FileSystemLoopException) {
      return "a link to itself";
    }
    String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
    return reason == null ? e.getClass().getSimpleName() : reason;
  }

  /**
   * Whether nobody reads any more what is written. Systems say so in the language of the user, so
   * that it is also asked where it was written.
   */
  static boolean isClosedPipe(IOException e, Path place) {
    return String.valueOf(e.getMessage()).contains("pipe") || UnixFile.isPipe(place);
  }

  static InputException at(String option, Path path, IOException e) {
    return new InputException(
        "%s must be a place that can be written, was \"%s\" (%s)"
            .formatted(option, path, reason(e)),
        e);
  }
}
