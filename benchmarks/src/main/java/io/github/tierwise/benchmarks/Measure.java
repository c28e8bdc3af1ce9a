package io.github.tierwise.benchmarks;

import java.nio.file.Path;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

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
            .jvmArgsAppend("-Xmx3g")
            .warmupIterations(quick ? 2 : 3)
            .warmupTime(TimeValue.milliseconds(quick ? 500 : 1_000))
            .measurementIterations(quick ? 3 : 5)
            .measurementTime(TimeValue.milliseconds(quick ? 300 : 1_000));
    if (quick) {
      options.param("rows", "1000000");
    }
    results.jmh(options, Measure::accounts);
  }

  /** How many accounts a call is about. */
  private static long accounts(BenchmarkParams params) {
    String name = params.getBenchmark();
    String rows = params.getParam("rows");
    return rows != null
        ? Long.parseLong(rows)
        : name.contains("Topics")
            ? TopicsBenchmark.ROWS
            : name.contains("Columns") ? ColumnsBenchmark.ROWS : 1;
  }
}
