package io.github.tierwise.benchmarks;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** What one would write in Java without a library: a stream, objects in an array, and a loop. */
final class JavaPeers {

  /** One account as an object. */
  record Account(
      int row,
      double followers,
      double likes,
      double comments,
      double clicks,
      double conversions,
      double price,
      double vegan,
      double germany) {

    private void store(Outputs out) {
      Formula.store(
          followers, likes, comments, clicks, conversions, price, vegan, germany, out, row);
    }
  }

  /** What one account is worth. */
  private record Result(Account account, double score, boolean isEligible) {

    static Result of(Account account) {
      double engagements = Formula.engagements(account.likes, account.comments);
      double size = Formula.size(account.followers);
      double price = Formula.price(account.price, size);
      double score =
          Formula.score(
              engagements,
              size,
              account.clicks,
              account.conversions,
              price,
              account.vegan,
              account.germany);
      // What is unknown fails no gate.
      boolean eligible = !(price > Formula.BUDGET) && !(engagements < Formula.LEAST_ENGAGEMENTS);
      return new Result(account, score, eligible);
    }
  }

  private JavaPeers() {}

  static Account[] accounts(Workload w) {
    return IntStream.range(0, w.rows)
        .mapToObj(
            i ->
                new Account(
                    i,
                    w.followers[i],
                    w.likes[i],
                    w.comments[i],
                    w.clicks[i],
                    w.conversions[i],
                    w.price[i],
                    w.vegan[i],
                    w.germany[i]))
        .toArray(Account[]::new);
  }

  /** An array of objects with a method. */
  static void store(Account[] accounts, Outputs out) {
    for (Account account : accounts) {
      account.store(out);
    }
  }

  /** One loop over columns. */
  static void store(Workload w, Outputs out) {
    for (int i = 0; i < w.rows; i++) {
      Formula.store(
          w.followers[i],
          w.likes[i],
          w.comments[i],
          w.clicks[i],
          w.conversions[i],
          w.price[i],
          w.vegan[i],
          w.germany[i],
          out,
          i);
    }
  }

  /** A stream of objects, sorted. */
  static int[] top(int count, Account[] accounts) {
    return Arrays.stream(accounts)
        .map(Result::of)
        .filter(Result::isEligible)
        .sorted(Comparator.comparingDouble(Result::score).reversed())
        .limit(count)
        .mapToInt(result -> result.account().row())
        .toArray();
  }
}
