package io.github.tierwise.benchmarks;

import java.lang.management.ManagementFactory;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import java.util.function.Function;

/**
 * Two revisions of the library side by side in one virtual machine, round by round in turn, so that
 * whatever else the machine does slows both: {@code benchmarks/against REV} starts it.
 */
public final class Revisions {

  /** Nanoseconds for the compilers. */
  private static final long WARM_UP = 4_000_000_000L;

  private Revisions() {}

  /**
   * Prints for each piece of work the nanoseconds an account of both, and their ratio.
   *
   * @param args the classes of the earlier core, of this core, of the benchmarks, and how many
   *     rounds to measure
   * @throws ReflectiveOperationException if a class cannot be loaded
   * @throws MalformedURLException if a path is none
   */
  public static void main(String[] args)
      throws ReflectiveOperationException, MalformedURLException {
    Function<String, DoubleSupplier> before = load(args[0], args[2]);
    Function<String, DoubleSupplier> now = load(args[1], args[2]);
    int rounds = Integer.parseInt(args[3]);
    System.out.println("| work | before | now | now / before | of minima |");
    System.out.println("|---|--:|--:|--:|--:|");
    for (RevisionWork.Piece piece : RevisionWork.Piece.values()) {
      DoubleSupplier[] work = {before.apply(piece.name()), now.apply(piece.name())};
      verify(piece, work);
      double[][] times = times(work, rounds);
      System.out.printf(
          Locale.ROOT,
          "| %s | %.1f ns | %.1f ns | %.3f | %.3f |%n",
          piece.name().toLowerCase(Locale.ROOT).replace('_', ' '),
          median(times[0]) / piece.accounts,
          median(times[1]) / piece.accounts,
          median(times[1]) / median(times[0]),
          least(times[1]) / least(times[0]));
    }
  }

  @SuppressWarnings("unchecked") // as RevisionWork declares it
  private static Function<String, DoubleSupplier> load(String core, String benchmarks)
      throws ReflectiveOperationException, MalformedURLException {
    URL[] path = {Path.of(core).toUri().toURL(), Path.of(benchmarks).toUri().toURL()};
    // Open as long as the program runs.
    ClassLoader loader = new URLClassLoader(path, ClassLoader.getPlatformClassLoader());
    return (Function<String, DoubleSupplier>)
        loader.loadClass(RevisionWork.class.getName()).getConstructor().newInstance();
  }

  private static void verify(RevisionWork.Piece piece, DoubleSupplier[] work) {
    double before = work[0].getAsDouble();
    double now = work[1].getAsDouble();
    if (Double.compare(before, now) != 0) {
      throw new IllegalStateException(
          "results of %s must be the same, were %s and %s".formatted(piece, before, now));
    }
  }

  private static double[][] times(DoubleSupplier[] work, int rounds) {
    long enough = cpuTime() + WARM_UP;
    while (cpuTime() < enough) {
      time(work[0]);
      time(work[1]);
    }
    double[][] times = new double[2][rounds];
    for (int round = 0; round < rounds; round++) {
      // Each is the first in every other round.
      for (int turn = 0; turn < 2; turn++) {
        int which = (turn + round) & 1;
        times[which][round] = time(work[which]);
      }
    }
    return times;
  }

  /** Of this thread alone: what else the machine does is not in it. */
  private static long cpuTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static double time(DoubleSupplier work) {
    long start = cpuTime();
    double sum = work.getAsDouble();
    long time = cpuTime() - start;
    return Double.isNaN(sum) ? Double.NaN : time;
  }

  private static double median(double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static double least(double[] times) {
    return Arrays.stream(times).min().orElse(Double.NaN);
  }
}
