package io.github.tierwise.files.table;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The rows of a table that could not be read. Only their lines and the reasons are held: to walk
 * over them is to walk over the table again, for their cells.
 */
public final class RejectedRows extends AbstractList<RejectedRow> {

  private final Sheet sheet;
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

  public void add(long line, String reason) {
    lines.add(line);
    reasons.add(reason);
  }

  /** Adds those of rows behind these; their lines are counted from a line of this file on. */
  public void addAll(RejectedRows behind, long linesBefore) {
    behind.lines.forEach(line -> lines.add(line + linesBefore));
    reasons.addAll(behind.reasons);
  }

  /** Adds one in the order of the lines, of one line behind those that are there. */
  public void insert(long line, String reason) {
    int at = lines.size();
    while (at > 0 && lines.get(at - 1) > line) {
      at--;
    }
    lines.add(at, line);
    reasons.add(at, reason);
  }

  /** Where a row is, for people: its line, and the file if there are several. */
  public String where(int index) {
    return sheet.where(lines.get(index));
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
    private final Rows rows = sheet.rows();
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
      while (rows.row().line() < lines.get(next) && rows.next()) {
        // Read rows are passed over.
      }
      Row row = rows.row();
      List<String> cells = row.line() == lines.get(next) ? row.cells() : List.of();
      Sheet.Place place = sheet.place(lines.get(next));
      RejectedRow reject = new RejectedRow(place.file(), place.line(), reason(next), cells);
      next++;
      if (!hasNext()) {
        rows.close();
      }
      return reject;
    }
  }
}
