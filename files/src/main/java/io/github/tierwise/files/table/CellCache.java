package io.github.tierwise.files.table;

import java.util.Arrays;
import java.util.Optional;

/**
 * What cells of a column mean that come again and again, found by their bytes. Of one thread.
 *
 * @param <V> what a cell means
 */
public final class CellCache<V> {

  /** So many different cells are remembered. */
  private static final int MOST = 1 << 12;

  /** Longer cells hardly come again. */
  private static final int LONGEST = 48;

  private final byte[][] cells = new byte[2 * MOST][];
  private final Object[] values = new Object[2 * MOST];
  private int size;
  private int last;

  /** What the cell of a row means; empty if it was not told yet. */
  @SuppressWarnings("unchecked")
  public Optional<V> get(Lines lines, int row, int column) {
    int place = place(lines.bytes(), lines.start(row, column), lines.end(row, column));
    return (Optional<V>) (values[place] == null ? Optional.empty() : values[place]);
  }

  /** Remembers what the cell of a row means, if there is room. */
  public void put(Lines lines, int row, int column, V value) {
    int start = lines.start(row, column);
    int end = lines.end(row, column);
    int place = place(lines.bytes(), start, end);
    if (size < MOST && end - start <= LONGEST && values[place] == null) {
      cells[place] = Arrays.copyOfRange(lines.bytes(), start, end);
      values[place] = Optional.of(value);
      size++;
    }
  }

  private int place(byte[] bytes, int start, int end) {
    // Neighbours are often alike.
    if (values[last] != null && isAt(last, bytes, start, end)) {
      return last;
    }
    int hash = end - start;
    for (int i = start; i < Math.min(end, start + LONGEST); i++) {
      hash = 31 * hash + bytes[i];
    }
    int place = (hash ^ (hash >>> 13)) & (cells.length - 1);
    while (values[place] != null && !isAt(place, bytes, start, end)) {
      place = (place + 1) & (cells.length - 1);
    }
    last = place;
    return place;
  }

  private boolean isAt(int place, byte[] bytes, int start, int end) {
    return Arrays.equals(cells[place], 0, cells[place].length, bytes, start, end);
  }
}
