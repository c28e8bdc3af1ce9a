package io.github.tierwise.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.files.cells.InputException;
import io.github.tierwise.files.table.Source;
import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.CompanySize;
import io.github.tierwise.profile.Goal;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Priority;
import io.github.tierwise.score.Scorer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrandFileTest {

  private static Brand read(String toml) {
    return BrandFile.read(Source.of("brand.toml", toml.getBytes(StandardCharsets.UTF_8)));
  }

  private static String error(String toml) {
    return assertThrows(InputException.class, () -> read(toml).scorer(Optional.empty()))
        .getMessage();
  }

  @Test
  void everyAnswerIsRead() {
    Brand brand =
        read(
            """
            budget = 5_000
            currency = "eur"
            size = "sme"
            goal = "Sales"
            own_presence = false
            require_tier = ["micro", "nano"]
            definition = "forbes"
            min_engagements = 100
            plausible_only = true
            usd_rate = 0.92
            [topics]
            vegan = 1.0
            [audience.country]
            USA = 1.0
            "Südkorea" = 0.5
            Atlantis = 0.1
            [audience.age]
            "18-24" = 0.8
            [priorities]
            audience_fit = 2
            """);
    assertEquals(
        BrandProfile.builder()
            .budget(5_000, "EUR")
            .size(CompanySize.SME)
            .goal(Goal.SALES)
            .ownPresence(false)
            .topic("vegan", 1)
            .audience("country", "US", 1)
            .audience("country", "KR", 0.5)
            .audience("country", "Atlantis", 0.1)
            .audience("age", "18-24", 0.8)
            .priority(Priority.AUDIENCE_FIT, 2)
            .build(),
        brand.profile());
    assertEquals(List.of("micro", "nano"), brand.requiredTiers());
    assertEquals(
        List.of("country \"Atlantis\" is none that is known, taken as it is"), brand.remarks());
  }

  @Test
  void theRulesReachTheScorer() {
    Brand brand =
        read(
            """
            budget = 5000
            currency = "EUR"
            definition = "impact"
            require_tier = ["micro"]
            min_engagements = 100
            plausible_only = true
            usd_rate = 0.5
            """);
    Scorer scorer = brand.scorer(Optional.empty());
    assertEquals("impact", scorer.tiers().id());
    assertEquals("forbes", brand.scorer(Optional.of("forbes")).tiers().id());
    String described = scorer.describe();
    assertTrue(described.contains("at least 100 people engage"));
    assertTrue(described.contains("engagement-far-above-expected"));
    assertTrue(described.contains("tier by impact is micro"));
    Influencer ana =
        Influencer.builder("ana", Platform.INSTAGRAM).followers(10_000).likes(300).build();
    assertEquals(238, scorer.score(ana).price(), 1, "477 USD at 0.5 EUR");
  }

  @Test
  void aBrandThatAnswersNothingIsABrand() {
    assertEquals(BrandProfile.builder().build(), read("# nothing\n").profile());
    assertEquals(BrandProfile.builder().build(), Brand.unknown().profile());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "bugdet = 1 | line 1: unknown key \"bugdet\" in brand.toml, did you mean \"budget\"?",
        "xyz = 1 | line 1: unknown key \"xyz\" in brand.toml; known are audience, budget, currency,"
            + " definition, goal, min_engagements, own_presence, plausible_only, priorities,"
            + " require_tier, size, topics, usd_rate",
        "budget = \"5000\" | line 1: budget must be a number, was \"5000\"",
        "size = \"smal\" | line 1: size must be sme or large, was \"smal\"",
        "goal = \"sale\" | line 1: goal must be awareness or engagement or sales, was \"sale\", did"
            + " you mean \"sales\"?",
        "goal = 3 | line 1: goal must be a text, was 3",
        "own_presence = \"yes\" | line 1: own_presence must be true or false, was \"yes\"",
        "topics = 3 | line 1: topics must be a table, as in [topics], was 3",
        "audience = [1] | line 1: audience must be a table, as in [audience], was a list",
        "definition = \"iabuk\" | line 1: definition must be a published one, was \"iabuk\"",
        "min_engagements = -1 | line 1: min_engagements must be >= 0, was -1",
        "require_tier = [1] | line 1: require_tier must be a text, was 1",
        "budget = 5 | line 1: currency must be given with budget, as in currency = \"USD\"",
        "currency = \"EUR\" | line 1: budget must be given with currency, as in budget = 5000",
        "currency = \"euros\" | line 1: currency must be a code of three letters, was \"euros\"",
        "usd_rate = 2 | line 1: budget and currency must be given with usd_rate"
      })
  void aWrongLineIsNamedWithItsRule(String toml, String message) {
    String error = error(toml);
    assertTrue(error.startsWith("brand.toml " + message), error);
  }

  @Test
  void aDefinitionIsFoundInAnyCaseAndNotAllAreListedIfThereIsNone() {
    assertEquals(Optional.of("iab-uk"), read("definition = \"IAB-UK\"\n").definition());
    assertEquals(
        "brand.toml line 1: definition must be a published one, was \"iabuk\", did you mean"
            + " \"iab-uk\"? tierwise tiers lists all 81",
        error("definition = \"iabuk\"\n"));
  }

  @Test
  void wrongValuesInTablesAreNamedWithTheirLine() {
    assertEquals(
        "brand.toml line 2: weight of vegan must be > 0 and <= 1, was 2",
        error("[topics]\nvegan = 2\n"));
    assertEquals(
        "brand.toml line 2: topics.vegan must be a number, was \"much\"",
        error("[topics]\nvegan = \"much\"\n"));
    assertEquals(
        "brand.toml line 3: audience.country.USA must be given once, was there as US too",
        error("[audience.country]\nUS = 1\nUSA = 1\n"));
    assertEquals(
        "brand.toml line 2: unknown key \"priorities.costs\" in brand.toml, did you mean"
            + " \"priorities.cost\"?",
        error("[priorities]\ncosts = 2\n"));
    assertEquals(
        "brand.toml line 2: priority of cost must be a finite number >= 0, was -2",
        error("[priorities]\ncost = -2\n"));
  }

  @Test
  void aBrandWantsSoMuchAtMost() {
    StringBuilder topics = new StringBuilder("[topics]\n");
    for (int i = 0; i <= 10_000; i++) {
      topics.append("t").append(i).append(" = 1\n");
    }
    assertEquals(
        "brand.toml line 1: topics must be at most 10,000, were 10,001", error(topics.toString()));
  }

  @Test
  void budgetsAndRatesMustBePositive() {
    assertEquals(
        "brand.toml line 1: budget must be a finite number > 0, was 0",
        error("budget = 0\ncurrency = \"USD\"\n"));
    assertEquals(
        "brand.toml line 3: usd_rate must be 1 for a brand in USD, was 2.0",
        error("budget = 1\ncurrency = \"USD\"\nusd_rate = 2\n"));
    assertEquals(
        "brand.toml line 3: usd_rate must be > 0, was -1.0",
        error("budget = 1\ncurrency = \"EUR\"\nusd_rate = -1\n"));
  }

  @Test
  void whatIsNoTomlIsSaidWithItsLine() {
    String error = error("budget = 5\nsize = = 3\n");
    assertTrue(error.startsWith("brand.toml line 2: cannot be read as TOML: "), error);
  }

  @Test
  void aTierThatTheDefinitionDoesNotHaveIsAnError() {
    String error = error("require_tier = [\"giant\"]\n");
    assertTrue(error.startsWith("brand.toml: tier must be one of "), error);
  }

  @Test
  void prioritiesThatLeaveNothingAreAnError() {
    String error = error("[priorities]\nengagement = 0\nconversion = 0\nengaged_audience = 0\n");
    assertEquals("brand.toml: weights must sum to > 0, was 0", error);
  }

  @Test
  void aKeyMayHoldWhatAPatternWouldTakeForItsOwn() {
    String error = error("size = \"sme\"\n'a\\E(' = 1\n");
    assertTrue(error.startsWith("brand.toml line 2: unknown key \"a\\E(\" in brand.toml"), error);
  }
}
