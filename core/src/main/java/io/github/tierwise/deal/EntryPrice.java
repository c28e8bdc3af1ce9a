package io.github.tierwise.deal;

import io.github.tierwise.explain.Estimate;

/**
 * The greatest price at which the best deal has an account, all else unchanged.
 *
 * <p>What the best deal with an account is worth never rises with its price, so there is a price up
 * to which that is more than what the best deal without it is worth. It is found by bisection on
 * the thousandths of the currency: at every price that is tried, a search looks for a set with the
 * account that is worth more than the best without it, or proves that there is none.
 *
 * @param price the price, from the greatest at which every best deal is known to have the account
 *     to the greatest at which none is known not to; unknown if no price is known
 * @param words the same in words
 */
record EntryPrice(Estimate price, String words) {

  /** No price changes that an account cannot be chosen, for a reason that was told or is. */
  static EntryPrice never(String reason) {
    return new EntryPrice(Estimate.UNKNOWN, "no price changes that" + reason);
  }

  /**
   * What the best set without the account is worth.
   *
   * @param found as far as was found
   * @param bound at the most
   */
  record Without(long found, long bound) {

    /** There is no deal without it. */
    static final Without NOBODY = new Without(-1, -1);

    Without(Solver.Solution solution) {
      this(solution.choice().value, solution.bound());
    }
  }

  /**
   * Looks for the price.
   *
   * @param shortlist all accounts; the one that is asked about is free
   * @param rules what must be kept, with the account
   * @param without what there is without the account
   * @param verb what the account would do at that price
   */
  static EntryPrice of(Shortlist shortlist, Rules rules, Without without, String verb) {
    Search search = new Search(shortlist.problem, rules);
    long surely = search.greatest(-1, without.bound, false);
    long perhaps = search.greatest(surely, without.found - 1, true);
    boolean tie = without.found == without.bound && search.found;
    if (perhaps < 0) {
      return new EntryPrice(Estimate.UNKNOWN, "no price would bring it in");
    }
    String most = shortlist.exactMoney(perhaps);
    if (surely < 0) {
      return new EntryPrice(
          Estimate.UNKNOWN,
          tie
              ? "no price makes a deal with it better, up to %s one is as good".formatted(most)
              : "no price is known at which it %s, above %s it does not".formatted(verb, most));
    }
    String doubt =
        tie ? ", up to %s a deal with it is as good" : ", above %s not; between is not proven";
    return new EntryPrice(
        new Estimate(Money.amount(surely), Money.amount(surely), Money.amount(perhaps)),
        "it %s %s%s"
            .formatted(
                verb,
                surely == 0
                    ? "for nothing only"
                    : "at " + shortlist.exactMoney(surely) + " or less",
                surely == perhaps ? "" : doubt.formatted(most)));
  }

  /** Tries prices. Not thread-safe. */
  private static final class Search {
    private final Problem problem;
    private final Rules rules;
    private final long most;

    /** Whether a set was found at the price that was answered last. */
    private boolean found;

    Search(Problem problem, Rules rules) {
      this.problem = problem;
      this.rules = rules;
      most = rules.budget() - new Solver(problem, rules).leastBudget();
    }

    /**
     * The greatest price at which a set is found that is worth more than a value, or at which it is
     * not proven that there is none.
     *
     * @param from a price at which that is so; -1 if none is known
     */
    long greatest(long from, long value, boolean unlessProven) {
      long in = from;
      long out = most + 1;
      for (long price = in + 1; out - in > 1; price = in + (out - in) / 2) {
        Solver.Solution at =
            new Solver(problem, rules.withBudget(rules.budget() - price)).above(value);
        if (at.choice().value > value) {
          // It is as good for all that the set leaves of the budget.
          in = rules.budget() - at.choice().cost;
          found = true;
        } else if (unlessProven && at.bound() > value) {
          in = price;
          found = false;
        } else {
          out = price;
        }
      }
      return in;
    }
  }
}
