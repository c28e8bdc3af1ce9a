package io.github.tierwise.contracts;

import io.github.tierwise.engagement.EngagementModel;
import io.github.tierwise.explain.Explanation;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Measure;
import java.util.List;

/** What every engagement model must keep. */
final class EngagementModelContract {

  private EngagementModelContract() {}

  static void check(EngagementModel model, List<Influencer> accounts, Violations violations) {
    violations.require(
        !model.formula().isBlank(), "formula must not be blank", "model", model.formula());
    violations.require(
        model.denominator() == Measure.FOLLOWERS || model.denominator() == Measure.VIEWS,
        "denominator must be followers or views",
        "model",
        model.denominator());
    violations.each(accounts, account -> check(model, account, violations));
    unknownIsNotZero(model, "", new UnknownInputs(accounts, accounts.size()), violations);
    Checks.direction(model.direction(), model::engagements, accounts, violations);
    Checks.range(model::engagements, model::engagements, accounts, violations);
    Checks.shared(model::engagements, accounts, violations);
    Checks.serialization(
        model, EngagementModel.class, EngagementModel::engagements, accounts, violations);
  }

  /** Interactions that count and are unknown are not zero. */
  static void unknownIsNotZero(
      EngagementModel model, String part, UnknownInputs inputs, Violations violations) {
    inputs.differ(
        account -> new Engagements(model.engagements(account), model.isLowerBound(account)),
        part,
        ": the engagements must be NaN, or isLowerBound true",
        "engagements",
        violations);
  }

  private record Engagements(double number, boolean atLeast) implements UnknownInputs.Answer {

    @Override
    public boolean isKnown() {
      return !Double.isNaN(number);
    }

    @Override
    public boolean isOpen() {
      return atLeast;
    }

    @Override
    public String text() {
      return String.valueOf(number);
    }
  }

  private static void check(EngagementModel model, Influencer account, Violations violations) {
    double engagements = model.engagements(account);
    violations.require(
        Double.isNaN(engagements) || (engagements >= 0 && !Double.isInfinite(engagements)),
        "engagements must be finite and >= 0 or NaN",
        account.id(),
        engagements);
    double exposure = account.get(model.denominator());
    violations.requireSame(
        exposure > 0 ? engagements / exposure : Double.NaN,
        model.rate(account),
        "rate",
        account.id());
    double typical = model.typicalEngagements(account);
    if (!model.isFromPosts(account)) {
      violations.requireSame(engagements, typical, "typicalEngagements", account.id());
    }
    violations.requireSame(
        exposure > 0 ? typical / exposure : Double.NaN,
        model.typicalRate(account),
        "typicalRate",
        account.id());
    double level = model.level(account);
    violations.require(
        Double.isNaN(level) || (level >= 0 && !Double.isInfinite(level)),
        "level must be finite and >= 0 or NaN",
        account.id(),
        level);
    double variance = model.levelVariance(account);
    violations.require(
        Double.isNaN(level) || (variance > 0 && !Double.isInfinite(variance)),
        "levelVariance must be finite and > 0 where the level is known",
        account.id(),
        variance);
    double error = model.logError(account);
    violations.require(
        Double.isNaN(error) || (error >= 0 && !Double.isInfinite(error)),
        "logError must be finite and >= 0 or NaN",
        account.id(),
        error);
    double open = model.levelOpen(account);
    violations.require(
        open >= 0 && !Double.isInfinite(open),
        "levelOpen must be finite and >= 0",
        account.id(),
        open);
    Explanation why = model.explain(account);
    violations.requireSame(engagements, why.value(), "value of the explanation", account.id());
    violations.require(why.holds(), "the explanation must add up", account.id(), why);
  }
}
