package io.github.tierwise.study;

import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Profile;
import io.github.tierwise.profile.ProfileColumns;
import io.github.tierwise.tier.Classification;
import io.github.tierwise.tier.CommonTier;
import io.github.tierwise.tier.EdgeReading;
import io.github.tierwise.tier.Tier;
import io.github.tierwise.tier.TierPolicies;
import io.github.tierwise.tier.TierPolicy;
import io.github.tierwise.tier.Unclassified;
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
   * Definitions of every kind: two edges' readings, a gap, platforms, needs, and {@link ByLikes}.
   */
  static List<TierPolicy> definitions() {
    List<TierPolicy> definitions = new ArrayList<>();
    for (String id : List.of("impact", "forbes", "iab-uk", "viral-nation", "agcom-2024")) {
      definitions.add(TierPolicies.published(id));
    }
    definitions.add(TierPolicies.published("forbes", EdgeReading.LOWER_TIER));
    definitions.add(
        TierPolicies.ranges("with-a-gap").tier("micro", 10, 2_000).tier("VIP", 5e5, 1e9).build());
    definitions.add(new ByLikes());
    return definitions;
  }

  /** Looks at something else than followers. */
  static final class ByLikes implements TierPolicy {
    private final Tier few = new Tier("by-likes", "micro", 1, CommonTier.MICRO, 0, 1e12);
    private final Tier many = new Tier("by-likes", "liked", 2, CommonTier.MEGA, 0, 1e12);
    private final Unclassified unknown =
        new Unclassified("by-likes", Unclassified.Reason.CANNOT_TELL, "likes are unknown");

    @Override
    public String id() {
      return "by-likes";
    }

    @Override
    public List<Classification> outcomes() {
      return List.of(few, many, unknown);
    }

    @Override
    public Classification classify(Profile profile) {
      return Double.isNaN(profile.likes()) ? unknown : profile.likes() < 500 ? few : many;
    }
  }
}
