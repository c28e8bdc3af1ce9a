package io.github.tierwise.cli.backtest;

import io.github.tierwise.cli.backtest.Backtest.Account;
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
import io.github.tierwise.cli.write.RecordMap;
import io.github.tierwise.cli.write.Records;
import io.github.tierwise.cli.write.Rejects;
import io.github.tierwise.engagement.EngagementModel;
import io.github.tierwise.engagement.EngagementModels;
import io.github.tierwise.engagement.LevelEstimator;
import io.github.tierwise.engagement.PostHistory;
import io.github.tierwise.engagement.SizeCurve;
import io.github.tierwise.files.Brand;
import io.github.tierwise.files.accounts.AccountList;
import io.github.tierwise.files.cells.InputException;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.profile.Platform;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows how well the newest posts of a table are foretold from the earlier ones. */
@Command(name = "backtest")
public final class BacktestCommand implements Callable<Integer> {

  static final int FEWEST_ACCOUNTS = 40;

  private final Session session;

  @Mixin InputOptions input;
  @Mixin FormatOption format;
  @Mixin OutOption out;
  @Mixin QuietOption quiet;

  @Option(names = "--seed", paramLabel = "N")
  long seed = 1;

  @Option(names = "--min-age", paramLabel = "DAYS")
  double minAge = 0;

  @Option(names = "--sponsored")
  boolean sponsored;

  @Option(names = "--brand", paramLabel = "BRAND")
  Optional<String> brandFile = Optional.empty();

  @Option(names = "--budget", paramLabel = "AMOUNT")
  Optional<Double> budget = Optional.empty();

  @Spec CommandSpec spec;

  public BacktestCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Usage.check(spec, minAge >= 0, "--min-age must be >= 0, was " + minAge);
    checkSponsored();
    input.checkOutputs(
        spec, brandFile.map(input::files).orElseGet(input::files), Map.of("--out", out.path()));
    List<Brand> brands = sponsored ? brands() : List.of();
    Peers peers = input.peers(session);
    String currency = sponsored ? brands.get(0).profile().currency() : "";
    AccountList reading = input.read(session, currency, peers);
    input.writeRejects(reading);
    if (!quiet.get()) {
      reading.notes().forEach(session::note);
    }
    Map<Platform, Long> platforms = platforms(reading);
    Platform where = platform(reading.name(), platforms);
    if (!quiet.get()) {
      tellOthers(where, platforms);
      session.endNotes();
    }
    Answer answer =
        sponsored
            ? new Sponsored(reading, where, brands, peers, minAge).table(seed)
            : foretold(reading, where);
    out.write(session, content(reading, where, answer));
    return ExitCode.OK;
  }

  private BacktestTable foretold(AccountList reading, Platform where) {
    EngagementModel model = EngagementModels.standard(where);
    Backtest backtest =
        Backtest.of(
            accounts(reading, where, SizeCurve.published(where, model)),
            LevelEstimator.standard(where),
            seed);
    if (backtest.size() < FEWEST_ACCOUNTS) {
      throw new InputException(
          "%s must have >= %d accounts with followers and at least 3 posts, had %d"
              .formatted(reading.name(), FEWEST_ACCOUNTS, backtest.size()));
    }
    String head =
        "Newest posts of %s accounts on %s, %s, seed %d"
            .formatted(
                NumberText.count(backtest.size()), where.displayName(), model.formula(), seed);
    return new BacktestTable(head, backtest.run(), seed);
  }

  /** The answer in the format that is asked for. */
  private Content content(AccountList reading, Platform where, Answer answer) {
    return switch (format.get()) {
      case table -> writer -> writer.write(answer.text(session.width()));
      case csv -> answer.all().csv();
      case json -> json(reading, where, answer);
    };
  }

  private Content json(AccountList reading, Platform where, Answer answer) {
    return Records.toJson(
        RecordMap.of("tierwise", session.version())
            .and("input", reading.name())
            .and("platform", where)
            .and("formula", EngagementModels.standard(where).formula())
            .and("min_age", minAge)
            .and("seed", seed)
            .and(answer.record())
            .and("rejected", Rejects.of(reading.rejectKinds()).records().toList()));
  }

  private void checkSponsored() {
    Usage.check(
        spec, sponsored || brandFile.isEmpty(), "--brand must go with --sponsored in backtest");
    Usage.check(spec, sponsored || budget.isEmpty(), "--budget must go with --sponsored");
    budget.ifPresent(
        amount ->
            Usage.check(
                spec,
                amount > 0 && Double.isFinite(amount),
                "--budget must be > 0, was " + NumberText.plain(amount)));
    brandFile.ifPresent(file -> input.checkBrand(file, spec));
  }

  private List<Brand> brands() {
    return brandFile
        .map(file -> List.of(Sponsored.brand(BrandOption.read(file, session), budget)))
        .orElseGet(() -> Sponsored.usualBrands(budget));
  }

  /** How many accounts have posts, by platform. */
  private static Map<Platform, Long> platforms(AccountList reading) {
    Map<Platform, Long> counts = new EnumMap<>(Platform.class);
    reading.histories().keySet().forEach(each -> counts.merge(each.platform(), 1L, Long::sum));
    return counts;
  }

  /** The platform that most accounts with posts are on; of several alike the first. */
  private static Platform platform(String name, Map<Platform, Long> counts) {
    return counts.entrySet().stream()
        .max(
            Map.Entry.<Platform, Long>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElseThrow(
            () ->
                new InputException(
                    name
                        + " must have posts with a time or an order, found none; see --posts, --map time= and --map order="));
  }

  private void tellOthers(Platform where, Map<Platform, Long> counts) {
    counts.forEach(
        (platform, accounts) -> {
          if (platform != where) {
            session.note(
                "note",
                "%s on %s %s left out: --platform chooses"
                    .formatted(
                        NumberText.of(accounts, "account"),
                        platform.displayName(),
                        accounts == 1 ? "is" : "are"));
          }
        });
  }

  private List<Account> accounts(AccountList reading, Platform where, Optional<SizeCurve> curve) {
    List<Account> accounts = new ArrayList<>();
    reading
        .histories()
        .forEach(
            (account, history) -> {
              if (account.platform() == where) {
                double expected = curve.map(each -> each.expectedLog(account)).orElse(Double.NaN);
                aged(reading.name(), history)
                    .ifPresent(
                        aged ->
                            accounts.add(
                                new Account(account.id(), account.followers(), expected, aged)));
              }
            });
    return accounts;
  }

  /** Fails if an age is asked of posts that have none. */
  static void checkTimes(String name, PostHistory history) {
    if (!history.isTimed()) {
      throw new InputException(
          "--min-age must go with posts that have a time, those of %s have an order alone: leave it out, or say --map time=COLUMN"
              .formatted(name));
    }
  }

  /** The posts that are old enough, if there are any. */
  private Optional<PostHistory> aged(String name, PostHistory history) {
    if (minAge == 0) {
      return Optional.of(history);
    }
    checkTimes(name, history);
    List<PostHistory.Post> old =
        history.posts().stream().filter(post -> history.age(post) >= minAge).toList();
    return old.isEmpty()
        ? Optional.empty()
        : Optional.of(new PostHistory(history.countedAt(), old));
  }
}
