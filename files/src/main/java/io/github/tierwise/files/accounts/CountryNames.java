package io.github.tierwise.files.accounts;

import io.github.tierwise.files.cells.Countries;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Countries by what a table calls them; what is none is counted, by name. */
final class CountryNames {

  /** So many names are remembered, known or not. */
  private static final int MOST_REMEMBERED = 10_000;

  private final Map<String, List<String>> known = new HashMap<>();
  private final Map<String, Integer> strange = new LinkedHashMap<>();

  /** The codes of the countries that a cell names; the cell itself if it names none. */
  List<String> codes(String cell) {
    List<String> codes = known.get(cell);
    if (codes == null) {
      codes = Countries.codes(cell);
      if (known.size() < MOST_REMEMBERED) {
        known.put(cell, codes);
      }
    }
    if (codes.isEmpty()) {
      if (strange.size() < MOST_REMEMBERED) {
        strange.merge(cell, 1, Integer::sum);
      }
      return List.of(cell);
    }
    return codes;
  }

  /** The code of a country; its name if it is none. */
  String code(String name) {
    return codes(name).get(0);
  }

  /** What is no country, and how often. */
  Map<String, Integer> strange() {
    return strange;
  }
}
