package io.github.tierwise;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import io.github.tierwise.engagement.FuzzRates;
import io.github.tierwise.tier.FuzzDefinitions;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the fuzzer starts from, and what it once found. To fuzz: {@code mvn -Pfuzz -pl core,cli
 * test}.
 */
class FuzzSeedsTest {

  @ParameterizedTest
  @ValueSource(strings = {"first.tsv", "special.tsv"})
  void definitionsAreReadOrRefusedAsDocumented(String seed) throws IOException {
    byte[] input = input("definitions/" + seed);
    assertDoesNotThrow(() -> FuzzDefinitions.fuzzerTestOneInput(input));
  }

  @ParameterizedTest
  @ValueSource(strings = "first.tsv")
  void ratesAreReadOrRefusedAsDocumented(String seed) throws IOException {
    byte[] input = input("rates/" + seed);
    assertDoesNotThrow(() -> FuzzRates.fuzzerTestOneInput(input));
  }

  private static byte[] input(String name) throws IOException {
    try (InputStream stream = FuzzSeedsTest.class.getResourceAsStream("/fuzz/" + name)) {
      return stream.readAllBytes();
    }
  }
}
