package io.github.tierwise.deal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.deal.Cases.With;
import io.github.tierwise.engagement.EngagementModels;
import io.github.tierwise.explain.Estimate;
import io.github.tierwise.explain.Explanation;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.tier.CommonTier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DealTest {

  private static Influencer.Builder account(String id, double followers, double likes) {
    return Influencer.builder(id, Platform.INSTAGRAM).followers(followers).likes(likes).comments(0);
  }

  private static final List<Influencer> FIVE =
      List.of(
          account("ana", 20_000, 500).price(100, "USD").build(),
          account("ben", 20_000, 400).price(100, "USD").build(),
          account("cem", 700_000, 2_000).price(300, "USD").build(),
          account("dan", 5_000, 120).build(),
          account("eve", 700_000, 1_000).price(290, "USD").build());

  private static Deal deal(DealPlanner.Builder builder) {
    return builder.build().plan(FIVE);
  }

  private static DealPlanner.Builder builder() {
    return DealPlanner.builder(Cases.scorer(520));
  }

  @Test
  void aDealTellsWhatToDoAndHowSureThatIs() {
    Deal deal = deal(builder());
    assertEquals(
        """
        cem                      macro               300 USD quoted             2,000 engaged    69% of the value
        ana                      micro               100 USD quoted               500 engaged    17% of the value
        ben                      micro               100 USD quoted               400 engaged    14% of the value
        3 accounts for 500 USD of 520 USD, 20.00 USD left
        2,900 engaged people (685 to 8,045), the best possible
        """,
        deal.toString());
    assertEquals(Map.of("micro", 2, "macro", 1), deal.mix());
    assertEquals("[micro, macro]", deal.mix().keySet().toString());
    assertEquals("proven by branch and bound over 5 accounts", deal.method());
    assertEquals("USD", deal.currency());
    assertEquals(520, deal.budget());
    assertEquals(500, deal.costRange().low());
    assertEquals(Map.of(), deal.leftOut());
  }

  @Test
  void anEstimatedPriceIsMarkedAndHasItsBand() {
    Deal deal = deal(builder().mustInclude("dan"));
    Deal.Person dan =
        deal.people().stream().filter(p -> p.id().equals("dan")).findFirst().orElseThrow();
    assertEquals(false, dan.quoted());
    double usual = 117 * Math.pow(5, 0.61);
    assertEquals(usual, dan.price(), 0.001);
    assertTrue(dan.price() >= dan.forecast().cost().value());
    assertEquals(deal.cost() - usual + usual / 3.5, deal.costRange().low(), 0.01);
    assertEquals(deal.cost() - usual + usual * 3.5, deal.costRange().high(), 0.01);
    assertTrue(dan.flags().stream().anyMatch(flag -> flag.code().equals("price-estimated")));
  }

  @Test
  void whyNotTellsTheSwapOrTheRule() {
    Deal deal = deal(builder());
    assertEquals(
        """
           -1,000  change of value with eve: eve would come, cem would leave: worth 34% less; it would come in at 220 USD or less
              1,900  value with eve: for 490 USD
              2,900  value of this deal: for 500 USD
        """,
        deal.whyNot("eve").toText());
    assertTrue(deal.whyNot("eve").holds());
    assertEquals(
        "is in the deal, with 17% of its value; it stays in at 220 USD or less",
        deal.whyNot("ana").note());
    assertEquals(
        "is in the deal, with 17% of its value; it must be; it stays in at 520 USD or less",
        deal(builder().mustInclude("ana")).whyNot("ana").note());
    assertEquals(
        "is in the deal, with 14% of its value; it stays in at 120 USD or less",
        deal(builder().mustInclude("ana")).whyNot("ben").note());
    assertEquals(
        "cannot be chosen: it must not be included; no price changes that",
        deal(builder().mustExclude("ana")).whyNot("ana").note());
    assertEquals(
        "no deal with it keeps the rules: atMost macro must be >= 1, the accounts that must be in"
            + " the deal, was 0; no price changes that",
        deal(builder().atMost(0, CommonTier.MACRO)).whyNot("cem").note());
    assertEquals(
        "id must be one of the candidates', was zoe",
        assertThrows(IllegalArgumentException.class, () -> deal.whyNot("zoe")).getMessage());
    assertEquals(
        "id", assertThrows(NullPointerException.class, () -> deal.whyNot(null)).getMessage());
  }

  @Test
  void whyNotTellsThatTheOtherIsAsGood() {
    List<Influencer> same =
        List.of(
            account("ana", 20_000, 500).price(100, "USD").build(),
            account("ben", 20_000, 500).price(100, "USD").build());
    Deal deal = DealPlanner.builder(Cases.scorer(150)).build().plan(same);
    assertEquals("ana", deal.people().get(0).id());
    assertTrue(
        deal.whyNot("ben")
            .note()
            .endsWith(
                "worth the same; of equal deals the cheaper is"
                    + " taken, then the first by id; it would come in"
                    + " at 50.00 USD or less, up to 150 USD a deal with it is as good"));
  }

  @Test
  void whoAddsNothingWouldComeAndNobodyWouldLeave() {
    List<Influencer> two =
        List.of(
            account("ana", 20_000, 500).price(100, "USD").build(),
            account("zoe", 20_000, 0).price(10, "USD").build());
    Deal deal = DealPlanner.builder(Cases.scorer(150)).build().plan(two);
    assertEquals(1, deal.people().size());
    assertEquals(
        "zoe would come: worth the same; of equal deals the cheaper is taken, then the first by id;"
            + " no price makes a deal with it better, up to 50.00 USD one is as good",
        deal.whyNot("zoe").note());
  }

  /** One by one, whoever is worth least for what it frees, "ben" and then "cem" would leave. */
  @Test
  void ofFewAccountsTheSwapIsTheBestThatThereIs() {
    List<Influencer> four =
        List.of(
            account("ana", 20_000, 800).price(6, "USD").build(),
            account("ben", 20_000, 600).price(5, "USD").build(),
            account("cem", 20_000, 600).price(5, "USD").build(),
            account("dan", 20_000, 700).price(10, "USD").build());
    Deal deal = DealPlanner.builder(Cases.scorer(20)).build().plan(four);
    assertEquals(
        "dan would come, ana would leave: worth 5% less; it would come in at 9.00 USD or less",
        deal.whyNot("dan").note());
  }

  @Test
  void whereWhoeverIsRequiredIsTooDearAnotherOfTheTierComes() {
    List<Influencer> many = new ArrayList<>();
    for (int i = 10; i < 40; i++) {
      many.add(account("m" + i, 20_000, 50).price(0.1, "USD").build());
    }
    many.add(account("dear", 700_000, 9_000).price(90, "USD").build());
    many.add(account("cheap", 700_000, 1_000).price(10, "USD").build());
    many.add(account("x", 20_000, 3_000).price(85, "USD").build());
    Deal deal =
        DealPlanner.builder(Cases.scorer(100)).atLeast(1, CommonTier.MACRO).build().plan(many);
    assertEquals(Map.of("micro", 30, "macro", 1), deal.mix());
    // 5,500 instead of 10,500.
    assertEquals(
        "x, cheap would come, dear would leave: worth 48% less; it would come in at 10.00 USD or less",
        deal.whyNot("x").note());
  }

  @Property(tries = 80)
  void withSomebodyWhoIsNotInItAnExactDealIsNeverWorthMore(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 14) int size, @ForAll With with) {
    Cases cases = new Cases(seed, size, with);
    Deal deal;
    try {
      deal = cases.planner().build().plan(cases.accounts);
    } catch (IllegalArgumentException e) {
      return;
    }
    for (Influencer account : cases.accounts) {
      Explanation why = deal.whyNot(account.id());
      assertTrue(why.holds());
      if (why.label().startsWith("change")) {
        assertTrue(why.value() <= 0, why::toText);
      }
    }
  }

  @Property(tries = 60)
  void ofManyAccountsTheSwapKeepsTheRulesToo(@ForAll long seed, @ForAll With with) {
    Cases cases = new Cases(seed, 50, with);
    Deal deal;
    try {
      deal = cases.planner().build().plan(cases.accounts);
    } catch (IllegalArgumentException e) {
      return;
    }
    for (Influencer account : cases.accounts.subList(0, 12)) {
      Explanation why = deal.whyNot(account.id());
      assertTrue(why.holds());
      if (why.label().startsWith("change")) {
        double with1 = why.parts().get(0).value();
        assertTrue(with1 <= deal.bound() * (1 + 1e-12), why::toText);
        assertTrue(with1 > 0, why::toText);
      }
    }
  }

  @Test
  void theMethodNamesTheTheoremAndItsConditionOrThatThereIsNone() {
    List<Influencer> accounts = Cases.hard(60);
    String start =
        "the best of three lazy greedy orders over 60 accounts, improved by swaps and by a branch"
            + " and bound that was cut short; ";
    DealPlanner.Builder builder = DealPlanner.builder(Cases.scorer(3_333));
    Deal budget = builder.build().plan(accounts);
    assertEquals(
        start
            + "at least 31.6% of the best possible by theorem (Leskovec et al. 2007: a budget"
            + " alone)",
        budget.method());
    assertTrue(budget.toString().contains(", within "), budget.toString());
    assertTrue(budget.gap() > 0 && budget.gap() < 0.01);
    assertFalse(budget.exact());
    assertEquals(
        start + "no theorem covers these rules, the bound holds nevertheless",
        builder.atMost(59, CommonTier.MICRO).build().plan(accounts).method());
    assertEquals(
        start + "no theorem covers these rules, the bound holds nevertheless",
        DealPlanner.builder(Cases.scorer(3_333))
            .atLeast(1, CommonTier.MICRO)
            .build()
            .plan(accounts)
            .method());
    Deal all = DealPlanner.builder(Cases.scorer(1e6)).build().plan(accounts);
    assertEquals(60, all.people().size());
    assertEquals("proven by branch and bound over 60 accounts", all.method());
    DealPlanner.Builder few = DealPlanner.builder(Cases.scorer(1e6)).maxPeople(25);
    for (int i = 0; i < 58; i++) {
      few.overlap(0.3, "h" + i, "h" + (i + 1)).overlap(0.2, "h" + i, "h" + (i + 2));
    }
    Deal people = few.build().plan(accounts);
    assertEquals(
        start
            + "at least 63.2% of the best possible by theorem (Nemhauser, Wolsey and Fisher"
            + " 1978: a number of people alone)",
        people.method());
  }

  @Test
  void aSwapNamesWhoeverComesAndLeavesButNoMoreThanSix() {
    List<Influencer> accounts = new ArrayList<>();
    for (int i = 1; i <= 7; i++) {
      accounts.add(account("m" + i, 20_000, 500).price(100, "USD").build());
    }
    accounts.add(account("star", 700_000, 3_000).price(700, "USD").build());
    Deal seven = DealPlanner.builder(Cases.scorer(700)).build().plan(accounts);
    assertEquals(
        "star would come, m1, m2, m3, m4, m5 and 2 others would leave: worth 14% less; it would come in at"
            + " 500 USD or less, up to 600 USD a deal with it is as good",
        seven.whyNot("star").note());
    accounts.set(7, account("star", 700_000, 2_500).price(700, "USD").build());
    assertEquals(
        "star would come, m1, m2, m3, m4, m5, m6 would leave: worth 17% less; it would come in at"
            + " 500 USD or less, up to 600 USD a deal with it is as good",
        DealPlanner.builder(Cases.scorer(700))
            .mustExclude("m7")
            .build()
            .plan(accounts)
            .whyNot("star")
            .note());
    accounts.set(7, account("star", 700_000, 9_000).price(700, "USD").build());
    Deal star = DealPlanner.builder(Cases.scorer(700)).build().plan(accounts);
    assertEquals(
        "m2, m1, m3, m4, m5 and 2 others would come, star would leave: worth 61% less; it would"
            + " come in for nothing only",
        star.whyNot("m2").note());
  }

  @Test
  void ofEqualDealsTheCheaperIsBetterAndThenTheFirstById() {
    List<Influencer> four =
        List.of(
            account("b", 20_000, 500).price(100, "USD").build(),
            account("a", 20_000, 500).price(100, "USD").build(),
            account("c", 20_000, 500).price(90, "USD").build(),
            account("d", 20_000, 501).price(100, "USD").build());
    Problem problem = DealPlanner.builder(Cases.scorer(150)).build().plan(four).shortlist.problem;
    Choice[] alone = new Choice[4];
    for (int i = 0; i < 4; i++) {
      alone[i] = new Choice(problem);
      alone[i].add(i);
    }
    boolean[][] better = {
      {false, true, false, false},
      {false, false, false, false},
      {true, true, false, false},
      {true, true, true, false}
    };
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        assertEquals(better[i][j], alone[i].isBetterThan(alone[j]), i + " and " + j);
      }
    }
  }

  @Property(tries = 60)
  void aSwapIsWorthTheDifferenceOfTheTwoSets(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 14) int size) {
    Cases cases = new Cases(seed, size, With.OVERLAPS);
    Deal deal = cases.planner().budget(1e9).build().plan(cases.accounts);
    Problem problem = deal.shortlist.problem;
    Choice half = new Choice(problem, IntStream.range(0, problem.size / 2).toArray());
    for (int out = 0; out < problem.size / 2; out++) {
      for (int in = problem.size / 2; in < problem.size; in++) {
        Choice after = new Choice(half);
        after.remove(out);
        after.add(in);
        assertEquals(after.value - half.value, half.swap(out, in));
      }
    }
  }

  /** Of those who share most of their people, one takes the place of the other. */
  @Test
  void whoComesForSomebodyWinsBackWhatTheTwoShare() {
    List<Influencer> three =
        List.of(
            account("a", 20_000, 1_000).price(1, "USD").build(),
            account("b", 20_000, 1_000).price(1, "USD").build(),
            account("c", 20_000, 1_000).price(1, "USD").build());
    Problem problem =
        DealPlanner.builder(Cases.scorer(3))
            .overlap(0.2, "a", "c")
            .overlap(0.7, "a", "b")
            .build()
            .plan(three)
            .shortlist
            .problem;
    assertEquals(0, new Choice(problem, 0).swap(0, 1));
    // "a" stays, and what "c" had with it is lost without a loss.
    Choice both = new Choice(problem, 0, 2);
    assertEquals(500, problem.people(-both.swap(2, 1)), 1e-6);
    assertEquals(200, problem.people(both.swap(0, 1)), 1e-6);
  }

  @Test
  void whoBringNothingShareNothingEqually() {
    List<Influencer> two =
        List.of(
            account("a", 9_000, 0).price(1, "USD").build(),
            account("b", 9_000, 0).price(1, "USD").build());
    Deal deal = DealPlanner.builder(Cases.scorer(2)).mustInclude("a", "b").build().plan(two);
    assertEquals(0, deal.value().value());
    assertEquals(List.of(0.5, 0.5), deal.people().stream().map(Deal.Person::partOfValue).toList());
    assertEquals(0, deal.gap());
  }

  @Test
  void theRangeOfADealIsThatOfItsForecastsTogether() {
    List<Influencer> three =
        List.of(
            account("a", 9_000, 1_000).price(1, "USD").build(),
            account("b", 9_000, 2_000).price(1, "USD").build(),
            account("c", 9_000, 3_000).price(5, "USD").build());
    DealPlanner planner =
        DealPlanner.builder(Cases.scorer(2)).overlap(0.5, "a", "b").overlap(0.3, "b", "c").build();
    Deal deal = planner.plan(three);
    Estimate a = planner.forecast(three.get(0)).engagedAudience();
    Estimate b = planner.forecast(three.get(1)).engagedAudience();
    assertEquals(0.5 * a.low() + b.low(), deal.value().low(), 1e-6);
    assertEquals(0.5 * a.high() + b.high(), deal.value().high(), 1e-6);
  }

  /**
   * "a" is known well and has little; in the best case of the others they share more than it has.
   */
  @Test
  void whereOverlapsAreMoreThanAnAudienceTheEndOfARangeIsWithoutThem() {
    String formula = EngagementModels.standard(Platform.INSTAGRAM).formula();
    List<Influencer> three =
        List.of(
            account("a", 9_000, 900).level(formula, 10, 0.01, 0.01).price(1, "USD").build(),
            account("b", 9_000, 500).price(1, "USD").build(),
            account("c", 9_000, 500).price(1, "USD").build());
    DealPlanner planner =
        DealPlanner.builder(Cases.scorer(3)).overlap(0.7, "a", "b").overlap(0.7, "a", "c").build();
    Deal deal = planner.plan(three);
    double high = 0;
    for (Influencer account : three) {
      high += planner.forecast(account).engagedAudience().high();
    }
    assertEquals(high, deal.value().high(), 1e-6);
  }

  @Test
  void anAccountWhoseOverlapsAreAllOfItIsWorthWhatItReachesAlsoAmongFewPeople() {
    List<Influencer> three =
        List.of(
            account("a", 9_000, 1_000).price(1, "USD").build(),
            account("b", 9_000, 1_000).price(1, "USD").build(),
            account("c", 9_000, 1_000).price(1, "USD").build());
    for (int i = 0; i < 3; i++) {
      DealPlanner planner =
          DealPlanner.builder(Cases.scorer(1))
              .universe(2_500)
              .overlap(0.5, "a", "b")
              .overlap(0.5, "a", "c")
              .mustInclude(three.get(i).id())
              .build();
      double alone = planner.forecast(three.get(i)).engagedAudience().value();
      assertEquals(alone, planner.plan(three).value().value(), 1e-6);
    }
  }
}
