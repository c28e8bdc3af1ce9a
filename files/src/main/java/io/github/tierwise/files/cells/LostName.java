package io.github.tierwise.files.cells;

/** A name of a file whose characters the locale does not have, so that it names none. */
public final class LostName {

  private static final char REPLACEMENT = '\uFFFD';

  private LostName() {}

  /**
   * What to do about it, to be added to a message; empty if no character of a path is lost.
   *
   * @param otherwise how to do without the name
   */
  public static String hint(String path, String otherwise) {
    return path.indexOf(REPLACEMENT) < 0
        ? ""
        : ": the locale does not have all its characters; say LC_ALL=C.UTF-8 before the command,"
            + " or "
            + otherwise;
  }
}
