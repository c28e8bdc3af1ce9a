package io.github.tierwise.files.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/**
 * The lines of a text as they stand there, for one who goes over some of them in their order. No
 * more than the lines in hand is held of it.
 */
final class RawLines implements AutoCloseable {

  private static final char CUT = '…';

  private final Source source;
  private final Reader in;
  private final boolean returns;
  private long line = 1;
  private int ahead;

  /**
   * Begins with the first line.
   *
   * @param returns whether a carriage return ends a line too
   */
  RawLines(Source source, boolean returns) {
    this.source = source;
    this.returns = returns;
    try {
      in = new BufferedReader(source.openRows());
      ahead = in.read();
    } catch (IOException e) {
      throw source.failed(e);
    }
  }

  /**
   * Some lines without the end of the last, cut behind {@link RowGuard#MOST} characters.
   *
   * @param first the line to begin with, not before the one behind those of the last call
   * @param count how many
   */
  String text(long first, int count) {
    StringBuilder text = new StringBuilder();
    try {
      while (ahead >= 0 && line < first + count) {
        char c = (char) ahead;
        ahead = in.read();
        if (line >= first && text.length() <= RowGuard.MOST) {
          text.append(text.length() == RowGuard.MOST ? CUT : c == RowGuard.INVALID ? '\uFFFD' : c);
        }
        if (c == '\n' || (returns && c == '\r' && ahead != '\n')) {
          line++;
        }
      }
    } catch (IOException e) {
      throw source.failed(e);
    }
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(0, end);
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw source.failed(e);
    }
  }
}
