package io.github.tierwise.tier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.internal.ResourceTable;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.tier.TierPolicies.EdgeReading;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Any text as the catalogue of definitions: refused with the number of a line, or every definition
 * answers, by both readings.
 */
public final class FuzzDefinitions {

  private static final double[] FOLLOWERS = {0, 999, 1_000, 10_000, 1e6, 1e300, Double.NaN};

  private FuzzDefinitions() {}

  /** Called by the fuzzer. */
  public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
    String text = new String(bytes, StandardCharsets.UTF_8);
    Map<String, PublishedDefinition> definitions;
    List<PublishedPolicy> policies;
    try {
      definitions =
          PublishedDefinitions.of(
              ResourceTable.parse(
                  new BufferedReader(new StringReader(text)),
                  PublishedDefinitions.FILE,
                  PublishedDefinitions.COLUMNS));
    } catch (IllegalStateException e) {
      assertTrue(
          String.valueOf(e.getMessage()).matches("(?s)definitions\\.tsv line [0-9]+: .+"),
          e.getMessage());
      return;
    }
    definitions.forEach((id, definition) -> assertEquals(id, definition.id()));
    try {
      policies =
          definitions.values().stream()
              .flatMap(
                  definition ->
                      List.of(EdgeReading.values()).stream()
                          .map(reading -> new PublishedPolicy(definition, reading)))
              .toList();
    } catch (IllegalArgumentException e) {
      // Lines that are right one by one may not go together.
      assertTrue(String.valueOf(e.getMessage()).contains("must be"), e.getMessage());
      return;
    }
    policies.forEach(FuzzDefinitions::check);
  }

  private static void check(PublishedPolicy policy) {
    for (Platform platform : Platform.values()) {
      for (double followers : FOLLOWERS) {
        Classification answer =
            policy.classify(Influencer.builder("x", platform).followers(followers).build());
        assertTrue(policy.outcomes().contains(answer), () -> policy.id() + ": " + answer);
        if (answer instanceof Tier tier
            && policy.citation().orElseThrow().statements().stream()
                .allMatch(statement -> statement.requirement().isEmpty())) {
          assertTrue(tier.min() <= followers && followers < tier.max(), tier::toString);
        }
      }
    }
  }
}
