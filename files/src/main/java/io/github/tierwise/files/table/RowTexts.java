package io.github.tierwise.files.table;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What rows of one file look like, for one who goes over some of them in their order. */
final class RowTexts implements AutoCloseable {

  private final Rows rows;
  private final Optional<RawLines> lines;

  /**
   * Begins with the first row.
   *
   * @param lines the text in which the rows are lines; without it they are told by their cells
   */
  RowTexts(Rows rows, Optional<RawLines> lines) {
    this.rows = rows;
    this.lines = lines;
  }

  /**
   * The row that starts on a line, as it stands there; what is no text is told cell by cell, as
   * CSV.
   *
   * @param line the line as the table counts it, not before that of the last call
   * @param inFile the same as it is counted in the file
   */
  String of(long line, long inFile) {
    while (rows.row().line() < line && rows.next()) {
      // Rows between them are passed over.
    }
    Row row = rows.row();
    if (row.line() != line) {
      return "";
    }
    return lines.map(all -> all.text(inFile, row.lines())).orElseGet(() -> text(row.cells()));
  }

  private static String text(List<String> cells) {
    return cells.stream()
        .map(
            cell ->
                cell.matches("(?s).*[,\"\r\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell)
        .collect(Collectors.joining(","));
  }

  @Override
  public void close() {
    rows.close();
    lines.ifPresent(RawLines::close);
  }
}
