package check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Faults that are planted into a good bundle, and the rule that must see each. */
final class Faults {

  /**
   * A fault.
   *
   * @param rule that must report it
   * @param problem a part of what the rule must say
   * @param plant puts it into a bundle
   */
  record Fault(String rule, String problem, Consumer<Bundle> plant) {}

  private final String version;
  private final List<String> forbidden;

  Faults(String version, List<String> forbidden) {
    this.version = version;
    this.forbidden = forbidden;
  }

  private List<Fault> all() {
    String core = path("tierwise-core", ".jar");
    String licence = "META-INF/LICENSE";
    String root = "tierwise-" + version + "/";
    return List.of(
        new Fault("files", ".jar.asc is missing", remove(core + ".asc")),
        new Fault("files", "-sources.jar is missing", remove(path("tierwise-cli", "-sources.jar"))),
        new Fault("files", "-javadoc.jar is missing", remove(path("tierwise-cli", "-javadoc.jar"))),
        new Fault("files", ".pom is missing", remove(path("tierwise-bom", ".pom"))),
        new Fault("files", "must not be in", add(path("tierwise-benchmarks", ".jar"), "jar")),
        new Fault(
            "files",
            "must not be in",
            add("io/github/tierwise/tierwise-core/maven-metadata.xml", "<metadata/>")),
        new Fault("files", "is empty", add(core + ".asc", "")),
        new Fault("checksums", ".jar.md5 must be", text(core + ".md5", old -> "0" + old)),
        new Fault("checksums", ".jar.sha1 is missing", remove(core + ".sha1")),
        new Fault(
            "checksums", ".pom.sha1 must be", text(path("tierwise-bom", ".pom"), s -> s + " ")),
        new Fault("signatures", "is not signed", remove(core + ".asc")),
        new Fault("signatures", "is not a valid", text(core + ".asc", old -> old.substring(40))),
        new Fault(
            "signatures", "is not a valid", text(path("tierwise-bom", ".pom"), old -> old + " ")),
        new Fault(
            "signatures",
            "is not a valid",
            bundle ->
                bundle
                    .files()
                    .put(core + ".asc", bundle.file(path("tierwise-cli", ".jar") + ".asc"))),
        new Fault(
            "metadata",
            "must have licenses/license/name",
            pom("tierwise-parent", "<licenses>.*</licenses>", "")),
        new Fault("metadata", "must have scm/url", pom("tierwise-bom", "<scm.*</scm>", "")),
        new Fault(
            "metadata",
            "must have developers/developer/name",
            pom("tierwise-parent", "<developers>.*</developers>", "")),
        new Fault(
            "metadata", "must have its own name", pom("tierwise-core", "<name>.*?</name>", "")),
        new Fault(
            "metadata",
            "must have its own description",
            pom("tierwise-cli", "<description>.*?</description>", "")),
        new Fault(
            "metadata",
            "must be of",
            pom("tierwise-cli", "<artifactId>tierwise-cli<", "<artifactId>tierwise<")),
        new Fault(
            "metadata",
            "must inherit from",
            pom("tierwise-core", "<version>[^<]*</version>", "<version>0.0.1</version>")),
        new Fault("versions", "SNAPSHOT", pom("tierwise-cli", "</version>", "-SNAPSHOT</version>")),
        new Fault(
            "versions",
            "one version",
            pom("tierwise-parent", "<picocli.version>", "<picocli.version>[4,")),
        new Fault(
            "versions",
            "must not name repositories",
            pom("tierwise-core", "<dependencies>", "<repositories></repositories><dependencies>")),
        new Fault(
            "dependencies",
            "tierwise-core depends on",
            pom("tierwise-core", "<scope>test</scope>", "")),
        new Fault(
            "dependencies",
            "tierwise-contracts depends on",
            pom("tierwise-contracts", "<scope>test</scope>", "<scope>runtime</scope>")),
        new Fault(
            "dependencies",
            "tierwise-spark_2.13 depends on",
            pom("tierwise-spark_2.13", "<scope>provided</scope>", "")),
        new Fault(
            "dependencies",
            "does not explain",
            pom("tierwise-cli", "<artifactId>picocli<", "<artifactId>jline<")),
        new Fault(
            "BOM", "it manages", pom("tierwise-bom", "tierwise-contracts", "tierwise-benchmarks")),
        new Fault(
            "BOM",
            "its parent's versions",
            pom("tierwise-bom", "<packaging>", "<parent></parent><packaging>")),
        new Fault(
            "modules",
            "has no module-info",
            jar("tierwise-core", ".jar", all -> all.remove("module-info.class"))),
        new Fault(
            "modules",
            "must be the automatic module",
            jar(
                "tierwise-cli",
                ".jar",
                all ->
                    all.put("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n\n".getBytes(UTF_8)))),
        new Fault(
            "bytecode",
            "must be of version 61, was 69",
            jar(
                "tierwise-contracts",
                ".jar",
                all -> {
                  byte[] bytes = all.get("module-info.class").clone();
                  bytes[7] = 69;
                  all.put("module-info.class", bytes);
                })),
        new Fault("licence", "must hold", jar("tierwise-core", ".jar", all -> all.remove(licence))),
        new Fault(
            "licence",
            "must hold",
            jar("tierwise-cli", "-sources.jar", all -> all.remove(licence))),
        new Fault(
            "licence",
            "must hold",
            jar("tierwise-contracts", "-javadoc.jar", all -> all.put(licence, new byte[1]))),
        new Fault(
            "sources",
            "lacks the source",
            jar(
                "tierwise-core",
                "-sources.jar",
                all -> all.remove("io/github/tierwise/score/Scorer.java"))),
        new Fault(
            "sources",
            "is not what is committed",
            jar(
                "tierwise-cli",
                "-sources.jar",
                all -> all.put("io/github/tierwise/cli/Main.java", new byte[1]))),
        new Fault(
            "Javadoc",
            "has no page",
            jar(
                "tierwise-core",
                "-javadoc.jar",
                all -> all.keySet().removeIf(name -> name.endsWith("/Criterion.html")))),
        new Fault("Javadoc", "has no index", jar("tierwise-cli", "-javadoc.jar", Map::clear)),
        new Fault(
            "content",
            "must not be in the jar",
            jar(
                "tierwise-core",
                ".jar",
                all -> all.put("io/github/tierwise/tier/expected.csv", new byte[1]))),
        new Fault(
            "content",
            "must not be in the sources",
            jar("tierwise-cli", "-sources.jar", all -> all.put(".DS_Store", new byte[1]))),
        new Fault("files", "-bin.zip is missing", remove(path("tierwise-cli", "-bin.zip"))),
        new Fault(
            "archive",
            "must not be in the archive",
            archive(all -> all.put(root + "lib/classes.jsa", new byte[1]))),
        new Fault(
            "archive",
            "the archive's jars",
            archive(all -> all.keySet().removeIf(name -> name.contains("/lib/picocli")))),
        new Fault(
            "archive",
            "is not the one in the bundle",
            archive(all -> all.put(root + "tierwise-cli-" + version + ".jar", new byte[1]))),
        new Fault(
            "archive",
            "is not what is committed",
            archive(all -> all.put(root + "docs/your-file.md", new byte[1]))),
        new Fault(
            "archive", "must hold bin/tierwise", archive(all -> all.remove(root + "bin/tierwise"))),
        new Fault(
            "archive",
            "must be the same in both",
            archive(all -> all.put(root + "README.txt", new byte[1]))),
        new Fault(
            "clean",
            "says",
            archive(
                all -> all.put(root + "lib/launch.sh", ("cd /" + "home/ana").getBytes(UTF_8)))),
        new Fault(
            "clean",
            "says",
            jar(
                "tierwise-cli",
                ".jar",
                all -> all.put("simplelogger.properties", ("a=/" + "home/ana/x").getBytes(UTF_8)))),
        new Fault(
            "clean",
            "says",
            jar(
                "tierwise-core",
                "-javadoc.jar",
                all -> all.put("index.html", ("see " + forbidden.get(0)).getBytes(UTF_8)))),
        new Fault(
            "SBOM", "must be", text(path("tierwise-core", "-cyclonedx.json"), s -> s.substring(1))),
        new Fault(
            "SBOM",
            "tierwise-core lists",
            text(
                path("tierwise-core", "-cyclonedx.json"),
                old ->
                    old.replaceFirst(
                        "\\{", "{\"components\": [{\"name\": \"x\", \"version\": \"1\"}],"))),
        new Fault(
            "SBOM",
            "tierwise-cli lists",
            text(
                path("tierwise-cli", "-cyclonedx.json"),
                old -> old.replace("\"name\" : \"picocli\"", "\"name\" : \"jline\""))),
        new Fault(
            "SBOM",
            "has no licenses",
            text(
                path("tierwise-cli", "-cyclonedx.json"),
                old -> old.replace("\"licenses\"", "\"license\""))),
        new Fault(
            "SBOM",
            "names another tierwise-core",
            jar("tierwise-core", ".jar", all -> all.put("added", new byte[1]))),
        new Fault(
            "reproducible",
            "differs between two builds",
            jar("tierwise-core", "-javadoc.jar", all -> all.put("made-at", new byte[1]))),
        new Fault("reproducible", "files", remove(path("tierwise-contracts", ".jar"))));
  }

  /** Plants each fault into a copy, and says which were not seen. */
  int run(Bundle bundle, List<Rules.Rule> rules, boolean twoBuilds, List<String> unseen) {
    List<Fault> faults = new ArrayList<>(all());
    if (!twoBuilds) {
      faults.removeIf(fault -> fault.rule().equals("reproducible"));
    }
    for (Fault fault : faults) {
      Bundle bad = bundle.copy();
      fault.plant().accept(bad);
      Rules.Rule rule =
          rules.stream().filter(each -> each.name().equals(fault.rule())).findFirst().orElseThrow();
      List<String> problems = Check.problems(rule, bad);
      if (problems.stream().noneMatch(problem -> problem.contains(fault.problem()))) {
        unseen.add(
            "the rule \""
                + fault.rule()
                + "\" must say \""
                + fault.problem()
                + "\", said "
                + problems);
      }
    }
    var tried = faults.stream().map(Fault::rule).collect(Collectors.toCollection(TreeSet::new));
    for (Rules.Rule rule : rules) {
      if (!tried.contains(rule.name()) && (twoBuilds || !rule.name().equals("reproducible"))) {
        unseen.add("no fault is planted for the rule \"" + rule.name() + "\"");
      }
    }
    return faults.size();
  }

  private String path(String artifact, String suffix) {
    return Bundle.path(artifact, version, suffix);
  }

  private static Consumer<Bundle> remove(String path) {
    return bundle -> {
      bundle.file(path);
      bundle.files().remove(path);
    };
  }

  private static Consumer<Bundle> add(String path, String text) {
    return bundle -> bundle.files().put(path, text.getBytes(UTF_8));
  }

  /** Changes a text, which must change: a fault that is not planted proves nothing. */
  private static Consumer<Bundle> text(String path, UnaryOperator<String> change) {
    return bundle -> {
      String old = bundle.text(path);
      String changed = change.apply(old);
      if (changed.equals(old)) {
        throw new IllegalStateException("the fault could not be planted in " + path);
      }
      bundle.files().put(path, changed.getBytes(UTF_8));
    };
  }

  private Consumer<Bundle> pom(String artifact, String pattern, String replacement) {
    return text(path(artifact, ".pom"), old -> old.replaceFirst("(?s)" + pattern, replacement));
  }

  private Consumer<Bundle> archive(Consumer<Map<String, byte[]>> change) {
    return jar("tierwise-cli", "-bin.zip", change);
  }

  private Consumer<Bundle> jar(
      String artifact, String suffix, Consumer<Map<String, byte[]>> change) {
    String path = path(artifact, suffix);
    return bundle -> {
      Map<String, byte[]> entries = bundle.jar(path);
      change.accept(entries);
      bundle.files().put(path, Bundle.zip(entries));
    };
  }
}
