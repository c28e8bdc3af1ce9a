package io.github.tierwise.cli.score;

import io.github.tierwise.cli.write.Page;
import io.github.tierwise.cli.write.Section;
import io.github.tierwise.explain.Explanation;
import io.github.tierwise.files.accounts.AccountList;
import io.github.tierwise.files.accounts.ReadNote;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.score.Criterion;
import io.github.tierwise.score.Ranking;
import io.github.tierwise.score.Score;
import io.github.tierwise.score.Scorer;
import io.github.tierwise.stability.RankStability;
import io.github.tierwise.stability.RankStability.Cause;
import io.github.tierwise.stability.RankStability.Standing;
import io.github.tierwise.tier.Classification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ranked accounts as one page for those who choose. */
final class ScoreReport {

  /** A longer list is read by programs. */
  private static final int MOST = 1_000;

  private final AccountList reading;
  private final Scorer scorer;
  private final Ranking ranking;
  private final List<ListedScore> listed;
  private final Optional<RankStability> stability;
  private final Optional<Standings> standings;
  private final ScoreNotes notes;
  private final Page page;
  private final ScoreCard card;

  /**
   * A page of the best accounts, at most a thousand.
   *
   * @param reading all accounts
   * @param scoring the best of them, or all
   * @param stability how sure the ranking is; empty if nobody may be ranked
   * @param notes what is said of the list
   */
  ScoreReport(
      AccountList reading,
      ScoredList scoring,
      Optional<RankStability> stability,
      ScoreNotes notes) {
    this.reading = reading;
    this.stability = stability;
    this.notes = notes;
    scorer = scoring.scorer();
    ranking = scoring.ranking();
    listed = scoring.ranked().limit(MOST).toList();
    standings = stability.map(each -> new Standings(each, reading.profiles()));
    page = new Page("Who suits the brand best?", lead());
    card = new ScoreCard(page, scorer);
  }

  /**
   * The page.
   *
   * @param fingerprints the hash of each file that was read
   * @param version the version of Tierwise
   */
  String html(List<String> fingerprints, String version) {
    list();
    stability.ifPresent(this::sure);
    assumed();
    page.section("brand", "What counts for the brand");
    notes(notes.brand(), "The answers of the brand, and the weights that follow");
    page.section("read", "How the list was read");
    notes(notes.read(), "What was read, and what each column was taken for");
    page.section("methods", "How the figures are made");
    page.list(Page.resource(ScoreReport.class, "methods.txt").lines().toList());
    page.section("sources", "From what");
    page.sources(version, "scores from " + reading.name(), fingerprints);
    return page.html();
  }

  private String lead() {
    String first =
        listed.isEmpty()
            ? "Nobody may be ranked."
            : "%s is first of the %s that may be ranked: %s of 100, %s."
                .formatted(
                    listed.get(0).account().id(),
                    NumberText.of(ranking.eligible(), "account"),
                    NumberText.tenth(listed.get(0).score().value()),
                    ScoreTable.range(listed.get(0).score()));
    return "%s For %s, from %s.".formatted(first, scorer.brand(), reading.name());
  }

  private void list() {
    page.section("list", "The list");
    List<List<String>> numbers = new ArrayList<>();
    numbers.add(List.of(NumberText.count(listed.size()), "on this page, best first"));
    numbers.add(List.of(NumberText.count(ranking.eligible()), "may be ranked"));
    numbers.add(List.of(NumberText.count(ranking.size() - ranking.eligible()), "may not"));
    standings.ifPresent(
        each -> numbers.add(List.of(each.ofFirst(), "of the draws in which the first is first")));
    page.numbers(numbers);
    notes
        .notRanked()
        .forEach(
            note ->
                page.add(
                    "<p class=\"says\">%s</p>\n", "%s: %s.".formatted(note.topic(), note.text())));
    if (listed.isEmpty()) {
      return;
    }
    notes.unknown().stream()
        .filter(note -> note.topic().equals(ScoreNotes.BY_PRICE))
        .forEach(note -> page.warning("By price: %s.".formatted(note.text())));
    card.key();
    filters();
    page.add("<ol class=\"accounts\">\n");
    listed.forEach(this::account);
    page.add("</ol>\n");
    List<String> criteria = scorer.criteria().stream().map(Criterion::name).toList();
    page.add("<div class=\"whole-list\">\n")
        .folded(
            "The list as a table", ScoreTable.of(listed.iterator(), criteria, standings).page(4))
        .add("</div>\n");
  }

  /** Shown by a script only, which makes them work. */
  private void filters() {
    List<String> tiers =
        scorer.tiers().outcomes().stream()
            .map(Classification::label)
            .filter(
                label ->
                    listed.stream().anyMatch(each -> each.score().tier().label().equals(label)))
            .distinct()
            .toList();
    List<String> platforms =
        listed.stream()
            .map(each -> each.account().platform())
            .distinct()
            .sorted()
            .map(Platform::displayName)
            .toList();
    page.add("<div class=\"filter\" hidden>\n");
    filter("tier", tiers);
    filter("platform", platforms);
    page.add("</div>\n<p class=\"shown\" aria-live=\"polite\"></p>\n");
  }

  private void filter(String name, List<String> choices) {
    if (choices.size() < 2) {
      return;
    }
    page.add("<label>%1$s <select name=\"%1$s\">\n<option value=\"\">all</option>\n", name);
    choices.forEach(choice -> page.add("<option>%s</option>\n", choice));
    page.add("</select></label>\n");
  }

  private void account(ListedScore each) {
    Score score = each.score();
    String platform = each.account().platform().displayName();
    page.add(
        """
        <li class="account" data-tier="%4$s" data-platform="%3$s">
        <h3><span class="rank">%1$s</span> <bdi>%2$s</bdi> <span class="kind">%3$s, %4$s</span></h3>
        <p class="score"><strong>%5$s</strong> %6$s</p>
        """,
        String.valueOf(each.rank().orElseThrow()),
        each.account().id(),
        platform,
        score.tier().label(),
        NumberText.tenth(score.value()),
        ScoreTable.range(score));
    card.bars(score);
    page.add("<p class=\"says\">%s</p>\n", each.reason());
    standings
        .flatMap(all -> all.of(each))
        .ifPresent(standing -> page.add("<p class=\"says soft\">%s</p>\n", standing(standing)));
    card.notes(each.account(), score);
    Explanation why = scorer.explain(each.account());
    page.folded("What it is the sum of", card.parts(score, why)).add("</li>\n");
  }

  private String standing(Standing standing) {
    return "first in %s, in the top %s in %s of the draws"
        .formatted(standing.first(), standings.orElseThrow().top(), standing.top());
  }

  private void sure(RankStability drawn) {
    StabilityTable table = new StabilityTable(drawn, reading.profiles(), scorer);
    page.section("sure", "How sure is the ranking?");
    page.paragraph(standings.orElseThrow().sentence() + ".");
    page.paragraph(table.drawn());
    table.leftOut().ifPresent(sentence -> page.warning(sentence + "."));
    page.add("<p>%s</p>\n<ul class=\"causes\">\n", StabilityTable.BY_ITSELF.strip());
    for (Cause cause : table.causes()) {
      page.add(
          "<li>%s <span class=\"share\"><i style=\"width:%s%%\"></i></span> %s</li>\n",
          cause.source(),
          NumberText.plain(100 * cause.changes().value()),
          cause.changes().toString());
    }
    page.add("</ul>\n");
    page.section("ask", "What to ask next");
    if (table.questions().isEmpty()) {
      page.paragraph(StabilityTable.NOTHING_DECIDES);
    } else {
      page.list(table.questions());
    }
  }

  private void assumed() {
    page.section("assumed", "What is assumed");
    List<String> assumed = new ArrayList<>(ScoreTable.legend(listed));
    assumed.addAll(reading.assumptions());
    if (!assumed.isEmpty()) {
      page.list(assumed);
    }
    if (!notes.unknown().isEmpty()) {
      notes(notes.unknown(), "Of all accounts that were read");
    } else if (assumed.isEmpty()) {
      page.paragraph("Nothing.");
    }
  }

  private void notes(List<ReadNote> all, String caption) {
    page.table(
        Section.of(caption, all).page("of", ReadNote::topic).page("what", ReadNote::text).page(2));
  }
}
