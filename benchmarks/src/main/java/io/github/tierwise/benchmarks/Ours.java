package io.github.tierwise.benchmarks;

import io.github.tierwise.profile.ProfileColumns;
import io.github.tierwise.score.Output;
import io.github.tierwise.score.Ranking;
import io.github.tierwise.score.ScoreBlock;
import io.github.tierwise.score.ScoreColumns;
import io.github.tierwise.score.Scorer;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collector;

/**
 * The library at work: the one class that calls it for the comparison. The calling thread works
 * too: with {@code Runnable::run} it is alone, with one thread of an executor there are two.
 */
final class Ours {

  private static final Set<Output> FIVE =
      EnumSet.of(
          Output.SCORE,
          Output.TIER,
          Output.ENGAGEMENT_RATE,
          Output.EXPECTED_RATE,
          Output.COST_PER_ENGAGEMENT);

  private final Scorer scorer = Workload.scorer();
  private final ProfileColumns columns;

  Ours(Workload workload) {
    columns = workload.columns();
  }

  /** The scores of all rows into an array, on one thread. */
  void scores(double[] out) {
    scorer.score(columns, 0, columns.size(), out);
  }

  /** All five outputs of all rows into arrays, on one thread. */
  void store(Outputs out) {
    scorer.score(columns, 0, columns.size(), arrays(out));
  }

  /** All five outputs of all rows into arrays. */
  void store(Outputs out, Executor executor) {
    scorer.score(columns, arrays(out), executor);
  }

  private static ScoreColumns arrays(Outputs out) {
    return ScoreColumns.builder()
        .scores(out.scores())
        .tiers(out.tiers())
        .engagementRates(out.engagementRates())
        .expectedRates(out.expectedRates())
        .costsPerEngagement(out.costsPerEngagement())
        .build();
  }

  /** The sums of all five outputs, without storing them. */
  Sums sums(Executor executor) {
    return scorer.collect(
        columns, FIVE, executor, Collector.of(Adder::new, Adder::add, Adder::plus, Adder::sums));
  }

  /** The rows of the best eligible accounts. */
  int[] top(int count, Executor executor) {
    return scorer.top(count, columns, executor).entries().stream()
        .mapToInt(Ranking.Entry::row)
        .toArray();
  }

  private static final class Adder {
    private double scores;
    private long tiers;
    private double engagementRates;
    private double expectedRates;
    private double costsPerEngagement;

    void add(ScoreBlock block) {
      for (int i = 0; i < block.size(); i++) {
        scores += block.score(i);
        tiers += block.tierPosition(i);
        engagementRates += known(block.engagementRate(i));
        expectedRates += known(block.expectedRate(i));
        costsPerEngagement += known(block.costPerEngagement(i));
      }
    }

    private static double known(double value) {
      return Double.isNaN(value) ? 0.0 : value;
    }

    Adder plus(Adder other) {
      scores += other.scores;
      tiers += other.tiers;
      engagementRates += other.engagementRates;
      expectedRates += other.expectedRates;
      costsPerEngagement += other.costsPerEngagement;
      return this;
    }

    Sums sums() {
      return new Sums(scores, tiers, engagementRates, expectedRates, costsPerEngagement);
    }
  }
}
