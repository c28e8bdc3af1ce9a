package io.github.tierwise.engagement;

import io.github.tierwise.internal.Checks;
import io.github.tierwise.internal.ResourceTable;
import io.github.tierwise.profile.Measure;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code rates.tsv}: adding a rate is adding a line to that file. */
final class PublishedRates {

  static final String FILE = "rates.tsv";
  static final int COLUMNS = 10;

  private PublishedRates() {}

  static Map<String, EngagementModel> read() {
    return of(ResourceTable.read(PublishedRates.class, FILE, COLUMNS));
  }

  static Map<String, EngagementModel> of(List<ResourceTable.Row> lines) {
    Map<String, EngagementModel> models = new LinkedHashMap<>();
    for (ResourceTable.Row line : lines) {
      try {
        String id = Checks.notBlank(line.get(0), "id");
        Checks.require(
            models.put(id, model(line)) == null, () -> "id must occur once, was " + id + " again");
      } catch (IllegalArgumentException e) {
        throw line.error(e);
      }
    }
    return models;
  }

  private static EngagementModel model(ResourceTable.Row line) {
    // From means no other aggregator follows; one would have to be part of the formula's text.
    Checks.require(line.get(2).equals("mean"), () -> "aggregator must be mean, was " + line.get(2));
    Map<Measure, Double> weights = new EnumMap<>(Measure.class);
    for (String term : line.get(3).split(" \\+ ", -1)) {
      String[] words = term.split(" ", 2);
      Checks.require(
          words.length == 2,
          () -> "numerator must have weights, as in \"1 likes + 2 comments\", was " + line.get(3));
      weights.put(measure(words[1]), Double.parseDouble(words[0]));
    }
    String source =
        "%s, over posts: %s, used by %s; %s, %s"
            .formatted(
                Checks.notBlank(line.get(1), "name"),
                Checks.notBlank(line.get(5), "posts"),
                Checks.notBlank(line.get(6), "used by"),
                Checks.notBlank(line.get(7), "title"),
                Checks.notBlank(line.get(8), "address"));
    return new WeightedInteractions(weights, measure(line.get(4)), source);
  }

  private static Measure measure(String label) {
    return Arrays.stream(Measure.values())
        .filter(measure -> measure.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("measure must be known, was " + label));
  }
}
