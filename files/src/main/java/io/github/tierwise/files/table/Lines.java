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

  // What a byte of a name is; an "e" may be of a number.
  private static final int MARK = 0;
  private static final int DIGIT = 1;
  private static final int LETTER = 2;
  private static final int NO_NAME = 4;
  private static final byte[] NAMES = new byte[BYTES];

  static {
    Arrays.fill(NAMES, (byte) NO_NAME);
    Arrays.fill(NAMES, '0', '9' + 1, (byte) DIGIT);
    Arrays.fill(NAMES, 'a', 'z' + 1, (byte) LETTER);
    Arrays.fill(NAMES, 'A', 'Z' + 1, (byte) LETTER);
    for (char each : new char[] {'e', 'E', '_', '.', '-'}) {
      NAMES[each] = MARK;
    }
  }

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
  private static final long LOW_BITS = ~HIGH_BITS;
  private static final long NEWLINES = '\n' * ONES;
  private static final long RETURNS = '\r' * ONES;
  private static final long QUOTES = '"' * ONES;

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
    boolean simple = true;
    while (simple && position < end && isRoom(most)) {
      splitPlain(most);
      simple = position >= end || !isRoom(most) || splitOne();
    }
    return size > 0;
  }

  private boolean isRoom(int most) {
    return size < most && (size == 0 || cells < MOST_CELLS);
  }

  /**
   * Finds the cells of rows without quotes, eight bytes at a time, as long as there is room. It
   * stops before a line that is anything else, and before the last bytes of the piece.
   */
  private void splitPlain(int most) {
    byte[] text = bytes;
    int cell = cells;
    int at = position;
    long high = 0;
    starts[cell] = at;
    while (at + Long.BYTES <= end) {
      long word = (long) WORDS.get(text, at);
      long stops = zeros(word ^ separators);
      long newlines = 0;
      if (((word - LOW) & ~word & HIGH_BITS) != 0) {
        newlines = zeros(word ^ NEWLINES);
        stops |= newlines;
        if (zeros(word ^ QUOTES) != 0 || !endLines(zeros(word ^ RETURNS), at)) {
          return;
        }
      }
      high |= word;
      if (cell + Long.BYTES >= starts.length) {
        starts = Arrays.copyOf(starts, 2 * starts.length);
        ends = Arrays.copyOf(ends, starts.length);
      }
      int before = cell;
      for (long rest = stops; rest != 0; rest &= rest - 1) {
        int stop = at + Long.numberOfTrailingZeros(rest) / Byte.SIZE;
        ends[cell] = stop;
        starts[++cell] = stop + 1;
      }
      for (; newlines != 0; newlines &= newlines - 1) {
        long behind = stops & ((newlines & -newlines) - 1);
        if (!addRow(before + Long.bitCount(behind) + 1, (high & HIGH_BITS) != 0) || !isRoom(most)) {
          return;
        }
        high = word;
      }
      at += Long.BYTES;
    }
  }

  /** Whether behind each of these carriage returns the line ends. */
  private boolean endLines(long returns, int at) {
    for (long rest = returns; rest != 0; rest &= rest - 1) {
      int next = at + Long.numberOfTrailingZeros(rest) / Byte.SIZE + 1;
      if (next < end && bytes[next] != '\n') {
        return false;
      }
    }
    return true;
  }

  /**
   * Adds the row that begins at the position.
   *
   * @param until the first cell that is not of it
   * @return false if it is not certain to be one
   */
  private boolean addRow(int until, boolean high) {
    int stop = ends[until - 1];
    int before = stop - 1;
    if (before >= starts[until - 1] && bytes[before] == '\r') {
      ends[until - 1] = before;
    }
    if (stop - position >= LONGEST || isBlank(cells, until) || (high && !isText(position, stop))) {
      return false;
    }
    position = stop + 1;
    keepRow(until);
    return true;
  }

  private void keepRow(int until) {
    line++;
    firsts[size] = cells;
    numbersOfLines[size] = line;
    size++;
    firsts[size] = until;
    cells = until;
  }

  /** Adds the next line, unless it is blank; false if it is not simple. */
  private boolean splitOne() {
    int before = cells;
    int next = split();
    int until = cells;
    cells = before;
    if (next < 0) {
      return false;
    }
    position = next;
    if (isBlank(before, until)) {
      line++;
      blank++;
    } else {
      keepRow(until);
    }
    return true;
  }

  /** The highest bit of each byte that is 0. */
  private static long zeros(long word) {
    return ~(((word & LOW_BITS) + LOW_BITS) | word | LOW_BITS);
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
    if (cells + Long.BYTES >= starts.length) {
      starts = Arrays.copyOf(starts, 2 * starts.length);
      ends = Arrays.copyOf(ends, starts.length);
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

  /** Whether some cells are. */
  private boolean isBlank(int first, int until) {
    for (int i = first; i < until; i++) {
      for (int at = starts[i]; at < ends[i]; at++) {
        if (bytes[at] > ' ') {
          return false;
        }
      }
    }
    for (int i = first; i < until; i++) {
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
    int seen = 0;
    int stop = end(index, column);
    for (int i = start(index, column); i < stop; i++) {
      seen |= NAMES[bytes[i] & 0xFF];
    }
    return (seen & (DIGIT | LETTER | NO_NAME)) == (DIGIT | LETTER);
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
