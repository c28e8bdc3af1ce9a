package io.github.tierwise.files.cells;

import io.github.tierwise.files.cells.NumberWords.Unit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a cell with one number: what stands before it, its digits with their separators, and
 * what stands behind it. What the parts mean, {@link NumberParser} says.
 */
final class NumberScan {

  private static final Pattern EXPONENT = Pattern.compile("[eE]([+-]?\\d{1,3})(?![\\d\\p{L}])");
  private static final Pattern PER_POST =
      Pattern.compile(
          "(/|\\b(per|pro|por|par|je)\\b)\\s*(a |1 )?(post|posts|beitrag|publicación|publicacion"
              + "|publication)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern PER_OTHER =
      Pattern.compile("(/|\\bper\\b)\\s*\\p{L}[\\p{L} -]*", Pattern.CASE_INSENSITIVE);

  /** How people write that there are no cents: {@code 500,-}. */
  private static final Pattern NO_CENTS = Pattern.compile("(?<=\\d)[.,][-–—]+");

  private static final String DIGIT_SEPARATORS = ".,' ٫";

  private final NumberStyle style;
  private boolean negative;
  private String digits = "";
  private String exponent = "";
  private String unitWord = "";
  private Optional<Unit> unit = Optional.empty();
  private boolean percent;
  private boolean plus;
  private boolean people;
  private boolean noCents;
  private boolean about;
  private boolean bound;
  private String currency = "";
  private String doubt = "";
  private String otherPrice = "";

  private NumberScan(NumberStyle style) {
    this.style = style;
  }

  /** The parts of a text that is stripped and short; empty if there is more than one number. */
  static Optional<NumberScan> of(String stripped, NumberStyle style) {
    String text = CellText.composed(CellText.plain(stripped));
    boolean noCents = style.money() && NO_CENTS.matcher(text).find();
    if (noCents) {
      text = NO_CENTS.matcher(text).replaceAll("");
    }
    int first = 0;
    while (first < text.length() && !isDigit(text.charAt(first))) {
      first++;
    }
    if (first == text.length()) {
      return Optional.empty();
    }
    NumberScan scan = new NumberScan(style);
    scan.noCents = noCents;
    int start = scan.start(text, first);
    int end = scan.number(text, first);
    return scan.before(text.substring(0, start).strip()) && scan.after(text.substring(end).strip())
        ? Optional.of(scan)
        : Optional.empty();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Where the number starts: a mark before it belongs to a word if it ends one, as in Rs.500. */
  private int start(String text, int first) {
    int start = first;
    if (start > 0
        && ".,".indexOf(text.charAt(start - 1)) >= 0
        && (start == 1 || !Character.isLetter(text.charAt(start - 2)))) {
      start--;
    }
    digits = text.substring(start, first);
    if (start > 0 && "+-".indexOf(text.charAt(start - 1)) >= 0) {
      start--;
      negative = text.charAt(start) == '-';
    }
    return start;
  }

  /** Takes the digits and the exponent; where they end. */
  private int number(String text, int first) {
    int end = first;
    while (end < text.length()
        && (isDigit(text.charAt(end)) || DIGIT_SEPARATORS.indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    digits += text.substring(first, end).strip();
    Matcher power = EXPONENT.matcher(text).region(end, text.length());
    // Sees what stands behind the region's start alone, which is all that is left.
    if (power.lookingAt()) {
      exponent = power.group(1);
      return power.end();
    }
    return end;
  }

  private boolean before(String text) {
    String rest = text;
    if (rest.startsWith("~") || rest.startsWith("≈")) {
      about = true;
      rest = rest.substring(1).strip();
    } else {
      int end = wordEnd(rest);
      int next = end < rest.length() && rest.charAt(end) == '.' ? end + 1 : end;
      if (end > 0
          && NumberWords.isAbout(rest.substring(0, end))
          && (next == rest.length() || rest.charAt(next) != '$')) {
        about = true;
        rest = rest.substring(next).strip();
      }
    }
    if (rest.isEmpty()) {
      return true;
    }
    return style.money() && (boundAndCurrency(rest) || currency(rest));
  }

  /** {@code from}, {@code from $}, {@code US$ from}: some words, of which one may be a currency. */
  private boolean boundAndCurrency(String text) {
    if (NumberWords.isBound(withoutDot(text))) {
      bound = true;
      return true;
    }
    for (int at = text.length() - 1; at > 0; at--) {
      String left = withoutDot(text.substring(0, at).strip());
      String right = text.substring(at).strip();
      boolean parted =
          !Character.isLetter(text.charAt(at - 1)) || !Character.isLetter(text.charAt(at));
      if (parted && NumberWords.isBound(left) && currency(right)) {
        bound = true;
        return true;
      }
    }
    return false;
  }

  private static String withoutDot(String word) {
    return word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
  }

  private boolean currency(String written) {
    String word = withoutDot(written.replace(" ", ""));
    Optional<String> code = Currencies.beside(word, style.language());
    if (code.isPresent()) {
      currency = code.get();
      return true;
    }
    doubt = Currencies.doubt(word);
    return !doubt.isEmpty();
  }

  private boolean after(String text) {
    String rest = text;
    while (!rest.isEmpty()) {
      int taken = token(rest);
      if (taken == 0) {
        return false;
      }
      rest = rest.substring(taken).strip();
    }
    return true;
  }

  /** Takes what comes next; how long it is, 0 if it belongs to no number. */
  private int token(String rest) {
    char c = rest.charAt(0);
    if (c == '+' && !plus) {
      plus = true;
      return 1;
    }
    if (c == '%' && !percent) {
      percent = true;
      return 1;
    }
    if (style.money()) {
      String sign = currency.isEmpty() && doubt.isEmpty() ? Currencies.signAtStart(rest) : "";
      if (!sign.isEmpty() && currency(sign)) {
        return sign.length();
      }
      if (PER_POST.matcher(rest).matches()) {
        return rest.length();
      }
      if (PER_OTHER.matcher(rest).matches()) {
        otherPrice = rest;
        return rest.length();
      }
    }
    int end = wordEnd(rest);
    return end == 0 ? 0 : word(rest, end);
  }

  private int word(String rest, int end) {
    String word = rest.substring(0, end);
    boolean free = unitWord.isEmpty() && !percent && !people;
    if (free && takeUnit(word)) {
      return end + dot(rest, end);
    }
    // No spaces between words in Chinese, Japanese and Korean: 5万粉丝.
    if (free && isIdeographic(word.charAt(0)) && takeUnit(word.substring(0, 1))) {
      return 1;
    }
    if (style.whole() && !people && NumberWords.isPeople(word)) {
      people = true;
      return end;
    }
    if (style.money() && currency.isEmpty() && doubt.isEmpty() && currency(word)) {
      return end + dot(rest, end);
    }
    return 0;
  }

  private static boolean isIdeographic(char c) {
    return Character.isIdeographic(c) || (c >= '가' && c <= '힣');
  }

  private static int dot(String rest, int end) {
    return end >= 2 && end < rest.length() && rest.charAt(end) == '.' ? 1 : 0;
  }

  private boolean takeUnit(String word) {
    unit = NumberWords.unit(word, style.language());
    if (unit.isPresent()) {
      unitWord = word;
    }
    return unit.isPresent();
  }

  /** Where the letters at the start end, with the marks of scripts that write vowels so. */
  private static int wordEnd(String text) {
    int end = 0;
    while (end < text.length() && isOfWord(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isOfWord(char c) {
    int type = Character.getType(c);
    return Character.isLetter(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  boolean negative() {
    return negative;
  }

  /** Digits and separators, with no space or sign around them. */
  String digits() {
    return digits;
  }

  /** The exponent with its sign; empty if there is none. */
  String exponent() {
    return exponent;
  }

  /** The unit as it is written; empty if there is none. */
  String unitWord() {
    return unitWord;
  }

  Optional<Unit> unit() {
    return unit;
  }

  /** Whether it says that there are no cents: then every mark in it groups digits. */
  boolean noCents() {
    return noCents;
  }

  boolean percent() {
    return percent;
  }

  /** Whether a plus follows: so many or more. */
  boolean plus() {
    return plus;
  }

  /** Whether it is said to be rounded. */
  boolean about() {
    return about;
  }

  /** Whether it is the least or the most of an amount. */
  boolean bound() {
    return bound;
  }

  /** The code of a currency; empty if there is none. */
  String currency() {
    return currency;
  }

  /** What the sign of the currency could be, if it is of more than one; else empty. */
  String currencyDoubt() {
    return doubt;
  }

  /** What else an amount is the price of, as it is written: {@code / reel}; else empty. */
  String otherPrice() {
    return otherPrice;
  }

  /** Whether the number is more than its digits say: a unit, an exponent, a percent sign. */
  boolean scaled() {
    return !unitWord.isEmpty() || percent || !exponent.isEmpty();
  }
}
