package io.github.tierwise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** GraalVM's native-image is told of all that core and files look up by name at run time. */
class NativeImageTest {

  private static final Pattern LISTED = Pattern.compile("\\\\Q(.*)\\\\E");

  /** What takes or finds a class, a member or a library by its name. */
  private static final Pattern BY_NAME =
      Pattern.compile(
          "java\\.lang\\.reflect\\..*"
              + "|java\\.util\\.(ServiceLoader|ResourceBundle)\\..*"
              + "|java\\.lang\\.invoke\\.MethodHandles\\$Lookup\\.(find|unreflect).*"
              + "|java\\.lang\\.ClassLoader\\.(loadClass|findClass|defineClass|getResource.*)"
              + "|java\\.lang\\.Class\\.(forName|newInstance|get(Declared)?(Method|Field|Constructor"
              + "|Classe)s?|getRecordComponents|getEnumConstants|getPermittedSubclasses)"
              + "|java\\.lang\\.(System|Runtime)\\.load(Library)?");

  @ParameterizedTest
  @ValueSource(strings = {"core", "files"})
  void everyResourceOfAJarIsListedAndNothingElse(String module) throws IOException {
    Path resources = PageText.ROOT.resolve(module).resolve("src/main/resources");
    Path list =
        resources.resolve(
            "META-INF/native-image/io.github.tierwise/tierwise-"
                + module
                + "/resource-config.json");
    Set<String> there = new TreeSet<>();
    try (Stream<Path> files = Files.walk(resources)) {
      files
          .filter(file -> Files.isRegularFile(file) && !file.equals(list))
          .map(file -> resources.relativize(file).toString().replace('\\', '/'))
          .forEach(there::add);
    }
    JsonNode includes =
        new ObjectMapper().readTree(list.toFile()).path("resources").path("includes");
    Set<String> listed =
        StreamSupport.stream(includes.spliterator(), false)
            .map(each -> LISTED.matcher(each.path("pattern").asText()).replaceFirst("$1"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(there, listed);
    assertTrue(listed.size() >= 3, "resources were found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"core", "files"})
  void nothingElseIsLookedUpByName(String module) {
    JavaClasses classes =
        new ClassFileImporter()
            .importPath(PageText.ROOT.resolve(module).resolve("target/classes").normalize());
    assertTrue(classes.size() > 50, "classes were found");
    assertEquals(List.of(), byName(classes));
  }

  @Test
  void whatIsLookedUpByNameIsSeen() {
    assertFalse(byName(new ClassFileImporter().importClasses(Snippets.class)).isEmpty());
  }

  private static List<String> byName(JavaClasses classes) {
    return classes.stream()
        .flatMap(each -> each.getAccessesFromSelf().stream())
        .filter(
            access ->
                BY_NAME
                    .matcher(access.getTargetOwner().getName() + "." + access.getTarget().getName())
                    .matches())
        .map(access -> access.getDescription())
        .toList();
  }
}
