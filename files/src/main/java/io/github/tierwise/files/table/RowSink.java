package io.github.tierwise.files.table;

/** Takes the rows of a table, one by one or many at a time. */
public interface RowSink {

  /** Takes a row. */
  void add(Row row);

  /** Takes rows. */
  default void add(Lines lines) {
    for (int i = 0; i < lines.size(); i++) {
      add(lines.row(i));
    }
  }
}
