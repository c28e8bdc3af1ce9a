package io.github.tierwise.files.columns;

import io.github.tierwise.files.cells.NearestName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The caller's answer to how the cells of a field are meant: {@code engagement_rate=percent}.
 *
 * @param field the field, or the dimension whose shares are meant
 * @param reading how its cells are read
 */
public record ColumnReading(Field field, Reading reading) {

  /** How cells that can be read in two ways are meant. */
  public enum Reading {
    PERCENT,
    FRACTION,
    DECIMAL_DOT,
    DECIMAL_COMMA,
    THOUSAND,
    MILLION,
    DAY_FIRST,
    MONTH_FIRST;

    String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * Reads the text of an option.
   *
   * @throws IllegalArgumentException if it names no field or no reading
   */
  public static ColumnReading parse(String text) {
    int equals = text.indexOf('=');
    Optional<Field> field = equals < 0 ? Optional.empty() : Field.named(text.substring(0, equals));
    String name = text.substring(equals + 1).strip().toLowerCase(Locale.ROOT);
    Optional<Reading> reading =
        Arrays.stream(Reading.values()).filter(each -> each.label().equals(name)).findFirst();
    if (field.isEmpty() || reading.isEmpty()) {
      List<String> readings = Arrays.stream(Reading.values()).map(Reading::label).toList();
      String hint =
          equals < 0
              ? ""
              : field.isEmpty()
                  ? NearestName.hint(text.substring(0, equals).strip(), Field.labels())
                  : NearestName.hint(name, readings);
      throw new IllegalArgumentException(
          "must be FIELD=READING with a field such as engagement_rate and one of %s, was \"%s\"%s"
              .formatted(String.join(", ", readings), text, hint));
    }
    return new ColumnReading(field.get(), reading.get());
  }

  /** As the caller writes it. */
  public String text() {
    return field.label() + "=" + reading.label();
  }
}
