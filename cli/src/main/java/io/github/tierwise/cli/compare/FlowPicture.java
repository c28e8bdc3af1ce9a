package io.github.tierwise.cli.compare;

import io.github.tierwise.cli.compare.ComparisonSections.Flow;
import io.github.tierwise.cli.write.Chart;
import io.github.tierwise.cli.write.RecordMap;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.study.Agreement;
import io.github.tierwise.study.Confusion;
import io.github.tierwise.tier.Classification;
import io.github.tierwise.tier.TierPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Who goes where between the first two definitions. */
final class FlowPicture {

  private FlowPicture() {}

  /** Whether anybody goes anywhere: with one class on either side there is nothing to see. */
  static boolean isDrawn(Comparison comparison) {
    return Stream.of(comparison.first(), comparison.second())
        .map(policy -> comparison.study().counts(policy).values())
        .anyMatch(counts -> counts.stream().filter(accounts -> accounts > 0).count() > 1);
  }

  static Chart of(Comparison comparison) {
    Agreement agreement = comparison.agreement();
    Confusion confusion = comparison.study().confusion(comparison.first(), comparison.second());
    String first = comparison.name(comparison.first());
    String second = comparison.name(comparison.second());
    List<RecordMap> nodes = new ArrayList<>(nodes(comparison, comparison.first(), "1 ", "right"));
    nodes.addAll(nodes(comparison, comparison.second(), "2 ", "left"));
    return new Chart(
        "flow",
        "From %s, on the left, to %s, on the right".formatted(first, second),
        "%s of %s change: %s are %s by %s alone, %s by %s alone."
            .formatted(
                NumberText.count(agreement.onlyFirst() + agreement.onlySecond()),
                Wording.accounts(agreement.accounts()),
                NumberText.count(agreement.onlyFirst()),
                comparison.word(),
                first,
                NumberText.count(agreement.onlySecond()),
                second),
        Math.max(300, 23 * nodes.size() + 120),
        Drawing.template("flow"),
        RecordMap.of("nodes", nodes)
            .and(
                "links",
                ComparisonSections.flows(confusion).stream()
                    .map(flow -> link(flow, first, second))
                    .toList()),
        new ComparisonSections(comparison).confusion(confusion).page(2));
  }

  /** Two answers of one definition may have the same words: its place tells them apart. */
  private static String key(String side, Classification answer) {
    return side + answer;
  }

  private static List<RecordMap> nodes(
      Comparison comparison, TierPolicy policy, String side, String position) {
    List<RecordMap> nodes = new ArrayList<>();
    comparison
        .study()
        .counts(policy)
        .forEach(
            (answer, accounts) -> {
              if (accounts > 0) {
                String text = Wording.answer(answer) + ", " + NumberText.count(accounts);
                nodes.add(
                    RecordMap.of("name", key(side, answer))
                        .and("text", text)
                        .and("tip", text)
                        .and("label", RecordMap.of("position", position))
                        .and("itemStyle", Drawing.fill(policy, answer).and("borderWidth", 0)));
              }
            });
    return nodes;
  }

  private static RecordMap link(Flow flow, String first, String second) {
    String accounts = Wording.accounts(flow.accounts());
    return RecordMap.of("source", key("1 ", flow.from()))
        .and("target", key("2 ", flow.to()))
        .and("value", flow.accounts())
        .and(
            "tip",
            "%s by %s, %s by %s: %s"
                .formatted(flow.origin(), first, flow.goal(), second, accounts));
  }
}
