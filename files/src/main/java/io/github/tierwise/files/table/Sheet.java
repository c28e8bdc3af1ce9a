package io.github.tierwise.files.table;

import io.github.tierwise.files.cells.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table of text: the first row that is not blank is the header, unless the caller knows better.
 */
public final class Sheet {

  private final Source source;
  private final Layout layout;
  private final long headerLine;
  private final List<String> header;

  private Sheet(Source source, Layout layout, long headerLine, List<String> header) {
    this.source = source;
    this.layout = layout;
    this.headerLine = headerLine;
    this.header = header;
  }

  /**
   * Looks at the beginning of a table.
   *
   * @throws InputException if there is no header
   */
  public static Sheet read(Source source) {
    return read(source, 0, "%s must have a header, was empty".formatted(source.name()));
  }

  /**
   * Looks at a table whose header is not its first row.
   *
   * @param headerLine the line of the file on which the header starts, from 1
   * @throws InputException if no row starts there
   */
  public static Sheet read(Source source, long headerLine) {
    return read(
        source,
        headerLine,
        "header line of %s must be one on which a row starts that is not blank, was %d"
            .formatted(source.name(), headerLine));
  }

  private static Sheet read(Source source, long headerLine, String missing) {
    if (headerLine < 0) {
      throw new InputException(missing);
    }
    FileKind.requireTable(source);
    List<Layout> layouts = Layout.of(source);
    Layout layout = layouts.get(0);
    int best = 0;
    for (Layout candidate : layouts) {
      int fit = fit(source, candidate, headerLine);
      if (fit > best) {
        best = fit;
        layout = candidate;
      }
    }
    try (CsvRows rows = headerRow(source, layout, headerLine)) {
      CsvRow row = rows.row();
      if (!rows.next() || (headerLine > 0 && row.line() != headerLine)) {
        throw new InputException(missing);
      }
      if (row.isBroken()) {
        throw new InputException(
            "%s line %d cannot be a header: %s"
                .formatted(source.name(), row.line(), row.problem().orElseThrow()));
      }
      return new Sheet(source, layout, row.line(), names(row.cells()));
    }
  }

  private static CsvRows headerRow(Source source, Layout layout, long headerLine) {
    return new CsvRows(source, layout, 0, Math.max(0, headerLine - 1));
  }

  /**
   * How well a header fits a layout: a quote that is broken may be whole with another separator;
   * but a whole line as one cell is worse than a broken quote, which can be named.
   */
  private static int fit(Source source, Layout layout, long headerLine) {
    try (CsvRows rows = headerRow(source, layout, headerLine)) {
      if (!rows.next()) {
        return 0;
      }
      int cells = rows.row().cells().size();
      return cells == 1 ? 1 : rows.row().isBroken() ? 2 : cells + 1;
    }
  }

  private static List<String> names(List<String> cells) {
    return cells.stream().map(name -> name.strip().replaceAll("\\s+", " ")).toList();
  }

  public Source source() {
    return source;
  }

  /** What stands between two cells. */
  public char separator() {
    return layout.separator();
  }

  /** What stands between two cells, as it is said: a comma, a semicolon and so on. */
  public String separatorName() {
    return layout.separatorName();
  }

  /** The names of the columns, on one line each. */
  public List<String> header() {
    return header;
  }

  /** The line of the file on which the header starts; the last of them if it has several rows. */
  public long headerLine() {
    return headerLine;
  }

  /**
   * The first rows of the file that are not blank, before the header, the header and after it: so
   * that one can see whether another of them is the header.
   *
   * @param most how many at most
   */
  public List<HeadRow> head(int most) {
    List<HeadRow> head = new ArrayList<>();
    try (CsvRows rows = new CsvRows(source, layout, 0, 0)) {
      while (head.size() < most && rows.next()) {
        head.add(new HeadRow(rows.row().line(), names(rows.row().cells())));
      }
    }
    return head;
  }

  /**
   * The same table with another header.
   *
   * @param line the line on which the last row of the header starts: the rows begin after it
   * @param names the names of the columns
   */
  public Sheet withHeader(long line, List<String> names) {
    if (line < 1) {
      throw new IllegalArgumentException("header line must be >= 1, was " + line);
    }
    if (names.isEmpty()) {
      throw new IllegalArgumentException("header must have names, had none");
    }
    return new Sheet(source, layout, line, names(names));
  }

  /** Fails if there is no row below the header. */
  public void requireRow() {
    try (CsvRows rows = rows()) {
      if (!rows.next()) {
        throw new InputException(source.name() + " must have a row below its header, had none");
      }
    }
  }

  /**
   * The rows below the header as pieces of a file, for those who read them all; empty if it is no
   * regular file, or one that only the parser of CSV understands.
   */
  Optional<FilePieces> pieces() {
    return pieces(FilePieces.USUAL);
  }

  /** The same with so many bytes a piece. */
  public Optional<FilePieces> pieces(int most) {
    return FilePieces.of(source, layout, headerLine, header.size(), most);
  }

  /**
   * Looks at the first rows below the header, reading the source anew.
   *
   * @param most how many at most
   */
  public void first(int most, RowSink sink) {
    Optional<FilePieces> pieces = pieces();
    if (pieces.isEmpty()) {
      try (CsvRows rows = rows()) {
        first(rows, most, sink);
      }
      return;
    }
    try (FilePieces file = pieces.get()) {
      Lines lines = file.lines();
      FilePieces.Piece piece = file.piece();
      int left = most;
      long before = file.linesBefore();
      for (int i = 0; i < file.count() && left > 0; i++) {
        file.read(i, piece, lines);
        while (left > 0 && lines.next(Math.min(left, Lines.MOST))) {
          sink.add(lines);
          left -= lines.size();
        }
        before += lines.lines();
        if (left > 0 && !lines.isAtEnd()) {
          try (CsvRows rest = file.rest(piece.offset(lines.position()), before)) {
            first(rest, left, sink);
          }
          return;
        }
      }
    }
  }

  private static void first(CsvRows rows, int most, RowSink sink) {
    for (int i = 0; i < most && rows.next(); i++) {
      sink.add(rows.row());
    }
  }

  /** A walk over the rows below the header, reading the source anew. */
  public CsvRows rows() {
    return new CsvRows(source, layout, header.size(), headerLine);
  }
}
