package io.github.tierwise.cli.backtest;

import java.util.Arrays;
import java.util.List;

/** A way of foretelling a post, the plainest first. */
enum Way {
  FOLLOWERS("followers alone", "line of own means on followers, other accounts", true),
  OWN_MEAN("own mean", "own mean of earlier posts", true),
  DECAYED_MEAN("decayed mean", "own mean, each post weighing 0.6 of the next", true),
  LEVEL("level alone", "level alone, no peers", false),
  CALIBRATED("calibrated", "level, calibrated on other accounts", false);

  private final String shortly;
  private final String words;
  private final boolean simple;

  Way(String shortly, String words, boolean simple) {
    this.shortly = shortly;
    this.words = words;
    this.simple = simple;
  }

  /** How people call it where there is little room. */
  String shortly() {
    return shortly;
  }

  /** How people call it. */
  String words() {
    return words;
  }

  /** Whether it is an obvious rule, which has no interval and which others must beat. */
  boolean isSimple() {
    return simple;
  }

  /** The obvious rules. */
  static List<Way> simple() {
    return Arrays.stream(values()).filter(Way::isSimple).toList();
  }
}
