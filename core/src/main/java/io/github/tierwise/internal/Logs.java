package io.github.tierwise.internal;

/**
 * Base-2 logarithm and power that give the same bits on every Java and keep order: {@code a <= b}
 * implies {@code log2(a) <= log2(b)} and {@code exp2(a) <= exp2(b)} for all doubles.
 *
 * <p>{@code Math.log} may differ between machines and {@code StrictMath.log} is slow; both promise
 * order only loosely. Here a table gives the value at the nearest of 128 points, and a polynomial
 * the small rest. Inside a cell every step keeps order, since a step of the argument is far larger
 * than a rounding error of the polynomial; at the 128 borders between cells a test compares the two
 * neighbouring doubles, and adding the exponent keeps order. So the test is a proof.
 *
 * <p>Error: below 4e-16 absolute for a mantissa's logarithm (plus the rounding of adding the
 * exponent), below 1e-12 relative for the power.
 */
public final class Logs {

  private static final int BITS = 7;
  private static final int CELLS = 1 << BITS;
  private static final long MANTISSA = (1L << 52) - 1;
  private static final double LN2 = StrictMath.log(2);

  // Coefficients of log2(1 + r) around 0: 1/ln 2 times 1, -1/2, 1/3, …
  private static final double L1 = 1.0 / LN2;
  private static final double L2 = -1.0 / (2 * LN2);
  private static final double L3 = 1.0 / (3 * LN2);
  private static final double L4 = -1.0 / (4 * LN2);
  private static final double L5 = 1.0 / (5 * LN2);
  private static final double L6 = -1.0 / (6 * LN2);

  // Coefficients of 2^r around 0: (ln 2)^n / n!
  private static final double E1 = LN2;
  private static final double E2 = LN2 * LN2 / 2;
  private static final double E3 = LN2 * LN2 * LN2 / 6;
  private static final double E4 = LN2 * LN2 * LN2 * LN2 / 24;
  private static final double E5 = LN2 * LN2 * LN2 * LN2 * LN2 / 120;

  /** 1 / (1 + k/128), and minus its binary logarithm, for k = 0 … 128. */
  private static final double[] INVERSE = new double[CELLS + 1];

  private static final double[] LOG = new double[CELLS + 1];

  /**
   * The same by the half cell that a mantissa begins with: bits, from which an exponent is taken.
   */
  private static final long[] INVERSE_BITS = new long[2 * CELLS];

  private static final double[] HALF_LOG = new double[2 * CELLS];

  /** The bits of 2^52. */
  private static final long TWO_TO_52 = Double.doubleToRawLongBits(0x1p52);

  /** 2^(j/128) for j = 0 … 127. */
  private static final double[] POWER = new double[CELLS];

  private static final long[] POWER_BITS = new long[CELLS];

  static {
    for (int k = 0; k <= CELLS; k++) {
      INVERSE[k] = 1.0 / (1.0 + k / (double) CELLS);
      LOG[k] = k == CELLS ? 1.0 : -(StrictMath.log(INVERSE[k]) / LN2);
    }
    LOG[0] = 0.0;
    // Rounding may put the end of a cell a last bit above the start of the next: from the top down,
    // since the values at 1 and at 2 are exact and stay.
    for (int k = CELLS - 1; k > 0; k--) {
      double border = 1.0 + (2 * k + 1) / (2.0 * CELLS);
      while (inCell(Math.nextDown(border), k) > inCell(border, k + 1)) {
        LOG[k] = Math.nextDown(LOG[k]);
      }
    }
    for (int half = 0; half < 2 * CELLS; half++) {
      int k = (half + 1) >> 1;
      INVERSE_BITS[half] = Double.doubleToRawLongBits(INVERSE[k]) + (1023L << 52);
      HALF_LOG[half] = LOG[k];
    }
    for (int j = 0; j < CELLS; j++) {
      POWER[j] = StrictMath.pow(2.0, j / (double) CELLS);
      POWER_BITS[j] = Double.doubleToRawLongBits(POWER[j]);
    }
  }

  private Logs() {}

  /**
   * The binary logarithm; exact at powers of two. NaN for NaN and for a negative number, minus
   * infinity for 0.
   */
  public static double log2(double x) {
    if (!(x >= Double.MIN_NORMAL && x < Double.POSITIVE_INFINITY)) {
      return special(x);
    }
    long bits = Double.doubleToRawLongBits(x);
    int exponent = (int) (bits >>> 52) - 1023;
    // The nearest of the points 1, 1 + 1/128, …, 2.
    int cell = ((int) ((bits & MANTISSA) >>> (52 - BITS - 1)) + 1) >> 1;
    double mantissa = Double.longBitsToDouble((bits & MANTISSA) | 0x3FF0000000000000L);
    return exponent + inCell(mantissa, cell);
  }

  /** The logarithm of a number in [1, 2] by the point {@code cell}, the one nearest to it. */
  private static double inCell(double mantissa, int cell) {
    return LOG[cell] + restOfLog(mantissa * INVERSE[cell] - 1.0);
  }

  /** log2(1 + r) for a small r. */
  static double restOfLog(double r) {
    return r * (L1 + r * (L2 + r * (L3 + r * (L4 + r * (L5 + r * L6)))));
  }

  /**
   * What {@link #log2} takes from its tables, for many numbers: the logarithm is {@link #assemble}
   * of the number and of these, the same bits.
   *
   * @param inverse receives the inverse of the nearest point, scaled to the number's own doubling
   */
  static void takeApart(double[] x, double[] inverse, double[] log, double[] exponent, int n) {
    for (int i = 0; i < n; i++) {
      long bits = Double.doubleToRawLongBits(x[i]);
      int half = (int) (bits >>> (52 - BITS - 1)) & (2 * CELLS - 1);
      long doubling = bits >>> 52;
      inverse[i] = Double.longBitsToDouble(INVERSE_BITS[half] - (doubling << 52));
      log[i] = HALF_LOG[half];
      // A whole number below 2^52 as the last bits of 2^52.
      exponent[i] = Double.longBitsToDouble(doubling | TWO_TO_52);
    }
  }

  /** The logarithm of a number by what {@link #takeApart} told of it; NaN for NaN. */
  static double assemble(double x, double inverse, double log, double exponent) {
    return (exponent - (0x1p52 + 1023)) + (log + restOfLog(x * inverse - 1.0));
  }

  private static double special(double x) {
    if (x == 0) {
      return Double.NEGATIVE_INFINITY;
    }
    if (x > 0) {
      // Infinite, or subnormal: scale the latter into the normal range.
      return x == Double.POSITIVE_INFINITY ? x : log2(x * 0x1p54) - 54;
    }
    return Double.NaN;
  }

  /**
   * Two to the power of {@code x}; exact at whole numbers from -1022 to 1023. 0 below that range,
   * infinity from just below 1024 on, NaN for NaN.
   */
  public static double exp2(double x) {
    if (!(x >= -1022)) {
      return Double.isNaN(x) ? x : 0.0;
    }
    if (x >= 1024) {
      return Double.POSITIVE_INFINITY;
    }
    double coarse = coarse(x);
    double cells = nearestCell(coarse);
    double r = beyondCell(coarse, cells);
    int whole = (int) cells;
    double power = POWER[whole & (CELLS - 1)];
    return (power + power * restOfPower(r)) * powerOfTwo(whole >> BITS);
  }

  /** To a multiple of 2^-42: then a step of the argument outweighs every rounding error below. */
  static double coarse(double x) {
    return (x + 0x1.8p10) - 0x1.8p10;
  }

  /** The nearest multiple of 1/128, times 128, as the last bits of the sum. */
  static double cellSum(double coarse) {
    return coarse * CELLS + 0x1.8p52;
  }

  /** The nearest multiple of 1/128, times 128: adding and taking away 1.5 · 2^52 rounds. */
  static double nearestCell(double coarse) {
    return cellSum(coarse) - 0x1.8p52;
  }

  static double beyondCell(double coarse, double cells) {
    return coarse - cells / CELLS;
  }

  /** 2^r - 1 for a small r. */
  static double restOfPower(double r) {
    return r * (E1 + r * (E2 + r * (E3 + r * (E4 + r * E5))));
  }

  private static double powerOfTwo(int exponent) {
    return Double.longBitsToDouble((exponent + 1023L) << 52);
  }

  /**
   * What {@link #exp2} takes from its table, for many numbers: the powers of their nearest cells,
   * each told by its {@link #cellSum}; the two arrays may be one.
   */
  static void powersOfCells(double[] sums, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      long bits = Double.doubleToRawLongBits(sums[i]);
      out[i] =
          Double.longBitsToDouble(POWER_BITS[(int) bits & (CELLS - 1)] + ((bits >> BITS) << 52));
    }
  }
}
