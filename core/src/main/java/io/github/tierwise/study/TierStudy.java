package io.github.tierwise.study;

import io.github.tierwise.engagement.EngagementModel;
import io.github.tierwise.engagement.SizeCurve;
import io.github.tierwise.explain.Estimate;
import io.github.tierwise.internal.Checks;
import io.github.tierwise.internal.Logs;
import io.github.tierwise.internal.Text;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.ProfileColumns;
import io.github.tierwise.tier.Classification;
import io.github.tierwise.tier.CommonTier;
import io.github.tierwise.tier.Tier;
import io.github.tierwise.tier.TierPolicy;
import io.github.tierwise.tier.Unclassified;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Tier definitions side by side on the same accounts: who is called what, how far the definitions
 * agree, and what their tiers tell of engagement.
 *
 * <pre>{@code
 * TierStudy study = TierStudy.of(accounts, impact, forbes);
 * Agreement micro = study.agreement(impact, forbes, CommonTier.MICRO);
 * study.contested(Platform.TIKTOK).forEach(System.out::println);
 * }</pre>
 *
 * <p>One pass over the accounts makes counts, and nothing else is kept: for definitions of
 * followers alone, of the accounts between any two neighbouring bounds; for others ({@link
 * TierPolicy#followerBounds} empty), of every combination of answers that occurs. Counts and tables
 * are exact. Engagement rates are counted in bins of 1/32 of a doubling, followers for {@link
 * #sizes} in bins of 1/8 of a doubling. Memory does not grow with the number of accounts.
 *
 * <p>Studies of parts of the data add up, in any order and to the last bit, to the study of the
 * whole: {@link #plus}. Rows may come in any order.
 *
 * <p>Instances are immutable, thread-safe and values. They are serializable, if all definitions and
 * engagement rates are, as all of the library are: so parts may be counted on many machines.
 *
 * @since 0.1.0
 */
public final class TierStudy implements Serializable {

  private static final long serialVersionUID = 1L;

  private final transient Partition partition;
  private final transient Tallies tallies;
  private final transient List<Tallies.Tally> cells;

  private TierStudy(Partition partition, Tallies... parts) {
    this.partition = partition;
    tallies = new Tallies(partition, parts);
    cells = tallies.toList();
  }

  /**
   * Studies accounts with the usual engagement rates.
   *
   * @param columns the accounts
   * @param definitions the definitions, each id once
   * @return the study
   * @throws IllegalArgumentException if there is no definition or an id is used twice
   */
  public static TierStudy of(ProfileColumns columns, TierPolicy... definitions) {
    return of(columns, List.of(definitions));
  }

  /**
   * Studies accounts with the usual engagement rates.
   *
   * @param columns the accounts
   * @param definitions the definitions, each id once
   * @return the study
   * @throws IllegalArgumentException if there is no definition or an id is used twice
   */
  public static TierStudy of(ProfileColumns columns, List<? extends TierPolicy> definitions) {
    return builder(definitions).add(columns).build();
  }

  /**
   * Starts a study that is fed part by part.
   *
   * @param definitions the definitions, each id once
   * @return a builder with the usual engagement rates
   */
  public static Builder builder(List<? extends TierPolicy> definitions) {
    return new Builder(definitions);
  }

  /**
   * The study of these accounts and others together.
   *
   * @param other a study with equal definitions and engagement rates
   * @return a study with the sums of all counts
   * @throws IllegalArgumentException if definitions or engagement rates differ
   */
  public TierStudy plus(TierStudy other) {
    Checks.require(
        partition.isLike(other.partition),
        () ->
            "study must have the same definitions and engagement rates, was of "
                + other.partition.ids());
    return new TierStudy(partition, tallies, other.tallies);
  }

  /**
   * The definitions.
   *
   * @return an unmodifiable list in the order given
   */
  public List<TierPolicy> definitions() {
    return partition.policies();
  }

  /**
   * The accounts.
   *
   * @return how many were studied
   */
  public long accounts() {
    return cells.stream().mapToLong(cell -> cell.accounts).sum();
  }

  /**
   * The accounts by platform.
   *
   * @return an unmodifiable map of the platforms that occur, in the order of {@link Platform}
   */
  public Map<Platform, Long> platforms() {
    Map<Platform, Long> found = new EnumMap<>(Platform.class);
    for (Tallies.Tally cell : cells) {
      found.merge(partition.platform(cell.cell), cell.accounts, Long::sum);
    }
    return Collections.unmodifiableMap(found);
  }

  private int answer(int policy, Tallies.Tally cell) {
    return partition.answer(policy, cell.cell, cell.combination);
  }

  /**
   * How many accounts have each answer of a definition.
   *
   * @param definition one of the study's
   * @return an unmodifiable map with every outcome in its order: the tiers, then the reasons for
   *     having none
   * @throws IllegalArgumentException if the definition is not one of the study's
   */
  public Map<Classification, Long> counts(TierPolicy definition) {
    int policy = partition.position(definition);
    Map<Classification, Long> counts = new LinkedHashMap<>();
    definition.outcomes().forEach(outcome -> counts.put(outcome, 0L));
    for (Tallies.Tally cell : cells) {
      counts.merge(partition.outcome(policy, answer(policy, cell)), cell.accounts, Long::sum);
    }
    return Collections.unmodifiableMap(counts);
  }

  /**
   * How many accounts are on an edge that the source of a definition leaves open: another reading
   * may put them elsewhere.
   *
   * @param definition one of the study's
   * @return a number of accounts
   * @throws IllegalArgumentException if the definition is not one of the study's
   */
  public long disputed(TierPolicy definition) {
    TierPolicy policy = partition.policies().get(partition.position(definition));
    // Both sides of an edge are cut, so a cell that starts at one holds nothing else.
    return cells.stream()
        .filter(
            cell ->
                policy
                    .disputedEdges(partition.platform(cell.cell))
                    .contains(partition.min(cell.cell)))
        .mapToLong(cell -> cell.accounts)
        .sum();
  }

  /**
   * How two definitions agree on a common name.
   *
   * @param first one of the study's
   * @param second another, or the same
   * @param label the common name, such as {@link CommonTier#MICRO}
   * @return the four cells and Cohen's kappa
   * @throws IllegalArgumentException if a definition is not one of the study's, or the label is
   *     {@link CommonTier#NONE}
   */
  public Agreement agreement(TierPolicy first, TierPolicy second, CommonTier label) {
    int one = partition.position(first);
    int two = partition.position(second);
    Checks.require(
        Objects.requireNonNull(label, "label") != CommonTier.NONE,
        () -> "label must be a common name, was NONE");
    long[][] table = new long[2][2];
    long unknown = 0;
    for (Tallies.Tally cell : cells) {
      Classification a = partition.outcome(one, answer(one, cell));
      Classification b = partition.outcome(two, answer(two, cell));
      if (Confusion.cannotTell(a) || Confusion.cannotTell(b)) {
        unknown += cell.accounts;
      } else {
        table[isCalled(a, label) ? 0 : 1][isCalled(b, label) ? 0 : 1] += cell.accounts;
      }
    }
    return new Agreement(
        first.id(),
        second.id(),
        label,
        table[0][0],
        table[0][1],
        table[1][0],
        table[1][1],
        unknown);
  }

  private static boolean isCalled(Classification answer, CommonTier label) {
    return answer instanceof Tier tier && tier.common() == label;
  }

  /**
   * The table of two definitions.
   *
   * @param first one of the study's, for the rows
   * @param second another, or the same, for the columns
   * @return how many accounts have which pair of answers, with the coefficients of the whole table
   * @throws IllegalArgumentException if a definition is not one of the study's
   */
  public Confusion confusion(TierPolicy first, TierPolicy second) {
    int one = partition.position(first);
    int two = partition.position(second);
    long[][] table = new long[first.outcomes().size()][second.outcomes().size()];
    for (Tallies.Tally cell : cells) {
      table[answer(one, cell)][answer(two, cell)] += cell.accounts;
    }
    return new Confusion(first, second, table);
  }

  /**
   * How far several definitions agree on the common names, nano to mega in order: Krippendorff's
   * alpha for ordinal data (K. Krippendorff, Computing Krippendorff's alpha-reliability, University
   * of Pennsylvania, 2011). Definitions are the raters and accounts the units; where a definition
   * has no tier with a common name, its value is missing. {@code α = 1 − (n − 1) Σ oᵥᵥ' δ² / Σ nᵥ
   * nᵥ' δ²}, where every account with m values adds its ordered pairs, each divided by {@code m −
   * 1}, to the coincidences {@code o}, and {@code δ} between two names is the number of values from
   * the one to the other, half of the two ends counted.
   *
   * @param definitions some of the study's
   * @return at most 1, 0 by chance; NaN where it is not defined, because no account has two values
   *     or there is only one name
   * @throws IllegalArgumentException if a definition is not one of the study's
   */
  public double alpha(List<? extends TierPolicy> definitions) {
    int[] raters = definitions.stream().mapToInt(partition::position).toArray();
    Coefficients.OrdinalAlpha alpha = new Coefficients.OrdinalAlpha(Confusion.COMMON);
    for (Tallies.Tally cell : cells) {
      int[] given = new int[Confusion.COMMON];
      for (int rater : raters) {
        int value = Confusion.common(partition.outcome(rater, answer(rater, cell)));
        if (value >= 0) {
          given[value]++;
        }
      }
      alpha.add(given, cell.accounts);
    }
    return alpha.value();
  }

  /**
   * An interval of followers in which no definition changes its answer, and who lives there.
   *
   * <p>This record is immutable, thread-safe and a value.
   *
   * @param platform the platform
   * @param min the fewest followers, inclusive
   * @param max the first number of followers beyond; positive infinity without an upper end
   * @param accounts accounts of the study in it
   * @param answers what the definitions answer, in their order; those that look at more than
   *     followers are left out
   * @since 0.1.0
   */
  public record FollowerBand(
      Platform platform, double min, double max, long accounts, List<Classification> answers)
      implements Serializable {

    /**
     * Copies the list.
     *
     * @param platform the platform
     * @param min the fewest followers, inclusive
     * @param max the first number of followers beyond
     * @param accounts accounts of the study in it
     * @param answers what the definitions answer
     */
    public FollowerBand {
      Objects.requireNonNull(platform, "platform");
      answers = Checks.listOf(Classification.class, answers);
    }

    /**
     * How many definitions call accounts here by a common name.
     *
     * @param name the name; {@link CommonTier#NONE} counts tiers without a common name
     * @return a number of definitions
     */
    public int calling(CommonTier name) {
      return (int) answers.stream().filter(answer -> isCalled(answer, name)).count();
    }

    /**
     * How many definitions have no tier for accounts here, for one reason.
     *
     * @param reason why
     * @return a number of definitions
     */
    public int without(Unclassified.Reason reason) {
      return (int)
          answers.stream()
              .filter(answer -> answer instanceof Unclassified none && none.reason() == reason)
              .count();
    }

    /**
     * Whether the definitions disagree: of those that can tell, not all give the same common name
     * (where there is none, the same label), or some have no tier while others do.
     *
     * @return true if two definitions differ
     */
    public boolean isContested() {
      Stream<Classification> told = answers.stream().filter(each -> !Confusion.cannotTell(each));
      return told.map(FollowerBand::name).distinct().count() > 1;
    }

    private static String name(Classification answer) {
      return answer instanceof Tier tier && tier.common() != CommonTier.NONE
          ? tier.common().name()
          : answer.label();
    }

    /** The interval and the accounts, as in {@code 1,000 to below 10,000: 4,120 accounts}. */
    @Override
    public String toString() {
      String to = Double.isInfinite(max) ? " and more: " : " to below " + Text.count(max) + ": ";
      return Text.count(min) + to + Text.of((double) accounts, "account");
    }
  }

  /**
   * The line of followers by all definitions: {@link #bands(Platform, List)}.
   *
   * @param platform the platform
   * @return an unmodifiable list from 0 followers up, without gaps
   */
  public List<FollowerBand> bands(Platform platform) {
    return bands(platform, definitions());
  }

  /**
   * The line of followers, cut where an answer changes: for each number of followers, what the
   * definitions call it, and how many accounts live there. {@link FollowerBand#calling} counts the
   * definitions by name.
   *
   * @param platform the platform
   * @param definitions some of the study's; those that look at more than followers are left out
   * @return an unmodifiable list from 0 followers up, without gaps
   * @throws IllegalArgumentException if a definition is not one of the study's
   */
  public List<FollowerBand> bands(Platform platform, List<? extends TierPolicy> definitions) {
    Objects.requireNonNull(platform, "platform");
    int[] policies =
        definitions.stream()
            .mapToInt(partition::position)
            .filter(partition::isByFollowers)
            .toArray();
    long[] byCell = new long[partition.cells()];
    for (Tallies.Tally cell : cells) {
      byCell[cell.cell] += cell.accounts;
    }
    List<FollowerBand> bands = new ArrayList<>();
    for (int cell = partition.start(platform) + 1; cell < partition.end(platform); cell++) {
      List<Classification> answers = new ArrayList<>();
      for (int policy : policies) {
        answers.add(partition.outcome(policy, partition.answer(policy, cell, 0)));
      }
      double min = partition.min(cell);
      long here = byCell[cell];
      if (!bands.isEmpty() && bands.get(bands.size() - 1).answers().equals(answers)) {
        FollowerBand before = bands.remove(bands.size() - 1);
        min = before.min();
        here += before.accounts();
      }
      bands.add(new FollowerBand(platform, min, partition.max(cell), here, answers));
    }
    return List.copyOf(bands);
  }

  /**
   * The intervals of followers in which the definitions disagree.
   *
   * @param platform the platform
   * @return those of {@link #bands(Platform)} that are contested
   */
  public List<FollowerBand> contested(Platform platform) {
    return contested(platform, definitions());
  }

  /**
   * The intervals of followers in which some definitions disagree.
   *
   * @param platform the platform
   * @param definitions some of the study's; those that look at more than followers are left out
   * @return those of {@link #bands(Platform, List)} that are contested
   * @throws IllegalArgumentException if a definition is not one of the study's
   */
  public List<FollowerBand> contested(Platform platform, List<? extends TierPolicy> definitions) {
    return bands(platform, definitions).stream().filter(FollowerBand::isContested).toList();
  }

  /**
   * Engagement by tier.
   *
   * @param definition one of the study's
   * @param platform the platform; rates by different formulas are never mixed
   * @return medians, quartiles and what the tiers explain
   * @throws IllegalArgumentException if the definition is not one of the study's
   */
  public TierEngagement engagement(TierPolicy definition, Platform platform) {
    int policy = partition.position(definition);
    int outcomes = definition.outcomes().size();
    long[] accounts = new long[outcomes];
    double[] smallest = new double[outcomes];
    Arrays.fill(smallest, Double.POSITIVE_INFINITY);
    long[][] rates = new long[outcomes][RateBins.COUNT];
    for (Tallies.Tally cell : cells) {
      if (partition.platform(cell.cell) == Objects.requireNonNull(platform, "platform")) {
        int answer = answer(policy, cell);
        accounts[answer] += cell.accounts;
        smallest[answer] = Math.min(smallest[answer], partition.min(cell.cell));
        cell.addRatesTo(rates[answer]);
      }
    }
    List<Integer> told =
        IntStream.range(0, outcomes)
            .filter(answer -> accounts[answer] > 0)
            .filter(answer -> !Confusion.cannotTell(definition.outcomes().get(answer)))
            .boxed()
            .sorted(Comparator.comparingDouble(answer -> smallest[answer]))
            .toList();
    return new TierEngagement(
        definition,
        platform,
        partition.model(platform).formula(),
        told.stream()
            .map(answer -> row(definition.outcomes().get(answer), accounts[answer], rates[answer]))
            .toList(),
        Coefficients.epsilonSquared(
            told.stream().map(answer -> rates[answer]).toArray(long[][]::new)));
  }

  private static TierEngagement.Row row(Classification answer, long accounts, long[] rates) {
    return new TierEngagement.Row(
        answer,
        accounts,
        LongStream.of(rates).sum(),
        RateBins.quantile(rates, 0.25),
        RateBins.quantile(rates, 0.5),
        RateBins.quantile(rates, 0.75));
  }

  /**
   * Engagement against followers on one platform: the least-squares line of log2 rate on log2
   * followers, with the slope's interval of 95% by Student's t.
   *
   * <p>Followers and rate are rounded to 1/1024 of a doubling first, so that the sums are whole
   * numbers and parts of the data add up exactly; each moves by 0.034% at the most. Accounts with a
   * rate of 0 or fewer than one follower have no logarithm and are left out.
   *
   * <p>This record is immutable, thread-safe and a value.
   *
   * @param platform the platform
   * @param formula the name of the engagement rate
   * @param denominator what the rate is divided by
   * @param accounts accounts behind the line
   * @param zeroRates accounts left out because nobody engaged
   * @param slope by how many doublings the rate changes with a doubling of followers; unknown for
   *     fewer than 10 accounts (own limit) or if all have the same followers
   * @param intercept the line's log2 rate at one follower; NaN if unknown
   * @since 0.1.0
   */
  public record SizeSlope(
      Platform platform,
      String formula,
      Measure denominator,
      long accounts,
      long zeroRates,
      Estimate slope,
      double intercept)
      implements Serializable {

    /**
     * Checks that everything is said.
     *
     * @param platform the platform
     * @param formula the name of the formula of the rate
     * @param denominator what the rate is by
     * @param accounts accounts on the line
     * @param zeroRates accounts that are left out, since nobody engages
     * @param slope by how many doublings the rate changes with a doubling of followers
     * @param intercept the line's log2 rate at one follower
     */
    public SizeSlope {
      Objects.requireNonNull(platform, "platform");
      Objects.requireNonNull(formula, "formula");
      Objects.requireNonNull(denominator, "denominator");
      Objects.requireNonNull(slope, "slope");
    }

    /**
     * The rate on the line.
     *
     * @param followers a number of followers, &gt; 0
     * @return a fraction; NaN if the line is unknown
     */
    public double rate(double followers) {
      return Logs.exp2(intercept + slope.value() * Logs.log2(followers));
    }

    /**
     * Whether the slope is likely an artefact of how the list was made. In a ranking by engagement
     * everybody has about as many engagements, whatever the followers; their rate by followers then
     * falls with the slope -1 although size has no effect.
     *
     * @return true if the rate is by followers and the slope below {@link
     *     SizeCurve#SELECTION_SLOPE}
     */
    public boolean isSelection() {
      return denominator == Measure.FOLLOWERS && slope.value() < SizeCurve.SELECTION_SLOPE;
    }

    /** The slope with its interval. */
    @Override
    public String toString() {
      String known =
          "%s (%s to %s)"
              .formatted(
                  Text.fixed(slope.value(), 2),
                  Text.fixed(slope.low(), 2),
                  Text.fixed(slope.high(), 2));
      return "slope %s of %s on %s"
          .formatted(slope.isKnown() ? known : "unknown", formula, platform.displayName());
    }
  }

  /**
   * Engagement against followers, whatever the tiers.
   *
   * @param platform the platform
   * @return the line of log rate on log followers
   */
  public SizeSlope slope(Platform platform) {
    EngagementModel model = partition.model(platform);
    SizeCounts sizes = tallies.of(platform);
    LeastSquares line = sizes.line();
    return new SizeSlope(
        platform,
        model.formula(),
        model.denominator(),
        line.n(),
        sizes.zeroRates(),
        line.slope(),
        line.intercept());
  }

  /**
   * Accounts in an interval of followers.
   *
   * @param min the fewest followers, inclusive
   * @param max the first number of followers beyond
   * @param accounts accounts in between
   * @since 0.1.0
   */
  public record SizeBin(double min, double max, long accounts) implements Serializable {}

  /**
   * How the accounts spread over sizes.
   *
   * @param platform the platform
   * @return an unmodifiable list of bins of 1/8 of a doubling, from the smallest that has accounts
   *     to the largest; the first of all, below 2^0.125 followers, also holds those with none
   */
  public List<SizeBin> sizes(Platform platform) {
    SizeCounts sizes = tallies.of(platform);
    List<SizeBin> bins = new ArrayList<>();
    int filled = 0;
    for (int bin = 0; bin < SizeCounts.BINS * SizeCounts.DOUBLINGS; bin++) {
      long here = sizes.followers(bin);
      if (here > 0 || !bins.isEmpty()) {
        bins.add(
            new SizeBin(
                bin == 0 ? 0 : Logs.exp2(bin / (double) SizeCounts.BINS),
                Logs.exp2((bin + 1) / (double) SizeCounts.BINS),
                here));
        filled = here > 0 ? bins.size() : filled;
      }
    }
    return List.copyOf(bins.subList(0, filled));
  }

  /**
   * Accounts of about the same size and engagement.
   *
   * @param followers about how many followers they have: the middle of a quarter of a doubling
   * @param rate about their engagement rate, likewise
   * @param accounts how many they are
   * @since 0.1.0
   */
  public record RatePoint(double followers, double rate, long accounts) implements Serializable {}

  /**
   * Engagement against followers as a picture of few points.
   *
   * @param platform the platform
   * @return an unmodifiable list of those quarters of a doubling that have accounts, by followers,
   *     then by rate; accounts with a rate of 0 or fewer than one follower are left out
   */
  public List<RatePoint> points(Platform platform) {
    SizeCounts sizes = tallies.of(platform);
    List<RatePoint> points = new ArrayList<>();
    for (int column = 0; column < SizeCounts.POINTS * SizeCounts.DOUBLINGS; column++) {
      for (int row = 0; row < SizeCounts.POINTS * RateBins.DOUBLINGS; row++) {
        if (sizes.points(column, row) > 0) {
          points.add(
              new RatePoint(
                  Logs.exp2((column + 0.5) / SizeCounts.POINTS),
                  Logs.exp2(RateBins.LEAST + (row + 0.5) / SizeCounts.POINTS),
                  sizes.points(column, row)));
        }
      }
    }
    return List.copyOf(points);
  }

  /** Whether the other study has equal definitions, engagement rates and counts. */
  @Override
  public boolean equals(Object other) {
    return other instanceof TierStudy study && form().equals(study.form());
  }

  @Override
  public int hashCode() {
    return Objects.hash(partition.policies(), accounts());
  }

  private Form form() {
    return new Form(
        new ArrayList<>(partition.policies()), new EnumMap<>(partition.models()), tallies.form());
  }

  private Object writeReplace() {
    return form();
  }

  private void readObject(ObjectInputStream stream) throws InvalidObjectException {
    throw new InvalidObjectException("tier study must be read through its form");
  }

  /** The serial form: read back through the constructors, so that it is checked. */
  private record Form(
      List<TierPolicy> definitions, Map<Platform, EngagementModel> models, Tallies.Form counts)
      implements Serializable {

    private Object readResolve() throws InvalidObjectException {
      return Checks.read(
          "tier study",
          () -> {
            Partition partition = new Partition(definitions, models);
            return new TierStudy(partition, Tallies.of(partition, counts));
          });
    }
  }

  /** The number of accounts and the definitions. */
  @Override
  public String toString() {
    return Text.of((double) accounts(), "account") + " by " + partition.ids();
  }

  /**
   * Counts accounts part by part. Not thread-safe; may be used again after building.
   *
   * @since 0.1.0
   */
  public static final class Builder {
    private final List<TierPolicy> definitions;
    private final Map<Platform, EngagementModel> models = Partition.standardModels();
    private Optional<Tallies> counted = Optional.empty();

    private Builder(List<? extends TierPolicy> definitions) {
      this.definitions = List.copyOf(definitions);
    }

    /**
     * Uses an engagement rate on a platform; before the first accounts are added.
     *
     * @param platform the platform
     * @param model the rate
     * @return this builder
     * @throws IllegalStateException if accounts were added before
     */
    public Builder engagement(Platform platform, EngagementModel model) {
      if (counted.isPresent()) {
        throw new IllegalStateException("engagement must be said before accounts are added");
      }
      models.put(
          Objects.requireNonNull(platform, "platform"), Objects.requireNonNull(model, "model"));
      return this;
    }

    private Tallies tallies() {
      if (counted.isEmpty()) {
        counted = Optional.of(new Tallies(new Partition(definitions, models)));
      }
      return counted.get();
    }

    /**
     * Counts accounts.
     *
     * @param columns the accounts; nothing of them is kept
     * @return this builder
     * @throws IllegalArgumentException if there is no definition or an id is used twice
     */
    public Builder add(ProfileColumns columns) {
      return add(columns, 0, columns.size());
    }

    /**
     * Counts a range of accounts.
     *
     * @param columns the accounts; nothing of them is kept
     * @param from the first row
     * @param to the row after the last
     * @return this builder
     * @throws IndexOutOfBoundsException if the range is not within the rows
     * @throws IllegalArgumentException if there is no definition or an id is used twice
     */
    public Builder add(ProfileColumns columns, int from, int to) {
      Objects.checkFromToIndex(from, to, columns.size());
      tallies().add(columns, from, to);
      return this;
    }

    /**
     * The study of what was added so far.
     *
     * @return an immutable study
     * @throws IllegalArgumentException if there is no definition or an id is used twice
     */
    public TierStudy build() {
      return new TierStudy(tallies().partition(), tallies());
    }
  }
}
