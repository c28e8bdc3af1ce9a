package io.github.tierwise.files.cells;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountriesTest {

  @ParameterizedTest
  @CsvSource({
    "United States, US",
    "united states of america, US",
    "USA, US",
    "us, US",
    "U.S., US",
    "UK, GB",
    "United Kingdom, GB",
    "Germany, DE",
    "DEU, DE",
    "Turkey, TR",
    "Türkiye, TR",
    "Turkiye, TR",
    "South Korea, KR",
    "Republic of Korea, KR",
    "Russia, RU",
    "Russian Federation, RU",
    "Czech Republic, CZ",
    "Ivory Coast, CI",
    "Cote d'Ivoire, CI",
    "Viet Nam, VN",
    "Hong Kong, HK",
    "Bosnia & Herzegovina, BA",
    "UAE, AE",
    "NA, NA",
    "Namibia, NA"
  })
  void namesAndCodesOfACountryAreOne(String name, String code) {
    assertEquals(Optional.of(code), Countries.code(name));
  }

  @Test
  void anUnknownNameStaysAsItIs() {
    assertEquals(Optional.empty(), Countries.code("Atlantis"));
    assertEquals("Atlantis", Countries.codeOrName(" Atlantis "));
  }
}
