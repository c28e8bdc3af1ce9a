package io.github.tierwise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page on dependencies has what the build resolves, and only licences that we accept. */
class DependenciesPageTest {

  private static final Path CHECKOUT = Path.of("..");
  private static final Path PAGE = CHECKOUT.resolve("docs/dependencies.md");

  /** Made by the build before the tests, from what it resolved. */
  private static final Path SBOM = Path.of("target", "sbom.json");

  private static final Set<String> ALLOWED =
      Set.of("Apache-2.0", "MIT", "BSD-2-Clause", "BSD-3-Clause", "EPL-2.0");

  private record Library(String version, String licence) {}

  /** The rows below a heading of the page, by group and artifact. */
  private static Map<String, Library> page(String heading) throws IOException {
    Map<String, Library> rows = new TreeMap<>();
    String text = Files.readString(PAGE);
    int start = text.indexOf("\n## " + heading + "\n");
    assertTrue(start >= 0, heading);
    int end = text.indexOf("\n## ", start + 1);
    Matcher row =
        Pattern.compile("^\\| `([^`]+)` \\| (\\S+) \\| (\\S+) \\| \\S.*\\|$", Pattern.MULTILINE)
            .matcher(text.substring(start, end < 0 ? text.length() : end));
    while (row.find()) {
      rows.put(row.group(1), new Library(row.group(2), row.group(3)));
    }
    return rows;
  }

  /** What the command line gets at run time, without our own parts. */
  private static Map<String, Library> resolved() throws IOException {
    Map<String, Library> libraries = new TreeMap<>();
    for (JsonNode component : new ObjectMapper().readTree(SBOM.toFile()).get("components")) {
      Set<String> licences = new TreeSet<>();
      for (JsonNode each : component.path("licenses")) {
        JsonNode licence = each.path("license");
        licences.add(licence.path("id").asText(licence.path("name").asText()));
      }
      String name = component.get("group").asText() + ":" + component.get("name").asText();
      libraries.put(
          name, new Library(component.get("version").asText(), String.join(" or ", licences)));
    }
    for (String own : List.of("core", "files")) {
      assertTrue(libraries.remove("io.github.tierwise:tierwise-" + own) != null, own);
    }
    return libraries;
  }

  @Test
  void thePageHasWhatTheCommandLineRunsOn() throws IOException {
    Map<String, Library> resolved = resolved();
    assertTrue(resolved.size() >= 8, "libraries were found: " + resolved);
    assertEquals(resolved, page("What the command line runs on"));
  }

  @Test
  void everyLicenceIsOneThatWeAccept() throws IOException {
    Map<String, Library> others = resolved();
    others.values().removeIf(library -> ALLOWED.contains(library.licence()));
    assertEquals(Map.of(), others);
  }

  @Test
  void thePageHasTheVersionsOfWhatOnlyWeRun() throws IOException {
    String poms = "";
    for (String pom : new String[] {"pom.xml", "benchmarks/pom.xml"}) {
      poms += Files.readString(CHECKOUT.resolve(pom));
    }
    Map<String, String> properties = new TreeMap<>();
    Pattern.compile("<([\\w.-]+\\.version)>([^<]+)</")
        .matcher(poms)
        .results()
        .forEach(match -> properties.put(match.group(1), match.group(2)));
    Map<String, Library> page = page("What only we run");
    Set<String> versions = new HashSet<>();
    for (Map.Entry<String, Library> row : page.entrySet()) {
      String[] name = row.getKey().split(":", -1);
      Matcher pinned =
          Pattern.compile(
                  "<groupId>%s</groupId>\\s*<artifactId>%s</artifactId>\\s*<version>\\$\\{(.*?)}"
                      .formatted(Pattern.quote(name[0]), Pattern.quote(name[1])))
              .matcher(poms);
      assertTrue(pinned.find(), row.getKey() + " is in a POM");
      assertEquals(row.getValue().version(), properties.get(pinned.group(1)), row.getKey());
      versions.add(pinned.group(1));
    }
    assertEquals(9, versions.size());
  }
}
