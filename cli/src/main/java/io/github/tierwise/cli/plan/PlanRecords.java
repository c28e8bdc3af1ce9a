package io.github.tierwise.cli.plan;

import io.github.tierwise.cli.score.ScoreTable;
import io.github.tierwise.cli.write.RecordMap;
import io.github.tierwise.cli.write.Records;
import io.github.tierwise.cli.write.Rejects;
import io.github.tierwise.deal.Deal;
import io.github.tierwise.deal.Frontier;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * A deal for programs. As CSV every line is a set of accounts with what it costs and brings: one
 * person, the whole deal, what stands beside it, and the best sets by budget; as JSON there are the
 * reasons too. What is unknown is null, in CSV an empty cell.
 */
final class PlanRecords {

  /** The columns of CSV; what a line does not say stays empty. */
  private static final List<String> COLUMNS =
      List.of(
          ("section,item,tiers,budget,people,cost,cost_low,cost_high,quoted,left,engaged,engaged_low,"
                  + "engaged_high,fit,value,value_low,value_high,share,bound,gap,flags")
              .split(",", -1));

  private PlanRecords() {}

  /** Everything as one JSON object. */
  static String json(PlanResult planned, String version) {
    Deal deal = planned.deal();
    PlanSections sections = new PlanSections(planned);
    RecordMap all =
        RecordMap.of("tierwise", version)
            .and("input", planned.input())
            .and("sha256", planned.fingerprints())
            .and("rejected", Rejects.of(planned.rejected()).records().toList())
            .and("brand", planned.brand())
            .and("definition", planned.tiers().id())
            .and("currency", deal.currency())
            .and("unit", deal.unit())
            .and("budget", deal.budget())
            .and("cost", deal.costRange())
            .and("left", deal.left())
            .and("value", deal.value())
            .and("bound", deal.bound())
            .and("gap", deal.gap())
            .and("exact", deal.exact())
            .and("method", deal.method())
            .and("mix", deal.mix())
            .and("people", sections.people().records().toList())
            .and("left_out", new TreeMap<>(deal.leftOut()))
            .and("celebrity", PlanSections.option(planned.sides().celebrity()))
            .and("nano_and_micro", PlanSections.option(planned.sides().micro()));
    planned
        .bestSize()
        .ifPresent(
            best ->
                all.and(
                    "best_size",
                    RecordMap.of("followers", best.followers())
                        .and("price", best.price())
                        .and("share_of_budget", best.partOfBudget())));
    all.and(
        "why_not",
        planned.asked().stream()
            .map(
                asked ->
                    RecordMap.of("of", asked.whyNot().label())
                        .and("value", asked.whyNot().value())
                        .and("entry_price", asked.entryPrice())
                        .and("note", asked.whyNot().note()))
            .toList());
    planned
        .frontier()
        .ifPresent(
            frontier ->
                all.and(
                    "frontier",
                    RecordMap.of("exact", frontier.exact())
                        .and("steps", sections.steps(frontier.steps()).records().toList())
                        .and("changes", sections.steps(frontier.changes()).records().toList())
                        .and("stays", frontier.stays())));
    return Records.json(all);
  }

  /** A line for each set of accounts. */
  static String csv(PlanResult planned) {
    Deal deal = planned.deal();
    List<RecordMap> lines = new ArrayList<>();
    for (Deal.Person person : deal.people()) {
      lines.add(
          line("person", person.id(), deal.budget(), 1, person.tier().label())
              .and("cost", person.forecast().cost())
              .and("quoted", person.quoted())
              .and("engaged", person.forecast().engagedAudience())
              .and("fit", person.fit())
              .and("share", person.partOfValue())
              .and("flags", ScoreTable.joined(person.flags().stream())));
    }
    int people = deal.people().size();
    lines.add(
        line("deal", "", deal.budget(), people, PlanResult.mix(deal.mix()))
            .and("cost", deal.costRange())
            .and("left", deal.left())
            .and("value", deal.value())
            .and("share", people == 0 ? Double.NaN : 1.0)
            .and("bound", deal.bound())
            .and("gap", deal.gap()));
    addSides("beside", planned.sides(), lines);
    for (Frontier.Step step : planned.frontier().map(Frontier::steps).orElse(List.of())) {
      lines.add(line("frontier", "best", step.budget(), step.best()).and("gap", step.gap()));
      addSides("frontier", step, lines);
    }
    return Records.csv(COLUMNS, lines.iterator()).toText();
  }

  private static void addSides(String section, Frontier.Step step, List<RecordMap> lines) {
    lines.add(line(section, "celebrity", step.budget(), step.celebrity()));
    lines.add(line(section, "nano and micro", step.budget(), step.micro()));
  }

  private static RecordMap line(
      String section, String item, double budget, Frontier.Option option) {
    return line(section, item, budget, option.people().size(), PlanResult.mix(option.mix()))
        .and("cost", option.cost())
        .and("value", option.range());
  }

  private static RecordMap line(
      String section, String item, double budget, int people, String tiers) {
    return RecordMap.of("section", section)
        .and("item", item)
        .and("tiers", tiers)
        .and("budget", budget)
        .and("people", people);
  }
}
