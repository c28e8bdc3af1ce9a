package io.github.tierwise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    assertTrue(
        lines.get(0).matches("account +tier +price +engaged +90% range +fit +value +look closer"),
        run.out());
    assertTrue(lines.get(1).matches("mona +macro +1,000 USD +quoted +9,000 .*"), run.out());
    assertTrue(run.out().contains("anon"));
    String text = flat(run.out());
    assertTrue(text.contains("for 4 accounts"), text);
    assertTrue(text.contains("ask for quotes"), text);
    assertTrue(text.contains("how good the best deal for these forecasts and prices"), text);
    assertTrue(
        text.contains("one celebrity: mona for 1,000 USD brings 9,000, 88% of the deal"), text);
    assertTrue(text.contains("best size of accounts that do just as well"), text);
    assertTrue(flat(run.err()).contains("left out 1 price above budget, 1 too few engagements"));
    assertTrue(lines.stream().allMatch(line -> line.length() <= 120));
  }

  @Test
  void theFrontierShowsHowTheMixChanges() {
    Run run = plan("--budget", "2000", "--frontier", "--quiet");
    assertEquals("", run.err());
    String text = flat(run.out());
    assertTrue(text.contains("budget brings within celebrity nano, micro best deal 200 USD"), text);
    assertTrue(text.contains("from 200 USD most comes from micro"), text);
    assertTrue(text.contains("from 1,000 USD most comes from macro"), text);
    assertTrue(text.contains("from 20,000 USD most comes from VIP"), text);
  }

  @Test
  void rulesAndReasonsCanBeAskedFor() {
    Run run = plan("--include", "nina", "--max-people", "2", "--why-not", "vera", "--quiet");
    String text = flat(run.out());
    assertTrue(text.contains("for 2 accounts"), text);
    assertTrue(
        text.contains(
            "why not vera: cannot be chosen: a post at 20,000 USD is above the budget of 2,000 USD"),
        text);
    assertFalse(flat(plan("--exclude", "mona", "--quiet").out()).contains("mona macro"));
    String conversions = flat(plan("--conversions", "--quiet").out());
    assertTrue(conversions.contains("mike micro 100 USD quoted"), conversions);
    assertTrue(conversions.contains("brings 6.7 conversions"), conversions);
    String few = flat(plan("--universe", "5000", "--quiet").out());
    assertTrue(few.contains("brings 5,000 engaged people"), few);
    assertTrue(
        flat(plan("--budget", "5", "--quiet").out()).startsWith("deal nobody can be chosen"));
  }

  @Test
  void whatCannotBeSaysSo() throws IOException {
    assertEquals(
        "tierwise: mustInclude must be among the candidates, was zoe\n",
        plan("--include", "zoe", "--quiet").err());
    assertEquals(1, plan("--include", "zoe").code());
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
