package io.github.tierwise.internal;

/** What scores and forecasts both assume; all are own defaults. */
public final class Priors {

  /** Conversions and clicks that everybody is given, 2%: a few clicks prove little. */
  public static final double CONVERSIONS = 2;

  public static final double CLICKS = 100;

  /** Standard deviations to each side that hold 90% of a normal law. */
  public static final double NORMAL_ERRORS = 1.645;

  private Priors() {}
}
