package io.github.tierwise.cli.write;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import io.github.tierwise.files.cells.FormulaCell;
import io.github.tierwise.files.table.RejectedRow;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Rows as CSV. A text that a spreadsheet would take for a formula gets an apostrophe in front;
 * numbers that are written here are left as they are.
 */
public final class CsvText {

  /** A cell with one of these is quoted. */
  private static final String SPECIAL = ",;\"\r\n";

  private CsvText() {}

  /**
   * The rows that could not be read, as they stand in their file, with what is wrong in front.
   *
   * @param several whether they are of several files
   */
  public static Content rejects(List<RejectedRow> rejects, boolean several) {
    return of(
        lines -> {
          lines.accept(row(several, "file", "line", "column", "reason", "row"));
          for (RejectedRow reject : rejects) {
            lines.accept(
                row(
                    several,
                    reject.file(),
                    String.valueOf(reject.line()),
                    reject.column(),
                    reject.reason(),
                    reject.row()));
          }
        });
  }

  private static List<String> row(boolean all, String... cells) {
    return Stream.of(cells).skip(all ? 0 : 1).map(FormulaCell::neutral).toList();
  }

  /** Rows as they are, for tables made here. */
  public static String write(List<List<String>> rows) {
    return of(rows::forEach).toText();
  }

  /** Rows as they come. */
  public static Content of(Consumer<Consumer<List<String>>> rows) {
    return out -> {
      CsvWriter csv =
          CsvWriter.builder()
              .lineDelimiter(LineDelimiter.LF)
              // Where ; separates lists, an unquoted one would start a cell of its own.
              .quoteStrategy(new SemicolonQuotes())
              .build(out);
      try {
        rows.accept(csv::writeRecord);
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
      csv.flush();
    };
  }

  /** Adds a cell behind another one or the start of a line, with quotes if it needs them. */
  public static void append(StringBuilder line, String cell) {
    boolean plain = true;
    for (int i = 0; i < cell.length() && plain; i++) {
      plain = SPECIAL.indexOf(cell.charAt(i)) < 0;
    }
    if (plain && !cell.startsWith("#")) {
      line.append(cell);
    } else {
      line.append('"').append(cell.replace("\"", "\"\"")).append('"');
    }
  }

  /** Quotes what holds a semicolon, besides what must be quoted. */
  private static final class SemicolonQuotes implements QuoteStrategy {
    @Override
    public boolean quoteValue(int line, int field, String value) {
      return value.indexOf(';') >= 0;
    }
  }
}
