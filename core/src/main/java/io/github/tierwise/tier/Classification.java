package io.github.tierwise.tier;

/**
 * What a {@link TierPolicy} answers: a {@link Tier}, or {@link Unclassified} with the reason.
 *
 * @since 0.1.0
 */
public sealed interface Classification permits Tier, Unclassified {

  /**
   * The definition that answers.
   *
   * @return the id of the policy
   */
  String definition();

  /**
   * The answer in one or a few words.
   *
   * @return the tier's label as its source spells it, or {@code unclassified}
   */
  String label();
}
