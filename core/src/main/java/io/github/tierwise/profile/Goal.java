package io.github.tierwise.profile;

/** What the brand wants from a campaign. */
public enum Goal {
  /** Be seen by many. */
  AWARENESS,
  /** Be talked about. */
  ENGAGEMENT,
  /** Sell. */
  SALES
}
