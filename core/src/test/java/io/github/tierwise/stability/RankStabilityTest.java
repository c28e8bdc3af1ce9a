package io.github.tierwise.stability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Priority;
import io.github.tierwise.profile.Profile;
import io.github.tierwise.score.Criterion;
import io.github.tierwise.score.Score;
import io.github.tierwise.score.Scorer;
import io.github.tierwise.stability.RankStability.Options;
import io.github.tierwise.stability.RankStability.Question;
import io.github.tierwise.stability.RankStability.Share;
import io.github.tierwise.stability.RankStability.Standing;
import io.github.tierwise.stability.RankStability.WeightDoubt;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RankStabilityTest {

  private static final Scorer SCORER =
      Scorer.of(BrandProfile.builder().budget(5_000, "USD").audience("country", "DE", 1.0).build());
  private static final Options STANDARD = Options.standard();

  /** With half of what could be known. */
  private static List<Influencer> accounts(long seed, int size) {
    Random random = new Random(seed);
    List<Influencer> accounts = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      double followers = Math.rint(Math.exp(6 + 8 * random.nextDouble()));
      Influencer.Builder account =
          Influencer.builder("acct-" + i, Platform.INSTAGRAM).followers(followers);
      double likes = Math.rint(30 + followers * 0.03 * Math.exp(random.nextGaussian()));
      account.likes(likes);
      if (random.nextBoolean()) {
        account.comments(Math.rint(likes * 0.05));
      }
      if (random.nextBoolean()) {
        account.price(Math.rint(20 + 900 * random.nextDouble()), "USD");
      }
      if (random.nextBoolean()) {
        account.clicks(400).conversions(Math.rint(20 * random.nextDouble()));
      }
      if (random.nextBoolean()) {
        account.audience("country", "DE", random.nextDouble());
      }
      accounts.add(account.build());
    }
    return accounts;
  }

  @Property(tries = 10)
  void sharesOfTheFirstPlaceAddUpToOneAndThoseOfTheTopToItsSize(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 80) int size) {
    List<Influencer> accounts = accounts(seed, size);
    // One at least that may be ranked.
    accounts.add(sure("sure", 100, 0.5));
    RankStability stability =
        RankStability.of(SCORER, accounts, STANDARD.top(5).error(0.02).seed(seed));
    List<Standing> all = stability.standings();
    long n = stability.draws();
    assertEquals(n, all.stream().mapToLong(each -> Math.round(each.first().value() * n)).sum());
    assertEquals(
        Math.min(5, all.size()) * n,
        all.stream().mapToLong(each -> Math.round(each.top().value() * n)).sum());
    double ranks = all.stream().mapToDouble(Standing::expectedRank).sum();
    assertEquals(all.size() * (all.size() + 1) / 2.0, ranks, 1e-9 * ranks);
    for (Standing each : all) {
      assertTrue(each.first().value() <= each.top().value());
      assertTrue(each.lowRank() >= 1 && each.lowRank() <= each.highRank());
      assertTrue(each.highRank() <= all.size());
      assertEquals(each.first().value() > 0, !each.centralWeights().isEmpty());
      assertTrue(each.first().error() <= 0.02 && each.top().error() <= 0.02);
      if (!each.centralWeights().isEmpty()) {
        double sum = each.centralWeights().values().stream().mapToDouble(w -> w).sum();
        assertEquals(1, sum, 1e-9);
      }
    }
    for (int other = 2; other <= stability.pairs(); other++) {
      assertEquals(1, stability.beats(1, other).value() + stability.beats(other, 1).value(), 1e-12);
    }
  }

  @Property(tries = 5)
  void theOrderOfAccountsAndTheNumberOfThreadsMoveNoBit(@ForAll long seed) {
    List<Influencer> accounts = accounts(seed, 60);
    List<Influencer> shuffled = new ArrayList<>(accounts);
    Collections.shuffle(shuffled, new Random(seed));
    Options options = STANDARD.error(0.01);
    RankStability one = RankStability.of(SCORER, accounts, options, Runnable::run);
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      RankStability other = RankStability.of(SCORER, shuffled, options, threads);
      assertEquals(text(one, accounts), text(other, shuffled));
      assertEquals(one.draws(), other.draws());
    } finally {
      threads.shutdown();
    }
    RankStability otherSeed = RankStability.of(SCORER, accounts, options.seed(2));
    assertNotEquals(one.standings(), otherSeed.standings());
  }

  /** All that was found; rows by whom they are. */
  private static String text(RankStability stability, List<Influencer> accounts) {
    StringBuilder text = new StringBuilder();
    for (Standing each : stability.standings()) {
      assertEquals(each.id(), accounts.get(each.row()).id());
      text.append(each.toString().replace("row=" + each.row() + ",", "")).append('\n');
    }
    for (Question each : stability.questions()) {
      assertEquals(each.id(), accounts.get(each.row()).id());
      text.append(each).append('\n');
    }
    return text.append(stability.causes()).append(stability.draws()).toString();
  }

  /** Nothing is unsure of it but how its engagement may be, which the weights may leave out. */
  private static Influencer sure(String id, double price, double share) {
    return Influencer.builder(id, Platform.INSTAGRAM)
        .followers(20_000)
        .likes(600)
        .comments(20)
        .price(price, "USD")
        .audience("country", "DE", share)
        .build();
  }

  private static Scorer without(Priority... left) {
    BrandProfile.Builder brand =
        BrandProfile.builder().budget(1_000, "USD").audience("country", "DE", 1.0);
    for (Priority each : left) {
      brand.priority(each, 0);
    }
    return Scorer.of(brand.build());
  }

  private static Scorer ofCostAndFit() {
    return without(Priority.ENGAGEMENT, Priority.ENGAGED_AUDIENCE, Priority.CONVERSION);
  }

  @Test
  void whoIsBetterByEveryCriterionIsBeforeTheOtherInEveryDraw() {
    List<Influencer> accounts =
        List.of(sure("worse", 500, 0.4), sure("better", 499, 0.5), sure("third", 400, 0.2));
    for (WeightDoubt doubt :
        List.of(WeightDoubt.none(), WeightDoubt.around(1), WeightDoubt.orderOnly())) {
      RankStability stability = RankStability.of(ofCostAndFit(), accounts, STANDARD.weights(doubt));
      assertEquals(
          List.of("better", "worse"),
          stability.standings().stream().map(Standing::id).limit(2).toList());
      assertEquals(1, stability.beats(1, 2).value(), doubt.toString());
    }
  }

  @Test
  void whereNothingIsInDoubtTheBestIsAlwaysFirst() {
    RankStability stability =
        RankStability.of(
            ofCostAndFit(),
            List.of(sure("a", 500, 0.4), sure("b", 499, 0.5)),
            STANDARD.weights(WeightDoubt.none()));
    Standing best = stability.standings().get(0);
    assertEquals("b", best.id());
    assertEquals(1, best.first().value());
    assertEquals(1, best.expectedRank());
    assertEquals(1, best.confidence().orElseThrow().value());
    assertEquals(List.of(), stability.questions());
    stability.causes().forEach(cause -> assertEquals(0, cause.changes().value()));
  }

  /**
   * The standard normal law: 1/2 erfc(-x / sqrt 2), by a series that ends where nothing is added.
   */
  private static double normal(double x) {
    double term = x;
    double sum = x;
    for (int k = 1; k < 200; k++) {
      term *= -x * x / (2 * k);
      sum += term / (2 * k + 1);
    }
    return 0.5 + sum / Math.sqrt(2 * Math.PI);
  }

  /** Two accounts whose scores are normal: the chance that one is before the other is known. */
  @Test
  void ofTwoAccountsTheShareIsWhatTheNormalLawSays() {
    Scorer scorer = Scorer.of(BrandProfile.builder().priority(Priority.CONVERSION, 0).build());
    for (double likes : new double[] {500, 700, 1_000, 1_500}) {
      Influencer one =
          Influencer.builder("one", Platform.INSTAGRAM)
              .followers(20_000)
              .likes(500)
              .comments(20)
              .build();
      Influencer two =
          Influencer.builder("two", Platform.INSTAGRAM)
              .followers(30_000)
              .likes(likes)
              .comments(30)
              .build();
      double gap = scorer.value(two) - scorer.value(one);
      double deviation = Math.hypot(deviation(scorer.score(one)), deviation(scorer.score(two)));
      double expected = normal(gap / deviation);
      RankStability stability =
          RankStability.of(scorer, List.of(one, two), STANDARD.weights(WeightDoubt.none()));
      Share best = stability.beats(1, 2);
      boolean twoFirst = stability.standings().get(0).id().equals("two");
      Share share = twoFirst ? best : stability.beats(2, 1);
      assertEquals(expected, share.value(), 4 * share.error(), "likes " + likes);
      // What is first with all draws of inputs is what the leader's own weights give.
      Optional<Share> confidence = stability.standings().get(0).confidence();
      assertEquals(
          stability.standings().get(0).first().value(), confidence.orElseThrow().value(), 1e-12);
    }
  }

  /** Of the sum of contributions that rise and fall together; nine of ten draws in the range. */
  private static double deviation(Score score) {
    return (score.high() - score.value()) / 1.645;
  }

  @Test
  void fourTimesTheDrawsHaveHalfTheError() {
    List<Influencer> accounts = accounts(3, 40);
    RankStability few = RankStability.of(SCORER, accounts, STANDARD.error(0.0112));
    RankStability many = RankStability.of(SCORER, accounts, STANDARD.error(0.0056));
    assertEquals(4 * few.draws(), many.draws());
    int compared = 0;
    for (int i = 0; i < few.standings().size(); i++) {
      Share one = few.standings().get(i).top();
      Share other = many.standings().get(i).top();
      if (one.value() > 0.1 && one.value() < 0.9) {
        compared++;
        assertEquals(0.5, other.error() / one.error(), 0.05);
        assertEquals(one.value(), other.value(), 4 * Math.hypot(one.error(), other.error()));
      }
    }
    assertTrue(compared > 5, "compared " + compared);
  }

  /** The quote of one account is missing: alone it may be first, and nobody knows. */
  @Test
  void whatDecidesIsAskedFor() {
    Influencer open =
        Influencer.builder("open", Platform.INSTAGRAM)
            .followers(20_000)
            .likes(600)
            .comments(20)
            .audience("country", "DE", 0.5)
            .build();
    RankStability stability =
        RankStability.of(
            ofCostAndFit(),
            List.of(open, sure("a", 330, 0.5), sure("b", 420, 0.5)),
            STANDARD.weights(WeightDoubt.none()));
    Question question = stability.questions().get(0);
    assertEquals("open", question.id());
    assertEquals("cost", question.source());
    assertEquals(1, stability.questions().size());
    assertTrue(
        question
            .toString()
            .matches("open: cost decides who is first in \\d+\\.\\d% ± 0\\.\\d of the draws"),
        question.toString());
    assertEquals("cost", stability.causes().get(0).source());
    // Nothing else is in doubt: what it decides is what it changes.
    assertEquals(question.decides(), stability.causes().get(0).changes());
  }

  @Test
  void aCriterionWithARangeOfItsOwnIsDrawnOverIt() {
    Criterion own =
        new Criterion() {
          @Override
          public String name() {
            return "taste";
          }

          @Override
          public double utility(Profile profile) {
            return profile.saves() / 100;
          }
        };
    Scorer scorer = ofCostAndFit().toBuilder().criterion(own, 4).build();
    Influencer known =
        Influencer.builder("known", Platform.INSTAGRAM)
            .likes(90)
            .saves(50)
            .price(500, "USD")
            .build();
    Influencer unknown =
        Influencer.builder("unknown", Platform.INSTAGRAM).likes(90).price(500, "USD").build();
    RankStability stability =
        RankStability.of(
            scorer.toBuilder().minEngagements(0).build(),
            List.of(known, unknown),
            STANDARD.weights(WeightDoubt.none()));
    // Of both the fit is unknown, so neither side has more of a chance.
    Share share = stability.beats(1, 2);
    assertEquals(0.5, share.value(), 4 * share.error());
    assertTrue(stability.causes().stream().anyMatch(cause -> cause.source().equals("taste")));
  }

  @Test
  void ofMoreAccountsThanAreDrawnForTheOthersAreBounded() {
    List<Influencer> accounts = accounts(5, 600);
    Options options = STANDARD.top(3).error(0.01);
    RankStability all = RankStability.of(SCORER, accounts, options);
    RankStability some = RankStability.of(SCORER, accounts, options.candidates(250));
    assertEquals(0, all.leftOut());
    assertEquals(0, all.leftOutAbove());
    assertEquals(all.standings().size() - 250, some.leftOut());
    assertEquals(250, some.standings().size());
    assertTrue(some.leftOutAbove() > 0);
    Set<String> drawn = new HashSet<>();
    double bound = some.leftOutAbove();
    for (Standing each : some.standings()) {
      drawn.add(each.id());
    }
    double missed =
        all.standings().stream()
            .filter(each -> !drawn.contains(each.id()))
            .mapToDouble(each -> each.top().value())
            .sum();
    assertTrue(missed <= bound, missed + " of at most " + bound);
  }

  @Test
  void whoMayNotBeRankedIsNotDrawnFor() {
    List<Influencer> accounts = List.of(sure("a", 500, 0.4), sure("dear", 5_000, 0.9));
    RankStability stability = RankStability.of(ofCostAndFit(), accounts, STANDARD);
    assertEquals(1, stability.pairs());
    assertEquals("a", stability.standings().get(0).id());
    assertEquals(1, stability.standings().get(0).first().value());
  }

  private static String refusal(org.junit.jupiter.api.function.Executable what) {
    return assertThrows(IllegalArgumentException.class, what).getMessage();
  }

  @Test
  void badArgumentsAreRefusedByNameRuleAndValue() {
    assertEquals("top must be >= 1, was 0", refusal(() -> STANDARD.top(0)));
    assertEquals(
        "candidates must be between 2 and 10,000, was 1", refusal(() -> STANDARD.candidates(1)));
    assertEquals(
        "error must be between 0.0005 and 0.5, was 0.6", refusal(() -> STANDARD.error(0.6)));
    assertEquals(
        "error must be between 0.0005 and 0.5, was NaN", refusal(() -> STANDARD.error(Double.NaN)));
    assertEquals(
        "concentration must be a finite number > 0, was 0", refusal(() -> WeightDoubt.around(0)));
    assertEquals(
        "accounts must have >= 1 that may be ranked, was 0",
        refusal(() -> RankStability.of(SCORER, List.of(), STANDARD)));
    assertEquals(
        "id must be used once on a platform, was a twice on Instagram",
        refusal(
            () ->
                RankStability.of(
                    ofCostAndFit(), List.of(sure("a", 1, 1), sure("a", 2, 1)), STANDARD)));
    RankStability one = RankStability.of(ofCostAndFit(), List.of(sure("a", 1, 1)), STANDARD);
    assertEquals("other must be between 1 and 1, was 2", refusal(() -> one.beats(1, 2)));
    assertEquals("rank must be between 1 and 1, was 0", refusal(() -> one.beats(0, 1)));
    assertEquals("other must not be rank, was 1", refusal(() -> one.beats(1, 1)));
  }

  @Test
  void anIdOnTwoPlatformsIsTwoAccounts() {
    Influencer other =
        Influencer.builder("a", Platform.TIKTOK).followers(20_000).likes(600).views(9_000).build();
    RankStability stability = RankStability.of(SCORER, List.of(sure("a", 100, 1), other), STANDARD);
    assertEquals(2, stability.standings().size());
  }

  @Test
  void optionsAndDoubtsSayWhatTheyAre() {
    assertEquals(
        "weights around the brand's (Dirichlet, concentration 99), top 10, standard error at most"
            + " 0.005, at most 1,000 accounts, seed 1",
        STANDARD.toString());
    assertEquals("all weights that keep the brand's order", WeightDoubt.orderOnly().toString());
    assertEquals("weights as they are", WeightDoubt.none().toString());
    assertEquals(WeightDoubt.around(5), WeightDoubt.around(5));
    assertEquals(WeightDoubt.around(5).hashCode(), WeightDoubt.around(5).hashCode());
    assertNotEquals(WeightDoubt.around(5), WeightDoubt.around(6));
    assertNotEquals(WeightDoubt.none(), WeightDoubt.orderOnly());
    assertEquals("31.2% ± 0.5", new Share(0.312, 0.005).toString());
    assertEquals(
        STANDARD.toString(),
        RankStability.of(ofCostAndFit(), List.of(sure("a", 1, 1)), STANDARD).options().toString());
  }
}
