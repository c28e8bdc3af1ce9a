package io.github.tierwise.score;

import io.github.tierwise.engagement.EngagementModel;
import io.github.tierwise.engagement.SizeCurve;
import io.github.tierwise.internal.Checks;
import io.github.tierwise.internal.Nullable;
import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Priority;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * The standard criteria: engagement, conversion, audience fit, cost, engaged audience. {@link
 * Scorer} uses them by itself; they are here to be looked at, tested and composed anew. All are
 * immutable, thread-safe and serializable (if the models they are made from are).
 *
 * @since 0.1.0
 */
public final class Criteria {

  private Criteria() {}

  /**
   * Engagement against what is expected for the account's size. Utility 0 to 1 from -3 to +3
   * doublings above expectation on Instagram, -4 to +4 elsewhere (own defaults, about 2.3 robust
   * standard deviations on lists of real accounts), of a residual drawn a fifth of the way to the
   * expectation; unknown 0.5. Accounts on other platforms than the curve's are unknown.
   *
   * @param model the engagement rate
   * @param curve the rate to expect, made for the same formula
   * @return the criterion, non-increasing in followers if the model promises not to use them
   * @throws IllegalArgumentException if the curve was made for another formula
   */
  public static Criterion engagement(EngagementModel model, SizeCurve curve) {
    return new EngagementCriterion(everywhere(model, curve));
  }

  /**
   * How many people engage with a post: engagements observed, never inferred from followers.
   * Utility 0 to 1 from 10 to 10 million, a sixth for each tenfold (own default); unknown 1/6, as
   * if 100, so that hiding counts does not pay.
   *
   * @param model which interactions count
   * @return the criterion, independent of followers if the model is
   */
  public static Criterion engagedAudience(EngagementModel model) {
    return new EngagedAudienceCriterion(everywhere(model, null));
  }

  /**
   * How many of those who clicked in earlier campaigns converted: {@code (conversions + 2) /
   * (clicks + 100)}. Utility 0 to 1 from 0.25% to 16%, in doublings (own default); unknown 0.5.
   *
   * @return the criterion, independent of followers
   */
  public static Criterion conversion() {
    return new ConversionCriterion();
  }

  /**
   * How much of the audience the brand wants: the share covered in each dimension of its target, at
   * least 0.05; the geometric mean over dimensions, so that a wrong country cannot be averaged
   * away. A value given without a share counts as 1 if wanted, as 0.2 if not (own defaults). A
   * dimension of which nothing is known counts as 0.5; if all are unknown, so is the utility,
   * neutral 0.5.
   *
   * @param brand the brand, with a target audience
   * @return the criterion, independent of followers
   * @throws IllegalArgumentException if the brand has no target audience
   */
  public static Criterion audienceFit(BrandProfile brand) {
    return new AudienceFitCriterion(brand.targets());
  }

  /**
   * What is left of the budget after one post: {@code 1 - price / budget}, clamped. The price is
   * the quote, else the curve's. Unknown 0.5.
   *
   * @param brand the brand, with a budget
   * @param prices usual prices in the brand's currency
   * @return the criterion, non-increasing in followers
   * @throws IllegalArgumentException if the brand has no budget or the currencies differ
   */
  public static Criterion cost(BrandProfile brand, PriceCurve prices) {
    Objects.requireNonNull(prices, "prices");
    Checks.positive(brand.budget(), "budget");
    return new CostCriterion(brand.budget(), meter(brand, Map.of(), prices));
  }

  /** The standard criterion of a priority: where each is registered. */
  static StandardCriterion standard(Priority priority, BrandProfile brand, Meter meter) {
    return switch (priority) {
      case ENGAGEMENT -> new EngagementCriterion(meter);
      case CONVERSION -> new ConversionCriterion();
      case AUDIENCE_FIT -> new AudienceFitCriterion(brand.targets());
      case COST -> new CostCriterion(brand.budget(), meter);
      case ENGAGED_AUDIENCE -> new EngagedAudienceCriterion(meter);
    };
  }

  /** What measures accounts for a brand. */
  static Meter meter(
      BrandProfile brand, Map<Platform, Meter.Rate> rates, @Nullable PriceCurve prices) {
    if (prices != null && !prices.currency().equals(brand.currency())) {
      throw new IllegalArgumentException(
          "usual prices must be in %s, the brand's currency, was %s"
              .formatted(brand.currency(), prices.currency()));
    }
    return new Meter(rates, brand.currency(), prices);
  }

  private static Meter everywhere(EngagementModel model, @Nullable SizeCurve curve) {
    Map<Platform, Meter.Rate> rates = new EnumMap<>(Platform.class);
    for (Platform platform : Platform.values()) {
      boolean its = curve != null && curve.platform() == platform;
      rates.put(platform, new Meter.Rate(model, its ? curve : null));
    }
    return new Meter(rates, "", null);
  }
}
