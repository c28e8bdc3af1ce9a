package io.github.tierwise.files;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.files.accounts.FuzzAccounts;
import io.github.tierwise.files.accounts.FuzzJson;
import io.github.tierwise.files.accounts.FuzzPieces;
import io.github.tierwise.files.accounts.FuzzPosts;
import io.github.tierwise.files.accounts.FuzzWorkbook;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What the fuzzer starts from, and what it once found: inputs in the test resources, by target. To
 * fuzz: {@code mvn -Pfuzz -pl core,files,cli test}.
 */
class FuzzSeedsTest {

  private static final Map<String, Consumer<byte[]>> TARGETS =
      new TreeMap<>(
          Map.of(
              "accounts", FuzzAccounts::fuzzerTestOneInput,
              "json", FuzzJson::fuzzerTestOneInput,
              "workbook", FuzzWorkbook::fuzzerTestOneInput,
              "pieces", FuzzPieces::fuzzerTestOneInput,
              "posts", FuzzPosts::fuzzerTestOneInput,
              "brand", FuzzBrand::fuzzerTestOneInput));

  @TestFactory
  List<DynamicTest> everySeedIsReadOrRefusedAsDocumented() throws IOException, URISyntaxException {
    List<DynamicTest> tests = new ArrayList<>();
    for (var target : TARGETS.entrySet()) {
      Path folder = Path.of(FuzzSeedsTest.class.getResource("/fuzz/" + target.getKey()).toURI());
      List<Path> seeds;
      try (Stream<Path> files = Files.list(folder)) {
        seeds = files.sorted().toList();
      }
      assertTrue(seeds.size() > 1, () -> "seeds of " + target.getKey());
      for (Path seed : seeds) {
        byte[] input = Files.readAllBytes(seed);
        tests.add(
            DynamicTest.dynamicTest(
                target.getKey() + " " + seed.getFileName(),
                () -> assertDoesNotThrow(() -> target.getValue().accept(input))));
      }
    }
    return tests;
  }
}
