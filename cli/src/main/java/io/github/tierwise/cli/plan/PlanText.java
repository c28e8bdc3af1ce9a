package io.github.tierwise.cli.plan;

import io.github.tierwise.cli.text.Display;
import io.github.tierwise.cli.write.TextTable;
import io.github.tierwise.deal.Deal;
import io.github.tierwise.deal.Frontier;
import io.github.tierwise.explain.Estimate;
import io.github.tierwise.files.cells.NumberText;
import java.util.List;

/** A deal in words and tables. */
public final class PlanText {

  private static final int NAME = 28;
  private static final int TOPIC = 16;

  /** More of them would hide the rest; other forms have them all. */
  private static final int MOST_LOOKS = 8;

  private final PlanResult planned;
  private final Deal deal;
  private final int width;
  private final StringBuilder text = new StringBuilder();

  private PlanText(PlanResult planned, int width) {
    this.planned = planned;
    this.width = width;
    deal = planned.deal();
  }

  /** The deal in lines of that width. */
  public static String of(PlanResult planned, int width) {
    PlanText text = new PlanText(planned, width);
    text.deal();
    planned.frontier().ifPresent(text::frontier);
    return text.text.toString();
  }

  /** Who to back, what it costs and brings, and how sure that is. */
  private void deal() {
    say("deal", planned.headline());
    if (!deal.people().isEmpty()) {
      text.append('\n');
      people();
      text.append('\n');
      say(
          "costs",
          "%s, %s left; %s"
              .formatted(planned.money(deal.cost()), planned.money(deal.left()), planned.prices()));
      Estimate value = deal.value();
      say(
          "brings",
          "about %s %s; %s if every post comes out at the low end of its 90%% range, %s if every one at the high end"
              .formatted(
                  planned.about(value.value()),
                  deal.unit(),
                  planned.about(value.low()),
                  planned.about(value.high())));
      say("choice", planned.choice());
      looks();
      text.append('\n');
      sides();
      text.append('\n');
      planned.rule().ifPresent(rule -> say("rule of thumb", rule));
    }
    planned.whyNot().forEach(reason -> say("why not", reason.label() + ": " + reason.note()));
  }

  private void people() {
    TextTable table =
        new TextTable(
            List.of(
                new TextTable.Column("account", false, NAME),
                new TextTable.Column("tier", false, 14),
                new TextTable.Column("price", true, 16),
                new TextTable.Column("", false, 9),
                new TextTable.Column(planned.ofConversions() ? "conversions" : "engaged", true, 12),
                new TextTable.Column("90% range", false, 26),
                new TextTable.Column("fit", true, 7),
                new TextTable.Column("share", true, 7),
                new TextTable.Column("", false, Integer.MAX_VALUE)));
    for (Deal.Person person : deal.people()) {
      Estimate brings = planned.brings(person);
      table.add(
          List.of(
              person.id(),
              person.tier().label(),
              planned.money(person.price()),
              person.quoted() ? "quoted" : "estimated",
              planned.count(brings.value()),
              planned.range(brings),
              NumberText.percent(person.fit()),
              PlanResult.share(person.share()),
              ""));
    }
    text.append(table.toText(width));
  }

  private void looks() {
    List<String> looks = planned.looks();
    int shown = looks.size() > MOST_LOOKS ? MOST_LOOKS - 1 : looks.size();
    String topic = "look closer";
    for (String look : looks.subList(0, shown)) {
      say(topic, look);
      topic = "";
    }
    if (shown < looks.size()) {
      say("", "and %d more; --format csv has them all".formatted(looks.size() - shown));
    }
  }

  /** One celebrity against many small accounts, for this budget. */
  private void sides() {
    TextTable table =
        new TextTable(
            List.of(
                new TextTable.Column("macro or micro", false, 22),
                new TextTable.Column("costs", true, 16),
                new TextTable.Column("brings", true, 12),
                new TextTable.Column("", true, 7),
                new TextTable.Column("who", false, Integer.MAX_VALUE)));
    table.add(
        List.of(
            "this deal",
            planned.money(deal.cost()),
            planned.count(deal.value().value()),
            "",
            PlanResult.mix(deal.mix())));
    table.add(side("one celebrity", planned.sides().celebrity()));
    table.add(side("nano and micro alone", planned.sides().micro()));
    text.append(table.toText(width));
    if (planned.ruled()) {
      Display.wrap(PlanResult.RULED, width).forEach(line -> text.append(line).append('\n'));
    }
  }

  private List<String> side(String name, Frontier.Option option) {
    if (option.people().isEmpty()) {
      return List.of(name, "", "", "", "nobody for that budget");
    }
    return List.of(
        name,
        planned.money(option.cost()),
        planned.count(option.value()),
        NumberText.percent(option.value() / deal.value().value()),
        option.people().size() == 1 ? option.people().get(0) : PlanResult.mix(option.mix()));
  }

  /** How the best deal changes with the budget. */
  private void frontier(Frontier frontier) {
    TextTable table =
        new TextTable(
            List.of(
                new TextTable.Column("budget", true, 16),
                new TextTable.Column("best deal", true, 12),
                new TextTable.Column("celebrity", true, 12),
                new TextTable.Column("nano, micro", true, 12),
                new TextTable.Column("choice", false, 12),
                new TextTable.Column("most from", false, 20),
                new TextTable.Column("who", false, Integer.MAX_VALUE)));
    for (Frontier.Step step : frontier.steps()) {
      table.add(
          List.of(
              planned.money(step.budget()),
              planned.count(step.best().value()),
              value(step.celebrity()),
              value(step.micro()),
              step.best().people().isEmpty()
                  ? ""
                  : step.gap() == 0 ? "best" : "within " + NumberText.percent(step.gap()),
              PlanResult.lead(step.best()),
              PlanResult.mix(step.best().mix())));
    }
    text.append('\n').append(table.toText(width)).append('\n');
    PlanResult.changes(frontier)
        .forEach((budget, what) -> say("from " + planned.money(budget), String.join("; ", what)));
    text.append(PlanResult.between(frontier)).append('\n');
  }

  private String value(Frontier.Option option) {
    return option.people().isEmpty() ? "nobody" : planned.count(option.value());
  }

  private void say(String topic, String line) {
    int indent = Math.max(TOPIC, topic.length() + 2);
    String start = Display.pad(topic, indent, false);
    for (String part : Display.wrap(Display.clean(line), width - indent)) {
      text.append((start + part).stripTrailing()).append('\n');
      start = " ".repeat(indent);
    }
  }
}
