package io.github.tierwise.cli.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.deal.Deal;
import io.github.tierwise.deal.DealPlanner;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.score.Scorer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;

/**
 * Without overlap a deal is a knapsack: the same by the integer programming solver of ojAlgo. The
 * table is that of docs/macro-or-micro.md.
 */
class SolverComparisonTest {

  private static final int ACCOUNTS = 200;

  private static List<Influencer> accounts() {
    Random random = new Random(20_261_123);
    List<Influencer> accounts = new ArrayList<>();
    for (int i = 0; i < ACCOUNTS; i++) {
      double followers = Math.floor(1_000 * Math.pow(10, 3 * random.nextDouble()));
      accounts.add(
          Influencer.builder("a" + i, Platform.INSTAGRAM)
              .followers(followers)
              .likes(40 + Math.floor(followers * 0.02 * Math.pow(2, random.nextGaussian())))
              .comments(0)
              .price(
                  Math.rint(117 * Math.pow(followers / 1_000, 0.61) * (0.5 + random.nextDouble())),
                  "USD")
              .build());
    }
    return accounts;
  }

  /** The proven optimum, with at most {@code people} accounts. */
  private static double optimum(
      DealPlanner planner, List<Influencer> accounts, double budget, int people) {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    Expression cost = model.newExpression("cost").upper(budget);
    Expression count = model.newExpression("people").upper(people);
    for (Influencer account : accounts) {
      double worth = planner.forecast(account).engagedAudience().value();
      var chosen = model.newVariable(account.id()).binary().weight(worth);
      cost.set(chosen, account.price());
      count.set(chosen, 1);
    }
    Optimisation.Result result = model.maximise();
    assertTrue(result.getState().isOptimal(), () -> "state " + result.getState());
    return result.getValue();
  }

  @Test
  void theDealAmongTwoHundredIsNearTheProvenOptimumAndTheBoundAbove() throws IOException {
    List<Influencer> accounts = accounts();
    StringBuilder table = new StringBuilder();
    for (double budget : new double[] {2_000, 10_000, 50_000}) {
      for (int people : new int[] {ACCOUNTS, 10}) {
        Scorer scorer = Scorer.of(BrandProfile.builder().budget(budget, "USD").build());
        DealPlanner planner = DealPlanner.builder(scorer).maxPeople(people).build();
        Deal deal = planner.plan(accounts);
        double optimum = optimum(planner, accounts, budget, people);
        double found = deal.value().value();
        assertTrue(found <= optimum * (1 + 1e-6), () -> found + " > " + optimum);
        assertTrue(deal.bound() >= optimum * (1 - 1e-6), () -> deal.bound() + " < " + optimum);
        assertEquals(optimum, found, 0.02 * optimum);
        double below = 1 - found / optimum;
        table.append(
            "| %s | %s | %s | %s | %s | %s |\n"
                .formatted(
                    NumberText.count(budget),
                    people == ACCOUNTS ? "any" : String.valueOf(people),
                    NumberText.count(optimum),
                    NumberText.count(found),
                    below < 1e-6 ? "0" : NumberText.percent(below),
                    deal.exact() ? "proven the best" : "within " + NumberText.percent(deal.gap())));
      }
    }
    String page = Files.readString(Path.of("..", "docs", "macro-or-micro.md"));
    assertTrue(page.contains(table), () -> "must be in docs/macro-or-micro.md:\n" + table);
  }
}
