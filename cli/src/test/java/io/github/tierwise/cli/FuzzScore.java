package io.github.tierwise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.github.tierwise.cli.run.ExitCode;
import io.github.tierwise.cli.write.CsvText;
import io.github.tierwise.files.accounts.AccountList;
import io.github.tierwise.files.accounts.AccountReader;
import io.github.tierwise.files.accounts.ReadOptions;
import io.github.tierwise.files.cells.InputException;
import io.github.tierwise.files.table.Source;
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

  private static final String NUMBER = "-?[0-9.]+(E-?[0-9]+)?";
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
            Main.Terminals.NONE,
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
    List<CsvRecord> rows = checkCsv(run.out());
    for (CsvRecord row : rows) {
      assertEquals(rows.get(0).getFieldCount(), row.getFieldCount(), run::out);
    }
    rejects(table);
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

  private static void rejects(byte[] table) throws IOException {
    AccountList accounts;
    try {
      accounts =
          AccountReader.read(Source.of("accounts.csv", table), ReadOptions.none(), row -> {});
    } catch (InputException e) {
      return;
    }
    checkCsv(CsvText.rejects(accounts.rejects(), accounts.files().size() > 1).toText());
  }

  /** No cell is a formula of a spreadsheet. */
  private static List<CsvRecord> checkCsv(String text) throws IOException {
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)) {
      List<CsvRecord> rows = reader.stream().toList();
      for (CsvRecord row : rows) {
        for (String cell : row.getFields()) {
          assertFalse(
              !cell.isEmpty() && "=+-@\t\r\n".indexOf(cell.charAt(0)) >= 0 && !cell.matches(NUMBER),
              () -> "a spreadsheet would run " + cell);
        }
      }
      return rows;
    }
  }
}
