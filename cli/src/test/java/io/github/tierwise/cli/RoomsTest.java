package io.github.tierwise.cli;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A room of the command line uses only those to its left. */
class RoomsTest {

  private static final String BASE = "io.github.tierwise.cli";

  /** The last, without a name of its own, starts it all. */
  private static final List<String> ROOMS =
      List.of(
          ".text",
          ".write",
          ".run",
          ".check",
          ".score",
          ".tiers",
          ".compare",
          ".plan",
          ".backtest",
          ".demo",
          ".shell",
          "");

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(BASE, "io.github.tierwise.files");

  @Test
  void aRoomUsesOnlyThoseToItsLeft() {
    assertTrue(ALL.size() > 100, "classes were found");
    List<String> later = new ArrayList<>(ROOMS);
    for (String room : ROOMS) {
      later.remove(room);
      if (!later.isEmpty()) {
        ArchRuleDefinition.noClasses()
            .that()
            .resideInAPackage(BASE + room)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(later.stream().map(BASE::concat).toArray(String[]::new))
            .check(ALL);
      }
    }
    assertEquals(
        ROOMS.stream().map(BASE::concat).collect(Collectors.toSet()),
        ALL.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> name.startsWith(BASE))
            .collect(Collectors.toSet()));
  }

  @Test
  void thereAreNoCyclesBetweenRooms() {
    slices().matching(BASE + ".(*)").should().beFreeOfCycles().check(ALL);
  }

  @Test
  void noTwoClassesShareAName() {
    Map<String, List<String>> packages = new HashMap<>();
    ALL.stream()
        .filter(JavaClass::isTopLevelClass)
        .filter(each -> !each.getSimpleName().equals("package-info"))
        .forEach(
            each ->
                packages
                    .computeIfAbsent(each.getSimpleName(), key -> new ArrayList<>())
                    .add(each.getPackageName()));
    packages.values().removeIf(places -> places.size() == 1);
    assertEquals(Map.of(), packages);
  }
}
