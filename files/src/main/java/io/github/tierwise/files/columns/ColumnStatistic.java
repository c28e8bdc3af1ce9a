package io.github.tierwise.files.columns;

import io.github.tierwise.files.cells.AccountName;
import io.github.tierwise.files.cells.DateOrder;
import io.github.tierwise.files.cells.NumberParser;
import io.github.tierwise.files.cells.NumberStyle;
import io.github.tierwise.files.cells.Times;
import io.github.tierwise.files.table.Lines;
import io.github.tierwise.files.table.PlainNumbers;
import io.github.tierwise.files.table.Row;
import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the cells of a column are like: rules such as "this is in percent" hold for a whole column,
 * never for one cell.
 */
final class ColumnStatistic {

  /** From here on a number is a count, not a percentage (own default). */
  static final double MANY = 100;

  /** A rate in percent is hardly ever as small as this, a fraction nearly always (own default). */
  static final double TENTH = 0.1;

  private static final long UNKNOWN_BITS = Double.doubleToLongBits(Double.NaN);
  private static final long MANY_BITS = Double.doubleToLongBits(MANY);
  private static final long ONE_BITS = Double.doubleToLongBits(1);
  private static final long TENTH_BITS = Double.doubleToLongBits(TENTH);

  private static final Set<String> CONTINENTS = Set.of("AF", "AN", "AS", "EU", "NA", "OC", "SA");

  /**
   * What is looked for in a column, by what it may be.
   *
   * @param id whether it is told what names it has
   * @param country whether it is told if these are continents
   * @param time whether it is told how many are times
   * @param number whether it is read as numbers
   * @param money whether these may have a currency
   */
  record Wanted(boolean id, boolean country, boolean time, boolean number, boolean money) {

    boolean isText() {
      return id || country || time;
    }
  }

  // What a cell shows.
  static final byte DOT = 1;
  static final byte COMMA = 2;
  private static final byte PERCENT = 4;

  /** Row numbers have no more digits than a number of rows can have. */
  private static final int MOST_DIGITS = 9;

  /** In numbers of rows one in so many may be missing, as when rows were deleted. */
  private static final int MISSING_NUMBERS = 10;

  /** One row that changes breaks two steps, so that fewer rows than this prove nothing. */
  private static final int FEW = 3;

  /** The bits of a hash of a name that are looked at. */
  private static final int HASH_BITS = 24;

  private final int column;
  private final Wanted wanted;
  private final NumberStyle style;
  private int rows;

  // As text.
  private int filled;
  private String previous = "";
  private int steps;
  private int handles;
  private final BitSet hashes = new BitSet();
  private int continents;
  private int noContinents;
  private int times;
  private int dayFirst;
  private int monthFirst;
  private int ambiguousDates;

  // As numbers.
  private int dots;
  private int commas;
  private int ambiguousDots;
  private int ambiguousCommas;
  private int numbers;
  private int wrong;
  private int percents;
  private int positive;
  private int many;
  private int aboveOneUnsigned;
  private int tenthOrLess;
  private int fractions;
  private String exampleOfWrong = "";
  private String exampleOfAmbiguous = "";

  // Of the last rows.
  private double[] values = new double[1];
  private byte[] marks = new byte[1];
  private boolean provesMarks;

  ColumnStatistic(int column, Wanted wanted, NumberStyle style) {
    this.column = column;
    this.wanted = wanted;
    this.style = style;
  }

  /** Adds the cell of the next row. */
  void add(Row row) {
    rows++;
    provesMarks = false;
    add(row, 0);
  }

  /** Adds the cells of the next rows. */
  void add(Lines lines) {
    rows += lines.size();
    if (values.length < Lines.MOST) {
      values = new double[Lines.MOST];
      marks = new byte[Lines.MOST];
    }
    provesMarks = false;
    if (!wanted.number() || wanted.isText()) {
      for (int i = 0; i < lines.size(); i++) {
        add(lines.row(i), i);
      }
      return;
    }
    PlainNumbers plain = lines.numbers(column);
    int decimals = 0;
    int others = 0;
    for (int i = 0; i < lines.size(); i++) {
      byte kind = plain.kind(i);
      values[i] = plain.value(i);
      marks[i] = kind == PlainNumbers.DECIMAL ? DOT : 0;
      decimals += kind == PlainNumbers.DECIMAL ? 1 : 0;
      others += kind == PlainNumbers.OTHER ? 1 : 0;
    }
    addNumbers(lines.size());
    for (int i = 0; i < lines.size() && decimals > 0; i++) {
      fractions += marks[i] == DOT && Field.hasPartOfOne(values[i]) ? 1 : 0;
    }
    dots += decimals;
    provesMarks = decimals > 0;
    if (others > 0) {
      for (int i = 0; i < lines.size(); i++) {
        if (plain.kind(i) == PlainNumbers.OTHER) {
          add(lines.row(i), i);
        }
      }
    }
  }

  /**
   * Adds plain numbers, of which those that are not there are NaN. The bits of numbers from 0 on
   * are in their order, and NaN is behind all: so nothing needs a branch.
   */
  private void addNumbers(int count) {
    long known = 0;
    long zeros = 0;
    long few = 0;
    long oneOrLess = 0;
    long tenthsOrLess = 0;
    for (int i = 0; i < count; i++) {
      long bits = Double.doubleToRawLongBits(values[i]);
      known += isBelow(bits, UNKNOWN_BITS);
      zeros += isBelow(bits, 1);
      few += isBelow(bits, MANY_BITS);
      oneOrLess += isBelow(bits, ONE_BITS + 1);
      tenthsOrLess += isBelow(bits, TENTH_BITS + 1);
    }
    filled += (int) known;
    numbers += (int) known;
    positive += (int) (known - zeros);
    many += (int) (known - few);
    aboveOneUnsigned += (int) (known - oneOrLess);
    tenthOrLess += (int) (tenthsOrLess - zeros);
  }

  /** 1 if a number that is not negative is below another, else 0. */
  private static long isBelow(long bits, long others) {
    return (bits - others) >>> (Long.SIZE - 1);
  }

  private void add(Row row, int at) {
    values[at] = Double.NaN;
    marks[at] = 0;
    double plain = wanted.number() ? row.plain(column) : Double.NaN;
    if (!Double.isNaN(plain)) {
      filled++;
      // Three of four numbers are whole: then a dot needs a look.
      boolean dot =
          (Field.hasPartOfOne(plain) || row.contains(column, '.')) && !row.isTyped(column);
      addNumber(plain, at, false, false);
      marks[at] |= dot ? DOT : 0;
      dots += dot ? 1 : 0;
      provesMarks |= dot;
    } else if (row.isEmpty(column)) {
      return;
    } else {
      String cell = row.cell(column);
      filled += cell.isBlank() ? 0 : 1;
      if (wanted.number()) {
        addNumber(cell, at, row.isTyped(column));
      }
    }
    if (wanted.isText()) {
      addText(row.cell(column));
    }
  }

  private void addText(String cell) {
    if (wanted.id()) {
      String name = cell.strip();
      steps += isNext(previous, name) ? 1 : 0;
      previous = name;
      handles += isHandle(name) ? 1 : 0;
      // Knuth's multiplier: the high bits depend on all others.
      hashes.set((AccountName.of(name).hashCode() * 0x9E3779B1) >>> (Integer.SIZE - HASH_BITS));
    }
    if (wanted.country() && !cell.isBlank()) {
      boolean continent = CONTINENTS.contains(cell.strip().toUpperCase(Locale.ROOT));
      continents += continent ? 1 : 0;
      noContinents += continent ? 0 : 1;
    }
    if (wanted.time()) {
      times += Times.parse(cell, DateOrder.MONTH_FIRST).isPresent() ? 1 : 0;
      ambiguousDates += Times.isAmbiguous(cell) ? 1 : 0;
      DateOrder order = Times.evidence(cell).orElse(DateOrder.UNKNOWN);
      dayFirst += order == DateOrder.DAY_FIRST ? 1 : 0;
      monthFirst += order == DateOrder.MONTH_FIRST ? 1 : 0;
    }
  }

  /** Whether a whole number is one more than that of the row before; the first may be 0 or 1. */
  private static boolean isNext(String before, String name) {
    if (!isRowNumber(name)) {
      return false;
    }
    int number = Integer.parseInt(name);
    return isRowNumber(before)
        ? number == Integer.parseInt(before) + 1
        : before.isEmpty() && number <= 1;
  }

  private static boolean isRowNumber(String name) {
    if (name.isEmpty() || name.length() > MOST_DIGITS) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) < '0' || name.charAt(i) > '9') {
        return false;
      }
    }
    return true;
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

  private void addNumber(String text, int at, boolean typed) {
    Optional<NumberParser.Mark> proof = typed ? Optional.empty() : NumberParser.evidence(text);
    boolean dot = proof.equals(Optional.of(NumberParser.Mark.DOT));
    boolean comma = proof.equals(Optional.of(NumberParser.Mark.COMMA));
    marks[at] |= dot ? DOT : comma ? COMMA : 0;
    dots += dot ? 1 : 0;
    commas += comma ? 1 : 0;
    provesMarks |= dot || comma;
    if (NumberParser.isAmbiguous(text)) {
      exampleOfAmbiguous = exampleOfAmbiguous.isEmpty() ? text.strip() : exampleOfAmbiguous;
      ambiguousDots += text.indexOf('.') >= 0 ? 1 : 0;
      ambiguousCommas += text.indexOf(',') >= 0 ? 1 : 0;
    }
    NumberParser.Cell cell = NumberParser.parse(text, style);
    switch (cell.kind()) {
      case NUMBER -> addNumber(cell.value(), at, cell.percent(), cell.abbreviated());
      case NOT_A_NUMBER -> {
        exampleOfWrong = wrong == 0 ? text.strip() : exampleOfWrong;
        wrong++;
      }
      case UNKNOWN -> {}
    }
  }

  private void addNumber(double value, int at, boolean isPercent, boolean isAbbreviated) {
    values[at] = value;
    marks[at] |= isPercent ? PERCENT : 0;
    numbers++;
    percents += isPercent ? 1 : 0;
    positive += value > 0 ? 1 : 0;
    fractions += !isPercent && !isAbbreviated && Field.hasPartOfOne(value) ? 1 : 0;
    many += value >= MANY ? 1 : 0;
    if (!isPercent) {
      aboveOneUnsigned += value > 1 ? 1 : 0;
      tenthOrLess += value > 0 && value <= TENTH ? 1 : 0;
    }
  }

  /** How many numbers without a unit cannot be of people. */
  int fractions() {
    return fractions;
  }

  /** How many rows there are. */
  int rows() {
    return rows;
  }

  boolean isFilled() {
    return filled > 0;
  }

  /** How many cells are not blank. */
  int filled() {
    return filled;
  }

  /** Whether the cells are 1, 2, 3 and so on, but for few. */
  boolean areRowNumbers() {
    return rows > 1 && rows - steps <= rows / MISSING_NUMBERS;
  }

  /** Whether so many cells are 1, 2, 3 and so on that these may be the numbers of the rows. */
  boolean mayBeRowNumbers() {
    int others = rows - steps;
    return rows >= FEW && others <= Math.max(FEW, rows / 3) && steps > 1;
  }

  /** How many of the names have no space and no letter that a handle cannot have. */
  int handles() {
    return handles;
  }

  /** How many different names there are at least: two may have the same hash. */
  int fewestNames() {
    return hashes.cardinality();
  }

  boolean areContinents() {
    return noContinents == 0 && filled > 0;
  }

  /** Whether all cells but one are the codes of continents, some of which are countries', too. */
  boolean isOneOffContinents() {
    return noContinents == 1 && continents > 0;
  }

  /** How many cells are readable times. */
  int times() {
    return times;
  }

  /** How many dates such as {@code 03/04/2026} can be read in two ways. */
  int ambiguousDates() {
    return ambiguousDates;
  }

  /** How many dates prove that the day stands first. */
  int dayFirst() {
    return dayFirst;
  }

  /** How many dates prove that the month stands first. */
  int monthFirst() {
    return monthFirst;
  }

  /** How many cells prove that a mark is the decimal mark. */
  int proofs(NumberParser.Mark mark) {
    return mark == NumberParser.Mark.DOT ? dots : commas;
  }

  /** Whether any of the last cells proves a decimal mark. */
  boolean provesMarks() {
    return provesMarks;
  }

  /** Which marks one of the last cells proves to be the decimal mark: {@link #DOT} and so on. */
  int provenMarks(int at) {
    return marks[at] & (DOT | COMMA);
  }

  /** How many cells such as {@code 1.204} can be read in two ways. */
  int ambiguousDots() {
    return ambiguousDots;
  }

  /** How many cells such as {@code 1,204} can be read in two ways. */
  int ambiguousCommas() {
    return ambiguousCommas;
  }

  /** An example of a cell that can be read in two ways; empty if there is none. */
  String exampleOfAmbiguous() {
    return exampleOfAmbiguous;
  }

  /** The number in one of the last cells; NaN if it is none. */
  double value(int at) {
    return values[at];
  }

  /** Whether one of the last cells has a percent sign. */
  boolean isPercent(int at) {
    return (marks[at] & PERCENT) != 0;
  }

  int numbers() {
    return numbers;
  }

  String exampleOfWrong() {
    return exampleOfWrong;
  }

  boolean isEmpty() {
    return numbers == 0 && wrong == 0;
  }

  /** How many cells have a percent sign. */
  int percents() {
    return percents;
  }

  /** How many numbers above 0 there are. */
  int positive() {
    return positive;
  }

  /** How many numbers without a percent sign are above 1. */
  int aboveOne() {
    return aboveOneUnsigned;
  }

  /** How many numbers above 0 without a percent sign are at most a tenth. */
  int tenthOrLess() {
    return tenthOrLess;
  }

  /** How many numbers are as large as only counts are. */
  int many() {
    return many;
  }

  int wrong() {
    return wrong;
  }

  /** Whether it is asked what texts it has: there the first rows decide. */
  boolean isOfTexts() {
    return wanted.id() || wanted.country() || !(wanted.number() || wanted.time());
  }

  /** A statistic of the same column that has seen no cell. */
  ColumnStatistic empty() {
    return new ColumnStatistic(column, wanted, style);
  }

  /** Adds the cells of other rows. */
  void addAll(ColumnStatistic behind) {
    rows += behind.rows;
    filled += behind.filled;
    times += behind.times;
    dayFirst += behind.dayFirst;
    monthFirst += behind.monthFirst;
    ambiguousDates += behind.ambiguousDates;
    dots += behind.dots;
    commas += behind.commas;
    ambiguousDots += behind.ambiguousDots;
    ambiguousCommas += behind.ambiguousCommas;
    numbers += behind.numbers;
    exampleOfWrong = exampleOfWrong.isEmpty() ? behind.exampleOfWrong : exampleOfWrong;
    exampleOfAmbiguous =
        exampleOfAmbiguous.isEmpty() ? behind.exampleOfAmbiguous : exampleOfAmbiguous;
    wrong += behind.wrong;
    percents += behind.percents;
    positive += behind.positive;
    many += behind.many;
    aboveOneUnsigned += behind.aboveOneUnsigned;
    tenthOrLess += behind.tenthOrLess;
    fractions += behind.fractions;
  }
}
