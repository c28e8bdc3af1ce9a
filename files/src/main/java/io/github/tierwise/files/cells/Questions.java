package io.github.tierwise.files.cells;

import java.util.List;

/** What stands between two readings of a table. */
public final class Questions {

  private Questions() {}

  /** The error that asks; the reading that is right is the caller's to say. */
  public static InputException refusal(String table, List<String> questions) {
    return new InputException(
        "%s can be read in two ways: %s".formatted(table, String.join("; ", questions)));
  }
}
