package io.github.tierwise.tier;

import io.github.tierwise.profile.Platform;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads {@code definitions.tsv}: adding a definition is adding lines to that file. */
final class PublishedDefinitions {

  private static final String FILE = "definitions.tsv";
  private static final int COLUMNS = 9;

  private PublishedDefinitions() {}

  static Map<String, TierPolicy> read() {
    InputStream stream = PublishedDefinitions.class.getResourceAsStream(FILE);
    if (stream == null) {
      throw new IllegalStateException("resource " + FILE + " must be in the jar, was missing");
    }
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return parse(lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Map<String, TierPolicy> parse(BufferedReader lines) throws IOException {
    Map<String, TierPolicies.Builder> builders = new LinkedHashMap<>();
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] cells = line.split("\t", -1);
      if (cells.length != COLUMNS) {
        throw new IllegalStateException(
            "%s line %d must have %d columns, was %d"
                .formatted(FILE, number, COLUMNS, cells.length));
      }
      TierPolicies.Builder builder =
          builders.computeIfAbsent(
              cells[0],
              id ->
                  TierPolicies.ranges(id)
                      .source("%s, %s: %s".formatted(cells[1], cells[2], cells[8])));
      add(builder, cells);
    }
    Map<String, TierPolicy> policies = new LinkedHashMap<>();
    builders.forEach((id, builder) -> policies.put(id, builder.build()));
    return policies;
  }

  private static void add(TierPolicies.Builder builder, String[] cells) {
    CommonTier common = CommonTier.valueOf(cells[5]);
    double min = Double.parseDouble(cells[6]);
    double max = cells[7].isEmpty() ? Double.POSITIVE_INFINITY : Double.parseDouble(cells[7]);
    if (cells[3].equals("any")) {
      builder.tier(cells[4], common, min, max);
    } else {
      Platform platform =
          Platform.named(cells[3])
              .orElseThrow(
                  () -> new IllegalStateException("platform must be known, was " + cells[3]));
      builder.tier(platform, cells[4], common, min, max);
    }
  }
}
