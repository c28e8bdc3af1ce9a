package io.github.tierwise.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BinaryOperator;

/**
 * Works on many rows in ranges of a fixed size, on the caller's thread and on those of an executor.
 * The ranges, and the order in which their results are put together, do not depend on the number of
 * threads; so nor does the result.
 */
public final class Ranges {

  /** Rows of a range: large enough that handing it out costs nothing. */
  public static final int ROWS = 1 << 16;

  /** What is to be done with rows {@code from} to before {@code to}. */
  @FunctionalInterface
  public interface Work<R> {
    R apply(int from, int to);
  }

  private Ranges() {}

  /**
   * The results of all ranges, in their order. The calling thread works too, so an executor that is
   * busy, even with the caller itself, or takes no work delays nothing. If the work fails, what the
   * first failing range threw is thrown, and ranges not yet begun are left out.
   */
  public static <R> List<R> map(int size, Executor executor, Work<R> work) {
    return map(size, ROWS, executor, work);
  }

  /** The same with ranges of {@code rows}, for work that takes longer for each. */
  public static <R> List<R> map(int size, int rows, Executor executor, Work<R> work) {
    int ranges = (int) ((size + (long) rows - 1) / rows);
    Job<R> job = new Job<>(size, rows, ranges, work);
    int helpers = Math.min(ranges, Runtime.getRuntime().availableProcessors()) - 1;
    try {
      call(helpers, executor, job);
      job.run();
    } finally {
      job.stop();
    }
    return job.results();
  }

  /** An executor that takes no more work leaves it to the caller. */
  private static void call(int helpers, Executor executor, Runnable job) {
    try {
      for (int i = 0; i < helpers; i++) {
        executor.execute(job);
      }
    } catch (RejectedExecutionException e) {
      // Those that were taken help; the result is the same without the others.
    }
  }

  /** Puts results together as a balanced tree; the list must not be empty. */
  public static <R> R reduce(List<R> results, BinaryOperator<R> operator) {
    List<R> level = results;
    while (level.size() > 1) {
      List<R> next = new ArrayList<>();
      for (int i = 0; i < level.size(); i += 2) {
        next.add(
            i + 1 < level.size() ? operator.apply(level.get(i), level.get(i + 1)) : level.get(i));
      }
      level = next;
    }
    return level.get(0);
  }

  /** All ranges of one call; every thread that runs it takes range after range. */
  private static final class Job<R> implements Runnable {
    private final int size;
    private final int rows;
    private final int ranges;
    private final Work<R> work;
    private final AtomicInteger next = new AtomicInteger();
    private final CountDownLatch open;
    private final AtomicReferenceArray<@Nullable Object> done;

    private record Failure(Throwable cause) {}

    Job(int size, int rows, int ranges, Work<R> work) {
      this.size = size;
      this.rows = rows;
      this.ranges = ranges;
      this.work = work;
      open = new CountDownLatch(ranges);
      done = new AtomicReferenceArray<>(ranges);
    }

    @Override
    public void run() {
      for (int i = next.getAndIncrement(); i < ranges && i >= 0; i = next.getAndIncrement()) {
        int from = i * rows;
        try {
          done.set(i, work.apply(from, (int) Math.min(from + (long) rows, size)));
        } catch (RuntimeException | Error e) {
          done.set(i, new Failure(e));
          close();
        } finally {
          open.countDown();
        }
      }
    }

    /** Lets nobody begin another range, and counts those that nobody will begin. */
    private void close() {
      for (int i = next.getAndAdd(ranges); i < ranges && i >= 0; i++) {
        open.countDown();
      }
    }

    /** Waits for the ranges that other threads have begun. */
    void stop() {
      close();
      boolean interrupted = false;
      while (true) {
        try {
          open.await();
          break;
        } catch (InterruptedException e) {
          // What others write to must be complete before the caller goes on.
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }

    @SuppressWarnings("unchecked") // only results of the work and failures are stored
    List<R> results() {
      List<R> results = new ArrayList<>(ranges);
      for (int i = 0; i < ranges; i++) {
        Object result = done.get(i);
        if (result instanceof Failure failure) {
          if (failure.cause() instanceof Error error) {
            throw error;
          }
          throw (RuntimeException) failure.cause();
        }
        results.add((R) result);
      }
      return results;
    }
  }
}
