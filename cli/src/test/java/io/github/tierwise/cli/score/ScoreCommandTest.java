package io.github.tierwise.cli.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tierwise.cli.Run;
import io.github.tierwise.files.BrandFile;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.score.Score;
import io.github.tierwise.score.Scorer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreCommandTest {

  private static final String BRAND =
      """
      budget = 5000
      currency = "USD"
      size = "sme"
      goal = "sales"
      [audience.country]
      Germany = 1.0
      """;

  private static final String ACCOUNTS =
      """
      username,followers,avg_likes,avg_comments,country,price,clicks,conversions
      ana,48200,1080,72,DE,350,500,12
      ben,9000,400,20,USA,,,
      star,30000000,900000,9000,DE,,,
      quiet,5000,3,0,DE,,,
      ben,9000,400,20,USA,,,
      =cmd,12000,300,9,DE,,,
      bad,abc,1,1,DE,,,
      """;

  @TempDir Path folder;
  private String list = "";
  private String brand = "";

  @BeforeEach
  void writeFiles() throws IOException {
    list = write("instagram-list.csv", ACCOUNTS);
    brand = write("brand.toml", BRAND);
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private Run score(String... more) {
    String[] args = new String[more.length + 4];
    args[0] = "score";
    args[1] = list;
    args[2] = "--brand";
    args[3] = brand;
    System.arraycopy(more, 0, args, 4, more.length);
    return Run.of(args);
  }

  @Test
  void theTableHasRankAccountTierScoreRangeAndReason() {
    Run run = score();
    assertEquals(0, run.code());
    List<String> lines = run.out().lines().toList();
    assertTrue(
        lines.get(0).matches("rank +account +tier +score +range +what sets it apart"), run.out());
    assertTrue(lines.get(1).matches(" +1 +\\S+ +(nano|micro) +\\d+\\.\\d +\\d.* to .*: .*"));
    assertEquals(5, lines.size(), run.out());
    assertEquals("~  price estimated from the size, no quote", lines.get(4));
    assertTrue(lines.stream().allMatch(line -> line.length() <= 120));
  }

  @Test
  void whatWasUnderstoodIsSaidOnStandardError() {
    Run run = score();
    assertTrue(
        run.err().contains("rows       5 read + 2 rejected = 7 rows in instagram-list.csv\n"),
        run.err());
    assertTrue(run.err().contains("line 6: account must come once, \"ben\" came before"));
    assertTrue(run.err().contains("line 8: followers must be a number, was \"abc\""));
    assertTrue(run.err().contains("platform   Instagram, as the file name says\n"));
    assertTrue(run.err().contains("columns    id = username; followers = followers;"));
    assertTrue(run.err().contains("unknown    conversion: for 4 of 5\n"));
    assertTrue(run.err().contains("a celebrity with 3 million followers is not affordable"));
    assertTrue(run.err().contains("conversion 4: 2 for everybody, +2 goal sales\n"));
    assertTrue(run.err().matches("(?s).*\\nscorer     fingerprint [0-9a-f]{64} of all .*"));
    assertTrue(
        run.err().contains("not ranked 2 of 5: 1 price above budget, 1 too few engagements\n"),
        run.err());
  }

  @Test
  void quietSaysNothing() {
    assertEquals("", score("--quiet").err());
  }

  @Test
  void topCutsTheListAndZeroIsAll() {
    assertEquals(
        1 + 1,
        score("--top", "1")
            .out()
            .lines()
            .filter(l -> l.contains(" to ") || l.startsWith("rank"))
            .count());
    JsonNode all = json(score("--top", "0", "--format", "json").out());
    assertEquals(5, all.size());
    assertTrue(all.get(4).get("rank").isNull());
    assertFalse(all.get(4).get("eligible").booleanValue());
    assertEquals(1, all.get(4).get("failures").size());
    Run wrong = score("--top", "-1");
    assertEquals(2, wrong.code());
    assertTrue(wrong.err().startsWith("tierwise: --top must be >= 0, was -1\n"), wrong.err());
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException e) {
      throw new AssertionError(text, e);
    }
  }

  @Test
  void jsonReadsBackToTheSameBits() {
    Scorer scorer =
        BrandFile.read(
                "brand.toml", new ByteArrayInputStream(BRAND.getBytes(StandardCharsets.UTF_8)))
            .scorer();
    Influencer ana =
        Influencer.builder("ana", Platform.INSTAGRAM)
            .followers(48_200)
            .likes(1_080)
            .comments(72)
            .label("country", "DE")
            .price(350, "USD")
            .clicks(500)
            .conversions(12)
            .build();
    Score score = scorer.score(ana);
    JsonNode found = null;
    for (JsonNode each : json(score("--format", "json").out())) {
      if (each.get("id").textValue().equals("ana")) {
        found = each;
      }
    }
    assertEquals(score.value(), found.get("score").doubleValue(), 0.0);
    assertEquals(score.low(), found.get("low").doubleValue(), 0.0);
    assertEquals(score.high(), found.get("high").doubleValue(), 0.0);
    assertEquals(score.engagementRate(), found.get("engagement_rate").doubleValue(), 0.0);
    assertEquals(score.expectedRate(), found.get("expected_rate").doubleValue(), 0.0);
    assertEquals(350, found.get("price").doubleValue());
    assertEquals("USD", found.get("currency").textValue());
    assertFalse(found.get("price_estimated").booleanValue());
    assertTrue(found.get("eligible").booleanValue());
    String reason = found.get("reason").textValue();
    assertTrue(
        score.contributions().stream()
            .anyMatch(part -> reason.startsWith(part.criterion() + ": ")));
    assertEquals("instagram", found.get("platform").textValue());
    double sum = 0;
    for (int i = 0; i < score.contributions().size(); i++) {
      JsonNode part = found.get("contributions").get(i);
      assertEquals(score.contributions().get(i).criterion(), part.get("criterion").textValue());
      assertEquals(score.contributions().get(i).utility(), part.get("utility").doubleValue(), 0.0);
      sum += part.get("points").doubleValue();
    }
    assertEquals(found.get("score").doubleValue(), sum, 0.0);
  }

  @Test
  void unknownIsNullInJsonAndBlankInCsv() throws IOException {
    list = write("instagram-list.csv", "username,followers,avg_likes\nana,,500\n");
    JsonNode ana = json(score("--format", "json").out()).get(0);
    assertTrue(ana.get("followers").isNull());
    assertTrue(ana.get("price").isNull());
    assertTrue(ana.get("currency").isNull());
    assertTrue(score("--format", "csv").out().contains(",,,,,,false,,true,"), score().out());
  }

  @Test
  void csvHasOneColumnACriterionAndNoFormulas() {
    Run run = score("--format", "csv", "--top", "0");
    List<String> lines = run.out().lines().toList();
    assertEquals(
        "rank,id,platform,tier,score,low,high,reason,followers,engagement_rate,expected_rate,price,"
            + "currency,price_estimated,cost_per_engagement,eligible,flags,points_engagement,points_conversion,"
            + "points_audience_fit,points_cost,points_engaged_audience",
        lines.get(0));
    assertEquals(6, lines.size());
    assertTrue(run.out().contains(",'=cmd,instagram,"), run.out());
    assertTrue(lines.get(5).startsWith(","), "not eligible, so no rank");
  }

  @Test
  void outIsWrittenWholeAndNothingIsPrinted() throws IOException {
    Path out = folder.resolve("scores.csv");
    Run run = score("--format", "csv", "--out", out.toString(), "--quiet");
    assertEquals(0, run.code());
    assertEquals("", run.out());
    assertEquals(score("--format", "csv").out(), Files.readString(out));
  }

  @Test
  void theInputIsNeverOverwritten() throws IOException {
    Run run = score("--out", list);
    assertEquals(1, run.code());
    assertEquals(
        "tierwise: output must be another file than the input \"" + list + "\"\n", run.err());
    assertEquals(ACCOUNTS, Files.readString(Path.of(list)));
    Run both = score("--out", folder + "/x", "--rejects", folder + "/x");
    assertEquals(2, both.code());
  }

  @Test
  void rejectsAreKeptWithLineAndReason() throws IOException {
    Path rejects = folder.resolve("rejects.csv");
    score("--rejects", rejects.toString());
    List<String> lines = Files.readAllLines(rejects);
    assertEquals(3, lines.size());
    assertEquals("line,column,reason,row", lines.get(0));
    assertEquals(
        "8,followers,\"followers must be a number, was \"\"abc\"\"\",\"bad,abc,1,1,DE,,,\"",
        lines.get(2));
  }

  @Test
  void aHyphenReadsStandardInput() {
    Run run =
        Run.withInput(
            ACCOUNTS, "score", "-", "--brand", brand, "--platform", "ig", "--format", "json");
    assertEquals(0, run.code(), run.err());
    assertEquals(3, json(run.out()).size());
    Run asked = Run.withInput(ACCOUNTS, "score", "-", "--brand", brand);
    assertEquals(1, asked.code());
    assertTrue(asked.err().contains("say it, as in --platform instagram"), asked.err());
    Run both = Run.withInput(ACCOUNTS, "score", "-", "--brand", "-");
    assertEquals(2, both.code());
    assertTrue(
        both.err().startsWith("tierwise: only one of FILE and --brand must be -, were both"));
  }

  @Test
  void mappingsAndPlatformsAreChecked() {
    Run field = score("--map", "folowers=x");
    assertEquals(2, field.code());
    assertTrue(field.err().contains("did you mean \"followers\"?"), field.err());
    Run column = score("--map", "likes=nope");
    assertEquals(1, column.code());
    assertTrue(column.err().contains("--map: column must be one of username, "), column.err());
    Run platform = score("--platform", "myspace");
    assertEquals(2, platform.code());
    assertTrue(platform.err().contains("platform must be instagram, "), platform.err());
    assertEquals(0, score("--map", "likes=avg likes", "--map", "comments=#4").code());
  }

  @Test
  void aPolicyNamesTheTiersAndMovesNoScore() {
    String impact = score("--definition", "impact", "--format", "csv").out();
    String standard = score("--format", "csv").out();
    assertFalse(impact.equals(standard));
    assertEquals(
        impact.lines().skip(1).map(line -> line.split(",", -1)[4]).toList(),
        standard.lines().skip(1).map(line -> line.split(",", -1)[4]).toList());
    Run wrong = score("--definition", "iabuk");
    assertEquals(2, wrong.code());
    assertTrue(wrong.err().contains("was \"iabuk\", did you mean \"iab-uk\"?"), wrong.err());
  }

  @Test
  void ifNobodyIsEligibleTheCheapestIsNamedWithWhatIsMissing() throws IOException {
    brand = write("brand.toml", "budget = 100\ncurrency = \"USD\"\nmin_engagements = 0\n");
    Run run = score();
    assertEquals(0, run.code());
    assertEquals("", run.out());
    assertTrue(run.err().contains("not ranked 5 of 5: 5 price above budget\n"), run.err());
    assertTrue(
        run.err().contains("cheapest   nobody is eligible: the cheapest is quiet with 312 USD a"),
        run.err());
    assertTrue(run.err().contains("the budget of 100 USD misses it by 212 USD"), run.err());
  }

  @Test
  void aTargetThatNobodyHasIsSaidWithWhatThereIs() throws IOException {
    brand = write("brand.toml", "[audience.country]\nFrance = 1.0\nGermny = 0.5\n");
    Run run = score();
    assertTrue(
        run.err()
            .contains(
                "unmatched  country: nobody has fr or germny; most frequent are de 4, us 1\n"),
        run.err());
    assertTrue(
        run.err()
            .contains("country \"Germny\" is none that is known, taken as it is, did you mean"),
        run.err());
  }

  @Test
  void withoutADollarRateNoPriceIsMadeUp() throws IOException {
    brand = write("brand.toml", "budget = 5000\ncurrency = \"EUR\"\n");
    Run run = score("--map", "price=-");
    assertTrue(
        run.said()
            .contains(
                "cost: for all 5: no column price; usd_rate in the brand file would bring usual"),
        run.err());
    assertTrue(
        run.said().contains("perhaps affordable, as usd_rate in the brand file would tell"),
        run.err());
    brand = write("brand.toml", "budget = 5000\ncurrency = \"EUR\"\nusd_rate = 0.92\n");
    assertFalse(score("--map", "price=-").err().contains("cost: for all"));
  }

  @Test
  void missingFilesAreInputErrors() {
    Run run = Run.of("score", "no.csv", "--brand", "no.toml");
    assertEquals(1, run.code());
    assertEquals("tierwise: file must exist, was \"no.toml\"\n", run.err());
  }

  @Test
  void theTop200OfInstagramHasTwentyRows() {
    Path file = Run.real("insta-top200-2022.csv");
    Run run = Run.of("score", file.toString(), "--brand", Run.example("brand.toml"));
    assertEquals(0, run.code(), run.err());
    assertEquals(
        20, run.out().lines().filter(line -> line.matches(" +\\d+  .* to .*: .*")).count());
    assertTrue(
        run.err().contains("unknown    conversion: for all 200: no columns clicks, conversions\n"));
    Run small = Run.of("score", file.toString(), "--brand", Run.example("small-brand.toml"));
    assertTrue(
        small.err().contains("not ranked 200 of 200: 200 price above budget\n"), small.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"smi2022-instagram-dec.csv", "smi2022-tiktok-a.csv", "smi2022-youtube-a.csv"})
  void publishedListsAreScored(String name) {
    Path file = Run.real(name);
    Run run = Run.of("score", file.toString(), "--brand", Run.example("brand.toml"));
    assertEquals(0, run.code(), run.err());
    assertEquals(20, run.out().lines().filter(line -> line.contains(" to ")).count());
  }
}
