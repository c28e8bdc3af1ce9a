package io.github.tierwise.score;

import io.github.tierwise.internal.Nullable;
import io.github.tierwise.profile.Profile;
import java.io.Serializable;
import java.util.Objects;

/** The price of a post in the brand's currency: the quote, else the curve's, else unknown. */
record Prices(String currency, @Nullable PriceCurve curve) implements Serializable {

  /** Of those who ask for no price. */
  static final Prices NONE = new Prices("", null);

  Prices {
    Objects.requireNonNull(currency, "currency");
  }

  double price(Profile profile) {
    double quote = quote(profile);
    if (!Double.isNaN(quote)) {
      return quote;
    }
    return curve == null ? Double.NaN : curve.price(profile.followers());
  }

  /** The same where the binary logarithm of the followers, at least 1, is at hand. */
  double price(Profile profile, double size) {
    double quote = quote(profile);
    return !Double.isNaN(quote) || curve == null ? quote : curve.priceAt(size);
  }

  double quote(Profile profile) {
    double quote = profile.price();
    if (!Double.isNaN(quote) && !profile.currency().equals(currency)) {
      throw new IllegalArgumentException(
          "price of %s must be in %s, the brand's currency, was %s"
              .formatted(profile.id(), currency, profile.currency()));
    }
    return quote;
  }
}
