package io.github.tierwise.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.Serial;
import io.github.tierwise.engagement.EngagementModel;
import io.github.tierwise.engagement.EngagementModels;
import io.github.tierwise.engagement.SizeCurve;
import io.github.tierwise.explain.Estimate;
import io.github.tierwise.explain.Explanation;
import io.github.tierwise.internal.Logs;
import io.github.tierwise.internal.Priors;
import io.github.tierwise.internal.Text;
import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.CompanySize;
import io.github.tierwise.profile.Goal;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Priority;
import io.github.tierwise.profile.Profile;
import io.github.tierwise.profile.ProfileColumns;
import io.github.tierwise.tier.TierPolicies;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScorerTest {

  private static final BrandProfile BRAND =
      BrandProfile.builder().budget(5_000, "USD").size(CompanySize.SME).goal(Goal.SALES).build();
  private static final Scorer SCORER = Scorer.of(BRAND);

  private static Influencer.Builder account(String id) {
    return Influencer.builder(id, Platform.INSTAGRAM);
  }

  private static final Influencer ANA =
      account("ana").followers(10_000).likes(499).comments(0).price(500, "USD").build();

  @Test
  void aScoreIsWorkedByHand() {
    // SME, sales: engagement 2, conversion 2 + 2, cost 2 + 1, audience 2 - 1 - 1, at least 1.
    Score score = SCORER.score(ANA);
    assertEquals("ana", score.id());
    double engagement = 100 * 2 / 10.0 * (0.5 + 0.8 / 6);
    double conversion = 100 * 4 / 10.0 * 0.5;
    double cost = 100 * 3 / 10.0 * 0.9;
    double audience = 100 * 1 / 10.0 * (Math.log10(500) - 1) / 6;
    assertEquals(engagement + conversion + cost + audience, score.value(), 1e-8);
    List<Score.Contribution> parts = score.contributions();
    assertEquals(
        List.of("engagement", "conversion", "cost", "engaged audience"),
        parts.stream().map(Score.Contribution::criterion).toList());
    assertEquals(
        List.of(2.0, 4.0, 3.0, 1.0), parts.stream().map(Score.Contribution::weight).toList());
    assertEquals(engagement, parts.get(0).points(), 1e-8);
    assertEquals("micro", score.tier().label());
    assertEquals(0.0499, score.engagementRate(), 1e-12);
    assertEquals(0.025, score.expectedRate(), 1e-12);
    assertEquals(500, score.price());
    assertTrue(score.eligible());
    assertEquals("ana %s, micro".formatted(score.estimate()), score.toString());
  }

  @Test
  void anUnknownInputIsAssumedAndOpensItsContribution() {
    Score.Contribution conversion = SCORER.score(ANA).contributions().get(1);
    assertTrue(conversion.assumed());
    assertEquals(0.5, conversion.utility());
    assertEquals(0, conversion.low());
    assertEquals(40, conversion.high(), 1e-9);
    assertTrue(
        SCORER
            .explain(ANA)
            .parts()
            .get(1)
            .note()
            .startsWith("0.50 of 1 assumed: clicks and conversions unknown; weight 4 of 10"),
        SCORER.explain(ANA).parts().get(1).note());
  }

  @Test
  void anAccountThatIsPerfectScoresExactlyAHundred() {
    for (int seed = 1; seed < 200; seed++) {
      BrandProfile.Builder brand = BRAND.toBuilder().topic("vegan", 1);
      for (Priority priority : Priority.values()) {
        brand.priority(priority, 0.1 + (seed * 7919L * (priority.ordinal() + 1) % 97) / 13.0);
      }
      Influencer perfect =
          account("perfect")
              .followers(1e6)
              .likes(1e9)
              .comments(0)
              .clicks(1e6)
              .conversions(1e6)
              .topic("vegan", 1)
              .price(0, "USD")
              .build();
      Score score = Scorer.of(brand.build()).score(perfect);
      assertEquals(100, score.value(), 1e-9);
      assertTrue(score.high() <= 100);
    }
  }

  @Test
  void theAnswersOfABrandMoveItsWeights() {
    assertEquals(
        Map.of(
            "engagement", 2.0,
            "conversion", 2.0,
            "audience fit", 0.0,
            "cost", 0.0,
            "engaged audience", 2.0),
        weights(BrandProfile.builder()));
    assertEquals(
        Map.of(
            "engagement", 3.0,
            "conversion", 1.0,
            "audience fit", 2.0,
            "cost", 1.0,
            "engaged audience", 5.0),
        weights(
            BrandProfile.builder()
                .budget(1e6, "USD")
                .size(CompanySize.LARGE)
                .goal(Goal.AWARENESS)
                .ownPresence(false)
                .topic("vegan", 1)));
    assertEquals(
        Map.of(
            "engagement", 4.0,
            "conversion", 4.0,
            "audience fit", 0.0,
            "cost", 0.0,
            "engaged audience", 0.0),
        weights(
            BrandProfile.builder()
                .goal(Goal.ENGAGEMENT)
                .ownPresence(true)
                .priority(Priority.CONVERSION, 2)
                .priority(Priority.ENGAGED_AUDIENCE, 0)));
  }

  private static Map<String, Double> weights(BrandProfile.Builder brand) {
    return Scorer.of(brand.build()).weights().stream()
        .collect(Collectors.toMap(Scorer.Weight::criterion, Scorer.Weight::points));
  }

  @Test
  void everyWeightSaysWhy() {
    assertEquals(
        List.of(
            "2 for everybody",
            "2 for everybody, +2 goal sales",
            "no target audience was said",
            "2 for everybody, +1 SME",
            "2 for everybody, -1 goal sales, -1 SME, at least 1"),
        SCORER.weights().stream().map(Scorer.Weight::why).toList());
  }

  @Test
  void gatesStandApartFromTheScore() {
    Score tooDear = SCORER.score(ANA.toBuilder().price(9_000, "USD").build());
    assertFalse(tooDear.eligible());
    assertTrue(tooDear.value() > 0);
    assertEquals(
        List.of(
            new Score.Flag(
                "price-above-budget", "a post at 9,000 USD is above the budget of 5,000 USD")),
        tooDear.failures());
    Score estimated =
        SCORER.score(account("big").followers(3e6).likes(50_000).comments(100).build());
    assertTrue(
        estimated.failures().get(0).text().matches("a post at 15,\\d+ USD \\(estimated\\) is.*"),
        estimated.failures().toString());
    Score quiet = SCORER.score(ANA.toBuilder().likes(29).build());
    assertEquals("29 people engage with a post, fewer than 30", quiet.failures().get(0).text());
    assertEquals("too-few-engagements", quiet.failures().get(0).code());
  }

  @Test
  void aGateThatCannotTellRanksAndFlags() {
    Score score = SCORER.score(account("nobody").build());
    assertTrue(score.eligible());
    assertEquals(
        List.of(
            "cannot tell whether a post is within the budget: price unknown",
            "cannot tell whether 30 people engage with a post: engagements unknown"),
        score.flags().stream().map(Score.Flag::text).toList());
    assertEquals(
        List.of("cannot-tell-price-above-budget", "cannot-tell-too-few-engagements"),
        score.flags().stream().map(Score.Flag::code).toList());
    assertEquals(
        "engagements-at-least",
        SCORER
            .score(account("x").followers(9_000).likes(300).price(1, "USD").build())
            .flags()
            .get(0)
            .code());
    String formula = SCORER.engagement(Platform.INSTAGRAM).formula();
    Influencer posts = account("x").followers(9_000).level(formula, 9, 0.5, 0.5, 0.25).build();
    assertEquals(
        new Score.Flag(
            "engagements-at-least",
            "engagements: 511 a post at least, some interactions of its posts unknown"),
        SCORER.score(posts.toBuilder().price(1, "USD").build()).flags().get(0));
    assertEquals(1, SCORER.rank(List.of(account("nobody").build())).entries().size());
  }

  @Test
  void aRequiredTierIsAGate() {
    Scorer micro = SCORER.toBuilder().requireTier("micro", "mega").build();
    assertTrue(micro.score(ANA.toBuilder().followers(20_000).build()).eligible());
    Score nano = micro.score(ANA.toBuilder().followers(9_000).build());
    assertEquals(
        "tier is nano (1,000 to below 10,000) by iab-uk, required is micro or mega",
        nano.failures().get(0).text());
    assertEquals("other-tier", nano.failures().get(0).code());
    Score below = micro.score(ANA.toBuilder().followers(10).build());
    assertFalse(below.eligible());
    Score unknown = micro.score(account("x").likes(50).comments(1).price(1, "USD").build());
    assertTrue(unknown.eligible());
    assertEquals(
        "cannot tell the tier: unclassified: cannot tell, followers are unknown",
        unknown.flags().get(0).text());
    assertMessage(
        "tier must be one of nano, micro, mid, macro, top, VIP in definition iab-uk, was huge",
        () -> SCORER.toBuilder().requireTier("huge").build());
  }

  private static void assertMessage(String message, Runnable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }

  @Test
  void engagementFarAboveExpectationIsFlaggedOrKeptOut() {
    Influencer viral = ANA.toBuilder().likes(250 * 10).build();
    assertEquals(
        new Score.Flag(
            "engagement-far-above-expected",
            "engagement is 10 times what is expected for the size: look closer"),
        SCORER.score(viral).flags().get(0));
    Scorer strict = SCORER.toBuilder().plausibleOnly(true).build();
    assertEquals(
        "engagement is 10 times what is expected for the size",
        strict.score(viral).failures().get(0).text());
    assertTrue(strict.score(ANA).eligible());
    Influencer bought = viral.toBuilder().followers(2 * viral.followers()).build();
    assertEquals(List.of(), strict.score(bought).failures(), "followers open it");
    // A gate never moves a score.
    assertEquals(SCORER.value(viral), strict.value(viral));
  }

  @Test
  void theDefinitionOfTiersMovesNoScore() {
    Scorer forbes = SCORER.toBuilder().tiers(TierPolicies.published("forbes")).build();
    assertEquals(SCORER.value(ANA), forbes.value(ANA));
    assertEquals("forbes", forbes.tiers().id());
    assertEquals("micro", forbes.score(ANA).tier().label());
  }

  @Test
  void aRankingPutsTheBestFirstAndCountsTheRest() {
    Influencer better = ANA.toBuilder().likes(900).build();
    Influencer dear = ANA.toBuilder().price(6_000, "USD").build();
    Influencer quiet = ANA.toBuilder().likes(3).build();
    Ranking ranking = SCORER.rank(List.of(quiet, ANA, dear, better, ANA));
    assertEquals(List.of(3, 1, 4), ranking.entries().stream().map(Ranking.Entry::row).toList());
    assertEquals(List.of(1, 2, 3), ranking.entries().stream().map(Ranking.Entry::rank).toList());
    assertEquals(3, ranking.eligible());
    assertEquals(Map.of("price-above-budget", 1L, "too-few-engagements", 1L), ranking.ineligible());
    assertEquals(5, ranking.size());
    assertTrue(ranking.toString().startsWith("1  ana "));
    assertEquals(0, SCORER.rank(List.of()).size());
  }

  @Test
  void topIsTheSameForOneThreadOrMany() {
    int size = 200_000;
    double[] followers = new double[size];
    double[] likes = new double[size];
    for (int row = 0; row < size; row++) {
      followers[row] = 1_000 + row * 7919L % 90_000;
      // Few distinct values, so that ties must be broken by the row.
      likes[row] = row % 11 == 0 ? Double.NaN : Math.floor(followers[row] / 1_000) * (row % 7);
    }
    ProfileColumns columns =
        ProfileColumns.builder(Platform.INSTAGRAM, followers).likes(likes).build();
    Ranking one = SCORER.top(500, columns, Runnable::run);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Ranking many = SCORER.top(500, columns, threads);
      assertEquals(rows(one), rows(many));
      assertEquals(rows(one), rows(SCORER.top(500, columns)));
      assertEquals(one.ineligible(), many.ineligible());
    } finally {
      threads.shutdown();
    }
    List<Influencer> accounts = new ArrayList<>();
    for (int row = 0; row < 2_000; row++) {
      accounts.add(columns.get(row));
    }
    Ranking listed = SCORER.rank(accounts);
    assertEquals(
        rows(listed).subList(0, 100), rows(SCORER.top(100, ProfileColumns.copyOf(accounts))));
    assertMessage("k must be >= 0, was -1", () -> SCORER.top(-1, columns));
    assertEquals(size, SCORER.top(0, columns).size());
  }

  private static List<Integer> rows(Ranking ranking) {
    return ranking.entries().stream().map(Ranking.Entry::row).toList();
  }

  @Test
  void aPriceInAnotherCurrencyIsOneUnscoredAccountWithAReason() {
    String reason = "price of euros must be in USD, the brand's currency, was EUR";
    Influencer euros = account("euros").followers(9_000).likes(400).price(1, "EUR").build();
    Score score = SCORER.score(euros);
    assertTrue(Double.isNaN(score.value()));
    assertEquals(List.of(), score.contributions());
    assertTrue(Double.isNaN(score.price()) && Double.isNaN(score.costPerEngagement()));
    assertFalse(score.eligible());
    assertEquals(
        List.of(new Score.Flag(Score.Flag.PRICE_IN_OTHER_CURRENCY, reason)), score.failures());
    assertEquals("euros unknown, nano, not eligible", score.toString());
    assertTrue(Double.isNaN(SCORER.value(euros)));
    assertFalse(SCORER.isEligible(euros));
    assertEquals("no score: " + reason, SCORER.explain(euros).note());
    assertEquals("no score: " + reason, SCORER.reason(euros, new double[SCORER.criteria().size()]));
    for (Explanation why :
        List.of(
            SCORER.explain(euros),
            SCORER.difference(ANA, euros),
            SCORER.difference(euros, ANA),
            SCORER.change(ANA, euros),
            SCORER.change(euros, ANA))) {
      assertTrue(Double.isNaN(why.value()) && why.holds(), why::toString);
      assertEquals("no score: " + reason, why.note());
    }
    List<Influencer> accounts = List.of(euros, ANA);
    Ranking ranking = SCORER.rank(accounts);
    assertEquals(List.of("ana"), ranking.entries().stream().map(e -> e.score().id()).toList());
    assertEquals(Map.of(Score.Flag.PRICE_IN_OTHER_CURRENCY, 1L), ranking.ineligible());
    assertEquals("[euros: " + reason + "]", ranking.unranked().toString());
    ProfileColumns columns = ProfileColumns.copyOf(accounts);
    assertEquals(accounts, List.of(columns.get(0), columns.get(1)));
    assertEquals(ranking, SCORER.top(2, columns));
    double[] scores = new double[2];
    SCORER.score(columns, 0, 2, scores);
    assertEquals(Double.NaN, scores[0]);
    assertEquals(SCORER.value(ANA), scores[1]);
  }

  @Test
  void theTopOfAListIsItsBestAccountsAndItsFirstThatAreNotEligible() {
    List<Influencer> accounts = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      accounts.add(account("a" + i).followers(9_000 + i).likes(i % 3 == 0 ? 1 : 100 + i).build());
    }
    Ranking all = SCORER.rank(accounts);
    assertEquals(40, all.entries().size() + all.unranked().size());
    for (Ranking.Unranked out : all.unranked()) {
      Score score = SCORER.score(accounts.get(out.row()));
      assertEquals(score.id(), out.id());
      assertEquals(score.failures(), out.failures());
      assertFalse(out.failures().isEmpty());
    }
    for (int k : new int[] {0, 1, 7, 40, 99}) {
      Ranking top = SCORER.top(k, accounts);
      assertEquals(all.entries().subList(0, Math.min(k, all.entries().size())), top.entries());
      assertEquals(all.unranked().subList(0, Math.min(k, all.unranked().size())), top.unranked());
      assertEquals(all.eligible(), top.eligible());
      assertEquals(all.ineligible(), top.ineligible());
      assertEquals(top, SCORER.top(k, ProfileColumns.copyOf(accounts)));
    }
    assertMessage("k must be >= 0, was -1", () -> SCORER.top(-1, accounts));
  }

  @Test
  void aScorerSaysForWhomItScores() {
    assertEquals("scorer for " + SCORER.brand(), SCORER.toString());
  }

  @Test
  void aContributionCarriesTheSentenceOfItsExplanation() {
    Score score = SCORER.score(ANA);
    Score ofRow = SCORER.score(ProfileColumns.copyOf(List.of(ANA, ANA)).cursor().moveTo(1));
    Explanation why = SCORER.explain(ANA);
    for (int i = 0; i < score.contributions().size(); i++) {
      Score.Contribution part = score.contributions().get(i);
      assertTrue(why.parts().get(i).note().contains(": " + part.note() + "; weight"), part::note);
      assertEquals(part.note(), ofRow.contributions().get(i).note());
    }
    assertEquals(score, ofRow);
    Score.Contribution cost = score.contributions().get(2);
    assertTrue(
        cost.toString().startsWith("cost " + Text.fixed(cost.points(), 1) + " ("), cost::toString);
  }

  @Test
  void aSentenceIsOfTheRowThatWasScoredAlsoWhenTheRowMovesOn() {
    Influencer other = ANA.toBuilder().likes(3).price(9, "USD").build();
    ProfileColumns.Cursor row = ProfileColumns.copyOf(List.of(ANA, other)).cursor();
    Score first = SCORER.score(row.moveTo(0));
    row.moveTo(1);
    assertEquals(SCORER.score(ANA), first);
  }

  @Test
  void aScoreThatIsNotTheSumOfItsContributionsIsRefused() {
    Score score = SCORER.score(ANA);
    assertMessage(
        "estimate of ana must be the sum of its contributions, 0 (0 to 0), was 3 (1 to 5)",
        () ->
            new Score(
                score.id(),
                new Estimate(3, 1, 5),
                List.of(),
                score.tier(),
                score.engagementRate(),
                score.expectedRate(),
                score.price(),
                score.costPerEngagement(),
                List.of(),
                List.of()));
  }

  @Test
  void aBrandInAnotherCurrencyHasNoUsualPricesUnlessItBringsTheRate() {
    BrandProfile euros = BrandProfile.builder().budget(5_000, "EUR").build();
    Influencer unquoted = account("x").followers(10_000).likes(300).comments(9).build();
    assertTrue(Double.isNaN(Scorer.of(euros).score(unquoted).price()));
    assertEquals(
        "no quote, and no usual prices in EUR",
        Scorer.of(euros).criteria().get(2).explain(unquoted).note());
    Scorer converted = Scorer.builder(euros).prices(PriceCurve.published().in("EUR", 0.5)).build();
    assertEquals(238, converted.score(unquoted).price(), 1);
    assertFalse(Scorer.of(euros).canAffordCelebrity());
    assertMessage(
        "usual prices must be in EUR, the brand's currency, was USD",
        () -> Scorer.builder(euros).prices(PriceCurve.published()).build());
  }

  @Test
  void aScorerTellsWhatItWasBuiltFrom() {
    EngagementModel views = EngagementModels.byViews(Measure.LIKES, Measure.COMMENTS);
    Criterion luck = PlugIns.constant("luck", 1);
    Scorer scorer =
        SCORER.toBuilder()
            .engagement(Platform.INSTAGRAM, views)
            .requireTier("nano", "micro")
            .criterion(luck, 2)
            .build();
    for (Scorer each : List.of(scorer, scorer.toBuilder().build())) {
      assertEquals(BRAND, each.brand());
      assertEquals(views, each.engagement(Platform.INSTAGRAM));
      assertEquals(
          EngagementModels.standard(Platform.TIKTOK).formula(),
          each.engagement(Platform.TIKTOK).formula());
      assertEquals(Optional.empty(), each.curve(Platform.INSTAGRAM));
      assertEquals(SCORER.curve(Platform.TIKTOK), each.curve(Platform.TIKTOK));
      assertTrue(each.curve(Platform.TIKTOK).isPresent());
      assertEquals(Optional.of(PriceCurve.published()), each.prices());
      assertEquals(List.of("nano", "micro"), each.requiredTiers());
      assertEquals(luck, each.criteria().get(4));
    }
    // The standard rate brings its curve back.
    EngagementModel standard = EngagementModels.standard(Platform.INSTAGRAM);
    Scorer back = scorer.toBuilder().engagement(Platform.INSTAGRAM, standard).build();
    assertEquals(SCORER.curve(Platform.INSTAGRAM), back.curve(Platform.INSTAGRAM));
  }

  @Test
  void aPriceThatIsNoQuoteIsFlaggedAndAnUnknownOneIsNot() {
    Influencer.Builder account = account("x").likes(300).comments(9);
    assertEquals(
        List.of(new Score.Flag("price-estimated", "no quote: a post usually costs about 477 USD")),
        SCORER.score(account.followers(10_000).build()).flags());
    assertEquals(
        List.of(), SCORER.score(account.followers(10_000).price(5, "USD").build()).flags());
    assertEquals(
        List.of("cannot-tell-price-above-budget"),
        SCORER.score(account("x").likes(300).comments(9).build()).flags().stream()
            .map(Score.Flag::code)
            .toList());
  }

  @Test
  void whetherACelebrityIsAffordableFollowsFromBudgetAndPrices() {
    assertFalse(SCORER.canAffordCelebrity());
    assertTrue(
        Scorer.of(BrandProfile.builder().budget(20_000, "USD").build()).canAffordCelebrity());
    assertFalse(Scorer.of(BrandProfile.builder().build()).canAffordCelebrity());
  }

  @Test
  void twoFormulasNeverMix() {
    EngagementModel saves =
        EngagementModel.of("saves by followers", Measure.FOLLOWERS, Profile::saves);
    SizeCurve curve =
        SizeCurve.published(Platform.INSTAGRAM, EngagementModels.standard(Platform.INSTAGRAM))
            .orElseThrow();
    assertMessage(
        "formula of the size curve for Instagram must be that of the model, \"saves by"
            + " followers\", was \"likes + comments by followers\"",
        () -> SCORER.toBuilder().engagement(saves, curve).build());
    Scorer noCurve = SCORER.toBuilder().engagement(Platform.INSTAGRAM, saves).build();
    assertTrue(Double.isNaN(noCurve.score(ANA).expectedRate()));
    assertFalse(noCurve.boughtFollowersNeverPay());
  }

  @Test
  void aCriterionOfYourOwnTakesPart() {
    Scorer mine = SCORER.toBuilder().criterion(PlugIns.constant("luck", 1), 10).build();
    assertEquals(50 + SCORER.value(ANA) / 2, mine.value(ANA), 1e-8);
    assertTrue(mine.boughtFollowersNeverPay());
    assertEquals(new Scorer.Weight("luck", 10, "added"), mine.weights().get(5));
    assertMessage(
        "name of criterion must be used once, was cost",
        () -> SCORER.toBuilder().criterion(PlugIns.constant("cost", 1), 1).build());
    Criterion luck = PlugIns.constant("luck", 1);
    assertMessage(
        "name of criterion must be used once, was luck",
        () -> SCORER.toBuilder().criterion(luck, 2).criterion(luck, 3));
    assertMessage(
        "weight of luck must be a finite number > 0, was 0",
        () -> SCORER.toBuilder().criterion(PlugIns.constant("luck", 1), 0));
  }

  @Test
  void aUtilityOutsideItsRangeIsAnError() {
    Scorer broken = SCORER.toBuilder().criterion(PlugIns.constant("luck", 1.5), 1).build();
    String message = "utility of luck for ana must be between 0 and 1 or NaN, was 1.5";
    assertEquals(
        message, assertThrows(IllegalStateException.class, () -> broken.score(ANA)).getMessage());
    assertEquals(
        message, assertThrows(IllegalStateException.class, () -> broken.value(ANA)).getMessage());
    ProfileColumns columns = ProfileColumns.copyOf(List.of(ANA));
    assertEquals(
        message,
        assertThrows(IllegalStateException.class, () -> broken.score(columns, 0, 1, new double[1]))
            .getMessage());
  }

  @Test
  void aNeutralUtilityOutsideItsRangeIsAnErrorWhenTheScorerIsBuilt() {
    Criterion broken =
        new Criterion() {
          @Override
          public String name() {
            return "luck";
          }

          @Override
          public double utility(Profile profile) {
            return Double.NaN;
          }

          @Override
          public double neutral() {
            return 7;
          }
        };
    assertMessage(
        "neutral utility of luck must be between 0 and 1, was 7",
        () -> SCORER.toBuilder().criterion(broken, 1).build());
  }

  @Test
  void weightsBeyondAllMeasureAreAnError() {
    BrandProfile.Builder brand = BRAND.toBuilder().priority(Priority.CONVERSION, 1e308);
    assertMessage("weights must have a finite sum, was Infinity", () -> Scorer.of(brand.build()));
    Scorer large = Scorer.of(brand.priority(Priority.CONVERSION, 1e306).build());
    assertEquals(50, large.value(ANA), 1e-6);
  }

  @Test
  void equalBrandsScoreAlikeToTheLastBit() {
    BrandProfile one = BrandProfile.builder().topic("a", 1).audience("b", "c", 0.7).build();
    BrandProfile other = BrandProfile.builder().audience("b", "c", 0.7).topic("a", 1).build();
    assertEquals(one, other);
    assertEquals(Scorer.of(one).fingerprint(), Scorer.of(other).fingerprint());
  }

  @Test
  void aBrandThatCaresForNothingIsAnError() {
    BrandProfile.Builder nothing = BrandProfile.builder();
    for (Priority priority : Priority.values()) {
      nothing.priority(priority, 0);
    }
    assertMessage("weights must sum to > 0, was 0", () -> Scorer.of(nothing.build()));
  }

  @Test
  void anExplanationSaysWhatAMarketerUnderstands() {
    Explanation why = SCORER.explain(ANA);
    assertEquals(SCORER.value(ANA), why.value());
    assertEquals("score of ana", why.label());
    assertEquals(
        "0.63 of 1: 5% against 2.5% expected for 10,000 followers on Instagram; weight 2 of 10",
        why.parts().get(0).note());
    assertEquals(
        "weight 3 of 10 (2 for everybody, +1 SME)", why.parts().get(2).parts().get(0).note());
    assertTrue(
        SCORER
            .explain(ANA.toBuilder().price(9_000, "USD").build())
            .note()
            .endsWith("; not eligible: a post at 9,000 USD is above the budget of 5,000 USD"));
  }

  @Test
  void theReasonIsWhatSetsAnAccountApart() {
    double[] typical = {0.5, 0.5, 0.5, 0.2};
    assertEquals("cost: a post at 500 USD takes 10% of the budget", SCORER.reason(ANA, typical));
    // Where everybody is cheap, something else sets it apart.
    typical[2] = 0.95;
    assertEquals(
        "engagement: 5% against 2.5% expected for 10,000 followers on Instagram",
        SCORER.reason(ANA, typical));
    assertEquals("nothing is known that counts", SCORER.reason(account("x").build(), typical));
    assertMessage(
        "typical utilities must be as many as criteria, 4, was 1",
        () -> SCORER.reason(ANA, new double[1]));
  }

  @Test
  void typicalUtilitiesAreMeansOfWhatIsKnown() {
    ProfileColumns columns =
        ProfileColumns.copyOf(
            List.of(ANA, ANA.toBuilder().price(1_500, "USD").build(), account("nobody").build()));
    double[] typical = SCORER.summary(columns).typicalUtilities();
    assertEquals(0.8, typical[2], 1e-12);
    // Conversion is unknown for all of them.
    assertEquals(0.5, typical[1]);
    assertEquals(SCORER.criteria().get(0).utility(ANA), typical[0], 1e-12);
  }

  @Test
  void aSummaryTellsOfHowManyAUtilityIsUnknown() {
    Influencer dear = ANA.toBuilder().price(9_000, "USD").build();
    Summary summary =
        SCORER.summary(ProfileColumns.copyOf(List.of(ANA, dear, account("nobody").build())));
    assertEquals(3, summary.size());
    assertEquals(
        Map.of("engagement", 1L, "conversion", 3L, "cost", 1L, "engaged audience", 1L),
        summary.unknown());
    assertEquals(
        SCORER.criteria().stream().map(Criterion::name).toList(),
        List.copyOf(summary.unknown().keySet()));
    // Who is not eligible is not typical.
    assertEquals(SCORER.criteria().get(2).utility(ANA), summary.typicalUtilities()[2]);
    summary.typicalUtilities()[2] = 7;
    assertEquals(SCORER.criteria().get(2).utility(ANA), summary.typicalUtilities()[2]);
  }

  @Test
  void aStandardCriterionTellsWhatItNeedsOnAPlatform() {
    Scorer scorer =
        Scorer.of(BRAND.toBuilder().topic("vegan", 1).audience("country", "DE", 1).build());
    Map<String, List<String>> needs = new LinkedHashMap<>();
    for (Criterion criterion : scorer.criteria()) {
      needs.put(criterion.name(), criterion.needs(Platform.INSTAGRAM));
    }
    assertEquals(
        Map.of(
            "engagement", List.of("likes", "followers"),
            "conversion", List.of("clicks", "conversions"),
            "audience fit", List.of("country", "topic"),
            "cost", List.of("price", "followers"),
            "engaged audience", List.of("likes")),
        needs);
    assertEquals(
        List.of("likes", "followers", "views"), scorer.criteria().get(0).needs(Platform.YOUTUBE));
    assertEquals(List.of("likes", "followers"), scorer.criteria().get(0).needs(Platform.X));
    assertEquals(List.of(), PlugIns.constant("luck", 1).needs(Platform.X));
  }

  @Test
  void anExplanationOfAnEligibleAccountSaysNothingOfGates() {
    assertEquals(
        "%s to %s of 100, micro (10,000 to below 50,000)"
            .formatted(
                Text.fixed(SCORER.score(ANA).low(), 1), Text.fixed(SCORER.score(ANA).high(), 1)),
        SCORER.explain(ANA).note());
  }

  @Test
  void aDifferenceSaysOnceWhatIsTheSameOfBoth() {
    Explanation same = SCORER.difference(ANA, ANA);
    assertEquals(0, same.value());
    assertEquals(4, same.parts().size());
    assertEquals(SCORER.explain(ANA).parts().get(0).note(), same.parts().get(0).note());
  }

  @Test
  void aDifferenceIsASumOverCriteria() {
    Influencer ben = account("ben").followers(90_000).likes(400).comments(20).build();
    Explanation why = SCORER.difference(ANA, ben);
    assertEquals(SCORER.value(ANA) - SCORER.value(ben), why.value());
    assertTrue(why.holds());
    assertEquals("ana minus ben", why.label());
    assertEquals("engagement", why.parts().get(0).label());
    assertTrue(why.parts().get(0).value() > 0);
    assertTrue(why.parts().get(0).note().contains("; against "));
  }

  @Test
  void aFieldGoneMissingIsBlamedOnTheDataAndNotOnTheAccount() {
    Influencer before = ANA.toBuilder().clicks(1_000).conversions(80).build();
    Influencer after =
        before.toBuilder().conversions(Double.NaN).clicks(Double.NaN).shares(5).build();
    Explanation change = SCORER.change(before, after);
    assertEquals(SCORER.value(after) - SCORER.value(before), change.value());
    assertTrue(change.holds());
    Explanation account = change.parts().get(0);
    assertEquals("the account", account.label());
    assertEquals(0, account.value());
    Explanation lost = change.parts().get(1);
    assertEquals("the data", lost.label());
    assertEquals("no longer known: clicks, conversions", lost.note());
    assertTrue(lost.value() < 0);
    assertEquals("newly known: shares", change.parts().get(2).note());
  }

  @Test
  void aChangeOfTheAccountIsBlamedOnTheAccount() {
    Explanation change = SCORER.change(ANA, ANA.toBuilder().likes(900).build());
    assertEquals(1, change.parts().stream().filter(p -> p.label().equals("the account")).count());
    assertEquals(change.value(), change.parts().get(0).value(), 1e-12);
    assertEquals(
        List.of("engagement", "engaged audience"),
        change.parts().get(0).parts().stream().map(Explanation::label).toList());
    assertEquals(0, SCORER.change(ANA, ANA).value());
  }

  @Test
  void describeListsEveryConstantWithItsSource() {
    String text = Scorer.of(BRAND.toBuilder().topic("vegan", 1).build()).describe();
    for (String part :
        List.of(
            "weight of conversion: 4 (2 for everybody, +2 goal sales)",
            "  goal sales, weight of conversion: +2 points [own default]",
            "criterion engagement: ",
            "criterion audience fit: ",
            "the greater of 40 and 117 x (followers / 1,000)^0.61 USD, band x/÷ 3.5",
            "0.064 at 1000, 0.025 at 10000, 0.0145 at 100000, 0.0145 at 1000000",
            "  half-life of a post on Instagram: 0 days [own default]",
            "  tier definition: iab-uk [IAB UK, ",
            "gate too-few-engagements: at least 30 people engage with a post\n",
            "  fewest engagements a post: 30 people [own default]",
            "gate price-above-budget: a post, as quoted or else estimated, is within the budget of"
                + " 5,000 USD\n",
            "bought followers never pay: holds")) {
      assertTrue(text.contains(part), () -> part + " in\n" + text);
    }
    Set<String> names = new HashSet<>();
    for (String line : text.lines().filter(line -> line.startsWith("  ")).toList()) {
      assertTrue(line.matches("  [^:\\[]+: [^\\[]+ \\[.+]"), line);
      assertTrue(line.matches(".*(own default|own fit|grade [A-D]|https?:).*"), line);
      assertTrue(names.add(line.substring(0, line.indexOf(':'))), () -> "twice: " + line);
    }
    assertEquals(81, names.size());
  }

  @Test
  void describeSaysWhatIsNotTheDefault() {
    String text =
        SCORER.toBuilder()
            .minEngagements(31)
            .engagement(Platform.INSTAGRAM, EngagementModels.published("er_followers_full"))
            .build()
            .describe();
    assertTrue(
        text.contains("  fewest engagements a post: 31 people [chosen by the caller]"), text);
    assertTrue(
        text.contains(
            "  engagement rate on Instagram: likes + comments + shares + saves by followers ["),
        text);
    assertFalse(text.contains("expected rate on Instagram"), text);
  }

  @Test
  void describeTellsGatesAndWeightsThatWereChosen() {
    BrandProfile euros =
        BrandProfile.builder()
            .budget(5_000, "EUR")
            .size(CompanySize.LARGE)
            .ownPresence(false)
            .build();
    Scorer scorer = Scorer.builder(euros).requireTier("nano", "mid").plausibleOnly(true).build();
    String text = scorer.describe();
    for (String part :
        List.of(
            "gate other-tier: tier by iab-uk is nano or mid\n",
            "gate engagement-far-above-expected: engagement is at most 8 times what is expected for"
                + " the size; followers open it\n",
            "without a quote unknown, since no usual prices in EUR were given",
            "weight of engagement: 3 (2 for everybody, +1 no own presence)",
            "weight of cost: 1 (2 for everybody, -1 large corporation)",
            "weight of engaged audience: 3 (2 for everybody, +1 large corporation)")) {
      assertTrue(text.contains(part), () -> part + " in\n" + text);
    }
    Score nothing = scorer.score(account("x").build());
    assertEquals(
        List.of(
            "cannot-tell-other-tier",
            "cannot-tell-price-above-budget",
            "cannot-tell-too-few-engagements",
            "cannot-tell-engagement-far-above-expected"),
        nothing.flags().stream().map(Score.Flag::code).toList());
    assertEquals("cannot tell whether the engagement is plausible", nothing.flags().get(3).text());
  }

  @Test
  void everyConstantOfTheCriteriaIsDescribed() throws IllegalAccessException {
    String text =
        Scorer.of(BRAND.toBuilder().topic("vegan", 1).build())
            .describe()
            .lines()
            .filter(line -> line.startsWith("  "))
            .collect(Collectors.joining("\n"));
    List<Field> constants =
        Stream.of(
                AudienceFitCriterion.class,
                ConversionCriterion.class,
                EngagedAudienceCriterion.class,
                EngagementCriterion.class,
                Gate.class,
                PriceCurve.class,
                Priors.class,
                Signals.class)
            .flatMap(owner -> Arrays.stream(owner.getDeclaredFields()))
            .filter(field -> Modifier.isStatic(field.getModifiers()))
            .filter(field -> !Modifier.isPrivate(field.getModifiers()))
            .filter(field -> field.getType() == double.class)
            .toList();
    assertTrue(constants.size() >= 15);
    for (Field field : constants) {
      if (!field.getName().equals("MEAN_BELIEVED")) {
        double value = field.getDouble(null);
        List<String> spelt =
            List.of(
                Text.plain(value),
                Text.count(value),
                Text.percent(value),
                "1/" + Text.plain(1 / value),
                Text.count(Logs.exp2(value)) + " times");
        assertTrue(
            spelt.stream().anyMatch(each -> text.contains(" " + each)),
            () -> field.getName() + " in\n" + text);
      }
    }
  }

  @Test
  void theFingerprintChangesWithAnyConstant() {
    assertEquals(SCORER.fingerprint(), Scorer.of(BRAND).fingerprint());
    assertEquals(64, SCORER.fingerprint().length());
    assertNotEquals(
        SCORER.fingerprint(),
        Scorer.of(BRAND.toBuilder().budget(5_001, "USD").build()).fingerprint());
    // Not even in the last digits.
    assertNotEquals(
        Scorer.of(BRAND.toBuilder().budget(5_000.2, "USD").build()).fingerprint(),
        Scorer.of(BRAND.toBuilder().budget(5_000.4, "USD").build()).fingerprint());
    assertNotEquals(
        SCORER.toBuilder().criterion(PlugIns.constant("luck", 1), 1.001).build().fingerprint(),
        SCORER.toBuilder().criterion(PlugIns.constant("luck", 1), 1.004).build().fingerprint());
    assertNotEquals(
        SCORER.fingerprint(), SCORER.toBuilder().minEngagements(31).build().fingerprint());
    assertNotEquals(
        SCORER.fingerprint(), SCORER.toBuilder().plausibleOnly(true).build().fingerprint());
  }

  @Test
  void theFingerprintSaysWhatItCannotTellApart() {
    Scorer never = SCORER.toBuilder().criterion(PlugIns.constant("luck", 0), 1).build();
    Scorer always = SCORER.toBuilder().criterion(PlugIns.constant("luck", 1), 1).build();
    assertNotEquals(never.value(ANA), always.value(ANA));
    assertEquals(never.fingerprint(), always.fingerprint());
    assertTrue(
        never.fingerprint().matches("[0-9a-f]{64} \\(not told apart by their text: luck\\)"),
        never.fingerprint());
    assertTrue(
        never.describe().endsWith("\nnot told apart by their text: luck\n"), never.describe());
    Scorer two = never.toBuilder().criterion(PlugIns.constant("fate", 1), 1).build();
    assertTrue(
        two.fingerprint().endsWith(" (not told apart by their text: luck, fate)"),
        two.fingerprint());
    // What says more than its name is told apart by that.
    assertFalse(SCORER.describe().contains("told apart"));
  }

  @Test
  void aScorerSurvivesSerialization() {
    Scorer scorer =
        Scorer.builder(BRAND.toBuilder().topic("vegan", 1).build())
            .requireTier("nano", "micro")
            .plausibleOnly(true)
            .build();
    Scorer read = Serial.copy(scorer);
    assertEquals(scorer.fingerprint(), read.fingerprint());
    assertEquals(scorer.value(ANA), read.value(ANA));
  }

  /**
   * The article's question in closed form: an account on the size curve scores best when its post
   * costs 0.119 · (weight of audience / weight of cost) · (1 + slope) of the budget. Here found by
   * search over sizes on TikTok above 70,000 followers, where the curve is flat (slope 0).
   */
  @ParameterizedTest
  @CsvSource({"200000, 1, 1", "500000, 1, 1", "200000, 1, 0.5", "1000000, 0.5, 1"})
  void macroOrMicroHasAnAnswerInClosedForm(double budget, double audience, double cost) {
    BrandProfile brand =
        BrandProfile.builder()
            .budget(budget, "USD")
            .priority(Priority.ENGAGED_AUDIENCE, audience)
            .priority(Priority.COST, cost)
            .build();
    Scorer scorer = Scorer.of(brand);
    EngagementModel model = EngagementModels.standard(Platform.TIKTOK);
    SizeCurve curve = SizeCurve.published(Platform.TIKTOK, model).orElseThrow();
    double bestShare = 0;
    double best = -1;
    for (double log = Math.log(70_001); log < Math.log(3e8); log += 1e-3) {
      double followers = Math.exp(log);
      Influencer onCurve =
          Influencer.builder("x", Platform.TIKTOK)
              .followers(followers)
              .engagements(followers * curve.expectedRate(followers))
              .build();
      double score = scorer.value(onCurve);
      if (score > best) {
        best = score;
        bestShare = PriceCurve.published().price(followers) / budget;
      }
    }
    assertEquals(0.119 * audience / cost, bestShare, 0.002);
  }
}
