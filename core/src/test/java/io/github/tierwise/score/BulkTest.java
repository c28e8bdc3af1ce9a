package io.github.tierwise.score;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.engagement.EngagementModel;
import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Profile;
import io.github.tierwise.profile.ProfileColumns;
import io.github.tierwise.tier.Classification;
import io.github.tierwise.tier.TierPolicies;
import io.github.tierwise.tier.TierPolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Ranges, sinks and threads. That their bits are those of one profile: see SameBitsTest and
 * AnyColumnsTest.
 */
class BulkTest {

  private static final ProfileColumns MANY = Digests.columns(Digests.Kind.GAPS, 150_000);
  private static final Scorer SCORER = Digests.scorer(Digests.Kind.GAPS);

  private static double[] scores(Scorer scorer, ProfileColumns columns) {
    double[] scores = new double[columns.size()];
    scorer.score(columns, 0, columns.size(), scores);
    return scores;
  }

  private static void assertSameAsOneByOne(Scorer scorer, ProfileColumns columns) {
    double[] one = new double[columns.size()];
    Arrays.setAll(one, row -> scorer.value(columns.get(row)));
    assertArrayEquals(one, scores(scorer, columns), 0.0);
  }

  @Test
  void aPlugInThatKnowsOneAccountAtATimeWorksBesideTheStandardCriteria() {
    for (Digests.Kind kind : Digests.Kind.values()) {
      Scorer scorer = Digests.scorer(kind).toBuilder().criterion(PlugIns.views(), 2).build();
      assertSameAsOneByOne(scorer, Digests.columns(kind, 1_000));
    }
  }

  @Test
  void aModelThatIsAFunctionWorksInBulk() {
    EngagementModel views =
        EngagementModel.of("half the views", Measure.FOLLOWERS, profile -> profile.views() / 2);
    Scorer scorer = SCORER.toBuilder().engagement(Platform.INSTAGRAM, views).build();
    assertSameAsOneByOne(scorer, Digests.columns(Digests.Kind.GAPS, 1_000));
  }

  @Test
  void aModelWithALevelOfItsOwnWorksInBulk() {
    EngagementModel own = PlugIns.model(profile -> profile.likes() > 1_000 ? 12.0 : 7.0);
    Scorer scorer = SCORER.toBuilder().engagement(Platform.INSTAGRAM, own).build();
    assertSameAsOneByOne(scorer, Digests.columns(Digests.Kind.GAPS, 1_000));
  }

  @Test
  void aPolicyThatKnowsOneAccountAtATimeWorksInBulk() {
    TierPolicy published = TierPolicies.published("forbes");
    TierPolicy own =
        new TierPolicy() {
          @Override
          public String id() {
            return "own";
          }

          @Override
          public List<Classification> outcomes() {
            return published.outcomes();
          }

          @Override
          public Classification classify(Profile profile) {
            return published.classify(profile);
          }
        };
    ProfileColumns columns = Digests.columns(Digests.Kind.PLATFORMS, 1_000);
    int[] expected = new int[1_000];
    int[] found = new int[1_000];
    Scorer forbes = SCORER.toBuilder().tiers(published).build();
    forbes.score(columns, 0, 1_000, ScoreColumns.builder().tiers(expected).build());
    Scorer plugIn = SCORER.toBuilder().tiers(own).build();
    plugIn.score(columns, 0, 1_000, ScoreColumns.builder().tiers(found).build());
    assertArrayEquals(expected, found);
  }

  @Test
  void gatesAreTheSameInBulk() {
    for (Digests.Kind kind : Digests.Kind.values()) {
      Scorer scorer =
          Digests.scorer(kind).toBuilder()
              .requireTier("micro", "mid")
              .plausibleOnly(true)
              .minEngagements(100)
              .build();
      ProfileColumns columns = Digests.columns(kind, 2_000);
      boolean[] eligible = new boolean[2_000];
      scorer.score(columns, 0, 2_000, ScoreColumns.builder().eligible(eligible).build());
      for (int row = 0; row < 2_000; row++) {
        assertEquals(scorer.score(columns.get(row)).eligible(), eligible[row], kind + " " + row);
      }
    }
  }

  @Test
  void theBestAreThoseOfTheListForAnyExecutor() {
    ProfileColumns columns = Digests.columns(Digests.Kind.GAPS, 70_000);
    List<Influencer> list = new ArrayList<>();
    for (int row = 0; row < columns.size(); row++) {
      list.add(columns.get(row));
    }
    List<Integer> expected =
        SCORER.rank(list).entries().stream().limit(500).map(Ranking.Entry::row).toList();
    ExecutorService executor = Executors.newFixedThreadPool(3);
    try {
      for (Executor each : List.<Executor>of(Runnable::run, executor)) {
        Ranking ranking = SCORER.top(500, columns, each);
        assertEquals(expected, ranking.entries().stream().map(Ranking.Entry::row).toList());
        assertEquals(SCORER.rank(list).ineligible(), ranking.ineligible());
        assertEquals(columns.size(), ranking.size());
      }
    } finally {
      executor.shutdown();
    }
  }

  @Test
  void onePassRanksAndSummarizesAsTwoDo() {
    ProfileColumns columns = Digests.columns(Digests.Kind.GAPS, 140_000);
    Set<Output> outputs = EnumSet.of(Output.SCORE, Output.UTILITIES, Output.ELIGIBILITY);
    ExecutorService executor = Executors.newFixedThreadPool(3);
    try {
      for (Executor each : List.<Executor>of(Runnable::run, executor)) {
        SCORER.collect(
            columns,
            outputs,
            each,
            Collectors.teeing(
                SCORER.ranking(20, columns),
                SCORER.summarizing(),
                (ranking, summary) -> {
                  assertEquals(SCORER.top(20, columns), ranking);
                  Summary alone = SCORER.summary(columns);
                  assertEquals(alone.unknown(), summary.unknown());
                  assertArrayEquals(alone.typicalUtilities(), summary.typicalUtilities());
                  return summary;
                }));
      }
    } finally {
      executor.shutdown();
    }
  }

  @Test
  void utilitiesFillAnArrayOfEachCriterion() {
    ProfileColumns columns = Digests.columns(Digests.Kind.GAPS, 3_000);
    int criteria = SCORER.criteria().size();
    double[][] utilities = new double[criteria][columns.size()];
    ScoreColumns.Builder builder = ScoreColumns.builder();
    for (int i = 0; i < criteria; i++) {
      builder.utilities(i, utilities[i]);
    }
    SCORER.score(columns, 0, columns.size(), builder.build());
    for (int i = 0; i < criteria; i++) {
      double[] expected = new double[columns.size()];
      SCORER.criteria().get(i).utilities(columns, 0, columns.size(), expected, 0);
      assertArrayEquals(expected, utilities[i]);
    }
    ScoreColumns none = ScoreColumns.builder().utilities(criteria, new double[3_000]).build();
    assertThrows(
        IndexOutOfBoundsException.class, () -> SCORER.score(columns, 0, columns.size(), none));
  }

  @Test
  void theGateThatARowFailsFirstIsANumberOfTheGatesAndTheOneOfItsScore() {
    ProfileColumns columns = Digests.columns(Digests.Kind.GAPS, 3_000);
    int[] failures = new int[columns.size()];
    boolean[] eligible = new boolean[columns.size()];
    SCORER.score(
        columns,
        0,
        columns.size(),
        ScoreColumns.builder().failures(failures).eligible(eligible).build());
    int failed = 0;
    for (int row = 0; row < columns.size(); row++) {
      List<Score.Flag> all = SCORER.score(columns.get(row)).failures();
      assertEquals(
          all.isEmpty() ? "" : all.get(0).code(),
          failures[row] < 0 ? "" : SCORER.gates().get(failures[row]));
      assertEquals(all.isEmpty(), eligible[row]);
      failed += all.isEmpty() ? 0 : 1;
    }
    assertTrue(failed > 100 && failed < columns.size(), "both occur: " + failed);
    SCORER.forEachBlock(
        columns,
        0,
        100,
        EnumSet.of(Output.ELIGIBILITY),
        block -> {
          for (int i = 0; i < block.size(); i++) {
            assertEquals(failures[block.firstRow() + i], block.failure(i));
          }
        });
  }

  @Test
  void aRankingAboveAScoreHasTheBetterAccountsAloneAndCountsAll() {
    ProfileColumns columns = Digests.columns(Digests.Kind.GAPS, 5_000);
    Ranking all = SCORER.top(20, columns);
    double above = all.entries().get(7).score().value();

    Ranking better =
        SCORER.collect(
            columns,
            EnumSet.of(Output.SCORE, Output.ELIGIBILITY),
            Runnable::run,
            SCORER.ranking(20, columns, above));

    assertEquals(
        all.entries().stream().filter(each -> each.score().value() > above).toList(),
        better.entries());
    assertEquals(all.ineligible(), better.ineligible());
    assertEquals(all.size(), better.size());
    assertEquals(
        "above must be a number, was NaN",
        assertThrows(IllegalArgumentException.class, () -> SCORER.ranking(1, columns, Double.NaN))
            .getMessage());
  }

  @Property(tries = 20)
  void howAListIsSplitMovesNoBitOfItsSummary(@ForAll @IntRange(min = 1, max = 2_999) int cut) {
    ProfileColumns columns = Digests.columns(Digests.Kind.GAPS, 3_000);
    Collector<ScoreBlock, Object, Summary> collector = summarizing();
    Object first = collector.supplier().get();
    Object second = collector.supplier().get();
    Set<Output> outputs = EnumSet.of(Output.UTILITIES, Output.ELIGIBILITY);
    SCORER.forEachBlock(
        columns, cut, 3_000, outputs, block -> collector.accumulator().accept(second, block));
    SCORER.forEachBlock(
        columns, 0, cut, outputs, block -> collector.accumulator().accept(first, block));
    Summary summary = collector.finisher().apply(collector.combiner().apply(second, first));
    assertArrayEquals(SCORER.summary(columns).typicalUtilities(), summary.typicalUtilities());
    assertEquals(SCORER.summary(columns).unknown(), summary.unknown());
    assertEquals(3_000, summary.size());
  }

  @SuppressWarnings("unchecked") // what it accumulates in is its own matter
  private static Collector<ScoreBlock, Object, Summary> summarizing() {
    return (Collector<ScoreBlock, Object, Summary>) SCORER.summarizing();
  }

  @Test
  void blocksComeInOrderAndCoverTheRange() {
    List<Integer> rows = new ArrayList<>();
    SCORER.forEachBlock(
        MANY,
        1_000,
        3_000,
        EnumSet.allOf(Output.class),
        block -> {
          for (int i = 0; i < block.size(); i++) {
            int row = block.firstRow() + i;
            rows.add(row);
            Score score = SCORER.score(MANY.get(row));
            assertEquals(score.value(), block.score(i));
            assertEquals(score.low(), block.low(i));
            assertEquals(score.high(), block.high(i));
            assertEquals(score.tier(), block.tier(i));
            assertEquals(score.eligible(), block.eligible(i));
            assertEquals(score.engagementRate(), block.engagementRate(i));
            assertEquals(score.expectedRate(), block.expectedRate(i));
            assertEquals(score.price(), block.price(i));
            assertEquals(score.costPerEngagement(), block.costPerEngagement(i));
            Score.Contribution third = score.contributions().get(2);
            assertEquals(third.assumed() ? Double.NaN : third.utility(), block.utility(2, i));
            assertEquals("row " + (row + 1), block.profile(i).id());
          }
        });
    assertEquals(2_000, rows.size());
    assertEquals(1_000, rows.get(0));
    assertEquals(2_999, rows.get(1_999));
  }

  @Test
  void anOutputThatWasNotAskedForCannotBeRead() {
    SCORER.forEachBlock(
        MANY,
        0,
        1,
        EnumSet.of(Output.SCORE),
        block -> {
          assertEquals(
              "output must be one of [SCORE], which were asked for, was TIER",
              assertThrows(IllegalStateException.class, () -> block.tier(0)).getMessage());
          assertThrows(IllegalStateException.class, () -> block.low(0));
          assertThrows(IllegalStateException.class, () -> block.utility(0, 0));
          assertThrows(IllegalStateException.class, () -> block.eligible(0));
          assertThrows(IllegalStateException.class, () -> block.price(0));
          assertThrows(IndexOutOfBoundsException.class, () -> block.score(1));
        });
  }

  @Test
  void aSumOfDoublesDoesNotDependOnTheNumberOfThreads() {
    Collector<ScoreBlock, double[], Double> sum =
        Collector.of(
            () -> new double[1],
            (all, block) -> {
              for (int i = 0; i < block.size(); i++) {
                all[0] += block.score(i);
              }
            },
            (a, b) -> new double[] {a[0] + b[0]},
            all -> all[0]);
    Set<Output> outputs = EnumSet.of(Output.SCORE);
    double one = SCORER.collect(MANY, outputs, Runnable::run, sum);
    ExecutorService executor = Executors.newFixedThreadPool(4);
    try {
      assertEquals(one, SCORER.collect(MANY, outputs, executor, sum));
    } finally {
      executor.shutdown();
    }
    assertEquals(Arrays.stream(scores(SCORER, MANY)).sum(), one, 1e-6 * one);
    assertEquals(0.0, SCORER.collect(Digests.columns(Digests.Kind.GAPS, 0), outputs, r -> {}, sum));
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void anExecutorThatIsBusyWithTheCallerDoesNotBlockIt() throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(1);
    try {
      List<Ranking.Entry> inside =
          executor.submit(() -> SCORER.top(10, MANY, executor).entries()).get();
      assertEquals(
          SCORER.top(10, MANY).entries().stream().map(Ranking.Entry::row).toList(),
          inside.stream().map(Ranking.Entry::row).toList());
    } finally {
      executor.shutdown();
    }
  }

  @Test
  void whatAnExecutorRefusesTheCallerDoes() {
    ExecutorService closed = Executors.newFixedThreadPool(1);
    closed.shutdown();
    assertEquals(SCORER.top(10, MANY), SCORER.top(10, MANY, closed));
  }

  @Test
  void theFirstRangeThatFailsIsReportedForAnyNumberOfThreads() {
    Criterion broken =
        new Criterion() {
          @Override
          public String name() {
            return "broken";
          }

          @Override
          public double utility(Profile profile) {
            int row = Integer.parseInt(profile.id().substring(4));
            return row == 70_000 || row == 140_000 ? 1 + row : 0.5;
          }
        };
    Scorer scorer = SCORER.toBuilder().criterion(broken, 1).build();
    ExecutorService executor = Executors.newFixedThreadPool(2);
    try {
      for (Executor each : List.<Executor>of(Runnable::run, executor)) {
        assertEquals(
            "utility of broken for row 70000 must be between 0 and 1 or NaN, was 70001",
            assertThrows(IllegalStateException.class, () -> scorer.top(5, MANY, each))
                .getMessage());
      }
    } finally {
      executor.shutdown();
    }
  }

  @Test
  void anotherValueOfAWantedDimensionTellsTheSameInBulk() {
    double[] followers = {1_000, 2_000, 3_000};
    double[] austria = {0.9, Double.NaN, 0.2};
    ProfileColumns columns =
        ProfileColumns.builder(Platform.INSTAGRAM, followers)
            .audience("country", "AT", austria)
            .build();
    assertSameAsOneByOne(
        Scorer.of(BrandProfile.builder().audience("country", "DE", 1).build()), columns);
    assertSameAsOneByOne(
        Scorer.of(BrandProfile.builder().audience("country", "DE", 1).topic("vegan", 1).build()),
        columns);
  }

  /** Six wanted values: one by itself, four together, and one more. */
  @Test
  void aListOfOnePlatformAndManyWantedSharesGivesTheSameInBulk() {
    String[] countries = {"AT", "BE", "CH", "DE", "DK", "ES"};
    BrandProfile.Builder brand = BrandProfile.builder().budget(5_000, "USD");
    for (int i = 0; i < countries.length; i++) {
      brand.audience("country", countries[i], 1.0 / (1 + i));
    }
    Scorer scorer = Scorer.of(brand.build());
    Random random = new Random(5);
    for (Platform platform : Platform.values()) {
      ProfileColumns.Builder columns = ProfileColumns.builder(platform, counts(random));
      columns.likes(counts(random)).comments(counts(random)).views(counts(random));
      for (String country : countries) {
        columns.audience(
            "country", country, Digests.column(700, random, 0.02, () -> random.nextDouble() / 6));
      }
      ProfileColumns table = columns.build();
      Digests.Results single = new Digests.Results(scorer, table.size(), true);
      Digests.Results range = new Digests.Results(scorer, table.size(), true);
      for (int row = 0; row < table.size(); row++) {
        single.set(row, scorer, scorer.score(table.get(row)));
      }
      range.take(scorer, table, 0, table.size());
      assertEquals("", single.difference(range), platform.displayName());
    }
  }

  private static double[] counts(Random random) {
    return Digests.column(700, random, 0.1, () -> Digests.log(random, 0, 22));
  }

  @Test
  void numbersBeyondAllReasonGiveTheSameInBulk() {
    double[] huge = {1e308, 0x1p60, 1e-310, 0, Double.NaN, 1};
    ProfileColumns columns =
        ProfileColumns.builder(Platform.INSTAGRAM, huge)
            .likes(huge)
            .comments(huge)
            .views(huge)
            .column(Measure.CLICKS, huge)
            .column(Measure.CONVERSIONS, huge)
            .price(huge, "USD")
            .build();
    for (Digests.Kind kind : Digests.Kind.values()) {
      Scorer scorer = Digests.scorer(kind);
      assertSameAsOneByOne(scorer, columns);
      Digests.Results single = new Digests.Results(scorer, columns.size(), true);
      Digests.Results range = new Digests.Results(scorer, columns.size(), true);
      for (int row = 0; row < columns.size(); row++) {
        single.set(row, scorer, scorer.score(columns.get(row)));
      }
      range.take(scorer, columns, 0, columns.size());
      assertEquals("", single.difference(range));
    }
  }

  @Test
  void aPriceInAnotherCurrencyLeavesItsRowAloneUnscored() {
    Scorer euros = Scorer.of(BrandProfile.builder().budget(1_000, "EUR").build());
    ProfileColumns dollars = Digests.columns(Digests.Kind.COMPLETE, 600);
    List<Influencer> mixed = new ArrayList<>();
    for (int row = 0; row < dollars.size(); row++) {
      Influencer.Builder account =
          Influencer.builder("acct-" + row, Platform.INSTAGRAM)
              .followers(1_000.0 * row)
              .likes(20.0 + row);
      if (row % 5 > 0) {
        account.price(row, row % 7 == 0 ? "USD" : "EUR");
      }
      mixed.add(account.build());
    }
    for (ProfileColumns columns : List.of(dollars, ProfileColumns.copyOf(mixed))) {
      int priced = 0;
      ScoreBlockCheck check = new ScoreBlockCheck(euros, columns);
      euros.forEachBlock(columns, 0, columns.size(), EnumSet.allOf(Output.class), check::check);
      for (int row = 0; row < columns.size(); row++) {
        priced += columns.get(row).currency().equals("USD") ? 1 : 0;
      }
      assertEquals(priced, check.unscored);
      assertTrue(priced > 0);
      assertEquals(
          (long) priced,
          euros.top(5, columns).ineligible().get(Score.Flag.PRICE_IN_OTHER_CURRENCY));
    }
  }

  /** Compares every output of a block with the score of each account by itself. */
  private static final class ScoreBlockCheck {
    private final Scorer scorer;
    private final ProfileColumns columns;
    private int unscored;

    ScoreBlockCheck(Scorer scorer, ProfileColumns columns) {
      this.scorer = scorer;
      this.columns = columns;
    }

    void check(ScoreBlock block) {
      for (int i = 0; i < block.size(); i++) {
        Score one = scorer.score(columns.get(block.firstRow() + i));
        assertEquals(one.value(), block.score(i));
        assertEquals(one.low(), block.low(i));
        assertEquals(one.high(), block.high(i));
        assertEquals(one.price(), block.price(i));
        assertEquals(one.costPerEngagement(), block.costPerEngagement(i));
        assertEquals(one.eligible(), block.eligible(i));
        if (!one.eligible()) {
          assertEquals(one.failures().get(0).code(), scorer.gates().get(block.failure(i)));
        }
        unscored += Double.isNaN(one.value()) ? 1 : 0;
      }
    }
  }

  @Test
  void theFirstRowsThatAreNotEligibleAreTheSameForAnyNumberOfThreads() {
    List<Integer> expected = new ArrayList<>();
    for (int row = 0; row < MANY.size() && expected.size() < 50; row++) {
      if (!SCORER.isEligible(MANY.get(row))) {
        expected.add(row);
      }
    }
    Ranking alone = SCORER.top(50, MANY, Runnable::run);
    assertEquals(expected, alone.unranked().stream().map(Ranking.Unranked::row).toList());
    assertEquals(alone, SCORER.top(50, MANY));
    Ranking parts =
        SCORER.collect(
            MANY,
            EnumSet.of(Output.SCORE, Output.ELIGIBILITY),
            Runnable::run,
            SCORER.ranking(50, MANY, Double.NEGATIVE_INFINITY));
    assertEquals(List.of(), parts.unranked());
    assertEquals(alone.ineligible(), parts.ineligible());
    assertEquals(alone.entries(), parts.entries());
  }

  @Test
  void wrongColumnsAreRefused() {
    double[] ten = new double[10];
    assertEquals(
        "arrays must be >= 1, was 0",
        assertThrows(IllegalArgumentException.class, () -> ScoreColumns.builder().build())
            .getMessage());
    assertEquals(
        "arrays must have the same length, 10, was 9",
        assertThrows(
                IllegalArgumentException.class,
                () -> ScoreColumns.builder().scores(ten).tiers(new int[9]))
            .getMessage());
    ScoreColumns small = ScoreColumns.builder().scores(ten).build();
    assertThrows(IndexOutOfBoundsException.class, () -> SCORER.score(MANY, 0, 11, small));
    assertThrows(IndexOutOfBoundsException.class, () -> SCORER.score(MANY, small, Runnable::run));
    assertThrows(IndexOutOfBoundsException.class, () -> SCORER.score(MANY, 0, 11, ten));
    assertThrows(
        IndexOutOfBoundsException.class,
        () -> SCORER.forEachBlock(MANY, 0, MANY.size() + 1, Set.of(), block -> {}));
    assertEquals(10, small.size());
    assertEquals(Set.of(Output.SCORE), small.outputs());
  }
}
