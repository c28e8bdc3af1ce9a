package io.github.tierwise.stability;

import io.github.tierwise.internal.Logs;

/**
 * Random numbers that follow from where they are used: a stream for each account and each thing in
 * doubt, and in it a number for each draw. So neither threads nor the order of accounts change any.
 *
 * <p>Each stream is SplitMix64 (Steele, Lea and Flood 2014, Fast splittable pseudorandom number
 * generators, OOPSLA), whose n-th number needs none of those before it; a stream's seed is a hash
 * of what it is for.
 */
final class Draws {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final double LN2 = StrictMath.log(2);

  private Draws() {}

  /** SplitMix64's finalizer, Stafford's variant 13. */
  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** The seed of a stream: of what it is for, and of a text such as an account's id. */
  static long stream(long seed, String purpose, String text) {
    long hash = mix(seed ^ GOLDEN);
    for (String each : new String[] {purpose, text}) {
      for (int i = 0; i < each.length(); i++) {
        hash = mix(hash + each.charAt(i) + 1);
      }
      hash = mix(hash ^ GOLDEN);
    }
    return hash;
  }

  /** The number of a draw in a stream. */
  static long bits(long stream, long draw) {
    return mix(stream + (draw + 1) * GOLDEN);
  }

  /** A number in (0, 1), never an end: a multiple of 2^-53. */
  static double uniform(long stream, long draw) {
    return ((bits(stream, draw) >>> 12) + 0.5) * 0x1p-52;
  }

  static double ln(double x) {
    return Logs.log2(x) * LN2;
  }

  /**
   * The number below which a standard normal variable lies with that probability: algorithm AS 241,
   * PPND7 (Wichura 1988, Applied Statistics 37, 477-484), relative error about 1e-7.
   *
   * @param probability in (0, 1)
   */
  static double normal(double probability) {
    double q = probability - 0.5;
    if (Math.abs(q) <= 0.425) {
      double r = 0.180625 - q * q;
      return q
          * (((5.9109374720e+01 * r + 1.5929113202e+02) * r + 5.0434271938e+01) * r
              + 3.3871327179e+00)
          / (((6.7187563600e+01 * r + 7.8757757664e+01) * r + 1.7895169469e+01) * r + 1.0);
    }
    double tail = Math.sqrt(-ln(q < 0 ? probability : 1.0 - probability));
    double size;
    if (tail <= 5) {
      double r = tail - 1.6;
      size =
          (((1.7023821103e-01 * r + 1.3067284816e+00) * r + 2.7568153900e+00) * r
                  + 1.4234372777e+00)
              / ((1.2021132975e-01 * r + 7.3700164250e-01) * r + 1.0);
    } else {
      double r = tail - 5;
      size =
          (((1.7337203997e-02 * r + 4.2868294337e-01) * r + 3.0812263860e+00) * r
                  + 6.6579051150e+00)
              / ((1.2258202635e-02 * r + 2.4197894225e-01) * r + 1.0);
    }
    return q < 0 ? -size : size;
  }
}
