package io.github.tierwise.files.table;

import java.util.List;
import java.util.Optional;

/** What rows of cells lie in: text with separators, JSON, a workbook. It is read anew each time. */
interface Container {

  /**
   * A walk over the rows behind a line.
   *
   * @param width how many cells a row has; 0 if that is not known
   * @param after the line of the header; 0 for all rows
   * @param before is added to all lines
   */
  Rows rows(int width, long after, long before);

  /**
   * The rows behind a line as pieces of a file; empty if there are none to be had.
   *
   * @param most how many bytes a piece has, but for the end of its last line
   */
  default Optional<FilePieces> pieces(int width, long after, long before, int most) {
    return Optional.empty();
  }

  /** The text in which the rows are lines; empty if it has no such lines. */
  default Optional<RawLines> text() {
    return Optional.empty();
  }

  /**
   * The same with columns in another order, if they have none of their own.
   *
   * @param header the names of the columns
   */
  default Container with(List<String> header) {
    return this;
  }

  /** What is said aloud of it; nothing of what is expected. */
  List<SheetNote> notes();
}
