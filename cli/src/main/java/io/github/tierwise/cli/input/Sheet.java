package io.github.tierwise.cli.input;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.List;

/**
 * A table of text: the first row that is not blank is the header.
 *
 * @param separator what stands between two cells
 * @param header the names of the columns, on one line each
 * @param rows all rows below the header that are not blank, each with its line
 * @param blankRows how many rows were entirely blank
 */
record Sheet(char separator, List<String> header, List<CsvRecord> rows, int blankRows) {

  private static final char[] SEPARATORS = {',', ';', '\t'};

  static Sheet read(Source source) {
    char separator = SEPARATORS[0];
    int most = 0;
    for (char candidate : SEPARATORS) {
      int cells = headerCells(source, candidate);
      if (cells > most) {
        most = cells;
        separator = candidate;
      }
    }
    List<CsvRecord> rows = new ArrayList<>();
    int blank = 0;
    for (CsvRecord row : records(source, separator)) {
      if (isBlank(row)) {
        blank++;
      } else {
        rows.add(row);
      }
    }
    if (rows.isEmpty()) {
      throw new InputException(source.name() + " must have a header, was empty");
    }
    List<String> header =
        rows.get(0).getFields().stream().map(name -> name.strip().replaceAll("\\s+", " ")).toList();
    return new Sheet(separator, header, List.copyOf(rows.subList(1, rows.size())), blank);
  }

  private static int headerCells(Source source, char separator) {
    try {
      for (CsvRecord row :
          CsvReader.builder().fieldSeparator(separator).ofCsvRecord(source.text())) {
        if (!isBlank(row)) {
          return row.getFieldCount();
        }
      }
    } catch (CsvParseException e) {
      // With this separator it is no table; another one may fit.
      return 0;
    }
    return 0;
  }

  private static List<CsvRecord> records(Source source, char separator) {
    List<CsvRecord> records = new ArrayList<>();
    try {
      CsvReader.builder()
          .fieldSeparator(separator)
          .skipEmptyLines(false)
          .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
          .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
          .allowUnclosedQuote(false)
          .ofCsvRecord(source.text())
          .forEach(records::add);
    } catch (CsvParseException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      String after =
          records.isEmpty()
              ? ""
              : " after line " + records.get(records.size() - 1).getStartingLineNumber();
      throw new InputException(
          "%s cannot be read as CSV%s: %s".formatted(source.name(), after, cause.getMessage()), e);
    }
    return records;
  }

  private static boolean isBlank(CsvRecord row) {
    return row.getFields().stream().allMatch(String::isBlank);
  }

  /** The cell, or an empty text if the row is too short. */
  static String cell(CsvRecord row, int column) {
    return column < row.getFieldCount() ? row.getField(column) : "";
  }
}
