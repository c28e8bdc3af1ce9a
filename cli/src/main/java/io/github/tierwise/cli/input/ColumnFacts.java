package io.github.tierwise.cli.input;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.Arrays;

/**
 * What the cells of a column are like: rules such as "this is in percent" hold for a whole column,
 * never for one cell.
 */
final class ColumnFacts {

  private final double[] values;
  private int numbers;
  private int wrong;
  private int percents;
  private int abbreviated;
  private int zeros;
  private int aboveOne;
  private String exampleOfWrong = "";

  private ColumnFacts(int rows) {
    values = new double[rows];
  }

  static ColumnFacts of(Sheet sheet, int column, Field field, Numbers.Mark mark) {
    ColumnFacts facts = new ColumnFacts(sheet.rows().size());
    int row = 0;
    for (CsvRecord cells : sheet.rows()) {
      String text = Sheet.cell(cells, column);
      Numbers.Cell cell =
          field == Field.PRICE ? Numbers.parseMoney(text, mark) : Numbers.parse(text, mark);
      facts.add(row++, cell, text);
    }
    return facts;
  }

  private void add(int row, Numbers.Cell cell, String text) {
    values[row] = cell.value();
    switch (cell.kind()) {
      case NUMBER -> {
        numbers++;
        percents += cell.percent() ? 1 : 0;
        abbreviated += cell.abbreviated() ? 1 : 0;
        zeros += cell.value() == 0 ? 1 : 0;
        aboveOne += cell.value() > 1 ? 1 : 0;
      }
      case NOT_A_NUMBER -> {
        exampleOfWrong = wrong == 0 ? text.strip() : exampleOfWrong;
        wrong++;
      }
      case UNKNOWN -> {}
    }
  }

  /** The number in each row, NaN where there is none. */
  double value(int row) {
    return values[row];
  }

  int rows() {
    return values.length;
  }

  int numbers() {
    return numbers;
  }

  int abbreviated() {
    return abbreviated;
  }

  int zeros() {
    return zeros;
  }

  String exampleOfWrong() {
    return exampleOfWrong;
  }

  boolean isEmpty() {
    return numbers == 0 && wrong == 0;
  }

  /** Whether more cells are words than numbers: then the header is wrong, not the rows. */
  boolean isMostlyWords() {
    return wrong > numbers;
  }

  boolean hasPercentSign() {
    return percents > 0;
  }

  boolean isMostlyAboveOne() {
    return 2 * aboveOne > numbers;
  }

  /** The median of the numbers above 0; NaN if there is none. */
  double typical() {
    return median(Arrays.stream(values).filter(value -> value > 0).toArray());
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
  }

  /** Whether both columns give the same figures, but for rounding to two digits. */
  boolean agreesWith(ColumnFacts other) {
    int both = 0;
    int equal = 0;
    for (int row = 0; row < values.length; row++) {
      double a = values[row];
      double b = other.values[row];
      if (!Double.isNaN(a) && !Double.isNaN(b)) {
        both++;
        equal += Math.abs(a - b) <= 0.06 * Math.max(Math.abs(a), Math.abs(b)) ? 1 : 0;
      }
    }
    return 10 * equal >= 9 * both;
  }
}
