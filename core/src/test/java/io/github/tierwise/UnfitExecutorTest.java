package io.github.tierwise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.deal.DealPlanner;
import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.ProfileColumns;
import io.github.tierwise.score.Output;
import io.github.tierwise.score.ScoreColumns;
import io.github.tierwise.score.Scorer;
import io.github.tierwise.stability.RankStability;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever takes an executor does its work without it if need be, with the same result. */
class UnfitExecutorTest {

  private static final BrandProfile BRAND = BrandProfile.builder().budget(5_000, "USD").build();
  private static final Scorer SCORER = Scorer.of(BRAND);

  /** More than two ranges, so that other threads are asked for on two processors or more. */
  private static final ProfileColumns COLUMNS = columns(150_000);

  private static final List<Influencer> ACCOUNTS = accounts(60);

  private static ProfileColumns columns(int rows) {
    double[] followers = new double[rows];
    double[] likes = new double[rows];
    for (int i = 0; i < rows; i++) {
      followers[i] = 1_000 + 7 * i;
      likes[i] = 1 + i * 7_919L % 5_003;
    }
    return ProfileColumns.builder(Platform.INSTAGRAM, followers).likes(likes).build();
  }

  private static List<Influencer> accounts(int count) {
    List<Influencer> accounts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      accounts.add(
          Influencer.builder("account-" + i, Platform.INSTAGRAM)
              .followers(1_000 + 37 * i)
              .likes(50 + i * 7_919 % 503)
              .comments(1 + i % 17)
              .price(100 + i, "USD")
              .build());
    }
    return accounts;
  }

  /** Everything public that takes an executor, with what it makes. */
  private static final Map<String, Function<Executor, Object>> PLACES =
      new TreeMap<>(
          Map.of(
              "Scorer.score",
              executor -> {
                double[] scores = new double[COLUMNS.size()];
                SCORER.score(COLUMNS, ScoreColumns.builder().scores(scores).build(), executor);
                return Arrays.hashCode(scores);
              },
              "Scorer.collect",
              executor ->
                  SCORER.collect(
                      COLUMNS,
                      Set.of(Output.SCORE),
                      executor,
                      Collector.of(
                          () -> new double[1],
                          (sum, block) -> sum[0] += block.score(0),
                          (a, b) -> new double[] {a[0] + b[0]},
                          sum -> sum[0])),
              "Scorer.top",
              executor -> SCORER.top(5, COLUMNS, executor).toString(),
              "RankStability.of",
              executor -> {
                RankStability stability =
                    RankStability.of(
                        SCORER, ACCOUNTS, RankStability.Options.standard().error(0.02), executor);
                return stability.standings() + " " + stability.causes() + stability.questions();
              },
              "DealPlanner.Builder.executor",
              executor -> {
                DealPlanner planner = DealPlanner.builder(SCORER).executor(executor).build();
                return planner.plan(ACCOUNTS).toString()
                    + planner.frontier(ACCOUNTS, 500, 1_000, 3);
              }));

  /** What each makes on the common pool. */
  private static final Map<String, Object> EXPECTED = new TreeMap<>();

  static List<String> places() {
    return List.copyOf(PLACES.keySet());
  }

  private static void assertDoneWith(String place, Executor unfit) {
    Object expected =
        EXPECTED.computeIfAbsent(place, key -> work(key).apply(ForkJoinPool.commonPool()));
    AtomicInteger asked = new AtomicInteger();
    Object actual =
        work(place)
            .apply(
                job -> {
                  asked.incrementAndGet();
                  unfit.execute(job);
                });
    assertEquals(expected, actual);
    assertTrue(asked.get() > 0 || Runtime.getRuntime().availableProcessors() == 1, place);
  }

  private static Function<Executor, Object> work(String place) {
    return Objects.requireNonNull(PLACES.get(place), place);
  }

  @ParameterizedTest
  @MethodSource("places")
  void theCallerDoesTheWorkOfAnExecutorThatIsShutDown(String place) {
    ExecutorService ended = Executors.newFixedThreadPool(2);
    ended.shutdown();
    assertDoneWith(place, ended);
  }

  @ParameterizedTest
  @MethodSource("places")
  void theCallerDoesTheWorkOfAnExecutorThatIsFull(String place) throws InterruptedException {
    ThreadPoolExecutor full =
        new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new SynchronousQueue<>());
    CountDownLatch end = new CountDownLatch(1);
    full.execute(
        () -> {
          try {
            end.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    try {
      assertThrows(RejectedExecutionException.class, () -> full.execute(() -> {}));
      assertDoneWith(place, full);
    } finally {
      end.countDown();
      full.shutdown();
      assertTrue(full.awaitTermination(1, TimeUnit.MINUTES));
    }
  }

  @ParameterizedTest
  @MethodSource("places")
  void theCallerDoesTheWorkThatAnExecutorTakesAndNeverBegins(String place) {
    assertDoneWith(place, job -> {});
  }

  @Test
  void noPlaceIsLeftOut() throws IOException, ClassNotFoundException {
    Set<String> found = new TreeSet<>();
    Path sources = Path.of("src/main/java");
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        if (!file.toString().contains("internal") && !file.endsWith("module-info.java")) {
          String name = sources.relativize(file).toString().replace('\\', '/').replace('/', '.');
          if (!name.endsWith("package-info.java")) {
            addPlaces(Class.forName(name.substring(0, name.length() - 5)), found);
          }
        }
      }
    }
    assertEquals(PLACES.keySet(), found);
  }

  private static void addPlaces(Class<?> type, Set<String> found) {
    if (!Modifier.isPublic(type.getModifiers())) {
      return;
    }
    for (Method method : type.getDeclaredMethods()) {
      if (Modifier.isPublic(method.getModifiers())
          && List.of(method.getParameterTypes()).contains(Executor.class)) {
        String canonical = type.getCanonicalName();
        found.add(canonical.substring(type.getPackageName().length() + 1) + "." + method.getName());
      }
    }
    for (Class<?> inner : type.getDeclaredClasses()) {
      addPlaces(inner, found);
    }
  }
}
