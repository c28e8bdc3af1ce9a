package io.github.tierwise.cli.backtest;

import io.github.tierwise.cli.backtest.Validity.Figure;
import io.github.tierwise.cli.backtest.Validity.Measure;
import io.github.tierwise.cli.backtest.Validity.Outcome;
import io.github.tierwise.cli.write.RecordMap;
import io.github.tierwise.cli.write.Section;
import io.github.tierwise.cli.write.TextLines;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.profile.BrandProfile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** What scores told of sponsored posts, for all who read it. */
final class ValidityTable implements Answer {

  private static final int RANGE = 26;
  private static final int LIST = 44;

  private final String head;
  private final Validity validity;
  private final List<Figure> figures;
  private final BrandProfile spends;

  /**
   * A table.
   *
   * @param head what was looked at, in words
   * @param validity what found the figures
   * @param spends whose budget was spent
   */
  ValidityTable(String head, Validity validity, BrandProfile spends) {
    this.head = head;
    this.validity = validity;
    this.spends = spends;
    figures = validity.figures();
  }

  /** A row for each figure. */
  @Override
  public Section<Figure> all() {
    return Section.<Figure>of("What scores told of sponsored posts", figures)
        .data("measure", Figure::measure)
        .data("list", Figure::list)
        .data("outcome", Figure::outcome)
        .data("value", row -> row.value().value())
        .data("low", row -> row.value().low())
        .data("high", row -> row.value().high())
        .data("deviation", Figure::deviation);
  }

  @Override
  public RecordMap record() {
    return RecordMap.of("posts", validity.posts())
        .and("accounts", validity.accounts())
        .and("budget", spends.budget())
        .and("currency", spends.currency())
        .and("draws", Validity.DRAWS)
        .and("lists", Validity.LISTS)
        .and("accounts_a_list", validity.length())
        .and("results", all().records().toList());
  }

  @Override
  public String text(int width) {
    TextLines lines = new TextLines(width).say(head).gap();
    lines.say("Does a list tell what comes? Spearman's rho, and its 95% interval:").gap();
    lines.add(correlations(Measure.SPEARMAN)).gap();
    lines.say("What it tells beyond followers and the raw mean rate (partial, of ranks):").gap();
    lines.add(correlations(Measure.BEYOND)).gap();
    lines
        .say(
            "%s spent down a list, as a share of the engagements that hindsight buys:"
                .formatted(NumberText.money(spends.budget(), spends.currency())))
        .gap();
    List<String> lists =
        figures.stream()
            .filter(each -> each.measure() == Measure.SPENT_ON_DRAWS)
            .map(Figure::list)
            .toList();
    lines.add(
        Section.<String>of("Spent", lists)
            .text("list", LIST, list -> list)
            .text("all posts", RANGE, list -> share(find(Measure.SPENT, list)))
            .right()
            .text(
                "%d lists of %d accounts".formatted(Validity.LISTS, validity.length()),
                RANGE,
                list -> share(find(Measure.SPENT_ON_DRAWS, list)))
            .right());
    return lines
        .gap()
        .say(
            "Intervals are of %s draws of the accounts with all of their posts. Behind ± stands the standard deviation over"
                    .formatted(NumberText.count(Validity.DRAWS))
                + " draws. No sales and no agreed prices are in it.")
        .toString();
  }

  private Section<String> correlations(Measure measure) {
    List<String> lists =
        figures.stream()
            .filter(each -> each.measure() == measure)
            .map(Figure::list)
            .distinct()
            .toList();
    Section<String> section =
        Section.<String>of("Rank correlations", lists).text("list", LIST, list -> list);
    for (Outcome outcome : Outcome.values()) {
      section =
          section
              .text(
                  outcome.words(),
                  RANGE,
                  list ->
                      find(measure, list, each -> each.outcome() == outcome)
                          .map(figure -> correlation(figure.value()))
                          .orElse(""))
              .right();
    }
    return section;
  }

  private Optional<Figure> find(Measure measure, String list) {
    return find(measure, list, each -> true);
  }

  private Optional<Figure> find(Measure measure, String list, Predicate<Figure> which) {
    return figures.stream()
        .filter(each -> each.measure() == measure && each.list().equals(list) && which.test(each))
        .findFirst();
  }

  private static String correlation(Range range) {
    return range.isKnown()
        ? String.format(
            Locale.ROOT, "%+.2f (%+.2f to %+.2f)", range.value(), range.low(), range.high())
        : "unknown";
  }

  private static String share(Optional<Figure> figure) {
    return figure
        .map(
            each ->
                String.format(Locale.ROOT, "%.0f%%", 100 * each.value().value())
                    + (Double.isNaN(each.deviation())
                        ? ""
                        : String.format(Locale.ROOT, " ± %.0f", 100 * each.deviation())))
        .orElse("");
  }
}
