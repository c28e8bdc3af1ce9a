package io.github.tierwise.files.cells;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A date, with or without a time, as people and programs write it in words or in numbers. */
final class DateScan {

  private static final int FIRST_YEAR = 1990;
  private static final int LAST_YEAR = 2100;
  private static final int MONTHS = 12;
  private static final int HALF_DAY = 12;

  private static final String NAME = "\\p{L}[\\p{L}\\p{M}]{1,14}\\.?";
  private static final String ORDINAL = "(?:st|nd|rd|th|\\.|º|er)?";
  private static final String DAY_NAME = "(?:(?<weekday>" + NAME + "),?\\s+)?";

  private static final String CLOCK =
      "(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,](?<fraction>\\d{1,9}))?)?"
          + "(?:\\s?(?<half>[AaPp])\\.?[Mm]\\.?)?";

  private static final String ZONE =
      "(?:\\s?(?<zone>[A-Za-z]{1,4}))?(?:\\s?(?<offset>[+-]\\d{1,2}(?::?\\d{2})?))?"
          + "(?:\\s\\([\\p{L} .-]{1,50}\\))?";

  private static final String TIME =
      "(?:(?:\\s*,\\s*|T|\\s+(?:at\\s+|um\\s+|-\\s+|·\\s+)?)" + CLOCK + ZONE + ")?";

  /** Which part is which: year first, or two numbers of which the order must be known. */
  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "(?<year>\\d{4})(?<mark>[-/.])(?<month>\\d{1,2})\\k<mark>(?<day>\\d{1,2})" + TIME);

  private static final Pattern YEAR_LAST =
      Pattern.compile(
          "(?<one>\\d{1,2})(?<mark>[-/.])(?<two>\\d{1,2})\\k<mark>(?<year>\\d{4})" + TIME);

  private static final Pattern DAY_MONTH =
      Pattern.compile(
          DAY_NAME
              + "(?<day>\\d{1,2})"
              + ORDINAL
              + "(?:\\s+(?:de\\s+|of\\s+)?|-)"
              + "(?<name>"
              + NAME
              + ")(?:,?\\s+(?:de\\s+|del\\s+)?|-)"
              + "(?<year>\\d{4})"
              + TIME);

  private static final Pattern MONTH_DAY =
      Pattern.compile(
          DAY_NAME
              + "(?<name>"
              + NAME
              + ")\\s+(?<day>\\d{1,2})"
              + ORDINAL
              + ",?\\s+(?<year>\\d{4})"
              + TIME);

  /** As X and the C library write it: the year behind the zone. */
  private static final Pattern YEAR_AT_END =
      Pattern.compile(
          DAY_NAME
              + "(?<name>"
              + NAME
              + ")\\s+(?<day>\\d{1,2})\\s+"
              + CLOCK
              + ZONE
              + "\\s+(?<year>\\d{4})");

  private static final Pattern IDEOGRAPHS =
      Pattern.compile(
          "(?<year>\\d{4})\\s?[年년]\\s?(?<month>\\d{1,2})\\s?[月월]\\s?(?<day>\\d{1,2})\\s?[日일]"
              + TIME);

  private final Matcher parts;
  private final LocalDate date;

  private DateScan(Matcher parts, LocalDate date) {
    this.parts = parts;
    this.date = date;
  }

  /** The date in this order of day and month; empty if the text is none, or two. */
  static Optional<Moment> parse(String text, DateOrder order) {
    try {
      Optional<DateScan> found = words(text);
      return (found.isPresent() ? found : numbers(text, order)).flatMap(DateScan::moment);
    } catch (DateTimeException e) {
      // The 30th of February has the form of a date and is none.
      return Optional.empty();
    }
  }

  /** The order that a date proves, since there is no 13th month. */
  static Optional<DateOrder> evidence(String text) {
    Matcher numbers = YEAR_LAST.matcher(text);
    if (!numbers.matches() || numbers.group("mark").equals(".")) {
      return Optional.empty();
    }
    boolean dayFirst = number(numbers, "one") > MONTHS;
    if (dayFirst == (number(numbers, "two") > MONTHS)) {
      return Optional.empty();
    }
    DateOrder order = dayFirst ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST;
    return parse(text, order).map(moment -> order);
  }

  private static Optional<DateScan> words(String text) {
    Matcher numbers = YEAR_FIRST.matcher(text);
    if (numbers.matches()) {
      return scan(numbers, number(numbers, "month"), number(numbers, "day"));
    }
    Matcher ideographs = IDEOGRAPHS.matcher(text);
    if (ideographs.matches()) {
      return scan(ideographs, number(ideographs, "month"), number(ideographs, "day"));
    }
    for (Pattern each : new Pattern[] {DAY_MONTH, MONTH_DAY, YEAR_AT_END}) {
      Matcher named = each.matcher(text);
      if (named.matches()) {
        Optional<Month> month = DateWords.month(named.group("name"));
        return month.isEmpty()
            ? Optional.empty()
            : scan(named, month.get().getValue(), number(named, "day"))
                .filter(scan -> scan.isOn(named.group("weekday")));
      }
    }
    return Optional.empty();
  }

  private static Optional<DateScan> numbers(String text, DateOrder order) {
    Matcher numbers = YEAR_LAST.matcher(text);
    if (!numbers.matches()) {
      return Optional.empty();
    }
    int one = number(numbers, "one");
    int two = number(numbers, "two");
    boolean dayFirst;
    if (numbers.group("mark").equals(".") || one > MONTHS || one == two) {
      dayFirst = true;
    } else if (two > MONTHS) {
      dayFirst = false;
    } else if (order == DateOrder.UNKNOWN) {
      return Optional.empty();
    } else {
      dayFirst = order == DateOrder.DAY_FIRST;
    }
    return scan(numbers, dayFirst ? two : one, dayFirst ? one : two);
  }

  private static Optional<DateScan> scan(Matcher parts, int month, int day) {
    int year = number(parts, "year");
    return year < FIRST_YEAR || year > LAST_YEAR
        ? Optional.empty()
        : Optional.of(new DateScan(parts, LocalDate.of(year, month, day)));
  }

  private static int number(Matcher parts, String name) {
    return Integer.parseInt(parts.group(name));
  }

  private boolean isOn(String weekday) {
    return weekday == null || DateWords.days(weekday).contains(date.getDayOfWeek());
  }

  private Optional<Moment> moment() {
    if (parts.group("hour") == null) {
      return Optional.of(day(date));
    }
    Optional<LocalTime> time = time();
    Optional<ZoneOffset> zone = zone();
    if (time.isEmpty() || zone.isEmpty()) {
      return Optional.empty();
    }
    Instant instant = date.atTime(time.get()).toInstant(zone.get());
    return Optional.of(Moment.at(instant));
  }

  /** A whole day. */
  static Moment day(LocalDate date) {
    return new Moment(
        date.atStartOfDay(ZoneOffset.UTC).toInstant(),
        date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1));
  }

  private Optional<LocalTime> time() {
    int hour = number(parts, "hour");
    String half = parts.group("half");
    if (half != null) {
      if (hour < 1 || hour > HALF_DAY) {
        return Optional.empty();
      }
      hour = hour % HALF_DAY + (half.toLowerCase(Locale.ROOT).equals("p") ? HALF_DAY : 0);
    }
    int second = parts.group("second") == null ? 0 : number(parts, "second");
    String fraction = parts.group("fraction") == null ? "" : parts.group("fraction");
    int nanos = Integer.parseInt((fraction + "000000000").substring(0, 9));
    return Optional.of(LocalTime.of(hour, number(parts, "minute"), second, nanos));
  }

  /** UTC where there is none. An offset counts from UTC alone: EST+2 is no zone. */
  private Optional<ZoneOffset> zone() {
    String name = parts.group("zone");
    String offset = parts.group("offset");
    Optional<ZoneOffset> named = name == null ? Optional.of(ZoneOffset.UTC) : DateWords.zone(name);
    if (offset == null || named.isEmpty()) {
      return named;
    }
    if (!named.get().equals(ZoneOffset.UTC)) {
      return Optional.empty();
    }
    String digits = offset.substring(1).replace(":", "");
    int hours =
        Integer.parseInt(digits.length() <= 2 ? digits : digits.substring(0, digits.length() - 2));
    int minutes =
        digits.length() <= 2 ? 0 : Integer.parseInt(digits.substring(digits.length() - 2));
    if (minutes > 59) {
      return Optional.empty();
    }
    int sign = offset.charAt(0) == '-' ? -1 : 1;
    return Optional.of(ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes));
  }

  /** Whether a year is one of social media, so that a number is hardly taken for a date. */
  static boolean isPlausible(Instant instant) {
    int year = instant.atOffset(ZoneOffset.UTC).getYear();
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }
}
