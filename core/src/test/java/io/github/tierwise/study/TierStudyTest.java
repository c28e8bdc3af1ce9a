package io.github.tierwise.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.Models;
import io.github.tierwise.Serial;
import io.github.tierwise.engagement.EngagementModels;
import io.github.tierwise.explain.Estimate;
import io.github.tierwise.internal.Logs;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.ProfileColumns;
import io.github.tierwise.study.TierStudy.FollowerBand;
import io.github.tierwise.study.TierStudy.SizeSlope;
import io.github.tierwise.tier.Classification;
import io.github.tierwise.tier.CommonTier;
import io.github.tierwise.tier.Tier;
import io.github.tierwise.tier.TierPolicies;
import io.github.tierwise.tier.TierPolicy;
import io.github.tierwise.tier.Unclassified;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TierStudyTest {

  private static final TierPolicy IMPACT = TierPolicies.published("impact");
  private static final TierPolicy FORBES = TierPolicies.published("forbes");
  private static final List<CommonTier> NAMES =
      List.of(CommonTier.NANO, CommonTier.MICRO, CommonTier.MID, CommonTier.MACRO, CommonTier.MEGA);

  private static ProfileColumns instagram(double... followers) {
    return ProfileColumns.builder(Platform.INSTAGRAM, followers).build();
  }

  /** Everything that a study tells, as text. */
  private static String all(TierStudy study) {
    StringBuilder text = new StringBuilder(study.toString()).append(study.platforms());
    for (TierPolicy first : study.definitions()) {
      text.append(study.counts(first)).append(study.disputed(first));
      for (TierPolicy second : study.definitions()) {
        NAMES.forEach(
            name ->
                text.append(study.agreement(first, second, name).kappa())
                    .append(study.agreement(first, second, name)));
        Confusion confusion = study.confusion(first, second);
        text.append(confusion.weightedKappa()).append(confusion.adjustedRand());
      }
      for (Platform platform : Platform.values()) {
        TierEngagement engagement = study.engagement(first, platform);
        text.append(engagement).append(engagement.rows()).append(engagement.epsilonSquared());
      }
    }
    text.append(study.alpha(study.definitions()));
    for (Platform platform : Platform.values()) {
      text.append(study.bands(platform))
          .append(study.sizes(platform))
          .append(study.points(platform))
          .append(study.slope(platform).slope().value())
          .append(study.slope(platform).intercept());
    }
    return text.toString();
  }

  @Property(tries = 15)
  void everyTableIsWhatAskingEveryAccountGives(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 200) int count) {
    List<Influencer> accounts = Accounts.some(seed, count);
    List<TierPolicy> definitions = Accounts.definitions();
    TierStudy study = TierStudy.of(ProfileColumns.copyOf(accounts), definitions);
    assertEquals(count, study.accounts());
    for (TierPolicy first : definitions) {
      Map<Classification, Long> counts = study.counts(first);
      assertEquals(first.outcomes(), List.copyOf(counts.keySet()));
      for (Classification outcome : first.outcomes()) {
        assertEquals(
            accounts.stream().filter(a -> first.classify(a) == outcome).count(),
            counts.get(outcome));
      }
      assertEquals(
          accounts.stream()
              .filter(a -> first.disputedEdges(a.platform()).contains(a.followers()))
              .count(),
          study.disputed(first));
      for (TierPolicy second : definitions) {
        Confusion confusion = study.confusion(first, second);
        for (Classification row : first.outcomes()) {
          for (Classification column : second.outcomes()) {
            assertEquals(
                accounts.stream()
                    .filter(a -> first.classify(a) == row && second.classify(a) == column)
                    .count(),
                confusion.count(row, column));
          }
        }
        for (CommonTier name : NAMES) {
          checkAgreement(study.agreement(first, second, name), accounts, first, second);
        }
      }
    }
  }

  private static void checkAgreement(
      Agreement agreement, List<Influencer> accounts, TierPolicy first, TierPolicy second) {
    long[] cells = new long[5];
    for (Influencer account : accounts) {
      Classification a = first.classify(account);
      Classification b = second.classify(account);
      boolean untold =
          List.of(a, b).stream()
              .anyMatch(
                  each ->
                      each instanceof Unclassified none
                          && none.reason() == Unclassified.Reason.CANNOT_TELL);
      boolean one = a instanceof Tier tier && tier.common() == agreement.label();
      boolean two = b instanceof Tier tier && tier.common() == agreement.label();
      cells[untold ? 4 : (one ? 0 : 2) + (two ? 0 : 1)]++;
    }
    assertEquals(cells[0], agreement.both());
    assertEquals(cells[1], agreement.onlyFirst());
    assertEquals(cells[2], agreement.onlySecond());
    assertEquals(cells[3], agreement.neither());
    assertEquals(cells[4], agreement.unknown());
    double n = agreement.accounts();
    double byFirst = (cells[0] + cells[1]) / n;
    double bySecond = (cells[0] + cells[2]) / n;
    double chance = byFirst * bySecond + (1 - byFirst) * (1 - bySecond);
    double observed = (cells[0] + cells[3]) / n;
    if (agreement.kappa().isKnown()) {
      assertEquals((observed - chance) / (1 - chance), agreement.kappa().value(), 1e-9);
      assertEquals(observed, agreement.observed());
    } else {
      assertTrue(n == 0 || chance > 1 - 1e-12);
    }
  }

  @Property(tries = 10)
  void partsAddUpToTheWholeToTheLastBitInAnyOrder(
      @ForAll long seed,
      @ForAll @IntRange(min = 0, max = 1500) int count,
      @ForAll @IntRange(min = 0, max = 1500) int cut) {
    List<Influencer> accounts = Accounts.some(seed, count);
    List<TierPolicy> definitions = Accounts.definitions();
    String whole = all(TierStudy.of(ProfileColumns.copyOf(accounts), definitions));
    List<Influencer> shuffled = new ArrayList<>(accounts);
    Collections.shuffle(shuffled, new Random(seed));
    ProfileColumns columns = ProfileColumns.copyOf(shuffled);
    int at = Math.min(cut, count);
    TierStudy head = TierStudy.builder(definitions).add(columns, 0, at).build();
    TierStudy tail = TierStudy.builder(definitions).add(columns, at, count).build();
    assertEquals(whole, all(head.plus(tail)));
    assertEquals(whole, all(tail.plus(head)));
    TierStudy fromStreams = Serial.copy(tail).plus(Serial.copy(head));
    assertEquals(whole, all(fromStreams));
    assertEquals(head.plus(tail), fromStreams);
    assertTrue(count == 0 || !head.plus(head).equals(fromStreams) || at * 2 == count);
    TierStudy.Builder builder = TierStudy.builder(definitions).add(columns, at, count);
    assertEquals(all(tail), all(builder.build()));
    assertEquals(whole, all(builder.add(columns, 0, at).build()), "a builder goes on");
  }

  @Test
  void theSeedsTwoDefinitionsContestWhatLiesBetweenTheirBounds() {
    TierStudy study =
        TierStudy.of(
            instagram(500, 1_000, 9_999, 10_000, 99_999, 100_000, 499_999, 500_000, Double.NaN),
            IMPACT,
            FORBES);
    Agreement micro = study.agreement(IMPACT, FORBES, CommonTier.MICRO);
    assertEquals(2, micro.both());
    assertEquals(2, micro.onlyFirst());
    assertEquals(2, micro.onlySecond());
    assertEquals(2, micro.neither());
    assertEquals(1, micro.unknown());
    assertEquals(0, micro.kappa().value());
    assertFalse(micro.isOneSided());
    assertEquals("impact", micro.first());
    assertEquals("forbes", micro.second());
    assertEquals(
        "micro by impact and forbes: 2 both, 2 only impact, 2 only forbes, 2 neither, kappa 0.000",
        micro.toString());
    assertEquals(
        List.of("1,000 to below 10,000: 2 accounts", "100,000 to below 500,000: 2 accounts"),
        study.contested(Platform.INSTAGRAM).stream().map(FollowerBand::toString).toList());
    List<FollowerBand> bands = study.bands(Platform.INSTAGRAM);
    assertEquals(5, bands.size());
    assertEquals("500,000 and more: 1 account", bands.get(4).toString());
    assertEquals(1, bands.get(1).calling(CommonTier.MICRO));
    assertEquals(1, bands.get(1).without(Unclassified.Reason.BELOW_FLOOR));
    assertEquals(1, study.disputed(IMPACT), "exactly 100,000");
    List<FollowerBand> alone = study.bands(Platform.INSTAGRAM, List.of(IMPACT));
    assertEquals(3, alone.size());
    assertEquals(4, alone.get(1).accounts());
    assertEquals(List.of(), study.contested(Platform.INSTAGRAM, List.of(IMPACT)));
  }

  @Test
  void theConsensusMapIsWhatEveryDefinitionAnswers() {
    ProfileColumns columns = Accounts.columns(7, 2_000);
    TierStudy study =
        TierStudy.of(
            columns, TierPolicies.publishedIds().stream().map(TierPolicies::published).toList());
    assertEquals(TierPolicies.publishedIds().size(), study.definitions().size());
    for (Platform platform : List.of(Platform.INSTAGRAM, Platform.YOUTUBE)) {
      double end = 0;
      long accounts = 0;
      for (FollowerBand band : study.bands(platform)) {
        assertEquals(end, band.min());
        end = band.max();
        accounts += band.accounts();
        for (double followers : new double[] {band.min(), Math.nextDown(band.max())}) {
          Influencer account =
              Influencer.builder("x", platform).followers(Math.min(followers, 1e18)).build();
          for (int i = 0; i < study.definitions().size(); i++) {
            assertEquals(study.definitions().get(i).classify(account), band.answers().get(i));
          }
        }
        int named = 0;
        for (CommonTier name : CommonTier.values()) {
          named += band.calling(name);
        }
        for (Unclassified.Reason reason : Unclassified.Reason.values()) {
          named += band.without(reason);
        }
        assertEquals(study.definitions().size(), named);
      }
      assertEquals(Double.POSITIVE_INFINITY, end);
      assertEquals(study.slope(platform).platform(), platform);
      long known = study.sizes(platform).stream().mapToLong(TierStudy.SizeBin::accounts).sum();
      assertEquals(known, accounts);
    }
  }

  @Test
  void oneClassOnlyIsSaidToBeUndefined() {
    TierStudy study = TierStudy.of(instagram(5e6, 6e6, 7e6), IMPACT, FORBES);
    Agreement micro = study.agreement(IMPACT, FORBES, CommonTier.MICRO);
    assertEquals(Estimate.UNKNOWN, micro.kappa());
    assertTrue(Double.isNaN(micro.standardError()));
    assertEquals(1, micro.observed());
    assertTrue(micro.isOneSided());
    assertTrue(micro.toString().endsWith("kappa undefined"));
    Confusion confusion = study.confusion(IMPACT, FORBES);
    assertEquals(Estimate.UNKNOWN, confusion.weightedKappa());
    assertEquals(0, confusion.named());
    assertTrue(Double.isNaN(confusion.adjustedRand()));
    assertTrue(Double.isNaN(study.alpha(study.definitions())));
    assertEquals("impact by forbes: 3 accounts", confusion.toString());
    TierStudy all = TierStudy.of(instagram(2_000, 3_000), IMPACT, FORBES);
    assertTrue(all.agreement(IMPACT, FORBES, CommonTier.MICRO).isOneSided(), "all by the first");
    assertTrue(all.agreement(FORBES, IMPACT, CommonTier.MICRO).isOneSided(), "all by the second");
    TierStudy nobody = TierStudy.of(instagram(20, 2_000), IMPACT, FORBES);
    assertTrue(nobody.agreement(IMPACT, FORBES, CommonTier.MICRO).isOneSided(), "second: nobody");
    assertTrue(nobody.agreement(FORBES, IMPACT, CommonTier.MICRO).isOneSided(), "first: nobody");
    TierStudy every = TierStudy.of(instagram(20_000, 200_000), IMPACT, FORBES);
    assertTrue(every.agreement(IMPACT, FORBES, CommonTier.MICRO).isOneSided(), "second: all");
    Agreement none = TierStudy.of(instagram(), IMPACT).agreement(IMPACT, IMPACT, CommonTier.NANO);
    assertTrue(Double.isNaN(none.observed()));
  }

  @Test
  void oneDefinitionAgreesWithItself() {
    TierStudy study =
        TierStudy.of(instagram(500, 5e3, 5e4, 7e5, 2e6, 2e7), TierPolicies.standard());
    TierPolicy iab = TierPolicies.standard();
    assertEquals(1, study.agreement(iab, iab, CommonTier.NANO).kappa().value());
    assertEquals(1, study.confusion(iab, iab).weightedKappa().value());
    assertEquals(1, study.confusion(iab, iab).weightedKappa().low());
    assertEquals(5, study.confusion(iab, iab).named(), "500 has no name");
    assertEquals(Double.NaN, study.confusion(iab, iab).adjustedRand(), "each its own class");
    TierStudy two = TierStudy.of(instagram(5e3, 5e4, 5e4), iab);
    assertEquals(1, two.confusion(iab, iab).adjustedRand());
    assertEquals(List.of(), study.contested(Platform.INSTAGRAM));
    assertEquals(iab, study.confusion(iab, iab).first());
    assertEquals(iab, study.confusion(iab, iab).second());
  }

  /** Forty accounts in each of five tiers, whose rates lie around the given ones. */
  private static TierStudy withRates(double[] rates) {
    double[] sizes = {2_000, 20_000, 200_000, 700_000, 2_000_000};
    double[] followers = new double[200];
    double[] likes = new double[200];
    for (int i = 0; i < 200; i++) {
      followers[i] = sizes[i % 5];
      likes[i] = followers[i] * rates[i % 5] * (0.9 + i * 0.001);
    }
    return TierStudy.of(
        ProfileColumns.builder(Platform.INSTAGRAM, followers)
            .likes(likes)
            .comments(new double[200])
            .build(),
        TierPolicies.standard());
  }

  @Test
  void aTierTellsItsEngagementAndWhetherItFalls() {
    TierStudy study = withRates(new double[] {0.1, 0.08, 0.05, 0.03, 0.01});
    TierEngagement falls = study.engagement(TierPolicies.standard(), Platform.INSTAGRAM);
    assertEquals(TierEngagement.Trend.FALLS, falls.trend());
    assertEquals(5, falls.rows().size());
    assertEquals("nano", falls.rows().get(0).answer().label());
    assertEquals(40, falls.rows().get(0).accounts());
    assertEquals(40, falls.rows().get(0).rates());
    Estimate median = falls.rows().get(0).median();
    assertEquals(0.1, median.value(), 0.0025);
    assertTrue(median.low() < 0.1 && 0.1 < median.high());
    assertTrue(falls.rows().get(0).lowerQuartile().value() < median.value());
    assertTrue(falls.rows().get(0).upperQuartile().value() > median.value());
    assertTrue(falls.epsilonSquared() > 0.9);
    assertEquals("likes + comments by followers", falls.formula());
    assertEquals(Platform.INSTAGRAM, falls.platform());
    assertEquals(TierPolicies.standard(), falls.definition());
    assertTrue(falls.toString().startsWith("iab-uk on Instagram: epsilon squared 0.9"));

    assertEquals(TierEngagement.Trend.FALLS_IN_PART, trend(0.1, 0.03, 0.05, 0.08, 0.01));
    assertEquals(TierEngagement.Trend.RISES, trend(0.01, 0.03, 0.05, 0.08, 0.1));
    assertEquals(TierEngagement.Trend.NO_DIFFERENCE, trend(0.1, 0.03, 0.05, 0.08, 0.1));
    TierEngagement unknown =
        TierStudy.of(instagram(2_000, 20_000), TierPolicies.standard())
            .engagement(TierPolicies.standard(), Platform.INSTAGRAM);
    assertEquals(TierEngagement.Trend.UNKNOWN, unknown.trend());
    assertEquals(Estimate.UNKNOWN, unknown.rows().get(0).median());
    assertTrue(unknown.toString().contains("undefined"));
  }

  @Test
  void aDefinitionOfOneTierTellsWhoIsBelowAndAboveItToo() {
    TierEngagement engagement =
        TierStudy.of(
                Accounts.columns(11, 3_000),
                FORBES,
                TierPolicies.ranges("gap").tier("a", 10, 100).tier("b", 1e4, 1e5).build())
            .engagement(FORBES, Platform.INSTAGRAM);
    assertEquals(
        List.of(Unclassified.Reason.BELOW_FLOOR, "micro", Unclassified.Reason.ABOVE_CEILING),
        engagement.rows().stream()
            .map(
                row ->
                    row.answer() instanceof Unclassified none
                        ? none.reason()
                        : row.answer().label())
            .toList());
  }

  private static TierEngagement.Trend trend(double... rates) {
    return withRates(rates).engagement(TierPolicies.standard(), Platform.INSTAGRAM).trend();
  }

  @Test
  void theSlopeIsThatOfThePointsAndARankedListIsFlagged() {
    // Everybody has 1,000 likes: the rate falls with the slope -1 although size has no effect.
    double[] followers = new double[100];
    double[] likes = new double[100];
    for (int i = 0; i < 100; i++) {
      followers[i] = 1_000 * (i + 1);
      likes[i] = 1_000;
    }
    TierStudy listed =
        TierStudy.of(
            ProfileColumns.builder(Platform.INSTAGRAM, followers).likes(likes).build(), IMPACT);
    SizeSlope slope = listed.slope(Platform.INSTAGRAM);
    assertEquals(-1, slope.slope().value(), 1e-3);
    assertTrue(slope.isSelection());
    assertEquals(100, slope.accounts());
    assertEquals(0.01, slope.rate(100_000), 1e-5);
    assertEquals(
        "slope -1.00 (-1.00 to -1.00) of likes + comments by followers on Instagram",
        slope.toString());
    assertFalse(
        withRates(new double[] {0.1, 0.1, 0.1, 0.1, 0.1}).slope(Platform.INSTAGRAM).isSelection());

    SizeSlope none = listed.slope(Platform.TIKTOK);
    assertEquals(Estimate.UNKNOWN, none.slope());
    assertFalse(none.isSelection());
    assertTrue(none.toString().startsWith("slope unknown"));
  }

  @Test
  void aSlopeOfARateByViewsIsNoSelection() {
    double[] views = new double[40];
    double[] followers = new double[40];
    double[] likes = new double[40];
    for (int i = 0; i < 40; i++) {
      followers[i] = 1_000 * (i + 1);
      views[i] = followers[i];
      likes[i] = 100;
    }
    SizeSlope slope =
        TierStudy.of(
                ProfileColumns.builder(Platform.YOUTUBE, followers)
                    .likes(likes)
                    .views(views)
                    .build(),
                IMPACT)
            .slope(Platform.YOUTUBE);
    assertEquals(-1, slope.slope().value(), 1e-3);
    assertEquals(Measure.VIEWS, slope.denominator());
    assertFalse(slope.isSelection());
  }

  @Test
  void ratesOfZeroAreCountedButHaveNoLogarithm() {
    ProfileColumns columns =
        ProfileColumns.builder(Platform.INSTAGRAM, new double[] {5_000, 6_000, 0})
            .likes(new double[] {0, 60, 1})
            .comments(new double[3])
            .build();
    TierStudy study = TierStudy.of(columns, TierPolicies.standard());
    assertEquals(1, study.slope(Platform.INSTAGRAM).zeroRates());
    assertEquals(1, study.slope(Platform.INSTAGRAM).accounts());
    TierEngagement engagement = study.engagement(TierPolicies.standard(), Platform.INSTAGRAM);
    assertEquals(0, engagement.rows().get(0).rates(), "below the floor, without a rate");
    assertEquals(2, engagement.rows().get(1).rates());
    assertEquals(0, engagement.rows().get(1).median().value());
    assertEquals(1, study.points(Platform.INSTAGRAM).size());
    TierStudy.RatePoint point = study.points(Platform.INSTAGRAM).get(0);
    assertEquals(6_000, point.followers(), 600);
    assertEquals(0.01, point.rate(), 0.001);
    List<TierStudy.SizeBin> sizes = study.sizes(Platform.INSTAGRAM);
    assertEquals(0, sizes.get(0).min());
    assertEquals(1, sizes.get(0).accounts());
    assertTrue(sizes.get(sizes.size() - 1).max() > 6_000);
  }

  @Test
  void anotherEngagementRateMayBeUsedBeforeAccountsAreAdded() {
    ProfileColumns columns =
        ProfileColumns.builder(Platform.INSTAGRAM, new double[] {1_000})
            .likes(new double[] {10})
            .comments(new double[] {90})
            .build();
    TierStudy study =
        TierStudy.builder(List.of(TierPolicies.standard()))
            .engagement(Platform.INSTAGRAM, Models.byFollowers(Measure.LIKES))
            .add(columns)
            .build();
    TierEngagement engagement = study.engagement(TierPolicies.standard(), Platform.INSTAGRAM);
    assertEquals("likes by followers", engagement.formula());
    assertEquals(0.01, engagement.rows().get(0).median().value(), 0.00011);
    TierStudy.Builder builder = TierStudy.builder(List.of(IMPACT)).add(columns);
    IllegalStateException late =
        assertThrows(
            IllegalStateException.class,
            () -> builder.engagement(Platform.X, EngagementModels.standard(Platform.X)));
    assertEquals("engagement must be said before accounts are added", late.getMessage());
    IllegalArgumentException other =
        assertThrows(
            IllegalArgumentException.class,
            () -> study.plus(TierStudy.of(columns, TierPolicies.standard())));
    assertEquals(
        "study must have the same definitions and engagement rates, was of iab-uk",
        other.getMessage());
  }

  @Test
  void levelsFromPostsStandForTheMeans() {
    ProfileColumns columns =
        ProfileColumns.builder(Platform.INSTAGRAM, new double[] {1_000})
            .likes(new double[] {500})
            .level(
                new String[] {EngagementModels.standard(Platform.INSTAGRAM).formula()},
                new double[] {5},
                new double[] {0.1},
                new double[] {1})
            .build();
    TierStudy study = TierStudy.of(columns, TierPolicies.standard());
    // 2^5 - 1 engagements of a typical post by 1,000 followers.
    assertEquals(
        0.031,
        study
            .engagement(TierPolicies.standard(), Platform.INSTAGRAM)
            .rows()
            .get(0)
            .median()
            .value(),
        0.031 * 0.011);
  }

  @Test
  void accountsOfWhichOneCannotTellAreLeftOutOfTheRandIndex() {
    double[] known = {500, 5_000, 5_000, 50_000, 50_000, 700_000, 700_000};
    double[] some = Arrays.copyOf(known, 9);
    some[7] = Double.NaN;
    some[8] = Double.NaN;
    double index =
        TierStudy.of(instagram(known), IMPACT, FORBES).confusion(IMPACT, FORBES).adjustedRand();
    TierStudy study = TierStudy.of(instagram(some), IMPACT, FORBES);
    assertEquals(index, study.confusion(IMPACT, FORBES).adjustedRand());
    assertTrue(index > 0 && index < 1);
    assertEquals(Map.of(Platform.INSTAGRAM, 9L), study.platforms());
  }

  @Test
  void itIsEnoughForTheRandIndexThatTheFirstOrTheSecondCannotTell() {
    double[] followers = {5_000, 5_000, 50_000, 50_000, 50_000, 5_000, 50_000};
    double[] likes = {10, 900, 900, 900, 10, Double.NaN, Double.NaN};
    TierPolicy likers = new Accounts.ByMeasure(Measure.LIKES, 500);
    TierStudy study =
        TierStudy.of(
            ProfileColumns.builder(Platform.INSTAGRAM, followers).likes(likes).build(),
            TierPolicies.standard(),
            likers);
    // Of ten pairs of the five whose likes are known, one is together by both, four by each.
    double expected = 4 * 4 / 10.0;
    double index = (1 - expected) / (4 - expected);
    assertEquals(index, study.confusion(TierPolicies.standard(), likers).adjustedRand(), 1e-12);
    assertEquals(index, study.confusion(likers, TierPolicies.standard()).adjustedRand(), 1e-12);
  }

  @Test
  void theCountsOfMoreThanABlockAreThoseOfEveryAccount() {
    List<Influencer> accounts = Accounts.some(9, 2_500);
    TierStudy study = TierStudy.of(ProfileColumns.copyOf(accounts), Accounts.definitions());
    for (TierPolicy policy : study.definitions()) {
      study
          .counts(policy)
          .forEach(
              (answer, count) ->
                  assertEquals(
                      accounts.stream().filter(a -> policy.classify(a) == answer).count(), count));
    }
  }

  @Test
  void alphaIsThatOfTheNamesThatDefinitionsGive() {
    TierPolicy iab = TierPolicies.standard();
    TierPolicy same =
        TierPolicies.ranges("same")
            .tier("nano", 1_000, 10_000)
            .tier("micro", 10_000, 50_000)
            .build();
    TierPolicy other =
        TierPolicies.ranges("other")
            .tier("nano", 1_000, 20_000)
            .tier("micro", 20_000, 50_000)
            .build();
    TierStudy study =
        TierStudy.of(instagram(2_000, 15_000, 15_000, 30_000, 30_000, 30_000), iab, same, other);
    assertEquals(1, study.alpha(List.of(iab, same)));
    assertEquals(1, study.alpha(List.of(iab, same, iab)));
    // Units: nano nano 1, micro nano 2, micro micro 3. Coincidences: nano with nano 2, nano with
    // micro 2 and back, micro with micro 6; so 2 of 12 differ each way, 4 and 8 in all.
    double disagreement = 2 / (4 * 8 / 11.0);
    assertEquals(1 - disagreement, study.alpha(List.of(iab, other)), 1e-12);
  }

  @Test
  void labelsTellWhetherABandIsContestedOnlyWhereThereIsNoCommonName() {
    TierPolicy fans = TierPolicies.ranges("fans").tier("fan", 0, 1_000).build();
    TierPolicy also = TierPolicies.ranges("also").tier("fan", 0, 1_000).build();
    TierPolicy stars = TierPolicies.ranges("stars").tier("star", 0, 1_000).build();
    TierStudy study = TierStudy.of(instagram(5), fans, also, stars);
    assertEquals(List.of(), study.contested(Platform.INSTAGRAM, List.of(fans, also)));
    assertEquals(1, study.contested(Platform.INSTAGRAM, List.of(fans, stars)).size());
    TierPolicy common =
        TierPolicies.ranges("common").tier("fan", CommonTier.MICRO, 0, 1_000).build();
    TierPolicy micro = TierPolicies.ranges("micro").tier("micro", 0, 1_000).build();
    assertEquals(
        List.of(), TierStudy.of(instagram(5), common, micro).contested(Platform.INSTAGRAM));
  }

  @Test
  void sizesStartWithTheSmallestAndEndWithTheLargestAccount() {
    TierStudy study = TierStudy.of(instagram(1_024, 1_100, 2_048, 1e300), IMPACT);
    List<TierStudy.SizeBin> sizes = study.sizes(Platform.INSTAGRAM);
    assertEquals(new TierStudy.SizeBin(1_024, Logs.exp2(10.125), 2), sizes.get(0));
    assertEquals(new TierStudy.SizeBin(2_048, Logs.exp2(11.125), 1), sizes.get(8));
    // Whoever is larger than all bins is in the last one, below 2^40.
    assertEquals(new TierStudy.SizeBin(Logs.exp2(39.875), Logs.exp2(40), 1), sizes.get(239));
    assertEquals(240, sizes.size());
  }

  @Test
  void noSizeIsToldBeyondTheLargestAccount() {
    TierStudy study = TierStudy.of(instagram(1_024, 2_048), IMPACT);
    List<TierStudy.SizeBin> sizes = study.sizes(Platform.INSTAGRAM);
    assertEquals(9, sizes.size());
    assertEquals(2, sizes.stream().mapToLong(TierStudy.SizeBin::accounts).sum());
    assertEquals(new TierStudy.SizeBin(2_048, Logs.exp2(11.125), 1), sizes.get(8));
  }

  @Test
  void whoCannotTellDoesNotContestABand() {
    Classification micro = IMPACT.classify(instagram(50_000).get(0));
    Classification macro = IMPACT.classify(instagram(500_000).get(0));
    Classification untold = IMPACT.classify(instagram(Double.NaN).get(0));
    assertFalse(band(micro, untold).isContested());
    assertFalse(band(untold, untold).isContested());
    assertTrue(band(micro, untold, macro).isContested());
  }

  private static FollowerBand band(Classification... answers) {
    return new FollowerBand(Platform.INSTAGRAM, 0, 1, 1, List.of(answers));
  }

  @Test
  void fewerThanOneFollowerHaveNoRateThatALineCouldUse() {
    ProfileColumns columns =
        ProfileColumns.builder(Platform.INSTAGRAM, new double[] {0.5, 1, 1e300})
            .likes(new double[] {1, 1, 1e301})
            .comments(new double[3])
            .build();
    TierStudy study = TierStudy.of(columns, IMPACT);
    assertEquals(2, study.slope(Platform.INSTAGRAM).accounts());
    assertEquals(2, study.points(Platform.INSTAGRAM).size());
  }

  @Test
  void aSlopeOnTheLimitIsNoSelectionAndTenAccountsAreEnoughForOne() {
    // Sums around 0 of ten points: xy / xx is -0.8 exactly.
    LeastSquares line = new LeastSquares(10, 0, 0, 10, -8, 7);
    assertEquals(-0.8, line.slope().value());
    assertFalse(slope(line).isSelection());
    assertTrue(slope(new LeastSquares(10, 0, 0, 10, -8.1, 7)).isSelection());
    assertEquals(Estimate.UNKNOWN, new LeastSquares(9, 0, 0, 10, -8, 7).slope());
  }

  private static SizeSlope slope(LeastSquares line) {
    return new SizeSlope(
        Platform.X, "test", Measure.FOLLOWERS, line.n(), 0, line.slope(), line.intercept());
  }

  @Test
  void aTrendNeedsTenRatesInTwoTiersAndIntervalsThatDoNotMeet() {
    Estimate high = new Estimate(4, 3, 5);
    Estimate low = new Estimate(2, 1, 3);
    Estimate lower = new Estimate(1.5, 1, Math.nextDown(3.0));
    assertEquals(TierEngagement.Trend.NO_DIFFERENCE, trend(10, high, low));
    assertEquals(TierEngagement.Trend.NO_DIFFERENCE, trend(10, low, high));
    assertEquals(TierEngagement.Trend.FALLS, trend(10, high, lower));
    assertEquals(TierEngagement.Trend.RISES, trend(10, lower, high));
    assertEquals(TierEngagement.Trend.UNKNOWN, trend(9, high, lower));
    assertEquals(TierEngagement.Trend.UNKNOWN, trend(10, high));
    assertEquals(TierEngagement.Trend.FALLS, trend(10, high, high, lower), "it may stay");
  }

  private static TierEngagement.Trend trend(long rates, Estimate... medians) {
    List<TierEngagement.Row> rows =
        Arrays.stream(medians)
            .map(
                each ->
                    new TierEngagement.Row(
                        IMPACT.outcomes().get(0), rates, rates, each, each, each))
            .toList();
    return new TierEngagement(IMPACT, Platform.X, "test", rows, 0.5).trend();
  }

  /** Of 100 rates the quartile's interval is ranks 16 to 35, the median's 40 to 61, by hand. */
  @Test
  void anIntervalOfAQuantileReachesOverTheRanksOfItsFormula() {
    long[] bins = new long[RateBins.COUNT];
    Arrays.fill(bins, 1, 101, 1);
    assertEquals(edge(16 - 1), RateBins.quantile(bins, 0.25).low());
    assertEquals(edge(35), RateBins.quantile(bins, 0.25).high());
    assertEquals(edge(40 - 1), RateBins.quantile(bins, 0.5).low());
    assertEquals(edge(50 - 0.5), RateBins.quantile(bins, 0.5).value());
    assertEquals(edge(61), RateBins.quantile(bins, 0.5).high());
    // Beyond the ends there is nobody.
    assertEquals(edge(100), RateBins.quantile(bins, 0.99).high());
    assertEquals(edge(0), RateBins.quantile(bins, 0.01).low());
  }

  /** Where the bin of that number ends. */
  private static double edge(double bin) {
    return Logs.exp2(RateBins.LEAST + bin / 32);
  }

  @Test
  void followersThatAreUnknownHaveNoBounds() {
    FollowerLine line = FollowerLine.of(Platform.INSTAGRAM, List.of(IMPACT));
    assertTrue(Double.isNaN(line.min(0)));
    assertTrue(Double.isNaN(line.max(0)));
    assertEquals(0, line.min(1));
  }

  @Test
  void mistakesAreNamed() {
    TierStudy study = TierStudy.of(instagram(1), IMPACT);
    assertEquals(
        "definition must be one of the study's, was forbes",
        assertThrows(IllegalArgumentException.class, () -> study.counts(FORBES)).getMessage());
    assertEquals(
        "label must be a common name, was NONE",
        assertThrows(
                IllegalArgumentException.class,
                () -> study.agreement(IMPACT, IMPACT, CommonTier.NONE))
            .getMessage());
    assertEquals(
        "definitions must be >= 1, was 0",
        assertThrows(IllegalArgumentException.class, () -> TierStudy.of(instagram(1)))
            .getMessage());
    assertEquals(
        "id of a definition must be used once, was impact",
        assertThrows(
                IllegalArgumentException.class, () -> TierStudy.of(instagram(1), IMPACT, IMPACT))
            .getMessage());
    Confusion confusion = study.confusion(IMPACT, IMPACT);
    Classification foreign = FORBES.outcomes().get(0);
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () -> confusion.count(foreign, IMPACT.outcomes().get(0)))
            .getMessage()
            .startsWith("answer must be one of the outcomes of impact, was micro"));
    assertThrows(
        IndexOutOfBoundsException.class,
        () -> TierStudy.builder(List.of(IMPACT)).add(instagram(1), 0, 2));
    assertEquals(
        "platform",
        assertThrows(NullPointerException.class, () -> study.engagement(IMPACT, null))
            .getMessage());
    assertEquals("1 account by impact", study.toString());
  }
}
