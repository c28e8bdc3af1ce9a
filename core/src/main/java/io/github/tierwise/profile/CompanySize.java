package io.github.tierwise.profile;

/** How large the brand is. */
public enum CompanySize {
  /** A small or medium-sized enterprise. */
  SME,
  /** A large corporation. */
  LARGE
}
