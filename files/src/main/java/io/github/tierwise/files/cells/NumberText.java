package io.github.tierwise.files.cells;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as a reader expects them; the same text in every locale. */
public final class NumberText {

  private NumberText() {}

  /** A count with separators: {@code 48,200}. */
  public static String count(double value) {
    return Double.isNaN(value) ? "unknown" : String.format(Locale.ROOT, "%,.0f", value);
  }

  /** A count with separators. */
  public static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /**
   * The shortest text that reads back as the same number: {@code -3}, {@code 0.25}. That of {@code
   * Double} is longer for some numbers before Java 19.
   */
  public static String plain(double value) {
    return value == StrictMath.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : NumberOutput.toString(value, true);
  }

  /** A number with one decimal. */
  public static String tenth(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
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
      return count(percent) + "%";
    }
    return new BigDecimal(percent)
            .round(new MathContext(2, RoundingMode.HALF_UP))
            .stripTrailingZeros()
            .toPlainString()
        + "%";
  }

  /** A sum of money: {@code 1,940 USD}. */
  public static String money(double amount, String currency) {
    String number = String.format(Locale.ROOT, amount >= 100 ? "%,.0f" : "%,.2f", amount);
    return currency.isEmpty() ? number : number + " " + currency;
  }

  /** A count with its noun: {@code 1 row}, {@code 200 rows}. */
  public static String of(long count, String noun) {
    return count(count) + " " + noun + (count == 1 ? "" : "s");
  }
}
