package io.github.tierwise.contracts;

import io.github.tierwise.explain.Estimate;
import io.github.tierwise.explain.Explanation;
import io.github.tierwise.profile.Influencer;
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
    violations.each(accounts, account -> check(criterion, account, violations));
    isKnownSomewhere(criterion, accounts, violations);
    unknownIsNotZero(criterion, "", new UnknownInputs(accounts, accounts.size()), violations);
    Checks.direction(criterion.direction(), criterion::utility, accounts, violations);
    Checks.range(criterion::utilities, criterion::utility, accounts, violations);
    Checks.shared(criterion::utility, accounts, violations);
    Checks.serialization(criterion, Criterion.class, Criterion::utility, accounts, violations);
  }

  /** What is allowed and may yet mislead. */
  static List<String> warnings(Criterion criterion) {
    return criterion.describe().equals(criterion.name())
        ? List.of(
            "criterion %s: describe() must say more than the name, or the fingerprint of a scorer"
                    .formatted(criterion.name())
                + " cannot tell it from another criterion of that name: list what it is made of,"
                + " with its constants")
        : List.of();
  }

  /** Otherwise nothing would have been checked. */
  private static void isKnownSomewhere(
      Criterion criterion, List<Influencer> accounts, Violations violations) {
    violations.require(
        accounts.stream().anyMatch(account -> !Double.isNaN(criterion.utility(account))),
        "utility must be known for one account at least, or nothing is checked (check it with"
            + " accounts of your own that have what it asks for)",
        "all " + accounts.size() + " accounts",
        Double.NaN);
  }

  /** Where an input matters at all, its being unknown must differ from zero. */
  static void unknownIsNotZero(
      Criterion criterion, String part, UnknownInputs inputs, Violations violations) {
    inputs.differ(
        account -> new Utility(criterion.estimate(account)),
        part,
        "",
        "utility and range",
        violations);
  }

  private record Utility(Estimate estimate) implements UnknownInputs.Answer {

    @Override
    public boolean isKnown() {
      return estimate.isKnown();
    }

    @Override
    public boolean isOpen() {
      return estimate.low() < estimate.high();
    }

    @Override
    public String text() {
      return String.valueOf(estimate.value());
    }
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
