package io.github.tierwise.cli.backtest;

import io.github.tierwise.engagement.LevelEstimator;
import io.github.tierwise.engagement.LevelEstimator.Level;
import io.github.tierwise.engagement.LevelEstimator.Peer;
import io.github.tierwise.engagement.PostHistory;
import io.github.tierwise.engagement.PostHistory.Post;
import io.github.tierwise.explain.Estimate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Holds out the newest post of every account and foretells it from the earlier ones.
 *
 * <p>The protocol was fixed before anything was fitted: accounts with known followers and at least
 * 3 posts; y = log10(1 + engagements); everything that is fitted, is fitted on other accounts, in
 * five parts of the accounts shuffled with a stated seed; a forecast's interval is of 90%.
 */
final class Backtest {

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
  record Account(String id, double followers, double expectedLog, PostHistory history) {}

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
  static Backtest of(List<Account> candidates, LevelEstimator standard, long seed) {
    List<Account> accounts = new ArrayList<>(candidates);
    accounts.removeIf(each -> !(each.followers > 0) || each.history.posts().size() < FEWEST_POSTS);
    accounts.sort(Comparator.comparing(Account::id));
    Collections.shuffle(accounts, new Random(seed));
    return new Backtest(List.copyOf(accounts), standard);
  }

  /** How many accounts are foretold. */
  int size() {
    return accounts.size();
  }

  /**
   * Foretells every newest post in every way.
   *
   * @return the accounts, in an order that only the seed tells
   */
  List<Foretold> run() {
    List<Foretold> foretold = new ArrayList<>();
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
        foretold.add(foretold(account, line, fitted));
      }
    }
    return foretold;
  }

  private Foretold foretold(Account account, double[] line, LevelEstimator fitted) {
    PostHistory earlier = account.history.withoutNewest();
    Trial trial = new Trial(account, earlier);
    trial.add(Way.FOLLOWERS, line[0] + line[1] * Math.log10(account.followers));
    trial.add(Way.OWN_MEAN, mean(earlier, 1));
    trial.add(Way.DECAYED_MEAN, mean(earlier, DECAY));
    trial.add(Way.LEVEL, standard, Double.NaN);
    trial.add(Way.CALIBRATED, fitted, account.expectedLog);
    return trial.foretold();
  }

  private static double y(double engagements) {
    return Math.log10(1 + engagements);
  }

  private static Post newest(Account account) {
    List<Post> posts = account.history.posts();
    return posts.get(posts.size() - 1);
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

  /** The newest post of one account, foretold in one way after the other. */
  private static final class Trial {
    private final Account account;
    private final PostHistory earlier;
    private final Post newest;
    private final Map<Way, Double> errors = new EnumMap<>(Way.class);
    private final Set<Way> within = EnumSet.noneOf(Way.class);

    Trial(Account account, PostHistory earlier) {
      this.account = account;
      this.earlier = earlier;
      newest = newest(account);
    }

    void add(Way way, double foretold) {
      errors.put(way, Math.abs(y(newest.engagements()) - foretold));
    }

    void add(Way way, LevelEstimator estimator, double expectedLog) {
      Level level = estimator.level(earlier);
      Estimate forecast =
          estimator.forecast(level, expectedLog, newest.at(), account.history.age(newest));
      add(way, y(forecast.value()));
      if (forecast.low() <= newest.engagements() && newest.engagements() <= forecast.high()) {
        within.add(way);
      }
    }

    Foretold foretold() {
      return new Foretold(
          account.followers, earlier.posts().size(), account.history.age(newest), errors, within);
    }
  }
}
