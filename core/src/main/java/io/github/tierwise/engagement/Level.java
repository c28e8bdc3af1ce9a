package io.github.tierwise.engagement;

import io.github.tierwise.internal.Checks;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/**
 * An account's own level of engagement, made from its posts and from nothing else: it knows no
 * followers and no other account.
 *
 * <p>This record is immutable, thread-safe, serializable and a value.
 *
 * @param log the binary logarithm of 1 + the engagements of a typical post once it has aged
 * @param variance how uncertain {@code log} is, in units of {@code deviation} squared; 1 after one
 *     post
 * @param deviation the standard deviation of a post around the level, in doublings
 * @param posts how many posts it was made from
 * @param at when the newest of them was published
 * @since 0.1.0
 */
public record Level(double log, double variance, double deviation, int posts, Instant at)
    implements Serializable {

  /**
   * Checks the values.
   *
   * @param log the binary logarithm of 1 + the engagements of a typical post once it has aged
   * @param variance how uncertain {@code log} is, in units of {@code deviation} squared
   * @param deviation the standard deviation of a post around the level, in doublings
   * @param posts how many posts it was made from
   * @param at when the newest of them was published
   * @throws IllegalArgumentException if a number is not finite, {@code log} is negative, or another
   *     is not &gt; 0
   */
  public Level {
    log = Checks.atLeastZero(log, "log");
    Checks.positive(variance, "variance");
    Checks.positive(deviation, "deviation");
    if (posts < 1) {
      throw new IllegalArgumentException("posts must be >= 1, was " + posts);
    }
    Objects.requireNonNull(at, "at");
  }
}
