package io.github.tierwise.files.columns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnNameTest {

  /** Most names are of ASCII and have a way of their own; a dash that is not takes the other. */
  @Property
  void aNameOfAsciiHasTheKeyThatItHasAmongOtherLetters(
      @ForAll @CharRange(from = '\0', to = '\u007F') String name) {
    assertEquals(ColumnName.key(name + "\u2014"), ColumnName.key(name));
  }

  @ParameterizedTest
  @CsvSource({
    "username, ID",
    "is_ad, SPONSORED",
    "isSponsored, SPONSORED",
    "sponsored, SPONSORED",
    "Sponsored post, SPONSORED",
    "paid_partnership, SPONSORED",
    "is_paid_partnership, SPONSORED",
    "Branded content, SPONSORED",
    "Werbung, SPONSORED",
    "Partenariat rémunéré, SPONSORED",
    "User Name, ID",
    "user_name, ID",
    "Handle, ID",
    "channel_info, ID",
    "Influencer insta name, ID",
    "Tiktoker name, ID",
    "Youtube channel, ID",
    "youTuber, ID",
    "followers, FOLLOWERS",
    "Subscribers count, FOLLOWERS",
    "'Followers Numbers ', FOLLOWERS",
    "userFollowerCount, FOLLOWERS",
    "n_followers, FOLLOWERS",
    "Fans, FOLLOWERS",
    "avg_likes, LIKES",
    "likes(avg.), LIKES",
    "Likes per post, LIKES",
    "Comments avg., COMMENTS",
    "Shares avg, SHARES",
    "saves, SAVES",
    "views(avg), VIEWS",
    "n_plays, VIEWS",
    "Eng. (Avg.), ENGAGEMENTS",
    "Engagement average, ENGAGEMENTS",
    "ER, ENGAGEMENT_RATE",
    "ER %, ENGAGEMENT_RATE",
    "engagement_rate, ENGAGEMENT_RATE",
    "60_day_eng_rate, ENGAGEMENT_RATE",
    "awg_engagement_rate, ENGAGEMENT_RATE",
    "Link clicks, CLICKS",
    "Conversions, CONVERSIONS",
    "Total_Conversion, CONVERSIONS",
    "price, PRICE",
    "price (EUR), PRICE",
    "fee €, PRICE",
    "Rate card, PRICE",
    "cost per post, PRICE",
    "price_usd, PRICE",
    "currency, CURRENCY",
    "Audience country(mostly), COUNTRY",
    "country_code, COUNTRY",
    "region, COUNTRY",
    "category_1, TOPIC",
    "Category-2, TOPIC",
    "niche, TOPIC",
    "userMediaCount, POSTS",
    "posts_count, POSTS",
    "platform, PLATFORM"
  })
  void theNamesOfRealFilesAreUnderstood(String header, Field field) {
    assertEquals(Optional.of(field), ColumnName.meaning(header).map(ColumnMeaning::field));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rank",
        "S.no",
        "influence_score",
        "new_post_avg_like",
        "comment_engagement_rate",
        "like_engagement_rate",
        "following",
        "userFollowingCount",
        "conversion rate",
        "Impressions",
        "Spent",
        "poster",
        "counter",
        "is_verified",
        "predicted_lang",
        "hashtags",
        "rate",
        "",
        "newsletter",
        "usernameLength",
        "xyz_campaign_id",
        "caption_length",
        "video_length"
      })
  void otherNamesAreNot(String header) {
    assertEquals(Optional.empty(), ColumnName.meaning(header));
  }

  /** Exports from a Mac part a letter from its marks; the list of words does either. */
  @Test
  void everyWordIsFoundComposedAndDecomposed() throws IOException {
    List<String> missed = new ArrayList<>();
    for (String line : words()) {
      String[] parts = line.split("\t", -1);
      for (String word : parts[2].split(", ", -1)) {
        for (Normalizer.Form form : List.of(Normalizer.Form.NFC, Normalizer.Form.NFD)) {
          if (!isFound(parts[1], Normalizer.normalize(word, form))) {
            missed.add(parts[0] + " " + parts[1] + " " + word + " " + form);
          }
        }
      }
    }
    assertEquals(List.of(), missed);
  }

  private static List<String> words() throws IOException {
    try (InputStream words = ColumnName.class.getResourceAsStream("words.tsv")) {
      return new String(words.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }

  private static boolean isFound(String says, String word) {
    if (says.equals("summary")) {
      return ColumnName.isSummary(word);
    }
    Optional<Field> field = Field.named(says.split("\\.", -1)[0]);
    return field.isEmpty()
        // Letters alone are no rate, as in "poster".
        || field.get() == Field.ENGAGEMENT_RATE
        || ColumnName.meaning(word).map(ColumnMeaning::field).equals(field);
  }

  @Test
  void totalsAreToldFromMeans() {
    assertEquals(ColumnMeaning.Aggregate.TOTAL, aggregate("total_likes"));
    assertEquals(ColumnMeaning.Aggregate.TOTAL, aggregate("n_total_likes"));
    assertEquals(ColumnMeaning.Aggregate.MEAN, aggregate("avg_likes"));
    assertEquals(ColumnMeaning.Aggregate.WINDOW, aggregate("likes_30d"));
    assertEquals(ColumnMeaning.Aggregate.UNSAID, aggregate("likes"));
  }

  private static ColumnMeaning.Aggregate aggregate(String header) {
    return ColumnName.meaning(header).orElseThrow().aggregate();
  }

  @Test
  void anAverageIsPreferredToWhatIsAuthentic() {
    int average = ColumnName.meaning("Eng. (Avg.)").orElseThrow().preference();
    int authentic = ColumnName.meaning("Eng. (Auth.)").orElseThrow().preference();
    assertTrue(average < authentic);
  }

  @Test
  void theCurrencyIsReadFromTheName() {
    assertEquals("EUR", ColumnName.meaning("price (EUR)").orElseThrow().currency());
    assertEquals("USD", ColumnName.meaning("Fee $").orElseThrow().currency());
    assertEquals("GBP", ColumnName.meaning("cost per post £").orElseThrow().currency());
    assertEquals("", ColumnName.meaning("price").orElseThrow().currency());
  }

  @Property
  void noNameBreaksOrHangs(@ForAll @StringLength(max = 200) String header) {
    ColumnName.meaning(header);
    assertEquals(Optional.empty(), ColumnName.meaning("n".repeat(55) + "x"));
  }
}
