package io.github.tierwise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.cli.run.Session;
import io.github.tierwise.cli.write.Printer;
import java.io.InputStream;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

  @Test
  void theHelpTeachesWithExamplesAndExitCodes() {
    Run run = Run.of("--help");
    assertEquals(0, run.code());
    assertTrue(run.out().contains("tierwise score influencers.csv --brand brand.toml"));
    assertTrue(run.out().contains("70    an internal error; --stacktrace shows where"));
    assertEquals("", run.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"score", "explain", "tiers", "demo"})
  void everyCommandHasHelpWithExamplesAndExitCodes(String command) {
    Run run = Run.of(command, "--help");
    assertEquals(0, run.code());
    assertTrue(run.out().contains("Examples:\n  tierwise " + command), run.out());
    assertTrue(run.out().contains("Exit codes:"), run.out());
  }

  @Test
  void theVersionIsTold() {
    Run run = Run.of("--version");
    assertEquals(0, run.code());
    // Tests are no release: nobody has told them what they are built from.
    assertEquals("tierwise (not packaged) (unknown commit)\n", run.out());
  }

  @Test
  void helpOfACommandIsShownByTwoWays() {
    assertEquals(Run.of("score", "--help"), Run.of("help", "score"));
    assertEquals(Run.of("tiers", "show", "--help"), Run.of("help", "tiers", "show"));
    assertEquals(Run.of("--help"), Run.of("help"));
    assertEquals(
        new Run(
            2,
            "",
            "tierwise: unknown command \"scor\", did you mean \"score\"?\nTry: tierwise --help\n"),
        Run.of("help", "scor"));
    assertEquals(
        new Run(
            2,
            "",
            "tierwise: unknown command \"shw\", did you mean \"show\"?\nTry: tierwise tiers --help\n"),
        Run.of("help", "tiers", "shw"));
  }

  @Test
  void noCommandIsWrongUsage() {
    Run run = Run.of();
    assertEquals(2, run.code());
    assertEquals("tierwise: Missing required subcommand\nTry: tierwise --help\n", run.err());
  }

  @Test
  void anUnknownCommandIsWrongUsageWithASuggestion() {
    Run run = Run.of("scoer");
    assertEquals(2, run.code());
    assertEquals("", run.out());
    assertTrue(run.err().contains("Did you mean: tierwise score"), run.err());
  }

  @Test
  void anUnknownOptionIsWrongUsageWithASuggestion() {
    Run run = Run.of("score", "x.csv", "--brand", "b.toml", "--tpo", "3");
    assertEquals(2, run.code());
    assertTrue(run.err().contains("--tpo"), run.err());
    assertTrue(run.err().endsWith("Try: tierwise score --help\n"), run.err());
  }

  @Test
  void anInternalErrorIsShortUnlessItsPlaceIsAskedFor() {
    StringWriter err = new StringWriter();
    Session session =
        new Session(
            InputStream.nullInputStream(),
            Printer.data(new StringWriter(), false),
            Printer.notes(err),
            100,
            false,
            "0");
    assertEquals(70, Main.failure(session, new IllegalStateException("oops"), false));
    session.err().flush();
    assertEquals(
        """
        tierwise: internal error: java.lang.IllegalStateException: oops
        --stacktrace shows where
        """,
        err.toString());
    assertEquals(70, Main.failure(session, new IllegalStateException("oops"), true));
    session.err().flush();
    assertTrue(err.toString().contains("\tat "));
  }
}
