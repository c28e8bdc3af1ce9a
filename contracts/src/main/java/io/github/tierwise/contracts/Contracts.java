package io.github.tierwise.contracts;

import io.github.tierwise.engagement.EngagementModel;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.score.Criterion;
import io.github.tierwise.score.Scorer;
import io.github.tierwise.tier.TierPolicy;
import java.util.List;

/**
 * What every tier policy, engagement model, criterion and scorer must keep, built in or not.
 *
 * <p>The checks run on made-up accounts ({@link Samples}) and need no test framework. They take a
 * second or a few. What cannot be seen from outside (that a profile is not kept, that no two
 * threads can ever disturb each other) they can only make likely.
 *
 * <p>What is allowed and may yet mislead is a warning: it is logged by {@link System.Logger}, by
 * the name of this package, and fails nothing.
 *
 * @since 0.1.0
 */
public final class Contracts {

  private static final System.Logger LOGGER = System.getLogger(Contracts.class.getPackageName());

  private static final long SEED = 20_261_123L;
  private static final int COUNT = 1_500;

  private Contracts() {}

  /**
   * Checks a tier policy on made-up accounts: its id is not blank; its outcomes are an unmodifiable
   * list, the same each time, of its own tiers, one at least, and then the reasons for having none;
   * it answers with one of its outcomes, the very instance; a tier's bounds hold the account's
   * followers; where an input is unknown whose amount decides, it cannot tell; follower bounds, if
   * it states any, are finite and rise from above 0, and nothing else decides; disputed edges rise;
   * a range gives what one at a time does; it is safe when shared between threads; it survives
   * serialization if it declares it.
   *
   * @param policy the policy
   * @throws AssertionError if the contract is broken; the message lists what and for which account
   */
  public static void check(TierPolicy policy) {
    check(policy, Samples.of(SEED, COUNT));
  }

  /**
   * Checks a tier policy on accounts of your own.
   *
   * @param policy the policy
   * @param accounts the accounts, at least one
   * @throws AssertionError if the contract is broken; the message lists what and for which account
   * @throws IllegalArgumentException if there is no account
   */
  public static void check(TierPolicy policy, List<Influencer> accounts) {
    Violations violations = new Violations("tier policy " + policy.id());
    run(violations, accounts, () -> TierPolicyContract.check(policy, accounts, violations));
  }

  /**
   * Checks an engagement model on made-up accounts: its formula is not blank and its denominator
   * followers or views; engagements are finite and at least 0 or unknown; an unknown interaction
   * does not count as none, alone or together with others: they are unknown, too, or a lower bound;
   * rates are their quotient by the denominator, and those of a typical post are the same where no
   * posts were read; the level is finite and at least 0 or unknown, its variance above 0, the error
   * at least 0 or unknown; followers move engagements as declared; the explanation has the same
   * value and holds; a range gives what one at a time does, bit for bit; it is safe when shared
   * between threads; it survives serialization if it declares it.
   *
   * @param model the model
   * @throws AssertionError if the contract is broken; the message lists what and for which account
   */
  public static void check(EngagementModel model) {
    check(model, Samples.of(SEED, COUNT));
  }

  /**
   * Checks an engagement model on accounts of your own.
   *
   * @param model the model
   * @param accounts the accounts, at least one
   * @throws AssertionError if the contract is broken; the message lists what and for which account
   * @throws IllegalArgumentException if there is no account
   */
  public static void check(EngagementModel model, List<Influencer> accounts) {
    Violations violations = new Violations("engagement model " + model.formula());
    run(violations, accounts, () -> EngagementModelContract.check(model, accounts, violations));
  }

  /**
   * Checks a criterion on made-up accounts, those of {@link Samples}: its name is not blank;
   * utilities are in [0, 1] or unknown, and not unknown throughout; the neutral one is in [0, 1];
   * an unknown measure or share does not count as none, alone or together with others; the estimate
   * and the explanation have the same value and hold, the estimate's ends are in [0, 1], and the
   * explanation has a note; followers move it as declared; a range gives what one at a time does,
   * bit for bit; it is safe when shared between threads; it survives serialization if it declares
   * it.
   *
   * <p>Warns of a criterion whose {@link Criterion#describe()} says no more than its name.
   *
   * @param criterion the criterion
   * @throws AssertionError if the contract is broken; the message lists what and for which account
   */
  public static void check(Criterion criterion) {
    check(criterion, Samples.of(SEED, COUNT));
  }

  /**
   * Checks a criterion on accounts of your own.
   *
   * @param criterion the criterion
   * @param accounts the accounts, at least one
   * @throws AssertionError if the contract is broken; the message lists what and for which account
   * @throws IllegalArgumentException if there is no account
   */
  public static void check(Criterion criterion, List<Influencer> accounts) {
    Violations violations = new Violations("criterion " + criterion.name());
    warn(List.of(criterion));
    run(violations, accounts, () -> CriterionContract.check(criterion, accounts, violations));
  }

  /**
   * Checks a scorer, with everything that was put into it, on made-up accounts with prices in its
   * currency: the six guarantees. Reasons add up; bought followers never pay, if the scorer claims
   * it; unknown is not zero in any criterion, engagement model or tier policy, and opens a
   * contribution to its full range; bits are the same in a range, on several threads and after
   * serialization; gates stand apart; more engagement never hurts. This takes some seconds.
   *
   * <p>Warns of criteria whose {@link Criterion#describe()} says no more than their name.
   *
   * @param scorer the scorer
   * @throws AssertionError if a guarantee is broken; the message lists what and for which account
   */
  public static void check(Scorer scorer) {
    String currency = scorer.brand().currency();
    check(scorer, Samples.of(SEED, COUNT, currency.isEmpty() ? "USD" : currency));
  }

  /**
   * Checks a scorer on accounts of your own.
   *
   * @param scorer the scorer
   * @param accounts the accounts, at least one, with prices in the brand's currency
   * @throws AssertionError if a guarantee is broken; the message lists what and for which account
   * @throws IllegalArgumentException if there is no account
   */
  public static void check(Scorer scorer, List<Influencer> accounts) {
    Violations violations = new Violations("scorer for " + scorer.brand());
    warn(scorer.criteria());
    run(violations, accounts, () -> ScorerContract.check(scorer, accounts, violations));
  }

  private static void warn(List<Criterion> criteria) {
    criteria.stream()
        .flatMap(criterion -> CriterionContract.warnings(criterion).stream())
        .forEach(warning -> LOGGER.log(System.Logger.Level.WARNING, warning));
  }

  private static void run(Violations violations, List<Influencer> accounts, Runnable check) {
    if (accounts.isEmpty()) {
      throw new IllegalArgumentException("accounts must not be empty, was " + accounts);
    }
    try {
      check.run();
    } catch (RuntimeException e) {
      violations.addThrown("an account", e);
    }
    violations.throwIfAny();
  }
}
