package io.github.tierwise.benchmarks;

import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.CompanySize;
import io.github.tierwise.profile.Goal;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.ProfileColumns;
import io.github.tierwise.score.Ranking;
import io.github.tierwise.score.Scorer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Scores the same accounts as objects and as columns, per account.
 *
 * <pre>
 * mvn -B -Dquick -pl benchmarks -am package
 * java -jar benchmarks/target/benchmarks.jar ScoringBenchmark -prof gc
 * </pre>
 *
 * <p>The accounts are synthetic, with a fixed seed; a tenth lacks its engagement counts. Figures of
 * one machine say nothing about another: compare the variants of one run.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ScoringBenchmark {

  private static final int ACCOUNTS = 100_000;
  private static final int TOP = 100;

  private final Scorer scorer =
      Scorer.of(
          BrandProfile.builder()
              .budget(50_000, "USD")
              .size(CompanySize.SME)
              .goal(Goal.SALES)
              .build());
  private List<Influencer> accounts = List.of();
  private ProfileColumns columns = ProfileColumns.copyOf(List.of());
  private double[] out = new double[0];

  /** Makes the accounts and checks that every variant gives the same scores, bit for bit. */
  @Setup
  public void makeAccounts() {
    Random random = new Random(20_261_123);
    accounts = new ArrayList<>(ACCOUNTS);
    for (int i = 0; i < ACCOUNTS; i++) {
      double followers = Math.floor(1_000 * Math.pow(10, 4 * random.nextDouble()));
      double likes =
          random.nextInt(10) == 0
              ? Double.NaN
              : Math.floor(followers * 0.02 * Math.pow(2, random.nextGaussian()));
      accounts.add(
          Influencer.builder("a" + i, Platform.INSTAGRAM)
              .followers(followers)
              .likes(likes)
              .comments(Math.floor(likes * 0.05))
              .build());
    }
    columns = ProfileColumns.copyOf(accounts);
    out = new double[ACCOUNTS];
    verify();
  }

  private void verify() {
    double[] bulk = columns().clone();
    for (int i = 0; i < ACCOUNTS; i++) {
      double one = scorer.value(accounts.get(i));
      if (Double.doubleToLongBits(one) != Double.doubleToLongBits(bulk[i])) {
        throw new IllegalStateException(
            "score of row %d must be %s, was %s".formatted(i, one, bulk[i]));
      }
    }
    List<Integer> listed =
        scorer.rank(accounts).entries().stream().limit(TOP).map(Ranking.Entry::row).toList();
    List<Integer> top = topOfColumns().entries().stream().map(Ranking.Entry::row).toList();
    if (!listed.equals(top)) {
      throw new IllegalStateException("the top of columns must be that of the list, was " + top);
    }
  }

  /**
   * Objects, one at a time.
   *
   * @return the scores
   */
  @Benchmark
  @OperationsPerInvocation(ACCOUNTS)
  public double[] objects() {
    for (int i = 0; i < ACCOUNTS; i++) {
      out[i] = scorer.value(accounts.get(i));
    }
    return out;
  }

  /**
   * Columns, a range at once.
   *
   * @return the scores
   */
  @Benchmark
  @OperationsPerInvocation(ACCOUNTS)
  public double[] columns() {
    scorer.score(columns, 0, ACCOUNTS, out);
    return out;
  }

  /**
   * The best hundred of the columns with their explanations' figures, on one thread.
   *
   * @return the ranking
   */
  @Benchmark
  @OperationsPerInvocation(ACCOUNTS)
  public Ranking topOfColumns() {
    return scorer.top(TOP, columns, Runnable::run);
  }
}
