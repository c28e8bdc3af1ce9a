package io.github.tierwise.files.table;

import io.github.tierwise.files.cells.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A table: the names of its columns, and its rows in what they lie in. */
public final class Sheet {

  private final Source source;
  private final Container container;
  private final long headerLine;
  private final List<String> header;

  private Sheet(Source source, Container container, long headerLine, List<String> header) {
    this.source = source;
    this.container = container;
    this.headerLine = headerLine;
    this.header = header;
  }

  /**
   * Looks at the beginning of a table: its first row that is not blank is the header.
   *
   * @throws InputException if there is no header
   */
  public static Sheet read(Source source) {
    return read(source, 0, Optional.empty());
  }

  /**
   * Looks at a table of which the caller says something.
   *
   * @param headerLine the line of the file on which the header starts; 0 for the first row that is
   *     not blank
   * @param sheet the sheet of a workbook; if empty it is the first that is not hidden
   * @throws InputException if no row starts there, or there is no such sheet
   */
  public static Sheet read(Source source, long headerLine, Optional<String> sheet) {
    String missing =
        headerLine == 0
            ? "%s must have a header, was empty".formatted(source.name())
            : "header line of %s must be one on which a row starts that is not blank, was %d"
                .formatted(source.name(), headerLine);
    if (headerLine < 0) {
      throw new InputException(missing);
    }
    if (!source.isWorkbook() && FileKind.isJson(source)) {
      return ofJson(source, headerLine);
    }
    Container container;
    if (source.isWorkbook()) {
      container = Workbook.of(source, sheet);
    } else {
      FileKind.requireTable(source);
      container = CsvTable.of(source, headerLine);
    }
    try (Rows rows = container.rows(0, Math.max(0, headerLine - 1), 0)) {
      if (!rows.next() || (headerLine > 0 && rows.row().line() != headerLine)) {
        throw new InputException(missing);
      }
      Row row = rows.row();
      if (row.isBroken()) {
        throw new InputException(
            "%s line %d cannot be a header: %s"
                .formatted(source.name(), row.line(), row.problem().orElseThrow()));
      }
      return new Sheet(source, container, row.line(), names(row.cells()));
    }
  }

  private static Sheet ofJson(Source source, long headerLine) {
    if (headerLine > 0) {
      throw new InputException(
          "header line must be of a table with a header, %s is JSON, whose keys are the columns: leave out --header"
              .formatted(source.name()));
    }
    JsonTable table = JsonTable.of(source);
    return new Sheet(source, table, 0, names(table.header()));
  }

  private static List<String> names(List<String> cells) {
    return cells.stream().map(name -> name.strip().replaceAll("\\s+", " ")).toList();
  }

  /** The name under which errors speak of it. */
  public String name() {
    return source.name();
  }

  /** What is said aloud of what the table lies in; nothing of plain CSV in UTF-8. */
  public List<SheetNote> notes() {
    List<SheetNote> notes = new ArrayList<>();
    if (source.isPacked()) {
      notes.add(new SheetNote("file", "unpacked from gzip"));
    }
    if (!source.encoding().isEmpty()) {
      notes.add(new SheetNote("encoding", source.encoding()));
    }
    notes.addAll(container.notes());
    return notes;
  }

  /** What an error has to add if the encoding is a guess; empty if it is none. */
  public String encodingHint() {
    return source.encodingHint();
  }

  /** The names of the columns, on one line each. */
  public List<String> header() {
    return header;
  }

  /**
   * The line of the file on which the header starts; the last of them if it has several rows, 0 if
   * it is no row.
   */
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
    if (headerLine == 0) {
      return head;
    }
    try (Rows rows = container.rows(0, 0, 0)) {
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
    return new Sheet(source, container, line, names(names));
  }

  /** Fails if there is no row below the header. */
  public void requireRow() {
    try (Rows rows = rows()) {
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
    return container.pieces(header.size(), headerLine, 0, most);
  }

  /**
   * Looks at the first rows below the header, reading the source anew.
   *
   * @param most how many at most
   */
  public void first(int most, RowSink sink) {
    Optional<FilePieces> pieces = pieces();
    if (pieces.isEmpty()) {
      try (Rows rows = rows()) {
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
          try (Rows rest = file.rest(piece.offset(lines.position()), before)) {
            first(rest, left, sink);
          }
          return;
        }
      }
    }
  }

  private static void first(Rows rows, int most, RowSink sink) {
    for (int i = 0; i < most && rows.next(); i++) {
      sink.add(rows.row());
    }
  }

  /** A walk over the rows below the header, reading what they lie in anew. */
  public Rows rows() {
    return container.rows(header.size(), headerLine, 0);
  }
}
