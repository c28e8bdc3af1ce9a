package io.github.tierwise.files.cells;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Which version of the JSON of Tierwise a text is in. */
public final class SchemaVersion {

  /** The key that tells it; without it a text is in the first. */
  public static final String KEY = "schema";

  /** The newest that can be read, which is the one that is written. */
  public static final int NEWEST = 1;

  private SchemaVersion() {}

  /** What is wrong with the value of the key; empty if it can be read. */
  public static Optional<String> error(JsonNode value) {
    if (!value.isIntegralNumber() || value.doubleValue() < 1) {
      return Optional.of(
          "%s must be a whole number >= 1, was %s".formatted(KEY, Quote.name(value.toString())));
    }
    return value.doubleValue() <= NEWEST
        ? Optional.empty()
        : Optional.of(
            "%s must be at most %d, the newest that this version of Tierwise reads, was %s: read it with the version that wrote it, or a newer one"
                .formatted(KEY, NEWEST, Quote.name(value.toString())));
  }
}
