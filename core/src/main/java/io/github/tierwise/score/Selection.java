package io.github.tierwise.score;

import io.github.tierwise.internal.TopK;
import io.github.tierwise.profile.Profile;
import io.github.tierwise.profile.ProfileColumns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collector;

/** Puts the best accounts first and counts the others by the gate that they fail. */
final class Selection {

  private final ScoreFormula formula;
  private final List<Gate> gates;

  Selection(ScoreFormula formula) {
    this.formula = formula;
    gates = formula.gates();
  }

  Ranking rank(List<? extends Profile> profiles) {
    Part all = part(profiles.size());
    for (int row = 0; row < profiles.size(); row++) {
      Signals one = formula.meter().measure(profiles.get(row));
      if (all.tally.count(formula.firstFailure(one))) {
        all.best.offer(formula.value(one.profile()), row);
      }
    }
    return ranking(all, profiles::get);
  }

  /** Makes rankings of blocks that have scores and eligibility. */
  Collector<ScoreBlock, ?, Ranking> best(int k, ProfileColumns columns) {
    return Collector.of(
        () -> part(Math.min(k, columns.size())),
        Part::add,
        Part::addAll,
        all -> ranking(all, columns::get));
  }

  private Part part(int k) {
    return new Part(new TopK(k), new Tally(gates.size()));
  }

  /** The best of some rows, and what became of the others. */
  private record Part(TopK best, Tally tally) {

    void add(ScoreBlock block) {
      double[] scores = block.scores();
      int[] failures = block.failures();
      int n = block.size();
      tally.count(failures, n);
      for (int i = 0; i < n; i++) {
        // Few are good enough; so this is what to ask first.
        if (scores[i] >= best.least() && failures[i] < 0) {
          best.offer(scores[i], block.firstRow() + i);
        }
      }
    }

    Part addAll(Part other) {
      best.offerAll(other.best);
      tally.add(other.tally);
      return this;
    }
  }

  private Ranking ranking(Part all, IntFunction<? extends Profile> account) {
    int[] rows = all.best.drain();
    List<Ranking.Entry> entries = new ArrayList<>(rows.length);
    for (int i = 0; i < rows.length; i++) {
      entries.add(
          new Ranking.Entry(
              i + 1, rows[i], formula.score(formula.meter().measure(account.apply(rows[i])))));
    }
    Map<String, Long> ineligible = new LinkedHashMap<>();
    for (int i = 0; i < gates.size(); i++) {
      if (all.tally.counts[i] > 0) {
        ineligible.put(gates.get(i).code(), all.tally.counts[i]);
      }
    }
    return new Ranking(entries, all.tally.counts[gates.size()], ineligible);
  }

  /** Counts accounts by the first gate that they fail; the last cell is for the eligible. */
  private static final class Tally {
    private final long[] counts;

    Tally(int gates) {
      counts = new long[gates + 1];
    }

    /** Counts one account and tells whether it is eligible. */
    boolean count(int failure) {
      counts[failure < 0 ? counts.length - 1 : failure]++;
      return failure < 0;
    }

    void count(int[] failures, int n) {
      for (int i = 0; i < n; i++) {
        count(failures[i]);
      }
    }

    void add(Tally other) {
      for (int i = 0; i < counts.length; i++) {
        counts[i] += other.counts[i];
      }
    }
  }
}
