package io.github.tierwise.files.table;

import io.github.tierwise.files.cells.NumberParser;
import io.github.tierwise.files.cells.NumberStyle;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A row whose cells say by themselves which are numbers; the same object is every row in turn. A
 * number is written as a text that reads in one way, whatever the marks of its column are.
 */
final class TypedRow implements Row {

  /** Doubles hold so many digits: a longer number with an exponent may be rounded. */
  private static final int EXACT_DIGITS = 15;

  private static final int MOST_DECIMALS = 30;

  /** So many digits behind a dot may be a group. */
  private static final int GROUP = 3;

  private final byte[] latin = new byte[NumberParser.LONGEST_PLAIN];
  private String[] cells = new String[16];
  private boolean[] typed = new boolean[16];
  private int size;
  private int filled;
  private long line;
  private Optional<String> problem = Optional.empty();

  /** Begins a row of blank cells. */
  void start(long at, int width) {
    line = at;
    size = 0;
    filled = 0;
    problem = Optional.empty();
    grow(width);
  }

  private void grow(int width) {
    if (width > cells.length) {
      cells = Arrays.copyOf(cells, Math.max(width, 2 * cells.length));
      typed = Arrays.copyOf(typed, cells.length);
    }
    while (size < width) {
      cells[size] = "";
      typed[size++] = false;
    }
  }

  /** Sets a text, which is read as one of CSV is. */
  void setText(int column, String text) {
    set(column, text, false);
  }

  /** Sets a number, perhaps with a unit behind it. */
  void setNumber(int column, String number, String unit) {
    set(column, oneWay(number) + unit, true);
  }

  private void set(int column, String text, boolean number) {
    grow(column + 1);
    cells[column] = text;
    typed[column] = number;
    filled += text.isBlank() ? 0 : 1;
  }

  /** Says why the row cannot be understood; the first reason counts. */
  void spoil(String reason) {
    problem = problem.or(() -> Optional.of(reason));
  }

  /**
   * Digits with a dot that is no mark of a group: {@code 1.2040} for {@code 1.204}. What may be
   * rounded keeps its exponent, by which an id is told that a program shortened.
   */
  static String oneWay(String number) {
    int decimals = decimals(number);
    return decimals < 0 ? brief(number) : decimals == GROUP ? number + '0' : number;
  }

  /** How many decimals a number has if it is written as briefly as can be; -1 if it is not. */
  private static int decimals(String number) {
    int start = number.startsWith("-") ? 1 : 0;
    int length = number.length();
    int dot = length;
    for (int i = start; i < length; i++) {
      char c = number.charAt(i);
      if (c == '.' && dot == length) {
        dot = i;
      } else if (c < '0' || c > '9') {
        return -1;
      }
    }
    boolean zero = number.startsWith("0", start);
    if (dot == start || (zero && dot > start + 1)) {
      return -1;
    }
    if (dot == length) {
      return zero && start > 0 ? -1 : 0;
    }
    int decimals = length - dot - 1;
    return decimals <= MOST_DECIMALS && decimals > 0 && number.charAt(length - 1) != '0'
        ? decimals
        : -1;
  }

  private static String brief(String number) {
    BigDecimal value = new BigDecimal(number).stripTrailingZeros();
    boolean exponent = number.indexOf('e') >= 0 || number.indexOf('E') >= 0;
    int before = value.precision() - value.scale();
    if (value.scale() > MOST_DECIMALS || (exponent && before > EXACT_DIGITS)) {
      return value.unscaledValue().abs().bitLength() == 0 ? "0" : number;
    }
    return value
        .setScale(value.scale() == GROUP ? GROUP + 1 : Math.max(0, value.scale()))
        .toPlainString();
  }

  /** Whether nothing is in any cell. */
  boolean isBlank() {
    return filled == 0 && problem.isEmpty();
  }

  @Override
  public long line() {
    return line;
  }

  @Override
  public int size() {
    return problem.isEmpty() ? size : 0;
  }

  @Override
  public Optional<String> problem() {
    return problem;
  }

  @Override
  public boolean isBroken() {
    return problem.isPresent();
  }

  @Override
  public String cell(int column) {
    return column < size() ? cells[column] : "";
  }

  @Override
  public List<String> cells() {
    return List.of(Arrays.copyOf(cells, size));
  }

  @Override
  public boolean isEmpty(int column) {
    return cell(column).isEmpty();
  }

  @Override
  public boolean isTyped(int column) {
    return column < size() && typed[column];
  }

  @Override
  public double plain(int column) {
    return isTyped(column) ? number(column) : plainDigits(column);
  }

  private double plainDigits(int column) {
    int length = latin(column);
    return length == 0 ? Double.NaN : NumberParser.plain(latin, 0, length);
  }

  @Override
  public double plain(int column, NumberStyle style) {
    if (isTyped(column)) {
      double number = number(column);
      return style.power() == 0 || Double.isNaN(number)
          ? number
          : new BigDecimal(cells[column]).scaleByPowerOfTen(style.power()).doubleValue();
    }
    int length = latin(column);
    return length == 0 ? Double.NaN : NumberParser.plain(latin, 0, length, style);
  }

  /** As of text: below 0, and with a unit, others have to look at it. */
  private double number(int column) {
    double plain = plainDigits(column);
    if (!Double.isNaN(plain)) {
      return plain;
    }
    String text = cells[column];
    char last = text.charAt(text.length() - 1);
    return text.charAt(0) == '-' || last < '0' || last > '9'
        ? Double.NaN
        : Double.parseDouble(text);
  }

  private int latin(int column) {
    String text = cell(column);
    int length = text.length();
    if (length > latin.length) {
      return 0;
    }
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      latin[i] = c < 0x80 ? (byte) c : (byte) '?';
    }
    return length;
  }

  @Override
  public boolean contains(int column, char wanted) {
    return cell(column).indexOf(wanted) >= 0;
  }
}
