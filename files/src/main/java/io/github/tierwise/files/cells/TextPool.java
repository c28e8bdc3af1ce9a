package io.github.tierwise.files.cells;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Different texts in little memory, each with its position, and a table that finds them. */
public final class TextPool {

  /** Not foreseeable, or a file could be made of names that all fall into one place. */
  private final int multiplier = new Random().nextInt() | 1;

  private final Texts texts = new Texts();
  private int[] hashes = new int[64];

  /** Positions plus 1 at the place of their hash or behind it; 0 is free. */
  private int[] table = new int[128];

  public int size() {
    return texts.size();
  }

  /** The text at a position. */
  public String get(int position) {
    return texts.get(position);
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
    int position = size();
    if (position == hashes.length) {
      hashes = Arrays.copyOf(hashes, position + (position >> 1));
    }
    hashes[position] = hash;
    texts.add(bytes, 0, bytes.length);
    table[place] = size();
    if (2 * size() > table.length) {
      grow();
    }
    return position;
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
        && !(hashes[table[place] - 1] == hash && texts.isAt(table[place] - 1, bytes))) {
      place = (place + 1) & (table.length - 1);
    }
    return place;
  }

  private void grow() {
    table = new int[2 * table.length];
    for (int position = 0; position < size(); position++) {
      int place = hashes[position] & (table.length - 1);
      while (table[place] > 0) {
        place = (place + 1) & (table.length - 1);
      }
      table[place] = position + 1;
    }
  }
}
