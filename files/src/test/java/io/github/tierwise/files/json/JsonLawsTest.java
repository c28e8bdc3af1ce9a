package io.github.tierwise.files.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.tierwise.deal.DealPlanner;
import io.github.tierwise.explain.Explanation;
import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.CompanySize;
import io.github.tierwise.profile.Goal;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Priority;
import io.github.tierwise.score.Ranking;
import io.github.tierwise.score.Score;
import io.github.tierwise.score.Scorer;
import io.github.tierwise.tier.TierPolicies;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is read is what was written, to the last bit. */
class JsonLawsTest {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().addModule(new TierwiseJackson()).build();

  private static final List<String> DIMENSIONS =
      List.of("country", "age", "gender", "topic", "a \"strange\" one\n");

  /** Any double that may be a number of an account, by its bits. */
  private static Arbitrary<Double> numbers(double most) {
    Arbitrary<Double> bits =
        Arbitraries.longs()
            .map(Double::longBitsToDouble)
            .map(Math::abs)
            .filter(each -> each <= most);
    return Arbitraries.oneOf(
        bits, Arbitraries.doubles().between(0, most), Arbitraries.of(0.0, -0.0, most));
  }

  private static Arbitrary<String> names() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMinLength(1).ofMaxLength(8).filter(each -> !each.isBlank()),
        Arbitraries.of("DE", "Germany", "Südkorea", "18-24", "Infinity", "null", " a", "İ", "ß"));
  }

  @Provide
  static Arbitrary<Influencer> accounts() {
    Arbitrary<Map<Measure, Double>> measures =
        Arbitraries.maps(Arbitraries.of(Measure.class), numbers(1e12)).ofMaxSize(9);
    Arbitrary<Map<String, Double>> shares = Arbitraries.maps(names(), numbers(0.2)).ofMaxSize(4);
    Arbitrary<Map<String, Map<String, Double>>> audience =
        Arbitraries.maps(Arbitraries.of(DIMENSIONS), shares).ofMaxSize(3);
    Arbitrary<Map<String, List<String>>> labels =
        Arbitraries.maps(Arbitraries.of(DIMENSIONS), names().list().ofMaxSize(3)).ofMaxSize(2);
    return Combinators.combine(
            names(),
            Arbitraries.of(Platform.class),
            measures,
            audience,
            labels,
            Arbitraries.of(true, false))
        .as(
            (id, platform, numbers, dimensions, named, level) -> {
              Influencer.Builder builder = Influencer.builder(id, platform);
              numbers.forEach(builder::set);
              if (numbers.containsKey(Measure.PRICE)) {
                builder.price(numbers.getOrDefault(Measure.PRICE, 0.0), level ? "EUR" : "USD");
              }
              if (level) {
                builder.level("likes + comments by followers", 7.25, 0.5, 1.0 / 3);
              }
              dimensions.forEach(
                  (dimension, values) ->
                      values.forEach((value, share) -> builder.audience(dimension, value, share)));
              named.forEach(
                  (dimension, values) -> values.forEach(value -> builder.label(dimension, value)));
              return builder.build();
            });
  }

  @Provide
  static Arbitrary<BrandProfile> brands() {
    Arbitrary<Map<String, Map<String, Double>>> targets =
        Arbitraries.maps(
                Arbitraries.of(DIMENSIONS),
                Arbitraries.maps(names(), numbers(1).filter(each -> each > 0)).ofMaxSize(4))
            .ofMaxSize(3);
    Arbitrary<Map<Priority, Double>> priorities =
        Arbitraries.maps(Arbitraries.of(Priority.class), numbers(9)).ofMaxSize(4);
    return Combinators.combine(
            numbers(1e9).filter(each -> each > 0).optional(),
            Arbitraries.of(CompanySize.class).optional(),
            Arbitraries.of(Goal.class).optional(),
            Arbitraries.of(true, false).optional(),
            targets,
            priorities)
        .as(
            (budget, size, goal, presence, wanted, factors) -> {
              BrandProfile.Builder builder = BrandProfile.builder();
              budget.ifPresent(amount -> builder.budget(amount, "EUR"));
              size.ifPresent(builder::size);
              goal.ifPresent(builder::goal);
              presence.ifPresent(builder::ownPresence);
              wanted.forEach(
                  (dimension, values) ->
                      values.forEach(
                          (value, weight) -> builder.audience(dimension, value, weight)));
              factors.forEach(builder::priority);
              // One criterion is left.
              return builder.priority(Priority.ENGAGED_AUDIENCE, 1).build();
            });
  }

  private static <T> T read(T value, Class<T> type) throws JsonProcessingException {
    String json = MAPPER.writeValueAsString(value);
    T read = MAPPER.readValue(json, type);
    // Negative zero is another text.
    assertEquals(json, MAPPER.writeValueAsString(read));
    return read;
  }

  @Property(tries = 400)
  void anAccountIsReadAsItWasWritten(@ForAll("accounts") Influencer account)
      throws JsonProcessingException {
    assertEquals(account, read(account, Influencer.class));
  }

  @Property(tries = 400)
  void aBrandIsReadAsItWasWritten(@ForAll("brands") BrandProfile brand)
      throws JsonProcessingException {
    assertEquals(brand, read(brand, BrandProfile.class));
  }

  @Property(tries = 100)
  void aScorerIsReadAsItWasWrittenAndScoresToTheSameBits(
      @ForAll("brands") BrandProfile brand,
      @ForAll("accounts") Influencer account,
      @ForAll("definitions") String definition)
      throws JsonProcessingException {
    Scorer scorer = Scorer.builder(brand).tiers(TierPolicies.published(definition)).build();
    Scorer read = read(scorer, Scorer.class);
    assertEquals(scorer.describe(), read.describe());
    assertEquals(scorer.score(account), read.score(account));
  }

  @Provide
  static Arbitrary<String> definitions() {
    return Arbitraries.of(TierPolicies.publishedIds());
  }

  @Property(tries = 100)
  void scoresReasonsAndRankingsAreReadAsTheyWereWritten(
      @ForAll("brands") BrandProfile any, @ForAll("lists") List<Influencer> accounts)
      throws JsonProcessingException {
    BrandProfile brand = any.toBuilder().budget(5_000, "EUR").build();
    Scorer scorer = Scorer.of(brand);
    for (Influencer account : accounts) {
      assertEquals(scorer.score(account), read(scorer.score(account), Score.class));
      assertEquals(scorer.explain(account), read(scorer.explain(account), Explanation.class));
    }
    assertEquals(scorer.rank(accounts), read(scorer.rank(accounts), Ranking.class));
  }

  @Provide
  static Arbitrary<List<Influencer>> lists() {
    return accounts().list().ofMaxSize(5);
  }

  @Property(tries = 100)
  void aSummaryOfAnyDealIsReadAsItWasWritten(@ForAll("lists") List<Influencer> any)
      throws JsonProcessingException {
    List<Influencer> accounts =
        IntStream.range(0, any.size()).mapToObj(i -> renamed(any.get(i), i)).toList();
    DealPlanner planner = DealPlanner.builder(Scorer.of(Samples.BRAND)).build();
    DealSummary deal = DealSummary.of(planner.plan(accounts));
    assertEquals(deal, read(deal, DealSummary.class));
    FrontierSummary frontier = FrontierSummary.of(planner.frontier(accounts, 100, 10_000));
    assertEquals(frontier, read(frontier, FrontierSummary.class));
  }

  private static Influencer renamed(Influencer account, int i) {
    Influencer.Builder builder =
        Influencer.builder(account.id().toLowerCase(Locale.ROOT) + i, account.platform());
    for (Measure measure : Measure.values()) {
      builder.set(measure, account.get(measure));
    }
    if (!account.currency().isEmpty()) {
      builder.price(account.price(), account.currency());
    }
    return builder.build();
  }
}
