package io.github.tierwise.cli.plan;

import io.github.tierwise.cli.write.Page;
import io.github.tierwise.cli.write.Section;
import io.github.tierwise.deal.Deal;
import io.github.tierwise.deal.Frontier;
import io.github.tierwise.files.cells.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** A deal as one page for those who decide. */
final class PlanReport {

  private final PlanResult planned;
  private final Deal deal;
  private final PlanPictures pictures;
  private final Page page;

  private PlanReport(PlanResult planned) {
    this.planned = planned;
    deal = planned.deal();
    pictures = new PlanPictures(planned);
    page = new Page("Whom to back with " + planned.money(deal.budget()) + "?", lead());
  }

  /** The page. */
  static String html(PlanResult planned, String version) {
    PlanReport report = new PlanReport(planned);
    report.deal();
    report.sides();
    planned.frontier().ifPresent(report::frontier);
    report.whyNot();
    report.methods();
    report.sources(version);
    return report.page.html();
  }

  private String lead() {
    return "%s For %s, from %s."
        .formatted(PlanResult.sentence(planned.headline()), planned.brand(), planned.input());
  }

  private void deal() {
    page.section("deal", "The deal");
    if (deal.people().isEmpty()) {
      leftOut();
      return;
    }
    page.numbers(
        List.of(
            List.of(
                NumberText.count(deal.people().size()),
                deal.people().size() == 1 ? "account, one post" : "accounts, one post each"),
            List.of(planned.money(deal.cost()), "cost, " + planned.money(deal.left()) + " left"),
            List.of(
                planned.about(deal.value().value()),
                "%s, about; %s as single posts scatter"
                    .formatted(deal.unit(), planned.aboutRange(deal.value()))),
            List.of(
                deal.exact() ? "the best" : "within " + NumberText.percent(deal.gap()),
                (deal.exact() ? "possible choice" : "of the best possible choice")
                    + " by these prices and forecasts, proven; that they come true is not")));
    page.table(new PlanSections(planned).people().page(2));
    if (!planned.unquoted().isEmpty()) {
      boolean all = planned.unquoted().size() == deal.people().size();
      List<String> whose = planned.unquoted().stream().map(Deal.Person::id).toList();
      page.warning(
          "Ask for quotes: %s.%s"
              .formatted(
                  planned.prices(),
                  all ? "" : " Estimated: %s.".formatted(String.join(", ", whose))));
    }
    page.paragraph(
        "How sure it is. The choice: %s. The result: a single post scatters widely; if every one comes out at the low end of its 90%% range the deal brings %s, if every one at the high end %s%s."
            .formatted(
                planned.choice(),
                planned.about(deal.value().low()),
                planned.about(deal.value().high()),
                planned.assumed()));
    if (!planned.looks().isEmpty()) {
      page.paragraph("Look closer before you sign:");
      page.list(planned.looks());
    }
    leftOut();
  }

  private void leftOut() {
    if (!deal.leftOut().isEmpty()) {
      page.folded(
          "Who could not be chosen",
          Section.of("Accounts that could not be chosen", new TreeMap<>(deal.leftOut()).entrySet())
              .page("reason", left -> left.getKey().replace('-', ' '))
              .page("accounts", left -> NumberText.count(left.getValue()))
              .page(1));
    }
  }

  private void sides() {
    page.section("macro-or-micro", "One celebrity, or many small accounts?");
    if (pictures.hasSides()) {
      page.chart(pictures.sides());
    } else {
      page.paragraph("No picture: the budget buys nobody of either kind.");
    }
    if (planned.ruled()) {
      page.paragraph(PlanResult.RULED);
    }
    planned.rule().ifPresent(rule -> page.paragraph("Rule of thumb: " + rule + "."));
  }

  private void frontier(Frontier frontier) {
    page.section("budgets", "With another budget");
    if (frontier.steps().stream().allMatch(step -> step.best().people().isEmpty())) {
      page.paragraph(
          "No picture: none of the budgets up to %s buys anybody."
              .formatted(planned.money(PlanPictures.last(frontier).budget())));
      return;
    }
    page.chart(pictures.budgets(frontier));
    page.chart(pictures.shares(frontier));
    List<String> changes = new ArrayList<>();
    PlanResult.changes(frontier)
        .forEach(
            (budget, what) ->
                changes.add(
                    "From %s on: %s.".formatted(planned.money(budget), String.join("; ", what))));
    page.list(changes);
    page.paragraph(PlanResult.between(frontier));
  }

  private void whyNot() {
    if (!planned.whyNot().isEmpty()) {
      page.section("why-not", "Why not others");
      page.list(
          planned.whyNot().stream()
              .map(reason -> reason.label() + ": " + reason.note() + ".")
              .toList());
    }
  }

  private void methods() {
    page.section("methods", "How the figures are made");
    page.list(
        // A percent sign is two there.
        Page.resource(PlanReport.class, "methods.txt")
            .formatted(planned.tiers().source())
            .lines()
            .toList());
  }

  private void sources(String version) {
    page.section("sources", "From what");
    page.sources(version, "deal from " + planned.input(), planned.fingerprints());
  }
}
