package io.github.tierwise.files.cells;

import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Currencies by the signs, codes and words that stand beside amounts. */
final class Currencies {

  /** Signs that are of one currency, or, as {@code $} and {@code £}, of one by far. */
  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("€", "EUR"),
          Map.entry("$", "USD"),
          Map.entry("£", "GBP"),
          Map.entry("₹", "INR"),
          Map.entry("US$", "USD"),
          Map.entry("CA$", "CAD"),
          Map.entry("C$", "CAD"),
          Map.entry("AU$", "AUD"),
          Map.entry("A$", "AUD"),
          Map.entry("NZ$", "NZD"),
          Map.entry("HK$", "HKD"),
          Map.entry("NT$", "TWD"),
          Map.entry("SG$", "SGD"),
          Map.entry("S$", "SGD"),
          Map.entry("MX$", "MXN"),
          Map.entry("R$", "BRL"),
          Map.entry("₩", "KRW"),
          Map.entry("₺", "TRY"),
          Map.entry("₽", "RUB"),
          Map.entry("₴", "UAH"),
          Map.entry("₫", "VND"),
          Map.entry("₱", "PHP"),
          Map.entry("₦", "NGN"),
          Map.entry("₪", "ILS"),
          Map.entry("฿", "THB"));

  /** Words beside an amount, in lower case; in a header they are too short to be sure of. */
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("zł", "PLN"),
          Map.entry("rs", "INR"),
          Map.entry("rp", "IDR"),
          Map.entry("tl", "TRY"),
          Map.entry("kč", "CZK"),
          Map.entry("euro", "EUR"),
          Map.entry("euros", "EUR"),
          Map.entry("руб", "RUB"),
          Map.entry("円", "JPY"),
          Map.entry("원", "KRW"));

  private static final Map<String, Map<String, String>> BY_LANGUAGE =
      Map.of(
          "kr", Map.of("da", "DKK", "sv", "SEK", "no", "NOK", "nb", "NOK", "is", "ISK"),
          "¥", Map.of("ja", "JPY", "zh", "CNY"));

  private static final Set<String> CODES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  /** Longest first: C$ is within none, but $ is within all. */
  private static final List<String> SIGNS_BY_LENGTH =
      Stream.concat(SIGNS.keySet().stream(), Stream.of("¥"))
          .sorted((a, b) -> Integer.compare(b.length(), a.length()))
          .toList();

  private static final Map<String, String> DOUBTS =
      Map.of(
          "kr", "in Danish, Swedish, Norwegian or Icelandic crowns",
          "¥", "in Japanese yen or Chinese yuan");

  private Currencies() {}

  /** The code by its sign or its code in any case. */
  static Optional<String> code(String text) {
    String upper = text.strip().toUpperCase(Locale.ROOT);
    String code = SIGNS.getOrDefault(upper, upper);
    return CODES.contains(code) ? Optional.of(code) : Optional.empty();
  }

  /** The code of what stands beside an amount, where the column's language is known or empty. */
  static Optional<String> beside(String text, String language) {
    String word = text.toLowerCase(Locale.ROOT);
    String known = WORDS.get(word);
    if (known == null && BY_LANGUAGE.containsKey(word)) {
      known = BY_LANGUAGE.get(word).get(language);
    }
    return known == null ? code(text) : Optional.of(known);
  }

  /** What a sign could be, where only the language tells; empty for all others. */
  static String doubt(String text) {
    return DOUBTS.getOrDefault(text.toLowerCase(Locale.ROOT), "");
  }

  /** The sign at the start of a text; empty if there is none. */
  static String signAtStart(String text) {
    for (String sign : SIGNS_BY_LENGTH) {
      if (text.regionMatches(true, 0, sign, 0, sign.length())) {
        return sign;
      }
    }
    return "";
  }
}
