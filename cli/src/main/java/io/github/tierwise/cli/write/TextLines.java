package io.github.tierwise.cli.write;

import io.github.tierwise.cli.text.Display;

/** Text for a terminal, line by line. Not safe for use by several threads. */
public final class TextLines {

  private final int width;
  private final StringBuilder text = new StringBuilder();

  /**
   * No lines yet.
   *
   * @param width how many cells a line takes at most
   */
  public TextLines(int width) {
    this.width = width;
  }

  /** Adds a sentence, broken where it is too long. */
  public TextLines say(String sentence) {
    return say("", "", sentence);
  }

  /** Adds a sentence behind its topic, in lines that begin in the same column. */
  public TextLines topic(int cells, String topic, String sentence) {
    int indent = Math.max(cells, Display.width(topic) + 2);
    return say(Display.pad(topic, indent, false), " ".repeat(indent), sentence);
  }

  /**
   * Adds a sentence.
   *
   * @param first what its first line begins with
   * @param others what its other lines begin with, as wide or wider
   */
  public TextLines say(String first, String others, String sentence) {
    String start = first;
    for (String part :
        Display.wrap(Display.clean(Display.brief(sentence)), width - others.length())) {
      text.append((start + part).stripTrailing()).append('\n');
      start = others;
    }
    return this;
  }

  /** Adds lines as they are. */
  public TextLines add(String lines) {
    text.append(lines);
    return this;
  }

  /** Adds an empty line, but not at the start. */
  public TextLines gap() {
    return text.isEmpty() ? this : add("\n");
  }

  /** Adds a section, as wide as the lines. */
  public TextLines add(Section<?> section) {
    return add(section.text(width));
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
