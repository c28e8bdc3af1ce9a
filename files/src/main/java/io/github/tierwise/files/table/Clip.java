package io.github.tierwise.files.table;

/** Cells in messages: a cell may be a page long, a message may not. */
final class Clip {

  private static final int MOST = 60;

  private Clip() {}

  /** The beginning of a text on one line, of 60 characters at most, in quotes. */
  static String quoted(String text) {
    String line = text.strip();
    // The rest is not even looked at: it may be megabytes.
    boolean all = line.length() <= MOST;
    int end = all ? line.length() : MOST - 1;
    if (!all && Character.isHighSurrogate(line.charAt(end - 1))) {
      end--;
    }
    return '"' + line.substring(0, end).replaceAll("\\s+", " ") + (all ? "" : "…") + '"';
  }
}
