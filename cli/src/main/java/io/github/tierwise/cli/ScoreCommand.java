package io.github.tierwise.cli;

import io.github.tierwise.cli.brand.Brand;
import io.github.tierwise.cli.brand.BrandFile;
import io.github.tierwise.cli.input.Reading;
import io.github.tierwise.cli.input.Source;
import io.github.tierwise.cli.output.Content;
import io.github.tierwise.cli.output.CsvText;
import io.github.tierwise.cli.output.JsonText;
import io.github.tierwise.cli.output.Scored;
import io.github.tierwise.cli.output.WholeFile;
import io.github.tierwise.score.Criterion;
import io.github.tierwise.score.Scorer;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Ranks the accounts of a table for a brand. */
@Command(
    name = "score",
    header = "Ranks the accounts of a table for a brand, each with its score and one reason.",
    footer = {
      "",
      "Examples:",
      "  tierwise score influencers.csv --brand brand.toml",
      "  tierwise score list.csv --brand brand.toml --platform tiktok --top 50",
      "  tierwise score list.csv --brand brand.toml --map likes=\"Likes (30 days)\" --map id=#2",
      "  tierwise score list.csv --brand brand.toml --top 0 --format csv --out scores.csv",
      "  cat list.csv | tierwise score - --brand brand.toml --platform instagram --format json"
    })
final class ScoreCommand implements Callable<Integer> {

  private final Session session;

  @Mixin InputOptions input;

  @Option(
      names = "--brand",
      required = true,
      paramLabel = "BRAND",
      description = "What the brand answers, a TOML file; see docs/examples/brand.toml.")
  String brandFile;

  @Option(
      names = "--top",
      paramLabel = "N",
      description =
          "How many accounts, best first; 0 is all, in csv and json with those that are not"
              + " eligible at the end, without a rank. ${DEFAULT-VALUE} unless said otherwise.")
  int top = 20;

  @Option(
      names = "--policy",
      paramLabel = "ID",
      converter = DefinitionConverter.class,
      description =
          "Names tiers by this definition; tierwise tiers lists them. No score depends on it.")
  Optional<String> policy = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} unless said otherwise.")
  Format format = Format.table;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Writes the list there, whole or not at all, instead of printing it.")
  Optional<Path> out = Optional.empty();

  @Option(
      names = "--rejects",
      paramLabel = "FILE",
      description = "Writes the rows that could not be read there, with line and reason.")
  Optional<Path> rejects = Optional.empty();

  @Option(names = "--quiet", description = "Says nothing about how the table was read.")
  boolean quiet;

  @Spec CommandSpec spec;

  ScoreCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (top < 0) {
      throw new ParameterException(spec.commandLine(), "--top must be >= 0, was " + top);
    }
    input.checkBrand(brandFile, spec);
    Outputs.check(spec, input.files(brandFile), Map.of("--out", out, "--rejects", rejects));
    Brand brand = BrandFile.read(Source.read(brandFile, session.in()));
    Peers peers = input.peers(session);
    Scorer scorer = brand.scorer(policy, peers.curves());
    Reading reading = input.read(session, brand.profile().currency(), peers);
    if (!quiet) {
      peers.tell(session, reading);
      Report.unknowns(session, reading, brand, scorer);
      Report.unmatchedTargets(session, reading, brand.profile());
      Report.brand(session, brand, scorer);
      session.err().println();
      session.err().flush();
    }
    Scoring scoring = Scoring.of(scorer, reading.profiles(), top);
    write(scoring);
    rejects.ifPresent(
        path ->
            WholeFile.write(
                "--rejects", path, CsvText.rejects(reading.rejects(), reading.header())));
    if (!quiet || scoring.ranking().eligible() == 0) {
      Report.ineligible(session, scoring);
    }
    return ExitCode.OK;
  }

  private void write(Scoring scoring) {
    // All of a long list would not fit into memory: where no widths must be known before, an
    // account is scored when it is written.
    Iterator<Scored> accounts = (top == 0 ? scoring.all() : scoring.best().stream()).iterator();
    Content content =
        switch (format) {
          case table -> out -> out.write(Report.table(accounts, session.width()));
          case csv ->
              CsvText.scores(
                  accounts, scoring.scorer().criteria().stream().map(Criterion::name).toList());
          case json -> JsonText.scores(accounts);
        };
    Outputs.write(session, out, content);
  }
}
