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

  private final double[] @Nullable [] measures;
  private final boolean[] complete;
  private final Map<String, Map<String, double[]>> shares = new LinkedHashMap<>();
  private final Set<double[]> completeShares = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<String, List<String[]>> labels = new LinkedHashMap<>();

  /** Wraps the arrays of measures, by their position in the enum; a missing one is unknown. */
  public Raw(
      double[] @Nullable [] measures,
      boolean[] complete,
      Map<String, Map<String, double[]>> shares,
      Map<String, List<String[]>> labels) {
    this.measures = measures.clone();
    this.complete = complete.clone();
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

  /** The array of a measure, or null if it is unknown throughout. */
  public double @Nullable [] measure(int ordinal) {
    return measures[ordinal];
  }

  /** Whether a measure is known in every row. */
  public boolean isComplete(int ordinal) {
    return complete[ordinal];
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
