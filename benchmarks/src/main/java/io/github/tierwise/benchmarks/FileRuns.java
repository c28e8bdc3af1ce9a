package io.github.tierwise.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Times whole commands on tables of {@link SampleTable}: ours, and DuckDB that reads the same file
 * and computes the same formula. Each is a process of its own, its start included.
 */
final class FileRuns {

  /** How long a command took, in seconds: by the clock, of the processor, and until a line. */
  private record Took(double wall, double cpu, double untilLine) {}

  /** What a command is called in the results, and what is run. */
  private record Task(String id, int rows, int columns, List<String> command, String line) {

    String key() {
      return key(id, columns);
    }

    static String key(String id, int columns) {
      return id + "-" + columns;
    }
  }

  /** So much may a number differ from ours, relatively. */
  private static final double CLOSE = 1e-9;

  private static final int BEST = 100;

  private static final String COLUMNS =
      "id,score,tier,eligible,engagement_rate,expected_rate,price,cost_per_engagement";

  private final Results results;
  private final Path tables;
  private final Path java;
  private final Path brand;
  private final boolean peers;

  private FileRuns(Results results, Path tables, Path java, Path brand, boolean peers) {
    this.results = results;
    this.tables = tables;
    this.java = java;
    this.brand = brand;
    this.peers = peers;
  }

  /**
   * Writes all figures to a file.
   *
   * @param args the file, {@code quick} or {@code full}, a folder for tables, and how many rounds
   */
  public static void main(String[] args) throws Exception {
    boolean quick = args[1].equals("quick");
    Path tables = Files.createDirectories(Path.of(args[2]));
    Results results = new Results();
    results.machine();
    Path brand = Files.writeString(tables.resolve("brand.toml"), SampleTable.BRAND);
    FileRuns runs =
        new FileRuns(results, tables, Path.of(System.getProperty("java.home")), brand, hasPeer());
    runs.verify();
    runs.time(quick, Integer.parseInt(args[3]));
    if (!quick) {
      runs.memory();
    }
    results.write(Path.of(args[0]));
  }

  private static boolean hasPeer() {
    return FileRuns.class.getResource("DuckDbFile.class") != null;
  }

  /** A table, made unless it is there. */
  private Path table(int rows, int columns) throws IOException {
    Path table = tables.resolve("accounts-%d-%d.csv".formatted(rows, columns));
    if (!Files.exists(table)) {
      System.out.printf("making a table of %,d rows and %d columns%n", rows, columns);
      Path part = tables.resolve("part.csv");
      SampleTable.write(part, rows, columns);
      Files.move(part, table);
    }
    return table;
  }

  private List<String> ours(String command, Path table, String... more) {
    List<String> all = new ArrayList<>(List.of("./tierwise", command, table.toString()));
    all.addAll(List.of(more));
    return all;
  }

  private List<String> best(Path table, Path out) {
    return ours(
        "score",
        table,
        "--brand",
        brand.toString(),
        "--top",
        "" + BEST,
        "--format",
        "csv",
        "--quiet",
        "--out",
        out.toString());
  }

  private List<String> all(Path table, Path out) {
    return ours(
        "score",
        table,
        "--brand",
        brand.toString(),
        "--order",
        "file",
        "--columns",
        COLUMNS,
        "--format",
        "csv",
        "--quiet",
        "--out",
        out.toString());
  }

  private List<String> duckDb(String what, Path table, Path out) {
    return List.of(
        java.resolve("bin/java").toString(),
        "-XX:+IgnoreUnrecognizedVMOptions",
        "--sun-misc-unsafe-memory-access=allow",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        System.getProperty("java.class.path"),
        "io.github.tierwise.benchmarks.DuckDbFile",
        what,
        "2",
        table.toString(),
        out.toString());
  }

  private Took run(List<String> command, String line) throws IOException, InterruptedException {
    return run(command, line, "");
  }

  private Took run(List<String> command, String line, String options)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("JAVA_HOME", java.toString());
    builder.environment().put("TIERWISE_JAVA_OPTS", options);
    double cpu = childrensSeconds();
    long start = System.nanoTime();
    Process process = builder.start();
    double untilLine = Double.NaN;
    StringBuilder said = new StringBuilder();
    try (BufferedReader err =
        new BufferedReader(
            new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
      for (String each = err.readLine(); each != null; each = err.readLine()) {
        said.append(each).append('\n');
        if (!line.isEmpty() && each.startsWith(line)) {
          untilLine = (System.nanoTime() - start) / 1e9;
        }
      }
    }
    int code = process.waitFor();
    double wall = (System.nanoTime() - start) / 1e9;
    if (code != 0) {
      throw new IllegalStateException(
          "%s must end with 0, was %d: %s".formatted(command, code, said));
    }
    return new Took(wall, childrensSeconds() - cpu, untilLine);
  }

  /** The processor time of all processes that were started here and have ended; Linux alone. */
  private static double childrensSeconds() throws IOException {
    Path self = Path.of("/proc/self/stat");
    if (!Files.isReadable(self)) {
      return Double.NaN;
    }
    String stat = Files.readString(self);
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    // Fields 16 and 17 of proc(5), in hundredths of a second.
    return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / 100.0;
  }

  /** Nobody is timed who computes something else. */
  private void verify() throws IOException, InterruptedException {
    Path out = tables.resolve("ours.csv");
    Path theirs = tables.resolve("theirs.csv");
    for (int columns : new int[] {SampleTable.NARROW, SampleTable.WIDE}) {
      Path table = table(1_000_000, columns);
      run(best(table, out), "");
      if (peers) {
        run(duckDb("top", table, theirs), "");
        results.verified("duckdb-top-" + columns, 100, worst(out, theirs, List.of("id", "score")));
      }
      run(all(table, out), "");
      if (peers) {
        run(duckDb("all", table, theirs), "");
        results.verified(
            "duckdb-all-" + columns,
            1_000_000,
            worst(out, theirs, List.of(COLUMNS.split(",", -1))));
      }
    }
  }

  /** The largest relative difference between the columns of two tables, row by row. */
  private static double worst(Path ours, Path theirs, List<String> columns) throws IOException {
    double worst = 0;
    Map<String, String> tiers = new HashMap<>();
    try (BufferedReader mine = Files.newBufferedReader(ours);
        BufferedReader other = Files.newBufferedReader(theirs)) {
      List<String> header = List.of(mine.readLine().split(",", -1));
      int[] places = columns.stream().mapToInt(header::indexOf).toArray();
      other.readLine();
      String line = mine.readLine();
      while (line != null) {
        String[] cells = line.split(",", -1);
        String[] others = String.valueOf(other.readLine()).split(",", -1);
        for (int i = 0; i < places.length; i++) {
          String cell = cells[places[i]];
          String found = others[i];
          if (columns.get(i).equals("tier")) {
            // Theirs have numbers: always the same one for the same name.
            found = tiers.computeIfAbsent(found, name -> cell);
          }
          worst = Math.max(worst, difference(cell, found, line));
        }
        line = mine.readLine();
      }
      if (other.readLine() != null) {
        throw new IllegalStateException("both must have as many rows, theirs had more");
      }
    }
    return worst;
  }

  private static double difference(String ours, String theirs, String line) {
    if (ours.equals(theirs)) {
      return 0;
    }
    double a = number(ours);
    double b = number(theirs);
    double difference = Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
    if (!(difference <= CLOSE)) {
      throw new IllegalStateException(
          "both must be equal, were \"%s\" and \"%s\" in %s".formatted(ours, theirs, line));
    }
    return difference;
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private List<Task> tasks(boolean quick) throws IOException {
    Path out = tables.resolve("ours.csv");
    Path theirs = tables.resolve("theirs.csv");
    List<Task> tasks = new ArrayList<>();
    Path few = table(1_000, SampleTable.NARROW);
    tasks.add(new Task("top", 1_000, SampleTable.NARROW, best(few, out), ""));
    List<Integer> sizes = quick ? List.of(1_000_000) : List.of(1_000_000, 10_000_000);
    for (int rows : sizes) {
      for (int columns : new int[] {SampleTable.NARROW, SampleTable.WIDE}) {
        Path table = table(rows, columns);
        tasks.add(new Task("top", rows, columns, best(table, out), ""));
        tasks.add(new Task("all", rows, columns, all(table, out), ""));
        tasks.add(new Task("compare", rows, columns, ours("compare", table, "--all"), ""));
        tasks.add(
            new Task(
                "plan",
                rows,
                columns,
                ours("plan", table, "--brand", brand.toString()),
                "planned"));
        if (peers) {
          tasks.add(new Task("duckdb-top", rows, columns, duckDb("top", table, theirs), ""));
          tasks.add(new Task("duckdb-all", rows, columns, duckDb("all", table, theirs), ""));
        }
      }
    }
    if (!quick) {
      int rows = 20_000_000;
      Path table = table(rows, SampleTable.NARROW);
      tasks.add(new Task("top", rows, SampleTable.NARROW, best(table, out), ""));
      if (peers) {
        tasks.add(
            new Task("duckdb-top", rows, SampleTable.NARROW, duckDb("top", table, theirs), ""));
      }
    }
    return tasks;
  }

  private void time(boolean quick, int rounds) throws IOException, InterruptedException {
    List<Task> order = tasks(quick);
    for (int round = 0; round < rounds; round++) {
      for (Task task : order) {
        Took took = run(task.command(), task.line());
        boolean untilLine = !task.line().isEmpty();
        results.sample(
            task.key(),
            2,
            task.rows(),
            round,
            1e9 * (untilLine ? took.untilLine() : took.wall()),
            1e9 * took.cpu());
      }
      Collections.rotate(order, 1);
      System.out.printf("round %d of %d%n", round + 1, rounds);
    }
  }

  /** Which heap is enough for 20 million rows. */
  private void memory() throws IOException, InterruptedException {
    Path table = table(20_000_000, SampleTable.NARROW);
    Path out = tables.resolve("ours.csv");
    for (String heap : List.of("512m", "1g")) {
      for (List<String> command :
          Arrays.asList(best(table, out), ours("compare", table, "--all", "--quiet"))) {
        String holds = "yes";
        try {
          run(command, "", "-Xmx" + heap);
        } catch (IllegalStateException e) {
          holds = "no";
        }
        results.about("heap " + heap + " " + command.get(1), holds);
        System.out.printf("%s of 20 million rows within %s: %s%n", command.get(1), heap, holds);
      }
    }
  }
}
