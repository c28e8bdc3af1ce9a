package io.github.tierwise.internal;

/** What scores, levels and forecasts all assume, each stated here alone; all are own defaults. */
public final class Priors {

  /** Conversions and clicks that everybody is given, 2%: a few clicks prove little. */
  public static final double CONVERSIONS = 2;

  public static final double CLICKS = 100;

  /** Standard deviations to each side that hold 90% of a normal law. */
  public static final double NORMAL_ERRORS = 1.645;

  /** Standard deviations to each side that hold about 90% (Student's t, 4 degrees of freedom). */
  public static final double ERRORS = 2.1;

  /**
   * Standard deviation of a post around the account's level where nothing states it, in doublings.
   */
  public static final double INSTAGRAM_DEVIATION = 0.6;

  public static final double OTHER_DEVIATION = 1.0;

  /** A mean over posts tells as much as one post: its variance in units of a post's. */
  public static final double MEAN_VARIANCE = 1.0;

  /**
   * Doublings by which interactions that are left out since they are unknown may add to the rest.
   */
  public static final double MOST_LEFT_OUT = 1.0;

  private Priors() {}

  /**
   * The conversion rate: drawn towards what everybody is given. NaN if one of the two is unknown.
   */
  public static double conversionRate(double conversions, double clicks) {
    return (conversions + CONVERSIONS) / (clicks + CLICKS);
  }
}
