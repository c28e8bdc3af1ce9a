package io.github.tierwise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tierwise.cli.run.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that could not be read, in every command that reads a table. */
class RejectsTest {

  private static final String KEPT =
      """
      line,column,reason,row
      3,followers,"followers must be >= 0, was -3","'=ben,-3,2"
      5,avg_likes,"likes must be >= 0, was -7","dan,9,-7"
      6,followers,"followers must be >= 0, was -4",\"""eve"",-4,1"
      """;

  @TempDir Path folder;
  private String list;

  @BeforeEach
  void writeList() throws IOException {
    list =
        Files.writeString(
                folder.resolve("list.csv"),
                """
                username,followers,avg_likes
                ana,1000,50
                =ben,-3,2
                cem,2000,70
                dan,9,-7
                "eve",-4,1
                """)
            .toString();
  }

  private Run run(String command, String... options) {
    return run("", command, options);
  }

  private Run run(String in, String command, String[] options) {
    List<String> args = new ArrayList<>(List.of(command, list, "--platform", "instagram"));
    if (List.of("score", "plan", "stability").contains(command)) {
      args.addAll(List.of("--brand", Run.example("small-brand.toml")));
    }
    if (command.equals("explain")) {
      args.addAll(List.of("--id", "ana"));
    }
    args.addAll(List.of(options));
    return Run.withInput(in, args.toArray(new String[0]));
  }

  @ParameterizedTest
  @ValueSource(strings = {"score", "compare", "plan", "check", "explain", "backtest", "stability"})
  void everyCommandKeepsThem(String command) throws IOException {
    Path kept = folder.resolve("rejects.csv");
    Run run = run(command, "--rejects", kept.toString());
    // A list without posts cannot be backtested; why its rows are none is told all the same.
    int code = command.equals("backtest") ? ExitCode.INPUT : ExitCode.OK;
    assertEquals(code, run.code(), run.err());
    assertEquals(KEPT, Files.readString(kept));
  }

  @ParameterizedTest
  @ValueSource(strings = {"score", "compare", "check", "backtest"})
  void whatComesThroughAPipeIsKeptForThemToo(String command) throws IOException {
    Path kept = folder.resolve("rejects.csv");
    String text = Files.readString(Path.of(list));
    list = "-";
    run(text, command, new String[] {"--rejects", kept.toString()});
    assertEquals(KEPT, Files.readString(kept));
  }

  @ParameterizedTest
  @ValueSource(strings = {"score", "compare", "plan", "check", "explain", "backtest", "stability"})
  void everyCommandSumsThemUpByReason(String command) {
    Run run = run(command);
    String said = command.equals("check") ? run.out() : run.err();
    assertTrue(said.contains("line 3, line 6: followers must be >= 0, was -3\n"), said);
    assertTrue(said.contains("line 5: likes must be >= 0, was -7\n"), said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"compare", "plan", "check", "explain", "stability"})
  void theirReasonsAreInJsonAlsoIfNothingIsSaid(String command) throws IOException {
    String[] options =
        command.equals("check")
            ? new String[] {"--format", "json"}
            : new String[] {"--format", "json", "--quiet"};
    Run run = run(command, options);
    JsonNode rejected = new ObjectMapper().readTree(run.out()).get("rejected");
    assertEquals(
        "[{\"rows\":2,\"first_line\":3,\"lines\":[3,6],\"column\":\"followers\",\"reason\":\"followers must be >= 0, was -3\"},"
            + "{\"rows\":1,\"first_line\":5,\"lines\":[5],\"column\":\"avg_likes\",\"reason\":\"likes must be >= 0, was -7\"}]",
        rejected.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"score", "compare", "plan", "check", "explain", "backtest", "stability"})
  void moreThanTheCallerBearsEndEveryCommandWithoutAFile(String command) throws IOException {
    Path kept = folder.resolve("rejects.csv");
    Run run = run(command, "--rejects", kept.toString(), "--max-rejects", "0");
    assertEquals(ExitCode.INPUT, run.code());
    assertEquals("", run.out());
    assertEquals(
        "tierwise: list.csv must have at most 0 rejected rows, as --max-rejects says, had more, line 3: followers"
            + " must be >= 0, was -3: mend them, or leave out --max-rejects and keep them by --rejects FILE",
        run.said().strip());
    assertFalse(Files.exists(kept));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rank", "file"})
  void moreThanTheCallerBearsLeaveTheOldOutputAsItWas(String order) throws IOException {
    Path out = Files.writeString(folder.resolve("out.csv"), "old");
    String[] options = {
      "--order", order, "--format", "csv", "--out", out.toString(), "--max-rejects", "2"
    };
    assertEquals(ExitCode.INPUT, run("score", options).code());
    assertEquals("old", Files.readString(out));
    options[options.length - 1] = "3";
    assertEquals(ExitCode.OK, run("score", options).code());
    try (var files = Files.list(folder)) {
      assertEquals(2, files.count(), "nothing is left beside it");
    }
  }

  @Test
  void aNumberBelowZeroIsRefused() {
    Run run = run("score", "--max-rejects", "-1");
    assertEquals(ExitCode.USAGE, run.code());
    assertTrue(run.err().startsWith("tierwise: --max-rejects must be >= 0, was -1\n"), run.err());
  }
}
