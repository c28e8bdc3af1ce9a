package io.github.tierwise.score;

import io.github.tierwise.Digest;
import io.github.tierwise.engagement.EngagementModels;
import io.github.tierwise.internal.Logs;
import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.CompanySize;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Priority;
import io.github.tierwise.profile.ProfileColumns;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.DoubleSupplier;
import java.util.stream.Collector;

/**
 * Generated accounts of every kind that a scorer treats in its own way, and the hash of all that it
 * says of them. The generator uses only what every Java computes alike.
 */
final class Digests {

  /** What the accounts have in common. */
  enum Kind {
    /** One platform, every number known. */
    COMPLETE,
    /** One platform, cells missing here and there. */
    GAPS,
    /** Accounts of all platforms, in no order. */
    PLATFORMS,
    /** Levels made from posts for some. */
    POSTS,
    /** Values without a share, and shares that overlap. */
    LABELS,
    /** Nothing but followers. */
    FOLLOWERS
  }

  private Digests() {}

  /** Prints the digests of so many accounts, for a virtual machine of its own. */
  public static void main(String[] arguments) {
    int accounts = Integer.parseInt(arguments[0]);
    System.out.println(bulk(accounts));
    System.out.println(scores(accounts));
    System.out.println(oneByOne(accounts));
  }

  static Scorer scorer(Kind kind) {
    BrandProfile.Builder brand =
        BrandProfile.builder().budget(5_000, "USD").size(CompanySize.SME).ownPresence(true);
    switch (kind) {
      case COMPLETE, GAPS ->
          brand.topic("vegan", 1).audience("country", "DE", 1).priority(Priority.CONVERSION, 2);
      case PLATFORMS -> brand.topic("vegan", 1).topic("fitness", 0.5);
      case POSTS -> brand.audience("country", "DE", 1);
      case LABELS ->
          brand
              .topic("vegan", 1)
              .topic("fitness", 0.7)
              .topic("food", 0.4)
              .topic("travel", 0.3)
              .topic("beauty", 0.2)
              .audience("country", "DE", 1)
              .audience("gender", "female", 1);
      case FOLLOWERS -> {}
    }
    return Scorer.of(brand.build());
  }

  static ProfileColumns columns(Kind kind, int rows) {
    Random random = new Random(20_261_123L + kind.ordinal());
    boolean gaps = kind != Kind.COMPLETE;
    double[] followers =
        column(rows, random, kind == Kind.GAPS ? 0.02 : 0, () -> log(random, 4, 25));
    ProfileColumns.Builder columns = ProfileColumns.builder(Platform.INSTAGRAM, followers);
    if (kind == Kind.FOLLOWERS) {
      return columns.build();
    }
    double gap = gaps ? 0.1 : 0;
    columns
        .likes(column(rows, random, gap, () -> log(random, 0, 20)))
        .comments(column(rows, random, gap, () -> log(random, 0, 12)))
        .shares(column(rows, random, gap, () -> log(random, 0, 10)))
        .views(column(rows, random, gap, () -> log(random, 2, 24)))
        .column(Measure.CLICKS, column(rows, random, gap, () -> log(random, 0, 14)))
        .column(Measure.CONVERSIONS, column(rows, random, gap, () -> log(random, 0, 8)))
        .price(column(rows, random, gaps ? 0.5 : 0, () -> log(random, 4, 14)), "USD")
        .topic("vegan", column(rows, random, gap, random::nextDouble))
        .topic("fitness", column(rows, random, gap, random::nextDouble))
        .audience("country", "DE", column(rows, random, gap, random::nextDouble))
        .audience("country", "AT", column(rows, random, gap, random::nextDouble));
    if (gaps) {
      columns.column(Measure.ENGAGEMENTS, column(rows, random, 0.9, () -> log(random, 0, 20)));
    }
    if (kind == Kind.PLATFORMS) {
      Platform[] platforms = new Platform[rows];
      Arrays.setAll(platforms, row -> Platform.values()[random.nextInt(Platform.values().length)]);
      columns.platforms(platforms);
    }
    if (kind == Kind.POSTS) {
      String standard = EngagementModels.standard(Platform.INSTAGRAM).formula();
      String[] formulas = new String[rows];
      Arrays.setAll(formulas, row -> random.nextBoolean() ? standard : "");
      columns.level(
          formulas,
          column(rows, random, 0.3, () -> 20 * random.nextDouble()),
          column(rows, random, 0.3, random::nextDouble),
          column(rows, random, 0.3, random::nextDouble));
    }
    if (kind == Kind.LABELS) {
      String[] words = {"", "", "vegan", "food", "DE", "AT", "female"};
      for (String dimension : new String[] {"topic", "country", "gender"}) {
        String[] labels = new String[rows];
        Arrays.setAll(labels, row -> words[random.nextInt(words.length)]);
        columns.label(dimension, labels);
      }
      columns
          .topic("food", column(rows, random, gap, random::nextDouble))
          .topic("travel", column(rows, random, gap, random::nextDouble));
    }
    return columns.build();
  }

  static double log(Random random, double low, double high) {
    return StrictMath.rint(Logs.exp2(low + (high - low) * random.nextDouble()));
  }

  static double[] column(int rows, Random random, double gap, DoubleSupplier known) {
    double[] column = new double[rows];
    for (int row = 0; row < rows; row++) {
      column[row] = random.nextDouble() < gap ? Double.NaN : known.getAsDouble();
    }
    return column;
  }

  /** The digest of what the range form says of the accounts of every kind, without intervals. */
  static String bulk(int accounts) {
    Digest digest = new Digest();
    for (Kind kind : Kind.values()) {
      ProfileColumns columns = columns(kind, accounts / Kind.values().length);
      Results results = new Results(scorer(kind), columns.size(), false);
      results.take(scorer(kind), columns, 0, columns.size());
      results.update(digest);
    }
    return digest.toString();
  }

  /** The digest of the scores of the accounts, each computed by itself. */
  static String scores(int accounts) {
    Digest digest = new Digest();
    for (Kind kind : Kind.values()) {
      Scorer scorer = scorer(kind);
      ProfileColumns columns = columns(kind, accounts / Kind.values().length);
      ProfileColumns.Cursor cursor = columns.cursor();
      for (int row = 0; row < columns.size(); row++) {
        digest.add(scorer.value(cursor.moveTo(row)));
      }
    }
    return digest.toString();
  }

  /** The digest of all that is said of every fiftieth account by itself, intervals too. */
  static String oneByOne(int accounts) {
    Digest digest = new Digest();
    for (Kind kind : Kind.values()) {
      ProfileColumns columns = columns(kind, accounts / Kind.values().length);
      Scorer scorer = scorer(kind);
      Results results = new Results(scorer, columns.size() / 50, true);
      for (int row = 0; row < columns.size() / 50; row++) {
        results.set(row, scorer, scorer.score(columns.get(50 * row)));
      }
      results.update(digest);
    }
    return digest.toString();
  }

  /** Everything that a scorer says of some rows. */
  static final class Results {
    private final double[][] numbers;
    private final int[] tiers;
    private final boolean[] eligible;
    final ScoreColumns columns;

    Results(Scorer scorer, int rows, boolean intervals) {
      numbers = new double[7 + scorer.criteria().size()][rows];
      tiers = new int[rows];
      eligible = new boolean[rows];
      ScoreColumns.Builder builder =
          ScoreColumns.builder()
              .scores(numbers[0])
              .engagementRates(numbers[3])
              .expectedRates(numbers[4])
              .prices(numbers[5])
              .costsPerEngagement(numbers[6])
              .tiers(tiers)
              .eligible(eligible);
      if (intervals) {
        builder.intervals(numbers[1], numbers[2]);
      }
      columns = builder.build();
    }

    /** Takes what the scorer says of a range of rows. */
    void take(Scorer scorer, ProfileColumns accounts, int from, int to) {
      scorer.score(accounts, from, to, columns);
      double[] most = pointsAtMost(scorer);
      scorer.forEachBlock(
          accounts,
          from,
          to,
          Set.of(Output.UTILITIES),
          block -> contributions(block, scorer, most));
    }

    /** Takes what the scorer says of all rows on several threads. */
    void take(Scorer scorer, ProfileColumns accounts, Executor executor) {
      scorer.score(accounts, columns, executor);
      double[] most = pointsAtMost(scorer);
      scorer.collect(
          accounts,
          Set.of(Output.UTILITIES),
          executor,
          Collector.of(
              () -> this, (all, block) -> contributions(block, scorer, most), (a, b) -> a));
    }

    /** What each criterion contributes at utility 1, as explanations say it. */
    private static double[] pointsAtMost(Scorer scorer) {
      return scorer
          .explain(Influencer.builder("nobody", Platform.INSTAGRAM).build())
          .parts()
          .stream()
          .mapToDouble(part -> part.parts().get(0).value())
          .toArray();
    }

    private void contributions(ScoreBlock block, Scorer scorer, double[] most) {
      for (int i = 0; i < most.length; i++) {
        double neutral = scorer.criteria().get(i).neutral();
        for (int row = 0; row < block.size(); row++) {
          double utility = block.utility(i, row);
          numbers[7 + i][block.firstRow() + row] =
              most[i] * (Double.isNaN(utility) ? neutral : utility);
        }
      }
    }

    void set(int row, Scorer scorer, Score score) {
      double[] first = {
        score.value(),
        score.low(),
        score.high(),
        score.engagementRate(),
        score.expectedRate(),
        score.price(),
        score.costPerEngagement()
      };
      for (int i = 0; i < first.length; i++) {
        numbers[i][row] = first[i];
      }
      for (int i = 0; i < score.contributions().size(); i++) {
        numbers[7 + i][row] = score.contributions().get(i).points();
      }
      tiers[row] = scorer.tiers().outcomes().indexOf(score.tier());
      eligible[row] = score.eligible();
    }

    private void update(Digest digest) {
      for (double[] column : numbers) {
        for (double number : column) {
          digest.add(number);
        }
      }
      for (int row = 0; row < tiers.length; row++) {
        digest.add(tiers[row] * 2L + (eligible[row] ? 1 : 0));
      }
    }

    /** The first difference in words, or nothing. */
    String difference(Results other) {
      for (int i = 0; i < numbers.length; i++) {
        for (int row = 0; row < tiers.length; row++) {
          if (Double.doubleToLongBits(numbers[i][row])
              != Double.doubleToLongBits(other.numbers[i][row])) {
            return "number %d of row %d: %s, %s"
                .formatted(i, row, numbers[i][row], other.numbers[i][row]);
          }
        }
      }
      int row = Arrays.mismatch(tiers, other.tiers);
      int gate = Arrays.mismatch(eligible, other.eligible);
      return row >= 0 ? "tier of row " + row : gate >= 0 ? "eligibility of row " + gate : "";
    }
  }
}
