package io.github.tierwise.tier;

/**
 * The five names that most definitions share, in order of size, for comparing definitions. Sources
 * use many more labels and the same label for different sizes; a tier keeps its source's own label.
 *
 * @since 0.1.0
 */
public enum CommonTier {
  /** The smallest. */
  NANO,
  /** Micro-influencers. */
  MICRO,
  /** Mid-tier, midi, medium. */
  MID,
  /** Macro-influencers. */
  MACRO,
  /** Mega: celebrities, top, VIP. */
  MEGA,
  /** A label with no common equivalent. */
  NONE
}
