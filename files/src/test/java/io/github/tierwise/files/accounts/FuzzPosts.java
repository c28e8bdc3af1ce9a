package io.github.tierwise.files.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.files.cells.InputException;
import io.github.tierwise.files.table.RejectedRow;
import io.github.tierwise.files.table.Source;
import io.github.tierwise.profile.Platform;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Any bytes as a table of accounts and, behind the first {@link #SEPARATOR}, a table of their
 * posts; and as a table of peers.
 */
public final class FuzzPosts {

  /** ASCII's record separator. */
  private static final byte SEPARATOR = 0x1E;

  private static final ReadOptions INSTAGRAM =
      new ReadOptions(Optional.of(Platform.INSTAGRAM), List.of(), "");

  private FuzzPosts() {}

  /** Called by the fuzzer. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    int end = 0;
    while (end < bytes.length && bytes[end] != SEPARATOR) {
      end++;
    }
    Source accounts;
    Source posts;
    try {
      accounts = Source.of("accounts.csv", Arrays.copyOf(bytes, end));
      posts =
          Source.of(
              "posts.csv",
              Arrays.copyOfRange(bytes, Math.min(end + 1, bytes.length), bytes.length));
    } catch (InputException e) {
      FuzzAccounts.checkSaysWhere(e, List.of("accounts.csv", "posts.csv"));
      return;
    }
    FuzzAccounts.read(List.of(accounts, posts), INSTAGRAM).ifPresent(FuzzPosts::check);
    try {
      check(AccountReader.readPeers(posts, INSTAGRAM, row -> {}));
    } catch (InputException e) {
      FuzzAccounts.checkSaysWhere(e, List.of("posts.csv"));
    }
  }

  private static void check(AccountList reading) {
    int rejects = 0;
    for (RejectedRow reject : reading.rejects()) {
      assertFalse(reject.reason().isBlank(), "a reason is given");
      assertTrue(reject.line() > 1, "a row stands below its header");
      rejects++;
    }
    assertEquals(rejects, reading.rejects().size());
    assertTrue(
        reading.rows() >= reading.posts() + rejects,
        "posts and rejected rows are among the rows that there are");
    assertTrue(reading.profiles().size() > 0, "something was read");
    reading.accounts().forEach(FuzzAccounts::checkAccount);
    assertTrue(
        reading.accounts().containsAll(reading.histories().keySet()), "histories are of accounts");
  }
}
