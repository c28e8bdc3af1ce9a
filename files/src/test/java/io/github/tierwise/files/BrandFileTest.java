package io.github.tierwise.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.CompanySize;
import io.github.tierwise.profile.Goal;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Priority;
import io.github.tierwise.score.Scorer;
import io.github.tierwise.tier.TierPolicies;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrandFileTest {

  private static Brand read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Brand read(byte[] bytes) {
    return BrandFile.read("brand.toml", new ByteArrayInputStream(bytes));
  }

  private static String error(String toml) {
    return assertThrows(FileException.class, () -> read(toml).scorer()).getMessage();
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
        List.of(
            "country \"Atlantis\" is none that is known, taken as it is",
            "plausible_only is not recommended: more followers, bought ones too, let an account in;"
                + " without it, engagement above 8 times what is expected is marked"),
        brand.remarks());
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
    Scorer scorer = brand.scorer();
    assertEquals("impact", scorer.tiers().id());
    assertEquals(
        "forbes", brand.builder().tiers(TierPolicies.published("forbes")).build().tiers().id());
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
            + " require_tier, schema, size, topics, usd_rate",
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
        "brand.toml line 3: topics.Vegan must be given once, was there as Vegan too",
        error("[topics]\nvegan = 1\nVegan = 0.5\n"));
    assertEquals(
        "brand.toml line 3: audience.Age.18-24 must be given once, was there as 18-24 too",
        error("[audience.age]\nx = 1\n18-24 = 1\n[audience.Age]\n18-24 = 0.5\n"));
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

  @Test
  void theSameAnswersAreReadFromJson() {
    Brand brand =
        read(
            """
            {"schema": 1, "budget": 5000, "currency": "eur", "size": "sme", "goal": "Sales",
             "own_presence": false, "require_tier": ["micro", "nano"], "definition": "forbes",
             "min_engagements": 100, "plausible_only": true, "usd_rate": 0.92,
             "topics": {"vegan": 1.0}, "audience": {"country": {"USA": 1, "KR": 0.5}},
             "priorities": {"audience_fit": 2}}
            """);
    assertEquals(
        read(
            """
            budget = 5_000
            currency = "EUR"
            size = "sme"
            goal = "sales"
            own_presence = false
            require_tier = ["micro", "nano"]
            definition = "forbes"
            min_engagements = 100
            plausible_only = true
            usd_rate = 0.92
            [topics]
            vegan = 1
            [audience.country]
            US = 1
            "Südkorea" = 0.5
            [priorities]
            audience_fit = 2
            """),
        brand);
    assertEquals(BrandProfile.builder().build(), read("{}").profile());
    assertEquals(BrandProfile.builder().build(), read("{\"size\": null}").profile());
  }

  @Test
  void aFileIsReadByItsPathAndNamedByItsName(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("ours.toml"), "size = \"sme\"\n");
    assertEquals(Optional.of(CompanySize.SME), BrandFile.read(file).profile().size());
    Files.writeString(file, "sise = \"sme\"\n");
    FileException wrong = assertThrows(FileException.class, () -> BrandFile.read(file));
    assertEquals(
        "ours.toml line 1: unknown key \"sise\" in ours.toml, did you mean \"size\"?",
        wrong.getMessage());
    Path missing = folder.resolve("theirs.toml");
    FileException none = assertThrows(FileException.class, () -> BrandFile.read(missing));
    assertEquals("file must exist, was \"" + missing + '"', none.getMessage());
  }

  @Test
  void aTreeThatSomebodyElseReadHasTheSameAnswers() {
    ObjectNode answers = JsonNodeFactory.instance.objectNode().put("size", "sme");
    assertEquals(Optional.of(CompanySize.SME), BrandFile.of("a request", answers).profile().size());
    answers.put("goall", "sales");
    FileException wrong =
        assertThrows(FileException.class, () -> BrandFile.of("a request", answers));
    assertEquals(
        "a request: unknown key \"goall\" in a request, did you mean \"goal\"?",
        wrong.getMessage());
  }

  @Test
  void aWrongKeyOfJsonIsNamedWithItsLineAndTheNearestWord() {
    assertEquals(
        "brand.toml line 3: unknown key \"priorities.costs\" in brand.toml, did you mean"
            + " \"priorities.cost\"?",
        error("{\n\"priorities\": {\n  \"costs\": 2}}"));
    assertEquals(
        "brand.toml line 1: size must be sme or large, was \"lage\", did you mean \"large\"?",
        error("{\"size\": \"lage\"}"));
  }

  /** A text that is repeated, with what stands before and after it. */
  private static String many(String before, String text, int times, String after) {
    return before + text.repeat(times) + after;
  }

  @Test
  void whatIsNestedTooDeepIsRefused() {
    String deep = "Document nesting depth (17) exceeds the maximum allowed (16)";
    assertEquals(
        "brand.toml: cannot be read as TOML: " + deep, error(many("x = ", "[", 100_000, "")));
    assertEquals(
        "brand.toml: cannot be read as TOML: " + deep, error(many("", "a.", 100_000, "a = 1")));
    assertEquals(
        "brand.toml: cannot be read as JSON: " + deep, error(many("", "{\"a\":", 100_000, "1")));
  }

  @Test
  void whatIsTooLongIsRefused() {
    assertEquals(
        "brand.toml must have at most 4,000,000 bytes, had more",
        error(many("#", "x", 4_000_000, "")));
    assertEquals(
        "brand.toml: cannot be read as JSON: Name length (1001) exceeds the maximum allowed (1000)",
        error(many("{\"", "k", 1_001, "\": 1}")));
    assertEquals(
        "brand.toml line 1: cannot be read as TOML: Invalid number representation , problem:"
            + " Number value length (2000) exceeds the maximum allowed (1000)",
        error(many("budget = ", "9", 2_000, "")));
    assertEquals(
        "brand.toml: cannot be read as JSON: Number value length (2000) exceeds the maximum"
            + " allowed (1000)",
        error(many("{\"budget\": ", "9", 2_000, "}")));
    assertEquals(
        "brand.toml line 1: size must be sme or large, was \""
            + "x".repeat(59)
            + "…\" (100,000 characters)",
        error(many("size = \"", "x", 100_000, "\"")));
  }

  @Test
  void hugeNumbersAreRefused() {
    String huge = "brand.toml line 1: budget must be a finite number > 0, was ";
    assertEquals(huge + "Infinity", error("budget = 1e999999999\ncurrency = \"USD\"\n"));
    assertEquals(huge + "Infinity", error("{\"budget\": 1e400, \"currency\": \"USD\"}"));
    assertEquals(
        "brand.toml line 1: min_engagements must be >= 0, was 1E+400",
        error("min_engagements = 1e400\n"));
  }

  @Test
  void aKeyThatIsThereTwiceIsRefused() {
    assertEquals(
        "brand.toml line 2: cannot be read as TOML: Duplicate key", error("size = 1\nsize = 2"));
    assertEquals(
        "brand.toml line 2: cannot be read as JSON: Duplicate field 'size'",
        error("{\"size\": \"sme\",\n\"size\": \"large\"}"));
  }

  @Test
  void whatIsNotUtf8IsRefused() {
    byte[] latin = "[topics]\n\"café\" = 1\n".getBytes(StandardCharsets.ISO_8859_1);
    FileException e = assertThrows(FileException.class, () -> read(latin));
    assertEquals("brand.toml must be text in UTF-8, was not: save it as UTF-8", e.getMessage());
    assertEquals(
        Map.of("topic", Map.of("café", 1.0)),
        read("[topics]\n\"café\" = 1\n".getBytes(StandardCharsets.UTF_16)).profile().targets());
  }

  @Test
  void whatIsNoObjectOrGoesOnBehindItIsRefused() {
    assertEquals(
        "brand.toml line 1: cannot be read as JSON: Unrecognized token 'x': was expecting (JSON"
            + " String, Number, Array, Object or token 'null', 'true' or 'false')",
        error("{}x"));
    FileException list =
        assertThrows(
            FileException.class,
            () -> BrandFile.of("a request", JsonNodeFactory.instance.arrayNode()));
    assertEquals("a request must be a table of answers, was a list", list.getMessage());
  }

  @Test
  void aNewerSchemaIsRefused() {
    assertEquals(
        "brand.toml line 1: schema must be at most 1, the newest that this version of Tierwise"
            + " reads, was 2: read it with the version that wrote it, or a newer one",
        error("schema = 2\n"));
    assertEquals(
        "brand.toml line 1: schema must be a whole number >= 1, was 0", error("schema = 0\n"));
  }
}
