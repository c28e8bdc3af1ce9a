package check;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must hold for a bundle, a method a rule: it reports what is broken and returns evidence. */
final class Rules {

  /** The evidence of a rule that has not been asked. */
  static final String SKIPPED = "not checked";

  private static final String SPARK = "tierwise-spark_2.13";

  private static final String CLI = "tierwise-cli";

  /** The command line as it is unpacked and run. */
  private static final List<String> ARCHIVES = List.of("-bin.zip", "-bin.tar.gz");

  /** What the archive may hold beside libraries and documentation. */
  private static final Pattern ARCHIVED =
      Pattern.compile(
          "README\\.txt|LICENSE|CHANGELOG\\.md|bin/tierwise(\\.cmd)?|lib/launch\\.sh"
              + "|completion/tierwise\\.bash|man/man1/tierwise(-[a-z]+)*\\.1");

  /** What ships, and nothing else does. */
  static final List<String> POMS = List.of("tierwise-parent", "tierwise-bom");

  static final List<String> JARS =
      List.of("tierwise-core", "tierwise-contracts", "tierwise-files", "tierwise-cli", SPARK);

  /** What reads files, of what the command line runs on. */
  private static final String FILES =
      "tierwise-core|fastcsv|fastexcel-reader|aalto-xml|stax2-api|commons-(codec|compress|io|lang3)"
          + "|jackson-.*|slf4j-api";

  /** What a jar may hold: nothing is let in by being new. */
  private static final Map<String, Pattern> CONTENT =
      Map.of(
          "tierwise-core",
          Pattern.compile(
              "module-info\\.class"
                  + "|META-INF/native-image/io\\.github\\.tierwise/tierwise-core/[\\w-]+\\.json"
                  + "|io/github/tierwise/"
                  + "(explain|profile|tier|engagement|score|deal|study|stability|internal)/"
                  + "[\\w$-]+\\.(class|tsv|properties)"),
          "tierwise-contracts",
          Pattern.compile("module-info\\.class|io/github/tierwise/contracts/[\\w$-]+\\.class"),
          "tierwise-files",
          Pattern.compile(
              "module-info\\.class"
                  + "|META-INF/native-image/io\\.github\\.tierwise/tierwise-files/[\\w-]+\\.json"
                  + "|io/github/tierwise/files/"
                  + "(((cells|table|columns|accounts|json)/)?[\\w$-]+\\.(class|properties|tsv)"
                  + "|json/tierwise-\\d+\\.schema\\.json)"),
          "tierwise-cli",
          Pattern.compile(
              "simplelogger\\.properties|examples/[\\w-]+\\.toml"
                  + "|io/github/tierwise/cli/([a-z]+/)*[\\w$-]+\\.(class|tsv|csv|json|css|html|js|properties|txt)"),
          SPARK,
          Pattern.compile("io/github/tierwise/spark/(internal/)?[\\w$-]+\\.class"));

  private static final int JAVA_17 = 61;
  private static final List<String> CHECKSUMS = List.of("md5", "sha1", "sha256", "sha512");
  private static final Set<String> REQUIRED_CHECKSUMS = Set.of("md5", "sha1");

  interface Check {
    String run(Bundle bundle, List<String> problems) throws Exception;
  }

  record Rule(String name, Check check) {}

  private final String version;
  private final Path sources;
  private final Path keyring;
  private final String fingerprint;
  private final Optional<Bundle> again;
  private final List<String> forbidden;

  /**
   * Rules for a release.
   *
   * @param version the version that is released
   * @param sources the sources that the bundle was built from
   * @param keyring a GnuPG home with the public key and no other
   * @param fingerprint of that key
   * @param again what a second build gave
   * @param forbidden words that no file may hold
   */
  Rules(
      String version,
      Path sources,
      Path keyring,
      String fingerprint,
      Optional<Bundle> again,
      List<String> forbidden) {
    this.version = version;
    this.sources = sources;
    this.keyring = keyring;
    this.fingerprint = fingerprint;
    this.again = again;
    this.forbidden = forbidden;
  }

  List<Rule> all() {
    return List.of(
        new Rule("files", this::files),
        new Rule("checksums", this::checksums),
        new Rule("signatures", this::signatures),
        new Rule("metadata", this::metadata),
        new Rule("versions", this::versions),
        new Rule("dependencies", this::dependencies),
        new Rule("BOM", this::bom),
        new Rule("modules", this::modules),
        new Rule("bytecode", this::bytecode),
        new Rule("licence", this::licence),
        new Rule("sources", this::sources),
        new Rule("Javadoc", this::javadoc),
        new Rule("content", this::content),
        new Rule("archive", this::archive),
        new Rule("clean", this::clean),
        new Rule("SBOM", this::sbom),
        new Rule("reproducible", this::reproducible));
  }

  private String path(String artifact, String suffix) {
    return Bundle.path(artifact, version, suffix);
  }

  private static Stream<String> artifacts() {
    return Stream.concat(POMS.stream(), JARS.stream());
  }

  /** What is signed: everything but signatures and checksums. */
  private static List<String> signed(Bundle bundle) {
    return bundle.files().keySet().stream()
        .filter(path -> !path.endsWith(".asc") && CHECKSUMS.stream().noneMatch(path::endsWith))
        .toList();
  }

  private String files(Bundle bundle, List<String> problems) {
    Set<String> expected = new TreeSet<>();
    artifacts().forEach(artifact -> expected.add(path(artifact, ".pom")));
    for (String artifact : JARS) {
      for (String suffix : List.of(".jar", "-sources.jar", "-javadoc.jar", "-cyclonedx.json")) {
        expected.add(path(artifact, suffix));
      }
    }
    ARCHIVES.forEach(suffix -> expected.add(path(CLI, suffix)));
    for (String file : List.copyOf(expected)) {
      expected.add(file + ".asc");
      REQUIRED_CHECKSUMS.forEach(checksum -> expected.add(file + "." + checksum));
    }
    Set<String> optional =
        bundle.files().keySet().stream()
            .filter(path -> CHECKSUMS.stream().anyMatch(path::endsWith))
            .filter(path -> bundle.has(path.substring(0, path.lastIndexOf('.'))))
            .collect(Collectors.toSet());
    for (String path : bundle.files().keySet()) {
      if (!expected.contains(path) && !optional.contains(path)) {
        problems.add(path + " must not be in the bundle");
      }
    }
    for (String path : expected) {
      if (!bundle.has(path)) {
        problems.add(path + " is missing");
      } else if (bundle.file(path).length == 0) {
        problems.add(path + " is empty");
      }
    }
    return bundle.files().size() + " files of " + artifacts().collect(Collectors.joining(", "));
  }

  private String checksums(Bundle bundle, List<String> problems) throws Exception {
    int checked = 0;
    for (String path : signed(bundle)) {
      for (String each : REQUIRED_CHECKSUMS) {
        if (!bundle.has(path + "." + each)) {
          problems.add(path + "." + each + " is missing");
        }
      }
    }
    for (String path : bundle.files().keySet()) {
      String kind = path.substring(path.lastIndexOf('.') + 1);
      if (CHECKSUMS.contains(kind)) {
        byte[] file = bundle.file(path.substring(0, path.length() - kind.length() - 1));
        String actual = digest(kind.replace("sha", "SHA-"), file);
        String stated = bundle.text(path).strip();
        if (!stated.equals(actual)) {
          problems.add(path + " must be " + actual + ", was " + stated);
        }
        checked++;
      }
    }
    if (checked == 0) {
      problems.add("there are none");
    }
    return checked + " recomputed";
  }

  private static String digest(String algorithm, byte[] bytes) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
  }

  private String signatures(Bundle bundle, List<String> problems) throws Exception {
    Path folder = Files.createTempDirectory("signatures");
    Set<String> kinds = new TreeSet<>();
    List<String> signed = signed(bundle);
    for (String path : signed) {
      if (!bundle.has(path + ".asc")) {
        problems.add(path + " is not signed");
        continue;
      }
      Path file = Files.write(folder.resolve("file"), bundle.file(path));
      Path signature = Files.write(folder.resolve("file.asc"), bundle.file(path + ".asc"));
      String status = gpg("--status-fd", "1", "--verify", signature.toString(), file.toString());
      // [GNUPG:] VALIDSIG fingerprint date time expiry version reserved key-algorithm hash ...
      Matcher valid =
          Pattern.compile("VALIDSIG (\\w+) \\S+ \\S+ \\S+ \\S+ \\S+ (\\d+) (\\d+)").matcher(status);
      if (!status.contains("[GNUPG:] GOODSIG ") || !valid.find()) {
        problems.add(path + ".asc is not a valid signature of it");
      } else if (!valid.group(1).equals(fingerprint)) {
        problems.add(path + ".asc must be by " + fingerprint + ", was by " + valid.group(1));
      } else {
        kinds.add(valid.group(2) + "/" + valid.group(3));
      }
    }
    Files.deleteIfExists(folder.resolve("file"));
    Files.deleteIfExists(folder.resolve("file.asc"));
    Files.delete(folder);
    // pub:validity:length:algorithm:... of the one key
    String[] key =
        gpg("--list-keys", "--with-colons")
            .lines()
            .filter(line -> line.startsWith("pub:"))
            .findFirst()
            .orElse("pub:::")
            .split(":");
    String strength = (key[3].equals("1") ? "RSA-" : "algorithm " + key[3] + ", ") + key[2];
    if (key[3].equals("1") && Integer.parseInt(key[2]) < 4096) {
      problems.add("an RSA key must have at least 4096 bits, had " + key[2]);
    }
    kinds.removeIf(kind -> kind.endsWith("/8") || kind.endsWith("/10"));
    if (!kinds.isEmpty()) {
      problems.add("a signature must use SHA-256 or SHA-512, was OpenPGP's " + kinds);
    }
    return signed.size() + " files verified by gpg, " + strength + ", " + fingerprint;
  }

  private String gpg(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("gpg", "--homedir", keyring.toString(), "--batch", "--no-tty"));
    command.addAll(Arrays.asList(arguments));
    Process gpg =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String out = new String(gpg.getInputStream().readAllBytes(), UTF_8);
    gpg.waitFor();
    return out;
  }

  /**
   * What Maven Central asks of a POM, after inheritance. A name and a description are one's own.
   */
  private String metadata(Bundle bundle, List<String> problems) throws Exception {
    List<String> inherited =
        List.of(
            "url",
            "licenses/license/name",
            "licenses/license/url",
            "developers/developer/name",
            "developers/developer/organization",
            "scm/connection",
            "scm/developerConnection",
            "scm/url");
    Map<String, Set<String>> values = new TreeMap<>();
    for (String artifact : artifacts().toList()) {
      Pom pom = pom(bundle, artifact);
      for (String element : List.of("name", "description")) {
        if (pom.text(element).isEmpty()) {
          problems.add(artifact + " must have its own " + element);
        }
      }
      for (String element : inherited) {
        String value = pom.text(element);
        if (value.isEmpty() && pom.has("parent")) {
          value = parent(bundle, artifact, pom, problems).text(element);
        }
        if (value.isEmpty()) {
          problems.add(artifact + " must have " + element);
        } else if (value.contains("${")) {
          problems.add(artifact + ": " + element + " must be spelt out, was " + value);
        }
        values.computeIfAbsent(element, name -> new TreeSet<>()).add(value);
      }
      String coordinates =
          pom.textOr("groupId", pom.text("parent/groupId"))
              + (":" + pom.text("artifactId") + ":")
              + pom.textOr("version", pom.text("parent/version"));
      String expected = Bundle.GROUP + ":" + artifact + ":" + version;
      if (!coordinates.equals(expected)) {
        problems.add(path(artifact, ".pom") + " must be of " + expected + ", was " + coordinates);
      }
    }
    return "url, licences, developers, scm of "
        + artifacts().count()
        + " effective POMs: "
        + values.values().stream()
            .flatMap(Set::stream)
            .distinct()
            .collect(Collectors.joining(", "));
  }

  private Pom parent(Bundle bundle, String artifact, Pom pom, List<String> problems) {
    String parent = pom.text("parent/artifactId");
    if (!parent.equals("tierwise-parent") || !pom.text("parent/version").equals(version)) {
      problems.add(artifact + " must inherit from tierwise-parent " + version);
    }
    return pom(bundle, "tierwise-parent");
  }

  private Pom pom(Bundle bundle, String artifact) {
    return Pom.read(bundle.file(path(artifact, ".pom")));
  }

  private String versions(Bundle bundle, List<String> problems) {
    int dependencies = 0;
    for (String artifact : artifacts().toList()) {
      String text = bundle.text(path(artifact, ".pom"));
      if (text.contains("SNAPSHOT")) {
        problems.add(artifact + " names a SNAPSHOT");
      }
      Pom pom = pom(bundle, artifact);
      for (String element :
          List.of("repositories", "pluginRepositories", "distributionManagement")) {
        if (text.contains("<" + element + ">")) {
          problems.add(artifact + " must not name " + element);
        }
      }
      for (Pom dependency : pom.everywhere("dependency")) {
        dependencies++;
        String of = spelt(dependency.text("version"), pom);
        if (of.matches(".*[\\[(,].*|LATEST|RELEASE")) {
          problems.add(artifact + " must name one version, was " + of);
        }
        if (dependency.text("scope").equals("system")) {
          problems.add(artifact + " must not depend on a file of a machine");
        }
      }
    }
    return version
        + "; no SNAPSHOT, range, repository or system scope among "
        + dependencies
        + " dependencies in "
        + artifacts().count()
        + " POMs";
  }

  /** A text, or the property that it names. */
  private static String spelt(String text, Pom pom) {
    Matcher property = Pattern.compile("\\$\\{(.+)}").matcher(text);
    return property.matches() ? pom.textOr("properties/" + property.group(1), text) : text;
  }

  /** What a user gets with each, directly. */
  private String dependencies(Bundle bundle, List<String> problems) throws IOException {
    Set<String> page = runtimePage();
    Map<String, Set<String>> direct = new TreeMap<>();
    for (String artifact : JARS) {
      Set<String> names = new TreeSet<>();
      for (Pom dependency : pom(bundle, artifact).all("dependencies/dependency")) {
        if (!dependency.text("scope").matches("test|provided")) {
          names.add(dependency.text("artifactId"));
        }
      }
      direct.put(artifact, names);
    }
    expect("tierwise-core depends on", Set.of(), direct.get("tierwise-core"), problems);
    expect(
        "tierwise-contracts depends on",
        Set.of("tierwise-core"),
        direct.get("tierwise-contracts"),
        problems);
    // The cluster has Spark: whoever depends on ours must not get it from us.
    expect(SPARK + " depends on", Set.of("tierwise-core"), direct.get(SPARK), problems);
    for (String artifact : List.of("tierwise-files", "tierwise-cli")) {
      for (String name : direct.get(artifact)) {
        if (page.stream().noneMatch(each -> each.startsWith(name + " "))) {
          problems.add("docs/dependencies.md does not explain " + name);
        }
      }
      if (!direct.get(artifact).contains("tierwise-core")) {
        problems.add(artifact + " must depend on tierwise-core");
      }
    }
    for (String name : direct.get("tierwise-files")) {
      if (!name.matches(FILES)) {
        problems.add("tierwise-files must not depend on " + name);
      }
    }
    return "core on none, contracts and spark on core, files on "
        + String.join(", ", direct.get("tierwise-files"))
        + ", cli on "
        + String.join(", ", direct.get("tierwise-cli"));
  }

  private static void expect(
      String what, Set<String> expected, Set<String> actual, List<String> problems) {
    if (!actual.equals(expected)) {
      problems.add(what + ": must be " + expected + ", was " + actual);
    }
  }

  /** Name and version of what the page says that users of the command line get. */
  private Set<String> runtimePage() throws IOException {
    Set<String> rows = new TreeSet<>();
    rows.add("tierwise-core " + version);
    rows.add("tierwise-files " + version);
    boolean inside = false;
    for (String line : Files.readAllLines(sources.resolve("docs/dependencies.md"))) {
      inside = line.startsWith("## ") ? line.equals("## What the command line runs on") : inside;
      Matcher row = Pattern.compile("\\| `[^`:]+:([^`:]+)` \\| ([^ ]+) \\|.*").matcher(line);
      if (inside && row.matches()) {
        rows.add(row.group(1) + " " + row.group(2));
      }
    }
    return rows;
  }

  private String bom(Bundle bundle, List<String> problems) {
    Pom pom = pom(bundle, "tierwise-bom");
    if (pom.has("parent")) {
      problems.add("it must not hand on its parent's versions");
    }
    Set<String> managed = new TreeSet<>();
    for (Pom dependency : pom.all("dependencyManagement/dependencies/dependency")) {
      managed.add(
          dependency.text("groupId")
              + (":" + dependency.text("artifactId") + ":")
              + dependency.text("version").replace("${project.version}", version));
    }
    Set<String> expected = new TreeSet<>();
    JARS.forEach(artifact -> expected.add(Bundle.GROUP + ":" + artifact + ":" + version));
    expect("it manages", expected, managed, problems);
    return "no parent; manages " + String.join(", ", managed);
  }

  private String modules(Bundle bundle, List<String> problems) throws IOException {
    Map<String, Set<String>> requires =
        Map.of(
            "core", Set.of("java.base"),
            "contracts", Set.of("java.base", "io.github.tierwise.core"),
            "files",
                Set.of(
                    "java.base",
                    "io.github.tierwise.core",
                    "com.fasterxml.jackson.core",
                    "com.fasterxml.jackson.databind",
                    "com.fasterxml.jackson.dataformat.toml",
                    "de.siegmar.fastcsv",
                    "org.apache.commons.compress",
                    "org.dhatim.fastexcel.reader",
                    "org.slf4j"));
    List<String> evidence = new ArrayList<>();
    for (String name : List.of("core", "contracts", "files")) {
      byte[] descriptor = bundle.jar(path("tierwise-" + name, ".jar")).get("module-info.class");
      if (descriptor == null) {
        problems.add(name + " has no module-info");
        continue;
      }
      ModuleDescriptor module = ModuleDescriptor.read(new ByteArrayInputStream(descriptor));
      Set<String> actual =
          module.requires().stream()
              .map(ModuleDescriptor.Requires::name)
              .collect(Collectors.toSet());
      expect(name + " requires", requires.get(name), actual, problems);
      expect(name + " is", Set.of("io.github.tierwise." + name), Set.of(module.name()), problems);
      evidence.add(
          module.name()
              + " exports "
              + module.exports().size()
              + ", requires "
              + new TreeSet<>(actual));
    }
    for (String artifact : List.of("tierwise-cli", SPARK)) {
      String automatic = manifest(bundle, artifact).getValue("Automatic-Module-Name");
      String name = "io.github.tierwise." + folder(artifact);
      if (!name.equals(automatic)) {
        problems.add(artifact + " must be the automatic module " + name + ", was " + automatic);
      }
      evidence.add(automatic + " by its manifest");
    }
    return String.join("; ", evidence);
  }

  /** The folder of a module. */
  private static String folder(String artifact) {
    return artifact.replace("tierwise-", "").replace("_2.13", "");
  }

  private Attributes manifest(Bundle bundle, String artifact) throws IOException {
    byte[] manifest = bundle.jar(path(artifact, ".jar")).get("META-INF/MANIFEST.MF");
    return new Manifest(new ByteArrayInputStream(manifest)).getMainAttributes();
  }

  private String bytecode(Bundle bundle, List<String> problems) {
    int classes = 0;
    for (String artifact : JARS) {
      for (Map.Entry<String, byte[]> entry : bundle.jar(path(artifact, ".jar")).entrySet()) {
        if (entry.getKey().endsWith(".class")) {
          byte[] bytes = entry.getValue();
          int major = (bytes[6] & 0xff) << 8 | bytes[7] & 0xff;
          if (major != JAVA_17) {
            problems.add(entry.getKey() + " must be of version " + JAVA_17 + ", was " + major);
          }
          classes++;
        }
      }
    }
    return classes + " classes of version " + JAVA_17 + " (Java 17)";
  }

  private String licence(Bundle bundle, List<String> problems) throws IOException {
    byte[] licence = Files.readAllBytes(sources.resolve("LICENSE"));
    int jars = 0;
    for (String path : jars(bundle)) {
      if (!Arrays.equals(licence, bundle.jar(path).get("META-INF/LICENSE"))) {
        problems.add(path + " must hold the licence as META-INF/LICENSE");
      }
      jars++;
    }
    return "META-INF/LICENSE is LICENSE in " + jars + " jars";
  }

  private static List<String> jars(Bundle bundle) {
    return bundle.files().keySet().stream().filter(path -> path.endsWith(".jar")).toList();
  }

  /** Of every class its source, as it is committed, and nothing else. */
  private String sources(Bundle bundle, List<String> problems) throws IOException {
    int count = 0;
    for (String artifact : JARS) {
      Map<String, byte[]> shipped = bundle.jar(path(artifact, "-sources.jar"));
      Path main = sources.resolve(folder(artifact)).resolve("src/main/java");
      for (String name : bundle.jar(path(artifact, ".jar")).keySet()) {
        String source = name.replaceFirst("(\\$[^/]*)?\\.class$", ".java");
        if (name.endsWith(".class") && !shipped.containsKey(source)) {
          problems.add(artifact + " lacks the source of " + name);
        }
      }
      for (Map.Entry<String, byte[]> entry : shipped.entrySet()) {
        if (entry.getKey().endsWith(".java")) {
          Path file = main.resolve(entry.getKey());
          if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), entry.getValue())) {
            problems.add(artifact + ": " + entry.getKey() + " is not what is committed");
          }
          count++;
        }
      }
    }
    return count + " sources, each as committed; every class has one";
  }

  /**
   * A page for every public type of an exported package; of the command line, for its main class.
   */
  private String javadoc(Bundle bundle, List<String> problems) throws Exception {
    Path folder = Files.createTempDirectory("javadoc");
    List<URL> jars = new ArrayList<>();
    for (String artifact : JARS) {
      Path jar = folder.resolve(artifact + ".jar");
      jars.add(Files.write(jar, bundle.file(path(artifact, ".jar"))).toUri().toURL());
    }
    int pages = 0;
    try (URLClassLoader loader =
        new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      for (String artifact : JARS) {
        Map<String, byte[]> javadoc = bundle.jar(path(artifact, "-javadoc.jar"));
        if (!javadoc.containsKey("index.html")) {
          problems.add(artifact + " has no index.html");
        }
        Set<String> files =
            javadoc.keySet().stream()
                .map(name -> name.replaceFirst("^io\\.github\\.tierwise\\.\\w+/", ""))
                .collect(Collectors.toSet());
        for (String type : types(bundle, artifact, loader)) {
          if (!files.contains(type + ".html")) {
            problems.add(artifact + " has no page for " + type);
          }
          pages++;
        }
      }
    } finally {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
    return pages + " pages, one for every public type that is exported, and for the main class";
  }

  private List<String> types(Bundle bundle, String artifact, ClassLoader loader)
      throws ReflectiveOperationException, IOException {
    if (artifact.equals("tierwise-cli")) {
      return List.of(manifest(bundle, artifact).getValue("Main-Class").replace('.', '/'));
    }
    Map<String, byte[]> jar = bundle.jar(path(artifact, ".jar"));
    Set<String> exported = exported(artifact, jar);
    List<String> types = new ArrayList<>();
    for (String name : jar.keySet()) {
      if (name.startsWith("io/") && name.endsWith(".class") && !name.contains("package-info")) {
        String binary = name.replace('/', '.').replaceFirst("\\.class$", "");
        // What is not exported may need libraries, which are not here.
        if (!exported.contains(binary.substring(0, binary.lastIndexOf('.')))) {
          continue;
        }
        Optional<Class<?>> found = load(binary, loader);
        if (found.filter(Rules::isPublic).isPresent()) {
          Class<?> type = found.get();
          types.add(
              type.getCanonicalName()
                  .replace(type.getPackageName() + ".", "")
                  .transform(simple -> type.getPackageName().replace('.', '/') + "/" + simple));
        }
      }
    }
    return types;
  }

  /** A class, unless it is made of one that is not here: no public type is. */
  private static Optional<Class<?>> load(String name, ClassLoader loader)
      throws ClassNotFoundException {
    try {
      return Optional.of(Class.forName(name, false, loader));
    } catch (NoClassDefFoundError e) {
      return Optional.empty();
    }
  }

  private static Set<String> exported(String artifact, Map<String, byte[]> jar) throws IOException {
    if (artifact.equals(SPARK)) {
      return Set.of("io.github.tierwise.spark");
    }
    byte[] descriptor = jar.get("module-info.class");
    if (descriptor == null) {
      throw new IllegalArgumentException(artifact + " has no module-info");
    }
    return ModuleDescriptor.read(new ByteArrayInputStream(descriptor)).exports().stream()
        .map(ModuleDescriptor.Exports::source)
        .collect(Collectors.toSet());
  }

  private static boolean isPublic(Class<?> type) {
    return java.lang.reflect.Modifier.isPublic(type.getModifiers())
        && !type.isAnonymousClass()
        && (type.getDeclaringClass() == null || isPublic(type.getDeclaringClass()));
  }

  private String content(Bundle bundle, List<String> problems) {
    int entries = 0;
    for (String artifact : JARS) {
      Set<String> about =
          Set.of(
              "META-INF/MANIFEST.MF",
              "META-INF/LICENSE",
              "META-INF/maven/" + Bundle.GROUP + "/" + artifact + "/pom.xml",
              "META-INF/maven/" + Bundle.GROUP + "/" + artifact + "/pom.properties");
      Pattern allowed = CONTENT.get(artifact);
      Map<String, byte[]> main = bundle.jar(path(artifact, ".jar"));
      for (String name : main.keySet()) {
        if (!about.contains(name) && !allowed.matcher(name).matches()) {
          problems.add(name + " must not be in the jar of " + artifact);
        }
        entries++;
      }
      for (String name : bundle.jar(path(artifact, "-sources.jar")).keySet()) {
        String asClass = name.replaceFirst("\\.java$", ".class");
        if (!about.contains(name) && !allowed.matcher(asClass).matches()) {
          problems.add(name + " must not be in the sources of " + artifact);
        }
        entries++;
      }
      if (main.keySet().stream().noneMatch(name -> name.endsWith(".class"))) {
        problems.add(artifact + " has no classes");
      }
    }
    return entries + " entries of jars and sources, each of a kind that ships";
  }

  /**
   * The archive holds the jars that are released, their libraries and no others, what starts them,
   * and the documentation; both kinds of it hold the same.
   */
  private String archive(Bundle bundle, List<String> problems) throws IOException {
    Map<String, byte[]> zip = bundle.jar(path(CLI, ARCHIVES.get(0)));
    String root = "tierwise-" + version + "/";
    Set<String> libraries = new TreeSet<>();
    int documents = 0;
    for (Map.Entry<String, byte[]> entry : zip.entrySet()) {
      String name = entry.getKey().startsWith(root) ? entry.getKey().substring(root.length()) : "?";
      Path document = sources.resolve(name);
      if (name.endsWith(".jar")) {
        libraries.add(name);
      } else if (name.matches("(docs/.*|LICENSE|CHANGELOG\\.md)")) {
        if (!Files.exists(document)
            || !Arrays.equals(Files.readAllBytes(document), entry.getValue())) {
          problems.add(name + " in the archive is not what is committed");
        }
        documents++;
      } else if (!ARCHIVED.matcher(name).matches()) {
        problems.add(entry.getKey() + " must not be in the archive");
      }
    }
    Set<String> expected = new TreeSet<>();
    runtimePage().forEach(row -> expected.add("lib/" + row.replace(' ', '-') + ".jar"));
    expected.add(CLI + "-" + version + ".jar");
    expect("the archive's jars", expected, libraries, problems);
    for (String artifact : List.of("tierwise-core", "tierwise-files", CLI)) {
      String jar = artifact + "-" + version + ".jar";
      byte[] packed = zip.get(root + (artifact.equals(CLI) ? "" : "lib/") + jar);
      if (packed != null && !Arrays.equals(packed, bundle.file(path(artifact, ".jar")))) {
        problems.add(jar + " in the archive is not the one in the bundle");
      }
    }
    for (String name :
        List.of("LICENSE", "bin/tierwise", "bin/tierwise.cmd", "man/man1/tierwise.1")) {
      if (!zip.containsKey(root + name)) {
        problems.add("the archive must hold " + name);
      }
    }
    Map<String, Bundle.Tarred> tar = bundle.tar(path(CLI, ARCHIVES.get(1)));
    expect("the files of the tar.gz", zip.keySet(), tar.keySet(), problems);
    Set<String> owners = new TreeSet<>();
    tar.forEach(
        (name, file) -> {
          owners.add(file.owner());
          if (zip.containsKey(name) && !Arrays.equals(zip.get(name), file.bytes())) {
            problems.add(name + " must be the same in both archives");
          }
        });
    expect("the owners in the tar.gz", Set.of("root/root"), owners, problems);
    return "%d jars, those of ours as released, and %d documents, as committed; zip and tar.gz hold the same %d files"
        .formatted(libraries.size(), documents, zip.size());
  }

  /** No path or name of the machine that built it, and none of data that is not ours. */
  private String clean(Bundle bundle, List<String> problems) {
    Pattern words =
        Pattern.compile(
            Stream.concat(
                    Stream.of("(?<![\\w.:/$])/(home|Users|root)/\\w", "[A-Z]:\\\\Users\\\\"),
                    forbidden.stream().map(Pattern::quote))
                .collect(Collectors.joining("|")));
    int files = 0;
    for (String path : signed(bundle)) {
      Map<String, byte[]> parts = parts(bundle, path);
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        Matcher found =
            words.matcher(part.getKey() + "\n" + new String(part.getValue(), ISO_8859_1));
        if (found.find()) {
          problems.add(path + " " + part.getKey() + " says \"" + found.group() + "\"");
        }
        files++;
      }
    }
    return files
        + " files without a path of a machine or one of "
        + forbidden.size()
        + " words: "
        + abbreviated(forbidden);
  }

  /**
   * What is to be read of a file; libraries of others are theirs, documents are as they are
   * committed, and an archive is packed twice.
   */
  private static Map<String, byte[]> parts(Bundle bundle, String path) {
    if (path.endsWith(ARCHIVES.get(1))) {
      return Map.of();
    }
    if (!path.endsWith(".jar") && !path.endsWith(".zip")) {
      return Map.of("", bundle.file(path));
    }
    Map<String, byte[]> parts = bundle.jar(path);
    parts.keySet().removeIf(name -> name.endsWith(".jar") || name.contains("/docs/"));
    return parts;
  }

  private static String abbreviated(List<String> words) {
    return words.size() <= 4
        ? String.join(", ", words)
        : String.join(", ", words.subList(0, 4)) + ", ...";
  }

  private String sbom(Bundle bundle, List<String> problems) throws Exception {
    String core = digest("SHA-256", bundle.file(path("tierwise-core", ".jar")));
    Map<String, Set<String>> expected =
        Map.of(
            "tierwise-core",
            Set.of(),
            "tierwise-contracts",
            Set.of("tierwise-core " + version),
            SPARK,
            Set.of("tierwise-core " + version),
            "tierwise-files",
            runtimePage().stream()
                .filter(row -> row.split(" ", -1)[0].matches(FILES))
                .collect(Collectors.toSet()),
            "tierwise-cli",
            runtimePage());
    List<String> evidence = new ArrayList<>();
    for (String artifact : JARS) {
      Map<?, ?> sbom = (Map<?, ?>) Json.read(bundle.text(path(artifact, "-cyclonedx.json")));
      Map<?, ?> about = (Map<?, ?>) ((Map<?, ?>) sbom.get("metadata")).get("component");
      expect("it is", Set.of("CycloneDX"), Set.of(sbom.get("bomFormat").toString()), problems);
      expect(
          artifact + " describes",
          Set.of(artifact + " " + version),
          Set.of(about.get("name") + " " + about.get("version")),
          problems);
      Set<String> names = new TreeSet<>();
      Object components = sbom.get("components");
      for (Object each : components == null ? List.of() : (List<?>) components) {
        Map<?, ?> component = (Map<?, ?>) each;
        String name = component.get("name") + " " + component.get("version");
        names.add(name);
        for (String member : List.of("purl", "licenses", "hashes")) {
          if (component.get(member) == null) {
            problems.add(artifact + ": " + name + " has no " + member);
          }
        }
        if (component.get("name").equals("tierwise-core")
            && !String.valueOf(component.get("hashes")).contains(core)) {
          problems.add(artifact + " names another tierwise-core than is in the bundle");
        }
      }
      expect(artifact + " lists", new TreeSet<>(expected.get(artifact)), names, problems);
      evidence.add(artifact + " " + names.size());
    }
    return "CycloneDX JSON with purl, licence and hashes of each part: "
        + String.join(", ", evidence)
        + " (docs/dependencies.md has the same)";
  }

  private String reproducible(Bundle bundle, List<String> problems) {
    if (again.isEmpty()) {
      return SKIPPED + ": one build only";
    }
    Bundle other = again.get();
    expect("files", Set.copyOf(signed(bundle)), Set.copyOf(signed(other)), problems);
    int same = 0;
    for (String path : signed(bundle)) {
      if (other.has(path) && Arrays.equals(bundle.file(path), other.file(path))) {
        same++;
      } else {
        problems.add(path + " differs between two builds");
      }
    }
    return same
        + " files of a second build are the same bytes, "
        + jars(bundle).size()
        + " of them jars; it ran in another folder, time zone and language";
  }
}
