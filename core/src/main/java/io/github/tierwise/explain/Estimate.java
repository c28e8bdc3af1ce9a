package io.github.tierwise.explain;

import io.github.tierwise.internal.Text;
import java.io.Serializable;

/**
 * A value with the range in which it is thought to lie. Unknown is NaN in all three.
 *
 * <p>What the range means is said where an estimate is returned: the range of a score, for example,
 * is the sum of its contributions' lows and highs and so conservative.
 *
 * <p>This record is immutable, thread-safe and a value.
 *
 * @param value the best single value, NaN if unknown
 * @param low the lower end, {@code <= value}
 * @param high the upper end, {@code >= value}
 * @since 0.1.0
 */
public record Estimate(double value, double low, double high) implements Serializable {

  /** Nothing is known: NaN in all three. */
  public static final Estimate UNKNOWN = new Estimate(Double.NaN, Double.NaN, Double.NaN);

  /**
   * Checks the order of the three.
   *
   * @param value the best single value, NaN if unknown
   * @param low the lower end, {@code <= value}
   * @param high the upper end, {@code >= value}
   * @throws IllegalArgumentException unless {@code low <= value <= high} or all are NaN
   */
  public Estimate {
    boolean unknown = Double.isNaN(low) && Double.isNaN(value) && Double.isNaN(high);
    if (!unknown && !(low <= value && value <= high)) {
      throw new IllegalArgumentException(
          "estimate must have low <= value <= high or be NaN throughout, was %s <= %s <= %s"
              .formatted(Text.plain(low), Text.plain(value), Text.plain(high)));
    }
  }

  /**
   * A value without a range of its own.
   *
   * @param value any number, NaN for unknown
   * @return an estimate whose ends are the value
   */
  public static Estimate exact(double value) {
    return new Estimate(value, value, value);
  }

  /**
   * Whether anything is known.
   *
   * @return true unless the value is NaN
   */
  public boolean isKnown() {
    return !Double.isNaN(value);
  }

  /**
   * The value and its range, as in {@code 68.4 (59.1 to 74.0)}; with two decimals where none is
   * beyond 1, as in {@code 0.91 (0.88 to 0.93)}.
   */
  @Override
  public String toString() {
    int decimals = low >= -1 && high <= 1 ? 2 : 1;
    return isKnown()
        ? "%s (%s to %s)"
            .formatted(
                Text.fixed(value, decimals), Text.fixed(low, decimals), Text.fixed(high, decimals))
        : "unknown";
  }
}
