package io.github.tierwise.cli.backtest;

import io.github.tierwise.cli.backtest.Backtest.Account;
import io.github.tierwise.cli.backtest.Backtest.Line;
import io.github.tierwise.cli.run.ExitCode;
import io.github.tierwise.cli.run.InputOptions;
import io.github.tierwise.cli.run.Peers;
import io.github.tierwise.cli.run.Session;
import io.github.tierwise.cli.write.Section;
import io.github.tierwise.engagement.EngagementModel;
import io.github.tierwise.engagement.EngagementModels;
import io.github.tierwise.engagement.LevelEstimator;
import io.github.tierwise.engagement.PostHistory;
import io.github.tierwise.engagement.SizeCurve;
import io.github.tierwise.files.accounts.AccountList;
import io.github.tierwise.files.cells.InputException;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows how well the newest posts of a table are foretold from the earlier ones. */
@Command(name = "backtest")
public final class BacktestCommand implements Callable<Integer> {

  private static final int FEWEST_ACCOUNTS = 40;

  private final Session session;

  @Mixin InputOptions input;

  @Option(names = "--seed", paramLabel = "N")
  long seed = 1;

  @Option(names = "--min-age", paramLabel = "DAYS")
  double minAge = 0;

  @Spec CommandSpec spec;

  public BacktestCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    input.checkOutputs(spec, input.files(), Map.of());
    Peers peers = input.peers(session);
    AccountList reading = input.read(session, "", peers);
    input.writeRejects(reading);
    reading.notes().forEach(session::note);
    session.endNotes();
    Map<Influencer, PostHistory> histories = reading.histories();
    Optional<Platform> platform = histories.keySet().stream().map(Influencer::platform).findAny();
    if (platform.isEmpty()) {
      throw new InputException(
          reading.name() + " must have posts with a time, found none; see --posts and --map time=");
    }
    Platform where = platform.get();
    EngagementModel model = EngagementModels.standard(where);
    Optional<SizeCurve> curve = SizeCurve.published(where, model);
    List<Account> accounts = new ArrayList<>();
    histories.forEach(
        (account, history) -> {
          if (account.platform() == where) {
            double expected = curve.map(each -> each.expectedLog(account)).orElse(Double.NaN);
            aged(history)
                .ifPresent(
                    aged ->
                        accounts.add(
                            new Account(account.id(), account.followers(), expected, aged)));
          }
        });
    Backtest backtest = Backtest.of(accounts, LevelEstimator.standard(where), seed);
    if (backtest.size() < FEWEST_ACCOUNTS) {
      throw new InputException(
          "%s must have >= %d accounts with followers and at least 3 posts, had %d"
              .formatted(reading.name(), FEWEST_ACCOUNTS, backtest.size()));
    }
    String head =
        "Newest posts of %s accounts on %s, %s, seed %d\n\n"
            .formatted(
                NumberText.count(backtest.size()), where.displayName(), model.formula(), seed);
    session.print(head + table(backtest.run()));
    return ExitCode.OK;
  }

  /** The posts that are old enough, if there are any. */
  private Optional<PostHistory> aged(PostHistory history) {
    List<PostHistory.Post> old =
        history.posts().stream().filter(post -> history.age(post) >= minAge).toList();
    return old.isEmpty() ? Optional.empty() : Optional.of(PostHistory.of(history.countedAt(), old));
  }

  private String table(List<Line> lines) {
    return Section.<Line>of("Ways of foretelling", lines)
        .text("error", 6, line -> String.format(Locale.ROOT, "%.3f", line.error()))
        .right()
        .text("90% covers", 10, line -> covers(line.coverage()))
        .right()
        .text("foretold by", Integer.MAX_VALUE, Line::name)
        .text(session.width());
  }

  private static String covers(OptionalDouble coverage) {
    return coverage.isPresent()
        ? String.format(Locale.ROOT, "%.1f%%", 100 * coverage.getAsDouble())
        : "";
  }
}
