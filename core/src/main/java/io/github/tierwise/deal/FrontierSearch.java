package io.github.tierwise.deal;

import io.github.tierwise.internal.Logs;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.tier.CommonTier;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Walks the budgets. Not thread-safe. */
final class FrontierSearch {

  private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_EVEN);

  private final Shortlist shortlist;
  private final Problem problem;
  private final Rules rules;
  private final Platform platform;
  private final boolean[] celebrities = new boolean[Problem.TIERS];
  private final boolean[] small = new boolean[Problem.TIERS];

  FrontierSearch(Shortlist shortlist, Rules rules, Platform platform) {
    this.shortlist = shortlist;
    this.rules = rules;
    this.platform = platform;
    problem = shortlist.problem;
    celebrities[CommonTier.MACRO.ordinal()] = true;
    celebrities[CommonTier.MEGA.ordinal()] = true;
    small[CommonTier.NANO.ordinal()] = true;
    small[CommonTier.MICRO.ordinal()] = true;
  }

  /** A set of accounts, what it is worth and what the best is worth at the most. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Found(int[] members, long value, long cost, long bound) {
    static final Found NOBODY = new Found(new int[0], 0, 0, 0);
  }

  /** The best set for a budget; asked with rising budgets. */
  private interface Walk {
    Found at(long budget);
  }

  Frontier search(double from, double to, int budgets) {
    Rules microRules = rules.only(small);
    Solver solver = new Solver(problem, rules);
    Optional<List<ParetoFront.Point>> points = points(rules);
    Optional<List<ParetoFront.Point>> microPoints = points(microRules);
    boolean exact = points.isPresent();
    long least =
        Math.max(Money.budget(from, "from"), Math.min(rules.budget(), solver.leastBudget()));
    List<Long> grid = grid(Money.amount(least), to, budgets);
    Walk best = walk(rules, points);
    Walk micro = walk(microRules, microPoints);
    List<Frontier.Step> steps = new ArrayList<>();
    for (long budget : grid) {
      steps.add(step(budget, best.at(budget), micro.at(budget)));
    }
    return new Frontier(
        steps,
        exact
            ? changes(points.orElseThrow(), walk(microRules, microPoints), least)
            : changes(steps),
        exact,
        shortlist.unit(),
        shortlist.currency(),
        new BestSize(shortlist.scorer, platform));
  }

  private Walk walk(Rules asked, Optional<List<ParetoFront.Point>> points) {
    return points.isPresent() ? known(asked, points.get()) : searched(asked);
  }

  /** The steps that differ from the one before in their tiers or in which leads. */
  private static List<Frontier.Step> changes(List<Frontier.Step> steps) {
    List<Frontier.Step> changes = new ArrayList<>();
    for (Frontier.Step step : steps) {
      if (changes.isEmpty() || differ(changes.get(changes.size() - 1).best(), step.best())) {
        changes.add(step);
      }
    }
    return changes;
  }

  private static boolean differ(Frontier.Option before, Frontier.Option after) {
    return !before.lead().equals(after.lead())
        || !before.mix().keySet().equals(after.mix().keySet());
  }

  /** All budgets at which that happens. */
  private List<Frontier.Step> changes(List<ParetoFront.Point> points, Walk micro, long least) {
    Walk best = known(rules, points);
    List<Frontier.Step> changes = new ArrayList<>();
    for (long budget : budgets(points, least)) {
      Found found = best.at(budget);
      if (changes.isEmpty() || differ(changes.get(changes.size() - 1).best(), option(found))) {
        changes.add(step(budget, found, micro.at(budget)));
      }
    }
    return changes;
  }

  /** All budgets at which another set becomes best, after the least one itself. */
  private static Set<Long> budgets(List<ParetoFront.Point> points, long least) {
    Set<Long> budgets = new TreeSet<>();
    budgets.add(least);
    for (ParetoFront.Point point : points) {
      if (point.cost() > least) {
        budgets.add(point.cost());
      }
    }
    return budgets;
  }

  private Optional<List<ParetoFront.Point>> points(Rules asked) {
    Solver solver = new Solver(problem, asked);
    int[] free = solver.free();
    return free.length <= Solver.EXACT
        ? new ParetoFront(problem, asked).points(solver.start(), free)
        : Optional.empty();
  }

  /** By a list of all best sets. */
  private Walk known(Rules asked, List<ParetoFront.Point> points) {
    Solver solver = new Solver(problem, asked);
    int[] free = solver.free();
    return new Walk() {
      private int next = 0;

      @Override
      public Found at(long budget) {
        while (next < points.size() && points.get(next).cost() <= budget) {
          next++;
        }
        if (next == 0) {
          return Found.NOBODY;
        }
        ParetoFront.Point point = points.get(next - 1);
        Choice choice = new Choice(solver.start());
        for (int at = 0; at < free.length; at++) {
          if ((point.mask() & 1 << at) != 0) {
            choice.add(free[at]);
          }
        }
        return new Found(choice.members(), choice.value, choice.cost, choice.value);
      }
    };
  }

  /** By searching anew; the best set so far is carried forward. */
  private Walk searched(Rules asked) {
    return new Walk() {
      private Found best = Found.NOBODY;

      @Override
      public Found at(long budget) {
        Solver.Solution solution = new Solver(problem, asked.withBudget(budget)).solve();
        Choice choice = solution.choice();
        if (choice.value > best.value || best.members.length == 0) {
          best = new Found(choice.members(), choice.value, choice.cost, solution.bound());
        }
        return new Found(
            best.members, best.value, best.cost, Math.max(best.value, solution.bound()));
      }
    };
  }

  private Frontier.Step step(long budget, Found best, Found micro) {
    double value = problem.people(best.value);
    double bound = problem.people(best.bound);
    return new Frontier.Step(
        Money.amount(budget),
        option(best),
        best.value >= best.bound ? 0 : 1 - value / bound,
        option(celebrity(budget)),
        option(micro));
  }

  private Found celebrity(long budget) {
    int best = -1;
    for (int i = 0; i < problem.size; i++) {
      if (celebrities[problem.tier[i]]
          && problem.cost[i] <= budget
          && (best < 0 || problem.alone(i) > problem.alone(best))) {
        best = i;
      }
    }
    return best < 0
        ? Found.NOBODY
        : new Found(new int[] {best}, problem.alone(best), problem.cost[best], problem.alone(best));
  }

  private Frontier.Option option(Found found) {
    Map<String, Double> parts = shortlist.partsOfValue(found.members);
    return new Frontier.Option(
        shortlist.ids(found.members),
        shortlist.mix(found.members),
        parts,
        Shortlist.lead(parts),
        problem.people(found.value),
        Money.amount(found.cost));
  }

  /** Budgets evenly spaced by ratio; those between the ends have two digits. */
  private static List<Long> grid(double from, double to, int budgets) {
    Set<Long> grid = new TreeSet<>();
    long first = Money.budget(from, "from");
    long last = Money.budget(to, "to");
    double doublings = Logs.log2(to / from);
    grid.add(first);
    for (int step = 1; step + 1 < budgets; step++) {
      long budget = Money.price(twoDigits(from * Logs.exp2(doublings * step / (budgets - 1))));
      if (budget > first && budget < last) {
        grid.add(budget);
      }
    }
    grid.add(last);
    return List.copyOf(grid);
  }

  private static double twoDigits(double amount) {
    return new BigDecimal(amount).round(TWO_DIGITS).doubleValue();
  }
}
