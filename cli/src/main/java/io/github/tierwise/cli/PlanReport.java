package io.github.tierwise.cli;

import io.github.tierwise.cli.output.Table;
import io.github.tierwise.cli.text.Display;
import io.github.tierwise.cli.text.Numerals;
import io.github.tierwise.deal.Deal;
import io.github.tierwise.deal.Frontier;
import io.github.tierwise.explain.Estimate;
import io.github.tierwise.score.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A deal and its frontier in words and tables. */
final class PlanReport {

  private static final int NAME = 28;
  private static final int TOPIC = 16;
  private static final int MOST_LEADS = 10;
  private static final String PRICE_ESTIMATED = "price-estimated";

  private final Session session;

  PlanReport(Session session) {
    this.session = session;
  }

  /** Who could not be chosen, and why. */
  static void leftOut(Session session, Deal deal) {
    List<String> reasons = new ArrayList<>();
    deal.leftOut().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            e -> reasons.add(Numerals.count(e.getValue()) + " " + e.getKey().replace('-', ' ')));
    if (!reasons.isEmpty()) {
      session.note("left out", String.join(", ", reasons));
    }
  }

  /** Who to back, what it costs and brings, and how sure that is. */
  void deal(Deal deal) {
    if (deal.people().isEmpty()) {
      say("deal", "nobody can be chosen with " + money(deal.budget(), deal.currency()));
      return;
    }
    Table table =
        new Table(
            List.of(
                new Table.Column("account", false, NAME),
                new Table.Column("tier", false, 14),
                new Table.Column("price", true, 16),
                new Table.Column("", false, 9),
                new Table.Column("engaged", true, 12),
                new Table.Column("90% range", false, 26),
                new Table.Column("fit", true, 5),
                new Table.Column("value", true, 6),
                new Table.Column("look closer", false, Integer.MAX_VALUE)));
    for (Deal.Person person : deal.people()) {
      table.add(
          List.of(
              person.id(),
              person.tier().label(),
              money(person.price(), deal.currency()),
              person.quoted() ? "quoted" : "estimated",
              count(person.forecast().engagedAudience().value()),
              range(person.forecast().engagedAudience()),
              Numerals.percent(person.fit()),
              Numerals.percent(person.share()),
              String.join(
                  "; ",
                  person.flags().stream()
                      .filter(flag -> !flag.code().equals(PRICE_ESTIMATED))
                      .map(Score.Flag::text)
                      .toList())));
    }
    session.out().println(table.toText(session.width()));
    String currency = deal.currency();
    Estimate cost = deal.costRange();
    say(
        "costs",
        "%s of %s for %s, %s left%s"
            .formatted(
                money(deal.cost(), currency),
                money(deal.budget(), currency),
                Numerals.of(deal.people().size(), "account"),
                money(deal.left(), currency),
                cost.low() == cost.high()
                    ? "; all prices are quotes"
                    : "; estimated prices may come to %s to %s in all: ask for quotes"
                        .formatted(money(cost.low(), currency), money(cost.high(), currency))));
    say(
        "brings",
        "%s %s (%s: every post at the low, and every one at the high end of its 90%% range)"
            .formatted(count(deal.value().value()), deal.unit(), range(deal.value())));
    say(
        "how good",
        deal.exact()
            ? "the best deal for these forecasts and prices (%s)".formatted(deal.method())
            : "within %s of the best possible for these forecasts and prices (%s)"
                .formatted(Numerals.percent(deal.gap()), deal.method()));
  }

  /** One celebrity against many small accounts, for this budget. */
  void macroOrMicro(Deal deal, Frontier frontier) {
    Frontier.Step step = frontier.steps().get(frontier.steps().size() - 1);
    String currency = deal.currency();
    say(
        "macro or micro",
        "%s; %s; the deal has %s"
            .formatted(
                option("one celebrity", step.celebrity(), deal),
                option("nano and micro alone", step.micro(), deal),
                mix(deal.mix())));
    frontier
        .bestPost(deal.budget())
        .ifPresent(
            best ->
                say(
                    "best size",
                    ("of accounts that do just as well as their size lets expect, one whose post"
                            + " costs %s of the budget scores best: %s, about %s followers")
                        .formatted(
                            Numerals.percent(best.share()),
                            money(best.price(), currency),
                            count(twoDigits(best.followers())))));
  }

  private static String option(String name, Frontier.Option option, Deal deal) {
    if (option.people().isEmpty()) {
      return name + ": nobody for that budget";
    }
    String who =
        option.people().size() == 1
            ? option.people().get(0)
            : Numerals.of(option.people().size(), "account");
    return "%s: %s for %s brings %s, %s of the deal"
        .formatted(
            name,
            who,
            money(option.cost(), deal.currency()),
            count(option.value()),
            Numerals.percent(option.value() / deal.value().value()));
  }

  /** Why an account is not in the deal. */
  void whyNot(Deal deal, String id) {
    say("why not", deal.whyNot(id).label() + ": " + deal.whyNot(id).note());
  }

  /** How the best deal changes with the budget. */
  void frontier(Frontier frontier) {
    Table table =
        new Table(
            List.of(
                new Table.Column("budget", true, 16),
                new Table.Column("brings", true, 12),
                new Table.Column("within", true, 7),
                new Table.Column("celebrity", true, 12),
                new Table.Column("nano, micro", true, 12),
                new Table.Column("best deal", false, Integer.MAX_VALUE)));
    for (Frontier.Step step : frontier.steps()) {
      table.add(
          List.of(
              money(step.budget(), frontier.currency()),
              count(step.best().value()),
              step.gap() == 0 ? "best" : Numerals.percent(step.gap()),
              count(step.celebrity().value()),
              count(step.micro().value()),
              mix(step.best().mix())));
    }
    session.out().println();
    session.out().println(table.toText(session.width()));
    String before = "";
    int told = 0;
    for (Frontier.Step change : frontier.changes()) {
      String lead = change.best().lead();
      if (!lead.equals(before) && told++ < MOST_LEADS) {
        say(
            "from " + money(change.budget(), frontier.currency()),
            lead.isEmpty() ? "nobody can be chosen" : "most comes from " + lead);
      }
      before = lead;
    }
    stays(frontier);
  }

  /** From which budget on a tier is always there; what comes with the last one proves nothing. */
  private void stays(Frontier frontier) {
    double last = frontier.steps().get(frontier.steps().size() - 1).budget();
    Map<Double, List<String>> tiers = new TreeMap<>();
    frontier
        .stays()
        .forEach(
            (tier, budget) -> {
              if (budget < last) {
                tiers.computeIfAbsent(budget, key -> new ArrayList<>()).add(tier);
              }
            });
    tiers.forEach(
        (budget, names) ->
            say(
                "from " + money(budget, frontier.currency()),
                "always some of " + String.join(" and ", names)));
  }

  private static String mix(Map<String, Integer> mix) {
    List<String> parts = new ArrayList<>();
    mix.forEach((tier, count) -> parts.add(count + " " + tier));
    return parts.isEmpty() ? "nobody" : String.join(", ", parts);
  }

  private static String count(double value) {
    return value < 100 && value != StrictMath.rint(value)
        ? Numerals.tenth(value)
        : Numerals.count(value);
  }

  private static String range(Estimate estimate) {
    return count(estimate.low()) + " to " + count(estimate.high());
  }

  private static String money(double amount, String currency) {
    return Numerals.money(amount, currency);
  }

  /** More would pretend. */
  private static double twoDigits(double value) {
    double unit = 1;
    while (value >= unit * 100) {
      unit *= 10;
    }
    return StrictMath.rint(value / unit) * unit;
  }

  private void say(String topic, String text) {
    int width = Math.max(TOPIC, topic.length() + 2);
    String start = Display.pad(topic, width, false);
    for (String line : Display.wrap(Display.clean(text), session.width() - width)) {
      session.out().println((start + line).stripTrailing());
      start = " ".repeat(width);
    }
  }
}
