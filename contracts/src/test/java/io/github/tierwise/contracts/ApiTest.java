package io.github.tierwise.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.score.Scorer;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What users of the library can rely on: of core and of contracts. Core's module: ArchitectureTest.
 */
class ApiTest {

  private static final Path CHECKOUT = Path.of("..");
  private static final Pattern PUBLIC_TYPE =
      Pattern.compile(
          "^ *public (?:static |final |abstract |sealed |non-sealed )*"
              + "(?:@?interface|class|record|enum) (\\w+)");
  private static final Pattern SINCE = Pattern.compile("\\* @since (\\d+\\.\\d+\\.\\d+)$");

  private static ModuleDescriptor module(Class<?> type) throws IOException {
    // From its own jar or folder: on the class path another descriptor may come first.
    Path classes =
        Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()));
    if (Files.isDirectory(classes)) {
      try (InputStream descriptor = Files.newInputStream(classes.resolve("module-info.class"))) {
        return ModuleDescriptor.read(descriptor);
      }
    }
    return ModuleFinder.of(classes).findAll().iterator().next().descriptor();
  }

  private static Set<String> exports(ModuleDescriptor module) {
    return module.exports().stream()
        .filter(exports -> !exports.isQualified())
        .map(ModuleDescriptor.Exports::source)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void theModuleExportsOnePackageAndHandsOnCore() throws IOException {
    ModuleDescriptor module = module(Contracts.class);
    assertEquals("io.github.tierwise.contracts", module.name());
    assertEquals(Set.of("io.github.tierwise.contracts"), exports(module));
    assertEquals(1, module.exports().size());
    assertEquals(
        Map.of(
            "io.github.tierwise.core",
            Set.of(Requires.Modifier.TRANSITIVE),
            "java.base",
            Set.of(Requires.Modifier.MANDATED)),
        module.requires().stream().collect(Collectors.toMap(Requires::name, Requires::modifiers)));
    assertTrue(module.opens().isEmpty());
    assertTrue(module.provides().isEmpty());
    assertTrue(module.uses().isEmpty());
    assertFalse(module.isOpen());
  }

  @Test
  void thePageListsThePackagesThatAreExported() throws IOException {
    Set<String> listed = new TreeSet<>();
    Matcher row =
        Pattern.compile("^\\| `(io\\.github\\.tierwise\\.[a-z]+)` \\|", Pattern.MULTILINE)
            .matcher(Files.readString(CHECKOUT.resolve("docs/compatibility.md")));
    while (row.find()) {
      listed.add(row.group(1));
    }
    Set<String> exported = exports(module(Scorer.class));
    exported.addAll(exports(module(Contracts.class)));
    // No module of its own, which would say so.
    exported.add("io.github.tierwise.spark");
    assertEquals(exported, listed);
  }

  @Test
  void everyExportedTypeSaysSinceWhichVersionOfTheChangelogItExists() throws IOException {
    Map<String, String> since = new TreeMap<>();
    for (Map.Entry<String, Class<?>> each :
        Map.of("core", Scorer.class, "contracts", Contracts.class).entrySet()) {
      for (String exported : exports(module(each.getValue()))) {
        Path folder =
            CHECKOUT.resolve(each.getKey() + "/src/main/java/" + exported.replace('.', '/'));
        try (Stream<Path> files = Files.list(folder)) {
          for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
            since.putAll(sinceOfTypes(file));
          }
        }
      }
    }
    assertTrue(since.size() > 70, "types were found: " + since.size());
    List<String> versions =
        Pattern.compile("^## (\\d+\\.\\d+\\.\\d+)", Pattern.MULTILINE)
            .matcher(Files.readString(CHECKOUT.resolve("CHANGELOG.md")))
            .results()
            .map(match -> match.group(1))
            .toList();
    since.values().removeIf(versions::contains);
    assertEquals(Map.of(), since, "a public type needs \"@since\" with a version of CHANGELOG.md");
  }

  /** By type, the version that its Javadoc names; nothing if it names none. */
  private static Map<String, String> sinceOfTypes(Path file) throws IOException {
    Map<String, String> since = new TreeMap<>();
    List<String> comment = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      Matcher type = PUBLIC_TYPE.matcher(line);
      if (line.strip().startsWith("/**")) {
        comment.clear();
      }
      if (line.strip().startsWith("*")) {
        comment.add(line.strip());
      } else if (type.find()) {
        String version =
            comment.stream()
                .map(SINCE::matcher)
                .filter(Matcher::find)
                .map(match -> match.group(1))
                .collect(Collectors.joining(" "));
        since.put(file.getFileName() + ": " + type.group(1), version);
        comment.clear();
      } else if (line.endsWith(";") || line.endsWith("}")) {
        // A comment belongs to what follows it.
        comment.clear();
      }
    }
    return since;
  }
}
