package io.github.tierwise.score;

import io.github.tierwise.engagement.EngagementModel;
import io.github.tierwise.engagement.EngagementModels;
import io.github.tierwise.engagement.SizeCurve;
import io.github.tierwise.explain.Estimate;
import io.github.tierwise.explain.Explanation;
import io.github.tierwise.internal.Checks;
import io.github.tierwise.internal.Logs;
import io.github.tierwise.internal.Nullable;
import io.github.tierwise.internal.Ranges;
import io.github.tierwise.internal.Text;
import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Priority;
import io.github.tierwise.profile.Profile;
import io.github.tierwise.profile.ProfileColumns;
import io.github.tierwise.tier.TierPolicies;
import io.github.tierwise.tier.TierPolicy;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import java.util.stream.Collector;

/**
 * Scores accounts for one brand and shows why.
 *
 * <pre>{@code
 * Scorer scorer = Scorer.of(brand);
 * Score score = scorer.score(ana);              // ana 63.9 (43.6 to 84.2), micro
 * Explanation why = scorer.explain(ana);        // why.value() == score.value()
 * Ranking best = scorer.rank(List.of(ana, ben));
 * Ranking ofMillions = scorer.top(100, columns);
 * }</pre>
 *
 * <p>{@link #builder} puts in what is yours: tier definitions, engagement rates, usual prices,
 * gates and criteria. {@link #toBuilder} changes one thing of a scorer, to compare the two.
 *
 * <p>Nothing is learnt from the accounts that are scored: reference points are fixed, so adding or
 * removing a candidate never changes another's score.
 *
 * <p>Instances are immutable and thread-safe; they are serializable if the models, policies and
 * criteria that were put in are.
 *
 * @since 0.1.0
 */
public final class Scorer implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final String OWN = "own default";
  private static final Set<Output> SCORE_ONLY =
      Collections.unmodifiableSet(EnumSet.of(Output.SCORE));

  /**
   * How much a criterion weighs, and why.
   *
   * @param criterion the name of the criterion
   * @param points its weight; 0 if it is out of play
   * @param why the brand's answers that made it so
   * @since 0.1.0
   */
  public record Weight(String criterion, double points, String why) {}

  private final transient BrandProfile brand;
  private final transient PlatformModels models;
  private final transient TierPolicy tiers;
  private final transient Prices prices;
  private final transient List<Gate> gates;
  private final transient Criterion[] criteria;
  private final transient Weight[] weights;

  /** What each criterion contributes at utility 1; together exactly 100. */
  private final transient double[] shares;

  private final transient double weightSum;
  private final transient List<Weight> allWeights;
  private final transient Reasons reasons;
  private final transient Selection selection;
  private final transient OneProfile oneProfile;

  /** Blocks that wait for their next use: scoring a range again and again allocates nothing. */
  private final transient Queue<ScoreBlock> blocks = new ConcurrentLinkedQueue<>();

  private final transient Settings settings;

  private Scorer(Settings settings) {
    this.settings = settings;
    brand = settings.brand;
    models = new PlatformModels(settings.models, settings.curves);
    tiers = settings.tiers;
    prices = Criteria.pricesFor(brand, settings.prices);
    List<Weight> all = new ArrayList<>();
    List<Weight> inPlay = new ArrayList<>();
    List<Criterion> used = new ArrayList<>();
    Weights.of(brand)
        .forEach(
            (priority, weight) -> {
              all.add(weight);
              if (weight.points() > 0) {
                inPlay.add(weight);
                used.add(standard(priority));
              }
            });
    settings.extra.forEach(
        (criterion, points) -> {
          Weight weight = new Weight(criterion.name(), points, "added");
          all.add(weight);
          inPlay.add(weight);
          used.add(criterion);
        });
    if (used.isEmpty()) {
      throw new IllegalArgumentException("weights must sum to > 0, was 0");
    }
    checkNames(used);
    used.forEach(Scorer::checkNeutral);
    allWeights = List.copyOf(all);
    criteria = used.toArray(new Criterion[0]);
    weights = inPlay.toArray(new Weight[0]);
    weightSum = sum(weights);
    shares = shares(weights, weightSum);
    gates = gates(settings);
    reasons = new Reasons(this);
    selection = new Selection(this);
    oneProfile = new OneProfile(criteria, shares, models, prices);
  }

  private Criterion standard(Priority priority) {
    return switch (priority) {
      case ENGAGEMENT -> new EngagementCriterion(models);
      case CONVERSION -> new ConversionCriterion();
      case AUDIENCE_FIT -> new AudienceFitCriterion(brand.targets());
      case COST -> new CostCriterion(brand.budget(), prices);
      case ENGAGED_AUDIENCE -> new EngagedAudienceCriterion(models);
    };
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

  private static double sum(Weight[] weights) {
    double sum = 0.0;
    for (Weight weight : weights) {
      sum += weight.points();
    }
    if (Double.isInfinite(sum)) {
      throw new IllegalArgumentException("weights must have a finite sum, was Infinity");
    }
    return sum;
  }

  /**
   * The weights as shares of 100, on a grid so coarse that summing them is exact; the first takes
   * the rest, so that a perfect account scores exactly 100 and none scores more.
   */
  private static double[] shares(Weight[] weights, double sum) {
    double[] shares = new double[weights.length];
    double rest = 100;
    for (int i = 1; i < shares.length; i++) {
      shares[i] = Math.floor(weights[i].points() / sum * 100 * 0x1p40) * 0x1p-40;
      rest -= shares[i];
    }
    shares[0] = rest;
    return shares;
  }

  private List<Gate> gates(Settings settings) {
    List<Gate> list = new ArrayList<>();
    if (!settings.requiredTiers.isEmpty()) {
      list.add(Gate.RequiredTier.of(tiers, settings.requiredTiers));
    }
    if (!Double.isNaN(brand.budget())) {
      list.add(new Gate.Budget(brand.budget(), prices));
    }
    if (settings.minEngagements > 0) {
      list.add(new Gate.Engagements(settings.minEngagements, models));
    }
    if (settings.plausibleOnly) {
      list.add(new Gate.Plausible(Constants.IMPLAUSIBLE, models));
    }
    return List.copyOf(list);
  }

  /**
   * A scorer with every default.
   *
   * @param brand the brand to score for
   * @return the scorer; {@link #describe()} lists its constants with their sources
   * @throws IllegalArgumentException if the brand's priorities leave no criterion
   */
  public static Scorer of(BrandProfile brand) {
    return builder(brand).build();
  }

  /**
   * Starts a scorer with every default.
   *
   * @param brand the brand to score for
   * @return a builder
   */
  public static Builder builder(BrandProfile brand) {
    return new Builder(Objects.requireNonNull(brand, "brand"));
  }

  /**
   * A builder that starts from this scorer.
   *
   * @return a builder with the same brand, models, tiers, prices, gates and criteria
   */
  public Builder toBuilder() {
    return new Builder(settings);
  }

  /**
   * The brand that is scored for.
   *
   * @return the brand
   */
  public BrandProfile brand() {
    return brand;
  }

  /**
   * The tier definition in use.
   *
   * @return the policy
   */
  public TierPolicy tiers() {
    return tiers;
  }

  /**
   * The engagement rate in use on a platform.
   *
   * @param platform where an account lives
   * @return the model
   */
  public EngagementModel engagement(Platform platform) {
    return Objects.requireNonNull(
        models.models().get(Objects.requireNonNull(platform, "platform")), "model");
  }

  /**
   * The engagement rate that is expected on a platform.
   *
   * @param platform where an account lives
   * @return the curve, or empty if none is known
   */
  public Optional<SizeCurve> curve(Platform platform) {
    return Optional.ofNullable(models.curves().get(Objects.requireNonNull(platform, "platform")));
  }

  /**
   * Usual prices, which stand in where there is no quote.
   *
   * @return prices in the brand's currency, or empty if none are known
   */
  public Optional<PriceCurve> prices() {
    return Optional.ofNullable(prices.curve());
  }

  /**
   * The only tiers that are ranked.
   *
   * @return an unmodifiable list of labels of tiers or common names; empty if any will do
   */
  public List<String> requiredTiers() {
    return List.copyOf(settings.requiredTiers);
  }

  /**
   * What every criterion weighs and why, including those out of play.
   *
   * @return an unmodifiable list: the standard criteria in the order of {@link Priority}, then the
   *     added ones
   */
  public List<Weight> weights() {
    return allWeights;
  }

  /**
   * The criteria in play, in the order in which their contributions are summed.
   *
   * @return an unmodifiable list
   */
  public List<Criterion> criteria() {
    return List.of(criteria);
  }

  /**
   * Scores one account.
   *
   * @param profile the account
   * @return its score with contributions, range, tier and flags
   * @throws IllegalArgumentException if the account's price is in another currency than the brand's
   * @throws IllegalStateException if a criterion answers outside [0, 1]
   */
  public Score score(Profile profile) {
    Objects.requireNonNull(profile, "profile");
    List<Score.Contribution> contributions = contributions(profile);
    List<Score.Flag> failures = new ArrayList<>();
    List<Score.Flag> flags = new ArrayList<>();
    for (Gate gate : gates) {
      switch (gate.test(profile)) {
        case FAIL -> failures.add(new Score.Flag(gate.code(), gate.failure(profile)));
        case CANNOT_TELL ->
            flags.add(new Score.Flag("cannot-tell-" + gate.code(), gate.doubt(profile)));
        case PASS -> {}
      }
    }
    double price = prices.currency().isEmpty() ? Double.NaN : prices.price(profile);
    addFlags(profile, price, flags);
    return new Score(
        profile.id(),
        sum(contributions),
        contributions,
        tiers.classify(profile),
        models.rate(profile),
        models.expectedRate(profile),
        price,
        price / models.typical(profile),
        failures,
        flags);
  }

  private void addFlags(Profile profile, double price, List<Score.Flag> flags) {
    if (models.excess(profile) > Constants.IMPLAUSIBLE) {
      Gate plausible = new Gate.Plausible(Constants.IMPLAUSIBLE, models);
      flags.add(new Score.Flag(plausible.code(), plausible.failure(profile) + ": look closer"));
    }
    if (models.open(profile) > 0) {
      flags.add(
          new Score.Flag(
              "engagements-at-least",
              "engagements: " + models.model(profile).explain(profile).note()));
    }
    if (!Double.isNaN(price) && Double.isNaN(prices.quote(profile))) {
      flags.add(
          new Score.Flag(
              "price-estimated",
              "no quote: a post usually costs about " + Text.money(price, prices.currency())));
    }
  }

  private List<Score.Contribution> contributions(Profile profile) {
    List<Score.Contribution> contributions = new ArrayList<>(criteria.length);
    for (int i = 0; i < criteria.length; i++) {
      contributions.add(contribution(i, profile));
    }
    return contributions;
  }

  private static Estimate sum(List<Score.Contribution> contributions) {
    double value = 0.0;
    double low = 0.0;
    double high = 0.0;
    for (Score.Contribution contribution : contributions) {
      value += contribution.points();
      low += contribution.low();
      high += contribution.high();
    }
    return new Estimate(value, low, high);
  }

  private Score.Contribution contribution(int i, Profile profile) {
    Criterion criterion = criteria[i];
    double share = shares[i];
    Estimate estimate = criterion.estimate(profile);
    if (!estimate.isKnown()) {
      double neutral = criterion.neutral();
      return new Score.Contribution(
          criterion.name(), share * neutral, 0, share, neutral, weights[i].points(), true);
    }
    return new Score.Contribution(
        criterion.name(),
        share * checked(estimate.value(), criterion, profile),
        share * checked(estimate.low(), criterion, profile),
        share * checked(estimate.high(), criterion, profile),
        estimate.value(),
        weights[i].points(),
        false);
  }

  /**
   * Whether an account may be ranked: no gate fails. The same as {@code score(profile).eligible()},
   * without the score.
   *
   * @param profile the account
   * @return true if it may; also if a gate cannot tell
   * @throws IllegalArgumentException if the account's price is in another currency than the brand's
   */
  public boolean isEligible(Profile profile) {
    return selection.firstFailure(profile) < 0;
  }

  /** What a criterion contributes at utility 1. */
  double share(int i) {
    return shares[i];
  }

  /** The weight of the criterion at that position, among those in play. */
  Weight weight(int i) {
    return weights[i];
  }

  double weightSum() {
    return weightSum;
  }

  /** The criterion at that position, among those in play. */
  Criterion criterion(int i) {
    return criteria[i];
  }

  double neutral(int i) {
    return criteria[i].neutral();
  }

  /** The position of a criterion in play. */
  int position(String criterion) {
    for (int i = 0; i < criteria.length; i++) {
      if (criteria[i].name().equals(criterion)) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "criterion must be one of %s, was %s"
            .formatted(
                String.join(", ", Arrays.stream(criteria).map(Criterion::name).toList()),
                criterion));
  }

  List<Gate> gates() {
    return gates;
  }

  /** The range of a score. */
  Estimate interval(Profile profile) {
    return sum(contributions(profile));
  }

  static double checked(double utility, Criterion criterion, Profile profile) {
    if (!(utility >= 0 && utility <= 1)) {
      throw new IllegalStateException(
          "utility of %s for %s must be between 0 and 1 or NaN, was %s"
              .formatted(criterion.name(), profile.id(), Text.plain(utility)));
    }
    return utility;
  }

  /**
   * The score of one account and nothing else; the same bits as {@link #score(Profile)}.
   *
   * @param profile the account
   * @return a number from 0 to 100
   * @throws IllegalArgumentException if the account's price is in another currency than the brand's
   * @throws IllegalStateException if a criterion answers outside [0, 1]
   */
  public double value(Profile profile) {
    return oneProfile.value(profile);
  }

  /**
   * Scores a range of rows; the same bits as one at a time, however the rows are split.
   *
   * @param columns the accounts
   * @param from the first row
   * @param to the row after the last
   * @param out receives the score of row i at position i
   * @throws IndexOutOfBoundsException if the range is not within the rows or {@code out}
   * @throws IllegalArgumentException if prices are in another currency than the brand's
   * @throws IllegalStateException if a criterion answers outside [0, 1]
   */
  public void score(ProfileColumns columns, int from, int to, double[] out) {
    Objects.checkFromToIndex(from, to, Math.min(columns.size(), out.length));
    forEachBlock(
        columns,
        from,
        to,
        SCORE_ONLY,
        block -> System.arraycopy(block.scores(), 0, out, block.firstRow(), block.size()));
  }

  /**
   * Computes what is asked for of a range of rows; the same bits as one at a time, however the rows
   * are split. Threads may work on different ranges at the same time.
   *
   * @param columns the accounts
   * @param from the first row
   * @param to the row after the last
   * @param out receives the results of row i at position i
   * @throws IndexOutOfBoundsException if the range is not within the rows or {@code out}
   * @throws IllegalArgumentException if prices are in another currency than the brand's, or a
   *     contribution is asked for of a criterion that is not in play
   * @throws IllegalStateException if a criterion answers outside [0, 1]
   */
  public void score(ProfileColumns columns, int from, int to, ScoreColumns out) {
    Objects.checkFromToIndex(from, to, Math.min(columns.size(), out.size()));
    out.check(this);
    forEachBlock(columns, from, to, out.outputs(), block -> out.take(block, this));
  }

  /**
   * Computes what is asked for of all rows on several threads, the caller's among them; the same
   * bits for any number of threads.
   *
   * @param columns the accounts
   * @param out receives the results of row i at position i
   * @param executor lends threads, such as {@link ForkJoinPool#commonPool()}
   * @throws IndexOutOfBoundsException if {@code out} has fewer rows than {@code columns}
   * @throws IllegalArgumentException as {@link #score(ProfileColumns, int, int, ScoreColumns)}
   * @throws IllegalStateException as {@link #score(ProfileColumns, int, int, ScoreColumns)}
   */
  public void score(ProfileColumns columns, ScoreColumns out, Executor executor) {
    Objects.checkFromToIndex(0, columns.size(), out.size());
    out.check(this);
    Objects.requireNonNull(executor, "executor");
    Ranges.map(
        columns.size(),
        executor,
        (from, to) -> {
          score(columns, from, to, out);
          return from;
        });
  }

  /**
   * Hands out scored rows block by block, in their order: for sums, histograms and files, so that
   * the results of many rows need no memory.
   *
   * @param columns the accounts
   * @param from the first row
   * @param to the row after the last
   * @param outputs what to compute
   * @param sink receives block after block; it must not keep them
   * @throws IndexOutOfBoundsException if the range is not within the rows
   * @throws IllegalArgumentException if prices are in another currency than the brand's
   * @throws IllegalStateException if a criterion answers outside [0, 1]
   */
  public void forEachBlock(
      ProfileColumns columns,
      int from,
      int to,
      Set<Output> outputs,
      Consumer<? super ScoreBlock> sink) {
    Objects.checkFromToIndex(from, to, columns.size());
    Objects.requireNonNull(outputs, "outputs");
    Objects.requireNonNull(sink, "sink");
    ScoreBlock block = blocks.poll();
    if (block == null) {
      block = new ScoreBlock(this, new Inputs(models, prices));
    }
    try {
      for (int start = from; start < to; start += Inputs.CAPACITY) {
        block.compute(columns, start, Math.min(start + Inputs.CAPACITY, to), outputs);
        sink.accept(block);
      }
    } finally {
      block.clear();
      blocks.offer(block);
    }
  }

  /**
   * Collects scored rows on several threads, the caller's among them: what a stream's {@code
   * collect} does, by blocks. Rows are split into ranges of a fixed size, which are combined in a
   * fixed order, so that the result, also of a sum of doubles, is the same for any number of
   * threads.
   *
   * <pre>{@code
   * double sum = scorer.collect(accounts, Set.of(Output.SCORE), executor,
   *     Collector.of(() -> new double[1],
   *         (a, block) -> { for (int i = 0; i < block.size(); i++) a[0] += block.score(i); },
   *         (a, b) -> new double[] {a[0] + b[0]}, a -> a[0]));
   * }</pre>
   *
   * @param <A> what the collector accumulates in
   * @param <R> the result
   * @param columns the accounts
   * @param outputs what to compute
   * @param executor lends threads, such as {@link ForkJoinPool#commonPool()}
   * @param collector what to do with the blocks; it must not keep them
   * @return what the collector makes of all rows
   * @throws IllegalArgumentException if prices are in another currency than the brand's
   * @throws IllegalStateException if a criterion answers outside [0, 1]
   */
  public <A, R> R collect(
      ProfileColumns columns,
      Set<Output> outputs,
      Executor executor,
      Collector<? super ScoreBlock, A, R> collector) {
    Objects.requireNonNull(outputs, "outputs");
    Objects.requireNonNull(executor, "executor");
    List<A> parts =
        Ranges.map(
            columns.size(),
            executor,
            (from, to) -> {
              A part = collector.supplier().get();
              forEachBlock(
                  columns, from, to, outputs, block -> collector.accumulator().accept(part, block));
              return part;
            });
    A all =
        parts.isEmpty() ? collector.supplier().get() : Ranges.reduce(parts, collector.combiner());
    return collector.finisher().apply(all);
  }

  /**
   * Ranks a list of accounts.
   *
   * @param profiles the accounts
   * @return all eligible ones, best first
   * @throws IllegalArgumentException if a price is in another currency than the brand's
   */
  public Ranking rank(List<? extends Profile> profiles) {
    return selection.rank(profiles);
  }

  /**
   * The best rows of columns, on the common pool.
   *
   * @param k how many at the most, at least 0
   * @param columns the accounts
   * @return the best eligible rows, best first; the same for any number of threads
   * @throws IllegalArgumentException if {@code k} is negative or prices are in another currency
   *     than the brand's
   */
  public Ranking top(int k, ProfileColumns columns) {
    return top(k, columns, ForkJoinPool.commonPool());
  }

  /**
   * The best rows of columns, on the caller's threads.
   *
   * @param k how many at the most, at least 0
   * @param columns the accounts
   * @param executor lends threads; the calling thread works too
   * @return the best eligible rows, best first; the same for any number of threads
   * @throws IllegalArgumentException if {@code k} is negative or prices are in another currency
   *     than the brand's
   */
  public Ranking top(int k, ProfileColumns columns, Executor executor) {
    if (k < 0) {
      throw new IllegalArgumentException("k must be >= 0, was " + k);
    }
    return selection.top(k, columns, Objects.requireNonNull(executor, "executor"));
  }

  /**
   * Why an account has its score.
   *
   * @param profile the account
   * @return a sum of the contributions, each with a sentence and the way it was made; its value is
   *     the score, bit for bit
   * @throws IllegalArgumentException if the account's price is in another currency than the brand's
   */
  public Explanation explain(Profile profile) {
    return reasons.explain(profile);
  }

  /**
   * The one thing that sets an account apart from others: the contribution furthest above what a
   * typical account would get.
   *
   * @param profile the account
   * @param typical the utility of a typical account by each criterion, in the order of {@link
   *     #criteria()}, such as {@link #typicalUtilities} gives
   * @return a sentence without a full stop; if nothing is known, it says so
   * @throws IllegalArgumentException if there are not as many utilities as criteria
   */
  public String reason(Profile profile, double[] typical) {
    if (typical.length != criteria.length) {
      throw new IllegalArgumentException(
          "typical utilities must be as many as criteria, %d, was %d"
              .formatted(criteria.length, typical.length));
    }
    return reasons.main(profile, typical);
  }

  /**
   * What the accounts of a list have in common, for {@link #reason}. No score depends on it.
   *
   * @param columns the accounts
   * @return for each criterion in play the mean of the known utilities of the eligible accounts;
   *     its neutral utility if none is known
   */
  public double[] typicalUtilities(ProfileColumns columns) {
    return reasons.typical(columns);
  }

  /**
   * Why one account is above (or below) another, criterion by criterion.
   *
   * @param first the one account
   * @param second the other
   * @return the score of the first minus that of the second, as a sum; a part named {@code
   *     rounding} at the end, where there is one, holds the last bits
   */
  public Explanation difference(Profile first, Profile second) {
    return reasons.difference(first, second);
  }

  /**
   * What changed between two states of one account. A field that went missing, or is newly known,
   * is blamed on the data and not on the account: the change of the account is measured on what is
   * known both times.
   *
   * @param before the earlier state
   * @param after the later state
   * @return the later score minus the earlier, as a sum of what the account did, what went missing
   *     and what became known, each a sum over criteria; a part named {@code rounding} at the end,
   *     where there is one, holds the last bits
   */
  public Explanation change(Influencer before, Influencer after) {
    return reasons.change(before, after);
  }

  /**
   * Whether more followers, with equal counts and all else equal, can never raise a score of this
   * scorer. It holds for the standard criteria; with others it rests on what they declare, which
   * {@code Contracts.check} verifies. Gates are outside it.
   *
   * @return true if every criterion and model in play declares it
   */
  public boolean boughtFollowersNeverPay() {
    for (Criterion criterion : criteria) {
      if (!criterion.direction().neverPaysForFollowers()) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether the budget buys one post of an account with 3 million followers, the size of celebrity
   * that the question is usually asked for. The answer moves nothing by itself.
   *
   * @return true if it does; false if it does not or no budget or usual price is known
   */
  public boolean canAffordCelebrity() {
    PriceCurve curve = prices.curve();
    return curve != null && curve.price(Constants.CELEBRITY) <= brand.budget();
  }

  /**
   * Every constant that enters a score, with its source or the words "own default".
   *
   * @return lines of text that end in a line feed; those of a constant are indented by two spaces
   *     and are {@code name: value [source]}, each name once
   */
  public String describe() {
    StringBuilder text = new StringBuilder();
    text.append(
        "score = sum of share x utility over the criteria; shares are 100 x weight / sum\n");
    // Unrounded: two scorers with other numbers must not look the same.
    text.append("brand: %s; budget %s\n".formatted(brand, Text.plain(brand.budget())));
    for (Weight weight : allWeights) {
      text.append(
          "weight of %s: %s (%s)\n"
              .formatted(weight.criterion(), Text.plain(weight.points()), weight.why()));
    }
    text.append("weights: moved by the brand's answers, multiplied by its priorities\n");
    Weights.constants().forEach(line -> text.append(line).append('\n'));
    for (Criterion criterion : criteria) {
      text.append("criterion ").append(criterion.describe()).append('\n');
    }
    describeEngagement(text);
    text.append("gates and flags: they move no score\n");
    for (Gate gate : gates) {
      text.append("gate ").append(gate.code()).append(": ").append(gate.describe()).append('\n');
    }
    line(
        text,
        "fewest engagements a post",
        Text.plain(settings.minEngagements) + " people",
        settings.minEngagements == Constants.MIN_ENGAGEMENTS ? OWN : "chosen by the caller");
    line(
        text,
        "implausible engagement",
        "above %s times the expected".formatted(Text.count(Logs.exp2(Constants.IMPLAUSIBLE))),
        OWN);
    line(
        text,
        "followers of a celebrity",
        Text.count(Constants.CELEBRITY),
        "own default, where the prices of Captiv8 2016 start, grade C");
    line(text, "tier definition", tiers.id(), tiers.source());
    text.append(
        "bought followers never pay: %s\n"
            .formatted(boughtFollowersNeverPay() ? "holds" : "not promised"));
    return text.toString();
  }

  private void describeEngagement(StringBuilder text) {
    text.append("engagement: rates, what is expected of them, levels and their errors\n");
    Map<String, List<String>> byFormula = new LinkedHashMap<>();
    models
        .models()
        .forEach(
            (platform, model) -> {
              boolean standard = model.equals(EngagementModels.standard(platform));
              byFormula
                  .computeIfAbsent(
                      "%s [%s]".formatted(model.formula(), standard ? OWN : model.source()),
                      key -> new ArrayList<>())
                  .add(platform.displayName());
            });
    byFormula.forEach(
        (formula, platforms) ->
            text.append(
                "  engagement rate on %s: %s\n".formatted(String.join(", ", platforms), formula)));
    models
        .curves()
        .forEach(
            (platform, curve) ->
                line(
                    text,
                    "expected rate on " + platform.displayName(),
                    curve.describe(),
                    curve.source()));
    line(
        text,
        "errors to each side",
        Text.plain(Constants.ERRORS) + " standard deviations",
        "own default, about 90% of Student's t with 4 degrees of freedom");
    line(
        text,
        "deviation of a post where a rate states none",
        Text.plain(Constants.DEFAULT_ERROR) + " doublings",
        OWN);
    EngagementModels.describe().forEach(line -> text.append(line).append('\n'));
  }

  private static void line(StringBuilder text, String name, String value, String source) {
    text.append(Text.constant(name, value, source)).append('\n');
  }

  /**
   * A short name for exactly this scorer: two scorers with the same fingerprint give the same
   * scores, provided that what was added describes itself completely.
   *
   * @return the SHA-256 hash of {@link #describe()} in hexadecimal
   */
  public String fingerprint() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(describe().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 must be there on every Java, was missing", e);
    }
  }

  private Object writeReplace() {
    return settings;
  }

  private void readObject(ObjectInputStream stream) throws InvalidObjectException {
    throw new InvalidObjectException("scorer must be read through its settings");
  }

  /** All that a scorer is made from; also its serial form. */
  private record Settings(
      BrandProfile brand,
      Map<Platform, EngagementModel> models,
      Map<Platform, SizeCurve> curves,
      TierPolicy tiers,
      @Nullable PriceCurve prices,
      double minEngagements,
      boolean plausibleOnly,
      List<String> requiredTiers,
      Map<Criterion, Double> extra)
      implements Serializable {

    private Object readResolve() throws InvalidObjectException {
      try {
        return new Builder(this).build();
      } catch (RuntimeException e) {
        throw Checks.refused("scorer", e);
      }
    }
  }

  /**
   * Collects what a scorer is made from. Not thread-safe; may be used again after building.
   *
   * @since 0.1.0
   */
  public static final class Builder {
    private final BrandProfile brand;
    private final Map<Platform, EngagementModel> models = new EnumMap<>(Platform.class);
    private final Map<Platform, SizeCurve> curves = new EnumMap<>(Platform.class);
    private TierPolicy tiers = TierPolicies.standard();
    private @Nullable PriceCurve prices;
    private double minEngagements = Constants.MIN_ENGAGEMENTS;
    private boolean plausibleOnly;
    private List<String> requiredTiers = List.of();
    private final Map<Criterion, Double> extra = new LinkedHashMap<>();

    private Builder(BrandProfile brand) {
      this.brand = brand;
      for (Platform platform : Platform.values()) {
        EngagementModel model = EngagementModels.standard(platform);
        models.put(platform, model);
        SizeCurve.published(platform, model).ifPresent(curve -> curves.put(platform, curve));
      }
      PriceCurve published = PriceCurve.published();
      prices = published.currency().equals(brand.currency()) ? published : null;
    }

    private Builder(Settings settings) {
      brand = settings.brand;
      models.putAll(settings.models);
      curves.putAll(settings.curves);
      tiers = settings.tiers;
      prices = settings.prices;
      minEngagements(settings.minEngagements);
      plausibleOnly = settings.plausibleOnly;
      requiredTiers = settings.requiredTiers;
      settings.extra.forEach(this::criterion);
    }

    /**
     * Uses an engagement rate, and what to expect of it, on the platform of the curve.
     *
     * @param model the rate
     * @param curve made for the same formula, else {@link #build()} fails
     * @return this builder
     */
    public Builder engagement(EngagementModel model, SizeCurve curve) {
      models.put(curve.platform(), Objects.requireNonNull(model, "model"));
      curves.put(curve.platform(), curve);
      return this;
    }

    /**
     * Uses an engagement rate on a platform. If there is a published curve for it, that is what is
     * expected; else engagement there is unknown, while the engaged audience is counted.
     *
     * @param platform the platform
     * @param model the rate
     * @return this builder
     */
    public Builder engagement(Platform platform, EngagementModel model) {
      Objects.requireNonNull(platform, "platform");
      models.put(platform, Objects.requireNonNull(model, "model"));
      curves.remove(platform);
      SizeCurve.published(platform, model).ifPresent(curve -> curves.put(platform, curve));
      return this;
    }

    /**
     * Names tiers by another definition than IAB UK's. No score depends on it.
     *
     * @param policy the definition
     * @return this builder
     */
    public Builder tiers(TierPolicy policy) {
      tiers = Objects.requireNonNull(policy, "policy");
      return this;
    }

    /**
     * Ranks only accounts in some tiers of the definition in use: a gate, outside the score.
     *
     * @param names labels of tiers or common names such as {@code micro}; none to lift the gate
     * @return this builder
     */
    public Builder requireTier(String... names) {
      requiredTiers = List.of(names);
      return this;
    }

    /**
     * Uses usual prices where there is no quote. The default, in US dollars, is only used if that
     * is the brand's currency: for another one say {@code PriceCurve.published().in("EUR", 0.92)}.
     *
     * @param curve usual prices in the brand's currency, else {@link #build()} fails
     * @return this builder
     */
    public Builder prices(PriceCurve curve) {
      prices = Objects.requireNonNull(curve, "curve");
      return this;
    }

    /**
     * Ranks only accounts with at least so many engagements a post: a gate, outside the score.
     *
     * @param least at least 0, 30 unless said otherwise (own default); 0 lifts the gate
     * @return this builder
     * @throws IllegalArgumentException if the value is not finite and at least 0
     */
    public Builder minEngagements(double least) {
      minEngagements = Checks.atLeastZero(least, "minEngagements");
      return this;
    }

    /**
     * Keeps accounts whose engagement is more than 8 times what is expected for their size out of
     * the ranking, instead of only flagging them: a gate, outside the score and outside "bought
     * followers never pay". Off unless said otherwise.
     *
     * @param only whether to keep them out
     * @return this builder
     */
    public Builder plausibleOnly(boolean only) {
      plausibleOnly = only;
      return this;
    }

    /**
     * Adds a criterion of your own. {@link Scorer#boughtFollowersNeverPay()} tells whether the
     * guarantee still holds.
     *
     * @param criterion the criterion, with a name that no other has
     * @param weight its weight in points, &gt; 0; the standard criteria have 1 to 5
     * @return this builder
     * @throws IllegalArgumentException if the weight is not finite and &gt; 0
     */
    public Builder criterion(Criterion criterion, double weight) {
      Objects.requireNonNull(criterion, "criterion");
      Checks.positive(weight, "weight of " + criterion.name());
      if (extra.putIfAbsent(criterion, weight) != null) {
        throw new IllegalArgumentException(
            "name of criterion must be used once, was " + criterion.name());
      }
      return this;
    }

    /**
     * Binds and checks everything once.
     *
     * @return an immutable scorer
     * @throws IllegalArgumentException if a curve and its model have different formulas, prices are
     *     in another currency than the brand's, a required tier is not in the definition, two
     *     criteria have the same name, or no criterion is left
     */
    public Scorer build() {
      return new Scorer(
          new Settings(
              brand,
              new LinkedHashMap<>(models),
              new LinkedHashMap<>(curves),
              tiers,
              prices,
              minEngagements,
              plausibleOnly,
              new ArrayList<>(requiredTiers),
              new LinkedHashMap<>(extra)));
    }
  }
}
