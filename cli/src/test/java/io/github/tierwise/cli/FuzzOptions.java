package io.github.tierwise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.cli.run.ExitCode;
import io.github.tierwise.files.DefinitionId;
import io.github.tierwise.files.accounts.AccountReader;
import io.github.tierwise.files.accounts.ReadOptions;
import io.github.tierwise.files.cells.InputException;
import io.github.tierwise.files.cells.Times;
import io.github.tierwise.files.columns.ColumnMapping;
import io.github.tierwise.files.columns.PlatformNames;
import io.github.tierwise.files.table.Source;
import io.github.tierwise.profile.Platform;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Any text as the value of an option: taken, or refused as wrong usage. */
final class FuzzOptions {

  private static final String NAME = "accounts.csv";

  private static final byte[] TABLE =
      "id,followers,likes (7 days),Germany %\nana,48200,1900,12\n".getBytes(StandardCharsets.UTF_8);

  private FuzzOptions() {}

  /** Called by the fuzzer. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    Times.parse(text)
        .ifPresent(time -> assertEquals(Optional.of(time), Times.parse(time.toString())));
    PlatformNames.named(text)
        .ifPresent(name -> assertEquals(Optional.of(name), PlatformNames.named(text.strip())));
    DefinitionId.find(text).ifPresent(id -> assertEquals(Optional.of(id), DefinitionId.find(id)));
    assertFalse(DefinitionId.error(text).isBlank(), "an unknown definition is answered");
    mapping(text);
    checkRun(Run.of("tiers", "--", text));
    checkRun(Run.of("tiers", "show", "--", text));
  }

  private static void mapping(String text) {
    ColumnMapping mapping;
    try {
      mapping = ColumnMapping.parse(text);
    } catch (IllegalArgumentException e) {
      assertTrue(String.valueOf(e.getMessage()).contains("must be"), e.getMessage());
      return;
    }
    try {
      AccountReader.read(
          Source.of(NAME, TABLE),
          new ReadOptions(Optional.of(Platform.INSTAGRAM), List.of(mapping), ""),
          row -> {});
    } catch (InputException e) {
      String message = String.valueOf(e.getMessage());
      assertTrue(message.contains(NAME), message);
    }
  }

  /** A run ends with a documented code, and data comes with success only. */
  static void checkRun(Run run) {
    assertTrue(run.code() >= ExitCode.OK && run.code() <= ExitCode.USAGE, run::err);
    // A table of nobody is empty too.
    assertTrue(run.code() == ExitCode.OK || run.out().isEmpty(), run::err);
    assertTrue(run.code() == ExitCode.OK || run.err().startsWith("tierwise: "), run::err);
    checkPrintable(run.out());
    checkPrintable(run.err());
  }

  /** Nothing that a terminal would obey. */
  static void checkPrintable(String text) {
    assertTrue(
        text.chars().allMatch(c -> c == '\n' || !Character.isISOControl(c)),
        () -> "control character in " + text);
  }
}
