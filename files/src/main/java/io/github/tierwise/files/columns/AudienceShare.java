package io.github.tierwise.files.columns;

import io.github.tierwise.files.cells.Countries;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A share of the audience, or of the posts for the dimension {@code topic}.
 *
 * @param dimension such as {@code country}
 * @param value such as {@code DE}
 */
public record AudienceShare(String dimension, String value) {

  private static final Pattern NAME =
      Pattern.compile("\\s*(\\p{L}[\\p{L} _]*?)\\s*:\\s*(\\S.*?)\\s*");

  /** Reads a name such as {@code country:DE}; empty if it is none. */
  static Optional<AudienceShare> of(String name) {
    Matcher parts = NAME.matcher(name);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String dimension = parts.group(1).toLowerCase(Locale.ROOT);
    String value = parts.group(2);
    return Optional.of(
        new AudienceShare(
            dimension, dimension.equals("country") ? Countries.codeOrName(value) : value));
  }

  /** Itself as shares are compared: without regard to case. */
  public AudienceShare normal() {
    return new AudienceShare(dimension, value.strip().toLowerCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return dimension + ":" + value;
  }
}
