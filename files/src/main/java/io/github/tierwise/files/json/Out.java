package io.github.tierwise.files.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonGeneratorImpl;
import io.github.tierwise.explain.Estimate;
import io.github.tierwise.files.cells.NumberText;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Writes the keys of an object. What is unknown is left out. */
final class Out {

  /** JSON has no number for what has no bound. */
  static final Map<String, Double> INFINITE =
      Map.of("Infinity", Double.POSITIVE_INFINITY, "-Infinity", Double.NEGATIVE_INFINITY);

  /** Writes the keys of one object. */
  interface Writer {
    void write(Out out) throws IOException;
  }

  /** Writes the keys of one object of several. */
  interface EachWriter<T> {
    void write(T value, Out out) throws IOException;
  }

  private final JsonGenerator json;

  Out(JsonGenerator json) {
    this.json = json;
  }

  /** One of several, as the command line calls it too. */
  static String word(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }

  /** The shortest text that reads back to the same bits. */
  static String text(double number) {
    return Double.doubleToRawLongBits(number) == Double.doubleToRawLongBits(-0.0)
        ? "-0.0"
        : NumberText.plain(number);
  }

  void object(Writer keys) throws IOException {
    json.writeStartObject();
    keys.write(this);
    json.writeEndObject();
  }

  void text(String key, String value) throws IOException {
    json.writeStringField(key, value);
  }

  void textUnlessEmpty(String key, String value) throws IOException {
    if (!value.isEmpty()) {
      text(key, value);
    }
  }

  void word(String key, Enum<?> value) throws IOException {
    text(key, word(value));
  }

  void truth(String key, boolean value) throws IOException {
    json.writeBooleanField(key, value);
  }

  void count(String key, long value) throws IOException {
    json.writeNumberField(key, value);
  }

  /** A number, unless it is unknown. */
  void number(String key, double value) throws IOException {
    if (!Double.isNaN(value)) {
      json.writeFieldName(key);
      number(value);
    }
  }

  private void number(double value) throws IOException {
    if (Double.isInfinite(value)) {
      json.writeString(value > 0 ? "Infinity" : "-Infinity");
    } else if (json instanceof JsonGeneratorImpl) {
      json.writeNumber(text(value));
    } else {
      // What is no text has doubles.
      json.writeNumber(value);
    }
  }

  /** A value and the ends of its range, all three unless they are unknown. */
  void estimate(String key, Estimate value) throws IOException {
    estimate(key, key + "_low", key + "_high", value);
  }

  void estimate(String key, String low, String high, Estimate value) throws IOException {
    number(key, value.value());
    number(low, value.low());
    number(high, value.high());
  }

  void object(String key, Writer keys) throws IOException {
    json.writeFieldName(key);
    object(keys);
  }

  <T> void objects(String key, Iterable<T> values, EachWriter<T> each) throws IOException {
    json.writeArrayFieldStart(key);
    for (T value : values) {
      object(out -> each.write(value, out));
    }
    json.writeEndArray();
  }

  void texts(String key, List<String> values) throws IOException {
    json.writeArrayFieldStart(key);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  /** Numbers by names that are anybody's. */
  void numbers(String key, Map<String, Double> values) throws IOException {
    json.writeObjectFieldStart(key);
    for (var each : values.entrySet()) {
      json.writeFieldName(each.getKey());
      number(each.getValue());
    }
    json.writeEndObject();
  }

  /** Whole numbers by names that are anybody's. */
  void counts(String key, Map<String, Long> values) throws IOException {
    json.writeObjectFieldStart(key);
    for (var each : values.entrySet()) {
      json.writeNumberField(each.getKey(), each.getValue());
    }
    json.writeEndObject();
  }

  void smallCounts(String key, Map<String, Integer> values) throws IOException {
    Map<String, Long> counts = new LinkedHashMap<>();
    values.forEach((name, count) -> counts.put(name, count.longValue()));
    counts(key, counts);
  }

  /** Numbers by dimension and value, unless there are none. */
  void tables(String key, Map<String, Map<String, Double>> tables) throws IOException {
    if (!tables.isEmpty()) {
      object(
          key,
          out -> {
            for (var each : new TreeMap<>(tables).entrySet()) {
              out.numbers(each.getKey(), each.getValue());
            }
          });
    }
  }
}
