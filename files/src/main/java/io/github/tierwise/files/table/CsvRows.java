package io.github.tierwise.files.table;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.github.tierwise.files.cells.InputException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;

/** A walk over the rows of a text with separators. */
final class CsvRows implements Rows {

  private final Source source;
  private final long after;
  private final CsvRow row;
  private final CloseableIterator<CsvRow> all;
  private int blank;

  /**
   * Opens a table.
   *
   * @param layout how its cells are told apart
   * @param width how many cells a row has; 0 if that is not known
   * @param after the line of the header: rows up to it are passed over
   * @param before is added to all lines
   */
  CsvRows(Source source, Layout layout, int width, long after, long before) {
    this(
        source,
        layout,
        width,
        before + after,
        source::openRows,
        layout.skipsFirstLine(),
        before + (layout.skipsFirstLine() ? 1 : 0));
  }

  /**
   * Opens a table in its middle.
   *
   * @param offset the byte of the file on which a row begins
   * @param lines how many lines are before it
   */
  static CsvRows from(Source source, Layout layout, int width, long offset, long lines) {
    return new CsvRows(source, layout, width, lines, () -> source.openRows(offset), false, lines);
  }

  private interface Opener {
    Reader open() throws IOException;
  }

  private CsvRows(
      Source source,
      Layout layout,
      int width,
      long after,
      Opener text,
      boolean skipsFirstLine,
      long lines) {
    this.source = source;
    this.after = after;
    try {
      RowGuard guard = new RowGuard(text.open(), layout.separator(), width, skipsFirstLine);
      row = new CsvRow(guard, source.charset(), lines);
      all =
          CsvReader.builder()
              .fieldSeparator(layout.separator())
              .skipEmptyLines(false)
              .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
              .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
              .allowUnclosedQuote(false)
              .build(row, guard)
              .iterator();
    } catch (IOException e) {
      throw source.failed(e);
    }
  }

  @Override
  public boolean next() {
    long last = row.line();
    try {
      while (all.hasNext()) {
        all.next();
        if (row.isBlank()) {
          blank++;
        } else if (row.line() > after) {
          return true;
        }
        last = row.line();
      }
      return false;
    } catch (CsvParseException e) {
      // The guard keeps from the parser what it stops at; so this is a fault of ours, yet said.
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new InputException(
          "%s cannot be read as CSV%s: %s"
              .formatted(source.name(), last == 0 ? "" : " after line " + last, cause.getMessage()),
          e);
    } catch (UncheckedIOException e) {
      throw source.failed(e);
    }
  }

  @Override
  public CsvRow row() {
    return row;
  }

  @Override
  public long blank() {
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
