package io.github.tierwise;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.github.tierwise.score.Scorer;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Data flows one way: a package uses only what stands to its left, and internal. */
class ArchitectureTest {

  private static final String BASE = "io.github.tierwise.";
  private static final List<String> FLOW =
      List.of("internal", "explain", "profile", "tier", "engagement", "score");

  /** What is made of the rest: each may use all of the flow, and no other leaf. */
  private static final List<String> LEAVES = List.of("deal", "study", "stability");

  private static List<String> packages() {
    return Stream.concat(FLOW.stream(), LEAVES.stream()).toList();
  }

  /** Read once: it takes longer than all checks. */
  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(packages().stream().map(BASE::concat).toArray(String[]::new));

  @Test
  void aPackageUsesOnlyWhatStandsToItsLeft() {
    assertTrue(ALL.size() > 40, "classes were found");
    for (int i = 0; i < FLOW.size(); i++) {
      usesOnly(FLOW.get(i), FLOW.subList(0, i + 1));
    }
    for (String leaf : LEAVES) {
      usesOnly(leaf, Stream.concat(FLOW.stream(), Stream.of(leaf)).toList());
    }
  }

  private static void usesOnly(String name, List<String> others) {
    List<String> allowed = new ArrayList<>(List.of("java.."));
    others.forEach(other -> allowed.add(BASE + other));
    ArchRuleDefinition.classes()
        .that()
        .resideInAPackage(BASE + name)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed.toArray(String[]::new))
        .check(ALL);
  }

  @Test
  void tierAndEngagementDoNotKnowEachOther() {
    ArchRuleDefinition.noClasses()
        .that()
        .resideInAPackage(BASE + "engagement")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(BASE + "tier")
        .check(ALL);
  }

  @Test
  void thereAreNoCyclesBetweenPackages() {
    slices().matching(BASE + "(*)").should().beFreeOfCycles().check(ALL);
  }

  @Test
  void nothingBehindTheDoorOfScoresKnowsTheDoor() {
    // What Reasons, Selection, ScoreBlock and the others need is bound in a ScoreFormula.
    String door = BASE + "score.Scorer";
    ArchRuleDefinition.noClasses()
        .that()
        .resideInAPackage(BASE + "score")
        .and()
        .haveNameNotMatching(Pattern.quote(door) + "([$].*)?")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName(door)
        .check(ALL);
  }

  @Test
  void noScorePathUsesArithmeticThatDiffersBetweenMachines() {
    // Math.log and its kin may differ in the last bit between two machines, or two compilers.
    for (String method : List.of("log", "log10", "log1p", "exp", "expm1", "pow", "cbrt", "fma")) {
      ArchRuleDefinition.noClasses()
          .should()
          .callMethodWhere(
              DescribedPredicate.describe(
                  "Math." + method,
                  call ->
                      call.getTargetOwner().isEquivalentTo(Math.class)
                          && call.getName().equals(method)))
          .check(ALL);
    }
  }

  /** Fewer are better: what belongs to one type is nested in it. */
  @Test
  void theExportedPackagesHaveAtMost44TopLevelTypes() {
    List<String> exported =
        ALL.stream()
            .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
            .filter(JavaClass::isTopLevelClass)
            .filter(type -> !type.getPackageName().equals(BASE + "internal"))
            .map(JavaClass::getSimpleName)
            .sorted()
            .toList();
    assertTrue(
        exported.size() <= 44,
        () -> "types must be <= 44, was %d: %s".formatted(exported.size(), exported));
  }

  @Test
  void theModuleExportsEverythingButInternalAndRequiresNothing() throws IOException {
    // From its own folder: on the class path another jar's descriptor may come first.
    Path classes =
        Path.of(
            URI.create(
                Scorer.class.getProtectionDomain().getCodeSource().getLocation().toString()));
    ModuleDescriptor module;
    try (InputStream descriptor = Files.newInputStream(classes.resolve("module-info.class"))) {
      module = ModuleDescriptor.read(descriptor);
    }
    assertEquals("io.github.tierwise.core", module.name());
    assertEquals(
        packages().stream().skip(1).map(BASE::concat).collect(Collectors.toSet()),
        module.exports().stream()
            .map(ModuleDescriptor.Exports::source)
            .collect(Collectors.toSet()));
    assertEquals(
        Set.of("java.base"),
        module.requires().stream()
            .map(ModuleDescriptor.Requires::name)
            .collect(Collectors.toSet()));
    assertTrue(module.opens().isEmpty());
    assertTrue(module.provides().isEmpty());
    assertTrue(module.uses().isEmpty());
    assertFalse(module.isOpen());
  }
}
