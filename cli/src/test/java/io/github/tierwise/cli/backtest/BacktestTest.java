package io.github.tierwise.cli.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.cli.backtest.Backtest.Account;
import io.github.tierwise.cli.backtest.Backtest.Line;
import io.github.tierwise.engagement.LevelEstimator;
import io.github.tierwise.engagement.PostHistory;
import io.github.tierwise.engagement.PostHistory.Post;
import io.github.tierwise.profile.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BacktestTest {

  private static final Instant COUNTED = Instant.parse("2020-11-08T00:00:00Z");
  private static final LevelEstimator TIKTOK = LevelEstimator.standard(Platform.TIKTOK);

  /** Accounts whose level wanders, with posts that are still growing. */
  private static List<Account> accounts(int count) {
    Random random = new Random(7);
    List<Account> accounts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double followers = Math.pow(10, 4 + 2 * random.nextDouble());
      double expected = Math.log(followers * 0.03) / Math.log(2);
      double level = expected + 1.5 * random.nextGaussian();
      List<Post> posts = new ArrayList<>();
      for (int p = 20; p > 0; p--) {
        double age = p * 0.6 * random.nextDouble() + 0.05;
        level += 0.2 * random.nextGaussian();
        double share = (age + 0.02) / (age + 0.02 + 0.8);
        posts.add(
            new Post(
                COUNTED.minus(Duration.ofSeconds((long) (age * 86_400))),
                Math.pow(2, level + random.nextGaussian()) * share));
      }
      accounts.add(new Account("a" + i, followers, expected, PostHistory.of(COUNTED, posts)));
    }
    return accounts;
  }

  @Test
  void theLevelForetellsBetterThanPlainMeansAndCoversNinetyPercent() {
    List<Line> lines = Backtest.of(accounts(600), TIKTOK, 1).run();
    assertEquals(6, lines.size());
    double line = lines.get(0).error();
    double mean = lines.get(1).error();
    double calibrated = lines.get(5).error();
    assertTrue(calibrated < mean && mean < line, lines.toString());
    assertTrue(lines.get(3).error() < mean, lines.toString());
    assertTrue(lines.get(4).error() < mean, lines.toString());
    // Not calibrated: here, where posts scatter less than usual, it is too wide.
    assertTrue(lines.get(3).coverage().orElseThrow() > 0.9, lines.toString());
    assertEquals(0.9, lines.get(5).coverage().orElseThrow(), 0.04);
    assertTrue(lines.get(1).coverage().isEmpty());
  }

  @Test
  void theOrderOfTheAccountsDoesNotMatterAndTheSeedIsAllThereIsToChance() {
    List<Account> accounts = accounts(200);
    List<Line> lines = Backtest.of(accounts, TIKTOK, 3).run();
    Collections.reverse(accounts);
    assertEquals(lines, Backtest.of(accounts, TIKTOK, 3).run());
  }

  @Test
  void accountsWithTooFewPostsOrWithoutFollowersAreLeftOut() {
    List<Account> accounts = accounts(3);
    Account full = accounts.get(0);
    Account silent =
        new Account(
            "silent", 1_000, 5, PostHistory.of(COUNTED, full.history().posts().subList(0, 2)));
    Account unknown = new Account("unknown", 0, 5, full.history());
    assertEquals(1, Backtest.of(List.of(full, silent, unknown), TIKTOK, 1).size());
  }
}
