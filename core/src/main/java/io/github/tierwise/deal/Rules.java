package io.github.tierwise.deal;

import io.github.tierwise.tier.CommonTier;
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
@SuppressWarnings("ArrayRecordComponent") // never compared
record Rules(long budget, int maxPeople, int[] least, int[] most, int[] forced) {

  static final int ANY = Integer.MAX_VALUE;

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
