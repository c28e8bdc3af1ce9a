package io.github.tierwise.files;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** From bytes to accounts one way: a room uses only those to its left, and the library. */
class RoomsTest {

  private static final String BASE = "io.github.tierwise.files";

  /** That without a name of its own holds the doors; behind them is one more. */
  private static final List<String> ROOMS =
      List.of(".cells", ".table", ".columns", ".accounts", "", ".json");

  /** What modules may name. */
  private static final List<String> EXPORTED = List.of("", ".json");

  /** What all of them may use, besides core. */
  private static final List<String> LIBRARIES =
      List.of(
          "java..",
          "org.slf4j..",
          "de.siegmar.fastcsv..",
          "org.apache.commons.compress..",
          "org.dhatim.fastexcel..",
          "com.fasterxml.jackson..");

  private static final List<String> CORE =
      List.of("explain", "profile", "tier", "engagement", "score", "deal", "study").stream()
          .map("io.github.tierwise."::concat)
          .toList();

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(BASE);

  @Test
  void aRoomUsesOnlyThoseToItsLeft() {
    assertTrue(ALL.size() > 40, "classes were found");
    List<String> allowed = new ArrayList<>(LIBRARIES);
    allowed.addAll(CORE);
    for (String room : ROOMS) {
      allowed.add(BASE + room);
      ArchRuleDefinition.classes()
          .that()
          .resideInAPackage(BASE + room)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(allowed.toArray(String[]::new))
          .check(ALL);
    }
    assertEquals(
        ROOMS.stream().map(BASE::concat).collect(Collectors.toSet()),
        ALL.stream().map(each -> each.getPackageName()).collect(Collectors.toSet()));
  }

  @Test
  void thereAreNoCyclesBetweenRooms() {
    slices().matching(BASE + ".(*)").should().beFreeOfCycles().check(ALL);
  }

  @Test
  void onlyTheDoorsAreExported() throws IOException {
    ModuleDescriptor module;
    try (InputStream descriptor =
        Files.newInputStream(Path.of("target", "classes", "module-info.class"))) {
      module = ModuleDescriptor.read(descriptor);
    }
    assertEquals(BASE, module.name());
    assertEquals(
        EXPORTED.stream()
            .map(room -> new Exported(BASE + room, Set.of()))
            .collect(Collectors.toSet()),
        exported(module));
    assertTrue(module.opens().isEmpty());
    assertTrue(module.provides().isEmpty());
    assertTrue(module.uses().isEmpty());
  }

  private record Exported(String room, Set<String> to) {}

  private static Set<Exported> exported(ModuleDescriptor module) {
    return module.exports().stream()
        .map(each -> new Exported(each.source(), each.targets()))
        .collect(Collectors.toSet());
  }
}
