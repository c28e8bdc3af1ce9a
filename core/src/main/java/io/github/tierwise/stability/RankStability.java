package io.github.tierwise.stability;

import io.github.tierwise.internal.Checks;
import io.github.tierwise.internal.Text;
import io.github.tierwise.profile.Profile;
import io.github.tierwise.score.Scorer;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How sure a ranking is: in how many of many draws, in which what is not known for sure is drawn
 * anew, an account is first, or among the best; what it hangs on, and what to find out next.
 *
 * <pre>{@code
 * RankStability stability = RankStability.of(scorer, accounts, RankStability.Options.standard());
 * stability.standings().get(0).first();   // 63.1% ± 0.5: how often the best account is first
 * stability.questions().get(0);           // acct-17: cost decides who is first in 31.0% ± 0.5
 * }</pre>
 *
 * <p>This is stochastic multicriteria acceptability analysis (SMAA-2: Lahdelma and Salminen 2001,
 * SMAA-2: Stochastic multicriteria acceptability analysis for group decision making, Operations
 * Research 49, 444-454) over weights and over inputs. What is drawn of an account: the level of its
 * engagement and its conversion rate by normal laws, the price where it is no quote by a log-normal
 * law, each so that nine of ten draws lie within the range that a score shows; what is unknown, and
 * what a criterion of your own gives a range for, evenly over its full range. Engagement and
 * engaged audience rest on one level and are drawn together; all else is independent. Weights are
 * drawn once for all accounts. Gates are not drawn: who may be ranked, is.
 *
 * <p>Every share says how far it may be off since draws are finite. The same accounts in any order,
 * on any number of threads, give the same bits.
 *
 * <p>Instances are immutable, thread-safe and values.
 *
 * @since 0.1.0
 */
public final class RankStability implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Of ranks, the interval leaves out this share of the draws at each end. */
  private static final double TAIL = 0.05;

  private static final int MOST_QUESTIONS = 10;

  /** The source of doubt that is the brand's weights, beside those of accounts. */
  public static final String WEIGHTS = "weights";

  private final Options options;
  private final transient List<Standing> standings;
  private final transient List<Cause> causes;
  private final transient List<Question> questions;
  private final int[][] beats;
  private final int draws;
  private final int leftOut;
  private final double leftOutAbove;

  /**
   * A share of draws, and how far it may be off since draws are finite.
   *
   * <p>This record is immutable, thread-safe and a value.
   *
   * @param value a fraction
   * @param error the standard error of the value: of a third of such shares the true one is further
   *     away, of one in twenty by more than twice that. It is taken at one more draw of each kind,
   *     so that a share of 0 has an error too
   * @since 0.1.0
   */
  public record Share(double value, double error) implements Serializable {

    static Share of(long count, long draws) {
      double p = (count + 1.0) / (draws + 2.0);
      return new Share(count / (double) draws, Math.sqrt(p * (1 - p) / draws));
    }

    /** As in {@code 31.2% ± 0.5}. */
    @Override
    public String toString() {
      return Text.fixed(100 * value, 1) + "% ± " + Text.fixed(100 * error, 1);
    }
  }

  /**
   * How unsure a brand's weights are.
   *
   * <p>Instances are immutable, thread-safe and values.
   *
   * @since 0.1.0
   */
  public static final class WeightDoubt implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Weights that are spread so that one of a fifth has a standard deviation of a fifth of it. */
    public static final double CONCENTRATION = 99;

    private static final WeightDoubt NONE = new WeightDoubt(Kind.NONE, Double.POSITIVE_INFINITY);
    private static final WeightDoubt ORDER = new WeightDoubt(Kind.ORDER, 0);

    enum Kind {
      NONE,
      AROUND,
      ORDER
    }

    private final Kind kind;
    private final double concentration;

    private WeightDoubt(Kind kind, double concentration) {
      this.kind = kind;
      this.concentration = concentration;
    }

    /**
     * The weights are the brand's.
     *
     * @return no doubt
     */
    public static WeightDoubt none() {
      return NONE;
    }

    /**
     * The weights lie around the brand's: a Dirichlet law whose mean they are. A weight that is a
     * part {@code w} of the whole has the standard deviation {@code sqrt(w (1 - w) / (concentration
     * + 1))}: at 99, {@link #CONCENTRATION} (own default), one of a fifth has 0.04.
     *
     * @param concentration &gt; 0; the larger, the closer to the brand's
     * @return a doubt
     * @throws IllegalArgumentException if the concentration is not finite and &gt; 0
     */
    public static WeightDoubt around(double concentration) {
      return new WeightDoubt(Kind.AROUND, Checks.positive(concentration, "concentration"));
    }

    /**
     * Of the brand's weights only their order is believed: every set of weights that keeps it is as
     * likely as any other. Criteria of equal weight may be in any order among themselves.
     *
     * @return a doubt
     */
    public static WeightDoubt orderOnly() {
      return ORDER;
    }

    Kind kind() {
      return kind;
    }

    double concentration() {
      return concentration;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof WeightDoubt that
          && kind == that.kind
          && concentration == that.concentration;
    }

    @Override
    public int hashCode() {
      return 31 * kind.ordinal() + Double.hashCode(concentration);
    }

    private Object writeReplace() {
      return new DoubtForm(kind, concentration);
    }

    private void readObject(ObjectInputStream stream) throws InvalidObjectException {
      throw new InvalidObjectException("weight doubt must be read through its form");
    }

    /** The serial form: read back through the factories, so that it is checked. */
    private record DoubtForm(Kind kind, double concentration) implements Serializable {

      private Object readResolve() throws InvalidObjectException {
        return Checks.read(
            "weight doubt",
            () ->
                switch (Objects.requireNonNull(kind, "kind")) {
                  case NONE -> none();
                  case AROUND -> around(concentration);
                  case ORDER -> orderOnly();
                });
      }
    }

    /** A sentence for people, without a full stop. */
    @Override
    public String toString() {
      return switch (kind) {
        case NONE -> "weights as they are";
        case AROUND ->
            "weights around the brand's (Dirichlet, concentration %s)"
                .formatted(Text.plain(concentration));
        case ORDER -> "all weights that keep the brand's order";
      };
    }
  }

  /**
   * What is drawn, and how often.
   *
   * <p>Instances are immutable, thread-safe and values; each method gives a changed copy.
   *
   * @since 0.1.0
   */
  public static final class Options implements Serializable {

    private static final long serialVersionUID = 1L;

    /** A thousand fits the caches; ranks further down decide nothing. */
    private static final int CANDIDATES = 1_000;

    /** Counts of ranks take a few kilobytes for each, several times. */
    private static final int MOST_CANDIDATES = 10_000;

    private static final int LEADERS = 10;
    private static final double LEAST_ERROR = 0.0005;

    private static final Options STANDARD =
        new Options(WeightDoubt.around(WeightDoubt.CONCENTRATION), LEADERS, 0.005, CANDIDATES, 1L);

    private final WeightDoubt weights;
    private final int top;
    private final double error;
    private final int candidates;
    private final long seed;

    private Options(WeightDoubt weights, int top, double error, int candidates, long seed) {
      this.weights = weights;
      this.top = top;
      this.error = error;
      this.candidates = candidates;
      this.seed = seed;
    }

    /**
     * Weights around the brand's, the top 10, shares to half a percent (own defaults).
     *
     * @return the options
     */
    public static Options standard() {
      return STANDARD;
    }

    /**
     * How unsure the weights are.
     *
     * @param doubt around the brand's unless said otherwise
     * @return changed options
     */
    public Options weights(WeightDoubt doubt) {
      return new Options(Objects.requireNonNull(doubt, "doubt"), top, error, candidates, seed);
    }

    /**
     * How many are "the best".
     *
     * @param k at least 1, 10 unless said otherwise
     * @return changed options
     * @throws IllegalArgumentException if it is below 1
     */
    public Options top(int k) {
      return new Options(weights, Checks.atLeast(1, k, "top"), error, candidates, seed);
    }

    /**
     * Draws until no share's standard error is larger, which at half of all draws takes {@code 0.25
     * / error²} of them: 10,000 at 0.005.
     *
     * @param largest at least 0.0005, 0.005 unless said otherwise
     * @return changed options
     * @throws IllegalArgumentException if it is not from 0.0005 to 0.5
     */
    public Options error(double largest) {
      Checks.require(
          largest >= LEAST_ERROR && largest <= 0.5,
          () -> "error must be between 0.0005 and 0.5, was " + Text.plain(largest));
      return new Options(weights, top, largest, candidates, seed);
    }

    /**
     * Draws for at most so many accounts: those that would be best if all that is in doubt of them
     * turned out well. {@link RankStability#leftOutAbove} bounds what the others come to.
     *
     * @param most from 2 to 10,000; 1,000 unless said otherwise
     * @return changed options
     * @throws IllegalArgumentException if it is not in that range
     */
    public Options candidates(int most) {
      Checks.require(
          most >= 2 && most <= MOST_CANDIDATES,
          () -> "candidates must be between 2 and 10,000, was " + most);
      return new Options(weights, top, error, most, seed);
    }

    /**
     * Other draws of the same kind.
     *
     * @param number any, 1 unless said otherwise
     * @return changed options
     */
    public Options seed(long number) {
      return new Options(weights, top, error, candidates, number);
    }

    /** Equal if everything that is said is equal. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Options that
          && weights.equals(that.weights)
          && top == that.top
          && error == that.error
          && candidates == that.candidates
          && seed == that.seed;
    }

    @Override
    public int hashCode() {
      return Objects.hash(weights, top, error, candidates, seed);
    }

    private Object writeReplace() {
      return new OptionsForm(weights, top, error, candidates, seed);
    }

    private void readObject(ObjectInputStream stream) throws InvalidObjectException {
      throw new InvalidObjectException("options must be read through their form");
    }

    /** The serial form: read back through the methods, so that it is checked. */
    private record OptionsForm(
        WeightDoubt weights, int top, double error, int candidates, long seed)
        implements Serializable {

      private Object readResolve() throws InvalidObjectException {
        return Checks.read(
            "options",
            () ->
                standard()
                    .weights(weights)
                    .top(top)
                    .error(error)
                    .candidates(candidates)
                    .seed(seed));
      }
    }

    /** A sentence for people, without a full stop. */
    @Override
    public String toString() {
      return "%s, top %d, standard error at most %s, at most %s, seed %d"
          .formatted(weights, top, Text.plain(error), Text.of(candidates, "account"), seed);
    }
  }

  /**
   * Where an account stands.
   *
   * <p>This record is immutable, thread-safe and a value.
   *
   * @param row its position in the list, from 0
   * @param id the account
   * @param rank its rank by score, from 1
   * @param first in how many draws it is first: its first rank acceptability
   * @param top in how many draws it is among the best
   * @param expectedRank its mean rank
   * @param rankError the standard error of the mean rank
   * @param lowRank the rank that it is at least at in 95% of the draws
   * @param highRank the rank that it is at most at in 95% of the draws; beyond 64 both are rounded
   *     away from each other by at most a sixteenth
   * @param centralWeights the mean of the weights in the draws in which it is first, parts of 1 by
   *     criterion: of a brand that would choose it; empty if it never is
   * @param confidence with its central weights, in how many draws of the rest it is first: its
   *     confidence factor; empty but for the leaders of {@link #first} that are first at all
   * @since 0.1.0
   */
  public record Standing(
      int row,
      String id,
      int rank,
      Share first,
      Share top,
      double expectedRank,
      double rankError,
      int lowRank,
      int highRank,
      Map<String, Double> centralWeights,
      Optional<Share> confidence)
      implements Serializable {

    /**
     * Copies the map.
     *
     * @param row its position in the list
     * @param id the account
     * @param rank its rank by score
     * @param first in how many draws it is first
     * @param top in how many draws it is among the best
     * @param expectedRank its mean rank
     * @param rankError the standard error of the mean rank
     * @param lowRank the lower end of its ranks
     * @param highRank the upper end of its ranks
     * @param centralWeights of a brand that would choose it
     * @param confidence how sure that choice would be
     */
    public Standing {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(first, "first");
      Objects.requireNonNull(top, "top");
      centralWeights = Checks.inOrder(centralWeights);
      Objects.requireNonNull(confidence, "confidence");
    }

    /** As in {@code ana, rank 1 (1 to 4): first in 63.1% ± 0.5 of the draws}. */
    @Override
    public String toString() {
      return "%s, rank %d (%d to %d): first in %s of the draws"
          .formatted(id, rank, lowRank, highRank, first);
    }

    private Object writeReplace() {
      return new StandingForm(
          row,
          id,
          rank,
          first,
          top,
          expectedRank,
          rankError,
          lowRank,
          highRank,
          centralWeights,
          confidence.map(List::of).orElse(List.of()));
    }

    /** The serial form, since an optional value has none. */
    private record StandingForm(
        int row,
        String id,
        int rank,
        Share first,
        Share top,
        double expectedRank,
        double rankError,
        int lowRank,
        int highRank,
        Map<String, Double> centralWeights,
        List<Share> confidence)
        implements Serializable {

      private Object readResolve() throws InvalidObjectException {
        return Checks.read(
            "standing",
            () ->
                new Standing(
                    row,
                    id,
                    rank,
                    first,
                    top,
                    expectedRank,
                    rankError,
                    lowRank,
                    highRank,
                    centralWeights,
                    Checks.listOf(Share.class, confidence).stream().findFirst()));
      }
    }
  }

  /**
   * One source of doubt by itself.
   *
   * <p>This record is immutable, thread-safe and a value.
   *
   * @param source {@link #WEIGHTS}, or what of all accounts is drawn: the name of a criterion
   * @param changes in how many draws another account is first than by score if this alone is drawn
   * @since 0.1.0
   */
  public record Cause(String source, Share changes) implements Serializable {

    /**
     * Checks that everything is said.
     *
     * @param source what is drawn
     * @param changes in how many draws another account is first
     */
    public Cause {
      Objects.requireNonNull(source, "source");
      Objects.requireNonNull(changes, "changes");
    }

    /** As in {@code cost changes who is first in 31.0% ± 0.5 of the draws}. */
    @Override
    public String toString() {
      return "%s changes who is first in %s of the draws".formatted(source, changes);
    }
  }

  /**
   * One thing to find out.
   *
   * <p>This record is immutable, thread-safe and a value.
   *
   * @param row its position in the list, from 0
   * @param id the account
   * @param source what of it: the name of a criterion
   * @param decides in how many draws another account would be first if this thing were as the score
   *     assumes, all else as drawn
   * @since 0.1.0
   */
  public record Question(int row, String id, String source, Share decides) implements Serializable {

    /**
     * Checks that everything is said.
     *
     * @param row its position in the list
     * @param id the account
     * @param source what of it
     * @param decides in how many draws it decides
     */
    public Question {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(source, "source");
      Objects.requireNonNull(decides, "decides");
    }

    /** As in {@code acct-17: cost decides who is first in 31.0% ± 0.5 of the draws}. */
    @Override
    public String toString() {
      return "%s: %s decides who is first in %s of the draws".formatted(id, source, decides);
    }
  }

  private RankStability(
      Options options, Shortlist shortlist, Simulation simulation, int[] byScore) {
    this.options = options;
    Candidates candidates = shortlist.candidates();
    Tally tally = simulation.tally();
    draws = simulation.draws();
    beats = tally.beats;
    standings = standings(shortlist, simulation, byScore);
    List<String> sources = candidates.sources();
    causes =
        IntStream.rangeClosed(0, sources.size())
            .mapToObj(
                s ->
                    new Cause(
                        s < sources.size() ? sources.get(s) : WEIGHTS,
                        Share.of(tally.changes[s], draws)))
            .sorted(Comparator.comparingDouble(cause -> -cause.changes().value()))
            .toList();
    List<Question> asked = new ArrayList<>();
    for (int s = 0; s < sources.size(); s++) {
      for (int i = 0; i < candidates.size(); i++) {
        if (tally.decides[s][i] > 0) {
          asked.add(
              new Question(
                  shortlist.row(i),
                  shortlist.idOf(i),
                  sources.get(s),
                  Share.of(tally.decides[s][i], draws)));
        }
      }
    }
    questions =
        asked.stream()
            .sorted(Comparator.comparingDouble(question -> -question.decides().value()))
            .limit(MOST_QUESTIONS)
            .toList();
    leftOut = shortlist.others();
    leftOutAbove = leftOut == 0 ? 0 : shortlist.othersAbove(simulation.leastToBeTop(), simulation);
  }

  private RankStability(Form form) {
    options = Objects.requireNonNull(form.options, "options");
    standings = Checks.listOf(Standing.class, form.standings);
    causes = Checks.listOf(Cause.class, form.causes);
    questions = Checks.listOf(Question.class, form.questions);
    beats = Arrays.stream(form.beats).map(int[]::clone).toArray(int[][]::new);
    for (int[] each : beats) {
      Checks.require(
          each.length == beats.length,
          () -> "pairs must be of %d accounts, was %d".formatted(beats.length, each.length));
    }
    draws = Checks.atLeast(1, form.draws, "draws");
    leftOut = Checks.atLeast(0, form.leftOut, "leftOut");
    leftOutAbove = Checks.atLeastZero(form.leftOutAbove, "leftOutAbove");
  }

  /**
   * Draws on the common pool.
   *
   * @param scorer whose ranking it is
   * @param accounts the accounts; among those that may be ranked each id once on a platform
   * @param options what is drawn
   * @return how sure the ranking is
   * @throws IllegalArgumentException if an id is used twice on a platform or no account may be
   *     ranked
   */
  public static RankStability of(Scorer scorer, List<? extends Profile> accounts, Options options) {
    return of(scorer, accounts, options, ForkJoinPool.commonPool());
  }

  /**
   * Draws on the caller's threads.
   *
   * @param scorer whose ranking it is
   * @param accounts the accounts; among those that may be ranked each id once on a platform
   * @param options what is drawn
   * @param executor lends threads; the calling thread works too
   * @return how sure the ranking is, the same bits for any executor
   * @throws IllegalArgumentException if an id is used twice on a platform or no account may be
   *     ranked
   */
  public static RankStability of(
      Scorer scorer, List<? extends Profile> accounts, Options options, Executor executor) {
    Objects.requireNonNull(options, "options");
    Objects.requireNonNull(executor, "executor");
    double[] points =
        scorer.weights().stream()
            .mapToDouble(Scorer.Weight::points)
            .filter(weight -> weight > 0)
            .toArray();
    WeightDraws weights = new WeightDraws(points, options.weights, options.seed);
    Shortlist shortlist =
        new Shortlist(scorer, accounts, weights.middle(), options.candidates, executor);
    Checks.require(
        shortlist.candidates().size() > 0,
        () -> "accounts must have >= 1 that may be ranked, was 0");
    double[] scores = shortlist.scores();
    int[] byScore = new Order(scores.length).of(scores);
    int[] leading = Arrays.copyOf(byScore, Math.min(Options.LEADERS, byScore.length));
    Simulation simulation =
        new Simulation(
            shortlist.candidates(), weights, options.seed, options.top, leading, executor);
    do {
      simulation.more();
    } while (largestError(simulation) > options.error);
    return new RankStability(options, shortlist, simulation, byScore);
  }

  /** Of all shares that are told. */
  private static double largestError(Simulation simulation) {
    Tally tally = simulation.tally();
    double largest = 0.0;
    List<int[]> counts = new ArrayList<>(List.of(tally.first, tally.top, tally.changes));
    counts.addAll(Arrays.asList(tally.decides));
    counts.addAll(Arrays.asList(tally.beats));
    for (int[] each : counts) {
      for (int count : each) {
        largest = Math.max(largest, Share.of(count, simulation.draws()).error());
      }
    }
    return largest;
  }

  private List<Standing> standings(Shortlist shortlist, Simulation simulation, int[] byScore) {
    Candidates candidates = shortlist.candidates();
    Tally tally = simulation.tally();
    int[] oftenFirst =
        Arrays.stream(byScore)
            .filter(account -> tally.first[account] > 0)
            .boxed()
            .sorted(Comparator.comparingInt(account -> -tally.first[account]))
            .limit(Options.LEADERS)
            .mapToInt(Integer::intValue)
            .toArray();
    double[][] central =
        Arrays.stream(oftenFirst).mapToObj(simulation::centralWeights).toArray(double[][]::new);
    long[] confident = simulation.firstWith(central, oftenFirst);
    Map<Integer, Share> confidences = new LinkedHashMap<>();
    for (int k = 0; k < oftenFirst.length; k++) {
      confidences.put(oftenFirst[k], Share.of(confident[k], draws));
    }
    List<Standing> result = new ArrayList<>();
    for (int i = 0; i < byScore.length; i++) {
      int account = byScore[i];
      double mean = tally.rankSum[account] / (double) draws;
      double variance = Math.max(0, tally.rankSquares[account] / (double) draws - mean * mean);
      Map<String, Double> weights = new LinkedHashMap<>();
      if (tally.first[account] > 0) {
        double[] own = simulation.centralWeights(account);
        for (int j = 0; j < own.length; j++) {
          weights.put(candidates.criterion(j), own[j]);
        }
      }
      int low = bin(tally.ranks, account * simulation.bins(), TAIL);
      int high = bin(tally.ranks, account * simulation.bins(), 1 - TAIL);
      result.add(
          new Standing(
              shortlist.row(account),
              shortlist.idOf(account),
              i + 1,
              Share.of(tally.first[account], draws),
              Share.of(tally.top[account], draws),
              mean,
              Math.sqrt(variance / draws),
              RankBins.first(low),
              Math.min(candidates.size(), RankBins.first(high + 1) - 1),
              weights,
              Optional.ofNullable(confidences.get(account))));
    }
    return List.copyOf(result);
  }

  /** The bin up to which a share of the draws lies. */
  private int bin(int[] ranks, int from, double share) {
    long sum = 0;
    int bin = 0;
    while (true) {
      sum += ranks[from + bin];
      if (sum >= share * draws) {
        return bin;
      }
      bin++;
    }
  }

  /**
   * Where each account stands.
   *
   * @return an unmodifiable list by score, best first, of equal ones by id: of all accounts that
   *     may be ranked or, if those are more, of as many as the options allow
   */
  public List<Standing> standings() {
    return standings;
  }

  /**
   * Which doubt matters most, one at a time.
   *
   * @return an unmodifiable list, the largest share first
   */
  public List<Cause> causes() {
    return causes;
  }

  /**
   * What to find out next.
   *
   * @return an unmodifiable list of at most 10, the largest share first; empty if nothing that is
   *     in doubt decides
   */
  public List<Question> questions() {
    return questions;
  }

  /**
   * How often one account is before another.
   *
   * @param rank the rank of the one by score, from 1 to {@link #pairs}
   * @param other the rank of the other
   * @return in how many draws the one is before the other
   * @throws IllegalArgumentException if a rank is not in that range or they are the same
   */
  public Share beats(int rank, int other) {
    checkRank(rank, "rank");
    checkRank(other, "other");
    Checks.require(rank != other, () -> "other must not be rank, was " + other);
    return Share.of(beats[rank - 1][other - 1], draws);
  }

  private void checkRank(int rank, String name) {
    Checks.require(
        rank >= 1 && rank <= beats.length,
        () -> "%s must be between 1 and %d, was %d".formatted(name, beats.length, rank));
  }

  /**
   * Of how many of the best accounts by score pairs are counted.
   *
   * @return 10, or fewer if there are fewer
   */
  public int pairs() {
    return beats.length;
  }

  /**
   * How many draws were made.
   *
   * @return a multiple of 2,000
   */
  public int draws() {
    return draws;
  }

  /**
   * How many are "the best".
   *
   * @return as the options say, also if there are fewer accounts
   */
  public int top() {
    return options.top;
  }

  /**
   * What was drawn.
   *
   * @return the options
   */
  public Options options() {
    return options;
  }

  /**
   * How many accounts may be ranked and were not drawn for.
   *
   * @return 0 unless there are more than the options allow
   */
  public int leftOut() {
    return leftOut;
  }

  /**
   * A bound of what was missed: how many of the accounts that were left out are, on the average
   * over draws, above the last of the top in the draw in which that one's score was least.
   *
   * @return 0 if none was left out; well below 1 says that nothing was missed, else ask for more
   *     {@link Options#candidates}
   */
  public double leftOutAbove() {
    return leftOutAbove;
  }

  /** Equal if options and all that is told are equal. */
  @Override
  public boolean equals(Object other) {
    return other instanceof RankStability that
        && options.equals(that.options)
        && standings.equals(that.standings)
        && causes.equals(that.causes)
        && questions.equals(that.questions)
        && Arrays.deepEquals(beats, that.beats)
        && draws == that.draws
        && leftOut == that.leftOut
        && Double.compare(leftOutAbove, that.leftOutAbove) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(options, standings, causes, questions, draws);
  }

  /** How many draws of what, and a line for each of the leaders. */
  @Override
  public String toString() {
    return standings.stream()
        .limit(Options.LEADERS)
        .map(each -> "  " + each + '\n')
        .collect(Collectors.joining("", "%,d draws, %s:\n".formatted(draws, options), ""));
  }

  private Object writeReplace() {
    return new Form(
        options,
        new ArrayList<>(standings),
        new ArrayList<>(causes),
        new ArrayList<>(questions),
        beats,
        draws,
        leftOut,
        leftOutAbove);
  }

  private void readObject(ObjectInputStream stream) throws InvalidObjectException {
    throw new InvalidObjectException("rank stability must be read through its form");
  }

  /** The serial form: read back through a constructor, so that it is checked. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Form(
      Options options,
      List<Standing> standings,
      List<Cause> causes,
      List<Question> questions,
      int[][] beats,
      int draws,
      int leftOut,
      double leftOutAbove)
      implements Serializable {

    private Object readResolve() throws InvalidObjectException {
      return Checks.read("rank stability", () -> new RankStability(this));
    }
  }
}
