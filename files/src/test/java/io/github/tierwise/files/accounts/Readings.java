package io.github.tierwise.files.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tierwise.files.cells.InputException;
import io.github.tierwise.files.table.Source;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.ProfileColumns;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** What tables come to, to be compared. */
final class Readings {

  private Readings() {}

  /**
   * A file is read as what comes through a pipe, handed on as held, or refused in the same words.
   */
  static void assertSame(String text, ReadOptions options) throws IOException {
    assertSame(text.getBytes(StandardCharsets.UTF_8), options);
  }

  static void assertSame(byte[] bytes, ReadOptions options) throws IOException {
    Path path = Files.write(Files.createTempFile("table", ".csv"), bytes);
    try {
      String name = path.getFileName().toString();
      String piped = outcome(() -> Source.of(name, bytes), options);
      assertEquals(piped, outcome(() -> source(path), options), () -> start(bytes));
      String handedOn = handedOn(() -> source(path), options);
      assertEquals(handedOn(() -> Source.of(name, bytes), options), handedOn, () -> start(bytes));
      assertEquals(piped, handedOn, () -> start(bytes));
    } finally {
      Files.delete(path);
    }
  }

  private static String start(byte[] bytes) {
    return new String(bytes, 0, Math.min(4_000, bytes.length), StandardCharsets.UTF_8);
  }

  /** A file with a text, until the tests end. */
  static Source file(String text) throws IOException {
    Path path = Files.createTempFile("table", ".csv");
    path.toFile().deleteOnExit();
    Files.writeString(path, text);
    return source(path);
  }

  private static Source source(Path path) {
    return Source.read(path.toString(), InputStream.nullInputStream());
  }

  /** All that is read of a table, or why it is refused. */
  static String outcome(Source source, ReadOptions options) {
    return outcome(() -> source, options);
  }

  private static String outcome(Supplier<Source> source, ReadOptions options) {
    try {
      AccountList list = AccountReader.read(source.get(), options, row -> {});
      StringBuilder text = new StringBuilder();
      append(text, list.profiles());
      return text.append(facts(list)).toString();
    } catch (InputException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static String handedOn(Supplier<Source> source, ReadOptions options) {
    StringBuilder text = new StringBuilder();
    try {
      AccountList list =
          AccountReader.pass(
              List.of(source.get()),
              options,
              row -> {},
              new AccountSink<ProfileColumns>() {
                @Override
                public ProfileColumns part(ProfileColumns accounts) {
                  return accounts;
                }

                @Override
                public void take(ProfileColumns part) {
                  append(text, part);
                }
              });
      return text.append(facts(list)).toString();
    } catch (InputException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static void append(StringBuilder text, ProfileColumns accounts) {
    for (int row = 0; row < accounts.size(); row++) {
      Influencer account = accounts.get(row);
      text.append(account).append(account.hashCode()).append('\n');
    }
  }

  private static String facts(AccountList list) {
    StringBuilder text = new StringBuilder();
    list.rejects().stream()
        .limit(200)
        .forEach(reject -> text.append(reject.line()).append(reject.reason()).append('\n'));
    return text.append(list.rejects().size())
        .append(list.notes())
        .append(list.platforms())
        .append(list.rows())
        .toString();
  }
}
