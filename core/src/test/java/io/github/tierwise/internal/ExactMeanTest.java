package io.github.tierwise.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ExactMeanTest {

  private static ExactMean of(double... numbers) {
    ExactMean mean = new ExactMean();
    Arrays.stream(numbers).forEach(mean::add);
    return mean;
  }

  @Test
  void oneNumberIsItsMean() {
    for (double number : new double[] {0, 0.1, 0.8, 1.0 / 3, Math.nextDown(1.0), 1}) {
      assertEquals(number, of(number).value());
    }
    assertTrue(Double.isNaN(of().value()));
  }

  @Test
  void manyOnesAreOne() {
    ExactMean mean = new ExactMean();
    for (int i = 0; i < 1_000; i++) {
      mean.add(1);
    }
    assertEquals(1, mean.value());
    assertEquals(1_000, mean.count());
    for (int doubling = 0; doubling < 30; doubling++) {
      ExactMean twice = new ExactMean();
      twice.merge(mean);
      twice.merge(mean);
      mean = twice;
    }
    assertEquals(1, mean.value());
    assertEquals(1_000L << 30, mean.count());
  }

  @Property
  void anySplitGivesTheSameBits(
      @ForAll @Size(min = 1, max = 50) List<@DoubleRange(min = 0, max = 1) Double> numbers,
      @ForAll @IntRange(max = 50) int at) {
    double[] all = numbers.stream().mapToDouble(Double::doubleValue).toArray();
    int cut = Math.min(at, all.length);
    ExactMean behind = of(Arrays.copyOfRange(all, cut, all.length));
    behind.merge(of(Arrays.copyOf(all, cut)));
    assertEquals(of(all).value(), behind.value());
    assertEquals(all.length, behind.count());
    BigDecimal sum =
        Arrays.stream(all).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    double exact = sum.divide(BigDecimal.valueOf(all.length), MathContext.DECIMAL64).doubleValue();
    assertEquals(exact, behind.value(), 1e-15);
  }
}
