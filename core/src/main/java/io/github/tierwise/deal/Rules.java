package io.github.tierwise.deal;

import io.github.tierwise.internal.Checks;
import io.github.tierwise.tier.CommonTier;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * What a set of accounts must keep to.
 *
 * @param budget what it may cost, in thousandths
 * @param maxPeople how many it may be
 * @param least how many of each tier at least
 * @param most how many of each tier at the most
 * @param forced who must be in it
 */
@SuppressWarnings("ArrayRecordComponent") // compared by what is in the arrays
record Rules(long budget, int maxPeople, int[] least, int[] most, int[] forced)
    implements Serializable {

  Rules {
    Checks.require(budget >= 0, () -> "budget must be >= 0, was " + Money.amount(budget));
    Checks.atLeast(0, maxPeople, "maxPeople");
    checkQuotas(least);
    checkQuotas(most);
    Objects.requireNonNull(forced, "forced");
  }

  private static void checkQuotas(int[] quotas) {
    Checks.require(
        quotas.length == Problem.TIERS && IntStream.of(quotas).allMatch(n -> n >= 0),
        () -> "quotas must be %d numbers >= 0".formatted(Problem.TIERS));
  }

  static final int ANY = Integer.MAX_VALUE;

  @Override
  public boolean equals(Object other) {
    return other instanceof Rules that
        && budget == that.budget
        && maxPeople == that.maxPeople
        && Arrays.equals(least, that.least)
        && Arrays.equals(most, that.most)
        && Arrays.equals(forced, that.forced);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        budget, maxPeople, Arrays.hashCode(least), Arrays.hashCode(most), Arrays.hashCode(forced));
  }

  Rules withBudget(long newBudget) {
    return new Rules(newBudget, maxPeople, least, most, forced);
  }

  /** With others who must be in it instead. */
  Rules forcing(int... others) {
    return new Rules(budget, maxPeople, least, most, others);
  }

  /** Whether somebody must be in it. */
  boolean forces(int account) {
    return IntStream.of(forced).anyMatch(each -> each == account);
  }

  /** With others who must be in it as well. */
  Rules withForced(int... more) {
    return forcing(IntStream.concat(IntStream.of(forced), IntStream.of(more)).toArray());
  }

  /** The budget and the number of people alone, for accounts of some tiers alone. */
  Rules only(CommonTier... tiers) {
    int[] open = new int[most.length];
    for (CommonTier tier : tiers) {
      open[tier.ordinal()] = ANY;
    }
    return new Rules(budget, maxPeople, new int[least.length], open, new int[0]);
  }

  /** Whether nothing but the budget restricts the choice. */
  boolean budgetOnly() {
    return maxPeople == ANY && noQuotas();
  }

  /** Whether some of a tier must be in it. */
  boolean requiresTiers() {
    return IntStream.of(least).anyMatch(n -> n > 0);
  }

  boolean noQuotas() {
    return !requiresTiers() && IntStream.of(most).allMatch(n -> n == ANY);
  }
}
