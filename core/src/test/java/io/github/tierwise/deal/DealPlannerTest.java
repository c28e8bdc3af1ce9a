package io.github.tierwise.deal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.deal.Cases.With;
import io.github.tierwise.explain.Estimate;
import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.score.Score;
import io.github.tierwise.score.Scorer;
import io.github.tierwise.tier.CommonTier;
import io.github.tierwise.tier.Tier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DealPlannerTest {

  private static List<String> ids(Deal deal) {
    return deal.people().stream().map(Deal.Person::id).toList();
  }

  @Property(tries = 150)
  void theExactDealIsTheBestOfAllSets(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int size, @ForAll With with) {
    Cases cases = new Cases(seed, size, with);
    double best = cases.best(cases.budget);
    if (best == Double.NEGATIVE_INFINITY) {
      assertThrows(
          IllegalArgumentException.class, () -> cases.planner().build().plan(cases.accounts));
      return;
    }
    Deal deal = cases.planner().build().plan(cases.accounts);
    assertEquals(best, deal.value().value(), 1e-9 * (1 + best));
    assertTrue(deal.exact());
    assertEquals(0, deal.gap());
    assertEquals(deal.value().value(), deal.bound());
  }

  @Property(tries = 5)
  void theExactDealIsTheBestOfAllSetsOfFifteen(@ForAll long seed) {
    Cases cases = new Cases(seed, 15, With.OVERLAPS);
    Deal deal = cases.planner().build().plan(cases.accounts);
    double best = cases.best(cases.budget);
    assertEquals(best, deal.value().value(), 1e-9 * (1 + best));
  }

  @Property(tries = 200)
  void aDealKeepsEveryRule(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int size, @ForAll With with) {
    Cases cases = new Cases(seed, size, with);
    Deal deal;
    try {
      deal = cases.planner().build().plan(cases.accounts);
    } catch (IllegalArgumentException e) {
      return; // that the rules cannot be kept is checked against all sets above
    }
    double cost = 0;
    double share = 0;
    int[] count = new int[CommonTier.values().length];
    for (Deal.Person person : deal.people()) {
      cost += person.price();
      share += person.partOfValue();
      if (person.tier() instanceof Tier tier) {
        count[tier.common().ordinal()]++;
      }
    }
    assertTrue(deal.cost() <= cases.budget);
    assertEquals(cost, deal.cost(), 1e-6);
    assertEquals(cases.budget - deal.cost(), deal.left(), 1e-6);
    assertEquals(deal.people().isEmpty() ? 0 : 1, share, 1e-9);
    assertTrue(deal.people().size() <= cases.maxPeople);
    for (CommonTier tier : CommonTier.values()) {
      assertTrue(count[tier.ordinal()] >= cases.least[tier.ordinal()]);
      assertTrue(count[tier.ordinal()] <= cases.most[tier.ordinal()]);
    }
    assertTrue(ids(deal).containsAll(cases.included));
    assertTrue(Collections.disjoint(ids(deal), cases.excluded));
    assertTrue(deal.value().value() <= deal.bound() * (1 + 1e-12));
    assertTrue(deal.gap() >= 0 && deal.gap() < 1);
  }

  @Property(tries = 150)
  void theOrderOfTheCandidatesDoesNotMatter(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 60) int size, @ForAll With with) {
    Cases cases = new Cases(seed, size, with);
    List<Influencer> shuffled = new ArrayList<>(cases.accounts);
    Collections.shuffle(shuffled, new Random(seed));
    DealPlanner planner = cases.planner().build();
    Deal deal;
    try {
      deal = planner.plan(cases.accounts);
    } catch (IllegalArgumentException e) {
      String text =
          assertThrows(IllegalArgumentException.class, () -> planner.plan(shuffled)).getMessage();
      assertEquals(e.getMessage(), text);
      return;
    }
    Deal other = planner.plan(shuffled);
    assertEquals(deal.toString(), other.toString());
    assertEquals(
        Double.doubleToLongBits(deal.value().value()),
        Double.doubleToLongBits(other.value().value()));
    assertEquals(deal.bound(), other.bound());
  }

  @Property(tries = 100)
  void moreBudgetNeverMeansLessValueWhereTheAnswerIsExact(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int size) {
    Cases cases = new Cases(seed, size, With.OVERLAPS);
    double before = 0;
    for (double budget = cases.budget; budget < 6 * cases.budget; budget *= 1.3) {
      Deal deal = cases.planner().budget(budget).build().plan(cases.accounts);
      // Another budget admits other accounts, and so another unit: a trillionth of all of them.
      assertTrue(deal.value().value() >= before * (1 - 1e-11));
      before = deal.value().value();
    }
  }

  /** Everything small, searched as if it were large. */
  @Property(tries = 200)
  void theSearchKeepsItsTheoremAndItsBoundIsNeverBelowTheBest(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 14) int size, @ForAll With with) {
    Cases cases = new Cases(seed, size, with);
    Shortlist shortlist;
    Rules rules;
    try {
      Deal deal = cases.planner().build().plan(cases.accounts);
      shortlist = deal.shortlist;
      rules = deal.rules;
    } catch (IllegalArgumentException e) {
      return;
    }
    long best = new Solver(shortlist.problem, rules).solve().choice().value;
    Solver.Solution found = new Solver(shortlist.problem, rules, -1).solve();
    assertTrue(found.bound() >= best, () -> found.bound() + " < " + best);
    assertTrue(found.choice().value <= best);
    if (rules.budgetOnly()) {
      double theorem = (1 - 1 / Math.E) / 2;
      assertTrue(found.choice().value >= theorem * best);
      assertTrue(
          shortlist.problem.people(found.choice().value)
              >= theorem * shortlist.problem.people(best));
    }
  }

  @Property(tries = 100)
  void withPeopleAloneTheSearchKeepsTheTheoremOfNemhauserWolseyAndFisher(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int people) {
    Cases cases = new Cases(seed, 13, With.OVERLAPS);
    Deal deal = cases.planner().budget(1e9).maxPeople(people).build().plan(cases.accounts);
    Solver search = new Solver(deal.shortlist.problem, deal.rules, -1);
    assertTrue(search.budgetBuysAny());
    long best = new Solver(deal.shortlist.problem, deal.rules).solve().choice().value;
    assertTrue(search.solve().choice().value >= (1 - 1 / Math.E) * best);
  }

  @Property(tries = 100)
  void boughtFollowersNeverPayInADeal(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int size) {
    Cases cases = new Cases(seed, size, With.OVERLAPS);
    DealPlanner planner = cases.planner().build();
    Deal deal = planner.plan(cases.accounts);
    List<Influencer> after = new ArrayList<>(cases.accounts);
    Random random = new Random(seed);
    int bought = random.nextInt(size);
    Influencer account = after.get(bought);
    after.set(
        bought,
        account.toBuilder()
            .followers(account.followers() * (1 + 20 * random.nextDouble()))
            .build());
    Deal later = planner.plan(after);
    assertTrue(later.value().value() <= deal.value().value() * (1 + 1e-11));
    if (!ids(deal).contains(account.id())
        && Math.abs(later.value().value() / deal.value().value() - 1) > 1e-11) {
      assertTrue(!ids(later).contains(account.id()));
    }
  }

  @Property(tries = 50)
  void ofEqualAccountsTheFirstByIdIsTaken(@ForAll @IntRange(min = 2, max = 40) int size) {
    List<Influencer> same = new ArrayList<>();
    for (int i = size; i > 0; i--) {
      same.add(account("p%02d".formatted(i), 20_000, 500, 100));
    }
    Deal deal = DealPlanner.builder(Cases.scorer(1_050)).build().plan(same);
    List<String> expected = new ArrayList<>();
    for (int i = 1; i <= Math.min(size, 10); i++) {
      expected.add("p%02d".formatted(i));
    }
    assertEquals(expected, ids(deal));
  }

  private static Influencer account(String id, double followers, double likes, double price) {
    return Influencer.builder(id, Platform.INSTAGRAM)
        .followers(followers)
        .likes(likes)
        .comments(0)
        .price(price, "USD")
        .build();
  }

  @Test
  void aPriceInAnotherCurrencyLeavesOneCandidateOutWithItsReason() {
    Influencer dollars = ANYBODY.toBuilder().price(100, "USD").build();
    Influencer euros =
        Influencer.builder("euros", dollars.platform())
            .followers(dollars.followers())
            .likes(dollars.likes())
            .price(100, "EUR")
            .build();
    Deal deal = DealPlanner.builder(Cases.scorer(9_000)).build().plan(List.of(dollars, euros));
    assertEquals(List.of(dollars.id()), deal.people().stream().map(Deal.Person::id).toList());
    assertEquals(Map.of(Score.Flag.PRICE_IN_OTHER_CURRENCY, 1L), deal.leftOut());
    assertEquals(
        "cannot be chosen: price of euros must be in USD, the brand's currency, was EUR; no price"
            + " changes that",
        deal.whyNot("euros").note());
  }

  private static final Influencer ANYBODY =
      Influencer.builder("anybody", Platform.INSTAGRAM).followers(20_000).likes(900).build();

  @Test
  void tenCentsAndTwentyCentsAreThirtyCents() {
    List<Influencer> two = List.of(account("a", 9_000, 50, 0.1), account("b", 9_000, 60, 0.2));
    Deal deal = DealPlanner.builder(Cases.scorer(0.3)).build().plan(two);
    assertEquals(List.of("b", "a"), ids(deal));
    assertEquals(0.3, deal.cost());
    assertEquals(0, deal.left());
  }

  @Test
  void twoAccountsReachTheSumLessWhatTheyShareAndThreeThatShareOneCore() {
    List<Influencer> three =
        List.of(
            account("a", 9_000, 1_000, 1),
            account("b", 9_000, 2_000, 1),
            account("c", 9_000, 3_000, 1));
    Scorer scorer = Cases.scorer(2);
    DealPlanner apart = DealPlanner.builder(scorer).mustExclude("c").build();
    double a = apart.forecast(three.get(0)).engagedAudience().value();
    double b = apart.forecast(three.get(1)).engagedAudience().value();
    double c = apart.forecast(three.get(2)).engagedAudience().value();
    for (double universe : new double[] {20_000, 1e9}) {
      Deal deal =
          DealPlanner.builder(scorer)
              .mustExclude("c")
              .overlap(0.9, "a", "b", "nobody")
              .universe(universe)
              .build()
              .plan(three);
      assertEquals(a + b - 0.9 * a, deal.value().value(), 1e-6 * b);
    }
    assertEquals(a + b, apart.plan(three).value().value(), 1e-6);
    Deal core =
        DealPlanner.builder(Cases.scorer(3)).overlap(0.5, "a", "b", "c").build().plan(three);
    assertEquals(a + b + c - 2 * 0.5 * a, core.value().value(), 1e-6);
    assertEquals(1, core.people().stream().mapToDouble(Deal.Person::partOfValue).sum(), 1e-12);
    // Chance alone gives more in common than a stated thousandth.
    Deal random =
        DealPlanner.builder(scorer)
            .mustExclude("c")
            .overlap(0.001, "a", "b")
            .universe(4_000)
            .build()
            .plan(three);
    assertEquals(4_000 * (1 - (1 - a / 4_000) * (1 - b / 4_000)), random.value().value(), 1e-6 * b);
  }

  @Test
  void nobodyReachesMorePeopleThanThereAre() {
    List<Influencer> two = List.of(account("a", 9_000, 5_000, 1), account("b", 9_000, 6_000, 1));
    Deal deal = DealPlanner.builder(Cases.scorer(2)).universe(1_000).build().plan(two);
    assertEquals(1_000, deal.value().value(), 1e-6);
    assertTrue(deal.value().high() <= 1_000);
  }

  @Test
  void conversionsCanBeTheAimAndUnknownOnesAreLeftOut() {
    List<Influencer> two =
        List.of(
            account("a", 9_000, 5_000, 1),
            account("b", 9_000, 60, 1).toBuilder().clicks(900).conversions(38).build());
    DealPlanner planner =
        DealPlanner.builder(Cases.scorer(2)).value(DealPlanner.Value.CONVERSIONS).build();
    Deal deal = planner.plan(two);
    assertEquals(List.of("b"), ids(deal));
    assertEquals(900 * 40 / 1_000.0, deal.value().value(), 1e-9);
    assertEquals("conversions", deal.unit());
    assertEquals(
        "a: cannot be chosen: clicks or conversions unknown; no price changes that",
        note(deal, "a"));
    assertEquals(1L, deal.leftOut().get("conversions-unknown"));
  }

  private static String note(Deal deal, String id) {
    return id + ": " + deal.whyNot(id).note();
  }

  @Test
  void theFitOfTheAudienceCountsUnlessTheBrandGivesItNoWeight() {
    Influencer half = account("a", 9_000, 1_000, 1).toBuilder().topic("vegan", 0.5).build();
    BrandProfile.Builder brand = BrandProfile.builder().budget(2, "USD").topic("vegan", 1);
    Deal fitting = DealPlanner.builder(Scorer.of(brand.build())).build().plan(List.of(half));
    assertEquals(0.5, fitting.people().get(0).fit());
    assertEquals("engaged people of the target audience", fitting.unit());
    double all = fitting.people().get(0).forecast().engagedAudience().value();
    assertEquals(all / 2, fitting.value().value(), 1e-6);
    brand.priority(io.github.tierwise.profile.Priority.AUDIENCE_FIT, 0);
    Deal any = DealPlanner.builder(Scorer.of(brand.build())).build().plan(List.of(half));
    assertEquals(all, any.value().value(), 1e-6);
    assertEquals("engaged people", any.unit());
  }

  @Test
  void whoFailsAGateIsNotChosenButTheBudgetIsThePlannersOwn() {
    List<Influencer> two = List.of(account("a", 9_000, 12, 1), account("b", 9_000, 600, 80));
    Scorer scorer = Scorer.of(BrandProfile.builder().budget(50, "USD").build());
    Deal small = DealPlanner.builder(scorer).build().plan(two);
    assertEquals(List.of(), ids(small));
    assertEquals(0, small.value().value());
    assertEquals(0, small.gap());
    assertEquals(
        "a: cannot be chosen: 12 people engage with a post, fewer than 30; no price changes that",
        note(small, "a"));
    assertEquals(
        "b: cannot be chosen: a post at 80.00 USD is above the budget of 50.00 USD; it would come in at 50.00 USD"
            + " or less",
        note(small, "b"));
    Deal large = DealPlanner.builder(scorer).budget(90).build().plan(two);
    assertEquals(List.of("b"), ids(large));
    assertEquals(10, large.left(), 1e-9);
  }

  @Test
  void whoseEngagementsOrPriceAreUnknownCannotBeChosen() {
    Influencer silent =
        Influencer.builder("a", Platform.INSTAGRAM).followers(9_000).price(1, "EUR").build();
    Influencer unquoted =
        Influencer.builder("b", Platform.INSTAGRAM).followers(9_000).likes(60).build();
    Scorer scorer = Scorer.of(BrandProfile.builder().budget(50, "EUR").build());
    Deal deal = DealPlanner.builder(scorer).build().plan(List.of(silent, unquoted));
    assertEquals(Map.of("engagements-unknown", 1L, "price-unknown", 1L), deal.leftOut());
    assertEquals(
        "a: cannot be chosen: engagements unknown; no price changes that", note(deal, "a"));
    assertEquals(
        "b: cannot be chosen: no quote, and no usual prices in the brand's currency; it would"
            + " come in at 50.00 EUR or less",
        note(deal, "b"));
  }

  @Test
  void whoCostsTheWholeBudgetCanBeChosen() {
    List<Influencer> one = List.of(account("a", 9_000, 60, 100));
    assertEquals(List.of("a"), ids(DealPlanner.builder(Cases.scorer(100)).build().plan(one)));
    assertEquals(List.of(), ids(DealPlanner.builder(Cases.scorer(99.999)).build().plan(one)));
    List<Influencer> dearest = List.of(account("a", 9_000, 60, 1e12));
    assertEquals(List.of("a"), ids(DealPlanner.builder(Cases.scorer(1e12)).build().plan(dearest)));
  }

  /** Greedily "a" is taken, for which no single swap is better. */
  @Test
  void aQuotaIsKeptByThoseWhoBringNothing() {
    List<Influencer> four =
        List.of(
            account("a", 700_000, 800, 6),
            account("b", 700_000, 600, 5),
            account("c", 700_000, 600, 5),
            account("zero", 20_000, 0, 1));
    Deal deal =
        DealPlanner.builder(Cases.scorer(11)).atLeast(1, CommonTier.MICRO).build().plan(four);
    assertEquals(List.of("b", "c", "zero"), ids(deal));
    assertTrue(deal.exact());
  }

  /** For the quota "none" would do, until "c" is found, who brings more. */
  @Test
  void whoBringsNothingIsNotTakenWhereAnotherKeepsTheQuota() {
    List<Influencer> four =
        List.of(
            account("a", 700_000, 800, 6),
            account("b", 700_000, 620, 5),
            account("c", 20_000, 600, 5),
            account("none", 20_000, 0, 0));
    Deal deal =
        DealPlanner.builder(Cases.scorer(10)).atLeast(1, CommonTier.MICRO).build().plan(four);
    assertEquals(List.of("b", "c"), ids(deal));
    assertTrue(deal.exact());
  }

  @Test
  void aBudgetBeyondWhatIsExactIsRefusedUnlessThePlannerHasAnother() {
    Scorer scorer = Cases.scorer(2e12);
    assertEquals(
        "budget must be > 0 and <= 1000000000000, was 2000000000000",
        assertThrows(IllegalArgumentException.class, () -> DealPlanner.builder(scorer).build())
            .getMessage());
    Deal deal =
        DealPlanner.builder(scorer).budget(1e12).build().plan(List.of(account("a", 9_000, 60, 1)));
    assertEquals(List.of("a"), ids(deal));
  }

  @Test
  void whetherABudgetBuysAnyAccountsIsAskedOfTheDearest() {
    List<Influencer> three =
        List.of(account("a", 9_000, 60, 1), account("b", 9_000, 60, 2), account("c", 9_000, 60, 4));
    assertTrue(buysAny(DealPlanner.builder(Cases.scorer(7)), three));
    assertFalse(buysAny(DealPlanner.builder(Cases.scorer(6.9)), three));
    assertTrue(buysAny(DealPlanner.builder(Cases.scorer(6)).maxPeople(2), three));
    assertFalse(buysAny(DealPlanner.builder(Cases.scorer(5.9)).maxPeople(2), three));
    // Who must be in it is paid first.
    assertFalse(buysAny(DealPlanner.builder(Cases.scorer(6.9)).mustInclude("a"), three));
    assertTrue(buysAny(DealPlanner.builder(Cases.scorer(7)).mustInclude("a"), three));
    assertTrue(buysAny(DealPlanner.builder(Cases.scorer(5)).maxPeople(2).mustInclude("a"), three));
  }

  private static boolean buysAny(DealPlanner.Builder planner, List<Influencer> accounts) {
    Deal deal = planner.build().plan(accounts);
    return new Solver(deal.shortlist.problem, deal.rules).budgetBuysAny();
  }

  @Test
  void aQuotaOfAsManyAsThereAreCanBeKept() {
    List<Influencer> two = List.of(account("a", 20_000, 60, 1), account("b", 20_000, 60, 2));
    Deal deal =
        DealPlanner.builder(Cases.scorer(3))
            .atLeast(2, CommonTier.MICRO)
            .maxPeople(2)
            .mustInclude("a", "b")
            .build()
            .plan(two);
    assertEquals(2, deal.people().size());
  }

  @Test
  void amountsAreRoundedAgainstTheBuyer() {
    assertEquals(100, Money.price(0.1));
    assertEquals(2, Money.price(0.0014));
    assertEquals(2, Money.price(0.0016));
    assertEquals(100, Money.budget(0.1, "budget"));
    assertEquals(1, Money.budget(0.0014, "budget"));
    assertEquals(1, Money.budget(0.0016, "budget"));
    assertEquals(1e12, Money.amount(Money.budget(Money.MOST, "budget")));
  }

  @Test
  void anAudienceOfWhichNothingIsKnownFitsHalf() {
    Influencer unknown = account("a", 9_000, 1_000, 1);
    BrandProfile brand = BrandProfile.builder().budget(2, "USD").topic("vegan", 1).build();
    Deal deal = DealPlanner.builder(Scorer.of(brand)).build().plan(List.of(unknown));
    assertEquals(0.5, deal.people().get(0).fit());
    Estimate audience = deal.people().get(0).forecast().engagedAudience();
    assertEquals(audience.high() / 2, deal.value().high(), 1e-6);
    assertEquals(audience.low() / 2, deal.value().low(), 1e-6);
  }

  private static void refused(String text, DealPlanner.Builder builder, List<Influencer> accounts) {
    assertEquals(
        text,
        assertThrows(IllegalArgumentException.class, () -> builder.build().plan(accounts))
            .getMessage());
  }

  @Test
  void rulesThatCannotBeKeptSaySo() {
    List<Influencer> three =
        List.of(
            account("a", 20_000, 500, 100),
            account("b", 20_000, 400, 200),
            account("c", 700_000, 10, 300));
    Scorer scorer = Scorer.of(BrandProfile.builder().budget(250, "USD").build());
    refused(
        "atLeast micro must be <= 2, the accounts that can be chosen, was 3",
        DealPlanner.builder(scorer).atLeast(3, CommonTier.MICRO),
        three);
    refused(
        "budget must be >= 300 USD, the least that the accounts cost that must be in the deal,"
            + " was 250 USD",
        DealPlanner.builder(scorer).atLeast(2, CommonTier.MICRO),
        three);
    refused(
        "maxPeople must be >= 2, the accounts that must be in the deal, was 1",
        DealPlanner.builder(scorer).atLeast(2, CommonTier.MICRO).maxPeople(1),
        three);
    refused(
        "maxPeople must be >= 2, the accounts that must be in the deal, was 1",
        DealPlanner.builder(scorer).mustInclude("a", "b").maxPeople(1),
        three);
    refused(
        "maxPeople must be >= 3, the accounts that must be in the deal, was 1",
        DealPlanner.builder(Cases.scorer(900))
            .mustInclude("a", "b")
            .atLeast(1, CommonTier.MACRO)
            .maxPeople(1),
        three);
    refused(
        "atMost micro must be >= 1, the accounts that must be in the deal, was 0",
        DealPlanner.builder(scorer).mustInclude("a").atMost(0, CommonTier.MICRO),
        three);
    refused(
        "mustInclude must be among the candidates, was z",
        DealPlanner.builder(scorer).mustInclude("z"),
        three);
    refused(
        "mustInclude must be an account that can be chosen, was c: 10 people engage with a post,"
            + " fewer than 30",
        DealPlanner.builder(scorer).mustInclude("c"),
        three);
    refused(
        "mustInclude must not be in mustExclude, was a",
        DealPlanner.builder(scorer).mustInclude("a").mustExclude("a"),
        three);
    refused(
        "atLeast micro must be <= atMost 1, was 2",
        DealPlanner.builder(scorer).atLeast(2, CommonTier.MICRO).atMost(1, CommonTier.MICRO),
        three);
    refused(
        "ids of candidates must differ, was twice a",
        DealPlanner.builder(scorer),
        List.of(three.get(0), three.get(0)));
    refused(
        "budget of the brand must be said, was unknown",
        DealPlanner.builder(Scorer.of(BrandProfile.builder().build())),
        three);
    refused(
        "overlaps of b must sum to at most its audience of 400, was 480; people whom more than two"
            + " accounts share are one overlap of all of them",
        DealPlanner.builder(Cases.scorer(9_000)).overlap(0.7, "a", "b").overlap(0.5, "a", "b"),
        three);
  }

  /** Their prices together are more thousandths than a long counts. */
  @Test
  void costsAreNeverBelowWhatTheyAre() {
    List<Influencer> many = new ArrayList<>();
    for (int i = 0; i < 9_300; i++) {
      many.add(account("a" + i, 20_000, 500, 1e12));
    }
    DealPlanner.Builder all =
        DealPlanner.builder(Cases.scorer(1e12))
            .mustInclude(many.stream().map(Influencer::id).toArray(String[]::new));
    String message =
        assertThrows(IllegalArgumentException.class, () -> all.build().plan(many)).getMessage();
    assertTrue(
        message.matches(
            "budget must be >= 9,223,372,036,854,77\\d USD, the least that the accounts cost that must"
                + " be in the deal, was 1,000,000,000,000 USD"),
        message);
    DealPlanner.Builder quota =
        DealPlanner.builder(Cases.scorer(1e12)).atLeast(9_300, CommonTier.MICRO);
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> quota.build().plan(many)).getMessage());
  }

  @Test
  void settingsAreChecked() {
    DealPlanner.Builder builder = DealPlanner.builder(Cases.scorer(100));
    assertSays("maxPeople must be >= 1, was 0", () -> builder.maxPeople(0));
    assertSays("atLeast micro must be >= 0, was -1", () -> builder.atLeast(-1, CommonTier.MICRO));
    assertSays("atMost macro must be >= 0, was -1", () -> builder.atMost(-1, CommonTier.MACRO));
    assertSays("overlap must be > 0 and <= 1, was 0", () -> builder.overlap(0, "a", "b"));
    assertSays("overlap must be of >= 2 accounts, was 1", () -> builder.overlap(0.5, "a", "a"));
    assertSays("universe must be > 0 and <= 1000000000000, was 0", () -> builder.universe(0));
    assertSays(
        "universe must be > 0 and <= 1000000000000, was 1.0E300", () -> builder.universe(1e300));
    assertSays(
        "universe must be > 0 and <= 1000000000000, was NaN", () -> builder.universe(Double.NaN));
    assertSays(
        "budget must be > 0 and <= 1000000000000, was NaN", () -> builder.budget(Double.NaN));
    assertSays(
        "budget must be > 0 and <= 1000000000000, was 2000000000000", () -> builder.budget(2e12));
    assertThrows(NullPointerException.class, () -> DealPlanner.builder(null));
  }

  private static void assertSays(String text, Runnable call) {
    assertEquals(text, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }
}
