package io.github.tierwise.cli.backtest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How a way of foretelling did on some accounts.
 *
 * @param cell the accounts
 * @param way the way
 * @param error the mean absolute error of y, in powers of ten
 * @param covers the share of newest posts within the 90% interval; unknown if it gives none
 * @param minus the error less that of each simple rule, of the same accounts; none of a simple rule
 */
record Result(Breakdown.Cell cell, Way way, double error, Range covers, Map<Way, Range> minus) {

  Result {
    minus = Map.copyOf(minus);
  }

  /** The error less that of a simple rule; unknown if this is one. */
  Range minus(Way rule) {
    return minus.getOrDefault(rule, Range.UNKNOWN);
  }

  /** How every way did on some accounts. */
  static List<Result> of(Breakdown.Cell cell, long seed) {
    List<Foretold> accounts = cell.accounts();
    List<Way> rules = Way.simple();
    List<Way> others = Arrays.stream(Way.values()).filter(way -> !way.isSimple()).toList();
    List<double[]> samples = new ArrayList<>();
    for (Way way : others) {
      for (Way rule : rules) {
        samples.add(accounts.stream().mapToDouble(a -> a.error(way) - a.error(rule)).toArray());
      }
    }
    List<Range> differences = Range.means(samples, seed);
    List<Result> results = new ArrayList<>();
    for (Way way : Way.values()) {
      Map<Way, Range> minus = new EnumMap<>(Way.class);
      if (!way.isSimple()) {
        int first = others.indexOf(way) * rules.size();
        rules.forEach(rule -> minus.put(rule, differences.get(first + rules.indexOf(rule))));
      }
      results.add(
          new Result(
              cell,
              way,
              accounts.stream().mapToDouble(each -> each.error(way)).average().orElseThrow(),
              way.isSimple()
                  ? Range.UNKNOWN
                  : Range.share(
                      accounts.stream().filter(each -> each.within().contains(way)).count(),
                      accounts.size()),
              minus));
    }
    return results;
  }

  /** The simple rule that errs least on some accounts. */
  static Result bestRule(List<Result> results) {
    return results.stream()
        .filter(result -> result.way.isSimple())
        .min(Comparator.comparingDouble(Result::error))
        .orElseThrow();
  }

  /** The result of a way. */
  static Result of(Way way, List<Result> results) {
    return results.stream().filter(result -> result.way == way).findFirst().orElseThrow();
  }
}
