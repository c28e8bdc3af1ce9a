package io.github.tierwise.files.table;

import io.github.tierwise.files.cells.InputException;
import io.github.tierwise.files.cells.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A table: the names of its columns, and its rows in what they lie in. */
public final class Sheet {

  /**
   * Lines of the second file of a table begin here, those of the third twice as far: so a line says
   * which file it is in, and lines of all files are in their order.
   */
  static final long LINES_A_FILE = 1L << 40;

  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final Source source;
  private final Container container;
  private final long headerLine;
  private final List<String> header;

  /** Is added to all lines. */
  private final long before;

  /** Those behind it in the same table. */
  private final List<Sheet> others;

  private Sheet(Source source, Container container, long headerLine, List<String> header) {
    this(source, container, headerLine, header, 0, List.of());
  }

  private Sheet(
      Source source,
      Container container,
      long headerLine,
      List<String> header,
      long before,
      List<Sheet> others) {
    this.source = source;
    this.container = container;
    this.headerLine = headerLine;
    this.header = header;
    this.before = before;
    this.others = others;
  }

  /**
   * One table of several files: their rows one behind the other.
   *
   * @throws InputException if their columns are not the same; the keys of JSON, which have no
   *     order, may stand in any, and may be fewer
   */
  public static Sheet together(List<Sheet> sheets) {
    Sheet first = sheets.get(0);
    if (sheets.size() == 1) {
      return first;
    }
    List<String> header = SameHeader.of(sheets);
    List<Sheet> others = new ArrayList<>();
    for (int i = 1; i < sheets.size(); i++) {
      others.add(sheets.get(i).part(header, i * LINES_A_FILE, List.of()));
    }
    return first.part(header, 0, others);
  }

  private Sheet part(List<String> names, long lines, List<Sheet> behind) {
    return new Sheet(source, container.with(names), headerLine, names, lines, behind);
  }

  /** The files of the table, each alone, with lines that say which file they are in. */
  public List<Sheet> parts() {
    List<Sheet> parts = new ArrayList<>();
    parts.add(new Sheet(source, container, headerLine, header, before, List.of()));
    parts.addAll(others);
    return parts;
  }

  /** Whether its columns have no order. */
  boolean isUnordered() {
    return headerLine == 0;
  }

  /**
   * A line of the table as it is counted in its file.
   *
   * @param file the name of the file
   */
  public record Place(String file, long line) {}

  /** Where a line of the table is. */
  public Place place(long line) {
    int part = (int) (line / LINES_A_FILE);
    Sheet sheet = part == 0 || others.isEmpty() ? this : others.get(part - 1);
    return new Place(sheet.source.name(), line % LINES_A_FILE);
  }

  /** Whether two lines of the table are in one file. */
  public static boolean areInOneFile(long line, long other) {
    return line / LINES_A_FILE == other / LINES_A_FILE;
  }

  /** A line of the table for people: with its file if there are several. */
  public String where(long line) {
    Place place = place(line);
    return (others.isEmpty() ? "" : place.file() + " ") + "line " + place.line();
  }

  /** The names of its files. */
  public List<String> fileNames() {
    return parts().stream().map(part -> part.source.name()).toList();
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

  static List<String> names(List<String> cells) {
    return cells.stream().map(name -> onOneLine(name.strip())).toList();
  }

  private static String onOneLine(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) < ' ' || (name.charAt(i) == ' ' && name.charAt(i + 1) == ' ')) {
        return SPACES.matcher(name).replaceAll(" ");
      }
    }
    return name;
  }

  /** The name under which errors speak of it. */
  public String name() {
    return others.isEmpty()
        ? source.name()
        : source.name() + " and " + NumberText.of(others.size(), "other file");
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
    if (others.isEmpty()) {
      return notes;
    }
    List<SheetNote> all = new ArrayList<>();
    all.add(new SheetNote("files", String.join(", ", fileNames())));
    notes.forEach(note -> all.add(note.of(source.name())));
    others.forEach(part -> part.notes().forEach(note -> all.add(note.of(part.source.name()))));
    return all;
  }

  /** What an error has to add if an encoding is a guess; empty if it is none. */
  public String encodingHint() {
    return parts().stream()
        .map(part -> part.source.encodingHint())
        .filter(hint -> !hint.isEmpty())
        .findFirst()
        .orElse("");
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
    return new Sheet(source, container, line, names(names), before, others);
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
    return others.isEmpty()
        ? container.pieces(header.size(), headerLine, before, most)
        : Optional.empty();
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
      long linesBefore = file.linesBefore();
      for (int i = 0; i < file.count() && left > 0; i++) {
        file.read(i, piece, lines);
        while (left > 0 && lines.next(Math.min(left, Lines.MOST))) {
          sink.add(lines);
          left -= lines.size();
        }
        linesBefore += lines.lines();
        if (left > 0 && !lines.isAtEnd()) {
          try (Rows rest = file.rest(piece.offset(lines.position()), linesBefore)) {
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

  /** Says that a walk over all rows begins, the only one that many tables need. */
  public void last() {
    parts().forEach(part -> part.source.last());
  }

  /** What rows of its only file look like, reading it anew. */
  RowTexts texts() {
    return new RowTexts(rows(), container.text());
  }

  /**
   * Fails if a file is not what it was when it was first looked at: what was read may be of two.
   *
   * @throws InputException if its size or time is another
   */
  public void requireUnchanged() {
    parts().forEach(part -> part.source.requireUnchanged());
  }

  /** A walk over the rows below the header, reading what they lie in anew. */
  public Rows rows() {
    return others.isEmpty()
        ? container.rows(header.size(), headerLine, before)
        : new PartRows(parts());
  }
}
