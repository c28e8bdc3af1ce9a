package io.github.tierwise.cli.write;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.github.tierwise.files.cells.FormulaCell;
import io.github.tierwise.files.cells.NumberText;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Records for programs, as CSV or JSON. Values are texts, truth values, numbers, constants (their
 * name in small letters), and lists or iterators of records; an unknown or unbounded number, and
 * what is not there, is an empty cell, in JSON null. Every number in JSON reads back to the same
 * bits.
 */
public final class Records {

  private static final JsonFactory JSON =
      new JsonFactory()
          .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
          .setCharacterEscapes(new ControlEscapes());

  /** Lines end alike on every system. */
  private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

  private Records() {}

  /** A line for each record below the names of the first one's fields. */
  public static String csv(List<? extends Map<String, Object>> records) {
    return records.isEmpty()
        ? ""
        : csv(List.copyOf(records.get(0).keySet()), records.iterator()).toText();
  }

  /** A line for each record below the names of fields; one that a record lacks is empty. */
  public static Content csv(List<String> names, Iterator<? extends Map<String, Object>> records) {
    return CsvText.of(
        lines -> {
          lines.accept(names);
          records.forEachRemaining(
              record ->
                  lines.accept(
                      names.stream().map(name -> cell(record.getOrDefault(name, ""))).toList()));
        });
  }

  /** A value as a cell of CSV, before it is quoted. */
  static String cell(Object value) {
    if (value instanceof Double number) {
      return Double.isFinite(number) ? NumberText.plain(number) : "";
    }
    if (value instanceof Optional<?> optional) {
      return optional.map(Records::cell).orElse("");
    }
    if (value instanceof Enum<?> name) {
      return word(name);
    }
    return value instanceof String text ? FormulaCell.neutral(text) : value.toString();
  }

  /** One of several, as programs call it. */
  public static String word(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }

  /** A record or a list of records as JSON, for people to read too. */
  public static String json(Object value) {
    return toJson(value).toText();
  }

  /** The same, written as it comes. */
  public static Content toJson(Object value) {
    return out -> {
      try (JsonGenerator json = JSON.createGenerator(out)) {
        json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(LINES));
        write(json, value);
      }
      out.write('\n');
      out.flush();
    };
  }

  /** A record or a list of records as JSON on one line. */
  public static String compactJson(Object value) {
    Content content =
        out -> {
          try (JsonGenerator json = JSON.createGenerator(out)) {
            write(json, value);
          }
        };
    return content.toText();
  }

  private static void write(JsonGenerator json, Object value) throws IOException {
    if (value instanceof Map<?, ?> record) {
      json.writeStartObject();
      for (Map.Entry<?, ?> field : record.entrySet()) {
        json.writeFieldName(String.valueOf(field.getKey()));
        write(json, field.getValue());
      }
      json.writeEndObject();
    } else if (value instanceof Iterable<?> values) {
      write(json, values.iterator());
    } else if (value instanceof Iterator<?> values) {
      json.writeStartArray();
      while (values.hasNext()) {
        write(json, values.next());
      }
      json.writeEndArray();
    } else if (value instanceof Optional<?> optional && optional.isPresent()) {
      write(json, optional.get());
    } else if (value instanceof Optional
        || (value instanceof Double number && !Double.isFinite(number))) {
      json.writeNull();
    } else if (value instanceof Number number) {
      json.writeNumber(number.equals(-0.0) ? "-0.0" : NumberText.plain(number.doubleValue()));
    } else if (value instanceof Enum<?> name) {
      json.writeString(word(name));
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else {
      json.writeString(String.valueOf(value));
    }
  }
}
