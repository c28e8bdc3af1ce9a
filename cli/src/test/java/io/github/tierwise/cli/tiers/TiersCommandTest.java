package io.github.tierwise.cli.tiers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tierwise.cli.Run;
import io.github.tierwise.cli.run.DefinitionConverter;
import io.github.tierwise.cli.run.OutputFormat;
import io.github.tierwise.cli.text.Display;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.tier.TierPolicies;
import io.github.tierwise.tier.TierPolicy;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TiersCommandTest {

  private static String run(String... args) {
    Run run = Run.of(args);
    assertEquals(0, run.code(), run.err());
    assertEquals("", run.err());
    return run.out();
  }

  /** The lines of a group, joined, without its title. */
  private static String group(String out, String title) {
    String[] blocks = out.split("\n\n");
    return Arrays.stream(blocks)
        .filter(block -> block.startsWith(title + ": "))
        .map(block -> block.substring(block.indexOf('\n') + 1).strip().replaceAll("\\s+", " "))
        .findFirst()
        .orElse("no group " + title + " in\n" + out);
  }

  private static List<String> members(String out, String title) {
    return List.of(group(out, title).split(", "));
  }

  @Test
  void everyDefinitionHasALineWithItsTiersAlongTheLineOfFollowers() {
    String out = run("tiers");
    for (String id : TierPolicies.publishedIds()) {
      assertTrue(out.lines().anyMatch(line -> line.startsWith(id + " ")), id);
    }
    assertTrue(
        out.lines().anyMatch(line -> line.matches("forbes +Forbes +2019 +10k micro 500k")), out);
    assertTrue(out.contains("1k nano 10k micro 50k mid 500k macro 1M top 5M VIP\n"), out);
    assertTrue(out.contains("1k nano 10k micro 50k, 500k macro 1M, ?\n"), out);
    assertTrue(
        out.replaceAll("\\s+", " ")
            .contains("81 definitions; in use unless said otherwise: iab-uk. More of one: "),
        out);
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 120, 240})
  void theListKeepsToTheWidth(int width) {
    for (String[] args : List.of(new String[] {"tiers"}, new String[] {"tiers", "100000"})) {
      Run run = Run.atWidth(width, args);
      assertEquals(0, run.code(), run.err());
      run.out().lines().forEach(line -> assertTrue(Display.width(line) <= width, line));
    }
  }

  @Test
  void theListOfAPlatformHasTheTiersThatApplyThere() {
    String out = run("tiers", "--platform", "tiktok");
    assertTrue(out.contains(" 5k nano 50k, 750k macro 2.5M celebrity, ?\n"), out);
    assertFalse(out.contains("Instagram: "), out);
    assertFalse(out.contains("uk-asa-2019"), out);
    assertTrue(out.contains(" definitions with tiers for TikTok, "), out);
  }

  @ParameterizedTest
  @ValueSource(strings = {"48200", "48,200", "48.2k"})
  void countsAreReadAsPeopleWriteThem(String count) {
    String out = run("tiers", count);
    assertTrue(out.startsWith("48,200 followers on Instagram, by 81 published definitions\n"), out);
    assertTrue(members(out, "micro").containsAll(List.of("impact", "forbes", "iab-uk")), out);
    assertFalse(out.contains("*"), "no edge is at 48,200: " + out);
  }

  @Test
  void answersAreGroupedFromTheSmallestTierToWhatCannotBeTold() {
    String out = run("tiers", "100000");
    List<String> titles =
        Arrays.stream(out.split("\n\n"))
            .skip(1)
            .limit(9)
            .map(block -> block.substring(0, block.indexOf(": ")))
            .toList();
    assertEquals(
        List.of(
            "micro",
            "mid",
            "macro",
            "mega",
            "a tier with no common name",
            "no tier, below the lowest",
            "no tier, above the highest",
            "no tier, in a gap",
            "cannot tell"),
        titles);
    assertTrue(members(out, "mega").contains("uk-asa-2019 \"celebrity\""), out);
    assertTrue(members(out, "no tier, in a gap").contains("mediakix (partly known)"), out);
    assertTrue(
        group(out, "cannot tell")
            .contains("needs percentile of an influence score: klear-score-tiers"),
        out);
    int definitions =
        out.lines()
            .filter(line -> line.matches("[a-z].*: [0-9]+ definitions?"))
            .mapToInt(line -> Integer.parseInt(line.replaceAll(".*: | definitions?", "")))
            .sum();
    assertEquals(81, definitions);
  }

  @Test
  void theSourcesOwnLabelIsShownWhereItDiffers() {
    assertTrue(members(run("tiers", "2M"), "mega").contains("iab-uk \"top\""));
  }

  @Test
  void aDisputedEdgeIsShownAsSuchWithTheOtherReading() {
    String out = run("tiers", "100000");
    long open =
        TierPolicies.publishedIds().stream()
            .map(TierPolicies::published)
            .filter(policy -> policy.disputedEdges(Platform.INSTAGRAM).contains(100_000.0))
            .count();
    String all = out.replaceAll("\\s+", " ");
    assertTrue(
        all.contains(
            "* 100,000 is an open edge for %d definitions: the source does not say on which side"
                    .formatted(open)
                + " it is. The upper reading is used; --edge lower shows the other:"),
        out);
    assertTrue(members(out, "no tier, above the highest").contains("impact*"), out);
    assertTrue(all.contains("micro instead of no tier, above the highest: impact, "), out);
    assertTrue(members(out, "mid").contains("iab-uk"), "explicit in its source: " + out);
  }

  @Test
  void theLowerReadingMovesWhatIsDisputedAndNothingElse() {
    String upper = run("tiers", "100000");
    String lower = run("tiers", "100000", "--edge", "lower");
    assertTrue(members(lower, "micro").contains("impact*"), lower);
    assertTrue(
        lower
            .replaceAll("\\s+", " ")
            .contains("The lower reading is used, not the default; --edge upper shows the other:"),
        lower);
    assertEquals(members(upper, "mega"), members(lower, "mega"));
    assertEquals(run("tiers", "48200"), run("tiers", "48200", "--edge", "lower"));
  }

  @Test
  void thePlatformDecidesWhichTiersApply() {
    String out = run("tiers", "500", "--platform", "yt");
    assertTrue(out.startsWith("500 followers on YouTube, by "), out);
    assertTrue(members(out, "no tier, below the lowest").contains("iab-uk"), out);
    assertTrue(
        members(out, "a tier with no common name").contains("youtube-creator-levels \"graphite\""),
        out);
  }

  @Test
  void oneDefinitionIsShownAsItsSourceStatesIt() {
    assertEquals(
        """
        forbes: Forbes
        2019, press, no region stated

        on any platform
          micro           stated as 10,000-500,000; taken as 10,000 to below 500,000, or by the lower reading 10,000 to below
                          500,001; 500,000 left open
          no tier: below the floor of 10,000 followers
          no tier: above the ceiling of 500,000 followers

        A figure that the source leaves open belongs to the upper tier unless --edge lower says otherwise.

        source: An In-depth Look at Micro-Influencers and How They Could Benefit Your Brand (no address known)
          note: the title cited is where the figure is attributed to Forbes
        """,
        run("tiers", "show", "forbes"));
  }

  @Test
  void everyDefinitionCanBeShownWithAllThatItStates() {
    for (String id : TierPolicies.publishedIds()) {
      String out = run("tiers", "show", id);
      out.lines()
          .filter(line -> !line.contains("http"))
          .forEach(line -> assertTrue(Display.width(line) <= 120, line));
      String all = out.replaceAll("\\s+", " ");
      TierPolicy policy = TierPolicies.published(id);
      policy
          .citation()
          .orElseThrow()
          .statements()
          .forEach(
              statement -> {
                assertTrue(all.contains("stated as " + statement.bounds()), id);
                assertTrue(all.contains(statement.title()), id);
                assertTrue(all.contains(statement.address()), id);
                assertTrue(all.contains(statement.note()), id);
                assertTrue(
                    all.contains(statement.requirement().replaceFirst("^(and|or): ", "")), id);
              });
    }
    String partly = run("tiers", "show", "mediakix").replaceAll("\\s+", " ");
    assertTrue(partly.contains("The source has further tiers whose figures were not seen."));
    assertTrue(partly.contains("in a gap of the definition, from 50,000 to below 500,000"));
    assertTrue(run("tiers", "show", "agcom-2025").contains("or instead: one"));
    assertTrue(run("tiers", "show", "sylo").contains("note on celebrity: "));
    assertTrue(run("tiers", "show", "agcom-2024").contains("all platforms, followers summed"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"FORBES", "Forbes", "forbes"})
  void idsAreReadInAnyCase(String id) {
    assertTrue(run("tiers", "show", id).startsWith("forbes: Forbes\n"));
    assertEquals("forbes", new DefinitionConverter().convert(id));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fobres | was \"fobres\", did you mean \"forbes\"? tierwise tiers lists all 81",
        "Statista | was \"Statista\", did you mean \"statista-uk-2021\", \"statista-global-2023\"? tierwise",
        "zzzzzzzzz | was \"zzzzzzzzz\"; tierwise tiers lists all 81"
      })
  void anUnknownIdIsWrongUsageWithTheNearest(String id, String message) {
    Run run = Run.of("tiers", "show", id);
    assertEquals(2, run.code());
    assertEquals("", run.out());
    assertTrue(run.err().contains("definition must be a published one, " + message), run.err());
    assertEquals(2, run.err().lines().count(), run.err());
  }

  @Test
  void whatIsNoCountIsWrongUsage() {
    Run run = Run.of("tiers", "many");
    assertEquals(2, run.code());
    assertTrue(
        run.err()
            .contains("followers must be a number >= 0, such as 48200 or 48.2k, was \"many\"\n"),
        run.err());
    assertTrue(
        Run.of("tiers", "Forbes")
            .err()
            .contains("was \"Forbes\"; to see that definition: tierwise tiers show forbes"));
    assertEquals(2, Run.of("tiers", "5", "--platform", "myspace").code());
    assertEquals(2, Run.of("tiers", "5", "--edge", "left").code());
  }

  @Test
  void csvHasALineForEachTierOrForEachAnswer() {
    List<String> tiers = run("tiers", "--format", "csv").lines().toList();
    assertTrue(tiers.get(0).startsWith("id,publisher,year,kind,region,"), tiers.get(0));
    int statements =
        TierPolicies.publishedIds().stream()
            .map(TierPolicies::published)
            .mapToInt(policy -> policy.citation().orElseThrow().statements().size())
            .sum();
    assertEquals(1 + statements, tiers.size());
    assertEquals(
        tiers.stream().filter(line -> line.startsWith("sylo,")).toList(),
        run("tiers", "show", "sylo", "--format", "csv").lines().skip(1).toList());
    List<String> answers = run("tiers", "100000", "--format", "csv").lines().toList();
    assertEquals(82, answers.size());
    assertTrue(
        answers.contains(
            "impact,iMPACT,2019,,above_ceiling,unclassified,,,\"above the ceiling of 100,000"
                + " followers\",true,micro,micro"),
        answers.get(1));
  }

  @Test
  void jsonHasAnObjectForEachDefinition() throws IOException {
    ObjectMapper json = new ObjectMapper();
    JsonNode all = json.readTree(run("tiers", "--format", "json"));
    assertEquals(81, all.size());
    assertEquals(all.get(1), json.readTree(run("tiers", "show", "forbes", "--format", "json")));
    assertEquals(500_000, all.get(1).get("tiers").get(0).get("max").asInt());
    JsonNode answers = json.readTree(run("tiers", "100k", "--format", "json", "--edge", "lower"));
    assertEquals(100_000, answers.get("followers").asInt());
    assertEquals("lower", answers.get("edge").asText());
    JsonNode impact = answers.get("definitions").get(0);
    assertEquals("micro", impact.get("answer").asText());
    assertTrue(impact.get("disputed_edge").asBoolean());
    assertEquals("above_ceiling", impact.get("other_reading_answer").asText());
    JsonNode mega = new TierListJson(json).of("iab-uk").get("tiers").get(5);
    assertTrue(mega.get("max").isNull(), mega.toString());
  }

  /** One definition of the list. */
  private record TierListJson(ObjectMapper json) {
    JsonNode of(String id) throws IOException {
      return json.readTree(
              new TierList(List.of(TierPolicies.published(id)), Optional.empty())
                  .write(OutputFormat.json, 120))
          .get(0);
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "999, 999", "1000, 1k", "2500, 2.5k", "1000000, 1M", "1000001, '1,000,001'"})
  void roundCountsAreShort(double count, String text) {
    assertEquals(text, TierList.compact(count));
  }
}
