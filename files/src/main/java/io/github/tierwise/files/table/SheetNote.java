package io.github.tierwise.files.table;

/**
 * Something that is said aloud about what a table lies in.
 *
 * @param topic a word or two
 * @param text the rest
 */
public record SheetNote(String topic, String text) {

  /** The same of one file of several. */
  SheetNote of(String file) {
    return new SheetNote(topic, file + ": " + text);
  }
}
