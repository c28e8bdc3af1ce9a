package io.github.tierwise.cli.plan;

import io.github.tierwise.cli.score.ScoreTable;
import io.github.tierwise.cli.write.RecordMap;
import io.github.tierwise.cli.write.Section;
import io.github.tierwise.deal.Deal;
import io.github.tierwise.deal.Frontier;
import io.github.tierwise.explain.Estimate;
import io.github.tierwise.files.cells.NumberText;
import java.util.List;
import java.util.function.Function;

/** The tables of a deal, each for all who read it. */
final class PlanSections {

  private static final int NAME = 28;
  private static final int MONEY = 16;
  private static final int COUNT = 12;
  private static final int ANY = Integer.MAX_VALUE;

  private final PlanResult planned;

  PlanSections(PlanResult planned) {
    this.planned = planned;
  }

  /** Whom to back. */
  Section<Deal.Person> people() {
    Function<Deal.Person, Estimate> brings = planned::brings;
    return Section.<Deal.Person>of(
            "Whom to back: what a post costs and brings, how much of its audience is the wanted one"
                + " (fit), and its part of what the deal brings (share)",
            planned.deal().people())
        .all("id", "account", NAME, Deal.Person::id)
        .all("tier", "tier", 14, person -> person.tier().label())
        .all("price", "price", MONEY, Deal.Person::price, planned::money)
        .data("price_low", person -> person.forecast().cost().low())
        .data("price_high", person -> person.forecast().cost().high())
        .data("quoted", Deal.Person::quoted)
        .data("price_source", person -> person.forecast().costSource())
        .text("", 9, person -> person.quoted() ? "quoted" : "estimated")
        .page("by quote or usual prices", PlanSections::quote)
        .people(
            planned.ofConversions() ? "conversions" : "engaged",
            COUNT,
            brings.andThen(Estimate::value).andThen(planned::count))
        .right()
        .people("90% range", 26, brings.andThen(planned::range))
        .data("engaged", person -> person.forecast().engagedAudience())
        .data("engaged_source", person -> person.forecast().engagedAudienceSource())
        .data("conversions", person -> person.forecast().conversions())
        .data("conversions_source", person -> person.forecast().conversionsSource())
        .all("fit", "fit", 7, Deal.Person::fit, NumberText::percent)
        .all("share", "share", 7, Deal.Person::partOfValue, PlanResult::share)
        .data("flags", person -> ScoreTable.flags(person.flags()))
        .text("", ANY, person -> "");
  }

  private static String quote(Deal.Person person) {
    Estimate price = person.forecast().cost();
    return person.quoted()
        ? "quoted"
        : "%s to %s".formatted(NumberText.count(price.low()), NumberText.count(price.high()));
  }

  /**
   * One of the ways to spend the budget.
   *
   * @param name what it is called
   * @param color its colour in a picture
   * @param who the only account, else how many of each tier
   * @param mix as who; of small accounts always how many of each tier
   * @param cost what it costs
   * @param range what it brings
   */
  record Side(String name, String color, String who, String mix, double cost, Estimate range) {

    double value() {
      return range.value();
    }

    boolean isNobody() {
      return who.equals(PlanResult.NOBODY);
    }
  }

  static String who(Frontier.Option option) {
    return option.people().size() == 1 ? option.people().get(0) : PlanResult.mix(option.mix());
  }

  /** The deal, one celebrity, and small accounts alone. */
  List<Side> ways() {
    Deal deal = planned.deal();
    Frontier.Option one = planned.sides().celebrity();
    Frontier.Option small = planned.sides().micro();
    String mix = PlanResult.mix(deal.mix());
    return List.of(
        new Side("this deal", "accent", mix, mix, deal.cost(), deal.value()),
        new Side(PlanResult.ONE, "mega", who(one), who(one), one.cost(), one.range()),
        new Side(
            PlanResult.SMALL,
            "micro",
            who(small),
            PlanResult.mix(small.mix()),
            small.cost(),
            small.range()));
  }

  /** One celebrity against many small accounts, for this budget. */
  Section<Side> sides() {
    List<Side> sides = ways();
    double whole = sides.get(0).value();
    Function<Side, String> cost = side -> planned.money(side.cost());
    Function<Side, String> value = side -> planned.count(side.value());
    Function<Side, String> part =
        side -> NumberText.percent(whole > 0 ? side.value() / whole : Double.NaN);
    return Section.<Side>of("This deal, one celebrity, and nano and micro accounts alone", sides)
        .text("macro or micro", 22, Side::name)
        .page("", Side::name)
        .page("who", Side::mix)
        .page("costs", cost)
        .page("brings", value)
        .page("range", side -> planned.aboutRange(side.range()))
        .page("of the deal", part)
        .text("costs", MONEY, side -> side.isNobody() ? "" : cost.apply(side))
        .right()
        .text("brings", COUNT, side -> side.isNobody() ? "" : value.apply(side))
        .right()
        .text("", 7, side -> side.isNobody() || side.equals(sides.get(0)) ? "" : part.apply(side))
        .right()
        .text("who", ANY, side -> side.isNobody() ? "nobody for that budget" : side.who());
  }

  /** What each budget brings. */
  Section<Frontier.Step> steps(List<Frontier.Step> steps) {
    return Section.<Frontier.Step>of(
            "What each budget brings at best, with one celebrity, and with nano and micro alone",
            steps)
        .all("budget", "budget", MONEY, Frontier.Step::budget, planned::money)
        .data("gap", Frontier.Step::gap)
        .data("best", step -> option(step.best()))
        .data("celebrity", step -> option(step.celebrity()))
        .data("nano_and_micro", step -> option(step.micro()))
        .page("best deal", step -> PlanResult.mix(step.best().mix()))
        .text("best deal", COUNT, step -> planned.count(step.best().value()))
        .right()
        .page("brings", step -> planned.value(step.best()))
        .page("of the best", step -> gap(step, "proven"))
        .text("celebrity", COUNT, step -> planned.value(step.celebrity()))
        .right()
        .page(PlanResult.ONE, step -> planned.value(step.celebrity()))
        .people("nano, micro", COUNT, step -> planned.value(step.micro()))
        .right()
        .text("choice", 12, step -> step.best().people().isEmpty() ? "" : gap(step, "best"))
        .text("most from", 20, step -> PlanResult.lead(step.best()))
        .text("who", ANY, step -> PlanResult.mix(step.best().mix()));
  }

  private static String gap(Frontier.Step step, String none) {
    return step.gap() == 0 ? none : "within " + NumberText.percent(step.gap());
  }

  /** A set of accounts for programs. */
  static RecordMap option(Frontier.Option option) {
    return RecordMap.of("people", option.people())
        .and("mix", option.mix())
        .and("shares", option.partsOfValue())
        .and("lead", option.lead())
        .and("cost", option.cost())
        .and("value", option.value())
        .and("value_low", option.range().low())
        .and("value_high", option.range().high());
  }
}
