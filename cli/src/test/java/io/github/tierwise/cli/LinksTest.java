package io.github.tierwise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.contracts.Contracts;
import io.github.tierwise.score.Scorer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a page points to exists: pages, headings, files, tests, types and their members. */
class LinksTest {

  private static final Pattern LINK =
      Pattern.compile("(?<=\\])\\(([^()\\s]*(?:\\([^()\\s]*\\)[^()\\s]*)*)\\)");
  private static final Pattern HTML = Pattern.compile("(?:src|srcset|href)=\"([^\"]*)\"");

  /** Sources that are cited as they were read, without TLS. */
  private static final Set<String> PLAIN_HTTP = Set.of("www.publicrelationstoday.com");

  private static List<String> targets(PageText page) {
    String prose = String.join("\n", page.prose()).replaceAll("`[^`]*`", "");
    List<String> targets = new ArrayList<>();
    Stream.of(LINK, HTML)
        .forEach(pattern -> pattern.matcher(prose).results().forEach(m -> targets.add(m.group(1))));
    return targets;
  }

  @Test
  void everyLinkWithinTheRepositoryLeadsSomewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    int links = 0;
    for (PageText page : PageText.all()) {
      for (String target : targets(page)) {
        if (!target.matches("[a-z]+:.*")) {
          links++;
          if (!exists(page, target)) {
            broken.add(page + " -> " + target);
          }
        }
      }
    }
    assertEquals(List.of(), broken);
    assertTrue(links > 50, "links were found");
  }

  private static boolean exists(PageText page, String target) throws IOException {
    String[] parts = target.split("#", 2);
    Path folder = PageText.ROOT.resolve(page.path()).normalize().resolveSibling("");
    Path file = parts[0].isEmpty() ? PageText.ROOT.resolve(page.path()) : folder.resolve(parts[0]);
    if (!Files.exists(file) || target.startsWith("/")) {
      return false;
    }
    return parts.length == 1 || anchors(PageText.of("", Files.readString(file))).contains(parts[1]);
  }

  /** The anchors that GitHub gives to headings. */
  private static Set<String> anchors(PageText page) {
    Set<String> anchors = new HashSet<>();
    Map<String, Integer> seen = new HashMap<>();
    for (String line : page.prose()) {
      if (line.matches("#{1,6} .*")) {
        String text = line.replaceFirst("#+ +", "").replaceAll("\\[([^\\]]*)]\\([^)]*\\)", "$1");
        String anchor =
            text.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}\\p{M}_ -]", "")
                .replace(' ', '-');
        int before = seen.merge(anchor, 1, Integer::sum) - 1;
        anchors.add(before == 0 ? anchor : anchor + "-" + before);
      }
    }
    return anchors;
  }

  @Test
  void everyLinkElsewhereIsAWellFormedAddress() throws IOException {
    for (PageText page : PageText.all()) {
      for (String target : targets(page)) {
        if (target.matches("[a-z]+:.*")) {
          URI address = URI.create(target);
          boolean secure = address.getScheme().equals("https");
          assertTrue(
              address.getHost() != null && (secure || PLAIN_HTTP.contains(address.getHost())),
              () -> page + " -> " + target);
        }
      }
    }
  }

  @Test
  void everyPageIsReachedFromTheReadme() throws IOException {
    Set<String> reached = new TreeSet<>();
    List<String> open = new ArrayList<>(List.of("README.md"));
    while (!open.isEmpty()) {
      String path = open.remove(0);
      if (reached.add(path)) {
        for (String target : targets(PageText.of(path))) {
          String file = target.replaceFirst("#.*", "");
          if (file.endsWith(".md") && !file.contains(":")) {
            Path folder = Path.of(path).resolveSibling("");
            open.add(folder.resolve(file).normalize().toString().replace('\\', '/'));
          }
        }
      }
    }
    assertEquals(
        new TreeSet<>(PageText.all().stream().map(PageText::path).toList()),
        new TreeSet<>(reached));
  }

  // Names between backticks.

  private static final Pattern TEST = Pattern.compile("(\\w+Test)(?:\\.(\\w+)(?:\\(\\))?)?");
  private static final Pattern MEMBER =
      Pattern.compile("([A-Z]\\w+)\\.([a-z]\\w*)(?:\\(.*\\))?|([A-Z]\\w+)\\.([A-Z]\\w+)");
  private static final Pattern PATH =
      Pattern.compile("(?:[\\w.-]+/)+[\\w.-]+\\.(?:java|tsv|md|csv|toml|c|svg|xml|py)");

  @Test
  void everyTestThatAPageNamesExists() throws IOException {
    Map<String, String> tests = new HashMap<>();
    for (Path file : sources("src/test")) {
      tests.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
    }
    List<String> missing = new ArrayList<>();
    int named = 0;
    for (PageText page : PageText.all()) {
      for (String span : page.spans()) {
        Matcher test = TEST.matcher(span);
        if (test.matches()) {
          named++;
          String source = tests.get(test.group(1));
          boolean found =
              source != null
                  && (test.group(2) == null
                      || Pattern.compile("\\b" + test.group(2) + "\\(").matcher(source).find());
          if (!found) {
            missing.add(page + ": " + span);
          }
        }
      }
    }
    assertEquals(List.of(), missing);
    assertTrue(named > 20, "tests are named");
  }

  @Test
  void everyGuaranteeHasConditionsAndNamesTheTestsThatHoldIt() throws IOException {
    String page = String.join("\n", PageText.of("docs/guarantees.md").prose());
    List<String> guarantees =
        Arrays.stream(page.split("\n## ", -1))
            .filter(part -> part.matches("(?s)\\d\\. .*"))
            .toList();
    assertEquals(7, guarantees.size());
    for (String guarantee : guarantees) {
      assertTrue(guarantee.contains("- **Conditions:** "), guarantee);
      String tests = guarantee.substring(guarantee.indexOf("- **Held by:** "));
      assertTrue(Pattern.compile("`\\w+Test\\.\\w+`").matcher(tests).find(), guarantee);
    }
  }

  @Test
  void everyMemberOfAPublicTypeThatAPageNamesExists() throws IOException {
    Map<String, Class<?>> types = publicTypes();
    List<String> missing = new ArrayList<>();
    int named = 0;
    for (PageText page : PageText.all()) {
      for (String span : page.spans()) {
        Matcher member = MEMBER.matcher(span);
        if (member.lookingAt()) {
          boolean inner = member.group(3) != null;
          Class<?> type = types.get(inner ? member.group(3) : member.group(1));
          if (type != null) {
            named++;
            if (!has(type, inner ? member.group(4) : member.group(2))) {
              missing.add(page + ": " + span);
            }
          }
        }
      }
    }
    assertEquals(List.of(), missing);
    assertTrue(named > 20, "members are named");
  }

  private static boolean has(Class<?> type, String name) {
    Stream<String> members =
        Stream.of(
                Arrays.stream(type.getMethods()).map(method -> method.getName()),
                Arrays.stream(type.getFields()).map(field -> field.getName()),
                Arrays.stream(type.getClasses()).map(Class::getSimpleName))
            .flatMap(names -> names);
    return members.anyMatch(name::equals);
  }

  private static Map<String, Class<?>> publicTypes() throws IOException {
    Map<String, Class<?>> types = new HashMap<>();
    for (Class<?> of : List.of(Scorer.class, Contracts.class)) {
      String module = of == Scorer.class ? "core" : "contracts";
      Path main = PageText.ROOT.resolve(module).resolve("src/main/java");
      try (Stream<Path> files = Files.walk(main)) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .map(file -> main.relativize(file).toString().replaceAll("[/\\\\]", "."))
            .filter(name -> !name.endsWith("-info.java") && !name.contains(".internal."))
            .map(name -> type(name.replaceFirst("\\.java$", ""), of.getClassLoader()))
            .filter(type -> java.lang.reflect.Modifier.isPublic(type.getModifiers()))
            .forEach(type -> types.put(type.getSimpleName(), type));
      }
    }
    return types;
  }

  private static Class<?> type(String name, ClassLoader loader) {
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void everyFileThatAPageNamesExists() throws IOException {
    List<String> missing = new ArrayList<>();
    for (PageText page : PageText.all()) {
      for (String span : page.spans()) {
        if (PATH.matcher(span).matches()
            && !span.startsWith("src/") // of a reader's project
            && !Files.exists(PageText.ROOT.resolve(span))) {
          missing.add(page + ": " + span);
        }
      }
    }
    assertEquals(List.of(), missing);
  }

  private static List<Path> sources(String folder) throws IOException {
    List<Path> sources = new ArrayList<>();
    try (Stream<Path> modules = Files.list(PageText.ROOT)) {
      for (Path module : modules.filter(each -> Files.exists(each.resolve(folder))).toList()) {
        try (Stream<Path> files = Files.walk(module.resolve(folder))) {
          files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return sources;
  }
}
