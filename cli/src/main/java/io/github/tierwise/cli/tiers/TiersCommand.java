package io.github.tierwise.cli.tiers;

import io.github.tierwise.cli.run.DefinitionConverter;
import io.github.tierwise.cli.run.DefinitionIds;
import io.github.tierwise.cli.run.ExitCode;
import io.github.tierwise.cli.run.FormatOption;
import io.github.tierwise.cli.run.PlatformIds;
import io.github.tierwise.cli.run.QuietOption;
import io.github.tierwise.cli.run.Session;
import io.github.tierwise.files.DefinitionId;
import io.github.tierwise.files.cells.NearestName;
import io.github.tierwise.files.cells.NumberParser;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.tier.TierPolicies;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Shows the published definitions, one of them, or what all of them call an account of a size. */
@Command(name = "tiers")
public final class TiersCommand implements Callable<Integer> {

  private final Session session;

  @Mixin FormatOption format;
  @Mixin QuietOption quiet;

  @Parameters(arity = "0..1", paramLabel = "COUNT", converter = CountConverter.class)
  Optional<Double> count = Optional.empty();

  @Option(names = "--platform", paramLabel = "NAME", completionCandidates = PlatformIds.class)
  Optional<Platform> platform = Optional.empty();

  @Option(names = "--edge", paramLabel = "TIER")
  OpenEdge edge = OpenEdge.upper;

  public TiersCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    session.print(
        count.isPresent()
            ? TierAnswers.of(count.get(), platform.orElse(Platform.INSTAGRAM), edge)
                .write(format.get(), session.width())
            : TierList.published(edge.reading, platform).write(format.get(), session.width()));
    return ExitCode.OK;
  }

  @Command(name = "show")
  Integer show(
      @Parameters(
              paramLabel = "ID",
              converter = DefinitionConverter.class,
              completionCandidates = DefinitionIds.class)
          String id,
      @Mixin FormatOption as,
      @Mixin QuietOption silent) {
    session.print(new TierCard(id).write(as.get(), session.width()));
    return ExitCode.OK;
  }

  /** Reads a count as people write it. */
  static final class CountConverter implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      OptionalDouble read = NumberParser.count(text);
      if (read.isEmpty()) {
        List<String> names = new ArrayList<>(TierPolicies.publishedIds());
        names.add("show");
        String hint =
            DefinitionId.find(text)
                .map(id -> "; to see that definition: tierwise tiers show " + id)
                .orElseGet(() -> NearestName.hint(text, names));
        throw new TypeConversionException(
            "followers must be a number >= 0, such as 48200 or 48.2k, was \"" + text + '"' + hint);
      }
      return read.getAsDouble();
    }
  }
}
