package io.github.tierwise.cli.write;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;

/** A text that is made while it is written, so that a long one is never held whole. */
public interface Content {

  /** Writes the text; the writer is flushed and stays open. */
  void write(Writer out) throws IOException;

  /** The whole text. */
  default String toText() {
    StringWriter text = new StringWriter();
    try {
      write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
