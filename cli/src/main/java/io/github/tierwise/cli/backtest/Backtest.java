package io.github.tierwise.cli.backtest;

import io.github.tierwise.engagement.LevelEstimator;
import io.github.tierwise.engagement.LevelEstimator.Level;
import io.github.tierwise.engagement.LevelEstimator.Peer;
import io.github.tierwise.engagement.PostHistory;
import io.github.tierwise.engagement.PostHistory.Post;
import io.github.tierwise.explain.Estimate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;

/**
 * Holds out the newest post of every account and foretells it from the earlier ones.
 *
 * <p>The protocol was fixed before anything was fitted: accounts with known followers and at least
 * 3 posts; y = log10(1 + engagements); everything that is fitted, is fitted on other accounts, in
 * five parts of the accounts shuffled with a stated seed; a forecast's interval is of 90%.
 */
public final class Backtest {

  private static final int PARTS = 5;
  private static final int FEWEST_POSTS = 3;

  /** What the weight of a post is multiplied by for each newer one, in the decayed mean. */
  private static final double DECAY = 0.6;

  /**
   * An account to foretell.
   *
   * @param id its name; accounts are put into its order before they are shuffled
   * @param followers its followers, &gt; 0
   * @param expectedLog what the published size curve expects of it, as a binary logarithm
   * @param history its posts
   */
  public record Account(String id, double followers, double expectedLog, PostHistory history) {}

  /**
   * How a way of foretelling did.
   *
   * @param name the way
   * @param error the mean absolute error of y, in powers of ten
   * @param coverage the share of newest posts within the 90% interval; empty if it gives none
   */
  public record Line(String name, double error, OptionalDouble coverage) {}

  private final List<Account> accounts;
  private final LevelEstimator standard;

  private Backtest(List<Account> accounts, LevelEstimator standard) {
    this.accounts = accounts;
    this.standard = standard;
  }

  /**
   * Prepares a backtest.
   *
   * @param candidates accounts; those with fewer than 3 posts or without followers are left out
   * @param standard the estimator without peers
   * @param seed shuffles the accounts before they are cut into parts
   * @return the backtest
   */
  public static Backtest of(List<Account> candidates, LevelEstimator standard, long seed) {
    List<Account> accounts = new ArrayList<>(candidates);
    accounts.removeIf(each -> !(each.followers > 0) || each.history.posts().size() < FEWEST_POSTS);
    accounts.sort(java.util.Comparator.comparing(Account::id));
    Collections.shuffle(accounts, new Random(seed));
    return new Backtest(List.copyOf(accounts), standard);
  }

  /** How many accounts are foretold. */
  public int size() {
    return accounts.size();
  }

  /**
   * Foretells every newest post in every way.
   *
   * @return a line for each way, the plainest first
   */
  public List<Line> run() {
    Sum followerLine = new Sum("line of own means on followers, other accounts");
    Sum ownMean = new Sum("own mean of earlier posts");
    Sum decayed = new Sum("own mean, each post weighing 0.6 of the next");
    Sum level = new Sum("level alone, no curve and no peers");
    Sum alone = new Sum("level and published curve, no peers");
    Sum calibrated = new Sum("level, calibrated on other accounts");
    for (int part = 0; part < PARTS; part++) {
      List<Account> others = new ArrayList<>();
      List<Account> held = new ArrayList<>();
      for (int i = 0; i < accounts.size(); i++) {
        (i % PARTS == part ? held : others).add(accounts.get(i));
      }
      double[] line = leastSquares(others);
      LevelEstimator fitted =
          standard.fit(
              others.stream().map(other -> new Peer(other.history, other.expectedLog)).toList());
      for (Account account : held) {
        PostHistory earlier = account.history.withoutNewest();
        double y = y(newest(account).engagements());
        followerLine.add(y, line[0] + line[1] * Math.log10(account.followers));
        ownMean.add(y, mean(earlier, 1));
        decayed.add(y, mean(earlier, DECAY));
        level.add(account, forecast(standard, account, earlier, Double.NaN));
        alone.add(account, forecast(standard, account, earlier, account.expectedLog));
        calibrated.add(account, forecast(fitted, account, earlier, account.expectedLog));
      }
    }
    return List.of(
        followerLine.line(),
        ownMean.line(),
        decayed.line(),
        level.line(),
        alone.line(),
        calibrated.line());
  }

  private static double y(double engagements) {
    return Math.log10(1 + engagements);
  }

  private static Post newest(Account account) {
    List<Post> posts = account.history.posts();
    return posts.get(posts.size() - 1);
  }

  private static Estimate forecast(
      LevelEstimator estimator, Account account, PostHistory earlier, double expectedLog) {
    Post newest = newest(account);
    Level level = estimator.level(earlier);
    return estimator.forecast(level, expectedLog, newest.at(), account.history.age(newest));
  }

  /** The mean of y, a post weighing {@code decay} times the next newer one. */
  private static double mean(PostHistory history, double decay) {
    double sum = 0;
    double weights = 0;
    for (Post post : history.posts()) {
      sum = sum * decay + y(post.engagements());
      weights = weights * decay + 1;
    }
    return sum / weights;
  }

  /** Intercept and slope of own means on log10 of followers. */
  private static double[] leastSquares(List<Account> accounts) {
    double n = accounts.size();
    double x = 0;
    double y = 0;
    double xx = 0;
    double xy = 0;
    for (Account account : accounts) {
      double size = Math.log10(account.followers);
      double own = mean(account.history.withoutNewest(), 1);
      x += size;
      y += own;
      xx += size * size;
      xy += size * own;
    }
    double slope = (n * xy - x * y) / (n * xx - x * x);
    return new double[] {(y - slope * x) / n, slope};
  }

  /** The errors of one way, summed up. */
  private static final class Sum {
    private final String name;
    private double errors;
    private int covered;
    private int intervals;
    private int count;

    Sum(String name) {
      this.name = name;
    }

    void add(double y, double foretold) {
      errors += Math.abs(y - foretold);
      count++;
    }

    void add(Account account, Estimate forecast) {
      double engagements = newest(account).engagements();
      add(y(engagements), y(forecast.value()));
      intervals++;
      if (forecast.low() <= engagements && engagements <= forecast.high()) {
        covered++;
      }
    }

    Line line() {
      return new Line(
          name,
          errors / count,
          intervals == 0
              ? OptionalDouble.empty()
              : OptionalDouble.of(covered / (double) intervals));
    }
  }
}
