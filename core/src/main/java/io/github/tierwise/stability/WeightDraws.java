package io.github.tierwise.stability;

import io.github.tierwise.internal.Logs;
import io.github.tierwise.stability.RankStability.WeightDoubt;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Weights of criteria, draw by draw: parts of 1, in the order of the criteria. Immutable.
 *
 * <p>Dirichlet variables are gamma variables divided by their sum; those are made by rejection
 * (Marsaglia and Tsang 2000, A simple method for generating gamma variables, ACM TOMS 26, 363-372),
 * from a stream that belongs to the draw, so that it does not matter how many numbers one takes.
 */
final class WeightDraws {

  private final double[] middle;
  private final WeightDoubt doubt;
  private final long stream;

  /** Criteria from the heaviest to the lightest; of equal ones the first comes first. */
  private final int[] byWeight;

  WeightDraws(double[] weights, WeightDoubt doubt, long seed) {
    double sum = Arrays.stream(weights).sum();
    middle = Arrays.stream(weights).map(weight -> weight / sum).toArray();
    this.doubt = doubt;
    stream = Draws.stream(seed, "weights", "");
    byWeight =
        IntStream.range(0, weights.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -middle[i]))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  /** The brand's own weights. */
  double[] middle() {
    return middle.clone();
  }

  /** The weights of a draw. */
  void draw(long draw, double[] out) {
    long own = Draws.bits(stream, draw);
    switch (doubt.kind()) {
      case NONE -> System.arraycopy(middle, 0, out, 0, middle.length);
      case AROUND -> {
        Gammas gammas = new Gammas(own);
        for (int i = 0; i < out.length; i++) {
          out[i] = gammas.next(doubt.concentration() * middle[i]);
        }
        divideBySum(out);
      }
      case ORDER -> {
        for (int i = 0; i < out.length; i++) {
          out[i] = -Draws.ln(Draws.uniform(own, i));
        }
        divideBySum(out);
        inOrder(out);
      }
    }
  }

  private static void divideBySum(double[] out) {
    double sum = 0.0;
    for (double each : out) {
      sum += each;
    }
    for (int i = 0; i < out.length; i++) {
      out[i] /= sum;
    }
  }

  /**
   * Gives the largest weights to the criteria that the brand weighs most. Those that it weighs
   * equally share theirs as they were drawn, so that any of them may be the larger.
   */
  private void inOrder(double[] drawn) {
    double[] sorted = drawn.clone();
    Arrays.sort(sorted);
    double[] out = new double[drawn.length];
    int start = 0;
    while (start < byWeight.length) {
      int end = start + 1;
      while (end < byWeight.length && middle[byWeight[end]] == middle[byWeight[start]]) {
        end++;
      }
      // Which of the group was drawn larger gets the larger of the group's weights.
      Integer[] group = new Integer[end - start];
      for (int i = start; i < end; i++) {
        group[i - start] = byWeight[i];
      }
      Arrays.sort(group, Comparator.comparingDouble(i -> -drawn[i]));
      for (int i = start; i < end; i++) {
        out[group[i - start]] = sorted[sorted.length - 1 - i];
      }
      start = end;
    }
    System.arraycopy(out, 0, drawn, 0, drawn.length);
  }

  /** Gamma variables of scale 1 from one stream. */
  private static final class Gammas {
    private final long stream;
    private long used;

    Gammas(long stream) {
      this.stream = stream;
    }

    private double uniform() {
      return Draws.uniform(stream, used++);
    }

    double next(double shape) {
      if (shape < 1) {
        double boost = Logs.exp2(Logs.log2(uniform()) / shape);
        // Never 0: a draw must have a weight that is not.
        return Math.max(Double.MIN_NORMAL, next(shape + 1) * boost);
      }
      double d = shape - 1.0 / 3;
      double c = 1 / Math.sqrt(9 * d);
      while (true) {
        double x = Draws.normal(uniform());
        double root = 1 + c * x;
        double v = root * root * root;
        if (root > 0 && Draws.ln(uniform()) < 0.5 * x * x + d - d * v + d * Draws.ln(v)) {
          return d * v;
        }
      }
    }
  }
}
