package io.github.tierwise.benchmarks;

import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.ProfileColumns;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What it costs to get to columns: from objects by copying, from arrays by checking each value. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ColumnsBenchmark {

  static final int ROWS = 100_000;

  private final Workload workload = new Workload(ROWS);
  private final List<Influencer> accounts =
      IntStream.range(0, ROWS).mapToObj(workload.columns()::get).toList();

  /**
   * Copies objects.
   *
   * @return the columns
   */
  @Benchmark
  public ProfileColumns copied() {
    return ProfileColumns.copyOf(accounts);
  }

  /**
   * Wraps arrays.
   *
   * @return the columns
   */
  @Benchmark
  public ProfileColumns wrapped() {
    return workload.columns();
  }
}
