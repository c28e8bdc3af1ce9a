package io.github.tierwise.cli.score;

import io.github.tierwise.cli.run.BrandOption;
import io.github.tierwise.cli.run.ExitCode;
import io.github.tierwise.cli.run.FormatOption;
import io.github.tierwise.cli.run.InputOptions;
import io.github.tierwise.cli.run.OutOption;
import io.github.tierwise.cli.run.Peers;
import io.github.tierwise.cli.run.QuietOption;
import io.github.tierwise.cli.run.Session;
import io.github.tierwise.cli.run.Usage;
import io.github.tierwise.cli.write.Content;
import io.github.tierwise.cli.write.Records;
import io.github.tierwise.cli.write.Rejects;
import io.github.tierwise.files.Brand;
import io.github.tierwise.files.accounts.AccountList;
import io.github.tierwise.files.cells.InputException;
import io.github.tierwise.profile.ProfileColumns;
import io.github.tierwise.score.Scorer;
import io.github.tierwise.stability.RankStability.Options;
import io.github.tierwise.stability.RankStability.WeightDoubt;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows how sure a ranking is, what it hangs on, and what to find out next. */
@Command(name = "stability")
public final class StabilityCommand implements Callable<Integer> {

  /** What is believed of the brand's weights. */
  enum Weights {
    around,
    order,
    fixed
  }

  private static final int MOST_CANDIDATES = 10_000;
  private static final double LEAST_ERROR = 0.05;
  private static final double MOST_ERROR = 50;

  private final Session session;

  @Mixin InputOptions input;
  @Mixin BrandOption brandFile;
  @Mixin FormatOption format;
  @Mixin OutOption out;
  @Mixin QuietOption quiet;

  @Option(names = "--top", paramLabel = "N")
  int top = 10;

  @Option(names = "--weights", paramLabel = "DOUBT")
  Weights weights = Weights.around;

  @Option(names = "--concentration", paramLabel = "C")
  Optional<Double> concentration = Optional.empty();

  @Option(names = "--error", paramLabel = "PERCENT")
  double error = 0.5;

  @Option(names = "--candidates", paramLabel = "N")
  int candidates = 1_000;

  @Option(names = "--seed", paramLabel = "N")
  long seed = 1;

  @Spec CommandSpec spec;

  public StabilityCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Options options = options();
    input.checkBrand(brandFile.file(), spec);
    input.checkOutputs(spec, input.files(brandFile.file()), Map.of("--out", out.path()));
    Brand brand = brandFile.read(session);
    Peers peers = input.peers(session);
    Scorer scorer = peers.scorer(brand, Optional.empty());
    AccountList reading = input.read(session, brand.profile().currency(), peers);
    ProfileColumns accounts = reading.profiles();
    ScoredList scoring = ScoredList.of(scorer, accounts, top);
    TargetMatches targets = new TargetMatches(brand.profile()).of(accounts);
    ScoreNotes notes = ScoreNotes.of(reading, brand, scorer, peers, scoring, targets);
    if (!quiet.get()) {
      notes.tell(session);
    }
    input.writeRejects(reading);
    if (!quiet.get() || scoring.ranking().eligible() == 0) {
      notes.tellNotRanked(session);
    }
    if (scoring.ranking().eligible() == 0) {
      throw new InputException(
          reading.name() + " must have an account that may be ranked, had none");
    }
    StabilityTable table =
        new StabilityTable(Standings.stability(scorer, accounts, options), accounts, scorer);
    Content content =
        switch (format.get()) {
          case table -> writer -> writer.write(table.text(session.width()));
          case csv -> table.all().csv();
          case json ->
              Records.toJson(
                  table
                      .record()
                      .and("rejected", Rejects.of(reading.rejectKinds()).records().toList()));
        };
    out.write(session, content);
    return ExitCode.OK;
  }

  private Options options() {
    Usage.check(spec, top >= 1, "--top must be >= 1, was " + top);
    Usage.check(
        spec,
        candidates >= 2 && candidates <= MOST_CANDIDATES,
        "--candidates must be between 2 and 10,000, was " + candidates);
    Usage.check(
        spec,
        error >= LEAST_ERROR && error <= MOST_ERROR,
        "--error must be between %s and %s percent, was %s"
            .formatted(LEAST_ERROR, (int) MOST_ERROR, error));
    Usage.check(
        spec,
        concentration.isEmpty() || weights == Weights.around,
        "--concentration must go with --weights around");
    concentration.ifPresent(
        each ->
            Usage.check(
                spec,
                each > 0 && !each.isInfinite(),
                "--concentration must be a finite number > 0, was " + each));
    WeightDoubt doubt =
        switch (weights) {
          case around -> WeightDoubt.around(concentration.orElse(WeightDoubt.CONCENTRATION));
          case order -> WeightDoubt.orderOnly();
          case fixed -> WeightDoubt.none();
        };
    return Options.standard()
        .weights(doubt)
        .top(top)
        .error(error / 100)
        .candidates(candidates)
        .seed(seed);
  }
}
