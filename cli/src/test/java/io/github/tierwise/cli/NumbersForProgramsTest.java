package io.github.tierwise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.files.cells.NumberText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CSV and JSON are for programs: a number is told as it is, not as it looks well. */
class NumbersForProgramsTest {

  private static final String LIST =
      """
      username;followers;likes;comments;price
      ana;48.200;1080;72;350,50
      ben;20.000;500;20;1000
      cia;9;1;1;0,1
      """;

  private static Run score(String... more) {
    String[] command = {
      "score",
      "-",
      "--platform",
      "instagram",
      "--brand",
      Run.example("small-brand.toml"),
      "--order",
      "file",
      "--quiet",
      "--format"
    };
    String[] all = new String[command.length + more.length];
    System.arraycopy(command, 0, all, 0, command.length);
    System.arraycopy(more, 0, all, command.length, more.length);
    return Run.withInput(LIST, all);
  }

  @Test
  void whatWasReadIsWrittenAsTheNumberThatItIs() {
    Run csv = score("csv", "--columns", "id,followers,price");
    assertEquals(
        """
        id,followers,price
        ana,48200,350.5
        ben,20000,1000
        cia,9,0.1
        """,
        csv.out(),
        csv.err());
    Run json = score("json", "--columns", "followers,price");
    assertEquals(
        "[ {\"followers\":48200,\"price\":350.5}, {\"followers\":20000,\"price\":1000},"
            + " {\"followers\":9,\"price\":0.1} ]",
        json.out().replaceAll("\\s+", " ").strip());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "score LIST --brand BRAND --top 0",
        "plan LIST --brand BRAND --frontier",
        "explain LIST --brand BRAND --id synthetic-0271 --against synthetic-0054",
        "stability LIST --brand BRAND --error 5",
        "compare LIST --definitions impact,forbes",
        "tiers"
      })
  void everyNumberIsTheShortestTextThatReadsBack(String command) {
    String[] words =
        (command + " --quiet --format json")
            .replace("LIST", Run.example("influencers.csv"))
            .replace("BRAND", Run.example("small-brand.toml"))
            .split(" ");
    Run run = Run.of(words);
    assertEquals(0, run.code(), run.err());
    // Not within a text: there is no blank before a number in one that stands after a name.
    Matcher number =
        Pattern.compile("(?m)(?:^ *\"[^\"]*\" : |^ *|, |\\[ )(-?[0-9][0-9.eE+-]*)(?=,?$|,? [\\]}])")
            .matcher(run.out());
    int numbers = 0;
    while (number.find()) {
      String text = number.group(1);
      if (!text.equals("-0.0")) {
        assertEquals(NumberText.plain(Double.parseDouble(text)), text, number.group());
      }
      numbers++;
    }
    assertTrue(numbers > 10, run.out());
  }
}
