package io.github.tierwise.deal;

import io.github.tierwise.internal.Text;

/** Amounts in thousandths, so that sums are exact: 0.1 and 0.2 are not above 0.3. */
final class Money {

  private static final double THOUSANDTHS = 1_000;

  /** Beyond this, amounts would no longer be exact. */
  static final double MOST = 1e12;

  private Money() {}

  /** A price, never below the amount. */
  static long price(double amount) {
    long units = (long) StrictMath.rint(amount * THOUSANDTHS);
    return amount(units) < amount ? units + 1 : units;
  }

  /** A budget, never above the amount. */
  static long budget(double amount, String name) {
    if (!(amount > 0 && amount <= MOST)) {
      throw new IllegalArgumentException(
          "%s must be > 0 and <= %s, was %s".formatted(name, Text.plain(MOST), Text.plain(amount)));
    }
    long units = (long) StrictMath.rint(amount * THOUSANDTHS);
    return amount(units) > amount ? units - 1 : units;
  }

  /** Two sums that are not negative; more than can be counted is the most that can. */
  static long sum(long one, long other) {
    long sum = one + other;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }

  static double amount(long units) {
    return units / THOUSANDTHS;
  }
}
