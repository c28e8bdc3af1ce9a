package io.github.tierwise.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.cli.run.Peers;
import io.github.tierwise.files.accounts.AccountReader;
import io.github.tierwise.files.accounts.ReadOptions;
import io.github.tierwise.files.cells.InputException;
import io.github.tierwise.files.table.Source;
import io.github.tierwise.profile.Platform;
import java.util.List;
import java.util.Optional;

/** Any bytes as a table of peers: they teach something, or it is said which file does not. */
final class FuzzPeers {

  private static final String NAME = "posts.csv";

  private static final ReadOptions INSTAGRAM =
      new ReadOptions(Optional.of(Platform.INSTAGRAM), List.of(), "");

  private FuzzPeers() {}

  /** Called by the fuzzer. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    try {
      Peers peers = Peers.of(AccountReader.readPeers(Source.of(NAME, bytes), INSTAGRAM, row -> {}));
      assertFalse(peers.curves().isEmpty(), "peers teach something");
    } catch (InputException e) {
      String message = String.valueOf(e.getMessage());
      assertTrue(message.contains(NAME), message);
    }
  }
}
