package io.github.tierwise.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * What was measured on one Java, as lines of fields with a tab between; {@link Report} reads them.
 */
final class Results {

  private final List<String> lines = new ArrayList<>();

  /** What machine and Java this is. No name of the host, no path. */
  void machine() throws IOException {
    about("java", Integer.toString(Runtime.version().feature()));
    about(
        "virtual machine",
        "%s %s".formatted(System.getProperty("java.vm.name"), Runtime.version()));
    about(
        "system", "%s %s".formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
    about("processor", field("/proc/cpuinfo", "model name"));
    about("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
    String memory = field("/proc/meminfo", "MemTotal").replaceAll("[^0-9]", "");
    about("memory", memory.isEmpty() ? "" : "%.0f GiB".formatted(Long.parseLong(memory) / 0x1p20));
  }

  /** The first value of that name in a file of Linux; empty elsewhere. */
  private static String field(String file, String name) throws IOException {
    Path path = Path.of(file);
    if (!Files.isReadable(path)) {
      return "";
    }
    try (Stream<String> all = Files.lines(path)) {
      return all.filter(line -> line.startsWith(name))
          .findFirst()
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .orElse("");
    }
  }

  void about(String what, String value) {
    add("about", what, value);
  }

  void verified(Contender contender, double worst) {
    if (!Double.isNaN(worst)) {
      System.out.printf(
          "%s on %d thread(s) does the same work: %,d rows, largest relative difference %.1e%n",
          contender.id(), contender.threads(), contender.rows(), worst);
      add("verified", contender.id(), contender.threads(), contender.rows(), worst);
    }
  }

  /** That somebody does the same work. */
  void verified(String id, int rows, double worst) {
    System.out.printf(
        "%s does the same work: %,d rows, largest relative difference %.1e%n", id, rows, worst);
    add("verified", id, 2, rows, worst);
  }

  /** The time of one turn. */
  void sample(Contender contender, int round, Contender.Time time) {
    sample(contender.id(), contender.threads(), contender.rows(), round, time.wall(), time.cpu());
  }

  /** The time of one turn, in ns. */
  void sample(String id, int threads, int rows, int round, double wall, double cpu) {
    add(
        "sample",
        id,
        threads,
        rows,
        round,
        "%.4f".formatted(wall / rows),
        "%.4f".formatted(cpu / rows));
  }

  /**
   * Runs benchmarks of JMH, each in a virtual machine of its own: mean time and its error in ns,
   * and bytes allocated, all per account.
   *
   * @param options which benchmarks, and how long
   * @param accounts how many accounts a call is about
   */
  void jmh(ChainedOptionsBuilder options, ToLongFunction<BenchmarkParams> accounts)
      throws RunnerException {
    options
        .addProfiler(GCProfiler.class)
        .timeUnit(TimeUnit.NANOSECONDS)
        .verbosity(VerboseMode.SILENT)
        .shouldFailOnError(true)
        .forks(1);
    for (RunResult result : new Runner(options.build()).run()) {
      jmh(result, accounts.applyAsLong(result.getParams()));
    }
  }

  @SuppressWarnings("rawtypes") // so JMH gives its results
  private void jmh(RunResult result, long accounts) {
    BenchmarkParams params = result.getParams();
    StringBuilder id =
        new StringBuilder(
            params.getBenchmark().substring(Results.class.getPackageName().length() + 1));
    for (String key : params.getParamsKeys()) {
      id.append(' ').append(key).append('=').append(params.getParam(key));
    }
    double bytes =
        result.getSecondaryResults().entrySet().stream()
            .filter(entry -> entry.getKey().endsWith("gc.alloc.rate.norm"))
            .map(Map.Entry::getValue)
            .mapToDouble(found -> found.getScore())
            .findFirst()
            .orElse(Double.NaN);
    Result<?> time = result.getPrimaryResult();
    add("jmh", id, time.getScore() / accounts, time.getScoreError() / accounts, bytes / accounts);
  }

  private void add(Object... fields) {
    lines.add(String.join("\t", Stream.of(fields).map(String::valueOf).toList()));
  }

  void write(Path file) throws IOException {
    Files.write(file, lines);
  }
}
