package io.github.tierwise.cli.input;

import java.util.Arrays;

/**
 * Numbers row by row, as many as come; a row that was left out is NaN. As long as all are, they
 * take no room.
 */
final class Doubles {

  private final int expected;
  private double[] values = {};

  /**
   * No numbers.
   *
   * @param expected how many rows there will probably be
   */
  Doubles(int expected) {
    this.expected = expected;
  }

  /** Whether all are NaN. */
  boolean isEmpty() {
    return values.length == 0;
  }

  double get(int row) {
    return row < values.length ? values[row] : Double.NaN;
  }

  void set(int row, double value) {
    if (row < values.length) {
      values[row] = value;
    } else if (!Double.isNaN(value)) {
      int more = values.length + (values.length >> 1);
      resize(Math.max(row + 1, Math.max(expected, more)));
      values[row] = value;
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
  double[] toArray(int rows) {
    if (rows != values.length) {
      resize(rows);
    }
    return values;
  }
}
