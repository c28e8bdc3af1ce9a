package io.github.tierwise.cli.compare;

import io.github.tierwise.cli.write.Chart;
import io.github.tierwise.cli.write.Grid;
import io.github.tierwise.cli.write.RecordMap;
import io.github.tierwise.files.cells.NumberText;
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
  private final List<RecordMap> nodes = new ArrayList<>();
  private final List<RecordMap> links = new ArrayList<>();
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
      String text = ComparisonWording.answer(answer) + ", " + NumberText.count(accounts);
      nodes.add(
          RecordMap.of("name", key(side, answer))
              .and("text", text)
              .and("tip", text)
              .and("label", RecordMap.of("position", position))
              .and(
                  "itemStyle",
                  RecordMap.of("color", Chart.color(Drawing.token(answer))).and("borderWidth", 0)));
    }
  }

  private void link(Classification row, Classification column, long accounts) {
    if (accounts > 0) {
      links.add(
          RecordMap.of("source", key("1 ", row))
              .and("target", key("2 ", column))
              .and("value", accounts)
              .and(
                  "tip",
                  "%s by %s, %s by %s: %s"
                      .formatted(
                          ComparisonWording.answer(row),
                          first,
                          ComparisonWording.answer(column),
                          second,
                          NumberText.of(accounts, "account"))));
      figures.add(
          List.of(
              ComparisonWording.answer(row),
              ComparisonWording.answer(column),
              NumberText.count(accounts),
              ComparisonWording.share(accounts, confusion.accounts())));
    }
  }

  private Chart chart() {
    Agreement agreement = comparison.agreement();
    return new Chart(
        "flow",
        "From %s, on the left, to %s, on the right".formatted(first, second),
        "%s of %s change: %s are %s by %s alone, %s by %s alone."
            .formatted(
                NumberText.count(agreement.onlyFirst() + agreement.onlySecond()),
                NumberText.of(agreement.accounts(), "account"),
                NumberText.count(agreement.onlyFirst()),
                comparison.word(),
                first,
                NumberText.count(agreement.onlySecond()),
                second),
        Math.max(300, 23 * nodes.size() + 120),
        Drawing.template("flow"),
        RecordMap.of("nodes", nodes).and("links", links),
        new Grid(
            "Accounts by %s and by %s".formatted(first, second),
            List.of(first, second, "accounts", "share"),
            2,
            figures));
  }
}
