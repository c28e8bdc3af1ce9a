package io.github.tierwise.tier;

import io.github.tierwise.internal.Checks;
import io.github.tierwise.internal.ResourceTable;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.tier.PublishedDefinition.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads {@code definitions.tsv}: adding a definition is adding lines to that file. */
final class PublishedDefinitions {

  static final String FILE = "definitions.tsv";
  static final int COLUMNS = 17;

  private static final String ELSEWHERE = "other:";
  private static final Set<String> KINDS =
      Set.of("industry", "press", "academic", "regulator", "platform");

  private PublishedDefinitions() {}

  static Map<String, PublishedDefinition> read() {
    return of(ResourceTable.read(PublishedDefinitions.class, FILE, COLUMNS));
  }

  static Map<String, PublishedDefinition> of(List<ResourceTable.Row> lines) {
    Map<String, PublishedDefinition> definitions = new LinkedHashMap<>();
    for (ResourceTable.Row line : lines) {
      try {
        PublishedDefinition one = definition(line);
        definitions.merge(one.id(), one, PublishedDefinitions::merged);
      } catch (IllegalArgumentException e) {
        throw line.error(e);
      }
    }
    return definitions;
  }

  private static PublishedDefinition definition(ResourceTable.Row line) {
    return new PublishedDefinition(
        Checks.notBlank(line.get(0), "id"),
        Checks.notBlank(line.get(1), "publisher"),
        line.get(2),
        oneOf(KINDS, "kind", line.get(3)),
        line.get(4),
        oneOf(Set.of("all", "part"), "coverage", line.get(5)).equals("part"),
        List.of(row(line)));
  }

  private static PublishedDefinition merged(PublishedDefinition all, PublishedDefinition next) {
    List<Row> rows = new ArrayList<>(all.rows());
    rows.addAll(next.rows());
    PublishedDefinition merged =
        new PublishedDefinition(
            next.id(),
            next.publisher(),
            next.year(),
            next.kind(),
            next.region(),
            next.partial(),
            all.rows());
    if (!merged.equals(all)) {
      throw new IllegalArgumentException(
          "publisher, year, kind, region and coverage must be those of the first line of "
              + all.id());
    }
    return new PublishedDefinition(
        all.id(), all.publisher(), all.year(), all.kind(), all.region(), all.partial(), rows);
  }

  private static Row row(ResourceTable.Row line) {
    String open = oneOf(Set.of("", "min", "max", "min+max"), "open", line.get(12));
    Row row =
        new Row(
            line.get(6).replace(ELSEWHERE, ""),
            platforms(line.get(6)),
            line.get(7),
            CommonTier.valueOf(line.get(8)),
            Double.parseDouble(line.get(9)),
            line.get(10).isEmpty() ? Double.POSITIVE_INFINITY : Double.parseDouble(line.get(10)),
            line.get(11),
            open.startsWith("min"),
            open.endsWith("max"),
            line.get(13),
            line.get(14),
            line.get(15),
            line.get(16));
    // Checks the bounds and texts now, so that the error names the line.
    row.statement(new Tier(line.get(0), row.label(), 1, row.common(), row.min(), row.max()));
    return row;
  }

  private static List<Platform> platforms(String names) {
    List<Platform> platforms = new ArrayList<>();
    if (names.equals(Band.ANY) || names.equals(Band.SUMMED)) {
      return platforms;
    }
    for (String name : names.split("/", -1)) {
      if (!name.startsWith(ELSEWHERE)) {
        platforms.add(
            Platform.named(name)
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "platform must be any, all-combined, one that Platform has or start"
                                + " with \"other:\", was "
                                + name)));
      }
    }
    return platforms;
  }

  private static String oneOf(Set<String> allowed, String name, String value) {
    if (!allowed.contains(value)) {
      throw new IllegalArgumentException(
          "%s must be one of %s, was \"%s\""
              .formatted(
                  name,
                  String.join(", ", allowed.stream().sorted().toList()),
                  value.toLowerCase(Locale.ROOT)));
    }
    return value;
  }
}
