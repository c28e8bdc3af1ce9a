package io.github.tierwise.cli.plan;

import io.github.tierwise.cli.score.BestAccounts;
import io.github.tierwise.cli.score.TargetMatches;
import io.github.tierwise.files.accounts.AccountSink;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.ProfileColumns;
import io.github.tierwise.score.Scorer;
import java.util.ArrayList;
import java.util.List;

/**
 * The accounts to plan with, chosen while they are read: all, or the best by score if they are very
 * many.
 *
 * @param <A> what summaries are made of
 */
final class Candidates<A> implements AccountSink<Candidates.Part<A>> {

  /** Of more accounts than this, the best by score are planned with. */
  static final int MOST = 10_000;

  /**
   * Some accounts.
   *
   * @param all all of them
   * @param best the best of them
   */
  record Part<A>(ProfileColumns all, BestAccounts.Part<A> best) {}

  private final BestAccounts<A> best;
  private final List<Influencer> all = new ArrayList<>();
  private long count;

  private Candidates(BestAccounts<A> best) {
    this.best = best;
  }

  /** No accounts yet. */
  static Candidates<?> of(Scorer scorer) {
    return new Candidates<>(BestAccounts.of(scorer, MOST));
  }

  @Override
  public Part<A> part(ProfileColumns accounts) {
    return new Part<>(accounts, best.part(accounts));
  }

  @Override
  public void take(Part<A> part) {
    best.take(part.best());
    count += part.all().size();
    if (areMany()) {
      all.clear();
    } else {
      for (int row = 0; row < part.all().size(); row++) {
        all.add(part.all().get(row));
      }
    }
  }

  /** Takes accounts that somebody holds. */
  void takeAll(ProfileColumns accounts) {
    take(part(accounts));
  }

  /** Whether there are too many to plan with all. */
  boolean areMany() {
    return count > MOST;
  }

  /** In the order of the file; if they are many, the best first. */
  List<Influencer> accounts() {
    return areMany() ? best.accounts() : List.copyOf(all);
  }

  /** Which targets nobody meets. */
  TargetMatches targets() {
    return best.targets();
  }
}
