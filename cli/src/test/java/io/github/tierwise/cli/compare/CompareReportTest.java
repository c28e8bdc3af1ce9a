package io.github.tierwise.cli.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tierwise.cli.Run;
import io.github.tierwise.cli.write.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of {@code compare --report}: as text, and as a browser shows it. */
class CompareReportTest {

  private static final int TAB = 9;
  private static final int ENTER = 13;

  @TempDir Path folder;

  private String report(String file, String... options) throws IOException {
    Path page = folder.resolve("report.html");
    List<String> args =
        new ArrayList<>(List.of("compare", file, "--quiet", "--report", page.toString()));
    args.addAll(List.of(options));
    Run run = Run.of(args.toArray(new String[0]));
    assertEquals(0, run.code(), run.err());
    return Files.readString(page);
  }

  @Test
  void thePageIsOneFileAndMayFetchNothing() throws IOException {
    String html = report(Run.example("influencers.csv"), "--brand", Run.example("brand.toml"));
    assertTrue(html.contains("default-src 'none'"), "the policy forbids every request");
    assertFalse(
        Browser.withoutScripts(html)
            .matches("(?s).*<(img|link|script|iframe)[^>]*(src|href)=\"(?!data:).*"));
    assertEquals(
        html,
        report(Run.example("influencers.csv"), "--brand", Run.example("brand.toml")),
        "the same file gives the same page");
    for (String said :
        List.of(
            "by iMPACT and Forbes: they disagree on who is a micro-influencer for 43%",
            "<dt>only by iMPACT</dt><dd>96</dd>",
            "Data: SHA-256 ",
            "How to cite",
            "Apache ECharts 5.5.0",
            "The top 20 by each definition")) {
      assertTrue(html.contains(said), said);
    }
    assertFalse(Browser.withoutScripts(html).contains("NaN"), "the undefined is said in words");
  }

  @Test
  void everyPictureHasItsFiguresInTheTableBelowIt() throws IOException {
    String html = Browser.withoutScripts(report(Run.example("influencers.csv")));
    Matcher figure = Pattern.compile("(?s)<figure id=\"([a-z-]+)\".*?</figure>").matcher(html);
    int figures = 0;
    while (figure.find()) {
      figures++;
      String text = figure.group();
      assertTrue(text.contains("role=\"img\" aria-label=\""), figure.group(1));
      assertTrue(text.contains("<figcaption>"), figure.group(1));
      assertTrue(text.split("<tr>", -1).length > 3, figure.group(1) + " has rows");
    }
    assertEquals(9, figures, "3 of bands, 3 of engagement, flow, matrix, consensus");
  }

  @Test
  void whatCannotBeDrawnIsSaidInstead() throws IOException {
    Path celebrities = folder.resolve("celebrities.csv");
    Files.writeString(
        celebrities, "id,platform,followers\na,instagram,40000000\nb,instagram,50000000\n");
    String html = Browser.withoutScripts(report(celebrities.toString(), "--all"));
    for (String said :
        List.of(
            "No picture: nobody changes, each of the two has all accounts in one class.",
            "No picture: kappa is undefined for every pair, since all accounts are of one class.",
            "No picture of Instagram: no engagement rate there is known.")) {
      assertTrue(html.contains("<p>" + said), said);
    }
    assertEquals(2, html.split("<figure ", -1).length - 1, "the bands and the consensus");
  }

  @Test
  void noTwoRowsOfAPictureHaveOneName() throws IOException {
    Matcher option =
        Pattern.compile("(?s)id=\"matrix-option\">(.*?)</script>")
            .matcher(report(Run.example("influencers.csv")));
    assertTrue(option.find());
    List<String> names = new ArrayList<>();
    new ObjectMapper()
        .readTree(option.group(1))
        .at("/data/names")
        .forEach(name -> names.add(name.asText()));
    assertEquals(names.size(), Set.copyOf(names).size(), names.toString());
    assertTrue(names.contains("0–100K a (1)"), names.toString());
  }

  @Test
  void textOfTheFileIsNeverMarkup() throws IOException {
    Path evil = folder.resolve("<img src=x onerror=alert(1)>&\"'.csv");
    Files.writeString(evil, "id,platform,followers\n<b>x</b>,instagram,5000\ny,instagram,50000\n");
    String html = Browser.withoutScripts(report(evil.toString()));
    assertFalse(html.contains("<img"));
    assertTrue(html.contains("&lt;img src=x onerror=alert(1)&gt;&amp;&quot;&#39;.csv"));
  }

  @Test
  void anOutputIsNeverTheInput() throws IOException {
    Path list = folder.resolve("list.csv");
    Files.writeString(list, "id,platform,followers\nx,instagram,5000\n");
    Run run = Run.of("compare", list.toString(), "--report", list.toString());
    assertEquals(1, run.code());
    assertTrue(run.said().contains("output must be another file than the input"), run.err());
    assertTrue(Files.readString(list).startsWith("id,platform"));
  }

  @Test
  void aBrowserDrawsEveryPictureAndAsksTheNetworkForNothing() throws Exception {
    report(Run.example("influencers.csv"), "--all", "--brand", Run.example("brand.toml"));
    try (Browser browser = Browser.start(folder)) {
      browser.assertDraws(folder.resolve("report.html"), 9);
    }
  }

  @Test
  void theKeyboardReachesEveryLinkTableFoldAndButton() throws Exception {
    report(Run.example("influencers.csv"));
    try (Browser browser = Browser.start(folder)) {
      browser.open(folder.resolve("report.html"), 1200, false);
      int wanted =
          browser
              .evaluate(
                  "[...document.querySelectorAll('a[href], summary, button, [tabindex=\"0\"]')]"
                      + ".filter(e => e.checkVisibility()).map((e, i) => e.dataset.n = i).length")
              .asInt();
      Set<String> reached = new HashSet<>();
      for (int i = 0; i < wanted + 2; i++) {
        browser.press("Tab", TAB);
        reached.add(browser.evaluate("document.activeElement.dataset.n || 'none'").asText());
      }
      reached.remove("none");
      assertEquals(wanted, reached.size());
      assertTrue(wanted > 20, "there are links, folds and tables");
      browser.evaluate("document.querySelector('figure summary').focus()");
      browser.press("Enter", ENTER);
      assertTrue(browser.evaluate("document.querySelector('figure details').open").asBoolean());
    }
  }

  @Test
  void onPaperThePageIsLightAndUnfolded() throws Exception {
    report(Run.example("influencers.csv"));
    try (Browser browser = Browser.start(folder)) {
      browser.open(folder.resolve("report.html"), 1200, true);
      browser.evaluate("window.dispatchEvent(new Event('beforeprint'))");
      assertEquals(
          0,
          browser
              .evaluate(
                  "[...document.querySelectorAll('details:not([open])')]"
                      + ".filter(e => e.querySelectorAll('tr').length <= 100).length")
              .asInt());
      assertEquals(
          "rgb(255, 255, 255)",
          browser.evaluate("getComputedStyle(document.documentElement).backgroundColor").asText());
      browser.evaluate("window.dispatchEvent(new Event('afterprint'))");
      assertEquals(
          0, browser.evaluate("document.querySelectorAll('details[open]').length").asInt());
    }
  }
}
