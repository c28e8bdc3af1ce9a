package io.github.tierwise.deal;

import java.util.stream.IntStream;

/**
 * The best set of accounts: with or without each, whoever adds most for its price first, and no
 * further where even the bound is not better than the best set so far. Recursion is as deep as
 * there are accounts.
 */
final class BranchAndBound {

  private final Problem problem;
  private final Rules rules;
  private final Solver solver;
  private final double price;
  private final int[] order;

  /** What each account adds at the most, less its price, in the order. */
  private final double[] reduced;

  /** What each account adds at the most, in the order. */
  private final double[] gains;

  /** Positions in the order, by what each adds at the most per cost. */
  private final int[] byRatio;

  /** How many of each tier come from a position on. */
  private final int[][] remaining;

  private final int[] room = new int[Problem.TIERS];
  private final Choice current;
  private Choice best;
  private long nodes;

  /**
   * What a set must be worth more than, so that the search ends with it; below 0 none is enough.
   */
  private long enough = -1;

  /**
   * Prepares a search.
   *
   * @param solver knows what must be chosen
   * @param price what money is worth
   * @param free what can be chosen as well
   * @param known a set within the rules, to start from
   */
  BranchAndBound(
      Problem problem, Rules rules, Solver solver, double price, int[] free, Choice known) {
    this.problem = problem;
    this.rules = rules;
    this.solver = solver;
    this.price = price;
    best = known;
    Choice start = solver.start;
    current = new Choice(start);
    order = Problem.sorted(IntStream.of(free), i -> -(start.gain(i) - price * problem.cost[i]));
    reduced =
        IntStream.of(order).mapToDouble(i -> start.gain(i) - price * problem.cost[i]).toArray();
    gains = IntStream.of(order).mapToLong(start::gain).asDoubleStream().toArray();
    byRatio =
        Problem.sorted(
            IntStream.range(0, order.length),
            at -> -gains[at] / Math.max(0x1p-10, (double) problem.cost[order[at]]));
    remaining = new int[order.length + 1][Problem.TIERS];
    for (int at = order.length - 1; at >= 0; at--) {
      remaining[at] = remaining[at + 1].clone();
      remaining[at][problem.tier[order[at]]]++;
    }
  }

  /** The best set that is found by looking at so many sets at the most. */
  Choice search(long limit) {
    nodes = limit;
    branch(0);
    return best;
  }

  /** A set worth more than a value, by looking at so many sets at the most; else what was known. */
  Choice above(long value, long limit) {
    enough = value;
    return search(limit);
  }

  /** Whether the search came to its end, so that no better set exists. */
  boolean isComplete() {
    return nodes > 0;
  }

  private void branch(int at) {
    if (nodes == 0) {
      return;
    }
    nodes--;
    if (at == order.length || !canBeComplete(at) || bound(at) <= Math.max(best.value, enough)) {
      return;
    }
    int i = order[at];
    boolean needed = current.count[problem.tier[i]] < rules.least()[problem.tier[i]];
    if ((needed || current.gain(i) > 0) && solver.fits(current, i)) {
      current.add(i);
      if (current.value > Math.max(best.value, enough) && solver.isComplete(current)) {
        best = new Choice(current);
        nodes = enough < 0 ? nodes : 0;
      }
      branch(at + 1);
      current.remove(i);
    }
    branch(at + 1);
  }

  private boolean canBeComplete(int at) {
    for (int group = 0; group < Problem.TIERS; group++) {
      if (current.count[group] + remaining[at][group] < rules.least()[group]) {
        return false;
      }
    }
    return true;
  }

  /**
   * What is chosen, plus the least of three: what is left filled by what adds most per cost, the
   * last in part (Dantzig 1957); the price of what is left, plus what each who may come adds now
   * less its price; and that with what each adds at the most, as many as there is room for.
   */
  private long bound(int at) {
    long left = rules.budget() - current.cost;
    int slots = rules.maxPeople() - current.people;
    double now = 0;
    double most = 0;
    for (int group = 0; group < Problem.TIERS; group++) {
      room[group] = rules.most()[group] - current.count[group];
    }
    for (int next = at; next < order.length; next++) {
      int i = order[next];
      int group = problem.tier[i];
      if (problem.cost[i] > left || current.count[group] >= rules.most()[group]) {
        continue;
      }
      now += Math.max(0, current.gain(i) - price * problem.cost[i]);
      if (slots > 0 && room[group] > 0 && reduced[next] > 0) {
        most += reduced[next];
        slots--;
        room[group]--;
      }
    }
    double priced = price * left + Math.min(now, most);
    // All sums are below 2^42: errors of rounding are far below a unit.
    return (long) Math.floor(current.value + Math.min(priced, filled(at, left)) + 0x1p-6);
  }

  private double filled(int at, long left) {
    double sum = 0;
    long rest = left;
    for (int next : byRatio) {
      int i = order[next];
      long cost = problem.cost[i];
      if (next < at
          || cost > left
          || current.count[problem.tier[i]] >= rules.most()[problem.tier[i]]) {
        continue;
      }
      if (cost > rest) {
        return sum + gains[next] * rest / cost;
      }
      sum += gains[next];
      rest -= cost;
    }
    return sum;
  }
}
