package io.github.tierwise.score;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.Models;
import io.github.tierwise.engagement.EngagementModel;
import io.github.tierwise.engagement.EngagementModels;
import io.github.tierwise.engagement.SizeCurve;
import io.github.tierwise.internal.Logs;
import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Profile;
import io.github.tierwise.profile.ProfileColumns;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleSupplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * The same bits in bulk as one at a time, for columns and scorers of any shape: what there is, how
 * much of it is unknown and how large it is are drawn, for all ways in which a block can be
 * computed.
 */
class AnyColumnsTest {

  /** More than a block, and no multiple of one. */
  private static final int ROWS = 270;

  private static final String[] COUNTRIES = {"AT", "BE", "CH", "DE", "DK", "ES", "FR", "IT"};
  private static final String[] TOPICS = {"food", "travel", "vegan"};

  @Property
  void aRangeGivesWhatOneAtATimeGives(@ForAll long seed) {
    Random random = new Random(seed);
    Scorer scorer = scorer(random);
    ProfileColumns columns = columns(random, scorer);
    Digests.Results range = new Digests.Results(scorer, ROWS, true);
    Digests.Results single = new Digests.Results(scorer, ROWS, true);
    range.take(scorer, columns, 0, ROWS);
    ProfileColumns.Cursor cursor = columns.cursor();
    for (int row = 0; row < ROWS; row++) {
      Score score = scorer.score(columns.get(row));
      single.set(row, scorer, score);
      assertEquals(score.value(), scorer.value(cursor.moveTo(row)));
      assertEquals(score.eligible(), scorer.isEligible(cursor));
      for (Criterion criterion : scorer.criteria()) {
        double utility = criterion.utility(cursor);
        assertEquals(utility, criterion.estimate(cursor).value());
        assertEquals(
            utility, criterion.explain(cursor).value(), () -> criterion.explain(cursor).toText());
        assertTrue(criterion.explain(cursor).holds());
      }
    }
    assertEquals("", single.difference(range));
  }

  @Property
  void aCriterionByItselfFillsTheRangeThatIsAsked(@ForAll long seed) {
    Random random = new Random(seed);
    Scorer scorer = scorer(random);
    ProfileColumns columns = columns(random, scorer);
    int from = random.nextInt(ROWS);
    int to = from + random.nextInt(ROWS - from + 1);
    int at = random.nextInt(5);
    for (Criterion criterion : scorer.criteria()) {
      double[] expected = new double[at + ROWS];
      Arrays.fill(expected, -1);
      double[] found = expected.clone();
      for (int row = from; row < to; row++) {
        expected[at + row - from] = criterion.utility(columns.get(row));
      }
      criterion.utilities(columns, from, to, found, at);
      assertArrayEquals(expected, found, criterion.name());
    }
  }

  private static Scorer scorer(Random random) {
    BrandProfile.Builder brand = BrandProfile.builder();
    if (random.nextInt(4) > 0) {
      brand.budget(Math.floor(log(random, 5, 20)), "USD");
    }
    if (random.nextInt(4) > 0) {
      for (int left = 1 + random.nextInt(COUNTRIES.length); left > 0; left--) {
        brand.audience("country", any(random, COUNTRIES), 1 - random.nextDouble());
      }
    }
    for (int left = random.nextInt(3); left > 0; left--) {
      brand.topic(any(random, TOPICS), 1);
    }
    Scorer.Builder scorer = Scorer.builder(brand.build());
    switch (random.nextInt(8)) {
      case 0 -> scorer.engagement(Platform.INSTAGRAM, EngagementModels.byViews(Measure.COMMENTS));
      case 1 -> scorer.engagement(Platform.INSTAGRAM, PlugIns.model(AnyColumnsTest::level));
      case 2 -> steep(scorer, Models.byFollowers(Measure.LIKES), 1e-60, 0.9);
      case 3 -> steep(scorer, weighted(1e300), 0.02, 0.01);
      case 4 -> steep(scorer, EngagementModels.byViews(Measure.LIKES), 0.02, 0.05);
      default -> {}
    }
    if (random.nextInt(3) == 0) {
      scorer.criterion(PlugIns.views(), 2);
    }
    return scorer
        .minEngagements(random.nextInt(3) * 500)
        .plausibleOnly(random.nextBoolean())
        .requireTier(random.nextBoolean() ? new String[0] : new String[] {"micro", "mid"})
        .build();
  }

  private static double level(Profile profile) {
    return profile.likes() > 1_000 ? 12.0 : profile.likes() > 10 ? 7.0 : Double.NaN;
  }

  private static EngagementModel weighted(double weight) {
    return EngagementModels.weighted(
        Map.of(Measure.LIKES, weight, Measure.COMMENTS, 1.0), Measure.FOLLOWERS);
  }

  /** A curve of three knots for Instagram. */
  private static void steep(
      Scorer.Builder scorer, EngagementModel model, double atThousand, double atMillion) {
    // Between the two, off their line: the slope rises for one model and falls for another.
    double[] followers = {1_000, 10_000, 1_000_000};
    double[] rates = {atThousand, Math.sqrt(atThousand * atMillion), atMillion};
    scorer.engagement(model, SizeCurve.of(Platform.INSTAGRAM, model, "test", followers, rates));
  }

  private static ProfileColumns columns(Random random, Scorer scorer) {
    Numbers numbers = new Numbers(random);
    // The scorers' special rates are those on Instagram.
    Platform one = random.nextBoolean() ? Platform.INSTAGRAM : any(random, Platform.values());
    ProfileColumns.Builder columns = ProfileColumns.builder(one, numbers.column());
    if (random.nextBoolean()) {
      columns.platforms(draw(random, Platform.values(), new Platform[ROWS]));
    }
    for (Measure measure :
        List.of(
            Measure.LIKES,
            Measure.COMMENTS,
            Measure.SHARES,
            Measure.SAVES,
            Measure.ENGAGEMENTS,
            Measure.VIEWS,
            Measure.CLICKS,
            Measure.CONVERSIONS)) {
      if (random.nextInt(4) > 0) {
        columns.column(measure, numbers.column());
      }
    }
    if (random.nextBoolean()) {
      columns.price(numbers.column(), "USD");
    }
    if (random.nextInt(4) == 0) {
      String formula = scorer.engagement(one).formula();
      columns.level(
          draw(random, new String[] {"", formula, "another"}, new String[ROWS]),
          numbers.between(0, 20),
          numbers.between(0, 1),
          numbers.between(0, 1));
      if (random.nextBoolean()) {
        columns.column(Measure.LEVEL_OPEN, numbers.between(0, 1));
      }
    }
    shares("country", COUNTRIES, columns, numbers);
    shares("topic", TOPICS, columns, numbers);
    return columns.build();
  }

  /** Shares of some values, all of them as often as not; and labels. */
  private static void shares(
      String dimension, String[] values, ProfileColumns.Builder columns, Numbers numbers) {
    Random random = numbers.random;
    boolean all = random.nextBoolean();
    for (String value : values) {
      if (all || random.nextInt(4) == 0) {
        columns.audience(dimension, value, numbers.between(0, 1));
      }
    }
    if (random.nextInt(3) == 0) {
      String[] words = Arrays.copyOf(values, values.length + 2);
      words[values.length] = "";
      words[values.length + 1] = "none of them";
      columns.label(dimension, draw(random, words, new String[ROWS]));
    }
  }

  private static <T> T any(Random random, T[] from) {
    return from[random.nextInt(from.length)];
  }

  private static <T> T[] draw(Random random, T[] from, T[] into) {
    Arrays.setAll(into, row -> any(random, from));
    return into;
  }

  private static double log(Random random, double low, double high) {
    return Logs.exp2(low + (high - low) * random.nextDouble());
  }

  /** Numbers of a size that all columns of a case share, or of every size. */
  private static final class Numbers {
    private final Random random;
    private final int size;

    Numbers(Random random) {
      this.random = random;
      size = random.nextInt(4);
    }

    /** A column of counts, with or without unknown ones. */
    double[] column() {
      return column(this::count);
    }

    double[] between(double low, double high) {
      return column(() -> low + (high - low) * random.nextDouble());
    }

    private double[] column(DoubleSupplier known) {
      return Digests.column(ROWS, random, random.nextInt(3) * 0.2, known);
    }

    private double count() {
      return switch (size) {
        case 0 -> StrictMath.rint(log(random, 0, 25));
        case 1 -> random.nextInt(3) * StrictMath.rint(log(random, 0, 20));
        case 2 -> log(random, -5, 59.9);
        default -> random.nextInt(20) == 0 ? log(random, -1_060, 1_023) : log(random, 0, 30);
      };
    }
  }
}
