package io.github.tierwise.internal;

/** What stands in for the unknown, NaN. */
public final class Unknown {

  private static final long INFINITE = 0x7FF0000000000000L;

  private Unknown() {}

  /**
   * The number, or another where it is NaN: without a branch, since which rows lack a number cannot
   * be guessed.
   */
  public static double orElse(double number, double other) {
    long bits = Double.doubleToRawLongBits(number);
    // All ones for NaN, whose bits without the sign are above those of infinity.
    long isUnknown = (INFINITE - (bits & Long.MAX_VALUE)) >> 63;
    return Double.longBitsToDouble(
        (bits & ~isUnknown) | (Double.doubleToRawLongBits(other) & isUnknown));
  }

  /** Zero, or NaN for NaN and for infinity: added to a finite number it makes that unknown too. */
  @SuppressWarnings("IdentityBinaryExpression") // the difference is not always 0
  public static double zeroIfKnown(double number) {
    return number - number;
  }

  /** Puts the other number where one of the first n is NaN. */
  public static void replace(double[] numbers, double other, int n) {
    for (int i = 0; i < n; i++) {
      numbers[i] = orElse(numbers[i], other);
    }
  }

  /** Puts the number of the same position where one of the first n is NaN. */
  public static void replace(double[] numbers, double[] others, int n) {
    for (int i = 0; i < n; i++) {
      numbers[i] = orElse(numbers[i], others[i]);
    }
  }
}
