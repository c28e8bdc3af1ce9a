package io.github.tierwise.cli.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.cli.backtest.Backtest.Account;
import io.github.tierwise.engagement.LevelEstimator;
import io.github.tierwise.engagement.PostHistory;
import io.github.tierwise.engagement.PostHistory.Post;
import io.github.tierwise.profile.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
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

  private static List<Result> whole(List<Account> accounts, long seed) {
    List<Foretold> foretold = Backtest.of(accounts, TIKTOK, seed).run();
    return Result.of(Breakdown.ALL.cells(foretold).get(0), seed);
  }

  private static double error(Way way, List<Result> results) {
    return Result.of(way, results).error();
  }

  @Test
  void theLevelForetellsBetterThanPlainMeansAndCoversNinetyPercent() {
    List<Result> results = whole(accounts(600), 1);
    assertEquals(Way.values().length, results.size());
    double line = error(Way.FOLLOWERS, results);
    double mean = error(Way.OWN_MEAN, results);
    double calibrated = error(Way.CALIBRATED, results);
    assertTrue(calibrated < mean && mean < line, results.toString());
    assertTrue(error(Way.LEVEL, results) < mean, results.toString());
    // Not calibrated: here, where posts scatter less than usual, it is too wide.
    assertTrue(Result.of(Way.LEVEL, results).covers().value() > 0.9, results.toString());
    assertEquals(0.9, Result.of(Way.CALIBRATED, results).covers().value(), 0.04);
    assertFalse(Result.of(Way.OWN_MEAN, results).covers().isKnown());
    Range difference = Result.of(Way.CALIBRATED, results).minus(Way.OWN_MEAN);
    assertEquals(calibrated - mean, difference.value(), 1e-12);
    assertTrue(difference.high() < 0, difference.toString());
    assertFalse(Result.of(Way.OWN_MEAN, results).minus(Way.FOLLOWERS).isKnown());
  }

  @Test
  void theOrderOfTheAccountsDoesNotMatterAndTheSeedIsAllThereIsToChance() {
    List<Account> accounts = accounts(200);
    List<Foretold> foretold = Backtest.of(accounts, TIKTOK, 3).run();
    List<Result> results = whole(accounts, 3);
    Collections.reverse(accounts);
    assertEquals(foretold, Backtest.of(accounts, TIKTOK, 3).run());
    assertEquals(results, whole(accounts, 3));
  }

  @Test
  void theNewestPostInTheKnownOrderIsHeldOut() {
    List<Account> accounts = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      // The newest of a day that all posts share, and neither the largest nor the smallest.
      List<Post> posts =
          List.of(new Post(COUNTED, 100), new Post(COUNTED, 10_000 + i), new Post(COUNTED, 999));
      accounts.add(new Account("a" + i, 1_000, 10, new PostHistory(COUNTED, posts)));
      posts.forEach(post -> assertEquals(0, COUNTED.compareTo(post.at())));
    }
    for (Foretold each : Backtest.of(accounts, TIKTOK, 1).run()) {
      assertEquals(2, each.earlier());
      double mean = 3 - (Math.log10(101) + Math.log10(10_031)) / 2;
      assertEquals(Math.abs(mean), each.error(Way.OWN_MEAN), 1e-3);
    }
  }

  @Test
  void accountsAreToldApartByDecadePostsAndAge() {
    List<Foretold> foretold = new ArrayList<>();
    double[][] accounts = {
      {5, 2, 0.5}, {999, 3, 1}, {1_000, 4, 2.9}, {9_999, 5, 3}, {10_000, 30, 30}, {1e9, 99, 5e3}
    };
    for (double[] each : accounts) {
      foretold.add(new Foretold(each[0], (int) each[1], each[2], Map.of(), Set.of()));
    }
    assertEquals(
        List.of(
            "below 1,000: 2", "1,000 to 9,999: 2", "10,000 to 99,999: 1", "100,000,000 or more: 1"),
        words(Breakdown.FOLLOWERS, foretold));
    assertEquals(
        List.of("2: 1", "3 to 4: 2", "5 to 9: 1", "30 or more: 2"),
        words(Breakdown.POSTS, foretold));
    assertEquals(
        List.of("below 1 day: 1", "1 to 3 days: 2", "3 to 7 days: 1", "30 days or more: 2"),
        words(Breakdown.AGE, foretold));
    Foretold untimed = new Foretold(5, 2, Double.NaN, Map.of(), Set.of());
    assertEquals(List.of("unknown: 1"), words(Breakdown.AGE, List.of(untimed)));
    assertEquals(List.of("all: 6"), words(Breakdown.ALL, foretold));
  }

  private static List<String> words(Breakdown by, List<Foretold> accounts) {
    return by.cells(accounts).stream()
        .map(cell -> cell.words() + ": " + cell.accounts().size())
        .toList();
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
