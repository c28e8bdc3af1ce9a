package io.github.tierwise.files.table;

/**
 * Looks for cells that are in no column of a workbook, in its XML byte by byte: the reader of
 * workbooks makes room for every column before a cell, and some letters more are hundreds of
 * millions of them.
 */
final class CellPlaces {

  /** The last column is XFD. */
  private static final int MOST_LETTERS = 3;

  /** What the last byte was within. */
  private enum In {
    TEXT,
    TAG,
    VALUE,

    /** A comment, text that is no XML, or what is said to a program. */
    OTHER
  }

  private In in = In.TEXT;

  /** The two bytes before. */
  private int last;

  private int beforeLast;

  /** How many characters the name has that is read, and whether it has ended. */
  private int name;

  private boolean ended;
  private int firstOfName;

  private int quote;
  private int letters;

  /** The byte before the {@code >} with which it ends; 0 if that may be any. */
  private int endOfOther;

  /**
   * Takes the next byte.
   *
   * @return whether a place ends there that no workbook has
   */
  boolean isFar(byte next) {
    // Of two bytes a character the other one is 0.
    if (next == 0) {
      return false;
    }
    boolean far = false;
    switch (in) {
      case TEXT -> {
        if (next == '<') {
          in = In.TAG;
          name = 0;
          ended = false;
        }
      }
      case TAG -> tag(next);
      case VALUE -> {
        // A letter may be written as a number, too.
        letters += next == '&' ? MOST_LETTERS + 1 : Character.isLetter(next) ? 1 : 0;
        if (next == quote) {
          far = name == 1 && firstOfName == 'r' && letters > MOST_LETTERS;
          in = In.TAG;
          ended = true;
        }
      }
      case OTHER -> other(next);
    }
    beforeLast = last;
    last = next;
    return far;
  }

  private void tag(byte next) {
    if (next == '>') {
      in = In.TEXT;
    } else if ((next == '!' || next == '?') && last == '<') {
      in = In.OTHER;
      endOfOther = next == '?' ? '?' : 0;
    } else if (next == '"' || next == '\'') {
      in = In.VALUE;
      quote = next;
      letters = 0;
    } else if (next == '=' || next <= ' ') {
      ended = true;
    } else {
      name = ended ? 1 : name + 1;
      firstOfName = name == 1 ? next : firstOfName;
      ended = false;
    }
  }

  private void other(byte next) {
    if (last == '!' && beforeLast == '<') {
      endOfOther = next == '-' ? '-' : next == '[' ? ']' : 0;
    } else if (next == '>'
        && (endOfOther == 0
            || (last == endOfOther && (endOfOther == '?' || beforeLast == endOfOther)))) {
      in = In.TEXT;
    }
  }
}
