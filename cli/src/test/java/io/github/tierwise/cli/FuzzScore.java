package io.github.tierwise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Any bytes as the table that a command gets, from end to end: whatever a file says, what is
 * written can be read by what reads it next. The first byte tells which output it is.
 */
final class FuzzScore {

  private static final ObjectMapper JSON = new ObjectMapper();

  private FuzzScore() {}

  /** Called by the fuzzer. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    if (bytes.length == 0) {
      return;
    }
    byte[] table = Arrays.copyOfRange(bytes, 1, bytes.length);
    try {
      switch (bytes[0]) {
        case 'j' -> json(table);
        case 'c' -> csv(table);
        default -> FuzzOptions.checkRun(score(table, "table"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Run score(byte[] table, String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            new ByteArrayInputStream(table),
            out,
            err,
            120,
            false,
            "score",
            "-",
            "--brand",
            Run.example("brand.toml"),
            "--platform",
            "instagram",
            "--top",
            "0",
            "--format",
            format);
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static void csv(byte[] table) throws IOException {
    Run run = score(table, "csv");
    checkEnd(run);
    List<CsvRecord> rows = FuzzAccounts.checkCsv(run.out());
    for (CsvRecord row : rows) {
      assertEquals(rows.get(0).getFieldCount(), row.getFieldCount(), run::out);
    }
  }

  private static void json(byte[] table) throws IOException {
    Run run = score(table, "json");
    checkEnd(run);
    if (run.code() != ExitCode.OK) {
      return;
    }
    for (JsonNode account : JSON.readTree(run.out())) {
      double sum = 0;
      for (JsonNode contribution : account.get("contributions")) {
        sum += contribution.get("points").doubleValue();
      }
      double score = account.get("score").doubleValue();
      assertEquals(score, sum, "a score is the sum of its contributions");
      assertTrue(0 <= score && score <= 100, () -> "score was " + score);
      assertTrue(account.get("low").doubleValue() <= score, run::out);
      assertTrue(score <= account.get("high").doubleValue(), run::out);
    }
  }

  private static void checkEnd(Run run) {
    assertTrue(run.code() >= ExitCode.OK && run.code() <= ExitCode.USAGE, run::err);
    assertEquals(run.code() == ExitCode.OK, !run.out().isEmpty(), run::err);
    FuzzOptions.checkPrintable(run.err());
  }
}
