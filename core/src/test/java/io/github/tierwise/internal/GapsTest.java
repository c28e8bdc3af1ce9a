package io.github.tierwise.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GapsTest {

  private static final int CAPACITY = 256;

  private static double[] column(long seed, int size, double unknown) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] column = new double[size];
    Arrays.setAll(column, i -> random.nextDouble() < unknown ? Double.NaN : random.nextDouble());
    return column;
  }

  /** The block of a column, what is unknown replaced one by one. */
  private static double[] expected(double[] column, int from, int n, double instead) {
    double[] block = Arrays.copyOfRange(column, from, from + n);
    for (int i = 0; i < n; i++) {
      block[i] = Double.isNaN(block[i]) ? instead : block[i];
    }
    return block;
  }

  @Property
  void whatABitmapFillsInIsWhatIsUnknownWhereverTheBlockBegins(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 700) int size,
      @ForAll @DoubleRange(min = 0, max = 1) double unknown) {
    double[] column = column(seed, size, unknown);
    Gaps gaps = new Gaps(CAPACITY);
    for (int from = 0; from < size; from += 1 + (int) Math.floorMod(seed, 97L)) {
      int n = Math.min(CAPACITY, size - from);
      double[] block = new double[CAPACITY];
      System.arraycopy(column, from, block, 0, n);
      gaps.clear();
      gaps.add(Gaps.bitmap(column), from);
      gaps.put(-1.0, block);
      assertArrayEquals(expected(column, from, n, -1.0), Arrays.copyOf(block, n));
    }
  }

  @Property
  void whatABitmapTakesAwayIsWhatItAdds(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 700) int size) {
    double[] column = column(seed, size, 0.3);
    int from = Math.floorMod((int) seed, size);
    Gaps left = new Gaps(CAPACITY);
    left.fill();
    left.remove(Gaps.bitmap(column), from);
    double[] block = new double[CAPACITY];
    left.put(-1.0, block);
    for (int i = 0; i < Math.min(CAPACITY, size - from); i++) {
      assertEquals(Double.isNaN(column[from + i]), block[i] == 0);
    }
    left.fill();
    left.remove(null, from);
    left.put(1.0, block);
    assertEquals(CAPACITY, Arrays.stream(block).sum());
  }

  @Property
  void whatIsFoundIsWhatTheBitmapTells(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = CAPACITY) int size) {
    double[] column = column(seed, size, 0.3);
    Gaps found = new Gaps(CAPACITY);
    found.find(column, size);
    double[] others = column(seed + 1, CAPACITY, 0.0);
    double[] block = Arrays.copyOf(column, CAPACITY);
    found.put(others, block);
    for (int i = 0; i < size; i++) {
      assertEquals(Double.isNaN(column[i]) ? others[i] : column[i], block[i]);
    }
  }

  @Test
  void aColumnThatIsKnownThroughoutHasNoBitmap() {
    assertNull(Gaps.bitmap(new double[] {1, 2, 3}));
    Gaps gaps = new Gaps(CAPACITY);
    gaps.add(null, 0);
    assertTrue(gaps.isEmpty());
  }

  @Test
  void setsAreJoinedAndCutRowByRow() {
    double[] first = {Double.NaN, 1, Double.NaN, 1};
    double[] second = {Double.NaN, Double.NaN, 1, 1};
    Gaps a = new Gaps(CAPACITY);
    Gaps b = new Gaps(CAPACITY);
    a.find(first, 4);
    b.find(second, 4);
    Gaps both = new Gaps(CAPACITY);
    both.set(a);
    both.retain(b);
    assertEquals("7.0 0.0 0.0 0.0", filled(both));
    a.add(b);
    assertEquals("7.0 7.0 7.0 0.0", filled(a));
    a.fill();
    assertEquals("7.0 7.0 7.0 7.0", filled(a));
  }

  private static String filled(Gaps gaps) {
    double[] block = new double[CAPACITY];
    gaps.put(7, block);
    return "%s %s %s %s".formatted(block[0], block[1], block[2], block[3]);
  }
}
