package io.github.tierwise.profile;

import io.github.tierwise.internal.Checks;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Numbers by dimension and value, as in country: de: 0.62; names compare without regard to case.
 */
final class AudienceKeys {

  private AudienceKeys() {}

  static String key(String text, String name) {
    // Few words for many accounts: one instance of each saves memory and is found by identity.
    return Checks.notBlank(text, name).toLowerCase(Locale.ROOT).intern();
  }

  /** The key as {@link #key} makes it, of a text that somebody looks for. */
  static String sought(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  static void put(
      Map<String, Map<String, Double>> cells, String dimension, String value, double number) {
    cells
        .computeIfAbsent(key(dimension, "dimension"), d -> new LinkedHashMap<>())
        .put(key(value, "value"), number);
  }

  /** A deep copy, modifiable, with dimensions and values in the order of their names. */
  static Map<String, Map<String, Double>> sorted(Map<String, Map<String, Double>> cells) {
    Map<String, Map<String, Double>> copy = new TreeMap<>();
    cells.forEach((dimension, values) -> copy.put(dimension, new TreeMap<>(values)));
    return copy;
  }

  /** The sum in the order of iteration; NaN if there is none. */
  static double sum(Iterable<Double> fractions) {
    double sum = Double.NaN;
    for (double each : fractions) {
      sum = Double.isNaN(sum) ? each : sum + each;
    }
    return sum;
  }

  /** A deep copy, modifiable, that keeps the order in which cells were put. */
  static Map<String, Map<String, Double>> copy(Map<String, Map<String, Double>> cells) {
    Map<String, Map<String, Double>> copy = new LinkedHashMap<>();
    cells.forEach((dimension, values) -> copy.put(dimension, new LinkedHashMap<>(values)));
    return copy;
  }
}
