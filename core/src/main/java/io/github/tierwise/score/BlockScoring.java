package io.github.tierwise.score;

import io.github.tierwise.internal.Ranges;
import io.github.tierwise.profile.ProfileColumns;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collector;

/** Scores rows block by block, on one thread or several. Thread-safe. */
final class BlockScoring {

  private final ScoreFormula formula;

  /** Blocks that wait for their next use: scoring a range again and again allocates nothing. */
  private final Queue<ScoreBlock> blocks = new ConcurrentLinkedQueue<>();

  BlockScoring(ScoreFormula formula) {
    this.formula = formula;
  }

  /** Hands out the blocks of a range of rows, in their order. */
  void forEachBlock(
      ProfileColumns columns,
      int from,
      int to,
      Set<Output> outputs,
      Consumer<? super ScoreBlock> sink) {
    ScoreBlock block = blocks.poll();
    if (block == null) {
      block = new ScoreBlock(formula);
    }
    try {
      for (int start = from; start < to; start += SignalBlock.CAPACITY) {
        block.compute(columns, start, Math.min(start + SignalBlock.CAPACITY, to), outputs);
        sink.accept(block);
      }
    } finally {
      block.clear();
      blocks.offer(block);
    }
  }

  /** Collects the blocks of all rows; the same result for any number of threads. */
  <A, R> R collect(
      ProfileColumns columns,
      Set<Output> outputs,
      Executor executor,
      Collector<? super ScoreBlock, A, R> collector) {
    List<A> parts =
        Ranges.map(
            columns.size(),
            executor,
            (from, to) -> {
              A part = collector.supplier().get();
              forEachBlock(
                  columns, from, to, outputs, block -> collector.accumulator().accept(part, block));
              return part;
            });
    A all =
        parts.isEmpty() ? collector.supplier().get() : Ranges.reduce(parts, collector.combiner());
    return collector.finisher().apply(all);
  }
}
