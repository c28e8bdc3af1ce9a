package io.github.tierwise.files.accounts;

import java.nio.charset.StandardCharsets;

/** Any text behind a bracket as JSON: as {@link FuzzAccounts}. */
public final class FuzzJson {

  private FuzzJson() {}

  /** Called by the fuzzer. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    FuzzAccounts.fuzzerTestOneInput(("[{" + text).getBytes(StandardCharsets.UTF_8));
    FuzzAccounts.fuzzerTestOneInput(("{\"" + text).getBytes(StandardCharsets.UTF_8));
  }
}
