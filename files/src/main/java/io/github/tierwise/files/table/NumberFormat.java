package io.github.tierwise.files.table;

import io.github.tierwise.files.cells.NumberParser;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the format of a cell says of its number: that it is a date, a percentage, or of a unit.
 *
 * @param date whether it counts days
 * @param time whether the time of the day is shown
 * @param percent whether it is shown times 100, with a percent sign
 * @param unit a currency or another word that is shown beside the number and belongs to it; empty
 *     if there is none
 */
record NumberFormat(boolean date, boolean time, boolean percent, String unit) {

  /** Formats without a code in the file; some depend on the country of the program. */
  private static final Set<Integer> DATES =
      Set.of(
          14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58);

  private static final Set<Integer> TIMES = Set.of(18, 19, 20, 21, 22, 32, 33, 45, 46, 47);

  private static final Pattern CURRENCY = Pattern.compile("\\$([^-]+)(-.*)?");
  private static final Pattern ELAPSED = Pattern.compile("h+|m+|s+", Pattern.CASE_INSENSITIVE);

  /** Reads a format. */
  static NumberFormat of(int id, String code) {
    if (code.isEmpty()) {
      boolean time = TIMES.contains(id);
      return new NumberFormat(time || DATES.contains(id), time, false, "");
    }
    return new Scan(code).run();
  }

  /** A walk over the code for numbers above 0. */
  private static final class Scan {
    private final String code;
    private int at;
    private boolean date;
    private boolean time;
    private boolean percent;
    private boolean digits;
    private boolean comma;
    private boolean scaled;
    private String before = "";
    private String behind = "";
    private String currency = "";

    Scan(String code) {
      this.code = code;
    }

    NumberFormat run() {
      while (at < code.length() && code.charAt(at) != ';') {
        char c = code.charAt(at);
        switch (c) {
          case '"' -> word(end('"'));
          case '[' -> bracket(end(']'));
          case '\\' -> word(code.substring(Math.min(at + 1, code.length()), skip()));
          case '_', '*' -> skip();
          case '0', '#', '?' -> {
            digits = true;
            comma = false;
          }
          case ',' -> comma = digits;
          case '.' -> {
            scaled |= comma;
            comma = false;
          }
          case '%' -> percent = true;
          default -> letter(c);
        }
        at++;
      }
      // With a comma behind its digits, 48200 is shown as 48: then K is no part of the number.
      boolean whole = !scaled && !comma;
      String unit = currency;
      if (unit.isEmpty() && whole && behind.chars().anyMatch(Character::isLetter)) {
        unit = behind.strip();
      }
      boolean money = NumberParser.currency(before.strip()).isPresent();
      return new NumberFormat(date, time, percent, unit.isEmpty() && money ? before.strip() : unit);
    }

    /** What stands up to a sign, which is then the place. */
    private String end(char sign) {
      int end = code.indexOf(sign, at + 1);
      String text = code.substring(at + 1, end < 0 ? code.length() : end);
      at = end < 0 ? code.length() : end;
      return text;
    }

    /** Goes to the next sign; gives the place behind it. */
    private int skip() {
      at++;
      return Math.min(at + 1, code.length());
    }

    private void word(String text) {
      if (digits) {
        behind += text;
      } else {
        before += text;
      }
    }

    private void bracket(String text) {
      Matcher money = CURRENCY.matcher(text);
      if (money.matches()) {
        currency = money.group(1).strip();
      } else if (ELAPSED.matcher(text).matches()) {
        date = true;
        time = true;
      }
    }

    private void letter(char c) {
      if (code.regionMatches(true, at, "General", 0, "General".length())) {
        at += "General".length() - 1;
        digits = true;
        return;
      }
      char lower = Character.toLowerCase(c);
      date |= "ydmhs".indexOf(lower) >= 0;
      time |= lower == 'h' || lower == 's';
      if (Character.getType(c) == Character.CURRENCY_SYMBOL) {
        currency = String.valueOf(c).toUpperCase(Locale.ROOT);
      }
    }
  }
}
