package io.github.tierwise.cli.write;

import io.github.tierwise.cli.text.ShownWriter;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Optional;

/**
 * What is printed: lines that end alike on every system, and an end that is noticed. Not safe for
 * use by several threads.
 */
public final class Printer extends PrintWriter {

  private static final String SYSTEM = System.lineSeparator();

  /** Remembers why nothing more can be written. */
  private static final class Noticing extends FilterWriter {
    private Optional<IOException> failure = Optional.empty();

    Noticing(Writer out) {
      super(out);
    }

    /** Writes or flushes. */
    private interface Step {
      void run() throws IOException;
    }

    private void notice(Step step) throws IOException {
      if (failure.isPresent()) {
        throw new IOException(failure.get());
      }
      try {
        step.run();
      } catch (IOException e) {
        failure = Optional.of(e);
        throw e;
      }
    }

    @Override
    public void write(int c) throws IOException {
      notice(() -> out.write(c));
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
      notice(() -> out.write(text, offset, length));
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
      notice(() -> out.write(text, offset, length));
    }

    @Override
    public void flush() throws IOException {
      notice(out::flush);
    }
  }

  private final Noticing noticing;
  private final Writer content;

  private Printer(Noticing noticing, Writer lines, Writer content) {
    super(lines);
    this.noticing = noticing;
    this.content = content;
  }

  /**
   * For data.
   *
   * @param terminal whether they are shown and not kept
   */
  public static Printer data(Writer out, boolean terminal) {
    Noticing noticing = new Noticing(out);
    // Help is ours, and may be in colours.
    return new Printer(noticing, noticing, terminal ? new ShownWriter(noticing) : noticing);
  }

  /** For people. */
  public static Printer notes(Writer err) {
    Noticing noticing = new Noticing(err);
    Writer shown = new ShownWriter(noticing);
    return new Printer(noticing, shown, shown);
  }

  /** Whether what is written is shown and not kept. */
  public boolean isTerminal() {
    return content instanceof ShownWriter;
  }

  /** Writes data while it is made. */
  public void write(Content data) throws IOException {
    data.write(content);
    content.flush();
  }

  /** Goes back to the beginning of the line and writes over it. */
  public void writeOver(String text) {
    try {
      noticing.write('\r');
    } catch (IOException e) {
      setError();
    }
    print(text);
    flush();
  }

  /** Why nothing more could be written; empty if all was. */
  public Optional<IOException> failure() {
    flush();
    return noticing.failure;
  }

  @Override
  public void println() {
    write('\n');
  }

  @Override
  public void write(String text, int offset, int length) {
    if (SYSTEM.equals("\n")) {
      super.write(text, offset, length);
    } else {
      String lines = text.substring(offset, offset + length).replace(SYSTEM, "\n");
      super.write(lines, 0, lines.length());
    }
  }
}
