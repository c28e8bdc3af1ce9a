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
    violations.each(accounts, account -> check(criterion, account, violations));
    isKnownSomewhere(criterion, accounts, violations);
    for (Measure measure : Measure.values()) {
      unknownIsNotZero(criterion, measure, accounts, violations);
    }
    Samples.SHARES.forEach(
        (dimension, values) ->
            values.forEach(
                value -> unknownIsNotZero(criterion, dimension, value, accounts, violations)));
    Checks.direction(criterion.direction(), criterion::utility, accounts, violations);
    Checks.range(criterion::utilities, criterion::utility, accounts, violations);
    Checks.shared(criterion::utility, accounts, violations);
    Checks.serialization(criterion, Criterion.class, Criterion::utility, accounts, violations);
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

  private static void unknownIsNotZero(
      Criterion criterion, Measure measure, List<Influencer> accounts, Violations violations) {
    Unknown unknown = new Unknown(criterion, measure.label());
    for (Influencer account : accounts) {
      if (!Double.isNaN(account.get(measure)) && account.get(measure) != 0) {
        unknown.compare(
            account.toBuilder().set(measure, Double.NaN).build(),
            account.toBuilder().set(measure, 0).build(),
            account);
      }
    }
    unknown.tell(violations);
  }

  private static void unknownIsNotZero(
      Criterion criterion,
      String dimension,
      String value,
      List<Influencer> accounts,
      Violations violations) {
    Unknown unknown = new Unknown(criterion, dimension + " " + value);
    for (Influencer account : accounts) {
      if (Double.isNaN(account.audience(dimension, value))) {
        double known = account.knownAudience(dimension);
        // Shares of a dimension are at most 1 together.
        double half = Double.isNaN(known) ? 0.5 : Math.max(0, (1 - known) / 2);
        unknown.compare(
            account,
            account.toBuilder().audience(dimension, value, 0).build(),
            account.toBuilder().audience(dimension, value, half).build());
      }
    }
    unknown.tell(violations);
  }

  /** Where an input matters at all, its being unknown must differ from zero somewhere. */
  private static final class Unknown {
    private final Criterion criterion;
    private final String input;
    private String example = "";
    private boolean differs;

    Unknown(Criterion criterion, String input) {
      this.criterion = criterion;
      this.input = input;
    }

    /** An account with the input unknown, with none and with some. */
    void compare(Influencer unknown, Influencer none, Influencer some) {
      Estimate ofNone = criterion.estimate(none);
      // If none is unknown, too, then unknown is not counted as none.
      if (differs || !ofNone.isKnown() || ofNone.equals(criterion.estimate(some))) {
        return;
      }
      differs = !ofNone.equals(criterion.estimate(unknown));
      if (example.isEmpty()) {
        example = "%s for %s".formatted(ofNone.value(), unknown.id());
      }
    }

    void tell(Violations violations) {
      violations.require(
          differs || example.isEmpty(),
          "unknown " + input + " must not count as none",
          "every account",
          "the same utility and range, such as " + example);
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
