package io.github.tierwise.cli.compare;

import io.github.tierwise.cli.write.RecordMap;
import io.github.tierwise.cli.write.Records;
import io.github.tierwise.tier.TierPolicy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A comparison for programs: the same figures as JSON, by section, and as CSV with one figure a
 * line. What is not defined is null, in CSV an empty cell.
 */
final class ComparisonRecords {

  /** The fields that say what a figure is of; all others are figures. */
  private static final List<String> KEYS = List.of("platform", "definition", "other", "item");

  private static final List<String> COLUMNS =
      List.of("section", "platform", "definition", "other", "item", "measure", "value");

  private ComparisonRecords() {}

  /** Everything as one JSON object. */
  static String json(Comparison comparison, String version) {
    RecordMap all =
        RecordMap.of("tierwise", version)
            .and("input", comparison.input().name())
            .and("sha256", comparison.input().fingerprints())
            .and("rejected_rows", comparison.input().rejected())
            .and("label", comparison.word())
            .and("definitions", comparison.chosen().stream().map(TierPolicy::id).toList());
    sections(comparison).forEach((name, records) -> all.and(name, records.toList()));
    return Records.json(all);
  }

  /** Everything with one figure a line: section, what it is of, its name and its value. */
  static String csv(Comparison comparison) {
    List<RecordMap> lines = new ArrayList<>();
    sections(comparison)
        .forEach(
            (section, records) ->
                records.forEach(
                    record ->
                        record.forEach(
                            (measure, value) -> {
                              if (!KEYS.contains(measure)) {
                                RecordMap line = RecordMap.of("section", section);
                                line.putAll(record);
                                lines.add(line.and("measure", measure).and("value", value));
                              }
                            })));
    return Records.csv(COLUMNS, lines.iterator()).toText();
  }

  private static Map<String, Stream<RecordMap>> sections(Comparison comparison) {
    ComparisonSections of = new ComparisonSections(comparison);
    List<TierPolicy> chosen = comparison.chosen();
    List<TierPolicy> all = comparison.study().definitions();
    Map<String, Stream<RecordMap>> sections = new LinkedHashMap<>();
    sections.put("accounts", of.platforms().records());
    sections.put(
        "tiers",
        chosen.stream()
            .flatMap(
                each ->
                    Stream.concat(
                        of.answers(List.of(each)).records(), of.disputed(each).records())));
    sections.put("agreement", of.agreement(of.pairs()).records());
    sections.put(
        "confusion",
        of.fewPairs().stream().flatMap(pair -> of.confusion(pair.confusion()).records()));
    Stream<RecordMap> reliability = of.reliability("chosen definitions", chosen).records();
    sections.put(
        "reliability",
        comparison.hasAll()
            ? Stream.concat(reliability, of.reliability("all published definitions", all).records())
            : reliability);
    sections.put("contested", of.contested(chosen).records());
    if (comparison.hasAll()) {
      sections.put(
          "consensus",
          comparison.platforms().stream().flatMap(each -> of.consensus(each).records()));
    }
    sections.put(
        "engagement",
        chosen.stream()
            .flatMap(each -> of.engagements(each).stream())
            .flatMap(
                each ->
                    Stream.concat(
                        of.rates(List.of(each), 0).records(), of.claims(List.of(each)).records())));
    sections.put("slope", of.slopes().records());
    comparison.top().ifPresent(top -> sections.put("top", of.swaps(top, 0).records()));
    return sections;
  }
}
