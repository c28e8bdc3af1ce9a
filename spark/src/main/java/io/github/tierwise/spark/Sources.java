package io.github.tierwise.spark;

import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructType;

/**
 * Where accounts are found in a schema. Made and checked on the driver, before any job.
 *
 * @param measures what the first numbers are; followers come first
 * @param shares what the others are
 * @param numbers the columns of numbers
 * @param fields the places in the schema of the columns of numbers, then of the platform and of the
 *     id, if there are such columns
 * @param hasPlatform whether there is a column of platforms
 * @param platform the platform of all accounts, if there is none
 * @param hasId whether there is a column of names
 * @param currency of all prices; empty if there are none
 * @param levelFormula of all levels; empty if there are none
 */
record Sources(
    List<Measure> measures,
    List<AccountColumns.Share> shares,
    List<Source> numbers,
    List<Integer> fields,
    boolean hasPlatform,
    Platform platform,
    boolean hasId,
    String currency,
    String levelFormula)
    implements Serializable {

  /** Finds the columns in a schema. */
  static Sources of(AccountColumns columns, StructType schema, boolean caseSensitive) {
    Names names = new Names(schema, caseSensitive);
    Map<Measure, String> found = new EnumMap<>(Measure.class);
    found.putAll(columns.measures());
    for (Measure measure : Measure.values()) {
      if (!AccountColumns.OF_LEVEL.contains(measure) && names.has(measure.label())) {
        found.putIfAbsent(measure, measure.label());
      }
    }
    if (!found.containsKey(Measure.FOLLOWERS)) {
      throw new IllegalArgumentException(
          "followers must be a column, were %s: say which with measure(Measure.FOLLOWERS, …)"
              .formatted(names));
    }
    List<Source> numbers = new ArrayList<>();
    List<Integer> fields = new ArrayList<>();
    found.forEach(
        (measure, column) ->
            fields.add(names.add(measure.label(), column, Double.MAX_VALUE, numbers)));
    for (AccountColumns.Share share : columns.shares()) {
      fields.add(names.add(share.dimension() + " " + share.value(), share.column(), 1, numbers));
    }
    if (found.containsKey(Measure.PRICE) && columns.currency().isEmpty()) {
      throw new IllegalArgumentException(
          "currency must be said for the prices in column %s: say it with currency(\"USD\"), say"
              .formatted(found.get(Measure.PRICE)));
    }
    Optional<Integer> platform = platform(columns, names, schema);
    platform.ifPresent(fields::add);
    Optional<Integer> id =
        columns.id().isPresent() || names.has("id")
            ? Optional.of(names.at("id", columns.id().orElse("id")))
            : Optional.empty();
    id.ifPresent(fields::add);
    return new Sources(
        List.copyOf(found.keySet()),
        columns.shares(),
        List.copyOf(numbers),
        List.copyOf(fields),
        platform.isPresent(),
        columns.platform().orElse(Platform.OTHER),
        id.isPresent(),
        found.containsKey(Measure.PRICE) ? columns.currency() : "",
        columns.levelFormula());
  }

  private static Optional<Integer> platform(
      AccountColumns columns, Names names, StructType schema) {
    if (columns.platform().isPresent()) {
      return Optional.empty();
    }
    if (columns.platformColumn().isEmpty() && !names.has("platform")) {
      throw new IllegalArgumentException(
          "platform must be said, a column or one for all accounts, were %s: say it with platform(…)"
              .formatted(names));
    }
    int at = names.at("platform", columns.platformColumn().orElse("platform"));
    DataType type = schema.fields()[at].dataType();
    if (!(type instanceof StringType)) {
      throw new IllegalArgumentException(
          "column %s, the platform, must be of texts, was %s"
              .formatted(schema.fields()[at].name(), type.simpleString()));
    }
    return Optional.of(at);
  }

  /** The same for a schema of the columns that are read, in their order. */
  Sources selected() {
    return new Sources(
        measures,
        shares,
        numbers,
        IntStream.range(0, fields.size()).boxed().toList(),
        hasPlatform,
        platform,
        hasId,
        currency,
        levelFormula);
  }

  /** The place of the platform among the fields. */
  int platformAt() {
    return numbers.size();
  }

  /** The place of the name among the fields. */
  int idAt() {
    return fields.size() - 1;
  }

  /** The names of a schema. */
  private record Names(StructType schema, boolean caseSensitive) {

    boolean has(String name) {
      return matches(name).findAny().isPresent();
    }

    private IntStream matches(String name) {
      String[] names = schema.fieldNames();
      return IntStream.range(0, names.length)
          .filter(i -> caseSensitive ? names[i].equals(name) : names[i].equalsIgnoreCase(name));
    }

    int at(String what, String column) {
      int[] found = matches(column).toArray();
      if (found.length != 1) {
        throw new IllegalArgumentException(
            "column %s, the %s, must be there once, was there %d times among %s"
                .formatted(column, what, found.length, this));
      }
      return found[0];
    }

    int add(String what, String column, double most, List<Source> numbers) {
      int at = at(what, column);
      DataType type = schema.fields()[at].dataType();
      if (!(type instanceof NumericType)) {
        throw new IllegalArgumentException(
            "column %s, the %s, must be of numbers, was %s: cast it first"
                .formatted(column, what, type.simpleString()));
      }
      numbers.add(new Source(column, type, most));
      return at;
    }

    @Override
    public String toString() {
      return String.join(", ", schema.fieldNames());
    }
  }
}
