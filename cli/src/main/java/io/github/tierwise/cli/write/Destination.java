package io.github.tierwise.cli.write;

import io.github.tierwise.files.cells.InputException;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What stands at the path of an output, when all links are followed. A file is replaced; a pipe, a
 * device and what the caller has opened, such as {@code /dev/stdout}, are written to.
 */
public final class Destination {

  /** The most links that lead to a file; more are a circle. */
  private static final int MOST_LINKS = 40;

  /** Where a system shows a program its open files: their links lead to no names. */
  private static final Pattern OPEN_FILES = Pattern.compile("/dev/fd|/proc/\\d+(/task/\\d+)?/fd");

  private final Path place;
  private final boolean open;

  private Destination(Path place, boolean open) {
    this.place = place;
    this.open = open;
  }

  /**
   * Looks at a path.
   *
   * @param option the name of the option that names it, for error messages
   * @throws InputException if no file can be there
   */
  public static Destination of(String option, Path path) {
    try {
      Path place = path.toAbsolutePath();
      for (int i = 0; i < MOST_LINKS; i++) {
        Path folder = place.getParent();
        Path name = place.getFileName();
        if (Files.isDirectory(place) || folder == null || name == null) {
          throw new InputException(option + " must be a file, was the folder \"" + path + '"');
        }
        // A link may lead through folders that are links themselves.
        place = folder.toRealPath().resolve(name);
        boolean open = OPEN_FILES.matcher(String.valueOf(place.getParent())).matches();
        if (open || !Files.isSymbolicLink(place)) {
          return new Destination(place, open);
        }
        place = place.resolveSibling(Files.readSymbolicLink(place));
      }
      throw new FileSystemLoopException(path.toString());
    } catch (IOException e) {
      throw WriteFailure.at(option, path, e);
    }
  }

  /** Whether the caller has it open as standard output. */
  public boolean isStandardOutput() {
    return open && place.endsWith("1");
  }

  /** Whether standard output was sent into this very file, which is to be replaced. */
  public boolean isUnderStandardOutput() {
    return isReplaced() && isSameFile(place, StandardOutput.PATH);
  }

  /** Whether what is written to both would end up in one place, of which there is one text only. */
  public boolean isSame(Destination other) {
    return place.equals(other.place)
        ? isReplaced() || UnixFile.isPipe(place) || open
        : !UnixFile.isDevice(place) && isSameFile(place, other.place);
  }

  private static boolean isSameFile(Path one, Path other) {
    try {
      return Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
    } catch (IOException e) {
      // What cannot be looked at is told when it is written.
      return false;
    }
  }

  /** Whether a file is made or replaced here, in one step. */
  boolean isReplaced() {
    return !open && (!Files.exists(place) || Files.isRegularFile(place));
  }

  /** The path without links. */
  Path place() {
    return place;
  }
}
