package io.github.tierwise.cli.run;

import io.github.tierwise.cli.text.Display;
import io.github.tierwise.cli.write.Content;
import io.github.tierwise.cli.write.Printer;
import io.github.tierwise.cli.write.TextLines;
import io.github.tierwise.files.accounts.ReadNote;
import io.github.tierwise.files.table.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.OptionalLong;

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

  /** The same with nobody watching, for one who writes data to the terminal meanwhile. */
  public Session unwatched() {
    return new Session(in, out, err, width, false, version);
  }

  /** Tells how far sources are read, if somebody wants to know. */
  Progress progress(List<Source> sources, boolean wanted) {
    boolean sized = sources.stream().allMatch(source -> source.size().isPresent());
    Progress.Bytes bytes =
        new Progress.Bytes(
            () -> sources.stream().mapToLong(Source::position).sum(),
            sized
                ? OptionalLong.of(
                    sources.stream().mapToLong(source -> source.size().getAsLong()).sum())
                : OptionalLong.empty());
    return new Progress(err, terminal && wanted, bytes, System::nanoTime);
  }
}
