package io.github.tierwise.profile;

/**
 * What the brand wants from a campaign.
 *
 * @since 0.1.0
 */
public enum Goal {
  /** Be seen by many. */
  AWARENESS,
  /** Be talked about. */
  ENGAGEMENT,
  /** Sell. */
  SALES
}
