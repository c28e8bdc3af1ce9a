package io.github.tierwise.cli.plan;

import io.github.tierwise.cli.write.Axis;
import io.github.tierwise.cli.write.Chart;
import io.github.tierwise.cli.write.Grid;
import io.github.tierwise.cli.write.RecordMap;
import io.github.tierwise.cli.write.Section;
import io.github.tierwise.cli.write.Template;
import io.github.tierwise.cli.write.TierColors;
import io.github.tierwise.deal.Frontier;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.tier.Classification;
import io.github.tierwise.tier.Tier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** The pictures of a deal, each with its sentence and its figures. */
final class PlanPictures {

  private static final String BEST = "best deal";

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

  static Frontier.Step last(Frontier frontier) {
    return frontier.steps().get(frontier.steps().size() - 1);
  }

  /** Whether there is anything to draw for this budget. */
  boolean hasSides() {
    return sections.ways().stream().anyMatch(side -> !side.isNobody());
  }

  /** What the deal, one celebrity, and small accounts alone bring for the same budget. */
  Chart sides() {
    List<PlanSections.Side> sides = sections.ways();
    return chart(
        "sides",
        "What %s can buy".formatted(planned.money(planned.deal().budget())),
        sidesSentence(planned.sides().celebrity(), planned.sides().micro())
            + " The line on a bar is its range, from every post at the low end of its own 90% range"
            + " to every one at the high end.",
        250,
        RecordMap.of("unit", planned.deal().unit())
            .and("names", sides.stream().map(this::name).toList())
            .and("bars", sides.stream().map(this::bar).toList())
            .and("ranges", ranges(sides)),
        sections.sides().page(2));
  }

  private String name(PlanSections.Side side) {
    return side.isNobody()
        ? side.name() + "\n" + PlanResult.NOBODY
        : "%s: %s\n%s"
            .formatted(side.name(), planned.about(side.value()), planned.aboutRange(side.range()));
  }

  private String tip(PlanSections.Side side) {
    return "%s: %s for %s".formatted(side.name(), side.mix(), planned.money(side.cost()));
  }

  private RecordMap bar(PlanSections.Side side) {
    return RecordMap.of("value", side.value()).and("tip", tip(side)).and("color", side.color());
  }

  private List<RecordMap> ranges(List<PlanSections.Side> sides) {
    List<RecordMap> ranges = new ArrayList<>();
    for (int row = 0; row < sides.size(); row++) {
      PlanSections.Side side = sides.get(row);
      if (!side.isNobody()) {
        ranges.add(
            RecordMap.of("value", List.of(side.range().low(), side.range().high(), row))
                .and("tip", tip(side)));
      }
    }
    return ranges;
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
            (ahead ? "macro before micro" : "micro before macro") + doubt(celebrity, micro));
  }

  /** Whoever is ahead by a forecast may be behind by the posts. */
  private static String doubt(Frontier.Option one, Frontier.Option other) {
    boolean overlap =
        one.range().low() < other.range().high() && other.range().low() < one.range().high();
    return overlap ? " by the forecasts, though their ranges overlap" : ", whatever the posts do";
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
            .and("max", last(frontier).budget())
            .and("low", Axis.floor(values(steps).min().orElseThrow()))
            .and("high", Axis.ceil(values(steps).max().orElseThrow()))
            .and("series", series(steps)),
        sections.steps(steps).page(2));
  }

  /** All that is drawn; nothing has no place on a scale of ratios. */
  private static DoubleStream values(List<Frontier.Step> steps) {
    return steps.stream()
        .flatMap(step -> Stream.of(step.best(), step.celebrity(), step.micro()))
        .mapToDouble(Frontier.Option::value)
        .filter(value -> value > 0);
  }

  private List<RecordMap> series(List<Frontier.Step> steps) {
    List<RecordMap> series = new ArrayList<>();
    add(series, BEST, "accent", "circle", points(BEST, steps, Frontier.Step::best));
    add(
        series,
        PlanResult.ONE,
        "mega",
        "diamond",
        points(PlanResult.ONE, steps, Frontier.Step::celebrity));
    add(
        series,
        PlanResult.SMALL,
        "micro",
        "triangle",
        points(PlanResult.SMALL, steps, Frontier.Step::micro));
    return series;
  }

  /** What has no point has no place in the legend either. */
  private static void add(
      List<RecordMap> series, String name, String color, String symbol, List<RecordMap> points) {
    if (!points.isEmpty()) {
      series.add(
          RecordMap.of("name", name)
              .and("color", color)
              .and("symbol", symbol)
              .and("points", points));
    }
  }

  private List<RecordMap> points(
      String name, List<Frontier.Step> steps, Function<Frontier.Step, Frontier.Option> of) {
    List<RecordMap> points = new ArrayList<>();
    String before = "";
    for (Frontier.Step step : steps) {
      Frontier.Option option = of.apply(step);
      if (option.value() > 0) {
        // A step has the name of the tier that leads from there on.
        boolean named = name.equals(BEST) && !option.lead().equals(before);
        before = option.lead();
        points.add(
            RecordMap.of("value", List.of(step.budget(), option.value()))
                .and("text", option.lead())
                .and(
                    "label",
                    RecordMap.of("show", named).and("align", points.isEmpty() ? "left" : "center"))
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
    Frontier.Step last = last(frontier);
    String crossing =
        PlanResult.changes(frontier).entrySet().stream()
            .filter(e -> e.getValue().contains(PlanResult.CELEBRITY_AHEAD))
            .map(
                e ->
                    " From %s on %s."
                        .formatted(planned.money(e.getKey()), PlanResult.CELEBRITY_AHEAD))
            .findFirst()
            .orElse("");
    return "%s brings %s %s at best, %s brings %s.%s A step of the best deal has the name of the tier that brings most from there on.%s"
        .formatted(
            planned.money(first.budget()),
            planned.value(first.best()),
            frontier.unit(),
            planned.money(last.budget()),
            planned.value(last.best()),
            crossing,
            missing(last));
  }

  /** What the picture lacks, for whoever looks for it. */
  private static String missing(Frontier.Step last) {
    String one = last.celebrity().people().isEmpty() ? PlanResult.ONE : "";
    String small = last.micro().people().isEmpty() ? PlanResult.SMALL : "";
    String both = one.isEmpty() || small.isEmpty() ? one + small : one + " and " + small;
    return both.isEmpty() ? "" : " No line: %s, whom no budget here buys.".formatted(both);
  }

  /** Which tiers bring what the best deal brings, budget by budget. */
  Chart shares(Frontier frontier) {
    List<Frontier.Step> steps = frontier.steps();
    Map<String, String> colors = new LinkedHashMap<>();
    for (Classification outcome : planned.tiers().outcomes()) {
      if (steps.stream()
          .anyMatch(step -> step.best().partsOfValue().containsKey(outcome.label()))) {
        // Why somebody has no tier makes no difference to a deal.
        colors.putIfAbsent(
            outcome.label(),
            outcome instanceof Tier ? TierColors.of(planned.tiers(), outcome) : "none");
      }
    }
    List<RecordMap> series = new ArrayList<>();
    Section<Frontier.Step> figures =
        Section.<Frontier.Step>of("Part of what the best deal brings, by tier", steps)
            .page("budget", step -> planned.money(step.budget()));
    for (Map.Entry<String, String> color : colors.entrySet()) {
      String tier = color.getKey();
      series.add(
          RecordMap.of("name", tier)
              .and("color", color.getValue())
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
    Frontier.Step first =
        frontier.steps().stream()
            .filter(step -> !step.best().people().isEmpty())
            .findFirst()
            .orElseThrow();
    Frontier.Step last = last(frontier);
    if (frontier.steps().stream()
        .map(step -> step.best().lead())
        .allMatch(lead -> lead.isEmpty() || lead.equals(last.best().lead()))) {
      return "Whatever the budget here, most comes from %s.".formatted(last.best().lead());
    }
    return "With %s most comes from %s, with %s from %s; below stands where that changes."
        .formatted(
            planned.money(first.budget()),
            first.best().lead(),
            planned.money(last.budget()),
            last.best().lead());
  }
}
