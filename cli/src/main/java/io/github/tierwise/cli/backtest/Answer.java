package io.github.tierwise.cli.backtest;

import io.github.tierwise.cli.write.RecordMap;
import io.github.tierwise.cli.write.Section;

/** What a backtest answers, for all who read it. */
interface Answer {

  /** All of it for people. */
  String text(int width);

  /** A row for each figure. */
  Section<?> all();

  /** All of it as one record. */
  RecordMap record();
}
