package io.github.tierwise.cli.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * JSON in which {@code {"$data": "name"}} stands for an entry of the data and {@code {"$each":
 * "name", "as": item}} for an item of each record of a list there, filled with the record's entries
 * too; in a list, its items stand among the others.
 */
public final class Template {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Object json;

  private Template(Object json) {
    this.json = json;
  }

  /** The template in a resource beside a class. */
  public static Template of(Class<?> owner, String name) {
    return parse(Page.resource(owner, name + ".json"));
  }

  static Template parse(String json) {
    try {
      return new Template(JSON.readValue(json, Object.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("template must be JSON, was " + json, e);
    }
  }

  /** The JSON with the data in it, as {@link Records} writes it. */
  public Object fill(Map<String, ?> data) {
    return fill(json, data);
  }

  private static Object fill(Object json, Map<String, ?> data) {
    if (json instanceof List<?> list) {
      return list.stream().flatMap(each -> items(each, data)).toList();
    }
    if (!(json instanceof Map<?, ?> map)) {
      return json;
    }
    if (map.get("$data") instanceof String name) {
      return entry(data, name);
    }
    if (map.get("$each") instanceof String name) {
      return ((List<?>) entry(data, name))
          .stream().map(each -> fill(entry(map, "as"), with(data, (Map<?, ?>) each))).toList();
    }
    RecordMap filled = RecordMap.empty();
    map.forEach((name, each) -> filled.put(String.valueOf(name), fill(each, data)));
    return filled;
  }

  /** What stands for an item of a list: in place of a list of records, these. */
  private static Stream<?> items(Object json, Map<String, ?> data) {
    boolean several = json instanceof Map<?, ?> map && map.containsKey("$each");
    Object filled = fill(json, data);
    return several && filled instanceof List<?> list ? list.stream() : Stream.of(filled);
  }

  private static Object entry(Map<?, ?> data, String name) {
    Object entry = data.get(name);
    if (entry == null) {
      throw new IllegalArgumentException("data must have " + name + ", had " + data.keySet());
    }
    return entry;
  }

  private static Map<String, Object> with(Map<String, ?> data, Map<?, ?> record) {
    Map<String, Object> both = new LinkedHashMap<>(data);
    record.forEach((name, value) -> both.put(String.valueOf(name), value));
    return both;
  }
}
