package consumer;

import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.CompanySize;
import io.github.tierwise.profile.Goal;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.score.Score;
import io.github.tierwise.score.Scorer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;

/** A service as many have one: requests in a queue, eight workers, one scorer that they share. */
final class Main {

  private static final int WORKERS = 8;
  private static final int ACCOUNTS = 2_000;
  private static final int ROUNDS = 25;

  private Main() {}

  private record Request(int account, Influencer influencer) {}

  public static void main(String[] args) throws Exception {
    Scorer scorer =
        Scorer.of(
            BrandProfile.builder()
                .budget(20_000, "USD")
                .size(CompanySize.SME)
                .goal(Goal.SALES)
                .topic("vegan", 1)
                .build());
    List<Influencer> accounts = new ArrayList<>();
    for (int i = 0; i < ACCOUNTS; i++) {
      accounts.add(account(i));
    }
    long[] expected = new long[ACCOUNTS];
    long all = 0;
    for (int i = 0; i < ACCOUNTS; i++) {
      expected[i] = Double.doubleToRawLongBits(scorer.score(accounts.get(i)).value());
      all = all * 31 + expected[i];
    }

    BlockingQueue<Request> queue = new LinkedBlockingQueue<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < ACCOUNTS; i++) {
        queue.add(new Request(i, accounts.get(i)));
      }
    }
    CountDownLatch ready = new CountDownLatch(WORKERS);
    ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
    List<Future<Integer>> answers = new ArrayList<>();
    for (int worker = 0; worker < WORKERS; worker++) {
      answers.add(
          workers.submit(
              () -> {
                ready.countDown();
                ready.await();
                int served = 0;
                for (Request next = queue.poll(); next != null; next = queue.poll()) {
                  Score score = scorer.score(next.influencer());
                  if (Double.doubleToRawLongBits(score.value()) != expected[next.account()]) {
                    throw new AssertionError(next.influencer().id() + " must score the same bits");
                  }
                  served++;
                }
                return served;
              }));
    }
    int served = 0;
    for (Future<Integer> answer : answers) {
      served += answer.get();
    }
    workers.shutdown();
    if (served != ACCOUNTS * ROUNDS) {
      throw new AssertionError("every request must be served once, were " + served);
    }
    System.out.printf(
        "%,d scores by %d threads are the bits of one thread, which are %016x%n",
        served, WORKERS, all);
  }

  private static Influencer account(int i) {
    Influencer.Builder builder =
        Influencer.builder("account-" + i, Platform.values()[i % Platform.values().length])
            .followers(500 + i * i)
            .likes(i * 37 % 4_001)
            .comments(i * 11 % 307);
    if (i % 3 > 0) {
      builder.price(20 + i, "USD");
    }
    if (i % 4 > 0) {
      builder.topic("vegan", i % 10 / 10.0);
    }
    return builder.build();
  }
}
