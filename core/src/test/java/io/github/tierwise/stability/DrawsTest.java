package io.github.tierwise.stability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.stability.RankStability.WeightDoubt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawsTest {

  /** From Python 3.11, {@code statistics.NormalDist().inv_cdf}. */
  @ParameterizedTest
  @CsvSource({
    "0.5, 0.0",
    "0.6, 0.2533471031357998",
    "0.9, 1.2815515655446008",
    "0.975, 1.9599639845400536",
    "0.01, -2.3263478740408408",
    "0.0001, -3.71901648545568",
    "0.999999, 4.753424308817089",
    "1e-10, -6.361340902404056",
    "1e-12, -7.034483825301132"
  })
  void quantilesOfTheNormalLawAreThoseOfAnotherLibrary(double probability, double quantile) {
    assertEquals(quantile, Draws.normal(probability), 3e-7 * (1 + Math.abs(quantile)));
  }

  @Property
  void aLargerProbabilityHasALargerQuantile(
      @ForAll @IntRange(min = 1, max = 999_999) int one,
      @ForAll @IntRange(min = 1, max = 999_999) int two) {
    assertEquals(
        Integer.compare(one, two),
        Double.compare(Draws.normal(one / 1e6), Draws.normal(two / 1e6)));
  }

  /** SplitMix64 from seed 1234567, as its author's C code gives them. */
  @Test
  void aStreamIsSplitMix64() {
    assertEquals(6457827717110365317L, Draws.bits(1234567L, 0));
    assertEquals(3203168211198807973L, Draws.bits(1234567L, 1));
    assertEquals(Long.parseUnsignedLong("9817491932198370423"), Draws.bits(1234567L, 2));
  }

  @Test
  void eachPurposeAndTextHasAStreamOfItsOwn() {
    assertNotEquals(Draws.stream(1, "cost", "ana"), Draws.stream(2, "cost", "ana"));
    assertNotEquals(Draws.stream(1, "cost", "ana"), Draws.stream(1, "costa", "na"));
    assertNotEquals(Draws.stream(1, "cost", ""), Draws.stream(1, "", "cost"));
  }

  private static double[] mean(WeightDraws weights, int size, int draws) {
    double[] sum = new double[size];
    double[] one = new double[size];
    for (int draw = 0; draw < draws; draw++) {
      weights.draw(draw, one);
      assertEquals(1, Arrays.stream(one).sum(), 1e-12);
      for (int i = 0; i < size; i++) {
        assertTrue(one[i] > 0);
        sum[i] += one[i];
      }
    }
    return Arrays.stream(sum).map(each -> each / draws).toArray();
  }

  @Test
  void weightsAroundABrandsHaveItsMeanAndTheStatedDeviation() {
    double[] points = {4, 2, 2, 1, 1};
    for (double concentration : new double[] {3, 99}) {
      WeightDraws weights = new WeightDraws(points, WeightDoubt.around(concentration), 7);
      int draws = 40_000;
      double[] mean = mean(weights, points.length, draws);
      double squares = 0;
      double[] one = new double[points.length];
      for (int draw = 0; draw < draws; draw++) {
        weights.draw(draw, one);
        squares += (one[0] - 0.4) * (one[0] - 0.4);
      }
      double deviation = Math.sqrt(0.4 * 0.6 / (concentration + 1));
      assertArray(new double[] {0.4, 0.2, 0.2, 0.1, 0.1}, mean, 4 * deviation / Math.sqrt(draws));
      assertEquals(deviation, Math.sqrt(squares / draws), 0.02 * deviation);
    }
  }

  /** Of the k-th largest of n parts of a stick broken at random, the mean is known: (1/n) Σ 1/i. */
  @Test
  void ofWeightsInOrderTheMeansAreThoseOfABrokenStick() {
    WeightDraws weights = new WeightDraws(new double[] {1, 9, 4}, WeightDoubt.orderOnly(), 7);
    double third = 1.0 / 3;
    double[] expected = {third * third, third * (third + 1.0 / 2 + 1), third * (third + 1.0 / 2)};
    assertArray(expected, mean(weights, 3, 40_000), 0.004);
  }

  @Test
  void weightsThatTheBrandHasEqualMayBeInAnyOrder() {
    WeightDraws weights = new WeightDraws(new double[] {2, 2, 1}, WeightDoubt.orderOnly(), 7);
    double[] one = new double[3];
    int larger = 0;
    for (int draw = 0; draw < 10_000; draw++) {
      weights.draw(draw, one);
      assertTrue(Math.min(one[0], one[1]) >= one[2]);
      larger += one[0] > one[1] ? 1 : 0;
    }
    assertEquals(5_000, larger, 200);
  }

  @Test
  void weightsWithoutDoubtAreTheBrands() {
    double[] one = new double[2];
    new WeightDraws(new double[] {3, 1}, WeightDoubt.none(), 7).draw(5, one);
    assertArray(new double[] {0.75, 0.25}, one, 0);
  }

  private static void assertArray(double[] expected, double[] was, double tolerance) {
    assertEquals(expected.length, was.length);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], was[i], tolerance, "at " + i);
    }
  }

  @Property
  void numbersComeInOrderTheEarlierOfEqualOnesFirst(
      @ForAll @Size(min = 1, max = 200) List<@DoubleRange(min = 0, max = 100) Double> drawn,
      @ForAll @IntRange(min = 0, max = 40) int spread) {
    // Some far apart, many close together, some equal.
    double[] numbers = new double[drawn.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] =
          i % 3 == 0 ? drawn.get(i) : 50 + Math.floor(drawn.get(i)) * Math.scalb(1.0, -spread);
    }
    List<Integer> expected = new ArrayList<>();
    for (int i = 0; i < numbers.length; i++) {
      expected.add(i);
    }
    expected.sort(Comparator.comparingDouble(i -> -numbers[i]));
    Order order = new Order(numbers.length);
    for (int again = 0; again < 2; again++) {
      assertEquals(expected, Arrays.stream(order.of(numbers)).boxed().toList());
    }
  }

  @Property
  void aRankLiesInItsBinAndBinsAreNarrow(@ForAll @IntRange(min = 1, max = 1_000_000_000) int rank) {
    int bin = RankBins.of(rank);
    int first = RankBins.first(bin);
    int next = RankBins.first(bin + 1);
    assertTrue(first <= rank && rank < next, first + " " + rank + " " + next);
    assertTrue(next - first <= 1 + rank / 16);
  }
}
