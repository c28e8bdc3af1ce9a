package io.github.tierwise.spark;

import io.github.tierwise.score.Scorer;
import java.util.Optional;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Scores the accounts of a Dataset.
 *
 * <pre>{@code
 * Scorer scorer = Scorer.of(brand);
 * AccountColumns columns = AccountColumns.builder().platform(Platform.TIKTOK).currency("USD").build();
 * Dataset<Row> scored = Tierwise.score(spark.read().parquet("accounts"), scorer, columns);
 * }</pre>
 *
 * @since 0.1.0
 */
public final class Tierwise {

  private static final Logger LOG = LoggerFactory.getLogger(Tierwise.class);
  private static final String COLUMNAR = "spark.tierwise.columnar";

  private Tierwise() {}

  /**
   * Appends the results of a scorer to each row: the same bits as {@link Scorer#score} gives for
   * one account, however the data is partitioned.
   *
   * <p>On a classic session (not Spark Connect) batches of columns are scored inside of Spark's
   * plan; elsewhere, or if {@code spark.tierwise.columnar} is {@code false}, rows are, over its
   * public API alone: slower, with the same bits. The log tells which.
   *
   * <p>Appended are, as far as {@link AccountColumns} asks for them, {@code score, score_low,
   * score_high} (0 to 100), {@code tier} (its label, or {@code unclassified}), {@code eligible},
   * {@code why_not} (the code of the first gate that fails, or null), {@code engagement_rate,
   * expected_rate} (fractions), {@code price, cost_per_engagement} (in the brand's currency; the
   * latter infinite where nobody engages), and {@code utility_} with the name of each criterion (0
   * to 1). Null is unknown.
   *
   * @param accounts one row an account, with columns of any other kind beside
   * @param scorer who scores; serializable
   * @param columns which column is what
   * @return all columns of {@code accounts}, then the results; nothing is computed before an
   *     action. A number that is negative, infinite, or a fraction above 1 fails the job, with its
   *     id
   * @throws IllegalArgumentException if a column is missing, of another type, or already there by
   *     the name of a result, the currency is not the brand's, or the scorer is not serializable
   */
  public static Dataset<Row> score(Dataset<Row> accounts, Scorer scorer, AccountColumns columns) {
    Plan plan = Plan.of(scorer, columns, accounts.schema(), caseSensitive(accounts));
    return byColumns(accounts, plan).orElseGet(() -> byRows(accounts, plan));
  }

  private static Optional<Dataset<Row>> byColumns(Dataset<Row> accounts, Plan plan) {
    if (!Boolean.parseBoolean(accounts.sparkSession().conf().get(COLUMNAR, "true"))) {
      LOG.info("scores by rows: {} is false", COLUMNAR);
      return Optional.empty();
    }
    try {
      Optional<Dataset<Row>> scored = Columnar.score(accounts, plan);
      LOG.info("scores by {}", scored.isPresent() ? "columns" : "rows: no classic session");
      return scored;
    } catch (LinkageError e) {
      LOG.warn("scores by rows, which takes longer: this Spark is different inside", e);
      return Optional.empty();
    }
  }

  /** Over the public API alone. */
  private static Dataset<Row> byRows(Dataset<Row> accounts, Plan plan) {
    MapPartitionsFunction<Row, Row> scoring = rows -> new RowScoring(plan, rows);
    return accounts.mapPartitions(scoring, Encoders.row(plan.appendTo(accounts.schema())));
  }

  private static boolean caseSensitive(Dataset<Row> accounts) {
    return Boolean.parseBoolean(
        accounts.sparkSession().conf().get("spark.sql.caseSensitive", "false"));
  }
}
