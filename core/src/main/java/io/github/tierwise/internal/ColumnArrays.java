package io.github.tierwise.internal;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The arrays behind columns, for the kernels of this module. */
public final class ColumnArrays {

  /** Numbers below this, which no count of people exceeds, spare a kernel all special cases. */
  public static final double ORDINARY = 0x1p60;

  private final double[] @Nullable [] measures;

  /** Where each measure is unknown, if it is anywhere. */
  private final long[] @Nullable [] gaps;

  /** Whether each measure is above 0 wherever it is known. */
  private final boolean[] positive;

  private final boolean ordinary;
  private final Map<String, Map<String, double[]>> audience = new LinkedHashMap<>();
  private final IdentityHashMap<double[], long @Nullable []> audienceGaps = new IdentityHashMap<>();
  private final Map<String, List<String[]>> labels = new LinkedHashMap<>();

  /** Wraps the arrays of measures, by their position in the enum; a missing one is unknown. */
  public ColumnArrays(
      double[] @Nullable [] measures,
      Map<String, Map<String, double[]>> audience,
      Map<String, List<String[]>> labels) {
    this.measures = measures.clone();
    gaps = new long[measures.length][];
    positive = new boolean[measures.length];
    double most = 0.0;
    for (int i = 0; i < measures.length; i++) {
      double[] column = measures[i];
      double least = Double.POSITIVE_INFINITY;
      if (column != null) {
        gaps[i] = Gaps.bitmap(column);
        for (double each : column) {
          // False for an unknown.
          least = each < least ? each : least;
          most = each > most ? each : most;
        }
      }
      positive[i] = least > 0;
    }
    ordinary = most < ORDINARY;
    // In the order of names, so that a sum over them does not depend on who came first.
    audience.forEach((dimension, cells) -> this.audience.put(dimension, new TreeMap<>(cells)));
    audience
        .values()
        .forEach(
            cells -> cells.values().forEach(each -> audienceGaps.put(each, Gaps.bitmap(each))));
    labels.forEach((dimension, columns) -> this.labels.put(dimension, List.copyOf(columns)));
  }

  /** The array of a measure, or null if it is unknown throughout. */
  public double @Nullable [] measure(int ordinal) {
    return measures[ordinal];
  }

  /** Whether a measure is known in every row. */
  public boolean isComplete(int ordinal) {
    return measures[ordinal] != null && gaps[ordinal] == null;
  }

  /** Adds to {@code out} the rows of a block from {@code from} on where a measure is unknown. */
  public void addGaps(int ordinal, int from, Gaps out) {
    if (measures[ordinal] == null) {
      out.fill();
    } else {
      out.add(gaps[ordinal], from);
    }
  }

  /** Takes from {@code out} the rows of a block from {@code from} on where a measure is unknown. */
  public void removeGaps(int ordinal, int from, Gaps out) {
    if (measures[ordinal] == null) {
      out.clear();
    } else {
      out.remove(gaps[ordinal], from);
    }
  }

  /** Adds the same for a column of {@link #audience()}. */
  public void addGaps(double[] column, int from, Gaps out) {
    out.add(audienceGaps.get(column), from);
  }

  /** Whether a measure is above 0 in every row where it is known. */
  public boolean isPositive(int ordinal) {
    return positive[ordinal];
  }

  /** Whether every measure is below {@link #ORDINARY} in every row where it is known. */
  public boolean isOrdinary() {
    return ordinary;
  }

  /**
   * The fractions of the audience by dimension and value, the values in the order of their names.
   */
  public Map<String, Map<String, double[]>> audience() {
    return audience;
  }

  /** The columns of values without a fraction, by dimension. */
  public Map<String, List<String[]>> labels() {
    return labels;
  }
}
