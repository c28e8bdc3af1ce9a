package io.github.tierwise.stability;

import io.github.tierwise.internal.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Numbers that are found to the last bit as people read them: rounded, but away from where they
 * came from and with as many decimals as it takes, so that what is read does what is said of it.
 *
 * @param now where the numbers came from
 * @param found where they must go at least
 * @param percent whether they are read in percent
 * @param decimals with how many decimals they are read
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Rounding(double[] now, double[] found, boolean percent, int decimals) {

  /** With more decimals a number is shown as it is. */
  private static final int MOST_DECIMALS = 12;

  /**
   * The fewest decimals, from so many on, with which numbers that changed can be told from what
   * they were, that is not read as 0, and still do.
   */
  static Rounding of(
      double[] now, double[] found, boolean percent, int fewest, Predicate<double[]> does) {
    Rounding rounding = new Rounding(now, found, percent, fewest);
    while (rounding.decimals <= MOST_DECIMALS
        && !(rounding.isVisible() && does.test(rounding.numbers()))) {
      rounding = new Rounding(now, found, percent, rounding.decimals + 1);
    }
    return rounding;
  }

  private boolean isVisible() {
    for (int i = 0; i < now.length; i++) {
      double least = 0.5 * StrictMath.pow(10, -decimals);
      boolean asZero = now[i] != 0 && Math.abs(percent ? 100 * now[i] : now[i]) < least;
      if (now[i] != found[i] && (asZero || from(i).equals(to(i)))) {
        return false;
      }
    }
    return true;
  }

  /** Which numbers change. */
  IntStream changed() {
    return IntStream.range(0, now.length).filter(i -> found[i] != now[i]);
  }

  /** The numbers as they are read. */
  double[] numbers() {
    double[] numbers = new double[found.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number(i);
    }
    return numbers;
  }

  private double number(int i) {
    return decimals > MOST_DECIMALS || found[i] == now[i]
        ? found[i]
        : BigDecimal.valueOf(found[i])
            .setScale(
                decimals + (percent ? 2 : 0),
                found[i] > now[i] ? RoundingMode.CEILING : RoundingMode.FLOOR)
            .doubleValue();
  }

  /** What a number was, in words. */
  String from(int i) {
    return text(now[i]);
  }

  /** What it becomes, in words. */
  String to(int i) {
    return text(number(i));
  }

  /** By how much that is more, as a part of what it was, in words. */
  String relative(int i) {
    double change = number(i) / now[i] - 1;
    return (change > 0 ? "+" : "") + Text.percent(change);
  }

  /** The largest change as a part of what was, in words. */
  String most() {
    double most = 0.0;
    for (int i = 0; i < now.length; i++) {
      most = Math.max(most, Math.abs(number(i) / now[i] - 1));
    }
    return Text.percent(most);
  }

  private String text(double number) {
    double read = percent ? 100 * number : number;
    String text =
        decimals > MOST_DECIMALS
            ? Text.plain(read)
            : read == StrictMath.rint(read) ? Text.count(read) : Text.fixed(read, decimals);
    return percent ? text + "%" : text;
  }
}
