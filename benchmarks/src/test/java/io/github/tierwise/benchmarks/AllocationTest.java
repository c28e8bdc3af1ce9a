package io.github.tierwise.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.ProfileColumns;
import io.github.tierwise.score.Scorer;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/**
 * Bytes that scoring allocates. Unlike a time, they do not depend on what else the machine does;
 * what the virtual machine allocates until everything is compiled is passed over, however long that
 * takes.
 */
class AllocationTest {

  private static final int ROWS = 500_000;
  private static final int MOST_ATTEMPTS = 200;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static volatile double sink;

  /** The fewest bytes of this thread, tried again while they are more than enough. */
  private static long allocated(long enough, Runnable work) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < MOST_ATTEMPTS && least > enough; i++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      work.run();
      least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }

  @Test
  void manyRowsAllocateNextToNothing() {
    Ours ours = new Ours(new Workload(ROWS));
    Outputs out = new Outputs(ROWS);
    long most = ROWS / 100;

    long bytes = allocated(most, () -> ours.store(out));
    assertTrue(bytes <= most, () -> "bytes for %d rows were %d".formatted(ROWS, bytes));
    long sums = allocated(most, () -> sink = ours.sums(Runnable::run).scores());
    assertTrue(sums <= most, () -> "bytes for sums of %d rows were %d".formatted(ROWS, sums));
  }

  @Test
  void oneScoreAllocatesNothing() {
    Scorer scorer = Workload.scorer();
    ProfileColumns columns = new Workload(1_000).columns();
    Influencer[] accounts = new Influencer[columns.size()];
    for (int row = 0; row < accounts.length; row++) {
      accounts[row] = columns.get(row);
    }
    assertEquals(
        0,
        allocated(
            0,
            () -> {
              double sum = 0;
              for (Influencer account : accounts) {
                sum += scorer.value(account);
              }
              sink = sum;
            }));
  }

  @Test
  void whatIsAllocatedIsSeen() {
    Object[] kept = new Object[1];
    assertTrue(allocated(0, () -> kept[0] = new byte[100]) >= 100);
  }
}
