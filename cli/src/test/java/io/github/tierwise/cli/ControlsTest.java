package io.github.tierwise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tierwise.cli.run.ExitCode;
import io.github.tierwise.cli.text.ShownWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file says is shown or quoted, and never obeyed or endless. */
class ControlsTest {

  private static final String ID = "a\u001B[31m\u009B2J\u202Eb\u2066c\u007Fd\u0007e";
  private static final String LIST =
      "username,platform,followers,avg_likes,avg_comments\n" + ID + ",instagram,1000,50,5\n";

  private static Run score(Main.Terminals terminals, String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    List<String> args = new ArrayList<>(List.of("score", "-", "--format", format));
    args.addAll(List.of("--brand", Run.example("small-brand.toml")));
    int code =
        Main.run(
            new ByteArrayInputStream(LIST.getBytes(StandardCharsets.UTF_8)),
            out,
            err,
            120,
            terminals,
            args.toArray(new String[0]));
    assertEquals(ExitCode.OK, code);
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static boolean isObeyed(int c) {
    return (Character.isISOControl(c) && c != '\n')
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "csv", "json"})
  void aTerminalGetsNothingThatItObeysInAnyFormat(String format) {
    Run run = score(new Main.Terminals(true, true), format);
    assertTrue(run.out().chars().noneMatch(ControlsTest::isObeyed), run.out());
    assertTrue(run.err().chars().noneMatch(ControlsTest::isObeyed), run.err());
  }

  @Test
  void aFileKeepsWhatTheDataSayInCsvAndJsonWritesItByNumber() throws IOException {
    assertTrue(score(Main.Terminals.NONE, "csv").out().contains(ID));
    Run json = score(Main.Terminals.NONE, "json");
    assertTrue(
        json.out().contains("a\\u001B[31m\\u009B2J\\u202Eb\\u2066c\\u007Fd\\u0007e"), json.out());
    assertEquals(ID, new ObjectMapper().readTree(json.out()).get(0).get("id").asText());
  }

  @Test
  void theGuardOfATerminalHasNoOtherWayIn() throws IOException {
    StringWriter terminal = new StringWriter();
    try (ShownWriter guard = new ShownWriter(terminal)) {
      guard.write('\u001B');
      guard.write("ab\u009Bc\n\t\r", 1, 5);
      guard.write(new char[] {'x', '\u202D'});
      guard.append('\u0000');
    }
    assertEquals("\uFFFDb\uFFFDc\n\tx\uFFFD\uFFFD", terminal.toString());
  }

  @Test
  void noMessageIsEndlessWhateverIsInACell() {
    String endless = "x".repeat(300_000);
    String head = "username,platform,followers,avg_likes,avg_comments";
    String account = ",instagram,1000,50,5\n";
    String[] tables = {
      head + '\n' + endless + account + endless + account,
      head + '\n' + "ana" + account + "ben,instagram," + endless + ",5,5\n",
      head + '\n' + "ana" + account + "ben," + endless + ",1,5,5\n",
      head + ',' + endless + "\nana,instagram,1000,50,5,\n"
    };
    for (String table : tables) {
      for (String command : List.of("check", "backtest", "compare")) {
        Run run = Run.withInput(table, command, "-");
        assertTrue(run.err().length() < 4_000, run::err);
        assertTrue(run.out().length() < 40_000, run::out);
      }
    }
    String said = Run.withInput(tables[0], "backtest", "-").said();
    assertTrue(said.contains("once, \"" + "x".repeat(59) + "…\" (300,000 characters) came"), said);
    for (String[] args :
        List.of(
            new String[] {"tiers", endless},
            new String[] {"check", endless},
            new String[] {"check", Run.example("influencers.csv"), "--map", "likes=" + endless})) {
      String err = Run.of(args).err();
      assertTrue(err.length() < 1_500 && err.contains("… (300,0"), err);
    }
  }

  @Test
  void aNameThatTheLocaleDoesNotHaveIsSaidToBeOne() {
    assertEquals(
        "tierwise: file must exist, was \"\uFFFDn.csv\": the locale does not have all its"
            + " characters; say LC_ALL=C.UTF-8 before the command, or read it as - < FILE\n",
        Run.of("check", "\uFFFDn.csv").err());
    String[] inOrder = {"--brand", Run.example("brand.toml"), "--order", "file", "--format", "csv"};
    List<String> score = new ArrayList<>(List.of("score", "\uFFFD\u0000.csv"));
    score.addAll(List.of(inOrder));
    assertEquals(ExitCode.INPUT, Run.of(score.toArray(new String[0])).code());
    Run out = Run.of("check", Run.example("influencers.csv"), "--out", "a\u0000\uFFFDn.csv");
    assertEquals(ExitCode.USAGE, out.code());
    assertTrue(
        out.err()
            .contains(
                "path must be one that this system has, was \"a\uFFFD\uFFFDn.csv\": the locale does"
                    + " not have all its characters; say LC_ALL=C.UTF-8 before the command, or write"
                    + " it as > FILE\n"),
        out.err());
  }
}
