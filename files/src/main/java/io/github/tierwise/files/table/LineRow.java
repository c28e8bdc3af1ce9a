package io.github.tierwise.files.table;

import io.github.tierwise.files.cells.NumberParser;
import io.github.tierwise.files.cells.NumberStyle;
import java.util.Arrays;
import java.util.Optional;

/** One row of {@link Lines}; the same object is every row in turn. */
public final class LineRow implements Row {

  /** Texts that come again and again are made once; so many are remembered, and no longer ones. */
  private static final int REMEMBERED = 1 << 10;

  private static final int LONGEST_REMEMBERED = 24;

  /** A column of which so many more texts are new than known has others in every row. */
  private static final int MOST_NEWS = 1 << 12;

  private static final int MOST_COLUMNS = 1 << 8;

  private final Lines lines;
  private int index;
  private final String[] known = new String[REMEMBERED];
  private final int[] news = new int[MOST_COLUMNS];
  private final byte[][] knownBytes = new byte[REMEMBERED][];

  LineRow(Lines lines) {
    this.lines = lines;
  }

  void moveTo(int row) {
    index = row;
  }

  @Override
  public long line() {
    return lines.line(index);
  }

  @Override
  public int size() {
    return lines.cells(index);
  }

  @Override
  public Optional<String> problem() {
    return Optional.empty();
  }

  @Override
  public boolean isBroken() {
    return false;
  }

  @Override
  public String cell(int column) {
    if (isEmpty(column)) {
      return "";
    }
    byte[] bytes = lines.bytes();
    int start = lines.start(index, column);
    int stop = lines.end(index, column);
    if (stop - start > LONGEST_REMEMBERED || (column < MOST_COLUMNS && news[column] > MOST_NEWS)) {
      return lines.text(start, stop);
    }
    int hash = stop - start;
    for (int i = start; i < stop; i++) {
      if (bytes[i] == '"') {
        // These bytes are another text elsewhere.
        return lines.text(start, stop);
      }
      hash = 31 * hash + bytes[i];
    }
    hash ^= hash >>> 15;
    int place = hash & (REMEMBERED - 1);
    byte[] before = knownBytes[place];
    if (before != null && Arrays.equals(before, 0, before.length, bytes, start, stop)) {
      if (column < MOST_COLUMNS) {
        news[column] = Math.max(-MOST_NEWS, news[column] - 2);
      }
      return known[place];
    }
    if (column < MOST_COLUMNS) {
      news[column]++;
    }
    String text = lines.text(start, stop);
    known[place] = text;
    knownBytes[place] = Arrays.copyOfRange(bytes, start, stop);
    return text;
  }

  @Override
  public boolean isEmpty(int column) {
    return column >= size() || lines.start(index, column) == lines.end(index, column);
  }

  @Override
  public double plain(int column) {
    return column >= size()
        ? Double.NaN
        : NumberParser.plain(lines.bytes(), lines.start(index, column), lines.end(index, column));
  }

  @Override
  public double plain(int column, NumberStyle style) {
    return column >= size()
        ? Double.NaN
        : NumberParser.plain(
            lines.bytes(), lines.start(index, column), lines.end(index, column), style);
  }

  @Override
  public boolean contains(int column, char wanted) {
    if (column < size()) {
      byte[] bytes = lines.bytes();
      for (int i = lines.start(index, column); i < lines.end(index, column); i++) {
        if (bytes[i] == wanted) {
          return true;
        }
      }
    }
    return false;
  }
}
