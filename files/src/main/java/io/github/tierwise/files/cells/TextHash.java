package io.github.tierwise.files.cells;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/**
 * A hash of 96 bits of one text after the other. It is not foreseeable, so that no file can be made
 * of texts that have the same.
 */
public final class TextHash {

  private static final long KEY_ONE = new SplittableRandom().nextLong();
  private static final long KEY_TWO = new SplittableRandom().nextLong();

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private long first;
  private int second;

  // Of the last seed; those of neighbours are mostly the same.
  private int seeded;
  private long seedOne = mixed(KEY_ONE);
  private long seedTwo = mixed(KEY_TWO);

  /**
   * Takes the hash of a text.
   *
   * @param seed for texts that are not the same though their letters are
   */
  public void of(String text, int seed) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    of(bytes, 0, bytes.length, seed);
  }

  /** Takes the hash of a text in UTF-8. */
  public void of(byte[] bytes, int start, int end, int seed) {
    if (seed != seeded) {
      // Far apart for each seed, or a seed and a letter could stand for each other.
      seeded = seed;
      seedOne = mixed(KEY_ONE + seed);
      seedTwo = mixed(KEY_TWO + seed);
    }
    long one = seedOne;
    long two = seedTwo;
    for (int i = start; i < end; i += Long.BYTES) {
      long word = word(bytes, i, Math.min(Long.BYTES, end - i));
      one = (one ^ word) * 0x9E3779B97F4A7C15L;
      one ^= one >>> 29;
      two = (two + word) * 0xD1342543DE82EF95L;
      two ^= two >>> 32;
    }
    long mixed = mixed(one ^ (end - start));
    first = mixed == 0 ? 1 : mixed;
    second = (int) (mixed(two + (end - start)) >>> 32);
  }

  /** So many bytes, at most eight, as a number; the length of the text tells zeros from none. */
  private static long word(byte[] bytes, int start, int count) {
    if (start + Long.BYTES <= bytes.length) {
      return (long) WORDS.get(bytes, start) & (-1L >>> (Long.SIZE - Byte.SIZE * count));
    }
    long word = 0;
    for (int i = count - 1; i >= 0; i--) {
      word = (word << Byte.SIZE) | (bytes[start + i] & 0xFF);
    }
    return word;
  }

  /** The last steps of SplitMix64, after which every bit of the hash counts. */
  private static long mixed(long hash) {
    long mixed = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  /** The first 64 bits, never 0. */
  public long first() {
    return first;
  }

  /** The last 32 bits. */
  public int second() {
    return second;
  }
}
