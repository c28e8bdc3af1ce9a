package io.github.tierwise.benchmarks;

import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.ProfileColumns;
import io.github.tierwise.score.Scorer;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Accounts with a share for each of many topics, for a brand that wants them all. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TopicsBenchmark {

  static final int ROWS = 1 << 17;

  /** How many topics. */
  @Param({"8", "16", "32"})
  public int topics;

  private final double[] out = new double[ROWS];
  private Scorer scorer;
  private ProfileColumns columns;

  /** Makes the accounts. */
  @Setup
  public void makeAccounts() {
    Workload workload = new Workload(ROWS);
    BrandProfile.Builder brand = BrandProfile.builder();
    ProfileColumns.Builder builder =
        ProfileColumns.builder(Platform.INSTAGRAM, workload.followers)
            .likes(workload.likes)
            .comments(workload.comments);
    Random random = new Random(topics);
    for (int topic = 0; topic < topics; topic++) {
      double[] shares = new double[ROWS];
      for (int row = 0; row < ROWS; row++) {
        shares[row] = random.nextDouble() / topics;
      }
      builder.topic("topic " + topic, shares);
      brand.topic("topic " + topic, 1 - 0.5 * topic / topics);
    }
    columns = builder.build();
    scorer = Scorer.of(brand.build());
  }

  /**
   * The scores.
   *
   * @return the scores
   */
  @Benchmark
  public double[] scores() {
    scorer.score(columns, 0, ROWS, out);
    return out;
  }
}
