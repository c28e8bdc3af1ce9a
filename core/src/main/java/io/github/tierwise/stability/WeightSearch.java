package io.github.tierwise.stability;

import io.github.tierwise.internal.Nullable;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which others to leave before an account, so that all weights together need change least: found by
 * leaving out, one after the other, each of those that bind a linear program. If the least change
 * needs others left out than a program leaves out, one of those that bind it is among them, since
 * without it nothing would get better (Matoušek 1995, On geometric optimization with few violated
 * constraints, Discrete and Computational Geometry 14, 365-384); so none is missed. For one thread.
 */
final class WeightSearch {

  /** Rows of all programs together after which the search is given up: some seconds. */
  private static final long MOST_ROWS = 20_000_000;

  private final WeightProgram program;
  private final double margin;
  private final int mayStay;

  /** What each other takes by itself, the most first. */
  private final double[] changes;

  private final int[] order;
  private final Set<BitSet> seen = new HashSet<>();
  private @Nullable BitSet best;
  private double least = Double.POSITIVE_INFINITY;
  private long rows;

  /**
   * Searches.
   *
   * @param mayStay how many others may be before the account
   */
  WeightSearch(WeightProgram program, double margin, int mayStay) {
    this.program = program;
    this.margin = margin;
    this.mayStay = mayStay;
    changes =
        IntStream.range(0, program.others()).mapToDouble(j -> program.change(j, margin)).toArray();
    order =
        IntStream.range(0, changes.length)
            .boxed()
            .sorted(Comparator.comparingDouble(j -> -changes[j]))
            .mapToInt(Integer::intValue)
            .toArray();
    BitSet out = new BitSet();
    // Before those nobody is by any weights.
    for (int at = 0; at < order.length && changes[order[at]] > WeightProgram.MOST_CHANGE; at++) {
      out.set(order[at]);
    }
    search(out);
  }

  private void search(BitSet out) {
    int more = mayStay - out.cardinality();
    if (more < 0 || !seen.add(out) || !(bound(out, more) < least)) {
      return;
    }
    rows += changes.length;
    if (!isComplete()) {
      return;
    }
    WeightProgram.Solution solution = program.solve(margin, out);
    if (solution.change() < least) {
      least = solution.change();
      best = out;
    }
    for (int other : solution.binding()) {
      BitSet next = (BitSet) out.clone();
      next.set(other);
      search(next);
    }
  }

  /** With so many more left out it takes at least what the hardest of the rest takes by itself. */
  private double bound(BitSet out, int more) {
    int left = more;
    for (int other : order) {
      if (!out.get(other) && left-- == 0) {
        return changes[other];
      }
    }
    return 0.0;
  }

  /** Whether all was searched that may be better. */
  boolean isComplete() {
    return rows <= MOST_ROWS;
  }

  /** The others to leave before the account; null if no weights are enough. */
  @Nullable
  BitSet best() {
    return best;
  }
}
