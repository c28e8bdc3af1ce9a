package io.github.tierwise.files.cells;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Moments as files write them: Unix seconds or milliseconds, ISO 8601, or a date, which is its
 * first moment. Without a zone it is UTC. {@code 08/11/2020} is no moment: it is two.
 */
public final class Times {

  /** What an error message asks for. */
  public static final String OFFERED =
      "Unix seconds or milliseconds or ISO 8601, as in 2020-11-08T12:00:00Z";

  /** From 1973 on in seconds; with three more digits in milliseconds. */
  private static final Pattern UNIX = Pattern.compile("(\\d{9,10}|\\d{12,13})(\\.\\d{1,9})?");

  private static final Pattern ISO =
      Pattern.compile(
          "(?<date>\\d{4}-\\d{2}-\\d{2})"
              + "([T ](?<time>\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?)"
              + " ?(?<zone>Z|UTC|[+-]\\d{2}:?\\d{2})?)?");

  private static final int LONGEST_SECONDS = 10;

  private Times() {}

  /** Reads a moment; empty if it is none. */
  public static Optional<Instant> parse(String raw) {
    String text = raw.strip();
    Matcher unix = UNIX.matcher(text);
    if (unix.matches()) {
      long number = Long.parseLong(unix.group(1));
      return Optional.of(
          unix.group(1).length() <= LONGEST_SECONDS
              ? Instant.ofEpochSecond(number)
              : Instant.ofEpochMilli(number));
    }
    Matcher iso = ISO.matcher(text);
    try {
      return iso.matches() ? Optional.of(moment(iso)) : Optional.empty();
    } catch (DateTimeException e) {
      // The 30th of February has the form of a date and is none.
      return Optional.empty();
    }
  }

  private static Instant moment(Matcher iso) {
    String date = iso.group("date");
    String time = iso.group("time");
    String zone = iso.group("zone");
    if (time == null) {
      return LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    if (zone == null || zone.equals("UTC") || zone.equals("Z")) {
      return LocalDateTime.parse(date + 'T' + time).toInstant(ZoneOffset.UTC);
    }
    String offset = zone.indexOf(':') < 0 ? zone.substring(0, 3) + ':' + zone.substring(3) : zone;
    return OffsetDateTime.parse(date + 'T' + time + offset).toInstant();
  }
}
