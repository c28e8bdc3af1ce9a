package io.github.tierwise.cli.plan;

import io.github.tierwise.cli.write.Chart;
import io.github.tierwise.cli.write.Grid;
import io.github.tierwise.cli.write.RecordMap;
import io.github.tierwise.cli.write.Section;
import io.github.tierwise.cli.write.Template;
import io.github.tierwise.deal.Frontier;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.tier.Classification;
import io.github.tierwise.tier.CommonTier;
import io.github.tierwise.tier.Tier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The pictures of a deal, each with its sentence and its figures. */
final class PlanPictures {

  private final PlanResult planned;
  private final PlanSections sections;

  PlanPictures(PlanResult planned) {
    this.planned = planned;
    sections = new PlanSections(planned);
  }

  /** The whole picture follows from the plan, so that all of it is data. */
  private static Chart chart(
      String id, String title, String sentence, int height, RecordMap data, Grid figures) {
    return new Chart(
        id,
        title,
        sentence,
        height,
        "{\"$data\": \"option\"}",
        RecordMap.of("option", Template.of(PlanPictures.class, id).fill(data)),
        figures);
  }

  /** What the deal, one celebrity, and small accounts alone bring for the same budget. */
  Chart sides() {
    List<PlanSections.Side> sides = sections.ways();
    return chart(
        "sides",
        "What %s can buy".formatted(planned.money(planned.deal().budget())),
        sidesSentence(planned.sides().celebrity(), planned.sides().micro()),
        230,
        RecordMap.of("unit", planned.deal().unit())
            .and("names", sides.stream().map(PlanSections.Side::name).toList())
            .and("bars", sides.stream().map(this::bar).toList()),
        sections.sides().page(2));
  }

  private RecordMap bar(PlanSections.Side side) {
    return RecordMap.of("value", side.value())
        .and("text", side.isNobody() ? PlanResult.NOBODY : planned.count(side.value()))
        .and("tip", "%s: %s for %s".formatted(side.name(), side.mix(), planned.money(side.cost())))
        .and("color", side.color());
  }

  private String sidesSentence(Frontier.Option celebrity, Frontier.Option micro) {
    String budget = planned.money(planned.deal().budget());
    if (celebrity.people().isEmpty() && micro.people().isEmpty()) {
      return "For %s neither a celebrity nor nano or micro accounts can be had.".formatted(budget);
    }
    if (celebrity.people().isEmpty()) {
      return "No celebrity can be had for %s; nano and micro accounts alone bring %s."
          .formatted(budget, planned.value(micro));
    }
    if (micro.people().isEmpty()) {
      return "No nano or micro account is on the list for %s; one celebrity, %s, brings %s."
          .formatted(budget, celebrity.people().get(0), planned.value(celebrity));
    }
    boolean ahead = celebrity.value() > micro.value();
    int small = micro.people().size();
    return "For %s one celebrity, %s, brings %s, and %s alone %s: %s."
        .formatted(
            budget,
            celebrity.people().get(0),
            planned.value(celebrity),
            small == 1
                ? "1 nano or micro account"
                : NumberText.count(small) + " nano and micro accounts",
            (small == 1 ? "brings " : "bring ") + planned.value(micro),
            ahead ? "macro before micro" : "micro before macro");
  }

  /** What each budget brings at best, with one celebrity, and with small accounts alone. */
  Chart budgets(Frontier frontier) {
    List<Frontier.Step> steps = frontier.steps();
    return chart(
        "frontier",
        "What each budget brings",
        budgetsSentence(frontier),
        420,
        RecordMap.of("currency", "budget, " + frontier.currency())
            .and("unit", frontier.unit())
            .and("min", steps.get(0).budget())
            .and("max", steps.get(steps.size() - 1).budget())
            .and("best", points("best deal", steps, Frontier.Step::best))
            .and("celebrity", points(PlanResult.ONE, steps, Frontier.Step::celebrity))
            .and("micro", points(PlanResult.SMALL, steps, Frontier.Step::micro)),
        sections.steps(steps).page(2));
  }

  private List<RecordMap> points(
      String name, List<Frontier.Step> steps, Function<Frontier.Step, Frontier.Option> of) {
    List<RecordMap> points = new ArrayList<>();
    for (Frontier.Step step : steps) {
      Frontier.Option option = of.apply(step);
      // Nothing has no place on a scale of ratios.
      if (option.value() > 0) {
        points.add(
            RecordMap.of("value", List.of(step.budget(), option.value()))
                .and(
                    "tip",
                    "%s, %s: %s for %s, by %s"
                        .formatted(
                            planned.money(step.budget()),
                            name,
                            planned.count(option.value()),
                            planned.money(option.cost()),
                            PlanSections.who(option))));
      }
    }
    return points;
  }

  private String budgetsSentence(Frontier frontier) {
    Frontier.Step first = frontier.steps().get(0);
    Frontier.Step last = frontier.steps().get(frontier.steps().size() - 1);
    String crossing =
        PlanResult.changes(frontier).entrySet().stream()
            .filter(e -> e.getValue().contains(PlanResult.CELEBRITY_AHEAD))
            .map(
                e ->
                    " From %s on %s."
                        .formatted(planned.money(e.getKey()), PlanResult.CELEBRITY_AHEAD))
            .findFirst()
            .orElse("");
    return "%s brings %s at best, %s brings %s.%s"
        .formatted(
            planned.money(first.budget()),
            planned.value(first.best()),
            planned.money(last.budget()),
            planned.value(last.best()),
            crossing);
  }

  /** Which tiers bring what the best deal brings, budget by budget. */
  Chart shares(Frontier frontier) {
    List<Frontier.Step> steps = frontier.steps();
    Map<String, String> colors = new LinkedHashMap<>();
    for (Classification outcome : planned.tiers().outcomes()) {
      if (steps.stream()
          .anyMatch(step -> step.best().partsOfValue().containsKey(outcome.label()))) {
        colors.putIfAbsent(outcome.label(), token(outcome));
      }
    }
    List<RecordMap> series = new ArrayList<>();
    Set<String> used = new HashSet<>();
    Section<Frontier.Step> figures =
        Section.<Frontier.Step>of("Part of what the best deal brings, by tier", steps)
            .page("budget", step -> planned.money(step.budget()));
    for (Map.Entry<String, String> color : colors.entrySet()) {
      String tier = color.getKey();
      series.add(
          RecordMap.of("name", tier)
              .and("color", color.getValue())
              // Two tiers of a definition may mean the same.
              .and("opacity", used.add(color.getValue()) ? 1 : 0.55)
              .and("bars", steps.stream().map(step -> bar(step, tier)).toList()));
      figures = figures.page(tier, step -> NumberText.percent(share(step, tier)));
    }
    return chart(
        "shares",
        "Which tiers bring it",
        sharesSentence(frontier),
        360,
        RecordMap.of("currency", "budget, " + frontier.currency())
            .and("tiers", List.copyOf(colors.keySet()))
            .and("budgets", steps.stream().map(step -> NumberText.count(step.budget())).toList())
            .and("series", series),
        figures.page(1));
  }

  private static double share(Frontier.Step step, String tier) {
    return step.best().partsOfValue().getOrDefault(tier, 0.0);
  }

  private RecordMap bar(Frontier.Step step, String tier) {
    return RecordMap.of("value", share(step, tier))
        .and(
            "tip",
            "%s: %s brings %s, %d in the deal"
                .formatted(
                    planned.money(step.budget()),
                    tier,
                    NumberText.percent(share(step, tier)),
                    step.best().mix().getOrDefault(tier, 0)));
  }

  private String sharesSentence(Frontier frontier) {
    List<String> leads = new ArrayList<>();
    PlanResult.changes(frontier)
        .forEach(
            (budget, what) ->
                what.stream()
                    .filter(text -> text.startsWith(PlanResult.LEADS))
                    .forEach(
                        text -> leads.add("from %s on %s".formatted(planned.money(budget), text))));
    String text = String.join("; ", leads);
    return text.isEmpty() ? "Nobody can be chosen." : PlanResult.sentence(text);
  }

  private static String token(Classification outcome) {
    if (outcome instanceof Tier tier) {
      return tier.common() == CommonTier.NONE
          ? "other"
          : tier.common().name().toLowerCase(Locale.ROOT);
    }
    return "none";
  }
}
