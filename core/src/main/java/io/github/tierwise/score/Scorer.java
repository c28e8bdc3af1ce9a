package io.github.tierwise.score;

import io.github.tierwise.engagement.EngagementModel;
import io.github.tierwise.engagement.EngagementModels;
import io.github.tierwise.engagement.SizeCurve;
import io.github.tierwise.explain.Explanation;
import io.github.tierwise.internal.Checks;
import io.github.tierwise.internal.FriendAccess;
import io.github.tierwise.internal.Nullable;
import io.github.tierwise.internal.Ranges;
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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
 * <p>An account whose price is in another currency than the brand's has no score, by itself as in a
 * list: its value is unknown, a gate keeps it from being ranked and says why.
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

  static {
    FriendAccess.toDoubts((scorer, profile) -> ((Scorer) scorer).formula.doubts((Profile) profile));
  }

  private static final Set<Output> SCORE = Set.of(Output.SCORE);
  private static final Set<Output> RANKED = Set.of(Output.SCORE, Output.ELIGIBILITY);
  private static final Set<Output> SUMMARIZED = Set.of(Output.UTILITIES, Output.ELIGIBILITY);

  /**
   * How much a criterion weighs, and why.
   *
   * @param criterion the name of the criterion
   * @param points its weight; 0 if it is out of play
   * @param why the brand's answers that made it so
   * @since 0.1.0
   */
  public record Weight(String criterion, double points, String why) implements Serializable {

    /**
     * Checks that everything is said.
     *
     * @param criterion the name of the criterion
     * @param points its weight
     * @param why the brand's answers that made it so
     */
    public Weight {
      Objects.requireNonNull(criterion, "criterion");
      Objects.requireNonNull(why, "why");
    }
  }

  private final transient Settings settings;
  private final transient List<Weight> weights;
  private final transient ScoreFormula formula;
  private final transient BlockScoring blocks;
  private final transient Reasons reasons;
  private final transient Selection selection;

  private Scorer(Settings settings, List<Weight> weights, ScoreFormula formula) {
    this.settings = settings;
    this.weights = weights;
    this.formula = formula;
    blocks = new BlockScoring(formula);
    reasons = new Reasons(formula);
    selection = new Selection(formula);
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
    return settings.brand;
  }

  /**
   * The tier definition in use.
   *
   * @return the policy
   */
  public TierPolicy tiers() {
    return formula.tiers();
  }

  /**
   * The engagement rate in use on a platform.
   *
   * @param platform where an account lives
   * @return the model
   */
  public EngagementModel engagement(Platform platform) {
    return rate(platform).model();
  }

  /**
   * The engagement rate that is expected on a platform.
   *
   * @param platform where an account lives
   * @return the curve, or empty if none is known
   */
  public Optional<SizeCurve> curve(Platform platform) {
    return Optional.ofNullable(rate(platform).curve());
  }

  private Meter.Rate rate(Platform platform) {
    Objects.requireNonNull(platform, "platform");
    return Objects.requireNonNull(formula.meter().rates().get(platform), "rate");
  }

  /**
   * Usual prices, which stand in where there is no quote.
   *
   * @return prices in the brand's currency, or empty if none are known
   */
  public Optional<PriceCurve> prices() {
    return Optional.ofNullable(formula.meter().prices());
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
   * With how many engagements a post an account is ranked: a gate.
   *
   * @return the fewest, at least 0; 0 if there is no such gate
   */
  public double minEngagements() {
    return settings.minEngagements;
  }

  /**
   * Whether accounts whose engagement is hard to believe are kept out of the ranking: a gate.
   *
   * @return true if they are
   */
  public boolean plausibleOnly() {
    return settings.plausibleOnly;
  }

  /**
   * What every criterion weighs and why, including those out of play.
   *
   * @return an unmodifiable list: the standard criteria in the order of {@link Priority}, then the
   *     added ones
   */
  public List<Weight> weights() {
    return weights;
  }

  /**
   * The criteria in play, in the order in which their contributions are summed.
   *
   * @return an unmodifiable list
   */
  public List<Criterion> criteria() {
    return formula.criteria();
  }

  /**
   * The gates, in their order: of several that an account fails, the first counts.
   *
   * @return an unmodifiable list of their codes, as {@link Score.Flag} and {@link Ranking} have
   *     them
   */
  public List<String> gates() {
    return formula.gates().stream().map(Gate::code).toList();
  }

  /**
   * Scores one account.
   *
   * @param profile the account
   * @return its score with contributions, range, tier and flags; unknown, with the reason among the
   *     failures, if the account's price is in another currency than the brand's
   * @throws IllegalStateException if a criterion answers outside [0, 1], or an engagement model a
   *     number that is negative or infinite
   */
  public Score score(Profile profile) {
    return formula.score(formula.meter().measure(profile));
  }

  /**
   * Whether an account may be ranked: no gate fails. The same as {@code score(profile).eligible()},
   * without the score.
   *
   * @param profile the account
   * @return true if it may; also if a gate cannot tell
   */
  public boolean isEligible(Profile profile) {
    return formula.firstFailure(formula.meter().measure(profile)) < 0;
  }

  /**
   * The score of one account and nothing else; the same bits as {@link #score(Profile)}.
   *
   * @param profile the account
   * @return a number from 0 to 100; NaN if the account has no score
   * @throws IllegalStateException if a criterion answers outside [0, 1], or an engagement model a
   *     number that is negative or infinite
   */
  public double value(Profile profile) {
    return formula.value(profile);
  }

  /**
   * Scores a range of rows; the same bits as one at a time, however the rows are split.
   *
   * @param columns the accounts
   * @param from the first row
   * @param to the row after the last
   * @param out receives the score of row i at position i, NaN where the price is in another
   *     currency than the brand's
   * @throws IndexOutOfBoundsException if the range is not within the rows or {@code out}
   * @throws IllegalStateException if a criterion answers outside [0, 1], or an engagement model a
   *     number that is negative or infinite
   */
  public void score(ProfileColumns columns, int from, int to, double[] out) {
    Objects.checkFromToIndex(from, to, Math.min(columns.size(), out.length));
    forEachBlock(
        columns,
        from,
        to,
        SCORE,
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
   * @throws IllegalStateException if a criterion answers outside [0, 1], or an engagement model a
   *     number that is negative or infinite
   */
  public void score(ProfileColumns columns, int from, int to, ScoreColumns out) {
    Objects.checkFromToIndex(from, to, Math.min(columns.size(), out.size()));
    forEachBlock(columns, from, to, out.outputs(), out::take);
  }

  /**
   * Computes what is asked for of all rows on several threads, the caller's among them; the same
   * bits for any number of threads.
   *
   * @param columns the accounts
   * @param out receives the results of row i at position i
   * @param executor lends threads, such as {@link ForkJoinPool#commonPool()}
   * @throws IndexOutOfBoundsException if {@code out} has fewer rows than {@code columns}
   * @throws IllegalStateException as {@link #score(ProfileColumns, int, int, ScoreColumns)}
   */
  public void score(ProfileColumns columns, ScoreColumns out, Executor executor) {
    Objects.checkFromToIndex(0, columns.size(), out.size());
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
   * @throws IllegalStateException if a criterion answers outside [0, 1], or an engagement model a
   *     number that is negative or infinite
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
    blocks.forEachBlock(columns, from, to, outputs, sink);
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
   * @throws IllegalStateException if a criterion answers outside [0, 1], or an engagement model a
   *     number that is negative or infinite
   */
  public <A, R> R collect(
      ProfileColumns columns,
      Set<Output> outputs,
      Executor executor,
      Collector<? super ScoreBlock, A, R> collector) {
    Objects.requireNonNull(outputs, "outputs");
    Objects.requireNonNull(executor, "executor");
    return blocks.collect(columns, outputs, executor, collector);
  }

  /**
   * Ranks a list of accounts.
   *
   * @param profiles the accounts
   * @return all eligible ones, best first
   */
  public Ranking rank(List<? extends Profile> profiles) {
    return selection.rank(profiles.size(), profiles);
  }

  /**
   * The best of a list of accounts.
   *
   * @param k how many at the most, at least 0
   * @param profiles the accounts
   * @return the best eligible ones, best first
   * @throws IllegalArgumentException if {@code k} is negative
   * @throws IllegalStateException if a criterion answers outside [0, 1]
   */
  public Ranking top(int k, List<? extends Profile> profiles) {
    return selection.rank(Checks.atLeast(0, k, "k"), profiles);
  }

  /**
   * The best rows of columns, on the common pool.
   *
   * @param k how many at the most, at least 0
   * @param columns the accounts
   * @return the best eligible rows, best first; the same for any number of threads
   * @throws IllegalArgumentException if {@code k} is negative
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
   * @throws IllegalArgumentException if {@code k} is negative
   */
  public Ranking top(int k, ProfileColumns columns, Executor executor) {
    return collect(columns, RANKED, executor, ranking(k, columns));
  }

  /**
   * Ranks the blocks of {@link #collect}, as {@link #top} does, so that one pass can do more than
   * that. It asks for {@link Output#SCORE} and {@link Output#ELIGIBILITY}.
   *
   * @param k how many at the most, at least 0
   * @param columns the accounts that are collected
   * @return a collector of the best eligible rows
   * @throws IllegalArgumentException if {@code k} is negative
   */
  public Collector<ScoreBlock, ?, Ranking> ranking(int k, ProfileColumns columns) {
    Checks.atLeast(0, k, "k");
    return selection.best(
        k, Objects.requireNonNull(columns, "columns"), Double.NEGATIVE_INFINITY, k);
  }

  /**
   * Ranks the blocks of {@link #collect} as far as they are better than a score, for who takes the
   * best of many columns one after the other: what is no better than the last of those that were
   * found before needs no entry. All accounts are counted; who of them may not be ranked is not
   * kept. It asks for {@link Output#SCORE} and {@link Output#ELIGIBILITY}.
   *
   * @param k how many at the most, at least 0
   * @param columns the accounts that are collected
   * @param above an account has an entry only if its score is larger; not NaN
   * @return a collector of the best eligible rows
   * @throws IllegalArgumentException if {@code k} is negative or {@code above} NaN
   */
  public Collector<ScoreBlock, ?, Ranking> ranking(int k, ProfileColumns columns, double above) {
    Checks.atLeast(0, k, "k");
    if (Double.isNaN(above)) {
      throw new IllegalArgumentException("above must be a number, was NaN");
    }
    return selection.best(k, Objects.requireNonNull(columns, "columns"), above, 0);
  }

  /**
   * Tells of the blocks of {@link #collect} what is unknown and what is typical. It asks for {@link
   * Output#UTILITIES} and {@link Output#ELIGIBILITY}.
   *
   * @return a collector
   */
  public Collector<ScoreBlock, ?, Summary> summarizing() {
    return Summary.of(formula);
  }

  /**
   * What is unknown of the rows of columns, and what is typical.
   *
   * @param columns the accounts
   * @return the summary
   * @throws IllegalStateException if a criterion answers outside [0, 1], or an engagement model a
   *     number that is negative or infinite
   */
  public Summary summary(ProfileColumns columns) {
    return collect(columns, SUMMARIZED, Runnable::run, summarizing());
  }

  /**
   * Why an account has its score.
   *
   * @param profile the account
   * @return a sum of the contributions, each with a sentence and the way it was made; its value is
   *     the score, bit for bit; for an account without a score an unknown value with the reason
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
   *     #criteria()}, such as {@link Summary#typicalUtilities} gives
   * @return a sentence without a full stop; if nothing is known, it says so
   * @throws IllegalArgumentException if there are not as many utilities as criteria
   */
  public String reason(Profile profile, double[] typical) {
    Checks.require(
        typical.length == formula.size(),
        () ->
            "typical utilities must be as many as criteria, %d, was %d"
                .formatted(formula.size(), typical.length));
    return reasons.main(profile, typical);
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
    return formula.boughtFollowersNeverPay();
  }

  /**
   * Whether the budget buys one post of an account with 3 million followers, the size of celebrity
   * that the question is usually asked for. The answer moves nothing by itself.
   *
   * @return true if it does; false if it does not or no budget or usual price is known
   */
  public boolean canAffordCelebrity() {
    PriceCurve usual = formula.meter().prices();
    return usual != null && usual.price(PriceCurve.CELEBRITY) <= settings.brand.budget();
  }

  /**
   * Every constant that enters a score, with its source or the words "own default".
   *
   * @return lines of text that end in a line feed; those of a constant are indented by two spaces
   *     and are {@code name: value [source]}, each name once
   */
  public String describe() {
    return Description.of(settings.brand, weights, formula, settings.minEngagements);
  }

  /**
   * A short name for exactly this scorer: two scorers with the same fingerprint give the same
   * scores, provided that what was added describes itself completely. An added criterion that
   * describes itself by its name alone cannot be told from another of that name, and the
   * fingerprint says so.
   *
   * @return the SHA-256 hash of {@link #describe()}, 64 hexadecimal digits; behind them {@code (not
   *     told apart by their text: saves)}, if there are such criteria, with their names
   */
  public String fingerprint() {
    return Description.fingerprint(describe(), formula);
  }

  /** For whom it scores, as in {@code scorer for SME, sales, budget 5,000 EUR}. */
  @Override
  public String toString() {
    return "scorer for " + settings.brand;
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
      return Checks.read("scorer", () -> new Builder(this).build());
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
    private double minEngagements = Gate.MIN_ENGAGEMENTS;
    private boolean plausibleOnly;
    private List<String> requiredTiers = List.of();
    private final Map<Criterion, Double> extra = new LinkedHashMap<>();

    private Builder(BrandProfile brand) {
      this.brand = brand;
      for (Platform platform : Platform.values()) {
        engagement(platform, EngagementModels.standard(platform));
      }
      PriceCurve published = PriceCurve.published();
      prices = published.currency().equals(brand.currency()) ? published : null;
    }

    private Builder(Settings settings) {
      brand = settings.brand;
      models.putAll(settings.models);
      curves.putAll(settings.curves);
      tiers(settings.tiers);
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
     * the ranking, instead of only flagging them: a gate, outside the score. Off unless said
     * otherwise, and not recommended: bought followers raise what is expected and so let an account
     * in, as they do with any form of it (docs/evidence.md, "The gate of plausible engagement").
     * The flag is set either way.
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
      Checks.require(
          extra.putIfAbsent(criterion, weight) == null,
          () -> "name of criterion must be used once, was " + criterion.name());
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
      Map<Platform, Meter.Rate> rates = new EnumMap<>(Platform.class);
      models.forEach(
          (platform, model) -> rates.put(platform, new Meter.Rate(model, curves.get(platform))));
      Meter meter = Criteria.meter(brand, rates, prices);
      List<Weight> weights = new ArrayList<>();
      List<Criterion> criteria = new ArrayList<>();
      Weights.of(brand)
          .forEach(
              (priority, weight) -> {
                weights.add(weight);
                if (weight.points() > 0) {
                  criteria.add(Criteria.standard(priority, brand, meter));
                }
              });
      extra.forEach(
          (criterion, points) -> {
            weights.add(new Weight(criterion.name(), points, "added"));
            criteria.add(criterion);
          });
      List<Weight> inPlay = weights.stream().filter(weight -> weight.points() > 0).toList();
      return new Scorer(
          settings(),
          List.copyOf(weights),
          new ScoreFormula(meter, tiers, gates(meter), criteria, inPlay));
    }

    private List<Gate> gates(Meter meter) {
      List<Gate> gates = new ArrayList<>();
      if (!meter.currency().isEmpty()) {
        gates.add(new Gate.Currency());
      }
      if (!requiredTiers.isEmpty()) {
        gates.add(Gate.RequiredTier.of(tiers, requiredTiers));
      }
      if (!Double.isNaN(brand.budget())) {
        gates.add(new Gate.Budget(brand.budget(), meter.currency()));
      }
      if (minEngagements > 0) {
        gates.add(new Gate.Engagements(minEngagements));
      }
      if (plausibleOnly) {
        gates.add(new Gate.Plausible(Gate.IMPLAUSIBLE));
      }
      return gates;
    }

    private Settings settings() {
      return new Settings(
          brand,
          new LinkedHashMap<>(models),
          new LinkedHashMap<>(curves),
          tiers,
          prices,
          minEngagements,
          plausibleOnly,
          new ArrayList<>(requiredTiers),
          new LinkedHashMap<>(extra));
    }
  }
}
