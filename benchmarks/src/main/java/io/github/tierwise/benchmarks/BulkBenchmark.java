package io.github.tierwise.benchmarks;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Many accounts in columns; the time is that of all rows together. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BulkBenchmark {

  /** How many accounts. */
  @Param({"1000000", "10000000"})
  public int rows;

  private final ExecutorService second = Executors.newFixedThreadPool(1);
  private Ours ours;
  private Outputs out;

  /** Makes the accounts. */
  @Setup
  public void makeAccounts() {
    ours = new Ours(new Workload(rows));
    out = new Outputs(rows);
  }

  /** Ends the second thread. */
  @TearDown
  public void endThread() {
    second.shutdown();
  }

  /**
   * The scores alone.
   *
   * @return the scores
   */
  @Benchmark
  public Object scores() {
    ours.scores(out.scores());
    return out.scores();
  }

  /**
   * All five outputs into arrays.
   *
   * @return the outputs
   */
  @Benchmark
  public Object outputs() {
    ours.store(out);
    return out;
  }

  /**
   * All five outputs into arrays, on two threads.
   *
   * @return the outputs
   */
  @Benchmark
  public Object outputsOnTwoThreads() {
    ours.store(out, second);
    return out;
  }

  /**
   * The sums of all five outputs.
   *
   * @return the sums
   */
  @Benchmark
  public Object sums() {
    return ours.sums(Runnable::run);
  }

  /**
   * The best hundred.
   *
   * @return their rows
   */
  @Benchmark
  public Object top() {
    return ours.top(Reference.TOP, Runnable::run);
  }
}
