package io.github.tierwise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The page on the architecture names the packages that there are, and its picture shows them. The
 * picture is drawn here; with {@code -Dtierwise.docs.update=true} it is written anew.
 */
class ArchitecturePageTest {

  private static final Path ROOT = Path.of("..");
  private static final Path IMAGES = ROOT.resolve("docs/images");

  /** A box of the picture: a package or a module, what it holds, and where it is. */
  private record Box(String name, String holds, int x, int y, int width) {

    int middle() {
      return x + width / 2;
    }
  }

  private static final List<Box> PACKAGES =
      List.of(
          new Box("explain", "why, how sure", 30, 116, 110),
          new Box("profile", "accounts, brands", 160, 116, 110),
          new Box("tier", "definitions", 290, 80, 110),
          new Box("engagement", "rates, size curves", 290, 152, 110),
          new Box("score", "criteria, rankings", 440, 116, 110),
          new Box("deal", "the best set", 590, 58, 110),
          new Box("study", "do tiers agree?", 590, 116, 110),
          new Box("stability", "how sure is it?", 590, 174, 110),
          new Box("internal", "checks, arithmetic; not exported", 30, 234, 670));

  private static final List<Box> MODULES =
      List.of(
          new Box("contracts", "checks your parts", 20, 334, 126),
          new Box("files", "reads tables, brands", 161, 334, 126),
          new Box("cli", "commands, pages", 302, 334, 126),
          new Box("spark", "scores on clusters", 443, 334, 126),
          new Box("benchmarks", "never published", 584, 334, 126));

  /** Who may use whom, by name: what stands at the right end uses what stands at the left. */
  private static final List<List<String>> USES =
      List.of(
          List.of("explain", "profile"),
          List.of("profile", "tier"),
          List.of("profile", "engagement"),
          List.of("tier", "score"),
          List.of("engagement", "score"),
          List.of("score", "deal"),
          List.of("score", "study"),
          List.of("score", "stability"));

  private record Look(String paper, String box, String line, String text, String quiet) {}

  private static final Look LIGHT = new Look("#ffffff", "#f6f8fa", "#59636e", "#1f2328", "#59636e");
  private static final Look DARK = new Look("#0d1117", "#151b23", "#9198a1", "#f0f6fc", "#9198a1");

  private static Set<String> folders(Path of, String marker) throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.list(of)) {
      files
          .filter(file -> Files.exists(file.resolve(marker)))
          .forEach(file -> names.add(file.getFileName().toString()));
    }
    return names;
  }

  private static Set<String> names(List<Box> boxes) {
    return new TreeSet<>(boxes.stream().map(Box::name).toList());
  }

  @Test
  void thePictureShowsThePackagesAndModulesThatThereAre() throws IOException {
    assertEquals(
        folders(ROOT.resolve("core/src/main/java/io/github/tierwise"), "package-info.java"),
        names(PACKAGES));
    Set<String> modules = folders(ROOT, "src/main/java");
    assertTrue(modules.remove("core"));
    assertEquals(modules, names(MODULES));
  }

  @Test
  void thePageSaysWhatEachPackageAndModuleIsFor() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/architecture.md"));
    Set<String> rows = new TreeSet<>();
    page.lines()
        .filter(line -> line.matches("\\| `[a-z]+` \\|.*"))
        .forEach(line -> rows.add(line.split("`", -1)[1]));
    Set<String> expected = names(PACKAGES);
    expected.addAll(names(MODULES));
    expected.add("core");
    assertEquals(expected, rows);
  }

  @Test
  void thePicturesAreDrawnFromTheseNames() throws IOException {
    check(IMAGES.resolve("architecture.svg"), picture(LIGHT));
    check(IMAGES.resolve("architecture-dark.svg"), picture(DARK));
  }

  private static void check(Path file, String picture) throws IOException {
    if (Boolean.getBoolean("tierwise.docs.update")) {
      Files.writeString(file, picture);
    }
    assertEquals(picture, Files.readString(file));
  }

  private static Box box(String name) {
    return PACKAGES.stream().filter(box -> box.name().equals(name)).findFirst().orElseThrow();
  }

  private static String picture(Look look) {
    StringBuilder svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 730 404" role="img" \
        aria-labelledby="t d" font-family="system-ui, sans-serif" font-size="13">
        <title id="t">The packages of core, and the modules around it</title>
        <desc id="d">Data flows from left to right: explain, profile, then tier and engagement beside \
        each other, then score, then deal, study and stability beside each other. All may use internal. The \
        modules contracts, files, cli, spark and benchmarks use core.</desc>
        <defs><marker id="a" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" \
        orient="auto"><path d="M0,0 L8,4 L0,8 z" fill="%2$s"/></marker></defs>
        <rect width="730" height="404" fill="%1$s"/>
        <rect x="10" y="24" width="710" height="270" rx="8" fill="none" stroke="%2$s" \
        stroke-dasharray="5 4"/>
        <text x="22" y="46" fill="%3$s">module core: no dependency but the JDK</text>
        """
            .formatted(look.paper(), look.line(), look.quiet()));
    for (List<String> use : USES) {
      Box from = box(use.get(0));
      Box to = box(use.get(1));
      svg.append(
          "<path d=\"M%d,%d L%d,%d\" stroke=\"%s\" stroke-width=\"1.5\" marker-end=\"url(#a)\"/>\n"
              .formatted(
                  from.x() + from.width(), from.y() + 25, to.x() - 2, to.y() + 25, look.line()));
    }
    for (Box module : MODULES) {
      svg.append(
          "<path d=\"M%1$d,334 L%1$d,298\" stroke=\"%2$s\" stroke-width=\"1.5\" marker-end=\"url(#a)\"/>\n"
              .formatted(module.middle(), look.line()));
    }
    Stream.concat(PACKAGES.stream(), MODULES.stream()).forEach(box -> svg.append(drawn(box, look)));
    return svg.append("</svg>\n").toString();
  }

  private static String drawn(Box box, Look look) {
    return String.format(
        Locale.ROOT,
        """
        <rect x="%1$d" y="%2$d" width="%3$d" height="50" rx="6" fill="%4$s" stroke="%5$s"/>
        <text x="%6$d" y="%7$d" text-anchor="middle" font-weight="600" fill="%8$s">%9$s</text>
        <text x="%6$d" y="%10$d" text-anchor="middle" font-size="11" fill="%11$s">%12$s</text>
        """,
        box.x(),
        box.y(),
        box.width(),
        look.box(),
        look.line(),
        box.middle(),
        box.y() + 21,
        look.text(),
        box.name(),
        box.y() + 38,
        look.quiet(),
        box.holds());
  }
}
