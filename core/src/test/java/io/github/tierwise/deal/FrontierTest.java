package io.github.tierwise.deal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.deal.Cases.With;
import io.github.tierwise.engagement.SizeCurve;
import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.CompanySize;
import io.github.tierwise.profile.Goal;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Priority;
import io.github.tierwise.score.PriceCurve;
import io.github.tierwise.score.Scorer;
import io.github.tierwise.tier.CommonTier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FrontierTest {

  @Property(tries = 120)
  void moreBudgetIsNeverWorthLess(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 45) int size, @ForAll With with) {
    Cases cases = new Cases(seed, size, with);
    Frontier frontier;
    try {
      frontier = cases.planner().build().frontier(cases.accounts, 20, 9 * cases.budget, 12);
    } catch (IllegalArgumentException e) {
      return;
    }
    for (List<Frontier.Step> steps : List.of(frontier.steps(), frontier.changes())) {
      Frontier.Step before = steps.get(0);
      for (Frontier.Step step : steps) {
        assertTrue(step.budget() >= before.budget());
        assertTrue(step.best().value() >= before.best().value());
        assertTrue(step.micro().value() >= before.micro().value());
        assertTrue(step.celebrity().value() >= before.celebrity().value());
        assertTrue(step.best().cost() <= step.budget());
        assertTrue(step.micro().cost() <= step.budget());
        assertTrue(step.celebrity().cost() <= step.budget());
        assertTrue(step.gap() >= 0 && step.gap() < 1);
        for (Frontier.Option option : List.of(step.best(), step.micro(), step.celebrity())) {
          assertEquals(
              List.copyOf(option.mix().keySet()), List.copyOf(option.partsOfValue().keySet()));
          double sum =
              option.partsOfValue().values().stream().mapToDouble(Double::doubleValue).sum();
          assertEquals(option.people().isEmpty() ? 0 : 1, sum, 1e-9);
          assertEquals(option.value(), option.range().value());
          assertTrue(option.range().low() <= option.value(), option::toString);
          assertTrue(option.value() <= option.range().high(), option::toString);
          option
              .partsOfValue()
              .values()
              .forEach(
                  share ->
                      assertTrue(
                          share <= option.partsOfValue().get(option.lead()), option::toString));
        }
        before = step;
      }
    }
    assertEquals(9 * cases.budget, frontier.steps().get(frontier.steps().size() - 1).budget());
  }

  @Property(tries = 60)
  void theExactFrontierIsTheExactPlanAtEveryBudget(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 14) int size, @ForAll With with) {
    Cases cases = new Cases(seed, size, with);
    Frontier frontier;
    try {
      frontier = cases.planner().build().frontier(cases.accounts, 20, 2 * cases.budget, 6);
    } catch (IllegalArgumentException e) {
      return;
    }
    assertTrue(frontier.exact());
    List<Frontier.Step> steps = new ArrayList<>(frontier.steps());
    steps.addAll(frontier.changes().subList(0, Math.min(6, frontier.changes().size())));
    for (Frontier.Step step : steps) {
      Deal deal = cases.planner().budget(step.budget()).build().plan(cases.accounts);
      assertEquals(deal.value().value(), step.best().value(), 1e-9 * (1 + deal.bound()));
      assertEquals(0, step.gap());
      if (deal.people().stream()
          .map(Deal.Person::id)
          .sorted()
          .toList()
          .equals(step.best().people().stream().sorted().toList())) {
        double bits = 1e-9 * (1 + deal.value().high());
        assertEquals(deal.value().low(), step.best().range().low(), bits);
        assertEquals(deal.value().high(), step.best().range().high(), bits);
      }
    }
  }

  @Property(tries = 40)
  void justBelowAChangeTheMixIsAnother(@ForAll long seed) {
    Cases cases = new Cases(seed, 12, With.OVERLAPS);
    DealPlanner planner = cases.planner().build();
    Frontier frontier = planner.frontier(cases.accounts, 20, 3 * cases.budget);
    List<Frontier.Step> changes = frontier.changes();
    for (int i = 1; i < Math.min(6, changes.size()); i++) {
      Frontier.Step change = changes.get(i);
      Frontier.Step below =
          planner
              .frontier(cases.accounts, change.budget() - 0.001, 3 * cases.budget)
              .steps()
              .get(0);
      assertNotEquals(
          List.of(below.best().mix().keySet(), below.best().lead()),
          List.of(change.best().mix().keySet(), change.best().lead()));
      assertTrue(below.best().value() < change.best().value());
    }
  }

  private static Influencer account(String id, double followers, double likes, double price) {
    return Influencer.builder(id, Platform.INSTAGRAM)
        .followers(followers)
        .likes(likes)
        .comments(0)
        .price(price, "USD")
        .build();
  }

  private static final List<Influencer> FOUR =
      List.of(
          account("nina", 5_000, 300, 60),
          account("mike", 20_000, 500, 100),
          account("mona", 700_000, 9_000, 1_000),
          account("vera", 6_000_000, 90_000, 20_000));

  @Test
  void oneCelebrityStandsBesideManyMicro() {
    DealPlanner planner = DealPlanner.builder(Cases.scorer(500)).build();
    Frontier frontier = planner.frontier(FOUR, 50, 30_000, 8);
    assertTrue(frontier.exact());
    assertEquals("USD", frontier.currency());
    assertEquals("engaged people", frontier.unit());
    List<String> told = new ArrayList<>();
    for (Frontier.Step change : frontier.changes()) {
      told.add(
          "%.0f %s %s %s %s"
              .formatted(
                  change.budget(),
                  change.best().people(),
                  change.best().lead(),
                  change.celebrity().people(),
                  change.micro().people()));
    }
    assertEquals(
        List.of(
            "50 []  [] []",
            "60 [nina] nano [] [nina]",
            "100 [mike] micro [] [mike]",
            "160 [mike, nina] micro [] [mike, nina]",
            "1000 [mona] macro [mona] [mike, nina]",
            "1060 [mona, nina] macro [mona] [mike, nina]",
            "1100 [mike, mona] macro [mona] [mike, nina]",
            "1160 [mike, mona, nina] macro [mona] [mike, nina]",
            "20000 [vera] VIP [vera] [mike, nina]",
            "20060 [nina, vera] VIP [vera] [mike, nina]",
            "20100 [mike, vera] VIP [vera] [mike, nina]",
            "20160 [mike, nina, vera] VIP [vera] [mike, nina]",
            "21000 [mona, vera] VIP [vera] [mike, nina]",
            "21060 [mona, nina, vera] VIP [vera] [mike, nina]",
            "21100 [mike, mona, vera] VIP [vera] [mike, nina]",
            "21160 [mike, mona, nina, vera] VIP [vera] [mike, nina]"),
        told);
    assertEquals(
        Map.of("nano", 21_160.0, "micro", 21_100.0, "macro", 21_000.0, "VIP", 20_000.0),
        frontier.stays());
    String text = frontier.toString();
    assertTrue(text.contains("from 60.00 USD: most of it from nano\n"), text);
    assertTrue(text.contains("from 1,000 USD: most of it from macro\n"), text);
    assertTrue(text.contains("2 micro") || text.contains("1 nano, 1 micro"), text);
    assertTrue(text.contains("nobody"), text);
    assertFalse(text.contains("within "), text);
    assertEquals(
        "    budget USD  best deal                               engaged    celebrity        micro",
        text.lines().findFirst().orElseThrow());
  }

  @Test
  void budgetsBelowWhatTheRulesCostAreLeftOut() {
    DealPlanner planner =
        DealPlanner.builder(Cases.scorer(500)).atLeast(1, CommonTier.MACRO).build();
    Frontier frontier = planner.frontier(FOUR, 50, 30_000, 5);
    assertEquals(1_000, frontier.steps().get(0).budget());
    assertEquals(List.of("mona"), frontier.steps().get(0).best().people());
    assertEquals(
        "budget must be >= 1,000 USD, the least that the accounts cost that must be in the deal,"
            + " was 900 USD",
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    DealPlanner.builder(Cases.scorer(500))
                        .mustInclude("mike", "mona")
                        .mustExclude("nina", "vera")
                        .build()
                        .frontier(
                            List.of(
                                account("mike", 20_000, 500, 400), account("mona", 7e5, 900, 600)),
                            50,
                            900))
            .getMessage());
  }

  @Test
  void whatMustBeInADealMayCostTheGreatestBudget() {
    Frontier frontier =
        DealPlanner.builder(Cases.scorer(500)).mustInclude("mike").build().frontier(FOUR, 50, 100);
    assertEquals(List.of(100.0), frontier.steps().stream().map(Frontier.Step::budget).toList());
    assertEquals(List.of("mike"), frontier.steps().get(0).best().people());
  }

  @Test
  void whoMustBeInADealIsInItAtEveryBudgetThoughWorthNothing() {
    List<Influencer> accounts = new ArrayList<>();
    accounts.add(account("zero", 20_000, 0, 10));
    for (int i = 10; i < 40; i++) {
      accounts.add(account("a" + i, 20_000, 500, 100));
    }
    Frontier frontier =
        DealPlanner.builder(Cases.scorer(500))
            .mustInclude("zero")
            .build()
            .frontier(accounts, 20, 130, 2);
    assertFalse(frontier.exact());
    assertEquals(
        List.of(List.of("zero"), List.of("a10", "zero")),
        frontier.steps().stream().map(step -> step.best().people()).toList());
  }

  @Test
  void manyAccountsAreSearchedOnAGrid() {
    DealPlanner planner = DealPlanner.builder(Cases.scorer(500)).build();
    Frontier frontier = planner.frontier(Cases.hard(60), 50, 3_333, 9);
    assertFalse(frontier.exact());
    assertEquals(9, frontier.steps().size());
    assertEquals(2, frontier.changes().size());
    assertTrue(frontier.steps().containsAll(frontier.changes()));
    assertTrue(frontier.toString().contains("within "), frontier.toString());
    for (Frontier.Step step : frontier.steps()) {
      assertTrue(step.gap() >= 0 && step.gap() < 0.05, frontier.toString());
    }
    assertTrue(frontier.steps().stream().anyMatch(step -> step.gap() > 0));
  }

  @Test
  void whatIsPlannedIsTheSameForAnyThreads() {
    List<Influencer> accounts = new ArrayList<>();
    for (int i = 0; i < 2_500; i++) {
      accounts.add(account("a" + i, 5_000 + 7 * i, 50 + i * 37 % 901, 100 + i * 53 % 1_009));
    }
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      List<String> planned = new ArrayList<>();
      for (Executor executor : List.<Executor>of(Runnable::run, two, work -> {})) {
        DealPlanner planner =
            DealPlanner.builder(Cases.scorer(9_000)).maxPeople(40).executor(executor).build();
        planned.add(
            planner.plan(accounts) + "" + planner.frontier(accounts, 100, 20_000, 9).steps());
      }
      assertEquals(planned.get(0), planned.get(1));
      assertEquals(planned.get(0), planned.get(2));
    } finally {
      two.shutdown();
    }
    assertThrows(
        NullPointerException.class, () -> DealPlanner.builder(Cases.scorer(9)).executor(null));
  }

  @Test
  void accountsWithTooManyTradeOffsAreSearchedOnAGridToo() {
    List<Influencer> accounts = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      // A set is worth its cost, and every set costs something else.
      double amount = Math.pow(2, i);
      accounts.add(account("a%02d".formatted(i), 20_000, amount, amount / 1_000));
    }
    Frontier frontier =
        DealPlanner.builder(Cases.scorer(500)).build().frontier(accounts, 1, 30_000, 5);
    assertFalse(frontier.exact());
    // At every single budget the best is proven all the same.
    assertTrue(frontier.steps().stream().allMatch(step -> step.gap() == 0));
  }

  @Test
  void onlyTheFirstChangesOfWhatLeadsAreToldOneByOne() {
    // Two tiers lead by turns as budgets grow.
    List<Influencer> accounts = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      double amount = Math.pow(2.2, i);
      accounts.add(account("a%02d".formatted(i), i % 2 == 0 ? 5_000 : 20_000, amount, amount / 10));
    }
    DealPlanner planner = DealPlanner.builder(Cases.scorer(500)).maxPeople(1).build();
    String text = planner.frontier(accounts, 0.1, 30_000, 5).toString();
    assertEquals(12, text.lines().filter(line -> line.startsWith("from ")).count(), text);
    assertTrue(text.endsWith("and 4 more changes\n"), text);
    String twelve = planner.frontier(accounts.subList(0, 12), 0.1, 30_000, 5).toString();
    assertEquals(12, twelve.lines().filter(line -> line.startsWith("from ")).count(), twelve);
    assertFalse(twelve.contains("more changes"), twelve);
  }

  private static Influencer converting(String id, Platform platform) {
    return Influencer.builder(id, platform)
        .followers(9_000)
        .clicks(900)
        .conversions(30)
        .price(5, "USD")
        .build();
  }

  @Test
  void conversionsAreHeadedAsSuch() {
    DealPlanner planner =
        DealPlanner.builder(Cases.scorer(500)).value(DealPlanner.Value.CONVERSIONS).build();
    Frontier frontier = planner.frontier(List.of(converting("a", Platform.X)), 1, 20, 2);
    assertTrue(frontier.toString().lines().findFirst().orElseThrow().contains(" conversions "));
    assertEquals(2, frontier.steps().size());
  }

  /** Of as many on two platforms it is that of the first one; Instagram is before all others. */
  @Test
  void theBestPostIsThatOfThePlatformWhereMostCandidatesLive() {
    DealPlanner planner =
        DealPlanner.builder(Cases.scorer(500)).value(DealPlanner.Value.CONVERSIONS).build();
    Influencer gram = converting("a", Platform.INSTAGRAM);
    Influencer tok = converting("b", Platform.TIKTOK);
    Influencer tok2 = converting("c", Platform.TIKTOK);
    Frontier.BestPost onGram = planner.frontier(List.of(gram), 1, 20).bestPost(5_000).orElseThrow();
    Frontier.BestPost onTok = planner.frontier(List.of(tok), 1, 20).bestPost(5_000).orElseThrow();
    assertNotEquals(onGram, onTok);
    assertEquals(
        Optional.of(onTok), planner.frontier(List.of(gram, tok, tok2), 1, 20).bestPost(5_000));
    assertEquals(Optional.of(onGram), planner.frontier(List.of(tok, gram), 1, 20).bestPost(5_000));
  }

  @Test
  void budgetsBetweenTheEndsHaveTwoDigits() {
    DealPlanner planner = DealPlanner.builder(Cases.scorer(500)).build();
    List<Double> budgets =
        planner.frontier(FOUR, 2, 30_123, 9).steps().stream().map(Frontier.Step::budget).toList();
    assertEquals(List.of(2.0, 6.7, 22.0, 74.0, 250.0, 820.0, 2_700.0, 9_100.0, 30_123.0), budgets);
    assertEquals(
        List.of(0.01, 0.047, 0.22, 1.1, 5.0),
        planner.frontier(FOUR, 0.01, 5, 5).steps().stream().map(Frontier.Step::budget).toList());
  }

  /** Everybody is worth the same for the money, and shares people with everybody else. */
  @Test
  void aFrontierThatIsTooMuchToListIsSearchedWithABound() {
    List<Influencer> hard = new ArrayList<>();
    DealPlanner.Builder builder = DealPlanner.builder(Cases.scorer(100_000));
    for (int i = 0; i < 25; i++) {
      double price = 100 + 37 * i;
      hard.add(
          Influencer.builder("a" + i, Platform.INSTAGRAM)
              .followers(20_000)
              .likes(price)
              .comments(0)
              .price(price, "USD")
              .build());
      for (int k = 0; k < i; k++) {
        builder.overlap(0.02, "a" + k, "a" + i);
      }
    }
    Frontier frontier = builder.build().frontier(hard, 500, 5_000, 3);
    assertFalse(frontier.exact());
    double before = 0;
    for (Frontier.Step step : frontier.steps()) {
      assertTrue(step.gap() >= 0 && step.gap() < 0.2, () -> "gap was " + step.gap());
      assertTrue(step.best().value() >= before);
      before = step.best().value();
    }
  }

  @Test
  void budgetsAreChecked() {
    DealPlanner planner = DealPlanner.builder(Cases.scorer(500)).build();
    assertEquals(
        "from must be > 0 and <= 1000000000000, was 0",
        assertThrows(IllegalArgumentException.class, () -> planner.frontier(FOUR, 0, 9))
            .getMessage());
    assertEquals(
        "from must be >= 0.001, was 1.0E-4",
        assertThrows(IllegalArgumentException.class, () -> planner.frontier(FOUR, 0.0001, 9))
            .getMessage());
    assertEquals(
        "to must be > from 1 by 0.001 or more, was 1.0000000000000002",
        assertThrows(
                IllegalArgumentException.class, () -> planner.frontier(FOUR, 1, Math.nextUp(1.0)))
            .getMessage());
    assertEquals(
        "to must be > from 9 by 0.001 or more, was 9",
        assertThrows(IllegalArgumentException.class, () -> planner.frontier(FOUR, 9, 9))
            .getMessage());
    assertEquals(
        "budgets must be >= 2, was 1",
        assertThrows(IllegalArgumentException.class, () -> planner.frontier(FOUR, 9, 99, 1))
            .getMessage());
    assertEquals(
        2,
        planner.frontier(FOUR, 3, 4, 25).steps().stream()
            .filter(step -> step.budget() == 3 || step.budget() == 4)
            .count());
  }

  /** design.md: 0.119 · (weight of engaged audience / weight of cost) · (1 + slope). */
  @Test
  void theBestPostCostsTheShareOfTheClosedForm() {
    double constant = 1 / (6 * Math.log(10) * 0.61);
    assertEquals(0.119, constant, 5e-4);
    // Equal weights; on Instagram the rate falls from 6.4% at 1,000 to 2.5% at 10,000 followers,
    // and
    // does not from 100,000 on.
    assertShare(BrandProfile.builder(), 5_000, constant * (1 + Math.log10(2.5 / 6.4)));
    assertShare(BrandProfile.builder(), 100_000, constant);
    // Awareness weighs engaged audience twice as much as cost.
    assertShare(BrandProfile.builder().goal(Goal.AWARENESS), 50_000, 2 * constant);
    assertTrue(
        frontier(BrandProfile.builder().priority(Priority.COST, 0)).bestPost(1_000).isEmpty());
    assertTrue(frontier(BrandProfile.builder()).bestPost(30).isEmpty());
    assertThrows(
        IllegalArgumentException.class,
        () -> frontier(BrandProfile.builder()).bestPost(Double.NaN));
  }

  @Property(tries = 300)
  void theBestPostIsOfTheSizeAtWhichAnAverageAccountScoresBest(
      @ForAll @DoubleRange(min = 30, max = 1e7) double budget,
      @ForAll Goal goal,
      @ForAll CompanySize company,
      @ForAll @DoubleRange(min = 0.05, max = 20) double audience,
      @ForAll @DoubleRange(min = 0.05, max = 20) double cost,
      @ForAll boolean tiktok) {
    Platform platform = tiktok ? Platform.TIKTOK : Platform.INSTAGRAM;
    BrandProfile.Builder brand =
        BrandProfile.builder()
            .goal(goal)
            .size(company)
            .topic("vegan", 1)
            .priority(Priority.ENGAGED_AUDIENCE, audience)
            .priority(Priority.COST, cost);
    Scorer scorer = Scorer.of(brand.budget(budget, "USD").build());
    SizeCurve curve = scorer.curve(platform).orElseThrow();
    PriceCurve prices = scorer.prices().orElseThrow();
    ToDoubleFunction<Double> value =
        followers -> {
          Influencer.Builder account = Influencer.builder("x", platform).followers(followers);
          double engagements = Math.pow(2, curve.expectedLog(account.build())) - 1;
          return scorer.value(
              account.engagements(engagements).price(prices.price(followers), "USD").build());
        };
    double most = Double.NEGATIVE_INFINITY;
    for (int step = 0; step <= 300; step++) {
      double followers = Math.pow(10, 2 + step / 50.0);
      if (prices.price(followers) <= budget) {
        most = Math.max(most, value.applyAsDouble(followers));
      }
    }
    // Of a planner for another budget: what is asked for counts.
    Optional<Frontier.BestPost> best =
        DealPlanner.builder(Scorer.of(brand.budget(77, "USD").build()))
            .build()
            .frontier(List.of(Influencer.builder("y", platform).build()), 10, 20)
            .bestPost(budget);
    if (Double.isInfinite(most)) {
      assertTrue(best.isEmpty());
    } else {
      assertEquals(most, value.applyAsDouble(best.orElseThrow().followers()), 1e-9);
    }
  }

  @Test
  void theBestPostMayCostTheWholeBudget() {
    // The least that a post costs, by the usual prices.
    Frontier.BestPost post = frontier(BrandProfile.builder()).bestPost(40).orElseThrow();
    assertEquals(40, post.price());
    assertEquals(1, post.partOfBudget());
    assertTrue(frontier(BrandProfile.builder()).bestPost(39.99).isEmpty());
  }

  @Test
  void withoutUsualPricesThereIsNoBestPost() {
    Frontier euros =
        DealPlanner.builder(Scorer.of(BrandProfile.builder().budget(1_000, "EUR").build()))
            .build()
            .frontier(List.of(Influencer.builder("y", Platform.INSTAGRAM).build()), 10, 20);
    assertEquals(Optional.empty(), euros.bestPost(1_000));
  }

  private static Frontier frontier(BrandProfile.Builder brand) {
    return DealPlanner.builder(Scorer.of(brand.budget(1_000, "USD").build()))
        .build()
        .frontier(FOUR, 100, 2_000);
  }

  private static void assertShare(BrandProfile.Builder brand, double budget, double share) {
    Frontier.BestPost best = frontier(brand).bestPost(budget).orElseThrow();
    assertEquals(share, best.partOfBudget(), 0.03 * share);
    assertEquals(best.price() / budget, best.partOfBudget());
    assertEquals(best.price(), 117 * Math.pow(best.followers() / 1_000, 0.61), 1e-6 * best.price());
  }
}
