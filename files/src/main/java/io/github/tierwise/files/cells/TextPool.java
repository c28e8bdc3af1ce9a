package io.github.tierwise.files.cells;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/**
 * Different texts in little memory, each with its position: their bytes one behind the other, and a
 * table that finds them by their hash.
 */
public final class TextPool {

  private static final int BLOCK_BITS = 16;
  private static final int BLOCK = 1 << BLOCK_BITS;

  /** Not foreseeable, or a file could be made of names that all fall into one place. */
  private final int multiplier = new Random().nextInt() | 1;

  private byte[][] blocks = new byte[1][];
  private int[] ends = new int[64];
  private int[] hashes = new int[64];

  /** Positions plus 1 at the place of their hash or behind it; 0 is free. */
  private int[] table = new int[128];

  private int size;

  public int size() {
    return size;
  }

  /** The text at a position. */
  public String get(int position) {
    int start = start(position);
    byte[] bytes = new byte[ends[position] - start];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = at(start + i);
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** The first character of a text at a position, which must be ASCII. */
  public char first(int position) {
    return (char) at(start(position));
  }

  /** The position of a text; below 0 if it is not there. */
  public int find(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return table[place(bytes, hash(bytes))] - 1;
  }

  /** The position of a text; a new one is added, so that it is the {@link #size} before. */
  public int add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int hash = hash(bytes);
    int place = place(bytes, hash);
    if (table[place] > 0) {
      return table[place] - 1;
    }
    append(bytes, hash);
    table[place] = size;
    if (2 * size > table.length) {
      grow();
    }
    return size - 1;
  }

  private void append(byte[] bytes, int hash) {
    int start = size == 0 ? 0 : ends[size - 1];
    int end = Math.addExact(start, bytes.length);
    while ((end >>> BLOCK_BITS) >= blocks.length) {
      blocks = Arrays.copyOf(blocks, 2 * blocks.length);
    }
    for (int i = 0; i < bytes.length; i++) {
      int block = (start + i) >>> BLOCK_BITS;
      if (blocks[block] == null) {
        blocks[block] = new byte[BLOCK];
      }
      blocks[block][(start + i) & (BLOCK - 1)] = bytes[i];
    }
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, size + (size >> 1));
      hashes = Arrays.copyOf(hashes, ends.length);
    }
    hashes[size] = hash;
    ends[size++] = end;
  }

  private int hash(byte[] bytes) {
    int hash = 0;
    for (byte each : bytes) {
      hash = (hash ^ each) * multiplier;
    }
    // The last steps of MurmurHash3, after which every bit of the hash counts.
    hash = (hash ^ (hash >>> 16)) * 0x85ebca6b;
    hash = (hash ^ (hash >>> 13)) * 0xc2b2ae35;
    return hash ^ (hash >>> 16);
  }

  /** Where the text is in the table, else where it would be. */
  private int place(byte[] bytes, int hash) {
    int place = hash & (table.length - 1);
    while (table[place] > 0
        && !(hashes[table[place] - 1] == hash && isAt(table[place] - 1, bytes))) {
      place = (place + 1) & (table.length - 1);
    }
    return place;
  }

  private void grow() {
    table = new int[2 * table.length];
    for (int position = 0; position < size; position++) {
      int place = hashes[position] & (table.length - 1);
      while (table[place] > 0) {
        place = (place + 1) & (table.length - 1);
      }
      table[place] = position + 1;
    }
  }

  private boolean isAt(int position, byte[] bytes) {
    int start = start(position);
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

  private int start(int position) {
    return position == 0 ? 0 : ends[position - 1];
  }

  private byte at(int index) {
    return blocks[index >>> BLOCK_BITS][index & (BLOCK - 1)];
  }
}
