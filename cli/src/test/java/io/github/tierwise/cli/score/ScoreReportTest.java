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

/** The page of {@code score --report}: as text, and as a browser shows it. */
class ScoreReportTest {

  private static final String FILE = Run.example("influencers.csv");
  private static final String BRAND = Run.example("small-brand.toml");
  private static final Pattern ACCOUNT = Pattern.compile("(?s)<li class=\"account\".*?</details>");
  private static final Pattern PART =
      Pattern.compile(
          "<span class=\"c\\d( assumed)?\" style=\"width:([^%]+)%\" title=\"([^\"]+)\">");

  @TempDir Path folder;

  private String report(String file, String... options) throws IOException {
    Path page = folder.resolve("report.html");
    List<String> args = new ArrayList<>(List.of("score", file, "--brand", BRAND, "--quiet"));
    args.addAll(List.of("--report", page.toString()));
    args.addAll(List.of(options));
    Run run = Run.of(args.toArray(new String[0]));
    assertEquals(0, run.code(), run.err());
    return Files.readString(page);
  }

  private String list(String text) throws IOException {
    return Files.writeString(folder.resolve("list.csv"), text).toString();
  }

  private static JsonNode json(String command, String... more) throws IOException {
    List<String> args = new ArrayList<>(List.of(command, FILE, "--brand", BRAND, "--quiet"));
    args.addAll(List.of("--format", "json"));
    args.addAll(List.of(more));
    return new ObjectMapper().readTree(Run.of(args.toArray(new String[0])).out());
  }

  static List<String> accounts(String html) {
    return ACCOUNT.matcher(html).results().map(each -> each.group()).toList();
  }

  /** What the parts of a bar add up to, in their order. */
  static double sum(String account) {
    double sum = 0;
    Matcher part = PART.matcher(account);
    while (part.find()) {
      sum += Double.parseDouble(part.group(2));
    }
    return sum;
  }

  @Test
  void thePartsOfEveryBarAreThoseOfTheScoreAndAddUpToItToTheLastBit() throws IOException {
    List<String> accounts = accounts(report(FILE, "--top", "50"));
    JsonNode scores = json("score", "--top", "50");
    assertEquals(50, accounts.size());
    int assumed = 0;
    for (int i = 0; i < accounts.size(); i++) {
      String account = accounts.get(i);
      JsonNode score = scores.get(i);
      assertEquals(score.get("score").doubleValue(), sum(account), 0.0, account);
      Matcher part = PART.matcher(account);
      for (JsonNode each : score.get("contributions")) {
        assertTrue(part.find(), account);
        assertEquals(each.get("points").doubleValue(), Double.parseDouble(part.group(2)), 0.0);
        assertEquals(each.get("assumed").booleanValue(), part.group(1) != null, account);
        assertTrue(part.group(3).startsWith(each.get("criterion").asText()), account);
        assumed += part.group(1) == null ? 0 : 1;
      }
      assertFalse(part.find(), account);
    }
    assertTrue(assumed > 10, "some are assumed");
  }

  @Test
  void thePageTellsWhatTextAndJsonTell() throws IOException {
    String html = report(FILE, "--top", "5");
    List<String> accounts = accounts(html);
    JsonNode scores = json("score", "--top", "5", "--stability");
    for (int i = 0; i < 5; i++) {
      JsonNode score = scores.get(i);
      String id = score.get("id").asText();
      assertTrue(accounts.get(i).contains("<bdi>" + id + "</bdi>"), id);
      assertTrue(accounts.get(i).contains("data-tier=\"" + score.get("tier").asText()), id);
      assertTrue(accounts.get(i).contains(Html.escape(score.get("reason").asText())), id);
      for (JsonNode flag : score.get("flags")) {
        assertTrue(accounts.get(i).contains(Html.escape(flag.get("text").asText())), id);
      }
      String first = "%.1f%% ± ".formatted(100 * score.get("first").asDouble());
      assertTrue(accounts.get(i).contains("first in " + first), id);
    }
    Run stability = Run.atWidth(1000, "stability", FILE, "--brand", BRAND, "--quiet", "--top", "5");
    String asked = stability.out().substring(stability.out().indexOf("To find out next:"));
    List<String> questions = asked.lines().skip(1).map(String::strip).toList();
    assertEquals(5, questions.size());
    questions.forEach(each -> assertTrue(html.contains("<li>" + each + "</li>"), each));
    Run score = Run.atWidth(1000, "score", FILE, "--brand", BRAND, "--top", "5");
    List<String> said =
        score
            .err()
            .lines()
            .filter(line -> !line.isBlank())
            .map(line -> line.substring(11))
            .toList();
    assertTrue(said.size() > 12);
    said.forEach(each -> assertTrue(html.contains(Html.escape(each)), each));
    String text = score.out().lines().skip(1).findFirst().orElseThrow();
    assertTrue(html.contains("synthetic-0271") && text.contains("synthetic-0271"));
    assertTrue(html.contains("default-src 'none'"), "the policy forbids every request");
    assertFalse(html.contains("NaN"), "the undefined is said in words");
    assertFalse(html.contains("\uFFFD"), "no character of our own is replaced");
    assertEquals(html, report(FILE, "--top", "5"), "the same file, the same page");
    assertTrue(html.length() < 120_000, "no library that nothing is drawn with");
  }

  @Test
  void theListIsWrittenAsWithoutAPage() throws IOException {
    String[] plain = {"score", FILE, "--brand", BRAND, "--quiet", "--format", "csv"};
    String alone = Run.of(plain).out();
    List<String> with = new ArrayList<>(List.of(plain));
    with.addAll(List.of("--report", folder.resolve("report.html").toString()));
    assertEquals(alone, Run.of(with.toArray(new String[0])).out());
    with.addAll(List.of("--out", folder.resolve("list.csv").toString()));
    assertEquals("", Run.of(with.toArray(new String[0])).out());
    assertEquals(alone, Files.readString(folder.resolve("list.csv")));
  }

  @Test
  void allAccountsOnceMoreAreThoseThatMayBeRankedAndNoMoreThanAThousand() throws IOException {
    assertEquals(179, accounts(report(FILE, "--top", "0")).size());
    StringBuilder many = new StringBuilder("username,followers,avg_likes\n");
    for (int i = 0; i < 1_200; i++) {
      many.append("acct-%d,%d,%d\n".formatted(i, 1_000 + i, 60));
    }
    List<String> accounts =
        accounts(report(list(many.toString()), "--platform", "instagram", "--top", "1100"));
    assertEquals(1_000, accounts.size());
  }

  @Test
  void textOfTheFilesIsNeverMarkup() throws IOException {
    Path evil = folder.resolve("<img src=x onerror=alert(1)>&\"'.csv");
    Files.writeString(
        evil,
        """
        id,platform,followers,likes,comments,topic
        <script>alert(1)</script>,instagram,5000,400,3,food
        "</script><b onclick=""x"">",instagram,70000,2000,2,<u>food
        \u202eanna\u0007,tiktok,7000,900,2,
        """);
    String html = Browser.withoutScripts(report(evil.toString()));
    assertEquals(3, accounts(html).size());
    assertFalse(html.contains("<img"));
    assertFalse(html.contains("<b "));
    assertFalse(html.contains("<u>"));
    assertFalse(html.contains("alert(1)</script>"));
    assertTrue(html.contains("<bdi>&lt;script&gt;alert(1)&lt;/script&gt;</bdi>"));
    assertFalse(html.contains("\u202e") || html.contains("\u0007"), "nothing moves the text");
  }

  @Test
  void listsOfNobodyAndOfOneArePagesToo() throws IOException {
    String one = "username,followers,avg_likes\nana,10000,500\n";
    String html = report(list(one), "--platform", "instagram");
    assertEquals(1, accounts(html).size());
    assertTrue(html.contains("ana is first of the 1 account that may be ranked"), html);
    String dear = "username,followers,avg_likes,price (USD)\nana,10000,500,900000\n";
    String nobody = report(list(dear), "--platform", "instagram");
    assertTrue(nobody.contains("Nobody may be ranked."), nobody);
    assertTrue(nobody.contains("nobody is eligible: the cheapest is ana"), nobody);
    assertTrue(accounts(nobody).isEmpty());
    for (String page : List.of(html, nobody)) {
      assertFalse(page.contains("NaN"), page);
    }
  }

  @Test
  void aListOfPricesSaysSo() throws IOException {
    String html = report(list("username,followers\nana,10000\nben,20000\n"), "--platform", "ig");
    assertTrue(html.contains("<p class=\"warning\">By price: nothing else is known of any"), html);
  }

  @Test
  void whatDoesNotGoTogetherIsRefused() throws IOException {
    String page = folder.resolve("report.html").toString();
    Run order =
        Run.of(
            "score",
            FILE,
            "--brand",
            BRAND,
            "--order",
            "file",
            "--format",
            "csv",
            "--report",
            page);
    assertEquals(ExitCode.USAGE, order.code());
    assertTrue(
        order
            .err()
            .startsWith(
                "tierwise: --report must go with --order rank: its page shows the best first\n"),
        order.err());
    Run same = Run.of("score", FILE, "--brand", BRAND, "--out", page, "--report", page);
    assertEquals(ExitCode.USAGE, same.code());
    assertTrue(
        same.err().startsWith("tierwise: --out and --report must be two files, were both "),
        same.err());
    Path list = Files.copy(Path.of(FILE), folder.resolve("list.csv"));
    Run input = Run.of("score", list.toString(), "--brand", BRAND, "--report", list.toString());
    assertEquals(ExitCode.INPUT, input.code());
    assertTrue(input.said().contains("output must be another file than the input"), input.err());
    assertFalse(Files.exists(Path.of(page)));
  }

  @Test
  void aTableThroughAPipeAndSeveralGiveTheSameList() throws IOException {
    String whole = Files.readString(Path.of(FILE));
    Path page = folder.resolve("report.html");
    String[] options = {"--brand", BRAND, "--quiet", "--report", page.toString()};
    List<String> piped = new ArrayList<>(List.of("score", "-"));
    piped.addAll(List.of(options));
    assertEquals(0, Run.withInput(whole, piped.toArray(new String[0])).code());
    List<String> accounts = accounts(Files.readString(page));
    assertEquals(20, accounts.size());
    assertTrue(Files.readString(page).contains("Data: SHA-256 "));
    int half = whole.indexOf('\n', whole.length() / 2) + 1;
    String header = whole.substring(0, whole.indexOf('\n') + 1);
    List<String> two =
        new ArrayList<>(
            List.of(
                "score",
                Files.writeString(folder.resolve("a.csv"), whole.substring(0, half)).toString(),
                Files.writeString(folder.resolve("b.csv"), header + whole.substring(half))
                    .toString()));
    two.addAll(List.of(options));
    Run run = Run.of(two.toArray(new String[0]));
    assertEquals(0, run.code(), run.err());
    assertEquals(accounts, accounts(Files.readString(page)));
  }

  @Test
  void aBrowserShowsItWideAndNarrowAndAsksTheNetworkForNothing() throws Exception {
    report(FILE);
    try (Browser browser = Browser.start(folder)) {
      browser.assertDraws(folder.resolve("report.html"), 0);
    }
  }

  @Test
  void aBrowserShowsThoseOfATierAndAPlatform() throws Exception {
    report(FILE);
    JsonNode scores = json("score");
    try (Browser browser = Browser.start(folder)) {
      browser.open(folder.resolve("report.html"), 1200, false);
      assertEquals(20, shown(browser));
      choose(browser, "platform", "TikTok");
      assertEquals(count(scores, "tiktok", ""), shown(browser));
      choose(browser, "tier", "nano");
      int both = count(scores, "tiktok", "nano");
      assertTrue(both > 0 && both < count(scores, "tiktok", ""), "both narrow it down");
      assertEquals(both, shown(browser));
      assertEquals(
          both + " of 20 accounts: nano, TikTok",
          browser.evaluate("document.querySelector('.shown').textContent").asText());
      choose(browser, "platform", "");
      choose(browser, "tier", "");
      assertEquals(20, shown(browser));
    }
  }

  private static int count(JsonNode scores, String platform, String tier) {
    int count = 0;
    for (JsonNode score : scores) {
      boolean fits = tier.isEmpty() || score.get("tier").asText().equals(tier);
      count += fits && score.get("platform").asText().equals(platform) ? 1 : 0;
    }
    return count;
  }

  private static void choose(Browser browser, String name, String value) throws Exception {
    browser.evaluate(
        "(() => { const s = document.querySelector('select[name=%s]'); s.value = '%s';"
                .formatted(name, value)
            + " s.dispatchEvent(new Event('change', {bubbles: true})); })()");
  }

  private static int shown(Browser browser) throws Exception {
    return browser
        .evaluate(
            "[...document.querySelectorAll('.account')].filter(e => e.checkVisibility()).length")
        .asInt();
  }

  @Test
  void withoutScriptsAllOfItIsThereButTheFilter() throws Exception {
    Path page = folder.resolve("report.html");
    Files.writeString(page, Browser.withoutScripts(report(FILE)).replaceAll("(?s)<script>.*", ""));
    try (Browser browser = Browser.start(folder)) {
      browser.open(page, 390, false);
      assertEquals(20, shown(browser));
      assertFalse(
          browser.evaluate("document.querySelector('.filter').checkVisibility()").asBoolean());
      assertFalse(browser.evaluate("!!document.querySelector('noscript')").asBoolean());
    }
  }
}
