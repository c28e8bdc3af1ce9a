package io.github.tierwise.deal;

import io.github.tierwise.internal.Logs;
import io.github.tierwise.internal.Ranges;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.tier.CommonTier;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Walks the budgets. Not thread-safe. */
final class FrontierSearch {

  private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_EVEN);
  private static final Set<Integer> CELEBRITIES =
      Set.of(CommonTier.MACRO.ordinal(), CommonTier.MEGA.ordinal());

  private final Shortlist shortlist;
  private final Problem problem;
  private final Rules rules;
  private final Platform platform;
  private final Executor executor;

  FrontierSearch(Shortlist shortlist, Rules rules, Platform platform, Executor executor) {
    this.shortlist = shortlist;
    this.rules = rules;
    this.platform = platform;
    this.executor = executor;
    problem = shortlist.problem;
  }

  /** The best set for a budget; asked with rising budgets. */
  private interface Walk {
    Solver.Solution at(long budget);
  }

  Frontier search(double from, double to, int budgets) {
    Rules microRules = rules.only(CommonTier.NANO, CommonTier.MICRO);
    Optional<List<ParetoFront.Point>> points = points(rules);
    Optional<List<ParetoFront.Point>> microPoints = points(microRules);
    long leastBudget = new Solver(problem, rules).leastBudget();
    long least = Math.max(Money.budget(from, "from"), Math.min(rules.budget(), leastBudget));
    Set<Long> grid = grid(Money.amount(least), to, budgets);
    Walk best = walk(rules, points, grid);
    Walk micro = walk(microRules, microPoints, grid);
    List<Frontier.Step> steps = new ArrayList<>();
    for (long budget : grid) {
      steps.add(step(budget, best.at(budget), micro.at(budget)));
    }
    return new Frontier(
        steps,
        points
            .map(all -> changes(budgets(all, least), best, walk(microRules, microPoints, Set.of())))
            .orElseGet(() -> changes(steps)),
        points.isPresent(),
        shortlist.unit(),
        shortlist.currency(),
        new BestSize(shortlist.scorer, platform));
  }

  private Walk walk(Rules asked, Optional<List<ParetoFront.Point>> points, Set<Long> grid) {
    return points.map(all -> known(asked, all)).orElseGet(() -> searched(asked, grid));
  }

  /** The steps that differ from the one before in their tiers or in which leads. */
  private static List<Frontier.Step> changes(List<Frontier.Step> steps) {
    List<Frontier.Step> changes = new ArrayList<>();
    for (Frontier.Step step : steps) {
      if (differs(changes, step.best())) {
        changes.add(step);
      }
    }
    return changes;
  }

  private static boolean differs(List<Frontier.Step> changes, Frontier.Option now) {
    if (changes.isEmpty()) {
      return true;
    }
    Frontier.Option before = changes.get(changes.size() - 1).best();
    return !before.lead().equals(now.lead()) || !before.mix().keySet().equals(now.mix().keySet());
  }

  /** All budgets at which that happens, where the best set is known for each. */
  private List<Frontier.Step> changes(long[] budgets, Walk best, Walk micro) {
    List<Frontier.Step> changes = new ArrayList<>();
    for (long budget : budgets) {
      Solver.Solution found = best.at(budget);
      if (differs(changes, option(found.choice()))) {
        changes.add(step(budget, found, micro.at(budget)));
      }
    }
    return changes;
  }

  /** All budgets at which another set becomes best, after the least one itself. */
  private static long[] budgets(List<ParetoFront.Point> points, long least) {
    LongStream costs = points.stream().mapToLong(ParetoFront.Point::cost);
    return LongStream.concat(LongStream.of(least), costs.filter(cost -> cost > least)).toArray();
  }

  private Optional<List<ParetoFront.Point>> points(Rules asked) {
    Solver solver = new Solver(problem, asked);
    int[] free = solver.free();
    return free.length <= Solver.EXACT
        ? new ParetoFront(problem, asked).points(solver.start, free)
        : Optional.empty();
  }

  /** By a list of all best sets. */
  private Walk known(Rules asked, List<ParetoFront.Point> points) {
    Solver solver = new Solver(problem, asked);
    int[] free = solver.free();
    NavigableMap<Long, Integer> masks = new TreeMap<>();
    points.forEach(point -> masks.put(point.cost(), point.mask()));
    return budget -> {
      // The first is the cheapest set that keeps the rules, and no budget is below its cost.
      int mask = Objects.requireNonNull(masks.floorEntry(budget), "set").getValue();
      Choice choice = new Choice(solver.start);
      IntStream.range(0, free.length)
          .filter(at -> (mask & 1 << at) != 0)
          .forEach(at -> choice.add(free[at]));
      return new Solver.Solution(choice, choice.value);
    };
  }

  /**
   * By searching anew, at once for the budgets of a grid; the best set so far is carried forward.
   */
  private Walk searched(Rules asked, Set<Long> grid) {
    List<Long> budgets = List.copyOf(grid);
    List<Solver.Solution> ahead =
        Ranges.map(budgets.size(), 1, executor, (at, end) -> solution(asked, budgets.get(at)));
    return new Walk() {
      private Choice best = new Choice(problem);

      @Override
      public Solver.Solution at(long budget) {
        int known = budgets.indexOf(budget);
        Solver.Solution found = known >= 0 ? ahead.get(known) : solution(asked, budget);
        if (found.choice().value > best.value || best.people == 0) {
          best = found.choice();
        }
        return new Solver.Solution(best, Math.max(best.value, found.bound()));
      }
    };
  }

  private Solver.Solution solution(Rules asked, long budget) {
    // What was too much to list would take too long to prove at every budget.
    return new Solver(problem, asked.withBudget(budget), 0).solve();
  }

  private Frontier.Step step(long budget, Solver.Solution best, Solver.Solution micro) {
    double value = problem.people(best.choice().value);
    return new Frontier.Step(
        Money.amount(budget),
        option(best.choice()),
        best.exact() ? 0 : 1 - value / problem.people(best.bound()),
        option(celebrity(budget)),
        option(micro.choice()));
  }

  private Choice celebrity(long budget) {
    return IntStream.range(0, problem.size)
        .filter(i -> problem.cost[i] <= budget && CELEBRITIES.contains(problem.tier[i]))
        .boxed()
        .max(Comparator.comparingLong(problem::alone))
        .map(best -> new Choice(problem, best))
        .orElseGet(() -> new Choice(problem));
  }

  private Frontier.Option option(Choice choice) {
    Map<String, Double> parts = shortlist.partsOfValue(choice);
    return new Frontier.Option(
        shortlist.members(choice).map(Shortlist.Candidate::id).toList(),
        shortlist.mix(choice),
        parts,
        Shortlist.lead(parts),
        problem.people(choice.value),
        shortlist.range(choice),
        Money.amount(choice.cost));
  }

  /** Budgets evenly spaced by ratio; those between the ends have two digits. */
  private static Set<Long> grid(double from, double to, int budgets) {
    long first = Money.budget(from, "from");
    long last = Money.budget(to, "to");
    double doublings = Logs.log2(to / from);
    Set<Long> grid = new TreeSet<>(List.of(first, last));
    for (int step = 1; step + 1 < budgets; step++) {
      long budget = Money.price(twoDigits(from * Logs.exp2(doublings * step / (budgets - 1))));
      if (budget > first && budget < last) {
        grid.add(budget);
      }
    }
    return grid;
  }

  private static double twoDigits(double amount) {
    return new BigDecimal(amount).round(TWO_DIGITS).doubleValue();
  }
}
