package io.github.tierwise.benchmarks;

import java.nio.file.Path;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Measures on the Java that this runs on what is decided upon scores: how sure a ranking is, and
 * the best deal. All accounts are of one call.
 */
final class DecisionRuns {

  private DecisionRuns() {}

  /**
   * Writes all figures to a file.
   *
   * @param args the file, and {@code quick} or {@code full}
   */
  public static void main(String[] args) throws Exception {
    boolean quick = args[1].equals("quick");
    Results results = new Results();
    results.machine();
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("(Stability|Deal)Benchmark")
            .exclude("plainGreedy")
            .jvmArgsAppend("-Xmx3g")
            .warmupIterations(quick ? 1 : 3)
            .warmupTime(TimeValue.seconds(quick ? 1 : 2))
            .measurementIterations(quick ? 3 : 5)
            .measurementTime(TimeValue.seconds(quick ? 1 : 2));
    results.jmh(options, params -> 1);
    results.write(Path.of(args[0]));
  }
}
