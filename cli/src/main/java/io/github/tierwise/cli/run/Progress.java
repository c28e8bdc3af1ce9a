package io.github.tierwise.cli.run;

import io.github.tierwise.cli.write.Printer;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** Tells how far reading is if somebody is watching and it takes long; wipes that at the end. */
final class Progress implements LongConsumer, AutoCloseable {

  private static final double SECOND = 1e9;
  private static final long QUIET_NANOS = 2_000_000_000L;
  private static final long EVERY_NANOS = 200_000_000L;
  private static final double MEGA = 1e6;

  /** Up to so many seconds, and so many minutes, a time is told in them. */
  private static final int MOST = 90;

  /**
   * What is read.
   *
   * @param position how many bytes were read; 0 if nobody knows
   * @param size how many there are; empty for a pipe
   */
  record Bytes(LongSupplier position, OptionalLong size) {}

  private final Printer err;
  private final boolean watched;
  private final Bytes bytes;
  private final LongSupplier clock;
  private final long start;
  private long next;
  private int longest;

  /**
   * Begins.
   *
   * @param err where to tell it
   * @param watched whether somebody is watching
   * @param clock nanoseconds
   */
  Progress(Printer err, boolean watched, Bytes bytes, LongSupplier clock) {
    this.err = err;
    this.watched = watched;
    this.bytes = bytes;
    this.clock = clock;
    start = clock.getAsLong();
    next = QUIET_NANOS;
  }

  @Override
  public void accept(long rows) {
    if (!watched) {
      return;
    }
    long elapsed = clock.getAsLong() - start;
    if (elapsed >= next) {
      next = elapsed + EVERY_NANOS;
      String line = line(rows, elapsed / SECOND);
      err.writeOver(line + " ".repeat(Math.max(0, longest - line.length())));
      longest = Math.max(longest, line.length());
    }
  }

  private String line(long rows, double seconds) {
    String read = String.format(Locale.ROOT, "%,d rows read", rows);
    double position = bytes.position().getAsLong();
    if (position <= 0) {
      return read;
    }
    double speed = position / MEGA / seconds;
    read += String.format(Locale.ROOT, speed < 10 ? ", %.1f MB/s" : ", %.0f MB/s", speed);
    if (bytes.size().isEmpty()) {
      return read;
    }
    // A file may grow, and its beginning is read more than once.
    double share = Math.min(1, position / bytes.size().getAsLong());
    return read + ", %d%%, %s left".formatted((int) (100 * share), time(seconds / share - seconds));
  }

  private static String time(double seconds) {
    double minutes = seconds / 60;
    return seconds < MOST
        ? Math.round(seconds) + " s"
        : minutes < MOST ? Math.round(minutes) + " min" : Math.round(minutes / 60) + " h";
  }

  @Override
  public void close() {
    if (longest > 0) {
      err.writeOver(" ".repeat(longest));
      err.writeOver("");
    }
  }
}
