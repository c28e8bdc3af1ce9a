package io.github.tierwise.cli.score;

import io.github.tierwise.cli.write.Page;
import io.github.tierwise.explain.Explanation;
import io.github.tierwise.files.accounts.AccountList;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.score.Score;
import io.github.tierwise.score.Scorer;
import io.github.tierwise.stability.Flip;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why an account has its score, or why it is above another, as one page. */
final class ExplanationReport {

  /** What is told of an account. */
  private record Told(int row, Influencer account, Score score, Explanation why) {

    String id() {
      return account.id();
    }
  }

  private final AccountList reading;
  private final Scorer scorer;
  private final Explanation why;
  private final Optional<Flip> flip;
  private final int depth;
  private final List<Told> accounts;
  private final boolean pair;
  private final Page page;
  private final ScoreCard card;

  /**
   * A page of one account or of two.
   *
   * @param reading all accounts
   * @param scorer for whom
   * @param rows the account, and the one that it is compared with
   * @param why the score, or the difference of the two
   * @param flip the smallest changes that turn it, if that is asked for
   * @param depth how many levels of reasons are open at first
   */
  ExplanationReport(
      AccountList reading,
      Scorer scorer,
      List<Integer> rows,
      Explanation why,
      Optional<Flip> flip,
      int depth) {
    this.reading = reading;
    this.scorer = scorer;
    this.why = why;
    this.flip = flip;
    this.depth = depth;
    accounts = rows.stream().map(this::told).toList();
    pair = accounts.size() > 1;
    page = new Page(title(), lead());
    card = new ScoreCard(page, scorer);
  }

  private Told told(int row) {
    Influencer account = reading.profiles().get(row);
    return new Told(row, account, scorer.score(account), scorer.explain(account));
  }

  private String title() {
    return pair
        ? "%s or %s?".formatted(accounts.get(0).id(), accounts.get(1).id())
        : "Why %s of 100 for %s?"
            .formatted(NumberText.tenth(accounts.get(0).score().value()), accounts.get(0).id());
  }

  private String lead() {
    return "%s%s. For %s, from %s."
        .formatted(
            pair ? "%s: %s points, ".formatted(why.label(), ExplanationText.value(why)) : "Range: ",
            why.note(),
            scorer.brand(),
            reading.name());
  }

  /**
   * The page.
   *
   * @param fingerprints the hash of each file that was read
   * @param version the version of Tierwise
   */
  String html(List<String> fingerprints, String version) {
    page.section("score", pair ? "The two scores" : "The score");
    card.key();
    page.add("<ul class=\"accounts side\">\n");
    accounts.forEach(this::account);
    page.add("</ul>\n");
    if (pair) {
      difference();
    }
    flip.ifPresent(this::enough);
    page.section("tree", "Down to the inputs");
    page.paragraph("Each number is made from those below it.");
    page.add(
        """
        <p class="filter folds" hidden><button type="button">Open all</button> <button type="button">Close all</button></p>
        <ul class="tree">
        """);
    node(why, 0);
    page.add("</ul>\n<p class=\"exact\">%s</p>\n", ExplanationText.exactly(why));
    page.section("read", "Read from");
    for (Told each : accounts) {
      page.table(
          ExplanationText.table("The cells of " + each.id(), reading.origins(each.row())).page(6));
    }
    page.section("sources", "From what");
    page.paragraph("Scorer: " + ScoreNotes.fingerprint(scorer) + ".");
    page.sources(version, why.label() + " from " + reading.name(), fingerprints);
    return page.html();
  }

  private void account(Told each) {
    page.add(
        """
        <li class="account">
        <h3><bdi>%s</bdi> <span class="kind">%s, %s</span></h3>
        <p class="score"><strong>%s</strong> %s</p>
        """,
        each.id(),
        each.account().platform().displayName(),
        each.score().tier().label(),
        NumberText.tenth(each.score().value()),
        ScoreTable.range(each.score()));
    card.bars(each.score());
    card.notes(each.account(), each.score());
    page.table(card.parts(each.score(), each.why())).add("</li>\n");
  }

  /** Each bar begins where the one above it ends, and the last is all of them. */
  private void difference() {
    page.section("difference", "What makes the difference");
    // What rounding moved is in the sum with every digit, and nowhere to be seen here.
    List<Explanation> parts =
        why.parts().stream()
            .filter(part -> part.operation() == Explanation.Operation.DIFFERENCE)
            .toList();
    List<Double> ends = new ArrayList<>();
    double end = 0;
    double low = 0;
    double high = 0;
    for (Explanation part : parts) {
      end += part.value();
      ends.add(end);
      low = Math.min(low, end);
      high = Math.max(high, end);
    }
    double width = high > low ? 100 / (high - low) : 0;
    page.add(
        "<p>To the right it speaks for %s, to the left for %s. Each bar begins where the one above it ends; the last is their sum.</p>\n<ul class=\"steps\">\n",
        accounts.get(0).id(), accounts.get(1).id());
    double from = 0;
    for (int i = 0; i < ends.size(); i++) {
      step(parts.get(i), from, ends.get(i), low, width, "");
      from = ends.get(i);
    }
    step(why.withText("all", ""), 0, why.value(), low, width, "total ");
    page.add("</ul>\n");
  }

  private void enough(Flip turned) {
    page.section("enough", "What would turn it");
    page.paragraph(ExplanationText.enough(turned));
    page.list(turned.changes().stream().map(Flip.Change::text).toList());
  }

  private void step(
      Explanation part, double from, double to, double low, double width, String kind) {
    page.add(
        """
        <li class="%s"><span>%s</span><span class="track"><b style="left:%s%%"></b><i class="%s" style="left:%s%%;width:%s%%"></i></span><span class="number">%s</span></li>
        """,
        kind.strip(),
        part.label(),
        NumberText.plain(-low * width),
        to < from ? "against" : "for",
        NumberText.plain((Math.min(from, to) - low) * width),
        NumberText.plain(Math.abs(to - from) * width),
        ExplanationText.value(part));
  }

  private void node(Explanation node, int level) {
    boolean leaf = node.parts().isEmpty();
    page.add(
        leaf
            ? "<li><p>"
            : level < depth ? "<li><details open><summary>" : "<li><details><summary>");
    page.add(
        "<span class=\"value\">%s</span> <strong>%s</strong>%s",
        ExplanationText.value(node), node.label(), node.note().isEmpty() ? "" : ": " + node.note());
    if (leaf) {
      page.add("</p></li>\n");
      return;
    }
    page.add(" <em>%s</em></summary>\n<ul>\n", made(node.operation()));
    node.parts().forEach(part -> node(part, level + 1));
    page.add("</ul></details></li>\n");
  }

  /** How a value follows from those below it. */
  private static String made(Explanation.Operation operation) {
    return switch (operation) {
      case GIVEN -> "";
      case SUM -> "the sum of";
      case DIFFERENCE -> "the first less the second";
      case PRODUCT -> "the product of";
      case QUOTIENT -> "the first by the second";
      case LOG2 -> "the binary logarithm of";
      case LARGEST -> "the largest of";
      case SMALLEST -> "the smallest of";
      case GEOMETRIC_MEAN -> "the geometric mean of";
      case SCALE -> "where the first lies between the second and the third";
      case FUNCTION -> "from";
    };
  }
}
