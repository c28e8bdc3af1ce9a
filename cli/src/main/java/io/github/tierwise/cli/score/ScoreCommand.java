package io.github.tierwise.cli.score;

import io.github.tierwise.cli.run.BrandOption;
import io.github.tierwise.cli.run.DefinitionConverter;
import io.github.tierwise.cli.run.DefinitionIds;
import io.github.tierwise.cli.run.ExitCode;
import io.github.tierwise.cli.run.FormatOption;
import io.github.tierwise.cli.run.InputOptions;
import io.github.tierwise.cli.run.OutOption;
import io.github.tierwise.cli.run.OutputFormat;
import io.github.tierwise.cli.run.Peers;
import io.github.tierwise.cli.run.QuietOption;
import io.github.tierwise.cli.run.ReportOption;
import io.github.tierwise.cli.run.Session;
import io.github.tierwise.cli.run.Usage;
import io.github.tierwise.cli.write.Content;
import io.github.tierwise.cli.write.Records;
import io.github.tierwise.cli.write.Section;
import io.github.tierwise.files.Brand;
import io.github.tierwise.files.accounts.AccountList;
import io.github.tierwise.files.cells.NearestName;
import io.github.tierwise.files.table.Source;
import io.github.tierwise.score.Criterion;
import io.github.tierwise.score.Scorer;
import io.github.tierwise.stability.RankStability;
import io.github.tierwise.stability.RankStability.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Ranks the accounts of a table for a brand. */
@Command(name = "score")
public final class ScoreCommand implements Callable<Integer> {

  /** Of a list of all accounts, how many are the best. */
  private static final int ALL_TOP = 10;

  private final Session session;

  @Mixin InputOptions input;
  @Mixin BrandOption brandFile;
  @Mixin FormatOption format;
  @Mixin OutOption out;
  @Mixin ReportOption report;
  @Mixin QuietOption quiet;

  @Option(names = "--top", paramLabel = "N")
  int top = 20;

  @Option(names = "--order", paramLabel = "ORDER", defaultValue = "rank")
  ListOrder order = ListOrder.rank;

  @Option(names = "--columns", paramLabel = "NAME", split = ",")
  List<String> columns = List.of();

  @Option(
      names = "--definition",
      paramLabel = "ID",
      converter = DefinitionConverter.class,
      completionCandidates = DefinitionIds.class)
  Optional<String> definition = Optional.empty();

  @Option(names = "--stability")
  boolean stability;

  @Spec CommandSpec spec;

  public ScoreCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Usage.check(spec, top >= 0, "--top must be >= 0, was " + top);
    input.checkBrand(brandFile.file(), spec);
    input.checkOutputs(
        spec,
        input.files(brandFile.file()),
        Map.of("--out", out.path(), "--report", report.path()));
    Usage.check(
        spec,
        columns.isEmpty() || format.get() != OutputFormat.table,
        "--columns must go with --format csv or json");
    Brand brand = brandFile.read(session);
    Peers peers = input.peers(session);
    Scorer scorer = peers.scorer(brand, definition);
    Usage.check(
        spec,
        !stability || order == ListOrder.rank,
        "--stability must go with --order rank: it draws for all accounts together");
    Usage.check(
        spec,
        report.path().isEmpty() || order == ListOrder.rank,
        "--report must go with --order rank: its page shows the best first");
    List<String> chosen = chosen(scorer);
    if (order == ListOrder.file) {
      checkFileOrder();
      return new FileOrder(
              session, input, brand, scorer, peers, chosen, format.get() == OutputFormat.json)
          .run(out, quiet.get(), input::writeRejects);
    }
    TargetMatches targets;
    AccountList reading;
    ScoredList scoring;
    Optional<RankStability> drawn = Optional.empty();
    boolean draws = stability || report.path().isPresent();
    List<Source> sources = input.sources(session);
    String currency = brand.profile().currency();
    if (top > 0 && input.isOneTable() && !draws) {
      BestAccounts<?> best = BestAccounts.of(scorer, top);
      reading = input.pass(session, sources, currency, best);
      scoring = best.list();
      targets = best.targets();
    } else {
      reading = input.read(session, sources, currency, peers);
      scoring = ScoredList.of(scorer, reading.profiles(), top);
      targets = new TargetMatches(brand.profile()).of(reading.profiles());
      if (draws && scoring.ranking().eligible() > 0) {
        Options options = Options.standard().top(top > 0 ? top : ALL_TOP);
        drawn = Optional.of(Standings.stability(scorer, reading.profiles(), options));
      }
    }
    ScoreNotes notes = ScoreNotes.of(reading, brand, scorer, peers, scoring, targets);
    if (!quiet.get()) {
      notes.tell(session);
    }
    Optional<RankStability> shown = drawn;
    report.write(
        () ->
            new ScoreReport(reading, scoring, shown, notes)
                .html(sources.stream().map(Source::fingerprint).toList(), session.version()));
    if (out.path().isPresent() || !report.isPrinted()) {
      write(
          scoring,
          drawn.filter(each -> stability).map(each -> new Standings(each, reading.profiles())),
          chosen);
    }
    input.writeRejects(reading);
    if (!quiet.get() || scoring.ranking().eligible() == 0) {
      notes.tellNotRanked(session);
    }
    return ExitCode.OK;
  }

  private void checkFileOrder() {
    Usage.check(
        spec,
        format.get() != OutputFormat.table,
        "--order file must go with --format csv or json, since a table is as wide as its widest cell");
    Usage.check(
        spec,
        !spec.commandLine().getParseResult().hasMatchedOption("--top"),
        "--order file must be without --top: it lists all accounts");
  }

  /** The columns to write. */
  private List<String> chosen(Scorer scorer) {
    boolean json = format.get() == OutputFormat.json;
    Section<ListedScore> table = ScoresInOrder.table(scorer);
    List<String> known = new ArrayList<>(json ? table.jsonNames() : table.csvNames());
    if (stability) {
      known.addAll(known.indexOf("reason"), Standings.NAMES);
    }
    for (String name : columns) {
      Usage.check(
          spec,
          known.contains(name),
          "--columns must be of %s, was \"%s\"%s"
              .formatted(String.join(", ", known), name, NearestName.hint(name, known)));
      Usage.check(
          spec,
          order == ListOrder.rank || !name.equals("rank"),
          "--columns rank must go with --order rank: in the order of the file no rank is known yet");
      Usage.check(
          spec,
          order == ListOrder.rank || !name.equals(FileOrder.REASON) || input.isReadAgain(),
          "--columns reason must go with a file or --order rank: it needs the means of all accounts, and a pipe is read once");
    }
    return columns.isEmpty()
        ? known.stream().filter(name -> order == ListOrder.rank || !name.equals("rank")).toList()
        : columns;
  }

  private void write(ScoredList scoring, Optional<Standings> standings, List<String> chosen) {
    // All of a long list would not fit into memory: where no widths must be known before, an
    // account is scored when it is written.
    Stream<ListedScore> accounts = top == 0 ? scoring.all() : scoring.best().stream();
    List<String> criteria = scoring.scorer().criteria().stream().map(Criterion::name).toList();
    Content content =
        switch (format.get()) {
          case table -> out -> out.write(ScoreTable.text(accounts, standings, session.width()));
          case csv -> ScoreTable.of(accounts.iterator(), criteria, standings).only(chosen).csv();
          case json ->
              Records.toJson(
                  ScoreTable.of(accounts.iterator(), criteria, standings)
                      .only(chosen)
                      .records()
                      .iterator());
        };
    out.write(session, content);
  }
}
