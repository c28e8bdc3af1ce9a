package io.github.tierwise.cli.write;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import io.github.tierwise.files.cells.FormulaCell;
import io.github.tierwise.files.table.RejectedRow;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Rows as CSV. A text that a spreadsheet would take for a formula gets an apostrophe in front;
 * numbers that are written here are left as they are.
 */
public final class CsvText {

  /** A cell with one of these is quoted. */
  private static final String SPECIAL = ",;\"\r\n";

  private CsvText() {}

  /**
   * The rows that could not be read, with line and reason in front.
   *
   * @param header the header of the table; empty if there are several with headers of their own,
   *     then the file stands in front and the row behind in one cell
   */
  public static Content rejects(List<RejectedRow> rejects, List<String> header) {
    return of(
        lines -> {
          lines.accept(
              header.isEmpty()
                  ? List.of("file", "line", "reason", "row")
                  : row("line", "reason", header));
          for (RejectedRow reject : rejects) {
            String line = String.valueOf(reject.line());
            String reason = FormulaCell.neutral(reject.reason());
            lines.accept(
                header.isEmpty()
                    ? List.of(
                        FormulaCell.neutral(reject.file()),
                        line,
                        reason,
                        FormulaCell.neutral(write(List.of(reject.cells())).stripTrailing()))
                    : row(line, reason, reject.cells()));
          }
        });
  }

  private static List<String> row(String line, String reason, List<String> cells) {
    List<String> row = new ArrayList<>(List.of(line, reason));
    cells.forEach(cell -> row.add(FormulaCell.neutral(cell)));
    return row;
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
