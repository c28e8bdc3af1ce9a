package io.github.tierwise.score;

import io.github.tierwise.internal.TopK;
import io.github.tierwise.profile.Profile;
import io.github.tierwise.profile.ProfileColumns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collector;

/** Puts the best accounts first and counts the others by the gate that they fail. */
record Selection(ScoreFormula formula) {

  Ranking rank(List<? extends Profile> profiles) {
    Part all = part(profiles.size(), Double.NEGATIVE_INFINITY);
    for (int row = 0; row < profiles.size(); row++) {
      Signals one = formula.meter().measure(profiles.get(row));
      if (all.count(formula.firstFailure(one))) {
        all.best.offer(formula.value(one.profile()), row);
      }
    }
    return ranking(all, profiles::get);
  }

  /** Makes rankings of blocks that have scores and eligibility. */
  Collector<ScoreBlock, ?, Ranking> best(int k, ProfileColumns columns, double above) {
    return Collector.of(
        () -> part(Math.min(k, columns.size()), above),
        Part::add,
        Part::addAll,
        all -> ranking(all, columns::get));
  }

  private Part part(int k, double above) {
    return new Part(new TopK(k), above, new long[formula.gates().size() + 1]);
  }

  /**
   * What became of some rows.
   *
   * @param best the best of them
   * @param above scores up to this are not good enough
   * @param counts accounts by the first gate that they fail; the last cell is for the eligible
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Part(TopK best, double above, long[] counts) {

    /** Counts one account and tells whether it is eligible. */
    boolean count(int failure) {
      counts[failure < 0 ? counts.length - 1 : failure]++;
      return failure < 0;
    }

    void add(ScoreBlock block) {
      double[] scores = block.scores();
      int[] failures = block.failures();
      int n = block.size();
      for (int i = 0; i < n; i++) {
        count(failures[i]);
      }
      for (int i = 0; i < n; i++) {
        // Few are good enough; so this is what to ask first.
        if (scores[i] > above && scores[i] >= best.least() && failures[i] < 0) {
          best.offer(scores[i], block.firstRow() + i);
        }
      }
    }

    Part addAll(Part other) {
      best.offerAll(other.best);
      Arrays.setAll(counts, i -> counts[i] + other.counts[i]);
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
    List<Gate> gates = formula.gates();
    Map<String, Long> ineligible = new LinkedHashMap<>();
    for (int i = 0; i < gates.size(); i++) {
      if (all.counts[i] > 0) {
        ineligible.put(gates.get(i).code(), all.counts[i]);
      }
    }
    return new Ranking(entries, all.counts[gates.size()], ineligible);
  }
}
