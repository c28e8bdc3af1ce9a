package io.github.tierwise.cli.score;

import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.ProfileColumns;
import io.github.tierwise.score.Ranking;
import io.github.tierwise.score.Score;
import io.github.tierwise.score.Scorer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Accounts scored for a brand. */
public final class ScoredList {

  /** From here on more threads than one are worth their start. */
  private static final int MANY = 1 << 16;

  private final Scorer scorer;
  private final ProfileColumns accounts;
  private final Ranking ranking;
  private final double[] typical;

  private ScoredList(Scorer scorer, ProfileColumns accounts, Ranking ranking, double[] typical) {
    this.scorer = scorer;
    this.accounts = accounts;
    this.ranking = ranking;
    this.typical = typical;
  }

  /** The best {@code top} accounts; with 0 none is held, but {@link #all} has every one. */
  public static ScoredList of(Scorer scorer, ProfileColumns accounts, int top) {
    Executor executor = accounts.size() < MANY ? Runnable::run : ForkJoinPool.commonPool();
    return new ScoredList(
        scorer,
        accounts,
        scorer.top(top, accounts, executor),
        scorer.summary(accounts).typicalUtilities());
  }

  public Scorer scorer() {
    return scorer;
  }

  /** The best accounts, and how many others there are. */
  Ranking ranking() {
    return ranking;
  }

  /** The best accounts, best first. */
  public List<ListedScore> best() {
    return ranking.entries().stream()
        .map(entry -> scored(Optional.of(entry.rank()), entry.row(), entry.score()))
        .toList();
  }

  /**
   * Every account, each scored when it is its turn: the eligible ones best first, and behind them
   * the others, in the order of the file and without a rank.
   */
  Stream<ListedScore> all() {
    double[] values = new double[accounts.size()];
    scorer.score(accounts, 0, values.length, values);
    BitSet ranked = new BitSet();
    AtomicInteger rank = new AtomicInteger();
    Stream<ListedScore> eligible =
        Arrays.stream(highestFirst(values))
            .mapToObj(row -> ranked(row, ranked, rank))
            .flatMap(Optional::stream);
    Stream<ListedScore> others =
        IntStream.range(0, values.length)
            .filter(row -> !ranked.get(row))
            .mapToObj(row -> scored(Optional.empty(), row, score(row)));
    return Stream.concat(eligible, others);
  }

  private Optional<ListedScore> ranked(int row, BitSet before, AtomicInteger rank) {
    Score score = score(row);
    if (!score.eligible()) {
      return Optional.empty();
    }
    before.set(row);
    return Optional.of(scored(Optional.of(rank.incrementAndGet()), row, score));
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

  private Score score(int row) {
    return scorer.score(accounts.get(row));
  }

  private ListedScore scored(Optional<Integer> rank, int row, Score score) {
    Influencer account = accounts.get(row);
    return new ListedScore(
        rank, account, score, scorer.brand().currency(), scorer.reason(account, typical));
  }

  /** The account whose post costs least, if a price is known. */
  Optional<Score> cheapest() {
    double[] prices = new double[accounts.size()];
    accounts.map(0, prices.length, account -> scorer.score(account).price(), prices, 0);
    int cheapest = -1;
    for (int row = 0; row < prices.length; row++) {
      if (prices[row] < (cheapest < 0 ? Double.POSITIVE_INFINITY : prices[cheapest])) {
        cheapest = row;
      }
    }
    return cheapest < 0 ? Optional.empty() : Optional.of(score(cheapest));
  }
}
