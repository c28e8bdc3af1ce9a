package io.github.tierwise.cli.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tierwise.cli.Run;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompareCommandTest {

  private static final String LIST = Run.example("influencers.csv");

  /** Two accounts in each of the four cells, and one whose followers are unknown. */
  private static final String NINE =
      """
      id,platform,followers,likes,comments
      a,instagram,500,9,1
      b,instagram,1000,9,1
      c,instagram,9999,9,1
      d,instagram,10000,9,1
      e,instagram,99999,9,1
      f,instagram,100000,9,1
      g,instagram,499999,9,1
      h,instagram,500000,9,1
      i,instagram,,9,1
      """;

  private static Run nine(String... options) {
    String[] args = new String[options.length + 3];
    args[0] = "compare";
    args[1] = "-";
    args[2] = "--quiet";
    System.arraycopy(options, 0, args, 3, options.length);
    return Run.withInput(NINE, args);
  }

  @Test
  void withoutOptionsTheSeedsTwoDefinitionsThenAll() {
    Run run = nine();
    assertEquals(0, run.code(), run.err());
    assertEquals("", run.err());
    assertTrue(
        run.out().startsWith("9 accounts (Instagram 9): micro by iMPACT and by Forbes\n"),
        run.out());
    assertTrue(run.out().contains("iMPACT: micro              2    2\n"), run.out());
    assertTrue(run.out().contains("not                        2    2\n"), run.out());
    assertTrue(run.out().contains("kappa 0.00 (-0.69 to 0.69); they agree on 50% of 8 accounts"));
    assertTrue(run.out().contains("1 account cannot be told by one of the two"), run.out());
    String said = run.out().replaceAll(" +", " ");
    assertTrue(said.contains("Instagram 1,000 to below 10,000 2 22% micro no tier\n"), said);
    assertTrue(said.contains("Instagram 100,000 to below 500,000 2 22% no tier micro\n"), said);
    assertTrue(run.out().contains("1 account on an edge that impact leaves open"), run.out());
    assertTrue(run.out().contains("all 81 published definitions, 57 with a tier called micro"));
  }

  @Test
  void everythingIsSaidWithinTheWidth() {
    for (String option : List.of("--all", "--label=mega")) {
      Run run = Run.of("compare", LIST, "--quiet", option);
      assertEquals(0, run.code(), run.err());
      run.out().lines().forEach(line -> assertTrue(line.length() <= 120, line));
    }
  }

  @Test
  void theUndefinedIsSaid() {
    Run run =
        Run.withInput(
            "id,platform,followers\nx,youtube,5000000\ny,youtube,6000000\n",
            "compare",
            "-",
            "--quiet");
    assertTrue(run.out().contains("kappa undefined: neither calls any account so"), run.out());
    assertTrue(run.out().contains("where the two disagree\nplatform"), run.out());
    assertFalse(run.out().contains("NaN"), run.out());
    Run oneSided = Run.withInput("id,platform,followers\nx,x,5000\ny,x,7\n", "compare", "-");
    assertTrue(
        oneSided.out().replaceAll("\\s+", " ").contains("it cannot be but 0 where one of the two"),
        oneSided.out());
  }

  @Test
  void definitionsMayBeNamed() {
    Run run = nine("--definitions", "iab-uk,Forbes", "--label", "macro");
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("macro by IAB UK and by Forbes"), run.out());
    assertFalse(run.out().contains("all 81"), "only what was asked for");
  }

  @Test
  void wrongUsageIsNamed() {
    assertUsage(
        "only one of --definitions and --all must be given, were both",
        "--definitions",
        "impact,forbes",
        "--all");
    assertUsage("--definitions must be two or more, was impact", "--definitions", "impact");
    assertUsage(
        "--definitions must name each once, was twice forbes", "--definitions", "forbes,forbes");
    assertUsage("--top must be >= 1, was 0", "--top", "0");
    assertUsage(
        "definition must be a published one, was \"forbs\", did you mean",
        "--definitions",
        "impact,forbs");
  }

  private static void assertUsage(String message, String... options) {
    Run run = nine(options);
    assertEquals(2, run.code(), run.out());
    assertTrue(run.err().contains(message), run.err());
  }

  @Test
  void jsonHasEveryFigureAndNullForTheUndefined() throws IOException {
    Run run = nine("--format", "json");
    assertEquals(0, run.code(), run.err());
    JsonNode all = new ObjectMapper().readTree(run.out());
    assertEquals(64, all.get("sha256").get(0).asText().length());
    assertEquals("micro", all.get("label").asText());
    JsonNode agreement = all.get("agreement").get(0);
    assertEquals(2, agreement.get("both").asInt());
    assertEquals(0, agreement.get("kappa").asDouble());
    assertTrue(agreement.get("weighted_kappa").isNull(), "all named accounts are micro by both");
    assertEquals(2, all.get("contested").size());
    assertEquals(2, all.get("contested").get(0).get("accounts").asInt());
    assertTrue(all.get("consensus").size() > 30);
    int accounts = 0;
    for (JsonNode band : all.get("consensus")) {
      accounts += band.get("accounts").asInt();
      int definitions = 0;
      for (String name :
          List.of(
              "nano",
              "micro",
              "mid",
              "macro",
              "mega",
              "other",
              "below_floor",
              "above_ceiling",
              "in_gap",
              "cannot_tell")) {
        definitions += band.get(name).asInt();
      }
      assertEquals(81, definitions);
    }
    assertEquals(8, accounts);
  }

  @Test
  void csvHasOneFigureALine() {
    Run run = nine("--format", "csv");
    List<String> lines = run.out().lines().toList();
    assertEquals("section,platform,definition,other,item,measure,value", lines.get(0));
    assertTrue(lines.contains("agreement,,impact,forbes,micro,both,2"), run.out());
    assertTrue(lines.contains("agreement,,impact,forbes,micro,weighted_kappa,"), run.out());
    assertTrue(lines.contains("contested,instagram,,,\"1,000 to below 10,000\",accounts,2"));
  }

  @Test
  void aBrandSeesWhatTheChoiceDoesToItsTop() {
    Run run =
        Run.of(
            "compare",
            LIST,
            "--quiet",
            "--brand",
            Run.example("brand.toml"),
            "--top",
            "10",
            "--definitions",
            "impact,forbes,iab-uk");
    assertEquals(0, run.code(), run.err());
    assertTrue(
        run.out()
            .contains(
                "the top 10 for a brand that asks for micro, with the definition swapped for"
                    + " another than impact\n"),
        run.out());
    assertTrue(run.out().contains(" of 10 stay\n"), run.out());
    Run lacking =
        Run.of("compare", LIST, "--quiet", "--brand", Run.example("brand.toml"), "--label", "mega");
    assertEquals(1, lacking.code());
    assertTrue(
        lacking.err().contains("tier must be one that a definition has, was mega"), lacking.err());
  }

  @Test
  void sameListSameAnswerWhateverTheOrderOfItsRows() {
    List<String> rows = NINE.lines().toList();
    StringBuilder turned = new StringBuilder(rows.get(0)).append('\n');
    for (int i = rows.size() - 1; i > 0; i--) {
      turned.append(rows.get(i)).append('\n');
    }
    Run run = Run.withInput(turned.toString(), "compare", "-", "--quiet");
    assertEquals(nine().out(), run.out());
  }
}
