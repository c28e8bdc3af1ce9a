package io.github.tierwise.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.CompanySize;
import io.github.tierwise.profile.Goal;
import io.github.tierwise.profile.Priority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page about where the numbers come from has every number of the code, and no other. */
class EvidenceTest {

  private static final Path PAGE = Path.of("..", "docs", "evidence.md");
  private static final Pattern CONSTANT = Pattern.compile("  ([^:]+): (.+?) \\[(.+)]");

  /** A brand that answers every question, with every gate. */
  private static final Scorer SCORER =
      Scorer.builder(
              BrandProfile.builder()
                  .budget(5_000, "USD")
                  .size(CompanySize.SME)
                  .goal(Goal.SALES)
                  .ownPresence(false)
                  .topic("vegan", 1)
                  .audience("country", "DE", 1)
                  .priority(Priority.COST, 1.5)
                  .build())
          .plausibleOnly(true)
          .requireTier("micro")
          .build();

  private record Row(String value, String source, String read) {}

  /** The rows of the page's first table, by name. */
  private static Map<String, Row> page() throws IOException {
    Map<String, Row> rows = new TreeMap<>();
    boolean inside = false;
    for (String line : Files.readAllLines(PAGE)) {
      if (line.startsWith("## ")) {
        inside = line.equals("## Every constant");
      } else if (inside && line.startsWith("| ")) {
        List<String> cells = List.of(line.substring(2, line.length() - 2).split(" \\| ", -1));
        assertEquals(5, cells.size(), line);
        if (!cells.get(0).equals("constant")) {
          Row row = new Row(cells.get(1), cells.get(3), cells.get(4));
          assertNull(rows.put(cells.get(0), row), "once: " + line);
        }
      }
    }
    return rows;
  }

  private static Map<String, Row> code() {
    Map<String, Row> rows = new TreeMap<>();
    for (String line : SCORER.describe().lines().filter(each -> each.startsWith("  ")).toList()) {
      Matcher constant = CONSTANT.matcher(line);
      assertTrue(constant.matches(), line);
      Row row = new Row(constant.group(2), constant.group(3), "");
      assertNull(rows.put(constant.group(1), row), "once: " + line);
    }
    return rows;
  }

  private static Map<String, String> values(Map<String, Row> rows) {
    Map<String, String> values = new TreeMap<>();
    rows.forEach((name, row) -> values.put(name, row.value()));
    return values;
  }

  @Test
  void thePageHasEveryConstantWithItsValueAndNoOther() throws IOException {
    assertEquals(values(code()), values(page()));
  }

  @Test
  void whatIsAnOwnDefaultIsCalledSoInBothPlaces() throws IOException {
    Map<String, Row> code = code();
    page()
        .forEach(
            (name, row) ->
                assertEquals(
                    code.get(name).source().startsWith("own default"),
                    row.source().startsWith("own default"),
                    name));
  }

  @Test
  void aSourceHasItsGradeAndTheDayOnWhichItWasRead() throws IOException {
    page()
        .forEach(
            (name, row) -> {
              if (row.source().startsWith("own default")) {
                assertTrue(row.read().matches("–|20\\d\\d-\\d\\d-\\d\\d"), name);
              } else {
                assertTrue(
                    row.source().matches(".*(grade [A-D]|grades B and C|from memory|own fit).*"),
                    name);
                assertTrue(row.read().matches("20\\d\\d-\\d\\d-\\d\\d|not read"), name);
              }
            });
  }
}
