package io.github.tierwise.deal;

import io.github.tierwise.deal.Deal.Forecast;
import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.score.Scorer;
import io.github.tierwise.tier.CommonTier;
import io.github.tierwise.tier.Tier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Made-up lists of accounts with rules, and the best deal by trying every set. */
final class Cases {

  private static final double[] SIZES = {400, 5_000, 20_000, 100_000, 700_000, 3_000_000};

  /** Two accounts that have a share of the smaller one's audience in common. */
  record Pair(int first, int second, double share) {}

  final List<Influencer> accounts = new ArrayList<>();
  final List<Pair> pairs = new ArrayList<>();
  final double budget;
  final double universe;
  final int maxPeople;
  final int[] least = new int[CommonTier.values().length];
  final int[] most = new int[CommonTier.values().length];
  final Set<String> included = new TreeSet<>();
  final Set<String> excluded = new TreeSet<>();

  /** Which rules a case may have. */
  enum With {
    BUDGET,
    OVERLAPS,
    EVERYTHING,
    /** Everything, and few different prices and numbers of likes, among them none. */
    TIES
  }

  Cases(long seed, int size, With with) {
    Random random = new Random(seed);
    double prices = 0;
    for (int i = 0; i < size; i++) {
      boolean ties = with == With.TIES;
      double price =
          ties ? 10 * random.nextInt(4) : 10 + random.nextInt(200) + random.nextInt(10) / 10.0;
      Influencer.Builder account =
          Influencer.builder(
                  "a" + (char) ('a' + (i * 7) % 26) + i, Platform.values()[random.nextInt(2)])
              .followers(SIZES[random.nextInt(SIZES.length)])
              .likes(ties ? 100 * random.nextInt(4) : 30 + random.nextInt(3_000))
              .comments(ties ? 0 : random.nextInt(100));
      if (ties || random.nextInt(8) > 0) {
        account.price(price, "USD");
      }
      accounts.add(account.build());
      prices += price;
    }
    budget = 40 + 10 * Math.rint(prices * random.nextDouble() * 0.07);
    Arrays.fill(most, Integer.MAX_VALUE);
    boolean everything = with == With.EVERYTHING || with == With.TIES;
    universe =
        with != With.BUDGET && random.nextBoolean()
            ? 4_000 + random.nextInt(100_000)
            : Double.POSITIVE_INFINITY;
    maxPeople = everything && random.nextBoolean() ? 1 + random.nextInt(size) : Integer.MAX_VALUE;
    if (with != With.BUDGET) {
      int[] used = new int[size];
      for (int tried = 0; tried < size; tried++) {
        int first = random.nextInt(size);
        int second = random.nextInt(size);
        boolean known =
            pairs.stream()
                .anyMatch(
                    p ->
                        p.first() == Math.min(first, second)
                            && p.second() == Math.max(first, second));
        int most = with == With.TIES ? 1 : 2;
        if (first != second && !known && used[first] < most && used[second] < most) {
          used[first]++;
          used[second]++;
          pairs.add(
              new Pair(
                  Math.min(first, second),
                  Math.max(first, second),
                  with == With.TIES
                      ? 0.5 + 0.5 * random.nextInt(2)
                      : 0.05 + 0.3 * random.nextDouble()));
        }
      }
    }
    if (everything) {
      for (int tier = 0; tier < least.length - 1; tier++) {
        if (random.nextInt(3) == 0) {
          most[tier] = random.nextInt(4);
        }
        if (random.nextInt(4) == 0) {
          least[tier] = Math.min(most[tier], random.nextInt(3));
        }
      }
      for (Influencer account : accounts) {
        int dice = random.nextInt(12);
        if (dice == 0) {
          included.add(account.id());
        } else if (dice == 1) {
          excluded.add(account.id());
        }
      }
    }
  }

  /** Accounts that are all about as good per cost: the hardest to choose from. */
  static List<Influencer> hard(int size) {
    Random random = new Random(size);
    List<Influencer> accounts = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int likes = 1_000 + random.nextInt(1_000);
      accounts.add(
          Influencer.builder("h" + i, Platform.INSTAGRAM)
              .followers(20_000)
              .likes(likes)
              .comments(0)
              .price(likes / 10.0 + 20, "USD")
              .build());
    }
    return accounts;
  }

  static Scorer scorer(double budget) {
    return Scorer.builder(BrandProfile.builder().budget(budget, "USD").build())
        .minEngagements(0)
        .build();
  }

  DealPlanner.Builder planner() {
    DealPlanner.Builder builder =
        DealPlanner.builder(scorer(budget))
            .mustInclude(included.toArray(new String[0]))
            .mustExclude(excluded.toArray(new String[0]));
    if (Double.isFinite(universe)) {
      builder.universe(universe);
    }
    if (maxPeople < Integer.MAX_VALUE) {
      builder.maxPeople(maxPeople);
    }
    for (CommonTier tier : CommonTier.values()) {
      if (least[tier.ordinal()] > 0) {
        builder.atLeast(least[tier.ordinal()], tier);
      }
      if (most[tier.ordinal()] < Integer.MAX_VALUE) {
        builder.atMost(most[tier.ordinal()], tier);
      }
    }
    for (Pair pair : pairs) {
      builder.overlap(
          pair.share(), accounts.get(pair.first()).id(), accounts.get(pair.second()).id());
    }
    return builder;
  }

  /** What each account is worth and costs, and its tier. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Measured(double[] worth, long[] price, int[] tier) {}

  private Measured measured() {
    Scorer scorer = scorer(budget);
    DealPlanner planner = DealPlanner.builder(scorer).build();
    int size = accounts.size();
    Measured all = new Measured(new double[size], new long[size], new int[size]);
    for (int i = 0; i < size; i++) {
      Forecast forecast = planner.forecast(accounts.get(i));
      all.worth[i] = forecast.engagedAudience().value();
      all.price[i] = (long) Math.ceil(forecast.cost().value() * 1_000 - 1e-6);
      all.tier[i] =
          scorer.tiers().classify(accounts.get(i)) instanceof Tier found
              ? found.common().ordinal()
              : -1;
    }
    return all;
  }

  /** The best value within a budget by trying every set; minus infinity if none keeps the rules. */
  double best(double withBudget) {
    Measured all = measured();
    double best = Double.NEGATIVE_INFINITY;
    for (int mask = 0; mask < 1 << accounts.size(); mask++) {
      if (keepsRules(mask, all.price, all.tier, withBudget)) {
        best = Math.max(best, value(mask, all.worth));
      }
    }
    return best;
  }

  /**
   * The greatest price of an account, in thousandths, at which some set with it is worth more than
   * every set without it, by trying every set; more by a part of that. -1 if there is none.
   */
  long entryPrice(int account, double part) {
    Measured all = measured();
    all.price[account] = 0;
    double best = Double.NEGATIVE_INFINITY;
    for (int mask = 0; mask < 1 << accounts.size(); mask++) {
      if ((mask & 1 << account) == 0 && keepsRules(mask, all.price, all.tier, budget)) {
        best = Math.max(best, value(mask, all.worth));
      }
    }
    double least = Double.isInfinite(best) ? best : best + part * (1 + best);
    long price = -1;
    for (int mask = 0; mask < 1 << accounts.size(); mask++) {
      if ((mask & 1 << account) != 0
          && keepsRules(mask, all.price, all.tier, budget)
          && value(mask, all.worth) > least) {
        long left = Math.round(budget * 1_000);
        for (int i = 0; i < accounts.size(); i++) {
          left -= (mask & 1 << i) == 0 ? 0 : all.price[i];
        }
        price = Math.max(price, left);
      }
    }
    return price;
  }

  private boolean keepsRules(int mask, long[] price, int[] tier, double withBudget) {
    long cost = 0;
    int people = 0;
    int[] count = new int[least.length];
    for (int i = 0; i < accounts.size(); i++) {
      boolean in = (mask & 1 << i) != 0;
      String id = accounts.get(i).id();
      if (in ? excluded.contains(id) : included.contains(id)) {
        return false;
      }
      if (in) {
        cost += price[i];
        people++;
        if (tier[i] >= 0) {
          count[tier[i]]++;
        }
      }
    }
    for (int each = 0; each < count.length; each++) {
      if (count[each] < least[each] || count[each] > most[each]) {
        return false;
      }
    }
    return people <= maxPeople && cost <= Math.round(withBudget * 1_000);
  }

  /** The formula of the class comment: independent of how the planner computes. */
  private double value(int mask, double[] worth) {
    double sum = 0;
    double missed = 1;
    for (int i = 0; i < worth.length; i++) {
      if ((mask & 1 << i) != 0) {
        sum += worth[i];
        missed *= 1 - worth[i] / universe;
      }
    }
    for (Pair pair : pairs) {
      if ((mask & 1 << pair.first()) != 0 && (mask & 1 << pair.second()) != 0) {
        double first = worth[pair.first()];
        double second = worth[pair.second()];
        double common = pair.share() * Math.min(first, second);
        sum -= common;
        double atRandom = (1 - first / universe) * (1 - second / universe);
        missed *= Math.max(1, (1 - (first + second - common) / universe) / atRandom);
      }
    }
    return Double.isInfinite(universe) ? sum : universe * (1 - missed);
  }
}
