package io.github.tierwise.cli.score;

import io.github.tierwise.cli.write.RecordMap;
import io.github.tierwise.cli.write.Section;
import io.github.tierwise.cli.write.TextLines;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.score.Score;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Scored accounts, a row each, for all who read them. */
public final class ScoreTable {

  private static final int NAME = 28;

  /** The sign in text for a flag, and what it means. */
  private record Mark(char sign, String code, String meaning) {}

  private static final List<Mark> MARKS =
      List.of(
          new Mark(
              '!',
              "engagement-far-above-expected",
              "engagement far above what is expected: look closer"),
          new Mark(
              '?',
              "cannot-tell",
              "cannot tell whether a condition is met, since an input is unknown"),
          new Mark(
              '+', "engagements-at-least", "at least: interactions that are unknown are left out"),
          new Mark('~', Score.Flag.PRICE_ESTIMATED, "price estimated from the size, no quote"));

  private ScoreTable() {}

  /**
   * The accounts, for programs with what each criterion adds.
   *
   * @param accounts walked over once
   * @param criteria the names of the criteria
   * @param standings how sure each rank is, if that is asked for
   */
  static Section<ListedScore> of(
      Iterator<ListedScore> accounts, List<String> criteria, Optional<Standings> standings) {
    Section<ListedScore> section =
        Section.<ListedScore>of("Scores", () -> accounts)
            .all("rank", "rank", 9, ListedScore::rank, rank -> String.valueOf(rank.orElse(0)))
            .all("id", "account", NAME, scored -> scored.score().id())
            .data("platform", scored -> scored.account().platform())
            .page("platform", scored -> scored.account().platform().displayName())
            .all("tier", "tier", 14, scored -> scored.score().tier().label())
            .all("score", "score", 6, scored -> scored.score().value(), NumberText::tenth)
            .data("low", scored -> scored.score().low())
            .data("high", scored -> scored.score().high())
            .people("range", 13, scored -> range(scored.score()))
            .text("", 4, ScoreTable::signs);
    if (standings.isPresent()) {
      section = Standings.shares(section, standings.get().top(), standings.get()::of);
    }
    section =
        section
            .text("what sets it apart", Integer.MAX_VALUE, ListedScore::reason)
            .data("reason", ListedScore::reason)
            .data("followers", scored -> scored.account().followers())
            .data("engagement_rate", scored -> scored.score().engagementRate())
            .data("expected_rate", scored -> scored.score().expectedRate())
            .data("price", scored -> scored.score().price())
            .data("currency", ListedScore::priceCurrency)
            .data("price_estimated", scored -> scored.hasFlag(Score.Flag.PRICE_ESTIMATED))
            .data("cost_per_engagement", scored -> scored.score().costPerEngagement())
            .data("eligible", scored -> scored.score().eligible())
            .json("failures", scored -> flags(scored.score().failures()))
            .json("flags", scored -> flags(scored.score().flags()))
            .csv("flags", ScoreTable::allFlags)
            .json("contributions", ScoreTable::contributions);
    for (String criterion : criteria) {
      section =
          section
              .csv("points_" + criterion.replace(' ', '_'), scored -> points(scored, criterion))
              .page(criterion, scored -> NumberText.tenth(points(scored, criterion)));
    }
    return section;
  }

  /** The range of a score in words. */
  static String range(Score score) {
    return NumberText.tenth(score.low()) + " to " + NumberText.tenth(score.high());
  }

  /** What the flags mean that some accounts have, and how many of them. */
  static List<String> legend(List<ListedScore> accounts) {
    List<String> meanings = new ArrayList<>();
    for (Mark mark : MARKS) {
      long marked = accounts.stream().filter(each -> each.hasFlag(mark.code)).count();
      if (marked > 0) {
        meanings.add(
            "%s: %s of %s"
                .formatted(
                    mark.meaning, NumberText.count(marked), NumberText.count(accounts.size())));
      }
    }
    return meanings;
  }

  private static Stream<Mark> marks(ListedScore scored) {
    return MARKS.stream().filter(mark -> scored.hasFlag(mark.code));
  }

  private static String signs(ListedScore scored) {
    return marks(scored).map(mark -> "" + mark.sign).collect(Collectors.joining());
  }

  /** Flags for programs. */
  public static List<RecordMap> flags(List<Score.Flag> flags) {
    return flags.stream()
        .map(flag -> RecordMap.of("code", flag.code()).and("text", flag.text()))
        .toList();
  }

  /** Flags in one cell. */
  public static String joined(Stream<Score.Flag> flags) {
    return flags.map(flag -> flag.code() + ": " + flag.text()).collect(Collectors.joining("; "));
  }

  private static String allFlags(ListedScore scored) {
    return joined(
        Stream.of(scored.score().failures(), scored.score().flags()).flatMap(List::stream));
  }

  private static List<RecordMap> contributions(ListedScore scored) {
    return scored.score().contributions().stream()
        .map(
            each ->
                RecordMap.of("criterion", each.criterion())
                    .and("points", each.points())
                    .and("low", each.low())
                    .and("high", each.high())
                    .and("utility", each.utility())
                    .and("weight", each.weight())
                    .and("assumed", each.assumed()))
        .toList();
  }

  private static double points(ListedScore scored, String criterion) {
    return scored.score().contributions().stream()
        .filter(each -> each.criterion().equals(criterion))
        .mapToDouble(Score.Contribution::points)
        .findFirst()
        .orElse(Double.NaN);
  }

  /**
   * Ranked accounts as text, with a legend of the marks that occur.
   *
   * @param accounts best first; those without a rank, at the end, are left out
   */
  public static String text(Stream<ListedScore> accounts, int width) {
    return text(accounts, Optional.empty(), width);
  }

  /** The same with how sure each rank is, if that is asked for. */
  static String text(Stream<ListedScore> accounts, Optional<Standings> standings, int width) {
    Set<Mark> legend = new LinkedHashSet<>();
    Iterator<ListedScore> ranked =
        accounts
            .takeWhile(scored -> scored.rank().isPresent())
            .peek(scored -> marks(scored).forEach(legend::add))
            .iterator();
    if (!ranked.hasNext()) {
      return "";
    }
    StringBuilder text = new StringBuilder(of(ranked, List.of(), standings).text(width));
    legend.forEach(mark -> text.append("%s  %s\n".formatted(mark.sign, mark.meaning)));
    standings.ifPresent(
        each ->
            text.append(
                new TextLines(width)
                    .gap()
                    .say(each.sentence() + "; tierwise stability tells what that hangs on")));
    return text.toString();
  }
}
