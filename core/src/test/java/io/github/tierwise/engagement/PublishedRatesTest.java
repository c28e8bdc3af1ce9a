package io.github.tierwise.engagement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.Serial;
import io.github.tierwise.internal.ResourceTable;
import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.score.Scorer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The named engagement rates. */
class PublishedRatesTest {

  private static final Influencer ACCOUNT =
      Influencer.builder("x", Platform.INSTAGRAM)
          .followers(10_000)
          .likes(300)
          .comments(20)
          .shares(15)
          .saves(25)
          .views(4_000)
          .engagements(400)
          .build();

  /** Worked by hand from the counts above. */
  private static final String WORKED =
      """
      er_followers_post            | 0.032  | likes + comments by followers
      er_followers_profile_total   | 0.04   | engagements by followers
      er_followers_recent12        | 0.032  | likes + comments by followers
      er_followers_recent9_12      | 0.032  | likes + comments by followers
      er_followers_recent30_tiktok | 0.04   | engagements by followers
      er_followers_30d             | 0.032  | likes + comments by followers
      er_followers_hypeauditor     | 0.032  | likes + comments by followers
      er_followers_full            | 0.036  | likes + comments + shares + saves by followers
      er_rivaliq                   | 0.04   | engagements by followers
      er_views_video               | 0.08375| likes + comments + shares by views
      er_views_tiktok_lc           | 0.08   | likes + comments by views
      er_views_tiktok_full         | 0.09   | likes + comments + shares + saves by views
      er_modash_video              | 0.075  | likes by views
      like_follower_ratio          | 0.03   | likes by followers
      weighted_1kreach             | 0.053  | likes + 2 x comments + 6 x shares + 4 x saves by followers
      """;

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = WORKED)
  void aNamedRateComputesItsWorkedValue(String id, double rate, String formula) {
    EngagementModel model = EngagementModels.published(id);
    assertEquals(rate, model.rate(ACCOUNT), 1e-15);
    assertEquals(formula, model.formula());
    assertSame(model, EngagementModels.published(id));
    assertEquals(model, Serial.copy(model));
    assertTrue(model.source().contains("https://") || model.source().contains("http://"));
  }

  @Test
  void everyNamedRateHasAWorkedValue() {
    assertEquals(
        EngagementModels.publishedIds(),
        WORKED.lines().map(line -> line.substring(0, line.indexOf('|')).strip()).toList());
    assertEquals(
        "rate must be one of "
            + String.join(", ", EngagementModels.publishedIds())
            + ", was er_reach_post",
        assertThrows(
                IllegalArgumentException.class, () -> EngagementModels.published("er_reach_post"))
            .getMessage());
  }

  @Test
  void theCatalogueIsReadInItsOrder() {
    assertEquals(EngagementModels.publishedIds(), List.copyOf(PublishedRates.read().keySet()));
  }

  @Test
  void theSourceNamesTheRateItsUsersAndItsPosts() {
    EngagementModel views = EngagementModels.published("er_views_video");
    assertEquals(
        "ER by views, video, over posts: each video, used by 1stCollab; viralyft; CreatorDB;"
            + " YouTube Engagement Rate Calculator (1stCollab),"
            + " https://www.1stcollab.com/tools/youtube-engagement-calculator",
        views.source());
    EngagementModel same =
        EngagementModels.byViews(Measure.LIKES, Measure.COMMENTS, Measure.SHARES);
    assertEquals("own model", same.source());
    assertEquals(same.formula(), views.formula());
    assertNotEquals(same, views);
  }

  @Test
  void ratesWithTheSameFormulaShareACurveAndOthersNeverDo() {
    SizeCurve curve =
        SizeCurve.published(
                Platform.INSTAGRAM, EngagementModels.published("er_followers_hypeauditor"))
            .orElseThrow();
    int built = 0;
    for (String id : EngagementModels.publishedIds()) {
      EngagementModel model = EngagementModels.published(id);
      Scorer.Builder builder =
          Scorer.builder(BrandProfile.builder().build()).engagement(model, curve);
      if (model.formula().equals("likes + comments by followers")) {
        builder.build();
        built++;
      } else {
        assertEquals(
            "formula of the size curve for Instagram must be that of the model, \"%s\", was"
                    .formatted(model.formula())
                + " \"likes + comments by followers\"",
            assertThrows(IllegalArgumentException.class, builder::build).getMessage());
      }
    }
    assertEquals(5, built);
  }

  @Test
  void theDocumentationListsEveryRateWithItsFormula() throws IOException {
    String text = Files.readString(Path.of("..", "docs", "rates.md"));
    List<String> listed = new ArrayList<>();
    for (String line : text.substring(0, text.indexOf("## Left out")).lines().toList()) {
      if (line.startsWith("| `")) {
        listed.add(line.substring(0, line.indexOf('|', line.indexOf('|', 1) + 1)).strip());
      }
    }
    assertEquals(
        EngagementModels.publishedIds().stream()
            .map(id -> "| `%s` | %s".formatted(id, EngagementModels.published(id).formula()))
            .toList(),
        listed);
  }

  private static final String GOOD =
      "a\tname\tmean\t1 likes + 2 comments\tviews\tall\tus\ttitle\thttps://x\tnote";

  private static void assertBroken(String message, String... lines) {
    IllegalStateException error =
        assertThrows(
            IllegalStateException.class,
            () ->
                PublishedRates.of(
                    ResourceTable.parse(
                        new BufferedReader(new StringReader(String.join("\n", lines))),
                        PublishedRates.FILE,
                        PublishedRates.COLUMNS)));
    assertEquals("rates.tsv line " + message, error.getMessage());
  }

  @Test
  void aBrokenLineOfTheCatalogueIsAnErrorThatNamesTheLine() {
    assertBroken("1: columns must be 10, was 1", "a");
    assertBroken("1: aggregator must be mean, was median", GOOD.replace("mean", "median"));
    assertBroken("1: measure must be known, was reach", GOOD.replace("views", "reach"));
    assertBroken(
        "1: denominator must be followers or views, was likes", GOOD.replace("views", "likes"));
    assertBroken(
        "1: numerator must have weights, as in \"1 likes + 2 comments\", was likes",
        GOOD.replace("1 likes + 2 comments", "likes"));
    assertBroken(
        "1: interaction must be one of likes, comments, shares, saves, engagements, was clicks",
        GOOD.replace("comments", "clicks"));
    assertBroken("1: title must not be blank, was \"\"", GOOD.replace("title", ""));
    assertBroken("2: id must occur once, was a again", GOOD, GOOD);
  }
}
