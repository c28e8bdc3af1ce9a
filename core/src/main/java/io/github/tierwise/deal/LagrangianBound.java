package io.github.tierwise.deal;

import java.util.Arrays;

/**
 * The most that any set within the rules can be worth, by Lagrangian relaxation of the budget
 * (Geoffrion 1974): for any price λ ≥ 0 of money, no set is worth more than
 *
 * <pre>
 * constant + λ · budget + the greatest Σ (gain - λ · cost) over sets within all other rules
 * </pre>
 *
 * where the gains are measured from any one set and the constant is that set's value, since a
 * monotone submodular function lies below its sum of gains (Nemhauser, Wolsey and Fisher 1978). The
 * greatest sum is found by sorting, since quotas are of disjoint tiers. The best λ is searched for;
 * every λ gives a valid bound.
 */
final class LagrangianBound {

  private static final int STEPS = 40;

  private final Problem problem;
  private final Rules rules;
  private final double[] gains;
  private final boolean[] fixed;
  private final double constant;
  private final int[] need = new int[Problem.TIERS];
  private final int[] room = new int[Problem.TIERS];
  private final int slots;
  private final long left;
  private final boolean sorted;
  private final double[][] reduced = new double[Problem.TIERS][];
  private final int[] filled = new int[Problem.TIERS];
  private final double[] pool;

  /** Who can be worth a price, in the order of ids; the others add nothing to a bound. */
  private final int[] worthwhile;

  private int found;

  /** The price of money at which the bound is least. */
  private double price;

  private double least;

  /**
   * Looks for the least bound.
   *
   * @param start what must be chosen: its members are not chosen again
   * @param gains what each other account adds at the most
   * @param constant the value that the gains are measured from
   */
  LagrangianBound(Problem problem, Rules rules, Choice start, double[] gains, double constant) {
    this.problem = problem;
    this.rules = rules;
    this.gains = gains;
    this.constant = constant;
    fixed = start.chosen;
    left = rules.budget() - start.cost;
    int needed = 0;
    boolean capped = rules.maxPeople() < problem.size;
    int[] groups = new int[Problem.TIERS];
    for (int i = 0; i < problem.size; i++) {
      groups[problem.tier[i]]++;
    }
    for (int group = 0; group < Problem.TIERS; group++) {
      need[group] = Math.max(0, rules.least()[group] - start.count[group]);
      room[group] = rules.most()[group] - start.count[group] - need[group];
      needed += need[group];
      capped |= need[group] > 0 || rules.most()[group] < groups[group];
      reduced[group] = new double[groups[group]];
    }
    slots = rules.maxPeople() - start.people - needed;
    sorted = capped;
    pool = new double[sorted ? problem.size : 0];
    worthwhile = new int[problem.size];
    search();
  }

  private void search() {
    double high = 0;
    for (int i = 0; i < problem.size; i++) {
      if (isOpen(i) && problem.cost[i] > 0) {
        high = Math.max(high, gains[i] / problem.cost[i]);
      }
    }
    // The bound is convex in the price. By ratios, since prices may differ by orders of magnitude:
    // first down from the dearest, then a ternary search between the neighbours of the best.
    price = 0;
    look(0);
    least = at(0);
    for (double next = high; next > high * 0x1p-40 && next > 0 && price <= 2 * next; next /= 2) {
      look(next);
      tried(next);
    }
    double low = price / 2;
    high = Math.min(high, price * 2);
    look(low);
    for (int step = 0; step < STEPS && price > 0; step++) {
      double first = low + (high - low) / 3;
      double second = high - (high - low) / 3;
      if (tried(first) <= tried(second)) {
        high = second;
      } else {
        low = first;
      }
    }
  }

  /**
   * Looks for those who are worth some price of money from {@code from} on. Few are worth what the
   * money is worth that a budget is, and the same few are asked again and again.
   */
  private void look(double from) {
    // Below by more than the errors of rounding: whoever is worth it by a rounded product is found.
    double safe = from * (1 - 0x1p-50);
    found = 0;
    for (int i = 0; i < problem.size; i++) {
      if (gains[i] >= safe * problem.cost[i] && isOpen(i)) {
        worthwhile[found++] = i;
      }
    }
  }

  /** The bound at a price, which is kept if it is the least so far. */
  private double tried(double next) {
    double bound = at(next);
    if (bound < least) {
      least = bound;
      price = next;
    }
    return bound;
  }

  private boolean isOpen(int i) {
    return !fixed[i] && problem.cost[i] <= left && rules.most()[problem.tier[i]] > 0;
  }

  /** The bound at a price of money, not below what was looked for. */
  private double at(double tried) {
    double sum = constant + tried * left;
    if (!sorted) {
      for (int next = 0; next < found; next++) {
        int i = worthwhile[next];
        sum += Math.max(0, gains[i] - tried * problem.cost[i]);
      }
      return sum;
    }
    Arrays.fill(filled, 0);
    for (int next = 0; next < found; next++) {
      add(worthwhile[next], tried, 0);
    }
    int pooled = 0;
    for (int group = 0; group < Problem.TIERS; group++) {
      double[] worths = reduced[group];
      if (filled[group] < need[group]) {
        addAll(group, tried);
      }
      if (need[group] > 0 || filled[group] > room[group]) {
        Arrays.sort(worths, 0, filled[group]);
      }
      int next = filled[group] - 1;
      for (int taken = 0; taken < need[group] && next >= 0; taken++) {
        sum += worths[next--];
      }
      for (int taken = 0; taken < room[group] && next >= 0 && worths[next] > 0; taken++) {
        pool[pooled++] = worths[next--];
      }
    }
    // Sums of gains alone are whole, whatever their order.
    if (tried > 0 || pooled > slots) {
      Arrays.sort(pool, 0, pooled);
    }
    for (int taken = 0; taken < slots && taken < pooled; taken++) {
      sum += pool[pooled - 1 - taken];
    }
    return sum;
  }

  /** Adds what an account is worth to its group, if it is worth more than that. */
  private void add(int i, double tried, double above) {
    double worth = gains[i] - tried * problem.cost[i];
    if (worth > above) {
      int group = problem.tier[i];
      reduced[group][filled[group]++] = worth;
    }
  }

  /** Everybody of a group of which so many are required that not all are worth it. */
  private void addAll(int group, double tried) {
    filled[group] = 0;
    for (int i = 0; i < problem.size; i++) {
      if (problem.tier[i] == group && isOpen(i)) {
        add(i, tried, Double.NEGATIVE_INFINITY);
      }
    }
  }

  double price() {
    return price;
  }

  /** The bound, above every error of rounding. */
  long value() {
    double error = (problem.size + 8) * 0x1p-52 * (Math.abs(least) + price * left) + 0x1p-10;
    return (long) Math.floor(least + error);
  }
}
