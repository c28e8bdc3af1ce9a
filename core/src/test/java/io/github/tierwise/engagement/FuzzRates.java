package io.github.tierwise.engagement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.internal.ResourceTable;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Platform;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Any text as the table of named rates: refused with the number of a line, or every rate works. */
public final class FuzzRates {

  private static final Influencer ACCOUNT =
      Influencer.builder("ana", Platform.INSTAGRAM)
          .followers(48_200)
          .likes(1_900)
          .comments(60)
          .views(9_000)
          .build();

  private FuzzRates() {}

  /** Called by the fuzzer. */
  public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
    String text = new String(bytes, StandardCharsets.UTF_8);
    Map<String, EngagementModel> rates;
    try {
      rates =
          PublishedRates.of(
              ResourceTable.parse(
                  new BufferedReader(new StringReader(text)),
                  PublishedRates.FILE,
                  PublishedRates.COLUMNS));
    } catch (IllegalStateException e) {
      assertTrue(
          String.valueOf(e.getMessage()).matches("(?s)rates\\.tsv line [0-9]+: .+"),
          e.getMessage());
      return;
    }
    for (EngagementModel rate : rates.values()) {
      double value = rate.rate(ACCOUNT);
      assertTrue(Double.isNaN(value) || value >= 0, () -> rate.formula() + " was " + value);
      assertEquals(rate.engagements(ACCOUNT), rate.explain(ACCOUNT).value(), rate.formula());
    }
  }
}
