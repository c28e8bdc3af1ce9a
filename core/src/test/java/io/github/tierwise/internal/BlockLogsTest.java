package io.github.tierwise.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Equal as arrays of doubles means equal bits, but for the payload of NaN. */
class BlockLogsTest {

  private static final int SIZE = 4_096;

  private final SplittableRandom random = new SplittableRandom(5);
  private final BlockLogs logs = new BlockLogs(SIZE);

  @Test
  void logarithmsOfManyAreThoseOfEach() {
    double[] x = new double[SIZE];
    for (double span : new double[] {4, 60, 1000}) {
      Arrays.setAll(x, i -> StrictMath.pow(2, span * random.nextDouble()) - (span > 60 ? 0 : 0.9));
      x[0] = Double.NaN;
      x[1] = 1;
      x[2] = Math.nextDown(2.0);
      x[3] = Double.MIN_NORMAL;
      x[4] = Math.nextDown(0x1p1000);
      for (int odd = 1; odd < 256; odd += 2) {
        x[4 + odd] = 1 + odd / 256.0;
        x[5 + odd] = Math.nextDown(1 + odd / 256.0);
      }
      double[] out = new double[SIZE];
      logs.log2(x, out, SIZE);
      assertArrayEquals(Arrays.stream(x).map(Logs::log2).toArray(), out);
    }
  }

  @Test
  void powersOfManyAreThoseOfEach() {
    double[] x = new double[SIZE];
    for (double span : new double[] {1, 20, 900}) {
      Arrays.setAll(x, i -> span * (2 * random.nextDouble() - 1));
      x[0] = Double.NaN;
      x[1] = -900;
      x[2] = 1000;
      x[3] = -899 - 0x1p-42;
      x[4] = 0.5 / 128;
      x[5] = -0.5 / 128;
      double[] expected = Arrays.stream(x).map(Logs::exp2).toArray();
      logs.exp2(x, x, SIZE);
      assertArrayEquals(expected, x);
    }
  }
}
