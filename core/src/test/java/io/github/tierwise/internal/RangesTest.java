package io.github.tierwise.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a caller sees of work that is done range by range; that bits stay the same: BulkTest. */
class RangesTest {

  @Test
  void rangesCoverAllRowsInTheirOrder() {
    for (int size : new int[] {0, 1, Ranges.ROWS, Ranges.ROWS + 1, 3 * Ranges.ROWS}) {
      List<List<Integer>> ranges = Ranges.map(size, Runnable::run, (from, to) -> List.of(from, to));
      int end = 0;
      for (List<Integer> range : ranges) {
        assertEquals(end, range.get(0));
        end = range.get(1);
        assertTrue(end - range.get(0) <= Ranges.ROWS);
      }
      assertEquals(size, end);
    }
    assertEquals(2, Ranges.map(Ranges.ROWS + 1, Runnable::run, (from, to) -> 0).size());
    assertEquals(1, Ranges.map(Ranges.ROWS, Runnable::run, (from, to) -> 0).size());
  }

  @Test
  void anErrorIsThrownAsItIs() {
    Error error = new AssertionError("mine");
    assertSame(
        error,
        assertThrows(
            AssertionError.class,
            () ->
                Ranges.map(
                    5,
                    Runnable::run,
                    (from, to) -> {
                      throw error;
                    })));
  }

  @Test
  void aCallerThatIsInterruptedGetsItsResultsAndStaysInterrupted() {
    Thread.currentThread().interrupt();
    try {
      assertEquals(List.of(7), Ranges.map(5, Runnable::run, (from, to) -> 7));
    } finally {
      assertTrue(Thread.interrupted());
    }
  }

  @Test
  void anExecutorThatTakesNoWorkLeavesItToTheCaller() {
    ExecutorService ended = Executors.newFixedThreadPool(2);
    ended.shutdown();
    AtomicInteger calls = new AtomicInteger();
    Executor onlyOnce =
        job -> {
          if (calls.getAndIncrement() > 0) {
            throw new RejectedExecutionException();
          }
        };
    for (Executor executor : List.of(ended, onlyOnce)) {
      assertEquals(
          List.of(0, Ranges.ROWS, 2 * Ranges.ROWS),
          Ranges.map(3 * Ranges.ROWS, executor, (from, to) -> from));
    }
  }

  @Test
  void resultsArePutTogetherAsATreeInTheirOrder() {
    assertEquals("a", Ranges.reduce(List.of("a"), (x, y) -> "(" + x + y + ")"));
    assertEquals(
        "(((ab)(cd))e)",
        Ranges.reduce(List.of("a", "b", "c", "d", "e"), (x, y) -> "(" + x + y + ")"));
  }
}
