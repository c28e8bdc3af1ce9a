package io.github.tierwise.cli.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Whether two paths of a command are one file; {@code -} is standard input. */
final class SameFile {

  private SameFile() {}

  static boolean test(String one, String other) {
    if (one.equals("-") || other.equals("-")) {
      return one.equals(other);
    }
    try {
      return Files.exists(Path.of(one)) && Files.isSameFile(Path.of(one), Path.of(other));
    } catch (IOException | InvalidPathException e) {
      // What is not there is not the same.
      return false;
    }
  }
}
