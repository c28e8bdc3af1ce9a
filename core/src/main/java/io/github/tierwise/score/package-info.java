/**
 * Criteria, the score, and rankings.
 *
 * <p>A {@link io.github.tierwise.score.Scorer} is made once for a brand. Its score is {@code 100 ·
 * Σ wᵢ uᵢ / Σ wᵢ}, defined as the sum of its contributions in their order; the utilities {@code uᵢ}
 * in [0, 1] come from {@link io.github.tierwise.score.Criterion criteria} whose reference points
 * are fixed, so that adding or removing a candidate never changes another's score.
 *
 * <p>Six guarantees, with their conditions:
 *
 * <ol>
 *   <li>Reasons add up: the contributions, summed in order, are the score, bit for bit.
 *   <li>Bought followers never pay: more followers with equal counts and all else equal never raise
 *       a score. With your own criteria or models, ask {@link
 *       io.github.tierwise.score.Scorer#boughtFollowersNeverPay()}. Gates are outside it.
 *   <li>Unknown is not zero: a missing input takes a stated neutral utility, keeps its weight, is
 *       marked as assumed and opens its contribution to the full range.
 *   <li>Same bits everywhere: one profile, a range of columns, one thread or many, any Java.
 *   <li>Gates stand apart: an ineligible profile keeps its score and is never ranked.
 *   <li>More engagement never hurts: more likes, comments, shares or saves never lower a score.
 * </ol>
 *
 * <p>To add a criterion, implement {@link io.github.tierwise.score.Criterion}, check it with {@code
 * Contracts.check} of the module {@code io.github.tierwise.contracts} and give it to {@link
 * io.github.tierwise.score.Scorer.Builder#criterion}.
 *
 * @serial exclude
 */
package io.github.tierwise.score;
