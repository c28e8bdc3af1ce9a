package io.github.tierwise.study;

import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Profile;
import io.github.tierwise.profile.ProfileColumns;
import io.github.tierwise.tier.Classification;
import io.github.tierwise.tier.CommonTier;
import io.github.tierwise.tier.Tier;
import io.github.tierwise.tier.TierPolicies;
import io.github.tierwise.tier.TierPolicies.EdgeReading;
import io.github.tierwise.tier.TierPolicy;
import io.github.tierwise.tier.Unclassified;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Synthetic accounts and definitions for the tests of this package. */
final class Accounts {

  private static final double[] EDGES = {0, 1, 999, 1e3, 1e4, 1e5, 99_999, 5e5, 1e6, 1e9};
  private static final Platform[] PLATFORMS = {
    Platform.INSTAGRAM, Platform.TIKTOK, Platform.YOUTUBE, Platform.OTHER
  };

  private Accounts() {}

  static List<Influencer> some(long seed, int count) {
    Random random = new Random(seed);
    List<Influencer> accounts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double followers =
          switch (random.nextInt(10)) {
            case 0 -> Double.NaN;
            case 1, 2, 3 -> EDGES[random.nextInt(EDGES.length)];
            default -> Math.floor(StrictMath.exp(random.nextDouble() * 18));
          };
      double likes =
          switch (random.nextInt(8)) {
            case 0 -> Double.NaN;
            case 1 -> 0;
            default -> Math.floor(followers * 0.05 * random.nextDouble());
          };
      accounts.add(
          Influencer.builder("a" + i, PLATFORMS[random.nextInt(PLATFORMS.length)])
              .followers(followers)
              .likes(likes)
              .comments(random.nextInt(3))
              .views(random.nextInt(5) * 1000.0)
              .price(10 + random.nextInt(500), "USD")
              .build());
    }
    return accounts;
  }

  static ProfileColumns columns(long seed, int count) {
    return ProfileColumns.copyOf(some(seed, count));
  }

  /**
   * Definitions of every kind: two edges' readings, a gap, platforms, needs, and two that look at
   * something else than followers.
   */
  static List<TierPolicy> definitions() {
    List<TierPolicy> definitions = new ArrayList<>();
    for (String id : List.of("impact", "forbes", "iab-uk", "viral-nation", "agcom-2024")) {
      definitions.add(TierPolicies.published(id));
    }
    definitions.add(TierPolicies.published("forbes", EdgeReading.LOWER_TIER));
    definitions.add(
        TierPolicies.ranges("with-a-gap").tier("micro", 10, 2_000).tier("VIP", 5e5, 1e9).build());
    definitions.add(new ByMeasure(Measure.LIKES, 500));
    definitions.add(new ByMeasure(Measure.VIEWS, 2_000));
    return definitions;
  }

  /** Looks at something else than followers: few or many of it. */
  static final class ByMeasure implements TierPolicy, Serializable {
    private static final long serialVersionUID = 1L;

    private final Measure measure;
    private final double limit;
    private final Tier few;
    private final Tier many;
    private final Unclassified unknown;

    ByMeasure(Measure measure, double limit) {
      this.measure = measure;
      this.limit = limit;
      few = new Tier(id(), "micro", 1, CommonTier.MICRO, 0, 1e12);
      many = new Tier(id(), "well known", 2, CommonTier.MEGA, 0, 1e12);
      unknown = new Unclassified(id(), Unclassified.Reason.CANNOT_TELL, measure + " unknown");
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof ByMeasure policy
          && measure == policy.measure
          && limit == policy.limit;
    }

    @Override
    public int hashCode() {
      return measure.hashCode();
    }

    @Override
    public String id() {
      return "by-" + measure.label();
    }

    @Override
    public List<Classification> outcomes() {
      return List.of(few, many, unknown);
    }

    @Override
    public Classification classify(Profile profile) {
      double value = profile.get(measure);
      return Double.isNaN(value) ? unknown : value < limit ? few : many;
    }
  }
}
