package io.github.tierwise.cli.text;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * The last guard before a terminal: whatever a text says, no character gets through that a terminal
 * obeys, but for the ends of lines and tabs, nor one that turns the direction of a line. Isolates
 * do, which {@link Display#clean} puts around names.
 */
public final class ShownWriter extends FilterWriter {

  private static final char REPLACEMENT = '\uFFFD';

  public ShownWriter(Writer terminal) {
    super(terminal);
  }

  private static char shown(char c) {
    return c == '\n' || c == '\t' || c == '\u2068' || c == '\u2069' || Display.isShown(c)
        ? c
        : REPLACEMENT;
  }

  @Override
  public void write(int c) throws IOException {
    out.write(shown((char) c));
  }

  @Override
  public void write(char[] text, int offset, int length) throws IOException {
    write(new String(text, offset, length), 0, length);
  }

  @Override
  public void write(String text, int offset, int length) throws IOException {
    char[] shown = new char[length];
    for (int i = 0; i < length; i++) {
      shown[i] = shown(text.charAt(offset + i));
    }
    out.write(shown, 0, length);
  }
}
