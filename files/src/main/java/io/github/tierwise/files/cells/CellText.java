package io.github.tierwise.files.cells;

import java.text.Normalizer;

/** What stands around and between the characters of a cell and cannot be seen. */
final class CellText {

  private static final int FIRST_FULL_WIDTH = 0xFF01;
  private static final int LAST_FULL_WIDTH = 0xFF5E;

  /** From a full-width character to the one of ASCII that looks like it. */
  private static final int FULL_WIDTH = FIRST_FULL_WIDTH - '!';

  private CellText() {}

  /**
   * Whether nobody sees it: zero-width spaces and joiners, marks of direction and of byte order.
   */
  private static boolean isInvisible(char c) {
    return (c >= '\u200B' && c <= '\u200F')
        || (c >= '\u202A' && c <= '\u202E')
        || (c >= '\u2060' && c <= '\u2069')
        || c == '\u00AD'
        || c == '\uFEFF';
  }

  /** Whether it is a space of any width, which a number may have between its digits. */
  private static boolean isSpace(char c) {
    return Character.isSpaceChar(c) && c != '\u2028' && c != '\u2029';
  }

  private static boolean isBlank(char c) {
    return c <= ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c) || isInvisible(c);
  }

  /** The text without spaces of any kind and invisible characters around it. */
  static String strip(String raw) {
    int start = 0;
    int end = raw.length();
    while (start < end && isBlank(raw.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(raw.charAt(end - 1))) {
      end--;
    }
    return raw.substring(start, end);
  }

  /**
   * The text with every space as a blank and every digit as one of ASCII: Arabic, Devanagari and
   * full-width ones; and full-width letters and signs too. What is invisible is left out. Line ends
   * and tabs stay: what they part is not one number.
   */
  static String plain(String text) {
    StringBuilder plain = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > '~' && plain == null) {
        plain = new StringBuilder(text.length()).append(text, 0, i);
      }
      if (plain != null && !isInvisible(c)) {
        plain.append(ascii(c));
      }
    }
    return plain == null ? text : plain.toString();
  }

  /** The text with each letter and its marks as one character, as the lists of words have them. */
  static String composed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > '~') {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
      }
    }
    return text;
  }

  private static char ascii(char c) {
    if (isSpace(c)) {
      return ' ';
    }
    if (c >= FIRST_FULL_WIDTH && c <= LAST_FULL_WIDTH) {
      return (char) (c - FULL_WIDTH);
    }
    if (Character.isDigit(c)) {
      return (char) ('0' + Character.digit(c, 10));
    }
    return switch (c) {
      case '−', '﹣' -> '-';
      case '’', 'ʼ', '٬' -> '\'';
      case '٪' -> '%';
      default -> c;
    };
  }
}
