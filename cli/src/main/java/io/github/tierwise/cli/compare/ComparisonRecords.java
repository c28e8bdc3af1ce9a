package io.github.tierwise.cli.compare;

import io.github.tierwise.cli.write.CsvText;
import io.github.tierwise.cli.write.RecordMap;
import io.github.tierwise.cli.write.Records;
import io.github.tierwise.explain.Estimate;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.study.Agreement;
import io.github.tierwise.study.Confusion;
import io.github.tierwise.study.TierEngagement;
import io.github.tierwise.study.TierStudy.FollowerBand;
import io.github.tierwise.study.TierStudy.SizeSlope;
import io.github.tierwise.study.TopStudy;
import io.github.tierwise.tier.Classification;
import io.github.tierwise.tier.CommonTier;
import io.github.tierwise.tier.Tier;
import io.github.tierwise.tier.TierPolicy;
import io.github.tierwise.tier.Unclassified;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A comparison for programs: the same figures as JSON, by section, and as CSV with one figure a
 * line. What is not defined is null, in CSV an empty cell.
 */
public final class ComparisonRecords {

  /** The fields that say what a figure is of; all others are figures. */
  private static final List<String> KEYS = List.of("platform", "definition", "other", "item");

  private final Comparison comparison;
  private final Map<String, List<Map<String, Object>>> sections = new LinkedHashMap<>();

  private ComparisonRecords(Comparison comparison) {
    this.comparison = comparison;
    sections.put("accounts", accounts());
    sections.put("tiers", tiers());
    sections.put("agreement", agreement());
    sections.put("confusion", confusion());
    sections.put("reliability", reliability());
    sections.put("contested", contested());
    if (comparison.hasAll()) {
      sections.put("consensus", consensus());
    }
    sections.put("engagement", engagement());
    sections.put("slope", slopes());
    comparison.top().ifPresent(top -> sections.put("top", top(top)));
  }

  /** Everything as one JSON object. */
  public static String json(Comparison comparison, String version) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("tierwise", version);
    all.put("input", comparison.input().name());
    all.put("sha256", comparison.input().fingerprints());
    all.put("rejected_rows", comparison.input().rejected());
    all.put("label", comparison.word());
    all.put("definitions", comparison.chosen().stream().map(TierPolicy::id).toList());
    all.putAll(new ComparisonRecords(comparison).sections);
    return Records.json(all);
  }

  /** Everything with one figure a line: section, what it is of, its name and its value. */
  public static String csv(Comparison comparison) {
    List<List<String>> rows = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of("section"));
    header.addAll(KEYS);
    header.addAll(List.of("measure", "value"));
    rows.add(header);
    new ComparisonRecords(comparison)
        .sections.forEach(
            (section, records) -> records.forEach(record -> lines(section, record, rows)));
    return CsvText.write(rows);
  }

  private static void lines(String section, Map<String, Object> record, List<List<String>> rows) {
    record.forEach(
        (measure, value) -> {
          if (!KEYS.contains(measure)) {
            List<String> row = new ArrayList<>(List.of(section));
            KEYS.forEach(key -> row.add(String.valueOf(record.getOrDefault(key, ""))));
            row.add(measure);
            row.add(cell(value));
            rows.add(row);
          }
        });
  }

  private static String cell(Object value) {
    if (value instanceof Double number) {
      return Double.isFinite(number) ? NumberText.plain(number) : "";
    }
    return String.valueOf(value);
  }

  private static void put(Map<String, Object> record, String name, Estimate estimate) {
    record.put(name, estimate.value());
    record.put(name + "_low", estimate.low());
    record.put(name + "_high", estimate.high());
  }

  private static String name(Platform platform) {
    return platform.name().toLowerCase(Locale.ROOT);
  }

  private List<Map<String, Object>> accounts() {
    List<Map<String, Object>> records = new ArrayList<>();
    comparison
        .study()
        .platforms()
        .forEach(
            (platform, count) ->
                records.add(RecordMap.of("platform", name(platform)).and("accounts", count)));
    return records;
  }

  private List<Map<String, Object>> tiers() {
    List<Map<String, Object>> records = new ArrayList<>();
    for (TierPolicy policy : comparison.chosen()) {
      long all = comparison.study().accounts();
      comparison
          .study()
          .counts(policy)
          .forEach(
              (answer, count) -> {
                if (answer instanceof Tier || count > 0) {
                  records.add(tier(policy, answer, count, all));
                }
              });
      records.add(
          RecordMap.of("definition", policy.id())
              .and("item", "on a disputed edge")
              .and("accounts", comparison.study().disputed(policy))
              .and("share", share(comparison.study().disputed(policy), all)));
    }
    return records;
  }

  private static Map<String, Object> tier(
      TierPolicy policy, Classification answer, long count, long all) {
    Map<String, Object> record =
        RecordMap.of("definition", policy.id())
            .and("item", answer.label())
            .and("accounts", count)
            .and("share", share(count, all));
    if (answer instanceof Tier tier) {
      record.put("common", tier.common().name().toLowerCase(Locale.ROOT));
      record.put("min", tier.min());
      record.put("max", tier.max());
    } else if (answer instanceof Unclassified none) {
      record.put("item", none.reason().name().toLowerCase(Locale.ROOT));
      record.put("why", none.detail());
    }
    return record;
  }

  private static double share(long some, long all) {
    return all == 0 ? Double.NaN : (double) some / all;
  }

  private List<Map<String, Object>> agreement() {
    List<Map<String, Object>> records = new ArrayList<>();
    List<TierPolicy> chosen = comparison.chosen();
    for (int i = 0; i < chosen.size(); i++) {
      for (int j = i + 1; j < chosen.size(); j++) {
        records.add(agreement(chosen.get(i), chosen.get(j)));
      }
    }
    return records;
  }

  private Map<String, Object> agreement(TierPolicy first, TierPolicy second) {
    Agreement agreement = comparison.study().agreement(first, second, comparison.label());
    Confusion confusion = comparison.study().confusion(first, second);
    Map<String, Object> record =
        RecordMap.of("definition", first.id())
            .and("other", second.id())
            .and("item", comparison.word())
            .and("both", agreement.both())
            .and("only_first", agreement.onlyFirst())
            .and("only_second", agreement.onlySecond())
            .and("neither", agreement.neither())
            .and("unknown", agreement.unknown())
            .and("observed", agreement.observed());
    put(record, "kappa", agreement.kappa());
    record.put("kappa_error", agreement.standardError());
    record.put("kappa_remark", ComparisonWording.remark(agreement));
    record.put("named_by_both", confusion.named());
    put(record, "weighted_kappa", confusion.weightedKappa());
    record.put("adjusted_rand", confusion.adjustedRand());
    return record;
  }

  /** The tables, cells without accounts left out; of many definitions those with the first. */
  private List<Map<String, Object>> confusion() {
    List<Map<String, Object>> records = new ArrayList<>();
    List<TierPolicy> chosen = comparison.chosen();
    for (int i = 0; i < chosen.size(); i++) {
      for (int j = i + 1; j < chosen.size(); j++) {
        if (i == 0 || chosen.size() <= Comparison.FEW) {
          confusion(comparison.study().confusion(chosen.get(i), chosen.get(j)), records);
        }
      }
    }
    return records;
  }

  private static void confusion(Confusion confusion, List<Map<String, Object>> records) {
    for (Classification row : confusion.first().outcomes()) {
      for (Classification column : confusion.second().outcomes()) {
        if (confusion.count(row, column) > 0) {
          records.add(
              RecordMap.of("definition", confusion.first().id())
                  .and("other", confusion.second().id())
                  .and(
                      "item",
                      ComparisonWording.answer(row) + " > " + ComparisonWording.answer(column))
                  .and("accounts", confusion.count(row, column)));
        }
      }
    }
  }

  private List<Map<String, Object>> reliability() {
    List<Map<String, Object>> records = new ArrayList<>();
    records.add(
        RecordMap.of("item", "chosen definitions")
            .and("definitions", comparison.chosen().size())
            .and("ordinal_alpha", comparison.study().alpha(comparison.chosen())));
    if (comparison.hasAll()) {
      records.add(
          RecordMap.of("item", "all published definitions")
              .and("definitions", comparison.study().definitions().size())
              .and("ordinal_alpha", comparison.study().alpha(comparison.study().definitions())));
    }
    return records;
  }

  private List<Map<String, Object>> contested() {
    List<Map<String, Object>> records = new ArrayList<>();
    for (Platform platform : comparison.platforms()) {
      for (FollowerBand band : comparison.study().contested(platform, comparison.chosen())) {
        Map<String, Object> record = band(band);
        record.put(comparison.word(), band.calling(comparison.label()));
        records.add(record);
      }
    }
    return records;
  }

  private static Map<String, Object> band(FollowerBand band) {
    return RecordMap.of("platform", name(band.platform()))
        .and("item", ComparisonWording.interval(band.min(), band.max()))
        .and("min", band.min())
        .and("max", band.max())
        .and("accounts", band.accounts());
  }

  /** By all published definitions: how many call each number of followers what. */
  private List<Map<String, Object>> consensus() {
    List<Map<String, Object>> records = new ArrayList<>();
    for (Platform platform : comparison.platforms()) {
      for (FollowerBand band : comparison.study().bands(platform)) {
        Map<String, Object> record = band(band);
        for (CommonTier name : CommonTier.values()) {
          String word = name == CommonTier.NONE ? "other" : name.name().toLowerCase(Locale.ROOT);
          record.put(word, band.calling(name));
        }
        for (Unclassified.Reason reason : Unclassified.Reason.values()) {
          record.put(reason.name().toLowerCase(Locale.ROOT), band.without(reason));
        }
        records.add(record);
      }
    }
    return records;
  }

  private List<Map<String, Object>> engagement() {
    List<Map<String, Object>> records = new ArrayList<>();
    for (TierPolicy policy : comparison.chosen()) {
      for (Platform platform : comparison.platforms()) {
        TierEngagement engagement = comparison.study().engagement(policy, platform);
        for (TierEngagement.Row row : engagement.rows()) {
          Map<String, Object> record =
              RecordMap.of("platform", name(platform))
                  .and("definition", policy.id())
                  .and("item", ComparisonWording.answer(row.answer()))
                  .and("accounts", row.accounts())
                  .and("known_rates", row.rates());
          put(record, "lower_quartile", row.lowerQuartile());
          put(record, "median", row.median());
          put(record, "upper_quartile", row.upperQuartile());
          records.add(record);
        }
        records.add(
            RecordMap.of("platform", name(platform))
                .and("definition", policy.id())
                .and("item", "all answers")
                .and("rate", engagement.formula())
                .and("epsilon_squared", engagement.epsilonSquared())
                .and("trend", engagement.trend().name().toLowerCase(Locale.ROOT)));
      }
    }
    return records;
  }

  private List<Map<String, Object>> slopes() {
    List<Map<String, Object>> records = new ArrayList<>();
    for (Platform platform : comparison.platforms()) {
      SizeSlope slope = comparison.study().slope(platform);
      Map<String, Object> record =
          RecordMap.of("platform", name(platform))
              .and("rate", slope.formula())
              .and("accounts", slope.accounts())
              .and("zero_rates", slope.zeroRates());
      put(record, "slope", slope.slope());
      record.put("intercept", slope.intercept());
      record.put("selection", slope.isSelection());
      records.add(record);
    }
    return records;
  }

  private List<Map<String, Object>> top(Comparison.Top top) {
    List<Map<String, Object>> records = new ArrayList<>();
    TierPolicy first = top.study().definitions().get(0);
    for (TierPolicy policy : top.study().definitions()) {
      TopStudy.Change change = top.study().change(first, policy);
      records.add(
          RecordMap.of("definition", first.id())
              .and("other", policy.id())
              .and("item", "top " + top.k())
              .and("eligible_by_other", top.study().eligible(policy))
              .and("listed_by_first", change.firstSize())
              .and("listed_by_other", change.secondSize())
              .and("common", change.common())
              .and("overlap", change.overlap())
              .and("changed", change.changed())
              .and("tau_b", change.tauB()));
    }
    return records;
  }
}
