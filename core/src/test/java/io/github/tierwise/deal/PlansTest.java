package io.github.tierwise.deal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.deal.Cases.With;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What is planned for generated cases is what it was, from version to version. That plans are good
 * is the matter of the other tests; another digest here means other plans: see CHANGELOG.
 */
class PlansTest {

  private long hash;
  private int plans;

  private void add(long number) {
    hash = Long.rotateLeft((hash ^ number) * 0x9E3779B97F4A7C15L, 29);
  }

  private void add(Choice choice) {
    add(choice.value);
    add(choice.cost);
    for (int member : choice.members()) {
      add(member);
    }
    plans++;
  }

  private void add(Solver.Solution solution) {
    add(solution.choice());
    add(solution.bound());
    assertTrue(solution.bound() >= solution.choice().value);
  }

  /** The deals of cases whose rules can be kept. */
  private static List<Deal> deals(int size, int seeds) {
    List<Deal> deals = new ArrayList<>();
    for (With with : With.values()) {
      for (int seed = 0; seed < seeds; seed++) {
        Cases cases = new Cases(1_000L * size + seed, size, with);
        try {
          deals.add(cases.planner().build().plan(cases.accounts));
        } catch (IllegalArgumentException e) {
          // That its rules cannot be kept is the matter of DealPlannerTest.
        }
      }
    }
    return deals;
  }

  private void assertDigest(int expectedPlans, String digest) {
    assertEquals(expectedPlans + " " + digest, plans + " " + HexFormat.of().toHexDigits(hash));
  }

  /** Three orders of greedy and swaps, and the bound, without a proof. */
  @Test
  void searchedPlansAreTheCommittedOnes() {
    for (int size : new int[] {5, 13, 40, 90}) {
      for (Deal deal : deals(size, 20)) {
        Problem problem = deal.shortlist().problem;
        for (boolean guess : new boolean[] {false, true}) {
          add(new Solver(problem, deal.rules(), -1).solve(guess));
        }
      }
    }
    assertDigest(386, "bd9c42d5df4e1c4c");
  }

  /** With a proof that is tried, and cut short where it takes too long. */
  @Test
  void provenPlansAreTheCommittedOnes() {
    for (int size : new int[] {5, 13, 20, 60}) {
      for (Deal deal : deals(size, 12)) {
        add(new Solver(deal.shortlist().problem, deal.rules()).solve(false));
      }
    }
    assertDigest(118, "810a9d05c2d458cc");
  }

  /** What it takes to bring in whoever is not in a plan. */
  @Test
  void plansWithSomebodyElseAreTheCommittedOnes() {
    for (int size : new int[] {13, 40}) {
      for (Deal deal : deals(size, 12)) {
        Problem problem = deal.shortlist().problem;
        boolean[] chosen = new boolean[problem.size];
        for (int member : new Solver(problem, deal.rules(), -1).solve(false).choice().members()) {
          chosen[member] = true;
        }
        for (int i = 0; i < problem.size; i += 3) {
          Rules with = deal.rules().withForced(i);
          if (!chosen[i] && deal.shortlist().conflict(with).isEmpty()) {
            add(new Solver(problem, with, -1).near(chosen, i));
          }
        }
      }
    }
    assertDigest(221, "24c798f5faabd2c9");
  }

  /** All best sets by rising cost. */
  @Test
  void allBestSetsAreTheCommittedOnes() {
    for (Deal deal : deals(13, 20)) {
      Solver solver = new Solver(deal.shortlist().problem, deal.rules());
      Optional<List<Pareto.Point>> points =
          new Pareto(deal.shortlist().problem, deal.rules()).points(solver.start(), solver.free());
      for (Pareto.Point point : points.orElseThrow()) {
        add(point.cost());
        add(point.value());
        add(point.mask());
        plans++;
      }
    }
    assertDigest(972, "e3835ea1edd084a7");
  }

  /** Every number of a frontier, on a grid and at all changes. */
  @Test
  void frontiersAreTheCommittedOnes() {
    for (int size : new int[] {9, 35}) {
      for (With with : With.values()) {
        for (int seed = 0; seed < 6; seed++) {
          Cases cases = new Cases(1_000L * size + seed, size, with);
          Frontier frontier;
          try {
            frontier = cases.planner().build().frontier(cases.accounts, 20, 9 * cases.budget, 7);
          } catch (IllegalArgumentException e) {
            continue;
          }
          List<Frontier.Step> steps = new ArrayList<>(frontier.steps());
          steps.addAll(frontier.changes());
          for (Frontier.Step step : steps) {
            add(Double.doubleToLongBits(step.budget()));
            add(Double.doubleToLongBits(step.gap()));
            for (Frontier.Option option : List.of(step.best(), step.celebrity(), step.micro())) {
              option.people().forEach(id -> add(id.hashCode()));
              add(option.lead().hashCode());
              option.shares().values().forEach(share -> add(Double.doubleToLongBits(share)));
              add(Double.doubleToLongBits(option.value()));
              add(Double.doubleToLongBits(option.cost()));
              plans++;
            }
          }
        }
      }
    }
    assertDigest(1830, "6b454a8e36211831");
  }
}
