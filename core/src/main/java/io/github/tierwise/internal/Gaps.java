package io.github.tierwise.internal;

import java.util.Arrays;

/**
 * A set of rows of a block: those in which a number is unknown. Filling in what stands for the
 * unknown costs time for those rows alone, while all others go through arithmetic that the compiler
 * can vectorise, which a choice for each row prevents.
 *
 * <p>For one thread.
 */
public final class Gaps {

  /** Rows of a word of a bitmap. */
  static final int WORD = Long.SIZE;

  private final long[] words;

  /** For blocks of up to {@code capacity} rows, a multiple of 64. */
  public Gaps(int capacity) {
    words = new long[capacity / WORD];
  }

  /** A bitmap of all the rows of a column in which it is unknown, or null if there is none. */
  static long @Nullable [] bitmap(double[] column) {
    // One word more than rows need, so that reading from the middle of a word needs no care.
    long[] bitmap = new long[column.length / WORD + 2];
    long any = 0;
    for (int from = 0; from < column.length; from += WORD) {
      long gaps = 0;
      int end = Math.min(column.length, from + WORD);
      for (int row = from; row < end; row++) {
        gaps |= (Double.isNaN(column[row]) ? 1L : 0L) << row;
      }
      bitmap[from / WORD] = gaps;
      any |= gaps;
    }
    return any == 0 ? null : bitmap;
  }

  /** No row. */
  public void clear() {
    Arrays.fill(words, 0L);
  }

  /** Every row. */
  public void fill() {
    Arrays.fill(words, -1L);
  }

  /** The rows of another set. */
  public void set(Gaps other) {
    System.arraycopy(other.words, 0, words, 0, words.length);
  }

  /** The rows where one of the first n numbers is NaN. */
  public void find(double[] numbers, int n) {
    clear();
    for (int i = 0; i < n; i++) {
      words[i / WORD] |= (Double.isNaN(numbers[i]) ? 1L : 0L) << i;
    }
  }

  /** Adds the rows of a bitmap, null for none; the block begins with row {@code from}. */
  public void add(long @Nullable [] bitmap, int from) {
    for (int i = 0; i < words.length && bitmap != null; i++) {
      words[i] |= word(bitmap, from + i * WORD);
    }
  }

  /** Takes away the rows of a bitmap, null for none; the block begins with row {@code from}. */
  public void remove(long @Nullable [] bitmap, int from) {
    for (int i = 0; i < words.length && bitmap != null; i++) {
      words[i] &= ~word(bitmap, from + i * WORD);
    }
  }

  /** The 64 bits from a row on; none beyond the end. */
  private static long word(long[] bitmap, int row) {
    int at = row / WORD;
    int shift = row % WORD;
    if (at + 1 >= bitmap.length) {
      return 0L;
    }
    return shift == 0 ? bitmap[at] : (bitmap[at] >>> shift) | (bitmap[at + 1] << (WORD - shift));
  }

  /** Adds the rows of another set. */
  public void add(Gaps other) {
    for (int i = 0; i < words.length; i++) {
      words[i] |= other.words[i];
    }
  }

  /** Keeps the rows that are in another set too. */
  public void retain(Gaps other) {
    for (int i = 0; i < words.length; i++) {
      words[i] &= other.words[i];
    }
  }

  /** Whether there is no row. */
  public boolean isEmpty() {
    long any = 0L;
    for (long word : words) {
      any |= word;
    }
    return any == 0L;
  }

  /** Puts a number into the rows of this set. */
  public void put(double number, double[] out) {
    for (int i = 0; i < words.length; i++) {
      for (long rest = words[i]; rest != 0; rest &= rest - 1) {
        out[i * WORD + Long.numberOfTrailingZeros(rest)] = number;
      }
    }
  }

  /** Puts a number of its own into the rows of this set in each of two arrays. */
  public void put(double first, double[] firstOut, double second, double[] secondOut) {
    for (int i = 0; i < words.length; i++) {
      for (long rest = words[i]; rest != 0; rest &= rest - 1) {
        int row = i * WORD + Long.numberOfTrailingZeros(rest);
        firstOut[row] = first;
        secondOut[row] = second;
      }
    }
  }

  /** Puts the numbers of the same rows into the rows of this set. */
  public void put(double[] numbers, double[] out) {
    for (int i = 0; i < words.length; i++) {
      for (long rest = words[i]; rest != 0; rest &= rest - 1) {
        int row = i * WORD + Long.numberOfTrailingZeros(rest);
        out[row] = numbers[row];
      }
    }
  }
}
