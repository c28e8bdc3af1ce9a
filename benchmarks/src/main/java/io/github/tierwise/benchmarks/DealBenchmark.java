package io.github.tierwise.benchmarks;

import io.github.tierwise.deal.Deal;
import io.github.tierwise.deal.Deal.Forecast;
import io.github.tierwise.deal.DealPlanner;
import io.github.tierwise.deal.Frontier;
import io.github.tierwise.profile.BrandProfile;
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
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Plans deals among many accounts; a time is that of a whole plan, from profiles to people.
 *
 * <pre>
 * mvn -B -Dquick -pl benchmarks -am package
 * java -XX:ActiveProcessorCount=1 -jar benchmarks/target/benchmarks.jar DealBenchmark
 * java -jar benchmarks/target/benchmarks.jar DealBenchmark.frontier   # on all processors
 * </pre>
 *
 * <p>The accounts are synthetic, with a fixed seed. The plain greedy asks every account at every
 * step for what it adds, and has no bound, no swaps and no second order: where all prices are equal
 * it must find the very same people, and elsewhere nothing better.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class DealBenchmark {

  private static final int MILLION = 1_000_000;
  private static final int BEST = 10_000;
  private static final int MANY = 100_000;
  private static final int PEOPLE = 200;
  private static final double UNIVERSE = 1e9;
  private static final double PRICE = 500;

  /** The budget takes 200 at one price, and about 400 of the quotes, which favour the cheap. */
  private static final double BUDGET = PEOPLE * PRICE;

  private final Scorer scorer = Scorer.of(BrandProfile.builder().budget(BUDGET, "USD").build());
  private final DealPlanner planner = DealPlanner.builder(scorer).universe(UNIVERSE).build();
  private List<Influencer> equal = List.of();
  private List<Influencer> quoted = List.of();
  private List<Influencer> manyEqual = List.of();
  private List<Influencer> manyQuoted = List.of();
  private ProfileColumns columns = ProfileColumns.copyOf(List.of());

  /** Makes the accounts and compares the planner with the plain greedy. */
  @Setup
  public void makeAccounts() {
    Random random = new Random(20_261_123);
    manyEqual = new ArrayList<>(MANY);
    manyQuoted = new ArrayList<>(MANY);
    for (int i = 0; i < MANY; i++) {
      double followers = Math.floor(1_000 * Math.pow(10, 2 * random.nextDouble()));
      double likes = 40 + Math.floor(followers * 0.02 * Math.pow(2, random.nextGaussian()));
      double price = Math.rint(PRICE * Math.pow(2, random.nextGaussian()));
      Influencer account =
          Influencer.builder("a" + i, Platform.INSTAGRAM)
              .followers(followers)
              .likes(likes)
              .comments(0)
              .build();
      manyEqual.add(account.toBuilder().price(PRICE, "USD").build());
      manyQuoted.add(account.toBuilder().price(price, "USD").build());
    }
    equal = manyEqual.subList(0, BEST);
    quoted = manyQuoted.subList(0, BEST);
    double[] followers = new double[MILLION];
    double[] likes = new double[MILLION];
    double[] comments = new double[MILLION];
    double[] prices = new double[MILLION];
    for (int i = 0; i < MILLION; i++) {
      followers[i] = Math.floor(1_000 * Math.pow(10, 4 * random.nextDouble()));
      likes[i] = Math.floor(followers[i] * 0.02 * Math.pow(2, random.nextGaussian()));
      comments[i] = Math.floor(likes[i] * 0.05);
      prices[i] = Math.rint(PRICE * Math.pow(2, random.nextGaussian()));
    }
    columns =
        ProfileColumns.builder(Platform.INSTAGRAM, followers)
            .likes(likes)
            .comments(comments)
            .price(prices, "USD")
            .build();
    verify();
  }

  private void verify() {
    List<String> plain = plainGreedy(equal);
    List<String> planned =
        new ArrayList<>(planner.plan(equal).people().stream().map(Deal.Person::id).toList());
    planned.sort(null);
    if (plain.size() != PEOPLE || !plain.equals(planned)) {
      throw new IllegalStateException("people must be those of the plain greedy, was " + planned);
    }
    Deal deal = planner.plan(quoted);
    double missed = 1;
    List<String> others = plainGreedy(quoted);
    for (Influencer account : quoted) {
      if (others.contains(account.id())) {
        missed *= 1 - planner.forecast(account).engagedAudience().value() / UNIVERSE;
      }
    }
    double value = UNIVERSE * (1 - missed);
    if (deal.value().value() < value * (1 - 1e-9) || deal.bound() < deal.value().value()) {
      throw new IllegalStateException(
          "value must be >= %s, was %s".formatted(value, deal.value().value()));
    }
    System.out.printf(
        "# %d people; the plain greedy has %.4f%% less, no deal more than %.4f%% more%n",
        deal.people().size(),
        100 * (1 - value / deal.value().value()),
        100 * (deal.bound() / deal.value().value() - 1));
    for (Frontier.Step step : atAllBudgets(manyQuoted).steps()) {
      double alone =
          DealPlanner.builder(scorer)
              .universe(UNIVERSE)
              .budget(step.budget())
              .build()
              .plan(manyQuoted)
              .bound();
      if (step.best().value() > alone * (1 + 1e-9)
          || step.best().value() < alone * (1 - step.gap() - 1e-9)) {
        throw new IllegalStateException(
            "value must be within %s of %s, was %s"
                .formatted(step.gap(), alone, step.best().value()));
      }
    }
  }

  private Frontier atAllBudgets(List<Influencer> candidates) {
    return planner.frontier(candidates, BUDGET / 10, BUDGET * 10);
  }

  /** Ten thousand accounts at one price. */
  @Benchmark
  public Deal equalPrices() {
    return planner.plan(equal);
  }

  /** Ten thousand accounts, each with its quote. */
  @Benchmark
  public Deal quotes() {
    return planner.plan(quoted);
  }

  /** A hundred thousand accounts at one price, and the deals at 25 budgets beside it. */
  @Benchmark
  public Frontier frontierAtOnePrice(Blackhole blackhole) {
    blackhole.consume(planner.plan(manyEqual));
    return atAllBudgets(manyEqual);
  }

  /** A hundred thousand accounts, each with its quote, and the deals at 25 budgets beside it. */
  @Benchmark
  public Frontier frontier(Blackhole blackhole) {
    blackhole.consume(planner.plan(manyQuoted));
    return atAllBudgets(manyQuoted);
  }

  /** The ten thousand accounts by the plain greedy. */
  @Benchmark
  public List<String> plainGreedyOnQuotes() {
    return plainGreedy(quoted);
  }

  /** The best ten thousand of a million by score, and the deal among them. */
  @Benchmark
  public Deal million() {
    Ranking best = scorer.top(BEST, columns, Runnable::run);
    List<Influencer> candidates = new ArrayList<>(BEST);
    for (Ranking.Entry entry : best.entries()) {
      candidates.add(columns.get(entry.row()));
    }
    return planner.plan(candidates);
  }

  /** By what each adds per cost, every account asked at every step. */
  private List<String> plainGreedy(List<Influencer> accounts) {
    int size = accounts.size();
    double[] worth = new double[size];
    double[] price = new double[size];
    boolean[] out = new boolean[size];
    for (int i = 0; i < size; i++) {
      Forecast forecast = planner.forecast(accounts.get(i));
      worth[i] = forecast.engagedAudience().value();
      price[i] = forecast.cost().value();
      out[i] = !scorer.score(accounts.get(i)).eligible();
    }
    List<String> people = new ArrayList<>();
    double left = BUDGET;
    double missed = 1;
    while (true) {
      int best = -1;
      double most = 0;
      for (int i = 0; i < size; i++) {
        if (!out[i] && price[i] <= left) {
          double with = missed * (1 - worth[i] / UNIVERSE);
          double ratio = UNIVERSE * (missed - with) / price[i];
          if (ratio > most) {
            most = ratio;
            best = i;
          }
        }
      }
      if (best < 0) {
        people.sort(null);
        return people;
      }
      out[best] = true;
      left -= price[best];
      missed *= 1 - worth[best] / UNIVERSE;
      people.add(accounts.get(best).id());
    }
  }
}
