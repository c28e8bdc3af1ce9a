package io.github.tierwise.benchmarks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

/** The formulas that others are given are those of the library. */
class SameWorkTest {

  private static final int ROWS = 20_000;

  private final Workload workload = new Workload(ROWS);
  private final Ours ours = new Ours(workload);
  private final Reference reference = Reference.of(workload, ours);

  @Test
  void thePlainLoopDoesWhatTheLibraryDoes() {
    Outputs loop = new Outputs(ROWS);
    JavaPeers.store(workload, loop);

    assertTrue(loop.verify(reference.outputs(), ROWS, "loop") < 1e-11);
    assertTrue(Sums.of(loop, ROWS).verify(reference.sums(), "loop") < 1e-11);
  }

  @Test
  void objectsDoWhatTheLibraryDoes() {
    JavaPeers.Account[] accounts = JavaPeers.accounts(workload);
    Outputs objects = new Outputs(ROWS);
    JavaPeers.store(accounts, objects);

    assertTrue(objects.verify(reference.outputs(), ROWS, "objects") < 1e-11);
    assertEquals(0.0, reference.verifyTop(JavaPeers.top(Reference.TOP, accounts), "stream"));
  }

  @Test
  void twoThreadsDoWhatOneDoes() {
    Outputs two = new Outputs(ROWS);
    ours.store(two, ForkJoinPool.commonPool());

    assertEquals(0.0, two.verify(reference.outputs(), ROWS, "two threads"));
    assertArrayEquals(reference.top(), ours.top(Reference.TOP, ForkJoinPool.commonPool()));
    assertTrue(ours.sums(ForkJoinPool.commonPool()).verify(reference.sums(), "sums") < 1e-11);
  }

  @Test
  void everyCaseOccursAmongTheAccounts() {
    boolean[] tiers = new boolean[8];
    for (int tier : reference.outputs().tiers()) {
      tiers[tier] = true;
    }
    assertArrayEquals(new boolean[] {true, true, true, true, true, true, true, true}, tiers);
    for (double[] column : workload.inputs()) {
      long unknown = java.util.Arrays.stream(column).filter(Double::isNaN).count();
      assertTrue(unknown > 0 && unknown < ROWS);
    }
  }

  @Test
  void aDifferenceIsFound() {
    Outputs wrong = new Outputs(ROWS);
    ours.store(wrong);
    wrong.scores()[7] *= 1 + 1e-8;
    assertThrows(
        IllegalStateException.class, () -> wrong.verify(reference.outputs(), ROWS, "wrong"));

    ours.store(wrong);
    wrong.tiers()[7]++;
    assertThrows(
        IllegalStateException.class, () -> wrong.verify(reference.outputs(), ROWS, "wrong"));

    ours.store(wrong);
    wrong.engagementRates()[7] = Double.NaN;
    assertThrows(
        IllegalStateException.class, () -> wrong.verify(reference.outputs(), ROWS, "wrong"));

    int[] others = reference.top().clone();
    others[99] = 0;
    assertThrows(IllegalStateException.class, () -> reference.verifyTop(others, "wrong"));
  }
}
