package io.github.tierwise.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Turns the figures of {@link FileRuns} into tables, and writes them into the documentation. */
final class FileReport {

  private static final String START = "<!-- measured: benchmarks/run --files writes this part -->";

  private static final int THOUSAND = 1_000;
  private static final int MILLION = 1_000_000;
  private static final int TEN_MILLION = 10 * MILLION;
  private static final int TWENTY_MILLION = 20 * MILLION;

  private static final Map<String, String> NAMES = new LinkedHashMap<>();

  static {
    NAMES.put("top", "**`score --top 100`**");
    NAMES.put("duckdb-top", "DuckDB, `ORDER BY … LIMIT 100`");
    NAMES.put("all", "**`score --order file`, eight columns**");
    NAMES.put("duckdb-all", "DuckDB, `COPY` of the same columns");
    NAMES.put("compare", "**`compare --all`**");
    NAMES.put("plan", "**`plan`, until the planner starts**");
  }

  private FileReport() {}

  private static Measurements.Key key(String id, int columns, int rows) {
    return new Measurements.Key(id + "-" + columns, 2, rows);
  }

  private static Goal against(
      String what, String id, String other, int columns, int rows, double must, double stretch) {
    return Goal.of(
        what,
        "×",
        true,
        must,
        stretch,
        m -> m.ratio(key(id, columns, rows), key(other, columns, rows)));
  }

  private static List<Goal> goals() {
    List<Goal> goals = new ArrayList<>();
    for (int columns : new int[] {SampleTable.NARROW, SampleTable.WIDE}) {
      String of = ", %d columns".formatted(columns);
      goals.add(
          against(
              "`score --top 100` against DuckDB, 10 million rows" + of,
              "top",
              "duckdb-top",
              columns,
              TEN_MILLION,
              1.2,
              0.8));
      goals.add(
          against("the same, 1 million rows" + of, "top", "duckdb-top", columns, MILLION, 1.5, 1));
      goals.add(
          against(
              "`score --order file` against DuckDB's `COPY`, 10 million rows" + of,
              "all",
              "duckdb-all",
              columns,
              TEN_MILLION,
              1.5,
              1));
      goals.add(
          against(
              "`compare --all` against `score --top 100`, 10 million rows" + of,
              "compare",
              "top",
              columns,
              TEN_MILLION,
              1.3,
              1.1));
      goals.add(
          against(
              "`plan` until the planner starts against `score --top 100`, 10 million rows" + of,
              "plan",
              "top",
              columns,
              TEN_MILLION,
              1.3,
              1.1));
    }
    goals.add(
        Goal.of(
            "time a row at 20 million rows against that at 10 million",
            "×",
            true,
            1.1,
            1,
            m ->
                m.ratio(
                    key("top", SampleTable.NARROW, TWENTY_MILLION),
                    key("top", SampleTable.NARROW, TEN_MILLION))));
    goals.add(
        Goal.of(
            "`score` of 1,000 rows, the whole command",
            " s",
            true,
            0.6,
            0.35,
            m -> m.seconds(key("top", SampleTable.NARROW, THOUSAND))));
    return goals;
  }

  private static String times(List<Measurements> all) {
    StringBuilder table = new StringBuilder("| seconds | rows | columns");
    all.forEach(
        each -> table.append(" | Java ").append(each.about("java")).append(" | of the processor"));
    table.append(" |\n|---|---:|---:").append("|---:".repeat(2 * all.size())).append("|\n");
    for (Map.Entry<String, String> name : NAMES.entrySet()) {
      for (int columns : new int[] {SampleTable.NARROW, SampleTable.WIDE}) {
        for (int rows : new int[] {THOUSAND, MILLION, TEN_MILLION, TWENTY_MILLION}) {
          Measurements.Key key = key(name.getKey(), columns, rows);
          if (all.stream().anyMatch(each -> each.seconds(key).isKnown())) {
            table.append(
                String.format(Locale.ROOT, "| %s | %,d | %d", name.getValue(), rows, columns));
            for (Measurements each : all) {
              table.append(" | ").append(each.seconds(key).text(""));
              table
                  .append(" | ")
                  .append(
                      name.getKey().equals("plan")
                          ? "with planning " + each.processorSeconds(key).text("")
                          : each.processorSeconds(key).text(""));
            }
            table.append(" |\n");
          }
        }
      }
    }
    return table.toString();
  }

  private static String memory(List<Measurements> all) {
    StringBuilder table = new StringBuilder("| 20 million rows | heap");
    all.forEach(each -> table.append(" | Java ").append(each.about("java")));
    table.append(" |\n|---|---:").append("|---:".repeat(all.size())).append("|\n");
    for (String command : List.of("score", "compare")) {
      for (String heap : List.of("1g", "512m")) {
        Function<Measurements, String> holds = each -> each.about("heap " + heap + " " + command);
        if (all.stream().noneMatch(each -> holds.apply(each).isEmpty())) {
          table.append(
              "| `%s` | `-Xmx%s`"
                  .formatted(command.equals("score") ? "score --top 100" : "compare --all", heap));
          all.forEach(
              each ->
                  table
                      .append(" | ")
                      .append(holds.apply(each).equals("yes") ? "enough" : "too little"));
          table.append(" |\n");
        }
      }
    }
    return table.toString();
  }

  /**
   * Prints the tables; writes them too if there is a place to.
   *
   * @param args the page to rewrite, empty for none, then the files of {@link FileRuns}, of the
   *     oldest Java first
   */
  public static void main(String[] args) throws IOException {
    List<Measurements> all = Measurements.all(args, 1);
    String text =
        String.join(
            "\n",
            Goal.table(goals(), all),
            times(all),
            all.get(0).about("heap 1g score").isEmpty() ? "" : memory(all),
            "%s\nRounds: %d.\n".formatted(Report.machine(all), all.get(0).rounds()));
    Report.show(args[0], START, text);
  }
}
