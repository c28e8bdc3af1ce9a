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
    if (name.indexOf(':') < 0 || !parts.matches()) {
      return Optional.empty();
    }
    String dimension = parts.group(1).toLowerCase(Locale.ROOT);
    String value = parts.group(2);
    return Optional.of(
        new AudienceShare(
            dimension, dimension.equals("country") ? Countries.codeOrName(value) : value));
  }

  /**
   * Reads a key within an object such as {@code audience_country.DE} or {@code age.18-24}; empty if
   * it is none. Of other dimensions a key may be anything, such as {@code city.name}.
   */
  static Optional<AudienceShare> ofKey(String name) {
    int dot = name.lastIndexOf('.');
    if (dot <= 0) {
      return Optional.empty();
    }
    String value = name.substring(dot + 1).strip();
    String dimension = name.substring(0, dot);
    return Field.named(dimension)
        .or(() -> ColumnName.meaning(dimension).map(ColumnMeaning::field))
        .filter(
            field ->
                (field == Field.COUNTRY && Countries.code(value).isPresent())
                    || (field == Field.AGE && value.matches("\\d.*")))
        .map(
            field ->
                new AudienceShare(
                    field.label(), field == Field.COUNTRY ? Countries.codeOrName(value) : value));
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
