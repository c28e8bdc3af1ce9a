package io.github.tierwise.profile;

/**
 * A number that an account may have. All are finite and at least 0; NaN is unknown.
 *
 * <p>Counts of interactions are means per post, so they need not be whole.
 *
 * @since 0.1.0
 */
public enum Measure {
  /** Accounts that follow this one (subscribers on YouTube). */
  FOLLOWERS("followers"),
  /** Posts behind the means below. */
  POSTS("posts"),
  /** Likes per post. */
  LIKES("likes"),
  /** Comments per post. */
  COMMENTS("comments"),
  /** Shares, reposts or forwards per post. */
  SHARES("shares"),
  /** Saves or bookmarks per post. */
  SAVES("saves"),
  /** Views or plays per post: an exposure, not an interaction. */
  VIEWS("views"),
  /** All interactions per post, where a source gives their sum and not its parts. */
  ENGAGEMENTS("engagements"),
  /** Clicks on the link of earlier campaigns, in all. */
  CLICKS("clicks"),
  /** Purchases or sign-ups that followed those clicks, in all. */
  CONVERSIONS("conversions"),
  /** The quoted price of one sponsored post, in the currency of {@link Profile#currency()}. */
  PRICE("price"),
  /**
   * The account's own level, where its posts were read: the binary logarithm of 1 + the engagements
   * of a typical post once it has aged, by the formula of {@link Profile#levelFormula()}.
   */
  LEVEL("level"),
  /** How uncertain the level is, in units of the post deviation squared. */
  LEVEL_VARIANCE("level variance"),
  /** The standard deviation of a post around the level, in doublings. */
  POST_DEVIATION("post deviation"),
  /**
   * By how many doublings the level may be higher, since interactions of some posts are unknown; 0
   * if all that count are known.
   */
  LEVEL_OPEN("level open");

  private final String label;

  Measure(String label) {
    this.label = label;
  }

  /**
   * The measure's name in texts, formulas and columns.
   *
   * @return a lower-case name, such as {@code likes}
   */
  public String label() {
    return label;
  }
}
