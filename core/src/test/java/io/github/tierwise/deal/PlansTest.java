package io.github.tierwise.deal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.Digest;
import io.github.tierwise.deal.Cases.With;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.score.Scorer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What is planned for generated cases is what it was, from version to version. That plans are good
 * is the matter of the other tests; another digest here means other plans: see CHANGELOG.
 */
class PlansTest {

  private final Digest digest = new Digest();
  private int plans;

  private void add(Choice choice) {
    digest.add(choice.value);
    digest.add(choice.cost);
    for (int member : choice.members()) {
      digest.add(member);
    }
    plans++;
  }

  private void add(Solver.Solution solution) {
    add(solution.choice());
    digest.add(solution.bound());
    assertTrue(solution.bound() >= solution.choice().value);
  }

  private void add(DealPlanner planner, List<Influencer> accounts) {
    Deal deal = planner.plan(accounts);
    add(new Solver(deal.shortlist.problem, deal.rules).solve());
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
    assertEquals(expectedPlans + " " + digest, plans + " " + this.digest);
  }

  /** Three orders of greedy and swaps, and the bound, without a proof. */
  @Test
  void searchedPlansAreTheCommittedOnes() {
    for (int size : new int[] {5, 13, 40, 90}) {
      for (Deal deal : deals(size, 20)) {
        Problem problem = deal.shortlist.problem;
        add(new Solver(problem, deal.rules, -1).solve());
      }
    }
    assertDigest(247, "d7b0474aa6344dd1");
  }

  /** With a proof that is tried, and cut short where it takes too long. */
  @Test
  void provenPlansAreTheCommittedOnes() {
    for (int size : new int[] {5, 13, 20, 60}) {
      for (Deal deal : deals(size, 12)) {
        add(new Solver(deal.shortlist.problem, deal.rules).solve());
      }
    }
    for (int size : new int[] {26, 30, 40, 60}) {
      for (double part : new double[] {0.2, 0.5, 0.8}) {
        Scorer scorer = Cases.scorer(170 * size * part);
        add(DealPlanner.builder(scorer).build(), Cases.hard(size));
        add(DealPlanner.builder(scorer).maxPeople(size / 3).build(), Cases.hard(size));
        add(DealPlanner.builder(scorer).universe(60_000).build(), Cases.hard(size));
      }
    }
    assertDigest(189, "0a9c290f1e9e75c4");
  }

  /** What it takes to bring in whoever is not in a plan. */
  @Test
  void plansWithSomebodyElseAreTheCommittedOnes() {
    for (int size : new int[] {13, 40}) {
      for (Deal deal : deals(size, 12)) {
        Problem problem = deal.shortlist.problem;
        boolean[] chosen = new boolean[problem.size];
        for (int member : new Solver(problem, deal.rules, -1).solve().choice().members()) {
          chosen[member] = true;
        }
        for (int i = 0; i < problem.size; i += 3) {
          Rules with = deal.rules.withForced(i);
          if (!chosen[i] && deal.shortlist.conflict(with).isEmpty()) {
            add(new Solver(problem, with, -1).near(chosen, i));
          }
        }
      }
    }
    assertDigest(303, "691ec6d6851c5573");
  }

  /** All best sets by rising cost. */
  @Test
  void allBestSetsAreTheCommittedOnes() {
    for (Deal deal : deals(13, 20)) {
      Solver solver = new Solver(deal.shortlist.problem, deal.rules);
      Optional<List<ParetoFront.Point>> points =
          new ParetoFront(deal.shortlist.problem, deal.rules).points(solver.start, solver.free());
      for (ParetoFront.Point point : points.orElseThrow()) {
        digest.add(point.cost());
        digest.add(point.value());
        digest.add(point.mask());
        plans++;
      }
    }
    assertDigest(1060, "a6dd0efbe074586e");
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
            digest.add(step.budget());
            digest.add(step.gap());
            for (Frontier.Option option : List.of(step.best(), step.celebrity(), step.micro())) {
              option.people().forEach(id -> digest.add(id.hashCode()));
              digest.add(option.lead().hashCode());
              option.partsOfValue().values().forEach(share -> digest.add(share));
              digest.add(option.value());
              digest.add(option.cost());
              plans++;
            }
          }
        }
      }
    }
    assertDigest(2055, "55a996b11e23411d");
  }
}
