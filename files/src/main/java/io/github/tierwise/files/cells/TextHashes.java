package io.github.tierwise.files.cells;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Which texts were there before, without holding them: of each, 96 bits of a hash are kept, and 20
 * bytes at the most. That two different texts of 100 million have the same 96 bits has odds of 1 in
 * 15 trillion. The hash is not foreseeable, so that no file can be made of texts that meet.
 */
public final class TextHashes {

  /** The hashes are kept in so many tables, so that only one of them is copied when it grows. */
  private static final int TABLE_BITS = 9;

  private static final int FIRST_CAPACITY = 16;

  private static final SplittableRandom RANDOM = new SplittableRandom();
  private static final long KEY_ONE = RANDOM.nextLong() | 1;
  private static final long KEY_TWO = RANDOM.nextLong() | 1;

  private final long[][] firsts = new long[1 << TABLE_BITS][FIRST_CAPACITY];
  private final int[][] seconds = new int[1 << TABLE_BITS][FIRST_CAPACITY];
  private final int[] sizes = new int[1 << TABLE_BITS];

  /** The first 64 bits of a text's hash, never 0. */
  public static long first(String text, int seed) {
    long hash = KEY_ONE ^ seed;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 29;
    }
    hash = mixed(hash ^ text.length());
    return hash == 0 ? 1 : hash;
  }

  /** The last 32 bits of a text's hash. */
  public static int second(String text, int seed) {
    long hash = KEY_TWO + seed;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash + text.charAt(i)) * 0xD1342543DE82EF95L;
      hash ^= hash >>> 32;
    }
    return (int) (mixed(hash) >>> 32);
  }

  /** The last steps of SplitMix64, after which every bit of the hash counts. */
  private static long mixed(long hash) {
    long mixed = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  /** Adds a text by its hash; false if it was there. */
  public boolean add(long first, int second) {
    int table = (int) (first >>> (Long.SIZE - TABLE_BITS));
    long[] known = firsts[table];
    int place = (int) first & (known.length - 1);
    while (known[place] != 0) {
      if (known[place] == first && seconds[table][place] == second) {
        return false;
      }
      place = (place + 1) & (known.length - 1);
    }
    known[place] = first;
    seconds[table][place] = second;
    if (4 * ++sizes[table] > 3 * known.length) {
      grow(table);
    }
    return true;
  }

  private void grow(int table) {
    long[] before = firsts[table];
    int[] secondsBefore = seconds[table];
    long[] known = new long[2 * before.length];
    int[] others = new int[known.length];
    for (int i = 0; i < before.length; i++) {
      if (before[i] != 0) {
        int place = (int) before[i] & (known.length - 1);
        while (known[place] != 0) {
          place = (place + 1) & (known.length - 1);
        }
        known[place] = before[i];
        others[place] = secondsBefore[i];
      }
    }
    firsts[table] = known;
    seconds[table] = others;
  }

  /** How many texts there are. */
  public long size() {
    return Arrays.stream(sizes).asLongStream().sum();
  }
}
