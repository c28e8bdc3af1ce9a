package io.github.tierwise.tier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.Serial;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Profile;
import io.github.tierwise.profile.ProfileColumns;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TierPoliciesTest {

  private static final double NONE = Double.POSITIVE_INFINITY;

  private static Profile account(double followers) {
    return account(Platform.INSTAGRAM, followers);
  }

  private static Profile account(Platform platform, double followers) {
    return Influencer.builder("x", platform).followers(followers).build();
  }

  /** Each edge, one below and one above; bounds as stated by the sources. */
  @ParameterizedTest
  @CsvSource({
    "impact, 999, unclassified",
    "impact, 1000, micro",
    "impact, 1001, micro",
    "impact, 99999, micro",
    "impact, 100000, unclassified",
    "impact, 100001, unclassified",
    "forbes, 9999, unclassified",
    "forbes, 10000, micro",
    "forbes, 10001, micro",
    "forbes, 499999, micro",
    "forbes, 500000, unclassified",
    "forbes, 500001, unclassified",
    "iab-uk, 0, unclassified",
    "iab-uk, 999, unclassified",
    "iab-uk, 1000, nano",
    "iab-uk, 1001, nano",
    "iab-uk, 9999, nano",
    "iab-uk, 10000, micro",
    "iab-uk, 10001, micro",
    "iab-uk, 49999, micro",
    "iab-uk, 50000, mid",
    "iab-uk, 50001, mid",
    "iab-uk, 499999, mid",
    "iab-uk, 500000, macro",
    "iab-uk, 500001, macro",
    "iab-uk, 999999, macro",
    "iab-uk, 1000000, top",
    "iab-uk, 1000001, top",
    "iab-uk, 4999999, top",
    "iab-uk, 5000000, VIP",
    "iab-uk, 5000001, VIP"
  })
  void publishedDefinitionsAnswerAtEveryEdge(String id, double followers, String label) {
    assertEquals(label, TierPolicies.published(id).classify(account(followers)).label());
  }

  @Test
  void publishedDefinitionsAreNamedAndCiteTheirSource() {
    assertEquals(List.of("impact", "forbes"), TierPolicies.publishedIds().subList(0, 2));
    assertSame(TierPolicies.published("iab-uk"), TierPolicies.standard());
    assertTrue(TierPolicies.published("forbes").source().startsWith("Forbes, 2019: "));
    assertEquals(
        List.of(1, 2, 3, 4, 5, 6),
        TierPolicies.standard().tiers().stream().map(Tier::order).toList());
    assertMessage(
        "definition must be one of the 81 in TierPolicies.publishedIds(), such as forbes, was fobres",
        () -> TierPolicies.published("fobres"));
  }

  @Test
  void unclassifiedSaysWhy() {
    TierPolicy policy =
        TierPolicies.ranges("gappy").tier("small", 100, 200).tier("big", 500, 1_000).build();
    assertEquals(
        "unclassified: below the floor of 100 followers", policy.classify(account(99)).toString());
    assertEquals(
        "unclassified: in a gap of the definition, from 200 to below 500 followers",
        policy.classify(account(200)).toString());
    assertEquals(
        "unclassified: above the ceiling of 1,000 followers",
        policy.classify(account(1_000)).toString());
    assertEquals(
        "unclassified: cannot tell, followers are unknown",
        policy.classify(account(Double.NaN)).toString());
    assertEquals("small (100 to below 200)", policy.classify(account(100)).toString());
    assertEquals(
        "all (any number of followers)",
        new Tier("x", "all", 1, CommonTier.NONE, 0, NONE).toString());
  }

  @Test
  void whereBandsOverlapTheFirstAnswers() {
    TierPolicy policy =
        TierPolicies.ranges("overlap")
            .tier("a", 0, 100)
            .tier("b", 50, 200)
            .tier("c", 60, NONE)
            .build();
    assertEquals("a", policy.classify(account(0)).label());
    assertEquals("a", policy.classify(account(99)).label());
    assertEquals("b", policy.classify(account(100)).label());
    assertEquals("c", policy.classify(account(1e9)).label());
  }

  @Test
  void aPlatformWithBandsOfItsOwnUsesOnlyThese() {
    TierPolicy policy =
        TierPolicies.ranges("split")
            .source("somewhere")
            .tier("macro", 500_000, 1e6)
            .tier(Platform.YOUTUBE, "macro", 250_000, 1e6)
            .tier(Platform.TIKTOK, "huge", CommonTier.MEGA, 750_000, NONE)
            .build();
    assertEquals("macro", policy.classify(account(Platform.YOUTUBE, 300_000)).label());
    assertEquals("unclassified", policy.classify(account(Platform.INSTAGRAM, 300_000)).label());
    assertEquals("unclassified", policy.classify(account(Platform.TIKTOK, 600_000)).label());
    assertTrue(policy.matches(policy.classify(account(Platform.TIKTOK, 800_000)), "mega"));
    assertEquals(List.of(1, 1, 2), policy.tiers().stream().map(Tier::order).toList());
    TierPolicy youTubeOnly =
        TierPolicies.ranges("youtube").tier(Platform.YOUTUBE, "macro", 250_000, 1e6).build();
    assertEquals(
        "unclassified: cannot tell, the definition has no tiers for TikTok",
        youTubeOnly.classify(account(Platform.TIKTOK, 300_000)).toString());
    assertEquals(
        "unclassified: cannot tell, needs the platform, the definition has tiers for YouTube",
        youTubeOnly.classify(account(Platform.OTHER, 300_000)).toString());
    assertEquals(policy, Serial.copy(policy));
  }

  @Test
  void answersAreMadeOnceWithThePolicy() {
    for (String id : TierPolicies.publishedIds()) {
      TierPolicy policy = TierPolicies.published(id);
      for (double followers : new double[] {0, 5_000, 75_000, 2e6, Double.NaN}) {
        Classification answer = policy.classify(account(followers));
        assertSame(answer, policy.classify(account(followers)));
        assertTrue(policy.outcomes().stream().anyMatch(outcome -> outcome == answer));
      }
    }
  }

  @Test
  void aRangeOfRowsAnswersWithPositionsInTheOutcomes() {
    TierPolicy policy = TierPolicies.standard();
    ProfileColumns columns =
        ProfileColumns.builder(Platform.X, new double[] {5_000, 2e6, Double.NaN, 60_000}).build();
    int[] out = new int[5];
    policy.classify(columns, 1, 4, out, 2);
    assertEquals("top", policy.outcomes().get(out[2]).label());
    assertEquals("unclassified", policy.outcomes().get(out[3]).label());
    assertEquals("mid", policy.outcomes().get(out[4]).label());
  }

  @Test
  void aTierIsFoundByItsLabelElseByItsCommonName() {
    TierPolicy policy = TierPolicies.standard();
    Classification vip = policy.classify(account(6e6));
    assertTrue(policy.matches(vip, "vip"));
    assertTrue(policy.matches(vip, "MEGA"));
    assertFalse(policy.matches(vip, "top"));
    assertFalse(policy.matches(policy.classify(account(1)), "nano"));
    assertTrue(policy.knows("mega"));
    assertFalse(policy.knows("giga"));
    // "macro" is a label here: the common name of another tier does not count.
    TierPolicy odd =
        TierPolicies.ranges("odd")
            .tier("macro", CommonTier.MICRO, 0, 10)
            .tier("rest", CommonTier.MACRO, 10, 20)
            .build();
    assertTrue(odd.matches(odd.classify(account(5)), "macro"));
    assertFalse(odd.matches(odd.classify(account(15)), "macro"));
  }

  @Test
  void aDefinitionOfYourOwnHasNoCitationAndNoDisputedEdge() {
    TierPolicy own = TierPolicies.ranges("own").tier("micro", 1_000, 2_000).build();
    assertTrue(own.citation().isEmpty());
    assertTrue(own.disputedEdges(Platform.X).isEmpty());
    assertEquals("own definition", own.source());
  }

  @Test
  void errorsNameTheBoundTheRuleAndTheValue() {
    assertMessage(
        "max of micro must be > min 10, was 10",
        () -> TierPolicies.ranges("x").tier("micro", 10, 10));
    assertMessage(
        "min of micro must be a finite number >= 0, was -1",
        () -> TierPolicies.ranges("x").tier("micro", -1, 10));
    assertMessage(
        "label must not be blank, was \" \"", () -> TierPolicies.ranges("x").tier(" ", 0, 1));
    assertMessage(
        "definition x must have >= 1 tier, was 0", () -> TierPolicies.ranges("x").build());
    assertMessage("id must not be blank, was \"\"", () -> TierPolicies.ranges(""));
    assertMessage("order must be >= 1, was 0", () -> new Tier("x", "a", 0, CommonTier.NONE, 0, 1));
  }

  private static void assertMessage(String message, Runnable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }

  @Test
  void followersDecideAloneBetweenTheBounds() {
    assertEquals(
        Optional.of(List.of(1_000.0, 100_000.0)),
        TierPolicies.published("impact").followerBounds(Platform.INSTAGRAM));
    TierPolicy own = TierPolicies.ranges("own").tier(Platform.X, "all", 0, NONE).build();
    assertEquals(Optional.of(List.of()), own.followerBounds(Platform.X));
    assertEquals(Optional.of(List.of()), own.followerBounds(Platform.TIKTOK));
    NullPointerException none =
        assertThrows(NullPointerException.class, () -> own.followerBounds(null));
    assertEquals("platform", none.getMessage());
  }
}
