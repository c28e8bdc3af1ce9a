package io.github.tierwise.profile;

import io.github.tierwise.internal.Countries;
import java.util.List;
import java.util.Optional;

/**
 * What every tier policy, engagement model and criterion sees of one account: a read-only view.
 *
 * <p>An {@link Influencer} is one and may be kept. A row of {@link ProfileColumns} is one as well,
 * reused while a range is walked: <strong>a strategy must not keep a profile</strong>, nor hand it
 * to another thread.
 *
 * <p>Numbers are finite and at least 0, or NaN where unknown. Arithmetic on NaN gives NaN, and a
 * comparison with NaN is false: test with {@link Double#isNaN(double)} before you compare.
 *
 * @since 0.1.0
 */
public sealed interface Profile permits Influencer, ProfileColumns.Cursor {

  /** The dimension under which topics are found in {@link #audience} and {@link #labels}. */
  String TOPIC = "topic";

  /**
   * The code under which a country is found in {@link #audience} and {@link #labels} of the
   * dimension {@code country}, there in lower case. Builders of accounts, columns and brands take
   * all names that this takes; what it does not know they keep as it is.
   *
   * <p>A first name that is neither English nor a code takes most of a second, once: then the names
   * in all languages of the JDK are collected.
   *
   * @param name one country: its name in any language that the JDK knows, its two- or three-letter
   *     code in any case, or its flag
   * @return a code of ISO 3166 in capitals, such as {@code DE}, or {@code XK} for Kosovo; empty if
   *     the name is not known, or is two countries in two languages
   */
  static Optional<String> countryCode(String name) {
    return Countries.code(name);
  }

  /**
   * The account's name or handle.
   *
   * @return a non-blank text
   */
  String id();

  /**
   * Where the account lives.
   *
   * @return the platform
   */
  Platform platform();

  /**
   * A number of the account.
   *
   * @param measure which
   * @return a finite number at least 0, or NaN if unknown
   */
  double get(Measure measure);

  /**
   * The currency of {@link #price()}.
   *
   * @return a code such as {@code EUR}; empty if no price is known
   */
  String currency();

  /**
   * The formula by which the {@link Measure#LEVEL} was made from posts. A level by one formula is
   * never used for another.
   *
   * @return the name of an engagement model's formula; empty if no level is known
   */
  String levelFormula();

  /**
   * The fraction of the audience (or, for the dimension {@link #TOPIC}, of the posts) with a value.
   *
   * @param dimension a lower-case name, such as {@code country}
   * @param value a lower-case value, such as {@code de}; a country's code
   * @return a fraction in [0, 1], or NaN if unknown
   */
  double audience(String dimension, String value);

  /**
   * How much of the audience (or of the posts) is known to have one value or another.
   *
   * @param dimension a lower-case name, such as {@code country}
   * @return the sum of the known fractions, at least 0 and above 1 if those of a source overlap, or
   *     NaN if none is known
   */
  double knownAudience(String dimension);

  /**
   * Values that a source gives without a fraction, such as a list's "main country" or category.
   *
   * @param dimension a lower-case name, such as {@code country}
   * @return lower-case values, in no particular order of weight; empty if none are known
   */
  List<String> labels(String dimension);

  /**
   * Whether one of {@link #labels} is this value.
   *
   * @param dimension a lower-case name, such as {@code country}
   * @param value a lower-case value, such as {@code de}; a country's code
   * @return true if it is
   */
  boolean hasLabel(String dimension, String value);

  /**
   * Whether there are any {@link #labels}.
   *
   * @param dimension a lower-case name, such as {@code country}
   * @return true if there is one or more
   */
  boolean hasLabels(String dimension);

  /**
   * Accounts that follow this one.
   *
   * @return a number of people, or NaN
   */
  default double followers() {
    return get(Measure.FOLLOWERS);
  }

  /**
   * Posts behind the means.
   *
   * @return a number of posts, or NaN
   */
  default double posts() {
    return get(Measure.POSTS);
  }

  /**
   * Likes per post.
   *
   * @return a mean, or NaN
   */
  default double likes() {
    return get(Measure.LIKES);
  }

  /**
   * Comments per post.
   *
   * @return a mean, or NaN
   */
  default double comments() {
    return get(Measure.COMMENTS);
  }

  /**
   * Shares, reposts or forwards per post.
   *
   * @return a mean, or NaN
   */
  default double shares() {
    return get(Measure.SHARES);
  }

  /**
   * Saves or bookmarks per post.
   *
   * @return a mean, or NaN
   */
  default double saves() {
    return get(Measure.SAVES);
  }

  /**
   * Views or plays per post.
   *
   * @return a mean, or NaN
   */
  default double views() {
    return get(Measure.VIEWS);
  }

  /**
   * All interactions per post, where a source gives their sum.
   *
   * @return a mean, or NaN
   */
  default double engagements() {
    return get(Measure.ENGAGEMENTS);
  }

  /**
   * Clicks of earlier campaigns.
   *
   * @return a number in all, or NaN
   */
  default double clicks() {
    return get(Measure.CLICKS);
  }

  /**
   * Conversions of earlier campaigns.
   *
   * @return a number in all, or NaN
   */
  default double conversions() {
    return get(Measure.CONVERSIONS);
  }

  /**
   * The quoted price of one sponsored post.
   *
   * @return an amount in {@link #currency()}, or NaN
   */
  default double price() {
    return get(Measure.PRICE);
  }
}
