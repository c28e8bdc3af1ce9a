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

  Ranking rank(int k, List<? extends Profile> profiles) {
    int most = Math.min(k, profiles.size());
    Part all = part(most, Double.NEGATIVE_INFINITY, most);
    for (int row = 0; row < profiles.size(); row++) {
      Signals one = formula.meter().measure(profiles.get(row));
      if (all.count(formula.firstFailure(one))) {
        all.best.offer(formula.value(one.profile()), row);
      } else {
        all.out.add(row);
      }
    }
    return ranking(all, profiles::get, profiles::get);
  }

  /**
   * Makes rankings of blocks that have scores and eligibility.
   *
   * @param most of how many that are not ranked it is kept why
   */
  Collector<ScoreBlock, ?, Ranking> best(int k, ProfileColumns columns, double above, int most) {
    int size = columns.size();
    return Collector.of(
        () -> part(Math.min(k, size), above, Math.min(most, size)),
        Part::add,
        Part::addAll,
        all -> ranking(all, columns::get, columns.cursor()::moveTo));
  }

  private Part part(int k, double above, int most) {
    return new Part(new TopK(k), above, new long[formula.gates().size() + 1], new Rows(most));
  }

  /** The first of the rows that are added. */
  private static final class Rows {
    private final int most;
    private int[] rows = {};
    private int size;

    Rows(int most) {
      this.most = most;
    }

    boolean isFull() {
      return size == most;
    }

    void add(int row) {
      if (!isFull()) {
        if (size == rows.length) {
          rows = Arrays.copyOf(rows, Math.min(most, 2 * size + 16));
        }
        rows[size++] = row;
      }
    }

    /** Adds those of later rows. */
    void addAll(Rows later) {
      for (int i = 0; i < later.size && !isFull(); i++) {
        add(later.rows[i]);
      }
    }

    int[] toArray() {
      return Arrays.copyOf(rows, size);
    }
  }

  /**
   * What became of some rows.
   *
   * @param best the best of them
   * @param above scores up to this are not good enough
   * @param counts accounts by the first gate that they fail; the last cell is for the eligible
   * @param out the first of those that are not eligible
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Part(TopK best, double above, long[] counts, Rows out) {

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
      for (int i = 0; i < n && !out.isFull(); i++) {
        if (failures[i] >= 0) {
          out.add(block.firstRow() + i);
        }
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
      out.addAll(other.out);
      Arrays.setAll(counts, i -> counts[i] + other.counts[i]);
      return this;
    }
  }

  /**
   * Puts a ranking together.
   *
   * @param account a row to keep
   * @param view a row to look at
   */
  private Ranking ranking(
      Part all, IntFunction<? extends Profile> account, IntFunction<? extends Profile> view) {
    int[] rows = all.best.drain();
    List<Ranking.Entry> entries = new ArrayList<>(rows.length);
    for (int i = 0; i < rows.length; i++) {
      entries.add(
          new Ranking.Entry(
              i + 1, rows[i], formula.score(formula.meter().measure(account.apply(rows[i])))));
    }
    List<Ranking.Unranked> unranked = new ArrayList<>();
    for (int row : all.out.toArray()) {
      Signals one = formula.meter().measure(view.apply(row));
      unranked.add(
          new Ranking.Unranked(row, one.profile().id(), formula.failures(one, new ArrayList<>())));
    }
    List<Gate> gates = formula.gates();
    Map<String, Long> ineligible = new LinkedHashMap<>();
    for (int i = 0; i < gates.size(); i++) {
      if (all.counts[i] > 0) {
        ineligible.put(gates.get(i).code(), all.counts[i]);
      }
    }
    return new Ranking(entries, unranked, all.counts[gates.size()], ineligible);
  }
}
