package io.github.tierwise.stability;

import io.github.tierwise.internal.Doubt;
import io.github.tierwise.internal.FriendAccess;
import io.github.tierwise.internal.Ranges;
import io.github.tierwise.profile.Profile;
import io.github.tierwise.score.Scorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;

/**
 * Whom it is worth drawing for, of all accounts that may be ranked: those that would be best if all
 * that is in doubt of them turned out well. What the others may still come to is bounded
 * afterwards.
 */
final class Shortlist {

  /** How well: the quantile of each doubt, and the normal variable that belongs to it. */
  private static final double WELL = 0.975;

  private static final double WELL_NORMAL = Draws.normal(WELL);

  /** The smallest probability that a bound is given for is two to the power of minus this. */
  private static final int HALVINGS = 40;

  private static final int ROWS = 1 << 13;

  private final Scorer scorer;
  private final List<? extends Profile> accounts;
  private final Executor executor;

  /** The rows of those that may be ranked and are no candidates. */
  private final int[] others;

  /** The rows of the candidates. */
  private final int[] rows;

  private final Candidates candidates;
  private final double[] scores;

  Shortlist(
      Scorer scorer,
      List<? extends Profile> accounts,
      double[] weights,
      int most,
      Executor executor) {
    this.scorer = scorer;
    this.accounts = accounts;
    this.executor = executor;
    int[] eligible = eligible();
    checkIds(eligible);
    int[] chosen = eligible.length <= most ? eligible : mostPromising(eligible, weights, most);
    Set<Integer> in = new HashSet<>();
    Arrays.stream(chosen).forEach(in::add);
    others = Arrays.stream(eligible).filter(row -> !in.contains(row)).toArray();
    rows =
        Arrays.stream(chosen)
            .boxed()
            .sorted(Comparator.comparing(this::key))
            .mapToInt(Integer::intValue)
            .toArray();
    candidates =
        new Candidates(
            Arrays.stream(rows).mapToObj(this::key).toArray(String[]::new),
            Arrays.stream(rows).mapToObj(this::doubts).toArray(Doubt[][]::new),
            scorer.criteria().stream().map(each -> each.name()).toArray(String[]::new));
    scores = Arrays.stream(rows).mapToDouble(row -> scorer.value(accounts.get(row))).toArray();
  }

  private String id(int row) {
    return accounts.get(row).id();
  }

  /** An id may be used on several platforms. */
  private String key(int row) {
    Profile account = accounts.get(row);
    return account.id() + '\n' + account.platform().name();
  }

  private Doubt[] doubts(int row) {
    return FriendAccess.doubts(scorer, accounts.get(row));
  }

  private int[] eligible() {
    return Ranges.map(
            accounts.size(),
            ROWS,
            executor,
            (from, to) ->
                IntStream.range(from, to)
                    .filter(row -> scorer.isEligible(accounts.get(row)))
                    .toArray())
        .stream()
        .flatMapToInt(Arrays::stream)
        .toArray();
  }

  private void checkIds(int[] eligible) {
    Set<String> keys = new HashSet<>();
    for (int row : eligible) {
      if (!keys.add(key(row))) {
        throw new IllegalArgumentException(
            "id must be used once on a platform, was %s twice on %s"
                .formatted(id(row), accounts.get(row).platform().displayName()));
      }
    }
  }

  private int[] mostPromising(int[] eligible, double[] weights, int most) {
    List<double[]> parts =
        Ranges.map(
            eligible.length,
            ROWS,
            executor,
            (from, to) ->
                IntStream.range(from, to)
                    .mapToDouble(at -> ifAllWentWell(eligible[at], weights))
                    .toArray());
    double[] scores = parts.stream().flatMapToDouble(Arrays::stream).toArray();
    return IntStream.range(0, eligible.length)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingDouble(at -> -scores[at])
                .thenComparing(at -> key(eligible[at])))
        .limit(most)
        .mapToInt(at -> eligible[at])
        .toArray();
  }

  private double ifAllWentWell(int row, double[] weights) {
    double sum = 0.0;
    double[] utilities = utilities(doubts(row), WELL, WELL_NORMAL);
    for (int j = 0; j < weights.length; j++) {
      sum += weights[j] * utilities[j];
    }
    return sum;
  }

  /** The utilities where every doubt is at a quantile; a price helps the lower it is. */
  private static double[] utilities(Doubt[] doubts, double quantile, double normal) {
    return Arrays.stream(doubts)
        .mapToDouble(
            doubt -> Math.max(doubt.at(quantile, normal, 1), doubt.at(1 - quantile, -normal, 0)))
        .toArray();
  }

  Candidates candidates() {
    return candidates;
  }

  /** The row of a candidate in the list. */
  int row(int candidate) {
    return rows[candidate];
  }

  String idOf(int candidate) {
    return id(rows[candidate]);
  }

  /** The scores of the candidates. */
  double[] scores() {
    return scores;
  }

  int others() {
    return others.length;
  }

  /**
   * A bound of how many of those that were left out are above a score in a draw, on the average.
   */
  double othersAbove(double score, Simulation simulation) {
    return Ranges.map(
            others.length,
            ROWS,
            executor,
            (from, to) -> {
              double sum = 0.0;
              for (int at = from; at < to; at++) {
                sum += chanceAbove(doubts(others[at]), score, simulation);
              }
              return sum;
            })
        .stream()
        .mapToDouble(Double::doubleValue)
        .sum();
  }

  /**
   * The score is no higher unless one of the things in doubt is beyond its quantile; each is with
   * the same small probability, which is halved for as long as the bound holds.
   */
  private static double chanceAbove(Doubt[] doubts, double score, Simulation simulation) {
    List<String> sources = new ArrayList<>();
    for (Doubt doubt : doubts) {
      if (doubt.law() != Doubt.Law.NONE && !sources.contains(doubt.source())) {
        sources.add(doubt.source());
      }
    }
    double chance = 1.0;
    for (int k = 1; k <= HALVINGS; k++) {
      double tail = Math.scalb(1.0, -k);
      double normal = -Draws.normal(tail);
      if (simulation.mostPossible(utilities(doubts, 1 - tail, normal)) >= score) {
        return Math.min(1.0, chance);
      }
      chance = sources.size() * tail;
    }
    return Math.min(1.0, chance);
  }
}
