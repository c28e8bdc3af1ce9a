package io.github.tierwise.spark.cluster;

import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.Goal;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Profile;
import io.github.tierwise.score.Criterion;
import io.github.tierwise.score.Score;
import io.github.tierwise.score.Scorer;
import io.github.tierwise.spark.AccountColumns;
import io.github.tierwise.spark.Tierwise;
import java.io.Serializable;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/**
 * What a user would submit: makes accounts, or scores those that were made. Both say the digest of
 * all scores, once by the library one account at a time, once as they were written by the cluster.
 */
public final class ClusterJob {

  private static final int FILES = 40;

  /** A criterion of the user's own, which executors find in the user's jar alone. */
  private record SavesPerView() implements Criterion, Serializable {
    @Override
    public String name() {
      return "saves per view";
    }

    @Override
    public double utility(Profile profile) {
      return profile.saves() / (profile.saves() + profile.views() + 1);
    }
  }

  private static final Scorer SCORER =
      Scorer.builder(BrandProfile.builder().budget(5_000, "USD").goal(Goal.SALES).build())
          .criterion(new SavesPerView(), 1)
          .build();

  private ClusterJob() {}

  /** Makes accounts ({@code make FOLDER ROWS}) or scores them ({@code score FOLDER OUT}). */
  public static void main(String[] args) {
    SparkSession spark = SparkSession.builder().getOrCreate();
    if (args[0].equals("make")) {
      make(spark, Long.parseLong(args[2])).write().parquet(args[1]);
      say(oneByOne(spark.read().parquet(args[1])));
    } else {
      AccountColumns columns = AccountColumns.builder().currency("USD").build();
      Tierwise.score(spark.read().parquet(args[1]), SCORER, columns).write().parquet(args[2]);
      say(spark.read().parquet(args[2]));
    }
  }

  private static Dataset<Row> make(SparkSession spark, long rows) {
    return spark
        .range(0, rows, 1, FILES)
        .selectExpr(
            "concat('account ', id) id",
            "element_at(array('instagram', 'TikTok', 'YouTube', null), 1 + cast(4 * "
                + random(1)
                + " as int)) platform",
            "cast(exp(6 + 11 * " + random(2) + ") as bigint) followers",
            random(3) + " v")
        .selectExpr(
            "id",
            "platform",
            "followers",
            "if(v < 0.1, null, cast(0.06 * followers * v as int)) likes",
            "if(v > 0.9, null, cast(0.001 * followers * v as int)) comments",
            "if(v > 0.5, null, 0.002 * followers * v) saves",
            "if(v > 0.3, 2.5 * followers * v, null) views",
            "if(v > 0.7, cast(0.01 * followers * v as decimal(12, 2)), null) price");
  }

  private static String random(int column) {
    return "pmod(xxhash64(id, %d), 1000003) / 1000003D".formatted(column);
  }

  /** By the library, an account after the other, on one thread. */
  private static Dataset<Row> oneByOne(Dataset<Row> accounts) {
    MapFunction<Row, Row> scoring = ClusterJob::scored;
    return accounts
        .coalesce(1)
        .map(
            scoring,
            Encoders.row(
                org.apache.spark.sql.types.StructType.fromDDL(
                    "id string, score double, score_low double, score_high double, tier string,"
                        + " eligible boolean, engagement_rate double, expected_rate double,"
                        + " cost_per_engagement double")));
  }

  private static Row scored(Row row) {
    String platform = row.getAs("platform");
    Influencer.Builder account =
        Influencer.builder(
            row.getAs("id"),
            platform == null ? Platform.OTHER : Platform.named(platform).orElseThrow());
    for (Measure measure :
        new Measure[] {
          Measure.FOLLOWERS, Measure.LIKES, Measure.COMMENTS, Measure.SAVES, Measure.VIEWS
        }) {
      Number number = row.getAs(measure.label());
      if (number != null) {
        account.set(measure, number.doubleValue());
      }
    }
    Number price = row.getAs("price");
    if (price != null) {
      account.price(price.doubleValue(), "USD");
    }
    Score score = SCORER.score(account.build());
    return RowFactory.create(
        row.getAs("id"),
        score.value(),
        score.low(),
        score.high(),
        score.tier().label(),
        score.eligible(),
        known(score.engagementRate()),
        known(score.expectedRate()),
        known(score.costPerEngagement()));
  }

  private static Object known(double number) {
    return Double.isNaN(number) ? null : (Object) number;
  }

  /** Sums would depend on the order of partitions; this does not. */
  private static void say(Dataset<Row> scored) {
    Row digest =
        scored
            .selectExpr(
                "bit_xor(xxhash64(id, score, score_low, score_high, tier, eligible,"
                    + " engagement_rate, expected_rate, cost_per_engagement))",
                "count(*)",
                "count(distinct id)")
            .head();
    System.out.println("digest " + digest);
  }
}
