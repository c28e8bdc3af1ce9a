/**
 * Scores social-media influencers for a brand and shows why, exactly. No dependencies.
 *
 * <pre>{@code
 * BrandProfile brand = BrandProfile.builder().budget(5_000, "USD").goal(Goal.SALES).build();
 * Influencer ana = Influencer.builder("ana", Platform.INSTAGRAM)
 *     .followers(48_000).likes(1_080).comments(72).build();
 * Scorer scorer = Scorer.of(brand);
 * System.out.print(scorer.explain(ana).toText());
 * }</pre>
 *
 * <p>Start with {@link io.github.tierwise.score.Scorer}. Accounts and brands are in {@link
 * io.github.tierwise.profile}, tier definitions in {@link io.github.tierwise.tier}, engagement
 * rates and what to expect of a size in {@link io.github.tierwise.engagement}, and the reasons in
 * {@link io.github.tierwise.explain}. {@link io.github.tierwise.deal} spends a budget, {@link
 * io.github.tierwise.study} compares definitions, {@link io.github.tierwise.stability} tells how
 * sure a ranking is.
 *
 * <p>To put in something of your own, implement {@link io.github.tierwise.score.Criterion}, {@link
 * io.github.tierwise.engagement.EngagementModel} or {@link io.github.tierwise.tier.TierPolicy}, and
 * check it with {@code Contracts.check} of the module {@code io.github.tierwise.contracts}.
 */
module io.github.tierwise.core {
  exports io.github.tierwise.explain;
  exports io.github.tierwise.profile;
  exports io.github.tierwise.tier;
  exports io.github.tierwise.engagement;
  exports io.github.tierwise.score;
  exports io.github.tierwise.deal;
  exports io.github.tierwise.study;
  exports io.github.tierwise.stability;
}
