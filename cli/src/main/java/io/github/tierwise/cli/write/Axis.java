package io.github.tierwise.cli.write;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Where an axis of ratios ends: near the data, at a figure that reads well. */
public final class Axis {

  private static final int[] STEPS = {1, 2, 3, 5, 10};

  private Axis() {}

  /** The greatest 1, 2, 3 or 5 times a power of ten at or below a number &gt; 0. */
  public static double floor(double value) {
    return steps(value).filter(step -> step <= value).max().orElse(value);
  }

  /** The least 1, 2, 3 or 5 times a power of ten at or above a number &gt; 0. */
  public static double ceil(double value) {
    return steps(value).filter(step -> step >= value).min().orElse(value);
  }

  /** Written as people write them, so that 1000 is not 999.9999. */
  private static DoubleStream steps(double value) {
    int power = (int) Math.floor(Math.log10(value));
    return IntStream.rangeClosed(power - 1, power + 1)
        .boxed()
        .flatMapToDouble(
            each -> IntStream.of(STEPS).mapToDouble(step -> Double.parseDouble(step + "e" + each)));
  }
}
