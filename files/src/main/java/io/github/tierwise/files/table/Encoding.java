package io.github.tierwise.files.table;

import io.github.tierwise.files.cells.NumberText;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How bytes become text. It is found at the beginning of a file: what comes later does not change
 * how everything else is read.
 *
 * @param charset the encoding
 * @param skipped how many bytes the byte order mark has
 * @param note what is said aloud about it; empty if it is the expected UTF-8
 * @param hint what an error has to add; empty if nothing is doubtful
 * @param question what only the caller can tell; empty if nothing is
 */
record Encoding(Charset charset, int skipped, String note, String hint, String question) {

  private Encoding(Charset charset, int skipped, String note, String hint) {
    this(charset, skipped, note, hint, "");
  }

  /** So many bytes are looked at. */
  static final int LOOKED_AT = 1 << 20;

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final String GUESS = "Windows-1252, since it is not UTF-8";

  /** So many lines in one encoding outweigh one in the other. */
  private static final int NEARLY_ALL = 4;

  /** Bytes enough to see that every other one is 0. */
  private static final int PAIRS_LOOKED_AT = 1 << 12;

  private static final int[] UTF_8_MARK = {0xEF, 0xBB, 0xBF};
  private static final int[] LITTLE_MARK = {0xFF, 0xFE};
  private static final int[] BIG_MARK = {0xFE, 0xFF};

  /** That of what is no text. */
  static Encoding none() {
    return new Encoding(StandardCharsets.UTF_8, 0, "", "");
  }

  /** An encoding that the caller says. */
  static Encoding of(Charset charset, byte[] start) {
    int skipped =
        switch (charset.name()) {
          case "UTF-8" -> starts(start, UTF_8_MARK) ? UTF_8_MARK.length : 0;
          case "UTF-16LE" -> starts(start, LITTLE_MARK) ? LITTLE_MARK.length : 0;
          case "UTF-16BE" -> starts(start, BIG_MARK) ? BIG_MARK.length : 0;
          default -> 0;
        };
    return new Encoding(charset, skipped, charset.name() + ", as you say", "");
  }

  /**
   * Finds the encoding.
   *
   * @param start the first bytes: more than {@link #LOOKED_AT} if there are more
   */
  static Encoding of(byte[] start) {
    if (isMarkedUtf16(start)) {
      return new Encoding(StandardCharsets.UTF_16, 0, "UTF-16", "");
    }
    if (isLittleUtf16(start)) {
      return new Encoding(StandardCharsets.UTF_16LE, 0, "UTF-16LE, without a mark", "");
    }
    if (isBigUtf16(start)) {
      return new Encoding(StandardCharsets.UTF_16BE, 0, "UTF-16BE, without a mark", "");
    }
    int skipped = starts(start, UTF_8_MARK) ? UTF_8_MARK.length : 0;
    // A mark is a word; bytes that break it reject their rows.
    if (skipped > 0 || isUtf8(start)) {
      return new Encoding(StandardCharsets.UTF_8, skipped, "", "");
    }
    return byLines(Arrays.copyOf(start, Math.min(start.length, LOOKED_AT)));
  }

  /** Whether a mark or the zeros tell that it is UTF-16. */
  static boolean isUtf16(byte[] start) {
    return isMarkedUtf16(start) || isLittleUtf16(start) || isBigUtf16(start);
  }

  private static boolean isMarkedUtf16(byte[] start) {
    return starts(start, LITTLE_MARK) || starts(start, BIG_MARK);
  }

  private static boolean isLittleUtf16(byte[] start) {
    return areZero(start, 1) && !hasZero(start, 0);
  }

  private static boolean isBigUtf16(byte[] start) {
    return areZero(start, 0) && !hasZero(start, 1);
  }

  /**
   * Lines of plain ASCII are the same in UTF-8 and Windows-1252. Of the others nearly all must be
   * in the same encoding, or a single line would change all others.
   */
  private static Encoding byLines(byte[] start) {
    int right = 0;
    int wrong = 0;
    int from = 0;
    while (from < start.length) {
      int end = from;
      boolean ascii = true;
      while (end < start.length && start[end] != '\n') {
        ascii &= start[end] >= 0;
        end++;
      }
      // The last letter of what is looked at may be cut.
      if (!ascii && (end < start.length || start.length < LOOKED_AT)) {
        boolean utf8 = isUtf8(Arrays.copyOfRange(start, from, end));
        right += utf8 ? 1 : 0;
        wrong += utf8 ? 0 : 1;
      }
      from = end + 1;
    }
    if (right >= NEARLY_ALL * wrong || (wrong == 1 && right > 1)) {
      return new Encoding(StandardCharsets.UTF_8, 0, "", "");
    }
    Encoding guess = guess(start);
    if (wrong >= NEARLY_ALL * right) {
      return guess;
    }
    String other = OtherEncodings.likely(start);
    return new Encoding(
        WINDOWS,
        0,
        guess.note(),
        guess.hint(),
        "encoding: UTF-8 in %s, not in %s; say --encoding UTF-8, which rejects the latter, or --encoding %s"
            .formatted(
                NumberText.of(right, "line"),
                NumberText.of(wrong, "line"),
                other.isEmpty() ? WINDOWS.name() : other));
  }

  private static Encoding guess(byte[] start) {
    String other = OtherEncodings.likely(start);
    if (other.isEmpty()) {
      return new Encoding(
          WINDOWS,
          0,
          GUESS,
          "read as %s; if names look wrong, say --encoding and the right one".formatted(GUESS));
    }
    return new Encoding(
        WINDOWS,
        0,
        "%s; it may be %s: if names look wrong, say --encoding %s".formatted(GUESS, other, other),
        "read as %s; if names look wrong, say --encoding %s".formatted(GUESS, other));
  }

  /** Whether most of every other byte is 0: the upper halves of plain letters. */
  private static boolean areZero(byte[] start, int first) {
    int end = Math.min(start.length, PAIRS_LOOKED_AT);
    int zeros = 0;
    for (int i = first; i < end; i += 2) {
      zeros += start[i] == 0 ? 1 : 0;
    }
    return zeros >= 2 && zeros >= end / 8;
  }

  private static boolean hasZero(byte[] start, int first) {
    for (int i = first; i < Math.min(start.length, PAIRS_LOOKED_AT); i += 2) {
      if (start[i] == 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean isUtf8(byte[] start) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    boolean whole = start.length <= LOOKED_AT;
    ByteBuffer in = ByteBuffer.wrap(start, 0, Math.min(start.length, LOOKED_AT));
    CharBuffer out = CharBuffer.allocate(1 << 13);
    while (true) {
      out.clear();
      // Unless it is the end, a letter may be cut.
      var result = decoder.decode(in, out, whole);
      if (result.isError()) {
        return false;
      }
      if (result.isUnderflow()) {
        return true;
      }
    }
  }

  private static boolean starts(byte[] bytes, int... start) {
    if (bytes.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if ((bytes[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }
}
