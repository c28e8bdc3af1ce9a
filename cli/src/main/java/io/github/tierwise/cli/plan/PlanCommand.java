package io.github.tierwise.cli.plan;

import io.github.tierwise.cli.run.BrandOption;
import io.github.tierwise.cli.run.DefinitionConverter;
import io.github.tierwise.cli.run.DefinitionIds;
import io.github.tierwise.cli.run.ExitCode;
import io.github.tierwise.cli.run.FormatOption;
import io.github.tierwise.cli.run.InputOptions;
import io.github.tierwise.cli.run.NamedAccount;
import io.github.tierwise.cli.run.OutOption;
import io.github.tierwise.cli.run.OutputFormat;
import io.github.tierwise.cli.run.Peers;
import io.github.tierwise.cli.run.PicturesOption;
import io.github.tierwise.cli.run.QuietOption;
import io.github.tierwise.cli.run.ReportOption;
import io.github.tierwise.cli.run.Session;
import io.github.tierwise.cli.run.Usage;
import io.github.tierwise.cli.score.ScoreNotes;
import io.github.tierwise.deal.Deal;
import io.github.tierwise.deal.DealPlanner;
import io.github.tierwise.deal.Frontier;
import io.github.tierwise.files.Brand;
import io.github.tierwise.files.accounts.AccountList;
import io.github.tierwise.files.cells.InputException;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.files.table.Source;
import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.score.Scorer;
import io.github.tierwise.tier.CommonTier;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Finds the best set of accounts for a budget. */
@Command(name = "plan")
public final class PlanCommand implements Callable<Integer> {

  private static final double RANGE = 10;
  private static final int BUDGETS = 13;

  private final Session session;

  @Mixin InputOptions input;
  @Mixin BrandOption brandFile;
  @Mixin FormatOption format;
  @Mixin OutOption out;
  @Mixin ReportOption report;
  @Mixin PicturesOption pictures;
  @Mixin QuietOption quiet;

  @Option(names = "--budget", paramLabel = "AMOUNT")
  Optional<Double> budget = Optional.empty();

  @Option(names = "--max-people", paramLabel = "N")
  Optional<Integer> maxPeople = Optional.empty();

  @Option(names = "--at-least", paramLabel = "TIER=N")
  List<TierQuota> atLeast = new ArrayList<>();

  @Option(names = "--at-most", paramLabel = "TIER=N")
  List<TierQuota> atMost = new ArrayList<>();

  @Option(names = "--include", paramLabel = "ID")
  List<String> included = new ArrayList<>();

  @Option(names = "--exclude", paramLabel = "ID")
  List<String> excluded = new ArrayList<>();

  @Option(names = "--universe", paramLabel = "PEOPLE")
  Optional<Double> universe = Optional.empty();

  @Option(names = "--conversions")
  boolean conversions;

  @Option(names = "--why-not", paramLabel = "ID")
  List<String> whyNot = new ArrayList<>();

  @Option(names = "--frontier")
  boolean frontier;

  @Option(
      names = "--definition",
      paramLabel = "ID",
      converter = DefinitionConverter.class,
      completionCandidates = DefinitionIds.class)
  Optional<String> definition = Optional.empty();

  @Spec CommandSpec spec;

  public PlanCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    input.checkBrand(brandFile.file(), spec);
    input.checkOutputs(
        spec,
        input.files(brandFile.file()),
        Map.of("--out", out.path(), "--report", report.path()));
    pictures.check(spec);
    checkQuotas("--at-least", atLeast);
    checkQuotas("--at-most", atMost);
    Brand brand = withBudget(brandFile.read(session));
    Peers peers = input.peers(session);
    Scorer scorer = peers.scorer(brand, definition);
    List<Source> sources = input.sources(session);
    Candidates<?> candidates = Candidates.of(scorer);
    String currency = brand.profile().currency();
    AccountList reading;
    if (input.isOneTable()) {
      reading = input.pass(session, sources, currency, candidates);
    } else {
      reading = input.read(session, sources, currency, peers);
      candidates.takeAll(reading.profiles());
    }
    input.writeRejects(reading);
    if (!quiet.get()) {
      peers.tell(session, reading);
      ScoreNotes.unmatchedTargets(session, candidates.targets());
      session.note("brand", brand.profile().toString());
      brand.remarks().forEach(remark -> session.note("", remark));
    }
    if (candidates.areMany()) {
      session.note(
          "planned",
          "with the best %s accounts by score".formatted(NumberText.count(Candidates.MOST)));
    }
    name(candidates, reading.name());
    PlanResult planned = planned(brand, scorer, peers, reading, candidates.accounts(), sources);
    if (!quiet.get()) {
      leftOut(planned.deal());
      session.endNotes();
    }
    PlanResult shown = frontier ? planned : planned.alone();
    // Everything is made before anything is written.
    String written =
        switch (format.get()) {
          case table -> PlanText.of(shown, session.width());
          case csv -> PlanRecords.csv(shown);
          case json -> PlanRecords.json(shown, session.version());
        };
    pictures.write(report, () -> PlanReport.html(planned, session.version()));
    if (out.path().isPresent() || !report.isPrinted()) {
      out.write(session, stream -> stream.write(written));
    }
    return ExitCode.OK;
  }

  /** Accounts that the caller names are those of the list, as it writes them. */
  private void name(Candidates<?> candidates, String list) {
    String where =
        candidates.areMany()
            ? "the best %s of %s".formatted(NumberText.count(Candidates.MOST), list)
            : list;
    included = named("--include", included, candidates.accounts(), where);
    whyNot = named("--why-not", whyNot, candidates.accounts(), where);
    if (!candidates.areMany()) {
      // Who is not among the best need not be kept out.
      excluded = named("--exclude", excluded, candidates.accounts(), where);
    }
  }

  private static List<String> named(
      String option, List<String> names, List<Influencer> accounts, String where) {
    return names.stream()
        .map(
            name ->
                NamedAccount.rows(
                    option, where, name, accounts.size(), row -> accounts.get(row).id()))
        .map(rows -> accounts.get(rows.get(0)).id())
        .toList();
  }

  private void checkQuotas(String option, List<TierQuota> quotas) {
    Set<CommonTier> seen = EnumSet.noneOf(CommonTier.class);
    for (TierQuota quota : quotas) {
      Usage.check(
          spec,
          seen.add(quota.tier()),
          option + " must name each tier once, was twice " + quota.name());
    }
  }

  private PlanResult planned(
      Brand brand,
      Scorer scorer,
      Peers peers,
      AccountList reading,
      List<Influencer> candidates,
      List<Source> sources) {
    try {
      DealPlanner planner = planner(scorer, peers);
      Deal deal = planner.plan(candidates);
      double amount = deal.budget();
      Frontier beside = planner.frontier(candidates, amount / 2, amount, 2);
      return new PlanResult(
          reading.name(),
          pictures.isWanted(report) || format.get() == OutputFormat.json
              ? sources.stream().map(Source::fingerprint).toList()
              : List.of(),
          reading.rejectKinds(),
          brand.profile().toString(),
          scorer.tiers(),
          deal,
          beside.steps().get(beside.steps().size() - 1),
          beside.bestPost(amount),
          !included.isEmpty() || !atLeast.isEmpty() || !atMost.isEmpty(),
          whyNot.stream()
              .map(id -> new PlanResult.Asked(deal.whyNot(id), deal.entryPrice(id)))
              .toList(),
          frontier || pictures.isWanted(report)
              ? Optional.of(planner.frontier(candidates, amount / RANGE, amount * RANGE, BUDGETS))
              : Optional.empty());
    } catch (IllegalArgumentException e) {
      throw new InputException(String.valueOf(e.getMessage()), e);
    }
  }

  /** Who could not be chosen, and why. */
  private void leftOut(Deal deal) {
    String reasons = ScoreNotes.reasons(new TreeMap<>(deal.leftOut()));
    if (!reasons.isEmpty()) {
      session.note("left out", reasons);
    }
  }

  private Brand withBudget(Brand brand) {
    BrandProfile profile = brand.profile();
    if (profile.currency().isEmpty()) {
      throw new InputException(
          brand.name() + ": budget and currency must be said for a plan, were unknown");
    }
    if (budget.isEmpty()) {
      return brand;
    }
    double amount = budget.get();
    Usage.check(
        spec,
        amount > 0 && Double.isFinite(amount),
        "--budget must be > 0, was " + NumberText.plain(amount));
    return brand.withBudget(amount);
  }

  private DealPlanner planner(Scorer scorer, Peers peers) {
    DealPlanner.Builder builder =
        DealPlanner.builder(scorer)
            .mustInclude(included.toArray(new String[0]))
            .mustExclude(excluded.toArray(new String[0]));
    maxPeople.ifPresent(builder::maxPeople);
    atLeast.forEach(quota -> builder.atLeast(quota.people(), quota.tier()));
    atMost.forEach(quota -> builder.atMost(quota.people(), quota.tier()));
    universe.ifPresent(builder::universe);
    if (conversions) {
      builder.value(DealPlanner.Value.CONVERSIONS);
    }
    peers.estimators().forEach(builder::estimator);
    return builder.build();
  }
}
