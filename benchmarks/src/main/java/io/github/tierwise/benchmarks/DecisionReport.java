package io.github.tierwise.benchmarks;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns what {@link DecisionRuns} measured into tables, and writes them into the documentation. */
final class DecisionReport {

  private static final String START =
      "<!-- measured: benchmarks/run --decisions writes this part -->";

  private static final String SURE = "StabilityBenchmark.stability accounts=1000";
  private static final String SHORTLIST = "StabilityBenchmark.stability accounts=1000000";
  private static final String FRONTIER = "DealBenchmark.frontier";

  private static final List<Goal> GOALS =
      List.of(
          goal("10,000 draws of 1,000 accounts", SURE, 2, 0.5),
          goal("10,000 draws of a shortlist of 1,000,000 accounts", SHORTLIST, 10, 10),
          goal("deal and frontier among 100,000 accounts", FRONTIER, 3, 3));

  /** What each id stands for, in the order of the table. */
  private static final Map<String, String> NAMES = new LinkedHashMap<>();

  static {
    NAMES.put(SURE, "how sure a ranking is: 10,000 draws of 1,000 accounts");
    NAMES.put(SHORTLIST, "the same of 1,000,000 accounts, by a shortlist");
    NAMES.put("DealBenchmark.quotes", "the best deal among 10,000 accounts");
    NAMES.put("DealBenchmark.equalPrices", "the same at one price for all");
    NAMES.put(
        "DealBenchmark.million", "the best 10,000 of 1,000,000 by score, and the deal among them");
    NAMES.put(FRONTIER, "the best deal among 100,000 accounts, and what every budget would buy");
    NAMES.put("DealBenchmark.frontierAtOnePrice", "the same at one price for all");
  }

  private DecisionReport() {}

  private static Goal goal(String what, String id, double must, double stretch) {
    return Goal.of(what, " s", true, must, stretch, m -> seconds(m, id));
  }

  private static Figure seconds(Measurements measurements, String id) {
    Measurements.Jmh found = measurements.jmh().get(id);
    return found == null ? Figure.NONE : Figure.of(found.mean() / 1e9);
  }

  private static String times(List<Measurements> all) {
    StringBuilder table = new StringBuilder("| seconds");
    all.forEach(each -> table.append(" | Java ").append(each.about("java")));
    table.append(" |\n|---").append("|---:".repeat(all.size())).append("|\n");
    for (Map.Entry<String, String> name : NAMES.entrySet()) {
      table.append("| ").append(name.getValue());
      for (Measurements each : all) {
        Measurements.Jmh found = each.jmh().get(name.getKey());
        table.append(
            found == null
                ? " | not measured"
                : " | %s ± %s"
                    .formatted(
                        Figure.digits(found.mean() / 1e9), Figure.digits(found.error() / 1e9)));
      }
      table.append(" |\n");
    }
    return table.toString();
  }

  /**
   * Prints the tables; writes them too if there is a place to.
   *
   * @param args the page to rewrite, empty for none, then the files of {@link DecisionRuns}, of the
   *     oldest Java first
   */
  public static void main(String[] args) throws IOException {
    List<Measurements> all = Measurements.all(args, 1);
    String text = String.join("\n", Goal.table(GOALS, all), times(all), Report.machine(all) + "\n");
    Report.show(args[0], START, text);
  }
}
