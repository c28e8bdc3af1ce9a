package io.github.tierwise.files.cells;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Names of months, days and time zones in the languages of exports. */
final class DateWords {

  private static final List<Locale> LANGUAGES =
      List.of("en", "es", "pt", "fr", "de", "it", "tr", "pl", "id").stream()
          .map(Locale::forLanguageTag)
          .toList();

  private static final List<TextStyle> STYLES =
      List.of(
          TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);

  /** More than one month for a name that means two. */
  private static final Map<String, Set<Month>> MONTHS = new HashMap<>();

  private static final Map<String, Set<DayOfWeek>> DAYS = new HashMap<>();

  static {
    for (Locale language : LANGUAGES) {
      for (TextStyle style : STYLES) {
        for (Month month : Month.values()) {
          add(MONTHS, month.getDisplayName(style, language), month, Month.class);
        }
        for (DayOfWeek day : DayOfWeek.values()) {
          add(DAYS, day.getDisplayName(style, language), day, DayOfWeek.class);
        }
      }
    }
    // Which of the two is short for September differs between releases of the JDK.
    add(MONTHS, "Sep", Month.SEPTEMBER, Month.class);
    add(MONTHS, "Sept", Month.SEPTEMBER, Month.class);
  }

  /** The offsets of RFC 822, and those of Europe. BST and IST are of two countries or more. */
  private static final Map<String, Integer> ZONES =
      Map.ofEntries(
          Map.entry("Z", 0),
          Map.entry("UTC", 0),
          Map.entry("UT", 0),
          Map.entry("GMT", 0),
          Map.entry("EST", -5),
          Map.entry("EDT", -4),
          Map.entry("CST", -6),
          Map.entry("CDT", -5),
          Map.entry("MST", -7),
          Map.entry("MDT", -6),
          Map.entry("PST", -8),
          Map.entry("PDT", -7),
          Map.entry("WET", 0),
          Map.entry("WEST", 1),
          Map.entry("CET", 1),
          Map.entry("CEST", 2),
          Map.entry("MEZ", 1),
          Map.entry("MESZ", 2),
          Map.entry("EET", 2),
          Map.entry("EEST", 3),
          Map.entry("MSK", 3));

  private DateWords() {}

  private static <E extends Enum<E>> void add(
      Map<String, Set<E>> names, String name, E value, Class<E> type) {
    String key = key(name);
    // Without its locale data a JDK gives numbers.
    if (key.length() >= 2) {
      names.computeIfAbsent(key, k -> EnumSet.noneOf(type)).add(value);
    }
  }

  /** Letters alone, in lower case and without accents. */
  private static String key(String name) {
    StringBuilder key = new StringBuilder();
    for (char c :
        Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT).toCharArray()) {
      if (Character.isLetter(c)) {
        key.append(c == 'ı' ? 'i' : c == 'ł' ? 'l' : c);
      }
    }
    return key.toString();
  }

  /** The month of a name; empty if it is none, or two. */
  static Optional<Month> month(String name) {
    Set<Month> months = MONTHS.getOrDefault(key(name), Set.of());
    return months.size() == 1 ? Optional.of(months.iterator().next()) : Optional.empty();
  }

  /** The days of the week that a name may mean; empty if it is none. */
  static Set<DayOfWeek> days(String name) {
    return DAYS.getOrDefault(key(name), Set.of());
  }

  /** The offset of a zone by its short name in any case; empty if it is not of one place. */
  static Optional<ZoneOffset> zone(String name) {
    return Optional.ofNullable(ZONES.get(name.toUpperCase(Locale.ROOT))).map(ZoneOffset::ofHours);
  }
}
