package io.github.tierwise.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.engagement.EngagementModels;
import io.github.tierwise.explain.Explanation;
import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.CompanySize;
import io.github.tierwise.profile.Goal;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Priority;
import io.github.tierwise.profile.ProfileColumns;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The six guarantees, for any brand and any account. */
class GuaranteesTest {

  private static final Set<Measure> INTERACTIONS =
      EnumSet.of(
          Measure.LIKES,
          Measure.COMMENTS,
          Measure.SHARES,
          Measure.SAVES,
          Measure.ENGAGEMENTS,
          Measure.LEVEL);

  @Provide
  Arbitrary<Scorer> scorers() {
    Arbitrary<BrandProfile> brands =
        Combinators.combine(
                Arbitraries.doubles().between(50, 5e6).injectNull(0.2),
                Arbitraries.of(CompanySize.values()).injectNull(0.3),
                Arbitraries.of(Goal.values()).injectNull(0.3),
                Arbitraries.of(true, false).injectNull(0.3),
                Arbitraries.integers().between(0, 3),
                Arbitraries.doubles().between(0.1, 5),
                Arbitraries.of(Priority.values()))
            .as(
                (budget, size, goal, presence, targets, factor, priority) -> {
                  BrandProfile.Builder brand = BrandProfile.builder();
                  if (budget != null) {
                    brand.budget(budget, "USD");
                  }
                  if (size != null) {
                    brand.size(size);
                  }
                  if (goal != null) {
                    brand.goal(goal);
                  }
                  if (presence != null) {
                    brand.ownPresence(presence);
                  }
                  if (targets > 0) {
                    brand.topic("vegan", 1);
                  }
                  if (targets > 1) {
                    brand.audience("country", "de", 1).audience("country", "at", 0.4);
                  }
                  return brand.priority(priority, factor).build();
                });
    return brands.map(Scorer::of);
  }

  @Provide
  Arbitrary<Influencer> accounts() {
    Arbitrary<Double> counts =
        Arbitraries.oneOf(
                Arbitraries.integers().between(0, 100).map(Integer::doubleValue),
                Arbitraries.longs().between(0, 2_000_000_000L).map(Long::doubleValue),
                // As many in each decade.
                Arbitraries.doubles().between(0, 9).map(log -> Math.floor(Math.pow(10, log))))
            .injectNull(0.2);
    Arbitrary<List<Double>> measures = counts.list().ofSize(Measure.values().length);
    Arbitrary<Double> shares = Arbitraries.doubles().between(0, 1).injectNull(0.4);
    return Combinators.combine(
            Arbitraries.frequency(
                net.jqwik.api.Tuple.of(5, Platform.INSTAGRAM),
                net.jqwik.api.Tuple.of(4, Platform.TIKTOK),
                net.jqwik.api.Tuple.of(3, Platform.YOUTUBE),
                net.jqwik.api.Tuple.of(1, Platform.LINKEDIN)),
            measures,
            shares,
            shares,
            Arbitraries.of("de", "us", "at").injectNull(0.5))
        .as(
            (platform, numbers, topic, country, label) -> {
              Influencer.Builder account = Influencer.builder("x", platform);
              for (Measure measure : Measure.values()) {
                Double number = numbers.get(measure.ordinal());
                account.set(measure, number == null ? Double.NaN : number);
              }
              Double price = numbers.get(Measure.PRICE.ordinal());
              if (price != null) {
                account.price(price, "USD");
              }
              Double level = numbers.get(Measure.LEVEL.ordinal());
              if (level != null) {
                // As if its posts had been read.
                Double open = numbers.get(Measure.LEVEL_OPEN.ordinal());
                account.level(
                    EngagementModels.standard(platform).formula(),
                    level % 40,
                    0.3,
                    0.9,
                    open == null ? 0 : open % 2);
              }
              if (topic != null) {
                account.topic("vegan", topic);
              }
              if (country != null) {
                account.audience("country", "de", country);
              }
              if (label != null) {
                account.label("country", label);
              }
              return account.build();
            });
  }

  @Property
  void reasonsAddUp(@ForAll("scorers") Scorer scorer, @ForAll("accounts") Influencer account) {
    Score score = scorer.score(account);
    double sum = 0.0;
    for (Score.Contribution contribution : score.contributions()) {
      sum += contribution.points();
    }
    assertEquals(score.value(), sum);
    Explanation why = scorer.explain(account);
    assertEquals(score.value(), why.value());
    assertTrue(why.holds());
    assertEquals(score.value(), scorer.value(account));
    assertTrue(0 <= score.low() && score.low() <= score.value());
    assertTrue(score.value() <= score.high() && score.high() <= 100);
  }

  @Property(tries = 1_000)
  void boughtFollowersNeverPay(
      @ForAll("scorers") Scorer scorer,
      @ForAll("accounts") Influencer account,
      @ForAll @DoubleRange(min = 1, max = 50) double factor) {
    assertTrue(scorer.boughtFollowersNeverPay());
    double before = scorer.value(account);
    for (double followers :
        new double[] {account.followers() + 1, Math.ceil(account.followers() * factor)}) {
      Influencer bought = account.toBuilder().followers(followers).build();
      assertTrue(scorer.value(bought) <= before, () -> account + " with " + followers);
    }
  }

  @Property(tries = 1_000)
  void moreEngagementNeverHurts(
      @ForAll("scorers") Scorer scorer,
      @ForAll("accounts") Influencer account,
      @ForAll @DoubleRange(min = 1, max = 50) double factor) {
    double before = scorer.value(account);
    for (Measure measure : INTERACTIONS) {
      double count = account.get(measure);
      if (!Double.isNaN(count)) {
        for (double more : new double[] {count + 1, Math.min(1e12, Math.ceil(count * factor))}) {
          double after = scorer.value(account.toBuilder().set(measure, more).build());
          assertTrue(after >= before, () -> account + " with " + more + " " + measure.label());
        }
      }
    }
  }

  @Property
  void unknownIsNotZero(@ForAll("scorers") Scorer scorer, @ForAll("accounts") Influencer account) {
    for (Score.Contribution contribution : scorer.score(account).contributions()) {
      if (contribution.assumed()) {
        assertEquals(0, contribution.low());
        assertTrue(contribution.high() > contribution.points());
        assertTrue(contribution.points() > 0);
      }
    }
    // Of an account of which nothing is known, every contribution is assumed and keeps its weight.
    Score nothing = scorer.score(Influencer.builder("x", Platform.INSTAGRAM).build());
    assertTrue(nothing.contributions().stream().allMatch(Score.Contribution::assumed));
    assertEquals(0, nothing.low());
    assertEquals(100, nothing.high());
    assertEquals(
        scorer.weights().stream().mapToDouble(Scorer.Weight::points).sum(),
        nothing.contributions().stream().mapToDouble(Score.Contribution::weight).sum());
  }

  @Property
  void anUnknownPartOfPostsMovesNoScoreAndOpensItsRangeAbove(
      @ForAll("scorers") Scorer scorer,
      @ForAll("accounts") Influencer account,
      @ForAll @DoubleRange(max = 2) double more) {
    double open = account.get(Measure.LEVEL_OPEN);
    Influencer less = account.toBuilder().set(Measure.LEVEL_OPEN, open + more).build();
    Score before = scorer.score(account);
    Score after = scorer.score(less);
    assertEquals(before.value(), after.value());
    assertEquals(before.low(), after.low());
    assertTrue(before.high() <= after.high());
    boolean flagged = after.flags().stream().anyMatch(f -> f.code().equals("engagements-at-least"));
    assertTrue(flagged || !(open + more > 0), () -> less.toString());
  }

  @Property
  void hidingTheCountsOfAnAverageAccountDoesNotPay(
      @ForAll("scorers") Scorer scorer,
      @ForAll @IntRange(min = 10_000, max = 50_000_000) int followers) {
    // One that has what is expected for its size; 0.02 is above the curve's flat end.
    Influencer open =
        Influencer.builder("x", Platform.INSTAGRAM)
            .followers(followers)
            .likes(followers * 0.025)
            .comments(0)
            .build();
    Influencer hidden = open.toBuilder().likes(Double.NaN).comments(Double.NaN).build();
    assertTrue(scorer.value(hidden) <= scorer.value(open));
  }

  @Property
  void everyWayOfScoringGivesTheSameBits(
      @ForAll("scorers") Scorer scorer,
      @ForAll @Size(min = 1, max = 40) List<@net.jqwik.api.From("accounts") Influencer> accounts,
      @ForAll @IntRange(max = 40) int cut) {
    ProfileColumns columns = ProfileColumns.copyOf(accounts);
    int split = Math.min(cut, accounts.size());
    double[] out = new double[accounts.size()];
    scorer.score(columns, 0, split, out);
    scorer.score(columns, split, accounts.size(), out);
    for (int row = 0; row < out.length; row++) {
      double one = scorer.value(accounts.get(row));
      assertEquals(one, out[row]);
      assertEquals(one, scorer.score(columns.get(row)).value());
    }
  }

  @Property
  void droppingACandidateChangesNoOtherScore(
      @ForAll("scorers") Scorer scorer,
      @ForAll @Size(min = 2, max = 20) List<@net.jqwik.api.From("accounts") Influencer> accounts) {
    List<Influencer> fewer = new ArrayList<>(accounts);
    fewer.remove(accounts.size() / 2);
    List<Double> before =
        scorer.rank(accounts).entries().stream()
            .filter(entry -> entry.row() != accounts.size() / 2)
            .map(entry -> entry.score().value())
            .toList();
    List<Double> after =
        scorer.rank(fewer).entries().stream().map(entry -> entry.score().value()).toList();
    assertEquals(before, after);
  }

  @Property
  void anIneligibleAccountIsNeverRanked(
      @ForAll("scorers") Scorer scorer,
      @ForAll @Size(max = 30) List<@net.jqwik.api.From("accounts") Influencer> accounts) {
    Ranking ranking = scorer.rank(accounts);
    assertEquals(accounts.size(), ranking.size());
    for (Ranking.Entry entry : ranking.entries()) {
      assertTrue(entry.score().eligible());
    }
    for (Influencer account : accounts) {
      Score score = scorer.score(account);
      if (!score.eligible()) {
        assertFalse(score.failures().get(0).text().isBlank());
      }
    }
  }

  @Property
  void differencesAndChangesAddUp(
      @ForAll("scorers") Scorer scorer,
      @ForAll("accounts") Influencer first,
      @ForAll("accounts") Influencer second) {
    double difference = scorer.value(first) - scorer.value(second);
    Explanation why = scorer.difference(first, second);
    assertEquals(difference, why.value());
    assertTrue(why.holds());
    Explanation change = scorer.change(second, first);
    assertEquals(difference, change.value());
    assertTrue(change.holds());
  }
}
