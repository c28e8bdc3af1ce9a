package io.github.tierwise.cli.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tierwise.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The figures of docs/comparing-definitions.md for real lists are what compare says of them. */
class ComparingDefinitionsPageTest {

  private static final Path PAGE = Path.of("..", "docs", "comparing-definitions.md");

  @TestFactory
  Stream<DynamicTest> everyRowOfARealListIsWhatCompareSays() throws IOException {
    List<String> rows =
        Files.readString(PAGE)
            .lines()
            .filter(line -> line.matches("\\| [a-z0-9-]+ \\|( [0-9,]+ \\|){4}.*"))
            .toList();
    assertEquals(5, rows.size());
    return rows.stream().map(row -> DynamicTest.dynamicTest(row, () -> check(row)));
  }

  private static void check(String row) throws IOException {
    String name = row.split(" ", -1)[1];
    Run run = Run.of("compare", Run.real(name + ".csv").toString(), "--quiet", "--format", "json");
    JsonNode all = new ObjectMapper().readTree(run.out());
    JsonNode pair = all.get("agreement").get(0);
    String kappa =
        pair.get("kappa").isNull()
            ? "undefined"
            : String.format(
                Locale.ROOT,
                "%.2f (%.2f to %.2f)",
                pair.get("kappa").asDouble(),
                pair.get("kappa_low").asDouble(),
                pair.get("kappa_high").asDouble());
    assertEquals(
        String.format(
            Locale.ROOT,
            "| %s | %,d | %,d | %,d | %,d | %s | %.2f |",
            name,
            pair.get("both").asLong(),
            pair.get("only_first").asLong(),
            pair.get("only_second").asLong(),
            pair.get("neither").asLong(),
            kappa,
            all.get("slope").get(0).get("slope").asDouble()),
        row);
  }
}
