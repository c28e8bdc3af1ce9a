package io.github.tierwise.files.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.github.tierwise.files.cells.InputException;
import java.io.IOException;
import java.util.List;

/** A table of text: the first row that is not blank is the header. */
public final class Sheet {

  private static final char[] SEPARATORS = {',', ';', '\t'};

  private final Source source;
  private final char separator;
  private final List<String> header;

  private Sheet(Source source, char separator, List<String> header) {
    this.source = source;
    this.separator = separator;
    this.header = header;
  }

  /**
   * Looks at the beginning of a table.
   *
   * @throws InputException if there is no header
   */
  public static Sheet read(Source source) {
    char separator = SEPARATORS[0];
    int most = 0;
    for (char candidate : SEPARATORS) {
      int cells = headerCells(source, candidate);
      if (cells > most) {
        most = cells;
        separator = candidate;
      }
    }
    try (CsvRows rows = new CsvRows(source, separator)) {
      if (!rows.next()) {
        throw new InputException(source.name() + " must have a header, was empty");
      }
      List<String> header =
          rows.row().cells().stream().map(name -> name.strip().replaceAll("\\s+", " ")).toList();
      return new Sheet(source, separator, header);
    }
  }

  private static int headerCells(Source source, char separator) {
    try (CsvReader<CsvRow> rows =
        CsvReader.builder().fieldSeparator(separator).build(new CsvRow(), source.open())) {
      for (CsvRow row : rows) {
        if (!row.isBlank()) {
          return row.size();
        }
      }
    } catch (CsvParseException e) {
      // With this separator it is no table; another one may fit.
      return 0;
    } catch (IOException e) {
      throw source.failed(e);
    }
    return 0;
  }

  public Source source() {
    return source;
  }

  /** What stands between two cells. */
  public char separator() {
    return separator;
  }

  /** The names of the columns, on one line each. */
  public List<String> header() {
    return header;
  }

  /** Fails if there is no row below the header. */
  public void requireRow() {
    try (CsvRows rows = rows()) {
      if (!rows.next()) {
        throw new InputException(source.name() + " must have a row below its header, had none");
      }
    }
  }

  /** A walk over the rows below the header, reading the source anew. */
  public CsvRows rows() {
    CsvRows rows = new CsvRows(source, separator);
    rows.next();
    return rows;
  }
}
