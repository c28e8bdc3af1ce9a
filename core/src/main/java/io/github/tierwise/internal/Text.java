package io.github.tierwise.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as a reader expects them; the same text in every locale. */
public final class Text {

  private Text() {}

  /** The shortest exact text: {@code -3}, {@code 0.25}, {@code NaN}. */
  public static String plain(double value) {
    if (value == StrictMath.rint(value) && Math.abs(value) < 1e15) {
      return Long.toString((long) value);
    }
    return Double.toString(value);
  }

  /** A count with separators: {@code 48,200}; a small one with a decimal if it has one. */
  public static String count(double value) {
    if (Double.isNaN(value)) {
      return "unknown";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "unbounded" : "-unbounded";
    }
    boolean whole = value == StrictMath.rint(value) || Math.abs(value) >= 100;
    return String.format(Locale.ROOT, whole ? "%,.0f" : "%,.1f", value);
  }

  /** A fraction as a percentage with two significant digits: {@code 2.4%}, {@code 0.031%}. */
  public static String percent(double fraction) {
    if (!Double.isFinite(fraction)) {
      return Double.isNaN(fraction) ? "unknown" : "unbounded";
    }
    double percent = fraction * 100;
    if (percent >= 100) {
      return String.format(Locale.ROOT, "%,.0f%%", percent);
    }
    return new BigDecimal(percent)
            .round(new MathContext(2, RoundingMode.HALF_EVEN))
            .stripTrailingZeros()
            .toPlainString()
        + "%";
  }

  /** A sum of money: {@code 1,940 USD}. */
  public static String money(double amount, String currency) {
    String number = String.format(Locale.ROOT, amount >= 100 ? "%,.0f" : "%,.2f", amount);
    return currency.isEmpty() ? number : number + " " + currency;
  }

  /** A value of a dimension as people write it: two letters are a code. */
  public static String code(String value) {
    return value.length() == 2 ? value.toUpperCase(Locale.ROOT) : value;
  }

  /** A number with the given decimals. */
  public static String fixed(double value, int decimals) {
    if (Double.isNaN(value)) {
      return "unknown";
    }
    String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
    // "-0.0" says nothing that "0.0" does not.
    return text.matches("-0(\\.0*)?") ? text.substring(1) : text;
  }

  /** A constant in a line: {@code name: value [source]}, as a scorer describes itself. */
  public static String constant(String name, String value, String source) {
    return "  %s: %s [%s]".formatted(name, value, source);
  }

  /** A weight: whole where it is whole, else two decimals. */
  public static String weight(double value) {
    return value == StrictMath.rint(value) ? plain(value) : fixed(value, 2);
  }
}
