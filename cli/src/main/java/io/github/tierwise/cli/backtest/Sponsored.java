package io.github.tierwise.cli.backtest;

import io.github.tierwise.cli.backtest.Validity.Order;
import io.github.tierwise.cli.run.Peers;
import io.github.tierwise.deal.DealPlanner;
import io.github.tierwise.engagement.EngagementModel;
import io.github.tierwise.engagement.EngagementModels;
import io.github.tierwise.engagement.LevelEstimator;
import io.github.tierwise.engagement.PostHistory;
import io.github.tierwise.engagement.SizeCurve;
import io.github.tierwise.files.Brand;
import io.github.tierwise.files.accounts.AccountList;
import io.github.tierwise.files.accounts.SponsoredPost;
import io.github.tierwise.files.cells.InputException;
import io.github.tierwise.files.cells.NumberText;
import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.CompanySize;
import io.github.tierwise.profile.Goal;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.score.Scorer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The sponsored posts of one platform, and the lists that are held against what they brought. */
final class Sponsored {

  /** Spent where no brand says its budget (own default). */
  private static final double USUAL_BUDGET = 5_000;

  private final AccountList reading;
  private final Platform where;
  private final EngagementModel model;
  private final List<Brand> brands;
  private final List<Scorer> scorers;
  private final Peers peers;
  private final double minAge;

  /**
   * Sponsored posts.
   *
   * @param brands whose scores are looked at; the first spends its budget
   * @param minAge sponsored posts that were counted younger are left out, in days
   */
  Sponsored(AccountList reading, Platform where, List<Brand> brands, Peers peers, double minAge) {
    this.reading = reading;
    this.where = where;
    this.brands = List.copyOf(brands);
    this.peers = peers;
    this.minAge = minAge;
    model = EngagementModels.standard(where);
    scorers = brands.stream().map(each -> peers.scorer(each, Optional.empty())).toList();
  }

  /** A brand that has a budget to spend. */
  static Brand brand(Brand brand, Optional<Double> budget) {
    if (brand.profile().currency().isEmpty()) {
      throw new InputException(
          brand.name() + ": budget and currency must be said to spend it, were unknown");
    }
    return budget.map(brand::withBudget).orElse(brand);
  }

  /** Two brands that want different things and have one budget, in US dollars. */
  static List<Brand> usualBrands(Optional<Double> budget) {
    BrandProfile spends = BrandProfile.builder().budget(budget.orElse(USUAL_BUDGET), "USD").build();
    return List.of(
        brand(
            "a large brand, awareness",
            spends.toBuilder().size(CompanySize.LARGE).goal(Goal.AWARENESS).build()),
        brand("an SME, sales", spends.toBuilder().size(CompanySize.SME).goal(Goal.SALES).build()));
  }

  private static Brand brand(String name, BrandProfile profile) {
    Brand unknown = Brand.unknown();
    return new Brand(
        name,
        profile,
        unknown.definition(),
        unknown.requiredTiers(),
        unknown.minEngagements(),
        unknown.plausibleOnly(),
        unknown.usdRate(),
        unknown.remarks());
  }

  /** What the lists told. */
  ValidityTable table(long seed) {
    if (!reading.sponsored().marked()) {
      throw new InputException(
          "%s must have posts with a column that marks sponsored ones, found none; say which it is, as in --map sponsored=COLUMN"
              .formatted(reading.name()));
    }
    Scorer first = scorers.get(0);
    List<SponsoredPost> all =
        reading.sponsored().posts().get().stream()
            .filter(each -> each.before().platform() == where && isOldEnough(each))
            .toList();
    List<SponsoredPost> posts =
        all.stream()
            .filter(each -> each.before().followers() > 0)
            .filter(each -> Validity.price(each.before(), first) > 0)
            .toList();
    int leftOut = all.size() - posts.size();
    String unmarked = NumberText.of(reading.sponsored().unmarked(), "post");
    if (posts.size() < BacktestCommand.FEWEST_ACCOUNTS) {
      throw new InputException(
          "%s must have >= %d sponsored posts that have an earlier one that is not sponsored, and of which followers and a price, quoted or usual, are known, had %d; %s left out without followers or price, and %s that no cell says of whether it is sponsored"
              .formatted(
                  reading.name(),
                  BacktestCommand.FEWEST_ACCOUNTS,
                  posts.size(),
                  NumberText.count(leftOut),
                  unmarked));
    }
    BrandProfile spends = brands.get(0).profile();
    DealPlanner.Builder planner = DealPlanner.builder(first);
    peers.estimators().forEach(planner::estimator);
    Validity validity =
        new Validity(posts, orders(), first, planner.build(), spends.budget(), seed);
    String head =
        "%s sponsored posts of %s on %s, %s, scored from earlier posts that are not sponsored, seed %d; left out: %s without followers or price; not known to be sponsored or not: %s"
            .formatted(
                NumberText.count(posts.size()),
                NumberText.of(validity.accounts(), "account"),
                where.displayName(),
                model.formula(),
                seed,
                NumberText.count(leftOut),
                unmarked);
    return new ValidityTable(head, validity, spends);
  }

  private boolean isOldEnough(SponsoredPost post) {
    if (minAge > 0) {
      BacktestCommand.checkTimes(reading.name(), post.earlier());
    }
    return minAge == 0 || post.age() >= minAge;
  }

  private List<Order> orders() {
    ToDoubleFunction<SponsoredPost> forecast = forecast();
    List<Order> orders = new ArrayList<>();
    for (int i = 0; i < brands.size(); i++) {
      Scorer scorer = scorers.get(i);
      String name = "score of " + brands.get(i).name();
      orders.add(new Order(name, post -> scorer.value(post.before())));
    }
    orders.add(new Order(Validity.FOLLOWERS, post -> post.before().followers()));
    orders.add(new Order("raw mean engagements", Sponsored::mean));
    orders.add(new Order(Validity.RATE, post -> mean(post) / post.before().followers()));
    orders.add(new Order("forecast", forecast));
    orders.add(
        new Order(
            "forecast per money",
            post -> forecast.applyAsDouble(post) / Validity.price(post.before(), scorers.get(0))));
    return orders;
  }

  private static double mean(SponsoredPost post) {
    return post.earlier().posts().stream()
        .mapToDouble(PostHistory.Post::engagements)
        .average()
        .orElse(Double.NaN);
  }

  /** The forecast of the post itself, as old as it was when it was counted. */
  private ToDoubleFunction<SponsoredPost> forecast() {
    Optional<SizeCurve> curve =
        peers.curves().stream()
            .filter(each -> each.platform() == where)
            .findFirst()
            .or(() -> SizeCurve.published(where, model));
    LevelEstimator estimator =
        peers.estimators().getOrDefault(where, LevelEstimator.standard(where));
    return post ->
        estimator
            .forecast(
                estimator.level(post.earlier()),
                curve.map(each -> each.expectedLog(post.before())).orElse(Double.NaN),
                post.post().at(),
                post.age())
            .value();
  }
}
