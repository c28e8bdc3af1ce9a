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
import io.github.tierwise.score.Scorer;
import io.github.tierwise.tier.CommonTier;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class EntryPriceTest {

  private static final double STEP = 0.001;

  private static Influencer account(String id, double followers, double likes, double price) {
    return Influencer.builder(id, Platform.INSTAGRAM)
        .followers(followers)
        .likes(likes)
        .comments(0)
        .price(price, "USD")
        .build();
  }

  /** Whether a deal has an account once it asks for so much; not if no deal keeps the rules. */
  private static boolean isIn(
      DealPlanner planner, List<Influencer> accounts, int at, double price) {
    List<Influencer> asked = new ArrayList<>(accounts);
    String id = accounts.get(at).id();
    asked.set(at, accounts.get(at).toBuilder().price(price, "USD").build());
    try {
      return planner.plan(asked).people().stream().anyMatch(person -> person.id().equals(id));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Property(tries = 150)
  void plannedAgainAtThatPriceADealHasTheAccountAndAStepAboveItHasNot(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int size, @ForAll With with) {
    Cases cases = new Cases(seed, size, with);
    DealPlanner planner = cases.planner().build();
    Deal deal;
    try {
      deal = planner.plan(cases.accounts);
    } catch (IllegalArgumentException e) {
      return;
    }
    for (int at = 0; at < Math.min(size, 6); at++) {
      Estimate entry = deal.entryPrice(cases.accounts.get(at).id());
      if (entry.isKnown()) {
        assertTrue(isIn(planner, cases.accounts, at, entry.value()));
        assertTrue(isIn(planner, cases.accounts, at, entry.value() / 3));
        assertFalse(isIn(planner, cases.accounts, at, entry.high() + STEP));
      } else if (!deal.whyNot(cases.accounts.get(at).id()).note().contains("as good")) {
        assertFalse(isIn(planner, cases.accounts, at, 0));
      }
    }
  }

  @Property(tries = 150)
  void thePriceIsThatOfTryingEverySet(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int size, @ForAll With with) {
    Cases cases = new Cases(seed, size, with);
    Deal deal;
    try {
      deal = cases.planner().build().plan(cases.accounts);
    } catch (IllegalArgumentException e) {
      return;
    }
    for (int at = 0; at < size; at++) {
      Estimate entry = deal.entryPrice(cases.accounts.get(at).id());
      String told = deal.whyNot(cases.accounts.get(at).id()).note();
      // Sets that are worth the same but for rounding are so, or one of them is worth more.
      long surely = cases.entryPrice(at, 1e-9);
      long perhaps = cases.entryPrice(at, -1e-9);
      long low = entry.isKnown() ? Money.price(entry.value()) : -1;
      long high = entry.isKnown() ? Money.price(entry.high()) : perhaps;
      assertTrue(surely <= low && low <= high && high <= perhaps, told);
      assertTrue(surely < perhaps || low == high, told);
    }
  }

  @Property(tries = 40)
  void ofManyAccountsThePriceIsBounded(@ForAll long seed, @ForAll With with) {
    Cases cases = new Cases(seed, 50, with);
    Deal deal;
    try {
      deal = cases.planner().build().plan(cases.accounts);
    } catch (IllegalArgumentException e) {
      return;
    }
    for (int at = 0; at < 5; at++) {
      Influencer account = cases.accounts.get(at);
      Estimate entry = deal.entryPrice(account.id());
      if (entry.isKnown() && deal.exact()) {
        boolean isIn = deal.people().stream().anyMatch(p -> p.id().equals(account.id()));
        double price = deal.shortlist.candidates.get(account.id()).forecast().cost().value();
        assertTrue(isIn ? price <= entry.high() : price > entry.value(), account.id());
      }
    }
  }

  private static final List<Influencer> FOUR =
      List.of(
          account("ana", 20_000, 500, 100),
          account("ben", 20_000, 400, 100),
          account("cem", 700_000, 2_000, 300),
          account("eve", 700_000, 1_000, 290));

  private static String told(DealPlanner.Builder planner, List<Influencer> accounts, String id) {
    String note = planner.build().plan(accounts).whyNot(id).note();
    return note.substring(note.lastIndexOf("; ") + 2);
  }

  private static DealPlanner.Builder planner(double budget) {
    return DealPlanner.builder(Cases.scorer(budget));
  }

  /** 2,900 without "eve", who brings 1,000 and so needs "cem" beside her. */
  @Test
  void theSwapIsToldWithThePrice() {
    Deal deal = planner(520).build().plan(FOUR);
    assertEquals(
        "eve would come, cem would leave: worth 34% less; it would come in at 220 USD or less",
        deal.whyNot("eve").note());
    assertEquals(Estimate.exact(220), deal.entryPrice("eve"));
    assertTrue(deal.whyNot("eve").holds());
  }

  @Test
  void whoIsInADealStaysUpToAPrice() {
    // "cem" alone brings more than all others.
    assertEquals("it stays in at 520 USD or less", told(planner(520), FOUR, "cem"));
    assertEquals("it stays in at 220 USD or less", told(planner(520), FOUR, "ana"));
    // Whoever must be in it may take all that the others who must be in it leave.
    assertEquals(
        "it stays in at 230 USD or less",
        told(planner(520).mustInclude("ana", "eve"), FOUR, "ana"));
    assertEquals(
        "it stays in at 1,000 USD or less",
        told(
            planner(1_000).atLeast(1, CommonTier.MACRO).mustExclude("eve"),
            List.of(account("ana", 20_000, 5_000, 900), account("cem", 700_000, 0, 100)),
            "cem"));
  }

  @Test
  void whoIsTooDearOrHasNoPriceMayComeInAtAnother() {
    List<Influencer> dear = new ArrayList<>(FOUR);
    dear.set(3, account("eve", 700_000, 1_000, 9_000));
    assertEquals("it would come in at 220 USD or less", told(planner(520), dear, "eve"));
    Scorer euros = Scorer.of(BrandProfile.builder().budget(50.0125, "EUR").build());
    Influencer unquoted =
        Influencer.builder("b", Platform.INSTAGRAM).followers(9_000).likes(60).comments(0).build();
    assertEquals(
        "it would come in at 50.012 EUR or less",
        told(DealPlanner.builder(euros), List.of(unquoted), "b"));
    assertEquals(
        "no price changes that: what it brings is unknown",
        told(
            DealPlanner.builder(euros),
            List.of(Influencer.builder("b", Platform.INSTAGRAM).followers(9_000).build()),
            "b"));
    assertEquals(
        "no price changes that: atMost macro must be >= 1, the accounts that must be in the deal,"
            + " was 0",
        told(planner(520).atMost(0, CommonTier.MACRO), dear, "eve"));
    // Nobody asked what it has in common with others, since nobody could pay it.
    assertTrue(
        told(
                planner(520)
                    .overlap(0.7, "eve", "cem")
                    .overlap(0.6, "ana", "eve", "cem")
                    .overlap(0.6, "eve", "cem"),
                dear,
                "eve")
            .startsWith("people whom more than two accounts share"));
  }

  @Test
  void whatIsNoMatterOfPriceIsNotChangedByOne() {
    assertEquals(
        "cannot be chosen: it must not be included; no price changes that",
        planner(520).mustExclude("ana").build().plan(FOUR).whyNot("ana").note());
    assertEquals(
        "no price changes that", told(planner(520).atMost(0, CommonTier.MACRO), FOUR, "cem"));
    assertEquals(
        "no price would bring it in",
        told(
            planner(500).maxPeople(1),
            List.of(account("ana", 20_000, 500, 100), account("ben", 20_000, 499, 100)),
            "ben"));
  }

  @Test
  void whoIsAsGoodAsAnotherIsSaidToBe() {
    List<Influencer> same =
        List.of(account("ana", 20_000, 500, 100), account("ben", 20_000, 500, 100));
    Deal deal = planner(150).build().plan(same);
    assertEquals(new Estimate(50, 50, 150), deal.entryPrice("ben"));
    assertTrue(
        deal.whyNot("ben")
            .note()
            .endsWith(
                "; it would come in at 50.00 USD or less, up to 150 USD a deal with it is as good"));
    List<Influencer> nothing =
        List.of(account("ana", 20_000, 500, 100), account("zoe", 20_000, 0, 10));
    assertEquals(
        "no price makes a deal with it better, up to 50.00 USD one is as good",
        told(planner(150), nothing, "zoe"));
    assertFalse(planner(150).build().plan(nothing).entryPrice("zoe").isKnown());
  }

  @Test
  void ofHardCasesThePriceIsBoundedAndSaidNotToBeProven() {
    Deal deal = planner(3_333).build().plan(Cases.hard(60));
    assertFalse(deal.exact());
    String id =
        Cases.hard(60).stream()
            .map(Influencer::id)
            .filter(each -> deal.people().stream().noneMatch(p -> p.id().equals(each)))
            .findFirst()
            .orElseThrow();
    Estimate entry = deal.entryPrice(id);
    assertTrue(entry.low() < entry.high(), entry::toString);
    assertTrue(deal.whyNot(id).note().endsWith(" not; between is not proven"));
  }

  @Test
  void onlyCandidatesHaveAPrice() {
    Deal deal = planner(520).build().plan(FOUR);
    assertEquals(
        "id must be one of the candidates', was zoe",
        assertThrows(IllegalArgumentException.class, () -> deal.entryPrice("zoe")).getMessage());
    assertEquals(
        "id", assertThrows(NullPointerException.class, () -> deal.entryPrice(null)).getMessage());
  }
}
