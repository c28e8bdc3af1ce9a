package io.github.tierwise.cli.score;

import io.github.tierwise.cli.run.BrandOption;
import io.github.tierwise.cli.run.ExitCode;
import io.github.tierwise.cli.run.InputOptions;
import io.github.tierwise.cli.run.NamedAccount;
import io.github.tierwise.cli.run.Peers;
import io.github.tierwise.cli.run.QuietOption;
import io.github.tierwise.cli.run.ReportOption;
import io.github.tierwise.cli.run.Session;
import io.github.tierwise.cli.run.Usage;
import io.github.tierwise.explain.Explanation;
import io.github.tierwise.files.Brand;
import io.github.tierwise.files.accounts.AccountList;
import io.github.tierwise.files.accounts.Origin;
import io.github.tierwise.files.cells.InputException;
import io.github.tierwise.files.table.Source;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.ProfileColumns;
import io.github.tierwise.score.Scorer;
import io.github.tierwise.stability.Flip;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows why an account has its score, or why it is above another. */
@Command(name = "explain")
public final class ExplainCommand implements Callable<Integer> {

  /** How the explanation is written. */
  enum Format {
    text,
    json
  }

  private final Session session;

  @Mixin InputOptions input;
  @Mixin ReportOption report;
  @Mixin QuietOption quiet;

  @Option(names = "--id", required = true, paramLabel = "ACCOUNT")
  String id;

  @Option(names = "--brand", paramLabel = "BRAND")
  Optional<String> brandFile = Optional.empty();

  @Option(names = "--against", paramLabel = "ACCOUNT")
  Optional<String> against = Optional.empty();

  @Option(names = "--top", paramLabel = "N")
  Optional<Integer> top = Optional.empty();

  @Option(names = "--depth", paramLabel = "N")
  int depth = 2;

  @Option(names = "--format", paramLabel = "FORMAT")
  Format format = Format.text;

  @Spec CommandSpec spec;

  public ExplainCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Usage.check(spec, depth >= 0, "--depth must be >= 0, was " + depth);
    top.ifPresent(n -> Usage.check(spec, n >= 1, "--top must be >= 1, was " + n));
    Usage.check(
        spec,
        top.isEmpty() || against.isEmpty(),
        "only one of --against and --top must be given, were both");
    input.checkOutputs(
        spec,
        brandFile.map(input::files).orElseGet(input::files),
        Map.of("--report", report.path()));
    brandFile.ifPresent(file -> input.checkBrand(file, spec));
    Brand brand = brandFile.map(file -> BrandOption.read(file, session)).orElseGet(Brand::unknown);
    Peers peers = input.peers(session);
    Scorer scorer = peers.scorer(brand, Optional.empty());
    List<Source> sources = input.sources(session);
    AccountList reading = input.read(session, sources, brand.profile().currency(), peers);
    input.writeRejects(reading);
    int row = find(reading, "--id", id);
    Optional<Integer> otherRow = against.map(name -> find(reading, "--against", name));
    Influencer account = reading.profiles().get(row);
    Optional<Influencer> other = otherRow.map(reading.profiles()::get);
    if (!quiet.get()) {
      peers.tell(session, reading);
      session.endNotes();
    }
    Explanation why =
        other.map(o -> scorer.difference(account, o)).orElseGet(() -> scorer.explain(account));
    Optional<Flip> flip =
        other
            .map(o -> Flip.between(scorer, account, o))
            .or(() -> top.map(n -> Flip.top(scorer, Standings.list(reading.profiles()), row, n)));
    List<Origin> origins = new ArrayList<>(reading.origins(row));
    otherRow.ifPresent(each -> origins.addAll(reading.origins(each)));
    List<Integer> rows = Stream.concat(Stream.of(row), otherRow.stream()).toList();
    report.write(
        () ->
            new ExplanationReport(reading, scorer, rows, why, flip, depth)
                .html(sources.stream().map(Source::fingerprint).toList(), session.version()));
    if (report.isPrinted()) {
      return ExitCode.OK;
    }
    if (format == Format.json) {
      session.print(ExplanationText.json(why, flip, origins, reading.rejectKinds()));
    } else {
      String flags = other.isPresent() ? "" : ExplanationText.flags(scorer.score(account));
      session.print(
          ExplanationText.of(why, depth, session.width())
              + flags
              + ExplanationText.flip(flip, session.width())
              + ExplanationText.origins(origins, session.width()));
    }
    return ExitCode.OK;
  }

  /** The row of an account that the caller names. */
  private static int find(AccountList reading, String option, String name) {
    ProfileColumns accounts = reading.profiles();
    List<Integer> found =
        NamedAccount.rows(option, reading.name(), name, accounts.size(), accounts::id);
    if (found.size() > 1) {
      throw new InputException(
          "%s must name one account, was \"%s\", which is on %s: add --platform"
              .formatted(
                  option,
                  name,
                  found.stream()
                      .map(row -> accounts.platform(row).displayName())
                      .collect(Collectors.joining(" and "))));
    }
    return found.get(0);
  }
}
