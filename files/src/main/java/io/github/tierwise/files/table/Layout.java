package io.github.tierwise.files.table;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the cells of a text are told apart.
 *
 * @param separator what stands between two cells
 * @param skipsFirstLine whether the first line only names the separator
 */
record Layout(char separator, boolean skipsFirstLine) {

  /** Spreadsheets write {@code sep=;} for other spreadsheets, or read it and write it as a cell. */
  private static final Pattern NAMED =
      Pattern.compile("\\s*\"?sep=([,;\t|])\"?[,;\t| ]*", Pattern.CASE_INSENSITIVE);

  private static final int LONGEST_NAMED = 1_000;

  /** The layouts that are possible, the likeliest first; the only one if the text names it. */
  static List<Layout> of(Source source) {
    Matcher named = NAMED.matcher(firstLine(source));
    return named.matches()
        ? List.of(new Layout(named.group(1).charAt(0), true))
        : List.of(
            new Layout(',', false),
            new Layout(';', false),
            new Layout('\t', false),
            new Layout('|', false));
  }

  private static String firstLine(Source source) {
    StringBuilder line = new StringBuilder();
    try (Reader text = source.openRows()) {
      int c = text.read();
      while (c >= 0 && c != '\n' && c != '\r' && line.length() < LONGEST_NAMED) {
        line.append((char) c);
        c = text.read();
      }
    } catch (IOException e) {
      throw source.failed(e);
    }
    return line.toString();
  }

  /** The separator as it is said. */
  String separatorName() {
    return switch (separator) {
      case ',' -> "a comma";
      case ';' -> "a semicolon";
      case '\t' -> "a tabulator";
      default -> "a vertical bar";
    };
  }
}
