package io.github.tierwise.tier;

import io.github.tierwise.internal.Checks;
import java.io.Serializable;
import java.util.Objects;

/**
 * The answer of a definition that has no tier for an account. A normal answer: most published
 * definitions start above 0, and some have gaps.
 *
 * <p>This record is immutable, thread-safe and a value.
 *
 * @param definition the id of the definition
 * @param reason why there is no tier
 * @param detail the reason in words, with the bound or the missing input
 * @since 0.1.0
 */
public record Unclassified(String definition, Reason reason, String detail)
    implements Classification, Serializable {

  /**
   * Why a definition has no tier for an account.
   *
   * @since 0.1.0
   */
  public enum Reason {
    /** Fewer followers than the lowest tier. */
    BELOW_FLOOR,
    /** At least as many followers as the upper end of the highest tier. */
    ABOVE_CEILING,
    /** Between two tiers that do not touch. */
    IN_GAP,
    /** An input that the definition needs is not known. This is not "no". */
    CANNOT_TELL
  }

  /**
   * Checks the texts.
   *
   * @param definition the id of the definition
   * @param reason why there is no tier
   * @param detail the reason in words
   * @throws IllegalArgumentException if a text is blank
   */
  public Unclassified {
    definition = Checks.notBlank(definition, "definition");
    Objects.requireNonNull(reason, "reason");
    detail = Checks.notBlank(detail, "detail");
  }

  @Override
  public String label() {
    return "unclassified";
  }

  /** The reason, as in {@code unclassified: below the floor of 1,000 followers}. */
  @Override
  public String toString() {
    return "unclassified: " + detail;
  }
}
