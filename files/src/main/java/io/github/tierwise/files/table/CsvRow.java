package io.github.tierwise.files.table;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import io.github.tierwise.files.cells.NumberParser;
import io.github.tierwise.files.cells.NumberStyle;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.files.cells.Quote;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A row of a table; the same object is every row in turn. A text is made of a cell when asked for:
 * most cells are plain numbers, which need none.
 *
 * <p>A row with a {@link #problem} has no cells for its reader: whether they stand where they seem
 * to stand, nobody knows.
 */
final class CsvRow extends AbstractBaseCsvCallbackHandler<CsvRow> implements Row {

  private final RowGuard guard;
  private final Charset charset;

  /** How many lines of the file the parser does not see. */
  private final long skipped;

  private final byte[] latin = new byte[NumberParser.LONGEST_PLAIN];
  private char[] chars = new char[256];

  /** Where the cells end within the characters. */
  private int[] ends = new int[16];

  private int size;
  private long line;
  private boolean blank;

  /** The first cell with a mark; below 0 if there is none. */
  private int markedCell;

  /** What is wrong with a quote or the length of the row; empty if it is neither of them. */
  private Optional<RowGuard.Problem> problem = Optional.empty();

  CsvRow(RowGuard guard, Charset charset, long skipped) {
    this.guard = guard;
    this.charset = charset;
    this.skipped = skipped;
    markedCell = -1;
  }

  @Override
  public long line() {
    return line;
  }

  @Override
  public int lines() {
    int count = 1;
    for (int column = 0; column < size; column++) {
      int end = ends[column];
      for (int i = column == 0 ? 0 : ends[column - 1]; i < end; i++) {
        boolean pair = chars[i] == '\r' && i + 1 < end && chars[i + 1] == '\n';
        count += chars[i] == '\n' || (chars[i] == '\r' && !pair) ? 1 : 0;
      }
    }
    return count;
  }

  @Override
  public int size() {
    return markedCell < 0 ? size : 0;
  }

  @Override
  public Optional<String> problem() {
    return markedCell < 0 ? Optional.empty() : Optional.of(reason());
  }

  private String reason() {
    String was = Quote.start(rawCell(markedCell).strip());
    int number = markedCell + 1;
    if (problem.isEmpty()) {
      return "cell %d must be %s, was %s; if the whole file is in another encoding, say it, as in --encoding windows-1252"
          .formatted(number, charset, was);
    }
    return switch (problem.get()) {
      case NOT_DOUBLED -> "quotes within cell %d must be doubled, was %s".formatted(number, was);
      case NOT_CLOSED ->
          "quote that opens cell %d must be closed, was not: %s".formatted(number, was);
      case LONG_CELL ->
          "quote that opens cell %d must be closed within %s, was not: %s"
              .formatted(number, NumberText.of(RowGuard.MOST, "character"), was);
      case LONG_LINE ->
          "line must have at most %s, had more: %s"
              .formatted(
                  NumberText.of(RowGuard.MOST, "character"), Quote.start(rawCell(0).strip()));
    };
  }

  @Override
  public boolean isBroken() {
    return problem.isPresent();
  }

  /** Whether there is nothing in any of its cells. */
  boolean isBlank() {
    return blank;
  }

  @Override
  public String cell(int column) {
    return isEmpty(column) ? "" : new String(chars, start(column), end(column) - start(column));
  }

  @Override
  public boolean isEmpty(int column) {
    return start(column) == end(column);
  }

  @Override
  public double plain(int column) {
    int length = latin(column);
    return length == 0 ? Double.NaN : NumberParser.plain(latin, 0, length);
  }

  @Override
  public double plain(int column, NumberStyle style) {
    int length = latin(column);
    return length == 0 ? Double.NaN : NumberParser.plain(latin, 0, length, style);
  }

  /** Copies a cell that may be a number; how many characters it has, 0 if it is none. */
  private int latin(int column) {
    int start = start(column);
    int length = end(column) - start;
    if (length > latin.length) {
      return 0;
    }
    for (int i = 0; i < length; i++) {
      char c = chars[start + i];
      latin[i] = c < 0x80 ? (byte) c : (byte) '?';
    }
    return length;
  }

  @Override
  public boolean contains(int column, char wanted) {
    for (int i = start(column); i < end(column); i++) {
      if (chars[i] == wanted) {
        return true;
      }
    }
    return false;
  }

  private int start(int column) {
    return column == 0 ? 0 : end(column - 1);
  }

  private int end(int column) {
    return size() == 0 ? 0 : ends[Math.min(column, size - 1)];
  }

  @Override
  public List<String> cells() {
    return IntStream.range(0, size).mapToObj(this::rawCell).toList();
  }

  private String rawCell(int column) {
    int start = column == 0 ? 0 : ends[column - 1];
    String text = new String(chars, start, ends[column] - start);
    return markedCell < 0
        ? text
        : text.replace(RowGuard.QUOTE, '"').replace(RowGuard.INVALID, '\uFFFD');
  }

  @Override
  protected void handleBegin(long startingLine) {
    line = startingLine + skipped;
    size = 0;
    blank = true;
    markedCell = -1;
    problem = Optional.empty();
  }

  @Override
  protected void handleField(int column, char[] text, int offset, int length, boolean quoted) {
    int start = size == 0 ? 0 : ends[size - 1];
    int end = start + length;
    if (end > chars.length) {
      chars = Arrays.copyOf(chars, Math.max(end, 2 * chars.length));
    }
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, 2 * size);
    }
    System.arraycopy(text, offset, chars, start, length);
    if (guard.marked()) {
      findMarks(start, end);
    }
    ends[size++] = end;
    for (int i = start; blank && i < end; i++) {
      blank = Character.isWhitespace(chars[i]);
    }
  }

  private void findMarks(int start, int end) {
    for (int i = start; i < end; i++) {
      if (chars[i] < RowGuard.QUOTE) {
        continue;
      }
      if (chars[i] == RowGuard.QUOTE && problem.isEmpty()) {
        problem = Optional.of(guard.nextProblem());
        // It matters more than bytes that are no text.
        markedCell = size;
      }
      if (markedCell < 0) {
        markedCell = size;
      }
    }
  }

  @Override
  protected CsvRow buildRecord() {
    return this;
  }
}
