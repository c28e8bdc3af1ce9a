package io.github.tierwise.cli.score;

import io.github.tierwise.cli.run.DefinitionConverter;
import io.github.tierwise.cli.run.ExitCode;
import io.github.tierwise.cli.run.InputOptions;
import io.github.tierwise.cli.run.OutputFormat;
import io.github.tierwise.cli.run.OutputPaths;
import io.github.tierwise.cli.run.Peers;
import io.github.tierwise.cli.run.Session;
import io.github.tierwise.cli.write.Content;
import io.github.tierwise.cli.write.CsvText;
import io.github.tierwise.cli.write.JsonText;
import io.github.tierwise.cli.write.ListedScore;
import io.github.tierwise.cli.write.WholeFile;
import io.github.tierwise.files.Brand;
import io.github.tierwise.files.BrandFile;
import io.github.tierwise.files.accounts.AccountList;
import io.github.tierwise.files.table.Source;
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
public final class ScoreCommand implements Callable<Integer> {

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
  OutputFormat format = OutputFormat.table;

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

  public ScoreCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (top < 0) {
      throw new ParameterException(spec.commandLine(), "--top must be >= 0, was " + top);
    }
    input.checkBrand(brandFile, spec);
    OutputPaths.check(spec, input.files(brandFile), Map.of("--out", out, "--rejects", rejects));
    Brand brand = BrandFile.read(Source.read(brandFile, session.in()));
    Peers peers = input.peers(session);
    Scorer scorer = brand.scorer(policy, peers.curves());
    AccountList reading = input.read(session, brand.profile().currency(), peers);
    if (!quiet) {
      peers.tell(session, reading);
      ScoreNotes.unknowns(session, reading, brand, scorer);
      ScoreNotes.unmatchedTargets(session, reading, brand.profile());
      ScoreNotes.brand(session, brand, scorer);
      session.err().println();
      session.err().flush();
    }
    ScoredList scoring = ScoredList.of(scorer, reading.profiles(), top);
    write(scoring);
    rejects.ifPresent(
        path ->
            WholeFile.write(
                "--rejects", path, CsvText.rejects(reading.rejects(), reading.header())));
    if (!quiet || scoring.ranking().eligible() == 0) {
      ScoreNotes.ineligible(session, scoring);
    }
    return ExitCode.OK;
  }

  private void write(ScoredList scoring) {
    // All of a long list would not fit into memory: where no widths must be known before, an
    // account is scored when it is written.
    Iterator<ListedScore> accounts =
        (top == 0 ? scoring.all() : scoring.best().stream()).iterator();
    Content content =
        switch (format) {
          case table -> out -> out.write(ScoreNotes.table(accounts, session.width()));
          case csv ->
              CsvText.scores(
                  accounts, scoring.scorer().criteria().stream().map(Criterion::name).toList());
          case json -> JsonText.scores(accounts);
        };
    OutputPaths.write(session, out, content);
  }
}
