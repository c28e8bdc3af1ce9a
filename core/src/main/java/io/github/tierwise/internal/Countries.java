package io.github.tierwise.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * Country names and codes as one: {@code United States}, {@code USA}, {@code us}, {@code Vereinigte
 * Staaten} and the flag are {@code US}. Names are those of the JDK, in English and in all languages
 * that it knows, and, since these change from one JDK to the next, the ones that changed or that
 * people use besides. English, codes and listed names come first; a name that is two countries in
 * two other languages is none.
 */
public final class Countries {

  /** By key, the code; in English, by code and as listed. */
  private static final Map<String, String> CODES = new HashMap<>();

  private static final List<Locale> COUNTRIES =
      Arrays.stream(Locale.getISOCountries())
          .map(code -> new Locale.Builder().setRegion(code).build())
          .toList();

  static {
    for (Locale country : COUNTRIES) {
      String code = country.getCountry();
      CODES.put(key(country.getDisplayCountry(Locale.ENGLISH)), code);
      CODES.put(key(code), code);
      CODES.put(key(country.getISO3Country()), code);
    }
    Properties listed = listed();
    for (String code : listed.stringPropertyNames()) {
      for (String name : listed.getProperty(code).split(", ", -1)) {
        CODES.put(key(name), code);
      }
    }
  }

  private static final int LONGEST = 100;

  /** Shorter names in Latin letters are rather abbreviations of something else. */
  private static final int SHORTEST_FOREIGN = 4;

  private static final int FIRST_OF_FLAG = 0x1F1E6;
  private static final int LAST_OF_FLAG = 0x1F1FF;

  /** What the name of a country is in English in a JDK that has no word of a language. */
  private static final Locale PROBE = new Locale.Builder().setRegion("DE").build();

  private Countries() {}

  /** Names in all languages: about 30,000, made in some 0.7 seconds when one is first needed. */
  private static final class Foreign {
    private static final String TWO = "";
    private static final Map<String, String> CODES = new HashMap<>();

    static {
      String english = PROBE.getDisplayCountry(Locale.ENGLISH);
      for (Locale language : languages()) {
        if (PROBE.getDisplayCountry(language).equals(english)) {
          continue;
        }
        for (Locale country : COUNTRIES) {
          add(key(country.getDisplayCountry(language)), country.getCountry());
        }
      }
    }

    private static void add(String key, String code) {
      boolean latin = key.chars().allMatch(c -> c < 0x250);
      if (key.length() >= (latin ? SHORTEST_FOREIGN : 2)) {
        CODES.merge(key, code, (one, other) -> one.equals(other) ? one : TWO);
      }
    }

    /** Without regions, which change few names; scripts only where people write both. */
    private static Set<Locale> languages() {
      Set<Locale> languages = new LinkedHashSet<>();
      for (Locale each : Locale.getAvailableLocales()) {
        String language = each.getLanguage();
        if (language.length() == 2) {
          boolean scripts = language.equals("zh") || language.equals("sr");
          languages.add(
              new Locale.Builder()
                  .setLanguage(language)
                  .setScript(scripts ? each.getScript() : "")
                  .build());
        }
      }
      return languages;
    }

    static String code(String key) {
      return CODES.getOrDefault(key, TWO);
    }
  }

  private static Properties listed() {
    Properties listed = new Properties();
    try (InputStream stream = Countries.class.getResourceAsStream("countries.properties")) {
      if (stream == null) {
        throw new IllegalStateException(
            "resource countries.properties must be in the jar, was missing");
      }
      listed.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return listed;
  }

  /** Letters in lower case without accents, and the vowels of scripts that write them as marks. */
  private static String key(String name) {
    StringBuilder key = new StringBuilder(name.length());
    String text = isAscii(name) ? name : Normalizer.normalize(name, Normalizer.Form.NFD);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '&') {
        key.append("and");
      } else if (Character.isLetter(c) || (c > 0x36F && isMark(c))) {
        key.append(c == 'ı' ? 'i' : Character.toLowerCase(c));
      }
    }
    return key.toString();
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  private static boolean isMark(char c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  /**
   * The two-letter code of a country by its name in any language, its two- or three-letter code in
   * any case, its flag, or its flag and its name.
   *
   * @param name one country, not a list or a place in a country
   * @return a code in capitals, such as {@code DE}; empty if it is not known or could be two
   */
  public static Optional<String> code(String name) {
    if (name.length() > LONGEST) {
      return Optional.empty();
    }
    int flag = flag(name);
    if (flag < 0) {
      return named(name);
    }
    Optional<String> flown = named(letters(name, flag));
    String rest = (name.substring(0, flag) + name.substring(flag + 4)).strip();
    return rest.isEmpty() || named(rest).equals(flown) ? flown : Optional.empty();
  }

  private static Optional<String> named(String name) {
    String key = key(name);
    String code = CODES.get(key);
    if (code == null && key.length() > 1 && (key.length() > 3 || !isAscii(key))) {
      code = Foreign.code(key);
    }
    return code == null || code.isEmpty() ? Optional.empty() : Optional.of(code);
  }

  /** Where a flag starts, which is two letters of their own kind; below 0 if there is none. */
  private static int flag(String name) {
    int at = name.indexOf('\uD83C');
    while (at >= 0) {
      if (at + 4 <= name.length() && isOfFlag(name, at) && isOfFlag(name, at + 2)) {
        return at;
      }
      at = name.indexOf('\uD83C', at + 1);
    }
    return -1;
  }

  private static boolean isOfFlag(String name, int at) {
    int letter = name.codePointAt(at);
    return letter >= FIRST_OF_FLAG && letter <= LAST_OF_FLAG;
  }

  private static String letters(String name, int flag) {
    return ""
        + (char) ('A' + name.codePointAt(flag) - FIRST_OF_FLAG)
        + (char) ('A' + name.codePointAt(flag + 2) - FIRST_OF_FLAG);
  }
}
