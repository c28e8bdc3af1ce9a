package io.github.tierwise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.tier.TierPolicies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TiersCommandTest {

  @Test
  void allDefinitionsAreListedWithTheirSources() {
    Run run = Run.of("tiers");
    assertEquals(0, run.code());
    for (String id : TierPolicies.publishedIds()) {
      assertTrue(run.out().lines().anyMatch(id::equals), id);
    }
    assertTrue(run.out().contains("IAB UK"));
    assertTrue(run.out().endsWith("in use unless said otherwise: iab-uk\n"), run.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"48200", "48,200", "48.2k"})
  void countsAreReadAsPeopleWriteThem(String count) {
    Run run = Run.of("tiers", count);
    assertEquals(0, run.code());
    assertTrue(run.out().startsWith("48,200 followers on Instagram, by "), run.out());
    assertTrue(run.out().contains("iab-uk (10,000 to below 50,000)"), run.out());
  }

  @Test
  void answersAreGroupedMostFrequentFirst() {
    Run run = Run.of("tiers", "500", "--platform", "yt");
    assertTrue(run.out().startsWith("500 followers on YouTube, by "), run.out());
    assertTrue(run.out().contains("unclassified: "), run.out());
    assertTrue(
        run.out().replaceAll("\\s+", " ").contains("iab-uk (below the floor of 1,000 followers)"),
        run.out());
  }

  @Test
  void whatIsNoCountIsWrongUsage() {
    Run run = Run.of("tiers", "many");
    assertEquals(2, run.code());
    assertTrue(
        run.err().contains("followers must be a number >= 0, such as 48200 or 48.2k, was \"many\""),
        run.err());
    assertEquals(2, Run.of("tiers", "5", "--platform", "myspace").code());
  }
}
