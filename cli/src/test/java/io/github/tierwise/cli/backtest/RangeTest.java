package io.github.tierwise.cli.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RangeTest {

  /** The third is an example of Newcombe 1998, table I: 15 of 148. */
  @Test
  void theIntervalOfAShareIsWilsons() {
    Range all = Range.share(10, 10);
    assertEquals(1, all.value());
    assertEquals(1 / (1 + 3.841458820694124 / 10), all.low(), 1e-12);
    assertEquals(1, all.high(), 1e-12);
    assertEquals(0, Range.share(0, 10).low());
    Range some = Range.share(15, 148);
    assertEquals(0.0624, some.low(), 5e-5);
    assertEquals(0.1605, some.high(), 5e-5);
  }

  @Test
  void theIntervalOfAMeanIsThatOfItsDraws() {
    Random random = new Random(1);
    double[] values = IntStream.range(0, 400).mapToDouble(i -> 3 + random.nextGaussian()).toArray();
    Range mean = Range.means(List.of(values), 1).get(0);
    double expected = IntStream.range(0, 400).mapToDouble(i -> values[i]).sum() / 400;
    assertEquals(expected, mean.value(), 1e-12);
    // The standard error is 0.05.
    assertEquals(mean.value() - 0.098, mean.low(), 0.015);
    assertEquals(mean.value() + 0.098, mean.high(), 0.015);
    assertEquals(mean, Range.means(List.of(values), 1).get(0));
    assertNotEquals(mean, Range.means(List.of(values), 2).get(0));
  }

  @Test
  void samplesAreDrawnAlikeSoThatTheyStayPaired() {
    Random random = new Random(1);
    double[] one = IntStream.range(0, 50).mapToDouble(i -> random.nextGaussian()).toArray();
    double[] more = IntStream.range(0, 50).mapToDouble(i -> one[i] + 1).toArray();
    List<Range> means = Range.means(List.of(one, more), 7);
    assertEquals(means.get(0).low() + 1, means.get(1).low(), 1e-12);
    assertEquals(means.get(0).high() + 1, means.get(1).high(), 1e-12);
  }

  @Test
  void fewAccountsTellADifferenceButNoInterval() {
    Range few = Range.means(List.of(new double[29]), 1).get(0);
    assertEquals(0, few.value());
    assertTrue(few.isKnown());
    assertFalse(few.hasInterval());
    assertTrue(Range.means(List.of(new double[30]), 1).get(0).hasInterval());
  }
}
