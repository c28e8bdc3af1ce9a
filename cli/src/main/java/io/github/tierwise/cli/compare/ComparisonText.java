package io.github.tierwise.cli.compare;

import io.github.tierwise.cli.write.Section;
import io.github.tierwise.cli.write.TextLines;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.study.Agreement;
import io.github.tierwise.study.TierEngagement;
import io.github.tierwise.study.TierStudy;
import io.github.tierwise.study.TierStudy.FollowerBand;
import io.github.tierwise.tier.TierPolicy;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A comparison as people read it on a terminal. */
final class ComparisonText {

  private final Comparison comparison;
  private final TierStudy study;
  private final ComparisonSections sections;
  private final TextLines lines;

  private ComparisonText(Comparison comparison, int width) {
    this.comparison = comparison;
    study = comparison.study();
    sections = new ComparisonSections(comparison);
    lines = new TextLines(width);
  }

  /** The text in lines of at most {@code width} cells. */
  static String of(Comparison comparison, int width) {
    ComparisonText text = new ComparisonText(comparison, width);
    text.agreement();
    text.contested();
    if (comparison.isFew()) {
      text.pairs();
      text.answers();
      text.heading(
          comparison.rate("engagement rate by tier: median (95% interval) and the middle half"));
      text.lines.add(text.sections.rates(text.sections.engagements(comparison.chosen()), 1));
    } else {
      text.heading(
          "each definition with a tier called %s, against %s"
              .formatted(comparison.word(), comparison.first().id()));
      text.lines.add(text.sections.having());
    }
    text.size();
    if (comparison.hasAll()) {
      text.all();
    }
    comparison.top().ifPresent(text::top);
    return text.lines.toString();
  }

  private void heading(String line) {
    lines.gap().say(line);
  }

  private void agreement() {
    Agreement agreement = comparison.agreement();
    String platforms =
        study.platforms().entrySet().stream()
            .map(each -> each.getKey().displayName() + " " + NumberText.count(each.getValue()))
            .collect(Collectors.joining(", "));
    String first = comparison.name(comparison.first());
    String second = comparison.name(comparison.second());
    String all = Wording.accounts(study.accounts());
    heading(
        "%s (%s): %s by %s and by %s".formatted(all, platforms, comparison.word(), first, second));
    lines.add(sections.cells());
    String remark = Wording.remark(agreement);
    String kappa = Wording.coefficient(agreement.kappa()) + (remark.isEmpty() ? "" : ": " + remark);
    String told = Wording.accounts(agreement.accounts());
    lines.say(
        "kappa %s; they agree on %s of %s"
            .formatted(kappa, NumberText.percent(agreement.observed()), told));
    if (agreement.unknown() > 0) {
      lines.say(
          "%s cannot be told by one of the two".formatted(Wording.accounts(agreement.unknown())));
    }
  }

  private void contested() {
    heading("where the two disagree");
    Section<FollowerBand> contested =
        sections.contested(List.of(comparison.first(), comparison.second()));
    if (contested.isEmpty()) {
      lines.say("nowhere");
    } else {
      lines.add(contested);
    }
  }

  private void pairs() {
    heading("every pair");
    lines.add(sections.agreement(sections.pairs(true)));
    List<TierPolicy> chosen = comparison.chosen();
    if (chosen.size() > 2) {
      lines.say(
          "Krippendorff's ordinal alpha of all %d: %s"
              .formatted(chosen.size(), Wording.coefficient(study.alpha(chosen))));
    }
  }

  private void answers() {
    heading("who is what");
    lines.add(sections.answers(comparison.chosen()));
    for (TierPolicy policy : comparison.chosen()) {
      long disputed = study.disputed(policy);
      if (disputed > 0) {
        lines.say(
            "%s on an edge that %s leaves open".formatted(Wording.accounts(disputed), policy.id()));
      }
    }
  }

  private void size() {
    heading("\"the more followers, the less engagement\"");
    List<TierPolicy> shown = comparison.isFew() ? comparison.chosen() : List.of();
    for (Platform platform : comparison.platforms()) {
      lines.say("%s: %s".formatted(platform.displayName(), Wording.slope(study.slope(platform))));
      for (TierPolicy policy : shown) {
        TierEngagement engagement = study.engagement(policy, platform);
        String claim = Wording.claim(engagement.trend());
        String explained = Wording.coefficient(engagement.epsilonSquared());
        lines.say("by %s it %s; epsilon squared %s".formatted(policy.id(), claim, explained));
      }
    }
  }

  private void all() {
    List<TierPolicy> having = comparison.having();
    heading(
        "all %d published definitions, %d with a tier called %s"
            .formatted(study.definitions().size(), having.size(), comparison.word()));
    lines.say(
        "whether an account is %s is %s"
            .formatted(comparison.word(), Wording.contested(comparison.contested(having))));
    long most = having.stream().mapToLong(each -> comparison.called(each).all()).max().orElse(0);
    List<TierPolicy> bySize =
        having.stream()
            .filter(policy -> most > 0 && comparison.called(policy).all() == most)
            .sorted(Comparator.comparingDouble(policy -> comparison.called(policy).value()))
            .toList();
    if (!bySize.isEmpty()) {
      TierPolicy fewest = bySize.get(0);
      TierPolicy widest = bySize.get(bySize.size() - 1);
      lines.say(
          "of those that can tell of every size, %s calls fewest accounts so, %s, and %s most, %s"
              .formatted(fewest.id(), called(fewest), widest.id(), called(widest)));
    }
    lines.say(
        "kappa of their %s; Krippendorff's ordinal alpha of all definitions %s"
            .formatted(kappas(having), Wording.coefficient(comparison.alpha())));
    if (comparison.isFew()) {
      lines.say("--all compares them one by one");
    }
  }

  private String kappas(List<TierPolicy> definitions) {
    List<Double> kappas = comparison.kappas(definitions);
    long pairs = (long) definitions.size() * (definitions.size() - 1) / 2;
    String all = NumberText.of(pairs, "pair");
    if (kappas.isEmpty()) {
      return all + ": undefined";
    }
    String median = Wording.coefficient(kappas.get(kappas.size() / 2));
    String least = Wording.coefficient(kappas.get(0));
    String most = Wording.coefficient(kappas.get(kappas.size() - 1));
    long undefined = pairs - kappas.size();
    return "%s: median %s, from %s to %s".formatted(all, median, least, most)
        + (undefined == 0 ? "" : ", undefined for " + undefined);
  }

  private String called(TierPolicy policy) {
    return NumberText.percent(comparison.called(policy).value());
  }

  private void top(Comparison.Top top) {
    String tiers = String.join(" or ", top.tiers());
    String base = top.study().definitions().get(0).id();
    heading(
        "the top %d for a brand that asks for %s, with the definition swapped for another than %s"
            .formatted(top.k(), tiers, base));
    lines.add(sections.swaps(top, 1));
    if (!top.study().lacking().isEmpty()) {
      lines.say("without such a tier: " + Wording.ids(top.study().lacking()));
    }
  }
}
