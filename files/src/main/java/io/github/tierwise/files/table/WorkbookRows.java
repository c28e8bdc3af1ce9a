package io.github.tierwise.files.table;

import io.github.tierwise.files.cells.InputException;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/** A walk over the rows of a sheet. */
final class WorkbookRows implements Rows {

  private static final long DAY_MILLIS = 86_400_000L;

  /** The last day that a spreadsheet knows, of the year 9999. */
  private static final int LAST_DAY = 2_958_465;

  /** Spreadsheets count a 29 February 1900, which never was. */
  private static final int FIRST_RIGHT_DAY = 61;

  private final Workbook workbook;
  private final int width;
  private final long after;
  private final long before;
  private final ReadableWorkbook opened;
  private final Stream<org.dhatim.fastexcel.reader.Row> stream;
  private final Iterator<org.dhatim.fastexcel.reader.Row> all;
  private final TypedRow row = new TypedRow();
  private final Map<String, NumberFormat> formats = new HashMap<>();
  private long last;
  private long blank;
  private long formulas;

  WorkbookRows(Workbook workbook, int width, long after, long before) {
    this.workbook = workbook;
    this.width = width;
    this.after = after;
    this.before = before;
    try {
      opened = workbook.open();
      stream = opened.findSheet(workbook.sheet()).orElseThrow().openStream();
      all = stream.iterator();
    } catch (IOException e) {
      throw workbook.source().failed(e);
    } catch (RuntimeException e) {
      throw Workbook.failed(workbook.source(), e);
    }
  }

  @Override
  public boolean next() {
    try {
      while (all.hasNext()) {
        org.dhatim.fastexcel.reader.Row read = all.next();
        if (read.getRowNum() <= last) {
          throw new InputException(
              "%s must have its rows in their order, had row %d behind row %d: save it anew"
                  .formatted(workbook.source().name(), read.getRowNum(), last));
        }
        // Rows without cells need not be there.
        blank += Math.max(0, read.getRowNum() - last - 1);
        last = read.getRowNum();
        row.start(before + last, width);
        for (Cell cell : read) {
          // Between cells there may be nothing.
          Optional.ofNullable(cell).ifPresent(this::set);
        }
        if (row.isBlank()) {
          blank++;
        } else if (last > after) {
          return true;
        }
      }
      workbook.tell(formulas);
      return false;
    } catch (InputException e) {
      throw e;
    } catch (RuntimeException e) {
      throw Workbook.failed(workbook.source(), e);
    }
  }

  private void set(Cell cell) {
    int column = cell.getColumnIndex();
    Optional<Object> value = Optional.ofNullable(cell.getValue());
    if (cell.getType() == CellType.FORMULA && value.isEmpty()) {
      formulas++;
    } else if (cell.getType() == CellType.ERROR) {
      row.setText(column, String.valueOf(cell.getRawValue()));
    } else if (value.isPresent() && value.get() instanceof BigDecimal number) {
      setNumber(column, number, cell);
    } else if (value.isPresent() && !value.get().toString().isEmpty()) {
      row.setText(column, value.get().toString());
    }
  }

  private void setNumber(int column, BigDecimal number, Cell cell) {
    NumberFormat format = format(cell);
    double days = number.doubleValue();
    if (format.date() && days >= 0 && days < LAST_DAY + 1) {
      row.setText(column, date(days, format.time()));
    } else if (format.percent()) {
      row.setNumber(column, number.movePointRight(2).toString(), "%");
    } else {
      String unit = format.unit().isEmpty() ? "" : " " + format.unit();
      row.setNumber(column, cell.getRawValue().strip(), unit);
    }
  }

  private NumberFormat format(Cell cell) {
    Integer id = cell.getDataFormatId();
    String code = cell.getDataFormatString();
    int known = id == null ? 0 : id;
    String text = code == null ? "" : code;
    return formats.computeIfAbsent(known + " " + text, key -> NumberFormat.of(known, text));
  }

  /** A day, or a moment where its format shows a time. */
  private String date(double number, boolean time) {
    long days = (long) Math.floor(number);
    long millis = Math.round((number - days) * DAY_MILLIS);
    LocalDate first =
        workbook.isFrom1904()
            ? LocalDate.of(1904, 1, 1)
            : LocalDate.of(1899, 12, days < FIRST_RIGHT_DAY ? 31 : 30);
    LocalDateTime moment =
        LocalDateTime.of(first.plusDays(days), LocalTime.MIDNIGHT).plusNanos(millis * 1_000_000);
    if (!time) {
      return moment.toLocalDate().toString();
    }
    String text = moment.toString();
    // Seconds that are 0 are left out otherwise.
    return moment.getSecond() == 0 && moment.getNano() == 0 ? text + ":00" : text;
  }

  @Override
  public Row row() {
    return row;
  }

  @Override
  public long blank() {
    return blank;
  }

  @Override
  public void close() {
    try {
      stream.close();
      opened.close();
    } catch (IOException e) {
      throw workbook.source().failed(e);
    }
  }
}
