package io.github.tierwise.cli.compare;

import io.github.tierwise.cli.write.Grid;
import io.github.tierwise.cli.write.Page;
import io.github.tierwise.cli.write.Section;
import io.github.tierwise.explain.Estimate;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.study.Agreement;
import io.github.tierwise.study.TierStudy;
import io.github.tierwise.tier.TierPolicy;
import java.util.List;

/** A comparison as one page for researchers. */
final class ComparisonReport {

  /** Pictures of more platforms than this would say the same again. */
  private static final int PLATFORMS = 3;

  private final Comparison comparison;
  private final TierStudy study;
  private final String first;
  private final String second;
  private final ComparisonSections sections;
  private final Page page;

  private ComparisonReport(Comparison comparison) {
    this.comparison = comparison;
    study = comparison.study();
    first = comparison.name(comparison.first());
    second = comparison.name(comparison.second());
    sections = new ComparisonSections(comparison);
    page = new Page("Does it matter whose definition you use?", lead());
  }

  /** The page. */
  static String html(Comparison comparison, String version) {
    ComparisonReport report = new ComparisonReport(comparison);
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
    report.cite(version);
    return report.page.html();
  }

  private String lead() {
    Agreement agreement = comparison.agreement();
    int more = comparison.chosen().size() - 2;
    return "%s in %s, by %s and %s: they %sdisagree on who is a %s-influencer for %s of the accounts."
        .formatted(
            Wording.accounts(study.accounts()),
            comparison.input().name(),
            first,
            more == 0 ? second : "%s and %d more".formatted(second, more),
            more == 0 ? "" : "(the first two) ",
            comparison.word(),
            agreement.accounts() == 0 ? "none" : NumberText.percent(1 - agreement.observed()));
  }

  private void answer() {
    Agreement agreement = comparison.agreement();
    Estimate kappa = agreement.kappa();
    String low = Wording.coefficient(kappa.low());
    String high = Wording.coefficient(kappa.high());
    page.section("answer", "The answer in four cells");
    page.numbers(
        List.of(
            List.of(
                Wording.coefficient(kappa.value()),
                "Cohen's kappa" + (kappa.isKnown() ? ", %s to %s".formatted(low, high) : "")),
            List.of(NumberText.count(agreement.both()), comparison.word() + " by both"),
            List.of(NumberText.count(agreement.onlyFirst()), "only by " + first),
            List.of(NumberText.count(agreement.onlySecond()), "only by " + second),
            List.of(NumberText.count(agreement.neither()), "by neither")));
    String remark = Wording.remark(agreement);
    if (!remark.isEmpty()) {
      page.warning("Kappa %s: %s.".formatted(Wording.coefficient(kappa.value()), remark));
    }
    if (agreement.unknown() > 0) {
      page.paragraph(
          "%s cannot be told by at least one of the two and are in none of the cells."
              .formatted(Wording.accounts(agreement.unknown())));
    }
    if (comparison.hasAll()) {
      int having = comparison.having().size();
      String contested = Wording.contested(comparison.contested(comparison.having()));
      String alpha = Wording.coefficient(comparison.alpha());
      page.paragraph(
          "By all %d published definitions with a tier called %s, whether an account is one is %s. Krippendorff's ordinal alpha of all %d definitions is %s."
              .formatted(having, comparison.word(), contested, study.definitions().size(), alpha));
    }
    if (comparison.input().rejected() > 0) {
      page.paragraph(
          "%s could not be read and are in no figure."
              .formatted(NumberText.of(comparison.input().rejected(), "row")));
    }
    pairs();
  }

  private void pairs() {
    List<ComparisonSections.Pair> pairs = sections.pairs(false);
    Grid grid = sections.agreement(pairs).page(2);
    if (pairs.size() > Comparison.FEW) {
      page.folded("Coefficients of %s and each other definition".formatted(first), grid);
    } else {
      page.table(grid);
    }
  }

  private List<Platform> drawn() {
    return comparison.platforms().stream().limit(PLATFORMS).toList();
  }

  private void bands() {
    page.section("bands", "Where the lines are drawn, and who lives between them");
    drawn().forEach(platform -> page.chart(BandsPicture.of(comparison, platform)));
    List<Platform> others = comparison.platforms().stream().skip(PLATFORMS).toList();
    if (!others.isEmpty()) {
      page.paragraph("Without pictures: " + Wording.platforms(others) + ".");
    }
  }

  private void flow() {
    page.section("flow-between", "Who changes, from one to the other");
    if (FlowPicture.isDrawn(comparison)) {
      page.chart(FlowPicture.of(comparison));
    } else {
      page.paragraph("No picture: nobody changes, each of the two has all accounts in one class.");
    }
  }

  private void matrix() {
    if (comparison.hasAll() || comparison.chosen().size() > 2) {
      page.section("agreement", "Who agrees with whom");
      if (MatrixPicture.isDrawn(comparison)) {
        page.chart(MatrixPicture.of(comparison));
      } else {
        page.paragraph(
            "No picture: kappa is undefined for every pair, since all accounts are of one class.");
      }
      if (!MatrixPicture.isSmall(comparison)) {
        page.folded("The definitions behind each row", MatrixPicture.members(comparison));
      }
    }
  }

  private void engagement() {
    page.section("engagement", "The more followers, the less engagement?");
    for (Platform platform : drawn()) {
      if (EngagementPicture.isDrawn(comparison, platform)) {
        page.chart(EngagementPicture.of(comparison, platform));
      } else {
        page.paragraph(
            "No picture of %s: no engagement rate there is known."
                .formatted(platform.displayName()));
      }
    }
    if (drawn().stream().anyMatch(each -> study.slope(each).isSelection())) {
      page.warning(
          "A slope near -1 is the mark of a list that was ranked by engagement. Everybody on such a list has about as many engagements, whatever the followers, so that the rate by followers falls as followers rise although size has no effect. Do not read it as an effect of size.");
    }
    if (comparison.isFew()) {
      page.table(sections.claims(sections.engagements(comparison.chosen())).page(3));
    }
  }

  private void top(Comparison.Top top) {
    TierPolicy base = top.study().definitions().get(0);
    page.section("top", "What the choice changes for a brand");
    page.paragraph(
        "The brand asks for %s. No score depends on a definition, so whoever is in two lists keeps the order there; what the definition moves is who may be ranked. Against %s:"
            .formatted(String.join(" or ", top.tiers()), comparison.name(base)));
    page.table(sections.swaps(top, 0).page(1));
    if (!top.study().lacking().isEmpty()) {
      page.paragraph("Without such a tier: " + Wording.ids(top.study().lacking()) + ".");
    }
  }

  private void consensus() {
    page.section("consensus", "What everybody calls whom");
    page.chart(ConsensusPicture.of(comparison, comparison.platforms().get(0)));
  }

  private void methods() {
    page.section("methods", "How the figures are made");
    page.list(Page.resource(ComparisonReport.class, "methods.txt").lines().toList());
  }

  private void cite(String version) {
    page.section("cite", "How to cite");
    String definitions = NumberText.of(comparison.chosen().size(), "definition");
    page.sources(
        "Tierwise %s, comparison of tier definitions (https://github.com/tierwise/tierwise), on %s: %s, %s."
            .formatted(
                version,
                comparison.input().name(),
                Wording.accounts(study.accounts()),
                definitions),
        comparison.input().fingerprints());
    page.folded(
        "Sources of the definitions",
        Section.of("Sources of the definitions", study.definitions())
            .page("definition", TierPolicy::id)
            .page("source", TierPolicy::source)
            .page(2));
  }
}
