package io.github.tierwise.files;

import io.github.tierwise.engagement.EngagementModels;
import io.github.tierwise.engagement.SizeCurve;
import io.github.tierwise.files.cells.InputException;
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
   * The scorer for this brand.
   *
   * @param policy a tier definition that goes before the brand's own
   * @return the scorer
   * @throws InputException if the answers do not go together
   */
  public Scorer scorer(Optional<String> policy) {
    return scorer(policy, List.of());
  }

  /**
   * The scorer for this brand with other expectations than the published ones.
   *
   * @param policy a tier definition that goes before the brand's own
   * @param curves what to expect of a size, by the standard formula of each one's platform
   * @return the scorer
   * @throws InputException if the answers do not go together
   */
  public Scorer scorer(Optional<String> policy, List<SizeCurve> curves) {
    try {
      Scorer.Builder builder =
          Scorer.builder(profile)
              .requireTier(requiredTiers.toArray(new String[0]))
              .plausibleOnly(plausibleOnly);
      minEngagements.ifPresent(builder::minEngagements);
      policy.or(() -> definition).ifPresent(id -> builder.tiers(TierPolicies.published(id)));
      usdRate.ifPresent(
          rate -> builder.prices(PriceCurve.published().in(profile.currency(), rate)));
      curves.forEach(
          curve -> builder.engagement(EngagementModels.standard(curve.platform()), curve));
      return builder.build();
    } catch (IllegalArgumentException e) {
      throw new InputException(name + ": " + e.getMessage(), e);
    }
  }
}
