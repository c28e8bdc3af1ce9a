package io.github.tierwise.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Comparator;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TopKTest {

  @Property
  void keepsWhatAFullSortWouldPutFirst(
      @ForAll @IntRange(min = 0, max = 80) int k,
      @ForAll @IntRange(min = 0, max = 300) int size,
      @ForAll long seed) {
    java.util.Random random = new java.util.Random(seed);
    // Few distinct values, so that ties are common.
    double[] values = random.ints(size, 0, 20).asDoubleStream().toArray();
    TopK whole = new TopK(k);
    TopK first = new TopK(k);
    TopK second = new TopK(k);
    for (int row = 0; row < size; row++) {
      whole.offer(values[row], row);
      (row % 3 == 0 ? first : second).offer(values[row], row);
    }
    int[] expected =
        IntStream.range(0, size)
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer row) -> -values[row])
                    .thenComparing(Comparator.naturalOrder()))
            .limit(k)
            .mapToInt(Integer::intValue)
            .toArray();
    first.offerAll(second);
    assertArrayEquals(expected, whole.drain());
    assertArrayEquals(expected, first.drain());
  }
}
