package io.github.tierwise.tier;

import io.github.tierwise.internal.Checks;
import io.github.tierwise.internal.Text;
import java.io.Serializable;
import java.util.Objects;

/**
 * One band of one definition: {@code min} followers belong to it, {@code max} do not.
 *
 * <p>Where a source has another measure than followers, the bounds are the widest that its words
 * allow, 0 and infinity if they say nothing of followers.
 *
 * <p>This record is immutable, thread-safe and a value.
 *
 * @param definition the id of the definition that it is part of
 * @param label the source's own label, such as {@code micro} or {@code VIP}
 * @param order its place in the definition, from 1 for the first
 * @param common the common name that it corresponds to, for comparing definitions
 * @param min the fewest followers, inclusive, at least 0
 * @param max the number of followers from which it no longer applies; positive infinity if it has
 *     no upper end
 * @since 0.1.0
 */
public record Tier(
    String definition, String label, int order, CommonTier common, double min, double max)
    implements Classification, Serializable {

  /**
   * Checks the bounds.
   *
   * @param definition the id of the definition that it is part of
   * @param label the source's own label
   * @param order its place in the definition, from 1
   * @param common the common name that it corresponds to
   * @param min the fewest followers, inclusive
   * @param max the first number of followers beyond it, exclusive
   * @throws IllegalArgumentException if a text is blank, {@code order < 1}, or not {@code 0 <= min
   *     < max}
   */
  public Tier {
    definition = Checks.notBlank(definition, "definition");
    label = Checks.notBlank(label, "label");
    Objects.requireNonNull(common, "common");
    Checks.atLeast(1, order, "order");
    min = Checks.atLeastZero(min, "min of " + label);
    if (!(max > min)) {
      throw new IllegalArgumentException(
          "max of %s must be > min %s, was %s".formatted(label, Text.plain(min), Text.plain(max)));
    }
  }

  /** The label and the range, as in {@code micro (10,000 to below 50,000)}. */
  @Override
  public String toString() {
    if (min == 0 && Double.isInfinite(max)) {
      return label + " (any number of followers)";
    }
    String to = Double.isInfinite(max) ? " and more" : " to below " + Text.count(max);
    return label + " (" + Text.count(min) + to + ")";
  }
}
