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
    return grouped(value, whole ? 0 : 1);
  }

  /** A count with its noun: {@code 1 account}, {@code 48,200 accounts}. */
  public static String of(double count, String noun) {
    return count(count) + " " + noun + (count == 1 ? "" : "s");
  }

  /** How many people engage with a post, in whole numbers: {@code 1 person engages with a post}. */
  public static String engage(double people) {
    double whole = StrictMath.rint(people);
    return count(whole) + (whole == 1 ? " person engages" : " people engage") + " with a post";
  }

  /**
   * A fraction as a percentage: {@code 2.4%}, {@code 0.031%}, {@code 1,234%}. Two significant
   * digits, rounded half up, or a whole number from 100% on.
   */
  public static String percent(double fraction) {
    if (!Double.isFinite(fraction)) {
      return Double.isNaN(fraction) ? "unknown" : "unbounded";
    }
    double percent = fraction * 100;
    if (percent >= 100) {
      return grouped(percent, 0) + "%";
    }
    return new BigDecimal(percent)
            .round(new MathContext(2, RoundingMode.HALF_UP))
            .stripTrailingZeros()
            .toPlainString()
        + "%";
  }

  /** A sum of money: {@code 1,940 USD}. */
  public static String money(double amount, String currency) {
    String number = grouped(amount, amount >= 100 ? 0 : 2);
    return currency.isEmpty() ? number : number + " " + currency;
  }

  /** A value of a dimension as people write it: two letters are a code. */
  public static String code(String value) {
    return value.length() == 2 ? value.toUpperCase(Locale.ROOT) : value;
  }

  /** A number with the given decimals. */
  public static String fixed(double value, int decimals) {
    return Double.isNaN(value) ? "unknown" : grouped(value, decimals);
  }

  /**
   * What {@code String.format(Locale.ROOT, "%,.nf", value)} gives for n decimals, in a tenth of the
   * time; but "-0.0", which says nothing that "0.0" does not, is that.
   */
  private static String grouped(double value, int decimals) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return String.format(Locale.ROOT, "%f", value);
    }
    StringBuilder text =
        new StringBuilder(
            decimals == 0 && value == StrictMath.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : BigDecimal.valueOf(value)
                    .setScale(decimals, RoundingMode.HALF_UP)
                    .toPlainString());
    int first = text.charAt(0) == '-' ? 1 : 0;
    int end = text.length() - (decimals == 0 ? 0 : decimals + 1);
    for (int at = end - 3; at > first; at -= 3) {
      text.insert(at, ',');
    }
    return text.toString();
  }

  /** A constant in a line: {@code name: value [source]}, as a scorer describes itself. */
  public static String constant(String name, String value, String source) {
    return "  " + name + ": " + value + " [" + source + "]";
  }

  /** A constant in a line that has no source but that it was chosen here. */
  public static String ownDefault(String name, String value) {
    return constant(name, value, "own default");
  }

  /** A weight: whole where it is whole, else two decimals. */
  public static String weight(double value) {
    return value == StrictMath.rint(value) ? plain(value) : fixed(value, 2);
  }
}
