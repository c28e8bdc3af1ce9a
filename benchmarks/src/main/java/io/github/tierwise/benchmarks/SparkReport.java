package io.github.tierwise.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Turns what was measured on Spark into tables, and writes them into the documentation. */
final class SparkReport {

  private static final String START = "<!-- measured: benchmarks/run --spark writes this part -->";

  private static final Map<String, String> NAMES = new LinkedHashMap<>();

  static {
    NAMES.put("read", "reading alone");
    NAMES.put("sql", "the same formula in Spark SQL");
    NAMES.put("columnar", "**Tierwise, by columns**");
    NAMES.put("public", "**Tierwise, over Spark's public API**");
    NAMES.put("ranges", "**Tierwise, by columns, with ranges**");
    NAMES.put("udf", "a function of a row that calls `Scorer.score`");
  }

  private SparkReport() {}

  private static Measurements.Key key(String id, int rows) {
    return new Measurements.Key(id, 2, rows);
  }

  private static Goal goal(
      String what, String id, String other, int rows, boolean atMost, double must, double stretch) {
    return Goal.of(
        String.format(Locale.ROOT, "%s, %,d rows", what, rows),
        "×",
        atMost,
        must,
        stretch,
        m -> m.ratio(key(id, rows), key(other, rows)));
  }

  private static List<Goal> goals(List<Integer> sizes) {
    List<Goal> goals = new ArrayList<>();
    for (int rows : sizes) {
      goals.add(goal("by columns against SQL", "columnar", "sql", rows, true, 0.9, 0.7));
      goals.add(goal("over the public API against SQL", "public", "sql", rows, true, 1.35, 1.1));
      goals.add(goal("with ranges against without", "ranges", "columnar", rows, true, 1.4, 1.2));
    }
    goals.add(
        goal(
            "by columns faster than a function of a row",
            "udf",
            "columnar",
            sizes.get(0),
            false,
            6,
            10));
    return goals;
  }

  private static String times(List<Measurements> all, List<Integer> sizes) {
    StringBuilder table = new StringBuilder("| seconds | rows");
    all.forEach(
        each -> table.append(" | Java ").append(each.about("java")).append(" | of the processor"));
    table.append(" |\n|---|---:").append("|---:".repeat(2 * all.size())).append("|\n");
    for (int rows : sizes) {
      for (Map.Entry<String, String> name : NAMES.entrySet()) {
        Measurements.Key key = key(name.getKey(), rows);
        if (all.stream().anyMatch(each -> each.seconds(key).isKnown())) {
          table.append(String.format(Locale.ROOT, "| %s | %,d", name.getValue(), rows));
          for (Measurements each : all) {
            table.append(" | ").append(each.seconds(key).text(""));
            table.append(" | ").append(each.processorSeconds(key).text(""));
          }
          table.append(" |\n");
        }
      }
    }
    return table.toString();
  }

  private static String about(List<Measurements> all, List<Integer> sizes) {
    Measurements first = all.get(0);
    List<String> files = new ArrayList<>();
    for (int rows : sizes) {
      files.add(
          String.format(
              Locale.ROOT,
              "%,d rows are %s files of Parquet, %s MB",
              rows,
              first.about("files " + rows),
              first.about("megabytes " + rows)));
    }
    return "%s\nSpark %s, a heap of %s, also for all rows as one partition. %s. Rounds: %d.\n"
        .formatted(
            Report.machine(all),
            first.about("spark"),
            first.about("heap"),
            String.join("; ", files),
            first.rounds());
  }

  /**
   * Prints the tables; writes them too if there is a place to.
   *
   * @param args the page to rewrite, empty for none, then the files of {@code SparkRuns}, of the
   *     oldest Java first
   */
  public static void main(String[] args) throws IOException {
    List<Measurements> all = Measurements.all(args, 1);
    List<Integer> sizes =
        all.get(0).keys().stream().map(Measurements.Key::rows).distinct().sorted().toList();
    String text =
        String.join("\n", Goal.table(goals(sizes), all), times(all, sizes), about(all, sizes));
    Report.show(args[0], START, text);
  }
}
