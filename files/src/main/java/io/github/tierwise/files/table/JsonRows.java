package io.github.tierwise.files.table;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.tierwise.files.cells.InputException;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.files.cells.Quote;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A walk over objects of JSON; nothing of them is held but the row in hand. */
final class JsonRows implements Rows {

  /** So many keys are remembered that are left out. */
  private static final int MOST_REMEMBERED = 100;

  private static final String SEPARATOR = "|";

  /** Takes what a line or a list has. */
  private interface Step {
    boolean next() throws IOException;
  }

  private final JsonTable table;
  private final long before;

  /** Whether the keys that it meets become columns. */
  private final boolean finding;

  private final Reader text;
  private final Step step;
  private final TypedRow row = new TypedRow();
  private final JsonTable.LeftOut leftOut = new JsonTable.LeftOut();
  private final BitSet seen = new BitSet();
  private final Set<String> nested = new HashSet<>();
  private boolean strange;
  private int length;
  private long blank;

  // Of lines.
  private final char[] buffer = new char[1 << 14];
  private int start;
  private int end;
  private char[] line = new char[1 << 12];
  private long lines;

  // Of a list.
  private Optional<JsonParser> json = Optional.empty();
  private boolean ended;

  JsonRows(JsonTable table, long before, boolean finding) {
    this.table = table;
    this.before = before;
    this.finding = finding;
    lines = before;
    step = table.shape() == JsonTable.Shape.LINES ? this::nextLine : this::nextElement;
    try {
      text = table.source().openRows();
    } catch (IOException e) {
      throw table.source().failed(e);
    }
  }

  @Override
  public boolean next() {
    try {
      while (step.next()) {
        if (!row.isBlank()) {
          leftOut.rows += strange ? 1 : 0;
          return true;
        }
        blank++;
      }
    } catch (JsonProcessingException e) {
      throw JsonTable.noJson(table.source(), e, json.orElseThrow().currentLocation());
    } catch (IOException e) {
      throw table.source().failed(e);
    }
    if (!finding) {
      table.tell(leftOut);
    }
    return false;
  }

  private void startRow(long at) {
    row.start(at, table.width());
    seen.clear();
    nested.clear();
    strange = false;
    length = 0;
  }

  // An object a line.

  private boolean nextLine() throws IOException {
    int count = readLine();
    if (count < 0) {
      return false;
    }
    startRow(lines);
    if (count > RowGuard.MOST) {
      spoil(
          "line must have at most %s, had more"
              .formatted(NumberText.of(RowGuard.MOST, "character")));
    } else if (!isBlank(count)) {
      try (JsonParser one = JsonTable.parser(line, count)) {
        element(one, one.nextToken());
        if (one.nextToken() != null) {
          spoil(
              "line must be one JSON object, had more at column "
                  + one.currentTokenLocation().getColumnNr());
        }
      } catch (JsonProcessingException e) {
        row.start(lines, table.width());
        row.setText(0, new String(line, 0, count));
        spoil(
            "line must be a JSON object, is none%s: %s"
                .formatted(
                    JsonTable.place(e).map(at -> " at column " + at.getColumnNr()).orElse(""),
                    JsonTable.reason(e)));
      }
    }
    return true;
  }

  private boolean isBlank(int count) {
    for (int i = 0; i < count; i++) {
      if (line[i] > ' ') {
        return false;
      }
    }
    return true;
  }

  /** How many characters the next line has, not more than one too many; below 0 at the end. */
  private int readLine() throws IOException {
    int count = 0;
    boolean any = false;
    while (start < end || fill()) {
      any = true;
      int at = start;
      while (at < end && buffer[at] != '\n') {
        at++;
      }
      int taken = Math.min(at - start, RowGuard.MOST + 1 - count);
      if (count + taken > line.length) {
        line = Arrays.copyOf(line, Math.max(count + taken, 2 * line.length));
      }
      System.arraycopy(buffer, start, line, count, taken);
      count += taken;
      start = at + 1;
      if (at < end) {
        lines++;
        return count;
      }
    }
    lines += any ? 1 : 0;
    return any ? count : -1;
  }

  private boolean fill() throws IOException {
    start = 0;
    end = Math.max(0, text.read(buffer, 0, buffer.length));
    return end > 0;
  }

  // A list of objects.

  private boolean nextElement() throws IOException {
    if (ended) {
      return false;
    }
    boolean first = json.isEmpty();
    if (first) {
      json = Optional.of(JsonTable.parser(text));
    }
    JsonParser all = json.get();
    JsonToken token = first ? firstElement(all) : all.nextToken();
    if (token == JsonToken.END_ARRAY || (token == null && all.getParsingContext().inRoot())) {
      ended = true;
      end(all);
      return false;
    }
    // Objects on one line have lines of their own, by which they are found again.
    startRow(Math.max(row.line() + 1, before + all.currentTokenLocation().getLineNr()));
    element(all, token);
    return true;
  }

  private JsonToken firstElement(JsonParser all) throws IOException {
    JsonToken root = all.nextToken();
    if (root == JsonToken.START_ARRAY) {
      return all.nextToken();
    }
    if (table.member().isEmpty()) {
      return root;
    }
    while (all.nextToken() == JsonToken.FIELD_NAME) {
      if (all.currentName().equals(table.member().get())) {
        all.nextToken();
        return all.nextToken();
      }
      besides(all);
    }
    throw new InputException(
        "%s must have the list %s, has it no more"
            .formatted(table.source().name(), Quote.of(table.member().get())));
  }

  /** Reads what stands behind a list: members of its object, then nothing. */
  private void end(JsonParser all) throws IOException {
    if (table.member().isPresent()) {
      while (all.nextToken() == JsonToken.FIELD_NAME) {
        besides(all);
      }
    }
    if (all.nextToken() != null) {
      throw new InputException(
          "%s line %d column %d: a file of JSON must be one list, one object, or an object a line, had more"
              .formatted(
                  table.source().name(),
                  all.currentTokenLocation().getLineNr(),
                  all.currentTokenLocation().getColumnNr()));
    }
  }

  private void besides(JsonParser all) throws IOException {
    String name = all.currentName();
    if (all.nextToken() == JsonToken.START_ARRAY) {
      if (all.nextToken() == JsonToken.START_OBJECT) {
        throw new InputException(
            "%s must have one list of objects, had %s and %s: take the one of accounts out of it"
                .formatted(
                    table.source().name(), Quote.of(table.member().orElseThrow()), Quote.of(name)));
      }
      JsonTable.skipList(all);
    } else {
      all.skipChildren();
    }
    remember(leftOut.besides, name);
  }

  private static void remember(Set<String> names, String name) {
    if (names.size() < MOST_REMEMBERED) {
      names.add(name);
    }
  }

  // What is one row.

  private void element(JsonParser all, JsonToken token) throws IOException {
    if (token == JsonToken.START_OBJECT) {
      object(all, "");
    } else if (token == JsonToken.START_ARRAY) {
      spoil("row must be a JSON object, was a list");
      all.skipChildren();
    } else {
      spoil("row must be a JSON object, was " + Quote.of(all.getText()));
    }
  }

  private void spoil(String reason) {
    row.spoil(reason);
  }

  private void object(JsonParser all, String prefix) throws IOException {
    while (all.nextToken() != JsonToken.END_OBJECT) {
      // A name of Jackson's knows its hash, a new one does not.
      String name = prefix.isEmpty() ? all.currentName() : prefix + all.currentName();
      JsonToken token = all.nextToken();
      if (token == JsonToken.START_OBJECT) {
        requireOnceWithin(name);
        object(all, name + ".");
      } else if (token == JsonToken.START_ARRAY) {
        list(all, name);
      } else {
        value(all, token, name);
      }
    }
  }

  private void value(JsonParser all, JsonToken token, String name) throws IOException {
    int column = column(name);
    if (column < 0 || token == JsonToken.VALUE_NULL) {
      return;
    }
    String value = all.getText();
    if (token.isNumeric() && isNumber(value)) {
      row.setNumber(column, value, "");
    } else if (!(token.isNumeric() && value.equals("NaN"))) {
      setText(column, name, value);
    }
  }

  /** Infinity is no number that can be read. */
  private static boolean isNumber(String value) {
    char last = value.charAt(value.length() - 1);
    return last >= '0' && last <= '9';
  }

  private void setText(int column, String name, String value) {
    length += value.length();
    if (length > RowGuard.MOST) {
      spoil(
          "row must have at most %s, had more"
              .formatted(NumberText.of(RowGuard.MOST, "character")));
    } else if (value.indexOf(RowGuard.INVALID) >= 0) {
      spoil(
          "%s must be %s, was %s; if the whole file is in another encoding, say it, as in --encoding windows-1252"
              .formatted(
                  Quote.of(name),
                  table.source().charset(),
                  Quote.of(value.replace(RowGuard.INVALID, '\uFFFD').strip())));
    } else {
      row.setText(column, value);
    }
  }

  /** A list of plain values is a text; of any other nothing is used. */
  private void list(JsonParser all, String name) throws IOException {
    StringBuilder texts = new StringBuilder();
    boolean plain = true;
    JsonToken token = all.nextToken();
    while (token != JsonToken.END_ARRAY) {
      if (token.isStructStart()) {
        plain = false;
        all.skipChildren();
      } else if (token != JsonToken.VALUE_NULL && texts.length() <= RowGuard.MOST) {
        texts.append(texts.isEmpty() ? "" : SEPARATOR).append(all.getText());
      }
      token = all.nextToken();
    }
    if (!plain) {
      requireOnceWithin(name);
      if (leftOut.lists.size() < MOST_REMEMBERED || leftOut.lists.containsKey(name)) {
        leftOut.lists.merge(name, 1L, Long::sum);
      }
      return;
    }
    int column = column(name);
    if (column >= 0) {
      setText(column, name, texts.toString());
    }
  }

  /** The position of a key; below 0 if it is none of the first rows. */
  private int column(String name) {
    Integer known = table.columns().get(name);
    if (known == null && finding && table.columns().size() < JsonTable.MOST_COLUMNS) {
      known = table.columns().size();
      table.columns().put(name, known);
    }
    if (known == null) {
      strange = true;
      remember(leftOut.keys, name);
      return -1;
    }
    requireOnce(!seen.get(known) && !nested.contains(name), name);
    seen.set(known);
    return known;
  }

  /** The same of a key under which there is no plain value. */
  private void requireOnceWithin(String name) {
    Integer column = table.columns().get(name);
    requireOnce(nested.add(name) && (column == null || !seen.get(column)), name);
  }

  private void requireOnce(boolean once, String name) {
    if (!once) {
      spoil("key %s must come once in an object, came again".formatted(Quote.of(name)));
    }
  }

  @Override
  public Row row() {
    return row;
  }

  @Override
  public long blank() {
    return blank;
  }

  @Override
  public void close() {
    try {
      if (json.isPresent()) {
        json.get().close();
      }
      text.close();
    } catch (IOException e) {
      throw table.source().failed(e);
    }
  }
}
