package io.github.tierwise.cli.score;

import io.github.tierwise.cli.write.RecordMap;
import io.github.tierwise.cli.write.Section;
import io.github.tierwise.cli.write.TextLines;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Priority;
import io.github.tierwise.profile.ProfileColumns;
import io.github.tierwise.score.Score;
import io.github.tierwise.score.Scorer;
import io.github.tierwise.stability.RankStability;
import io.github.tierwise.stability.RankStability.Cause;
import io.github.tierwise.stability.RankStability.Question;
import io.github.tierwise.stability.RankStability.Share;
import io.github.tierwise.stability.RankStability.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How sure a ranking is, for all who read it. */
final class StabilityTable {

  private static final int NAME = 28;

  /** People are shown the best by score, and those who are among the best most often. */
  private static final int SHOWN = 20;

  /** Accounts that are left out are worth a word from here on: one draw in a thousand. */
  private static final double MISSED = 0.001;

  static final String BY_ITSELF = "By itself, another is first by: ";

  static final String NOTHING_DECIDES = "Nothing that could be asked decides who is first.";

  /** An account with where it stands. */
  record Row(Standing standing, Influencer account, Score score) {}

  private final RankStability stability;
  private final ProfileColumns accounts;
  private final Scorer scorer;

  StabilityTable(RankStability stability, ProfileColumns accounts, Scorer scorer) {
    this.stability = stability;
    this.accounts = accounts;
    this.scorer = scorer;
  }

  /** All accounts that were drawn for. */
  Section<Row> all() {
    return section(stability.standings());
  }

  private Row row(Standing standing) {
    Influencer account = accounts.get(standing.row());
    return new Row(standing, account, scorer.score(account));
  }

  /** A row for each account, made when it is its turn. */
  private Section<Row> section(List<Standing> standings) {
    Section<Row> section =
        Section.<Row>of("How sure is the ranking?", () -> rows(standings))
            .all("rank", "rank", 9, row -> row.standing().rank(), String::valueOf)
            .all("id", "account", NAME, row -> row.standing().id())
            .data("platform", row -> row.account().platform())
            .all("score", "score", 6, row -> row.score().value(), NumberText::tenth)
            .data("low", row -> row.score().low())
            .data("high", row -> row.score().high());
    return Standings.shares(section, stability.top(), row -> Optional.of(row.standing()))
        .text("rank in 9 of 10", 15, row -> ranks(row.standing()))
        .right()
        .data("expected_rank", row -> row.standing().expectedRank())
        .data("expected_rank_error", row -> row.standing().rankError())
        .data("rank_low", row -> row.standing().lowRank())
        .data("rank_high", row -> row.standing().highRank())
        .data("confidence", row -> row.standing().confidence().map(Share::value))
        .data("confidence_error", row -> row.standing().confidence().map(Share::error))
        .json("central_weights", row -> weights(row.standing()));
  }

  private Iterator<Row> rows(List<Standing> standings) {
    return standings.stream().map(this::row).iterator();
  }

  private static RecordMap weights(Standing standing) {
    RecordMap weights = RecordMap.empty();
    standing.centralWeights().forEach(weights::and);
    return weights;
  }

  private static String ranks(Standing standing) {
    return standing.lowRank() == standing.highRank()
        ? String.valueOf(standing.lowRank())
        : standing.lowRank() + " to " + standing.highRank();
  }

  /** All of it as one record. */
  RecordMap record() {
    return RecordMap.of("draws", stability.draws())
        .and("options", stability.options().toString())
        .and("top", stability.top())
        .and("accounts", all().records().iterator())
        .and("pairs", pairs())
        .and(
            "causes",
            stability.causes().stream()
                .map(
                    cause ->
                        RecordMap.of("source", cause.source())
                            .and("changes_first", cause.changes().value())
                            .and("changes_first_error", cause.changes().error()))
                .toList())
        .and(
            "questions",
            stability.questions().stream()
                .map(
                    question ->
                        RecordMap.of("id", question.id())
                            .and("platform", platform(question))
                            .and("source", question.source())
                            .and("decides_first", question.decides().value())
                            .and("decides_first_error", question.decides().error())
                            .and("text", ask(question)))
                .toList())
        .and("left_out", stability.leftOut())
        .and("left_out_above", stability.leftOutAbove());
  }

  private Platform platform(Question question) {
    return accounts.platform(question.row());
  }

  private List<RecordMap> pairs() {
    List<RecordMap> pairs = new ArrayList<>();
    for (int rank = 1; rank <= stability.pairs(); rank++) {
      for (int other = rank + 1; other <= stability.pairs(); other++) {
        Share share = stability.beats(rank, other);
        pairs.add(
            RecordMap.of("rank", rank)
                .and("other", other)
                .and("before", share.value())
                .and("before_error", share.error()));
      }
    }
    return pairs;
  }

  /** The table, and below it what it hangs on. */
  String text(int width) {
    List<Standing> shown =
        stability.standings().stream()
            .sorted(
                Comparator.<Standing>comparingInt(
                        each -> Math.min(each.rank(), stability.top() + 1))
                    .thenComparingDouble(each -> -each.top().value()))
            .limit(SHOWN)
            .sorted(Comparator.comparingInt(Standing::rank))
            .toList();
    TextLines lines = new TextLines(width).add(section(shown).text(width));
    int others = stability.standings().size() - shown.size();
    if (others > 0) {
      lines.say(
          "%s not shown here: csv and json have all"
              .formatted(
                  others == 1 ? "1 account is" : NumberText.count(others) + " accounts are"));
    }
    lines.gap();
    lines.say(drawn());
    lines.gap();
    lines.say(
        BY_ITSELF
            + stability.causes().stream()
                .map(cause -> "%s in %s".formatted(cause.source(), cause.changes()))
                .collect(Collectors.joining(", ")));
    List<String> questions = questions();
    if (questions.isEmpty()) {
      lines.say(NOTHING_DECIDES);
    } else {
      lines.gap().say("To find out next:");
      questions.stream().limit(5).forEach(each -> lines.say("  ", "    ", each));
    }
    leftOut().ifPresent(sentence -> lines.gap().say(sentence + ": --candidates draws for more"));
    return lines.toString();
  }

  /** How it was drawn. */
  String drawn() {
    return "Drawn %s times: %s. Nine of ten draws lie within the range of a score; what is unknown may be anything."
        .formatted(NumberText.count(stability.draws()), stability.options());
  }

  /** Which doubt matters most, one at a time. */
  List<Cause> causes() {
    return stability.causes();
  }

  /** What to find out next, a sentence each. */
  List<String> questions() {
    return stability.questions().stream().map(this::ask).toList();
  }

  /** That accounts were left out of the draws, where that may matter. */
  Optional<String> leftOut() {
    return stability.leftOutAbove() > MISSED
        ? Optional.of(
            "%s of the accounts were left out of the draws, of which up to %s may be in the top in a draw"
                .formatted(
                    NumberText.count(stability.leftOut()),
                    NumberText.tenth(Math.ceil(stability.leftOutAbove() * 10) / 10)))
        : Optional.empty();
  }

  private String ask(Question question) {
    return "%s: it decides who is first in %s of the draws"
        .formatted(request(question), question.decides());
  }

  private String request(Question question) {
    String id = question.id();
    String source = question.source();
    Influencer account = accounts.get(question.row());
    return ToAsk.of(scorer, account, source)
        .map(what -> "ask %s for %s".formatted(id, what))
        .orElseGet(
            () ->
                source.equals(Priority.ENGAGEMENT.label())
                    ? "look at more posts of " + id
                    : "learn more of the %s of %s".formatted(source, id));
  }
}
