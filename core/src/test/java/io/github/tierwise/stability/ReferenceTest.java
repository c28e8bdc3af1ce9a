package io.github.tierwise.stability;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tierwise.internal.Doubt;
import io.github.tierwise.internal.Scale;
import io.github.tierwise.stability.RankStability.WeightDoubt;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * An example from the literature on the method (Tervonen et al. 2011, A stochastic multicriteria
 * model for evidence-based decision making in drug benefit-risk analysis, Statistics in Medicine
 * 30, 1419-1428), against what NumPy gives for the same model: {@code reference.py} beside {@code
 * reference.tsv}.
 */
class ReferenceTest {

  private static final double[][] LOGS = {
    {0.0, 0.0}, {0.086, 0.056}, {0.095, 0.044}, {0.113, 0.048}
  };

  private static final double[][][] EVENTS = {
    {{11.7, 2.5}, {9.2, 1.86}, {15.4, 2.65}, {5.5, 2.32}},
    {{7.2, 1.45}, {10.6, 1.58}, {7.5, 1.48}, {15.7, 4.44}},
    {{16.6, 3.27}, {21.2, 5.15}, {20.2, 3.78}, {12.8, 2.45}},
    {{13.7, 1.89}, {14.3, 2.93}, {15.0, 3.21}, {11.2, 3.98}},
    {{18.6, 1.79}, {18.3, 3.7}, {19.5, 2.6}, {31.0, 1.68}}
  };

  private static final String[] CRITERIA = {
    "efficacy", "diarrhea", "dizziness", "headache", "insomnia", "nausea"
  };

  private static double end(double[][] column, int sign) {
    return Arrays.stream(column)
        .mapToDouble(each -> each[0] + sign * 1.96 * each[1])
        .reduce((a, b) -> sign < 0 ? Math.min(a, b) : Math.max(a, b))
        .orElseThrow();
  }

  private static Doubt efficacy(int alternative) {
    double ln2 = StrictMath.log(2);
    double from = StrictMath.exp(end(LOGS, -1));
    double factor = Scale.factor(from, StrictMath.exp(end(LOGS, 1)));
    double[] law = LOGS[alternative];
    return new Doubt(
        CRITERIA[0], Doubt.Law.LOG_NORMAL, 0.5, law[0] / ln2, law[1] / ln2, 0, from, factor);
  }

  private static Doubt event(int criterion, int alternative) {
    double[][] column = EVENTS[criterion - 1];
    double from = end(column, 1);
    double factor = Scale.factor(from, end(column, -1));
    double[] law = column[alternative];
    return new Doubt(CRITERIA[criterion], Doubt.Law.NORMAL, 0.5, law[0], law[1], 0, from, factor);
  }

  private static List<double[]> reference() throws IOException {
    List<double[]> rows = new ArrayList<>();
    try (BufferedReader file =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(ReferenceTest.class.getResourceAsStream("reference.tsv")),
                StandardCharsets.UTF_8))) {
      file.lines()
          .skip(2)
          .forEach(
              line ->
                  rows.add(
                      Arrays.stream(line.split("\t", -1))
                          .skip(1)
                          .mapToDouble(Double::parseDouble)
                          .toArray()));
    }
    return rows;
  }

  @Test
  void acceptabilitiesCentralWeightsAndConfidenceAreThoseOfAnotherImplementation()
      throws IOException {
    String[] names = {"0", "1", "2", "3"};
    Doubt[][] doubts =
        IntStream.range(0, 4)
            .mapToObj(
                a ->
                    IntStream.range(0, CRITERIA.length)
                        .mapToObj(j -> j == 0 ? efficacy(a) : event(j, a))
                        .toArray(Doubt[]::new))
            .toArray(Doubt[][]::new);
    // Of equal weights every order is the brand's: uniform on the simplex.
    double[] equal = {1, 1, 1, 1, 1, 1};
    Simulation simulation =
        new Simulation(
            new Candidates(names, doubts, CRITERIA),
            new WeightDraws(equal, WeightDoubt.orderOnly(), 1),
            1,
            1,
            new int[0],
            ForkJoinPool.commonPool());
    for (int batch = 0; batch < 50; batch++) {
      simulation.more();
    }
    int draws = simulation.draws();
    assertEquals(100_000, draws);
    double[][] central =
        IntStream.range(0, 4).mapToObj(simulation::centralWeights).toArray(double[][]::new);
    long[] confident = simulation.firstWith(central, new int[] {0, 1, 2, 3});
    List<double[]> expected = reference();
    assertEquals(4, expected.size());
    for (int a = 0; a < 4; a++) {
      double[] row = expected.get(a);
      for (int rank = 1; rank <= 4; rank++) {
        double share = simulation.tally().ranks[a * simulation.bins() + rank] / (double) draws;
        assertShare(row[rank - 1], share, draws);
      }
      assertShare(row[4], confident[a] / (double) draws, draws);
      for (int j = 0; j < 6; j++) {
        // Of a weight the deviation is at most that of a uniform one on the simplex, 0.15.
        double error = 0.15 / Math.sqrt(simulation.tally().first[a]);
        assertEquals(row[5 + j], central[a][j], 4 * error + 1e-5, "weight " + j + " of " + a);
      }
    }
  }

  private static void assertShare(double expected, double was, int draws) {
    double error = Math.sqrt(Math.max(expected, 1e-4) * (1 - expected) / draws);
    // The confidence factors of both rest on central weights that are drawn too.
    assertEquals(expected, was, 4.5 * error + 1e-5);
  }
}
