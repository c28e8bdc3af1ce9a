package io.github.tierwise.cli.run;

import io.github.tierwise.cli.write.Printer;
import java.util.function.LongConsumer;

/** Counts rows aloud if somebody is watching and it takes long, and wipes that away at the end. */
final class Progress implements LongConsumer, AutoCloseable {

  private static final long EVERY = 50_000;
  private static final String WIPE = " ".repeat(30);

  private final Printer err;
  private final boolean terminal;
  private final long showFrom;
  private long next = EVERY;
  private boolean shown;

  /**
   * A counter.
   *
   * @param err where to count
   * @param terminal whether somebody is watching
   * @param quietNanos for how long nothing is said
   */
  Progress(Printer err, boolean terminal, long quietNanos) {
    this.err = err;
    this.terminal = terminal;
    showFrom = System.nanoTime() + quietNanos;
  }

  @Override
  public void accept(long rows) {
    if (terminal && rows >= next && System.nanoTime() - showFrom >= 0) {
      next = rows + EVERY;
      err.writeOver("%,d rows read".formatted(rows));
      shown = true;
    }
  }

  @Override
  public void close() {
    if (shown) {
      err.writeOver(WIPE);
      err.writeOver("");
    }
  }
}
