package io.github.tierwise.engagement;

import io.github.tierwise.explain.Explanation;
import io.github.tierwise.internal.Checks;
import io.github.tierwise.internal.Logs;
import io.github.tierwise.internal.Priors;
import io.github.tierwise.internal.Text;
import io.github.tierwise.profile.Direction;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Profile;
import io.github.tierwise.profile.ProfileColumns;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * An engagement rate: which interactions count, and what they are divided by.
 *
 * <p>The one method to implement is {@link #engagements(Profile)}, the numerator. It, not the rate,
 * is what scores are made from: a rate multiplied back by followers would differ in its last bit
 * whenever the followers do, and "more followers never raise a score" would be almost true.
 *
 * <p>Weighted interactions, which most rates are, need no class: {@link EngagementModels#weighted}.
 * What to expect of a model for a size is a {@link SizeCurve}; both go into a scorer together.
 *
 * <p>Implementations must be immutable and thread-safe and must not keep the profile. {@code
 * Contracts.check} in the module {@code tierwise-contracts} verifies it.
 *
 * @since 0.1.0
 */
public interface EngagementModel {

  /**
   * A model from a function.
   *
   * @param formula the name of the rate, such as {@code saves by followers}
   * @param denominator what the interactions are divided by, {@link Measure#FOLLOWERS} or {@link
   *     Measure#VIEWS}
   * @param engagements the interactions per post that count, finite and at least 0, NaN if unknown;
   *     it must be thread-safe and must not keep the profile
   * @return a model that states nothing about followers and errors and is not serializable; for
   *     more, implement this interface
   * @throws IllegalArgumentException if the formula is blank or the denominator is another measure
   */
  static EngagementModel of(
      String formula, Measure denominator, ToDoubleFunction<Profile> engagements) {
    return new FunctionModel(Checks.notBlank(formula, "formula"), denominator, engagements);
  }

  /**
   * The name of the rate.
   *
   * @return such as {@code likes + comments by followers}; two models with the same name are taken
   *     to be the same formula
   */
  String formula();

  /**
   * What the interactions are divided by.
   *
   * @return {@link Measure#FOLLOWERS} or {@link Measure#VIEWS}
   */
  Measure denominator();

  /**
   * Where the rate comes from.
   *
   * @return its name, who uses it and the source; "own model" unless overridden
   */
  default String source() {
    return EngagementModels.OWN;
  }

  /**
   * The interactions of a post that count: the numerator of the rate. Unknown is not zero: where
   * interactions that count are unknown, so is the number, or {@link #isLowerBound} says that it
   * leaves them out.
   *
   * @param profile the account
   * @return a mean per post, finite and at least 0, or NaN if unknown; a scorer refuses anything
   *     else
   */
  double engagements(Profile profile);

  /**
   * The engagement rate.
   *
   * @param profile the account
   * @return a fraction (0.024 for 2.4%; it may exceed 1), or NaN if numerator or denominator is
   *     unknown or the denominator is 0
   */
  default double rate(Profile profile) {
    double exposure = profile.get(denominator());
    return exposure > 0 ? engagements(profile) / exposure : Double.NaN;
  }

  /**
   * Whether the account's posts were read by this formula, so that its level is theirs.
   *
   * @param profile the account
   * @return false if all that is known are means over posts
   */
  default boolean isFromPosts(Profile profile) {
    return profile.levelFormula().equals(formula());
  }

  /**
   * The interactions of a typical post.
   *
   * @param profile the account
   * @return those that the level stands for if posts were read, else {@link #engagements(Profile)}
   */
  default double typicalEngagements(Profile profile) {
    return isFromPosts(profile) ? Logs.exp2(level(profile)) - 1 : engagements(profile);
  }

  /**
   * The engagement rate of a typical post.
   *
   * @param profile the account
   * @return {@link #typicalEngagements} by the denominator, a fraction, or NaN as for {@link #rate}
   */
  default double typicalRate(Profile profile) {
    double exposure = profile.get(denominator());
    return exposure > 0 ? typicalEngagements(profile) / exposure : Double.NaN;
  }

  /**
   * The account's own level: what is compared with the expectation.
   *
   * @param profile the account
   * @return the level that was made from its posts by this formula; else the binary logarithm of 1
   *     + {@link #engagements(Profile)}; NaN if neither is known
   */
  default double level(Profile profile) {
    return isFromPosts(profile)
        ? profile.get(Measure.LEVEL)
        : Logs.log2(1.0 + engagements(profile));
  }

  /**
   * How uncertain the level is.
   *
   * @param profile the account
   * @return the variance of the level in units of a post's; 1 for a mean over posts, which tells as
   *     much as one post
   */
  default double levelVariance(Profile profile) {
    return isFromPosts(profile) ? profile.get(Measure.LEVEL_VARIANCE) : Priors.MEAN_VARIANCE;
  }

  /**
   * How much a post scatters around the account's own level.
   *
   * @param profile the account
   * @return the standard deviation of the binary logarithm of a post's engagements around the
   *     account's level, in doublings; NaN if it is not known
   */
  default double logError(Profile profile) {
    return isFromPosts(profile) ? profile.get(Measure.POST_DEVIATION) : Double.NaN;
  }

  /**
   * Whether {@link #engagements(Profile)} leaves out interactions that count but are not known, so
   * that there are at least as many.
   *
   * @param profile the account
   * @return false unless overridden
   */
  default boolean isLowerBound(Profile profile) {
    return false;
  }

  /**
   * By how many doublings the level may be higher, since interactions that count are unknown. The
   * range of a score and of a forecast is open by so much above.
   *
   * @param profile the account
   * @return {@link Measure#LEVEL_OPEN} if posts were read; 1 (own default) if that is unknown, or
   *     if means are a {@linkplain #isLowerBound lower bound}; else 0
   */
  default double levelOpen(Profile profile) {
    boolean fromPosts = isFromPosts(profile);
    double open = fromPosts ? profile.get(Measure.LEVEL_OPEN) : Double.NaN;
    if (!Double.isNaN(open)) {
      return open;
    }
    return fromPosts || isLowerBound(profile) ? Priors.MOST_LEFT_OUT : 0;
  }

  /**
   * How {@link #engagements(Profile)} answers to more followers with nothing else changed.
   *
   * @return {@link Direction#NOT_STATED} unless overridden
   */
  default Direction direction() {
    return Direction.NOT_STATED;
  }

  /**
   * The interactions of a range of rows, as {@link #engagements(Profile)} gives them, bit for bit.
   *
   * @param columns the accounts
   * @param from the first row
   * @param to the row after the last
   * @param out receives a number for each row
   * @param at the position in {@code out} of the first row's number
   * @throws IndexOutOfBoundsException if the range is not within the rows or does not fit {@code
   *     out}
   */
  default void engagements(ProfileColumns columns, int from, int to, double[] out, int at) {
    columns.map(from, to, this::engagements, out, at);
  }

  /**
   * Where {@link #engagements(Profile)} comes from.
   *
   * @param profile the account
   * @return an explanation whose value is the same, bit for bit
   */
  default Explanation explain(Profile profile) {
    double value = engagements(profile);
    return Explanation.function(
        "engagements", value, Text.count(value) + " a post, by the model " + formula(), List.of());
  }
}
