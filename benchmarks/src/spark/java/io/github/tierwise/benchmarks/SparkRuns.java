package io.github.tierwise.benchmarks;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import com.sun.management.OperatingSystemMXBean;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.score.Output;
import io.github.tierwise.score.Score;
import io.github.tierwise.score.Scorer;
import io.github.tierwise.spark.AccountColumns;
import io.github.tierwise.spark.Tierwise;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.StructType;

/**
 * Times ways to score the same Parquet on Spark, in this virtual machine: ours, the same formula as
 * SQL, and a function that is called for each row. Every row and column is made, and thrown away.
 */
final class SparkRuns {

  private static final int MILLION = 1_000_000;

  /** A turn of the function of a row takes minutes with more. */
  private static final int MOST_FOR_UDF = 5 * MILLION;

  private static final String COLUMNAR = "spark.tierwise.columnar";

  private static final List<String> NUMBERS =
      List.of("score", "engagement_rate", "expected_rate", "cost_per_engagement");
  private static final List<String> WORDS = List.of("tier", "eligible", "why_not");

  private static final StructType RESULTS =
      StructType.fromDDL(
          "score double, tier string, eligible boolean, why_not string, engagement_rate double,"
              + " expected_rate double, cost_per_engagement double");

  /** An order-free digest, for any partitioning. */
  private static final Column[] DIGEST = {
    expr("bit_xor(xxhash64(id, " + String.join(", ", RESULTS.fieldNames()) + "))"),
    expr("count(*)"),
    expr("count(distinct id)")
  };

  private static final Sql SQL =
      new Sql(
          "(ln(%s) * " + Sql.text(1 / Math.log(2)) + ")",
          "exp((%s) * " + Sql.text(Math.log(2)) + ")");

  private final Results results;
  private final SparkSession spark;

  private SparkRuns(Results results, SparkSession spark) {
    this.results = results;
    this.spark = spark;
  }

  /**
   * Writes all figures to a file; without arguments, prints the options that Spark wants this
   * virtual machine to have, one a line.
   *
   * @param args the file, {@code quick} or {@code full}, a folder for Parquet, and how many rounds
   */
  public static void main(String[] args) throws IOException {
    if (args.length == 0) {
      System.out.println(String.join("\n", JavaModuleOptions.defaultModuleOptionArray()));
      return;
    }
    Path folder = Files.createDirectories(Path.of(args[2])).toAbsolutePath();
    Results results = new Results();
    results.machine();
    try (SparkSession spark = session(folder)) {
      results.about("spark", spark.version());
      results.about("heap", "%d MB".formatted(Runtime.getRuntime().maxMemory() >> 20));
      SparkRuns runs = new SparkRuns(results, spark);
      List<Integer> sizes =
          args[1].equals("quick") ? List.of(MILLION / 2) : List.of(5 * MILLION, 50 * MILLION);
      for (int rows : sizes) {
        Dataset<Row> accounts = runs.accounts(folder, rows);
        Map<String, Dataset<Row>> ways = runs.ways(accounts, rows);
        runs.verify(accounts, ways, rows);
        runs.time(ways, rows, Integer.parseInt(args[3]));
      }
    }
    results.write(Path.of(args[0]));
  }

  private static SparkSession session(Path folder) {
    return SparkSession.builder()
        .master("local[2]")
        .config("spark.ui.enabled", false)
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.local.dir", folder.resolve("local").toString())
        .config("spark.sql.warehouse.dir", folder.resolve("warehouse").toString())
        .config("spark.sql.shuffle.partitions", 8)
        // More than a file has, so that each is a task, and none is empty.
        .config("spark.sql.files.maxPartitionBytes", "16m")
        .config("spark.sql.files.openCostInBytes", "16m")
        .getOrCreate();
  }

  /** The accounts, made unless they are there. */
  private Dataset<Row> accounts(Path folder, int rows) throws IOException {
    Path parquet = folder.resolve("accounts-" + rows);
    if (!Files.exists(parquet.resolve("_SUCCESS"))) {
      System.out.printf("making %,d rows of Parquet%n", rows);
      SparkAccounts.write(spark, rows, parquet.toString());
    }
    try (Stream<Path> files = Files.list(parquet)) {
      long bytes = 0;
      int count = 0;
      for (Path file :
          files.filter(each -> each.getFileName().toString().startsWith("part-")).toList()) {
        bytes += Files.size(file);
        count++;
      }
      System.out.printf("%,d rows in %d files, %,d MB%n", rows, count, bytes / MILLION);
      results.about("files " + rows, "%d".formatted(count));
      results.about("megabytes " + rows, String.format(Locale.ROOT, "%,d", bytes / MILLION));
    }
    return spark.read().parquet(parquet.toString());
  }

  /** Whom we time, by what they are called in the results. */
  private Map<String, Dataset<Row>> ways(Dataset<Row> accounts, int rows) {
    Map<String, Dataset<Row>> ways = new LinkedHashMap<>();
    ways.put("read", accounts);
    ways.put("sql", sql(accounts));
    ways.put("columnar", columnar(accounts));
    ways.put("public", byRows(accounts));
    ways.put("ranges", Tierwise.score(accounts, Workload.scorer(), columns(true).build()));
    if (rows <= MOST_FOR_UDF) {
      ways.put("udf", udfOfRows(accounts));
    }
    return ways;
  }

  private static AccountColumns.Builder columns(boolean ranges) {
    Output[] others = {
      Output.TIER,
      Output.ELIGIBILITY,
      Output.ENGAGEMENT_RATE,
      Output.EXPECTED_RATE,
      Output.COST_PER_ENGAGEMENT,
      ranges ? Output.INTERVAL : Output.SCORE
    };
    return AccountColumns.builder()
        .id("id")
        .platform(Platform.INSTAGRAM)
        .topic("vegan", "vegan")
        .audience("country", "DE", "germany")
        .currency("USD")
        .outputs(Output.SCORE, others);
  }

  private static Dataset<Row> columnar(Dataset<Row> accounts) {
    return checked(true, Tierwise.score(accounts, Workload.scorer(), columns(false).build()));
  }

  /** Over Spark's public API alone. */
  private Dataset<Row> byRows(Dataset<Row> accounts) {
    spark.conf().set(COLUMNAR, "false");
    try {
      return checked(false, Tierwise.score(accounts, Workload.scorer(), columns(false).build()));
    } finally {
      spark.conf().unset(COLUMNAR);
    }
  }

  /** Nobody is timed under another's name. */
  private static Dataset<Row> checked(boolean columnar, Dataset<Row> scored) {
    String plan = ((org.apache.spark.sql.classic.Dataset<Row>) scored).queryExecution().toString();
    if (plan.contains("TierwiseScore") != columnar) {
      throw new IllegalStateException(
          "scores must come by %s, was %s".formatted(columnar ? "columns" : "rows", plan));
    }
    return scored;
  }

  /** The formula as expressions of built-in functions, beside all columns of the accounts. */
  private Dataset<Row> sql(Dataset<Row> accounts) {
    accounts.createOrReplaceTempView("accounts");
    Scorer scorer = Workload.scorer();
    List<String> gates = scorer.gates();
    if (gates.size() != 2) {
      throw new IllegalStateException("gates must be those of the formula, were " + gates);
    }
    return spark.sql(
        """
        SELECT %s,
          %s AS score,
          %s AS tier,
          %s AS eligible,
          CASE WHEN NOT %s THEN '%s' WHEN NOT %s THEN '%s' END AS why_not,
          engagements / followers AS engagement_rate,
          %s AS expected_rate,
          post_price / engagements AS cost_per_engagement
        FROM (%s)
        """
            .formatted(
                String.join(", ", accounts.columns()),
                Sql.SCORE,
                Sql.tier(i -> "'" + scorer.tiers().outcomes().get(i).label() + "'"),
                Sql.ELIGIBLE,
                Sql.AFFORDABLE,
                gates.get(0),
                Sql.ENGAGING,
                gates.get(1),
                SQL.expectedRate(),
                SQL.steps()));
  }

  /** What one writes first: a function from a row to the library's object, and back. */
  private static Dataset<Row> udfOfRows(Dataset<Row> accounts) {
    Scorer scorer = Workload.scorer();
    UDF1<Row, Row> score = row -> row(scorer.score(influencer(row)));
    // Else Spark might call it again for every field that is taken from its result.
    Column scored =
        udf(score, RESULTS)
            .asNondeterministic()
            .apply(struct(Stream.of(accounts.columns()).map(name -> col(name)).toArray(Column[]::new)));
    return accounts.withColumn("scored", scored).select("*", "scored.*").drop("scored");
  }

  private static Influencer influencer(Row row) {
    Influencer.Builder account = Influencer.builder(row.getString(0), Platform.INSTAGRAM);
    set(account, Measure.FOLLOWERS, row, 1);
    set(account, Measure.LIKES, row, 2);
    set(account, Measure.COMMENTS, row, 3);
    set(account, Measure.CLICKS, row, 4);
    set(account, Measure.CONVERSIONS, row, 5);
    if (!row.isNullAt(6)) {
      account.price(row.getDouble(6), "USD");
    }
    if (!row.isNullAt(7)) {
      account.topic("vegan", row.getDouble(7));
    }
    if (!row.isNullAt(8)) {
      account.audience("country", "DE", row.getDouble(8));
    }
    return account.build();
  }

  private static void set(Influencer.Builder account, Measure measure, Row row, int column) {
    if (!row.isNullAt(column)) {
      account.set(measure, row.getDouble(column));
    }
  }

  /** The results in their order; what is not set is unknown. */
  private static Row row(Score score) {
    Object[] cells = new Object[RESULTS.size()];
    cells[0] = score.value();
    cells[1] = score.tier().label();
    cells[2] = score.eligible();
    if (!score.eligible()) {
      cells[3] = score.failures().get(0).code();
    }
    set(cells, 4, score.engagementRate());
    set(cells, 5, score.expectedRate());
    set(cells, 6, score.costPerEngagement());
    return RowFactory.create(cells);
  }

  private static void set(Object[] cells, int column, double number) {
    if (!Double.isNaN(number)) {
      cells[column] = number;
    }
  }

  /** Nobody is timed who computes something else. */
  private void verify(Dataset<Row> accounts, Map<String, Dataset<Row>> ways, int rows) {
    Map<String, Dataset<Row>> same = new LinkedHashMap<>(ways);
    same.keySet().removeAll(List.of("read", "sql"));
    // A partition of any size, in the memory that there is.
    Dataset<Row> one = accounts.coalesce(1);
    same.put("columnar, one partition", columnar(one));
    same.put("public, one partition", byRows(one));
    String expected = "";
    for (Map.Entry<String, Dataset<Row>> each : same.entrySet()) {
      Row digest = each.getValue().agg(DIGEST[0], DIGEST[1], DIGEST[2]).head();
      expected = expected.isEmpty() ? digest.toString() : expected;
      System.out.printf("%s: digest %s%n", each.getKey(), digest);
      if (!digest.toString().equals(expected)
          || digest.getLong(1) != rows
          || digest.getLong(2) != rows) {
        throw new IllegalStateException(
            "%s must have the digest %s of %d rows, was %s"
                .formatted(each.getKey(), expected, rows, digest));
      }
    }
    results.verified("sql", rows, difference(accounts));
  }

  /** The largest relative difference between ours and SQL, row by row. */
  private double difference(Dataset<Row> accounts) {
    Dataset<Row> both =
        sql(Tierwise.score(accounts, Workload.scorer(), columns(false).prefix("tw_").build()));
    List<String> worst = new ArrayList<>();
    NUMBERS.forEach(
        name ->
            worst.add(
                "if(tw_%1$s <=> %1$s, 0D, coalesce(abs(tw_%1$s - %1$s) / greatest(abs(tw_%1$s), abs(%1$s)), double('infinity')))"
                    .formatted(name)));
    WORDS.forEach(
        name -> worst.add("if(tw_%1$s <=> %1$s, 0D, double('infinity'))".formatted(name)));
    Row found =
        both.agg(expr("max(greatest(" + String.join(", ", worst) + "))"), expr("count(*)")).head();
    if (!(found.getDouble(0) <= Outputs.TOLERANCE)) {
      throw new IllegalStateException(
          "SQL must differ by at most %s, did by %s"
              .formatted(Outputs.TOLERANCE, found.getDouble(0)));
    }
    return found.getDouble(0);
  }

  private void time(Map<String, Dataset<Row>> ways, int rows, int rounds) {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    List<Map.Entry<String, Dataset<Row>>> order = new ArrayList<>(ways.entrySet());
    // The first rounds warm up: until then, one is timed beside the compiler at work for another.
    int cold = rows <= MOST_FOR_UDF ? 4 : 1;
    for (int round = -cold; round < rounds; round++) {
      for (Map.Entry<String, Dataset<Row>> way : order) {
        // What one leaves behind is not swept in another's time.
        System.gc();
        long cpu = system.getProcessCpuTime();
        long start = System.nanoTime();
        way.getValue().write().format("noop").mode("overwrite").save();
        long wall = System.nanoTime() - start;
        cpu = system.getProcessCpuTime() - cpu;
        if (round >= 0) {
          results.sample(way.getKey(), 2, rows, round, (double) wall, (double) cpu);
        }
      }
      Collections.rotate(order, 1);
      System.out.printf("%,d rows, round %d of %d%n", rows, round + 1, rounds);
    }
  }
}
