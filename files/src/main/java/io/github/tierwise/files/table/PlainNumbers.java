package io.github.tierwise.files.table;

import io.github.tierwise.files.cells.NumberParser;

/**
 * The cells of a column of {@link Lines} as numbers, as far as they are plain. The same object is
 * that of the next lines, too.
 */
public final class PlainNumbers {

  /** What is in a cell. */
  public static final byte EMPTY = 0;

  /** Digits. */
  public static final byte WHOLE = 1;

  /** Digits with a dot that is a decimal mark and nothing else. */
  public static final byte DECIMAL = 2;

  /** Something that needs a closer look. */
  public static final byte OTHER = 3;

  static final PlainNumbers NONE = new PlainNumbers();

  private final double[] values = new double[Lines.MOST];
  private final byte[] kinds = new byte[Lines.MOST];
  private int block;

  PlainNumbers() {}

  boolean isNone() {
    return this == NONE;
  }

  /** Reads the rows in hand, unless that was done before. */
  void read(Lines lines, int column, int blockOfLines) {
    if (block == blockOfLines) {
      return;
    }
    block = blockOfLines;
    byte[] bytes = lines.bytes();
    int size = lines.size();
    for (int row = 0; row < size; row++) {
      if (column >= lines.cells(row)) {
        values[row] = Double.NaN;
        kinds[row] = EMPTY;
      } else {
        read(bytes, lines.start(row, column), lines.end(row, column), row);
      }
    }
  }

  private void read(byte[] bytes, int start, int end, int row) {
    long whole = NumberParser.whole(bytes, start, end);
    if (whole >= 0) {
      values[row] = whole;
      kinds[row] = WHOLE;
    } else {
      double value = NumberParser.plain(bytes, start, end);
      values[row] = value;
      kinds[row] = !Double.isNaN(value) ? DECIMAL : start == end ? EMPTY : OTHER;
    }
  }

  /** The number in the cell of a row; NaN if it is not plain. */
  public double value(int row) {
    return values[row];
  }

  /** What is in the cell of a row: {@link #EMPTY}, {@link #WHOLE} and so on. */
  public byte kind(int row) {
    return kinds[row];
  }
}
