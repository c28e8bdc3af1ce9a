package io.github.tierwise.files.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tierwise.explain.Estimate;
import io.github.tierwise.files.cells.NearestName;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.files.cells.Quote;
import io.github.tierwise.files.cells.SchemaVersion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The keys of one object, each asked for by its name and kind. What is null is not there. In the
 * end every key must have been asked for.
 */
final class Fields {

  /** Of what anybody may name: topics, countries, reasons. */
  private static final int MOST_VALUES = 10_000;

  private final String path;
  private final JsonNode object;
  private final Set<String> known = new LinkedHashSet<>();

  private Fields(String path, JsonNode object) {
    this.path = path;
    this.object = object;
    if (!object.isObject()) {
      throw new RefusedException("%s must be an object, was %s".formatted(path, shown(object)));
    }
  }

  /**
   * Makes a value of an object.
   *
   * @param path what errors call the object
   * @param maker asks for all keys that there may be; what it throws is told with the path
   */
  static <T> T read(String path, JsonNode object, Function<Fields, T> maker) {
    Fields fields = new Fields(path, object);
    T made;
    try {
      made = maker.apply(fields);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(path + ": " + e.getMessage());
    }
    fields.end();
    return made;
  }

  /** The same of an object that says in which version of the schema it is, or is in the first. */
  static <T> T readVersioned(String path, JsonNode object, Function<Fields, T> maker) {
    return read(
        path,
        object,
        fields -> {
          fields.schema();
          return maker.apply(fields);
        });
  }

  private void schema() {
    find(SchemaVersion.KEY)
        .flatMap(SchemaVersion::error)
        .ifPresent(
            wrong -> {
              throw new RefusedException(path + ": " + wrong);
            });
  }

  private void end() {
    unasked().stream()
        .findFirst()
        .ifPresent(
            key -> {
              throw unknown(path, key, known);
            });
  }

  private List<String> unasked() {
    List<String> keys = new ArrayList<>();
    object.fieldNames().forEachRemaining(keys::add);
    keys.removeAll(known);
    return keys;
  }

  /** The error of a key that is none, with the one that may have been meant. */
  static RefusedException unknown(String path, String key, Collection<String> known) {
    String near = NearestName.hintOrAll("", key, known);
    return new RefusedException("unknown key %s in %s%s".formatted(Quote.of(key), path, near));
  }

  private Optional<JsonNode> find(String key) {
    known.add(key);
    return Optional.ofNullable(object.get(key)).filter(value -> !value.isNull());
  }

  private JsonNode get(String key, String kind) {
    return find(key)
        .orElseThrow(
            () ->
                new RefusedException(
                    "%s must be %s, was missing%s"
                        .formatted(
                            at(key),
                            kind,
                            NearestName.to(key, unasked())
                                .map(near -> "; did you mean it by " + Quote.of(near) + "?")
                                .orElse(""))));
  }

  private String at(String key) {
    return path + "." + Quote.name(key);
  }

  private static String shown(JsonNode value) {
    if (value.isContainerNode()) {
      return value.isArray() ? "a list" : "an object";
    }
    return value.isTextual() ? Quote.of(value.textValue()) : Quote.name(value.toString());
  }

  private RefusedException wrong(String key, String kind, JsonNode value) {
    return new RefusedException("%s must be %s, was %s".formatted(at(key), kind, shown(value)));
  }

  /** The error of a value that does not go with the others. */
  RefusedException error(String key, String rule, Object value) {
    return new RefusedException("%s must be %s, was %s".formatted(at(key), rule, value));
  }

  boolean has(String key) {
    return find(key).isPresent();
  }

  /** A finite number, NaN if it is not there. */
  double number(String key) {
    return find(key).map(value -> finite(key, value)).orElse(Double.NaN);
  }

  /** A finite number that must be there. */
  double known(String key) {
    return finite(key, get(key, "a finite number"));
  }

  /** The same of a number that has no bounds, NaN if it is not there. */
  double unboundedNumber(String key) {
    return find(key)
        .map(
            value ->
                value.isTextual() && Out.INFINITE.containsKey(value.textValue())
                    ? Out.INFINITE.get(value.textValue())
                    : finite(key, value))
        .orElse(Double.NaN);
  }

  private double finite(String key, JsonNode value) {
    double number = value.isNumber() ? value.doubleValue() : Double.NaN;
    if (!Double.isFinite(number)) {
      throw wrong(key, "a finite number", value);
    }
    return number;
  }

  /** A value with the ends of its range, which have the same name behind a prefix. */
  Estimate estimate(String key, String low, String high) {
    return new Estimate(number(key), number(low), number(high));
  }

  Estimate estimate(String key) {
    return estimate(key, key + "_low", key + "_high");
  }

  /** A whole number. */
  long count(String key) {
    JsonNode value = get(key, "a whole number >= 0");
    if (!value.isIntegralNumber() || value.longValue() < 0) {
      throw wrong(key, "a whole number >= 0", value);
    }
    return value.longValue();
  }

  int smallCount(String key) {
    long number = count(key);
    if (number > Integer.MAX_VALUE) {
      throw error(key, "a whole number <= " + Integer.MAX_VALUE, number);
    }
    return (int) number;
  }

  boolean truth(String key) {
    JsonNode value = get(key, "true or false");
    if (!value.isBoolean()) {
      throw wrong(key, "true or false", value);
    }
    return value.booleanValue();
  }

  String text(String key) {
    return text(key, get(key, "a text"));
  }

  /** A text, empty if it is not there. */
  String textOrEmpty(String key) {
    return find(key).map(value -> text(key, value)).orElse("");
  }

  private String text(String key, JsonNode value) {
    if (!value.isTextual()) {
      throw wrong(key, "a text", value);
    }
    return value.textValue();
  }

  /** One of several, by its name in any case. */
  <E extends Enum<E>> E constant(String key, E[] constants) {
    String text = text(key);
    return Arrays.stream(constants)
        .filter(each -> each.name().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () -> {
              List<String> names = Arrays.stream(constants).map(Out::word).toList();
              return error(
                  key, String.join(" or ", names), Quote.of(text) + NearestName.hint(text, names));
            });
  }

  /** A value made of an object. */
  <T> T object(String key, Function<Fields, T> maker) {
    return read(at(key), get(key, "an object"), maker);
  }

  /** Values made of a list of objects. */
  <T> List<T> objects(String key, Function<Fields, T> maker) {
    return list(key, (at, value) -> read(at, value, maker));
  }

  List<String> texts(String key) {
    return list(
        key,
        (at, value) -> {
          if (!value.isTextual()) {
            throw new RefusedException("%s must be a text, was %s".formatted(at, shown(value)));
          }
          return value.textValue();
        });
  }

  private interface Element<T> {
    T read(String at, JsonNode value);
  }

  private <T> List<T> list(String key, Element<T> element) {
    JsonNode values = get(key, "a list");
    if (!values.isArray()) {
      throw wrong(key, "a list", values);
    }
    List<T> list = new ArrayList<>();
    for (JsonNode value : values) {
      list.add(element.read("%s[%d]".formatted(at(key), list.size()), value));
    }
    return list;
  }

  /** All keys are names that are anybody's. */
  private <T> Map<String, T> all(Function<String, T> element) {
    requireFew(object, path);
    Map<String, T> map = new LinkedHashMap<>();
    for (String name : unasked()) {
      if (has(name)) {
        map.put(name, element.apply(name));
      }
    }
    return map;
  }

  Map<String, Double> numbers(String key) {
    return object(key, fields -> fields.all(fields::known));
  }

  Map<String, Long> counts(String key) {
    return object(key, fields -> fields.all(fields::count));
  }

  Map<String, Integer> smallCounts(String key) {
    return object(key, fields -> fields.all(fields::smallCount));
  }

  /** Numbers by dimension and value. */
  Map<String, Map<String, Double>> tables(String key) {
    return object(key, fields -> fields.all(fields::numbers));
  }

  /** Texts by dimension. */
  Map<String, List<String>> lists(String key) {
    return object(
        key,
        fields ->
            fields.all(
                dimension -> {
                  fields
                      .find(dimension)
                      .ifPresent(texts -> requireFew(texts, fields.at(dimension)));
                  return fields.texts(dimension);
                }));
  }

  /** Each is compared with all before it. */
  private static void requireFew(JsonNode values, String at) {
    if (values.size() > MOST_VALUES) {
      throw new RefusedException(
          "%s must have at most %s, has %s"
              .formatted(at, NumberText.of(MOST_VALUES, "value"), NumberText.count(values.size())));
    }
  }

  /** What is written for others and follows from the rest: if it is there, it must be so. */
  void follows(String key, double value) {
    Optional<JsonNode> written = find(key);
    if (written.isPresent()) {
      double number = unboundedNumber(key);
      if (Double.doubleToLongBits(number) != Double.doubleToLongBits(value)) {
        throw error(key, Out.text(value) + ", which follows from the rest", Out.text(number));
      }
    }
  }
}
