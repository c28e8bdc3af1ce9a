package io.github.tierwise.cli.plan;

import io.github.tierwise.cli.write.TextLines;
import io.github.tierwise.deal.Deal;
import io.github.tierwise.deal.Frontier;
import java.util.List;

/** A deal in words and tables. */
final class PlanText {

  private static final int TOPIC = 16;

  /** More of them would hide the rest; other forms have them all. */
  private static final int MOST_LOOKS = 8;

  private final PlanResult planned;
  private final PlanSections sections;
  private final TextLines lines;

  private PlanText(PlanResult planned, int width) {
    this.planned = planned;
    sections = new PlanSections(planned);
    lines = new TextLines(width);
  }

  /** The deal in lines of that width. */
  static String of(PlanResult planned, int width) {
    PlanText text = new PlanText(planned, width);
    text.deal();
    planned.frontier().ifPresent(text::frontier);
    return text.lines.toString();
  }

  private void say(String topic, String sentence) {
    lines.topic(TOPIC, topic, sentence);
  }

  /** Who to back, what it costs and brings, and how sure that is. */
  private void deal() {
    Deal deal = planned.deal();
    say("deal", planned.headline());
    if (!deal.people().isEmpty()) {
      lines.gap().add(sections.people()).gap();
      say(
          "costs",
          "%s, %s left; %s"
              .formatted(planned.money(deal.cost()), planned.money(deal.left()), planned.prices()));
      say(
          "brings",
          "about %s %s; %s if every post comes out at the low end of its 90%% range, %s if every one at the high end%s"
              .formatted(
                  planned.about(deal.value().value()),
                  deal.unit(),
                  planned.about(deal.value().low()),
                  planned.about(deal.value().high()),
                  planned.assumed()));
      say("choice", planned.choice());
      looks();
      lines.gap().add(sections.sides());
      if (planned.ruled()) {
        lines.say(PlanResult.RULED);
      }
      lines.gap();
      planned.rule().ifPresent(rule -> say("rule of thumb", rule));
    }
    planned.whyNot().forEach(reason -> say("why not", reason.label() + ": " + reason.note()));
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

  /** How the best deal changes with the budget. */
  private void frontier(Frontier frontier) {
    lines.gap().add(sections.steps(frontier.steps())).gap();
    PlanResult.changes(frontier)
        .forEach((budget, what) -> say("from " + planned.money(budget), String.join("; ", what)));
    lines.add(PlanResult.between(frontier) + '\n');
  }
}
