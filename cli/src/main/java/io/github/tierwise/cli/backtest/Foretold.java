package io.github.tierwise.cli.backtest;

import java.util.Map;
import java.util.Set;

/**
 * How an account's newest post was foretold.
 *
 * @param followers the account's followers
 * @param earlier how many posts it was foretold from
 * @param age how many days old the newest post was when it was counted; NaN if unknown
 * @param errors |y - forecast| of each way, in powers of ten
 * @param within the ways whose 90% interval has the newest post
 */
record Foretold(
    double followers, int earlier, double age, Map<Way, Double> errors, Set<Way> within) {

  Foretold {
    errors = Map.copyOf(errors);
    within = Set.copyOf(within);
  }

  double error(Way way) {
    return errors.getOrDefault(way, Double.NaN);
  }
}
