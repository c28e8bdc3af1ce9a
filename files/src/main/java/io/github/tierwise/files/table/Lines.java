package io.github.tierwise.files.table;

import io.github.tierwise.files.cells.TextHash;
import io.github.tierwise.files.cells.Texts;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows that are one line of bytes each, as nearly all are, some hundred at a time: cells with or
 * without quotes, which open at the beginning of a cell and are closed at its end, on the same
 * line. A line that is anything else ends the walk; from there on the parser of CSV has the word.
 * Of one thread.
 */
public final class Lines {

  /** So many rows are in hand at most. */
  public static final int MOST = 1 << 10;

  /** Fewer rows of a wide table, or they would not stay in the processor's cache. */
  private static final int MOST_CELLS = 1 << 14;

  /** A line must be shorter than what the parser of CSV calls too long. */
  private static final int LONGEST = 1 << 20;

  private static final int BYTES = 1 << Byte.SIZE;

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

  /** Ends of lines, quotes and what is as low as these. */
  private static final long LOW = ('"' + 1) * ONES;

  private final Charset charset;
  private final CharsetDecoder decoder;

  /** By byte: whether a cell may end there, or need a closer look. */
  private final boolean[] special = new boolean[BYTES];

  private final byte separator;
  private final long separators;
  private final LineRow row;
  private final List<PlainNumbers> numbers = new ArrayList<>();

  private byte[] bytes = {};
  private int position;
  private int end;
  private long line;
  private long blank;
  private int size;
  private int cells;
  private int block;
  private final int[] firsts = new int[MOST + 1];
  private final long[] numbersOfLines = new long[MOST];
  private int[] starts = new int[MOST_CELLS];
  private int[] ends = new int[MOST_CELLS];
  private boolean anyDoubled;

  /**
   * No lines.
   *
   * @param separator what stands between two cells
   * @param charset an encoding in which bytes of ASCII are ASCII and nothing else
   */
  Lines(char separator, Charset charset) {
    this.separator = (byte) separator;
    separators = separator * ONES;
    this.charset = charset;
    decoder = charset.newDecoder();
    Arrays.fill(special, BYTES / 2, BYTES, true);
    for (char each : new char[] {separator, '"', '\n', '\r'}) {
      special[each] = true;
    }
    row = new LineRow(this);
  }

  /** Whether the rows of a file may be walked over as lines. */
  static boolean isPossible(Charset charset) {
    return charset.equals(StandardCharsets.UTF_8)
        || charset.equals(StandardCharsets.ISO_8859_1)
        || charset.name().startsWith("windows-125");
  }

  /** Starts with the first line of a piece that begins where a line does. */
  void start(byte[] piece, int from, int to) {
    bytes = piece;
    position = from;
    end = to;
    line = 0;
    blank = 0;
    size = 0;
  }

  /** Goes to the next rows that are not blank; false if there are none. */
  public boolean next() {
    return next(MOST);
  }

  /**
   * Goes to the next rows.
   *
   * @param most how many at most
   */
  boolean next(int most) {
    size = 0;
    cells = 0;
    anyDoubled = false;
    block++;
    while (position < end && size < most && (size == 0 || cells < MOST_CELLS)) {
      int before = cells;
      int next = split();
      if (next < 0) {
        cells = before;
        break;
      }
      position = next;
      line++;
      if (isBlank(before)) {
        blank++;
        cells = before;
      } else {
        firsts[size] = before;
        numbersOfLines[size] = line;
        size++;
        firsts[size] = cells;
      }
    }
    return size > 0;
  }

  /** Whether all lines were passed; else the next is not as simple as these. */
  public boolean isAtEnd() {
    return position >= end;
  }

  /** How many lines were passed. */
  public long lines() {
    return line;
  }

  /** How many of them are blank. */
  public long blank() {
    return blank;
  }

  /** Where the next line begins in the piece. */
  public int position() {
    return position;
  }

  /** How many rows are in hand. */
  public int size() {
    return size;
  }

  /** One of the rows in hand; the same object is each in turn. */
  public LineRow row(int index) {
    row.moveTo(index);
    return row;
  }

  /** How many cells a row has. */
  public int cells(int index) {
    return firsts[index + 1] - firsts[index];
  }

  /** The line on which a row is, from the first line of the piece, which is 1. */
  public long line(int index) {
    return numbersOfLines[index];
  }

  /** The numbers in a column of the rows in hand. */
  public PlainNumbers numbers(int column) {
    while (numbers.size() <= column) {
      numbers.add(PlainNumbers.NONE);
    }
    PlainNumbers found = numbers.get(column);
    if (found.isNone()) {
      found = new PlainNumbers();
      numbers.set(column, found);
    }
    found.read(this, column, block);
    return found;
  }

  /** Finds the cells of a line; gives where the next begins, below 0 if the line is not simple. */
  private int split() {
    byte[] text = bytes;
    int stop = end;
    int cell = position;
    int at = position;
    boolean high = false;
    while (true) {
      at = special(text, at, stop);
      if (at == stop) {
        break;
      }
      byte b = text[at];
      if (b == separator) {
        add(cell, at);
        cell = ++at;
      } else if (b < 0) {
        high = true;
        at++;
      } else if (b != '"') {
        break;
      } else {
        int close = at == cell ? close(at + 1) : -1;
        if (close < 0) {
          return -1;
        }
        high |= isHigh(at, close);
        at = close + 1;
        if (at < stop && text[at] != separator && text[at] != '\n' && text[at] != '\r') {
          return -1;
        }
        // The cell is what stands between the quotes.
        add(cell + 1, close);
        if (at == stop || text[at] != separator) {
          cell = -1;
          break;
        }
        cell = ++at;
      }
    }
    if (cell >= 0) {
      add(cell, at);
    }
    int next = at;
    if (next < stop && text[next] == '\r') {
      if (next + 1 < stop && text[next + 1] != '\n') {
        return -1;
      }
      next++;
    }
    next = Math.min(stop, next + 1);
    return next - position > LONGEST || (high && !isText(position, at)) ? -1 : next;
  }

  /** The next place where a cell may end, or the end of the piece. */
  private int special(byte[] text, int from, int stop) {
    int at = from;
    while (at + Long.BYTES <= text.length) {
      // Eight bytes at once: the highest bit of each tells. Only the first that is found is
      // certain, and a space is found, too.
      long word = (long) WORDS.get(text, at);
      long other = word ^ separators;
      long found = (((word - LOW) & ~word) | ((other - ONES) & ~other) | word) & HIGH_BITS;
      if (found == 0) {
        at += Long.BYTES;
      } else {
        at += Long.numberOfTrailingZeros(found) / Byte.SIZE;
        if (at >= stop || special[text[at] & 0xFF]) {
          return Math.min(at, stop);
        }
        at++;
      }
    }
    while (at < stop && !special[text[at] & 0xFF]) {
      at++;
    }
    return Math.min(at, stop);
  }

  private void add(int from, int to) {
    if (cells == starts.length) {
      starts = Arrays.copyOf(starts, 2 * cells);
      ends = Arrays.copyOf(ends, 2 * cells);
    }
    starts[cells] = from;
    ends[cells++] = to;
  }

  /** Where the quote closes that opens before a place; below 0 if it does not on this line. */
  private int close(int from) {
    int at = from;
    while (at < end) {
      byte b = bytes[at];
      if (b == '"') {
        if (at + 1 < end && bytes[at + 1] == '"') {
          anyDoubled = true;
          at++;
        } else {
          return at;
        }
      } else if (b == '\n' || b == '\r') {
        return -1;
      }
      at++;
    }
    return -1;
  }

  private boolean isHigh(int from, int to) {
    int all = 0;
    for (int i = from; i < to; i++) {
      all |= bytes[i];
    }
    return all < 0;
  }

  private boolean isText(int from, int to) {
    try {
      decoder.decode(ByteBuffer.wrap(bytes, from, to - from));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** Whether the cells from one on are. */
  private boolean isBlank(int first) {
    for (int i = first; i < cells; i++) {
      for (int at = starts[i]; at < ends[i]; at++) {
        if (bytes[at] > ' ') {
          return false;
        }
      }
    }
    for (int i = first; i < cells; i++) {
      if (!text(starts[i], ends[i]).chars().allMatch(Character::isWhitespace)) {
        return false;
      }
    }
    return true;
  }

  byte[] bytes() {
    return bytes;
  }

  int start(int index, int column) {
    return starts[firsts[index] + column];
  }

  int end(int index, int column) {
    return ends[firsts[index] + column];
  }

  /** The text of a cell; two quotes in a cell with quotes are one. */
  String text(int from, int to) {
    String text = new String(bytes, from, to - from, charset);
    return anyDoubled && from > 0 && bytes[from - 1] == '"' ? text.replace("\"\"", "\"") : text;
  }

  /**
   * Whether a cell is a name that means nothing but itself: letters, digits and {@code . _ -}, with
   * a digit and a letter that no number has.
   */
  public boolean isPlainName(int index, int column) {
    boolean digit = false;
    boolean letter = false;
    int stop = end(index, column);
    for (int i = start(index, column); i < stop; i++) {
      byte b = bytes[i];
      if (b >= '0' && b <= '9') {
        digit = true;
      } else if ((b | 0x20) >= 'a' && (b | 0x20) <= 'z') {
        letter |= (b | 0x20) != 'e';
      } else if (b != '_' && b != '.' && b != '-') {
        return false;
      }
    }
    return digit && letter;
  }

  /** Adds a cell of ASCII to texts. */
  public void copyTo(Texts texts, int index, int column) {
    int start = start(index, column);
    texts.add(bytes, start, end(index, column) - start);
  }

  /** Takes the hash of a cell of ASCII. */
  public void hash(TextHash hash, int index, int column, int seed) {
    hash.of(bytes, start(index, column), end(index, column), seed);
  }
}
