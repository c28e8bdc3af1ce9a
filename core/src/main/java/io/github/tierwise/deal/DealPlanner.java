package io.github.tierwise.deal;

import io.github.tierwise.deal.Deal.Forecast;
import io.github.tierwise.engagement.LevelEstimator;
import io.github.tierwise.explain.Estimate;
import io.github.tierwise.internal.Checks;
import io.github.tierwise.internal.Ranges;
import io.github.tierwise.internal.Text;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Priority;
import io.github.tierwise.profile.Profile;
import io.github.tierwise.score.Score;
import io.github.tierwise.score.Scorer;
import io.github.tierwise.tier.CommonTier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

/**
 * Finds the best set of accounts for a budget: one sponsored post of each.
 *
 * <pre>{@code
 * DealPlanner planner = DealPlanner.builder(scorer).maxPeople(10).atMost(1, MACRO).build();
 * Deal deal = planner.plan(candidates);
 * System.out.println(deal);                          // who, what it costs, how sure
 * System.out.println(deal.whyNot("ana").toText());
 * }</pre>
 *
 * <p><strong>What a deal is worth.</strong> An account alone is worth {@code a · f}: the people who
 * will engage with its next post ({@link Forecast}) times its audience fit, the part of them that
 * the brand wants (1 if it named no target or gave {@link Priority#AUDIENCE_FIT} no weight, the
 * criterion's neutral utility if unknown). Together, people are counted once. With a universe of U
 * people,
 *
 * <pre>
 * value(S) = U · (1 - Π (1 - a f / U))      over the accounts in S
 * </pre>
 *
 * which is random duplication, in media planning known as the formula of Sainsbury; without one,
 * the sum. Where an overlap is known it takes the place of random duplication: two accounts then
 * reach exactly the sum of both less what they have in common (never less in common than at
 * random). Both are weighted coverages, the first of {@code -ln(1 - a f / U)}, and so monotone and
 * submodular: an account never takes value away, and adds less the more others there are.
 *
 * <p><strong>How good the answer is.</strong> Every deal has an upper bound for the best possible
 * and so a gap. Up to 25 accounts that can be chosen it is the best (branch and bound). Above, it
 * is the best of three lazy greedy orders (CELF), improved by swaps and by a branch and bound that
 * is cut short; often the best is proven all the same, else the gap is what it is, and a theorem
 * may apply, with these conditions:
 *
 * <ul>
 *   <li>only a budget (accounts that must be included do no harm): at least {@code (1 - 1/e) / 2},
 *       31.6%, of the best, since the orders by value and by value per cost are among the three
 *       (Khuller, Moss and Naor 1999 for coverage; Leskovec et al. 2007 for submodular functions;
 *       Tang et al. 2021 prove 40.5%);
 *   <li>only a number of people, while the budget buys any so many: at least {@code 1 - 1/e}, 63.2%
 *       (Nemhauser, Wolsey and Fisher 1978);
 *   <li>with quotas of tiers, or with a budget and a number of people that both bind: none.
 * </ul>
 *
 * The greedy orders work on the coverage; its concave function that is the value keeps the part of
 * the best.
 *
 * <p><strong>Bought followers.</strong> If {@link Scorer#boughtFollowersNeverPay()} holds for the
 * engagement models, more followers with nothing else changed never raise what an account is worth
 * and never lower its price: in an exact deal without quotas they never bring it in and never raise
 * the value. Gates and quotas go by tiers and are outside it.
 *
 * <p>Accounts that fail a gate of the scorer are never chosen; the budget is that of the planner.
 * Costs are added in thousandths of the currency, exactly. Values are compared in whole units, of
 * which all accounts that can be chosen are worth 2^39 to 2^40 together: one of two sets that
 * differ by less may be taken for the better, and the value of a set, its bound, and that the bound
 * holds, are sure to half a unit an account; which accounts can be chosen moves the unit. The
 * result does not depend on the order of the candidates, and of two accounts that are equally good
 * the one is taken whose id comes first.
 *
 * <p>Instances are immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class DealPlanner {

  /**
   * What a deal is to bring.
   *
   * @since 0.1.0
   */
  public enum Value {
    /** People who engage and are wanted, each counted once. */
    ENGAGED_AUDIENCE,
    /** Purchases or sign-ups. Accounts without known clicks and conversions are not chosen. */
    CONVERSIONS
  }

  private static final int BUDGETS = 25;

  private static final String PRICE_UNKNOWN = "price-unknown";

  /** So many candidates are looked at in one go by a thread. */
  private static final int CANDIDATES = 1024;

  /** In a larger universe nobody would be reached twice, as without one. */
  private static final double MOST_PEOPLE = 1e12;

  private final Scorer scorer;
  private final Forecaster forecaster;
  private final Rules rules;
  private final Set<String> included;
  private final Set<String> excluded;
  private final List<Coverage.Overlap<String>> overlaps;
  private final double universe;
  private final Value value;
  private final Executor executor;

  private DealPlanner(Builder builder) {
    scorer = builder.scorer;
    forecaster = new Forecaster(scorer, builder.estimators);
    double budget = Double.isNaN(builder.budget) ? scorer.brand().budget() : builder.budget;
    rules =
        new Rules(
            Money.budget(budget, "budget"),
            builder.maxPeople,
            builder.least.clone(),
            builder.most.clone(),
            new int[0]);
    included = Set.copyOf(builder.included);
    excluded = Set.copyOf(builder.excluded);
    overlaps = List.copyOf(builder.overlaps);
    universe = builder.universe;
    value = builder.value;
    executor = builder.executor;
  }

  /**
   * Starts a planner with the brand's budget and no other rule.
   *
   * @param scorer knows the brand, its gates, prices, tiers and engagement models
   * @return a builder
   */
  public static Builder builder(Scorer scorer) {
    return new Builder(Objects.requireNonNull(scorer, "scorer"));
  }

  /**
   * What one sponsored post of an account will bring and cost.
   *
   * @param profile the account
   * @return the forecast; its cost is unknown if the price is in another currency than the brand's
   */
  public Forecast forecast(Profile profile) {
    Objects.requireNonNull(profile, "profile");
    return forecaster.forecast(profile);
  }

  /**
   * The best deal within the budget.
   *
   * @param candidates the accounts to choose from, each with another id
   * @return the deal; nobody, if nobody can be chosen and nobody has to be
   * @throws IllegalArgumentException if two candidates have the same id, overlaps exceed an
   *     audience, or what must be included and the quotas cannot be kept; the text says which rule
   *     and by how much
   */
  public Deal plan(List<? extends Profile> candidates) {
    Shortlist shortlist = shortlist(candidates, rules.budget());
    return new Deal(shortlist, rules(shortlist, rules.budget()));
  }

  /**
   * The best deals for a range of budgets, at 25 of them.
   *
   * @param candidates the accounts to choose from, each with another id
   * @param from the least budget, &gt;= 0.001, in the brand's currency
   * @param to the greatest budget, above {@code from} by 0.001 or more
   * @return the frontier
   * @throws IllegalArgumentException as {@link #plan}, if the rules cannot be kept even with the
   *     greatest budget
   */
  public Frontier frontier(List<? extends Profile> candidates, double from, double to) {
    return frontier(candidates, from, to, BUDGETS);
  }

  /**
   * The best deals for a range of budgets.
   *
   * @param candidates the accounts to choose from, each with another id
   * @param from the least budget, &gt;= 0.001, in the brand's currency
   * @param to the greatest budget, above {@code from} by 0.001 or more
   * @param budgets how many budgets, at least 2, evenly spaced by ratio and rounded to two digits
   * @return the frontier
   * @throws IllegalArgumentException as {@link #plan}, if the rules cannot be kept even with the
   *     greatest budget
   */
  public Frontier frontier(
      List<? extends Profile> candidates, double from, double to, int budgets) {
    long least = Money.budget(from, "from");
    long most = Money.budget(to, "to");
    Checks.require(least > 0, () -> "from must be >= 0.001, was " + Text.plain(from));
    Checks.require(
        most > least,
        () ->
            "to must be > from %s by 0.001 or more, was %s"
                .formatted(Text.plain(from), Text.plain(to)));
    Checks.atLeast(2, budgets, "budgets");
    Shortlist shortlist = shortlist(candidates, most);
    return new FrontierSearch(shortlist, rules(shortlist, most), platform(candidates), executor)
        .search(from, to, budgets);
  }

  /** Where most candidates live. */
  private static Platform platform(List<? extends Profile> candidates) {
    Map<Platform, Integer> counts = new EnumMap<>(Platform.class);
    candidates.forEach(candidate -> counts.merge(candidate.platform(), 1, Integer::sum));
    // Of equal ones the first.
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(Platform.INSTAGRAM);
  }

  /** The rules for a list of candidates and a budget, if they can be kept. */
  private Rules rules(Shortlist shortlist, long budget) {
    Rules all =
        rules
            .withBudget(budget)
            .withForced(
                IntStream.range(0, shortlist.choosable.size())
                    .filter(i -> included.contains(shortlist.choosable.get(i).id()))
                    .toArray());
    Optional<String> conflict = shortlist.conflict(all);
    Checks.require(conflict.isEmpty(), conflict::orElseThrow);
    return all;
  }

  private Shortlist shortlist(List<? extends Profile> profiles, long budget) {
    List<Profile> given = List.copyOf(profiles);
    List<Shortlist.Candidate> all = new ArrayList<>(given.size());
    Ranges.map(
            given.size(),
            CANDIDATES,
            executor,
            (from, to) ->
                given.subList(from, to).stream().map(each -> candidate(each, budget)).toList())
        .forEach(all::addAll);
    Shortlist shortlist = new Shortlist(scorer, value, all, overlaps, universe);
    for (String id : new TreeSet<>(included)) {
      Shortlist.Candidate candidate = shortlist.candidates.get(id);
      if (candidate == null) {
        throw new IllegalArgumentException("mustInclude must be among the candidates, was " + id);
      }
      if (candidate.obstacle().isPresent()) {
        throw new IllegalArgumentException(
            "mustInclude must be an account that can be chosen, was %s: %s"
                .formatted(id, candidate.obstacle().get().text()));
      }
    }
    return shortlist;
  }

  private Shortlist.Candidate candidate(Profile profile, long budget) {
    Score score = scorer.score(profile);
    Forecast forecast = forecast(profile);
    return new Shortlist.Candidate(
        profile.id(), score, forecast, fit(score), obstacle(score, forecast, budget));
  }

  /** Why an account cannot be chosen. */
  private Optional<Score.Flag> obstacle(Score score, Forecast forecast, long budget) {
    if (excluded.contains(score.id())) {
      return Optional.of(new Score.Flag("excluded", "it must not be included"));
    }
    for (Score.Flag failure : score.failures()) {
      // The planner's budget counts, which may be another than the brand's.
      if (!failure.code().equals(Score.Flag.PRICE_ABOVE_BUDGET)) {
        return Optional.of(failure);
      }
    }
    Estimate cost = forecast.cost();
    if (!cost.isKnown()) {
      return Optional.of(new Score.Flag(PRICE_UNKNOWN, forecast.costSource()));
    }
    if (cost.value() > Money.MOST || Money.price(cost.value()) > budget) {
      String currency = scorer.brand().currency();
      return Optional.of(
          new Score.Flag(
              Score.Flag.PRICE_ABOVE_BUDGET,
              "a post at %s%s is above the budget of %s"
                  .formatted(
                      Text.money(cost.value(), currency),
                      forecast.quoted() ? "" : " (estimated)",
                      Text.money(Money.amount(budget), currency))));
    }
    if (value == Value.CONVERSIONS && !forecast.conversions().isKnown()) {
      return Optional.of(new Score.Flag("conversions-unknown", forecast.conversionsSource()));
    }
    if (value == Value.ENGAGED_AUDIENCE && !forecast.engagedAudience().isKnown()) {
      return Optional.of(new Score.Flag("engagements-unknown", forecast.engagedAudienceSource()));
    }
    return Optional.empty();
  }

  /** Whether an account can be chosen at another price, if it is worth anything at all. */
  static boolean isOfPrice(Score.Flag obstacle) {
    return obstacle.code().equals(PRICE_UNKNOWN)
        || obstacle.code().equals(Score.Flag.PRICE_ABOVE_BUDGET);
  }

  /** How much of an audience is wanted: all of it where the score does not ask. */
  private static double fit(Score score) {
    return audienceFit(score).map(Score.Contribution::utility).orElse(1.0);
  }

  /** What the fit of the audience adds to a score; empty where the score does not ask. */
  static Optional<Score.Contribution> audienceFit(Score score) {
    return score.contributions().stream()
        .filter(each -> each.criterion().equals(Priority.AUDIENCE_FIT.label()))
        .findFirst();
  }

  /**
   * Collects the rules of a planner. Not thread-safe; may be used again after building.
   *
   * @since 0.1.0
   */
  public static final class Builder {
    private final Scorer scorer;
    private final Map<Platform, LevelEstimator> estimators = new EnumMap<>(Platform.class);
    private double budget = Double.NaN;
    private int maxPeople = Rules.ANY;
    private final int[] least = new int[Problem.TIERS];
    private final int[] most = new int[Problem.TIERS];
    private final Set<String> included = new TreeSet<>();
    private final Set<String> excluded = new TreeSet<>();
    private final List<Coverage.Overlap<String>> overlaps = new ArrayList<>();
    private double universe = Double.POSITIVE_INFINITY;
    private Value value = Value.ENGAGED_AUDIENCE;
    private Executor executor = ForkJoinPool.commonPool();

    private Builder(Scorer scorer) {
      this.scorer = scorer;
      Arrays.fill(most, Rules.ANY);
    }

    /**
     * Plans with another budget than the brand's.
     *
     * @param amount what the deal may cost, &gt; 0 and at most 10^12, in the brand's currency
     * @return this builder
     * @throws IllegalArgumentException if the amount is not in that range
     */
    public Builder budget(double amount) {
      Money.budget(amount, "budget");
      budget = amount;
      return this;
    }

    /**
     * Limits how many accounts are chosen.
     *
     * @param people at least 1
     * @return this builder
     * @throws IllegalArgumentException if {@code people} is below 1
     */
    public Builder maxPeople(int people) {
      maxPeople = Checks.atLeast(1, people, "maxPeople");
      return this;
    }

    /**
     * Requires accounts of a tier. All tiers of the scorer's definition with that common name count
     * together.
     *
     * @param people how many at least, at least 0
     * @param tier the common name
     * @return this builder
     * @throws IllegalArgumentException if {@code people} is negative
     */
    public Builder atLeast(int people, CommonTier tier) {
      least[tier.ordinal()] = Checks.atLeast(0, people, "atLeast " + words(tier));
      return this;
    }

    /**
     * Limits accounts of a tier. All tiers of the scorer's definition with that common name count
     * together.
     *
     * @param people how many at the most, at least 0
     * @param tier the common name
     * @return this builder
     * @throws IllegalArgumentException if {@code people} is negative
     */
    public Builder atMost(int people, CommonTier tier) {
      most[tier.ordinal()] = Checks.atLeast(0, people, "atMost " + words(tier));
      return this;
    }

    private static String words(CommonTier tier) {
      return tier.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Requires accounts.
     *
     * @param ids of candidates
     * @return this builder
     */
    public Builder mustInclude(String... ids) {
      included.addAll(List.of(ids));
      return this;
    }

    /**
     * Leaves accounts out; those that are no candidates do not matter.
     *
     * @param ids of candidates
     * @return this builder
     */
    public Builder mustExclude(String... ids) {
      excluded.addAll(List.of(ids));
      return this;
    }

    /**
     * Says that accounts have people in common, which is better known of two than of many. People
     * whom more than two accounts reach are one overlap of all of them.
     *
     * @param fraction the people whom all of them reach, as a fraction in (0, 1] of the audience of
     *     the smallest
     * @param ids of at least two accounts; those that are no candidates do not matter
     * @return this builder
     * @throws IllegalArgumentException if the fraction is not in (0, 1] or fewer than two accounts
     *     are named
     */
    public Builder overlap(double fraction, String... ids) {
      Set<String> members = new TreeSet<>(List.of(ids));
      Checks.require(
          members.size() >= 2, () -> "overlap must be of >= 2 accounts, was " + members.size());
      overlaps.add(new Coverage.Overlap<>(members, Checks.weight(fraction, "overlap")));
      return this;
    }

    /**
     * Counts people once who are reached by chance through more than one account.
     *
     * @param people how many people the brand could reach in all, &gt; 0; unlimited unless said
     * @return this builder
     * @throws IllegalArgumentException if the number is not finite and &gt; 0
     */
    public Builder universe(double people) {
      Checks.require(
          people > 0 && people <= MOST_PEOPLE,
          () ->
              "universe must be > 0 and <= %s, was %s"
                  .formatted(Text.plain(MOST_PEOPLE), Text.plain(people)));
      universe = people;
      return this;
    }

    /**
     * Says what the deal is to bring.
     *
     * @param value the engaged audience unless said otherwise
     * @return this builder
     */
    public Builder value(Value value) {
      this.value = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Foretells posts on a platform with a calibrated estimator instead of the standard one.
     *
     * @param platform where the accounts live
     * @param estimator such as {@link LevelEstimator#fit} gives
     * @return this builder
     */
    public Builder estimator(Platform platform, LevelEstimator estimator) {
      estimators.put(
          Objects.requireNonNull(platform, "platform"),
          Objects.requireNonNull(estimator, "estimator"));
      return this;
    }

    /**
     * Looks at candidates, and for the best deals at several budgets, on other threads than those
     * of the common pool.
     *
     * @param executor lends threads; the calling thread works too. What is planned is the same for
     *     any executor.
     * @return this builder
     */
    public Builder executor(Executor executor) {
      this.executor = Objects.requireNonNull(executor, "executor");
      return this;
    }

    /**
     * Binds and checks everything.
     *
     * @return an immutable planner
     * @throws IllegalArgumentException if there is no budget, an account must be both included and
     *     excluded, or more of a tier are required than allowed
     */
    public DealPlanner build() {
      Checks.require(
          !scorer.brand().currency().isEmpty(),
          () -> "budget of the brand must be said, was unknown");
      DealPlanner planner = new DealPlanner(this);
      for (String id : included) {
        Checks.require(
            !excluded.contains(id), () -> "mustInclude must not be in mustExclude, was " + id);
      }
      for (CommonTier tier : CommonTier.values()) {
        int required = least[tier.ordinal()];
        int allowed = most[tier.ordinal()];
        Checks.require(
            required <= allowed,
            () ->
                "atLeast %s must be <= atMost %d, was %d"
                    .formatted(words(tier), allowed, required));
      }
      return planner;
    }
  }
}
