package io.github.tierwise.study;

import io.github.tierwise.explain.Estimate;
import io.github.tierwise.internal.Text;
import io.github.tierwise.tier.CommonTier;
import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;

/**
 * How two definitions agree on one common name: is an account a micro-influencer, or not? {@link
 * TierStudy#agreement} makes it.
 *
 * <p>An account without a tier is not of that name. An account of which one of the two cannot tell
 * is left out of all but {@code unknown}.
 *
 * <p>This record is immutable, thread-safe and a value.
 *
 * @param first the id of the one definition
 * @param second the id of the other
 * @param label the common name in question, such as {@link CommonTier#MICRO}
 * @param both accounts to which both definitions give the name
 * @param onlyFirst accounts to which only the first definition gives the name
 * @param onlySecond accounts to which only the second definition gives the name
 * @param neither accounts to which neither definition gives the name
 * @param unknown accounts of which at least one of the two cannot tell, in none of the four cells
 * @since 0.1.0
 */
public record Agreement(
    String first,
    String second,
    CommonTier label,
    long both,
    long onlyFirst,
    long onlySecond,
    long neither,
    long unknown)
    implements Serializable {

  /**
   * Checks the values.
   *
   * @param first the id of the one definition
   * @param second the id of the other
   * @param label the common name
   * @param both accounts to which both definitions give the name
   * @param onlyFirst accounts to which only the first definition gives the name
   * @param onlySecond accounts to which only the second definition gives the name
   * @param neither accounts to which neither definition gives the name
   * @param unknown accounts of which at least one of the two cannot tell
   */
  public Agreement {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(second, "second");
    Objects.requireNonNull(label, "label");
  }

  private Coefficients.Kappa coefficient() {
    return Coefficients.kappa(
        new long[][] {{both, onlyFirst}, {onlySecond, neither}}, Coefficients.nominal(2));
  }

  /**
   * Accounts in the four cells.
   *
   * @return a number of accounts
   */
  public long accounts() {
    return both + onlyFirst + onlySecond + neither;
  }

  /**
   * The fraction of accounts on which the two agree.
   *
   * @return a fraction; NaN without accounts
   */
  public double observed() {
    return (double) (both + neither) / accounts();
  }

  /**
   * Cohen's kappa: the agreement beyond chance, {@code (pₒ − pₑ) / (1 − pₑ)} with the observed
   * agreement {@code pₒ} and the one expected from the margins, {@code pₑ} (J. Cohen, A coefficient
   * of agreement for nominal scales, Educational and Psychological Measurement 20, 1960). The
   * interval is {@code ± 1.96} standard errors, inside [-1, 1].
   *
   * <p>A definition that gives the name to all accounts or to none leaves kappa at 0 whatever the
   * other does; see {@link #isOneSided()}.
   *
   * @return the coefficient with its interval of 95%; unknown where it is not defined, because
   *     there are no accounts or both put all of them into the same class
   */
  public Estimate kappa() {
    return coefficient().estimate();
  }

  /**
   * The large-sample standard error of kappa, not assuming that it is 0 (J. L. Fleiss, J. Cohen and
   * B. S. Everitt, Large sample standard errors of kappa and weighted kappa, Psychological Bulletin
   * 72, 1969): with agreements {@code w} (1 in the diagonal, else 0) and their means {@code w̄} by
   * the other's margin, {@code n (1 − pₑ)² SE² = Σ p (w − (w̄ᵢ + w̄ⱼ)(1 − κ))² − (κ − pₑ (1 −
   * κ))²}.
   *
   * @return at least 0; NaN where kappa is not defined
   */
  public double standardError() {
    return coefficient().error();
  }

  /**
   * Whether one of the two gives the name to all accounts or to none, so that kappa can tell
   * nothing: it is 0, or not defined if both do.
   *
   * @return true if a margin is empty
   */
  public boolean isOneSided() {
    return both + onlyFirst == 0
        || onlySecond + neither == 0
        || both + onlySecond == 0
        || onlyFirst + neither == 0;
  }

  /** The four cells and kappa in a line. */
  @Override
  public String toString() {
    return "%s by %s and %s: %s both, %s only %s, %s only %s, %s neither, kappa %s"
        .formatted(
            label.name().toLowerCase(Locale.ROOT),
            first,
            second,
            Text.count((double) both),
            Text.count((double) onlyFirst),
            first,
            Text.count((double) onlySecond),
            second,
            Text.count((double) neither),
            kappa().isKnown() ? Text.fixed(kappa().value(), 3) : "undefined");
  }
}
