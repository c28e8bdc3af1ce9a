package io.github.tierwise.files.cells;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
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
    "Deutschland, DE",
    "🇩🇪, DE",
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "Germany # DE",
        "de # DE",
        "🇩🇪 Germany # DE",
        "🇩🇪 Berlin # DE",
        "🇩🇪🇦🇹 # DE AT",
        "Berlin, Germany # DE",
        "Germany, Berlin # DE",
        "Berlin, Deutschland # DE",
        "Kreuzberg, Berlin, DEU # DE",
        "Germany, Austria # DE AT",
        "Germany; Austria # DE AT",
        "DE, AT # DE AT",
        "DE/AT/de # DE AT",
        "Germany|Austria # DE AT",
        "Korea, Republic of # KR",
        "Germany, Korea, Republic of # DE KR",
        "Los Angeles, California, USA # US",
        "Los Angeles, CA, USA # US",
        "Los Angeles, CA # ''",
        "Salvador, BA # ''",
        "Atlanta, Georgia, USA # US",
        "Georgia, USA # US",
        "Atlanta, Georgia # ''",
        "Georgia, Armenia # ''",
        "Georgia # GE",
        "Granada, Spain # ES",
        "Berlin # ''",
        "Berlin, DE # ''",
        "CA, USA # US",
        "USA, Los Angeles, CA # ''",
        "Atlantis; Germany # DE",
        "'' # ''",
        ", # ''"
      })
  void aCellMayNameManyCountriesOrAPlaceInOne(String cell, String codes) {
    assertEquals(codes, String.join(" ", Countries.codes(cell)));
  }

  @Property
  void noCellBreaksTheSearch(@ForAll String cell) {
    Countries.codes(cell).forEach(code -> assertEquals(List.of(code), Countries.codes(code)));
  }

  @Test
  void aCellOfMegabytesNamesNoCountry() {
    assertEquals(List.of(), Countries.codes("Germany, ".repeat(500_000)));
  }
}
