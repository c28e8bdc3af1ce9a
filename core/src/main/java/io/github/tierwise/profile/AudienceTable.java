package io.github.tierwise.profile;

import java.util.Map;

/**
 * Fractions by dimension and value, to be looked up quickly: a hash table with open addressing in
 * plain arrays. Immutable.
 */
final class AudienceTable {

  private static final AudienceTable EMPTY = new AudienceTable(Map.of());

  private final String[] dimensions;
  private final String[] values;
  private final double[] fractions;
  private final int mask;

  /** A table of these fractions; the same for all who have none. */
  static AudienceTable of(Map<String, Map<String, Double>> cells) {
    return cells.isEmpty() ? EMPTY : new AudienceTable(cells);
  }

  private AudienceTable(Map<String, Map<String, Double>> cells) {
    int count = cells.values().stream().mapToInt(Map::size).sum();
    // At most half full, so that a search always ends, soon.
    int capacity = Integer.highestOneBit(Math.max(1, count)) * 4;
    mask = capacity - 1;
    dimensions = new String[capacity];
    values = new String[capacity];
    fractions = new double[capacity];
    cells.forEach(
        (dimension, row) -> row.forEach((value, fraction) -> put(dimension, value, fraction)));
  }

  private static int slot(String dimension, String value) {
    int hash = 31 * dimension.hashCode() + value.hashCode();
    return hash ^ (hash >>> 15);
  }

  private void put(String dimension, String value, double fraction) {
    int i = slot(dimension, value) & mask;
    while (values[i] != null) {
      i = (i + 1) & mask;
    }
    dimensions[i] = dimension;
    values[i] = value;
    fractions[i] = fraction;
  }

  /** The fraction, or NaN if it is not known. */
  double get(String dimension, String value) {
    for (int i = slot(dimension, value) & mask; values[i] != null; i = (i + 1) & mask) {
      if (values[i].equals(value) && dimensions[i].equals(dimension)) {
        return fractions[i];
      }
    }
    // Keys are in lower case, as most that are looked for: only what is not found may be another.
    String soughtDimension = AudienceKeys.sought(dimension);
    String soughtValue = AudienceKeys.sought(value);
    return soughtDimension.equals(dimension) && soughtValue.equals(value)
        ? Double.NaN
        : get(soughtDimension, soughtValue);
  }
}
