package io.github.tierwise.profile;

/**
 * How large the brand is.
 *
 * @since 0.1.0
 */
public enum CompanySize {
  /** A small or medium-sized enterprise. */
  SME,
  /** A large corporation. */
  LARGE
}
