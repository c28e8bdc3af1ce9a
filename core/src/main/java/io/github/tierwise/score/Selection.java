package io.github.tierwise.score;

import io.github.tierwise.internal.TopK;
import io.github.tierwise.profile.Profile;
import io.github.tierwise.profile.ProfileColumns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.IntFunction;

/** Puts the best accounts first and counts the others by the gate that they fail. */
final class Selection {

  /** Rows of one task when a ranking is made in parallel. */
  private static final int TASK = 1 << 16;

  private final Scorer scorer;
  private final List<Gate> gates;

  Selection(Scorer scorer, List<Gate> gates) {
    this.scorer = scorer;
    this.gates = gates;
  }

  Ranking rank(List<? extends Profile> profiles) {
    Part all = new Part(new TopK(profiles.size()), new Tally(gates.size()));
    for (int row = 0; row < profiles.size(); row++) {
      Profile profile = profiles.get(row);
      if (all.tally.count(firstFailure(profile))) {
        all.best.offer(scorer.value(profile), row);
      }
    }
    return ranking(all, row -> scorer.score(profiles.get(row)));
  }

  Ranking top(int k, ProfileColumns columns, Executor executor) {
    List<CompletableFuture<Part>> tasks = new ArrayList<>();
    for (int start = 0; start < columns.size(); start += TASK) {
      int from = start;
      int to = (int) Math.min((long) start + TASK, columns.size());
      tasks.add(CompletableFuture.supplyAsync(() -> part(k, columns, from, to), executor));
    }
    Part all = new Part(new TopK(k), new Tally(gates.size()));
    for (CompletableFuture<Part> task : tasks) {
      Part part = join(task);
      all.best.offerAll(part.best);
      all.tally.add(part.tally);
    }
    return ranking(all, row -> scorer.score(columns.get(row)));
  }

  private static Part join(CompletableFuture<Part> task) {
    try {
      return task.join();
    } catch (CompletionException e) {
      // The caller's mistake, such as a price in another currency, and not the thread's.
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** The best of a range of rows, and what became of the others. */
  private record Part(TopK best, Tally tally) {}

  private Part part(int k, ProfileColumns columns, int from, int to) {
    Part part = new Part(new TopK(Math.min(k, to - from)), new Tally(gates.size()));
    double[] scores = new double[Scorer.BLOCK];
    double[] utilities = new double[Scorer.BLOCK];
    int[] failures = new int[Scorer.BLOCK];
    for (int start = from; start < to; start += Scorer.BLOCK) {
      int end = Math.min(start + Scorer.BLOCK, to);
      columns.mapToInt(start, end, this::firstFailure, failures, 0);
      scorer.score(columns, start, end, scores, 0, utilities);
      for (int row = start; row < end; row++) {
        if (part.tally.count(failures[row - start])) {
          part.best.offer(scores[row - start], row);
        }
      }
    }
    return part;
  }

  /** The position of the first gate that the account fails, or -1. */
  int firstFailure(Profile profile) {
    for (int i = 0; i < gates.size(); i++) {
      if (gates.get(i).test(profile) == Gate.Answer.FAIL) {
        return i;
      }
    }
    return -1;
  }

  private Ranking ranking(Part all, IntFunction<Score> scoreOf) {
    int[] rows = all.best.drain();
    List<Ranking.Entry> entries = new ArrayList<>(rows.length);
    for (int i = 0; i < rows.length; i++) {
      entries.add(new Ranking.Entry(i + 1, rows[i], scoreOf.apply(rows[i])));
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

    void add(Tally other) {
      for (int i = 0; i < counts.length; i++) {
        counts[i] += other.counts[i];
      }
    }
  }
}
