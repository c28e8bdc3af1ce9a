package io.github.tierwise.cli.compare;

import io.github.tierwise.cli.write.RecordMap;
import io.github.tierwise.cli.write.Records;
import io.github.tierwise.cli.write.Rejects;
import io.github.tierwise.cli.write.Section;
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

  private static final List<String> COLUMNS =
      List.of("section", "platform", "definition", "other", "item", "measure", "value");

  /** The fields that say what a figure is of; all others are figures. */
  private static final List<String> KEYS = COLUMNS.subList(1, 5);

  private ComparisonRecords() {}

  /** Everything as one JSON object. */
  static String json(Comparison comparison, String version) {
    RecordMap all =
        RecordMap.of("tierwise", version)
            .and("input", comparison.input().name())
            .and("sha256", comparison.input().fingerprints())
            .and("rejected_rows", comparison.input().rejected())
            .and("rejected", Rejects.of(comparison.input().kinds()).records().toList())
            .and("label", comparison.word())
            .and("definitions", comparison.chosen().stream().map(TierPolicy::id).toList());
    all.putAll(sections(comparison));
    return Records.json(all);
  }

  /** Everything with one figure a line: section, what it is of, its name and its value. */
  static String csv(Comparison comparison) {
    List<RecordMap> lines = new ArrayList<>();
    sections(comparison)
        .forEach((section, records) -> records.forEach(record -> add(section, record, lines)));
    return Records.csv(COLUMNS, lines.iterator()).toText();
  }

  private static void add(String section, RecordMap record, List<RecordMap> lines) {
    record.forEach(
        (measure, value) -> {
          if (!KEYS.contains(measure)) {
            RecordMap line = RecordMap.of("section", section);
            line.putAll(record);
            lines.add(line.and("measure", measure).and("value", value));
          }
        });
  }

  private static Map<String, List<RecordMap>> sections(Comparison comparison) {
    ComparisonSections of = new ComparisonSections(comparison);
    List<TierPolicy> chosen = comparison.chosen();
    Map<String, List<RecordMap>> sections = new LinkedHashMap<>();
    sections.put("accounts", of.platforms().records().toList());
    sections.put(
        "tiers",
        records(
            chosen.stream()
                .flatMap(each -> Stream.of(of.answers(List.of(each)), of.disputed(each)))));
    sections.put("agreement", of.agreement(of.pairs(true)).records().toList());
    sections.put(
        "confusion", records(of.pairs(false).stream().map(each -> of.confusion(each.confusion()))));
    sections.put("reliability", of.reliability().records().toList());
    sections.put("contested", of.contested(chosen).records().toList());
    if (comparison.hasAll()) {
      sections.put("consensus", records(comparison.platforms().stream().map(of::consensus)));
    }
    sections.put(
        "engagement",
        records(
            chosen.stream()
                .flatMap(each -> of.engagements(List.of(each)).stream())
                .flatMap(each -> Stream.of(of.rates(List.of(each), 0), of.claims(List.of(each))))));
    sections.put("slope", of.slopes().records().toList());
    comparison.top().ifPresent(top -> sections.put("top", of.swaps(top, 0).records().toList()));
    return sections;
  }

  private static List<RecordMap> records(Stream<? extends Section<?>> sections) {
    return sections.<RecordMap>flatMap(Section::records).toList();
  }
}
