package io.github.tierwise.study;

import io.github.tierwise.engagement.SizeCurve;
import io.github.tierwise.explain.Estimate;
import io.github.tierwise.internal.Logs;
import io.github.tierwise.internal.Text;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;

/**
 * Engagement against followers on one platform: the least-squares line of log2 rate on log2
 * followers, with the slope's interval of 95% by Student's t.
 *
 * <p>Followers and rate are rounded to 1/1024 of a doubling first, so that the sums are whole
 * numbers and parts of the data add up exactly; each moves by 0.034% at the most. Accounts with a
 * rate of 0 or fewer than one follower have no logarithm and are left out.
 *
 * <p>This record is immutable, thread-safe and a value.
 *
 * @param platform the platform
 * @param formula the name of the engagement rate
 * @param denominator what the rate is divided by
 * @param accounts accounts behind the line
 * @param zeroRates accounts left out because nobody engaged
 * @param slope by how many doublings the rate changes with a doubling of followers; unknown for
 *     fewer than 10 accounts (own limit) or if all have the same followers
 * @param intercept the line's log2 rate at one follower; NaN if unknown
 * @since 0.1.0
 */
public record SizeSlope(
    Platform platform,
    String formula,
    Measure denominator,
    long accounts,
    long zeroRates,
    Estimate slope,
    double intercept) {

  /**
   * The rate on the line.
   *
   * @param followers a number of followers, &gt; 0
   * @return a fraction; NaN if the line is unknown
   */
  public double rate(double followers) {
    return Logs.exp2(intercept + slope.value() * Logs.log2(followers));
  }

  /**
   * Whether the slope is likely an artefact of how the list was made. In a ranking by engagement
   * everybody has about as many engagements, whatever the followers; their rate by followers then
   * falls with the slope -1 although size has no effect.
   *
   * @return true if the rate is by followers and the slope below {@link SizeCurve#SELECTION_SLOPE}
   */
  public boolean isSelection() {
    return denominator == Measure.FOLLOWERS && slope.value() < SizeCurve.SELECTION_SLOPE;
  }

  /** The slope with its interval. */
  @Override
  public String toString() {
    return slope.isKnown()
        ? "slope %s (%s to %s) of %s on %s"
            .formatted(
                Text.fixed(slope.value(), 2),
                Text.fixed(slope.low(), 2),
                Text.fixed(slope.high(), 2),
                formula,
                platform.displayName())
        : "slope unknown of %s on %s".formatted(formula, platform.displayName());
  }
}
