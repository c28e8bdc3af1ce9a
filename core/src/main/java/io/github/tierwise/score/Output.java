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
  /** The engagement rate, a fraction. */
  ENGAGEMENT_RATE,
  /** The engagement rate that is expected for the account's size, a fraction. */
  EXPECTED_RATE,
  /** The price of a post: the quote, else what is usual for the size. */
  PRICE,
  /** The price of a post by its engagements. */
  COST_PER_ENGAGEMENT
}
