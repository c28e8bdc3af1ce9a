package io.github.tierwise.spark;

import io.github.tierwise.engagement.EngagementModels;
import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.Goal;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.score.Output;
import io.github.tierwise.score.Scorer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Accounts of all platforms as rows and one by one: with columns of all types of numbers, nulls,
 * NaN and negative zeros, and columns of other kinds beside.
 */
final class RandomAccounts {

  static final String FORMULA = EngagementModels.standard(Platform.INSTAGRAM).formula();

  static final AccountColumns COLUMNS =
      AccountColumns.builder()
          .measure(Measure.LIKES, "avg likes")
          .topic("vegan", "about_vegan")
          .audience("country", "DE", "germany")
          .level(FORMULA, "own level", "how sure", "scatter", "left open")
          .currency("usd")
          .outputs(Output.SCORE, Output.values())
          .prefix("tw_")
          .build();

  static final StructType SCHEMA =
      new StructType()
          .add("id", DataTypes.StringType)
          .add("Followers", DataTypes.LongType)
          .add("platform", DataTypes.StringType)
          .add("avg likes", DataTypes.DoubleType)
          .add("comments", DataTypes.FloatType)
          .add("shares", DataTypes.IntegerType)
          .add("saves", DataTypes.ShortType)
          .add("views", DataTypes.createDecimalType(20, 3))
          .add("posts", DataTypes.ByteType)
          .add("clicks", DataTypes.DoubleType)
          .add("conversions", DataTypes.DoubleType)
          .add("price", DataTypes.createDecimalType(9, 2))
          .add("about_vegan", DataTypes.DoubleType)
          .add("germany", DataTypes.DoubleType)
          .add("tags", DataTypes.createArrayType(DataTypes.StringType))
          .add("a.b`c", DataTypes.DateType)
          .add("own level", DataTypes.DoubleType)
          .add("how sure", DataTypes.DoubleType)
          .add("scatter", DataTypes.DoubleType)
          .add("left open", DataTypes.DoubleType);

  private final List<Row> rows = new ArrayList<>();
  private final List<Influencer> accounts = new ArrayList<>();

  RandomAccounts(Random random, int size) {
    for (int row = 0; row < size; row++) {
      add(random, "account " + row);
    }
  }

  /** A scorer that asks for all that there is. */
  static Scorer scorer() {
    return Scorer.builder(
            BrandProfile.builder()
                .budget(2_000, "USD")
                .goal(Goal.SALES)
                .topic("vegan", 1)
                .audience("country", "DE", 0.7)
                .build())
        .criterion(new SavesCriterion(), 2)
        .plausibleOnly(true)
        .build();
  }

  private void add(Random random, String id) {
    Object[] cells = new Object[SCHEMA.size()];
    cells[0] = id;
    Platform platform = Platform.values()[random.nextInt(Platform.values().length)];
    if (platform != Platform.OTHER || random.nextBoolean()) {
      cells[2] = random.nextBoolean() ? platform.name() : platform.name().toLowerCase(Locale.ROOT);
    }
    Influencer.Builder account = Influencer.builder(id, platform);
    for (Measure measure : Measure.values()) {
      String name = measure == Measure.LIKES ? "avg likes" : measure.label();
      int at = at(name);
      if (at < 0 || random.nextInt(5) == 0) {
        continue;
      }
      DataType type = SCHEMA.fields()[at].dataType();
      double value = Math.exp(random.nextDouble() * (measure == Measure.FOLLOWERS ? 17 : 9));
      if (random.nextInt(20) == 0) {
        value = 0;
      }
      cells[at] = cell(type, value, random);
      double given = ((Number) cells[at]).doubleValue();
      if (measure == Measure.PRICE) {
        account.price(given, "USD");
      } else {
        account.set(measure, given);
      }
    }
    share(random, cells, "about_vegan", "topic", "vegan", account);
    share(random, cells, "germany", "country", "de", account);
    if (random.nextInt(3) == 0) {
      double[] level = random.doubles(4, 0.1, 1).toArray();
      for (int i = 0; i < level.length; i++) {
        cells[at("own level") + i] = level[i];
      }
      if (random.nextBoolean()) {
        level[3] = Double.NaN;
        cells[at("left open")] = null;
      }
      cells[at("own level")] = 20 * level[0];
      account.level(FORMULA, 20 * level[0], level[1], level[2], level[3]);
    }
    cells[14] = new String[] {"a", id};
    rows.add(RowFactory.create(cells));
    accounts.add(account.build());
  }

  private static int at(String name) {
    for (int i = 0; i < SCHEMA.size(); i++) {
      if (SCHEMA.fieldNames()[i].equalsIgnoreCase(name)) {
        return i;
      }
    }
    return -1;
  }

  private static Object cell(DataType type, double value, Random random) {
    return switch (type.typeName()) {
      case "long" -> (long) value;
      case "integer" -> (int) value;
      case "short" -> (short) Math.min(value, Short.MAX_VALUE);
      case "byte" -> (byte) Math.min(value, Byte.MAX_VALUE);
      case "float" -> (float) value;
      case "double" ->
          random.nextInt(20) == 0 ? Double.NaN : value == 0 && random.nextBoolean() ? -0.0 : value;
      default -> BigDecimal.valueOf((long) (value * 100), 2);
    };
  }

  private static void share(
      Random random,
      Object[] cells,
      String column,
      String dimension,
      String value,
      Influencer.Builder account) {
    if (random.nextInt(4) > 0) {
      double share = random.nextInt(6) / 5.0;
      cells[at(column)] = share;
      account.audience(dimension, value, share);
    }
  }

  Dataset<Row> dataset(int partitions) {
    JavaSparkContext context = new JavaSparkContext(Sessions.session().sparkContext());
    return Sessions.session().createDataFrame(context.parallelize(rows, partitions), SCHEMA);
  }

  List<Row> rows() {
    return rows;
  }

  List<Influencer> accounts() {
    return accounts;
  }
}
