package io.github.tierwise.files.table;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.github.tierwise.files.cells.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A walk over the rows of a table that are not blank. */
public final class CsvRows implements AutoCloseable {

  private final Source source;
  private final CsvRow row = new CsvRow();
  private final CloseableIterator<CsvRow> all;
  private int blank;

  CsvRows(Source source, char separator) {
    this.source = source;
    try {
      all =
          CsvReader.builder()
              .fieldSeparator(separator)
              .skipEmptyLines(false)
              .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
              .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
              .allowUnclosedQuote(false)
              .build(row, source.open())
              .iterator();
    } catch (IOException e) {
      throw source.failed(e);
    }
  }

  /**
   * Goes to the next row that is not blank.
   *
   * @return false if there is none
   * @throws InputException if the rest is no table
   */
  public boolean next() {
    long last = row.line();
    try {
      while (all.hasNext()) {
        all.next();
        if (!row.isBlank()) {
          return true;
        }
        last = row.line();
        blank++;
      }
      return false;
    } catch (CsvParseException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new InputException(
          "%s cannot be read as CSV%s: %s"
              .formatted(source.name(), last == 0 ? "" : " after line " + last, cause.getMessage()),
          e);
    } catch (UncheckedIOException e) {
      throw source.failed(e);
    }
  }

  /** The row in hand. */
  public CsvRow row() {
    return row;
  }

  /** How many rows that were passed are blank. */
  public int blank() {
    return blank;
  }

  @Override
  public void close() {
    try {
      all.close();
    } catch (IOException e) {
      throw source.failed(e);
    }
  }
}
