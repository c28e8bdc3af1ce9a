package io.github.tierwise.files.table;

import io.github.tierwise.files.cells.NumberParser;
import io.github.tierwise.files.cells.NumberStyle;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A row of a table; the same object is every row in turn. */
public interface Row {

  /** The line on which the row starts, from 1; within a piece of a file, that of the piece. */
  long line();

  /** How many lines of the file it takes, for those who look at it again. */
  default int lines() {
    return 1;
  }

  /** How many cells the row has; none if it has a {@link #problem}. */
  int size();

  /**
   * Why this row cannot be understood as cells, whatever they mean: the name, the rule and the
   * value. Its reader has to reject it with this reason, before it looks at any cell.
   */
  Optional<String> problem();

  /** Whether the row is not what it seems to be; bytes that are no text harm only their cell. */
  boolean isBroken();

  /** The cell, or an empty text if the row is too short. */
  String cell(int column);

  /** The cells as they are, also those of a row with a problem. */
  default List<String> cells() {
    return IntStream.range(0, size()).mapToObj(this::cell).toList();
  }

  /** Whether there is not even a space in the cell. */
  boolean isEmpty(int column);

  /** Whether a cell is a number by itself: then it does not tell how texts are written. */
  default boolean isTyped(int column) {
    return false;
  }

  /** The number in a cell as {@link NumberParser#plain} reads it: NaN is not the last word. */
  double plain(int column);

  /** The number in a cell of a column whose style is known; NaN is not the last word. */
  double plain(int column, NumberStyle style);

  /** Whether a character of ASCII is in the cell. */
  boolean contains(int column, char wanted);
}
