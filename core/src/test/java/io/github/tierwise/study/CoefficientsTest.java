package io.github.tierwise.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Laws that each coefficient keeps whatever the counts are. */
class CoefficientsTest {

  private static final double CLOSE = 1e-9;

  @Provide
  Arbitrary<long[][]> tables() {
    Arbitrary<long[]> rows =
        Arbitraries.longs().between(0, 50).injectDuplicates(0.3).array(long[].class).ofSize(5);
    return rows.array(long[][].class).ofSize(5);
  }

  private static long[][] transposed(long[][] table) {
    long[][] turned = new long[table[0].length][table.length];
    for (int i = 0; i < table.length; i++) {
      for (int j = 0; j < table[i].length; j++) {
        turned[j][i] = table[i][j];
      }
    }
    return turned;
  }

  private static long[][] diagonal(long[] counts) {
    long[][] table = new long[counts.length][counts.length];
    for (int i = 0; i < counts.length; i++) {
      table[i][i] = counts[i];
    }
    return table;
  }

  private static long[][] times(long[][] table, long factor) {
    return Arrays.stream(table)
        .map(row -> Arrays.stream(row).map(v -> v * factor).toArray())
        .toArray(long[][]::new);
  }

  @Property
  void kappaIsSymmetricAndInsideItsRange(@ForAll("tables") long[][] table) {
    for (double[][] disagreement : List.of(Coefficients.nominal(5), Coefficients.quadratic(5))) {
      Coefficients.Kappa one = Coefficients.kappa(table, disagreement);
      Coefficients.Kappa two = Coefficients.kappa(transposed(table), disagreement);
      assertEquals(one.value(), two.value(), CLOSE);
      assertEquals(one.error(), two.error(), CLOSE);
      assertTrue(Double.isNaN(one.value()) || (one.value() >= -1 - CLOSE && one.value() <= 1));
    }
  }

  @Property
  void moreAccountsOfTheSameKindKeepKappaAndShrinkItsError(@ForAll("tables") long[][] table) {
    Coefficients.Kappa one = Coefficients.kappa(table, Coefficients.quadratic(5));
    Coefficients.Kappa four = Coefficients.kappa(times(table, 4), Coefficients.quadratic(5));
    assertEquals(one.value(), four.value(), CLOSE);
    assertEquals(one.error() / 2, four.error(), 1e-7);
  }

  @Property
  void perfectAgreementIsExactlyOneOrUndefined(
      @ForAll("tables") long[][] table, @ForAll("tables") long[][] unused) {
    long[] counts = table[0];
    long classes = Arrays.stream(counts).filter(v -> v > 0).count();
    double expected = classes > 1 ? 1 : Double.NaN;
    assertEquals(expected, Coefficients.kappa(diagonal(counts), Coefficients.nominal(5)).value());
    assertEquals(expected, Coefficients.kappa(diagonal(counts), Coefficients.quadratic(5)).value());
    boolean single = Arrays.stream(counts).allMatch(v -> v <= 1);
    assertEquals(single ? Double.NaN : expected, Coefficients.adjustedRand(diagonal(counts)));
    Coefficients.OrdinalAlpha alpha = new Coefficients.OrdinalAlpha(5);
    for (int v = 0; v < counts.length; v++) {
      int[] given = new int[5];
      given[v] = 3;
      alpha.add(given, counts[v]);
    }
    assertEquals(expected, alpha.value());
  }

  @Property
  void theRandIndexKnowsNoLabelsAndNoOrderOfTheTwo(@ForAll("tables") long[][] table) {
    double one = Coefficients.adjustedRand(table);
    assertEquals(one, Coefficients.adjustedRand(transposed(table)), CLOSE);
    List<long[]> shuffled = Arrays.asList(table.clone());
    Collections.rotate(shuffled, 2);
    assertEquals(one, Coefficients.adjustedRand(shuffled.toArray(new long[0][])), CLOSE);
  }

  @Property
  void alphaKnowsNoDirectionOfTheOrder(@ForAll("tables") long[][] table) {
    Coefficients.OrdinalAlpha up = new Coefficients.OrdinalAlpha(5);
    Coefficients.OrdinalAlpha down = new Coefficients.OrdinalAlpha(5);
    for (long[] row : table) {
      int[] given = Arrays.stream(row).mapToInt(v -> (int) v % 4).toArray();
      up.add(given, row[0] + 1);
      int[] turned = new int[5];
      for (int v = 0; v < 5; v++) {
        turned[4 - v] = given[v];
      }
      down.add(turned, row[0] + 1);
    }
    assertEquals(up.value(), down.value(), CLOSE);
    assertTrue(!(up.value() > 1));
  }

  @Property
  void epsilonSquaredKnowsNoOrderOfGroupsNorDirectionOfRanks(@ForAll("tables") long[][] groups) {
    double one = Coefficients.epsilonSquared(groups);
    Assume.that(!Double.isNaN(one));
    assertTrue(one >= 0 && one <= 1);
    List<long[]> turned = Arrays.asList(groups.clone());
    Collections.reverse(turned);
    assertEquals(one, Coefficients.epsilonSquared(turned.toArray(new long[0][])), CLOSE);
    long[][] mirrored =
        Arrays.stream(groups)
            .map(row -> new long[] {row[4], row[3], row[2], row[1], row[0]})
            .toArray(long[][]::new);
    assertEquals(one, Coefficients.epsilonSquared(mirrored), CLOSE);
  }

  @Test
  void aGroupWithoutRatesIsNoGroup() {
    // Ranks of the six without ties: 1 2 4 and 3 5 6, sums 7 and 14.
    long[][] two = {{1, 1, 0, 1, 0, 0}, {0, 0, 1, 0, 1, 1}};
    double h = 12 / (6 * 7.0) * (7 * 7 / 3.0 + 14 * 14 / 3.0) - 3 * 7;
    assertEquals(h / 5, Coefficients.epsilonSquared(two), CLOSE);
    assertEquals(
        Coefficients.epsilonSquared(two),
        Coefficients.epsilonSquared(new long[][] {two[0], new long[6], two[1]}));
  }

  @Test
  void whatCannotBeSaidIsUndefinedAndNotZero() {
    assertTrue(Double.isNaN(Coefficients.kappa(new long[2][2], Coefficients.nominal(2)).value()));
    assertTrue(
        Double.isNaN(
            Coefficients.kappa(new long[][] {{7, 0}, {0, 0}}, Coefficients.nominal(2)).error()));
    assertTrue(Double.isNaN(Coefficients.adjustedRand(new long[0][0])));
    assertTrue(Double.isNaN(Coefficients.adjustedRand(new long[][] {{1}})));
    assertTrue(Double.isNaN(Coefficients.adjustedRand(new long[][] {{9}})));
    assertTrue(Double.isNaN(new Coefficients.OrdinalAlpha(5).value()));
    assertTrue(Double.isNaN(Coefficients.epsilonSquared(new long[0][0])));
    assertTrue(Double.isNaN(Coefficients.epsilonSquared(new long[][] {{1, 2}})));
    assertTrue(Double.isNaN(Coefficients.epsilonSquared(new long[][] {{3, 0}, {4, 0}})));
    // So many that the sum of their ranks is rounded.
    assertTrue(
        Double.isNaN(Coefficients.epsilonSquared(new long[][] {{100_000_001}, {100_000_000}})));
    assertTrue(Double.isNaN(Coefficients.epsilonSquared(new long[][] {{1, 2}, {0, 0}})));
    assertTrue(Double.isNaN(Coefficients.adjustedRand(new long[][] {{1, 0}, {0, 1}})));
    assertTrue(Double.isNaN(Coefficients.tauB(new double[] {1}, new double[] {2})));
    assertTrue(Double.isNaN(Coefficients.tauB(new double[] {1, 2}, new double[] {3, 3})));
    assertTrue(Double.isNaN(Coefficients.tauB(new double[] {1, 1}, new double[] {2, 3})));
  }

  @Test
  void aMarginOfOneClassLeavesKappaAtZero() {
    Coefficients.Kappa kappa =
        Coefficients.kappa(new long[][] {{0, 10}, {0, 90}}, Coefficients.nominal(2));
    assertEquals(0, kappa.value(), 1e-15);
    assertEquals(0, kappa.error(), 1e-9);
  }

  @Test
  void disagreementIsTheSquareOfTheDistance() {
    assertArrayEquals(
        new double[][] {{0, 0.25, 1}, {0.25, 0, 0.25}, {1, 0.25, 0}}, Coefficients.quadratic(3));
    assertArrayEquals(new double[][] {{0, 1}, {1, 0}}, Coefficients.nominal(2));
  }

  @Test
  void aPartitionIntoSinglesAgreesWithOneClassByChanceOnly() {
    assertEquals(0, Coefficients.adjustedRand(new long[][] {{1}, {1}}));
    assertEquals(0, Coefficients.adjustedRand(new long[][] {{1, 1}}));
  }

  @Property
  void unitsThatAreAlikeCountAsOftenAsTheyAre(@ForAll("tables") long[][] table) {
    Coefficients.OrdinalAlpha together = new Coefficients.OrdinalAlpha(5);
    Coefficients.OrdinalAlpha oneByOne = new Coefficients.OrdinalAlpha(5);
    for (int row = 0; row < table.length; row++) {
      // Raters who differ in number from unit to unit.
      int[] given = Arrays.stream(table[row]).mapToInt(v -> (int) v % 4).toArray();
      together.add(given, row);
      for (int unit = 0; unit < row; unit++) {
        oneByOne.add(given, 1);
      }
    }
    assertEquals(oneByOne.value(), together.value(), CLOSE);
  }

  @Test
  void tauIsOneForTheSameOrderAndMinusOneForTheReverse() {
    double[] up = {1, 2, 3, 4};
    assertEquals(1, Coefficients.tauB(up, up));
    assertEquals(-1, Coefficients.tauB(up, new double[] {4, 3, 2, 1}));
  }
}
