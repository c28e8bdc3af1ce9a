package io.github.tierwise.cli.compare;

import io.github.tierwise.cli.text.Display;
import io.github.tierwise.cli.write.TextTable;
import io.github.tierwise.cli.write.TextTable.Column;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.study.Agreement;
import io.github.tierwise.study.Confusion;
import io.github.tierwise.study.TierEngagement;
import io.github.tierwise.study.TierStudy.FollowerBand;
import io.github.tierwise.study.TopStudy;
import io.github.tierwise.tier.Tier;
import io.github.tierwise.tier.TierPolicy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A comparison as people read it on a terminal. */
public final class ComparisonText {

  private static final int NAME = 34;

  private final Comparison comparison;
  private final int width;
  private final StringBuilder text = new StringBuilder();

  private ComparisonText(Comparison comparison, int width) {
    this.comparison = comparison;
    this.width = width;
  }

  /** The text in lines of at most {@code width} cells. */
  public static String of(Comparison comparison, int width) {
    ComparisonText text = new ComparisonText(comparison, width);
    text.agreement();
    text.contested();
    if (comparison.chosen().size() <= Comparison.FEW) {
      text.pairs();
      text.tiers();
      text.rates();
    } else {
      text.definitions();
    }
    text.size();
    if (comparison.hasAll()) {
      text.all();
    }
    comparison.top().ifPresent(text::top);
    return text.text.toString();
  }

  private void say(String line) {
    Display.wrap(Display.clean(line), width).forEach(part -> text.append(part).append('\n'));
  }

  private void heading(String line) {
    if (!text.isEmpty()) {
      text.append('\n');
    }
    say(line);
  }

  private static Column left(String title) {
    return new Column(title, false, NAME);
  }

  private static Column right(String title) {
    return new Column(title, true, NAME);
  }

  private void agreement() {
    Agreement agreement = comparison.agreement();
    String first = comparison.name(comparison.first());
    String second = comparison.name(comparison.second());
    heading(
        "%s (%s): %s by %s and by %s"
            .formatted(
                NumberText.of(comparison.study().accounts(), "account"),
                comparison.study().platforms().entrySet().stream()
                    .map(e -> e.getKey().displayName() + " " + NumberText.count(e.getValue()))
                    .collect(Collectors.joining(", ")),
                comparison.word(),
                first,
                second));
    TextTable table =
        new TextTable(
            List.of(left(""), right(second + ": " + comparison.word()), right("not"), left("")));
    table.add(
        List.of(
            first + ": " + comparison.word(),
            NumberText.count(agreement.both()),
            NumberText.count(agreement.onlyFirst()),
            ""));
    table.add(
        List.of(
            "not",
            NumberText.count(agreement.onlySecond()),
            NumberText.count(agreement.neither()),
            ""));
    text.append(table.toText(width));
    String remark = ComparisonWording.remark(agreement);
    say(
        "kappa %s%s; they agree on %s of %s"
            .formatted(
                ComparisonWording.coefficient(agreement.kappa()),
                remark.isEmpty() ? "" : ": " + remark,
                NumberText.percent(agreement.observed()),
                NumberText.of(agreement.accounts(), "account")));
    if (agreement.unknown() > 0) {
      say(
          "%s cannot be told by one of the two"
              .formatted(NumberText.of(agreement.unknown(), "account")));
    }
  }

  private void contested() {
    List<TierPolicy> two = List.of(comparison.first(), comparison.second());
    heading("where the two disagree");
    TextTable table =
        new TextTable(
            List.of(
                left("platform"),
                left("followers"),
                right("accounts"),
                right("share"),
                left(comparison.name(comparison.first())),
                left(comparison.name(comparison.second()))));
    boolean any = false;
    for (Platform platform : comparison.platforms()) {
      for (FollowerBand band : comparison.study().contested(platform, two)) {
        any = true;
        List<String> cells =
            new ArrayList<>(
                List.of(
                    platform.displayName(),
                    ComparisonWording.interval(band.min(), band.max()),
                    NumberText.count(band.accounts()),
                    ComparisonWording.share(band.accounts(), comparison.study().accounts())));
        band.answers().forEach(answer -> cells.add(ComparisonWording.tier(answer)));
        table.add(cells);
      }
    }
    if (any) {
      text.append(table.toText(width));
    } else {
      say("nowhere");
    }
  }

  private void pairs() {
    heading("every pair");
    TextTable table =
        new TextTable(
            List.of(
                left("definition"),
                left("and"),
                left("kappa"),
                left("weighted kappa"),
                left("adjusted Rand")));
    List<TierPolicy> chosen = comparison.chosen();
    for (int i = 0; i < chosen.size(); i++) {
      for (int j = i + 1; j < chosen.size(); j++) {
        Confusion confusion = comparison.study().confusion(chosen.get(i), chosen.get(j));
        table.add(
            List.of(
                chosen.get(i).id(),
                chosen.get(j).id(),
                ComparisonWording.coefficient(
                    comparison
                        .study()
                        .agreement(chosen.get(i), chosen.get(j), comparison.label())
                        .kappa()),
                ComparisonWording.coefficient(confusion.weightedKappa()),
                ComparisonWording.coefficient(confusion.adjustedRand())));
      }
    }
    text.append(table.toText(width));
    if (chosen.size() > 2) {
      say(
          "Krippendorff's ordinal alpha of all %d: %s"
              .formatted(
                  chosen.size(), ComparisonWording.coefficient(comparison.study().alpha(chosen))));
    }
  }

  private void tiers() {
    heading("who is what");
    TextTable table =
        new TextTable(
            List.of(
                left("definition"),
                right("accounts"),
                right("share"),
                left("tier"),
                left("followers")));
    for (TierPolicy policy : comparison.chosen()) {
      comparison
          .study()
          .counts(policy)
          .forEach(
              (answer, count) -> {
                if (answer instanceof Tier || count > 0) {
                  table.add(
                      List.of(
                          policy.id(),
                          NumberText.count(count),
                          ComparisonWording.share(count, comparison.study().accounts()),
                          ComparisonWording.answer(answer),
                          answer instanceof Tier tier
                              ? ComparisonWording.interval(tier.min(), tier.max())
                              : ""));
                }
              });
    }
    text.append(table.toText(width));
    for (TierPolicy policy : comparison.chosen()) {
      long disputed = comparison.study().disputed(policy);
      if (disputed > 0) {
        say(
            "%s on an edge that %s leaves open"
                .formatted(NumberText.of(disputed, "account"), policy.id()));
      }
    }
  }

  private void rates() {
    heading("engagement rate by tier: median (95% interval) and the middle half");
    TextTable table =
        new TextTable(
            List.of(
                left("platform"),
                left("definition"),
                left("tier"),
                right("rates"),
                left("median"),
                left("middle half")));
    for (Platform platform : comparison.platforms()) {
      for (TierPolicy policy : comparison.chosen()) {
        for (TierEngagement.Row row : comparison.study().engagement(policy, platform).rows()) {
          if (row.rates() > 0) {
            table.add(
                List.of(
                    platform.displayName(),
                    policy.id(),
                    ComparisonWording.answer(row.answer()),
                    NumberText.count(row.rates()),
                    ComparisonWording.rate(row.median()),
                    NumberText.percent(row.lowerQuartile().value())
                        + " to "
                        + NumberText.percent(row.upperQuartile().value())));
          }
        }
      }
    }
    text.append(table.toText(width));
  }

  private void definitions() {
    heading(
        "each definition with a tier called %s, against %s"
            .formatted(comparison.word(), comparison.first().id()));
    TextTable table =
        new TextTable(
            List.of(
                left("definition"),
                right(comparison.word()),
                right("share"),
                left("kappa"),
                left("tiers")));
    for (TierPolicy policy : comparison.having()) {
      table.add(
          List.of(
              policy.id(),
              NumberText.count(comparison.called(policy).some()),
              NumberText.percent(comparison.called(policy).value()),
              ComparisonWording.coefficient(
                  comparison
                      .study()
                      .agreement(comparison.first(), policy, comparison.label())
                      .kappa()),
              policy.tiers().stream()
                  .filter(tier -> tier.common() == comparison.label())
                  .map(
                      tier ->
                          ComparisonWording.brief(tier.min())
                              + " to "
                              + ComparisonWording.brief(tier.max()))
                  .distinct()
                  .collect(Collectors.joining(", "))));
    }
    text.append(table.toText(width));
  }

  private void size() {
    heading("\"the more followers, the less engagement\"");
    for (Platform platform : comparison.platforms()) {
      say(
          "%s: %s"
              .formatted(
                  platform.displayName(),
                  ComparisonWording.slope(comparison.study().slope(platform))));
      if (comparison.chosen().size() <= Comparison.FEW) {
        for (TierPolicy policy : comparison.chosen()) {
          TierEngagement engagement = comparison.study().engagement(policy, platform);
          say(
              "by %s it %s; epsilon squared %s"
                  .formatted(
                      policy.id(),
                      ComparisonWording.claim(engagement.trend()),
                      ComparisonWording.coefficient(engagement.epsilonSquared())));
        }
      }
    }
  }

  private void all() {
    List<TierPolicy> having = comparison.having();
    heading(
        "all %d published definitions, %d with a tier called %s"
            .formatted(comparison.study().definitions().size(), having.size(), comparison.word()));
    Comparison.Share contested = comparison.contested(having);
    say(
        "whether an account is %s is contested for %s of the accounts (%s of %s)"
            .formatted(
                comparison.word(),
                NumberText.percent(contested.value()),
                NumberText.count(contested.some()),
                NumberText.count(contested.all())));
    long most = having.stream().mapToLong(each -> comparison.called(each).all()).max().orElse(0);
    List<TierPolicy> bySize =
        having.stream()
            .filter(policy -> most > 0 && comparison.called(policy).all() == most)
            .sorted(Comparator.comparingDouble(policy -> comparison.called(policy).value()))
            .toList();
    if (!bySize.isEmpty()) {
      TierPolicy fewest = bySize.get(0);
      TierPolicy widest = bySize.get(bySize.size() - 1);
      say(
          "of those that can tell of every size, %s calls fewest accounts so, %s, and %s most, %s"
              .formatted(
                  fewest.id(),
                  NumberText.percent(comparison.called(fewest).value()),
                  widest.id(),
                  NumberText.percent(comparison.called(widest).value())));
    }
    List<Double> kappas = comparison.kappas(having);
    long pairs = (long) having.size() * (having.size() - 1) / 2;
    say(
        "kappa of their %s: %s; Krippendorff's ordinal alpha of all definitions %s"
            .formatted(
                NumberText.of(pairs, "pair"),
                kappas.isEmpty()
                    ? "undefined"
                    : "median %s, from %s to %s%s"
                        .formatted(
                            ComparisonWording.coefficient(kappas.get(kappas.size() / 2)),
                            ComparisonWording.coefficient(kappas.get(0)),
                            ComparisonWording.coefficient(kappas.get(kappas.size() - 1)),
                            pairs == kappas.size()
                                ? ""
                                : ", undefined for " + (pairs - kappas.size())),
                ComparisonWording.coefficient(
                    comparison.study().alpha(comparison.study().definitions()))));
    if (comparison.chosen().size() <= Comparison.FEW) {
      say("--all compares them one by one");
    }
  }

  private void top(Comparison.Top top) {
    TierPolicy first = top.study().definitions().get(0);
    heading(
        "the top %d for a brand that asks for %s, with the definition swapped for another than %s"
            .formatted(top.k(), String.join(" or ", top.tiers()), first.id()));
    TextTable table =
        new TextTable(
            List.of(
                left("definition"), right("qualify"), right("changes"), right("tau-b"), left("")));
    List<TierPolicy> others = top.study().definitions();
    for (TierPolicy policy : others.subList(Math.min(1, others.size() - 1), others.size())) {
      TopStudy.Change change = top.study().change(first, policy);
      table.add(
          List.of(
              policy.id(),
              NumberText.count(top.study().eligible(policy)),
              Double.isNaN(change.changed()) ? "nobody" : NumberText.percent(change.changed()),
              ComparisonWording.coefficient(change.tauB()),
              "%d of %d stay"
                  .formatted(change.common(), Math.max(change.firstSize(), change.secondSize()))));
    }
    text.append(table.toText(width));
    if (!top.study().lacking().isEmpty()) {
      say(
          "without such a tier: "
              + String.join(", ", top.study().lacking().stream().map(TierPolicy::id).toList()));
    }
  }
}
