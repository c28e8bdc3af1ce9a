package io.github.tierwise.score;

import io.github.tierwise.engagement.LevelEstimator;
import io.github.tierwise.explain.Estimate;
import io.github.tierwise.explain.Explanation;
import io.github.tierwise.internal.Checks;
import io.github.tierwise.internal.Doubt;
import io.github.tierwise.internal.Logs;
import io.github.tierwise.internal.Nullable;
import io.github.tierwise.internal.PiecewiseLine;
import io.github.tierwise.internal.Points;
import io.github.tierwise.internal.Text;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Profile;
import io.github.tierwise.profile.ProfileColumns;
import io.github.tierwise.tier.TierPolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All that a score is made from, bound and checked once: criteria with their weights, gates, tiers
 * and what measures accounts. What scores, ranks, explains and describes reads it from here.
 * Immutable.
 */
final class ScoreFormula {

  private static final Gate PLAUSIBLE = new Gate.Plausible(Gate.IMPLAUSIBLE);

  private final Meter meter;
  private final TierPolicy tiers;
  private final List<Gate> gates;
  private final Criterion[] criteria;
  private final Scorer.Weight[] weights;
  private final double weightSum;

  /** What each criterion contributes at utility 1; together exactly 100. */
  private final double[] pointsAtMost;

  private final double[] neutrals;

  /** The meter's, by the platform's position. */
  private final Meter.Rate[] rates;

  private final @Nullable PiecewiseLine[] lines;

  /**
   * Binds criteria with their weights.
   *
   * @param weights those of the criteria, &gt; 0
   * @throws IllegalArgumentException if there is no criterion, two have one name, a neutral utility
   *     is outside [0, 1] or the weights' sum is infinite
   */
  ScoreFormula(
      Meter meter,
      TierPolicy tiers,
      List<Gate> gates,
      List<Criterion> criteria,
      List<Scorer.Weight> weights) {
    this.meter = meter;
    this.tiers = tiers;
    this.gates = List.copyOf(gates);
    this.criteria = criteria.toArray(new Criterion[0]);
    this.weights = weights.toArray(new Scorer.Weight[0]);
    if (criteria.isEmpty()) {
      throw new IllegalArgumentException("weights must sum to > 0, was 0");
    }
    checkNames(criteria);
    criteria.forEach(ScoreFormula::checkNeutral);
    neutrals = criteria.stream().mapToDouble(Criterion::neutral).toArray();
    rates = Arrays.stream(Platform.values()).map(meter.rates()::get).toArray(Meter.Rate[]::new);
    lines =
        Arrays.stream(rates)
            .map(rate -> rate == null ? null : rate.line())
            .toArray(PiecewiseLine[]::new);
    weightSum = sum(this.weights);
    pointsAtMost = Points.atMost(weights.stream().mapToDouble(Scorer.Weight::points).toArray());
  }

  private static void checkNames(List<Criterion> criteria) {
    for (int i = 0; i < criteria.size(); i++) {
      String name = Checks.notBlank(criteria.get(i).name(), "name of criterion");
      for (int j = 0; j < i; j++) {
        if (criteria.get(j).name().equals(name)) {
          throw new IllegalArgumentException("name of criterion must be used once, was " + name);
        }
      }
    }
  }

  private static void checkNeutral(Criterion criterion) {
    double neutral = criterion.neutral();
    if (!(neutral >= 0 && neutral <= 1)) {
      throw new IllegalArgumentException(
          "neutral utility of %s must be between 0 and 1, was %s"
              .formatted(criterion.name(), Text.plain(neutral)));
    }
  }

  private static double sum(Scorer.Weight[] weights) {
    double sum = 0.0;
    for (Scorer.Weight weight : weights) {
      sum += weight.points();
    }
    if (Double.isInfinite(sum)) {
      throw new IllegalArgumentException("weights must have a finite sum, was Infinity");
    }
    return sum;
  }

  Meter meter() {
    return meter;
  }

  TierPolicy tiers() {
    return tiers;
  }

  List<Gate> gates() {
    return gates;
  }

  /** How many criteria are in play. */
  int size() {
    return criteria.length;
  }

  List<Criterion> criteria() {
    return List.of(criteria);
  }

  Criterion criterion(int i) {
    return criteria[i];
  }

  Scorer.Weight weight(int i) {
    return weights[i];
  }

  double weightSum() {
    return weightSum;
  }

  /** What a criterion contributes at utility 1. */
  double pointsAtMost(int i) {
    return pointsAtMost[i];
  }

  double neutral(int i) {
    return neutrals[i];
  }

  /**
   * The score and nothing else, with the bits of {@link Criterion#utility}: what several criteria
   * need is measured once, and no object is made. For that, criteria are told apart by their
   * classes: each call is compiled into the loop.
   */
  double value(Profile profile) {
    if (meter.isForeign(profile)) {
      return Double.NaN;
    }
    Platform platform = profile.platform();
    Meter.Rate rate = rates[platform.ordinal()];
    boolean meanOnly = rate.isMeanOnly(profile);
    double level = meanOnly ? Logs.log2(1.0 + rate.engagements(profile)) : rate.level(profile);
    double size = Meter.size(profile);
    double sum = 0.0;
    for (int i = 0; i < criteria.length; i++) {
      Criterion criterion = criteria[i];
      double utility;
      if (criterion instanceof EngagementCriterion engagement) {
        double believed =
            meanOnly
                ? Signals.MEAN_BELIEVED
                : LevelEstimator.believed(rate.model().levelVariance(profile));
        double excess = level - rate.expected(lines[platform.ordinal()], size, profile);
        utility = engagement.span(platform).at(EngagementCriterion.residual(believed, excess));
      } else if (criterion instanceof EngagedAudienceCriterion audience) {
        utility = audience.span(platform).at(level);
      } else if (criterion instanceof CostCriterion cost) {
        utility = cost.span(platform).at(meter.price(profile, size));
      } else if (criterion instanceof ConversionCriterion conversion) {
        utility = conversion.utility(profile);
      } else if (criterion instanceof AudienceFitCriterion fit) {
        utility = fit.utility(profile);
      } else {
        utility = checked(criterion.utility(profile), criterion, profile);
      }
      sum += pointsAtMost[i] * (Double.isNaN(utility) ? neutrals[i] : utility);
    }
    return sum;
  }

  /** The utility by a criterion, NaN if unknown. */
  double utility(int i, Signals one) {
    return criteria[i] instanceof StandardCriterion standard
        ? standard.utility(one)
        : checked(criteria[i].utility(one.profile()), criteria[i], one.profile());
  }

  /** The utility of a plug-in with its range, checked. */
  static Estimate estimate(Criterion criterion, Profile profile) {
    Estimate estimate = criterion.estimate(profile);
    checked(estimate.value(), criterion, profile);
    checked(estimate.low(), criterion, profile);
    checked(estimate.high(), criterion, profile);
    return estimate;
  }

  /** What the utilities of an account may be otherwise, in the order of the criteria. */
  Doubt[] doubts(Profile profile) {
    Signals one = meter.measure(profile);
    Doubt[] doubts = new Doubt[criteria.length];
    for (int i = 0; i < criteria.length; i++) {
      doubts[i] =
          criteria[i] instanceof StandardCriterion standard
              ? standard.doubt(one)
              : StandardCriterion.doubt(
                  criteria[i], criteria[i].name(), estimate(criteria[i], profile));
    }
    return doubts;
  }

  /** A utility as it is, NaN for unknown. */
  static double checked(double utility, Criterion criterion, Profile profile) {
    if (utility < 0 || utility > 1) {
      throw new IllegalStateException(
          "utility of %s for %s must be between 0 and 1 or NaN, was %s"
              .formatted(criterion.name(), profile.id(), Text.plain(utility)));
    }
    return utility;
  }

  /** The score with its contributions, range, tier and flags. */
  Score score(Signals one) {
    Profile profile = one.profile();
    List<Score.Flag> flags = new ArrayList<>();
    List<Score.Flag> failures = failures(one, flags);
    addFlags(one, flags);
    boolean unscored = one.isForeign();
    List<Score.Contribution> contributions = unscored ? List.of() : contributions(one);
    double price = one.price();
    return new Score(
        profile.id(),
        unscored ? Estimate.UNKNOWN : Score.sum(contributions),
        contributions,
        tiers.classify(profile),
        one.rate(),
        one.expectedRate(),
        price,
        price / one.typical(),
        failures,
        flags);
  }

  /** The gates that an account fails; those that cannot tell are added to the flags. */
  List<Score.Flag> failures(Signals one, List<Score.Flag> flags) {
    List<Score.Flag> failures = new ArrayList<>();
    for (Gate gate : gates) {
      switch (gate.test(one)) {
        case FAIL -> failures.add(new Score.Flag(gate.code(), gate.failure(one)));
        case CANNOT_TELL ->
            flags.add(new Score.Flag("cannot-tell-" + gate.code(), gate.doubt(one)));
        case PASS -> {}
      }
    }
    return failures;
  }

  private void addFlags(Signals one, List<Score.Flag> flags) {
    if (one.excess() > Gate.IMPLAUSIBLE) {
      flags.add(new Score.Flag(PLAUSIBLE.code(), PLAUSIBLE.failure(one) + ": look closer"));
    }
    if (one.open() > 0) {
      flags.add(new Score.Flag("engagements-at-least", "engagements: " + one.atLeast()));
    }
    if (one.isPriceEstimated()) {
      flags.add(
          new Score.Flag(
              Score.Flag.PRICE_ESTIMATED,
              "no quote: a post usually costs about " + Text.money(one.price(), meter.currency())));
    }
  }

  private List<Score.Contribution> contributions(Signals one) {
    // Sentences are made later, and a row of columns moves on.
    Signals kept =
        one.profile() instanceof ProfileColumns.Cursor row ? meter.measure(row.copy()) : one;
    List<Score.Contribution> contributions = new ArrayList<>(criteria.length);
    for (int i = 0; i < criteria.length; i++) {
      contributions.add(contribution(i, kept));
    }
    return contributions;
  }

  /** Where the utility by a criterion comes from; unknown where the utility is. */
  Explanation explain(int i, Signals one) {
    return criteria[i] instanceof StandardCriterion standard
        ? standard.explain(one)
        : criteria[i].explain(one.profile());
  }

  private Score.Contribution contribution(int i, Signals one) {
    String name = criteria[i].name();
    double most = pointsAtMost[i];
    Estimate utility =
        criteria[i] instanceof StandardCriterion standard
            ? standard.estimate(one)
            : estimate(criteria[i], one.profile());
    return utility.isKnown()
        ? new Score.Contribution(
            name,
            most * utility.value(),
            most * utility.low(),
            most * utility.high(),
            utility.value(),
            weights[i].points(),
            false,
            () -> explain(i, one).note())
        : new Score.Contribution(
            name,
            most * neutrals[i],
            0,
            most,
            neutrals[i],
            weights[i].points(),
            true,
            () -> explain(i, one).note());
  }

  /** The position of the first gate that the account fails, or -1. */
  int firstFailure(Signals one) {
    for (int i = 0; i < gates.size(); i++) {
      if (gates.get(i).test(one) == Gate.Answer.FAIL) {
        return i;
      }
    }
    return -1;
  }

  /** Whether every criterion in play declares that more followers never raise it. */
  boolean boughtFollowersNeverPay() {
    for (Criterion criterion : criteria) {
      if (!criterion.direction().neverPaysForFollowers()) {
        return false;
      }
    }
    return true;
  }
}
