package io.github.tierwise.internal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

class MeansTest {

  @Property(tries = 20_000)
  void a_root_never_falls_with_its_product_and_never_passes_1(
      @ForAll @DoubleRange(min = 0.01, max = 1.0) @Scale(17) double product,
      @ForAll @IntRange(min = 1, max = 9) int count) {
    double larger = Math.nextUp(product);
    assertTrue(Means.root(product, count) <= Means.root(larger, count));
    assertTrue(Means.root(product, count) <= 1.0);
  }
}
