package io.github.tierwise.files.cells;

import io.github.tierwise.profile.Profile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Countries in cells: names, codes and flags, alone, in lists and behind places. */
public final class Countries {

  private static final Pattern LIST = Pattern.compile("[;|/\n]");
  private static final Pattern FLAG = Pattern.compile("[\\x{1F1E6}-\\x{1F1FF}]{2}");
  private static final Pattern COMMA = Pattern.compile(",");
  private static final int LONGEST = 1_000;

  /** Names of countries that are as well places in another: which one, if it follows. */
  private static final Map<String, String> PLACES = Map.of("georgia", "US", "granada", "ES");

  private Countries() {}

  /** The names of countries in English. */
  public static List<String> names() {
    return Arrays.stream(Locale.getISOCountries())
        .map(code -> new Locale.Builder().setRegion(code).build())
        .map(country -> country.getDisplayCountry(Locale.ENGLISH))
        .toList();
  }

  /**
   * The two-letter code of one country by its name in any language, its code or its flag, as {@link
   * Profile#countryCode} finds it.
   *
   * @return a code in capitals; empty if it is not known
   */
  public static Optional<String> code(String name) {
    return Profile.countryCode(name);
  }

  /** The two-letter code if the name is known, else the name as it is. */
  public static String codeOrName(String name) {
    return code(name).orElse(name.strip());
  }

  /**
   * The countries of a cell: one, several with {@code ; | /}, line ends or commas between them, or
   * a place with its country ({@code Berlin, Germany}). Of a place the last country counts. Two
   * letters beside longer names are none, and behind them make the cell unknown: {@code Los
   * Angeles, CA} is not in Canada, {@code Salvador, BA} neither El Salvador nor Bosnia. So is
   * {@code Atlanta, Georgia}, since nobody knows which Georgia.
   *
   * @param cell a cell of any length
   * @return different codes in the order of the cell; empty if none is known
   */
  public static List<String> codes(String cell) {
    if (cell.length() > LONGEST) {
      return List.of();
    }
    Set<String> codes = new LinkedHashSet<>();
    for (String part : LIST.split(cell, -1)) {
      Optional<String> code = code(part);
      if (code.isPresent()) {
        codes.add(code.get());
      } else if (FLAG.matcher(part).find()) {
        FLAG.matcher(part).results().forEach(flag -> code(flag.group()).ifPresent(codes::add));
      } else if (part.indexOf(',') >= 0) {
        codes.addAll(codesOfParts(part));
      }
    }
    return List.copyOf(codes);
  }

  /**
   * Countries between commas; only one of them if something else is there too, which is a place.
   */
  private static List<String> codesOfParts(String text) {
    String[] parts = COMMA.split(text, -1);
    List<String> all = new ArrayList<>();
    List<String> named = new ArrayList<>();
    boolean place = false;
    boolean letters = false;
    String awaited = "";
    for (int i = 0; i < parts.length; i++) {
      String part = parts[i].strip();
      // Korea, Republic of: the second part is no country, both together are one.
      Optional<String> both =
          i + 1 < parts.length ? code(part + ", " + parts[i + 1].strip()) : Optional.empty();
      i += both.isPresent() ? 1 : 0;
      Optional<String> code = both.isPresent() ? both : code(part);
      if (!awaited.isEmpty() && !code.equals(Optional.of(awaited))) {
        return List.of();
      }
      awaited = PLACES.getOrDefault(part.toLowerCase(Locale.ROOT), "");
      letters = part.length() == 2;
      if (awaited.isEmpty() && code.isPresent()) {
        all.add(code.get());
        if (!letters) {
          named.add(code.get());
        }
      } else {
        place |= !part.isEmpty();
      }
    }
    boolean allAlike = named.isEmpty() || named.size() == all.size();
    if (awaited.isEmpty() && !place && allAlike) {
      return all;
    }
    return !awaited.isEmpty() || letters || named.isEmpty()
        ? List.of()
        : List.of(named.get(named.size() - 1));
  }
}
