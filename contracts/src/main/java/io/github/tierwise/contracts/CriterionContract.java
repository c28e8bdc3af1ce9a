package io.github.tierwise.contracts;

import io.github.tierwise.explain.Estimate;
import io.github.tierwise.explain.Explanation;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.score.Criterion;
import java.util.List;

/** What every criterion must keep. */
final class CriterionContract {

  private CriterionContract() {}

  static void check(Criterion criterion, List<Influencer> accounts, Violations violations) {
    violations.require(
        !criterion.name().isBlank(), "name must not be blank", "criterion", criterion.name());
    violations.require(
        inRange(criterion.neutral()),
        "neutral utility must be between 0 and 1",
        "criterion",
        criterion.neutral());
    for (Influencer account : accounts) {
      check(criterion, account, violations);
    }
    for (Measure measure : Measure.values()) {
      unknownIsNotZero(criterion, measure, accounts, violations);
    }
    Checks.direction(criterion.direction(), criterion::utility, accounts, violations);
    Checks.range(criterion::utilities, criterion::utility, accounts, violations);
    Checks.shared(criterion::utility, accounts, violations);
    Checks.serialization(criterion, Criterion.class, Criterion::utility, accounts, violations);
  }

  /** Where a measure matters at all, its being unknown must differ from zero somewhere. */
  private static void unknownIsNotZero(
      Criterion criterion, Measure measure, List<Influencer> accounts, Violations violations) {
    boolean matters = false;
    for (Influencer account : accounts) {
      if (Double.isNaN(account.get(measure)) || account.get(measure) == 0) {
        continue;
      }
      Estimate zero = criterion.estimate(account.toBuilder().set(measure, 0).build());
      if (zero.equals(criterion.estimate(account))) {
        continue;
      }
      matters = true;
      Influencer unknown = account.toBuilder().set(measure, Double.NaN).build();
      if (!zero.equals(criterion.estimate(unknown))) {
        return;
      }
    }
    violations.require(
        !matters,
        "unknown " + measure.label() + " must not count as none",
        "every account",
        "the same utility and range");
  }

  private static boolean inRange(double utility) {
    return utility >= 0 && utility <= 1;
  }

  private static void check(Criterion criterion, Influencer account, Violations violations) {
    double utility = criterion.utility(account);
    violations.require(
        Double.isNaN(utility) || inRange(utility),
        "utility must be between 0 and 1 or NaN",
        account.id(),
        utility);
    Estimate estimate = criterion.estimate(account);
    violations.requireSame(utility, estimate.value(), "value of the estimate", account.id());
    violations.require(
        !estimate.isKnown() || (inRange(estimate.low()) && inRange(estimate.high())),
        "ends of the estimate must be between 0 and 1",
        account.id(),
        estimate);
    Explanation why = criterion.explain(account);
    violations.requireSame(utility, why.value(), "value of the explanation", account.id());
    violations.require(why.holds(), "the explanation must add up", account.id(), why);
    violations.require(
        !why.note().isBlank(), "the explanation must have a note", account.id(), why);
  }
}
