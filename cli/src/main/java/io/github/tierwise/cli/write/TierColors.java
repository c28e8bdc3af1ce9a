package io.github.tierwise.cli.write;

import io.github.tierwise.tier.Classification;
import io.github.tierwise.tier.CommonTier;
import io.github.tierwise.tier.Tier;
import io.github.tierwise.tier.TierPolicy;
import io.github.tierwise.tier.Unclassified;
import java.util.Locale;

/** The colours of the page's style sheet that stand for tiers: the same tier, the same colour. */
public final class TierColors {

  private TierColors() {}

  /**
   * The colour of an answer: that of what it means, and one of its own for a second tier that means
   * mega, as some definitions divide celebrities.
   *
   * @param policy whose answer it is
   * @param answer the answer
   */
  public static String of(TierPolicy policy, Classification answer) {
    if (answer instanceof Tier tier) {
      return isSecond(policy, tier) ? "mega-2" : of(tier.common());
    }
    boolean untold =
        answer instanceof Unclassified none && none.reason() == Unclassified.Reason.CANNOT_TELL;
    return untold ? "untold" : "none";
  }

  /** The colour of a common name. */
  public static String of(CommonTier common) {
    return common == CommonTier.NONE ? "other" : common.name().toLowerCase(Locale.ROOT);
  }

  private static boolean isSecond(TierPolicy policy, Tier tier) {
    return tier.common() == CommonTier.MEGA
        && policy.tiers().stream()
            .filter(other -> other.common() == CommonTier.MEGA)
            .findFirst()
            .filter(first -> !first.label().equals(tier.label()))
            .isPresent();
  }

  /** The colour of a text on one of these colours. */
  public static String ink(String color) {
    boolean dark = color.equals("micro") || color.startsWith("mega");
    return dark ? "on-dark" : "on-light";
  }
}
