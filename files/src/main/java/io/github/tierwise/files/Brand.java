package io.github.tierwise.files;

import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.score.PriceCurve;
import io.github.tierwise.score.Scorer;
import io.github.tierwise.tier.TierPolicies;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A brand with the rules that it sets for a ranking.
 *
 * @param name where it comes from, for error messages
 * @param profile the brand's answers
 * @param definition the tier definition that it asks for
 * @param requiredTiers the only tiers that it wants; none if any will do
 * @param minEngagements the fewest engagements a post that it wants
 * @param plausibleOnly whether it wants only accounts whose engagement is plausible
 * @param usdRate what a US dollar is worth in its currency
 * @param remarks what must be said about its answers
 * @since 0.1.0
 */
public record Brand(
    String name,
    BrandProfile profile,
    Optional<String> definition,
    List<String> requiredTiers,
    OptionalDouble minEngagements,
    boolean plausibleOnly,
    OptionalDouble usdRate,
    List<String> remarks) {

  /**
   * A brand; its lists are copied.
   *
   * @param name where it comes from
   * @param profile its answers
   * @param definition the tier definition that it asks for
   * @param requiredTiers the only tiers that it wants
   * @param minEngagements the fewest engagements a post that it wants
   * @param plausibleOnly whether it wants plausible engagement only
   * @param usdRate what a US dollar is worth in its currency
   * @param remarks what must be said about its answers
   */
  public Brand {
    remarks = List.copyOf(remarks);
    requiredTiers = List.copyOf(requiredTiers);
  }

  /**
   * A brand that has answered nothing.
   *
   * @return a brand
   */
  public static Brand unknown() {
    return new Brand(
        "no brand",
        BrandProfile.builder().build(),
        Optional.empty(),
        List.of(),
        OptionalDouble.empty(),
        false,
        OptionalDouble.empty(),
        List.of());
  }

  /**
   * The same brand with another budget.
   *
   * @param amount more than 0, in the brand's currency
   * @return a brand
   */
  public Brand withBudget(double amount) {
    return new Brand(
        name,
        profile.toBuilder().budget(amount, profile.currency()).build(),
        definition,
        requiredTiers,
        minEngagements,
        plausibleOnly,
        usdRate,
        remarks);
  }

  /**
   * Starts a scorer from all that the brand answers and asks for.
   *
   * @return a builder, to which what no file can say may be added
   * @throws IllegalArgumentException if the rate is not &gt; 0 or there is no such definition
   */
  public Scorer.Builder builder() {
    Scorer.Builder builder =
        Scorer.builder(profile)
            .requireTier(requiredTiers.toArray(new String[0]))
            .plausibleOnly(plausibleOnly);
    minEngagements.ifPresent(builder::minEngagements);
    definition.ifPresent(id -> builder.tiers(TierPolicies.published(id)));
    usdRate.ifPresent(rate -> builder.prices(PriceCurve.published().in(profile.currency(), rate)));
    return builder;
  }

  /**
   * The scorer for this brand.
   *
   * @return the scorer
   * @throws FileException if the answers do not go together
   */
  public Scorer scorer() {
    try {
      return builder().build();
    } catch (IllegalArgumentException e) {
      throw new FileException(name + ": " + e.getMessage(), e);
    }
  }
}
