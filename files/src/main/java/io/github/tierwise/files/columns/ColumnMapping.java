package io.github.tierwise.files.columns;

import io.github.tierwise.files.cells.InputException;
import io.github.tierwise.files.cells.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A column that the caller names for a field: {@code likes=Likes (7 days)}, {@code followers=#3}
 * for the third column, {@code likes=-} for none, {@code country:DE=Germany %} for a share.
 */
public final class ColumnMapping {

  private final Optional<Field> field;
  private final Optional<AudienceShare> share;
  private final String column;

  private ColumnMapping(Optional<Field> field, Optional<AudienceShare> share, String column) {
    this.field = field;
    this.share = share;
    this.column = column;
  }

  /**
   * Reads the text of an option.
   *
   * @throws IllegalArgumentException if it names no field or no column
   */
  public static ColumnMapping parse(String text) {
    int equals = text.indexOf('=');
    String name = equals < 0 ? "" : text.substring(0, equals).strip();
    String column = equals < 0 ? "" : text.substring(equals + 1).strip();
    if (name.isEmpty() || column.isEmpty()) {
      throw new IllegalArgumentException("must be FIELD=COLUMN, was \"" + text + '"');
    }
    Optional<Field> field = Field.named(name);
    Optional<AudienceShare> share = field.isPresent() ? Optional.empty() : AudienceShare.of(name);
    if (field.isEmpty() && share.isEmpty()) {
      throw new IllegalArgumentException(
          "field must be one of %s or a share such as country:DE, was \"%s\"%s"
              .formatted(
                  String.join(", ", Field.labels()), name, NearestName.hint(name, Field.labels())));
    }
    return new ColumnMapping(field, share, column);
  }

  Optional<Field> field() {
    return field;
  }

  /** Whether it names a column for this field. */
  public boolean isOf(Field wanted) {
    return field.equals(Optional.of(wanted));
  }

  Optional<AudienceShare> share() {
    return share;
  }

  /** Whether a table has the column that is meant; none at all is in every table. */
  public boolean isIn(List<String> header) {
    return column.equals("-")
        || header.contains(column.replaceAll("\\s+", " "))
        || header.stream().anyMatch(name -> isSame(ColumnName.key(name), ColumnName.key(column)));
  }

  private static boolean isSame(String key, String other) {
    return !key.isEmpty() && key.equals(other);
  }

  /**
   * The columns that are meant: by position, else all with that name, else all with a name that
   * differs in case, spaces and punctuation only.
   */
  List<Integer> columns(String table, List<String> header) {
    if (column.equals("-")) {
      return List.of();
    }
    if (column.matches("#\\d{1,6}")) {
      int position = Integer.parseInt(column.substring(1));
      if (position < 1 || position > header.size()) {
        throw new InputException(
            "--map: column must be between #1 and #%d in %s, was %s"
                .formatted(header.size(), table, column));
      }
      return List.of(position - 1);
    }
    List<Integer> found = matching(header, column.replaceAll("\\s+", " ")::equals);
    if (found.isEmpty()) {
      String key = ColumnName.key(column);
      found = matching(header, name -> isSame(key, ColumnName.key(name)));
    }
    if (found.isEmpty()) {
      throw new InputException(
          "--map: column must be one of %s in %s, was \"%s\"%s"
              .formatted(
                  header.stream().distinct().collect(Collectors.joining(", ")),
                  table,
                  column,
                  NearestName.hint(column, header)));
    }
    return found;
  }

  private static List<Integer> matching(List<String> header, Predicate<String> wanted) {
    List<Integer> found = new ArrayList<>();
    for (int position = 0; position < header.size(); position++) {
      if (wanted.test(header.get(position))) {
        found.add(position);
      }
    }
    return found;
  }
}
