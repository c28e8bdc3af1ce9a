package io.github.tierwise.benchmarks;

import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Profile;
import io.github.tierwise.profile.ProfileColumns;
import io.github.tierwise.score.Criterion;
import io.github.tierwise.score.Scorer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The score of one account, another one each time, with and without a criterion of one's own. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class OneProfileBenchmark {

  private static final int ACCOUNTS = 1_024;

  private final Influencer[] accounts = accounts();
  private final Scorer scorer = Workload.scorer();
  private final Scorer plugIn = scorer.toBuilder().criterion(new CommentsPerLike(), 2.0).build();
  private int next;

  /** A criterion that knows nothing of columns. */
  private static final class CommentsPerLike implements Criterion {
    @Override
    public String name() {
      return "comments per like";
    }

    @Override
    public double utility(Profile profile) {
      return Math.min(1.0, 10 * profile.comments() / profile.likes());
    }
  }

  private static Influencer[] accounts() {
    ProfileColumns columns = new Workload(ACCOUNTS).columns();
    Influencer[] accounts = new Influencer[ACCOUNTS];
    for (int row = 0; row < ACCOUNTS; row++) {
      accounts[row] = columns.get(row);
    }
    return accounts;
  }

  private Influencer account() {
    return accounts[next++ & (ACCOUNTS - 1)];
  }

  /**
   * The standard criteria.
   *
   * @return the score
   */
  @Benchmark
  public double standard() {
    return scorer.value(account());
  }

  /**
   * The standard criteria and one of one's own.
   *
   * @return the score
   */
  @Benchmark
  public double plugIn() {
    return plugIn.value(account());
  }
}
