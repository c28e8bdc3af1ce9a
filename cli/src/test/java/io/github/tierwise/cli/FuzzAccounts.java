package io.github.tierwise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.github.tierwise.cli.input.AccountReader;
import io.github.tierwise.cli.input.InputException;
import io.github.tierwise.cli.input.Reading;
import io.github.tierwise.cli.input.Reject;
import io.github.tierwise.cli.input.Source;
import io.github.tierwise.cli.output.CsvText;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * Any bytes as a table: it is refused as a whole with a reason, or every row is read or rejected
 * with its line and a reason, the same when it is read again.
 */
final class FuzzAccounts {

  private static final String NAME = "accounts.csv";
  private static final String NUMBER = "-?[0-9.]+(E-?[0-9]+)?";

  private FuzzAccounts() {}

  /** Called by the fuzzer. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    read(bytes, AccountReader.Options.none());
    read(bytes, new AccountReader.Options(Optional.of(Platform.INSTAGRAM), List.of(), "USD"));
  }

  private static void read(byte[] bytes, AccountReader.Options options) {
    Optional<Reading> reading = read(List.of(Source.of(NAME, bytes)), options);
    if (reading.isEmpty()) {
      return;
    }
    checkRows(reading.get(), options);
    Reading again = AccountReader.read(Source.of(NAME, bytes), options, row -> {});
    assertEquals(reading.get().accounts(), again.accounts());
    assertEquals(List.copyOf(reading.get().rejects()), List.copyOf(again.rejects()));
    assertEquals(reading.get().notes(), again.notes());
  }

  /** Reads tables, or finds that the error says which input and why. */
  static Optional<Reading> read(List<Source> tables, AccountReader.Options options) {
    try {
      return Optional.of(
          AccountReader.read(tables.get(0), tables.subList(1, tables.size()), options, row -> {}));
    } catch (InputException e) {
      checkSaysWhere(e, tables.stream().map(Source::name).toList());
      return Optional.empty();
    }
  }

  static void checkSaysWhere(InputException error, List<String> names) {
    String message = String.valueOf(error.getMessage());
    assertTrue(names.stream().anyMatch(message::contains), message);
  }

  /** Every row is somewhere. */
  static void checkRows(Reading reading, AccountReader.Options options) {
    List<Reject> rejects = List.copyOf(reading.rejects());
    assertEquals(rejects.size(), reading.rejects().size());
    int read = reading.posts() > 0 ? reading.posts() : reading.profiles().size();
    if (options.platform().isEmpty()) {
      assertEquals(reading.rows(), read + rejects.size(), "rows = read + rejected");
    } else {
      // Rows of other platforms are neither.
      assertTrue(reading.rows() >= read + rejects.size(), "rows >= read + rejected");
    }
    assertTrue(reading.profiles().size() > 0, "something was read");
    checkRejects(rejects, reading);
    reading.accounts().forEach(FuzzAccounts::checkAccount);
  }

  static void checkRejects(List<Reject> rejects, Reading reading) {
    long line = 0;
    for (Reject reject : rejects) {
      assertEquals(NAME, reject.file());
      assertTrue(reject.line() > line, "lines go up, was " + reject.line() + " after " + line);
      assertFalse(reject.reason().isBlank(), "a reason is given");
      assertFalse(reject.cells().stream().allMatch(String::isBlank), "the row is kept");
      line = reject.line();
    }
    try {
      checkCsv(CsvText.rejects(rejects, reading.header()).toText());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An account may hold only what its builder takes. */
  static void checkAccount(Influencer account) {
    assertFalse(account.id().isBlank(), "an account has an id");
    for (Measure measure : Measure.values()) {
      double value = account.get(measure);
      assertTrue(
          Double.isNaN(value) || (value >= 0 && value < Double.POSITIVE_INFINITY),
          measure + " was " + value);
    }
  }

  /** No cell is a formula of a spreadsheet. */
  static List<CsvRecord> checkCsv(String text) throws IOException {
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
