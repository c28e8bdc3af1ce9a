package io.github.tierwise.files.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tierwise.deal.Deal;
import io.github.tierwise.deal.Frontier;
import io.github.tierwise.engagement.EngagementModels;
import io.github.tierwise.engagement.SizeCurve;
import io.github.tierwise.explain.Explanation;
import io.github.tierwise.files.BrandFile;
import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Profile;
import io.github.tierwise.score.Criterion;
import io.github.tierwise.score.PriceCurve;
import io.github.tierwise.score.Ranking;
import io.github.tierwise.score.Score;
import io.github.tierwise.score.Scorer;
import io.github.tierwise.study.TierStudy;
import io.github.tierwise.tier.TierPolicies;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TierwiseJacksonTest {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().addModule(new TierwiseJackson()).build();

  private static String error(String json, Class<?> type) {
    return assertThrows(JsonMappingException.class, () -> MAPPER.readValue(json, type))
        .getOriginalMessage();
  }

  private static String notWritten(Object value) {
    return assertThrows(JsonMappingException.class, () -> MAPPER.writeValueAsString(value))
        .getOriginalMessage();
  }

  @TestFactory
  Stream<DynamicTest> everyTypeIsReadAsItWasWritten() {
    return Samples.all().entrySet().stream()
        .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> assertRead(each.getValue())));
  }

  private static void assertRead(Object value) throws JsonProcessingException {
    String json = MAPPER.writeValueAsString(value);
    Object read = MAPPER.readValue(json, value.getClass());
    if (value instanceof Scorer scorer) {
      assertEquals(scorer.describe(), ((Scorer) read).describe());
    } else {
      assertEquals(value, read);
    }
    assertEquals(json, MAPPER.writeValueAsString(read));
    // By way of a tree and through maps, as frameworks do.
    assertEquals(json, MAPPER.writeValueAsString(MAPPER.convertValue(value, value.getClass())));
  }

  @Test
  void anAccountIsWrittenByTheWordsOfTheCommandLine() throws JsonProcessingException {
    assertEquals(
        """
        {"schema":1,"id":"ana","platform":"instagram","followers":48000,"posts":12,"likes":1080.5,\
        "comments":72,"price":350,"level":10.2,"level_variance":0.25,"post_deviation":0.9,\
        "level_open":0,"currency":"EUR","level_formula":"likes + comments by followers","topics":{"vegan":0.8},\
        "audience":{"country":{"at":0.1,"de":0.62}},"labels":{"topic":["food"]}}""",
        MAPPER.writeValueAsString(Samples.ANA));
  }

  @Test
  void aScorerIsWrittenAsABrandFile() throws JsonProcessingException {
    String json = MAPPER.writeValueAsString(Samples.SCORER);
    assertEquals(
        """
        {"schema":1,"budget":5000,"currency":"EUR","size":"sme","goal":"sales",\
        "own_presence":false,"topics":{"vegan":1},\
        "audience":{"age":{"18-24":0.5},"country":{"de":1}},"priorities":{"audience_fit":2},\
        "definition":"impact","require_tier":["micro"],"min_engagements":12.5,\
        "plausible_only":true,"usd_rate":0.92}""",
        json);
    assertEquals(
        Samples.SCORER.fingerprint(),
        BrandFile.read("a scorer", new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)))
            .scorer()
            .fingerprint());
  }

  @Test
  void aRequestSaysNoMoreThanIsKnown() throws JsonProcessingException {
    Influencer ben =
        MAPPER.readValue(
            """
            {"id": "ben", "platform": "TikTok", "followers": 9800, "likes": 430, "comments": null}
            """,
            Influencer.class);
    assertEquals(
        Influencer.builder("ben", Platform.TIKTOK).followers(9_800).likes(430).build(), ben);
  }

  @Test
  void numbersAreTheShortestTextThatReadsBack() throws JsonProcessingException {
    Influencer odd =
        Influencer.builder("odd", Platform.X)
            .followers(1e15)
            .likes(2.0E-3)
            .comments(Double.MIN_NORMAL)
            .shares(Double.MIN_VALUE)
            .views(Double.MAX_VALUE)
            .saves(1.0 / 3)
            .clicks(Double.parseDouble("2.0E23"))
            .build();
    String json = MAPPER.writeValueAsString(odd);
    assertEquals(
        """
        {"schema":1,"id":"odd","platform":"x","followers":1.0E15,"likes":0.002,\
        "comments":2.2250738585072014E-308,"shares":4.9E-324,"saves":0.3333333333333333,\
        "views":1.7976931348623157E308,"clicks":2.0E23}""",
        json);
    assertEquals(odd, MAPPER.readValue(json, Influencer.class));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"id\": \"a\", \"platform\": \"x\", \"folowers\": 3} | unknown key \"folowers\" in"
            + " influencer, did you mean \"followers\"?",
        "{\"id\": \"a\", \"plattform\": \"x\"} | influencer.platform must be a text, was missing; did"
            + " you mean it by \"plattform\"?",
        "{\"id\": \"a\", \"platform\": \"x\", \"what\": 3} | unknown key \"what\" in influencer;"
            + " known are schema, id, platform, followers, posts, likes, comments, shares, saves,"
            + " views, engagements, clicks, conversions, price, level, level_variance,"
            + " post_deviation, level_open, currency, level_formula, topics, audience, labels",
        "{\"platform\": \"x\"} | influencer.id must be a text, was missing",
        "{\"id\": \" \", \"platform\": \"x\"} | influencer: id must not be blank, was \" \"",
        "{\"id\": 3, \"platform\": \"x\"} | influencer.id must be a text, was 3",
        "{\"id\": \"a\", \"platform\": \"instagrm\"} | influencer.platform must be instagram or"
            + " tiktok or youtube or x or facebook or linkedin or twitch or snapchat or pinterest"
            + " or other, was \"instagrm\", did you mean \"instagram\"?",
        "{\"id\": \"a\", \"platform\": \"x\", \"likes\": \"many\"} | influencer.likes must be a"
            + " finite number, was \"many\"",
        "{\"id\": \"a\", \"platform\": \"x\", \"likes\": 1e999} | influencer.likes must be a finite"
            + " number, was \"Infinity\"",
        "{\"id\": \"a\", \"platform\": \"x\", \"likes\": -3} | influencer: likes must be a finite"
            + " number >= 0 or NaN for unknown, was -3",
        "{\"id\": \"a\", \"platform\": \"x\", \"likes\": 3, \"likes\": 4} | key \"likes\" of"
            + " influencer must be there once, was there twice",
        "{\"id\": \"a\", \"platform\": \"x\", \"price\": 3} | influencer.currency must be given"
            + " with price, was missing",
        "{\"id\": \"a\", \"platform\": \"x\", \"currency\": \"EUR\"} | influencer.price must be"
            + " given with currency, was missing",
        "{\"id\": \"a\", \"platform\": \"x\", \"level\": 3} | influencer.level_variance must be"
            + " given with the other parts of a level, was missing",
        "{\"id\": \"a\", \"platform\": \"x\", \"topics\": 3} | influencer.topics must be an object,"
            + " was 3",
        "{\"id\": \"a\", \"platform\": \"x\", \"topics\": {\"vegan\": 2}} | influencer: share of"
            + " vegan must be between 0 and 1 or NaN for unknown, was 2",
        "{\"id\": \"a\", \"platform\": \"x\", \"audience\": {\"country\": {\"DE\": 0.2, \"Germany\":"
            + " 0.3}}} | influencer.audience must be a share a value, by one name, was 2 shares of"
            + " 1 values",
        "{\"id\": \"a\", \"platform\": \"x\", \"audience\": {\"topic\": {\"a\": 0.2}}} |"
            + " influencer.audience must be without topic, which is said as topics, was with it",
        "{\"id\": \"a\", \"platform\": \"x\", \"labels\": {\"topic\": [3]}} |"
            + " influencer.labels.topic[0] must be a text, was 3",
        "{\"schema\": 2, \"id\": \"a\", \"platform\": \"x\"} | influencer: schema must be at most"
            + " 1, the newest that this version of Tierwise reads, was 2: read it with the version"
            + " that wrote it, or a newer one",
        "{\"schema\": \"1\", \"id\": \"a\", \"platform\": \"x\"} | influencer: schema must be a whole"
            + " number >= 1, was \"1\"",
        "[] | influencer must be an object, was a list"
      })
  void whatIsWrongWithAnAccountIsSaidWithItsPlace(String json, String message) {
    assertEquals(message, error(json, Influencer.class));
  }

  @Test
  void whatIsNestedTooDeepIsRefused() {
    String deep = "{\"a\":".repeat(500) + "1" + "}".repeat(500);
    assertEquals(
        "influencer must be nested at most 400 deep, was deeper", error(deep, Influencer.class));
  }

  @Test
  void asManyValuesAsMakeAServiceWorkForMinutesAreRefused() {
    String many =
        IntStream.range(0, 10_001).mapToObj(i -> "\"t" + i + "\"").collect(Collectors.joining(","));
    assertEquals(
        "influencer.labels.topic must have at most 10,000 values, has 10,001",
        error(
            "{\"id\": \"a\", \"platform\": \"x\", \"labels\": {\"topic\": [" + many + "]}}",
            Influencer.class));
  }

  @Test
  void aBrandIsRefusedAsItsFileIs() {
    assertEquals(
        "unknown key \"sise\" in brand, did you mean \"size\"?",
        error("{\"sise\": \"sme\"}", BrandProfile.class));
    assertEquals(
        "unknown key \"definition\" in brand; known are schema, budget, currency, size, goal,"
            + " own_presence, topics, audience, priorities",
        error("{\"definition\": \"forbes\"}", BrandProfile.class));
    assertEquals(
        "brand: currency must be given with budget, as in currency = \"USD\"",
        error("{\"budget\": 5}", BrandProfile.class));
    assertEquals(
        "scorer: schema must be at most 1, the newest that this version of Tierwise reads, was 2:"
            + " read it with the version that wrote it, or a newer one",
        error("{\"schema\": 2}", Scorer.class));
    assertEquals(
        "scorer: tier must be one of nano, micro, mid, top, mega in definition iab-uk, was giant"
            .replace("nano, micro, mid, top, mega", labels()),
        error("{\"require_tier\": \"giant\"}", Scorer.class));
  }

  private static String labels() {
    return String.join(
        ", ",
        TierPolicies.standard().tiers().stream().map(each -> each.label()).distinct().toList());
  }

  /** A criterion of somebody's own. */
  private record Saves() implements Criterion {
    @Override
    public String name() {
      return "saves";
    }

    @Override
    public double utility(Profile profile) {
      return profile.saves() > 0 ? 1 : 0;
    }

    @Override
    public double neutral() {
      return 0;
    }
  }

  @Test
  void aScorerWithMoreThanABrandFileCanSayIsRefusedByName() {
    String start = "scorer must have ";
    String end = ": write its brand, and add it again where it is read";
    String rule = " of no more than a brand file can say to be written, has ";
    Scorer.Builder plain = Scorer.builder(Samples.BRAND);
    assertEquals(
        start + "a criterion" + rule + "saves" + end,
        notWritten(plain.criterion(new Saves(), 1).build()));
    assertEquals(
        start + "a tier definition" + rule + "ours" + end,
        notWritten(
            Scorer.builder(Samples.BRAND)
                .tiers(TierPolicies.ranges("ours").tier("small", 0, 1_000).build())
                .build()));
    assertEquals(
        start + "an engagement rate" + rule + "likes by followers on Instagram" + end,
        notWritten(
            Scorer.builder(Samples.BRAND)
                .engagement(
                    Platform.INSTAGRAM,
                    EngagementModels.weighted(Map.of(Measure.LIKES, 1.0), Measure.FOLLOWERS))
                .build()));
    SizeCurve curve = SizeCurve.fit(EngagementModels.standard(Platform.INSTAGRAM), peers());
    assertEquals(
        start + "a size curve" + rule + curve.source() + " on Instagram" + end,
        notWritten(
            Scorer.builder(Samples.BRAND)
                .engagement(EngagementModels.standard(Platform.INSTAGRAM), curve)
                .build()));
    assertEquals(
        start + "usual prices" + rule + "our own list" + end,
        notWritten(
            Scorer.builder(Samples.BRAND)
                .prices(new PriceCurve("EUR", 30, 100, 0.5, 2, "our own list"))
                .build()));
  }

  private static List<Influencer> peers() {
    return Stream.iterate(1_000.0, followers -> followers * 1.05)
        .limit(100)
        .map(
            followers ->
                Influencer.builder("peer-" + followers, Platform.INSTAGRAM)
                    .followers(followers)
                    .likes(followers / 30)
                    .comments(3)
                    .build())
        .toList();
  }

  @Test
  void aRateToADollarIsFoundAgainToTheBit() throws JsonProcessingException {
    for (double rate = 1e-3; rate < 1e5; rate *= 1.37) {
      Scorer scorer =
          Scorer.builder(Samples.BRAND).prices(PriceCurve.published().in("EUR", rate)).build();
      Scorer read = MAPPER.readValue(MAPPER.writeValueAsString(scorer), Scorer.class);
      assertEquals(scorer.prices(), read.prices());
    }
  }

  @Test
  void anInfiniteNumberIsAText() throws JsonProcessingException {
    Explanation infinite =
        Explanation.of(
            "cost per engagement",
            Explanation.Operation.QUOTIENT,
            "",
            List.of(Explanation.given("price", 350, ""), Explanation.given("engagements", 0, "")));
    String json = MAPPER.writeValueAsString(infinite);
    assertTrue(json.contains("\"value\":\"Infinity\""), json);
    assertEquals(infinite, MAPPER.readValue(json, Explanation.class));
  }

  @Test
  void aValueThatDoesNotFollowIsRefused() throws JsonProcessingException {
    assertEquals(
        "explanation.value must be 3, which follows from its parts, was 4",
        error(
            """
            {"label": "both", "value": 4, "operation": "sum", "note": "", "parts": [
              {"label": "a", "value": 1, "operation": "given", "note": "", "parts": []},
              {"label": "b", "value": 2, "operation": "given", "note": "", "parts": []}]}
            """,
            Explanation.class));
    ObjectNode score = MAPPER.valueToTree(Scorer.of(Samples.BRAND).score(Samples.ANA));
    score.put("score", 99).put("high", 100);
    String wrong = error(score.toString(), Score.class);
    assertTrue(
        wrong.matches(
            "score: estimate of ana must be the sum of its contributions, .*, was 99 \\(.* to 100\\)"),
        wrong);
    score = MAPPER.valueToTree(Scorer.of(Samples.BRAND).score(Samples.ANA));
    score.put("eligible", false);
    assertEquals(
        "score.eligible must be true, by its failures, was false",
        error(score.toString(), Score.class));
    ObjectNode ranking = MAPPER.valueToTree(Scorer.of(Samples.BRAND).rank(Samples.accounts()));
    ((ObjectNode) ranking.at("/entries/0")).put("rank", 2);
    assertEquals(
        "ranking.entries[0].rank must be 1, was 2", error(ranking.toString(), Ranking.class));
  }

  @Test
  void aDealAFrontierAndAStudyAreWrittenAsTheirSummaries() throws JsonProcessingException {
    assertEquals(
        MAPPER.writeValueAsString(DealSummary.of(Samples.deal())),
        MAPPER.writeValueAsString(Samples.deal()));
    assertEquals(
        MAPPER.writeValueAsString(FrontierSummary.of(Samples.frontier())),
        MAPPER.writeValueAsString(Samples.frontier()));
    assertEquals(
        MAPPER.writeValueAsString(StudySummary.of(Samples.study())),
        MAPPER.writeValueAsString(Samples.study()));
    assertEquals(
        "deal must be read as DealSummary: what a deal can be asked is known to its candidates,"
            + " which are not written",
        error("{}", Deal.class));
    assertEquals(
        "frontier must be read as FrontierSummary: the best size of a post is asked of a scorer,"
            + " which is not written",
        error("{}", Frontier.class));
    assertEquals(
        "study must be read as StudySummary: what a study can be asked is in its counts, which are"
            + " not written",
        error("{}", TierStudy.class));
  }

  /** What a service answers, with values of Tierwise within. */
  record Answer(String request, Influencer account, List<Score> scores) {}

  @Test
  void valuesWithinOthersAreWrittenAndReadAndAnErrorTellsWhere() throws JsonProcessingException {
    ObjectMapper indented = MAPPER.copy().enable(SerializationFeature.INDENT_OUTPUT);
    Answer answer =
        new Answer("r1", Samples.ANA, List.of(Scorer.of(Samples.BRAND).score(Samples.ANA)));
    assertEquals(answer, indented.readValue(indented.writeValueAsString(answer), Answer.class));
    JsonMappingException e =
        assertThrows(
            JsonMappingException.class,
            () -> MAPPER.readValue("{\"account\": {\"id\": \"a\"}}", Answer.class));
    assertEquals("influencer.platform must be a text, was missing", e.getOriginalMessage());
    assertEquals("account", e.getPath().get(0).getFieldName());
  }
}
