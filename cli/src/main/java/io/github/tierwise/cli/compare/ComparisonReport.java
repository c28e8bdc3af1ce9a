package io.github.tierwise.cli.compare;

import io.github.tierwise.cli.write.Grid;
import io.github.tierwise.cli.write.Page;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.study.Agreement;
import io.github.tierwise.study.Confusion;
import io.github.tierwise.study.TierEngagement;
import io.github.tierwise.study.TopStudy;
import io.github.tierwise.tier.TierPolicy;
import java.util.ArrayList;
import java.util.List;

/** A comparison as one page for researchers. */
public final class ComparisonReport {

  /** Pictures of more platforms than this would say the same again. */
  private static final int PLATFORMS = 3;

  private final Comparison comparison;
  private final String version;
  private final Page page;

  private ComparisonReport(Comparison comparison, String version) {
    this.comparison = comparison;
    this.version = version;
    page = new Page("Does it matter whose definition you use?", lead());
  }

  /** The page. */
  public static String html(Comparison comparison, String version) {
    ComparisonReport report = new ComparisonReport(comparison, version);
    report.answer();
    report.bands();
    report.flow();
    report.matrix();
    report.engagement();
    comparison.top().ifPresent(report::top);
    if (comparison.hasAll()) {
      report.consensus();
    }
    report.methods();
    report.cite();
    return report.page.html();
  }

  private String first() {
    return comparison.name(comparison.first());
  }

  private String second() {
    return comparison.name(comparison.second());
  }

  private String lead() {
    Agreement agreement = comparison.agreement();
    return "%s in %s, by %s and %s: they %s on who is a %s-influencer for %s of the accounts."
        .formatted(
            NumberText.of(comparison.study().accounts(), "account"),
            comparison.input().name(),
            first(),
            comparison.chosen().size() == 2
                ? second()
                : "%s and %d more".formatted(second(), comparison.chosen().size() - 2),
            comparison.chosen().size() == 2 ? "disagree" : "(the first two) disagree",
            comparison.word(),
            agreement.accounts() == 0 ? "none" : NumberText.percent(1 - agreement.observed()));
  }

  private void answer() {
    Agreement agreement = comparison.agreement();
    page.section("answer", "The answer in four cells");
    page.numbers(
        List.of(
            List.of(
                agreement.kappa().isKnown()
                    ? ComparisonWording.coefficient(agreement.kappa().value())
                    : "undefined",
                agreement.kappa().isKnown()
                    ? "Cohen's kappa, %s to %s"
                        .formatted(
                            ComparisonWording.coefficient(agreement.kappa().low()),
                            ComparisonWording.coefficient(agreement.kappa().high()))
                    : "Cohen's kappa"),
            List.of(NumberText.count(agreement.both()), comparison.word() + " by both"),
            List.of(NumberText.count(agreement.onlyFirst()), "only by " + first()),
            List.of(NumberText.count(agreement.onlySecond()), "only by " + second()),
            List.of(NumberText.count(agreement.neither()), "by neither")));
    String remark = ComparisonWording.remark(agreement);
    if (!remark.isEmpty()) {
      page.warning(
          "Kappa %s: %s."
              .formatted(ComparisonWording.coefficient(agreement.kappa().value()), remark));
    }
    if (agreement.unknown() > 0) {
      page.paragraph(
          "%s cannot be told by at least one of the two and are in none of the cells."
              .formatted(NumberText.of(agreement.unknown(), "account")));
    }
    if (comparison.hasAll()) {
      List<TierPolicy> having = comparison.having();
      Comparison.Share contested = comparison.contested(having);
      page.paragraph(
          "By all %d published definitions with a tier called %s, whether an account is one is contested for %s of the accounts (%s of %s). Krippendorff's ordinal alpha of all %d definitions is %s."
              .formatted(
                  having.size(),
                  comparison.word(),
                  NumberText.percent(contested.value()),
                  NumberText.count(contested.some()),
                  NumberText.count(contested.all()),
                  comparison.study().definitions().size(),
                  ComparisonWording.coefficient(
                      comparison.study().alpha(comparison.study().definitions()))));
    }
    if (comparison.input().rejected() > 0) {
      page.paragraph(
          "%s could not be read and are in no figure."
              .formatted(NumberText.of(comparison.input().rejected(), "row")));
    }
    pairs();
  }

  private void pairs() {
    List<TierPolicy> chosen = comparison.chosen();
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < chosen.size(); i++) {
      for (int j = i + 1; j < chosen.size(); j++) {
        if (i == 0 || chosen.size() <= Comparison.FEW) {
          rows.add(pair(chosen.get(i), chosen.get(j)));
        }
      }
    }
    Grid grid =
        new Grid(
            "Coefficients of pairs of definitions, with intervals of 95%",
            List.of(
                "definition",
                "and",
                "both",
                "only the first",
                "only the second",
                "neither",
                "kappa",
                "weighted kappa",
                "adjusted Rand"),
            2,
            rows);
    if (rows.size() > Comparison.FEW) {
      page.folded("Coefficients of %s and each other definition".formatted(first()), grid);
    } else {
      page.table(grid);
    }
  }

  private List<String> pair(TierPolicy one, TierPolicy two) {
    Agreement agreement = comparison.study().agreement(one, two, comparison.label());
    Confusion confusion = comparison.study().confusion(one, two);
    return List.of(
        one.id(),
        two.id(),
        NumberText.count(agreement.both()),
        NumberText.count(agreement.onlyFirst()),
        NumberText.count(agreement.onlySecond()),
        NumberText.count(agreement.neither()),
        ComparisonWording.coefficient(agreement.kappa()),
        ComparisonWording.coefficient(confusion.weightedKappa()),
        ComparisonWording.coefficient(confusion.adjustedRand()));
  }

  private List<Platform> platforms() {
    List<Platform> all = comparison.platforms();
    return all.subList(0, Math.min(PLATFORMS, all.size()));
  }

  private void noteLeftOut() {
    List<Platform> all = comparison.platforms();
    if (all.size() > PLATFORMS) {
      page.paragraph(
          "Without pictures: "
              + String.join(
                  ", ",
                  all.subList(PLATFORMS, all.size()).stream().map(Platform::displayName).toList())
              + ".");
    }
  }

  private void bands() {
    page.section("bands", "Where the lines are drawn, and who lives between them");
    platforms().forEach(platform -> page.chart(BandsPicture.of(comparison, platform)));
    noteLeftOut();
  }

  private void flow() {
    page.section("flow-between", "Who changes, from one to the other");
    page.chart(FlowPicture.of(comparison));
  }

  private void matrix() {
    if (comparison.hasAll() || comparison.chosen().size() > 2) {
      page.section("agreement", "Who agrees with whom");
      page.chart(MatrixPicture.of(comparison));
      if (!MatrixPicture.isSmall(comparison)) {
        page.folded("The definitions behind each row", MatrixPicture.members(comparison));
      }
    }
  }

  private void engagement() {
    page.section("engagement", "The more followers, the less engagement?");
    platforms().forEach(platform -> page.chart(EngagementPicture.of(comparison, platform)));
    if (platforms().stream().anyMatch(each -> comparison.study().slope(each).isSelection())) {
      page.warning(
          "A slope near -1 is the mark of a list that was ranked by engagement. Everybody on such a list has about as many engagements, whatever the followers, so that the rate by followers falls as followers rise although size has no effect. Do not read it as an effect of size.");
    }
    if (comparison.chosen().size() <= Comparison.FEW) {
      claims();
    }
  }

  private void claims() {
    List<List<String>> rows = new ArrayList<>();
    for (Platform platform : comparison.platforms()) {
      for (TierPolicy policy : comparison.chosen()) {
        TierEngagement engagement = comparison.study().engagement(policy, platform);
        rows.add(
            List.of(
                platform.displayName(),
                policy.id(),
                ComparisonWording.claim(engagement.trend()),
                ComparisonWording.coefficient(engagement.epsilonSquared())));
      }
    }
    page.table(
        new Grid(
            "The claim, and how much of the ranks of the rates each definition explains",
            List.of("platform", "definition", "the claim", "epsilon squared"),
            3,
            rows));
  }

  private void top(Comparison.Top top) {
    TierPolicy base = top.study().definitions().get(0);
    page.section("top", "What the choice changes for a brand");
    List<List<String>> rows = new ArrayList<>();
    for (TierPolicy policy : top.study().definitions()) {
      TopStudy.Change change = top.study().change(base, policy);
      rows.add(
          List.of(
              policy.id(),
              NumberText.count(top.study().eligible(policy)),
              String.valueOf(change.common()),
              Double.isNaN(change.changed()) ? "nobody" : NumberText.percent(change.changed()),
              ComparisonWording.coefficient(change.tauB())));
    }
    page.paragraph(
        "The brand asks for %s. No score depends on a definition, so whoever is in two lists keeps the order there; what the definition moves is who may be ranked. Against %s:"
            .formatted(String.join(" or ", top.tiers()), comparison.name(base)));
    page.table(
        new Grid(
            "The top %d by each definition".formatted(top.k()),
            List.of("definition", "qualify", "in both tops", "of the top changes", "tau-b"),
            1,
            rows));
    if (!top.study().lacking().isEmpty()) {
      page.paragraph(
          "Without such a tier: "
              + String.join(", ", top.study().lacking().stream().map(TierPolicy::id).toList())
              + ".");
    }
  }

  private void consensus() {
    page.section("consensus", "What everybody calls whom");
    page.chart(ConsensusPicture.of(comparison, comparison.platforms().get(0)));
  }

  private void methods() {
    page.section("methods", "How the figures are made");
    page.list(
        List.of(
            "Cohen's kappa (Cohen 1960) with the standard error of Fleiss, Cohen and Everitt (1969); quadratic weights on nano to mega (Cohen 1968); adjusted Rand index (Hubert and Arabie 1985); ordinal alpha with unclassified as missing (Krippendorff 2011).",
            "Epsilon squared of Kruskal and Wallis (1952) as in Tomczak and Tomczak (2014), ties by bin; medians and quartiles from bins of 1/32 of a doubling, within 1.1%, with intervals from order statistics.",
            "The line is least squares of log2 rate on log2 followers, accounts with a rate of 0 left out; its interval is Student's.",
            "Accounts of which a definition cannot tell are in no coefficient. A coefficient that is not defined is said to be undefined, never 0.",
            "Where a source leaves an edge open, such as the 10k of 1k-10k and 10k-50k, the figure belongs to the upper tier.",
            "Counts and tables are exact. The same file gives the same page, whatever the order of its rows."));
  }

  private void cite() {
    page.section("cite", "How to cite");
    StringBuilder text = new StringBuilder();
    text.append(
        "Tierwise %s, comparison of tier definitions (https://github.com/tierwise/tierwise), on %s: %s, %s.\n"
            .formatted(
                version,
                comparison.input().name(),
                NumberText.of(comparison.study().accounts(), "account"),
                NumberText.of(comparison.chosen().size(), "definition")));
    comparison
        .input()
        .fingerprints()
        .forEach(hash -> text.append("Data: SHA-256 ").append(hash).append('\n'));
    text.append("Pictures: Apache ECharts 5.5.0, Apache License 2.0.\n");
    page.quotation(text.toString());
    page.folded(
        "Sources of the definitions",
        new Grid(
            "Sources of the definitions",
            List.of("definition", "source"),
            2,
            comparison.study().definitions().stream()
                .map(policy -> List.of(policy.id(), policy.source()))
                .toList()));
  }
}
