package io.github.tierwise.files.accounts;

import io.github.tierwise.files.cells.Countries;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Countries by what a table calls them; what is none is counted, by name. */
final class CountryNames {

  /** So many names are remembered, known or not. */
  private static final int MOST_REMEMBERED = 10_000;

  private final Map<String, List<String>> known = new HashMap<>();

  /**
   * The codes of the countries that a cell names; the cell itself if it names none.
   *
   * @param strange counts what is no country
   */
  List<String> codes(String cell, Map<String, Integer> strange) {
    List<String> codes = known.get(cell);
    if (codes == null) {
      codes = Countries.codes(cell);
      if (known.size() < MOST_REMEMBERED) {
        known.put(cell, codes);
      }
    }
    if (codes.isEmpty()) {
      count(strange, cell, 1);
      return List.of(cell);
    }
    return codes;
  }

  /** Counts what is no country, as long as there is room for its name. */
  static void count(Map<String, Integer> strange, String name, int times) {
    if (strange.size() < MOST_REMEMBERED) {
      strange.merge(name, times, Integer::sum);
    }
  }

  /** The code of a country; its name if it is none. */
  String code(String name, Map<String, Integer> strange) {
    return codes(name, strange).get(0);
  }
}
