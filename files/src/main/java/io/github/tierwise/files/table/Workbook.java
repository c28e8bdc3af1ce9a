package io.github.tierwise.files.table;

import io.github.tierwise.files.cells.InputException;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.files.cells.Quote;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** A sheet of a workbook (.xlsx, .xlsm). */
final class Workbook implements Container {

  /** What does not lie in a file of its own is held in memory, up to so many bytes. */
  static final int MOST_HELD = 1 << 28;

  private final Source source;
  private final WorkbookParts parts;
  private final String sheet;
  private final List<String> others;

  /** How many formulas of the walk that came furthest have no value. */
  private long formulas;

  private Workbook(Source source, WorkbookParts parts, String sheet, List<String> others) {
    this.source = source;
    this.parts = parts;
    this.sheet = sheet;
    this.others = others;
  }

  /**
   * Looks at a workbook.
   *
   * @param said the sheet that the caller wants; if empty it is the first that is not hidden
   * @throws InputException if there is no such sheet, or the workbook cannot be read
   */
  static Workbook of(Source source, Optional<String> said) {
    WorkbookParts parts = parts(source);
    try (ReadableWorkbook workbook = open(source, parts)) {
      List<String> names =
          workbook.getSheets().map(org.dhatim.fastexcel.reader.Sheet::getName).toList();
      Optional<String> visible =
          workbook
              .getSheets()
              .filter(each -> each.getVisibility() == SheetVisibility.VISIBLE)
              .map(org.dhatim.fastexcel.reader.Sheet::getName)
              .findFirst();
      Optional<String> sheet =
          said.isPresent()
              ? said.filter(names::contains)
              : visible.or(() -> names.stream().findFirst());
      if (sheet.isEmpty()) {
        throw new InputException(
            "--sheet must be a sheet of %s, was %s: there is %s"
                .formatted(source.name(), Quote.of(said.orElse("")), quoted(names)));
      }
      List<String> others = names.stream().filter(each -> !each.equals(sheet.get())).toList();
      return new Workbook(source, parts, sheet.get(), others);
    } catch (IOException e) {
      throw source.failed(e);
    } catch (InputException e) {
      throw e;
    } catch (RuntimeException e) {
      throw failed(source, e);
    }
  }

  private static WorkbookParts parts(Source source) {
    try (ZipFile zip = zip(source)) {
      return WorkbookParts.of(source, zip);
    } catch (IOException e) {
      throw new InputException(
          "%s must be a whole workbook, its archive cannot be read: %s; get it again"
              .formatted(source.name(), e.getMessage()),
          e);
    }
  }

  private static ZipFile zip(Source source) throws IOException {
    if (source.file().isPresent()) {
      return ZipFile.builder().setPath(source.file().get()).get();
    }
    try (InputStream in = source.bytes()) {
      byte[] bytes = in.readNBytes(MOST_HELD + 1);
      if (bytes.length > MOST_HELD) {
        throw new InputException(
            "%s must have at most %s as a workbook from a pipe or out of gzip, had more: give it as a file"
                .formatted(source.name(), NumberText.of(MOST_HELD, "byte")));
      }
      return ZipFile.builder().setByteArray(bytes).get();
    }
  }

  private static ReadableWorkbook open(Source source, WorkbookParts parts) throws IOException {
    ReadingOptions options = new ReadingOptions(parts.styled(), true);
    if (source.file().isPresent()) {
      return new ReadableWorkbook(source.file().get().toFile(), options);
    }
    try (InputStream in = source.bytes()) {
      return new ReadableWorkbook(in, options);
    }
  }

  /** The workbook anew; who takes it closes it. */
  ReadableWorkbook open() throws IOException {
    return open(source, parts);
  }

  /** The error of a workbook at which its reader stumbles. */
  static InputException failed(Source source, RuntimeException e) {
    return new InputException(
        "%s cannot be read as a workbook: %s; save it anew, or as CSV"
            .formatted(source.name(), e.getMessage()),
        e);
  }

  Source source() {
    return source;
  }

  /** The name of the sheet. */
  String sheet() {
    return sheet;
  }

  boolean isFrom1904() {
    return parts.from1904();
  }

  /** Keeps how many formulas of a walk to the end have no value. */
  void tell(long withoutValue) {
    formulas = withoutValue;
  }

  @Override
  public Rows rows(int width, long after, long before) {
    return new WorkbookRows(this, width, after, before);
  }

  @Override
  public List<SheetNote> notes() {
    List<SheetNote> notes = new ArrayList<>();
    notes.add(
        new SheetNote(
            "file",
            "workbook, sheet %s%s"
                .formatted(
                    Quote.of(sheet),
                    others.isEmpty()
                        ? ""
                        : "; not read: %s, as by --sheet".formatted(quoted(others)))));
    if (formulas > 0) {
      notes.add(
          new SheetNote(
              "note",
              "%s without a value taken as unknown: open and save the workbook in a spreadsheet"
                  .formatted(NumberText.of(formulas, "formula"))));
    }
    return notes;
  }

  private static String quoted(List<String> names) {
    return names.stream().map(Quote::of).collect(Collectors.joining(", "));
  }
}
