package io.github.tierwise.spark;

import io.github.tierwise.score.Scorer;
import io.github.tierwise.study.TierStudy;
import io.github.tierwise.tier.TierPolicy;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Scores and studies the accounts of a Dataset.
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
   * expected_rate} (fractions; with {@link AccountColumns.Builder#level levels}, of these and not
   * of means), {@code price, cost_per_engagement} (in the brand's currency; the latter infinite
   * where nobody engages), and {@code utility_} with the name of each criterion (0 to 1). Null is
   * unknown.
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
    return score(accounts, plan(accounts, scorer, columns));
  }

  /**
   * The best eligible accounts, best first, and why: the results as {@link #score} appends them,
   * among them always the score and the eligibility, then {@code reason}, the one thing that sets
   * each apart from a typical eligible account, in words ({@link Scorer#reason}). Of equal scores
   * the smaller id comes first.
   *
   * <p>Two jobs run at once: they find what is typical, and the best. Sentences are made on the
   * driver.
   *
   * @param accounts one row an account
   * @param scorer who scores; serializable
   * @param columns which column is what; with a column of ids, whose type has an order
   * @param k how many at the most, at least 0
   * @return the accounts, which are on the driver
   * @throws IllegalArgumentException as {@link #score}, if there is no column of ids, or if {@code
   *     k} is negative
   */
  public static Dataset<Row> best(
      Dataset<Row> accounts, Scorer scorer, AccountColumns columns, int k) {
    return new Best(accounts, scorer, columns).of(k);
  }

  /**
   * Studies tier definitions on all accounts, with the usual engagement rates: the same study as
   * {@link TierStudy#of} makes of them, however the data is partitioned. A job runs at once.
   *
   * @param accounts one row an account
   * @param columns which column is what; results are of no matter
   * @param definitions the definitions, each id once; serializable
   * @return the study
   * @throws IllegalArgumentException if a column is missing or of another type, a definition is not
   *     serializable, there is none, or an id is used twice
   */
  public static TierStudy study(
      Dataset<Row> accounts, AccountColumns columns, List<? extends TierPolicy> definitions) {
    return Studies.of(accounts, columns, definitions);
  }

  /**
   * Lets SQL of a session score: {@code tierwise.value(account)} is the score alone, the same bits
   * as {@link Scorer#value}, of a struct whose fields are named as columns would be, such as {@code
   * struct(followers, likes, comments)}, or {@code struct(*)} for a whole row. Registered again, it
   * is replaced for queries that are made afterwards. The driver keeps it until its end.
   *
   * @param session a classic one
   * @param scorer who scores; serializable
   * @param columns which field is what; results are of no matter. A query fails before any job if a
   *     field is missing or of another type
   * @throws IllegalArgumentException if the session is not a classic one
   */
  public static void register(SparkSession session, Scorer scorer, AccountColumns columns) {
    if (!isClassic(session)) {
      throw new IllegalArgumentException(
          "session must be a classic one for functions in SQL, was %s: use Tierwise.score"
              .formatted(session.getClass().getName()));
    }
    UnboundValue.register(session, scorer, columns);
  }

  static Plan plan(Dataset<Row> accounts, Scorer scorer, AccountColumns columns, String... others) {
    boolean caseSensitive = caseSensitive(accounts.sparkSession());
    Plan plan = Plan.of(scorer, columns, accounts.schema(), caseSensitive);
    plan.checkNames(accounts.schema(), caseSensitive, others);
    return plan;
  }

  static Dataset<Row> score(Dataset<Row> accounts, Plan plan) {
    return byColumns(accounts, plan).orElseGet(() -> byRows(accounts, plan));
  }

  private static Optional<Dataset<Row>> byColumns(Dataset<Row> accounts, Plan plan) {
    if (!Boolean.parseBoolean(accounts.sparkSession().conf().get(COLUMNAR, "true"))) {
      LOG.info("scores by rows: {} is false", COLUMNAR);
      return Optional.empty();
    }
    if (!isClassic(accounts.sparkSession())) {
      LOG.info("scores by rows: no classic session");
      return Optional.empty();
    }
    try {
      Dataset<Row> scored = Columnar.score(accounts, plan);
      LOG.info("scores by columns");
      return Optional.of(scored);
    } catch (LinkageError e) {
      LOG.warn("scores by rows, which takes longer: this Spark is different inside", e);
      return Optional.empty();
    }
  }

  /**
   * Whether plans are made here, and not by a server of Spark Connect, whose clients lack it all.
   */
  private static boolean isClassic(SparkSession session) {
    try {
      return session instanceof org.apache.spark.sql.classic.SparkSession;
    } catch (LinkageError e) {
      return false;
    }
  }

  /** Over the public API alone. */
  private static Dataset<Row> byRows(Dataset<Row> accounts, Plan plan) {
    MapPartitionsFunction<Row, Row> scoring = rows -> new RowScoring(plan, rows);
    return accounts.mapPartitions(scoring, Encoders.row(plan.appendTo(accounts.schema())));
  }

  static boolean caseSensitive(SparkSession session) {
    return Boolean.parseBoolean(session.conf().get("spark.sql.caseSensitive", "false"));
  }

  /** A name as an expression. */
  static Column named(String column) {
    return functions.col("`" + column.replace("`", "``") + "`");
  }
}
