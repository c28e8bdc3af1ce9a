package io.github.tierwise.profile;

/**
 * What a brand can weigh; each is the standard criterion of the same name.
 *
 * @since 0.1.0
 */
public enum Priority {
  /** Engagement against what is expected for the account's size. */
  ENGAGEMENT("engagement"),
  /** How many that came from the account also bought. */
  CONVERSION("conversion"),
  /** How much of the audience is the one that the brand wants. */
  AUDIENCE_FIT("audience fit"),
  /** The price of a post against the budget. */
  COST("cost"),
  /** How many people engage with a post. */
  ENGAGED_AUDIENCE("engaged audience");

  private final String label;

  Priority(String label) {
    this.label = label;
  }

  /**
   * The name of the criterion.
   *
   * @return a lower-case name, such as {@code audience fit}
   */
  public String label() {
    return label;
  }
}
