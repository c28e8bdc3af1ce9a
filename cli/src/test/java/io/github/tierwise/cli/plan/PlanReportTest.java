package io.github.tierwise.cli.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tierwise.cli.Run;
import io.github.tierwise.cli.write.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of {@code plan --report}: as text, and as a browser shows it. */
class PlanReportTest {

  @TempDir Path folder;

  private String report(String file, String brand, String... options) throws IOException {
    Path page = folder.resolve("report.html");
    List<String> args = new ArrayList<>(List.of("plan", file, "--brand", brand, "--quiet"));
    args.addAll(List.of("--report", page.toString()));
    args.addAll(List.of(options));
    Run run = Run.of(args.toArray(new String[0]));
    assertEquals(0, run.code(), run.err());
    return Files.readString(page);
  }

  private String example(String... options) throws IOException {
    return report(Run.example("influencers.csv"), Run.example("small-brand.toml"), options);
  }

  @Test
  void thePageTellsWhatTheTextTells() throws IOException {
    String html = example("--why-not", "synthetic-0282");
    String text =
        Run.of(
                "plan",
                Run.example("influencers.csv"),
                "--brand",
                Run.example("small-brand.toml"),
                "--quiet")
            .out();
    List<String> people = text.lines().filter(line -> line.startsWith("synthetic-")).toList();
    assertEquals(4, people.size());
    for (String person : people) {
      assertTrue(html.contains("<th scope=\"row\">" + person.split(" ", 2)[0] + "</th>"), person);
    }
    for (String said :
        List.of(
            "<h1>Whom to back with 5,000 USD?</h1>",
            "Back these 4 accounts for 4,981 USD of 5,000 USD: 2 nano, 1 mid, 1 top.",
            "synthetic-0282: cannot be chosen: engagement is 13 times",
            "Ask for quotes: 1 of 4 prices is an estimate",
            "Who could not be chosen",
            "Data: SHA-256 ")) {
      assertTrue(html.contains(said), said);
    }
    assertTrue(html.contains("default-src 'none'"), "the policy forbids every request");
    assertFalse(Browser.withoutScripts(html).contains("NaN"), "the undefined is said in words");
    assertEquals(html, example("--why-not", "synthetic-0282"), "the same file, the same page");
  }

  @Test
  void everyPictureHasASentenceAndItsFiguresInTheTableBelowIt() throws IOException {
    String html = Browser.withoutScripts(example());
    JsonNode frontier =
        new ObjectMapper()
            .readTree(
                Run.of(
                        "plan",
                        Run.example("influencers.csv"),
                        "--brand",
                        Run.example("small-brand.toml"),
                        "--quiet",
                        "--frontier",
                        "--format",
                        "json")
                    .out())
            .get("frontier");
    Matcher figure = Pattern.compile("(?s)<figure id=\"([a-z-]+)\".*?</figure>").matcher(html);
    List<String> names = new ArrayList<>();
    while (figure.find()) {
      names.add(figure.group(1));
      String text = figure.group();
      assertTrue(text.contains("role=\"img\" aria-label=\""), figure.group(1));
      assertTrue(text.contains("<figcaption>"), figure.group(1));
      int rows = text.split("<tr>", -1).length - 2;
      assertEquals(figure.group(1).equals("sides") ? 3 : frontier.get("steps").size(), rows);
    }
    assertEquals(List.of("sides", "frontier", "shares"), names);
  }

  @Test
  void textOfTheFilesIsNeverMarkup() throws IOException {
    Path evil = folder.resolve("<img src=x onerror=alert(1)>&\"'.csv");
    Files.writeString(
        evil,
        """
        id,platform,followers,likes,comments
        <script>alert(1)</script>,instagram,5000,4000,0
        "</script><b onclick=""x"">",instagram,700000,90000,0
        """);
    Path brand = folder.resolve("brand.toml");
    Files.writeString(
        brand, "budget = 5000\ncurrency = \"USD\"\n[topics]\n\"<i>food</i>\" = 1.0\n");
    String html =
        Browser.withoutScripts(
            report(evil.toString(), brand.toString(), "--why-not", "<script>alert(1)</script>"));
    assertFalse(html.contains("<img"));
    assertFalse(html.contains("<b "));
    assertFalse(html.contains("<i>"));
    assertFalse(html.contains("alert(1)</script>"));
    assertTrue(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    assertTrue(html.contains("&lt;img src=x onerror=alert(1)&gt;&amp;&quot;&#39;.csv"));
  }

  @Test
  void aDealWithNobodyIsAPageToo() throws IOException {
    String html = Browser.withoutScripts(example("--budget", "5"));
    assertTrue(html.contains("Nobody can be chosen with 5.00 USD."), html);
    assertFalse(html.contains("NaN"));
    assertTrue(html.contains("<p>No picture: the budget buys nobody of either kind."));
    String none = Browser.withoutScripts(example("--budget", "0.5"));
    assertFalse(none.contains("<figure"), "there is nothing to draw");
    assertEquals(2, none.split("<p>No picture: ", -1).length - 1);
  }

  @Test
  void whatIsProvenAndWhatIsAheadStandWithTheRangeOfTheForecast() throws IOException {
    String html = Browser.withoutScripts(example());
    for (String said :
        List.of(
            "<dd>7,140</dd>",
            "about; 1,540 to 22,600 as single posts scatter",
            "possible choice by these prices and forecasts, proven; that they come true is not",
            "macro before micro by the forecasts, though their ranges overlap",
            "<td class=\"number\">1,350 to 15,800</td>",
            "The deal counts something else, what the whole budget brings, and may so choose other"
                + " sizes")) {
      assertTrue(html.contains(said), said);
    }
  }

  @Test
  void aStepIsNamedWhereAnotherTierLeads() throws IOException {
    Matcher option =
        Pattern.compile("(?s)id=\"frontier-option\">(.*?)</script>").matcher(example());
    assertTrue(option.find());
    JsonNode series = new ObjectMapper().readTree(option.group(1)).at("/data/option/series");
    assertEquals(3, series.size());
    List<String> named = new ArrayList<>();
    for (JsonNode point : series.get(0).get("data")) {
      if (point.at("/label/show").asBoolean()) {
        named.add(point.get("text").asText());
      }
    }
    assertEquals(List.of("nano", "mid", "nano", "mid", "top", "macro", "VIP"), named);
    series.get(1).get("data").forEach(point -> assertFalse(point.at("/label/show").asBoolean()));
  }

  @Test
  void aBrowserDrawsEveryPictureAndAsksTheNetworkForNothing() throws Exception {
    example();
    try (Browser browser = Browser.start(folder)) {
      browser.assertDraws(folder.resolve("report.html"), 3);
    }
  }
}
