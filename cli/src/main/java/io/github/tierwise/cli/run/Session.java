package io.github.tierwise.cli.run;

import io.github.tierwise.cli.text.Display;
import io.github.tierwise.cli.write.Content;
import io.github.tierwise.cli.write.Printer;
import io.github.tierwise.cli.write.TextLines;
import io.github.tierwise.files.accounts.ReadNote;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * What a run has around it: standard input, data on standard output, notes on standard error.
 *
 * @param in standard input
 * @param out for data only
 * @param err for everything that is said to people
 * @param width the cells of a line
 * @param terminal whether somebody is watching standard error
 * @param version the version of Tierwise
 */
public record Session(
    InputStream in, Printer out, Printer err, int width, boolean terminal, String version) {

  private static final int TOPIC = 11;
  private static final long PROGRESS_AFTER_NANOS = 2_000_000_000L;

  /** Says something with its topic in front, wrapped and aligned. */
  public void note(String topic, String text) {
    String start = Display.pad(topic, TOPIC, false);
    String lines = new TextLines(width).say(start, " ".repeat(TOPIC), text).toString();
    lines.lines().forEach(err::println);
    err.flush();
  }

  public void note(ReadNote note) {
    note(note.topic(), note.text());
  }

  /** Ends what is said about the input, before the answer. */
  public void endNotes() {
    err.println();
    err.flush();
  }

  /** Writes data. */
  public void print(String data) {
    print(writer -> writer.write(data));
  }

  /** Writes data while it is made. */
  public void print(Content content) {
    try {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Progress progress() {
    return new Progress(err, terminal, PROGRESS_AFTER_NANOS);
  }
}
