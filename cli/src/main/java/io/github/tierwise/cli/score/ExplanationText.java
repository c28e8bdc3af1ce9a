package io.github.tierwise.cli.score;

import io.github.tierwise.cli.text.Display;
import io.github.tierwise.cli.write.RecordMap;
import io.github.tierwise.cli.write.Records;
import io.github.tierwise.explain.Explanation;
import io.github.tierwise.score.Score;
import java.util.Locale;
import java.util.stream.Collectors;

/** An explanation for people, and for programs. */
public final class ExplanationText {

  private ExplanationText() {}

  /** The whole tree for programs. */
  static String json(Explanation why) {
    return Records.json(record(why));
  }

  private static RecordMap record(Explanation why) {
    return RecordMap.of("label", why.label())
        .and("value", why.value())
        .and("operation", why.operation().name().toLowerCase(Locale.ROOT))
        .and("note", why.note())
        .and("parts", why.parts().stream().map(ExplanationText::record).toList());
  }

  /** The reasons, and below them the same sum with every digit. */
  public static String of(Explanation why, int depth, int width) {
    String sum =
        why.parts().stream()
            .map(part -> Double.toString(part.value()))
            .collect(Collectors.joining(" + "))
            .replace("+ -", "- ");
    return why.toText(depth)
            .lines()
            .flatMap(line -> Display.hang(Display.clean(line), width).stream())
            .map(line -> line + '\n')
            .collect(Collectors.joining())
        + '\n'
        + sum
        + " = "
        + why.value()
        + ", exactly\n";
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
