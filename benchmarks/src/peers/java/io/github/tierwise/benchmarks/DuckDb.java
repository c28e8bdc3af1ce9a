package io.github.tierwise.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** DuckDB, the column store that runs in the process: the same formulas in SQL, NULL for unknown. */
public final class DuckDb implements Peer {

  static final Sql SQL = new Sql("log2(%s)", "pow(2, %s)");

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

  static String tier() {
    return Sql.tier(Integer::toString);
  }

  private static final String RESULTS =
      """
      SELECT
        %s AS score,
        %s AS tier,
        engagements / followers AS engagement_rate,
        %s AS expected_rate,
        post_price / engagements AS cost_per_engagement
      FROM (%s)
      """
          .formatted(Sql.SCORE, tier(), SQL.expectedRate(), SQL.steps());

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
              Sql.SCORE,
              SQL.steps().replaceFirst("FROM accounts", "FROM (SELECT rowid, * FROM accounts)"),
              Sql.ELIGIBLE,
              Reference.TOP);
}
