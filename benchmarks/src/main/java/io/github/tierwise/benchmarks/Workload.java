package io.github.tierwise.benchmarks;

import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.CompanySize;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Priority;
import io.github.tierwise.profile.ProfileColumns;
import io.github.tierwise.score.Scorer;
import java.util.List;
import java.util.Random;

/**
 * The work that every contender does: synthetic accounts on Instagram, the same for a seed on every
 * machine, and a brand for which all five standard criteria count.
 *
 * <p>Unknown is NaN. Where engagements are known they are above 0, so that a cost per engagement
 * exists.
 */
final class Workload {

  /** How the input columns are called, in their order. */
  static final List<String> COLUMNS =
      List.of(
          "followers", "likes", "comments", "clicks", "conversions", "price", "vegan", "germany");

  /** Bytes of a row that are read, and that are written if all five outputs are stored. */
  static final int BYTES_IN = 8 * Double.BYTES;

  static final int BYTES_OUT = 4 * Double.BYTES + Integer.BYTES;

  private static final long SEED = 20_261_123;
  private static final double UNKNOWN_FOLLOWERS = 0.01;
  private static final double UNKNOWN_LIKES = 0.05;
  private static final double UNKNOWN_COMMENTS = 0.10;
  private static final double UNKNOWN_CAMPAIGNS = 0.30;
  private static final double UNKNOWN_PRICE = 0.50;
  private static final double UNKNOWN_TOPIC = 0.10;
  private static final double UNKNOWN_COUNTRY = 0.20;

  final int rows;
  final double[] followers;
  final double[] likes;
  final double[] comments;
  final double[] clicks;
  final double[] conversions;
  final double[] price;
  final double[] vegan;
  final double[] germany;

  Workload(int rows) {
    this(rows, SEED);
  }

  /** Other accounts of the same kind. */
  Workload(int rows, long seed) {
    this.rows = rows;
    followers = new double[rows];
    likes = new double[rows];
    comments = new double[rows];
    clicks = new double[rows];
    conversions = new double[rows];
    price = new double[rows];
    vegan = new double[rows];
    germany = new double[rows];
    Random random = new Random(seed);
    for (int i = 0; i < rows; i++) {
      // From 500 to 20 million; the numbers of each account follow from its size.
      double size = StrictMath.floor(500 * StrictMath.pow(40_000, random.nextDouble()));
      double liked =
          1 + StrictMath.floor(size * 0.03 * StrictMath.pow(2, 4 * random.nextDouble() - 2));
      double clicked = 20 + StrictMath.floor(liked * random.nextDouble());
      double usual = 117 * StrictMath.pow(size / 1_000, 0.61);
      boolean campaigns = random.nextDouble() >= UNKNOWN_CAMPAIGNS;
      followers[i] = unless(UNKNOWN_FOLLOWERS, size, random);
      likes[i] = unless(UNKNOWN_LIKES, liked, random);
      comments[i] =
          unless(UNKNOWN_COMMENTS, StrictMath.floor(liked * 0.06 * random.nextDouble()), random);
      clicks[i] = campaigns ? clicked : Double.NaN;
      conversions[i] =
          campaigns ? StrictMath.floor(clicked * 0.06 * random.nextDouble()) : Double.NaN;
      price[i] =
          unless(UNKNOWN_PRICE, StrictMath.rint(usual * (0.5 + random.nextDouble())), random);
      vegan[i] = unless(UNKNOWN_TOPIC, share(random), random);
      germany[i] = unless(UNKNOWN_COUNTRY, share(random), random);
    }
  }

  private static double unless(double unknown, double value, Random random) {
    return random.nextDouble() < unknown ? Double.NaN : value;
  }

  /** A share of whole percents, more often small than large. */
  private static double share(Random random) {
    double one = random.nextDouble();
    return StrictMath.rint(100 * one * one) / 100;
  }

  /** The input columns in the order of {@link #COLUMNS}. */
  List<double[]> inputs() {
    return List.of(followers, likes, comments, clicks, conversions, price, vegan, germany);
  }

  /** The accounts as the library takes them; nothing is copied. */
  ProfileColumns columns() {
    return ProfileColumns.builder(Platform.INSTAGRAM, followers)
        .likes(likes)
        .comments(comments)
        .column(Measure.CLICKS, clicks)
        .column(Measure.CONVERSIONS, conversions)
        .price(price, "USD")
        .topic("vegan", vegan)
        .audience("country", "DE", germany)
        .build();
  }

  /** The default scorer of a brand that has answered every question. */
  static Scorer scorer() {
    return Scorer.of(
        BrandProfile.builder()
            .budget(5_000, "USD")
            .size(CompanySize.SME)
            .ownPresence(true)
            .topic("vegan", 1.0)
            .audience("country", "DE", 1.0)
            .priority(Priority.CONVERSION, 2.0)
            .build());
  }
}
