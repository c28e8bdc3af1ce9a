/**
 * Counts to a rate, the rate that is expected for an account's size, and how sure both are.
 *
 * <p>An {@link io.github.tierwise.engagement.EngagementModel} says which interactions count and
 * what they are divided by; that is its formula. A {@link io.github.tierwise.engagement.SizeCurve}
 * says what that formula gives for an account of a certain size on a platform. Two formulas never
 * mix: a curve knows the formula that it was made for.
 *
 * <p>Rates that vendors and studies name are had by {@link
 * io.github.tierwise.engagement.EngagementModels#published}, each with its source.
 *
 * <p>To add a model, describe it with {@link
 * io.github.tierwise.engagement.EngagementModels#weighted} or implement the one method {@link
 * io.github.tierwise.engagement.EngagementModel#engagements(io.github.tierwise.profile.Profile)}.
 *
 * @serial exclude
 */
package io.github.tierwise.engagement;
