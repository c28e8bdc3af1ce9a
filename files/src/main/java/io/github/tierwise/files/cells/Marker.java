package io.github.tierwise.files.cells;

import java.util.Locale;
import java.util.Set;

/** Whether a cell marks its row. */
public enum Marker {
  YES,
  NO,

  /** Nothing stands there: no, where nobody says no in words, else unknown. */
  BLANK,
  UNKNOWN;

  private static final Set<String> SAYS_YES =
      Set.of(
          "1",
          "true",
          "t",
          "yes",
          "y",
          "x",
          "ja",
          "j",
          "si",
          "sí",
          "oui",
          "o",
          "sim",
          "s",
          "✓",
          "✔",
          "sponsored",
          "paid",
          "ad");

  private static final Set<String> SAYS_NO =
      Set.of(
          "0",
          "false",
          "f",
          "no",
          "n",
          "nein",
          "non",
          "nao",
          "não",
          "not sponsored",
          "unpaid",
          "organic");

  /** Reads a cell. */
  public static Marker parse(String text) {
    String word = CellText.strip(text).toLowerCase(Locale.ROOT);
    if (word.isEmpty()) {
      return BLANK;
    }
    String whole = word.endsWith(".0") ? word.substring(0, word.length() - 2) : word;
    return SAYS_YES.contains(whole) ? YES : SAYS_NO.contains(whole) ? NO : UNKNOWN;
  }
}
