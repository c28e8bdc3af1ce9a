package io.github.tierwise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.cli.write.Browser;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** Charts that are kept: by {@code --pictures}, and from the page. */
class PicturesTest {

  private static final int WIDTH = 920;

  @TempDir Path folder;

  private static Run plan(String... options) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "plan",
                Run.example("influencers.csv"),
                "--brand",
                Run.example("small-brand.toml"),
                "--quiet"));
    args.addAll(List.of(options));
    return Run.of(args.toArray(new String[0]));
  }

  private static Set<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @Test
  void everyChartIsKeptAsSvgAndAsPng() throws Exception {
    String chromium = Browser.program().toString();
    Path charts = folder.resolve("new").resolve("charts");
    Files.createDirectories(charts);
    Files.writeString(charts.resolve("other.svg"), "mine");
    Files.writeString(charts.resolve("sides.svg"), "old");
    Run run = plan("--pictures", charts.toString(), "--chromium", chromium);
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().startsWith("deal "), "the answer is printed as ever");
    assertEquals(
        "[frontier.png, frontier.svg, other.svg, shares.png, shares.svg, sides.png, sides.svg]",
        names(charts).toString());
    assertEquals("mine", Files.readString(charts.resolve("other.svg")));
    for (String name : List.of("frontier", "shares", "sides")) {
      Element svg = svg(charts.resolve(name + ".svg"));
      int height = Integer.parseInt(svg.getAttribute("height"));
      assertEquals(String.valueOf(WIDTH), svg.getAttribute("width"));
      assertTrue(svg.getElementsByTagName("path").getLength() > 10, name + " is drawn");
      BufferedImage png =
          Objects.requireNonNull(ImageIO.read(charts.resolve(name + ".png").toFile()));
      assertEquals(2 * WIDTH, png.getWidth());
      assertEquals(2 * height, png.getHeight());
      long colors =
          IntStream.range(0, png.getWidth() * png.getHeight())
              .map(at -> png.getRGB(at % png.getWidth(), at / png.getWidth()))
              .distinct()
              .count();
      assertTrue(colors > 20, name + " is drawn");
    }
    String text = svg(charts.resolve("sides.svg")).getTextContent();
    assertTrue(text.contains("What 5,000 USD can buy"), text);
    assertTrue(text.contains("1,540 to 22,600"), text);
  }

  private static Element svg(Path file) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(file.toFile())
        .getDocumentElement();
  }

  @Test
  void aButtonSavesWhatTheReaderSeesInLight() throws Exception {
    Path page = folder.resolve("report.html");
    plan("--report", page.toString());
    try (Browser browser = Browser.start(folder)) {
      browser.open(page, 390, true);
      browser.evaluate(
          "URL.createObjectURL = b => { window.kept = b; return 'data:,';"
              + " };HTMLAnchorElement.prototype.click = function () { window.place = this.download;"
              + " }");
      assertEquals(6, browser.evaluate("document.querySelectorAll('.save button').length").asInt());
      browser.evaluate("document.querySelector('#frontier .save button').click()");
      assertEquals("frontier.svg", browser.evaluate("window.place").asText());
      Path svg = folder.resolve("frontier.svg");
      Files.writeString(svg, browser.evaluate("window.kept.text()").asText());
      assertEquals(
          "#ffffff",
          ((Element) svg(svg).getElementsByTagName("rect").item(0)).getAttribute("fill"));
      browser.evaluate("document.querySelector('#frontier .save button:last-child').click()");
      long end = System.nanoTime() + 60_000_000_000L;
      while (!browser.evaluate("window.place").asText().equals("frontier.png")) {
        assertTrue(System.nanoTime() < end, "a PNG within a minute");
      }
      assertEquals("image/png", browser.evaluate("window.kept.type").asText());
      assertEquals(
          "rgb(20, 22, 26)",
          browser.evaluate("getComputedStyle(document.documentElement).backgroundColor").asText(),
          "the page itself stays dark");
    }
  }

  @Test
  void withoutABrowserNothingIsWritten() throws IOException {
    Run run =
        plan(
            "--pictures",
            folder.resolve("charts").toString(),
            "--report",
            folder.resolve("report.html").toString(),
            "--chromium",
            folder.resolve("none").toString());
    assertEquals(1, run.code());
    assertEquals("", run.out());
    assertTrue(run.said().contains("--chromium must be a program, was \""), run.err());
    assertEquals(Set.of(), names(folder));
  }

  @Test
  void pagesWithoutChartsOfferNoPictures() {
    String list = Run.example("influencers.csv");
    String brand = Run.example("small-brand.toml");
    for (Run run :
        List.of(
            Run.of("score", list, "--brand", brand, "--pictures", folder.toString()),
            Run.of("explain", list, "--id", "synthetic-0054", "--pictures", folder.toString()))) {
      assertEquals(2, run.code());
      assertTrue(run.err().contains("unknown option \"--pictures\""), run.err());
    }
  }

  @Test
  void aFolderIsNoFileAndABrowserDrawsSomething() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "mine");
    Run onFile = plan("--pictures", file.toString());
    assertEquals(1, onFile.code());
    assertTrue(
        onFile.said().contains("--pictures must be a folder, was the file \""), onFile.err());
    assertEquals("mine", Files.readString(file));
    Run alone = plan("--chromium", file.toString());
    assertNotEquals(0, alone.code());
    assertTrue(
        alone.said().contains("--chromium must come with --pictures, was alone"), alone.err());
    assertFalse(Files.exists(folder.resolve("charts")));
  }
}
