package io.github.tierwise.cli.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpendingTest {

  @Test
  void downAListEachIsBoughtThatTheRestPaysFor() {
    double[] prices = {60, 50, 40, 1};
    double[] gains = {6, 5, 4, 1};
    assertEquals(10, Spending.down(List.of(0, 1, 2, 3), prices, gains, 100));
    assertEquals(10, Spending.down(List.of(1, 2, 0, 3), prices, gains, 100));
    assertEquals(0, Spending.down(List.of(0), prices, gains, 59));
  }

  @Test
  void hindsightBuysTheBestOfAllSets() {
    Random random = new Random(9);
    for (int again = 0; again < 50; again++) {
      double[] prices = new double[10];
      double[] gains = new double[10];
      for (int i = 0; i < 10; i++) {
        prices[i] = 5 + random.nextInt(60);
        gains[i] = random.nextInt(1_000);
      }
      double best = 0;
      for (int set = 0; set < 1 << 10; set++) {
        double price = 0;
        double gain = 0;
        for (int i = 0; i < 10; i++) {
          if ((set >> i & 1) == 1) {
            price += prices[i];
            gain += gains[i];
          }
        }
        best = price <= 100 ? Math.max(best, gain) : best;
      }
      assertEquals(best, Spending.hindsight(prices, gains, 100));
    }
  }
}
