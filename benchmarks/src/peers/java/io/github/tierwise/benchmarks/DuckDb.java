package io.github.tierwise.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** DuckDB, the column store that runs in the process: the same formulas in SQL, NULL for unknown. */
public final class DuckDb implements Peer {

  private final Connection connection;
  private final Statement statement;

  /** Opens an empty database in memory. */
  public DuckDb() throws SQLException {
    connection = DriverManager.getConnection("jdbc:duckdb:", new Properties());
    statement = connection.createStatement();
  }

  @Override
  public String version() {
    try {
      return "DuckDB " + connection.getMetaData().getDatabaseProductVersion();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public List<Contender> contenders(Reference reference) throws SQLException {
    load(reference.workload());
    int rows = reference.workload().rows;
    return List.of(
        Contender.of("duckdb", rows, 1, () -> store(1), () -> verifyStored(reference, 1)),
        Contender.of("duckdb", rows, 2, () -> store(2), () -> verifyStored(reference, 2)),
        Contender.of(
            "duckdb-sums",
            rows,
            1,
            () -> sums(1),
            () -> sums(1).verify(reference.sums(), "DuckDB")),
        Contender.of(
            "duckdb-sums",
            rows,
            2,
            () -> sums(2),
            () -> sums(2).verify(reference.sums(), "DuckDB")),
        Contender.of(
            "duckdb-top",
            rows,
            1,
            () -> top(1),
            () -> reference.verifyTop(top(1), "DuckDB")),
        Contender.of(
            "duckdb-top",
            rows,
            2,
            () -> top(2),
            () -> reference.verifyTop(top(2), "DuckDB")));
  }

  private void load(Workload workload) throws SQLException {
    statement.execute(
        "CREATE TABLE accounts (" + String.join(" DOUBLE, ", Workload.COLUMNS) + " DOUBLE)");
    List<double[]> inputs = workload.inputs();
    try (DuckDBAppender appender =
        connection
            .unwrap(DuckDBConnection.class)
            .createAppender(DuckDBConnection.DEFAULT_SCHEMA, "accounts")) {
      for (int row = 0; row < workload.rows; row++) {
        appender.beginRow();
        for (double[] column : inputs) {
          if (Double.isNaN(column[row])) {
            appender.appendNull();
          } else {
            appender.append(column[row]);
          }
        }
        appender.endRow();
      }
    }
    statement.execute("ANALYZE accounts");
  }

  private void threads(int count) throws SQLException {
    statement.execute("SET threads = " + count);
  }

  private void store(int threads) throws SQLException {
    threads(threads);
    statement.execute("CREATE OR REPLACE TABLE results AS " + RESULTS);
  }

  private double verifyStored(Reference reference, int threads) throws SQLException {
    store(threads);
    Outputs theirs = new Outputs(reference.workload().rows);
    int row = 0;
    try (ResultSet results = statement.executeQuery("SELECT * FROM results")) {
      while (results.next()) {
        theirs.scores()[row] = number(results, 1);
        theirs.tiers()[row] = results.getInt(2);
        theirs.engagementRates()[row] = number(results, 3);
        theirs.expectedRates()[row] = number(results, 4);
        theirs.costsPerEngagement()[row] = number(results, 5);
        row++;
      }
    }
    return theirs.verify(reference.outputs(), row, "DuckDB");
  }

  private static double number(ResultSet results, int column) throws SQLException {
    double value = results.getDouble(column);
    return results.wasNull() ? Double.NaN : value;
  }

  private Sums sums(int threads) throws SQLException {
    threads(threads);
    try (ResultSet results =
        statement.executeQuery(
            "SELECT sum(score), sum(tier), sum(engagement_rate), sum(expected_rate),"
                + " sum(cost_per_engagement) FROM ("
                + RESULTS
                + ")")) {
      results.next();
      return new Sums(
          results.getDouble(1),
          results.getLong(2),
          results.getDouble(3),
          results.getDouble(4),
          results.getDouble(5));
    }
  }

  private int[] top(int threads) throws SQLException {
    threads(threads);
    int[] rows = new int[Reference.TOP];
    int count = 0;
    try (ResultSet results = statement.executeQuery(BEST)) {
      while (results.next()) {
        rows[count++] = results.getInt(1);
      }
    }
    return rows;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String scale(String x, double from, double to, double unknown) {
    return String.format(
        Locale.ROOT,
        "CASE WHEN %1$s IS NULL THEN %4$s ELSE least(1.0, greatest(0.0, (%1$s - %2$s) * %3$s)) END",
        x,
        text(from),
        text(1 / (to - from)),
        text(unknown));
  }

  private static String coverage(String share) {
    return "greatest(%s, coalesce(%s, %s))"
        .formatted(text(Formula.LEAST_COVERAGE), share, text(Formula.NEUTRAL));
  }

  /** A number of type DOUBLE; one with a point alone is a DECIMAL. */
  private static String text(double number) {
    return number + (Double.toString(number).contains("E") ? "" : "e0");
  }

  /** A number by the interval in which x lies; {@code from} has the borders. */
  private static String cases(String x, double[] from, Object[] values) {
    StringBuilder text = new StringBuilder("CASE");
    for (int i = from.length - 1; i >= 0; i--) {
      text.append(" WHEN %s >= %s THEN %s".formatted(x, text(from[i]), values[i + 1]));
    }
    return text.append(" ELSE %s END".formatted(values[0])).toString();
  }

  private static String expectedLevel() {
    Object[] lines = new Object[Formula.SIZES.length];
    for (int i = 0; i < lines.length; i++) {
      lines[i] =
          "%s + %s * (size - %s)"
              .formatted(text(Formula.LEVELS[i]), text(Formula.SLOPES[i]), text(Formula.SIZES[i]));
    }
    double[] from = {Formula.SIZES[1], Formula.SIZES[2], Formula.SIZES[3]};
    return cases("size", from, lines);
  }

  static String tier() {
    Object[] tiers = new Object[Formula.TIERS.length + 1];
    tiers[0] = Formula.BELOW_TIERS;
    for (int i = 0; i < Formula.TIERS.length; i++) {
      tiers[i + 1] = i;
    }
    return "CASE WHEN followers IS NULL THEN %d ELSE %s END"
        .formatted(Formula.TIER_UNKNOWN, cases("followers", Formula.TIERS, tiers));
  }

  /** Every step once: logarithms first, then what rests on them. */
  static final String STEPS =
      """
      SELECT *,
        %s AS expected_level,
        coalesce(price, CASE WHEN curve < %s THEN %s ELSE curve END) AS post_price
      FROM (
        SELECT *,
          log2(1 + engagements) AS level,
          %s * pow(2, %s * (size - %s)) AS curve,
          log2((conversions + %s) / (clicks + %s)) AS conversion
        FROM (
          SELECT *,
            likes + coalesce(comments, 0) AS engagements,
            log2(CASE WHEN followers < 1 THEN 1 ELSE followers END) AS size
          FROM accounts))
      """
          .formatted(
              expectedLevel(),
              text(Formula.PRICE_FLOOR),
              text(Formula.PRICE_FLOOR),
              text(Formula.PRICE_AT_THOUSAND),
              text(Formula.PRICE_EXPONENT),
              text(Formula.LOG_THOUSAND),
              text(Formula.PRIOR_CONVERSIONS),
              text(Formula.PRIOR_CLICKS));

  static final String SCORE =
      "%s * %s + %s * %s + %s * sqrt(%s * %s) + %s * %s + %s * %s"
          .formatted(
              text(Formula.ENGAGEMENT),
              scale(
                  "(%s * (level - expected_level))".formatted(text(Formula.BELIEVED)),
                  -Formula.SPAN,
                  Formula.SPAN,
                  Formula.NEUTRAL),
              text(Formula.CONVERSION),
              scale(
                  "conversion",
                  Formula.LOWEST_CONVERSION,
                  Formula.HIGHEST_CONVERSION,
                  Formula.NEUTRAL),
              text(Formula.FIT),
              coverage("vegan"),
              coverage("germany"),
              text(Formula.COST),
              scale("post_price", Formula.BUDGET, 0, Formula.NEUTRAL),
              text(Formula.AUDIENCE),
              scale(
                  "level", Formula.FEWEST_ENGAGED, Formula.MOST_ENGAGED, Formula.NEUTRAL_AUDIENCE));

  private static final String RESULTS =
      """
      SELECT
        %s AS score,
        %s AS tier,
        engagements / followers AS engagement_rate,
        pow(2, expected_level - size) AS expected_rate,
        post_price / engagements AS cost_per_engagement
      FROM (%s)
      """
          .formatted(SCORE, tier(), STEPS);

  /** What is unknown fails no gate. */
  static final String ELIGIBLE =
      "coalesce(post_price <= %s, true) AND coalesce(engagements >= %s, true)"
          .formatted(text(Formula.BUDGET), text(Formula.LEAST_ENGAGEMENTS));

  /** Of equal scores the first row is the better. */
  private static final String BEST =
      """
      SELECT row FROM (
        SELECT rowid AS row, %s AS score
        FROM (%s)
        WHERE %s)
      ORDER BY score DESC, row
      LIMIT %d
      """
          .formatted(
              SCORE,
              STEPS.replaceFirst("FROM accounts", "FROM (SELECT rowid, * FROM accounts)"),
              ELIGIBLE,
              Reference.TOP);
}
