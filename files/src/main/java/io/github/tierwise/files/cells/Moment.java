package io.github.tierwise.files.cells;

import java.time.Instant;

/**
 * When something was, as exactly as a file says: a date without a time is its whole day.
 *
 * @param earliest the first instant that it may have been
 * @param latest the last instant that it may have been; the same where a time is given
 */
public record Moment(Instant earliest, Instant latest) {

  /**
   * Checks the order.
   *
   * @throws IllegalArgumentException if {@code latest} is before {@code earliest}
   */
  public Moment {
    if (latest.isBefore(earliest)) {
      throw new IllegalArgumentException(
          "latest must not be before %s, was %s".formatted(earliest, latest));
    }
  }

  /** A moment that is known exactly. */
  public static Moment at(Instant instant) {
    return new Moment(instant, instant);
  }

  /** Whether there is a time and not only a date. */
  public boolean isExact() {
    return earliest.equals(latest);
  }
}
