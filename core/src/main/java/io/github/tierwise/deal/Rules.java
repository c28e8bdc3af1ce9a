package io.github.tierwise.deal;

import java.util.Arrays;

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

  Rules withForced(int i) {
    int[] more = Arrays.copyOf(forced, forced.length + 1);
    more[forced.length] = i;
    return new Rules(budget, maxPeople, least, most, more);
  }

  /** The budget and the number of people alone, for accounts of some tiers alone. */
  Rules only(boolean... groups) {
    int[] none = new int[least.length];
    int[] open = new int[most.length];
    for (int group = 0; group < open.length; group++) {
      open[group] = groups[group] ? ANY : 0;
    }
    return new Rules(budget, maxPeople, none, open, new int[0]);
  }

  /** Whether nothing but the budget restricts the choice. */
  boolean budgetOnly() {
    return maxPeople == ANY && noQuotas();
  }

  boolean noQuotas() {
    for (int group = 0; group < least.length; group++) {
      if (least[group] > 0 || most[group] != ANY) {
        return false;
      }
    }
    return true;
  }
}
