package io.github.tierwise.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text on a terminal: names come in every script, so the cells that a text takes are not its
 * length, and what a file says must not move the cursor.
 */
public final class Display {

  private static final int REPLACEMENT = 0xFFFD;
  private static final char FIRST_STRONG_ISOLATE = '\u2068';
  private static final char POP_ISOLATE = '\u2069';

  /** First and last code point of ranges whose characters take two cells (East Asian, emoji). */
  private static final int[] WIDE = {
    0x1100, 0x115F, 0x2E80, 0x303E, 0x3041, 0xA4CF, 0xA960, 0xA97C, 0xAC00, 0xD7A3, 0xF900, 0xFAFF,
    0xFE30, 0xFE6F, 0xFF00, 0xFF60, 0xFFE0, 0xFFE6, 0x1F300, 0x1F64F, 0x1F680, 0x1F6FF, 0x1F900,
    0x1F9FF, 0x1FA70, 0x1FAFF, 0x20000, 0x3FFFD
  };

  private static final String RIGHT =
      "\\p{IsArabic}\\p{IsHebrew}\\p{IsSyriac}\\p{IsThaana}\\p{IsNko}";

  /** Letters of scripts that are written from right to left, and what is between them. */
  private static final Pattern RIGHT_TO_LEFT =
      Pattern.compile("[%1$s]([%1$s\\P{L}]*[%1$s])?".formatted(RIGHT));

  /** Nothing that people write is longer without a space. */
  private static final Pattern ENDLESS = Pattern.compile("\\S{400,}+");

  private static final int SHOWN_OF_ENDLESS = 60;

  private Display() {}

  /** A sentence in which no word is endless: of such a one its beginning and its length. */
  public static String brief(String sentence) {
    return ENDLESS
        .matcher(sentence)
        .replaceAll(
            word ->
                Matcher.quoteReplacement(
                    "%s… (%,d characters)"
                        .formatted(
                            word.group().substring(0, SHOWN_OF_ENDLESS), word.group().length())));
  }

  /** The cells that a text takes. */
  public static int width(String text) {
    return text.codePoints().map(Display::width).sum();
  }

  private static int width(int codePoint) {
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    for (int i = 0; i < WIDE.length; i += 2) {
      if (WIDE[i] <= codePoint && codePoint <= WIDE[i + 1]) {
        return 2;
      }
    }
    return 1;
  }

  /** The text without control characters and without marks that turn the direction of a line. */
  public static String clean(String text) {
    StringBuilder clean = new StringBuilder();
    text.codePoints().map(c -> isShown(c) ? c : REPLACEMENT).forEach(clean::appendCodePoint);
    // Isolates keep a right-to-left name from reordering the rest of its line.
    return RIGHT_TO_LEFT.matcher(clean).replaceAll(FIRST_STRONG_ISOLATE + "$0" + POP_ISOLATE);
  }

  /** Whether a character is shown: no control, and no mark that turns the direction of a line. */
  public static boolean isShown(int codePoint) {
    return !Character.isISOControl(codePoint)
        && !(codePoint >= 0x202A && codePoint <= 0x202E)
        && !(codePoint >= 0x2066 && codePoint <= 0x2069);
  }

  /** The text, cut with an ellipsis if it takes more than {@code cells}. */
  public static String cut(String text, int cells) {
    if (width(text) <= cells) {
      return text;
    }
    StringBuilder start = new StringBuilder();
    int used = 0;
    boolean isolated = false;
    for (int codePoint : text.codePoints().toArray()) {
      used += width(codePoint);
      if (used > cells - 1) {
        break;
      }
      isolated = codePoint == FIRST_STRONG_ISOLATE || (isolated && codePoint != POP_ISOLATE);
      start.appendCodePoint(codePoint);
    }
    return start.append('…').toString().stripTrailing() + (isolated ? POP_ISOLATE : "");
  }

  /** The text with spaces up to {@code cells}, to its right or to its left. */
  public static String pad(String text, int cells, boolean right) {
    String spaces = " ".repeat(Math.max(0, cells - width(text)));
    return right ? spaces + text : text + spaces;
  }

  /**
   * A line that begins with a number and its label, in lines of at most {@code cells}; the later
   * ones begin where the label does.
   */
  public static List<String> hang(String line, int cells) {
    int label = line.indexOf("  ", line.length() - line.stripLeading().length()) + 2;
    if (label < 2 || width(line) <= cells || label > cells / 2) {
      return List.of(line);
    }
    List<String> lines = new ArrayList<>();
    String start = line.substring(0, label);
    for (String part : wrap(line.substring(label), cells - label)) {
      lines.add(start + part);
      start = " ".repeat(label);
    }
    return lines;
  }

  /** The text in lines of at most {@code cells}, broken at spaces. */
  public static List<String> wrap(String text, int cells) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && width(line.toString()) + 1 + width(word) > cells) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
