package io.github.tierwise.files.cells;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Many texts in little memory, each with its position: their bytes one behind the other. */
public final class Texts {

  private static final int BLOCK_BITS = 16;
  private static final int BLOCK = 1 << BLOCK_BITS;

  private byte[][] blocks = new byte[1][];
  private long[] ends = new long[64];
  private int size;

  /** How many texts there are. */
  public int size() {
    return size;
  }

  /** Adds a text behind the others. */
  public void add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    add(bytes, 0, bytes.length);
  }

  /** Adds a text in UTF-8 behind the others. */
  public void add(byte[] bytes, int from, int length) {
    long start = start(size);
    long end = start + length;
    while ((end >>> BLOCK_BITS) >= blocks.length) {
      blocks = Arrays.copyOf(blocks, 2 * blocks.length);
    }
    int done = 0;
    while (done < length) {
      int block = (int) ((start + done) >>> BLOCK_BITS);
      int at = (int) (start + done) & (BLOCK - 1);
      int count = Math.min(length - done, BLOCK - at);
      if (blocks[block] == null) {
        blocks[block] = new byte[BLOCK];
      }
      System.arraycopy(bytes, from + done, blocks[block], at, count);
      done += count;
    }
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, size + (size >> 1));
    }
    ends[size++] = end;
  }

  /** Adds one text of another. */
  public void add(Texts other, int position) {
    byte[] bytes = other.bytes(position);
    add(bytes, 0, bytes.length);
  }

  /** The text at a position. */
  public String get(int position) {
    return new String(bytes(position), StandardCharsets.UTF_8);
  }

  /** Whether the text at a position is this one in UTF-8. */
  boolean isAt(int position, byte[] bytes) {
    long start = start(position);
    if (ends[position] - start != bytes.length) {
      return false;
    }
    // Names of one list often begin alike.
    for (int i = bytes.length - 1; i >= 0; i--) {
      if (at(start + i) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  private byte[] bytes(int position) {
    long start = start(position);
    byte[] bytes = new byte[(int) (ends[position] - start)];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = at(start + i);
    }
    return bytes;
  }

  private byte at(long index) {
    return blocks[(int) (index >>> BLOCK_BITS)][(int) index & (BLOCK - 1)];
  }

  private long start(int position) {
    return position == 0 ? 0 : ends[position - 1];
  }
}
