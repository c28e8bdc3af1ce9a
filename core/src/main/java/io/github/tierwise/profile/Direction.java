package io.github.tierwise.profile;

/**
 * How a value answers when an account gets more followers and nothing else changes. "Bought
 * followers never pay" holds for a scorer whose parts are all {@link #INDEPENDENT} or {@link
 * #NON_INCREASING}.
 *
 * @since 0.1.0
 */
public enum Direction {
  /** Followers do not enter. */
  INDEPENDENT,
  /** More followers never give more. */
  NON_INCREASING,
  /** Nothing is promised. */
  NOT_STATED;

  /**
   * Whether bought followers can never raise the value.
   *
   * @return true unless nothing is promised
   */
  public boolean neverPaysForFollowers() {
    return this != NOT_STATED;
  }
}
