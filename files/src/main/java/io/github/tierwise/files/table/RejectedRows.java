package io.github.tierwise.files.table;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;

/**
 * The rows of a table that could not be read. Only their lines, columns and reasons are held: to
 * walk over them is to walk over the table again, for their texts.
 */
public final class RejectedRows extends AbstractList<RejectedRow> {

  /** So many rows of a kind are named. */
  public static final int MOST_NAMED = 3;

  /** What differs between rows of one kind. */
  private static final Pattern VALUES = Pattern.compile("\".*\"|\\d[\\d,.]*");

  private record Kind(int column, String reason) {}

  /** How many rows are of a kind, and the first of them. */
  private static final class Named {
    private final List<Integer> rows = new ArrayList<>();
    private int count;
  }

  /** The column of a row of which no single cell is wrong. */
  public static final int NO_COLUMN = -1;

  private final Sheet sheet;
  private final List<Integer> columns = new ArrayList<>();
  private final List<Long> lines = new ArrayList<>();
  private final List<String> reasons = new ArrayList<>();

  public RejectedRows(Sheet sheet) {
    this.sheet = sheet;
  }

  /** Those of several tables, one table behind the other. */
  public static List<RejectedRow> of(List<RejectedRows> tables) {
    return new AbstractList<>() {
      @Override
      public RejectedRow get(int index) {
        return stream().skip(index).findFirst().orElseThrow(IndexOutOfBoundsException::new);
      }

      @Override
      public Iterator<RejectedRow> iterator() {
        return tables.stream().flatMap(List::stream).iterator();
      }

      @Override
      public int size() {
        return tables.stream().mapToInt(List::size).sum();
      }
    };
  }

  /**
   * Adds one.
   *
   * @param column the position of the column whose cell is wrong, or {@link #NO_COLUMN}
   */
  public void add(long line, int column, String reason) {
    lines.add(line);
    columns.add(column);
    reasons.add(reason);
  }

  /** Adds those of rows behind these; their lines are counted from a line of this file on. */
  public void addAll(RejectedRows behind, long linesBefore) {
    behind.lines.forEach(line -> lines.add(line + linesBefore));
    columns.addAll(behind.columns);
    reasons.addAll(behind.reasons);
  }

  /** Adds one in the order of the lines, of one line behind those that are there. */
  public void insert(long line, int column, String reason) {
    int at = lines.size();
    while (at > 0 && lines.get(at - 1) > line) {
      at--;
    }
    lines.add(at, line);
    columns.add(at, column);
    reasons.add(at, reason);
  }

  /** The reasons, each once, in the order in which they came. */
  public List<RejectKind> kinds() {
    Map<Kind, Named> byKind = new LinkedHashMap<>();
    for (int i = 0; i < size(); i++) {
      String reason = VALUES.matcher(reason(i)).replaceAll("…");
      Named named = byKind.computeIfAbsent(new Kind(columns.get(i), reason), key -> new Named());
      named.count++;
      if (named.rows.size() < MOST_NAMED) {
        named.rows.add(i);
      }
    }
    return byKind.values().stream().map(this::kind).toList();
  }

  private RejectKind kind(Named named) {
    int first = named.rows.get(0);
    return new RejectKind(
        column(first),
        reason(first),
        named.count,
        named.rows.stream().map(row -> sheet.place(lines.get(row))).toList(),
        named.rows.stream().map(this::where).toList());
  }

  /** Where a row is, for people: its line, and the file if there are several. */
  public String where(int index) {
    return sheet.where(lines.get(index));
  }

  /** The name of the column whose cell is wrong; empty if it is not a single one. */
  public String column(int index) {
    int column = columns.get(index);
    return column == NO_COLUMN ? "" : sheet.header().get(column);
  }

  public String reason(int index) {
    return reasons.get(index);
  }

  @Override
  public int size() {
    return lines.size();
  }

  @Override
  public RejectedRow get(int index) {
    Iterator<RejectedRow> all = iterator();
    for (int i = 0; i < index; i++) {
      all.next();
    }
    return all.next();
  }

  @Override
  public Iterator<RejectedRow> iterator() {
    return lines.isEmpty() ? List.<RejectedRow>of().iterator() : new Walk();
  }

  private final class Walk implements Iterator<RejectedRow> {
    private final Iterator<Sheet> parts = sheet.parts().iterator();
    private RowTexts texts = parts.next().texts();
    private long anyLine;
    private int next;

    @Override
    public boolean hasNext() {
      return next < size();
    }

    @Override
    public RejectedRow next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      long line = lines.get(next);
      Sheet.Place place = sheet.place(line);
      while (!Sheet.areInOneFile(anyLine, line)) {
        texts.close();
        texts = parts.next().texts();
        anyLine += Sheet.LINES_A_FILE;
      }
      String row = texts.of(line, place.line());
      RejectedRow reject =
          new RejectedRow(place.file(), place.line(), column(next), reason(next), row);
      next++;
      if (!hasNext()) {
        texts.close();
      }
      return reject;
    }
  }
}
