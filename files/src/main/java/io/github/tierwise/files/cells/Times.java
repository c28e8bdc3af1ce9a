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
 * Moments as files write them: Unix seconds or milliseconds, ISO 8601, dates in numbers ({@code
 * 03/27/2026 06:08 PM}, {@code 27.03.2026}) and in words ({@code 27 March 2026}, {@code Fri Mar 27
 * 06:08:00 +0000 2026}, {@code 2026年3月27日}). Without a zone it is UTC. {@code 08/11/2020} is two
 * moments, unless the order of its column is known.
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

  /** Of a date without a time, which is an interval. */
  private static final int ISO_DATE_LENGTH = "2020-11-08".length();

  /** The longest that a date in words with a zone in words may be. */
  private static final int LONGEST = 100;

  private Times() {}

  /**
   * Reads a moment as the caller says it, with Unix times and ISO 8601 alone; a date is its first
   * instant.
   *
   * @return the moment; empty if it is none
   */
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

  /**
   * Reads a moment as a file says it. A date without a time is the interval of its day in UTC; a
   * time without seconds is the start of its minute. A zone by name is one of the United States or
   * of Europe; a name of two zones (BST, IST) is refused, and so are a year of two digits or
   * outside 1990 to 2100 and a day of the week that does not fit.
   *
   * @param raw a cell of any length
   * @param order what {@code 03/04/2026} is; a date that can be read in one way only is read so in
   *     any order, and dots are always behind the day
   * @return the moment; empty if it is none, or two
   */
  public static Optional<Moment> parse(String raw, DateOrder order) {
    String text = CellText.strip(raw);
    if (text.isEmpty() || text.length() > LONGEST) {
      return Optional.empty();
    }
    String plain = CellText.plain(text);
    Optional<Instant> instant = parse(plain);
    if (instant.isEmpty() || (plain.length() == ISO_DATE_LENGTH && plain.charAt(4) == '-')) {
      return DateScan.parse(plain, order);
    }
    return instant.filter(DateScan::isPlausible).map(Moment::at);
  }

  /**
   * The order of day and month that a date with slashes or hyphens proves, by a day above 12.
   *
   * @param raw a cell of any length
   * @return the order; empty if it is a date in another form, could be either or is no date
   */
  public static Optional<DateOrder> evidence(String raw) {
    String text = CellText.strip(raw);
    return text.length() > LONGEST ? Optional.empty() : DateScan.evidence(CellText.plain(text));
  }

  /**
   * Whether a cell is two moments, by the order of day and month: {@code 03/04/2026}, and not
   * {@code 04/04/2026}, {@code 03.04.2026} or {@code 27/03/2026}.
   *
   * @param raw a cell of any length
   */
  public static boolean isAmbiguous(String raw) {
    return parse(raw, DateOrder.UNKNOWN).isEmpty()
        && parse(raw, DateOrder.DAY_FIRST).isPresent()
        && parse(raw, DateOrder.MONTH_FIRST).isPresent();
  }
}
