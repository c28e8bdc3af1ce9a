package io.github.tierwise.files.accounts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * Any bytes as a file that is read by several threads in small pieces: the same accounts, rejects
 * and notes, or the same refusal, as through a pipe. The first two bytes say how it is cut.
 */
public final class FuzzPieces {

  private FuzzPieces() {}

  /** Called by the fuzzer. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    if (bytes.length < 2) {
      return;
    }
    int threads = 1 + (bytes[0] & 3);
    int piece = 8 + 4 * (bytes[1] & 0xFF);
    try {
      Readings.assertSame(
          Arrays.copyOfRange(bytes, 2, bytes.length), ReadOptions.none().cut(threads, piece));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
