package io.github.tierwise.files.json;

import io.github.tierwise.deal.Deal;
import io.github.tierwise.deal.DealPlanner;
import io.github.tierwise.deal.Frontier;
import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.CompanySize;
import io.github.tierwise.profile.Goal;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Priority;
import io.github.tierwise.profile.ProfileColumns;
import io.github.tierwise.score.PriceCurve;
import io.github.tierwise.score.Scorer;
import io.github.tierwise.study.TierStudy;
import io.github.tierwise.tier.TierPolicies;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of each type, by its name in the schema. */
final class Samples {

  static final Influencer ANA =
      Influencer.builder("ana", Platform.INSTAGRAM)
          .followers(48_000)
          .posts(12)
          .likes(1_080.5)
          .comments(72)
          .price(350, "EUR")
          .level("likes + comments by followers", 10.2, 0.25, 0.9)
          .topic("vegan", 0.8)
          .audience("country", "DE", 0.62)
          .audience("country", "AT", 0.1)
          .label("topic", "food")
          .build();

  static final BrandProfile BRAND =
      BrandProfile.builder()
          .budget(5_000, "EUR")
          .size(CompanySize.SME)
          .goal(Goal.SALES)
          .ownPresence(false)
          .topic("vegan", 1)
          .audience("country", "DE", 1)
          .audience("age", "18-24", 0.5)
          .priority(Priority.AUDIENCE_FIT, 2)
          .build();

  static final Scorer SCORER =
      Scorer.builder(BRAND)
          .tiers(TierPolicies.published("impact"))
          .requireTier("micro")
          .minEngagements(12.5)
          .plausibleOnly(true)
          .prices(PriceCurve.published().in("EUR", 0.92))
          .build();

  private static final Scorer PLAIN = Scorer.of(BRAND);

  private Samples() {}

  static List<Influencer> accounts() {
    List<Influencer> accounts = new ArrayList<>(List.of(ANA));
    for (int i = 0; i < 30; i++) {
      Influencer.Builder builder =
          Influencer.builder("account-" + i, Platform.values()[i % 3])
              .followers(800 * Math.pow(1.4, i))
              .likes(i * 37 % 401 * 7)
              .comments(i * 11 % 307);
      if (i % 3 > 0) {
        builder.price(20 + 97 * i, "EUR");
      }
      if (i % 4 > 0) {
        builder.topic("vegan", i % 10 / 10.0);
      }
      accounts.add(builder.build());
    }
    return accounts;
  }

  static Deal deal() {
    return DealPlanner.builder(PLAIN).build().plan(accounts());
  }

  static Frontier frontier() {
    return DealPlanner.builder(PLAIN).build().frontier(accounts(), 500, 20_000);
  }

  static TierStudy study() {
    return TierStudy.of(
        ProfileColumns.copyOf(accounts()),
        TierPolicies.published("impact"),
        TierPolicies.published("forbes"),
        TierPolicies.standard());
  }

  /** A value of each type that is read as it was written. */
  static Map<String, Object> all() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("influencer", ANA);
    all.put("brand", BRAND);
    all.put("scorer", SCORER);
    all.put("score", PLAIN.score(ANA));
    all.put("ranking", PLAIN.rank(accounts()));
    all.put("explanation", PLAIN.explain(ANA));
    all.put("deal", DealSummary.of(deal()));
    all.put("frontier", FrontierSummary.of(frontier()));
    all.put("study", StudySummary.of(study()));
    return all;
  }
}
