package io.github.tierwise.profile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import org.junit.jupiter.api.Test;

class CountryNamesTest {

  private static Influencer.Builder ana() {
    return Influencer.builder("ana", Platform.INSTAGRAM);
  }

  @Test
  void anOwnCountryIsItsCodeByAnyOfItsNames() {
    for (String name : List.of("Germany", "germany", "Deutschland", "DEU", "de", "DE", "🇩🇪")) {
      Influencer account = ana().label("country", name).audience("Country", name, 0.4).build();
      assertEquals(List.of("de"), account.labels("country"));
      assertTrue(account.hasLabel("country", "DE"));
      assertEquals(0.4, account.audience("country", "DE"));
      assertEquals(
          Map.of("country", Map.of("de", 1.0)),
          BrandProfile.builder().audience("country", name, 1).build().targets());
    }
  }

  @Test
  void namesOfOneCountryAreOneLabel() {
    assertEquals(
        List.of("de", "at"),
        ana()
            .label("country", "DE")
            .label("country", "Germany")
            .label("country", "Österreich")
            .build()
            .labels("country"));
  }

  @Test
  void whatIsNoCountryStaysAsItIs() {
    assertEquals(
        List.of("atlantis", "berlin, germany"),
        ana()
            .label("country", "Atlantis")
            .label("country", "Berlin, Germany")
            .build()
            .labels("country"));
    assertEquals(List.of("germany"), ana().label(Profile.TOPIC, "Germany").build().labels("topic"));
    assertEquals(0.2, ana().audience("city", "Monaco", 0.2).build().audience("city", "monaco"));
  }

  @Test
  void columnsSayTheSameAsAccounts() {
    ProfileColumns columns =
        ProfileColumns.builder(Platform.INSTAGRAM, new double[] {1, 2, 3, 4})
            .label("country", new String[] {"Germany", "", "Atlantis", "Germany"})
            .audience("country", "Deutschland", new double[] {0.4, 0.3, 0.2, 0.1})
            .build();
    assertEquals(List.of("de"), columns.get(0).labels("country"));
    assertEquals(List.of(), columns.get(1).labels("country"));
    assertEquals(List.of("atlantis"), columns.get(2).labels("country"));
    assertEquals(List.of("de"), columns.get(3).labels("country"));
    assertEquals(0.2, columns.get(2).audience("country", "DE"));
  }

  @Test
  void theDoorKnowsWhatTheBuildersKnow() {
    assertEquals(Optional.of("DE"), Profile.countryCode("Alemania"));
    assertEquals(Optional.empty(), Profile.countryCode("Atlantis"));
  }

  @Property
  void anAccountReadBackKnowsTheSameCountries(@ForAll @NotBlank String country) {
    Influencer account = ana().label("country", country).audience("country", country, 1).build();
    assertEquals(account, account.toBuilder().build());
    assertArrayEquals(
        account.labels("country").toArray(),
        ana()
            .label("country", account.labels("country").get(0))
            .build()
            .labels("country")
            .toArray());
  }
}
