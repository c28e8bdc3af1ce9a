package io.github.tierwise.files.columns;

import io.github.tierwise.files.cells.AccountName;
import io.github.tierwise.files.cells.DoubleList;
import io.github.tierwise.files.cells.NumberParser;
import io.github.tierwise.files.cells.Times;
import io.github.tierwise.files.table.CsvRow;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the cells of a column are like: rules such as "this is in percent" hold for a whole column,
 * never for one cell.
 */
final class ColumnStatistic {

  /** A median this large or not is all that is asked of the size of counts (own default). */
  static final double MANY = 100;

  private static final Set<String> CONTINENTS = Set.of("AF", "AN", "AS", "EU", "NA", "OC", "SA");

  /**
   * What is looked for in a column, by what it may be.
   *
   * @param id whether it is told what names it has
   * @param country whether it is told if these are continents
   * @param time whether it is told how many are times
   * @param number whether it is read as numbers
   * @param money whether these may have a currency
   * @param followers whether it is told what dots in them stand for
   * @param kept whether the numbers are kept, to be compared with those of other columns
   */
  record Wanted(
      boolean id,
      boolean country,
      boolean time,
      boolean number,
      boolean money,
      boolean followers,
      boolean kept) {

    boolean isText() {
      return id || country || time;
    }
  }

  /** The bits of a hash of a name that are looked at. */
  private static final int HASH_BITS = 24;

  private final int column;
  private final Wanted wanted;
  private final NumberParser.Mark mark;
  private int rows;

  // As text.
  private boolean filled;
  private boolean rowNumbers = true;
  private int handles;
  private final BitSet hashes = new BitSet();
  private boolean continents = true;
  private int times;

  // As numbers.
  private int dots;
  private int commas;
  private boolean groupedByDot;
  private boolean otherDots;
  private int numbers;
  private int wrong;
  private int percents;
  private int abbreviated;
  private int zeros;
  private int positive;
  private int few;
  private String exampleOfWrong = "";
  private final BitSet known = new BitSet();
  private final BitSet aboveOne = new BitSet();
  private final DoubleList values = new DoubleList(0);

  ColumnStatistic(int column, Wanted wanted, NumberParser.Mark mark) {
    this.column = column;
    this.wanted = wanted;
    this.mark = mark;
  }

  /** Adds the cell of the next row. */
  void add(CsvRow row) {
    if (row.isEmpty(column)) {
      rowNumbers = false;
    } else {
      filled = filled || !row.cell(column).isBlank();
      if (wanted.isText()) {
        addText(row.cell(column));
      }
      if (wanted.number()) {
        double plain = row.plain(column);
        if (Double.isNaN(plain)) {
          addNumber(row.cell(column));
        } else {
          boolean dot = row.contains(column, '.');
          dots += dot ? 1 : 0;
          otherDots |= dot;
          addNumber(plain, false, false);
        }
      }
    }
    rows++;
  }

  private void addText(String cell) {
    if (wanted.id()) {
      String name = cell.strip();
      rowNumbers = rowNumbers && name.equals(String.valueOf(rows + 1));
      handles += isHandle(name) ? 1 : 0;
      // Knuth's multiplier: the high bits depend on all others.
      hashes.set((AccountName.of(name).hashCode() * 0x9E3779B1) >>> (Integer.SIZE - HASH_BITS));
    }
    if (wanted.country() && !cell.isBlank()) {
      continents &= CONTINENTS.contains(cell.strip().toUpperCase(Locale.ROOT));
    }
    if (wanted.time()) {
      times += Times.parse(cell).isPresent() ? 1 : 0;
    }
  }

  /** Letters, digits and {@code . _ -}, perhaps behind an {@code @}. */
  private static boolean isHandle(String name) {
    int start = name.startsWith("@") ? 1 : 0;
    for (int i = start; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && !(c >= '0' && c <= '9') && c != '.' && c != '_' && c != '-') {
        return false;
      }
    }
    return start < name.length();
  }

  private void addNumber(String text) {
    Optional<NumberParser.Mark> proof = NumberParser.evidence(text);
    if (proof.isPresent()) {
      dots += proof.get() == NumberParser.Mark.DOT ? 1 : 0;
      commas += proof.get() == NumberParser.Mark.COMMA ? 1 : 0;
    }
    if (wanted.followers() && text.indexOf('.') >= 0) {
      boolean grouped = NumberParser.looksGroupedByDot(text);
      groupedByDot |= grouped;
      otherDots |= !grouped;
    }
    NumberParser.Cell cell =
        wanted.money() ? NumberParser.parseMoney(text, mark) : NumberParser.parse(text, mark);
    switch (cell.kind()) {
      case NUMBER -> addNumber(cell.value(), cell.percent(), cell.abbreviated());
      case NOT_A_NUMBER -> {
        exampleOfWrong = wrong == 0 ? text.strip() : exampleOfWrong;
        wrong++;
      }
      case UNKNOWN -> {}
    }
  }

  private void addNumber(double value, boolean isPercent, boolean isAbbreviated) {
    numbers++;
    percents += isPercent ? 1 : 0;
    abbreviated += isAbbreviated ? 1 : 0;
    zeros += value == 0 ? 1 : 0;
    positive += value > 0 ? 1 : 0;
    few += value > 0 && value < MANY ? 1 : 0;
    known.set(rows);
    if (value > 1) {
      aboveOne.set(rows);
    }
    if (wanted.kept()) {
      values.set(rows, value);
    }
  }

  /** How many rows there are. */
  int rows() {
    return rows;
  }

  boolean isFilled() {
    return filled;
  }

  /** Whether the cells are 1, 2, 3 and so on. */
  boolean areRowNumbers() {
    return rowNumbers && rows > 1;
  }

  /** How many of the names have no space and no letter that a handle cannot have. */
  double handleShare() {
    return (double) handles / Math.max(1, rows);
  }

  /** How many different names there are at least: two may have the same hash. */
  int fewestNames() {
    return hashes.cardinality();
  }

  boolean areContinents() {
    return continents && filled;
  }

  /** How many cells are readable times. */
  int times() {
    return times;
  }

  /** How many cells prove that the dot is the decimal mark. */
  int dots() {
    return dots;
  }

  /** How many cells prove that the comma is the decimal mark. */
  int commas() {
    return commas;
  }

  /** Whether a dot stands before a group of three digits, as far as can be told. */
  boolean isGroupedByDot() {
    return groupedByDot;
  }

  /** Whether there are dots that do not. */
  boolean hasOtherDots() {
    return otherDots;
  }

  /** The number in each row, NaN where there is none; only if it is kept. */
  double value(int row) {
    return values.get(row);
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
    return isMostlyAboveOne(List.of(this));
  }

  /** Whether the largest number of most rows that have one is above 1. */
  static boolean isMostlyAboveOne(List<ColumnStatistic> columns) {
    BitSet known = new BitSet();
    BitSet above = new BitSet();
    for (ColumnStatistic column : columns) {
      known.or(column.known);
      above.or(column.aboveOne);
    }
    return 2 * above.cardinality() > known.cardinality();
  }

  /** Whether the median of the numbers above 0 is {@link #MANY} or more. */
  boolean isTypicallyMany() {
    return positive > 0 && few <= positive / 2;
  }

  /** Whether the median of the numbers above 0 is less than {@link #MANY}. */
  boolean isTypicallyFew() {
    return few > positive / 2;
  }

  /** Whether both columns give the same figures, but for rounding to two digits. */
  boolean agreesWith(ColumnStatistic other) {
    if (other == this) {
      return true;
    }
    int both = 0;
    int equal = 0;
    for (int row = 0; row < rows; row++) {
      double a = value(row);
      double b = other.value(row);
      if (!Double.isNaN(a) && !Double.isNaN(b)) {
        both++;
        equal += Math.abs(a - b) <= 0.06 * Math.max(Math.abs(a), Math.abs(b)) ? 1 : 0;
      }
    }
    return 10L * equal >= 9L * both;
  }
}
