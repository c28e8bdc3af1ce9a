package io.github.tierwise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuietTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "score LIST --brand BRAND",
        "score LIST --brand BRAND --order file --format csv",
        "plan LIST --brand BRAND",
        "compare LIST",
        "explain LIST --id synthetic-0271",
        "stability LIST --brand BRAND --error 5",
        "check LIST",
        "tiers 48200",
        "tiers show forbes",
        "demo"
      })
  void aCommandThatIsToldToSaysItsAnswerAndNothingElse(String command) {
    String[] words =
        command
            .replace("LIST", Run.example("influencers.csv"))
            .replace("BRAND", Run.example("small-brand.toml"))
            .split(" ");
    Run loud = Run.of(words);
    assertEquals(0, loud.code(), loud.err());
    assertEquals(new Run(0, loud.out(), ""), Run.of(with(words, "--quiet")));
  }

  @Test
  void whatIsWrongIsSaidAllTheSame() {
    Run run = Run.of("check", "missing.csv", "--quiet");
    assertEquals(1, run.code());
    assertEquals("tierwise: file must exist, was \"missing.csv\"\n", run.err());
    assertFalse(Run.of("score", "x.csv", "--quiet").err().isEmpty());
  }

  @Test
  void whatIsMissingFromTheAnswerIsSaidAllTheSame() {
    Run run =
        Run.withInput(
            "username,followers,likes,comments,price\nana,10000,500,9,9000000\n",
            "score",
            "-",
            "--platform",
            "instagram",
            "--brand",
            Run.example("brand.toml"),
            "--quiet");
    assertEquals(0, run.code(), run.err());
    assertTrue(run.err().contains("price above budget"), run.err());
  }

  private static String[] with(String[] words, String more) {
    return Stream.concat(Arrays.stream(words), Stream.of(more)).toArray(String[]::new);
  }
}
