package io.github.tierwise.cli.tiers;

import io.github.tierwise.cli.run.OutputFormat;
import io.github.tierwise.cli.write.RecordMap;
import io.github.tierwise.cli.write.Records;
import io.github.tierwise.cli.write.Section;
import io.github.tierwise.cli.write.TextLines;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.tier.Classification;
import io.github.tierwise.tier.CommonTier;
import io.github.tierwise.tier.Tier;
import io.github.tierwise.tier.TierPolicies;
import io.github.tierwise.tier.TierPolicies.EdgeReading;
import io.github.tierwise.tier.TierPolicy;
import io.github.tierwise.tier.Unclassified;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** What every definition calls one number of followers, grouped by answer. */
record TierAnswers(
    double followers, Platform platform, OpenEdge edge, List<TierAnswers.Answer> answers) {

  /** An answer that definitions have in common, smallest tier first. */
  enum Group {
    NANO("nano"),
    MICRO("micro"),
    MID("mid"),
    MACRO("macro"),
    MEGA("mega"),
    OTHER("a tier with no common name"),
    BELOW_FLOOR("no tier, below the lowest"),
    ABOVE_CEILING("no tier, above the highest"),
    IN_GAP("no tier, in a gap"),
    CANNOT_TELL("cannot tell");

    final String title;

    Group(String title) {
      this.title = title;
    }

    static Group of(Classification answer) {
      if (answer instanceof Unclassified none) {
        return valueOf(none.reason().name());
      }
      CommonTier common = ((Tier) answer).common();
      return common == CommonTier.NONE ? OTHER : valueOf(common.name());
    }
  }

  /** What one definition says, and what it says by the other reading of its edges. */
  record Answer(TierPolicy policy, Classification answer, Classification other, boolean disputed) {

    Group group() {
      return Group.of(answer);
    }

    String id() {
      return base(policy.id());
    }

    /** The id with the source's own label where that is another, and a mark at an open edge. */
    String text() {
      StringBuilder text = new StringBuilder(id());
      if (answer instanceof Tier && !answer.label().equalsIgnoreCase(group().title)) {
        text.append(" \"").append(answer.label()).append('"');
      }
      if (answer instanceof Unclassified none
          && none.reason() != Unclassified.Reason.CANNOT_TELL
          && TierList.citation(policy).partial()) {
        text.append(" (partly known)");
      }
      return text.append(disputed ? "*" : "").toString();
    }
  }

  static TierAnswers of(double followers, Platform platform, OpenEdge edge) {
    Influencer account = TierCard.account(platform, followers);
    EdgeReading otherReading =
        edge == OpenEdge.upper ? EdgeReading.LOWER_TIER : EdgeReading.UPPER_TIER;
    List<Answer> answers = new ArrayList<>();
    for (String id : TierPolicies.publishedIds()) {
      TierPolicy policy = TierPolicies.published(id, edge.reading);
      answers.add(
          new Answer(
              policy,
              policy.classify(account),
              TierPolicies.published(id, otherReading).classify(account),
              policy.disputedEdges(platform).contains(followers)));
    }
    return new TierAnswers(followers, platform, edge, answers);
  }

  /** The id of a definition without the reading. */
  static String base(String id) {
    return id.replaceFirst(":lower$", "");
  }

  String write(OutputFormat format, int width) {
    return switch (format) {
      case table -> text(width);
      case csv -> records().csv().toText();
      case json ->
          Records.json(
              RecordMap.of("followers", followers)
                  .and("platform", platform.displayName())
                  .and("edge", edge.name())
                  .and("definitions", records().records().toList()));
    };
  }

  private String text(int width) {
    TextLines lines = new TextLines(width);
    lines.say(
        "%s followers on %s, by %s published definitions"
            .formatted(NumberText.count(followers), platform.displayName(), answers.size()));
    for (Group group : Group.values()) {
      List<Answer> here = answers.stream().filter(each -> each.group() == group).toList();
      if (here.isEmpty()) {
        continue;
      }
      lines.gap().say(group.title + ": " + NumberText.of(here.size(), "definition"));
      if (group == Group.CANNOT_TELL) {
        list(lines, here, TierAnswers::missing, Answer::text);
      } else {
        lines.say("  ", "  ", String.join(", ", here.stream().map(Answer::text).toList()));
      }
    }
    disputed(lines);
    return lines.toString();
  }

  /** Lists answers that have something in common, the most frequent first. */
  private static void list(
      TextLines lines,
      List<Answer> answers,
      Function<Answer, String> common,
      Function<Answer, String> each) {
    TierList.by(common, answers).entrySet().stream()
        .sorted(Comparator.comparingInt(entry -> -entry.getValue().size()))
        .forEach(
            entry -> {
              List<String> words = entry.getValue().stream().map(each).toList();
              lines.say("  ", "  ", entry.getKey() + ": " + String.join(", ", words));
            });
  }

  private static String missing(Answer answer) {
    return ((Unclassified) answer.answer()).detail().replaceFirst("^cannot tell, ", "");
  }

  private void disputed(TextLines lines) {
    List<Answer> open = answers.stream().filter(Answer::disputed).toList();
    if (open.isEmpty()) {
      return;
    }
    boolean upper = edge == OpenEdge.upper;
    lines
        .gap()
        .say(
            ("* %s is an open edge for %s: the source does not say on which side it is. The %s"
                    + " reading is used%s; --edge %s shows the other:")
                .formatted(
                    NumberText.count(followers),
                    NumberText.of(open.size(), "definition"),
                    upper ? "upper" : "lower",
                    upper ? "" : ", not the default",
                    upper ? "lower" : "upper"));
    list(lines, open, TierAnswers::move, Answer::id);
  }

  private static String move(Answer answer) {
    Group other = Group.of(answer.other());
    return answer.group() == other
        ? other.title + " too"
        : "%s instead of %s".formatted(other.title, answer.group().title);
  }

  private Section<Answer> records() {
    return Section.<Answer>of("Answers", answers)
        .data("id", Answer::id)
        .data("publisher", each -> TierList.citation(each.policy()).publisher())
        .data("year", each -> TierList.citation(each.policy()).year())
        .data("region", each -> TierList.citation(each.policy()).region())
        .data("answer", Answer::group)
        .data("label", each -> each.answer().label())
        .data("min", each -> each.answer() instanceof Tier tier ? tier.min() : Double.NaN)
        .data("max", each -> each.answer() instanceof Tier tier ? tier.max() : Double.NaN)
        .data("why", each -> each.answer() instanceof Unclassified none ? none.detail() : "")
        .data("disputed_edge", Answer::disputed)
        .data("other_reading_answer", each -> Group.of(each.other()))
        .data("other_reading_label", each -> each.other().label());
  }
}
