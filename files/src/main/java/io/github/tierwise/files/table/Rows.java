package io.github.tierwise.files.table;

import io.github.tierwise.files.cells.InputException;

/** A walk over the rows of a table that are not blank. */
public interface Rows extends AutoCloseable {

  /**
   * Goes to the next row that is not blank.
   *
   * @return false if there is none
   * @throws InputException if the rest is no table
   */
  boolean next();

  /** The row in hand; it is another after {@link #next}. */
  Row row();

  /** How many rows that were passed are blank. */
  long blank();

  @Override
  void close();
}
