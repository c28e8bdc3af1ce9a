package io.github.tierwise.tier;

import io.github.tierwise.internal.Checks;
import io.github.tierwise.internal.ResourceTable;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.tier.PublishedDefinition.Row;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

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
        new Citation(
            line.get(1),
            line.get(2),
            oneOf(KINDS, "kind", line.get(3)),
            line.get(4),
            oneOf(Set.of("all", "part"), "coverage", line.get(5)).equals("part"),
            List.of()),
        List.of(row(line)));
  }

  private static PublishedDefinition merged(PublishedDefinition all, PublishedDefinition next) {
    Checks.require(
        next.citation().equals(all.citation()),
        () ->
            "publisher, year, kind, region and coverage must be those of the first line of "
                + all.id());
    return new PublishedDefinition(
        all.id(),
        all.citation(),
        Stream.of(all, next).flatMap(one -> one.rows().stream()).toList());
  }

  private static Row row(ResourceTable.Row line) {
    String max = line.get(10);
    Tier tier =
        new Tier(
            line.get(0),
            line.get(7),
            1,
            CommonTier.valueOf(line.get(8)),
            Double.parseDouble(line.get(9)),
            max.isEmpty() ? Double.POSITIVE_INFINITY : Double.parseDouble(max));
    String open = oneOf(Set.of("", "min", "max", "min+max"), "open", line.get(12));
    return new Row(
        platforms(line.get(6)),
        new Citation.Statement(
            tier,
            line.get(6).replace(ELSEWHERE, ""),
            line.get(11),
            open.startsWith("min"),
            open.endsWith("max"),
            line.get(13),
            line.get(14),
            line.get(15),
            line.get(16)));
  }

  private static List<Platform> platforms(String names) {
    if (names.equals(Band.ANY) || names.equals(Band.SUMMED)) {
      return List.of();
    }
    return Arrays.stream(names.split("/", -1))
        .filter(name -> !name.startsWith(ELSEWHERE))
        .map(PublishedDefinitions::platform)
        .toList();
  }

  private static Platform platform(String name) {
    return Platform.named(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "platform must be any, all-combined, one that Platform has or start with"
                        + " \"other:\", was "
                        + name));
  }

  private static String oneOf(Set<String> allowed, String name, String value) {
    Checks.require(
        allowed.contains(value),
        () ->
            "%s must be one of %s, was \"%s\""
                .formatted(
                    name,
                    String.join(", ", allowed.stream().sorted().toList()),
                    value.toLowerCase(Locale.ROOT)));
    return value;
  }
}
