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
 * @since 0.1.0
 */
public final class Contracts {

  private static final long SEED = 20_261_123L;
  private static final int COUNT = 1_500;

  private Contracts() {}

  /**
   * Checks a tier policy on made-up accounts: it answers with one of its outcomes, the very
   * instance; a tier's bounds hold the account's followers; a range gives what one at a time does;
   * it is safe when shared between threads; it survives serialization if it declares it.
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
   * Checks an engagement model on made-up accounts: engagements are finite and at least 0 or
   * unknown; the rate is their quotient by the denominator; followers move them as declared; the
   * explanation has the same value and holds; a range gives what one at a time does, bit for bit;
   * it is safe when shared between threads; it survives serialization if it declares it.
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
   * Checks a criterion on made-up accounts, those of {@link Samples}: utilities are in [0, 1] or
   * unknown, and not unknown throughout; an unknown measure or share does not count as none; the
   * estimate and the explanation have the same value and hold; followers move it as declared; a
   * range gives what one at a time does, bit for bit; it is safe when shared between threads; it
   * survives serialization if it declares it.
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
    run(violations, accounts, () -> CriterionContract.check(criterion, accounts, violations));
  }

  /**
   * Checks a scorer, with everything that was put into it, on made-up accounts with prices in its
   * currency: the six guarantees (that bought followers never pay only if the scorer claims it).
   * This takes some seconds.
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
    run(violations, accounts, () -> ScorerContract.check(scorer, accounts, violations));
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
