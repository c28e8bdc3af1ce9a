package io.github.tierwise.benchmarks;

import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.ProfileColumns;
import io.github.tierwise.study.TierStudy;
import io.github.tierwise.tier.CommonTier;
import io.github.tierwise.tier.TierPolicies;
import io.github.tierwise.tier.TierPolicy;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Compares all published definitions on a million accounts in memory, on one thread.
 *
 * <pre>
 * mvn -B -Dquick -pl benchmarks -am package
 * java -jar benchmarks/target/benchmarks.jar StudyBenchmark -prof gc
 * </pre>
 *
 * <p>The accounts are synthetic, with a fixed seed. Figures of one machine say nothing about
 * another: compare the variants of one run.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class StudyBenchmark {

  private static final int ACCOUNTS = 1_000_000;
  private static final int VERIFIED = 20_000;

  private final List<TierPolicy> definitions =
      TierPolicies.publishedIds().stream().map(TierPolicies::published).toList();
  private ProfileColumns columns =
      ProfileColumns.builder(Platform.INSTAGRAM, new double[0]).build();
  private TierStudy study = TierStudy.of(columns, definitions);

  /** Makes the accounts and checks that both variants give the same table. */
  @Setup
  public void makeAccounts() {
    Random random = new Random(20_261_123);
    double[] followers = new double[ACCOUNTS];
    double[] likes = new double[ACCOUNTS];
    Platform[] platforms = new Platform[ACCOUNTS];
    Platform[] common = {Platform.INSTAGRAM, Platform.TIKTOK, Platform.X};
    for (int i = 0; i < ACCOUNTS; i++) {
      followers[i] = Math.floor(100 * Math.pow(10, 5 * random.nextDouble()));
      likes[i] = Math.floor(followers[i] * 0.02 * Math.pow(2, random.nextGaussian()));
      platforms[i] = common[random.nextInt(common.length)];
    }
    columns =
        ProfileColumns.builder(Platform.INSTAGRAM, followers)
            .platforms(platforms)
            .likes(likes)
            .build();
    study = TierStudy.builder(definitions).add(columns, 0, VERIFIED).build();
    verify();
  }

  private void verify() {
    TierPolicy first = TierPolicies.published("impact");
    TierPolicy second = TierPolicies.published("forbes");
    int[] one = new int[VERIFIED];
    int[] two = new int[VERIFIED];
    first.classify(columns, 0, VERIFIED, one, 0);
    second.classify(columns, 0, VERIFIED, two, 0);
    long both = 0;
    for (int i = 0; i < VERIFIED; i++) {
      both += one[i] == 0 && two[i] == 0 ? 1 : 0;
    }
    long counted = study.agreement(first, second, CommonTier.MICRO).both();
    if (both != counted) {
      throw new IllegalStateException(
          "accounts called micro by both must be %d, was %d".formatted(both, counted));
    }
  }

  /**
   * The pass over the accounts by 81 definitions.
   *
   * @return the study
   */
  @Benchmark
  public TierStudy allDefinitions() {
    return TierStudy.of(columns, definitions);
  }

  /**
   * The pass over the accounts and every pair's kappa.
   *
   * @return the sum of the coefficients that are defined
   */
  @Benchmark
  public double allPairs() {
    TierStudy all = TierStudy.of(columns, definitions);
    double sum = 0;
    for (TierPolicy first : definitions) {
      for (TierPolicy second : definitions) {
        double kappa = all.agreement(first, second, CommonTier.MICRO).kappa().value();
        sum += Double.isNaN(kappa) ? 0 : kappa;
      }
    }
    return sum;
  }

  /**
   * Two definitions asked about every account, one after the other: what a table costs without the
   * study.
   *
   * @return the answers of the second
   */
  @Benchmark
  public int[] twoDefinitionsRowByRow() {
    int[] out = new int[ACCOUNTS];
    TierPolicies.published("impact").classify(columns, 0, ACCOUNTS, out, 0);
    TierPolicies.published("forbes").classify(columns, 0, ACCOUNTS, out, 0);
    return out;
  }
}
