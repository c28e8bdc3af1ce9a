package io.github.tierwise.cli.score;

import io.github.tierwise.cli.text.Display;
import io.github.tierwise.cli.write.RecordMap;
import io.github.tierwise.cli.write.Records;
import io.github.tierwise.cli.write.Rejects;
import io.github.tierwise.cli.write.Section;
import io.github.tierwise.cli.write.TextLines;
import io.github.tierwise.explain.Explanation;
import io.github.tierwise.files.accounts.Origin;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.files.cells.Quote;
import io.github.tierwise.files.table.RejectKind;
import io.github.tierwise.score.Score;
import io.github.tierwise.stability.Flip;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** An explanation for people, and for programs. */
public final class ExplanationText {

  private ExplanationText() {}

  /** The whole tree for programs, with the cells at its bottom and why rows could not be read. */
  static String json(
      Explanation why, Optional<Flip> flip, List<Origin> origins, List<RejectKind> rejected) {
    RecordMap record = record(why);
    flip.ifPresent(each -> record.and("flip", record(each)));
    return Records.json(
        record
            .and(
                "inputs",
                origins.stream()
                    .map(
                        origin ->
                            RecordMap.of("field", origin.field())
                                .and("file", origin.file())
                                .and("line", origin.line())
                                .and("last_line", origin.lastLine())
                                .and("posts", origin.posts())
                                .and("column", origin.column())
                                .and("cell", origin.cell())
                                .and("rule", origin.rule()))
                    .toList())
            .and("rejected", Rejects.of(rejected).records().toList()));
  }

  private static RecordMap record(Flip flip) {
    return RecordMap.of("goal", flip.goal())
        .and(
            "changes",
            flip.changes().stream()
                .map(
                    change ->
                        RecordMap.of("kind", change.kind().name().toLowerCase(Locale.ROOT))
                            .and("id", change.account())
                            .and("relative", change.relative())
                            .and(
                                "steps",
                                change.steps().stream()
                                    .map(
                                        step ->
                                            RecordMap.of("what", step.what())
                                                .and("from", step.from())
                                                .and("to", step.to()))
                                    .toList())
                            .and("text", change.text()))
                .toList());
  }

  /** What the smallest changes are for. */
  static String enough(Flip flip) {
    return "What is enough " + flip.goal() + ", each by itself:";
  }

  /** The smallest changes that turn it. */
  static String flip(Optional<Flip> flip, int width) {
    TextLines lines = new TextLines(width);
    flip.ifPresent(
        each -> {
          lines.add("\n").say(enough(each));
          each.changes().forEach(change -> lines.say("  ", "    ", change.text()));
        });
    return lines.toString();
  }

  /** The same as a table. */
  static Section<Origin> table(String title, List<Origin> origins) {
    return Section.<Origin>of(title, origins)
        .page("of", origin -> origin.field().replace('_', ' '))
        .page("cell", Origin::cell)
        .page("table", Origin::file)
        .page("line", ExplanationText::lines)
        .page("column", Origin::column)
        .page("rule", Origin::rule);
  }

  /** The cells that the numbers came from. */
  static String origins(List<Origin> origins, int width) {
    if (origins.isEmpty()) {
      return "";
    }
    TextLines lines = new TextLines(width).add("\n").say("Read from");
    for (Origin origin : origins) {
      lines.say("  ", "    ", line(origin));
    }
    return lines.toString();
  }

  private static String line(Origin origin) {
    boolean posts = origin.posts() > 0;
    return "%s%s: %s %s%s%s"
        .formatted(
            origin.field().replace('_', ' '),
            posts ? "" : " " + Quote.of(origin.cell()),
            origin.file(),
            lines(origin),
            origin.column().isEmpty() ? "" : ", " + Quote.of(origin.column()),
            origin.rule().isEmpty() ? "" : " (" + origin.rule() + ")");
  }

  private static String lines(Origin origin) {
    return (origin.line() == origin.lastLine()
            ? "line " + origin.line()
            : "lines %d to %d".formatted(origin.line(), origin.lastLine()))
        + (origin.posts() > 0 ? ", " + NumberText.of(origin.posts(), "post") : "");
  }

  private static RecordMap record(Explanation why) {
    return RecordMap.of("label", why.label())
        .and("value", why.value())
        .and("operation", why.operation().name().toLowerCase(Locale.ROOT))
        .and("note", why.note())
        .and("parts", why.parts().stream().map(ExplanationText::record).toList());
  }

  /** The value of an explanation as its text has it. */
  static String value(Explanation why) {
    // A number has no space in it, and two spaces behind it.
    return why.toText(0).strip().split("  ", 2)[0];
  }

  /** The sum with every digit. */
  static String exactly(Explanation why) {
    return why.parts().stream()
            .map(part -> Double.toString(part.value()))
            .collect(Collectors.joining(" + "))
            .replace("+ -", "- ")
        + " = "
        + why.value()
        + ", exactly";
  }

  /** The reasons, and below them the same sum with every digit. */
  public static String of(Explanation why, int depth, int width) {
    return why.toText(depth)
            .lines()
            .flatMap(line -> Display.hang(Display.clean(line), width).stream())
            .map(line -> line + '\n')
            .collect(Collectors.joining())
        + '\n'
        + exactly(why)
        + '\n';
  }

  /** What stands between the account and a rank, and what to look at. */
  public static String flags(Score score) {
    StringBuilder text = new StringBuilder();
    for (Score.Flag flag : score.failures()) {
      text.append("not eligible: ").append(flag.text()).append('\n');
    }
    for (Score.Flag flag : score.flags()) {
      text.append(flag.code()).append(": ").append(flag.text()).append('\n');
    }
    return text.toString();
  }
}
