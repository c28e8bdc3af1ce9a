package io.github.tierwise.benchmarks;

import java.nio.file.Path;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures on the Java that this runs on: the comparison first, then the benchmarks of JMH. */
final class Measure {

  private Measure() {}

  /**
   * Writes all figures to a file.
   *
   * @param args the file, {@code quick} or {@code full}, and the compiled C reference if there is
   *     one
   */
  public static void main(String[] args) throws Exception {
    boolean quick = args[1].equals("quick");
    String c = args.length > 2 ? args[2] : "";
    Results results = new Results();
    results.machine();
    if (quick) {
      new Comparison(results, 3, 500_000_000L).run(1_000_000, 200_000, c);
    } else {
      new Comparison(results, 7, 2_000_000_000L).run(10_000_000, 1_000_000, c);
    }
    jmh(results, quick);
    results.write(Path.of(args[0]));
  }

  private static void jmh(Results results, boolean quick) throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("(OneProfile|Bulk|Topics|Columns)Benchmark")
            .addProfiler(GCProfiler.class)
            .jvmArgsAppend("-Xmx3g")
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true)
            .forks(1)
            .warmupIterations(quick ? 2 : 3)
            .warmupTime(TimeValue.milliseconds(quick ? 500 : 1_000))
            .measurementIterations(quick ? 3 : 5)
            .measurementTime(TimeValue.milliseconds(quick ? 300 : 1_000));
    if (quick) {
      options.param("rows", "1000000");
    }
    for (RunResult result : new Runner(options.build()).run()) {
      report(results, result);
    }
  }

  @SuppressWarnings("rawtypes") // so JMH gives its results
  private static void report(Results results, RunResult result) {
    String name = result.getParams().getBenchmark();
    StringBuilder id =
        new StringBuilder(name.substring(Measure.class.getPackageName().length() + 1));
    long accounts =
        name.contains("Topics")
            ? TopicsBenchmark.ROWS
            : name.contains("Columns") ? ColumnsBenchmark.ROWS : 1;
    for (String key : result.getParams().getParamsKeys()) {
      String value = result.getParams().getParam(key);
      id.append(' ').append(key).append('=').append(value);
      if (key.equals("rows")) {
        accounts = Long.parseLong(value);
      }
    }
    double bytes =
        result.getSecondaryResults().entrySet().stream()
            .filter(entry -> entry.getKey().endsWith("gc.alloc.rate.norm"))
            .map(Map.Entry::getValue)
            .mapToDouble(found -> found.getScore())
            .findFirst()
            .orElse(Double.NaN);
    Result<?> time = result.getPrimaryResult();
    results.jmh(
        id.toString(),
        time.getScore() / accounts,
        time.getScoreError() / accounts,
        bytes / accounts);
  }
}
