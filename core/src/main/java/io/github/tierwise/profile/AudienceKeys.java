package io.github.tierwise.profile;

import io.github.tierwise.internal.Checks;
import io.github.tierwise.internal.Countries;
import io.github.tierwise.internal.Text;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Numbers by dimension and value, as in country: de: 0.62; names compare without regard to case,
 * and those of countries by their code.
 */
final class AudienceKeys {

  /** A column may hold as many values as rows. */
  private static final int MOST_KNOWN = 10_000;

  private static final String COUNTRY = "country";

  /** With what rounding to whole percents may add. */
  private static final double MOST_TOGETHER = 1.02;

  private AudienceKeys() {}

  static String key(String text, String name) {
    // Few words for many accounts: one instance of each saves memory and is found by identity.
    return Checks.notBlank(text, name).toLowerCase(Locale.ROOT).intern();
  }

  /** The key of a value: of a country that is known its code, else as {@link #key} makes it. */
  static String value(String dimensionKey, String text, String name) {
    String key = key(text, name);
    return dimensionKey.equals(COUNTRY)
        ? Countries.code(text).map(code -> key(code, name)).orElse(key)
        : key;
  }

  /** The keys of a column; blank is unknown. Few different values, so that each is made once. */
  static String[] values(String dimension, String[] column) {
    String dimensionKey = key(dimension, "dimension");
    String[] keys = new String[column.length];
    Map<String, String> known = new HashMap<>();
    for (int row = 0; row < keys.length; row++) {
      String text = column[row];
      String key = known.get(text);
      if (key == null) {
        key = text.isBlank() ? "" : value(dimensionKey, text, dimension);
        if (known.size() < MOST_KNOWN) {
          known.put(text, key);
        }
      }
      keys[row] = key;
    }
    return keys;
  }

  /** The key as {@link #key} makes it, of a text that somebody looks for. */
  static String sought(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  static void put(
      Map<String, Map<String, Double>> cells, String dimension, String value, double number) {
    String dimensionKey = key(dimension, "dimension");
    String valueKey = value(dimensionKey, value, "value");
    cells.computeIfAbsent(dimensionKey, d -> new LinkedHashMap<>()).put(valueKey, number);
  }

  /** A deep copy, modifiable, with dimensions and values in the order of their names. */
  static Map<String, Map<String, Double>> sorted(Map<String, Map<String, Double>> cells) {
    Map<String, Map<String, Double>> copy = new TreeMap<>();
    cells.forEach((dimension, values) -> copy.put(dimension, new TreeMap<>(values)));
    return copy;
  }

  /** The same cells, of which neither dimensions nor values can be changed. */
  static Map<String, Map<String, Double>> unmodifiable(Map<String, Map<String, Double>> cells) {
    Map<String, Map<String, Double>> wrapped = new LinkedHashMap<>();
    cells.forEach(
        (dimension, values) -> wrapped.put(dimension, Collections.unmodifiableMap(values)));
    return Collections.unmodifiableMap(wrapped);
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

  /**
   * Refuses shares that are more than there can be: those of a dimension exclude each other, but
   * for topics, of which a post may have several.
   *
   * @param sum the shares of a dimension together
   */
  static void checkSum(String dimensionKey, double sum, String account) {
    Checks.require(
        sum <= MOST_TOGETHER || dimensionKey.equals(Profile.TOPIC),
        () ->
            "shares of %s of %s must be at most 1 together, were %s"
                .formatted(dimensionKey, account, Text.plain(sum)));
  }
}
