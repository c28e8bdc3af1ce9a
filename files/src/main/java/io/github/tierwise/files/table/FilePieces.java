package io.github.tierwise.files.table;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/**
 * The rows of a regular file in pieces that begin and end where lines do, so that several threads
 * can read them. That a line is a row is certain only if all lines before it are: who reads the
 * pieces takes them over in their order, and stops at the first line that is not simple.
 * Thread-safe.
 */
public final class FilePieces implements AutoCloseable {

  /** So many bytes a piece usually has. */
  public static final int USUAL = 1 << 20;

  /** So much is read behind a piece for the end of its last line. */
  private static final int BEHIND = 1 << 12;

  private final Source source;
  private final Layout layout;
  private final int width;
  private final FileChannel channel;
  private final long size;
  private final long from;
  private final long linesBefore;
  private final int most;
  private final long blank;

  private FilePieces(
      Source source, Layout layout, int width, Path path, Header header, long linesBefore, int most)
      throws IOException {
    this.source = source;
    this.layout = layout;
    this.width = width;
    from = (long) source.skipped() + header.end();
    blank = header.blank();
    this.linesBefore = linesBefore;
    this.most = most;
    channel = FileChannel.open(path, StandardOpenOption.READ);
    size = channel.size();
  }

  /**
   * The pieces of a file.
   *
   * @param before is added to all lines
   * @param most how many bytes a piece has, but for the end of its last line
   */
  static Optional<FilePieces> of(
      Source source, Layout layout, long headerLine, long before, int width, int most) {
    if (source.file().isEmpty() || !Lines.isPossible(source.charset())) {
      return Optional.empty();
    }
    Path path = source.file().get();
    try {
      Optional<Header> header = endOfHeader(source, layout, headerLine, path);
      return header.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new FilePieces(source, layout, width, path, header.get(), before + headerLine, most));
    } catch (IOException e) {
      throw source.failed(e);
    }
  }

  /**
   * The header and all before it.
   *
   * @param end how many bytes of text they have
   * @param blank how many rows are blank
   */
  private record Header(int end, long blank) {}

  /** Where the header ends; empty if it and all before it are not simple. */
  private static Optional<Header> endOfHeader(
      Source source, Layout layout, long headerLine, Path path) throws IOException {
    byte[] start = new byte[(int) Math.min(USUAL, Files.size(path) + 1)];
    Lines lines = new Lines(layout.separator(), source.charset());
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      lines.start(start, 0, fill(channel, source.skipped(), start, 0));
    }
    while (lines.next(1)) {
      if (lines.lines() == headerLine) {
        // The last line that was read may go on.
        return lines.position() < start.length
            ? Optional.of(new Header(lines.position(), lines.blank()))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static int fill(FileChannel channel, long at, byte[] into, int from) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(into, from, into.length - from);
    int count = 0;
    while (count >= 0 && buffer.hasRemaining()) {
      count = channel.read(buffer, at + buffer.position() - from);
    }
    return buffer.position();
  }

  /** How many pieces there are. */
  public int count() {
    return (int) Math.max(1, (size - from + most - 1) / most);
  }

  /** The line of the header, after which the first piece begins. */
  public long linesBefore() {
    return linesBefore;
  }

  /** How many rows are blank before the first piece. */
  public long blankBefore() {
    return blank;
  }

  /** A walk over the lines of one piece after the other. */
  public Lines lines() {
    return new Lines(layout.separator(), source.charset());
  }

  /** A place for one piece after the other. */
  public Piece piece() {
    return new Piece((int) Math.min(size, most) + BEHIND);
  }

  /** A piece: its bytes, and where it begins in the file. */
  public static final class Piece {
    private byte[] bytes;
    private int first;
    private int end;
    private long offset;

    private Piece(int length) {
      bytes = new byte[length];
    }

    /** Where a line of it is in the file, by its position. */
    public long offset(int position) {
      return offset + position - first;
    }
  }

  /** Reads a piece, and sets a walk before its first line. */
  public void read(int index, Piece piece, Lines lines) {
    long start = from + (long) index * most;
    long next = start + most;
    // A piece that begins with a line is told by the byte before.
    int before = index == 0 ? 0 : 1;
    try {
      int filled = fill(channel, start - before, piece.bytes, 0);
      piece.first = before == 0 ? 0 : afterLine(piece.bytes, 0, filled);
      while (piece.first < 0) {
        filled = more(piece, start - before, filled);
        if (filled < 0) {
          piece.first = piece.bytes.length;
          break;
        }
        piece.first = afterLine(piece.bytes, 0, filled);
      }
      piece.offset = start - before + piece.first;
      if (piece.offset >= Math.min(next, size)) {
        piece.first = 0;
        piece.end = 0;
      } else {
        piece.end = end(piece, start - before, next, filled);
      }
      lines.start(piece.bytes, piece.first, piece.end);
      source.passed(Math.min(next, size));
    } catch (IOException e) {
      throw source.failed(e);
    }
  }

  /** The end of the line in which the next piece begins. */
  private int end(Piece piece, long at, long next, int first) throws IOException {
    if (next >= size) {
      return (int) (size - at);
    }
    int filled = first;
    int end = afterLine(piece.bytes, (int) (next - 1 - at), filled);
    while (end < 0) {
      int more = more(piece, at, filled);
      if (more < 0) {
        return filled;
      }
      end = afterLine(piece.bytes, filled, more);
      filled = more;
    }
    return end;
  }

  /** Reads on in a larger array; below 0 if the file ends here. */
  private int more(Piece piece, long at, int filled) throws IOException {
    if (at + filled >= size) {
      return -1;
    }
    if (filled == piece.bytes.length) {
      piece.bytes = Arrays.copyOf(piece.bytes, 2 * filled);
    }
    return fill(channel, at + filled, piece.bytes, filled);
  }

  private static int afterLine(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\n') {
        return i + 1;
      }
    }
    return -1;
  }

  /**
   * The rows from a place on by the parser of CSV.
   *
   * @param offset where a row begins in the file
   * @param linesBefore how many lines are before it
   */
  public Rows rest(long offset, long linesBefore) {
    return CsvRows.from(source, layout, width, offset, linesBefore);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw source.failed(e);
    }
  }
}
