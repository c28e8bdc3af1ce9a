package io.github.tierwise.files.cells;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Numbers as people write them: {@code 475.8M}, {@code 1,234,567}, {@code 12,3k}, {@code 1.39%},
 * {@code 9.7e-05}, {@code €350}; and the ways to say "unknown".
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
   */
  public record Cell(
      Kind kind, double value, boolean percent, boolean abbreviated, String currency) {
    private static Cell number(double value) {
      return new Cell(Kind.NUMBER, value, false, false, "");
    }

    public boolean isNumber() {
      return kind == Kind.NUMBER;
    }
  }

  public static final Cell UNKNOWN = new Cell(Kind.UNKNOWN, Double.NaN, false, false, "");
  private static final Cell WRONG = new Cell(Kind.NOT_A_NUMBER, Double.NaN, false, false, "");

  private static final Set<String> UNKNOWN_WORDS =
      Set.of("-", "–", "—", "n/a", "n/a'", "n.a.", "na", "null", "nan", "nan%", "unknown", "?");

  private static final int LONGEST_UNKNOWN_WORD =
      UNKNOWN_WORDS.stream().mapToInt(String::length).max().orElse(0);

  /** What spreadsheets leave where a formula failed, in any language: #VALOR!, #N/A, #DIV/0!. */
  private static final Pattern SPREADSHEET_ERROR = Pattern.compile("#[\\p{L}/0]+[!?]?");

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<sign>[+\\-−]?)(?<digits>[.,]?\\d[\\d.,'’ \\u00A0\\u2009\\u202F]*)"
              + "(?:[eE](?<exponent>[+-]?\\d{1,3}))?"
              + "\\s*(?<suffix>[kKmMbB]|[bB][nN]|[mM][nN])?\\s*(?<percent>%)?");
  private static final Pattern GROUP_SPACE =
      Pattern.compile("(?<=\\d)['’ \\u00A0\\u2009\\u202F](?=\\d{3}(\\D|$))");
  private static final Pattern MONEY =
      Pattern.compile(
          "(?<before>[€$£₹]|[A-Za-z]{3}(?![A-Za-z]))?\\s*(?<number>.*?)\\s*(?<after>[€$£₹]|(?<![A-Za-z])[A-Za-z]{3})?");
  private static final Map<String, String> SIGNS =
      Map.of("€", "EUR", "$", "USD", "£", "GBP", "₹", "INR");
  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());
  private static final Pattern GROUPED_BY_DOT = Pattern.compile("[1-9]\\d{0,2}\\.\\d{3}");
  private static final int LONGEST = 64;

  /** A whole number of so many digits is exact as a double. */
  private static final int MOST_DIGITS = 15;

  private static final double[] POWERS_OF_TEN =
      IntStream.rangeClosed(0, MOST_DIGITS).mapToDouble(n -> Math.rint(Math.pow(10, n))).toArray();

  private static final Optional<Mark> DOT = Optional.of(Mark.DOT);

  private NumberParser() {}

  /** Whether a text says that something is not known; {@code NA} does, but not of a country. */
  public static boolean isUnknown(String text) {
    String word = text.strip();
    return word.isEmpty()
        || (word.length() <= LONGEST_UNKNOWN_WORD
            && UNKNOWN_WORDS.contains(word.toLowerCase(Locale.ROOT)))
        || (word.startsWith("#") && SPREADSHEET_ERROR.matcher(word).matches());
  }

  /** The code of a currency, by its sign or its code in any case. */
  public static Optional<String> currency(String text) {
    String code = SIGNS.getOrDefault(text, text.strip().toUpperCase(Locale.ROOT));
    return CURRENCIES.contains(code) ? Optional.of(code) : Optional.empty();
  }

  /** Reads a number. */
  public static Cell parse(String raw, Mark mark) {
    String text = raw.strip();
    if (text.isEmpty()) {
      return UNKNOWN;
    }
    double plain = plain(text.toCharArray(), 0, text.length());
    if (!Double.isNaN(plain)) {
      return Cell.number(plain);
    }
    if (isUnknown(text)) {
      return UNKNOWN;
    }
    Matcher parts = NUMBER.matcher(text);
    if (text.length() > LONGEST || !parts.matches()) {
      return WRONG;
    }
    String suffix = parts.group("suffix") == null ? "" : parts.group("suffix");
    boolean percent = parts.group("percent") != null;
    boolean scaled = !suffix.isEmpty() || percent || parts.group("exponent") != null;
    Optional<BigDecimal> number = digits(parts.group("digits"), mark, scaled);
    if (number.isEmpty()) {
      return WRONG;
    }
    int power =
        switch (suffix.isEmpty() ? ' ' : Character.toLowerCase(suffix.charAt(0))) {
          case 'k' -> 3;
          case 'm' -> 6;
          case 'b' -> 9;
          default -> 0;
        };
    if (parts.group("exponent") != null) {
      power += Integer.parseInt(parts.group("exponent"));
    }
    double value = number.get().scaleByPowerOfTen(percent ? power - 2 : power).doubleValue();
    boolean negative = parts.group("sign").equals("-") || parts.group("sign").equals("−");
    return Double.isInfinite(value)
        ? WRONG
        : new Cell(Kind.NUMBER, negative ? 0.0 - value : value, percent, !suffix.isEmpty(), "");
  }

  /** A number of people, such as {@code 48.2k}; empty if it is none or below 0. */
  public static OptionalDouble count(String text) {
    Cell cell = parse(text, Mark.DOT);
    return cell.isNumber() && !cell.percent() && cell.value() >= 0
        ? OptionalDouble.of(cell.value())
        : OptionalDouble.empty();
  }

  /** Reads a number that may have a currency before or after it. */
  public static Cell parseMoney(String raw, Mark mark) {
    Cell plain = parse(raw, mark);
    if (plain.kind() != Kind.NOT_A_NUMBER || raw.length() > LONGEST) {
      return plain;
    }
    Matcher parts = MONEY.matcher(raw.strip());
    if (!parts.matches()) {
      return plain;
    }
    String word = parts.group("before") == null ? parts.group("after") : parts.group("before");
    Optional<String> code = word == null ? Optional.empty() : currency(word);
    Cell amount = parse(parts.group("number"), mark);
    return code.isPresent() && amount.isNumber()
        ? new Cell(Kind.NUMBER, amount.value(), false, amount.abbreviated(), code.get())
        : WRONG;
  }

  /**
   * A number in plain digits that reads the same with either mark, as nearly all are: at most one
   * dot, no more digits than a double holds exactly. NaN if it is anything else, such as a number
   * with spaces around it: {@link #parse} tells.
   */
  public static double plain(char[] chars, int start, int end) {
    int length = end - start;
    if (length == 0 || length > MOST_DIGITS + 1) {
      return Double.NaN;
    }
    int dot = -1;
    long digits = 0;
    for (int i = start; i < end; i++) {
      int digit = chars[i] - '0';
      if (digit >= 0 && digit <= 9) {
        digits = 10 * digits + digit;
      } else if (chars[i] == '.' && dot < 0) {
        dot = i - start;
      } else {
        return Double.NaN;
      }
    }
    if (dot < 0) {
      return length > MOST_DIGITS ? Double.NaN : digits;
    }
    int decimals = length - dot - 1;
    // Both are exact, so that their quotient is the nearest double.
    return dot == 0 || decimals == 0 || isAmbiguous(chars[start], dot, decimals)
        ? Double.NaN
        : digits / POWERS_OF_TEN[decimals];
  }

  /** The digits without separators; empty if these are in wrong places. */
  private static Optional<BigDecimal> digits(String written, Mark mark, boolean scaled) {
    String text = written.strip();
    boolean spaced = GROUP_SPACE.matcher(text).find();
    if (spaced) {
      text = GROUP_SPACE.matcher(text).replaceAll("");
    }
    if (text.chars().anyMatch(c -> c != '.' && c != ',' && !Character.isDigit(c))) {
      return Optional.empty();
    }
    int last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
    if (last < 0) {
      return Optional.of(new BigDecimal(text));
    }
    char separator = text.charAt(last);
    boolean once = text.indexOf(separator) == last;
    boolean other = text.indexOf(separator == '.' ? ',' : '.') >= 0;
    boolean groups;
    if (!once) {
      groups = true;
    } else if (other || spaced || !isAmbiguous(text, last)) {
      groups = false;
    } else {
      groups = separator == (mark == Mark.DOT ? ',' : '.');
      if (groups && scaled) {
        // 1,234k: a thousand times a thousand, or a decimal?
        return Optional.empty();
      }
    }
    String whole = groups ? text : text.substring(0, last);
    String fraction = groups ? "" : text.substring(last + 1);
    char group = groups ? separator : separator == '.' ? ',' : '.';
    if (whole.indexOf(group) >= 0) {
      if (!whole.matches("\\d{1,3}(\\" + group + "\\d{3})+")) {
        return Optional.empty();
      }
      whole = whole.replace(String.valueOf(group), "");
    }
    return whole.chars().allMatch(Character::isDigit)
            && fraction.chars().allMatch(Character::isDigit)
        ? Optional.of(new BigDecimal((whole.isEmpty() ? "0" : whole) + "." + fraction + "0"))
        : Optional.empty();
  }

  /** One to three digits without a leading zero, a separator, three digits. */
  private static boolean isAmbiguous(String text, int separator) {
    return isAmbiguous(text.charAt(0), separator, text.length() - separator - 1);
  }

  private static boolean isAmbiguous(char first, int before, int after) {
    return before >= 1 && before <= 3 && first != '0' && after == 3;
  }

  /** Whether a cell is of the form {@code 48.200}, which alone could be either. */
  public static boolean looksGroupedByDot(String raw) {
    String text = raw.strip();
    return text.indexOf('.') > 0 && GROUPED_BY_DOT.matcher(text).matches();
  }

  /** The decimal mark that a cell proves, if it proves one. */
  public static Optional<Mark> evidence(String raw) {
    String text = raw.strip();
    if (text.indexOf('.') < 0 && text.indexOf(',') < 0) {
      return Optional.empty();
    }
    if (!Double.isNaN(plain(text.toCharArray(), 0, text.length()))) {
      return DOT;
    }
    Matcher parts = NUMBER.matcher(text);
    if (text.length() > LONGEST || !parts.matches()) {
      return Optional.empty();
    }
    String digits = parts.group("digits").strip();
    int last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
    if (last < 0) {
      return Optional.empty();
    }
    boolean dot = digits.charAt(last) == '.';
    boolean once = digits.indexOf(digits.charAt(last)) == last;
    boolean other = digits.indexOf(dot ? ',' : '.') >= 0;
    if (once && !other && isAmbiguous(digits, last)) {
      return Optional.empty();
    }
    return Optional.of(dot == once ? Mark.DOT : Mark.COMMA);
  }
}
