package io.github.tierwise.files.cells;

import java.util.Arrays;

/**
 * Which texts were there before, without holding them: of each, 76 bits of a {@link TextHash} are
 * kept, in 12 to 18 bytes. That two different texts of 100 million have the same 76 bits has odds
 * of 1 in 15 million, of 10 million of 1 in 1.5 billion.
 */
public final class TextHashes {

  /**
   * The hashes are kept in so many tables: that it is in this one and not another tells 12 bits of
   * a hash, and only one table at a time is copied when it grows.
   */
  private static final int TABLE_BITS = 12;

  private static final int FIRST_CAPACITY = 8;

  /** One part in so many of the memory: how many rows a file has is guessed. */
  private static final int MOST_RESERVED = 4;

  private final long[][] tables = new long[1 << TABLE_BITS][FIRST_CAPACITY];

  private final int[] sizes = new int[1 << TABLE_BITS];

  /** Without somebody who wants it, looking would be left out by the compiler. */
  @SuppressWarnings("UnusedVariable")
  private long met;

  /**
   * Makes room for texts before the first is added, so that it need not grow.
   *
   * @param texts how many there will probably be
   */
  public void reserve(long texts) {
    long most = Runtime.getRuntime().maxMemory() / Long.BYTES / MOST_RESERVED;
    long capacity = Math.min(2 * texts, most) >> TABLE_BITS;
    if (capacity > FIRST_CAPACITY) {
      Arrays.setAll(tables, i -> new long[Math.toIntExact(capacity)]);
    }
  }

  /** Adds a text by its hash; false if it was there. */
  public boolean add(long first, int second) {
    int number = table(second);
    long[] table = tables[number];
    int place = place(first, table.length);
    for (long there = table[place]; there != 0; there = table[place]) {
      if (there == first) {
        return false;
      }
      place = next(place, table);
    }
    table[place] = first;
    // Two of three places are taken at most, and less than half of them when it has grown.
    if (3 * ++sizes[number] > 2 * table.length) {
      tables[number] = grown(table);
    }
    return true;
  }

  /**
   * Gets ready for texts that will be added: their places are all over the memory, and looking at
   * many at once takes hardly longer than at one.
   */
  public void expect(long[] firsts, int[] seconds, int from, int to) {
    long seen = 0;
    for (int i = from; i < to; i++) {
      long[] table = tables[table(seconds[i])];
      seen ^= table[place(firsts[i], table.length)];
    }
    met ^= seen;
  }

  private static int table(int second) {
    return second >>> (Integer.SIZE - TABLE_BITS);
  }

  /** In the order of the hashes, so that a table grows from its beginning to its end. */
  private static int place(long first, int capacity) {
    return (int) (((first >>> Integer.SIZE) * capacity) >>> Integer.SIZE);
  }

  private static int next(int place, long[] table) {
    return place + 1 == table.length ? 0 : place + 1;
  }

  private static long[] grown(long[] table) {
    long[] larger = new long[table.length + (table.length >> 1)];
    for (long each : table) {
      if (each != 0) {
        int place = place(each, larger.length);
        while (larger[place] != 0) {
          place = next(place, larger);
        }
        larger[place] = each;
      }
    }
    return larger;
  }

  /** How many texts there are. */
  public long size() {
    return Arrays.stream(sizes).asLongStream().sum();
  }
}
