package io.github.tierwise.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.Serial;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InfluencerTest {

  private static final Influencer ANA =
      Influencer.builder(" ana ", Platform.INSTAGRAM)
          .followers(48_000)
          .posts(12)
          .likes(1_080)
          .comments(72)
          .shares(10)
          .saves(30)
          .views(9_000)
          .clicks(400)
          .conversions(12)
          .topic("Vegan", 0.8)
          .audience("Country", "DE", 0.62)
          .label("country", "Germany")
          .label("country", "germany")
          .price(350, "eur")
          .build();

  @Test
  void whatIsSaidIsKnown() {
    assertEquals("ana", ANA.id());
    assertEquals(Platform.INSTAGRAM, ANA.platform());
    assertEquals(48_000, ANA.followers());
    assertEquals(12, ANA.posts());
    assertEquals(1_080, ANA.likes());
    assertEquals(72, ANA.comments());
    assertEquals(10, ANA.shares());
    assertEquals(30, ANA.saves());
    assertEquals(9_000, ANA.views());
    assertEquals(400, ANA.clicks());
    assertEquals(12, ANA.conversions());
    assertEquals(350, ANA.price());
    assertEquals("EUR", ANA.currency());
    assertEquals(0.8, ANA.audience(Profile.TOPIC, "vegan"));
    assertEquals(0.62, ANA.audience("country", "de"));
    assertEquals(List.of("de"), ANA.labels("country"));
  }

  @Test
  void countsComeBeforeARateAndARateNeedsFollowers() {
    Influencer.Builder builder =
        Influencer.builder("x", Platform.INSTAGRAM).engagements(500).engagementRate(0.02);
    assertEquals(500, builder.build().engagements());
    assertEquals(500, builder.followers(1_000).build().engagements());
    assertMessage(
        "engagementRate x followers must be a finite number >= 0 or NaN for unknown, was Infinity",
        () -> Influencer.builder("x", Platform.X).followers(1e300).engagementRate(1e300).build());
  }

  @Test
  void sayingUnknownIsSayingNothing() {
    Influencer.Builder builder = Influencer.builder("x", Platform.X).audience("country", "de", 1);
    Influencer said = builder.audience("country", "us", Double.NaN).build();
    assertEquals(Influencer.builder("x", Platform.X).audience("country", "de", 1).build(), said);
    assertEquals(1, said.knownAudience("country"));
    assertTrue(Double.isNaN(said.knownAudience("age")));
    Influencer zero = Influencer.builder("x", Platform.X).audience("a", "b", -0.0).build();
    assertEquals(Influencer.builder("x", Platform.X).audience("a", "b", 0.0).build(), zero);
    ProfileColumns columns =
        ProfileColumns.builder(Platform.X, new double[] {-0.0})
            .ids(new String[] {" x "})
            .audience("country", "de", new double[] {1})
            .audience("country", "us", new double[] {Double.NaN})
            .build();
    assertEquals(builder.followers(0).build(), columns.get(0));
    double[] known = new double[1];
    columns.map(0, 1, p -> p.knownAudience("country") + 1 / p.followers(), known, 0);
    assertEquals(Double.POSITIVE_INFINITY, known[0]);
  }

  @Test
  void whatIsNotSaidIsUnknownAndNeverZero() {
    Influencer nobody = Influencer.builder("x", Platform.OTHER).build();
    for (Measure measure : Measure.values()) {
      assertTrue(Double.isNaN(nobody.get(measure)), measure.label());
    }
    assertTrue(Double.isNaN(nobody.audience("country", "de")));
    assertTrue(Double.isNaN(ANA.audience("country", "fr")));
    assertTrue(Double.isNaN(ANA.engagements()));
    assertEquals(List.of(), nobody.labels("country"));
    assertEquals("", nobody.currency());
    assertEquals(List.of(), nobody.knownFields());
  }

  @Test
  void aRateBecomesACountOnceForAll() {
    Influencer read =
        Influencer.builder("x", Platform.INSTAGRAM).engagementRate(0.02).followers(1_000).build();
    assertEquals(20, read.engagements());
    // More followers later do not bring more engagements with them.
    assertEquals(20, read.toBuilder().followers(2_000).build().engagements());
    Influencer sizeUnknown =
        Influencer.builder("x", Platform.INSTAGRAM).engagementRate(0.02).build();
    assertTrue(Double.isNaN(sizeUnknown.engagements()));
  }

  @Test
  void aLevelIsKnownWithItsErrorAndItsFormulaOrNotAtAll() {
    Influencer.Builder builder =
        Influencer.builder("x", Platform.TIKTOK).level("likes by followers", 10, 0.3, 0.9);
    Influencer whole = builder.build();
    assertEquals("likes by followers", whole.levelFormula());
    assertEquals(10, whole.get(Measure.LEVEL));
    assertEquals(whole, whole.toBuilder().build());
    assertEquals(whole, Serial.copy(whole));
    assertEquals(whole, ProfileColumns.copyOf(List.of(ANA, whole)).get(1));
    assertEquals(ANA, ProfileColumns.copyOf(List.of(ANA, whole)).get(0));
    assertEquals(0, whole.get(Measure.LEVEL_OPEN));
    Influencer open = builder.level("likes by followers", 10, 0.3, 0.9, 0.7).build();
    assertEquals(0.7, open.get(Measure.LEVEL_OPEN));
    assertEquals(open, open.toBuilder().build());
    assertEquals(open, Serial.copy(open));
    assertEquals(open, ProfileColumns.copyOf(List.of(ANA, open)).get(1));
    assertEquals(open, open.withGapsOf(whole));
    Influencer part = builder.set(Measure.POST_DEVIATION, Double.NaN).build();
    assertTrue(Double.isNaN(part.get(Measure.LEVEL_OPEN)));
    assertEquals("", part.levelFormula());
    assertTrue(Double.isNaN(part.get(Measure.LEVEL)));
    Influencer nameless =
        Influencer.builder("x", Platform.TIKTOK)
            .set(Measure.LEVEL, 10)
            .set(Measure.LEVEL_VARIANCE, 1)
            .set(Measure.POST_DEVIATION, 1)
            .build();
    assertTrue(Double.isNaN(nameless.get(Measure.LEVEL)));
  }

  @Test
  void errorsNameTheFieldTheRuleAndTheValue() {
    Influencer.Builder builder = Influencer.builder("x", Platform.OTHER);
    assertMessage(
        "followers must be a finite number >= 0 or NaN for unknown, was -3",
        () -> builder.followers(-3));
    assertMessage(
        "likes must be a finite number >= 0 or NaN for unknown, was Infinity",
        () -> builder.likes(Double.POSITIVE_INFINITY));
    assertMessage(
        "engagementRate must be a finite number >= 0 or NaN for unknown, was -0.1",
        () -> builder.engagementRate(-0.1));
    assertMessage(
        "share of vegan must be between 0 and 1 or NaN for unknown, was 1.2",
        () -> builder.topic("vegan", 1.2));
    assertMessage("currency must not be blank, was \" \"", () -> builder.price(1, " "));
    assertMessage("id must not be blank, was \"\"", () -> Influencer.builder("", Platform.OTHER));
    assertMessage("value must not be blank, was \"\"", () -> builder.label("country", ""));
    assertEquals(
        "platform",
        assertThrows(NullPointerException.class, () -> Influencer.builder("x", null)).getMessage());
    assertEquals(
        "id",
        assertThrows(NullPointerException.class, () -> Influencer.builder(null, Platform.X))
            .getMessage());
  }

  static void assertMessage(String message, Runnable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }

  @Test
  void itIsAValueAndSurvivesSerialization() {
    assertEquals(ANA, ANA.toBuilder().build());
    assertEquals(ANA.hashCode(), ANA.toBuilder().build().hashCode());
    assertNotEquals(ANA, ANA.toBuilder().likes(1).build());
    assertEquals(ANA, Serial.copy(ANA));
    assertEquals("", ANA.toBuilder().set(Measure.PRICE, Double.NaN).build().currency());
  }

  @Test
  void theTextShowsWhatIsKnown() {
    Influencer known =
        Influencer.builder("ana", Platform.INSTAGRAM).followers(48_000).price(350, "EUR").build();
    assertEquals("ana (Instagram: followers 48,000, price 350 EUR)", known.toString());
    assertEquals("b (X)", Influencer.builder("b", Platform.X).build().toString());
  }

  @Test
  void takingOverGapsKeepsTheNumbersAndDropsTheFields() {
    Influencer other = Influencer.builder("ana", Platform.INSTAGRAM).followers(1).likes(2).build();
    Influencer common = ANA.withGapsOf(other);
    assertEquals(List.of("followers", "likes"), common.knownFields());
    assertEquals(48_000, common.followers());
    assertEquals(ANA, ANA.withGapsOf(ANA));
  }

  @Test
  void knownFieldsNameEverythingThatIsKnown() {
    assertEquals(
        List.of(
            "followers",
            "posts",
            "likes",
            "comments",
            "shares",
            "saves",
            "views",
            "clicks",
            "conversions",
            "price",
            "country de",
            "topic vegan",
            "country"),
        ANA.knownFields());
  }

  @Test
  void sharesAndLabelsAreListedInTheOrderOfNamesAndCannotBeChanged() {
    Influencer.Builder builder =
        Influencer.builder("a", Platform.X)
            .topic("Vegan", 0.5)
            .audience("country", "US", 0.25)
            .audience("Country", "Germany", 0.5)
            .audience("country", "FR", Double.NaN)
            .label("topic", "Food")
            .label("country", "Germany")
            .label("topic", "art");
    Influencer account = builder.build();
    assertEquals("{country={de=0.5, us=0.25}, topic={vegan=0.5}}", account.audience().toString());
    assertEquals("{country=[de], topic=[food, art]}", account.labels().toString());
    Map<String, Double> countries = account.audience().get("country");
    assertThrows(UnsupportedOperationException.class, () -> account.audience().clear());
    assertThrows(UnsupportedOperationException.class, () -> countries.put("fr", 0.1));
    assertThrows(UnsupportedOperationException.class, () -> account.labels().clear());
    assertThrows(UnsupportedOperationException.class, () -> account.labels().get("topic").add("x"));
    builder.topic("art", 0.1);
    assertEquals(Map.of("vegan", 0.5), account.audience().get("topic"));
  }

  @Test
  void whatIsListedMakesTheSameAccountAgain() {
    Influencer.Builder again = Influencer.builder(ANA.id(), ANA.platform());
    for (Measure measure : Measure.values()) {
      again.set(measure, ANA.get(measure));
    }
    again.price(ANA.price(), ANA.currency());
    ANA.audience()
        .forEach((dimension, cells) -> cells.forEach((v, f) -> again.audience(dimension, v, f)));
    ANA.labels().forEach((dimension, values) -> values.forEach(v -> again.label(dimension, v)));
    assertEquals(ANA, again.build());
  }

  @Test
  void aRefusedNameLeavesNoDimensionBehind() {
    Influencer.Builder builder = Influencer.builder("a", Platform.X);
    assertThrows(IllegalArgumentException.class, () -> builder.audience("country", " ", 0.5));
    assertThrows(IllegalArgumentException.class, () -> builder.label("country", " "));
    assertEquals(Influencer.builder("a", Platform.X).build(), builder.build());
    BrandProfile.Builder brand = BrandProfile.builder();
    assertThrows(IllegalArgumentException.class, () -> brand.audience("country", " ", 0.5));
    assertEquals(BrandProfile.builder().build(), brand.build());
  }

  @Test
  void platformsAreFoundByName() {
    assertEquals(Optional.of(Platform.TIKTOK), Platform.named(" TikTok "));
    assertEquals(Optional.of(Platform.X), Platform.named("twitter"));
    assertEquals(Optional.empty(), Platform.named("myspace"));
    assertEquals("YouTube", Platform.YOUTUBE.displayName());
  }

  @Test
  void sharesAndLabelsAreFoundWithoutRegardToCase() {
    Influencer account =
        Influencer.builder("a", Platform.INSTAGRAM)
            .followers(10)
            .audience("Country", "de", 0.25)
            .label("topic", "Vegan")
            .build();
    Profile row = ProfileColumns.copyOf(List.of(account)).cursor().moveTo(0);
    for (Profile each : new Profile[] {account, row}) {
      assertEquals(0.25, each.audience("country", "DE"));
      assertEquals(0.25, each.audience("COUNTRY", "de"));
      assertEquals(0.25, each.knownAudience("Country"));
      assertEquals(Double.NaN, each.audience("country", "FR"));
      assertTrue(each.hasLabel("Topic", "VEGAN"));
      assertTrue(each.hasLabels("TOPIC"));
      assertEquals("[vegan]", each.labels("Topic").toString());
    }
  }

  @Test
  void sharesThatAreMoreThanAllAreRefusedButForTopics() {
    Influencer.Builder ana =
        Influencer.builder("ana", Platform.INSTAGRAM)
            .audience("country", "DE", 0.7)
            .audience("country", "AT", 0.5);
    assertEquals(
        "shares of country of ana must be at most 1 together, were 1.2",
        assertThrows(IllegalArgumentException.class, ana::build).getMessage());
    Influencer ben =
        Influencer.builder("ben", Platform.INSTAGRAM).topic("food", 0.7).topic("art", 0.5).build();
    assertEquals(0.5, ben.audience(Profile.TOPIC, "art"));
    Influencer cem =
        Influencer.builder("cem", Platform.INSTAGRAM)
            .audience("gender", "female", 0.51)
            .audience("gender", "male", 0.51)
            .build();
    assertEquals(0.51, cem.audience("gender", "male"));
  }
}
