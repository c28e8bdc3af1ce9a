package io.github.tierwise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.cli.run.Session;
import io.github.tierwise.cli.write.Printer;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.List;
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
            """
            tierwise: unknown command "shw", did you mean "show"?
            Try: tierwise tiers --help
            """),
        Run.of("help", "tiers", "shw"));
  }

  @Test
  void noCommandIsWrongUsage() {
    Run run = Run.of();
    assertEquals(2, run.code());
    assertEquals("tierwise: Missing required subcommand\nTry: tierwise --help\n", run.err());
  }

  /** What a mistake is answered with, but for the line that names the help. */
  private static String refused(String command) {
    Run run = Run.of(command.split(" "));
    assertEquals(2, run.code(), run.err());
    assertEquals("", run.out());
    List<String> lines = run.err().lines().toList();
    assertTrue(lines.get(lines.size() - 1).startsWith("Try: tierwise"), run.err());
    return String.join("\n", lines.subList(0, lines.size() - 1));
  }

  @Test
  void aWrongNameIsAnsweredWithTheNearest() {
    assertEquals("tierwise: unknown command \"scoer\", did you mean \"score\"?", refused("scoer"));
    assertEquals("tierwise: unknown command \"sell\"", refused("sell"));
    String score = "score x.csv --brand b.toml ";
    assertEquals(
        "tierwise: unknown option \"--tpo\", did you mean \"--top\"?", refused(score + "--tpo 3"));
    assertEquals(
        "tierwise: unknown option \"--formt\", did you mean \"--format\"?",
        refused(score + "--formt=csv"));
    assertTrue(refused(score + "--format jsn").endsWith(" 'jsn', did you mean \"json\"?"));
    assertTrue(refused(score + "--order fil").endsWith(" 'fil', did you mean \"file\"?"));
    assertTrue(
        refused(score + "--platform instagrm")
            .endsWith(", was \"instagrm\", did you mean \"instagram\"?"));
    assertTrue(
        refused(score + "--encoding UFT-8")
            .endsWith(
                "encoding must be one that this Java has, was \"UFT-8\", did you mean \"UTF-8\"?"));
    assertTrue(
        refused(score + "--map folowers=n").contains(", did you mean \"followers\"?"),
        refused(score + "--map folowers=n"));
    assertTrue(
        refused(score + "--as engagement_rate=pecent").endsWith(", did you mean \"percent\"?"),
        refused(score + "--as engagement_rate=pecent"));
    assertTrue(
        refused(score + "--as engagment_rate=percent")
            .endsWith(", did you mean \"engagement_rate\"?"));
    assertTrue(
        refused(score + "--definition impct")
            .contains(", did you mean \"impact\"? tierwise tiers"));
    assertTrue(
        refused("plan x.csv --brand b.toml --at-most micor=1")
            .endsWith(", was \"micor=1\", did you mean \"micro\"?"));
    assertTrue(refused("compare x.csv --label mcro").contains(", did you mean \"m"));
    assertTrue(refused("tiers forbs").endsWith(", was \"forbs\", did you mean \"forbes\"?"));
    assertTrue(refused("tiers shw").endsWith(", was \"shw\", did you mean \"show\"?"));
    assertTrue(refused("tiers show forbs").contains(", did you mean \"forbes\"? tierwise tiers"));
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
