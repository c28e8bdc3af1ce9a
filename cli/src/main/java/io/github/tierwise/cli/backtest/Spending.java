package io.github.tierwise.cli.backtest;

import java.util.List;

/** What a budget buys of things that have a price and bring something. */
final class Spending {

  /** Hindsight counts money in so many parts of the budget, rounded up. */
  private static final int PARTS = 10_000;

  /** What a division may be off and still be a whole number of parts. */
  private static final double ROUNDING = 1e-9;

  private Spending() {}

  /** What is bought down a list: each that the rest of the budget still pays for. */
  static double down(List<Integer> order, double[] prices, double[] gains, double budget) {
    double left = budget;
    double gained = 0;
    for (int each : order) {
      if (prices[each] <= left) {
        left -= prices[each];
        gained += gains[each];
      }
    }
    return gained;
  }

  /** The most that could have been bought, by one who knows what each will bring. */
  static double hindsight(double[] prices, double[] gains, double budget) {
    double[] best = new double[PARTS + 1];
    for (int each = 0; each < prices.length; each++) {
      int price = (int) Math.min(PARTS + 1, Math.ceil(prices[each] / budget * PARTS - ROUNDING));
      for (int spent = PARTS; spent >= price; spent--) {
        best[spent] = Math.max(best[spent], best[spent - price] + gains[each]);
      }
    }
    return best[PARTS];
  }
}
