package io.github.tierwise.stability;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LinearEquationsTest {

  @Property(tries = 300)
  void whatIsSolvedSolves(@ForAll long seed, @ForAll @IntRange(min = 1, max = 7) int size) {
    Random random = new Random(seed);
    double[][] matrix = new double[size][];
    Arrays.setAll(matrix, i -> random.doubles(size, -1, 1).toArray());
    double[] x = random.doubles(size, -1, 1).toArray();
    double[] right = new double[size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        right[i] += matrix[i][j] * x[j];
      }
    }
    double[] found = LinearEquations.solve(matrix, right);
    for (int i = 0; i < size; i++) {
      double sum = -right[i];
      double scale = Math.abs(sum);
      for (int j = 0; j < size; j++) {
        sum += matrix[i][j] * found[j];
        scale += Math.abs(matrix[i][j] * found[j]);
      }
      assertTrue(Math.abs(sum) <= 1e-9 * scale, Arrays.toString(found));
    }
  }

  @Test
  void equationsThatDifferInTheLastBitHaveTheirExactSolution() {
    double next = Math.nextUp(1.0);
    // x + y = 1 and x + (1 + e) y = 1 + e, of which doubles alone would make anything.
    assertArrayEquals(
        new double[] {0, 1},
        LinearEquations.solve(new double[][] {{1, 1}, {1, next}}, new double[] {1, next}));
    assertArrayEquals(
        new double[] {0x1p-60, 1},
        LinearEquations.solve(new double[][] {{0x1p60, 1}, {0, 1}}, new double[] {2, 1}),
        0.0);
  }

  @Test
  void equationsThatDependOnEachOtherHaveNone() {
    double[] none =
        LinearEquations.solve(new double[][] {{0.1, 0.3}, {0.2, 0.6}}, new double[] {1, 1});
    assertEquals(2, Arrays.stream(none).filter(Double::isNaN).count());
  }
}
