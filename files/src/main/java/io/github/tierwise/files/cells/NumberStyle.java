package io.github.tierwise.files.cells;

import java.util.Objects;

/**
 * How the numbers of one column are written, as far as its header and the caller tell.
 *
 * @param mark the decimal mark, for cells such as {@code 1.234} that do not tell by themselves
 * @param whole whether it counts people: there a dot or comma before exactly three digits groups
 *     them ({@code 48.200} is 48,200), except behind a leading 0. It holds only where {@code power}
 *     is 0 and the cell has neither a unit nor a percent sign: {@code 1.234M} is 1,234,000
 * @param money whether amounts of money are expected, with a currency or words such as {@code on
 *     request}, which are no quote
 * @param power the unit in the header as a power of ten: 3 for "followers (K)". A cell with a unit
 *     of its own gets its own and not the header's
 * @param language the header's language as in {@code es}, lower case; empty if it is not known. It
 *     decides units that mean different numbers in two languages
 */
public record NumberStyle(
    NumberParser.Mark mark, boolean whole, boolean money, int power, String language) {

  private static final int MOST_POWER = 12;

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if {@code power} is not in [0, 12]
   */
  public NumberStyle {
    Objects.requireNonNull(mark, "mark");
    Objects.requireNonNull(language, "language");
    if (power < 0 || power > MOST_POWER) {
      throw new IllegalArgumentException(
          "power must be in [0, %d], was %d".formatted(MOST_POWER, power));
    }
  }

  /** Any number without a unit in its header, in a language that is not known. */
  public static NumberStyle of(NumberParser.Mark mark) {
    return new NumberStyle(mark, false, false, 0, "");
  }
}
