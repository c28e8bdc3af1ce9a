package io.github.tierwise.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What was set out to be reached.
 *
 * @param atMost whether less is better
 * @param must the limit by Java's version; the last one holds for newer ones
 * @param stretch the limit that would be better still
 */
record Goal(
    String what,
    String unit,
    boolean atMost,
    Map<Integer, Double> must,
    Map<Integer, Double> stretch,
    Function<Measurements, Figure> figure) {

  static Goal of(
      String what,
      String unit,
      boolean atMost,
      double must,
      double stretch,
      Function<Measurements, Figure> figure) {
    return new Goal(what, unit, atMost, Map.of(17, must), Map.of(17, stretch), figure);
  }

  String verdict(Figure found, int java) {
    return !found.isKnown()
        ? ""
        : meets(found, stretch, java)
            ? ", beyond"
            : meets(found, must, java) ? ", reached" : ", **missed**";
  }

  private boolean meets(Figure found, Map<Integer, Double> limits, int java) {
    double limit = limit(limits, java);
    return atMost ? found.median() <= limit : found.median() >= limit;
  }

  static double limit(Map<Integer, Double> limits, int java) {
    return limits.getOrDefault(java >= 25 ? 25 : 17, limits.getOrDefault(17, Double.NaN));
  }

  /** The limit, or both if newer Javas have their own. */
  String text(Map<Integer, Double> limits) {
    StringBuilder text = new StringBuilder(atMost ? "≤ " : "≥ ");
    text.append(plain(limit(limits, 17)));
    if (limits.containsKey(25)) {
      text.append(" / ").append(plain(limit(limits, 25)));
    }
    return text.append(unit).toString();
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString(Math.round(value)) : Double.toString(value);
  }

  /** The goals, and what was measured on each Java. */
  static String table(List<Goal> goals, List<Measurements> all) {
    StringBuilder table = new StringBuilder("|  | goal | better");
    all.forEach(each -> table.append(" | Java ").append(each.about("java")));
    table.append(" |\n|---|---:|---:").append("|---:".repeat(all.size())).append("|\n");
    for (Goal goal : goals) {
      table
          .append("| ")
          .append(goal.what())
          .append(" | ")
          .append(goal.text(goal.must()))
          .append(" | ")
          .append(goal.text(goal.stretch()));
      for (Measurements each : all) {
        Figure found = goal.figure().apply(each);
        table
            .append(" | ")
            .append(found.text(goal.unit()))
            .append(goal.verdict(found, Integer.parseInt(each.about("java"))));
      }
      table.append(" |\n");
    }
    return table.toString();
  }
}
