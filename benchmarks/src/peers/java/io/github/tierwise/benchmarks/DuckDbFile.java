package io.github.tierwise.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** DuckDB on a table of {@link SampleTable}: a process that reads, computes, writes and ends. */
final class DuckDbFile {

  private static final String ACCOUNTS =
      """
      CREATE VIEW accounts AS
      SELECT username, followers, avg_likes AS likes, avg_comments AS comments, clicks,
        conversions, price, "topic:vegan" AS vegan, "country:DE" AS germany
      FROM read_csv('%s')
      """;

  private static final String TOP =
      """
      COPY (SELECT username, %s AS score FROM (%s) WHERE %s ORDER BY score DESC LIMIT %d)
      TO '%s' (HEADER)
      """;

  private static final String ALL =
      """
      COPY (SELECT username, %s AS score, %s AS tier, %s AS eligible,
        engagements / followers AS engagement_rate, %s AS expected_rate,
        post_price, post_price / engagements AS cost_per_engagement FROM (%s))
      TO '%s' (HEADER)
      """;

  private DuckDbFile() {}

  /**
   * Does the work once.
   *
   * @param args {@code top} or {@code all}, how many threads, the table, and the file to write
   */
  public static void main(String[] args) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:", new Properties());
        Statement statement = connection.createStatement()) {
      statement.execute("SET threads = " + Integer.parseInt(args[1]));
      statement.execute(ACCOUNTS.formatted(args[2]));
      statement.execute(
          args[0].equals("top")
              ? TOP.formatted(
                  Sql.SCORE, DuckDb.SQL.steps(), Sql.ELIGIBLE, Reference.TOP, args[3])
              : ALL.formatted(
                  Sql.SCORE,
                  DuckDb.tier(),
                  Sql.ELIGIBLE,
                  DuckDb.SQL.expectedRate(),
                  DuckDb.SQL.steps(),
                  args[3]));
    }
  }
}
