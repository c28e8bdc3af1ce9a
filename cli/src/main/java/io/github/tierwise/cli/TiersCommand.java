package io.github.tierwise.cli;

import io.github.tierwise.cli.input.Numbers;
import io.github.tierwise.cli.text.Display;
import io.github.tierwise.cli.text.Numerals;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.tier.Classification;
import io.github.tierwise.tier.Tier;
import io.github.tierwise.tier.TierPolicies;
import io.github.tierwise.tier.TierPolicy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Shows what published definitions call an account of a size. */
@Command(
    name = "tiers",
    header = "Shows what published definitions call an account with so many followers.",
    footer = {
      "",
      "Examples:",
      "  tierwise tiers",
      "  tierwise tiers 48.2k",
      "  tierwise tiers 48,200 --platform youtube"
    })
final class TiersCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(
      arity = "0..1",
      paramLabel = "COUNT",
      converter = CountConverter.class,
      description =
          "A number of followers, such as 48200, 48,200 or 48.2k; without it all definitions are"
              + " listed.")
  Optional<Double> count = Optional.empty();

  @Option(
      names = "--platform",
      paramLabel = "NAME",
      converter = InputOptions.PlatformConverter.class,
      description = "Some definitions differ by platform; instagram unless said otherwise.")
  Platform platform = Platform.INSTAGRAM;

  TiersCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    String text = count.isPresent() ? answers(count.get()) : definitions();
    session.out().print(text);
    session.out().flush();
    return ExitCode.OK;
  }

  private static List<TierPolicy> policies() {
    return TierPolicies.publishedIds().stream().map(TierPolicies::published).toList();
  }

  private String definitions() {
    StringBuilder text = new StringBuilder();
    for (TierPolicy policy : policies()) {
      append(text, "", policy.id());
      append(text, "  ", policy.source());
      append(
          text,
          "  ",
          String.join("; ", policy.tiers().stream().map(Tier::toString).distinct().toList()));
      text.append('\n');
    }
    text.append(policies().size()).append(" definitions; in use unless said otherwise: ");
    return text.append(TierPolicies.standard().id()).append('\n').toString();
  }

  private String answers(double followers) {
    Influencer account = Influencer.builder("account", platform).followers(followers).build();
    Map<String, List<Classification>> byLabel = new LinkedHashMap<>();
    for (TierPolicy policy : policies()) {
      Classification answer = policy.classify(account);
      byLabel
          .computeIfAbsent(answer.label().toLowerCase(Locale.ROOT), key -> new ArrayList<>())
          .add(answer);
    }
    List<Map.Entry<String, List<Classification>>> groups = new ArrayList<>(byLabel.entrySet());
    groups.sort(Comparator.comparingInt(group -> -group.getValue().size()));
    StringBuilder text = new StringBuilder();
    text.append(
        "%s followers on %s, by %s published definitions:%n%n"
            .formatted(
                Numerals.count(followers),
                platform.displayName(),
                TierPolicies.publishedIds().size())
            .replace(System.lineSeparator(), "\n"));
    for (Map.Entry<String, List<Classification>> group : groups) {
      append(text, "", group.getKey() + ": " + group.getValue().size());
      append(
          text,
          "  ",
          String.join(", ", group.getValue().stream().map(TiersCommand::answer).toList()));
    }
    return text.toString();
  }

  private static String answer(Classification answer) {
    String all = answer.toString();
    int detail = all.indexOf('(') >= 0 ? all.indexOf('(') : all.indexOf(':') + 2;
    String words = all.substring(detail);
    return answer.definition() + " " + (words.startsWith("(") ? words : "(" + words + ")");
  }

  private void append(StringBuilder text, String indent, String line) {
    Display.wrap(line, session.width() - indent.length())
        .forEach(part -> text.append(indent).append(part).append('\n'));
  }

  /** Reads a count as people write it. */
  static final class CountConverter implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      OptionalDouble read = Numbers.count(text);
      if (read.isEmpty()) {
        throw new TypeConversionException(
            "followers must be a number >= 0, such as 48200 or 48.2k, was \"" + text + '"');
      }
      return read.getAsDouble();
    }
  }
}
