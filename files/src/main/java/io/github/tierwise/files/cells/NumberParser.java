package io.github.tierwise.files.cells;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Numbers as people write them: {@code 475.8M}, {@code 1,234,567}, {@code 12,34,567}, {@code
 * 12,3k}, {@code 1.2万}, {@code 12 тыс.}, {@code 1.39%}, {@code 9.7e-05}, {@code €350}, {@code
 * ~500+}; and the ways to say "unknown". A cell that says two numbers, or one of which two are
 * meant in two languages, is none.
 */
public final class NumberParser {

  /** The decimal mark, for cells such as {@code 1.234} that do not tell by themselves. */
  public enum Mark {
    DOT,
    COMMA
  }

  /** What a cell turned out to be. */
  public enum Kind {
    NUMBER,
    UNKNOWN,
    NOT_A_NUMBER
  }

  /**
   * A cell that was read.
   *
   * @param kind what it is
   * @param value the number, with the percent sign taken at its word; NaN unless it is a number
   * @param percent whether a percent sign follows
   * @param abbreviated whether it is rounded to a few digits, as in {@code 475.8M}
   * @param currency the code of a currency in the cell; empty if there is none
   * @param rule how the cell became what it is, as in {@code K is a thousand}; for a cell that is
   *     unknown or no number why it is so; empty where it is plain
   */
  public record Cell(
      Kind kind, double value, boolean percent, boolean abbreviated, String currency, String rule) {

    /** A cell that needs no explanation. */
    public Cell(Kind kind, double value, boolean percent, boolean abbreviated, String currency) {
      this(kind, value, percent, abbreviated, currency, "");
    }

    private static Cell number(double value) {
      return new Cell(Kind.NUMBER, value, false, false, "", "");
    }

    private static Cell unknown(String rule) {
      return new Cell(Kind.UNKNOWN, Double.NaN, false, false, "", rule);
    }

    private static Cell wrong(String rule) {
      return new Cell(Kind.NOT_A_NUMBER, Double.NaN, false, false, "", rule);
    }

    /** Whether this is the better of two cells for one number: all digits before a few. */
    public boolean isBetterThan(Cell other) {
      return isNumber() && (!other.isNumber() || (other.abbreviated && !abbreviated));
    }

    /** Whether there is a {@link #value}. */
    public boolean isNumber() {
      return kind == Kind.NUMBER;
    }
  }

  /** An empty cell. */
  public static final Cell UNKNOWN = Cell.unknown("");

  private static final Cell WRONG = Cell.wrong("");

  /** What spreadsheets leave where a formula failed, in any language: #VALOR!, #N/A, #DIV/0!. */
  private static final Pattern SPREADSHEET_ERROR = Pattern.compile("#[\\p{L}/0]+[!?]?");

  private static final Pattern GROUP_SPACE = Pattern.compile("(?<=\\d)[' ](?=\\d{3}(\\D|$))");

  /** Lakhs and crores: the last group has three digits, the others two. */
  private static final Pattern INDIAN = Pattern.compile("[1-9]\\d?(,\\d{2})+,\\d{3}(\\.\\d*)?");

  private static final String AMOUNT = "\\d[\\d.,' ]*[^\\d]{0,16}?";
  private static final Pattern RANGE =
      Pattern.compile(
          "[^\\d]{0,16}"
              + AMOUNT
              + "([-–—~]|(?<!\\p{L})(to|bis|a|à|do|до|y|and|sampai)(?!\\p{L})|[至到])"
              + "[^\\d]{0,16}"
              + "\\d[\\d.,' ]*[^\\d-]{0,16}",
          Pattern.CASE_INSENSITIVE);

  private static final int LONGEST = 64;

  /** The decimal mark of Arabic, which is no other's group. */
  private static final char ARABIC_MARK = '٫';

  /** A whole number of so many digits is exact as a double. */
  private static final int MOST_DIGITS = 15;

  /** A number in plain digits has no more characters. */
  public static final int LONGEST_PLAIN = MOST_DIGITS + 1;

  /** The digits of a group. */
  private static final int GROUP = 3;

  private static final int NOT_READ = -1;

  /** The largest power of ten that is exact as a double. */
  private static final int MOST_POWER = 22;

  private static final double[] POWERS_OF_TEN =
      IntStream.rangeClosed(0, MOST_POWER)
          .mapToDouble(n -> BigDecimal.ONE.scaleByPowerOfTen(n).doubleValue())
          .toArray();

  private static final Optional<Mark> DOT = Optional.of(Mark.DOT);

  /** To look at a cell of any column: everything that may stand around a number is taken off. */
  private static final NumberStyle ANY = new NumberStyle(Mark.DOT, true, true, 0, "");

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  // Eight digits of ASCII in a word.
  private static final long ZEROS = 0x3030_3030_3030_3030L;
  private static final long SIXES = 0x0606_0606_0606_0606L;
  private static final long KINDS = 0xF0F0_F0F0_F0F0_F0F0L;
  private static final long EACH_FOURTH = 0x0000_00FF_0000_00FFL;

  private NumberParser() {}

  /** Whether a text says that something is not known; {@code NA} does, but not of a country. */
  public static boolean isUnknown(String text) {
    String word = CellText.strip(text);
    return word.isEmpty()
        || NumberWords.isUnknown(word)
        || (word.charAt(0) == '#'
            && word.length() <= LONGEST
            && SPREADSHEET_ERROR.matcher(word).matches());
  }

  /** The code of a currency, by its sign or its code in any case. */
  public static Optional<String> currency(String text) {
    return Currencies.code(text);
  }

  /** Reads a number without a currency, in a column of which nothing but the mark is known. */
  public static Cell parse(String raw, Mark mark) {
    return parse(raw, NumberStyle.of(mark));
  }

  /**
   * Reads a number. {@code -1} is -1, whatever a platform means by it. A sign of roundness before
   * it ({@code ~}, {@code ca.}) and, unless it is money, a plus behind it are left out.
   *
   * @param raw a cell of any length
   * @param style how its column is written
   * @return the number; or unknown, where the cell says so or, of money, gives no quote; or no
   *     number, with both readings in {@link Cell#rule} where it has two
   */
  public static Cell parse(String raw, NumberStyle style) {
    String text = CellText.strip(raw);
    if (text.isEmpty()) {
      return UNKNOWN;
    }
    if (text.length() > LONGEST) {
      return WRONG;
    }
    double plain = style.power() == 0 ? plain(text) : Double.NaN;
    if (!Double.isNaN(plain)) {
      return Cell.number(plain);
    }
    if (isUnknown(text)) {
      return Cell.unknown(Quote.of(text) + " means unknown");
    }
    if (style.money() && NumberWords.isNoQuote(text)) {
      return Cell.unknown(Quote.of(text) + " is no quote");
    }
    Optional<NumberScan> scan = NumberScan.of(text, style);
    if (scan.isPresent()) {
      return read(text, scan.get(), style);
    }
    if (!RANGE.matcher(CellText.plain(text)).matches()) {
      return WRONG;
    }
    return style.money()
        ? Cell.unknown(Quote.of(text) + " is a range and no quote")
        : Cell.wrong(Quote.of(text) + " is a range and no number");
  }

  /**
   * Why a cell that could be two numbers is none: {@code "15 mil" is 15 thousand in Spanish and
   * Portuguese, 15 million in English}.
   *
   * @return the readings; empty for a number, and for what is none in any reading
   */
  public static Optional<String> doubt(String raw, NumberStyle style) {
    Cell cell = parse(raw, style);
    return cell.kind() == Kind.NOT_A_NUMBER && !cell.rule().isEmpty()
        ? Optional.of(cell.rule())
        : Optional.empty();
  }

  private static Cell read(String text, NumberScan scan, NumberStyle style) {
    if (scan.unit().isPresent() && scan.unit().get().isDoubtful()) {
      return doubtful(text, scan, scan.unit().get().readings());
    }
    if (!scan.currencyDoubt().isEmpty()) {
      return doubtful(text, scan, "%1$s " + scan.currencyDoubt());
    }
    boolean whole = scan.noCents() || (style.whole() && style.power() == 0 && !scan.scaled());
    Optional<BigDecimal> number = digits(scan.digits(), style.mark(), scan.scaled(), whole);
    if (number.isEmpty()) {
      return scan.scaled() && isAmbiguous(scan)
          ? Cell.wrong(
              "%s is a decimal or a group of thousands; for a decimal say --as FIELD=decimal-%s"
                  .formatted(Quote.of(text), scan.digits().indexOf(',') > 0 ? "comma" : "dot"))
          : WRONG;
    }
    double value = number.get().scaleByPowerOfTen(power(scan, style)).doubleValue();
    if (Double.isInfinite(value)) {
      return WRONG;
    }
    if (style.money()) {
      if (scan.bound() || scan.plus()) {
        return Cell.unknown(Quote.of(text) + " is a bound and no quote");
      }
      if (!scan.otherPrice().isEmpty()) {
        return Cell.unknown(Quote.of(text) + " is no price of a post");
      }
    }
    boolean scaled = !scan.unitWord().isEmpty() || scaledByHeader(scan, style);
    return new Cell(
        Kind.NUMBER,
        scan.negative() ? 0.0 - value : value,
        scan.percent(),
        scaled,
        scan.currency(),
        rule(scan, style, whole));
  }

  private static Cell doubtful(String text, NumberScan scan, String readings) {
    return Cell.wrong(Quote.of(text) + " is " + readings.formatted(scan.digits()));
  }

  private static boolean scaledByHeader(NumberScan scan, NumberStyle style) {
    return style.power() > 0 && scan.unitWord().isEmpty() && !scan.percent();
  }

  private static int power(NumberScan scan, NumberStyle style) {
    int power = scan.exponent().isEmpty() ? 0 : Integer.parseInt(scan.exponent());
    if (scan.unit().isPresent()) {
      power += scan.unit().get().power();
    } else if (scaledByHeader(scan, style)) {
      power += style.power();
    }
    return scan.percent() ? power - 2 : power;
  }

  private static String rule(NumberScan scan, NumberStyle style, boolean whole) {
    List<String> rules = new ArrayList<>();
    if (whole && isAmbiguous(scan)) {
      rules.add(
          scan.digits().indexOf('.') > 0 ? "the dot groups digits" : "the comma groups digits");
    }
    scan.unit().ifPresent(unit -> rules.add(scan.unitWord() + " is " + unit.words()));
    if (scaledByHeader(scan, style)) {
      rules.add("times " + NumberWords.power(style.power()) + ", as the header says");
    }
    if (scan.percent()) {
      rules.add("% is a hundredth");
    }
    if (scan.plus() || scan.about()) {
      rules.add("rounded, as said");
    }
    return String.join("; ", rules);
  }

  /** A number of people, such as {@code 48.2k}; empty if it is none or below 0. */
  public static OptionalDouble count(String text) {
    Cell cell = parse(text, Mark.DOT);
    return cell.isNumber() && !cell.percent() && cell.value() >= 0
        ? OptionalDouble.of(cell.value())
        : OptionalDouble.empty();
  }

  private static double plain(String text) {
    // Whatever is not Latin becomes a question mark, which no number has.
    byte[] ascii = text.getBytes(StandardCharsets.ISO_8859_1);
    return plain(ascii, 0, ascii.length);
  }

  /** A whole number in digits and nothing else; -1 if it is anything else, or has too many. */
  public static long whole(byte[] ascii, int start, int end) {
    int length = end - start;
    if (length == 0 || length > MOST_DIGITS) {
      return -1;
    }
    if (length <= Long.BYTES && start + Long.BYTES <= ascii.length) {
      return whole((long) WORDS.get(ascii, start), length);
    }
    long digits = 0;
    for (int i = start; i < end; i++) {
      int digit = ascii[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      digits = 10 * digits + digit;
    }
    return digits;
  }

  /** A number of the first bytes of a word; how many there are makes no difference to the time. */
  private static long whole(long word, int length) {
    // Zeros come in front, so that there are always eight digits.
    int bits = Byte.SIZE * length;
    long eight = (word << (Long.SIZE - bits)) | ((ZEROS >>> 1) >>> (bits - 1));
    if ((eight & KINDS) != ZEROS || ((eight + SIXES) & KINDS) != ZEROS) {
      return -1;
    }
    long digits = eight - ZEROS;
    long pairs = 10 * digits + (digits >>> Byte.SIZE);
    // Pairs times 1,000,000 and 100, and times 10,000 and 1, add up in the upper half.
    return ((pairs & EACH_FOURTH) * (100 + (1_000_000L << Integer.SIZE))
            + ((pairs >>> Short.SIZE) & EACH_FOURTH) * (1 + (10_000L << Integer.SIZE)))
        >>> Integer.SIZE;
  }

  /**
   * A number in plain digits that reads the same with either mark, as nearly all are: at most one
   * dot, no more digits than a double holds exactly. NaN if it is anything else, such as a number
   * with spaces around it: {@link #parse} tells.
   */
  public static double plain(byte[] ascii, int start, int end) {
    return plain(ascii, start, end, 0, NOT_READ);
  }

  /**
   * A number in plain digits as {@link #parse(String, NumberStyle)} reads it in this style; NaN if
   * it is anything else, which {@code parse} may still know.
   */
  public static double plain(byte[] ascii, int start, int end, NumberStyle style) {
    boolean groups = style.mark() == Mark.COMMA || (style.whole() && style.power() == 0);
    return plain(ascii, start, end, style.power(), groups ? 0 : GROUP);
  }

  /**
   * Digits with at most one dot, times a power of ten.
   *
   * @param ambiguous how many decimals the digits behind a dot are where they may be a group: 0,
   *     {@value #GROUP}, or {@value #NOT_READ} where nobody knows
   */
  private static double plain(byte[] ascii, int start, int end, int power, int ambiguous) {
    int length = end - start;
    if (length == 0 || length > LONGEST_PLAIN) {
      return Double.NaN;
    }
    int dot = -1;
    long digits = 0;
    for (int i = start; i < end; i++) {
      int digit = ascii[i] - '0';
      if (digit >= 0 && digit <= 9) {
        digits = 10 * digits + digit;
      } else if (ascii[i] == '.' && dot < 0) {
        dot = i - start;
      } else {
        return Double.NaN;
      }
    }
    if (dot < 0) {
      return length > MOST_DIGITS ? Double.NaN : scaled(digits, power);
    }
    int decimals = length - dot - 1;
    if (dot == 0 || decimals == 0) {
      return Double.NaN;
    }
    if (!isAmbiguous((char) ascii[start], dot, decimals)) {
      return scaled(digits, power - decimals);
    }
    return ambiguous == NOT_READ ? Double.NaN : scaled(digits, power - ambiguous);
  }

  /** Both parts are exact, so that their product or quotient is the nearest double. */
  private static double scaled(long digits, int power) {
    return power >= 0 ? digits * POWERS_OF_TEN[power] : digits / POWERS_OF_TEN[-power];
  }

  /** The digits without separators; empty if these are in wrong places. */
  private static Optional<BigDecimal> digits(
      String written, Mark mark, boolean scaled, boolean whole) {
    String text = GROUP_SPACE.matcher(written).replaceAll("");
    boolean spaced = text.length() < written.length();
    if (text.indexOf(ARABIC_MARK) >= 0) {
      return decimal(text, text.indexOf(ARABIC_MARK), '\0');
    }
    int last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
    if (last < 0) {
      return decimal(text, text.length(), '\0');
    }
    if (INDIAN.matcher(text).matches()) {
      return Optional.of(new BigDecimal(text.replace(",", "") + (text.endsWith(".") ? "0" : "")));
    }
    char separator = text.charAt(last);
    char other = separator == '.' ? ',' : '.';
    if (text.indexOf(separator) < last) {
      return decimal(text, text.length(), separator);
    }
    if (spaced || text.indexOf(other) >= 0 || !isAmbiguous(text, last)) {
      return decimal(text, last, other);
    }
    boolean groups = whole || separator == (mark == Mark.DOT ? ',' : '.');
    if (groups && scaled) {
      // 1,234k: a thousand times a thousand, or a decimal?
      return Optional.empty();
    }
    return groups ? decimal(text, text.length(), separator) : decimal(text, last, other);
  }

  /** A number whose whole part ends at {@code point} and may be grouped in threes. */
  private static Optional<BigDecimal> decimal(String text, int point, char group) {
    String whole = text.substring(0, point);
    String fraction = point < text.length() ? text.substring(point + 1) : "";
    if (whole.indexOf(group) >= 0) {
      if (!whole.matches("\\d{1,3}(\\" + group + "\\d{3})+")) {
        return Optional.empty();
      }
      whole = whole.replace(String.valueOf(group), "");
    }
    return isDigits(whole) && isDigits(fraction)
        ? Optional.of(new BigDecimal((whole.isEmpty() ? "0" : whole) + "." + fraction + "0"))
        : Optional.empty();
  }

  private static boolean isDigits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** One to three digits without a leading zero, a separator, three digits. */
  private static boolean isAmbiguous(String text, int separator) {
    return isAmbiguous(text.charAt(0), separator, text.length() - separator - 1);
  }

  private static boolean isAmbiguous(char first, int before, int after) {
    return before >= 1 && before <= 3 && first != '0' && after == 3;
  }

  private static boolean isAmbiguous(NumberScan scan) {
    String digits = scan.digits();
    if (scan.noCents()) {
      return false;
    }
    int separator = Math.max(digits.indexOf('.'), digits.indexOf(','));
    return separator > 0
        && isDigits(digits.substring(0, separator))
        && isDigits(digits.substring(separator + 1))
        && isAmbiguous(digits, separator);
  }

  /** The parts of a cell of any column; empty if it holds no number, or more than one. */
  private static Optional<NumberScan> scan(String raw) {
    String text = CellText.strip(raw);
    return text.length() > LONGEST ? Optional.empty() : NumberScan.of(text, ANY);
  }

  private static boolean hasMark(String raw) {
    return raw.indexOf('.') >= 0
        || raw.indexOf(',') >= 0
        || raw.indexOf('\uFF0E') >= 0
        || raw.indexOf('\uFF0C') >= 0;
  }

  /**
   * Whether a cell can be read in two ways: one to three digits, the first not 0, a dot or a comma,
   * three digits. A sign, a currency and words that are no part of the number may stand around it.
   * With a unit or a percent sign it is not: {@code 1.234M} and {@code 1.234%} are decimals, and
   * are refused where the mark makes them a group.
   *
   * @param raw a cell of any length
   * @return true if the two marks make two numbers of it
   */
  public static boolean isAmbiguous(String raw) {
    return hasMark(raw)
        && scan(raw).filter(scan -> !scan.scaled() && isAmbiguous(scan)).isPresent();
  }

  /**
   * The decimal mark that a cell proves: by a mark that stands once and before other than three
   * digits, by the other one that groups, or, as in {@code 12,34,567}, by its own that groups.
   *
   * @param raw a cell of any length
   * @return the mark; empty if the cell reads the same with both, is ambiguous or no number
   */
  public static Optional<Mark> evidence(String raw) {
    if (!hasMark(raw)) {
      return Optional.empty();
    }
    String text = CellText.strip(raw);
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    if (!Double.isNaN(plain(text))) {
      return DOT;
    }
    Optional<NumberScan> scan = NumberScan.of(text, ANY);
    if (scan.isEmpty() || isAmbiguous(scan.get())) {
      return Optional.empty();
    }
    String digits = scan.get().digits();
    int last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
    if (last < 0 || digits.indexOf(ARABIC_MARK) >= 0) {
      return Optional.empty();
    }
    boolean dot = digits.charAt(last) == '.';
    if (scan.get().noCents()) {
      return Optional.of(dot ? Mark.COMMA : Mark.DOT);
    }
    boolean once = digits.indexOf(digits.charAt(last)) == last;
    Mark mark = dot == once ? Mark.DOT : Mark.COMMA;
    return digits(digits, mark, false, false).isPresent() ? Optional.of(mark) : Optional.empty();
  }
}
