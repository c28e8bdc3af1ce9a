package io.github.tierwise.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.tierwise.engagement.EngagementModel;
import io.github.tierwise.engagement.SizeCurve;
import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Profile;
import io.github.tierwise.profile.ProfileColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a model of the user's own may not answer is refused, in the same words however scored. */
class OwnEngagementsTest {

  private static final BrandProfile BRAND = BrandProfile.builder().budget(5_000, "USD").build();

  private static final String REFUSED =
      "engagements of ben by the model own must be finite and >= 0, or NaN for unknown, was ";

  private static EngagementModel function(ToDoubleFunction<Profile> engagements) {
    return EngagementModel.of("own", Measure.FOLLOWERS, engagements);
  }

  /** As a class of its own, whose level is the interface's. */
  private static EngagementModel written(ToDoubleFunction<Profile> engagements) {
    return new EngagementModel() {
      @Override
      public String formula() {
        return "own";
      }

      @Override
      public Measure denominator() {
        return Measure.FOLLOWERS;
      }

      @Override
      public double engagements(Profile profile) {
        return engagements.applyAsDouble(profile);
      }
    };
  }

  private static Influencer account(String id, Platform platform, double likes, double comments) {
    return Influencer.builder(id, platform)
        .followers(10_000)
        .likes(likes)
        .comments(comments)
        .posts(12)
        .build();
  }

  private static Scorer scorer(EngagementModel model) {
    return Scorer.builder(BRAND).engagement(Platform.INSTAGRAM, model).build();
  }

  private static void assertRefused(String text, Executable scoring) {
    assertEquals(text, assertThrows(IllegalStateException.class, scoring).getMessage());
  }

  private static void assertRefused(String was, EngagementModel model, Influencer wrong) {
    Scorer scorer = scorer(model);
    String text = REFUSED + was;
    assertRefused(text, () -> scorer.score(wrong));
    assertRefused(text, () -> scorer.value(wrong));
    assertRefused(text, () -> scorer.isEligible(wrong));
    assertRefused(text, () -> scorer.explain(wrong));
    assertRefused(text, () -> scorer.rank(List.of(wrong)));
    for (Platform other : List.of(Platform.INSTAGRAM, Platform.TIKTOK)) {
      List<Influencer> accounts = new ArrayList<>();
      for (int i = 0; i < 700; i++) {
        accounts.add(account("good-" + i, other, 100 + i, 5));
      }
      accounts.add(wrong);
      ProfileColumns columns = ProfileColumns.copyOf(accounts);
      assertRefused(
          text, () -> scorer.score(columns, 0, columns.size(), new double[columns.size()]));
      assertRefused(text, () -> scorer.top(3, columns));
      for (Output output : Output.values()) {
        assertRefused(
            text,
            () -> scorer.forEachBlock(columns, 0, columns.size(), Set.of(output), block -> {}));
      }
    }
  }

  @Test
  void aNegativeNumberIsRefusedInTheSameWordsForOneAndForBlocks() {
    Influencer ben = account("ben", Platform.INSTAGRAM, 40, 43);
    assertRefused("-3", function(p -> p.likes() - p.comments()), ben);
    assertRefused("-3", written(p -> p.likes() - p.comments()), ben);
  }

  @Test
  void aQuotientByZeroIsRefused() {
    Influencer ben = account("ben", Platform.INSTAGRAM, 40, 0);
    assertRefused("Infinity", function(p -> p.likes() / p.comments()), ben);
    assertRefused("Infinity", written(p -> p.likes() / p.comments()), ben);
  }

  @Test
  void anAccountOfAnotherPlatformIsNotAskedForByTheModel() {
    Influencer ben = account("ben", Platform.TIKTOK, 40, 43);
    Scorer scorer = scorer(function(p -> p.likes() - p.comments()));
    Influencer ana = account("ana", Platform.INSTAGRAM, 40, 3);
    ProfileColumns columns = ProfileColumns.copyOf(List.of(ben, ana));
    double[] scores = new double[2];
    scorer.score(columns, 0, 2, scores);
    assertEquals(scorer.value(ben), scores[0]);
    assertEquals(scorer.value(ana), scores[1]);
  }

  @Test
  void anAccountWhosePostsWereReadIsNotScoredByTheMean() {
    Influencer ben =
        account("ben", Platform.INSTAGRAM, 40, 43).toBuilder().level("own", 5, 0.5, 1).build();
    for (EngagementModel model :
        List.of(function(p -> p.likes() - p.comments()), written(p -> p.likes() - p.comments()))) {
      Scorer scorer = scorer(model);
      double[] scores = new double[1];
      scorer.score(ProfileColumns.copyOf(List.of(ben)), 0, 1, scores);
      assertEquals(scorer.value(ben), scores[0]);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Measure.class,
      names = {"LIKES", "COMMENTS"})
  void hugeCountsOfWeightedInteractionsAreNoError(Measure huge) {
    Influencer ana =
        account("ana", Platform.INSTAGRAM, Double.MAX_VALUE, 1).toBuilder()
            .set(huge, Double.MAX_VALUE)
            .build();
    Scorer scorer = Scorer.of(BRAND);
    double[] scores = new double[1];
    scorer.score(ProfileColumns.copyOf(List.of(ana)), 0, 1, scores);
    assertEquals(scorer.value(ana), scores[0]);
  }

  @Test
  void aCurveIsNotFittedToNegativeNumbers() {
    List<Influencer> peers = List.of(account("ben", Platform.INSTAGRAM, 40, 43));
    assertRefused(
        REFUSED + "-3", () -> SizeCurve.fit(function(p -> p.likes() - p.comments()), peers));
  }
}
