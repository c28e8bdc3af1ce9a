package io.github.tierwise.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Turns the figures of one or more Javas into tables, and writes them into the documentation. */
final class Report {

  private static final String START = "<!-- measured: benchmarks/run writes this part -->";
  private static final String END = "<!-- end of what is measured -->";

  private static final List<Goal> GOALS =
      List.of(
          new Goal(
              "time against C, one thread (Java 17 / 25)",
              "×",
              true,
              Map.of(17, 2.6, 25, 2.2),
              Map.of(17, 1.8, 25, 1.3),
              m -> m.ratio("ours", 1, "c", 1)),
          Goal.of(
              "share of what the memory allows, one thread",
              "%",
              false,
              25,
              40,
              m -> percent(m.ratio("memory", 1, "ours", 1))),
          Goal.of(
              "faster than DuckDB, outputs stored, one thread",
              "×",
              false,
              8,
              15,
              m -> m.ratio("duckdb", 1, "ours", 1)),
          Goal.of(
              "faster than DuckDB, outputs stored, two threads",
              "×",
              false,
              8,
              15,
              m -> m.ratio("duckdb", 2, "ours", 2)),
          Goal.of(
              "faster than DuckDB, outputs summed, one thread",
              "×",
              false,
              5,
              8,
              m -> m.ratio("duckdb-sums", 1, "ours-sums", 1)),
          Goal.of(
              "faster than JPMML-Evaluator",
              "×",
              false,
              150,
              300,
              m -> m.ratio("jpmml", 1, "ours", 1)),
          Goal.of(
              "faster than a plain loop with `Math.log`",
              "×",
              false,
              2.5,
              4,
              m -> m.ratio("loop", 1, "ours", 1)),
          Goal.of(
              "two threads against one, outputs stored",
              "×",
              false,
              1.6,
              1.9,
              m -> m.ratio("ours", 1, "ours", 2)),
          Goal.of(
              "bytes allocated an account, outputs stored",
              " B",
              true,
              0.01,
              0,
              m -> jmh(m, "BulkBenchmark.outputs rows=" + m.rows("ours", 1), Report::bytes)),
          Goal.of(
              "bytes allocated for the score of one account",
              " B",
              true,
              0,
              0,
              m -> jmh(m, "OneProfileBenchmark.standard", Report::bytes)),
          Goal.of(
              "time for the score of one account",
              " ns",
              true,
              60,
              30,
              m -> jmh(m, "OneProfileBenchmark.standard", Measurements.Jmh::mean)));

  /** What each id stands for, in the order of the table. */
  private static final Map<String, String> NAMES = new LinkedHashMap<>();

  static {
    NAMES.put("memory", "memory limit: the same bytes read and written");
    NAMES.put("c", "C reference");
    NAMES.put("ours", "**Tierwise, five outputs into arrays**");
    NAMES.put("loop", "plain loop over columns, `Math.log`");
    NAMES.put("objects", "array of objects with a method");
    NAMES.put("duckdb", "DuckDB, outputs into a table");
    NAMES.put("jpmml", "JPMML-Evaluator");
    NAMES.put("ours-sums", "**Tierwise, sums of the five outputs**");
    NAMES.put("duckdb-sums", "DuckDB, sums of the five outputs");
    NAMES.put("ours-top", "**Tierwise, best 100**");
    NAMES.put("stream", "`stream().map().sorted()`, best 100");
    NAMES.put("duckdb-top", "DuckDB, best 100");
  }

  private final List<Measurements> all;

  private Report(List<Measurements> all) {
    this.all = all;
  }

  private static Figure percent(Figure share) {
    return new Figure(100 * share.median(), 100 * share.low(), 100 * share.high());
  }

  private static Figure jmh(
      Measurements measurements, String id, Function<Measurements.Jmh, Double> figure) {
    Measurements.Jmh found = measurements.jmh().get(id);
    return found == null ? Figure.NONE : Figure.of(figure.apply(found));
  }

  /** Below a hundredth of a byte it is JMH that allocates. */
  private static double bytes(Measurements.Jmh found) {
    return Math.rint(100 * found.bytes()) / 100;
  }

  private String heads(String... before) {
    StringBuilder head = new StringBuilder("| ").append(String.join(" | ", before));
    StringBuilder rule = new StringBuilder("|---").append("|---:".repeat(before.length - 1));
    for (Measurements each : all) {
      head.append(" | Java ").append(each.about("java"));
      rule.append("|---:");
    }
    return head + " |\n" + rule + "|\n";
  }

  private String times() {
    Set<Measurements.Key> keys = new LinkedHashSet<>();
    for (String id : NAMES.keySet()) {
      for (Measurements each : all) {
        each.keys().stream()
            .filter(key -> key.id().equals(id))
            .sorted(
                Comparator.comparingInt(Measurements.Key::rows)
                    .reversed()
                    .thenComparingInt(Measurements.Key::threads))
            .forEach(keys::add);
      }
    }
    StringBuilder table = new StringBuilder(heads("ns an account", "threads", "accounts"));
    for (Measurements.Key key : keys) {
      table.append(
          String.format(
              Locale.ROOT, "| %s | %d | %,d", NAMES.get(key.id()), key.threads(), key.rows()));
      for (Measurements each : all) {
        table.append(" | ").append(each.time(key).text(""));
      }
      table.append(" |\n");
    }
    return table.toString();
  }

  private String benchmarks() {
    Set<String> ids = new LinkedHashSet<>();
    all.forEach(each -> ids.addAll(each.jmh().keySet()));
    StringBuilder table = new StringBuilder(heads("JMH, per account"));
    for (String id : ids) {
      table.append("| `").append(id).append('`');
      for (Measurements each : all) {
        Measurements.Jmh found = each.jmh().get(id);
        table.append(
            found == null
                ? " | not measured"
                : " | %s ± %s ns, %s B"
                    .formatted(
                        Figure.digits(found.mean()),
                        Figure.digits(found.error()),
                        Figure.digits(found.bytes())));
      }
      table.append(" |\n");
    }
    return table.toString();
  }

  /** What machine it was measured on. */
  static String machine(List<Measurements> all) {
    Measurements newest = all.get(all.size() - 1);
    return "Machine: %s, %s processors seen, %s of memory, %s."
        .formatted(
            newest.about("processor"),
            newest.about("processors"),
            newest.about("memory"),
            newest.about("system"));
  }

  private String about() {
    Measurements newest = all.get(all.size() - 1);
    List<String> peers = new ArrayList<>(newest.peers());
    Figure triad = newest.time(new Measurements.Key("triad", 1, newest.rows("triad", 1)));
    List<String> lines = new ArrayList<>();
    lines.add(machine(all));
    lines.add(
        "Versions: %s; %s; %s."
            .formatted(
                String.join("; ", all.stream().map(each -> each.about("virtual machine")).toList()),
                newest.about("C compiler").isEmpty() ? "no gcc" : newest.about("C compiler"),
                peers.isEmpty() ? "no peers" : String.join("; ", peers)));
    if (triad.isKnown()) {
      lines.add(
          "STREAM triad on one thread: %s GB/s, what is written counted twice (a line is read before it is written)."
              .formatted(Figure.digits(4 * Double.BYTES / triad.median())));
    }
    lines.add("Rounds: %d.".formatted(newest.rounds()));
    return String.join("\n", lines) + "\n";
  }

  /** Everything between the marks of the page. */
  private String text() {
    return String.join("\n", Goal.table(GOALS, all), times(), benchmarks(), about());
  }

  /** Prints what was measured; writes it too, between two marks of a page, if there is one. */
  static void show(String page, String mark, String measured) throws IOException {
    System.out.println(measured);
    if (!page.isEmpty()) {
      replace(Path.of(page), mark, measured);
    }
  }

  private static void replace(Path page, String mark, String measured) throws IOException {
    String text = Files.readString(page);
    int start = text.indexOf(mark);
    int end = text.indexOf(END, Math.max(0, start));
    if (start < 0 || end < start) {
      throw new IllegalStateException(
          "%s must have the lines \"%s\" and \"%s\"".formatted(page.getFileName(), mark, END));
    }
    Files.writeString(
        page, text.substring(0, start) + mark + "\n\n" + measured + "\n" + text.substring(end));
  }

  /**
   * Prints the tables; writes them too if there is a place to.
   *
   * @param args the page to rewrite and the picture to draw, each empty for none, then the files of
   *     {@link Measure}, of the oldest Java first
   */
  public static void main(String[] args) throws IOException {
    List<Measurements> all = Measurements.all(args, 2);
    show(args[0], START, new Report(all).text());
    if (!args[1].isEmpty()) {
      Files.writeString(Path.of(args[1]), new Picture(all).svg());
    }
  }
}
