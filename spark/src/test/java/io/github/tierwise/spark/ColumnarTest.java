package io.github.tierwise.spark;

import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.apache.spark.sql.streaming.Trigger;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator of our own does in all of Spark's plans what an ordinary column does. */
class ColumnarTest {

  private static final RandomAccounts ACCOUNTS = new RandomAccounts(new Random(1), 2_000);

  @TempDir static Path folder;

  private static String parquet;

  @BeforeAll
  static void writeFiles() {
    parquet = folder.resolve("accounts").toString();
    ACCOUNTS.dataset(3).write().parquet(parquet);
  }

  private static Dataset<Row> read() {
    return Sessions.session().read().schema(RandomAccounts.SCHEMA).parquet(parquet);
  }

  private static Dataset<Row> scored() {
    return ScoreTest.score(read());
  }

  static String planOf(Dataset<Row> data) {
    return ((org.apache.spark.sql.classic.Dataset<Row>) data).queryExecution().toString();
  }

  private static void check(Dataset<Row> scored) {
    ScoreTest.checkScores(ACCOUNTS, scored);
  }

  @Test
  void filesAreScoredByColumnsUnlessRowsAreAskedFor() {
    Dataset<Row> byColumns = scored();
    assertTrue(planOf(byColumns).contains("TierwiseScore"), () -> planOf(byColumns));
    check(byColumns);
    Dataset<Row> byRows = Sessions.byRows(ColumnarTest::scored);
    assertFalse(planOf(byRows).contains("TierwiseScore"), () -> planOf(byRows));
    check(byRows);
    assertEquals(byColumns.schema(), byRows.schema());
  }

  @Test
  void noSettingOfSparkMovesABit() {
    for (Map.Entry<String, String> each :
        Map.of(
                "spark.sql.columnVector.offheap.enabled", "true",
                "spark.sql.codegen.wholeStage", "false",
                "spark.sql.adaptive.enabled", "false",
                "spark.sql.parquet.enableVectorizedReader", "false",
                "spark.sql.parquet.columnarReaderBatchSize", "77",
                "spark.sql.files.maxPartitionBytes", "20000")
            .entrySet()) {
      Sessions.with(
          Map.of(each.getKey(), each.getValue()),
          () -> {
            check(scored());
            return null;
          });
    }
  }

  @Test
  void aTableOfScoresIsJoinedWithItself() {
    Dataset<Row> scored = scored();
    Dataset<Row> joined = scored.as("a").join(scored.as("b"), col("a.id").equalTo(col("b.id")));
    check(joined.select("a.*"));
    check(joined.select("b.*"));
    Dataset<Row> read = read();
    Dataset<Row> withItsInput =
        read.as("a").join(ScoreTest.score(read).as("b"), col("a.id").equalTo(col("b.id")));
    check(withItsInput.select("b.*"));
  }

  @Test
  void partsAreScoredAndPutTogether() {
    Dataset<Row> small = read().filter("Followers < 1000");
    Dataset<Row> others = read().filter("not coalesce(Followers < 1000, false)");
    check(ScoreTest.score(small).union(ScoreTest.score(others)));
    check(ScoreTest.score(small.union(others)));
    Dataset<Row> scored = scored();
    check(scored.filter("tw_score < 50").union(scored.filter("tw_score >= 50")));
  }

  @Test
  void scoresAreKeptInMemoryAndScoredFromMemory() {
    Dataset<Row> kept = scored().cache();
    try {
      check(kept);
      assertEquals(scored().filter("tw_eligible").count(), kept.filter(col("tw_eligible")).count());
    } finally {
      kept.unpersist();
    }
    Dataset<Row> read = read().cache();
    try {
      check(ScoreTest.score(read));
    } finally {
      read.unpersist();
    }
  }

  @Test
  void aTableIsScoredTwice() {
    Dataset<Row> twice =
        Tierwise.score(
            scored(),
            RandomAccounts.scorer(),
            AccountColumns.builder()
                .measure(io.github.tierwise.profile.Measure.LIKES, "avg likes")
                .topic("vegan", "about_vegan")
                .audience("country", "DE", "germany")
                .level(RandomAccounts.FORMULA, "own level", "how sure", "scatter", "left open")
                .currency("usd")
                .build());
    assertEquals(
        0, twice.filter("not (score <=> tw_score) or not (why_not <=> tw_why_not)").count());
    assertEquals(2_000, twice.count());
  }

  @Test
  void columnsThatNobodyAsksForAreNotRead() {
    Dataset<Row> scores = scored().select("tw_score");
    String plan = planOf(scores);
    String schema = plan.substring(plan.lastIndexOf("ReadSchema"));
    assertFalse(schema.contains("tags"), schema);
    assertTrue(schema.contains("comments"), schema);
    assertEquals(2_000, scores.count());
  }

  @Test
  void aViewIsAskedInSql() {
    scored().createOrReplaceTempView("scored");
    Row found =
        Sessions.session()
            .sql("select max(tw_score), count(distinct id) from scored where tw_tier is not null")
            .head();
    assertEquals(
        ACCOUNTS.accounts().stream()
            .mapToDouble(account -> RandomAccounts.scorer().score(account).value())
            .max()
            .getAsDouble(),
        found.getDouble(0));
    assertEquals(2_000, found.getLong(1));
  }

  @Test
  void aStreamIsScored() throws StreamingQueryException, TimeoutException {
    String out = folder.resolve("scored").toString();
    Dataset<Row> stream =
        Sessions.session()
            .readStream()
            .schema(RandomAccounts.SCHEMA)
            .option("maxFilesPerTrigger", 1)
            .parquet(parquet);
    ScoreTest.score(stream)
        .writeStream()
        .format("parquet")
        .option("checkpointLocation", folder.resolve("checkpoint").toString())
        .trigger(Trigger.AvailableNow())
        .start(out)
        .awaitTermination();
    check(Sessions.session().read().parquet(out));
  }

  @Test
  void theDigestIsThatOfOneThreadForAnyPartitioning() {
    StructType schema = scored().schema();
    List<Row> expected = new ArrayList<>();
    for (int i = 0; i < ACCOUNTS.rows().size(); i++) {
      List<Object> cells = new ArrayList<>();
      for (int j = 0; j < RandomAccounts.SCHEMA.size(); j++) {
        cells.add(ACCOUNTS.rows().get(i).get(j));
      }
      cells.addAll(ScoreTest.results(ACCOUNTS.accounts().get(i)));
      expected.add(RowFactory.create(cells.toArray()));
    }
    Row one = digest(Sessions.session().createDataFrame(expected, schema));
    assertEquals(2_000, one.getLong(1));
    assertEquals(one, digest(scored()));
    assertEquals(one, digest(ScoreTest.score(read().repartition(7))));
    assertEquals(one, digest(ScoreTest.score(read().coalesce(1).sort("views"))));
    assertEquals(one, digest(Sessions.byRows(ColumnarTest::scored)));
  }

  private static Row digest(Dataset<Row> scored) {
    String[] names = scored.columns();
    List<String> hashed = new ArrayList<>(List.of("id"));
    for (int i = RandomAccounts.SCHEMA.size(); i < names.length; i++) {
      hashed.add(names[i]);
    }
    return scored
        .agg(
            functions.expr("bit_xor(xxhash64(" + String.join(", ", hashed) + "))"),
            functions.count("*"),
            functions.countDistinct("id"))
        .head();
  }
}
