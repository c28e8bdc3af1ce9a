package io.github.tierwise.cli.write;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.tierwise.files.cells.NumberText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Records for programs, as CSV or JSON. Values are texts, truth values, numbers and lists of
 * records; an unknown or unbounded number is an empty cell, in JSON null.
 */
public final class Records {

  private static final JsonFactory JSON = new JsonFactory();

  private Records() {}

  /** A line for each record below the names of the first one's fields. */
  public static String csv(List<Map<String, Object>> records) {
    List<List<String>> rows = new ArrayList<>();
    for (Map<String, Object> record : records) {
      if (rows.isEmpty()) {
        rows.add(List.copyOf(record.keySet()));
      }
      rows.add(record.values().stream().map(Records::cell).toList());
    }
    return CsvText.write(rows);
  }

  private static String cell(Object value) {
    if (value instanceof Double number) {
      return Double.isFinite(number) ? NumberText.plain(number) : "";
    }
    return value instanceof String text ? CsvText.text(text) : value.toString();
  }

  /** A record or a list of records as JSON, for people to read too. */
  public static String json(Object value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text).useDefaultPrettyPrinter()) {
      write(json, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.append('\n').toString();
  }

  /** A record or a list of records as JSON on one line. */
  public static String compactJson(Object value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      write(json, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, Object value) throws IOException {
    if (value instanceof Map<?, ?> record) {
      json.writeStartObject();
      for (Map.Entry<?, ?> field : record.entrySet()) {
        json.writeFieldName(String.valueOf(field.getKey()));
        write(json, field.getValue());
      }
      json.writeEndObject();
    } else if (value instanceof Collection<?> values) {
      json.writeStartArray();
      for (Object each : values) {
        write(json, each);
      }
      json.writeEndArray();
    } else if (value instanceof Double number && !Double.isFinite(number)) {
      json.writeNull();
    } else if (value instanceof Number number) {
      json.writeNumber(NumberText.plain(number.doubleValue()));
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else {
      json.writeString(String.valueOf(value));
    }
  }
}
