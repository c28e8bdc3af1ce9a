package io.github.tierwise.internal;

/**
 * What a utility may be otherwise: how a draw of what is not known for sure becomes a utility.
 * Criteria say it, draws read it. Immutable.
 *
 * @param source what is in doubt; criteria with one source rise and fall together
 * @param law how the number is spread that the utility is made of
 * @param value the utility that a score takes
 * @param center of {@link Law#NORMAL} the number, of {@link Law#LOG_NORMAL} its binary logarithm,
 *     of {@link Law#UNIFORM} the least utility
 * @param scale of the two normal laws the standard deviation, of {@link Law#UNIFORM} the width
 * @param open by how much more the number may be, evenly, with {@link Law#NORMAL}
 * @param from the number of utility 0
 * @param factor utility for each unit beyond it
 */
public record Doubt(
    String source,
    Law law,
    double value,
    double center,
    double scale,
    double open,
    double from,
    double factor) {

  /** How a number is spread. */
  public enum Law {
    /** Not at all. */
    NONE,
    /** Normal. */
    NORMAL,
    /** Its logarithm is normal. */
    LOG_NORMAL,
    /** The utility itself lies anywhere in a range. */
    UNIFORM
  }

  /** The utility is known. */
  public static Doubt none(String source, double value) {
    return new Doubt(source, Law.NONE, value, value, 0, 0, 0, 1);
  }

  /** The utility lies anywhere from {@code low} to {@code high}. */
  public static Doubt between(String source, double value, double low, double high) {
    return low < high
        ? new Doubt(source, Law.UNIFORM, value, low, high - low, 0, 0, 1)
        : none(source, value);
  }

  /** The utility where a draw is at a quantile of its law. */
  public double at(double quantile, double normal, double share) {
    return switch (law) {
      case NONE -> value;
      case NORMAL -> Scale.apply(center + scale * normal + open * share, from, factor);
      case LOG_NORMAL -> Scale.apply(Logs.exp2(center + scale * normal), from, factor);
      case UNIFORM -> center + scale * quantile;
    };
  }
}
