package io.github.tierwise.tier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.internal.ResourceTable;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.ProfileColumns;
import io.github.tierwise.tier.TierPolicies.EdgeReading;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The catalogue is read once a virtual machine; here it is read again, as a table and from lines
 * written here, so that every test reads for itself.
 */
class CatalogueReadAnewTest {

  private static final String START = "own\tHouse\t2020\tpress\tUK\tpart\t";

  private static PublishedDefinition definition(String... lines) {
    List<String> whole = new ArrayList<>();
    for (String line : lines) {
      whole.add(START + line);
    }
    try {
      Map<String, PublishedDefinition> all =
          PublishedDefinitions.of(
              ResourceTable.parse(
                  new BufferedReader(new StringReader(String.join("\n", whole))),
                  PublishedDefinitions.FILE,
                  PublishedDefinitions.COLUMNS));
      return all.get("own");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String answer(TierPolicy policy, Platform platform, double followers) {
    return policy
        .classify(Influencer.builder("x", platform).followers(followers).build())
        .toString();
  }

  @Test
  void everyDefinitionAnswersAtEveryEdgeAsTheResearchTableSays() {
    Map<String, TierPolicy> policies = new TreeMap<>();
    PublishedDefinitions.read()
        .values()
        .forEach(
            definition -> {
              for (EdgeReading reading : EdgeReading.values()) {
                policies.put(
                    definition.id() + reading,
                    new PublishedPolicy(definition, definition.effective(reading)));
              }
            });
    List<String> wrong = new ArrayList<>();
    for (ResourceTable.Row row :
        ResourceTable.read(PublishedDefinitionsTest.class, "expected.tsv", 6)) {
      Classification answer =
          policies
              .get(row.get(0) + row.get(2))
              .classify(
                  Influencer.builder("x", Platform.valueOf(row.get(1)))
                      .followers(Double.parseDouble(row.get(3)))
                      .build());
      String reason = answer instanceof Unclassified none ? none.reason().toString() : "-";
      if (!answer.label().equals(row.get(4)) || !reason.equals(row.get(5))) {
        wrong.add(row + " but was " + answer);
      }
    }
    assertEquals(List.of(), wrong);
    assertEquals(2 * 81, policies.size());
  }

  @Test
  void linesBecomeBandsWithTheirSourceAndWhatIsLeftOpen() {
    PublishedDefinition definition =
        definition(
            "any\tsmall\tNANO\t0\t10\t0-10\tmax\t\tBook\thttps://x.example/1\tfirst",
            "any\tlarge\tMACRO\t10\t\t10+\tmin\t\tBook\thttps://x.example/1\t",
            "TikTok/other:blog\tlarge\tMACRO\t20\t40\t20-40\t\t\tPage\t\t");
    PublishedPolicy upper = new PublishedPolicy(definition, EdgeReading.UPPER_TIER);
    PublishedPolicy lower = new PublishedPolicy(definition, EdgeReading.LOWER_TIER);
    assertEquals("own", upper.id());
    assertEquals("own:lower", lower.id());
    assertEquals(
        "House, 2020, UK: Book, https://x.example/1; Page; the source has further tiers that were"
            + " not seen; a figure on an edge left open is not in the lower tier (the default"
            + " reading)",
        upper.source());
    assertTrue(
        lower
            .source()
            .endsWith(
                "; a figure on an edge left open is in the lower tier (not the default reading)"));
    assertEquals("large (10 and more)", answer(upper, Platform.X, 10));
    assertEquals("small (0 to below 11)", answer(lower, Platform.X, 10));
    assertEquals("large (11 and more)", answer(lower, Platform.X, 11));
    assertEquals(
        "unclassified: below the floor of 20 followers, as far as the definition is known",
        answer(upper, Platform.TIKTOK, 19));
    assertEquals(List.of(10.0), upper.disputedEdges(Platform.X));
    assertEquals(List.of(), upper.disputedEdges(Platform.TIKTOK));
    assertEquals(3, upper.citation().orElseThrow().statements().size());
    assertEquals("TikTok/blog", upper.citation().orElseThrow().statements().get(2).platform());
    assertEquals(upper, new PublishedPolicy(definition, EdgeReading.UPPER_TIER));
    assertNotEquals(upper, lower);
    assertNotEquals(upper, TierPolicies.ranges("own").tier("x", 1, 2).build());
    assertNotEquals(upper.hashCode(), lower.hashCode());
  }

  @Test
  void anUndatedDefinitionWithoutAnyDoubtSaysSo() {
    PublishedDefinition plain = definition("any\tsmall\tNANO\t0\t10\t0-10\t\t\tBook\t\t");
    PublishedPolicy policy =
        new PublishedPolicy(
            new PublishedDefinition(
                "own", new Citation("House", "", "press", "", false, List.of()), plain.rows()),
            EdgeReading.UPPER_TIER);
    assertEquals("House, undated: Book", policy.source());
    assertEquals(EdgeReading.UPPER_TIER, plain.effective(EdgeReading.LOWER_TIER));
    assertEquals("unclassified: above the ceiling of 10 followers", answer(policy, Platform.X, 10));
  }

  @Test
  void anEdgeIsOpenWhereOneSideOfItIsStatedSo() {
    String small = "any\tsmall\tNANO\t0\t10\t0-10\t%s\t\tBook\t\t";
    String large = "any\tlarge\tMACRO\t20\t30\t20-30\t%s\t\tBook\t\t";
    assertEquals(List.of(10.0), disputed(small.formatted("max"), large.formatted("")));
    assertEquals(List.of(20.0), disputed(small.formatted(""), large.formatted("min")));
    assertEquals(List.of(20.0, 30.0), disputed(small.formatted(""), large.formatted("min+max")));
    assertEquals(List.of(), disputed(small.formatted(""), large.formatted("")));
  }

  private static List<Double> disputed(String... lines) {
    return new PublishedPolicy(definition(lines), EdgeReading.UPPER_TIER).disputedEdges(Platform.X);
  }

  @Test
  void aLabelThatIsACommonNameIsThatTier() {
    TierPolicy policy =
        TierPolicies.ranges("own").tier(" Micro ", 1, 2).tier("power middle", 2, 3).build();
    assertEquals(
        List.of(CommonTier.MICRO, CommonTier.NONE),
        policy.tiers().stream().map(Tier::common).toList());
  }

  @Test
  void whatABandNeedsBesidesFollowersCannotBeTold() {
    PublishedPolicy needs =
        new PublishedPolicy(
            definition("any\tstar\tMEGA\t1000\t2000\t1k-2k\t\tand: fame; an agent\tBook\t\t"),
            EdgeReading.UPPER_TIER);
    assertEquals(
        "unclassified: cannot tell, needs fame; an agent", answer(needs, Platform.X, 1_000));
    assertTrue(answer(needs, Platform.X, 999).contains("below the floor of 1,000"));
    assertTrue(answer(needs, Platform.X, 2_000).contains("above the ceiling of 2,000"));
    PublishedPolicy always =
        new PublishedPolicy(
            definition("any\tstar\tMEGA\t0\t\tall\t\tand: fame\tBook\t\t"), EdgeReading.UPPER_TIER);
    assertEquals("unclassified: cannot tell, needs fame", answer(always, Platform.X, Double.NaN));
    assertEquals(
        "unclassified: cannot tell, followers are unknown", answer(needs, Platform.X, Double.NaN));
    PublishedPolicy instead =
        new PublishedPolicy(
            definition("any\tstar\tMEGA\t1000\t2000\t1k-2k\t\tor: fame\tBook\t\t"),
            EdgeReading.UPPER_TIER);
    assertEquals("star (1,000 to below 2,000)", answer(instead, Platform.X, 1_000));
    assertEquals("unclassified: cannot tell, needs fame", answer(instead, Platform.X, 999));
    PublishedPolicy summed =
        new PublishedPolicy(
            definition(
                "all-combined\tsmall\tNANO\t0\t1000\t<1k\t\t\tBook\t\t",
                "all-combined\tstar\tMEGA\t1000\t\t1k+\t\t\tBook\t\t"),
            EdgeReading.UPPER_TIER);
    assertEquals("star (1,000 and more)", answer(summed, Platform.X, 1_000));
    assertEquals(
        "unclassified: cannot tell, needs followers summed over platforms",
        answer(summed, Platform.X, 999));
  }

  @Test
  void manyAtOnceAnswerAsOneAtATimeAtEveryCutAndDoubling() {
    TierPolicies.Builder builder = TierPolicies.ranges("fine");
    // More cuts than one within a doubling, and edges at doublings themselves.
    double[] edges = {1, 2, 3, 1_000, 1_024, 1_100, 1_500, 2_048, 1e6, 1e19};
    for (int i = 1; i < edges.length; i++) {
      builder.tier("t" + i, edges[i - 1], edges[i]);
    }
    TierPolicy policy = builder.build();
    List<Double> followers = new ArrayList<>(List.of(0.0, 0.5, Double.NaN, 1e300));
    for (double edge : edges) {
      followers.addAll(List.of(Math.nextDown(edge), edge, Math.nextUp(edge)));
    }
    double[] sizes = followers.stream().mapToDouble(Double::doubleValue).toArray();
    ProfileColumns columns = ProfileColumns.builder(Platform.X, sizes).build();
    int[] out = new int[sizes.length];
    policy.classify(columns, 0, sizes.length, out, 0);
    for (int i = 0; i < sizes.length; i++) {
      Classification one =
          policy.classify(Influencer.builder("x", Platform.X).followers(sizes[i]).build());
      assertEquals(one, policy.outcomes().get(out[i]), "followers " + sizes[i]);
    }
    int[] part = new int[5];
    policy.classify(columns, 6, 8, part, 2);
    assertEquals(List.of(0, 0, out[6], out[7], 0), Arrays.stream(part).boxed().toList(), "a part");
    policy.classify(columns, 3, 3, part, 0);
    assertEquals(0, part[0]);
  }

  @Test
  void aRangeAnswersForEachPlatformForUnknownSizesAndForNobody() {
    TierPolicy policy =
        new PublishedPolicy(
            definition(
                "any\tsmall\tNANO\t0\t100\t<100\t\t\tBook\t\t",
                "TikTok\tsmall\tNANO\t0\t10\t<10\t\t\tBook\t\t"),
            EdgeReading.UPPER_TIER);
    List<Influencer> accounts = new ArrayList<>();
    for (Platform platform : List.of(Platform.X, Platform.TIKTOK, Platform.X)) {
      accounts.add(Influencer.builder("a", platform).followers(50).build());
    }
    assertRangeAsEach(policy, accounts);
    assertRangeAsEach(policy, List.of(Influencer.builder("a", Platform.X).likes(1).build()));
    ProfileColumns columns = ProfileColumns.copyOf(accounts.subList(0, 1));
    policy.classify(columns, 1, 1, new int[0], 0);
  }

  private static void assertRangeAsEach(TierPolicy policy, List<Influencer> accounts) {
    int[] out = new int[accounts.size()];
    policy.classify(ProfileColumns.copyOf(accounts), 0, out.length, out, 0);
    for (int row = 0; row < out.length; row++) {
      assertEquals(policy.classify(accounts.get(row)), policy.outcomes().get(out[row]));
    }
  }

  @Test
  void aPolicyOfOneMethodHasTheDefaultsOfTheInterface() {
    TierPolicy ranges = TierPolicies.ranges("r").tier("micro", 1_000, 50_000).build();
    TierPolicy own =
        new TierPolicy() {
          @Override
          public String id() {
            return "own";
          }

          @Override
          public List<Classification> outcomes() {
            return ranges.outcomes();
          }

          @Override
          public Classification classify(io.github.tierwise.profile.Profile profile) {
            return ranges.classify(profile);
          }
        };
    assertEquals("own definition", own.source());
    ProfileColumns columns =
        ProfileColumns.builder(Platform.X, new double[] {5, 1_000, Double.NaN}).build();
    int[] one = new int[3];
    int[] other = new int[3];
    own.classify(columns, 0, 3, one, 0);
    ranges.classify(columns, 0, 3, other, 0);
    assertEquals(Arrays.toString(other), Arrays.toString(one));
    assertNotEquals(one[0], one[1]);
    assertEquals(
        ranges.hashCode(),
        TierPolicies.ranges("r").tier("micro", 1_000, 50_000).build().hashCode());
    assertNotEquals(
        ranges.hashCode(),
        TierPolicies.ranges("s").tier("micro", 1_000, 50_000).build().hashCode());
    assertNotEquals(ranges, TierPolicies.ranges("r").tier("micro", 1_000, 50_001).build());
    assertEquals("any (any number of followers)", tier(0, Double.POSITIVE_INFINITY));
    assertEquals("any (5 and more)", tier(5, Double.POSITIVE_INFINITY));
    assertEquals("any (0 to below 5)", tier(0, 5));
  }

  private static String tier(double min, double max) {
    return new Tier("d", "any", 1, CommonTier.NONE, min, max).toString();
  }
}
