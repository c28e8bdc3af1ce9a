package consumer;

import io.github.tierwise.profile.Profile;
import io.github.tierwise.tier.Classification;
import io.github.tierwise.tier.CommonTier;
import io.github.tierwise.tier.Tier;
import io.github.tierwise.tier.TierPolicy;
import io.github.tierwise.tier.Unclassified;
import java.util.List;

/** Tiers by who sees a post, whatever the number of followers. */
final class ViewTiers implements TierPolicy {

  private static final double MANY = 50_000;

  private final Tier seenByFew = tier("seen by few", 1);
  private final Tier seenByMany = tier("seen by many", 2);
  private final Unclassified unknown =
      new Unclassified(id(), Unclassified.Reason.CANNOT_TELL, "views are unknown");
  private final List<Classification> outcomes = List.of(seenByFew, seenByMany, unknown);

  private Tier tier(String label, int order) {
    return new Tier(id(), label, order, CommonTier.NONE, 0, Double.POSITIVE_INFINITY);
  }

  @Override
  public String id() {
    return "by-views";
  }

  @Override
  public List<Classification> outcomes() {
    return outcomes;
  }

  @Override
  public Classification classify(Profile profile) {
    if (Double.isNaN(profile.views())) {
      return unknown;
    }
    return profile.views() < MANY ? seenByFew : seenByMany;
  }
}
