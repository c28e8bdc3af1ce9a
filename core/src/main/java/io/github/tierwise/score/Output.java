package io.github.tierwise.score;

/**
 * What a {@link Scorer} can compute of every row. What is not asked for costs nothing.
 *
 * @since 0.1.0
 */
public enum Output {
  /** The score, 0 to 100. */
  SCORE,
  /** The ends of the score's range. */
  INTERVAL,
  /** The utility by each criterion. */
  UTILITIES,
  /** The tier by the definition in use, as a position in its outcomes. */
  TIER,
  /** Whether the account passes the gates, and which one it fails first. */
  ELIGIBILITY,
  /**
   * The engagement rate, a fraction: of a typical post at the level of the account's posts, each
   * brought to full age, if they were read; else of the mean.
   */
  ENGAGEMENT_RATE,
  /** The engagement rate that is expected for the account's size, a fraction. */
  EXPECTED_RATE,
  /** The price of a post: the quote, else what is usual for the size. */
  PRICE,
  /** The price of a post by its engagements, which are those of the engagement rate. */
  COST_PER_ENGAGEMENT
}
