package io.github.tierwise.cli.backtest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankCorrelationTest {

  private static int[] once(int length) {
    int[] times = new int[length];
    Arrays.fill(times, 1);
    return times;
  }

  private static double[] ranks(double... values) {
    return new RankCorrelation(values).ranks(once(values.length));
  }

  @Test
  void whatIsAlikeSharesTheMeanOfItsRanks() {
    assertArrayEquals(new double[] {2.5, 1, 5, 2.5, 4}, ranks(3, 1, 9, 3, 4));
  }

  @Test
  void whatIsDrawnSeveralTimesIsThereSeveralTimes() {
    int[] times = {2, 0, 1, 3};
    double[] x = new RankCorrelation(new double[] {5, 7, 1, 6}).ranks(times);
    double[] y = new RankCorrelation(new double[] {2, 9, 4, 8}).ranks(times);
    double[] allX = ranks(5, 5, 1, 6, 6, 6);
    double[] allY = ranks(2, 2, 4, 8, 8, 8);
    assertEquals(RankCorrelation.of(allX, allY, once(6)), RankCorrelation.of(x, y, times), 1e-12);
  }

  /** Without ties it is 1 - 6 Σ d² / (n (n² - 1)), Spearman 1904. */
  @Test
  void itIsSpearmansRho() {
    double[] x = ranks(106, 86, 100, 101, 99, 103, 97, 113, 112, 110);
    double[] y = ranks(7, 0, 27, 50, 28, 29, 20, 12, 6, 17);
    assertEquals(1 - 6.0 * 194 / 990, RankCorrelation.of(x, y, once(10)), 1e-12);
    assertTrue(Double.isNaN(RankCorrelation.of(new double[] {1, 1}, new double[] {1, 2}, once(2))));
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
        of(residuals(residuals(x, first), others), residuals(residuals(y, first), others));
    double[] one = {of(x, first), of(x, second)};
    double[] other = {of(y, first), of(y, second)};
    assertEquals(expected, Validity.beyond(of(x, y), one, other, of(second, first)), 1e-10);
    assertTrue(Double.isNaN(RankCorrelation.without(0.5, 1, 0.5)));
  }

  private static double of(double[] x, double[] y) {
    return RankCorrelation.of(x, y, once(x.length));
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
