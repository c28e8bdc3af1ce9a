package io.github.tierwise.score;

import io.github.tierwise.explain.Estimate;
import io.github.tierwise.explain.Explanation;
import io.github.tierwise.internal.BlockLogs;
import io.github.tierwise.internal.Checks;
import io.github.tierwise.internal.Logs;
import io.github.tierwise.internal.Text;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/**
 * What a sponsored post of an account of a certain size usually costs: a power of its followers
 * with a floor. It stands in where there is no quote and is always marked as an estimate. No price
 * is derived from engagement, so that more engagement never hurts.
 *
 * <p>This record is immutable, thread-safe, serializable and a value.
 *
 * @param currency the code of the currency of all amounts
 * @param floor the least that a post costs, &gt; 0
 * @param atThousand the price at 1,000 followers without the floor, &gt; 0
 * @param exponent the power of followers, in (0, 1]
 * @param band the factor to each side within which prices lie, &gt;= 1
 * @param source where it comes from, for people
 * @since 0.1.0
 */
public record PriceCurve(
    String currency, double floor, double atThousand, double exponent, double band, String source)
    implements Serializable {

  /** The followers of an account that "can you afford a celebrity" is asked for. */
  static final double CELEBRITY = 3_000_000;

  private static final double LOG_THOUSAND = Logs.log2(1_000);

  /**
   * Checks the values.
   *
   * @param currency the code of the currency of all amounts
   * @param floor the least that a post costs, &gt; 0
   * @param atThousand the price at 1,000 followers without the floor, &gt; 0
   * @param exponent the power of followers, in (0, 1]
   * @param band the factor to each side within which prices lie, &gt;= 1
   * @param source where it comes from, for people
   * @throws IllegalArgumentException if a value breaks its rule
   */
  public PriceCurve {
    currency = Checks.notBlank(currency, "currency").toUpperCase(Locale.ROOT);
    Checks.positive(floor, "floor");
    Checks.positive(atThousand, "atThousand");
    Checks.weight(exponent, "exponent");
    Checks.positive(band, "band");
    Checks.require(band >= 1, () -> "band must be >= 1, was " + Text.plain(band));
    source = Checks.notBlank(source, "source");
  }

  /**
   * The curve from published rate cards, surveys and payments, in US dollars: the greater of 40 and
   * {@code 117 · (followers / 1000)^0.61}.
   *
   * @return the curve
   */
  public static PriceCurve published() {
    return new PriceCurve(
        "USD",
        40,
        117,
        0.61,
        3.5,
        "own fit to 12 published price tables, 2016 to 2022 and undated, grades B and C (Klear 3,"
            + " Gratified 3, IZEA 2, Captiv8, Hootsuite, Inzpire.me, Tribe); tables differ by"
            + " factors of 0.2 to 2.7; floor and band own default");
  }

  /**
   * The same prices in another currency.
   *
   * @param newCurrency its code
   * @param rate what one unit of this currency is worth in the new one, &gt; 0
   * @return the curve, whose source tells the rate
   * @throws IllegalArgumentException if the code is blank or the rate not &gt; 0
   */
  public PriceCurve in(String newCurrency, double rate) {
    Checks.positive(rate, "rate");
    return new PriceCurve(
        newCurrency,
        floor * rate,
        atThousand * rate,
        exponent,
        band,
        "%s; 1 %s = %s %s".formatted(source, currency, Text.plain(rate), newCurrency));
  }

  /**
   * The usual price of a post. It never falls with followers.
   *
   * @param followers followers of the account; fewer than 1 count as 1
   * @return an amount &gt; 0, or NaN if {@code followers} is NaN
   */
  public double price(double followers) {
    return priceAt(Logs.log2(Math.max(followers, 1.0)));
  }

  /** The price by the binary logarithm of the followers, at least 0. */
  double priceAt(double size) {
    return Math.max(floor, atThousand * Logs.exp2(exponent * (size - LOG_THOUSAND)));
  }

  /** {@link #price} of many accounts by the binary logarithms of their followers, at least 0. */
  void prices(double[] sizes, double[] out, int n, BlockLogs logs) {
    exponents(sizes, exponent, out, n);
    logs.exp2(out, out, n);
    atLeast(floor, atThousand, out, n);
  }

  private static void exponents(double[] sizes, double exponent, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = exponent * (sizes[i] - LOG_THOUSAND);
    }
  }

  private static void atLeast(double floor, double factor, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = Math.max(floor, factor * out[i]);
    }
  }

  /**
   * The usual price with the band in which prices lie.
   *
   * @param followers followers of the account; fewer than 1 count as 1
   * @return an estimate, unknown if {@code followers} is NaN
   */
  public Estimate estimate(double followers) {
    double price = price(followers);
    return Double.isNaN(price) ? Estimate.UNKNOWN : new Estimate(price, price / band, price * band);
  }

  Explanation explain(double followers) {
    double price = price(followers);
    return Explanation.function(
        "price",
        price,
        "%s estimated for %s followers, %s; %s"
            .formatted(Text.money(price, currency), Text.count(followers), formula(), source),
        List.of(Explanation.given("followers", followers, "")));
  }

  /**
   * The formula with its constants.
   *
   * @return a text for people and for fingerprints
   */
  public String describe() {
    return "price of a post without a quote: %s %s, band x/÷ %s [%s]"
        .formatted(formula(), currency, Text.plain(band), source);
  }

  private String formula() {
    return "the greater of %s and %s x (followers / 1,000)^%s"
        .formatted(Text.plain(floor), Text.plain(atThousand), Text.plain(exponent));
  }
}
