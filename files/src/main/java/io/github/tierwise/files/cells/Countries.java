package io.github.tierwise.files.cells;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Country names and codes as one: {@code United States}, {@code USA} and {@code us} are {@code US}.
 * Names are those of the JDK in English, and, since these change from one JDK to the next, the ones
 * that changed or that people use besides.
 */
public final class Countries {

  private static final Map<String, String> CODES = new HashMap<>();

  static {
    for (String code : Locale.getISOCountries()) {
      Locale country = new Locale.Builder().setRegion(code).build();
      CODES.put(key(country.getDisplayCountry(Locale.ENGLISH)), code);
      CODES.put(key(code), code);
      CODES.put(key(country.getISO3Country()), code);
    }
    WordLists.read(Countries.class, "countries")
        .forEach((code, names) -> names.forEach(name -> CODES.put(key(name), code)));
  }

  private Countries() {}

  private static String key(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .replace("&", "and")
        .replaceAll("[^\\p{L}]", "");
  }

  /** The names of countries in English. */
  public static List<String> names() {
    return Arrays.stream(Locale.getISOCountries())
        .map(code -> new Locale.Builder().setRegion(code).build())
        .map(country -> country.getDisplayCountry(Locale.ENGLISH))
        .toList();
  }

  /** The two-letter code of a country by its name or code; empty if it is not known. */
  public static Optional<String> code(String name) {
    return Optional.ofNullable(CODES.get(key(name)));
  }

  /** The two-letter code if the name is known, else the name as it is. */
  public static String codeOrName(String name) {
    return code(name).orElse(name.strip());
  }
}
