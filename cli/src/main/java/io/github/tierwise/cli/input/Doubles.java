package io.github.tierwise.cli.input;

import java.util.Arrays;

/** Numbers row by row, as many as come; a row that was left out is NaN. */
final class Doubles {

  private double[] values;

  /**
   * Room for numbers.
   *
   * @param expected how many rows there will probably be
   */
  Doubles(int expected) {
    values = new double[expected];
    Arrays.fill(values, Double.NaN);
  }

  double get(int row) {
    return row < values.length ? values[row] : Double.NaN;
  }

  void set(int row, double value) {
    if (row >= values.length) {
      int before = values.length;
      values = Arrays.copyOf(values, Math.max(row + 1, before + (before >> 1)));
      Arrays.fill(values, before, values.length, Double.NaN);
    }
    values[row] = value;
  }

  /** The first rows, without a copy if these are all. */
  double[] toArray(int rows) {
    if (rows != values.length) {
      int before = values.length;
      values = Arrays.copyOf(values, rows);
      if (rows > before) {
        Arrays.fill(values, before, rows, Double.NaN);
      }
    }
    return values;
  }
}
