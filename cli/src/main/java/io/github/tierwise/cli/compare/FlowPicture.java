package io.github.tierwise.cli.compare;

import io.github.tierwise.cli.output.Fields;
import io.github.tierwise.cli.report.Chart;
import io.github.tierwise.cli.report.Grid;
import io.github.tierwise.cli.text.Numerals;
import io.github.tierwise.study.Agreement;
import io.github.tierwise.study.Confusion;
import io.github.tierwise.tier.Classification;
import java.util.ArrayList;
import java.util.List;

/** Who goes where between the first two definitions. */
final class FlowPicture {

  private final Comparison comparison;
  private final Confusion confusion;
  private final String first;
  private final String second;
  private final List<Fields> nodes = new ArrayList<>();
  private final List<Fields> links = new ArrayList<>();
  private final List<List<String>> figures = new ArrayList<>();

  private FlowPicture(Comparison comparison) {
    this.comparison = comparison;
    confusion = comparison.study().confusion(comparison.first(), comparison.second());
    first = comparison.name(comparison.first());
    second = comparison.name(comparison.second());
    comparison.study().counts(comparison.first()).forEach((a, n) -> node("1 ", a, n, "right"));
    comparison.study().counts(comparison.second()).forEach((a, n) -> node("2 ", a, n, "left"));
    for (Classification row : comparison.first().outcomes()) {
      for (Classification column : comparison.second().outcomes()) {
        link(row, column, confusion.count(row, column));
      }
    }
  }

  static Chart of(Comparison comparison) {
    return new FlowPicture(comparison).chart();
  }

  /** Two answers of one definition may have the same words: its place tells them apart. */
  private static String key(String side, Classification answer) {
    return side + answer;
  }

  private void node(String side, Classification answer, long accounts, String position) {
    if (accounts > 0) {
      String text = Words.answer(answer) + ", " + Numerals.count(accounts);
      nodes.add(
          Fields.of("name", key(side, answer))
              .and("text", text)
              .and("tip", text)
              .and("label", Fields.of("position", position))
              .and(
                  "itemStyle",
                  Fields.of("color", Chart.color(Drawing.token(answer))).and("borderWidth", 0)));
    }
  }

  private void link(Classification row, Classification column, long accounts) {
    if (accounts > 0) {
      links.add(
          Fields.of("source", key("1 ", row))
              .and("target", key("2 ", column))
              .and("value", accounts)
              .and(
                  "tip",
                  "%s by %s, %s by %s: %s"
                      .formatted(
                          Words.answer(row),
                          first,
                          Words.answer(column),
                          second,
                          Numerals.of(accounts, "account"))));
      figures.add(
          List.of(
              Words.answer(row),
              Words.answer(column),
              Numerals.count(accounts),
              Words.share(accounts, confusion.accounts())));
    }
  }

  private Chart chart() {
    Agreement agreement = comparison.agreement();
    return new Chart(
        "flow",
        "From %s, on the left, to %s, on the right".formatted(first, second),
        "%s of %s change: %s are %s by %s alone, %s by %s alone."
            .formatted(
                Numerals.count(agreement.onlyFirst() + agreement.onlySecond()),
                Numerals.of(agreement.accounts(), "account"),
                Numerals.count(agreement.onlyFirst()),
                comparison.word(),
                first,
                Numerals.count(agreement.onlySecond()),
                second),
        Math.max(300, 23 * nodes.size() + 120),
        Drawing.template("flow"),
        Fields.of("nodes", nodes).and("links", links),
        new Grid(
            "Accounts by %s and by %s".formatted(first, second),
            List.of(first, second, "accounts", "share"),
            2,
            figures));
  }
}
