package io.github.tierwise.cli.tiers;

import io.github.tierwise.cli.run.OutputFormat;
import io.github.tierwise.cli.text.Display;
import io.github.tierwise.cli.write.Records;
import io.github.tierwise.cli.write.TextLines;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.tier.Citation;
import io.github.tierwise.tier.Citation.Statement;
import io.github.tierwise.tier.Tier;
import io.github.tierwise.tier.TierPolicies;
import io.github.tierwise.tier.TierPolicies.EdgeReading;
import io.github.tierwise.tier.TierPolicy;
import io.github.tierwise.tier.Unclassified;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One definition as its source states it, with both readings of the edges that it leaves open. */
final class TierCard {

  private static final int LABEL = 14;

  private final TierPolicy policy;
  private final TierPolicy lower;
  private final Citation citation;

  TierCard(String id) {
    policy = TierPolicies.published(id);
    lower = TierPolicies.published(id, EdgeReading.LOWER_TIER);
    citation = TierList.citation(policy);
  }

  String write(OutputFormat format, int width) {
    TierList one = new TierList(List.of(policy), Optional.empty());
    return switch (format) {
      case table -> text(width);
      case csv -> one.write(format, width);
      case json -> Records.json(one.nested().get(0));
    };
  }

  private String text(int width) {
    TextLines lines = new TextLines(width);
    say(lines, "", policy.id() + ": " + citation.publisher());
    say(
        lines,
        "",
        "%s, %s, %s"
            .formatted(
                citation.year().isEmpty() ? "undated" : citation.year(),
                citation.kind(),
                citation.region().isEmpty() ? "no region stated" : citation.region()));
    List<Integer> all = IntStream.range(0, citation.statements().size()).boxed().toList();
    TierList.by(row -> citation.statements().get(row).platform(), all)
        .forEach(
            (platform, rows) -> {
              say(lines.gap(), "", "on " + heading(platform));
              rows.forEach(row -> tier(lines, row));
              outside(rows).forEach(answer -> say(lines, "  ", "no tier: " + answer.detail()));
            });
    if (citation.partial()) {
      say(lines.gap(), "", "The source has further tiers whose figures were not seen.");
    }
    if (!lower.equals(policy)) {
      say(
          lines.gap(),
          "",
          "A figure that the source leaves open belongs to the upper tier unless --edge lower says"
              + " otherwise.");
    }
    lines.gap();
    TierList.by(TierCard::source, citation.statements())
        .forEach(
            (source, statements) -> {
              say(lines, "", "source: " + source);
              notes(statements).forEach(note -> say(lines, "  ", note));
            });
    return lines.toString();
  }

  /** What to know of a source's statements, with the tiers where it is not all of them. */
  private static List<String> notes(List<Statement> statements) {
    Map<String, List<Statement>> byNote = TierList.by(Statement::note, statements);
    byNote.remove("");
    List<String> notes = new ArrayList<>();
    byNote.forEach(
        (note, on) ->
            notes.add(
                on.size() == statements.size()
                    ? "note: " + note
                    : "note on %s: %s".formatted(labels(on), note)));
    return notes;
  }

  private static String labels(List<Statement> statements) {
    Stream<String> labels = statements.stream().map(each -> each.tier().label());
    return labels.distinct().collect(Collectors.joining(", "));
  }

  private static String source(Statement statement) {
    return statement.address().isEmpty()
        ? statement.title() + " (no address known)"
        : statement.title() + ", " + statement.address();
  }

  private static String heading(String platform) {
    return switch (platform) {
      case "any" -> "any platform";
      case "all-combined" -> "all platforms, followers summed";
      default -> platform.replace("/", ", ");
    };
  }

  private void tier(TextLines lines, int row) {
    Statement statement = citation.statements().get(row);
    Tier tier = statement.tier();
    List<String> parts = new ArrayList<>();
    parts.add("stated as " + statement.bounds());
    String other = range(TierList.citation(lower).statements().get(row).tier());
    parts.add(
        other.equals(range(tier))
            ? "taken as " + other
            : "taken as %s, or by the lower reading %s".formatted(range(tier), other));
    if (statement.minOpen() || statement.maxOpen()) {
      List<String> open = new ArrayList<>();
      if (statement.minOpen()) {
        open.add(NumberText.count(tier.min()));
      }
      if (statement.maxOpen()) {
        open.add(NumberText.count(tier.max()));
      }
      parts.add(String.join(" and ", open) + " left open");
    }
    if (!statement.requirement().isEmpty()) {
      parts.add(
          statement
              .requirement()
              .replaceFirst("^and: ", "also needed: ")
              .replaceFirst("^or: ", "or instead: "));
    }
    String label = tier.label();
    if (Display.width(label) > LABEL) {
      say(lines, "  ", label);
      label = "";
    }
    lines.say(
        "  " + Display.pad(label, LABEL + 2, false),
        " ".repeat(LABEL + 4),
        String.join("; ", parts));
  }

  private static String range(Tier tier) {
    if (Double.isInfinite(tier.max())) {
      return tier.min() == 0
          ? "any number of followers"
          : NumberText.count(tier.min()) + " and more";
    }
    return "%s to below %s".formatted(NumberText.count(tier.min()), NumberText.count(tier.max()));
  }

  /** The answers without a tier that the followers alone give where these tiers apply. */
  private Set<Unclassified> outside(List<Integer> rows) {
    Set<Unclassified> answers = new LinkedHashSet<>();
    Optional<Platform> here = platform(citation.statements().get(rows.get(0)));
    if (here.isEmpty()) {
      return answers;
    }
    Set<Double> bounds = new TreeSet<>(Set.of(0.0));
    for (int row : rows) {
      Tier tier = citation.statements().get(row).tier();
      bounds.add(tier.min());
      bounds.add(tier.max());
    }
    for (double bound : bounds) {
      if (!Double.isInfinite(bound)
          && policy.classify(account(here.get(), bound)) instanceof Unclassified none
          && none.reason() != Unclassified.Reason.CANNOT_TELL) {
        answers.add(none);
      }
    }
    return answers;
  }

  /** A platform on which the statement applies. */
  private Optional<Platform> platform(Statement statement) {
    if (!TierList.isAnywhere(statement)) {
      return TierList.names(statement).stream().flatMap(Optional::stream).findFirst();
    }
    Set<Platform> named =
        citation.statements().stream()
            .flatMap(each -> TierList.names(each).stream())
            .flatMap(Optional::stream)
            .collect(Collectors.toSet());
    return Arrays.stream(Platform.values()).filter(each -> !named.contains(each)).findFirst();
  }

  static Influencer account(Platform platform, double followers) {
    return Influencer.builder("account", platform).followers(followers).build();
  }

  private static void say(TextLines lines, String indent, String line) {
    lines.say(indent, indent + "  ", line);
  }
}
