package consumer;

import io.github.tierwise.contracts.Contracts;
import io.github.tierwise.contracts.Samples;
import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Profile;
import io.github.tierwise.score.Criterion;
import io.github.tierwise.score.Scorer;

/**
 * Checks three strategies of its own, the scorer that is made of them, and that a bad one is seen.
 */
final class Main {

  private Main() {}

  public static void main(String[] args) {
    Contracts.check(new ViewTiers());
    Contracts.check(new SavesByViews());
    Contracts.check(new Talked());

    Scorer scorer =
        Scorer.builder(BrandProfile.builder().budget(5_000, "USD").build())
            .tiers(new ViewTiers())
            .engagement(Platform.OTHER, new SavesByViews())
            .criterion(new Talked(), 2)
            .build();
    Contracts.check(scorer);

    String seen = "";
    try {
      Contracts.check(new TooGood());
    } catch (AssertionError e) {
      seen = e.getMessage().lines().limit(2).reduce((first, second) -> second).orElseThrow();
    }
    if (!seen.contains("1.5")) {
      throw new AssertionError("a utility of 1.5 must be refused, was: " + seen);
    }
    System.out.println(
        "tier policy, engagement model, criterion and their scorer pass; a bad one does not; "
            + scorer.score(Samples.of(1, 40).get(30)));
  }

  private static final class TooGood implements Criterion {
    @Override
    public String name() {
      return "too good";
    }

    @Override
    public double utility(Profile profile) {
      return profile.likes() * 0 + 1.5;
    }
  }
}
