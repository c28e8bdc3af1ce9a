package io.github.tierwise.deal;

import io.github.tierwise.internal.TopK;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Looks for the best set of accounts within the rules: by lazy greedy (CELF, Leskovec et al. 2007)
 * in three orders and swaps, then by branch and bound, to the end where few can be chosen; and
 * always says what the best possible set is worth at the most. Not thread-safe.
 */
final class Solver {

  /** Up to so many accounts that can be chosen, the answer is exact. */
  static final int EXACT = 25;

  /** Beyond, a proof is tried for so many sets, if so few accounts can matter. */
  private static final long MOST_SETS = 50_000;

  private static final int MOST_CORE = 1_000;

  /** Swaps are tried among so many accounts on either side that are nearest to the margin. */
  private static final int NEAREST = 256;

  private static final int MOST_SWAPS = 100;

  /** Of a queue, what does not fit is sorted out once it was so small a part of the rest. */
  private static final int MOST_MISSES = 64;

  /**
   * What was found.
   *
   * @param choice the set
   * @param bound what the best set is worth at the most
   */
  record Solution(Choice choice, long bound) {
    boolean exact() {
      return choice.value >= bound;
    }
  }

  /** In which order accounts are taken: by what they add, that per cost, or that less its price. */
  private enum Order {
    GAIN,
    RATIO,
    PRICED
  }

  private final Problem problem;
  private final Rules rules;
  private final int exactUpTo;
  private final boolean tiersRequired;

  /** For tiers of which some are required: their accounts, cheapest first. */
  private final int[][] cheapest = new int[Problem.TIERS][0];

  /** The accounts that must be in the set. */
  final Choice start;

  private double price;

  Solver(Problem problem, Rules rules) {
    this(problem, rules, EXACT);
  }

  /** Answers exactly up to another number of accounts; below 0 no proof is tried either. */
  Solver(Problem problem, Rules rules, int exactUpTo) {
    this.problem = problem;
    this.rules = rules;
    this.exactUpTo = exactUpTo;
    tiersRequired = rules.requiresTiers();
    start = new Choice(problem, rules.forced());
    for (int group = 0; group < Problem.TIERS; group++) {
      int wanted = group;
      if (rules.least()[group] > 0) {
        cheapest[group] =
            Problem.sorted(
                IntStream.range(0, problem.size).filter(i -> problem.tier[i] == wanted),
                i -> problem.cost[i]);
      }
    }
  }

  /** How many of a tier are still required. */
  private int need(Choice choice, int group) {
    return Math.max(0, rules.least()[group] - choice.count[group]);
  }

  /** The least that the required accounts of a tier cost that are not chosen yet. */
  private long reserve(Choice choice, int group, int need, int except) {
    long sum = 0;
    int missing = need;
    for (int i : cheapest[group]) {
      if (missing == 0) {
        break;
      }
      if (i != except && !choice.chosen[i]) {
        sum = Money.sum(sum, problem.cost[i]);
        missing--;
      }
    }
    return sum;
  }

  /** The least budget with which the rules can be kept. */
  long leastBudget() {
    long sum = start.cost;
    for (int group = 0; group < Problem.TIERS; group++) {
      sum = Money.sum(sum, reserve(start, group, need(start, group), -1));
    }
    return sum;
  }

  /** How many of a tier can be chosen or must be in the set. */
  int available(int group) {
    return cheapest[group].length;
  }

  /** Whether an account can be added and the rules can still be kept. */
  boolean fits(Choice choice, int i) {
    int group = problem.tier[i];
    long cost = choice.cost + problem.cost[i];
    if (choice.chosen[i] || cost > rules.budget() || choice.count[group] >= rules.most()[group]) {
      return false;
    }
    if (choice.people >= rules.maxPeople() || !tiersRequired) {
      return choice.people < rules.maxPeople();
    }
    int needed = 0;
    for (int each = 0; each < Problem.TIERS; each++) {
      int need = need(choice, each) - (each == group && need(choice, each) > 0 ? 1 : 0);
      if (need > 0) {
        needed += need;
        cost = Money.sum(cost, reserve(choice, each, need, i));
      }
    }
    return cost <= rules.budget() && choice.people + 1L + needed <= rules.maxPeople();
  }

  private boolean swapFits(Choice choice, int out, int in) {
    int from = problem.tier[out];
    int to = problem.tier[in];
    return choice.cost - problem.cost[out] + problem.cost[in] <= rules.budget()
        && (from == to
            || (choice.count[to] < rules.most()[to] && choice.count[from] > rules.least()[from]));
  }

  /** Whether nothing that is required is missing. */
  boolean isComplete(Choice choice) {
    return IntStream.range(0, Problem.TIERS).allMatch(group -> need(choice, group) == 0);
  }

  /** Who can be chosen besides those who must. */
  int[] free() {
    return IntStream.range(0, problem.size).filter(i -> fits(start, i)).toArray();
  }

  /** Whether the budget is enough for any accounts, as many as may be chosen. */
  boolean budgetBuysAny() {
    long[] costs = IntStream.of(free()).mapToLong(i -> problem.cost[i]).sorted().toArray();
    int cheaper = Math.max(0, costs.length - (rules.maxPeople() - start.people));
    return LongStream.of(costs).skip(cheaper).reduce(start.cost, Money::sum) <= rules.budget();
  }

  /** The best set that is found, with a bound for the best possible. */
  Solution solve() {
    LagrangianBound alone = from(start);
    price = alone.price();
    int[] free = free();
    Choice best = best(start);
    improve(best);
    boolean few = free.length <= exactUpTo;
    int[] core = few ? free : core(free, alone, best.value);
    if (exactUpTo >= 0 && core.length <= Math.max(exactUpTo, MOST_CORE)) {
      BranchAndBound search = new BranchAndBound(problem, rules, this, price, core, best);
      best = search.search(few ? Long.MAX_VALUE : MOST_SETS);
      trim(best);
      if (search.isComplete()) {
        return new Solution(best, best.value);
      }
    }
    long bound = Math.min(problem.total(), alone.value());
    if (problem.shared.length > 0) {
      bound = Math.min(bound, Math.min(sharedForNothing(), from(best).value()));
    }
    // Rounding errors are on the safe side; where they matter the best has been found.
    return new Solution(best, Math.max(bound, best.value));
  }

  /**
   * A set that is worth more than a value, not always the best one; or a set that is not, with a
   * bound that is the value if it is proven that no set is worth more. Unlike the best set, this is
   * looked for only until it is found, and what is not worth more is not looked at.
   */
  Solution above(long value) {
    LagrangianBound alone = from(start);
    price = alone.price();
    if (alone.value() <= value) {
      return new Solution(start, value);
    }
    Choice best = best(start);
    improve(best);
    if (best.value > value) {
      return new Solution(best, alone.value());
    }
    int[] free = free();
    boolean few = free.length <= exactUpTo;
    int[] core = few ? free : core(free, alone, value);
    if (core.length <= Math.max(exactUpTo, MOST_CORE)) {
      BranchAndBound search = new BranchAndBound(problem, rules, this, price, core, best);
      best = search.above(value, few ? Long.MAX_VALUE : MOST_SETS);
      if (search.isComplete()) {
        return new Solution(best, value);
      }
    }
    return new Solution(best, alone.value());
  }

  /** Without those that are so dear for what they add that no better set has them. */
  private int[] core(int[] free, LagrangianBound alone, long known) {
    long bound = alone.value();
    return IntStream.of(free)
        .filter(
            i -> {
              double reduced = key(start, i, Order.PRICED);
              return reduced >= 0
                  || need(start, problem.tier[i]) > 0
                  || bound + Math.ceil(reduced) + 1 > known;
            })
        .toArray();
  }

  /** The bound where everything that is shared is reached for nothing. */
  private long sharedForNothing() {
    long constant =
        LongStream.of(problem.shared).sum()
            + IntStream.of(start.members()).mapToLong(i -> problem.own[i]).sum();
    return bound(start, i -> problem.own[i], constant).value();
  }

  /** The bound by what everybody else would add to a set. */
  private LagrangianBound from(Choice choice) {
    return bound(choice, choice::gain, choice.value);
  }

  private LagrangianBound bound(Choice choice, IntToLongFunction gain, long constant) {
    double[] gains = new double[problem.size];
    Arrays.setAll(gains, i -> choice.chosen[i] ? 0 : gain.applyAsLong(i));
    return new LagrangianBound(problem, rules, start, gains, constant);
  }

  /** The best of the three orders, from accounts that are chosen already. */
  private Choice best(Choice from) {
    Choice best = new Choice(from);
    greedy(best, Order.RATIO);
    for (Order order : List.of(Order.GAIN, Order.PRICED)) {
      Choice choice = new Choice(from);
      greedy(choice, order);
      best = choice.isBetterThan(best) ? choice : best;
    }
    return best;
  }

  private double key(Choice choice, int i, Order order) {
    double gain = choice.gain(i);
    return switch (order) {
      case GAIN -> gain;
      case RATIO ->
          problem.cost[i] > 0 ? gain / problem.cost[i] : gain > 0 ? Double.POSITIVE_INFINITY : 0;
      case PRICED -> gain - price * problem.cost[i];
    };
  }

  /**
   * Adds what comes first by the order and fits, until nothing does. What an account adds never
   * grows, so an old key is a bound: only the first of the queue is looked at anew. What does not
   * fit never will, since what is left never grows: once there is much of it, all of it goes.
   */
  private void greedy(Choice choice, Order order) {
    AccountQueue queue = new AccountQueue(problem.size);
    for (int i = 0; i < problem.size; i++) {
      if (fits(choice, i)) {
        queue.append(i, key(choice, i, order));
      }
    }
    queue.order();
    int misses = 0;
    while (queue.size() > 0) {
      int i = queue.first();
      boolean fits = fits(choice, i);
      double key = fits ? key(choice, i, order) : 0;
      if (fits && key < queue.firstKey()) {
        queue.lowerFirst(key);
        continue;
      }
      queue.removeFirst();
      if (!fits) {
        misses++;
      } else if (choice.gain(i) > 0 || need(choice, problem.tier[i]) > 0) {
        choice.add(i);
      }
      if (misses > queue.size() / MOST_MISSES) {
        queue.keep(each -> fits(choice, each));
        misses = 0;
      }
    }
  }

  /** Swaps one for one and fills up, as long as it pays. */
  private void improve(Choice choice) {
    for (int swaps = 0; swaps < MOST_SWAPS && swapOnce(choice); swaps++) {
      greedy(choice, Order.RATIO);
    }
    trim(choice);
  }

  private boolean swapOnce(Choice choice) {
    TopK leaving = new TopK(NEAREST);
    TopK coming = new TopK(NEAREST);
    for (int i = 0; i < problem.size; i++) {
      if (!choice.chosen[i]) {
        coming.offer(choice.gain(i) - price * problem.cost[i], i);
      } else if (!start.chosen[i]) {
        leaving.offer(price * problem.cost[i] - choice.loss(i), i);
      }
    }
    int[] ins = sorted(coming);
    long most = 0;
    long cheapestOf = Long.MAX_VALUE;
    int bestOut = -1;
    int bestIn = -1;
    for (int out : sorted(leaving)) {
      for (int in : ins) {
        if (swapFits(choice, out, in)) {
          long change = choice.swap(out, in);
          long cost = problem.cost[in] - problem.cost[out];
          if (change > most || (change == most && most > 0 && cost < cheapestOf)) {
            most = change;
            cheapestOf = cost;
            bestOut = out;
            bestIn = in;
          }
        }
      }
    }
    if (bestIn < 0) {
      return false;
    }
    choice.remove(bestOut);
    choice.add(bestIn);
    return true;
  }

  private static int[] sorted(TopK top) {
    int[] rows = top.drain();
    Arrays.sort(rows);
    return rows;
  }

  /** Takes out, last id first, whoever adds nothing and is not required. */
  private void trim(Choice choice) {
    for (int i = problem.size - 1; i >= 0; i--) {
      if (choice.chosen[i]
          && !start.chosen[i]
          && choice.loss(i) == 0
          && choice.count[problem.tier[i]] > rules.least()[problem.tier[i]]) {
        choice.remove(i);
      }
    }
  }

  /**
   * The best set that keeps the rules, near another one that lacks only somebody who must be in it:
   * exactly the best where few can be chosen; else whoever is worth least for what it frees goes.
   */
  Choice near(boolean[] other, int in) {
    if (free().length < exactUpTo) {
      return solve().choice();
    }
    price = from(start).price();
    Choice choice = new Choice(start);
    for (int i = 0; i < problem.size; i++) {
      if (other[i] && !choice.chosen[i]) {
        choice.add(i);
      }
    }
    while (choice.cost > rules.budget()
        || choice.people > rules.maxPeople()
        || choice.count[problem.tier[in]] > rules.most()[problem.tier[in]]) {
      int out = leaving(choice, in);
      if (out < 0) {
        // Who is required would have to be replaced, too: from the start.
        choice = best(start);
        break;
      }
      choice.remove(out);
    }
    greedy(choice, Order.RATIO);
    improve(choice);
    return choice;
  }

  /** Who frees what is missing at the least loss; -1 if nobody can go. */
  private int leaving(Choice choice, int in) {
    int group = problem.tier[in];
    boolean sameTier = choice.count[group] > rules.most()[group];
    boolean onePerson = sameTier || choice.people > rules.maxPeople();
    long missing = choice.cost - rules.budget();
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < problem.size; i++) {
      int each = problem.tier[i];
      boolean required = choice.count[each] <= rules.least()[each];
      if (!choice.chosen[i] || start.chosen[i] || required || (sameTier && each != group)) {
        continue;
      }
      double loss = choice.loss(i);
      double key = onePerson ? loss : loss / Math.max(1, Math.min(missing, problem.cost[i]));
      if (key < least) {
        least = key;
        best = i;
      }
    }
    return best;
  }
}
