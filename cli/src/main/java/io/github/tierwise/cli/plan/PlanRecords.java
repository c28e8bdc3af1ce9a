package io.github.tierwise.cli.plan;

import io.github.tierwise.cli.write.Records;
import io.github.tierwise.deal.Deal;
import io.github.tierwise.deal.Frontier;
import io.github.tierwise.explain.Estimate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A deal for programs. As CSV every line is a set of accounts with what it costs and brings: one
 * person, the whole deal, what stands beside it, and the best sets by budget; as JSON there are the
 * reasons too. What is unknown is null, in CSV an empty cell.
 */
public final class PlanRecords {

  private final PlanResult planned;
  private final Deal deal;

  private PlanRecords(PlanResult planned) {
    this.planned = planned;
    deal = planned.deal();
  }

  /** Everything as one JSON object. */
  public static String json(PlanResult planned, String version) {
    return Records.json(new PlanRecords(planned).all(version));
  }

  /** A line for each set of accounts. */
  public static String csv(PlanResult planned) {
    return Records.csv(new PlanRecords(planned).lines());
  }

  private static Map<String, Object> record(Object... fields) {
    Map<String, Object> record = new LinkedHashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      record.put((String) fields[i], fields[i + 1]);
    }
    return record;
  }

  private static void put(Map<String, Object> record, String name, Estimate estimate) {
    record.put(name, estimate.value());
    record.put(name + "_low", estimate.low());
    record.put(name + "_high", estimate.high());
  }

  private Map<String, Object> all(String version) {
    Map<String, Object> all =
        record(
            "tierwise",
            version,
            "input",
            planned.input(),
            "sha256",
            planned.fingerprints(),
            "brand",
            planned.brand(),
            "definition",
            planned.tiers().id(),
            "currency",
            deal.currency(),
            "unit",
            deal.unit(),
            "budget",
            deal.budget());
    put(all, "cost", deal.costRange());
    all.put("left", deal.left());
    put(all, "value", deal.value());
    all.put("bound", deal.bound());
    all.put("gap", deal.gap());
    all.put("exact", deal.exact());
    all.put("method", deal.method());
    all.put("mix", deal.mix());
    all.put("people", deal.people().stream().map(PlanRecords::person).toList());
    all.put("left_out", new TreeMap<>(deal.leftOut()));
    all.put("celebrity", option(planned.sides().celebrity()));
    all.put("nano_and_micro", option(planned.sides().micro()));
    planned
        .bestSize()
        .ifPresent(
            best ->
                all.put(
                    "best_size",
                    record(
                        "followers",
                        best.followers(),
                        "price",
                        best.price(),
                        "share_of_budget",
                        best.share())));
    all.put(
        "why_not",
        planned.whyNot().stream()
            .map(
                reason ->
                    record("of", reason.label(), "value", reason.value(), "note", reason.note()))
            .toList());
    planned.frontier().ifPresent(frontier -> all.put("frontier", frontier(frontier)));
    return all;
  }

  private static Map<String, Object> person(Deal.Person person) {
    Map<String, Object> record =
        record(
            "id",
            person.id(),
            "tier",
            person.tier().label(),
            "price",
            person.price(),
            "price_low",
            person.forecast().cost().low(),
            "price_high",
            person.forecast().cost().high(),
            "quoted",
            person.quoted(),
            "price_source",
            person.forecast().costSource());
    put(record, "engaged", person.forecast().engagedAudience());
    record.put("engaged_source", person.forecast().engagedAudienceSource());
    put(record, "conversions", person.forecast().conversions());
    record.put("conversions_source", person.forecast().conversionsSource());
    record.put("fit", person.fit());
    record.put("share", person.share());
    record.put(
        "flags",
        person.flags().stream()
            .map(flag -> record("code", flag.code(), "text", flag.text()))
            .toList());
    return record;
  }

  private static Map<String, Object> option(Frontier.Option option) {
    return record(
        "people",
        option.people(),
        "mix",
        option.mix(),
        "shares",
        option.shares(),
        "lead",
        option.lead(),
        "cost",
        option.cost(),
        "value",
        option.value());
  }

  private static Map<String, Object> frontier(Frontier frontier) {
    return record(
        "exact",
        frontier.exact(),
        "steps",
        frontier.steps().stream().map(PlanRecords::step).toList(),
        "changes",
        frontier.changes().stream().map(PlanRecords::step).toList(),
        "stays",
        frontier.stays());
  }

  private static Map<String, Object> step(Frontier.Step step) {
    return record(
        "budget",
        step.budget(),
        "gap",
        step.gap(),
        "best",
        option(step.best()),
        "celebrity",
        option(step.celebrity()),
        "nano_and_micro",
        option(step.micro()));
  }

  private List<Map<String, Object>> lines() {
    List<Map<String, Object>> lines = new ArrayList<>();
    for (Deal.Person person : deal.people()) {
      Map<String, Object> line = line("person", person.id(), deal.budget(), 1);
      line.put("tiers", person.tier().label());
      put(line, "cost", person.forecast().cost());
      line.put("quoted", person.quoted());
      put(line, "engaged", person.forecast().engagedAudience());
      line.put("fit", person.fit());
      line.put("share", person.share());
      line.put(
          "flags",
          person.flags().stream()
              .map(flag -> flag.code() + ": " + flag.text())
              .collect(Collectors.joining("; ")));
      lines.add(line);
    }
    Map<String, Object> whole = line("deal", "", deal.budget(), deal.people().size());
    whole.put("tiers", PlanResult.mix(deal.mix()));
    put(whole, "cost", deal.costRange());
    whole.put("left", deal.left());
    put(whole, "value", deal.value());
    whole.put("share", deal.people().isEmpty() ? Double.NaN : 1.0);
    whole.put("bound", deal.bound());
    whole.put("gap", deal.gap());
    lines.add(whole);
    lines.addAll(step("beside", planned.sides(), false));
    planned
        .frontier()
        .ifPresent(
            frontier ->
                frontier.steps().forEach(step -> lines.addAll(step("frontier", step, true))));
    return lines;
  }

  private static List<Map<String, Object>> step(
      String section, Frontier.Step step, boolean withBest) {
    List<Map<String, Object>> lines = new ArrayList<>();
    if (withBest) {
      Map<String, Object> best = line(section, "best", step.budget(), step.best());
      best.put("gap", step.gap());
      lines.add(best);
    }
    lines.add(line(section, "celebrity", step.budget(), step.celebrity()));
    lines.add(line(section, "nano and micro", step.budget(), step.micro()));
    return lines;
  }

  private static Map<String, Object> line(
      String section, String item, double budget, Frontier.Option option) {
    Map<String, Object> line = line(section, item, budget, option.people().size());
    line.put("tiers", PlanResult.mix(option.mix()));
    line.put("cost", option.cost());
    line.put("value", option.value());
    return line;
  }

  /** A line with every column; what is not said stays empty. */
  private static Map<String, Object> line(String section, String item, double budget, int people) {
    return record(
        "section",
        section,
        "item",
        item,
        "tiers",
        "",
        "budget",
        budget,
        "people",
        people,
        "cost",
        Double.NaN,
        "cost_low",
        Double.NaN,
        "cost_high",
        Double.NaN,
        "quoted",
        "",
        "left",
        Double.NaN,
        "engaged",
        Double.NaN,
        "engaged_low",
        Double.NaN,
        "engaged_high",
        Double.NaN,
        "fit",
        Double.NaN,
        "value",
        Double.NaN,
        "value_low",
        Double.NaN,
        "value_high",
        Double.NaN,
        "share",
        Double.NaN,
        "bound",
        Double.NaN,
        "gap",
        Double.NaN,
        "flags",
        "");
  }
}
