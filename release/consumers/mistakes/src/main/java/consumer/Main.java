package consumer;

import io.github.tierwise.contracts.Contracts;
import io.github.tierwise.engagement.EngagementModel;
import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Profile;
import io.github.tierwise.score.Scorer;
import io.github.tierwise.tier.Classification;
import io.github.tierwise.tier.CommonTier;
import io.github.tierwise.tier.Tier;
import io.github.tierwise.tier.TierPolicy;
import java.util.List;

/**
 * Makes the three mistakes that are easiest to make, as its author would who has never read the
 * documentation, and reads what the checks say.
 */
final class Main {

  private Main() {}

  public static void main(String[] args) {
    EngagementModel difference =
        EngagementModel.of(
            "likes - comments", Measure.FOLLOWERS, p -> p.likes() - p.comments());
    said(
        "a tier policy that puts unknown followers into a tier",
        () -> Contracts.check(new SmallOrLarge()),
        "with unknown followers it must be unclassified with the reason CANNOT_TELL");
    said(
        "an engagement model that counts unknown comments as 0",
        () ->
            Contracts.check(
                EngagementModel.of(
                    "likes + comments",
                    Measure.FOLLOWERS,
                    p -> p.likes() + (Double.isNaN(p.comments()) ? 0 : p.comments()))),
        "every account: unknown comments must not count as none: the engagements must be NaN, or"
            + " isLowerBound true");
    said(
        "one that is negative",
        () -> Contracts.check(difference),
        "mostly-comments: engagements must be finite and >= 0 or NaN, was -70920.0");
    refused(difference);
    System.out.println("a plug-in author's three mistakes are caught, and no negative number scored");
  }

  /** Unless the check says this of the mistake, it has missed it. */
  private static void said(String mistake, Runnable check, String words) {
    try {
      check.run();
    } catch (AssertionError e) {
      if (e.getMessage().contains(words)) {
        return;
      }
      throw new AssertionError(mistake + " must be caught in words, was: " + e.getMessage(), e);
    }
    throw new AssertionError(mistake + " must be caught, was not");
  }

  /** Who never checks it is told when it is scored. */
  private static void refused(EngagementModel model) {
    Scorer scorer =
        Scorer.builder(BrandProfile.builder().budget(5_000, "USD").build())
            .engagement(Platform.INSTAGRAM, model)
            .build();
    String text = "";
    try {
      scorer.score(
          Influencer.builder("ana", Platform.INSTAGRAM).likes(40).comments(43).build());
    } catch (IllegalStateException e) {
      text = e.getMessage();
    }
    if (!text.equals(
        "engagements of ana by the model likes - comments must be finite and >= 0, or NaN for"
            + " unknown, was -3")) {
      throw new AssertionError("a negative number must be refused in words, was: " + text);
    }
  }

  /** NaN is at least 10,000? No. So it is small. */
  private static final class SmallOrLarge implements TierPolicy {
    private final Tier small = tier("small", 1, 0, 10_000);
    private final Tier large = tier("large", 2, 10_000, Double.POSITIVE_INFINITY);
    private final List<Classification> outcomes = List.of(small, large);

    private static Tier tier(String label, int order, double min, double max) {
      return new Tier("small-or-large", label, order, CommonTier.NONE, min, max);
    }

    @Override
    public String id() {
      return "small-or-large";
    }

    @Override
    public List<Classification> outcomes() {
      return outcomes;
    }

    @Override
    public Classification classify(Profile profile) {
      return profile.followers() >= 10_000 ? large : small;
    }
  }
}
