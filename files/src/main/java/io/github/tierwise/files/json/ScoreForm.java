package io.github.tierwise.files.json;

import io.github.tierwise.score.Ranking;
import io.github.tierwise.score.Score;
import io.github.tierwise.tier.Classification;
import io.github.tierwise.tier.CommonTier;
import io.github.tierwise.tier.Tier;
import io.github.tierwise.tier.Unclassified;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Scores and rankings, by the names that {@code tierwise score --format json} has. */
final class ScoreForm {

  static final Form<Score> SCORE = Form.of("score", Score.class, ScoreForm::write, ScoreForm::read);

  static final Form<Ranking> RANKING =
      Form.of("ranking", Ranking.class, ScoreForm::write, ScoreForm::readRanking);

  private ScoreForm() {}

  private static void write(Score score, Out out) throws IOException {
    out.text("id", score.id());
    writeTier(score.tier(), out);
    out.estimate("score", "low", "high", score.estimate());
    out.number("engagement_rate", score.engagementRate());
    out.number("expected_rate", score.expectedRate());
    out.number("price", score.price());
    out.number("cost_per_engagement", score.costPerEngagement());
    out.truth("eligible", score.eligible());
    out.objects("failures", score.failures(), ScoreForm::write);
    out.objects("flags", score.flags(), ScoreForm::write);
    out.objects("contributions", score.contributions(), ScoreForm::write);
  }

  private static Score read(Fields fields) {
    Score score =
        new Score(
            fields.text("id"),
            fields.estimate("score", "low", "high"),
            fields.objects("contributions", ScoreForm::readContribution),
            readTier(fields),
            fields.unboundedNumber("engagement_rate"),
            fields.unboundedNumber("expected_rate"),
            fields.number("price"),
            fields.unboundedNumber("cost_per_engagement"),
            fields.objects("failures", ScoreForm::readFlag),
            flags(fields));
    if (fields.truth("eligible") != score.eligible()) {
      throw fields.error("eligible", score.eligible() + ", by its failures", !score.eligible());
    }
    return score;
  }

  private static void write(Score.Contribution each, Out out) throws IOException {
    out.text("criterion", each.criterion());
    out.number("points", each.points());
    out.number("low", each.low());
    out.number("high", each.high());
    out.number("utility", each.utility());
    out.number("weight", each.weight());
    out.truth("assumed", each.assumed());
    out.text("note", each.note());
  }

  private static Score.Contribution readContribution(Fields fields) {
    return new Score.Contribution(
        fields.text("criterion"),
        fields.known("points"),
        fields.known("low"),
        fields.known("high"),
        fields.known("utility"),
        fields.known("weight"),
        fields.truth("assumed"),
        fields.text("note"));
  }

  static void write(Score.Flag flag, Out out) throws IOException {
    out.text("code", flag.code());
    out.text("text", flag.text());
  }

  static List<Score.Flag> flags(Fields fields) {
    return fields.objects("flags", ScoreForm::readFlag);
  }

  private static Score.Flag readFlag(Fields fields) {
    return new Score.Flag(fields.text("code"), fields.text("text"));
  }

  /**
   * The label, as the command line has it, and beside it what else the answer of a definition is.
   */
  static void writeTier(Classification answer, Out out) throws IOException {
    out.text("tier", answer.label());
    out.object("classification", more -> writeRest(answer, more));
  }

  private static void writeRest(Classification answer, Out out) throws IOException {
    out.text("definition", answer.definition());
    if (answer instanceof Tier tier) {
      out.count("order", tier.order());
      out.word("common", tier.common());
      out.number("min", tier.min());
      if (Double.isFinite(tier.max())) {
        out.number("max", tier.max());
      }
    } else if (answer instanceof Unclassified none) {
      out.word("reason", none.reason());
      out.text("detail", none.detail());
    }
  }

  static Classification readTier(Fields fields) {
    String label = fields.text("tier");
    Classification answer = fields.object("classification", rest -> readRest(label, rest));
    if (!answer.label().equals(label)) {
      throw fields.error("tier", answer.label() + " for what has a reason", label);
    }
    return answer;
  }

  private static Classification readRest(String label, Fields fields) {
    String definition = fields.text("definition");
    if (fields.has("reason")) {
      return new Unclassified(
          definition,
          fields.constant("reason", Unclassified.Reason.values()),
          fields.text("detail"));
    }
    fields.has("detail");
    double max = fields.number("max");
    return new Tier(
        definition,
        label,
        fields.smallCount("order"),
        fields.constant("common", CommonTier.values()),
        fields.known("min"),
        Double.isNaN(max) ? Double.POSITIVE_INFINITY : max);
  }

  private static void write(Ranking ranking, Out out) throws IOException {
    out.count("eligible", ranking.eligible());
    out.counts("ineligible", ranking.ineligible());
    out.objects("entries", ranking.entries(), ScoreForm::write);
    out.objects("unranked", ranking.unranked(), ScoreForm::write);
  }

  private static void write(Ranking.Entry entry, Out out) throws IOException {
    out.count("rank", entry.rank());
    out.count("row", entry.row());
    write(entry.score(), out);
  }

  private static void write(Ranking.Unranked unranked, Out out) throws IOException {
    out.count("row", unranked.row());
    out.text("id", unranked.id());
    out.objects("failures", unranked.failures(), ScoreForm::write);
  }

  private static Ranking readRanking(Fields fields) {
    long eligible = fields.count("eligible");
    Map<String, Long> ineligible = fields.counts("ineligible");
    List<Ranking.Entry> entries = fields.objects("entries", ScoreForm::readEntry);
    if (entries.size() > eligible) {
      throw fields.error("eligible", "at least the number of entries, " + entries.size(), eligible);
    }
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).rank() != i + 1) {
        throw fields.error(
            "entries[%d].rank".formatted(i), String.valueOf(i + 1), entries.get(i).rank());
      }
    }
    return new Ranking(
        entries, fields.objects("unranked", ScoreForm::readUnranked), eligible, ineligible);
  }

  private static Ranking.Unranked readUnranked(Fields fields) {
    return new Ranking.Unranked(
        fields.smallCount("row"),
        fields.text("id"),
        fields.objects("failures", ScoreForm::readFlag));
  }

  private static Ranking.Entry readEntry(Fields fields) {
    return new Ranking.Entry(fields.smallCount("rank"), fields.smallCount("row"), read(fields));
  }
}
