package io.github.tierwise.study;

import io.github.tierwise.internal.Text;

/**
 * What becomes of the top of a ranking when the definition of the required tier is swapped.
 *
 * <p>A score does not depend on the definition, so accounts in both lists keep their order; what
 * changes is who may be ranked at all.
 *
 * <p>This record is immutable, thread-safe and a value.
 *
 * @param first the id of the one definition
 * @param second the id of the other
 * @param k how many accounts are looked at, at the most
 * @param firstSize accounts in the first list, up to {@code k}
 * @param secondSize accounts in the second list, up to {@code k}
 * @param common accounts in both lists
 * @param tauB Kendall's tau-b of the two rankings over all accounts of the two lists, where those
 *     that are not in a list share the place behind its last (M. G. Kendall, The treatment of ties
 *     in ranking problems, Biometrika 33, 1945): {@code (C − D) / √(n₁ n₂)} of the concordant and
 *     discordant pairs, by the geometric mean of the pairs that are not tied in the one and in the
 *     other. NaN where it is not defined, because one of the lists is empty or there are fewer than
 *     two accounts in all
 * @since 0.1.0
 */
public record TopChange(
    String first, String second, int k, int firstSize, int secondSize, int common, double tauB) {

  /**
   * How much of the top stays.
   *
   * @return the accounts in both lists by those in the longer one, from 0 to 1; NaN if both are
   *     empty
   */
  public double overlap() {
    int longer = Math.max(firstSize, secondSize);
    return longer == 0 ? Double.NaN : (double) common / longer;
  }

  /**
   * How much of the top changes.
   *
   * @return 1 - {@link #overlap()}
   */
  public double changed() {
    return 1 - overlap();
  }

  /** The share that changes, in a line. */
  @Override
  public String toString() {
    return "top %d by %s and %s: %s".formatted(k, first, second, change());
  }

  private String change() {
    return Double.isNaN(overlap())
        ? "nobody qualifies by either"
        : "%s of it changes, tau-b %s"
            .formatted(
                Text.percent(changed()), Double.isNaN(tauB) ? "undefined" : Text.fixed(tauB, 2));
  }
}
