package io.github.tierwise.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.score.Scorer;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** What a function of SQL gives is the library's score, bit for bit. */
class SqlTest {

  private static final Scorer SCORER = RandomAccounts.scorer();

  private static SparkSession session(Scorer scorer, AccountColumns columns) {
    SparkSession session = Sessions.session().newSession();
    Tierwise.register(session, scorer, columns);
    return session;
  }

  @Test
  void theValueOfARowIsTheLibrarysScore() {
    RandomAccounts accounts = new RandomAccounts(new Random(5), 3_000);
    SparkSession session = session(SCORER, RandomAccounts.COLUMNS);
    session
        .createDataFrame(accounts.rows(), RandomAccounts.SCHEMA)
        .repartition(3)
        .createOrReplaceTempView("accounts");
    Map<String, Double> expected = new HashMap<>();
    accounts.accounts().forEach(each -> expected.put(each.id(), SCORER.value(each)));
    Dataset<Row> values = session.sql("select id, tierwise.value(struct(*)) from accounts");
    assertEquals(expected, byId(values));
    session.conf().set("spark.sql.codegen.wholeStage", "false");
    session.conf().set("spark.sql.codegen.factoryMode", "NO_CODEGEN");
    assertEquals(expected, byId(session.sql("select id, tierwise.value(struct(*)) from accounts")));
  }

  private static Map<String, Double> byId(Dataset<Row> values) {
    Map<String, Double> found = new HashMap<>();
    for (Row row : values.collectAsList()) {
      found.put(row.getString(0), row.getDouble(1));
    }
    return found;
  }

  @Test
  void anotherScorerOfASessionReplacesTheFirst() {
    AccountColumns columns = AccountColumns.builder().platform(Platform.TIKTOK).build();
    SparkSession session = session(SCORER, columns);
    String query = "select tierwise.value(struct(90000 followers, 4000 likes, 9 comments))";
    double first = session.sql(query).head().getDouble(0);
    Tierwise.register(session, Scorer.of(BrandProfile.builder().budget(5, "USD").build()), columns);
    assertTrue(first != session.sql(query).head().getDouble(0));
    assertEquals(first, session(SCORER, columns).sql(query).head().getDouble(0));
  }

  @Test
  void whatCannotBeScoredIsRefusedBeforeAnyJob() {
    SparkSession session = session(SCORER, AccountColumns.builder().platform(Platform.X).build());
    refused(session, "followers must be a column, were likes", "struct(1 likes)");
    refused(
        session,
        "column followers, the followers, must be of numbers, was string: cast it first",
        "struct('1' followers)");
    refused(
        session,
        "account must be one struct, was 2 arguments: say tierwise.value(struct(*))",
        "1, 2");
    assertTrue(
        assertThrows(AnalysisException.class, () -> session.sql("select tierwise.worth(1)"))
            .getMessage()
            .contains("worth"));
  }

  private static void refused(SparkSession session, String message, String arguments) {
    String said =
        assertThrows(
                AnalysisException.class,
                () -> session.sql("select tierwise.value(" + arguments + ")"))
            .getMessage();
    assertTrue(said.contains(message), said);
  }
}
