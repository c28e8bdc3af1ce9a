package io.github.tierwise.files.cells;

/** A cell in a message: recognised by who has the file, and never more than a line. */
public final class Quote {

  /** The most characters of a cell that a message shows, the sign of what is left out included. */
  public static final int LONGEST = 60;

  private static final char LEFT_OUT = '…';

  private Quote() {}

  /**
   * The cell in double quotes. Line ends, tabs and other characters that steer a terminal or turn
   * the direction of a line are spaces; of a long cell the beginning is shown.
   *
   * @param cell a cell of any length
   * @return at most {@value #LONGEST} characters between two quotes, and behind them how many there
   *     are if these are not all
   */
  public static String of(String cell) {
    return of(cell, "\"");
  }

  /** A name as it is; of a long one the beginning, and how long it is. */
  public static String name(String name) {
    return name.length() <= LONGEST ? name : of(name, "");
  }

  /** The same of a cell of which only the beginning is known. */
  public static String start(String cell) {
    return start(cell, "\"");
  }

  private static String of(String cell, String mark) {
    String start = start(cell, mark);
    return cell.length() <= LONGEST
        ? start
        : start + " (%s)".formatted(NumberText.of(cell.length(), "character"));
  }

  private static String start(String cell, String mark) {
    StringBuilder shown = new StringBuilder(LONGEST + 2).append(mark);
    int end = cell.length() <= LONGEST ? cell.length() : LONGEST - 1;
    if (end < cell.length() && Character.isHighSurrogate(cell.charAt(end - 1))) {
      // Half a character is none.
      end--;
    }
    for (int i = 0; i < end; i++) {
      char c = cell.charAt(i);
      shown.append(steers(c) ? ' ' : c);
    }
    if (end < cell.length()) {
      shown.append(LEFT_OUT);
    }
    return shown.append(mark).toString();
  }

  private static boolean steers(char c) {
    return Character.isISOControl(c)
        || c == '\u2028'
        || c == '\u2029'
        || (c >= '\u200E' && c <= '\u200F')
        || (c >= '\u202A' && c <= '\u202E')
        || (c >= '\u2066' && c <= '\u2069');
  }
}
