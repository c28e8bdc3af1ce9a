package io.github.tierwise.cli.compare;

import io.github.tierwise.cli.run.BrandOption;
import io.github.tierwise.cli.run.DefinitionConverter;
import io.github.tierwise.cli.run.DefinitionIds;
import io.github.tierwise.cli.run.ExitCode;
import io.github.tierwise.cli.run.FormatOption;
import io.github.tierwise.cli.run.InputOptions;
import io.github.tierwise.cli.run.OutputFormat;
import io.github.tierwise.cli.run.Peers;
import io.github.tierwise.cli.run.PicturesOption;
import io.github.tierwise.cli.run.QuietOption;
import io.github.tierwise.cli.run.ReportOption;
import io.github.tierwise.cli.run.Session;
import io.github.tierwise.cli.run.Usage;
import io.github.tierwise.files.Brand;
import io.github.tierwise.files.accounts.AccountList;
import io.github.tierwise.files.cells.InputException;
import io.github.tierwise.files.table.Source;
import io.github.tierwise.profile.ProfileColumns;
import io.github.tierwise.score.Scorer;
import io.github.tierwise.study.TopStudy;
import io.github.tierwise.tier.CommonTier;
import io.github.tierwise.tier.TierPolicies;
import io.github.tierwise.tier.TierPolicy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares tier definitions on the accounts of a table. */
@Command(name = "compare")
public final class CompareCommand implements Callable<Integer> {

  /** A common name that a definition may have. */
  enum Label {
    nano,
    micro,
    mid,
    macro,
    mega;

    CommonTier tier() {
      return CommonTier.valueOf(name().toUpperCase(Locale.ROOT));
    }
  }

  private static final List<String> SEED = List.of("impact", "forbes");

  private final Session session;

  @Mixin InputOptions input;
  @Mixin FormatOption format;
  @Mixin ReportOption report;
  @Mixin PicturesOption pictures;
  @Mixin QuietOption quiet;

  @Option(
      names = "--definitions",
      paramLabel = "ID",
      split = ",",
      converter = DefinitionConverter.class,
      completionCandidates = DefinitionIds.class)
  List<String> definitions = new ArrayList<>();

  @Option(names = "--all")
  boolean all;

  @Option(names = "--label", paramLabel = "NAME")
  Label label = Label.micro;

  @Option(names = "--brand", paramLabel = "BRAND")
  Optional<String> brandFile = Optional.empty();

  @Option(names = "--top", paramLabel = "N")
  int top = 20;

  @Spec CommandSpec spec;

  public CompareCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    check();
    brandFile.ifPresent(file -> input.checkBrand(file, spec));
    Optional<Brand> brand = brandFile.map(file -> BrandOption.read(file, session));
    Peers peers = input.peers(session);
    List<Source> sources = input.sources(session);
    String currency = brand.map(each -> each.profile().currency()).orElse("");
    List<TierPolicy> chosen = chosen();
    CountedAccounts counted = new CountedAccounts(definitions.isEmpty() ? ordered(chosen) : chosen);
    AccountList reading;
    if (brand.isEmpty() && input.isOneTable()) {
      reading = input.pass(session, sources, currency, counted);
    } else {
      // What a definition does to a ranking is asked of all accounts again and again.
      reading = input.read(session, sources, currency, peers);
      counted.take(reading.profiles());
    }
    input.writeRejects(reading);
    if (!quiet.get()) {
      peers.tell(session, reading);
      session.endNotes();
    }
    Optional<Comparison.Top> ranking =
        brand.map(each -> top(each, peers, reading.profiles(), chosen));
    Comparison comparison =
        new Comparison(
            new Comparison.Input(
                reading.name(),
                // One more walk over the files, where somebody will see it.
                format.get() == OutputFormat.json || pictures.isWanted(report)
                    ? sources.stream().map(Source::fingerprint).toList()
                    : List.of(),
                reading.rejectKinds(),
                reading.posts() > 0),
            counted.study(),
            chosen,
            label.tier(),
            ranking);
    if (!report.isPrinted()) {
      print(comparison);
    }
    pictures.write(report, () -> ComparisonReport.html(comparison, session.version()));
    return ExitCode.OK;
  }

  private void check() {
    Usage.check(
        spec,
        !all || definitions.isEmpty(),
        "only one of --definitions and --all must be given, were both");
    Usage.check(
        spec,
        definitions.size() != 1,
        "--definitions must be two or more, was " + String.join(", ", definitions));
    Set<String> seen = new HashSet<>();
    for (String id : definitions) {
      Usage.check(spec, seen.add(id), "--definitions must name each once, was twice " + id);
    }
    List<String> inputs = brandFile.map(input::files).orElseGet(input::files);
    input.checkOutputs(spec, inputs, Map.of("--report", report.path()));
    pictures.check(spec);
    Usage.check(spec, top >= 1, "--top must be >= 1, was " + top);
  }

  private List<TierPolicy> chosen() {
    List<TierPolicy> two = SEED.stream().map(TierPolicies::published).toList();
    if (all) {
      return ordered(two);
    }
    return definitions.isEmpty() ? two : definitions.stream().map(TierPolicies::published).toList();
  }

  /** All definitions, these first. */
  private static List<TierPolicy> ordered(List<TierPolicy> first) {
    List<TierPolicy> ordered = new ArrayList<>(first);
    TierPolicies.publishedIds().stream()
        .map(TierPolicies::published)
        .filter(policy -> !first.contains(policy))
        .forEach(ordered::add);
    return ordered;
  }

  private Comparison.Top top(
      Brand brand, Peers peers, ProfileColumns accounts, List<TierPolicy> chosen) {
    Scorer scorer = peers.scorer(brand, Optional.empty());
    if (scorer.requiredTiers().isEmpty()) {
      scorer = scorer.toBuilder().tiers(TierPolicies.standard()).requireTier(label.name()).build();
    }
    try {
      return new Comparison.Top(
          TopStudy.of(scorer, top, accounts, chosen), top, scorer.requiredTiers());
    } catch (IllegalArgumentException e) {
      throw new InputException(brand.name() + ": " + e.getMessage(), e);
    }
  }

  private void print(Comparison comparison) {
    session.print(
        switch (format.get()) {
          case table -> ComparisonText.of(comparison, session.width());
          case csv -> ComparisonRecords.csv(comparison);
          case json -> ComparisonRecords.json(comparison, session.version());
        });
  }
}
