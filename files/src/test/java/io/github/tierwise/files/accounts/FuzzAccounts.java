package io.github.tierwise.files.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.files.cells.InputException;
import io.github.tierwise.files.table.RejectedRow;
import io.github.tierwise.files.table.Source;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import java.util.List;
import java.util.Optional;

/**
 * Any bytes as a table: it is refused as a whole with a reason, or every row is read or rejected
 * with its line and a reason, the same when it is read again.
 */
public final class FuzzAccounts {

  private static final String NAME = "accounts.csv";

  private FuzzAccounts() {}

  /** Called by the fuzzer. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    read(bytes, ReadOptions.none());
    read(bytes, new ReadOptions(Optional.of(Platform.INSTAGRAM), List.of(), "USD"));
  }

  private static void read(byte[] bytes, ReadOptions options) {
    Source source;
    try {
      source = Source.of(NAME, bytes);
    } catch (InputException e) {
      checkSaysWhere(e, List.of(NAME));
      return;
    }
    Optional<AccountList> reading = read(List.of(source), options);
    if (reading.isEmpty()) {
      return;
    }
    checkRows(reading.get(), options);
    AccountList again = AccountReader.read(Source.of(NAME, bytes), options, row -> {});
    assertEquals(reading.get().accounts(), again.accounts());
    assertEquals(List.copyOf(reading.get().rejects()), List.copyOf(again.rejects()));
    assertEquals(reading.get().notes(), again.notes());
  }

  /** Reads tables, or finds that the error says which input and why. */
  static Optional<AccountList> read(List<Source> tables, ReadOptions options) {
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
  static void checkRows(AccountList reading, ReadOptions options) {
    List<RejectedRow> rejects = List.copyOf(reading.rejects());
    assertEquals(rejects.size(), reading.rejects().size());
    int read = reading.posts() > 0 ? reading.posts() : reading.profiles().size();
    if (options.platform().isEmpty()) {
      // A row of several networks is an account on each that it has numbers of.
      int taken = reading.rows() - rejects.size();
      int most = reading.posts() > 0 ? 1 : Math.max(1, reading.platforms().size());
      assertTrue(taken <= read && read <= taken * most, "rows = read + rejected");
    } else {
      // Rows of other platforms are neither.
      assertTrue(reading.rows() >= read + rejects.size(), "rows >= read + rejected");
    }
    assertTrue(reading.profiles().size() > 0, "something was read");
    checkRejects(rejects);
    reading.accounts().forEach(FuzzAccounts::checkAccount);
  }

  static void checkRejects(List<RejectedRow> rejects) {
    long line = 0;
    for (RejectedRow reject : rejects) {
      assertEquals(NAME, reject.file());
      assertTrue(reject.line() > line, "lines go up, was " + reject.line() + " after " + line);
      assertFalse(reject.reason().isBlank(), "a reason is given");
      assertFalse(reject.row().isBlank(), "the row is kept");
      line = reject.line();
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
}
