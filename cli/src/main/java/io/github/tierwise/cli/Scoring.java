package io.github.tierwise.cli;

import io.github.tierwise.cli.output.Scored;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.ProfileColumns;
import io.github.tierwise.score.Ranking;
import io.github.tierwise.score.Score;
import io.github.tierwise.score.Scorer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;

/** Accounts scored for a brand. */
final class Scoring {

  /** From here on more threads than one are worth their start. */
  private static final int MANY = 1 << 16;

  private final Scorer scorer;
  private final List<Influencer> accounts;
  private final Ranking ranking;
  private final double[] typical;

  private Scoring(Scorer scorer, List<Influencer> accounts, Ranking ranking, double[] typical) {
    this.scorer = scorer;
    this.accounts = accounts;
    this.ranking = ranking;
    this.typical = typical;
  }

  /** The best {@code top} accounts, or all of them if that is 0. */
  static Scoring of(Scorer scorer, List<Influencer> accounts, int top) {
    Executor executor = accounts.size() < MANY ? Runnable::run : ForkJoinPool.commonPool();
    int k = top == 0 ? accounts.size() : top;
    ProfileColumns columns = ProfileColumns.copyOf(accounts);
    return new Scoring(
        scorer, accounts, scorer.top(k, columns, executor), scorer.typicalUtilities(columns));
  }

  Scorer scorer() {
    return scorer;
  }

  List<Influencer> accounts() {
    return accounts;
  }

  Ranking ranking() {
    return ranking;
  }

  /** The ranked accounts, best first. */
  List<Scored> ranked() {
    return ranking.entries().stream()
        .map(entry -> scored(OptionalInt.of(entry.rank()), entry.row(), entry.score()))
        .toList();
  }

  /** The ranked accounts, and behind them those that are not eligible, in the order of the file. */
  List<Scored> all() {
    List<Scored> all = new ArrayList<>(ranked());
    Set<Integer> ranked = new HashSet<>();
    ranking.entries().forEach(entry -> ranked.add(entry.row()));
    for (int row = 0; row < accounts.size(); row++) {
      if (!ranked.contains(row)) {
        all.add(scored(OptionalInt.empty(), row, scorer.score(accounts.get(row))));
      }
    }
    return all;
  }

  private Scored scored(OptionalInt rank, int row, Score score) {
    return new Scored(rank, accounts.get(row), score, scorer.reason(accounts.get(row), typical));
  }

  /** The account whose post costs least, if a price is known. */
  Optional<Score> cheapest() {
    Optional<Score> cheapest = Optional.empty();
    for (Influencer account : accounts) {
      Score score = scorer.score(account);
      if (score.price() < cheapest.map(Score::price).orElse(Double.POSITIVE_INFINITY)) {
        cheapest = Optional.of(score);
      }
    }
    return cheapest;
  }
}
