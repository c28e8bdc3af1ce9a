package io.github.tierwise.spark;

import io.github.tierwise.profile.ProfileColumns;
import io.github.tierwise.score.ScoreColumns;
import io.github.tierwise.score.Scorer;
import io.github.tierwise.tier.Classification;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.types.DataType;

/** The results of block after block. Not thread-safe. */
final class ResultBlock {

  private final Scorer scorer;
  private final ScoreColumns arrays;
  private final List<ResultColumn> columns = new ArrayList<>();

  ResultBlock(Plan plan, int capacity) {
    scorer = plan.scorer();
    ScoreColumns.Builder builder = ScoreColumns.builder();
    double[] lows = new double[capacity];
    int[] failures = new int[capacity];
    for (Result result : plan.results()) {
      DataType type = result.kind().type();
      columns.add(
          switch (result.kind()) {
            case SCORE_LOW -> ResultColumn.numbers(type, lows);
            case TIER -> {
              int[] tiers = new int[capacity];
              builder.tiers(tiers);
              yield ResultColumn.texts(type, tiers, tiers(scorer));
            }
            case ELIGIBLE -> ResultColumn.flags(type, failures);
            case WHY_NOT -> {
              builder.failures(failures);
              yield ResultColumn.texts(type, failures, scorer.gates());
            }
            default -> {
              double[] numbers = new double[capacity];
              ask(builder, result, numbers, lows);
              yield ResultColumn.numbers(type, numbers);
            }
          });
    }
    arrays = builder.build();
  }

  private static List<String> tiers(Scorer scorer) {
    return scorer.tiers().outcomes().stream().map(Classification::label).toList();
  }

  private static void ask(
      ScoreColumns.Builder builder, Result result, double[] numbers, double[] lows) {
    switch (result.kind()) {
      case SCORE -> builder.scores(numbers);
      case SCORE_HIGH -> builder.intervals(lows, numbers);
      case ENGAGEMENT_RATE -> builder.engagementRates(numbers);
      case EXPECTED_RATE -> builder.expectedRates(numbers);
      case PRICE -> builder.prices(numbers);
      case COST_PER_ENGAGEMENT -> builder.costsPerEngagement(numbers);
      case UTILITY -> builder.utilities(result.criterion(), numbers);
      default -> throw new AssertionError(result);
    }
  }

  int capacity() {
    return arrays.size();
  }

  /** Scores the first rows. */
  void score(ProfileColumns accounts, int rows) {
    scorer.score(accounts, 0, rows, arrays);
    columns.forEach(column -> column.rows(rows));
  }

  /** The results, in the order of the plan. */
  List<ResultColumn> columns() {
    return columns;
  }
}
