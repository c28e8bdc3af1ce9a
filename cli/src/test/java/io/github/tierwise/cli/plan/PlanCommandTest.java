package io.github.tierwise.cli.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.tierwise.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanCommandTest {

  private static final String ACCOUNTS =
      """
      username,followers,avg_likes,avg_comments,price,clicks,conversions
      nina,5000,300,0,60,,
      mike,20000,500,0,100,200,8
      mona,700000,9000,0,1000,,
      vera,6000000,90000,0,20000,,
      anon,20000,450,0,,,
      quiet,5000,3,0,10,,
      """;

  @TempDir Path folder;
  private String list = "";
  private String brand = "";

  @BeforeEach
  void writeFiles() throws IOException {
    list = Files.writeString(folder.resolve("instagram-list.csv"), ACCOUNTS).toString();
    brand =
        Files.writeString(folder.resolve("brand.toml"), "budget = 2000\ncurrency = \"USD\"\n")
            .toString();
  }

  private Run plan(String... more) {
    String[] args = new String[more.length + 4];
    args[0] = "plan";
    args[1] = list;
    args[2] = "--brand";
    args[3] = brand;
    System.arraycopy(more, 0, args, 4, more.length);
    return Run.of(args);
  }

  private static String flat(String text) {
    return text.replaceAll("\\s+", " ");
  }

  @Test
  void theOutputTellsWhomToBackWhatItCostsAndHowSureThatIs() {
    Run run = plan();
    assertEquals(0, run.code(), run.err());
    List<String> lines = run.out().lines().toList();
    String text = flat(run.out());
    assertTrue(
        text.startsWith(
            "deal back these 4 accounts for 1,887 USD of 2,000 USD: 1 nano, 2 micro, 1 macro"),
        text);
    assertTrue(
        lines.get(2).matches("account +tier +price +engaged +90% range +fit +share"), run.out());
    assertTrue(lines.get(3).matches("mona +macro +1,000 USD +quoted +9,000 .*"), run.out());
    assertTrue(text.contains("1 of 4 prices is an estimate, 39% of the cost; once all are"), text);
    assertTrue(text.contains("brings about 10,200 engaged people; "), text);
    assertTrue(
        text.contains(
            "choice the best possible by these prices and forecasts; proven by branch and bound"),
        text);
    assertTrue(text.contains("one celebrity 1,000 USD 9,000 88% mona"), text);
    assertTrue(text.contains("rule of thumb by score, which weighs the cost of one post"), text);
    assertTrue(flat(run.err()).contains("left out 1 price above budget, 1 too few engagements"));
    assertTrue(lines.stream().allMatch(line -> line.length() <= 120));
  }

  @Test
  void whatToLookAtBeforeSigningIsToldInFull() throws IOException {
    StringBuilder many = new StringBuilder("username,followers,avg_likes,avg_comments,price\n");
    for (int i = 0; i < 10; i++) {
      many.append("a" + i + ",2000,1900,0,50\n");
    }
    Files.writeString(Path.of(list), many);
    Run run = plan("--quiet");
    assertEquals(
        7,
        run.out().lines().filter(line -> line.contains("what is expected for the size")).count());
    assertTrue(run.out().contains("and 3 more; --format csv has them all"), run.out());
    assertTrue(run.out().contains("all prices are quotes"));
  }

  @Test
  void theFrontierShowsHowTheMixChanges() {
    Run run = plan("--budget", "2000", "--frontier", "--quiet");
    assertEquals("", run.err());
    String text = flat(run.out());
    assertTrue(
        text.contains("budget best deal celebrity nano, micro choice most from who 200 USD"), text);
    assertTrue(text.contains("from 200 USD most comes from micro"), text);
    assertTrue(
        text.contains(
            "from 1,000 USD most comes from macro; one celebrity alone brings more than nano"
                + " and micro alone"),
        text);
    assertTrue(text.contains("from 20,000 USD most comes from VIP"), text);
    assertTrue(
        text.endsWith(
            "Every change of the mix is told, those between the budgets of the table too. "),
        text);
  }

  @Test
  void quotasOfTiersAreKept() {
    String text = flat(plan("--at-least", "mega=1", "--budget", "30000", "--quiet").out());
    assertTrue(text.contains("1 VIP"), text);
    String outside =
        "nano and micro alone, keep to the budget and the number of people, not to who";
    assertTrue(text.contains(outside), text);
    assertFalse(flat(plan("--max-people", "2", "--quiet").out()).contains(outside));
    text = flat(plan("--at-most", "macro=0", "--at-most", "MICRO=1", "--quiet").out());
    assertTrue(text.contains(": 1 nano, 1 micro "), text);
    assertEquals(
        """
        tierwise: Invalid value for option '--at-most' (TIER=N): must be a tier (nano, micro, mid, \
        macro or mega) and a number as in micro=3, was "big=1"
        Try: tierwise plan --help
        """,
        plan("--at-most", "big=1").err());
    for (String wrong : List.of("micro", "micro=-1", "micro=1=2", "none=1", "micro=x", "=")) {
      assertEquals(2, plan("--at-least", wrong).code(), wrong);
    }
    assertEquals(
        """
        tierwise: --at-least must name each tier once, was twice micro
        Try: tierwise plan --help
        """,
        plan("--at-least", "micro=1", "--at-least", "micro=2").err());
    assertEquals(
        "tierwise: atLeast micro must be <= 2, the accounts that can be chosen, was 3\n",
        plan("--at-least", "micro=3", "--quiet").err());
  }

  @Test
  void jsonHasEveryFigureUnrounded() throws IOException {
    JsonNode all =
        new ObjectMapper()
            .readTree(plan("--format", "json", "--frontier", "--why-not", "vera", "--quiet").out());
    double cost = 0;
    double share = 0;
    for (JsonNode person : all.get("people")) {
      cost += person.get("price").asDouble();
      share += person.get("share").asDouble();
      assertTrue(person.get("engaged_low").asDouble() < person.get("engaged").asDouble());
      assertEquals(
          person.get("quoted").asBoolean(),
          person.get("price_low").asDouble() == person.get("price_high").asDouble());
    }
    assertEquals(4, all.get("people").size());
    assertEquals(all.get("cost").asDouble(), cost, 1e-6);
    assertEquals(1, share, 1e-9);
    assertEquals(all.get("budget").asDouble(), cost + all.get("left").asDouble(), 1e-6);
    assertEquals(0, all.get("gap").asDouble());
    assertEquals(all.get("bound").asDouble(), all.get("value").asDouble());
    assertEquals("mona", all.get("celebrity").get("people").get(0).asText());
    assertEquals(1, all.get("left_out").get("price-above-budget").asInt());
    JsonNode vera = all.get("why_not").get(0);
    assertEquals("vera", vera.get("of").asText());
    // It brings more than everybody else together.
    assertEquals(all.get("budget").asDouble(), vera.get("entry_price").asDouble());
    assertEquals(vera.get("entry_price_low").asDouble(), vera.get("entry_price").asDouble());
    assertEquals(vera.get("entry_price_high").asDouble(), vera.get("entry_price").asDouble());
    assertEquals(1, all.get("sha256").size());
    assertTrue(all.get("frontier").get("exact").asBoolean());
    double before = 0;
    for (JsonNode step : all.get("frontier").get("steps")) {
      assertTrue(step.get("best").get("value").asDouble() >= before);
      before = step.get("best").get("value").asDouble();
    }
    assertFalse(plan("--format", "json", "--quiet").out().contains("\"frontier\""));
  }

  @Test
  void csvHasALineForEverySetOfAccounts() throws IOException {
    Files.writeString(
        Path.of(list), ACCOUNTS.replace("mike,", "\"=1+1, \"\"x\"\"\",").replace("mona", "-mona"));
    Path file = folder.resolve("deal.csv");
    Run run = plan("--format", "csv", "--frontier", "--quiet", "--out", file.toString());
    assertEquals(0, run.code(), run.err());
    assertEquals("", run.out());
    List<String> lines = Files.readAllLines(file);
    assertTrue(lines.get(0).startsWith("section,item,tiers,budget,people,cost,cost_low,"));
    assertTrue(lines.get(1).startsWith("person,'-mona,macro,2000,1,1000,1000,1000,true,"));
    assertTrue(Files.readString(file).contains("person,\"'=1+1, \"\"x\"\"\",micro,"));
    assertEquals(4, lines.stream().filter(line -> line.startsWith("person,")).count());
    assertEquals(1, lines.stream().filter(line -> line.startsWith("deal,,")).count());
    assertEquals(2, lines.stream().filter(line -> line.startsWith("beside,")).count());
    assertEquals(39, lines.stream().filter(line -> line.startsWith("frontier,")).count());
    try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(file)) {
      rows.forEach(row -> assertEquals(21, row.getFieldCount()));
    }
  }

  @Test
  void anOutputIsNeitherAnInputNorAnotherOutput() throws IOException {
    String before = Files.readString(Path.of(list));
    for (String option : List.of("--out", "--report")) {
      for (String input : List.of(list, brand)) {
        Run run = plan(option, input);
        assertEquals(1, run.code());
        assertEquals(
            "tierwise: output must be another file than the input \"" + input + "\"\n", run.err());
      }
    }
    assertEquals(before, Files.readString(Path.of(list)));
    Path same = folder.resolve("same");
    assertEquals(
        "tierwise: --out and --report must be two files, were both "
            + same
            + "\nTry: tierwise plan --help\n",
        plan("--out", same.toString(), "--report", same.toString()).err());
    Run nowhere = plan("--out", folder.resolve("none/deal").toString(), "--quiet");
    assertEquals(1, nowhere.code());
    assertTrue(nowhere.err().contains("--out must be a place that can be written"));
  }

  @Test
  void whatIsAskedForMustBeThereBeforeAnythingIsWritten() {
    Path file = folder.resolve("deal.txt");
    Run run = plan("--why-not", "zoe", "--quiet", "--out", file.toString());
    assertEquals(
        "tierwise: --why-not must be an account in instagram-list.csv, was \"zoe\"; the first there"
            + " are \"nina\", \"mike\", \"mona\"\n",
        run.err());
    assertFalse(Files.exists(file));
  }

  @Test
  void rulesAndReasonsCanBeAskedFor() {
    Run run = plan("--include", "nina", "--max-people", "2", "--why-not", "vera", "--quiet");
    String text = flat(run.out());
    assertTrue(text.startsWith("deal back these 2 accounts"), text);
    assertTrue(
        text.contains(
            "why not vera: cannot be chosen: a post at 20,000 USD is above the budget of 2,000 USD;"
                + " it would come in at 1,940 USD or less"),
        text);
    String[] alone = {"--exclude", "mona", "--exclude", "mike", "--exclude", "nina", "--quiet"};
    assertTrue(flat(plan(alone).out()).contains("left; the price is an estimate; once all are"));
    assertFalse(flat(plan("--exclude", "mona", "--quiet").out()).contains("mona macro"));
    String conversions = flat(plan("--conversions", "--quiet").out());
    assertTrue(conversions.contains("mike micro 100 USD quoted"), conversions);
    assertTrue(conversions.startsWith("deal back one account for 100 USD"), conversions);
    assertTrue(conversions.contains("brings about 6.7 conversions"), conversions);
    String few = flat(plan("--universe", "5000", "--quiet").out());
    assertTrue(few.contains("brings about 5,000 engaged people"), few);
    assertTrue(
        flat(plan("--budget", "5", "--quiet").out()).startsWith("deal nobody can be chosen"));
  }

  @Test
  void sumsOfMoneyAreExact() throws IOException {
    Files.writeString(
        Path.of(list),
        """
        username,followers,avg_likes,avg_comments,price
        a,5000,300,0,0.1
        b,5000,300,0,0.2
        c,5000,300,0,0.3
        d,5000,300,0,350.55
        """);
    Files.writeString(Path.of(brand), "budget = 1000.1\ncurrency = \"USD\"\n");
    Run run = plan("--quiet", "--format", "csv");
    List<String> deal =
        run.out().lines().filter(line -> line.startsWith("deal,")).findFirst().stream()
            .flatMap(line -> Stream.of(line.split(",", -1)))
            .toList();
    // budget,people,cost,cost_low,cost_high,quoted,left
    assertEquals(
        List.of("1000.1", "4", "351.15", "351.15", "351.15", "", "648.95"), deal.subList(3, 10));
    assertTrue(run.out().contains("person,a,nano,1000.1,1,0.1,0.1,0.1,true,"), run.out());
  }

  @Test
  void anAccountIsNamedAsPeopleWriteNames() {
    Run run = plan("--include", "nina", "--exclude", "mona", "--why-not", "vera", "--quiet");
    assertEquals(0, run.code(), run.err());
    assertEquals(
        run, plan("--include", "@NINA", "--exclude", " Mona", "--why-not", "@vera", "--quiet"));
  }

  @Test
  void whatCannotBeSaysSo() throws IOException {
    for (String option : List.of("--include", "--exclude", "--why-not")) {
      assertEquals(
          new Run(
              1,
              "",
              "tierwise: %s must be an account in instagram-list.csv, was \"nino\"; nearest are \"nina\"\n"
                  .formatted(option)),
          plan(option, "nino", "--quiet"));
    }
    assertTrue(
        plan("--why-not", "nobody", "--quiet")
            .err()
            .endsWith("was \"nobody\"; the first there are \"nina\", \"mike\", \"mona\"\n"));
    assertEquals(
        "tierwise: --budget must be > 0, was -3\nTry: tierwise plan --help\n",
        plan("--budget", "-3").err());
    Files.writeString(Path.of(brand), "size = \"sme\"\n");
    Run run = plan();
    assertEquals(1, run.code());
    assertTrue(
        run.err().endsWith("budget and currency must be said for a plan, were unknown\n"),
        run.err());
    assertEquals(
        2, Run.withInput("", "plan", "-", "--brand", "-").code(), "only one can be standard input");
  }

  @Test
  void theExampleHasADealWhoseMixChangesWithTheBudget() {
    Run run =
        Run.of(
            "plan",
            Run.example("influencers.csv"),
            "--brand",
            Run.example("small-brand.toml"),
            "--frontier",
            "--quiet");
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().lines().filter(l -> l.contains("most comes from")).count() > 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"20000", "100000", "1000000"})
  void aRealListWithoutPricesHasADealWithEstimates(String budget) {
    Run run =
        Run.of(
            "plan",
            Run.real("smi2022-instagram-dec.csv").toString(),
            "--platform",
            "instagram",
            "--brand",
            Run.example("brand.toml"),
            "--budget",
            budget,
            "--frontier",
            "--quiet");
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("estimated"));
    assertFalse(run.out().contains("quoted"));
    // Some tier leads or stays from one budget on, and another from another.
    assertTrue(run.out().lines().filter(l -> l.startsWith("from ")).count() > 1, run.out());
  }
}
