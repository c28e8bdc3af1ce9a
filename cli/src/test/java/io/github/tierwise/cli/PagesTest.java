package io.github.tierwise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.files.BrandFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/**
 * What every page shows is what the code does: each command is run, each snippet of Java compiled
 * and run, and what they print compared with the block of text below. What cannot be run here is
 * listed, with the reason, in {@link Commands}.
 *
 * <table>
 * <caption>Blocks by their language</caption>
 * <tr><td>sh, or indented</td><td>commands</td></tr>
 * <tr><td>java</td><td>a type of its own, or statements, which go on from those above</td></tr>
 * <tr><td>text</td><td>what the commands or the statements above print; a line of three dots stands
 * for lines that are left out. Of a command any whole lines may be shown, of Java all</td></tr>
 * <tr><td>xml, csv, toml</td><td>files, parsed; by the name before the block in the page's
 * folder</td></tr>
 * <tr><td>kotlin</td><td>a source of a project in release/consumers</td></tr>
 * <tr><td>plain</td><td>a formula or a picture: neither run nor printed</td></tr>
 * </table>
 */
class PagesTest {

  /** Spark is not here: SparkPageTest runs this page where it is. */
  private static final String ON_SPARK = "docs/how-to/score-on-spark.md";

  /**
   * Pages whose code is a project of its own, which release/rehearse compiles and runs: it compares
   * what is printed, and here the sources are compared.
   */
  private static final Map<String, String> CONSUMERS =
      Map.of(
          "docs/how-to/spring-boot.md", "release/consumers/spring-boot",
          "docs/how-to/kotlin.md", "release/consumers/kotlin");

  @TempDir private static Path folder;
  private static List<PageText> pages;
  private static Snippets snippets;

  @BeforeAll
  static void compile() throws IOException {
    pages =
        PageText.all().stream()
            .filter(page -> !page.path().equals(ON_SPARK))
            .filter(page -> !CONSUMERS.containsKey(page.path()))
            .toList();
    snippets = Snippets.compile(pages, folder);
  }

  @TestFactory
  Stream<DynamicTest> whatAPageShowsIsWhatIsPrinted() {
    assertTrue(pages.size() > 15, "the pages were found");
    return pages.stream()
        .filter(page -> !page.blocks().isEmpty())
        .map(page -> DynamicTest.dynamicTest(page.path(), () -> check(page)));
  }

  private static void check(PageText page) throws Exception {
    Path of = Files.createDirectories(folder.resolve("run").resolve(page.path()));
    Commands commands = new Commands(of);
    List<String> printed = snippets.run(page);
    int tests = snippets.test(page);
    int statements = 0;
    String open = ""; // what a snippet printed and no text has shown yet
    String rest = "";
    boolean exact = false;
    for (PageText.Block block : page.blocks()) {
      String at = page.at(block);
      if (!block.language().equals("text")) {
        assertEquals("", open, () -> "what is printed before " + at + " must be shown");
      }
      if (!block.file().isEmpty()) {
        Path file = of.resolve(block.file());
        Files.createDirectories(file.getParent());
        Files.writeString(file, block.text());
      }
      switch (block.language()) {
        case "java" -> {
          if (!Snippets.isType(block)) {
            rest = printed.get(statements++);
            open = rest;
            exact = true;
          }
        }
        case "sh" -> {
          rest = commands.run(page, block);
          exact = false;
          if (!commands.ran()) {
            rest = "Tests run: %d, Failures: 0, Errors: 0, Skipped: 0\n".formatted(tests);
          }
        }
        case "text" -> {
          rest = exact ? all(at, block, rest) : some(at, block, rest);
          open = "";
        }
        case "xml" -> checkXml(at, block);
        case "toml" ->
            BrandFile.read(
                at, new ByteArrayInputStream(block.text().getBytes(StandardCharsets.UTF_8)));
        case "csv" -> assertFalse(block.file().isEmpty(), at + " must have a name");
        case "plain" -> assertFalse(block.text().matches("(?s).*(^|\n)(\\./tierwise|mvn) .*"), at);
        default ->
            throw new AssertionError(
                at + " must be sh, java, text, xml, csv, toml or plain, was " + block.language());
      }
    }
    assertEquals("", open, () -> "all that is printed must be shown in " + page);
  }

  /** All that was printed is shown; three dots stand for lines that are left out. */
  private static String all(String at, PageText.Block block, String printed) {
    if (!block.text().contains("...\n")) {
      assertEquals(block.text(), printed, at);
      return "";
    }
    return some(at, block, printed);
  }

  /** Each piece between three dots was printed, in order; what is left after the last. */
  private static String some(String at, PageText.Block block, String printed) {
    String rest = "\n" + printed;
    for (String piece : block.text().split("(?m)^\\.\\.\\.\n", -1)) {
      if (!piece.isEmpty()) {
        int found = rest.indexOf("\n" + piece);
        String searched = rest;
        assertTrue(found >= 0, () -> at + ":\n" + piece + "\nis not in\n" + searched);
        rest = rest.substring(found + piece.length());
      }
    }
    return rest.substring(1);
  }

  @Test
  void aPageOfAConsumerShowsItsSourcesAndAsksWhatItAsks() throws Exception {
    String rehearsal = Files.readString(PageText.ROOT.resolve("release/rehearse"));
    for (Map.Entry<String, String> each : CONSUMERS.entrySet()) {
      PageText page = PageText.of(each.getKey());
      Path consumer = PageText.ROOT.resolve(each.getValue());
      String name = "large=\\([^)]*\\b" + Pattern.quote(consumer.getFileName().toString()) + "\\b";
      assertTrue(Pattern.compile(name).matcher(rehearsal).find(), page + " is rehearsed");
      String sources = sources(consumer);
      for (PageText.Block block : page.blocks()) {
        String at = page.at(block);
        switch (block.language()) {
          case "java", "kotlin", "toml" ->
              assertEquals(Files.readString(consumer.resolve(block.file())), block.text(), at);
          case "xml" -> checkXml(at, block);
          case "sh" -> {
            Matcher body = Pattern.compile("-d '(.*)'").matcher(block.text());
            assertTrue(body.find() && sources.contains(body.group(1)), at);
          }
          default -> assertEquals("text", block.language(), at);
        }
      }
      assertFalse(page.blocks("text").isEmpty(), page + " shows what is printed");
    }
  }

  private static String sources(Path consumer) throws IOException {
    StringBuilder sources = new StringBuilder();
    try (Stream<Path> files = Files.walk(consumer.resolve("src"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        sources.append(Files.readString(file));
      }
    }
    return sources.toString();
  }

  // Maven's files: what they name is what this build has.

  private static void checkXml(String at, PageText.Block block) throws Exception {
    Map<String, String> ours = versions();
    Document shown = parse(block.text());
    for (String element : List.of("dependency", "plugin")) {
      for (int i = 0; i < shown.getElementsByTagName(element).getLength(); i++) {
        Element each = (Element) shown.getElementsByTagName(element).item(i);
        String name = text(each, "groupId") + ":" + text(each, "artifactId");
        String version = text(each, "version");
        String expected = ours.getOrDefault(name, "");
        assertFalse(expected.isEmpty(), () -> at + " names " + name);
        // Ours as it is, or as it will be released.
        assertTrue(
            List.of("", expected, expected.replace("-SNAPSHOT", "")).contains(version),
            () -> "%s must have %s %s, was %s".formatted(at, name, expected, version));
      }
    }
  }

  /** As a build that is no Maven's, or a launcher, names ours. */
  private static final Pattern COORDINATES =
      Pattern.compile("io\\.github\\.tierwise:(tierwise-[\\w.]+)(?::([\\w.-]*\\w))?");

  @Test
  void coordinatesThatAPageNamesAreOursAndOfThisVersion() throws Exception {
    Map<String, String> ours = versions();
    int named = 0;
    for (PageText page : PageText.all()) {
      Matcher found = COORDINATES.matcher(Files.readString(PageText.ROOT.resolve(page.path())));
      while (found.find()) {
        String expected = ours.get("io.github.tierwise:" + found.group(1));
        assertNotNull(expected, page + " names " + found.group());
        if (found.group(2) != null) {
          assertEquals(expected, found.group(2), page + " names " + found.group());
        }
        named++;
      }
    }
    assertTrue(named > 3, "coordinates were found");
  }

  @Test
  void theFirstPageOfTheJavadocShowsTheTenLinesAndWhatTheyPrint() throws Exception {
    PageText readme = PageText.of("README.md");
    List<String> shown =
        Pattern.compile("(?s)<pre>\n(.*?)</pre>")
            .matcher(Files.readString(PageText.ROOT.resolve("release/javadoc/overview.html")))
            .results()
            .map(each -> each.group(1).replace("&lt;", "<").replace("&gt;", ">"))
            .map(each -> each.replace("&amp;", "&"))
            .toList();
    assertEquals(
        List.of(
            readme.blocks("java").get(0).text(),
            readme.blocks().get(readme.blocks().indexOf(readme.blocks("java").get(0)) + 1).text()),
        shown);
  }

  /** The versions of our modules, and of everything that our parent pins, by group and name. */
  private static Map<String, String> versions() throws Exception {
    Document parent = parse(Files.readString(PageText.ROOT.resolve("pom.xml")));
    Map<String, String> versions = new TreeMap<>();
    String own = text(parent.getDocumentElement(), "version");
    for (String module :
        List.of("parent", "core", "contracts", "files", "cli", "spark_2.13", "bom")) {
      versions.put("io.github.tierwise:tierwise-" + module, own);
    }
    for (String element : List.of("dependency", "plugin")) {
      for (int i = 0; i < parent.getElementsByTagName(element).getLength(); i++) {
        Element each = (Element) parent.getElementsByTagName(element).item(i);
        String version = text(each, "version");
        if (version.startsWith("${") && !version.contains("project")) {
          String property = version.substring(2, version.length() - 1);
          version = parent.getElementsByTagName(property).item(0).getTextContent();
        }
        if (!version.isEmpty()) {
          versions.putIfAbsent(text(each, "groupId") + ":" + text(each, "artifactId"), version);
        }
      }
    }
    // The aggregate of what the BOM pins.
    versions.put("org.junit.jupiter:junit-jupiter", versions.get("org.junit:junit-bom"));
    return versions;
  }

  private static Document parse(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
  }

  /** The text of a child, empty without it. */
  private static String text(Element parent, String child) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node.getNodeName().equals(child)) {
        return node.getTextContent().strip();
      }
    }
    return "";
  }

  @Test
  void theReadmeShowsAtMostTenLinesOfJavaAndTwoCommandsFirst() throws IOException {
    PageText readme = PageText.of("README.md");
    PageText.Block java = readme.blocks("java").get(0);
    assertTrue(java.text().lines().count() <= 10, "at most ten lines of Java");
    assertEquals(2, Commands.of(readme.blocks("sh").get(0)).size(), "two commands");
  }

  @Test
  void aCommandBetweenBackticksRuns() throws IOException {
    Commands commands = new Commands(Files.createDirectories(folder.resolve("spans")));
    for (PageText page : pages) {
      for (String span : page.spans()) {
        if (span.startsWith("./tierwise ")) {
          commands.run(page, new PageText.Block("sh", span + "\n", 0, ""));
        }
      }
    }
  }
}
