package io.github.tierwise.files.cells;

import java.util.Arrays;

/**
 * Which texts were there before, without holding them: of each, 96 bits of a {@link TextHash} are
 * kept, in at most 32 bytes. That two different texts of 100 million have the same 96 bits has odds
 * of 1 in 15 trillion.
 */
public final class TextHashes {

  /** The hashes are kept in so many tables, so that only one of them is copied when it grows. */
  private static final int TABLE_BITS = 9;

  private static final int FIRST_CAPACITY = 16;

  private final long[][] firsts = new long[1 << TABLE_BITS][FIRST_CAPACITY];
  private final int[][] seconds = new int[1 << TABLE_BITS][FIRST_CAPACITY];
  private final int[] sizes = new int[1 << TABLE_BITS];

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
