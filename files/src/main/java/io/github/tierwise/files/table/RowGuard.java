package io.github.tierwise.files.table;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;

/**
 * Keeps what is wrong with one row within that row. It stands before the parser, which would take a
 * quote that is not closed for the beginning of a cell that ends with the file: here the quote is
 * followed to its end before anything of it is handed on. If it has none, the quotes of its line
 * are marked, so that they open nothing, and the next line is a row of its own.
 *
 * <p>Nothing is read twice from the source, and no text is looked at more than a few times: a
 * search for the end of a quote stops at the next quote that does not fit, and only a line with
 * such a quote starts another search.
 */
final class RowGuard extends Reader {

  /** Stands for a quote that opens or closes nothing; no text may have this character. */
  static final char QUOTE = '\uFFFE';

  /** Stands for bytes that are no text; no text may have this character. */
  static final char INVALID = '\uFFFF';

  /** What a cell in quotes, or a line outside of them, may have in characters. */
  static final int MOST = 1 << 22;

  /** So many lines within quotes that look like rows of the table are rows of the table. */
  private static final int LIKE_ROWS = 3;

  /** In a table of fewer columns any sentence may look like a row. */
  private static final int LEAST_WIDTH = 3;

  /** What is wrong with a row that has a {@link #QUOTE}. */
  enum Problem {
    NOT_DOUBLED,
    NOT_CLOSED,
    LONG_CELL,
    LONG_LINE
  }

  private final Reader in;
  private final char separator;
  private final int width;
  private final Queue<Problem> problems = new ArrayDeque<>();

  private char[] buffer = new char[1 << 14];

  /** What was handed on ends here. */
  private int start;

  /** What may be handed on ends here. */
  private int safe;

  /** What was read ends here. */
  private int end;

  /** The character before {@link #safe}. */
  private char last = '\n';

  /** How many characters outside of quotes the line has before {@link #safe}. */
  private int column;

  /** Whether the line has a quote that opens nothing. */
  private boolean spoiled;

  /** Whether the rest of the line is left out. */
  private boolean dropping;

  private boolean marked;

  /**
   * Guards a text.
   *
   * @param width how many cells a row has; 0 if that is not known
   * @param skipFirstLine whether the first line is no row
   */
  RowGuard(Reader in, char separator, int width, boolean skipFirstLine) throws IOException {
    this.in = in;
    this.separator = separator;
    this.width = width;
    if (skipFirstLine) {
      skipLine();
    }
  }

  private void skipLine() throws IOException {
    int c = in.read();
    while (c >= 0 && !isLineEnd((char) c)) {
      c = in.read();
    }
    int next = c == '\r' ? in.read() : -1;
    if (next >= 0 && next != '\n') {
      buffer[end++] = (char) next;
    }
  }

  /** Whether there may be a mark in what was handed on: else nobody needs to look for one. */
  boolean marked() {
    return marked;
  }

  /** What is wrong with the next row that has a {@link #QUOTE}. */
  Problem nextProblem() {
    return problems.remove();
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    while (start == safe) {
      if (!advance()) {
        return -1;
      }
    }
    // The parser is slow with many small pieces.
    while (safe - start < length && safe < end && !dropping) {
      advance();
    }
    int count = Math.min(length, safe - start);
    System.arraycopy(buffer, start, target, offset, count);
    start += count;
    return count;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Checks some more; false if there is no more. */
  private boolean advance() throws IOException {
    if (safe == end && !fill()) {
      return false;
    }
    if (dropping) {
      drop();
    } else if (spoiled) {
      spoil();
    } else {
      check();
    }
    return true;
  }

  private void check() throws IOException {
    int i = safe;
    while (i < end && buffer[i] != '"' && buffer[i] < QUOTE) {
      i++;
    }
    if (i > safe) {
      pass(i);
    } else if (buffer[i] != '"') {
      invalid(i);
      pass(i + 1);
    } else if (last != separator && !isLineEnd(last)) {
      // A quote within a cell that has none at its beginning is a letter.
      pass(i + 1);
    } else {
      quoted();
    }
  }

  private void quoted() throws IOException {
    Optional<Problem> problem = new Search().run();
    if (problem.isPresent()) {
      problems.add(problem.get());
      marked = true;
      spoiled = true;
    }
  }

  /** Marks the quotes of a line up to its end. */
  private void spoil() {
    int i = safe;
    while (i < end && !isLineEnd(buffer[i])) {
      if (buffer[i] == '"') {
        buffer[i] = QUOTE;
      } else if (buffer[i] >= QUOTE) {
        invalid(i);
      }
      i++;
    }
    boolean ended = i < end;
    if (i > safe) {
      pass(i);
    }
    if (ended && !dropping) {
      spoiled = false;
    }
  }

  /** Leaves out what is left of a line. */
  private void drop() {
    while (safe < end && !isLineEnd(buffer[safe])) {
      safe++;
    }
    start = safe;
    if (safe < end) {
      dropping = false;
      spoiled = false;
      column = 0;
    }
  }

  /** Lets pass what is outside of quotes. */
  private void pass(int to) {
    if (column + to - safe > MOST) {
      int longest = column;
      for (int i = safe; i < to; i++) {
        longest = isLineEnd(buffer[i]) ? 0 : longest + 1;
        if (longest > MOST) {
          tooLong(i);
          return;
        }
      }
    }
    int newest = to - 1;
    while (newest >= safe && !isLineEnd(buffer[newest])) {
      newest--;
    }
    column = newest < safe ? column + to - safe : to - 1 - newest;
    last = buffer[to - 1];
    safe = to;
  }

  private void tooLong(int at) {
    if (!spoiled) {
      problems.add(Problem.LONG_LINE);
    }
    marked = true;
    buffer[at] = QUOTE;
    last = QUOTE;
    safe = at + 1;
    dropping = true;
  }

  private void invalid(int at) {
    buffer[at] = INVALID;
    marked = true;
  }

  /** Reads more; what was handed on is forgotten. */
  private boolean fill() throws IOException {
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      safe -= start;
      end -= start;
      start = 0;
    }
    if (end == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * end);
    }
    int count = in.read(buffer, end, buffer.length - end);
    end += Math.max(0, count);
    return count >= 0;
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  /** The search for the end of a quote that opens at {@link #safe}; places count from there. */
  private final class Search {

    private int at = 1;
    private int lines;
    private int likeRows;
    private int separators;

    /** Lets the cell pass, or tells what is wrong with it. */
    Optional<Problem> run() throws IOException {
      while (has(at)) {
        char c = buffer[safe + at];
        if (c == '"') {
          if (!has(at + 1) || buffer[safe + at + 1] != '"') {
            return closed();
          }
          at++;
        } else if (c >= QUOTE) {
          invalid(safe + at);
        } else if (isLineEnd(c)) {
          line(c);
        } else if (c == separator) {
          separators++;
        }
        at++;
        if (at > MOST) {
          return Optional.of(Problem.LONG_CELL);
        }
      }
      return Optional.of(Problem.NOT_CLOSED);
    }

    /** Blanks may follow the quote that closes, then the cell must end. */
    private Optional<Problem> closed() throws IOException {
      int after = at + 1;
      while (after <= MOST && has(after) && isBlank(buffer[safe + after])) {
        after++;
      }
      if (has(after) && buffer[safe + after] != separator && !isLineEnd(buffer[safe + after])) {
        return Optional.of(lines == 0 ? Problem.NOT_DOUBLED : Problem.NOT_CLOSED);
      }
      if (swallowsRows()) {
        return Optional.of(Problem.NOT_CLOSED);
      }
      // The parser wants the quote at the end of the cell; the blanks are stripped with others.
      buffer[safe + at] = after == at + 1 ? '"' : ' ';
      buffer[safe + after - 1] = '"';
      last = '"';
      safe += after;
      return Optional.empty();
    }

    private boolean isBlank(char c) {
      return c != separator && (c == ' ' || c == '\t');
    }

    private void line(char c) {
      if (c == '\n' && buffer[safe + at - 1] == '\r') {
        separators = 0;
        return;
      }
      // The first line begins before the quote.
      if (lines > 0 && separators == width - 1) {
        likeRows++;
      }
      lines++;
      separators = 0;
    }

    /**
     * Whether the end is that of another quote, many rows below: then all lines between are rows.
     */
    private boolean swallowsRows() {
      return width >= LEAST_WIDTH
          && likeRows >= LIKE_ROWS
          && likeRows >= lines - 1 - (lines - 1) / 10;
    }

    private boolean has(int place) throws IOException {
      while (safe + place >= end) {
        if (!fill()) {
          return false;
        }
      }
      return true;
    }
  }
}
