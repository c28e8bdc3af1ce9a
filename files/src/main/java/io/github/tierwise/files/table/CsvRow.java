package io.github.tierwise.files.table;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import io.github.tierwise.files.cells.NumberParser;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A row of a table; the same object is every row in turn. A text is made of a cell when asked for:
 * most cells are plain numbers, which need none.
 */
public final class CsvRow extends AbstractBaseCsvCallbackHandler<CsvRow> {

  private char[] chars = new char[256];

  /** Where the cells end within the characters. */
  private int[] ends = new int[16];

  private int size;
  private long line;
  private boolean blank;

  /** The line of the file on which the row starts. */
  public long line() {
    return line;
  }

  /** How many cells the row has. */
  public int size() {
    return size;
  }

  /** Whether there is nothing in any of its cells. */
  boolean isBlank() {
    return blank;
  }

  /** The cell, or an empty text if the row is too short. */
  public String cell(int column) {
    return isEmpty(column) ? "" : new String(chars, start(column), end(column) - start(column));
  }

  /** Whether there is not even a space in the cell. */
  public boolean isEmpty(int column) {
    return start(column) == end(column);
  }

  /** The number in a cell as {@link NumberParser#plain} reads it: NaN is not the last word. */
  public double plain(int column) {
    return NumberParser.plain(chars, start(column), end(column));
  }

  /** Whether a character is in the cell. */
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
    return size == 0 ? 0 : ends[Math.min(column, size - 1)];
  }

  List<String> cells() {
    return IntStream.range(0, size).mapToObj(this::cell).toList();
  }

  @Override
  protected void handleBegin(long startingLine) {
    line = startingLine;
    size = 0;
    blank = true;
  }

  @Override
  protected void handleField(int column, char[] text, int offset, int length, boolean quoted) {
    int start = start(size);
    int end = start + length;
    if (end > chars.length) {
      chars = Arrays.copyOf(chars, Math.max(end, 2 * chars.length));
    }
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, 2 * size);
    }
    System.arraycopy(text, offset, chars, start, length);
    ends[size++] = end;
    for (int i = start; blank && i < end; i++) {
      blank = Character.isWhitespace(chars[i]);
    }
  }

  @Override
  protected CsvRow buildRecord() {
    return this;
  }
}
