package io.github.tierwise.files.cells;

import java.util.Arrays;

/**
 * Numbers row by row, as many as come; a row that was left out is NaN. As long as all are, they
 * take no room.
 */
public final class DoubleList {

  private final int expected;
  private double[] values = {};

  /**
   * No numbers.
   *
   * @param expected how many rows there will probably be
   */
  public DoubleList(int expected) {
    this.expected = expected;
  }

  /** Whether all are NaN. */
  public boolean isEmpty() {
    return values.length == 0;
  }

  public double get(int row) {
    return row < values.length ? values[row] : Double.NaN;
  }

  public void set(int row, double value) {
    if (row < values.length) {
      values[row] = value;
    } else if (!Double.isNaN(value)) {
      grow(row + 1);
      values[row] = value;
    }
  }

  /** Sets the rows from one on to some of the numbers of an array. */
  public void set(int row, double[] source, int from, int to) {
    if (isEmpty() && areUnknown(source, from, to)) {
      return;
    }
    int end = row + to - from;
    if (end > values.length) {
      grow(end);
    }
    System.arraycopy(source, from, values, row, to - from);
  }

  private static boolean areUnknown(double[] source, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Double.isNaN(source[i])) {
        return false;
      }
    }
    return true;
  }

  private void grow(int least) {
    int more = values.length + (values.length >> 1);
    resize(Math.max(least, Math.max(expected, more)));
  }

  /**
   * Sets the rows from one on to rows of another list.
   *
   * @param rows which, in ascending order
   */
  public void addAll(int first, DoubleList other, int[] rows) {
    if (other.isEmpty()) {
      return;
    }
    for (int i = 0; i < rows.length; i++) {
      set(first + i, other.get(rows[i]));
    }
  }

  private void resize(int length) {
    int before = values.length;
    values = Arrays.copyOf(values, length);
    if (length > before) {
      Arrays.fill(values, before, length, Double.NaN);
    }
  }

  /** The first rows, without a copy if these are all. */
  public double[] toArray(int rows) {
    if (rows != values.length) {
      resize(rows);
    }
    return values;
  }
}
