/**
 * The nouns: an account that a brand may back, one at a time ({@link
 * io.github.tierwise.profile.Influencer}) and as columns for millions ({@link
 * io.github.tierwise.profile.ProfileColumns}), and the brand ({@link
 * io.github.tierwise.profile.BrandProfile}).
 *
 * <p>Everything that scores sees an account through {@link io.github.tierwise.profile.Profile}.
 * Numbers are {@code double}, and NaN is unknown: <strong>unknown is unknown, never zero</strong>.
 * Nothing here knows a criterion, a tier or a score.
 *
 * @serial exclude
 */
package io.github.tierwise.profile;
