package io.github.tierwise.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.ProfileColumns;
import io.github.tierwise.score.Ranking;
import io.github.tierwise.score.Scorer;
import io.github.tierwise.tier.TierPolicies;
import io.github.tierwise.tier.TierPolicy;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TopStudyTest {

  private static final TierPolicy IMPACT = TierPolicies.published("impact");
  private static final TierPolicy FORBES = TierPolicies.published("forbes");

  private static Scorer scorer() {
    return Scorer.builder(BrandProfile.builder().budget(300, "USD").build())
        .requireTier("micro")
        .build();
  }

  @Property(tries = 10)
  void everyListIsThatOfAScorerWithTheDefinition(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int k) {
    ProfileColumns columns = Accounts.columns(seed, 600);
    List<TierPolicy> definitions = Accounts.definitions();
    TopStudy study = TopStudy.of(scorer(), k, columns, definitions);
    assertEquals(
        definitions.stream().filter(policy -> policy.knows("micro")).toList(), study.definitions());
    assertEquals(definitions.size(), study.definitions().size() + study.lacking().size());
    for (TierPolicy policy : study.definitions()) {
      Ranking ranking = scorer().toBuilder().tiers(policy).build().top(k, columns);
      assertEquals(ranking.entries().stream().map(Ranking.Entry::row).toList(), study.rows(policy));
      assertEquals(ranking.eligible(), study.eligible(policy));
    }
    for (TierPolicy first : study.definitions()) {
      for (TierPolicy second : study.definitions()) {
        TopStudy.Change change = study.change(first, second);
        Set<Integer> common = new HashSet<>(study.rows(first));
        common.retainAll(study.rows(second));
        assertEquals(common.size(), change.common());
        assertEquals(change.tauB(), study.change(second, first).tauB(), 1e-12);
        if (first == second && change.firstSize() > 1) {
          assertEquals(1, change.overlap());
          assertEquals(0, change.changed());
          assertEquals(1, change.tauB(), 1e-12);
        }
      }
    }
  }

  @Test
  void aListOfMoreThanABlockIsThatOfAScorerToo() {
    ProfileColumns columns = Accounts.columns(5, 3_000);
    for (TierPolicy policy : List.of(IMPACT, new Accounts.ByMeasure(Measure.VIEWS, 2_000))) {
      TopStudy study = TopStudy.of(scorer(), 1_000, columns, List.of(policy));
      Ranking ranking = scorer().toBuilder().tiers(policy).build().top(1_000, columns);
      assertEquals(ranking.entries().stream().map(Ranking.Entry::row).toList(), study.rows(policy));
    }
  }

  @Test
  void partsAreOneList() {
    ProfileColumns whole = Accounts.columns(3, 900);
    TopStudy.Builder builder = TopStudy.builder(scorer(), 10, List.of(IMPACT, FORBES));
    for (int start = 0; start < 900; start += 300) {
      builder.add(ProfileColumns.copyOf(Accounts.some(3, 900).subList(start, start + 300)));
    }
    TopStudy parts = builder.build();
    TopStudy once = TopStudy.of(scorer(), 10, whole, List.of(IMPACT, FORBES));
    assertEquals(once.rows(IMPACT), parts.rows(IMPACT));
    assertEquals(once.rows(FORBES), parts.rows(FORBES));
    assertEquals(once.rows(FORBES), builder.build().rows(FORBES), "building changes nothing");
    assertEquals("top 10 by impact, forbes", parts.toString());
    TopStudy one = TopStudy.of(scorer(), 1, whole, List.of(IMPACT));
    assertEquals(once.rows(IMPACT).subList(0, 1), one.rows(IMPACT));
  }

  @Test
  void overlapAndTauAreWorkedByHand() {
    // Best first: 0 1 2 by the one, 1 3 by the other, whose last places are shared.
    TopStudy.Change change = new TopStudy.Change("a", "b", 3, 3, 2, 1, -0.5);
    assertEquals(1 / 3.0, change.overlap());
    assertEquals(1 - 1 / 3.0, change.changed());
    assertEquals("top 3 by a and b: 67% of it changes, tau-b -0.50", change.toString());
    TopStudy.Change nobody = new TopStudy.Change("a", "b", 3, 0, 0, 0, Double.NaN);
    assertTrue(Double.isNaN(nobody.overlap()));
    assertEquals("top 3 by a and b: nobody qualifies by either", nobody.toString());
    assertTrue(
        new TopStudy.Change("a", "b", 3, 1, 0, 0, Double.NaN).toString().endsWith("undefined"));
    double[] x = {0, 1, 2, 3};
    double[] y = {3, 0, 3, 1};
    // Pairs: 01 -, 02 tied, 03 -, 12 +, 13 +, 23 -; 6 untied by x, 5 by y.
    assertEquals(-1 / Math.sqrt(30), Coefficients.tauB(x, y), 1e-15);
  }

  @Test
  void mistakesAreNamed() {
    ProfileColumns columns = Accounts.columns(1, 10);
    Scorer any = Scorer.of(BrandProfile.builder().budget(300, "USD").build());
    assertEquals(
        "scorer must require a tier, was for any tier",
        message(() -> TopStudy.of(any, 5, columns, List.of(IMPACT))));
    assertEquals(
        "k must be >= 1, was 0", message(() -> TopStudy.of(scorer(), 0, columns, List.of(IMPACT))));
    Scorer vip = any.toBuilder().requireTier("VIP").build();
    assertEquals(
        "tier must be one that a definition has, was VIP",
        message(() -> TopStudy.of(vip, 5, columns, List.of(IMPACT, FORBES))));
    TopStudy study = TopStudy.of(scorer(), 5, columns, List.of(IMPACT));
    assertEquals(
        "definition must be one of the study's, was forbes", message(() -> study.rows(FORBES)));
  }

  private static String message(Runnable mistake) {
    return assertThrows(IllegalArgumentException.class, mistake::run).getMessage();
  }
}
