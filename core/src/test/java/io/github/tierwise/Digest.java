package io.github.tierwise;

import java.util.HexFormat;

/** A hash of many numbers in their order; quick also where nothing is compiled. */
public final class Digest {

  private long hash = 0xCBF29CE484222325L;

  /** Adds a number. */
  public void add(double number) {
    // One NaN: which of its bit patterns an operation gives is not laid down.
    add(Double.doubleToLongBits(number));
  }

  /** Adds 64 bits. */
  public void add(long bits) {
    hash = Long.rotateLeft((hash ^ bits) * 0x9E3779B97F4A7C15L, 29);
  }

  @Override
  public String toString() {
    return HexFormat.of().toHexDigits(hash);
  }
}
