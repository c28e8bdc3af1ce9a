package io.github.tierwise.cli.plan;

import io.github.tierwise.cli.output.Table;
import io.github.tierwise.cli.text.Display;
import io.github.tierwise.cli.text.Numerals;
import io.github.tierwise.deal.Deal;
import io.github.tierwise.deal.Frontier;
import io.github.tierwise.explain.Estimate;
import java.util.List;

/** A deal in words and tables. */
public final class PlanText {

  private static final int NAME = 28;
  private static final int TOPIC = 16;

  /** More of them would hide the rest; other forms have them all. */
  private static final int MOST_LOOKS = 8;

  private final Planned planned;
  private final Deal deal;
  private final int width;
  private final StringBuilder text = new StringBuilder();

  private PlanText(Planned planned, int width) {
    this.planned = planned;
    this.width = width;
    deal = planned.deal();
  }

  /** The deal in lines of that width. */
  public static String of(Planned planned, int width) {
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
    Table table =
        new Table(
            List.of(
                new Table.Column("account", false, NAME),
                new Table.Column("tier", false, 14),
                new Table.Column("price", true, 16),
                new Table.Column("", false, 9),
                new Table.Column(planned.ofConversions() ? "conversions" : "engaged", true, 12),
                new Table.Column("90% range", false, 26),
                new Table.Column("fit", true, 7),
                new Table.Column("share", true, 7),
                new Table.Column("", false, Integer.MAX_VALUE)));
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
              Numerals.percent(person.fit()),
              Planned.share(person.partOfValue()),
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
    Table table =
        new Table(
            List.of(
                new Table.Column("macro or micro", false, 22),
                new Table.Column("costs", true, 16),
                new Table.Column("brings", true, 12),
                new Table.Column("", true, 7),
                new Table.Column("who", false, Integer.MAX_VALUE)));
    table.add(
        List.of(
            "this deal",
            planned.money(deal.cost()),
            planned.count(deal.value().value()),
            "",
            Planned.mix(deal.mix())));
    table.add(side("one celebrity", planned.sides().celebrity()));
    table.add(side("nano and micro alone", planned.sides().micro()));
    text.append(table.toText(width));
    if (planned.ruled()) {
      Display.wrap(Planned.RULED, width).forEach(line -> text.append(line).append('\n'));
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
        Numerals.percent(option.value() / deal.value().value()),
        option.people().size() == 1 ? option.people().get(0) : Planned.mix(option.mix()));
  }

  /** How the best deal changes with the budget. */
  private void frontier(Frontier frontier) {
    Table table =
        new Table(
            List.of(
                new Table.Column("budget", true, 16),
                new Table.Column("best deal", true, 12),
                new Table.Column("celebrity", true, 12),
                new Table.Column("nano, micro", true, 12),
                new Table.Column("choice", false, 12),
                new Table.Column("most from", false, 20),
                new Table.Column("who", false, Integer.MAX_VALUE)));
    for (Frontier.Step step : frontier.steps()) {
      table.add(
          List.of(
              planned.money(step.budget()),
              planned.count(step.best().value()),
              value(step.celebrity()),
              value(step.micro()),
              step.best().people().isEmpty()
                  ? ""
                  : step.gap() == 0 ? "best" : "within " + Numerals.percent(step.gap()),
              Planned.lead(step.best()),
              Planned.mix(step.best().mix())));
    }
    text.append('\n').append(table.toText(width)).append('\n');
    Planned.changes(frontier)
        .forEach((budget, what) -> say("from " + planned.money(budget), String.join("; ", what)));
    text.append(Planned.between(frontier)).append('\n');
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
