package io.github.tierwise.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tierwise.explain.Estimate;
import io.github.tierwise.internal.Logs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every coefficient against an independent implementation: {@code reference.tsv} and {@code
 * krippendorff.tsv} say which, in which version; the scripts beside them are the commands.
 */
class ReferenceTest {

  private static final double EXACT = 1e-9;

  /** A case: what it is, the input, what the reference found. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Case(String kind, String[] rows, double[] found) {

    static Case of(String line) {
      String[] cells = line.split("\t", -1);
      return new Case(cells[0], cells[1].split(";", -1), numbers(cells[2]));
    }

    long[][] table() {
      return Arrays.stream(rows)
          .map(row -> Arrays.stream(numbers(row)).mapToLong(v -> (long) v).toArray())
          .toArray(long[][]::new);
    }
  }

  private static double[] numbers(String cells) {
    return Arrays.stream(cells.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
  }

  private static List<Case> cases() throws IOException {
    return Stream.concat(lines("reference.tsv"), lines("krippendorff.tsv")).map(Case::of).toList();
  }

  private static Stream<String> lines(String file) throws IOException {
    try (InputStream stream = ReferenceTest.class.getResourceAsStream(file)) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(text.startsWith("# "), "the first line names the versions");
      return text.lines().filter(line -> !line.startsWith("#"));
    }
  }

  @TestFactory
  Stream<DynamicTest> everyCoefficientIsThatOfAnIndependentImplementation() throws IOException {
    return cases().stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.kind() + " " + String.join(";", each.rows()), () -> check(each)));
  }

  @Test
  void thereAreCasesOfEveryKind() throws IOException {
    assertEquals(
        Set.of(
            "kappa", "weighted", "rand", "kruskal", "tau", "line", "student", "quantile", "alpha"),
        cases().stream().map(Case::kind).collect(Collectors.toSet()));
  }

  private static void check(Case each) {
    double[] found = each.found();
    switch (each.kind()) {
      case "kappa" -> kappa(found, each.table(), Coefficients.nominal(2));
      case "weighted" -> kappa(found, each.table(), Coefficients.quadratic(5));
      case "rand" -> assertEquals(found[0], Coefficients.adjustedRand(each.table()), EXACT);
      case "kruskal" -> assertEquals(found[0], Coefficients.epsilonSquared(each.table()), EXACT);
      case "tau" ->
          assertEquals(
              found[0], Coefficients.tauB(numbers(each.rows()[0]), numbers(each.rows()[1])), EXACT);
      case "line" -> line(found, numbers(each.rows()[0]), numbers(each.rows()[1]));
      case "student" ->
          assertEquals(found[0], LeastSquares.student95(numbers(each.rows()[0])[0]), 1e-4);
      case "quantile" -> quantiles(found, numbers(each.rows()[0]));
      case "alpha" -> assertEquals(found[0], alpha(each.rows()), EXACT);
      default -> throw new AssertionError(each.kind());
    }
  }

  private static void kappa(double[] found, long[][] table, double[][] disagreement) {
    Coefficients.Kappa kappa = Coefficients.kappa(table, disagreement);
    assertEquals(found[0], kappa.value(), EXACT);
    assertEquals(found[1], kappa.error(), EXACT);
  }

  private static void line(double[] found, double[] x, double[] y) {
    double[] sums = new double[5];
    for (int i = 0; i < x.length; i++) {
      sums[0] += x[i];
      sums[1] += y[i];
      sums[2] += x[i] * x[i];
      sums[3] += x[i] * y[i];
      sums[4] += y[i] * y[i];
    }
    LeastSquares line = new LeastSquares(x.length, sums[0], sums[1], sums[2], sums[3], sums[4]);
    assertEquals(found[0], line.slope().value(), EXACT);
    assertEquals(found[1], line.slope().low(), 1e-5);
    assertEquals(found[2], line.slope().high(), 1e-5);
    assertEquals(found[3], line.intercept(), EXACT);
  }

  private static void quantiles(double[] found, double[] rates) {
    long[] bins = new long[RateBins.COUNT];
    for (double rate : rates) {
      bins[RateBins.bin(Logs.log2(rate))]++;
    }
    double[] p = {0.25, 0.5, 0.75};
    for (int i = 0; i < p.length; i++) {
      Estimate quantile = RateBins.quantile(bins, p[i]);
      assertEquals(found[i], quantile.value(), 0.011 * found[i], "within 1.1%");
      assertTrue(quantile.low() <= found[i] && found[i] <= quantile.high());
    }
  }

  private static double alpha(String[] raters) {
    Coefficients.OrdinalAlpha alpha = new Coefficients.OrdinalAlpha(5);
    int units = raters[0].split(" ", -1).length;
    for (int unit = 0; unit < units; unit++) {
      int[] given = new int[5];
      for (String rater : raters) {
        String value = rater.split(" ", -1)[unit];
        if (!value.equals("-")) {
          given[Integer.parseInt(value) - 1]++;
        }
      }
      alpha.add(given, 1);
    }
    return alpha.value();
  }

  /** Found by integrating the density, Simpson's rule with 20,000 steps. */
  @Test
  void studentsQuantileOfAHundredDegreesIsExactToTenDigits() {
    assertEquals(1.9839715185235518, LeastSquares.student95(100), 1e-10);
  }

  @Test
  void krippendorffsOwnExampleComesOutAsPublished() throws IOException {
    // K. Krippendorff, Computing Krippendorff's alpha-reliability: four observers, twelve units.
    Case first = lines("krippendorff.tsv").map(Case::of).findFirst().orElseThrow();
    assertEquals(0.815, alpha(first.rows()), 0.0005);
  }
}
