package io.github.tierwise.cli.plan;

import io.github.tierwise.cli.write.Chart;
import io.github.tierwise.cli.write.Grid;
import io.github.tierwise.cli.write.RecordMap;
import io.github.tierwise.deal.Frontier;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.tier.Classification;
import io.github.tierwise.tier.CommonTier;
import io.github.tierwise.tier.Tier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The pictures of a deal, each with its sentence and its figures. */
final class PlanPictures {

  private static final List<String> SIDES =
      List.of("this deal", "one celebrity", "nano and micro alone");

  private final PlanResult planned;

  PlanPictures(PlanResult planned) {
    this.planned = planned;
  }

  private static Map<String, Object> map(Object... fields) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      map.put((String) fields[i], fields[i + 1]);
    }
    return map;
  }

  private String value(Frontier.Option option) {
    return option.people().isEmpty() ? "nobody" : planned.count(option.value());
  }

  /** The whole picture follows from the plan, so that all of it is data. */
  private static Chart chart(
      String id,
      String title,
      String sentence,
      int height,
      Map<String, Object> option,
      Grid figures) {
    return new Chart(
        id,
        title,
        sentence,
        height,
        "{\"$data\": \"option\"}",
        RecordMap.of("option", option),
        figures);
  }

  /** What the deal, one celebrity, and small accounts alone bring for the same budget. */
  Chart sides() {
    Frontier.Option celebrity = planned.sides().celebrity();
    Frontier.Option micro = planned.sides().micro();
    List<Double> values = List.of(planned.deal().value().value(), celebrity.value(), micro.value());
    List<Double> costs = List.of(planned.deal().cost(), celebrity.cost(), micro.cost());
    List<String> who =
        List.of(
            PlanResult.mix(planned.deal().mix()),
            celebrity.people().isEmpty() ? "nobody" : celebrity.people().get(0),
            PlanResult.mix(micro.mix()));
    List<String> colors = List.of("accent", "mega", "micro");
    List<Object> bars = new ArrayList<>();
    List<List<String>> figures = new ArrayList<>();
    for (int i = 0; i < SIDES.size(); i++) {
      bars.add(
          map(
              "value",
              values.get(i),
              "text",
              who.get(i).equals("nobody") ? "nobody" : planned.count(values.get(i)),
              "tip",
              "%s: %s for %s".formatted(SIDES.get(i), who.get(i), planned.money(costs.get(i))),
              "itemStyle",
              map("color", Chart.color(colors.get(i)))));
      figures.add(
          List.of(
              SIDES.get(i),
              who.get(i),
              planned.money(costs.get(i)),
              planned.count(values.get(i)),
              NumberText.percent(values.get(0) > 0 ? values.get(i) / values.get(0) : Double.NaN)));
    }
    return chart(
        "sides",
        "What %s can buy".formatted(planned.money(planned.deal().budget())),
        sidesSentence(celebrity, micro),
        230,
        map(
            "grid",
            map("left", 150, "right", 80, "top", 8, "bottom", 46),
            "xAxis",
            map(
                "type",
                "value",
                "name",
                planned.deal().unit(),
                "nameLocation",
                "middle",
                "nameGap",
                28,
                "axisLabel",
                map("formatter", Chart.function("brief"), "hideOverlap", true)),
            "yAxis",
            map("type", "category", "inverse", true, "data", SIDES),
            "series",
            List.of(
                map(
                    "type",
                    "bar",
                    "barMaxWidth",
                    34,
                    "label",
                    map(
                        "show",
                        true,
                        "position",
                        "right",
                        "color",
                        Chart.color("ink"),
                        "formatter",
                        Chart.function("text")),
                    "data",
                    bars)),
            "narrow",
            map(
                "grid",
                map("left", 92, "right", 66),
                "yAxis",
                map("axisLabel", map("width", 86, "overflow", "break")))),
        new Grid(
            "This deal, one celebrity, and nano and micro accounts alone",
            List.of("", "who", "costs", "brings", "of the deal"),
            2,
            figures));
  }

  private String sidesSentence(Frontier.Option celebrity, Frontier.Option micro) {
    String budget = planned.money(planned.deal().budget());
    if (celebrity.people().isEmpty() && micro.people().isEmpty()) {
      return "For %s neither a celebrity nor nano or micro accounts can be had.".formatted(budget);
    }
    if (celebrity.people().isEmpty()) {
      return "No celebrity can be had for %s; nano and micro accounts alone bring %s."
          .formatted(budget, value(micro));
    }
    if (micro.people().isEmpty()) {
      return "No nano or micro account is on the list for %s; one celebrity, %s, brings %s."
          .formatted(budget, celebrity.people().get(0), value(celebrity));
    }
    boolean ahead = celebrity.value() > micro.value();
    return "For %s one celebrity, %s, brings %s, and %s nano and micro accounts alone bring %s: %s."
        .formatted(
            budget,
            celebrity.people().get(0),
            value(celebrity),
            NumberText.count(micro.people().size()),
            value(micro),
            ahead ? "macro before micro" : "micro before macro");
  }

  private static Map<String, Object> axis(String name, Object... more) {
    Map<String, Object> axis =
        map("type", "log", "name", name, "nameLocation", "middle", "nameGap", 28);
    axis.putAll(map(more));
    return axis;
  }

  /** What each budget brings at best, with one celebrity, and with small accounts alone. */
  Chart budgets(Frontier frontier) {
    List<Frontier.Step> steps = frontier.steps();
    List<List<String>> figures = new ArrayList<>();
    List<Object> best = new ArrayList<>();
    List<Object> celebrity = new ArrayList<>();
    List<Object> micro = new ArrayList<>();
    for (Frontier.Step step : steps) {
      point(best, SIDES.get(0).replace("this", "best"), step, step.best());
      point(celebrity, SIDES.get(1), step, step.celebrity());
      point(micro, SIDES.get(2), step, step.micro());
      figures.add(
          List.of(
              planned.money(step.budget()),
              PlanResult.mix(step.best().mix()),
              value(step.best()),
              step.gap() == 0 ? "proven" : "within " + NumberText.percent(step.gap()),
              value(step.celebrity()),
              value(step.micro())));
    }
    return chart(
        "frontier",
        "What each budget brings",
        budgetsSentence(frontier),
        420,
        map(
            "grid",
            map("left", 70, "right", 20, "top", 40, "bottom", 50),
            "legend",
            map("top", 0, "data", List.of("best deal", SIDES.get(1), SIDES.get(2))),
            "xAxis",
            axis(
                "budget, " + frontier.currency(),
                "min",
                steps.get(0).budget(),
                "max",
                steps.get(steps.size() - 1).budget(),
                "axisLabel",
                map("formatter", Chart.function("brief"), "hideOverlap", true)),
            "yAxis",
            axis(
                frontier.unit(),
                "nameGap",
                50,
                "axisLabel",
                map("formatter", Chart.function("brief"))),
            "series",
            List.of(
                line("best deal", "accent", "circle", best),
                line(SIDES.get(1), "mega", "diamond", celebrity),
                line(SIDES.get(2), "micro", "triangle", micro))),
        new Grid(
            "What each budget brings at best, with one celebrity, and with nano and micro alone",
            List.of("budget", "best deal", "brings", "of the best", "one celebrity", "nano, micro"),
            2,
            figures));
  }

  private void point(List<Object> points, String name, Frontier.Step step, Frontier.Option option) {
    // Nothing has no place on a scale of ratios.
    if (option.value() > 0) {
      points.add(
          map(
              "value",
              List.of(step.budget(), option.value()),
              "tip",
              "%s, %s: %s for %s, by %s"
                  .formatted(
                      planned.money(step.budget()),
                      name,
                      planned.count(option.value()),
                      planned.money(option.cost()),
                      option.people().size() == 1
                          ? option.people().get(0)
                          : PlanResult.mix(option.mix()))));
    }
  }

  /** More budget is never worth less, so between two budgets at least the lower one's value. */
  private static Map<String, Object> line(
      String name, String color, String symbol, List<Object> points) {
    return map(
        "type",
        "line",
        "name",
        name,
        "step",
        "end",
        "symbol",
        symbol,
        "symbolSize",
        9,
        "showAllSymbol",
        true,
        "lineStyle",
        map("color", Chart.color(color), "width", 2.5),
        "itemStyle",
        map("color", Chart.color(color)),
        "data",
        points);
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
            value(first.best()),
            planned.money(last.budget()),
            value(last.best()),
            crossing);
  }

  /** Which tiers bring what the best deal brings, budget by budget. */
  Chart shares(Frontier frontier) {
    List<Frontier.Step> steps = frontier.steps();
    List<Object> series = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    List<String> tokens = new ArrayList<>();
    for (Classification outcome : planned.tiers().outcomes()) {
      String label = outcome.label();
      if (labels.contains(label)
          || steps.stream().noneMatch(step -> step.best().shares().containsKey(label))) {
        continue;
      }
      String token = token(outcome);
      List<Object> bars = new ArrayList<>();
      for (Frontier.Step step : steps) {
        double share = step.best().shares().getOrDefault(label, 0.0);
        bars.add(
            map(
                "value",
                share,
                "tip",
                "%s: %s brings %s, %d in the deal"
                    .formatted(
                        planned.money(step.budget()),
                        label,
                        NumberText.percent(share),
                        step.best().mix().getOrDefault(label, 0))));
      }
      series.add(
          map(
              "type",
              "bar",
              "name",
              label,
              "stack",
              "all",
              "barCategoryGap",
              "15%",
              "itemStyle",
              map(
                  "color",
                  Chart.color(token),
                  "opacity",
                  // Two tiers of a definition may mean the same.
                  tokens.contains(token) ? 0.55 : 1,
                  "borderColor",
                  Chart.color("paper"),
                  "borderWidth",
                  1),
              "data",
              bars));
      labels.add(label);
      tokens.add(token);
    }
    List<List<String>> figures = new ArrayList<>();
    for (Frontier.Step step : steps) {
      List<String> row = new ArrayList<>(List.of(planned.money(step.budget())));
      for (String label : labels) {
        row.add(NumberText.percent(step.best().shares().getOrDefault(label, 0.0)));
      }
      figures.add(row);
    }
    List<String> header = new ArrayList<>(List.of("budget"));
    header.addAll(labels);
    return chart(
        "shares",
        "Which tiers bring it",
        sharesSentence(frontier),
        360,
        map(
            "grid",
            map("left", 56, "right", 16, "top", 40, "bottom", 60),
            "legend",
            map("top", 0, "type", "scroll", "data", labels),
            "xAxis",
            map(
                "type",
                "category",
                "name",
                "budget, " + frontier.currency(),
                "nameLocation",
                "middle",
                "nameGap",
                36,
                "data",
                steps.stream().map(step -> NumberText.count(step.budget())).toList(),
                "axisLabel",
                map("hideOverlap", true)),
            "yAxis",
            map(
                "type",
                "value",
                "max",
                1,
                "axisLabel",
                map("formatter", Chart.function("percent"))),
            "series",
            series),
        new Grid("Part of what the best deal brings, by tier", header, 1, figures));
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
    return text.isEmpty()
        ? "Nobody can be chosen."
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
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
