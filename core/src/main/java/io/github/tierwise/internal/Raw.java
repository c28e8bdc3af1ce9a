package io.github.tierwise.internal;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The arrays behind columns, for the kernels of this module. */
public final class Raw {

  /** Numbers below this, which no count of people exceeds, spare a kernel all special cases. */
  public static final double ORDINARY = 0x1p60;

  private static final int COMPLETE = 1;
  private static final int POSITIVE = 2;
  private static final int SMALL = 4;

  private final double[] @Nullable [] measures;

  /** What holds of every row of a measure. */
  private final int[] facts;

  private final Map<String, Map<String, double[]>> shares = new LinkedHashMap<>();
  private final Set<double[]> completeShares = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<String, List<String[]>> labels = new LinkedHashMap<>();

  /** Wraps the arrays of measures, by their position in the enum; a missing one is unknown. */
  public Raw(
      double[] @Nullable [] measures,
      int[] facts,
      Map<String, Map<String, double[]>> shares,
      Map<String, List<String[]>> labels) {
    this.measures = measures.clone();
    this.facts = facts.clone();
    // In the order of names, so that a sum over them does not depend on who came first.
    shares.forEach((dimension, cells) -> this.shares.put(dimension, new TreeMap<>(cells)));
    shares.values().forEach(cells -> cells.values().forEach(this::noteIfComplete));
    labels.forEach((dimension, columns) -> this.labels.put(dimension, List.copyOf(columns)));
  }

  private void noteIfComplete(double[] column) {
    for (double share : column) {
      if (Double.isNaN(share)) {
        return;
      }
    }
    completeShares.add(column);
  }

  /** Whether a share, one of {@link #shares()}, is known in every row. */
  public boolean isComplete(double[] share) {
    return completeShares.contains(share);
  }

  /** What holds of every row of a column of numbers, none of them negative. */
  public static int facts(double[] column) {
    boolean complete = true;
    double least = Double.POSITIVE_INFINITY;
    double most = 0.0;
    for (double each : column) {
      complete &= !Double.isNaN(each);
      // False for an unknown.
      least = each < least ? each : least;
      most = each > most ? each : most;
    }
    return (complete ? COMPLETE : 0) | (least > 0 ? POSITIVE : 0) | (most < ORDINARY ? SMALL : 0);
  }

  /** The array of a measure, or null if it is unknown throughout. */
  public double @Nullable [] measure(int ordinal) {
    return measures[ordinal];
  }

  /** Whether a measure is known in every row. */
  public boolean isComplete(int ordinal) {
    return (facts[ordinal] & COMPLETE) != 0;
  }

  /** Whether a measure is above 0 in every row where it is known. */
  public boolean isPositive(int ordinal) {
    return measures[ordinal] == null || (facts[ordinal] & POSITIVE) != 0;
  }

  /** Whether a measure is below {@link #ORDINARY} in every row where it is known. */
  public boolean isOrdinary(int ordinal) {
    return measures[ordinal] == null || (facts[ordinal] & SMALL) != 0;
  }

  /** The shares by dimension and value, the values in the order of their names. */
  public Map<String, Map<String, double[]>> shares() {
    return shares;
  }

  /** The columns of values without a share, by dimension. */
  public Map<String, List<String[]>> labels() {
    return labels;
  }
}
