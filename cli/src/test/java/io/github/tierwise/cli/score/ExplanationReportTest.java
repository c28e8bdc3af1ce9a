package io.github.tierwise.cli.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tierwise.cli.Run;
import io.github.tierwise.cli.run.ExitCode;
import io.github.tierwise.cli.write.Browser;
import io.github.tierwise.cli.write.Html;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of {@code explain --report}: as text, and as a browser shows it. */
class ExplanationReportTest {

  private static final String FILE = Run.example("influencers.csv");
  private static final String BRAND = Run.example("small-brand.toml");
  private static final Pattern STEP =
      Pattern.compile(
          "<i class=\"(for|against)\" style=\"left:([^%]+)%;width:([^%]+)%\"></i></span>"
              + "<span class=\"number\">([^<]+)</span>");

  @TempDir Path folder;

  private String report(String... options) throws IOException {
    return of(FILE, options);
  }

  private String of(String file, String... options) throws IOException {
    Path page = folder.resolve("report.html");
    List<String> args = new ArrayList<>(List.of("explain", file, "--brand", BRAND, "--quiet"));
    args.addAll(List.of("--report", page.toString()));
    args.addAll(List.of(options));
    Run run = Run.of(args.toArray(new String[0]));
    assertEquals(0, run.code(), run.err());
    return Files.readString(page);
  }

  private static Run plain(String... options) {
    List<String> args = new ArrayList<>(List.of("explain", FILE, "--brand", BRAND, "--quiet"));
    args.addAll(List.of(options));
    return Run.atWidth(2000, args.toArray(new String[0]));
  }

  @Test
  void theTreeHasEveryLineOfTheTextWithTheSameFigures() throws IOException {
    String[][] asked = {
      {"--id", "synthetic-0271"}, {"--id", "synthetic-0271", "--against", "synthetic-0022"}
    };
    for (String[] who : asked) {
      String html = report(who);
      List<String> options = new ArrayList<>(List.of(who));
      options.addAll(List.of("--depth", "99"));
      String out = plain(options.toArray(new String[0])).out();
      List<String> lines = out.substring(0, out.indexOf("\n\n")).lines().toList();
      assertTrue(lines.size() > 20);
      Matcher node =
          Pattern.compile("<span class=\"value\">([^<]+)</span> <strong>([^<]+)</strong>([^<]*)")
              .matcher(html.substring(html.indexOf("<ul class=\"tree\">")));
      for (String line : lines) {
        String[] parts = line.strip().split("  ", 2);
        assertTrue(node.find(), line);
        assertEquals(parts[0], node.group(1));
        String words = (node.group(2) + node.group(3)).strip();
        assertEquals(Html.escape(parts[1]), words);
      }
      assertFalse(node.find(), "no line is left over");
      String exactly =
          out.lines().filter(line -> line.endsWith(", exactly")).findFirst().orElseThrow();
      assertTrue(html.contains(exactly));
      assertFalse(html.contains("\uFFFD"), "no character of our own is replaced");
    }
  }

  @Test
  void theBarOfAnAccountAddsUpAndItsCellsAreNamed() throws IOException {
    String html = report("--id", "synthetic-0282");
    JsonNode tree =
        new ObjectMapper().readTree(plain("--id", "synthetic-0282", "--format", "json").out());
    assertEquals(
        tree.get("value").doubleValue(),
        ScoreReportTest.sum(html.substring(html.indexOf("<div class=\"parts\">"))),
        0.0);
    assertTrue(html.contains("not eligible: "), "it may not be ranked, and why");
    for (JsonNode input : tree.get("inputs")) {
      String cells =
          "<td>%s</td><td>%s</td><td>line %d</td><td>%s</td>"
              .formatted(
                  Html.escape(input.get("cell").asText()),
                  Html.escape(input.get("file").asText()),
                  input.get("line").asInt(),
                  Html.escape(input.get("column").asText()));
      assertTrue(html.contains(cells), cells);
    }
  }

  @Test
  void theStepsOfADifferenceAddUpToIt() throws IOException {
    String html = report("--id", "synthetic-0271", "--against", "synthetic-0022");
    JsonNode why =
        new ObjectMapper()
            .readTree(
                plain("--id", "synthetic-0271", "--against", "synthetic-0022", "--format", "json")
                    .out());
    List<double[]> bars = new ArrayList<>();
    List<String> kinds = new ArrayList<>();
    Matcher step = STEP.matcher(html);
    while (step.find()) {
      kinds.add(step.group(1));
      bars.add(new double[] {Double.parseDouble(step.group(2)), Double.parseDouble(step.group(3))});
    }
    assertEquals(6, bars.size(), "five criteria and all of them");
    double[] total = bars.get(5);
    double pointsByWidth = why.get("value").doubleValue() / total[1];
    double at = total[0];
    for (int i = 0; i < 5; i++) {
      double value = why.get("parts").get(i).get("value").doubleValue();
      assertEquals(value > 0 ? "for" : "against", kinds.get(i));
      assertEquals(Math.abs(value), bars.get(i)[1] * pointsByWidth, 1e-9);
      double begin = kinds.get(i).equals("for") ? bars.get(i)[0] : bars.get(i)[0] + bars.get(i)[1];
      assertEquals(at, begin, 1e-9, "it begins where the one before ends");
      at = begin + (kinds.get(i).equals("for") ? 1 : -1) * bars.get(i)[1];
      assertTrue(bars.get(i)[0] > -1e-9 && bars.get(i)[0] + bars.get(i)[1] < 100 + 1e-9);
    }
    assertEquals(total[0] + total[1], at, 1e-9);
  }

  @Test
  void whatWouldTurnItIsTold() throws IOException {
    for (String[] option : new String[][] {{"--against", "synthetic-0022"}, {"--top", "1"}}) {
      String html = report("--id", "synthetic-0054", option[0], option[1]);
      String out = plain("--id", "synthetic-0054", option[0], option[1]).out();
      List<String> lines =
          out.substring(out.indexOf("What is enough "))
              .lines()
              .takeWhile(line -> !line.equals("Read from"))
              .toList();
      assertTrue(lines.size() > 2, out);
      lines.forEach(line -> assertTrue(html.contains(Html.escape(line.strip())), line));
    }
  }

  @Test
  void anAccountAgainstItselfDiffersInNothing() throws IOException {
    String html = report("--id", "synthetic-0271", "--against", "synthetic-0271");
    assertFalse(html.contains("NaN") || html.contains("Infinity"), html);
  }

  @Test
  void theTreeIsOpenAsDeepAsAsked() throws IOException {
    String closed = report("--id", "synthetic-0271", "--depth", "0");
    assertFalse(closed.contains("<details open>"));
    long two = report("--id", "synthetic-0271").split("<details open>", -1).length;
    String all = report("--id", "synthetic-0271", "--depth", "99");
    assertTrue(two > 6 && two < all.split("<details open>", -1).length);
    assertFalse(all.contains("<details><summary>"));
  }

  @Test
  void textOfTheFileIsNeverMarkup() throws IOException {
    Path evil = folder.resolve("<img src=x onerror=alert(1)>.csv");
    Files.writeString(
        evil, "id,platform,followers,likes\n<b>x</b>,instagram,5000,400\ny,instagram,50000,9\n");
    for (String[] options :
        new String[][] {{"--id", "<b>x</b>"}, {"--id", "y", "--against", "<b>x</b>"}}) {
      String html = Browser.withoutScripts(of(evil.toString(), options));
      assertFalse(html.contains("<img"));
      assertFalse(html.contains("<b>"));
      assertTrue(html.contains("<bdi>&lt;b&gt;x&lt;/b&gt;</bdi>"));
    }
  }

  @Test
  void aPageIsNeverTheInput() throws IOException {
    Path list = Files.copy(Path.of(FILE), folder.resolve("list.csv"));
    Run run = Run.of("explain", list.toString(), "--id", "x", "--report", list.toString());
    assertEquals(ExitCode.INPUT, run.code());
    assertTrue(run.said().contains("output must be another file than the input"), run.err());
    assertEquals(-1, Files.mismatch(list, Path.of(FILE)));
  }

  @Test
  void aBrowserShowsItWideAndNarrowAndFoldsTheTree() throws Exception {
    report("--id", "synthetic-0271", "--against", "synthetic-0022");
    try (Browser browser = Browser.start(folder)) {
      browser.assertDraws(folder.resolve("report.html"), 0);
      String closed = "document.querySelectorAll('.tree details:not([open])').length";
      int before = browser.evaluate(closed).asInt();
      assertTrue(before > 0);
      browser.evaluate("window.dispatchEvent(new Event('beforeprint'))");
      assertEquals(before, browser.evaluate(closed).asInt(), "it is printed as it is open");
      browser.evaluate("window.dispatchEvent(new Event('afterprint'))");
      browser.evaluate("document.querySelector('.folds button').click()");
      assertEquals(0, browser.evaluate(closed).asInt());
      browser.evaluate("document.querySelectorAll('.folds button')[1].click()");
      assertEquals(
          0, browser.evaluate("document.querySelectorAll('.tree details[open]').length").asInt());
    }
  }
}
