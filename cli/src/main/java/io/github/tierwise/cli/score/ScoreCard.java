package io.github.tierwise.cli.score;

import io.github.tierwise.cli.write.Grid;
import io.github.tierwise.cli.write.Page;
import io.github.tierwise.cli.write.Section;
import io.github.tierwise.explain.Explanation;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.score.Criterion;
import io.github.tierwise.score.Score;
import io.github.tierwise.score.Scorer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Scores on a page, all on one scale from 0 to 100: what a score is the sum of as a bar, its range
 * below it, and what is assumed in it. Needs no script.
 */
final class ScoreCard {

  /** A part that is shorter has no room for its points on the narrowest of screens. */
  private static final double ROOM = 9;

  /** How many colours there are; more criteria begin again. */
  private static final int COLORS = 6;

  /** A part of a score, or at the end the whole. */
  private record Part(String name, String why, Explanation points, String range) {}

  private final Page page;
  private final Scorer scorer;

  /** Cards of a page, which gets their style. */
  ScoreCard(Page page, Scorer scorer) {
    this.page = page.with(ScoreCard.class, "card");
    this.scorer = scorer;
  }

  /** What the colours mean. */
  void key() {
    page.add("<ul class=\"key\">\n");
    List<Criterion> criteria = scorer.criteria();
    for (int i = 0; i < criteria.size(); i++) {
      page.add("<li><i class=\"%s\"></i>%s</li>\n", color(i), criteria.get(i).name());
    }
    page.add(
        """
        <li><i class="assumed"></i>hatched or dashed: unknown, so assumed</li>
        <li><i class="whole"></i>the score and its range</li>
        </ul>
        <p class="scale">Every bar runs from 0 to 100; the parts of one add up to the score.</p>
        """);
  }

  private static String color(int criterion) {
    return "c" + criterion % COLORS;
  }

  /** The score as the sum of its parts, and its range. */
  void bars(Score score) {
    page.add(
        "<div class=\"bars\" role=\"img\" aria-label=\"%s\">\n<div class=\"parts\">",
        "%s of 100, %s: %s"
            .formatted(
                NumberText.tenth(score.value()),
                ScoreTable.range(score),
                score.contributions().stream()
                    .map(ScoreCard::points)
                    .collect(Collectors.joining(", "))));
    for (int i = 0; i < score.contributions().size(); i++) {
      Score.Contribution part = score.contributions().get(i);
      page.add(
          "<span class=\"%s\" style=\"width:%s%%\" title=\"%s\">%s</span>",
          color(i) + (part.assumed() ? " assumed" : ""),
          NumberText.plain(part.points()),
          points(part),
          part.points() < ROOM ? "" : NumberText.tenth(part.points()));
    }
    page.add(
        """
        </div>
        <div class="whole"><span style="left:%s%%;width:%s%%"></span><i style="left:%s%%"></i></div>
        </div>
        """,
        NumberText.plain(score.low()),
        NumberText.plain(score.high() - score.low()),
        NumberText.plain(score.value()));
  }

  private static String points(Score.Contribution part) {
    return "%s %s%s"
        .formatted(
            part.criterion(), NumberText.tenth(part.points()), part.assumed() ? " assumed" : "");
  }

  /** What to look at, what is assumed, and what to ask for. */
  void notes(Influencer account, Score score) {
    score
        .failures()
        .forEach(flag -> page.add("<p class=\"look\">not eligible: %s</p>\n", flag.text()));
    List<String> notes = new ArrayList<>();
    for (Score.Flag flag : score.flags()) {
      if (flag.code().equals(Score.Flag.PRICE_ESTIMATED)) {
        notes.add(flag.text());
      } else {
        page.add("<p class=\"look\">%s</p>\n", flag.text());
      }
    }
    String assumed =
        score.contributions().stream()
            .filter(Score.Contribution::assumed)
            .map(Score.Contribution::criterion)
            .collect(Collectors.joining(", "));
    if (!assumed.isEmpty()) {
      notes.add("unknown, so assumed: " + assumed);
    }
    List<String> ask = ToAsk.all(scorer, account, score);
    if (!ask.isEmpty()) {
      notes.add("ask for " + String.join("; ", ask));
    }
    if (!notes.isEmpty()) {
      page.list(notes);
    }
  }

  /** The parts of a score as a table, with why each is what it is, and their sum. */
  Grid parts(Score score, Explanation why) {
    List<Part> parts = new ArrayList<>();
    IntStream.range(0, score.contributions().size())
        .forEach(
            i -> {
              Score.Contribution part = score.contributions().get(i);
              Explanation points = why.parts().get(i);
              parts.add(
                  new Part(
                      part.criterion(),
                      points.note(),
                      points,
                      NumberText.tenth(part.low()) + " to " + NumberText.tenth(part.high())));
            });
    parts.add(new Part("score", "the sum", why, ScoreTable.range(score)));
    return Section.<Part>of("What the score of " + score.id() + " is the sum of", parts)
        .page("part", Part::name)
        .page("why", Part::why)
        .page("points", part -> ExplanationText.value(part.points()))
        .page("range", Part::range)
        .page(2);
  }
}
