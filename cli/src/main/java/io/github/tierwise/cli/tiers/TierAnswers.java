package io.github.tierwise.cli.tiers;

import io.github.tierwise.cli.run.OutputFormat;
import io.github.tierwise.cli.text.Display;
import io.github.tierwise.cli.write.Records;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What every definition calls one number of followers, grouped by answer. */
final class TierAnswers {

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
  private record Answer(
      TierPolicy policy, Classification answer, Classification other, boolean disputed) {

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

  private final double followers;
  private final Platform platform;
  private final OpenEdge edge;
  private final List<Answer> answers;

  private TierAnswers(double followers, Platform platform, OpenEdge edge, List<Answer> answers) {
    this.followers = followers;
    this.platform = platform;
    this.edge = edge;
    this.answers = answers;
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
      case csv -> Records.csv(records());
      case json -> json();
    };
  }

  private String text(int width) {
    StringBuilder text = new StringBuilder();
    append(
        text,
        width,
        "",
        "%s followers on %s, by %s published definitions"
            .formatted(NumberText.count(followers), platform.displayName(), answers.size()));
    for (Group group : Group.values()) {
      List<Answer> here = answers.stream().filter(each -> each.group() == group).toList();
      if (here.isEmpty()) {
        continue;
      }
      text.append('\n');
      append(text, width, "", group.title + ": " + NumberText.of(here.size(), "definition"));
      if (group == Group.CANNOT_TELL) {
        reasons(here)
            .forEach((why, ids) -> append(text, width, "  ", why + ": " + String.join(", ", ids)));
      } else {
        append(text, width, "  ", String.join(", ", here.stream().map(Answer::text).toList()));
      }
    }
    disputed(text, width);
    return text.toString();
  }

  /** What is missing, and the definitions that miss it; the most frequent first. */
  private static Map<String, List<String>> reasons(List<Answer> answers) {
    Map<String, List<String>> reasons = new LinkedHashMap<>();
    for (Answer each : answers) {
      String why = ((Unclassified) each.answer()).detail().replaceFirst("^cannot tell, ", "");
      reasons.computeIfAbsent(why, key -> new ArrayList<>()).add(each.text());
    }
    return sorted(reasons);
  }

  private static Map<String, List<String>> sorted(Map<String, List<String>> lists) {
    Map<String, List<String>> sorted = new LinkedHashMap<>();
    lists.entrySet().stream()
        .sorted(Comparator.comparingInt(entry -> -entry.getValue().size()))
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }

  private void disputed(StringBuilder text, int width) {
    List<Answer> open = answers.stream().filter(Answer::disputed).toList();
    if (open.isEmpty()) {
      return;
    }
    boolean upper = edge == OpenEdge.upper;
    text.append('\n');
    append(
        text,
        width,
        "",
        ("* %s is an open edge for %s: the source does not say on which side it is. The %s reading"
                + " is used%s; --edge %s shows the other:")
            .formatted(
                NumberText.count(followers),
                NumberText.of(open.size(), "definition"),
                upper ? "upper" : "lower",
                upper ? "" : ", not the default",
                upper ? "lower" : "upper"));
    Map<String, List<String>> moves = new LinkedHashMap<>();
    for (Answer each : open) {
      Group other = Group.of(each.other());
      String move =
          each.group() == other
              ? other.title + " too"
              : "%s instead of %s".formatted(other.title, each.group().title);
      moves.computeIfAbsent(move, key -> new ArrayList<>()).add(each.id());
    }
    sorted(moves)
        .forEach((move, ids) -> append(text, width, "  ", move + ": " + String.join(", ", ids)));
  }

  private static void append(StringBuilder text, int width, String indent, String line) {
    Display.wrap(line, width - indent.length())
        .forEach(part -> text.append(indent).append(part).append('\n'));
  }

  private List<Map<String, Object>> records() {
    List<Map<String, Object>> records = new ArrayList<>();
    for (Answer each : answers) {
      Map<String, Object> record = new LinkedHashMap<>();
      record.put("id", each.id());
      record.put("publisher", TierList.citation(each.policy()).publisher());
      record.put("year", TierList.citation(each.policy()).year());
      record.put("region", TierList.citation(each.policy()).region());
      put(record, "", each.answer());
      record.put("disputed_edge", each.disputed());
      put(record, "other_reading_", each.other());
      records.add(record);
    }
    return records;
  }

  private static void put(Map<String, Object> record, String prefix, Classification answer) {
    record.put(prefix + "answer", Group.of(answer).name().toLowerCase(Locale.ROOT));
    record.put(prefix + "label", answer.label());
    if (prefix.isEmpty()) {
      record.put("min", answer instanceof Tier tier ? tier.min() : Double.NaN);
      record.put("max", answer instanceof Tier tier ? tier.max() : Double.NaN);
      record.put("why", answer instanceof Unclassified none ? none.detail() : "");
    }
  }

  private String json() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("followers", followers);
    all.put("platform", platform.displayName());
    all.put("edge", edge.name());
    all.put("definitions", records());
    return Records.json(all);
  }
}
