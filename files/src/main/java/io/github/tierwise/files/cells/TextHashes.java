package io.github.tierwise.files.cells;

import java.util.Arrays;

/**
 * Which texts were there before, without holding them: of each, 96 bits of a {@link TextHash} are
 * kept, in 21 to 32 bytes. That two different texts of 100 million have the same 96 bits has odds
 * of 1 in 15 trillion.
 */
public final class TextHashes {

  /** The hashes are kept in so many tables, so that only one of them is copied when it grows. */
  private static final int TABLE_BITS = 9;

  private static final int FIRST_CAPACITY = 16;

  /** The two parts of a hash stand beside each other. */
  private final long[][] tables = new long[1 << TABLE_BITS][2 * FIRST_CAPACITY];

  private final int[] sizes = new int[1 << TABLE_BITS];

  /** Without somebody who wants it, looking would be left out by the compiler. */
  @SuppressWarnings("UnusedVariable")
  private long met;

  /** Adds a text by its hash; false if it was there. */
  public boolean add(long first, int second) {
    int number = table(first);
    long[] table = tables[number];
    int place = place(first, table);
    while (table[place] != 0) {
      if (table[place] == first && table[place + 1] == second) {
        return false;
      }
      place = next(place, table);
    }
    table[place] = first;
    table[place + 1] = second;
    // Three of four places are taken at most, half of them when it has grown.
    if (8 * ++sizes[number] > 3 * table.length) {
      tables[number] = grown(table);
    }
    return true;
  }

  /**
   * Gets ready for texts that will be added: their places are all over the memory, and looking at
   * many at once takes hardly longer than at one.
   */
  public void expect(long[] firsts, int from, int to) {
    long seen = 0;
    for (int i = from; i < to; i++) {
      long[] table = tables[table(firsts[i])];
      seen ^= table[place(firsts[i], table)];
    }
    met ^= seen;
  }

  private static int table(long first) {
    return (int) (first >>> (Long.SIZE - TABLE_BITS));
  }

  private static int place(long first, long[] table) {
    return 2 * (int) (((first & 0xFFFF_FFFFL) * (table.length >> 1)) >>> Integer.SIZE);
  }

  private static int next(int place, long[] table) {
    return place + 2 == table.length ? 0 : place + 2;
  }

  private static long[] grown(long[] table) {
    long[] larger = new long[2 * (table.length - (table.length >> 2))];
    for (int i = 0; i < table.length; i += 2) {
      if (table[i] != 0) {
        int place = place(table[i], larger);
        while (larger[place] != 0) {
          place = next(place, larger);
        }
        larger[place] = table[i];
        larger[place + 1] = table[i + 1];
      }
    }
    return larger;
  }

  /** How many texts there are. */
  public long size() {
    return Arrays.stream(sizes).asLongStream().sum();
  }
}
