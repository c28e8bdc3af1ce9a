package io.github.tierwise.cli.backtest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankCorrelationTest {

  @Test
  void whatIsAlikeSharesTheMeanOfItsRanks() {
    assertArrayEquals(
        new double[] {2.5, 1, 5, 2.5, 4}, RankCorrelation.ranks(new double[] {3, 1, 9, 3, 4}));
  }

  /** Without ties it is 1 - 6 Σ d² / (n (n² - 1)), Spearman 1904. */
  @Test
  void itIsSpearmansRho() {
    double[] x = {106, 86, 100, 101, 99, 103, 97, 113, 112, 110};
    double[] y = {7, 0, 27, 50, 28, 29, 20, 12, 6, 17};
    assertEquals(
        1 - 6.0 * 194 / 990,
        RankCorrelation.of(RankCorrelation.ranks(x), RankCorrelation.ranks(y)),
        1e-12);
    assertTrue(Double.isNaN(RankCorrelation.of(new double[] {1, 1}, new double[] {1, 2})));
  }

  /** A partial correlation is that of what two regressions leave. */
  @Test
  void whatIsLeftBeyondTwoOthersIsThatOfTheResiduals() {
    Random random = new Random(4);
    double[] first = IntStream.range(0, 200).mapToDouble(i -> random.nextGaussian()).toArray();
    double[] second =
        IntStream.range(0, 200).mapToDouble(i -> first[i] + random.nextGaussian()).toArray();
    double[] x =
        IntStream.range(0, 200)
            .mapToDouble(i -> first[i] - second[i] + random.nextGaussian())
            .toArray();
    double[] y =
        IntStream.range(0, 200)
            .mapToDouble(i -> 2 * first[i] + second[i] + 0.5 * x[i] + random.nextGaussian())
            .toArray();
    double[] others = residuals(second, first);
    double expected =
        RankCorrelation.of(
            residuals(residuals(x, first), others), residuals(residuals(y, first), others));
    assertEquals(expected, RankCorrelation.beyond(x, y, first, second), 1e-10);
    assertTrue(Double.isNaN(RankCorrelation.beyond(first, y, first, second)));
  }

  private static double[] residuals(double[] y, double[] x) {
    double meanX = IntStream.range(0, x.length).mapToDouble(i -> x[i]).average().orElseThrow();
    double meanY = IntStream.range(0, x.length).mapToDouble(i -> y[i]).average().orElseThrow();
    double xy = 0;
    double xx = 0;
    for (int i = 0; i < x.length; i++) {
      xy += (x[i] - meanX) * (y[i] - meanY);
      xx += (x[i] - meanX) * (x[i] - meanX);
    }
    double slope = xy / xx;
    return IntStream.range(0, x.length)
        .mapToDouble(i -> y[i] - meanY - slope * (x[i] - meanX))
        .toArray();
  }
}
