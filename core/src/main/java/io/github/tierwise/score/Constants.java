package io.github.tierwise.score;

/**
 * The constants of the standard criteria. All are own defaults, tried on published lists of real
 * accounts; {@link Scorer#describe()} lists them.
 */
final class Constants {

  /** Half the width of the engagement scale in doublings: about 2.3 robust standard deviations. */
  static final double INSTAGRAM_SPAN = 3.0;

  static final double OTHER_SPAN = 4.0;

  /** Standard deviations to each side that hold about 90% (Student's t, 4 degrees of freedom). */
  static final double ERRORS = 2.1;

  /** Between-post standard deviation in doublings where a model states none. */
  static final double DEFAULT_ERROR = 1.0;

  /** Interactions that are left out since they are unknown are taken to double the rest at most. */
  static final double MOST_LEFT_OUT = 1.0;

  static final double FEWEST_ENGAGED = 10;
  static final double MOST_ENGAGED = 1e7;

  /** As if 100 people engaged: at 0.5, hiding the counts would pay. */
  static final double UNKNOWN_AUDIENCE = 1.0 / 6;

  static final double LOWEST_CONVERSION = 0.0025;
  static final double HIGHEST_CONVERSION = 0.16;

  static final double LEAST_COVERAGE = 0.05;
  static final double OTHER_LABEL = 0.2;

  /** How much of what known shares leave counts as a wanted value whose share is not known. */
  static final double OPEN_SHARE = 0.5;

  /** Fewer engaged people a post than this do not make an influencer. */
  static final double MIN_ENGAGEMENTS = 30;

  /** Doublings above the expectation from which a row is flagged. */
  static final double IMPLAUSIBLE = 3.0;

  /** The followers of an account that "can you afford a celebrity" is asked for. */
  static final double CELEBRITY = 3_000_000;

  private Constants() {}
}
