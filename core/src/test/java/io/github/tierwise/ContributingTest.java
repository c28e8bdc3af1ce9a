package io.github.tierwise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What CONTRIBUTING says a built-in criterion touches is what knows one of those that there are.
 * Conversion is the example: of all it has least to do with others.
 */
class ContributingTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern KNOWS =
      Pattern.compile(
          "ConversionCriterion|(Priority\\.|\\b)CONVERSION\\b|Criteria\\.conversion\\(");

  private static String row() throws IOException {
    return Files.readAllLines(ROOT.resolve("CONTRIBUTING.md")).stream()
        .filter(line -> line.startsWith("| a built-in criterion |"))
        .findFirst()
        .orElseThrow();
  }

  /** The names in the row, as files of sources. */
  private static Set<String> named() throws IOException {
    Matcher names = Pattern.compile("`([A-Z]\\w+)`").matcher(row());
    return names
        .results()
        .map(name -> name.group(1).replace("NameCriterion", "ConversionCriterion") + ".java")
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> knowing(List<String> folders) throws IOException {
    Set<String> files = new TreeSet<>();
    for (String folder : folders) {
      try (Stream<Path> walk = Files.walk(ROOT.resolve(folder))) {
        for (Path file : walk.filter(each -> each.toString().endsWith(".java")).toList()) {
          String code = Files.readString(file).replaceAll("(?s)/\\*.*?\\*/", "");
          if (KNOWS.matcher(code).find()) {
            files.add(file.getFileName().toString());
          }
        }
      }
    }
    return files;
  }

  @Test
  void aBuiltInCriterionTouchesTheFilesThatContributingNamesAndNoOthers() throws IOException {
    Set<String> main =
        knowing(
            List.of(
                "core/src/main",
                "contracts/src/main",
                "files/src/main",
                "cli/src/main",
                "benchmarks/src/main/java/io/github/tierwise/benchmarks/Workload.java"));
    Set<String> tests = knowing(List.of("core/src/test", "contracts/src/test", "cli/src/test"));
    tests.remove("ContributingTest.java");
    Set<String> named = named();
    named.remove("SpanCriterion.java");
    Set<String> missing = new TreeSet<>(main);
    missing.removeAll(named);
    assertEquals(Set.of(), missing, "know a criterion, and are not named");
    Set<String> known = new TreeSet<>(main);
    known.addAll(tests);
    named.removeAll(known);
    assertEquals(Set.of(), named, "are named, and know none");
  }

  @Test
  void thePagesThatAreNamedAreThere() throws IOException {
    Matcher pages = Pattern.compile("`(docs/[\\w-]+\\.md)`").matcher(row());
    List<Path> named = pages.results().map(page -> ROOT.resolve(page.group(1))).toList();
    assertEquals(2, named.size());
    for (Path page : named) {
      assertTrue(Files.readString(page).contains("conversion"), () -> page + " has it");
    }
  }
}
