package io.github.tierwise.benchmarks;

import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.score.Scorer;
import io.github.tierwise.stability.RankStability;
import io.github.tierwise.stability.RankStability.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long it takes to tell how sure a ranking is, on all threads: at least 10,000 draws for 1,000
 * accounts, also for those that could be best of many more.
 *
 * <pre>
 * mvn -B -Dquick -pl benchmarks -am package
 * java -Xmx2g -jar benchmarks/target/benchmarks.jar StabilityBenchmark
 * </pre>
 *
 * <p>The accounts are synthetic, with a fixed seed. Figures of one machine say nothing about
 * another.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class StabilityBenchmark {

  private static final int DRAWS = 10_000;

  /** Of which the two that matter are a thousand and a million. */
  @Param({"1000", "1000000"})
  int accounts;

  private final Scorer scorer =
      Scorer.of(
          BrandProfile.builder()
              .budget(10_000, "USD")
              .audience("country", "DE", 1.0)
              .topic("vegan", 1.0)
              .build());
  private List<Influencer> list = List.of();

  /** Makes accounts of which much is unknown, and checks that no draw is spared. */
  @Setup
  public void makeAccounts() {
    Random random = new Random(20_261_129);
    list = new ArrayList<>(accounts);
    for (int i = 0; i < accounts; i++) {
      double followers = Math.floor(1_000 * Math.pow(10, 3 * random.nextDouble()));
      double likes = Math.floor(40 + followers * 0.03 * Math.pow(2, random.nextGaussian()));
      Influencer.Builder account =
          Influencer.builder("account " + i, Platform.INSTAGRAM).followers(followers).likes(likes);
      if (random.nextInt(10) > 0) {
        account.comments(Math.floor(likes * 0.05));
      }
      if (random.nextBoolean()) {
        account.price(Math.floor(100 + 2_000 * random.nextDouble()), "USD");
      }
      if (random.nextInt(3) > 0) {
        account.clicks(500).conversions(Math.floor(30 * random.nextDouble()));
      }
      if (random.nextInt(5) > 0) {
        account.audience("country", "DE", random.nextDouble());
        account.topic("vegan", random.nextDouble());
      }
      list.add(account.build());
    }
    int draws = stability().draws();
    if (draws < DRAWS) {
      throw new IllegalStateException("draws must be >= %d, was %d".formatted(DRAWS, draws));
    }
  }

  /**
   * All of it.
   *
   * @return how sure the ranking is
   */
  @Benchmark
  public RankStability stability() {
    return RankStability.of(scorer, list, Options.standard().error(0.005));
  }
}
