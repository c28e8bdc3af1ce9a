package io.github.tierwise.cli.score;

import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.ProfileColumns;
import io.github.tierwise.score.Output;
import io.github.tierwise.score.Ranking;
import io.github.tierwise.score.Score;
import io.github.tierwise.score.ScoreBlock;
import io.github.tierwise.score.ScoreColumns;
import io.github.tierwise.score.Scorer;
import io.github.tierwise.score.Summary;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Accounts scored for a brand. */
public final class ScoredList {

  /** From here on more threads than one are worth their start. */
  private static final int MANY = 1 << 16;

  private final Scorer scorer;
  private final Ranking ranking;
  private final Summary summary;
  private final double[] typical;

  /** The accounts of the ranking. */
  private final List<Influencer> best;

  private final Supplier<Optional<Score>> cheapest;

  /** All accounts, and the score of each, if none is held. */
  private final ProfileColumns accounts;

  private final double[] values;

  private ScoredList(
      Scorer scorer, ProfileColumns accounts, Ranking ranking, Summary summary, double[] values) {
    this(
        scorer,
        ranking,
        ranking.entries().stream().map(entry -> accounts.get(entry.row())).toList(),
        summary,
        () -> cheapest(scorer, accounts).map(scorer::score),
        accounts,
        values);
  }

  private ScoredList(
      Scorer scorer,
      Ranking ranking,
      List<Influencer> best,
      Summary summary,
      Supplier<Optional<Score>> cheapest,
      ProfileColumns accounts,
      double[] values) {
    this.scorer = scorer;
    this.accounts = accounts;
    this.ranking = ranking;
    this.best = best;
    this.summary = summary;
    this.cheapest = cheapest;
    this.values = values;
    typical = summary.typicalUtilities();
  }

  /** The best accounts of many that are not held. */
  static ScoredList of(
      Scorer scorer,
      Ranking ranking,
      List<Influencer> best,
      Summary summary,
      Optional<Score> cheapest) {
    return new ScoredList(
        scorer,
        ranking,
        best,
        summary,
        () -> cheapest,
        ProfileColumns.copyOf(List.of()),
        new double[0]);
  }

  /** The best {@code top} accounts; with 0 none is held, but {@link #all} has every one. */
  public static ScoredList of(Scorer scorer, ProfileColumns accounts, int top) {
    Executor executor = accounts.size() < MANY ? Runnable::run : ForkJoinPool.commonPool();
    double[] values = new double[top == 0 ? accounts.size() : 0];
    // In one pass: each range of rows stores its own part of the values.
    Collector<ScoreBlock, double[], double[]> store =
        Collector.of(() -> values, ScoredList::store, (all, same) -> all);
    return scorer.collect(
        accounts,
        EnumSet.of(Output.SCORE, Output.ELIGIBILITY, Output.UTILITIES),
        executor,
        Collectors.teeing(
            Collectors.teeing(scorer.ranking(top, accounts), store, (ranking, all) -> ranking),
            scorer.summarizing(),
            (ranking, summary) -> new ScoredList(scorer, accounts, ranking, summary, values)));
  }

  private static void store(double[] values, ScoreBlock block) {
    for (int i = 0; i < block.size() && values.length > 0; i++) {
      values[block.firstRow() + i] = block.score(i);
    }
  }

  public Scorer scorer() {
    return scorer;
  }

  /** The best accounts, and how many others there are. */
  Ranking ranking() {
    return ranking;
  }

  /** Of how many accounts a utility is unknown, by criterion. */
  Summary summary() {
    return summary;
  }

  /** The best accounts, best first. */
  public List<ListedScore> best() {
    List<Ranking.Entry> entries = ranking.entries();
    return IntStream.range(0, entries.size())
        .mapToObj(
            i -> listed(Optional.of(entries.get(i).rank()), best.get(i), entries.get(i).score()))
        .toList();
  }

  /** The accounts that may be ranked, best first: those of the ranking, or all if none is held. */
  Stream<ListedScore> ranked() {
    return best.isEmpty() ? all().takeWhile(each -> each.rank().isPresent()) : best().stream();
  }

  /**
   * Every account, each scored when it is its turn: the eligible ones best first, and behind them
   * the others, in the order of the file and without a rank.
   */
  Stream<ListedScore> all() {
    BitSet ranked = new BitSet();
    AtomicInteger rank = new AtomicInteger();
    Stream<ListedScore> eligible =
        Arrays.stream(highestFirst(values))
            .mapToObj(row -> ranked(row, ranked, rank))
            .flatMap(Optional::stream);
    Stream<ListedScore> others =
        IntStream.range(0, values.length)
            .filter(row -> !ranked.get(row))
            .mapToObj(accounts::get)
            .map(account -> listed(Optional.empty(), account, scorer.score(account)));
    return Stream.concat(eligible, others);
  }

  private Optional<ListedScore> ranked(int row, BitSet before, AtomicInteger rank) {
    Influencer account = accounts.get(row);
    Score score = scorer.score(account);
    if (!score.eligible()) {
      return Optional.empty();
    }
    before.set(row);
    return Optional.of(listed(Optional.of(rank.incrementAndGet()), account, score));
  }

  /** The positions of the values, of equal ones in their order. */
  static int[] highestFirst(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int[] order = new int[values.length];
    int[] equalBefore = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      int higher = values.length - notAbove(sorted, values[i]);
      order[higher + equalBefore[higher]++] = i;
    }
    return order;
  }

  /** How many of the sorted values are not above one of them. */
  private static int notAbove(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] <= value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private ListedScore listed(Optional<Integer> rank, Influencer account, Score score) {
    return new ListedScore(
        rank, account, score, scorer.brand().currency(), scorer.reason(account, typical));
  }

  /** The account whose post costs least, if a price is known. */
  Optional<Score> cheapest() {
    return cheapest.get();
  }

  /** The account of some whose post costs least, if a price is known. */
  static Optional<Influencer> cheapest(Scorer scorer, ProfileColumns accounts) {
    double[] prices = new double[accounts.size()];
    scorer.score(accounts, 0, prices.length, ScoreColumns.builder().prices(prices).build());
    int cheapest = -1;
    for (int row = 0; row < prices.length; row++) {
      if (prices[row] < (cheapest < 0 ? Double.POSITIVE_INFINITY : prices[cheapest])) {
        cheapest = row;
      }
    }
    return cheapest < 0 ? Optional.empty() : Optional.of(accounts.get(cheapest));
  }
}
