package io.github.tierwise.study;

import io.github.tierwise.explain.Estimate;
import io.github.tierwise.internal.Text;
import io.github.tierwise.tier.CommonTier;
import java.util.Locale;

/**
 * How two definitions agree on one common name: is an account a micro-influencer, or not?
 *
 * <p>An account without a tier is not of that name. An account of which one of the two cannot tell
 * is left out of all but {@link #unknown()}.
 *
 * <p>Instances are immutable and thread-safe. {@link TierStudy#agreement} makes them.
 *
 * @since 0.1.0
 */
public final class Agreement {

  private final String first;
  private final String second;
  private final CommonTier label;
  private final long both;
  private final long onlyFirst;
  private final long onlySecond;
  private final long neither;
  private final long unknown;
  private final Coefficients.Kappa kappa;

  Agreement(String first, String second, CommonTier label, long[][] table, long unknown) {
    this.first = first;
    this.second = second;
    this.label = label;
    both = table[0][0];
    onlyFirst = table[0][1];
    onlySecond = table[1][0];
    neither = table[1][1];
    this.unknown = unknown;
    kappa = Coefficients.kappa(table, Coefficients.nominal(2));
  }

  /**
   * The one definition.
   *
   * @return its id
   */
  public String first() {
    return first;
  }

  /**
   * The other definition.
   *
   * @return its id
   */
  public String second() {
    return second;
  }

  /**
   * The common name in question.
   *
   * @return such as {@link CommonTier#MICRO}
   */
  public CommonTier label() {
    return label;
  }

  /**
   * Accounts to which both definitions give the name.
   *
   * @return a number of accounts
   */
  public long both() {
    return both;
  }

  /**
   * Accounts to which only the first definition gives the name.
   *
   * @return a number of accounts
   */
  public long onlyFirst() {
    return onlyFirst;
  }

  /**
   * Accounts to which only the second definition gives the name.
   *
   * @return a number of accounts
   */
  public long onlySecond() {
    return onlySecond;
  }

  /**
   * Accounts to which neither definition gives the name.
   *
   * @return a number of accounts
   */
  public long neither() {
    return neither;
  }

  /**
   * Accounts of which at least one of the two cannot tell.
   *
   * @return a number of accounts, in none of the four cells
   */
  public long unknown() {
    return unknown;
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
   * The share of accounts on which the two agree.
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
    return kappa.estimate();
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
    return kappa.error();
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
