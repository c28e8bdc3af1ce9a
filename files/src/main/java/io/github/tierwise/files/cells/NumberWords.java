package io.github.tierwise.files.cells;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Words in cells of numbers: units, the ways to say "unknown", and what is no quote. */
final class NumberWords {

  /**
   * A unit in a cell.
   *
   * @param power the unit as a power of ten
   * @param where in which languages it is this, for a word that is another number elsewhere
   * @param readings where it is doubtful: what it is in one language and in another, with {@code
   *     %1$s} for the digits; else empty
   */
  record Unit(int power, String where, String readings) {

    private static Unit of(int power) {
      return new Unit(power, "", "");
    }

    private static Unit in(String where, int power) {
      return new Unit(power, " in " + where, "");
    }

    private static Unit doubtful(String readings) {
      return new Unit(0, "", readings);
    }

    boolean isDoubtful() {
      return !readings.isEmpty();
    }

    /** The number in words, as in {@code a thousand in Spanish}. */
    String words() {
      return NumberWords.power(power) + where;
    }
  }

  private static final Map<String, List<String>> LISTS =
      WordLists.read(NumberWords.class, "numbers");

  private static final Map<String, Unit> UNITS = new HashMap<>();

  static {
    LISTS.forEach(
        (list, words) -> {
          if (list.startsWith("power")) {
            Unit unit = Unit.of(Integer.parseInt(list.substring("power".length())));
            words.forEach(word -> UNITS.put(word, unit));
          }
        });
  }

  private static final Set<String> UNKNOWN = Set.copyOf(LISTS.get("unknown"));

  /** One character of Korean is up to three where its letters are parted. */
  private static final int LONGEST_UNKNOWN = 3 * longest(UNKNOWN);

  private static final Set<String> NO_QUOTE = Set.copyOf(LISTS.get("noquote"));
  private static final Set<String> ABOUT = Set.copyOf(LISTS.get("about"));
  private static final Set<String> BOUNDS = Set.copyOf(LISTS.get("bound"));
  private static final Set<String> PEOPLE = new HashSet<>(LISTS.get("people"));

  /** Where "billion" is a million millions. */
  private static final Set<String> LONG_SCALE = Set.of("de", "es", "fr", "pl");

  private NumberWords() {}

  private static int longest(Set<String> words) {
    return words.stream().mapToInt(String::length).max().orElse(0);
  }

  private static String lower(String word) {
    return CellText.composed(word).toLowerCase(Locale.ROOT);
  }

  /** Whether a word says that something is not known. */
  static boolean isUnknown(String word) {
    return word.length() <= LONGEST_UNKNOWN && UNKNOWN.contains(lower(word));
  }

  /** Whether a text where an amount is expected names none. */
  static boolean isNoQuote(String text) {
    return NO_QUOTE.contains(lower(text));
  }

  /** Whether a word before a number says that it is rounded. */
  static boolean isAbout(String word) {
    return ABOUT.contains(lower(word));
  }

  /** Whether words before an amount say that it is the least or the most. */
  static boolean isBound(String words) {
    return BOUNDS.contains(lower(words));
  }

  /** Whether a word behind a number says that it counts people who follow. */
  static boolean isPeople(String word) {
    return PEOPLE.contains(lower(word));
  }

  /** The unit that a word is, in a language that may be empty. */
  static Optional<Unit> unit(String written, String language) {
    String word = lower(written);
    switch (word) {
      case "mil":
        return Optional.of(
            language.equals("es") || language.equals("pt")
                ? Unit.in("Spanish and Portuguese", 3)
                : Unit.doubtful(
                    "%1$s thousand in Spanish and Portuguese, %1$s million in English"));
      case "mi":
        return language.equals("pt") ? Optional.of(Unit.in("Portuguese", 6)) : Optional.empty();
      case "l":
        return language.equals("hi") ? Optional.of(Unit.of(5)) : Optional.empty();
      case "b":
        return Optional.of(language.equals("tr") ? Unit.in("Turkish", 3) : Unit.of(9));
      case "m":
        return Optional.of(
            language.equals("id")
                ? Unit.doubtful("%1$s billion (miliar) in Indonesian, %1$s million in English")
                : Unit.of(6));
      case "billion":
        return Optional.of(
            LONG_SCALE.contains(language)
                ? Unit.doubtful("%1$s thousand million in English, a thousand times that elsewhere")
                : Unit.of(9));
      default:
        return Optional.ofNullable(UNITS.get(word));
    }
  }

  /** A power of ten in words. */
  static String power(int power) {
    return switch (power) {
      case 1 -> "ten";
      case 2 -> "a hundred";
      case 3 -> "a thousand";
      case 4 -> "ten thousand";
      case 5 -> "a hundred thousand";
      case 6 -> "a million";
      case 7 -> "ten million";
      case 8 -> "a hundred million";
      case 9 -> "a billion";
      default -> "10^" + power;
    };
  }
}
