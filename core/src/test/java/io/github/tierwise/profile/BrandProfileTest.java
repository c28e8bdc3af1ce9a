package io.github.tierwise.profile;

import static io.github.tierwise.profile.InfluencerTest.assertMessage;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.Serial;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BrandProfileTest {

  private static final BrandProfile BRAND =
      BrandProfile.builder()
          .budget(5_000, "eur")
          .size(CompanySize.SME)
          .goal(Goal.SALES)
          .ownPresence(false)
          .topic("Vegan", 1)
          .audience("country", "DE", 1)
          .audience("country", "AT", 0.5)
          .priority(Priority.CONVERSION, 2)
          .build();

  @Test
  void itKeepsTheAnswers() {
    assertEquals(5_000, BRAND.budget());
    assertEquals("EUR", BRAND.currency());
    assertEquals(Optional.of(CompanySize.SME), BRAND.size());
    assertEquals(Optional.of(Goal.SALES), BRAND.goal());
    assertEquals(Optional.of(false), BRAND.ownPresence());
    assertEquals(
        Map.of("topic", Map.of("vegan", 1.0), "country", Map.of("de", 1.0, "at", 0.5)),
        BRAND.targets());
    assertEquals("{country={at=0.5, de=1.0}, topic={vegan=1.0}}", BRAND.targets().toString());
    assertEquals(2, BRAND.priority(Priority.CONVERSION));
    assertEquals(1, BRAND.priority(Priority.COST));
    assertEquals(Map.of(Priority.CONVERSION, 2.0), BRAND.priorities());
    assertThrows(UnsupportedOperationException.class, () -> BRAND.priorities().clear());
    assertThrows(UnsupportedOperationException.class, () -> BRAND.targets().clear());
    assertThrows(UnsupportedOperationException.class, () -> BRAND.targets().get("country").clear());
  }

  @Test
  void everyAnswerIsOptional() {
    BrandProfile silent = BrandProfile.builder().build();
    assertTrue(Double.isNaN(silent.budget()));
    assertEquals("", silent.currency());
    assertEquals(Optional.empty(), silent.size());
    assertEquals("no answers", silent.toString());
    assertEquals(silent, Serial.copy(silent));
  }

  @Test
  void itIsAValueAndSurvivesSerialization() {
    assertEquals(BRAND, BRAND.toBuilder().build());
    assertEquals(BRAND, Serial.copy(BRAND));
    assertEquals(BRAND.hashCode(), Serial.copy(BRAND).hashCode());
    assertNotEquals(BRAND, BRAND.toBuilder().goal(Goal.AWARENESS).build());
    assertEquals(
        "SME, sales, budget 5,000 EUR, no own presence, country AT or DE, topic vegan,"
            + " conversion x 2",
        BRAND.toString());
    assertEquals(
        "large corporation", BrandProfile.builder().size(CompanySize.LARGE).build().toString());
  }

  @Test
  void errorsNameTheAnswerTheRuleAndTheValue() {
    BrandProfile.Builder builder = BrandProfile.builder();
    assertMessage("budget must be a finite number > 0, was 0", () -> builder.budget(0, "EUR"));
    assertMessage("currency must not be blank, was \"\"", () -> builder.budget(1, ""));
    assertMessage(
        "weight of DE must be > 0 and <= 1, was 0", () -> builder.audience("country", "DE", 0));
    assertMessage(
        "priority of cost must be a finite number >= 0, was -1",
        () -> builder.priority(Priority.COST, -1));
    assertMessage("dimension must not be blank, was \"\"", () -> builder.audience("", "x", 1));
  }
}
