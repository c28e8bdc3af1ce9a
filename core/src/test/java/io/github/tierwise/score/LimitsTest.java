package io.github.tierwise.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.engagement.EngagementModel;
import io.github.tierwise.engagement.EngagementModels;
import io.github.tierwise.engagement.SizeCurve;
import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.ProfileColumns;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens exactly on a limit, with nothing at all, and just beyond a block or a range. */
class LimitsTest {

  private static final BrandProfile BRAND = BrandProfile.builder().budget(5_000, "USD").build();
  private static final Scorer SCORER = Scorer.of(BRAND);

  private static Influencer.Builder account(String id) {
    return Influencer.builder(id, Platform.INSTAGRAM);
  }

  private static boolean[] eligible(Scorer scorer, Influencer... accounts) {
    boolean[] eligible = new boolean[accounts.length];
    scorer.score(
        ProfileColumns.copyOf(List.of(accounts)),
        0,
        accounts.length,
        ScoreColumns.builder().eligible(eligible).build());
    for (int i = 0; i < accounts.length; i++) {
      assertEquals(scorer.score(accounts[i]).eligible(), eligible[i]);
      assertEquals(scorer.isEligible(accounts[i]), eligible[i]);
    }
    return eligible;
  }

  @Test
  void aPostThatCostsTheWholeBudgetIsWithinIt() {
    Influencer all = account("all").price(5_000, "USD").build();
    Influencer more = account("more").price(Math.nextUp(5_000.0), "USD").build();
    boolean[] eligible = eligible(SCORER, all, more);
    assertTrue(eligible[0]);
    assertFalse(eligible[1]);
  }

  @Test
  void asManyEngagementsAsAreAskedForAreEnough() {
    Influencer enough = account("enough").engagements(30).build();
    Influencer fewer = account("fewer").engagements(29).build();
    Scorer scorer = SCORER.toBuilder().minEngagements(30).build();
    boolean[] eligible = eligible(scorer, enough, fewer);
    assertTrue(eligible[0]);
    assertFalse(eligible[1]);
    Scorer any = SCORER.toBuilder().minEngagements(0).build();
    assertTrue(eligible(any, account("none").engagements(0).build())[0]);
    assertFalse(any.describe().contains("too-few-engagements"), any.describe());
  }

  /** By views a rate of 1 expects one engagement of one view: 0 as a logarithm, exactly. */
  @Test
  void engagementThatIsExactlyAsFarAboveExpectationAsCanBeIsPlausible() {
    EngagementModel model = EngagementModels.standard(Platform.YOUTUBE);
    SizeCurve one =
        SizeCurve.of(Platform.YOUTUBE, model, "test", new double[] {1_000}, new double[] {1});
    Scorer scorer =
        SCORER.toBuilder().engagement(model, one).minEngagements(0).plausibleOnly(true).build();
    Influencer.Builder channel = Influencer.builder("a", Platform.YOUTUBE).views(1);
    double limit = Gate.IMPLAUSIBLE;
    Influencer on = channel.level(model.formula(), limit, 0.5, 0.5).build();
    Influencer above = channel.level(model.formula(), Math.nextUp(limit), 0.5, 0.5).build();
    boolean[] eligible = eligible(scorer, on, above);
    assertTrue(eligible[0]);
    assertFalse(eligible[1]);
    String flag = "engagement-far-above-expected";
    assertTrue(scorer.score(on).flags().stream().noneMatch(each -> each.code().equals(flag)));
    assertTrue(scorer.score(above).flags().stream().anyMatch(each -> each.code().equals(flag)));
  }

  @Test
  void aBudgetThatBuysExactlyOnePostOfACelebrityAffordsOne() {
    PriceCurve flat = new PriceCurve("USD", 5_000, 1e-9, 0.1, 1, "test");
    assertTrue(SCORER.toBuilder().prices(flat).build().canAffordCelebrity());
    PriceCurve more = new PriceCurve("USD", Math.nextUp(5_000.0), 1e-9, 0.1, 1, "test");
    assertFalse(SCORER.toBuilder().prices(more).build().canAffordCelebrity());
  }

  @Test
  void floorAndPowerOfPricesAreConverted() {
    PriceCurve euros = PriceCurve.published().in("EUR", 0.5);
    assertEquals(20, euros.price(10), 1e-9);
    assertEquals(0.5 * PriceCurve.published().price(1e6), euros.price(1e6), 1e-9);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1})
  void utilitiesMayLieOnTheEndsOfTheirRange(double end) {
    Scorer scorer = SCORER.toBuilder().criterion(PlugIns.constant("luck", end, end), 1).build();
    Scorer unknown =
        SCORER.toBuilder().criterion(PlugIns.constant("luck", Double.NaN, end), 1).build();
    Influencer account = account("a").build();
    assertEquals(scorer.value(account), unknown.value(account));
    double[] scores = new double[1];
    scorer.score(ProfileColumns.copyOf(List.of(account)), 0, 1, scores);
    assertEquals(scorer.value(account), scores[0]);
  }

  @Test
  void aRateByNobodyIsUnknown() {
    ProfileColumns columns =
        ProfileColumns.builder(Platform.INSTAGRAM, new double[] {0, 1, Double.NaN})
            .likes(new double[] {5, 5, 5})
            .build();
    double[] rates = new double[3];
    SCORER.score(columns, 0, 3, ScoreColumns.builder().engagementRates(rates).build());
    assertTrue(Double.isNaN(rates[0]));
    assertEquals(5, rates[1]);
    assertTrue(Double.isNaN(rates[2]));
    assertTrue(Double.isNaN(SCORER.score(columns.get(0)).engagementRate()));
  }

  @Test
  void utilitiesAndScoresCanBeHadWithoutEachOther() {
    ProfileColumns columns = Digests.columns(Digests.Kind.GAPS, 300);
    double[] scores = new double[300];
    SCORER.score(columns, 0, 300, ScoreColumns.builder().scores(scores).build());
    SCORER.forEachBlock(
        columns,
        0,
        300,
        Set.of(Output.UTILITIES),
        block -> {
          assertThrows(IllegalStateException.class, () -> block.score(0));
          for (int i = 0; i < block.size(); i++) {
            Score score = SCORER.score(columns.get(block.firstRow() + i));
            Score.Contribution cost = score.contributions().get(2);
            assertEquals(cost.assumed() ? Double.NaN : cost.utility(), block.utility(2, i));
            assertEquals(score.value(), scores[block.firstRow() + i]);
          }
        });
  }

  @Test
  void aBlockRefusesAScoreThatWasNotAskedFor() {
    SCORER.forEachBlock(
        Digests.columns(Digests.Kind.GAPS, 10),
        0,
        10,
        EnumSet.of(Output.TIER),
        block ->
            assertEquals(
                "output must be one of [TIER], which were asked for, was SCORE",
                assertThrows(IllegalStateException.class, () -> block.score(0)).getMessage()));
  }

  @Test
  void noBlockIsEmpty() {
    ProfileColumns columns = Digests.columns(Digests.Kind.GAPS, 2 * SignalBlock.CAPACITY);
    int[] blocks = new int[1];
    SCORER.forEachBlock(
        columns,
        0,
        columns.size(),
        Set.of(),
        block -> {
          assertEquals(SignalBlock.CAPACITY, block.size());
          blocks[0]++;
        });
    assertEquals(2, blocks[0]);
    SCORER.forEachBlock(columns, 5, 5, Set.of(), block -> blocks[0]++);
    assertEquals(2, blocks[0]);
  }

  @Test
  void columnsOfUnequalLengthAreRefusedAlsoWhereTheyAreEmptyOrEndsOfRanges() {
    assertEquals(
        "arrays must have the same length, 0, was 1",
        assertThrows(
                IllegalArgumentException.class,
                () -> ScoreColumns.builder().scores(new double[0]).prices(new double[1]))
            .getMessage());
    assertEquals(
        "arrays must have the same length, 3, was 4",
        assertThrows(
                IllegalArgumentException.class,
                () -> ScoreColumns.builder().intervals(new double[3], new double[4]))
            .getMessage());
    ScoreColumns both =
        ScoreColumns.builder().intervals(new double[2], new double[2]).tiers(new int[2]).build();
    assertEquals(Set.of(Output.INTERVAL, Output.TIER), both.outputs());
  }

  @Test
  void whoFailsTheFirstGateIsNotAmongTheBestHoweverGood() {
    Influencer good = account("good").followers(900_000).engagements(800_000).build();
    Influencer small = account("small").followers(5_000).engagements(100).build();
    Scorer scorer = SCORER.toBuilder().requireTier("nano").build();
    assertTrue(scorer.value(good) > scorer.value(small));
    Ranking top = scorer.top(2, ProfileColumns.copyOf(List.of(good, small)));
    assertEquals(List.of("small"), top.entries().stream().map(e -> e.score().id()).toList());
    assertEquals(scorer.score(small).value(), top.entries().get(0).score().value());
    assertEquals(Map.of("other-tier", 1L), top.ineligible());
    assertEquals(1, top.eligible());
    assertEquals(Map.of(), scorer.rank(List.of(small)).ineligible());
  }

  @Test
  void typicalUtilitiesAreThoseOfAllRowsAlsoBeyondOneRange() {
    ProfileColumns columns = Digests.columns(Digests.Kind.GAPS, 70_000);
    double[] typical = SCORER.summary(columns).typicalUtilities();
    for (int i = 0; i < typical.length; i++) {
      Criterion criterion = SCORER.criteria().get(i);
      double mean =
          IntStream.range(0, columns.size())
              .filter(row -> SCORER.isEligible(columns.get(row)))
              .mapToDouble(row -> criterion.utility(columns.get(row)))
              .filter(utility -> !Double.isNaN(utility))
              .average()
              .orElseThrow();
      assertEquals(mean, typical[i], 1e-9);
    }
  }

  @Test
  void ofReasonsThatAreEquallyStrongTheFirstIsGiven() {
    Scorer scorer =
        SCORER.toBuilder()
            .criterion(PlugIns.constant("luck", 1, 0.5), 2)
            .criterion(PlugIns.constant("grace", 1, 0.5), 2)
            .build();
    double[] typical = new double[scorer.criteria().size()];
    Arrays.fill(typical, 1);
    typical[4] = 0.25;
    typical[5] = 0.25;
    assertEquals("luck: 1.00", scorer.reason(account("a").build(), typical));
  }

  @Test
  void aCriterionByItselfRefusesWhatDoesNotFit() {
    ProfileColumns columns = Digests.columns(Digests.Kind.GAPS, 10);
    for (Criterion criterion : SCORER.criteria()) {
      double[] out = new double[6];
      criterion.utilities(columns, 5, 10, out, 1);
      assertThrows(
          IndexOutOfBoundsException.class, () -> criterion.utilities(columns, 4, 10, out, 1));
      assertThrows(
          IndexOutOfBoundsException.class, () -> criterion.utilities(columns, 6, 11, out, 0));
    }
  }
}
