package io.github.tierwise.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountriesTest {

  @ParameterizedTest
  @CsvSource({
    "United States, US",
    "united states of america, US",
    "USA, US",
    "us, US",
    "U.S., US",
    "UK, GB",
    "Germany, DE",
    "GERMANY, DE",
    "DEU, DE",
    "de, DE",
    "Deutschland, DE",
    "Alemania, DE",
    "Alemanha, DE",
    "Allemagne, DE",
    "Germania, DE",
    "Almanya, DE",
    "Niemcy, DE",
    "Jerman, DE",
    "Германия, DE",
    "ドイツ, DE",
    "독일, DE",
    "德国, DE",
    "德國, DE",
    "ألمانيا, DE",
    "जर्मनी, DE",
    "เยอรมนี, DE",
    "Österreich, AT",
    "Oesterreich, ",
    "España, ES",
    "ESPANA, ES",
    "İspanya, ES",
    "Türkiye, TR",
    "Brasil, BR",
    "日本, JP",
    "США, US",
    "ABD, US",
    "EE. UU., US",
    "Großbritannien, GB",
    "'Korea, Republic of', KR",
    "'Congo, The Democratic Republic of the', CD",
    "Kosovo, XK",
    "XK, XK",
    "Georgia, GE",
    "Kongo, ",
    "NA, NA",
    "🇩🇪, DE",
    "🇩🇪 Germany, DE",
    "Deutschland 🇩🇪, DE",
    "🇩🇪 Austria, ",
    "🇩🇪🇦🇹, ",
    "🇿🇿, ",
    "🎉, ",
    "🎉 Germany, DE",
    "Bosnia & Herzegovina, BA"
  })
  void namesCodesAndFlagsOfACountryAreOne(String name, String code) {
    assertEquals(Optional.ofNullable(code), Countries.code(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "x", "Atlantis", "Berlin, Germany", "dach", "1", "🇩", "!!"})
  void whatIsNoCountryIsUnknown(String name) {
    assertEquals(Optional.empty(), Countries.code(name));
  }

  @Test
  void everyCountryIsKnownByItsCodesAndItsEnglishName() {
    for (String code : Locale.getISOCountries()) {
      Locale country = new Locale.Builder().setRegion(code).build();
      assertEquals(Optional.of(code), Countries.code(code));
      assertEquals(Optional.of(code), Countries.code(code.toLowerCase(Locale.ROOT)));
      assertEquals(Optional.of(code), Countries.code(country.getISO3Country()));
      assertEquals(
          Optional.of(code), Countries.code(country.getDisplayCountry(Locale.ENGLISH)), code);
    }
  }

  @Test
  void everyListedNameIsOfOneCountry() throws IOException {
    Properties listed = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Countries.class.getResourceAsStream("countries.properties"), StandardCharsets.UTF_8)) {
      listed.load(reader);
    }
    for (String code : listed.stringPropertyNames()) {
      for (String name : listed.getProperty(code).split(", ", -1)) {
        assertEquals(Optional.of(code), Countries.code(name), name);
      }
    }
  }

  @Test
  void nearlyEveryNameInElevenLanguagesIsKnown() {
    int known = 0;
    int all = 0;
    for (String language :
        List.of("es", "pt", "fr", "de", "it", "tr", "pl", "id", "ja", "ko", "zh")) {
      for (String code : Locale.getISOCountries()) {
        String name =
            new Locale.Builder()
                .setRegion(code)
                .build()
                .getDisplayCountry(Locale.forLanguageTag(language));
        Optional<String> found = Countries.code(name);
        assertTrue(found.isEmpty() || found.get().equals(code), name);
        all++;
        known += found.isPresent() ? 1 : 0;
      }
    }
    assertTrue(known > 0.98 * all, known + " of " + all);
  }

  @Test
  void manyThreadsMayAskFirst() throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(4);
    try {
      List<Future<Optional<String>>> found =
          executor.invokeAll(
              IntStream.range(0, 16)
                  .mapToObj(
                      i ->
                          (java.util.concurrent.Callable<Optional<String>>)
                              () -> Countries.code("Deutschland"))
                  .toList());
      for (Future<Optional<String>> each : found) {
        assertEquals(Optional.of("DE"), each.get());
      }
    } finally {
      executor.shutdown();
    }
  }

  @Property
  void noTextBreaksTheSearch(@ForAll String name) {
    Countries.code(name).ifPresent(code -> assertEquals(Optional.of(code), Countries.code(code)));
  }

  @Test
  void aNameOfMegabytesTakesNoTime() {
    assertTimeout(
        Duration.ofSeconds(1),
        () -> assertEquals(Optional.empty(), Countries.code("a".repeat(5_000_000))));
  }
}
