/**
 * Follower count (or more) to a band of one published definition, or the reason why there is none.
 *
 * <p>Definitions disagree: "micro" starts anywhere from 0 to 50,000 followers and ends anywhere
 * from 10,000 to 500,000. So a tier here is always a tier <em>of a definition</em>. Tiers are for
 * display, gates and research; no score jumps at a tier's edge.
 *
 * <p>The catalogue holds every definition whose figures were seen in its source, or in another
 * page's account of it: {@link io.github.tierwise.tier.TierPolicies#publishedIds()}. Each has a
 * {@link io.github.tierwise.tier.Citation} with the bounds as stated. "1k-10k" beside "10k-50k"
 * leaves open where 10,000 is: {@link io.github.tierwise.tier.TierPolicies.EdgeReading}.
 *
 * <p>To add a definition of your own, use {@link
 * io.github.tierwise.tier.TierPolicies#ranges(String)}; for anything that ranges cannot say,
 * implement {@link io.github.tierwise.tier.TierPolicy}.
 *
 * @serial exclude
 */
package io.github.tierwise.tier;
