package io.github.tierwise.files.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.github.tierwise.files.cells.InputException;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.files.cells.Quote;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Objects of JSON as rows: their keys are the columns, those of objects within them behind a dot.
 * The columns are those of the first rows; what comes later is counted.
 */
final class JsonTable implements Container {

  /** Where the objects are. */
  enum Shape {
    /** An object a line. */
    LINES,
    /** A list of objects, or a single one. */
    LIST,
    /** A list of objects within one object. */
    MEMBER
  }

  /** The columns are those of so many first rows. */
  static final int HEAD = 1 << 16;

  /** As many columns as a workbook may have. */
  static final int MOST_COLUMNS = 1 << 14;

  static final int MOST_DEPTH = 64;

  private static final int MOST_NAME = 1_000;

  /** So many lines tell whether each is an object, if they are in so many characters. */
  private static final int LINES_LOOKED_AT = 64;

  private static final int MOST_NAMED = 5;

  /** Python writes NaN where it should write null. */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MOST_DEPTH)
                  .maxStringLength(RowGuard.MOST)
                  .maxNameLength(MOST_NAME)
                  .build())
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
          .build();

  /** What of a walk is in no cell. */
  static final class LeftOut {
    /** Keys that the first rows do not have, and what stands beside the list. */
    final Set<String> keys = new TreeSet<>();

    final Set<String> besides = new TreeSet<>();

    /** How many lists have other things than plain values, by key. */
    final Map<String, Long> lists = new LinkedHashMap<>();

    /** So many rows have a key that is none of the first rows. */
    long rows;
  }

  private final Source source;
  private final Shape shape;
  private final Optional<String> member;
  private final Map<String, Integer> columns;

  /** How many columns there are; below 0 while they are looked for. */
  private final int width;

  /** Of the walk that came furthest. */
  private LeftOut leftOut = new LeftOut();

  private JsonTable(
      Source source,
      Shape shape,
      Optional<String> member,
      Map<String, Integer> columns,
      int width) {
    this.width = width;
    this.source = source;
    this.shape = shape;
    this.member = member;
    this.columns = columns;
  }

  /**
   * Finds where the objects are and which keys they have.
   *
   * @throws InputException if there are none, or it is no JSON
   */
  static JsonTable of(Source source) {
    Shape shape = shape(source);
    Optional<String> member = shape == Shape.MEMBER ? member(source) : Optional.empty();
    if (shape == Shape.MEMBER && member.isEmpty()) {
      shape = Shape.LIST;
    }
    Map<String, Integer> columns = new LinkedHashMap<>();
    JsonTable table = new JsonTable(source, shape, member, columns, -1);
    try (JsonRows rows = new JsonRows(table, 0, true)) {
      for (int i = 0; i < HEAD && rows.next(); i++) {
        // The walk adds the keys that it meets.
      }
    }
    if (columns.isEmpty()) {
      throw new InputException(
          source.name() + " must be a list of JSON objects, or one a line, had none with a key");
    }
    return table;
  }

  private static Shape shape(Source source) {
    String start = FileKind.beginning(source, RowGuard.MOST);
    if (start.startsWith("[")) {
      return Shape.LIST;
    }
    // The last line may be cut.
    int whole = start.length() > RowGuard.MOST / 2 ? start.lastIndexOf('\n') : -1;
    boolean cut = whole >= 0 && !start.substring(whole).isBlank();
    List<String> lines =
        (cut ? start.substring(0, whole) : start)
            .lines()
            .filter(line -> !line.isBlank())
            .limit(LINES_LOOKED_AT)
            .toList();
    long objects = lines.stream().filter(JsonTable::isObject).count();
    boolean several = cut || lines.size() > 1;
    return several && 2 * objects > lines.size() ? Shape.LINES : Shape.MEMBER;
  }

  private static boolean isObject(String line) {
    try (JsonParser json = JSON.createParser(line)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      json.skipChildren();
      return json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null;
    } catch (IOException e) {
      return false;
    }
  }

  /** The first key of an object under which there is a list of objects. */
  private static Optional<String> member(Source source) {
    try (Reader text = source.openRows();
        JsonParser json = JSON.createParser(text)) {
      return member(source, json);
    } catch (IOException e) {
      throw source.failed(e);
    }
  }

  private static Optional<String> member(Source source, JsonParser json) throws IOException {
    try {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        if (json.nextToken() == JsonToken.START_ARRAY) {
          if (json.nextToken() == JsonToken.START_OBJECT) {
            return Optional.of(name);
          }
          skipList(json);
        } else {
          json.skipChildren();
        }
      }
      return Optional.empty();
    } catch (JsonProcessingException e) {
      throw noJson(source, e, json.currentLocation());
    }
  }

  /** Goes from an element of a list to its end. */
  static void skipList(JsonParser json) throws IOException {
    while (json.currentToken() != JsonToken.END_ARRAY) {
      json.skipChildren();
      json.nextToken();
    }
  }

  /** The error of a text that is no JSON, with its place. */
  static InputException noJson(Source source, JsonProcessingException e, JsonLocation behind) {
    JsonLocation at = place(e).orElse(behind);
    return new InputException(
        "%s line %d column %d is no JSON: %s"
            .formatted(source.name(), at.getLineNr(), at.getColumnNr(), reason(e)),
        e);
  }

  /** Where something is wrong; empty for a limit that was passed. */
  static Optional<JsonLocation> place(JsonProcessingException e) {
    return Optional.ofNullable(e.getLocation());
  }

  /** What is wrong, in one line. */
  static String reason(JsonProcessingException e) {
    return e.getOriginalMessage().replaceAll("\\s+", " ");
  }

  static JsonParser parser(Reader text) throws IOException {
    return JSON.createParser(text);
  }

  static JsonParser parser(char[] text, int length) throws IOException {
    return JSON.createParser(text, 0, length);
  }

  Source source() {
    return source;
  }

  Shape shape() {
    return shape;
  }

  /** The key of the list; empty if it is not within an object. */
  Optional<String> member() {
    return member;
  }

  /** How many cells a row has. */
  int width() {
    return width < 0 ? columns.size() : width;
  }

  @Override
  public JsonTable with(List<String> names) {
    Map<String, Integer> positions = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      positions.putIfAbsent(names.get(i), i);
    }
    List<String> normal = Sheet.names(header());
    for (int i = 0; i < normal.size(); i++) {
      positions.put(header().get(i), positions.getOrDefault(normal.get(i), i));
    }
    return new JsonTable(source, shape, member, positions, names.size());
  }

  /** The position of each key. */
  Map<String, Integer> columns() {
    return columns;
  }

  /** The keys, in the order in which they are met. */
  List<String> header() {
    return List.copyOf(columns.keySet());
  }

  /** Keeps what a walk to the end had to leave out. */
  void tell(LeftOut all) {
    leftOut = all;
  }

  @Override
  public Rows rows(int width, long after, long before) {
    return new JsonRows(this, before, false);
  }

  @Override
  public Optional<RawLines> text() {
    return shape == Shape.LINES ? Optional.of(new RawLines(source, false)) : Optional.empty();
  }

  @Override
  public List<SheetNote> notes() {
    List<SheetNote> notes = new ArrayList<>();
    notes.add(
        new SheetNote(
            "file",
            switch (shape) {
              case LINES -> "JSON, an object a line";
              case LIST -> "JSON, a list of objects";
              case MEMBER -> "JSON, the list " + Quote.of(member.orElseThrow());
            }));
    if (!leftOut.besides.isEmpty()) {
      notes.add(new SheetNote("not used", "beside the list: " + some(leftOut.besides)));
    }
    leftOut.lists.forEach(
        (key, count) ->
            notes.add(
                new SheetNote(
                    "not used",
                    "%s with more than plain values under %s"
                        .formatted(NumberText.of(count, "list"), Quote.of(key)))));
    if (leftOut.rows > 0) {
      notes.add(
          new SheetNote(
              "not used",
              "keys that the first %s do not have, in %s: %s"
                  .formatted(
                      NumberText.of(HEAD, "row"),
                      NumberText.of(leftOut.rows, "row"),
                      some(leftOut.keys))));
    }
    return notes;
  }

  private static String some(Set<String> names) {
    List<String> quoted = names.stream().limit(MOST_NAMED).map(Quote::of).toList();
    return String.join(", ", quoted) + (names.size() > MOST_NAMED ? " and others" : "");
  }
}
