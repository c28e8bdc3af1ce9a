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
    names("AE", "United Arab Emirates", "UAE", "Emirates");
    names("BA", "Bosnia and Herzegovina", "Bosnia");
    names("BN", "Brunei", "Brunei Darussalam");
    names("BO", "Bolivia", "Plurinational State of Bolivia");
    names("CD", "Congo - Kinshasa", "DR Congo", "Democratic Republic of the Congo");
    names("CG", "Congo - Brazzaville", "Congo", "Republic of the Congo");
    names("CI", "Côte d'Ivoire", "Ivory Coast");
    names("CN", "China", "PR China", "People's Republic of China", "Mainland China");
    names("CV", "Cape Verde", "Cabo Verde");
    names("CZ", "Czechia", "Czech Republic");
    names("FM", "Micronesia", "Federated States of Micronesia");
    names("GB", "United Kingdom", "UK", "Great Britain", "Britain", "England", "Scotland", "Wales");
    names("HK", "Hong Kong", "Hong Kong SAR China", "Hong Kong SAR", "Hong Kong, China");
    names("IR", "Iran", "Islamic Republic of Iran");
    names("KP", "North Korea", "DPRK");
    names("KR", "South Korea", "Korea", "Republic of Korea", "Korea, South", "Korea, Republic of");
    names("LA", "Laos", "Lao PDR");
    names("MD", "Moldova", "Republic of Moldova");
    names("MK", "North Macedonia", "Macedonia");
    names("MM", "Myanmar", "Burma", "Myanmar (Burma)");
    names("MO", "Macao", "Macau", "Macao SAR China");
    names("NL", "Netherlands", "The Netherlands", "Holland");
    names("PS", "Palestine", "Palestinian Territories", "State of Palestine");
    names("RU", "Russia", "Russian Federation");
    names("SY", "Syria", "Syrian Arab Republic");
    names("SZ", "Eswatini", "Swaziland");
    names("TL", "Timor-Leste", "East Timor");
    names("TR", "Turkey", "Türkiye");
    names("TW", "Taiwan", "Taiwan, China", "Chinese Taipei");
    names("TZ", "Tanzania", "United Republic of Tanzania");
    names("US", "United States", "USA", "US", "U.S.", "United States of America", "America");
    names("VA", "Vatican City", "Holy See");
    names("VE", "Venezuela", "Bolivarian Republic of Venezuela");
    names("VN", "Vietnam", "Viet Nam");
  }

  private Countries() {}

  private static void names(String code, String... names) {
    for (String name : names) {
      CODES.put(key(name), code);
    }
  }

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
