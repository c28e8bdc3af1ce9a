package io.github.tierwise.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * Somebody who does the work of {@link Workload}, or of its first rows, and is compared with us.
 *
 * @param id a short name that results are filed under
 * @param rows how many of the first rows
 * @param threads how many threads work
 * @param run does the work once and tells how long it took
 * @param verify does the work once and compares it with ours; gives the largest relative difference
 */
record Contender(String id, int rows, int threads, Run run, Verification verify) {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /**
   * How long it took, in ns.
   *
   * @param wall by the clock on the wall
   * @param cpu processor time of the working thread; NaN if there are several
   */
  record Time(double wall, double cpu) {}

  /** Something that is done once. */
  @FunctionalInterface
  interface Action {
    void run() throws Exception;
  }

  /** Something that is done once and timed. */
  @FunctionalInterface
  interface Run {
    Time run() throws Exception;
  }

  /** Something that is compared with ours. */
  @FunctionalInterface
  interface Verification {
    double worst() throws Exception;
  }

  /** A contender in this process, timed here. */
  static Contender of(String id, int rows, int threads, Action work, Verification verification) {
    return new Contender(id, rows, threads, () -> timed(threads, work), verification);
  }

  static Time timed(int threads, Action work) throws Exception {
    long wall = System.nanoTime();
    long cpu = THREADS.getCurrentThreadCpuTime();
    work.run();
    cpu = THREADS.getCurrentThreadCpuTime() - cpu;
    wall = System.nanoTime() - wall;
    return new Time(wall, threads == 1 ? cpu : Double.NaN);
  }
}
