package io.github.tierwise.cli.input;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The rows of a table that could not be read. Only their lines and the reasons are held: to walk
 * over them is to walk over the table again, for their cells.
 */
final class Rejects extends AbstractList<Reject> {

  private final Sheet sheet;
  private final List<Long> lines = new ArrayList<>();
  private final List<String> reasons = new ArrayList<>();

  Rejects(Sheet sheet) {
    this.sheet = sheet;
  }

  /** Those of several tables, one table behind the other. */
  static List<Reject> of(List<Rejects> tables) {
    return new AbstractList<>() {
      @Override
      public Reject get(int index) {
        return stream().skip(index).findFirst().orElseThrow(IndexOutOfBoundsException::new);
      }

      @Override
      public Iterator<Reject> iterator() {
        return tables.stream().flatMap(List::stream).iterator();
      }

      @Override
      public int size() {
        return tables.stream().mapToInt(List::size).sum();
      }
    };
  }

  void add(long line, String reason) {
    lines.add(line);
    reasons.add(reason);
  }

  long line(int index) {
    return lines.get(index);
  }

  String reason(int index) {
    return reasons.get(index);
  }

  @Override
  public int size() {
    return lines.size();
  }

  @Override
  public Reject get(int index) {
    Iterator<Reject> all = iterator();
    for (int i = 0; i < index; i++) {
      all.next();
    }
    return all.next();
  }

  @Override
  public Iterator<Reject> iterator() {
    return lines.isEmpty() ? List.<Reject>of().iterator() : new Walk();
  }

  private final class Walk implements Iterator<Reject> {
    private final Rows rows = sheet.rows();
    private int next;

    @Override
    public boolean hasNext() {
      return next < size();
    }

    @Override
    public Reject next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Row row = rows.row();
      while (row.line() < line(next) && rows.next()) {
        // Read rows are passed over.
      }
      List<String> cells = row.line() == line(next) ? row.cells() : List.of();
      Reject reject = new Reject(sheet.source().name(), line(next), reason(next), cells);
      next++;
      if (!hasNext()) {
        rows.close();
      }
      return reject;
    }
  }
}
