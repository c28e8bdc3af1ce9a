package io.github.tierwise.cli.backtest;

import io.github.tierwise.deal.Deal;
import io.github.tierwise.deal.DealPlanner;
import io.github.tierwise.files.accounts.SponsoredPost;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.score.PriceCurve;
import io.github.tierwise.score.Scorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Whether what is known of accounts before a sponsored post tells what the post will bring.
 *
 * <p>Accounts are put into lists by numbers made of their earlier posts that are not sponsored. A
 * list is held against three outcomes by Spearman's rho, also beyond what followers and the raw
 * mean rate tell already, with an interval by the bootstrap over accounts; and a budget is spent
 * down it, as a share of what hindsight buys.
 */
final class Validity {

  /** How often the accounts are drawn anew for an interval. */
  static final int DRAWS = 1_000;

  /** How many lists are drawn to spend a budget on. */
  static final int LISTS = 20;

  /** How many accounts such a list has at the most. */
  static final int LENGTH = 100;

  /** How often posts are bought at random. */
  private static final int ORDERS = 200;

  /** What a sponsored post brought. */
  enum Outcome {
    ENGAGEMENTS("engagements"),
    RATE("rate by followers"),
    PER_MONEY("engagements per money");

    private final String words;

    Outcome(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /** What a figure is. */
  enum Measure {
    /** Spearman's rho. */
    SPEARMAN,
    /** The same beyond followers and raw mean rate. */
    BEYOND,
    /** The share of hindsight's engagements that a budget buys down a list of all posts. */
    SPENT,
    /** The same on drawn lists of accounts. */
    SPENT_ON_DRAWS
  }

  /**
   * One number.
   *
   * @param measure what it is
   * @param list the list that it is of
   * @param outcome what it is held against
   * @param value the number with its interval; unknown ends where there is none
   * @param deviation the standard deviation over draws; NaN if nothing was drawn
   */
  record Figure(Measure measure, String list, Outcome outcome, Range value, double deviation) {}

  /**
   * A number by which accounts are put into a list, the largest first.
   *
   * @param name what it is
   * @param of the number; NaN stands last
   */
  record Order(String name, ToDoubleFunction<SponsoredPost> of) {}

  static final String FOLLOWERS = "followers";
  static final String RATE = "raw mean rate";
  static final String RANDOM = "random";
  static final String PLAN = "plan";

  private final List<SponsoredPost> posts;
  private final List<Order> orders;

  /** Which posts an account has. */
  private final List<List<Integer>> byAccount;

  private final double[] prices;
  private final double[] gains;
  private final DealPlanner planner;
  private final double budget;
  private final long seed;

  /**
   * Prepares it.
   *
   * @param posts sponsored posts of accounts with known followers and prices
   * @param orders the lists, among them {@link #FOLLOWERS} and {@link #RATE}
   * @param scorer knows prices
   * @param planner plans a deal for the budget
   * @param budget what is spent
   * @param seed what draws begin with
   */
  Validity(
      List<SponsoredPost> posts,
      List<Order> orders,
      Scorer scorer,
      DealPlanner planner,
      double budget,
      long seed) {
    // In whatever order the file has them.
    this.posts =
        posts.stream()
            .sorted(
                Comparator.<SponsoredPost, String>comparing(each -> each.before().id())
                    .thenComparing(each -> each.post().at())
                    .thenComparingDouble(each -> each.post().engagements()))
            .toList();
    this.orders = List.copyOf(orders);
    byAccount = byAccount(this.posts);
    this.planner = planner;
    this.budget = budget;
    this.seed = seed;
    prices = values(each -> price(each.before(), scorer));
    gains = values(each -> each.post().engagements());
  }

  /** What a post of an account costs: its quote, else what is usual for its followers. */
  static double price(Influencer account, Scorer scorer) {
    return Double.isNaN(account.price())
        ? scorer.prices().map(curve -> usual(curve, account)).orElse(Double.NaN)
        : account.price();
  }

  private static double usual(PriceCurve curve, Influencer account) {
    return curve.estimate(account.followers()).value();
  }

  private double[] values(ToDoubleFunction<SponsoredPost> of) {
    return posts.stream().mapToDouble(of).toArray();
  }

  private double[] outcome(Outcome outcome) {
    double[] values = gains.clone();
    for (int i = 0; i < values.length; i++) {
      values[i] /=
          switch (outcome) {
            case ENGAGEMENTS -> 1;
            case RATE -> posts.get(i).before().followers();
            case PER_MONEY -> prices[i];
          };
    }
    return values;
  }

  private static List<List<Integer>> byAccount(List<SponsoredPost> posts) {
    Map<String, List<Integer>> byAccount = new TreeMap<>();
    for (int i = 0; i < posts.size(); i++) {
      byAccount.computeIfAbsent(posts.get(i).before().id(), id -> new ArrayList<>()).add(i);
    }
    return List.copyOf(byAccount.values());
  }

  /** How many posts there are. */
  int posts() {
    return posts.size();
  }

  /** How many accounts there are. */
  int accounts() {
    return byAccount.size();
  }

  /** How many accounts a drawn list has: half of them, so that lists differ. */
  int length() {
    return Math.min(LENGTH, (accounts() + 1) / 2);
  }

  /** All of it. */
  List<Figure> figures() {
    List<Figure> figures = new ArrayList<>(correlations());
    figures.addAll(spent());
    figures.addAll(spentOnDraws());
    return figures;
  }

  /** A list against an outcome. */
  private record Pair(Measure measure, String list, Outcome outcome) {}

  private List<Figure> correlations() {
    Map<String, RankCorrelation> lists = new LinkedHashMap<>();
    orders.forEach(order -> lists.put(order.name, new RankCorrelation(values(order.of))));
    Map<Outcome, RankCorrelation> outcomes = new LinkedHashMap<>();
    for (Outcome outcome : Outcome.values()) {
      outcomes.put(outcome, new RankCorrelation(outcome(outcome)));
    }
    int[] once = new int[posts.size()];
    Arrays.fill(once, 1);
    Map<Pair, Double> found = correlations(lists, outcomes, once);
    Map<Pair, double[]> drawn = new LinkedHashMap<>();
    found.keySet().forEach(pair -> drawn.put(pair, new double[DRAWS]));
    Random random = new Random(seed);
    for (int draw = 0; draw < DRAWS; draw++) {
      int at = draw;
      int[] times = new int[posts.size()];
      byAccount.forEach(
          any -> byAccount.get(random.nextInt(byAccount.size())).forEach(post -> times[post]++));
      correlations(lists, outcomes, times)
          .forEach((pair, value) -> drawn.getOrDefault(pair, new double[DRAWS])[at] = value);
    }
    List<Figure> figures = new ArrayList<>();
    found.forEach(
        (pair, value) -> {
          Range range = Range.ofDraws(value, drawn.getOrDefault(pair, new double[DRAWS]));
          figures.add(new Figure(pair.measure, pair.list, pair.outcome, range, Double.NaN));
        });
    return figures;
  }

  private static Map<Pair, Double> correlations(
      Map<String, RankCorrelation> lists, Map<Outcome, RankCorrelation> outcomes, int[] times) {
    Map<String, double[]> ranks = new LinkedHashMap<>();
    lists.forEach((name, list) -> ranks.put(name, list.ranks(times)));
    double[] followers = ranks.getOrDefault(FOLLOWERS, new double[0]);
    double[] rate = ranks.getOrDefault(RATE, new double[0]);
    double rateFollowers = RankCorrelation.of(rate, followers, times);
    Map<String, double[]> known = new LinkedHashMap<>();
    ranks.forEach((name, list) -> known.put(name, known(list, followers, rate, times)));
    Map<Pair, Double> found = new LinkedHashMap<>();
    outcomes.forEach(
        (outcome, it) -> {
          double[] brought = it.ranks(times);
          double[] foretold = known(brought, followers, rate, times);
          ranks.forEach(
              (name, list) -> {
                double rho = RankCorrelation.of(list, brought, times);
                found.put(new Pair(Measure.SPEARMAN, name, outcome), rho);
                if (!name.equals(FOLLOWERS) && !name.equals(RATE)) {
                  double[] by = known.getOrDefault(name, foretold);
                  found.put(
                      new Pair(Measure.BEYOND, name, outcome),
                      beyond(rho, by, foretold, rateFollowers));
                }
              });
        });
    return found;
  }

  /** What followers, and the raw mean rate, tell of ranks. */
  private static double[] known(double[] ranks, double[] followers, double[] rate, int[] times) {
    return new double[] {
      RankCorrelation.of(ranks, followers, times), RankCorrelation.of(ranks, rate, times)
    };
  }

  /** A correlation without what followers and the raw mean rate tell of both. */
  static double beyond(double rho, double[] one, double[] other, double rateFollowers) {
    return RankCorrelation.without(
        RankCorrelation.without(rho, one[0], other[0]),
        RankCorrelation.without(one[1], one[0], rateFollowers),
        RankCorrelation.without(other[1], other[0], rateFollowers));
  }

  /** What a budget buys down each list of all posts. */
  private List<Figure> spent() {
    List<Integer> all = IntStream.range(0, posts.size()).boxed().toList();
    double most = Spending.hindsight(prices, gains, budget);
    List<Figure> figures = new ArrayList<>();
    for (Order order : orders) {
      double share = down(sorted(all, order)) / most;
      figures.add(spent(Measure.SPENT, order.name, share, Double.NaN));
    }
    Random random = new Random(seed);
    double[] shares = new double[ORDERS];
    for (int i = 0; i < ORDERS; i++) {
      List<Integer> shuffled = new ArrayList<>(all);
      Collections.shuffle(shuffled, random);
      shares[i] = down(shuffled) / most;
    }
    figures.add(spent(Measure.SPENT, RANDOM, shares));
    return figures;
  }

  private double down(List<Integer> order) {
    return Spending.down(order, prices, gains, budget);
  }

  private static Figure spent(Measure measure, String list, double share, double deviation) {
    return new Figure(
        measure, list, Outcome.ENGAGEMENTS, new Range(share, Double.NaN, Double.NaN), deviation);
  }

  private static Figure spent(Measure measure, String list, double[] shares) {
    double mean = Arrays.stream(shares).average().orElse(Double.NaN);
    double squares = Arrays.stream(shares).map(share -> (share - mean) * (share - mean)).sum();
    return spent(measure, list, mean, Math.sqrt(squares / (shares.length - 1)));
  }

  private List<Integer> sorted(List<Integer> chosen, Order order) {
    Map<Integer, Double> values = new TreeMap<>();
    chosen.forEach(i -> values.put(i, order.of.applyAsDouble(posts.get(i))));
    return chosen.stream()
        .sorted(
            Comparator.comparingDouble(
                i -> {
                  double value = values.getOrDefault(i, Double.NaN);
                  return Double.isNaN(value) ? Double.POSITIVE_INFINITY : -value;
                }))
        .toList();
  }

  /** What a budget buys down drawn lists, one post an account, and what a plan buys on them. */
  private List<Figure> spentOnDraws() {
    Map<String, double[]> shares = new LinkedHashMap<>();
    orders.forEach(order -> shares.put(order.name, new double[LISTS]));
    shares.put(RANDOM, new double[LISTS]);
    shares.put(PLAN, new double[LISTS]);
    Random random = new Random(seed);
    for (int draw = 0; draw < LISTS; draw++) {
      List<List<Integer>> accounts = new ArrayList<>(byAccount);
      Collections.shuffle(accounts, random);
      List<Integer> chosen =
          accounts.subList(0, length()).stream()
              .map(own -> own.get(random.nextInt(own.size())))
              .toList();
      double most =
          Spending.hindsight(
              chosen.stream().mapToDouble(i -> prices[i]).toArray(),
              chosen.stream().mapToDouble(i -> gains[i]).toArray(),
              budget);
      int at = draw;
      orders.forEach(order -> put(shares, order.name, at, down(sorted(chosen, order)) / most));
      put(shares, RANDOM, at, down(chosen) / most);
      put(shares, PLAN, at, planned(chosen) / most);
    }
    return shares.entrySet().stream()
        .map(each -> spent(Measure.SPENT_ON_DRAWS, each.getKey(), each.getValue()))
        .toList();
  }

  private static void put(Map<String, double[]> shares, String list, int at, double share) {
    shares.getOrDefault(list, new double[LISTS])[at] = share;
  }

  private double planned(List<Integer> chosen) {
    Map<String, Double> brought = new TreeMap<>();
    chosen.forEach(i -> brought.put(posts.get(i).before().id(), gains[i]));
    Deal deal = planner.plan(chosen.stream().map(i -> posts.get(i).before()).toList());
    return deal.people().stream()
        .mapToDouble(person -> brought.getOrDefault(person.id(), Double.NaN))
        .sum();
  }
}
