package io.github.tierwise.cli.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What kind of thing a path is, where the system tells; elsewhere it is none of these. */
public final class UnixFile {

  private static final int KIND = 0170000;
  private static final int PIPE = 0010000;
  private static final int SOCKET = 0140000;
  private static final int CHARACTERS = 0020000;

  private UnixFile() {}

  /** Whether another program reads what is written here. */
  public static boolean isPipe(Path path) {
    int kind = kind(path);
    return kind == PIPE || kind == SOCKET;
  }

  /** Whether it is a device, such as a terminal. */
  public static boolean isDevice(Path path) {
    return kind(path) == CHARACTERS;
  }

  /** Whether the system's administrator owns it. */
  static boolean isOfRoot(Path path) throws IOException {
    try {
      return (int) Files.getAttribute(path, "unix:uid") == 0;
    } catch (UnsupportedOperationException | IllegalArgumentException e) {
      return false;
    }
  }

  private static int kind(Path path) {
    try {
      return (int) Files.getAttribute(path, "unix:mode") & KIND;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return 0;
    }
  }
}
