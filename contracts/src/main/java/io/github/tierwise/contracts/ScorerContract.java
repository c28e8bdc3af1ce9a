package io.github.tierwise.contracts;

import io.github.tierwise.explain.Explanation;
import io.github.tierwise.profile.Direction;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.ProfileColumns;
import io.github.tierwise.score.Criterion;
import io.github.tierwise.score.Ranking;
import io.github.tierwise.score.Score;
import io.github.tierwise.score.Scorer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The six guarantees of a scorer. */
final class ScorerContract {

  private static final Measure[] INTERACTIONS = {
    Measure.LIKES, Measure.COMMENTS, Measure.SHARES, Measure.SAVES, Measure.ENGAGEMENTS
  };

  private static final double[] FACTORS = {1.01, 1.5, 10};

  /** Of so many accounts inputs are varied for each part; by itself a part is checked on all. */
  private static final int VARIED = 150;

  private ScorerContract() {}

  static void check(Scorer scorer, List<Influencer> accounts, Violations violations) {
    violations.each(
        accounts,
        account -> {
          reasonsAddUp(scorer, account, violations);
          moreEngagementNeverHurts(scorer, account, violations);
        });
    unknownIsNotZero(scorer, accounts, violations);
    differencesAddUp(scorer, accounts, violations);
    if (scorer.boughtFollowersNeverPay()) {
      Checks.direction(Direction.NON_INCREASING, scorer::value, accounts, violations);
    }
    Checks.range(
        (columns, from, to, out, at) -> {
          double[] all = new double[columns.size()];
          scorer.score(columns, from, to, all);
          System.arraycopy(all, from, out, at, to - from);
        },
        scorer::value,
        accounts,
        violations);
    gatesStandApart(scorer, accounts, violations);
    Checks.shared(scorer::value, accounts, violations);
    // A scorer is serializable if what was put in is.
    if (Checks.isWritable(scorer)) {
      Checks.serialization(scorer, Scorer.class, Scorer::value, accounts, violations);
    }
  }

  private static void reasonsAddUp(Scorer scorer, Influencer account, Violations violations) {
    Score score = scorer.score(account);
    double sum = 0.0;
    double low = 0.0;
    double high = 0.0;
    for (Score.Contribution contribution : score.contributions()) {
      sum += contribution.points();
      low += contribution.low();
      high += contribution.high();
      violations.require(
          !contribution.assumed() || (contribution.low() == 0 && contribution.high() > 0),
          "an assumed contribution must be open to its full range",
          account.id(),
          contribution);
    }
    violations.requireSame(score.value(), sum, "sum of the contributions", account.id());
    violations.requireSame(score.low(), low, "sum of the lows", account.id());
    violations.requireSame(score.high(), high, "sum of the highs", account.id());
    violations.requireSame(score.value(), scorer.value(account), "value alone", account.id());
    violations.require(
        0 <= score.low() && score.high() <= 100,
        "the range must be within 0 and 100",
        account.id(),
        score.estimate());
    Explanation why = scorer.explain(account);
    violations.requireSame(score.value(), why.value(), "value of the explanation", account.id());
    violations.require(why.holds(), "the explanation must add up", account.id(), why);
  }

  /** The parts of a scorer are where an input can be taken for zero. */
  private static void unknownIsNotZero(
      Scorer scorer, List<Influencer> accounts, Violations violations) {
    UnknownInputs inputs = new UnknownInputs(accounts, VARIED);
    for (Criterion criterion : scorer.criteria()) {
      CriterionContract.unknownIsNotZero(
          criterion, "criterion %s, ".formatted(criterion.name()), inputs, violations);
    }
    Stream.of(Platform.values())
        .map(scorer::engagement)
        .distinct()
        .forEach(
            model ->
                EngagementModelContract.unknownIsNotZero(
                    model, "engagement model %s, ".formatted(model.formula()), inputs, violations));
    inputs.cannotTell(
        scorer.tiers(), "tier policy %s, ".formatted(scorer.tiers().id()), violations);
  }

  private static void moreEngagementNeverHurts(
      Scorer scorer, Influencer account, Violations violations) {
    double before = scorer.value(account);
    for (Measure measure : INTERACTIONS) {
      double count = account.get(measure);
      for (double factor : FACTORS) {
        if (!Double.isNaN(count)) {
          double more = StrictMath.ceil(count * factor + 1);
          double after = scorer.value(account.toBuilder().set(measure, more).build());
          violations.require(
              after >= before,
              "with %s %s instead of %s the score must be at least %s"
                  .formatted(more, measure.label(), count, before),
              account.id(),
              after);
        }
      }
    }
  }

  private static void differencesAddUp(
      Scorer scorer, List<Influencer> accounts, Violations violations) {
    for (int i = 1; i < accounts.size(); i++) {
      Influencer first = accounts.get(i - 1);
      Influencer second = accounts.get(i);
      double difference = scorer.value(first) - scorer.value(second);
      Explanation why = scorer.difference(first, second);
      violations.requireSame(difference, why.value(), "value of the difference", first.id());
      violations.require(why.holds(), "the difference must add up", first.id(), why);
      Explanation change = scorer.change(second, first);
      violations.requireSame(difference, change.value(), "value of the change", first.id());
      violations.require(change.holds(), "the change must add up", first.id(), change);
    }
  }

  private static void gatesStandApart(
      Scorer scorer, List<Influencer> accounts, Violations violations) {
    Ranking ranking = scorer.rank(accounts);
    List<Integer> rows = new ArrayList<>();
    double before = Double.POSITIVE_INFINITY;
    for (Ranking.Entry entry : ranking.entries()) {
      Influencer account = accounts.get(entry.row());
      violations.require(
          entry.score().eligible(), "only the eligible may be ranked", account.id(), entry);
      violations.requireSame(
          scorer.value(account), entry.score().value(), "ranked score", account.id());
      violations.require(
          entry.score().value() <= before, "ranks must fall", account.id(), entry.score());
      before = entry.score().value();
      rows.add(entry.row());
    }
    long eligible = accounts.stream().filter(a -> scorer.score(a).eligible()).count();
    violations.require(
        eligible == rows.size() && ranking.size() == accounts.size(),
        "everybody must be ranked or counted, eligible are " + eligible,
        "ranking",
        rows.size() + " of " + ranking.size());
    Ranking top = scorer.top(accounts.size(), ProfileColumns.copyOf(accounts));
    violations.require(
        top.entries().stream().map(Ranking.Entry::row).toList().equals(rows),
        "columns must be ranked as a list is",
        "ranking",
        "another order");
  }
}
