package io.github.tierwise.cli;

import io.github.tierwise.cli.input.AccountReader;
import io.github.tierwise.cli.input.Mapping;
import io.github.tierwise.cli.input.PlatformNames;
import io.github.tierwise.cli.input.Reading;
import io.github.tierwise.cli.input.Source;
import io.github.tierwise.profile.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** The table that is read, and how. */
final class InputOptions {

  @Parameters(
      paramLabel = "FILE",
      description = "A CSV table with one account a row; - is standard input.")
  String file;

  @Option(
      names = "--platform",
      paramLabel = "NAME",
      converter = PlatformConverter.class,
      description =
          "Where the accounts live, if the table does not tell: instagram, tiktok, youtube, ... Of"
              + " a table with a platform column, only these accounts are read.")
  Optional<Platform> platform = Optional.empty();

  @Option(
      names = "--map",
      paramLabel = "FIELD=COLUMN",
      converter = MappingConverter.class,
      description =
          "Says what a column is, by its name or as #3 for the third; - is none. Fields: id,"
              + " platform, followers, posts, likes, comments, shares, saves, views, engagements"
              + " (means per post), engagement_rate, clicks, conversions, price, currency, country,"
              + " topic, or a share such as country:DE. May be repeated.")
  List<Mapping> mappings = new ArrayList<>();

  /** Finds a platform by the names that people use. */
  static final class PlatformConverter implements ITypeConverter<Platform> {
    @Override
    public Platform convert(String name) {
      return PlatformNames.named(name)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "platform must be %s, was \"%s\"".formatted(PlatformNames.offered(), name)));
    }
  }

  /** Reads {@code FIELD=COLUMN}. */
  static final class MappingConverter implements ITypeConverter<Mapping> {
    @Override
    public Mapping convert(String text) {
      try {
        return Mapping.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  Reading read(Session session, String currency) {
    try (Progress progress = session.progress()) {
      return AccountReader.read(
          Source.read(file, session.in()),
          new AccountReader.Options(platform, mappings, currency),
          progress);
    }
  }
}
