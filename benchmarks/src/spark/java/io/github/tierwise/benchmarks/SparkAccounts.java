package io.github.tierwise.benchmarks;

import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Accounts of the kind of {@link Workload} as files of Parquet, made by Spark: each number follows
 * from the number of its row.
 */
final class SparkAccounts {

  /** Each file is read by a task of its own. */
  static final int ROWS_OF_A_FILE = 250_000;

  private SparkAccounts() {}

  static void write(SparkSession spark, int rows, String folder) {
    accounts(spark, rows).write().mode("overwrite").parquet(folder);
  }

  private static Dataset<Row> accounts(SparkSession spark, int rows) {
    return spark.sql(
        String.format(
            Locale.ROOT,
            """
            SELECT concat('account ', id) AS id,
              %s AS followers,
              %s AS likes,
              %s AS comments,
              %s AS clicks,
              %s AS conversions,
              %s AS price,
              %s AS vegan,
              %s AS germany
            FROM (
              SELECT *, 20 + floor(liked * %s) AS clicked, 117 * pow(size / 1000, 0.61) AS usual
              FROM (
                SELECT *, 1 + floor(size * 0.03D * pow(2, 4 * %s - 2)) AS liked
                FROM (SELECT id, floor(500 * pow(40000, %s)) AS size FROM range(0, %d, 1, %d))))
            """,
            unless(0.01, 1, "size"),
            unless(0.05, 2, "liked"),
            unless(0.10, 3, "floor(liked * 0.06D * %s)".formatted(random(4))),
            unless(0.30, 5, "clicked"),
            unless(0.30, 5, "floor(clicked * 0.06D * %s)".formatted(random(6))),
            unless(0.50, 7, "round(usual * (0.5D + %s))".formatted(random(8))),
            unless(0.10, 9, share(10)),
            unless(0.20, 11, share(12)),
            random(13),
            random(14),
            random(15),
            rows,
            Math.max(1, rows / ROWS_OF_A_FILE)));
  }

  private static String unless(double unknown, int column, String number) {
    return "if(%s < %s, null, cast(%s AS double))".formatted(random(column), unknown, number);
  }

  /** A share of whole percents, more often small than large. */
  private static String share(int column) {
    return "round(100 * pow(%s, 2)) / 100".formatted(random(column));
  }

  /** A number in [0, 1), the same for a row on every machine. */
  private static String random(int column) {
    return "pmod(xxhash64(id, %d), 1000003) / 1000003D".formatted(column);
  }
}
