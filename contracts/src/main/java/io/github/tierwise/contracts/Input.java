package io.github.tierwise.contracts;

import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Something that may be unknown of an account: a measure, or a share of the audience. */
sealed interface Input {

  /** The name in texts. */
  String name();

  /** The account with another amount of this; NaN for unknown. */
  Influencer with(Influencer account, double amount);

  /** Whether the account is one to vary: what is compared with "unknown" must be something. */
  boolean isIn(Influencer account);

  /** Amounts above none that may make a difference. */
  List<Double> amounts(Influencer account);

  /** Every measure, and every share that the made-up accounts may have. */
  static List<Input> all() {
    List<Input> all = new ArrayList<>();
    for (Measure measure : Measure.values()) {
      all.add(new Count(measure));
    }
    Samples.SHARES.forEach(
        (dimension, values) -> values.forEach(value -> all.add(new Share(dimension, value))));
    return all;
  }

  /** Measures that may be unknown besides. */
  List<Measure> others();

  /** A measure. */
  record Count(Measure measure) implements Input {

    @Override
    public String name() {
      return measure.label();
    }

    @Override
    public Influencer with(Influencer account, double amount) {
      return account.toBuilder().set(measure, amount).build();
    }

    @Override
    public boolean isIn(Influencer account) {
      return account.get(measure) > 0;
    }

    @Override
    public List<Measure> others() {
      return Stream.of(Measure.values()).filter(other -> other != measure).toList();
    }

    @Override
    public List<Double> amounts(Influencer account) {
      double own = account.get(measure);
      return measure.compareTo(Measure.LEVEL) < 0
          ? List.of(own, 1.0, 100.0, 1e3, 1e4, 1e5, 1e6, 1e7, 1e9)
          : List.of(own, own / 2, own * 2);
    }
  }

  /** A share of the audience, or of the posts on a topic. */
  record Share(String dimension, String value) implements Input {

    @Override
    public String name() {
      return dimension + " " + value;
    }

    @Override
    public Influencer with(Influencer account, double amount) {
      return Double.isNaN(amount)
          ? account
          : account.toBuilder().audience(dimension, value, amount).build();
    }

    /** If it is not known: a share cannot be taken away again. */
    @Override
    public boolean isIn(Influencer account) {
      return Double.isNaN(account.audience(dimension, value));
    }

    /** None: what is not known of an audience is open anyway, whatever else is unknown. */
    @Override
    public List<Measure> others() {
      return List.of();
    }

    @Override
    public List<Double> amounts(Influencer account) {
      double known = account.knownAudience(dimension);
      // Shares of a dimension are at most 1 together.
      double left = Double.isNaN(known) ? 1 : Math.max(0, 1 - known);
      return List.of(left / 2, left / 10, left * 0.9);
    }
  }
}
