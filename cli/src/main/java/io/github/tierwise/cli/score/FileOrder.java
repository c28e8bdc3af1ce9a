package io.github.tierwise.cli.score;

import io.github.tierwise.cli.run.ExitCode;
import io.github.tierwise.cli.run.InputOptions;
import io.github.tierwise.cli.run.OutOption;
import io.github.tierwise.cli.run.Peers;
import io.github.tierwise.cli.run.Session;
import io.github.tierwise.files.Brand;
import io.github.tierwise.files.accounts.AccountList;
import io.github.tierwise.files.table.Source;
import io.github.tierwise.score.Scorer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Lists all accounts in the order of the file, written while they are read. */
final class FileOrder {

  /** What sets an account apart is told by the means of all, which must be known before. */
  static final String REASON = "reason";

  private final Session session;
  private final InputOptions input;
  private final Brand brand;
  private final Scorer scorer;
  private final Peers peers;
  private final List<String> columns;
  private final boolean json;

  FileOrder(
      Session session,
      InputOptions input,
      Brand brand,
      Scorer scorer,
      Peers peers,
      List<String> columns,
      boolean json) {
    this.session = session;
    this.input = input;
    this.brand = brand;
    this.scorer = scorer;
    this.peers = peers;
    this.columns = columns;
    this.json = json;
  }

  /** Reads, scores and writes, and says what is to be said. */
  int run(OutOption out, boolean quiet, Consumer<AccountList> rejects) {
    String currency = brand.profile().currency();
    List<Source> sources = input.sources(session);
    Optional<AccountList> held =
        input.isOneTable()
            ? Optional.empty()
            : Optional.of(input.read(session, sources, currency, peers));
    List<String> written = new ArrayList<>(columns);
    double[] typical = {};
    if (written.contains(REASON)) {
      if (held.isPresent()) {
        typical = scorer.summary(held.get().profiles()).typicalUtilities();
      } else if (input.isReadAgain()) {
        BestAccounts<?> means = BestAccounts.of(scorer, 0);
        input.pass(session, sources, currency, means);
        typical = means.list().summary().typicalUtilities();
      } else {
        written.remove(REASON);
        if (!quiet) {
          session.note(
              "left out",
              "column reason: it needs the means of all accounts, and a pipe is read once; give the file itself for it");
        }
      }
    }
    double[] means = typical;
    boolean shown = out.path().isEmpty() && session.out().isTerminal();
    List<Result> results = new ArrayList<>();
    out.write(
        session,
        target -> {
          ScoresInOrder<?> rows = ScoresInOrder.of(scorer, written, json, means, target);
          AccountList reading =
              held.isPresent()
                  ? handOn(held.get(), rows)
                  : input.pass(shown ? session.unwatched() : session, sources, currency, rows);
          rows.end();
          results.add(new Result(reading, rows.counted()));
        });
    AccountList reading = results.get(0).reading();
    BestAccounts<?> counted = results.get(0).counted();
    ScoredList scoring = counted.list();
    ScoreNotes notes = ScoreNotes.of(reading, brand, scorer, peers, scoring, counted.targets());
    if (!quiet) {
      notes.tell(session);
    }
    rejects.accept(reading);
    if (!quiet || scoring.ranking().eligible() == 0) {
      notes.tellNotRanked(session);
    }
    return ExitCode.OK;
  }

  private record Result(AccountList reading, BestAccounts<?> counted) {}

  private static <A> AccountList handOn(AccountList held, ScoresInOrder<A> rows) {
    rows.take(rows.part(held.profiles()));
    return held;
  }
}
