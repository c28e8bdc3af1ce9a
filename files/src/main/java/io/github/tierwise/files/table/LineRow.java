package io.github.tierwise.files.table;

import io.github.tierwise.files.cells.NumberParser;
import io.github.tierwise.files.cells.NumberStyle;
import io.github.tierwise.files.cells.TextHash;
import io.github.tierwise.files.cells.Texts;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A row that is one line of bytes, as nearly all are: cells with or without quotes, which open at
 * the beginning of a cell and are closed at its end, on the same line. A line that is anything else
 * ends the walk; from there on the parser of CSV has the word. The same object is every row in
 * turn.
 */
public final class LineRow implements Row {

  /** What the walk came to. */
  public enum Step {
    ROW,
    /** Not another line. */
    END,
    /** A line that is not as simple as this. */
    OTHER
  }

  /** A line must be shorter than what the parser of CSV calls too long. */
  private static final int LONGEST = 1 << 20;

  /** Texts that come again and again are made once; so many are remembered, and no longer ones. */
  private static final int REMEMBERED = 1 << 10;

  private static final int LONGEST_REMEMBERED = 24;

  /** A column of which so many more texts are new than known has others in every row. */
  private static final int MOST_NEWS = 1 << 12;

  private static final int MOST_COLUMNS = 1 << 8;

  private final byte separator;
  private final Charset charset;
  private final CharsetDecoder decoder;

  private byte[] bytes = {};
  private int position;
  private int end;
  private long line;
  private long blank;
  private int size;
  private int[] starts = new int[16];
  private int[] ends = new int[16];
  private boolean[] doubled = new boolean[16];
  private boolean anyDoubled;
  private final String[] known = new String[REMEMBERED];
  private final int[] news = new int[MOST_COLUMNS];
  private final byte[][] knownBytes = new byte[REMEMBERED][];

  /**
   * A row.
   *
   * @param separator what stands between two cells
   * @param charset an encoding in which bytes of ASCII are ASCII and nothing else
   */
  LineRow(char separator, Charset charset) {
    this.separator = (byte) separator;
    this.charset = charset;
    decoder = charset.newDecoder();
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
  }

  /** Goes to the next line that is not blank; with {@link Step#OTHER} it stays before that line. */
  public Step next() {
    while (position < end) {
      int next = split();
      if (next < 0) {
        return Step.OTHER;
      }
      position = next;
      line++;
      if (!isBlank()) {
        return Step.ROW;
      }
      blank++;
    }
    return Step.END;
  }

  /** How many lines were passed that are blank. */
  public long blank() {
    return blank;
  }

  /** Where the next line begins in the piece. */
  public int position() {
    return position;
  }

  /** Finds the cells of a line; gives where the next begins, below 0 if the line is not simple. */
  private int split() {
    size = 0;
    anyDoubled = false;
    int cell = position;
    int at = position;
    int all = 0;
    while (at < end) {
      byte b = bytes[at];
      all |= b;
      if (b == separator) {
        add(cell, at, false);
        cell = ++at;
      } else if (b > '"') {
        at++;
      } else if (b == '\n') {
        break;
      } else if (b == '\r') {
        if (at + 1 < end && bytes[at + 1] != '\n') {
          return -1;
        }
        break;
      } else if (b == '"') {
        int close = at == cell ? close(at + 1) : -1;
        if (close < 0) {
          return -1;
        }
        all |= high(at, close);
        at = close + 1;
        if (at < end && bytes[at] != separator && bytes[at] != '\n' && bytes[at] != '\r') {
          return -1;
        }
        // The cell is what stands between the quotes.
        add(cell + 1, close, hasQuote(cell + 1, close));
        if (at == end || bytes[at] != separator) {
          cell = -1;
          break;
        }
        cell = ++at;
      } else {
        at++;
      }
    }
    if (cell >= 0) {
      add(cell, at, false);
    }
    int next = at;
    if (next < end && bytes[next] == '\r') {
      if (next + 1 < end && bytes[next + 1] != '\n') {
        return -1;
      }
      next++;
    }
    next = Math.min(end, next + 1);
    return next - position > LONGEST || (all < 0 && !isText(position, at)) ? -1 : next;
  }

  private void add(int start, int stop, boolean quotes) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
      doubled = Arrays.copyOf(doubled, 2 * size);
    }
    starts[size] = start;
    ends[size] = stop;
    doubled[size++] = quotes;
    anyDoubled |= quotes;
  }

  /** Where the quote closes that opens before a place; below 0 if it does not on this line. */
  private int close(int from) {
    int at = from;
    while (at < end) {
      byte b = bytes[at];
      if (b == '"') {
        if (at + 1 < end && bytes[at + 1] == '"') {
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

  private int high(int from, int to) {
    int all = 0;
    for (int i = from; i < to; i++) {
      all |= bytes[i];
    }
    return all;
  }

  private boolean hasQuote(int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == '"') {
        return true;
      }
    }
    return false;
  }

  private boolean isText(int from, int to) {
    try {
      decoder.decode(ByteBuffer.wrap(bytes, from, to - from));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private boolean isBlank() {
    for (int i = 0; i < size; i++) {
      for (int at = starts[i]; at < ends[i]; at++) {
        if (bytes[at] > ' ') {
          return false;
        }
      }
    }
    for (int i = 0; i < size; i++) {
      if (!cell(i).chars().allMatch(Character::isWhitespace)) {
        return false;
      }
    }
    return true;
  }

  byte[] bytes() {
    return bytes;
  }

  int start(int column) {
    return starts[column];
  }

  int end(int column) {
    return ends[column];
  }

  /** How many bytes a cell has. */
  public int length(int column) {
    return ends[column] - starts[column];
  }

  /**
   * Whether a cell is a name that means nothing but itself: letters, digits and {@code . _ -}, with
   * a digit and a letter that no number has.
   */
  public boolean isPlainName(int column) {
    boolean digit = false;
    boolean letter = false;
    for (int i = starts[column]; i < ends[column]; i++) {
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
  public void copyTo(Texts texts, int column) {
    texts.add(bytes, starts[column], length(column));
  }

  /** Takes the hash of a cell of ASCII. */
  public void hash(TextHash hash, int column, int seed) {
    hash.of(bytes, starts[column], ends[column], seed);
  }

  @Override
  public long line() {
    return line;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Optional<String> problem() {
    return Optional.empty();
  }

  @Override
  public boolean isBroken() {
    return false;
  }

  @Override
  public String cell(int column) {
    if (isEmpty(column)) {
      return "";
    }
    int start = starts[column];
    int stop = ends[column];
    if (anyDoubled && doubled[column]) {
      return new String(bytes, start, stop - start, charset).replace("\"\"", "\"");
    }
    if (stop - start > LONGEST_REMEMBERED || (column < MOST_COLUMNS && news[column] > MOST_NEWS)) {
      return new String(bytes, start, stop - start, charset);
    }
    int hash = stop - start;
    for (int i = start; i < stop; i++) {
      hash = 31 * hash + bytes[i];
    }
    hash ^= hash >>> 15;
    int place = hash & (REMEMBERED - 1);
    byte[] before = knownBytes[place];
    if (before != null && Arrays.equals(before, 0, before.length, bytes, start, stop)) {
      if (column < MOST_COLUMNS) {
        news[column] = Math.max(-MOST_NEWS, news[column] - 2);
      }
      return known[place];
    }
    if (column < MOST_COLUMNS) {
      news[column]++;
    }
    String text = new String(bytes, start, stop - start, charset);
    known[place] = text;
    knownBytes[place] = Arrays.copyOfRange(bytes, start, stop);
    return text;
  }

  @Override
  public boolean isEmpty(int column) {
    return column >= size || starts[column] == ends[column];
  }

  @Override
  public double plain(int column) {
    return column >= size ? Double.NaN : NumberParser.plain(bytes, starts[column], ends[column]);
  }

  @Override
  public double plain(int column, NumberStyle style) {
    return column >= size
        ? Double.NaN
        : NumberParser.plain(bytes, starts[column], ends[column], style);
  }

  @Override
  public boolean contains(int column, char wanted) {
    for (int i = column < size ? starts[column] : 0; column < size && i < ends[column]; i++) {
      if (bytes[i] == wanted) {
        return true;
      }
    }
    return false;
  }
}
