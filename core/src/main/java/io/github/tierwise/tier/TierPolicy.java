package io.github.tierwise.tier;

import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Profile;
import io.github.tierwise.profile.ProfileColumns;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One definition of influencer tiers.
 *
 * <p>Ranges of followers need no class: {@link TierPolicies#ranges}. To implement this interface,
 * make every answer once, list them in {@link #outcomes()}, and let {@link #classify(Profile)}
 * choose.
 *
 * <p>Implementations must be immutable and thread-safe, must not keep the profile, and must answer
 * with the instances listed in {@link #outcomes()}, so that answering allocates nothing. {@code
 * Contracts.check} in the module {@code tierwise-contracts} verifies all of it.
 *
 * @since 0.1.0
 */
public interface TierPolicy {

  /**
   * The definition's short name.
   *
   * @return a lower-case id, such as {@code iab-uk}
   */
  String id();

  /**
   * Every answer that this policy can give, made once: the tiers in their order, then the reasons
   * for having none.
   *
   * @return an unmodifiable list, the same each time
   */
  List<Classification> outcomes();

  /**
   * The tier of an account. Unknown is not zero: if what is unknown (NaN) could change the answer,
   * the answer is an {@link Unclassified} whose reason is {@link Unclassified.Reason#CANNOT_TELL},
   * and never the tier of an account that has none of it. Note that {@code NaN >= 10_000} is false
   * and {@code NaN < 10_000} is false, too: ask {@link Double#isNaN(double)} first.
   *
   * @param profile the account
   * @return one of {@link #outcomes()}
   */
  Classification classify(Profile profile);

  /**
   * Classifies a range of rows.
   *
   * @param columns the accounts
   * @param from the first row
   * @param to the row after the last
   * @param out receives the position of each row's answer in {@link #outcomes()}
   * @param at the position in {@code out} of the first row's answer
   * @throws IndexOutOfBoundsException if the range is not within the rows or does not fit {@code
   *     out}
   */
  default void classify(ProfileColumns columns, int from, int to, int[] out, int at) {
    List<Classification> outcomes = outcomes();
    columns.mapToInt(from, to, profile -> outcomes.indexOf(classify(profile)), out, at);
  }

  /**
   * The numbers of followers at which the answer may change, if nothing but platform and followers
   * matters. From one bound to below the next, below the first and from the last on, all accounts
   * of the platform have the same answer; so whoever counts many accounts by many definitions can
   * ask once for each interval.
   *
   * @param platform the accounts' platform
   * @return an unmodifiable list of finite numbers &gt; 0, rising, on every platform; empty on
   *     every platform, as it is unless overridden, if anything else matters
   */
  default Optional<List<Double>> followerBounds(Platform platform) {
    Objects.requireNonNull(platform, "platform");
    return Optional.empty();
  }

  /**
   * The tiers alone, in their order.
   *
   * @return an unmodifiable list
   */
  default List<Tier> tiers() {
    return outcomes().stream().filter(Tier.class::isInstance).map(Tier.class::cast).toList();
  }

  /**
   * Where the definition comes from.
   *
   * @return publisher and year, or a sentence; "own definition" unless overridden
   */
  default String source() {
    return "own definition";
  }

  /**
   * Who published the definition and what is stated of each tier.
   *
   * @return the citation; empty unless overridden, since a definition of your own has none
   */
  default Optional<Citation> citation() {
    return Optional.empty();
  }

  /**
   * The numbers of followers at which the source leaves open which tier an account is in. The
   * answer at such a number is a reading of the source, and another reading may differ there, and
   * nowhere else.
   *
   * @param platform the account's platform
   * @return an unmodifiable list, rising; empty unless overridden
   */
  default List<Double> disputedEdges(Platform platform) {
    Objects.requireNonNull(platform, "platform");
    return List.of();
  }

  /**
   * Whether a tier with this label or this common name exists.
   *
   * @param name a label such as {@code VIP} or a common name such as {@code mega}, in any case
   * @return true if {@link #matches} can be true for it
   */
  default boolean knows(String name) {
    return tiers().stream().anyMatch(tier -> matches(tier, name));
  }

  /**
   * Whether an answer is the tier with this label or, if no tier has that label, a tier with this
   * common name.
   *
   * @param answer one of {@link #outcomes()}
   * @param name a label or a common name, in any case
   * @return true if it is
   */
  default boolean matches(Classification answer, String name) {
    Objects.requireNonNull(name, "name");
    if (!(answer instanceof Tier tier)) {
      return false;
    }
    boolean isLabel = tiers().stream().anyMatch(each -> each.label().equalsIgnoreCase(name));
    return isLabel
        ? tier.label().equalsIgnoreCase(name)
        : tier.common() != CommonTier.NONE && tier.common().name().equalsIgnoreCase(name);
  }
}
