package io.github.tierwise.benchmarks;

import java.util.Arrays;
import java.util.Locale;

/** A median with the least and the most of what it was taken from; NaN if nothing was measured. */
record Figure(double median, double low, double high) {

  static final Figure NONE = new Figure(Double.NaN, Double.NaN, Double.NaN);

  static Figure of(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int count = sorted.length;
    // NaN sorts last.
    if (count == 0 || Double.isNaN(sorted[count - 1])) {
      return NONE;
    }
    double median = (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
    return new Figure(median, sorted[0], sorted[count - 1]);
  }

  boolean isKnown() {
    return !Double.isNaN(median);
  }

  /** Three digits and the unit, and the spread if there is one. */
  String text(String unit) {
    if (!isKnown()) {
      return "not measured";
    }
    String spread = low == high ? "" : " (%s to %s)".formatted(digits(low), digits(high));
    return digits(median) + unit + spread;
  }

  static String digits(double value) {
    String format =
        value >= 100 || value == 0
            ? "%,.0f"
            : value >= 10 ? "%.1f" : value >= 0.01 ? "%.2f" : "%.4f";
    return String.format(Locale.ROOT, format, value);
  }
}
