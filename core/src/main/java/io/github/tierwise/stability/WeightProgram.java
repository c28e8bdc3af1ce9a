package io.github.tierwise.stability;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * The least change of all weights together that puts one account before others: the least {@code t}
 * for which there are {@code y} in [-1, 1] with {@code D_j + t Σ g_ji y_i >= margin} for every
 * other account j that is not left out, where {@code g_ji} is by how much more weighted utility it
 * has than j by criterion i and {@code D_j} the sum of these. A weight then becomes {@code w_i (1 +
 * t y_i)}.
 *
 * <p>In {@code y} and {@code λ = 1 / t} this is a linear program: the largest λ, at least 1, with
 * {@code (D_j - margin) λ + Σ g_ji y_i >= 0}. It is solved by the dual simplex method, which starts
 * at the solution for one other account, where {@code y_i} is the sign of {@code g_ji} and {@code t
 * = (margin - D_j) / Σ |g_ji|}, and goes on with the account that it violates most. Immutable.
 */
final class WeightProgram {

  /** What is a violation, and not rounding, of a sum whose terms are about 1. */
  private static final double TOLERANCE = 1e-13;

  /**
   * Steps without progress after which the rule is taken that cannot go in circles (Bland 1977).
   */
  private static final int PATIENCE = 20;

  /** A step swaps one of about six rows: many more than ever seen. */
  private static final int MOST_STEPS = 100_000;

  /** All weights stay above 0, by more than rounding: else nothing might be left to score by. */
  static final double MOST_CHANGE = 1 - 1e-12;

  private final double[][] gains;
  private final double[] leads;
  private final int n;

  /**
   * What a program comes to.
   *
   * @param change the least; infinite if there is none below 1
   * @param factors of the weights, if there is one
   * @param binding the other accounts without which it would come to less, among a few more
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Solution(double change, double[] factors, int[] binding) {

    boolean exists() {
      return Double.isFinite(change);
    }
  }

  /**
   * States the program.
   *
   * @param gains by other account, then by criterion, in parts of all weights together
   * @param leads their sums
   */
  WeightProgram(double[][] gains, double[] leads) {
    this.gains = gains;
    this.leads = leads;
    n = gains[0].length;
  }

  /** How many other accounts there are. */
  int others() {
    return leads.length;
  }

  /**
   * Solves it.
   *
   * @param margin by how much the account is to be before each other, in parts of all weights, &gt;
   *     0; more than it is before one that is not left out
   * @param out the others that may stay before it
   */
  Solution solve(double margin, BitSet out) {
    int start = -1;
    double hardest = -1.0;
    for (int j = out.nextClearBit(0); j < leads.length; j = out.nextClearBit(j + 1)) {
      double change = change(j, margin);
      if (change > hardest) {
        hardest = change;
        start = j;
      }
    }
    int[] basis = new int[n + 1];
    for (int i = 0; i < n; i++) {
      basis[i] = leads.length + 2 * i + (gains[start][i] < 0 ? 1 : 0);
    }
    basis[n] = start;
    double least = Double.POSITIVE_INFINITY;
    int stalled = 0;
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] point = LinearEquations.solve(matrix(basis, margin, false), limits(basis));
      stalled = point[n] < least ? 0 : stalled + 1;
      least = Math.min(least, point[n]);
      int entering = violated(point, margin, out, stalled > PATIENCE);
      if (entering < 0) {
        double[] factors = new double[n];
        for (int i = 0; i < n; i++) {
          factors[i] = Math.max(0.0, 1 + point[i] / point[n]);
        }
        return new Solution(
            point[n] * MOST_CHANGE < 1 ? Double.POSITIVE_INFINITY : 1 / point[n],
            factors,
            accounts(basis, leads.length));
      }
      double[] shares = LinearEquations.solve(matrix(basis, margin, true), row(entering, margin));
      int leaving = leaving(basis, shares, margin);
      if (leaving < 0) {
        return new Solution(Double.POSITIVE_INFINITY, new double[0], accounts(basis, entering));
      }
      basis[leaving] = entering;
    }
    throw new IllegalStateException("steps of the linear program must be few, were " + MOST_STEPS);
  }

  /** What a single other account takes: a bound of what it takes with others. */
  double change(int other, double margin) {
    double sum = 0.0;
    for (double gain : gains[other]) {
      sum += Math.abs(gain);
    }
    return Math.max(0.0, margin - leads[other]) / sum;
  }

  /** The other accounts among the rows of a basis and one row more. */
  private int[] accounts(int[] basis, int more) {
    return IntStream.concat(Arrays.stream(basis), IntStream.of(more))
        .filter(row -> row < leads.length)
        .toArray();
  }

  /**
   * A row of the program {@code row · (y, λ) <= limit}: first the other accounts, then {@code y_i
   * <= 1} and {@code -y_i <= 1} for each criterion, then {@code -λ <= -1}.
   */
  private double[] row(int r, double margin) {
    double[] row = new double[n + 1];
    int box = r - leads.length;
    if (box < 0) {
      for (int i = 0; i < n; i++) {
        row[i] = -gains[r][i];
      }
      row[n] = margin - leads[r];
    } else if (box < 2 * n) {
      row[box / 2] = box % 2 == 0 ? 1 : -1;
    } else {
      row[n] = -1;
    }
    return row;
  }

  private double limit(int r) {
    int box = r - leads.length;
    return box < 0 ? 0 : box < 2 * n ? 1 : -1;
  }

  private double[] limits(int[] basis) {
    double[] limits = new double[n + 1];
    for (int i = 0; i <= n; i++) {
      limits[i] = limit(basis[i]);
    }
    return limits;
  }

  private double[][] matrix(int[] basis, double margin, boolean transposed) {
    double[][] matrix = new double[n + 1][n + 1];
    for (int i = 0; i <= n; i++) {
      double[] row = row(basis[i], margin);
      for (int j = 0; j <= n; j++) {
        matrix[transposed ? j : i][transposed ? i : j] = row[j];
      }
    }
    return matrix;
  }

  /** The row that a point violates most, or the first that it does; -1 if it violates none. */
  private int violated(double[] point, double margin, BitSet out, boolean first) {
    int worst = -1;
    double most = TOLERANCE;
    int rows = leads.length + 2 * n + 1;
    for (int r = out.nextClearBit(0); r < rows; r = out.nextClearBit(r + 1)) {
      double sum = -limit(r);
      double size = Math.abs(sum);
      if (r < leads.length) {
        sum = (margin - leads[r]) * point[n];
        size = Math.abs(sum);
        for (int i = 0; i < n; i++) {
          double term = gains[r][i] * point[i];
          sum -= term;
          size += Math.abs(term);
        }
      } else {
        double[] row = row(r, margin);
        for (int i = 0; i <= n; i++) {
          sum += row[i] * point[i];
          size += Math.abs(row[i] * point[i]);
        }
      }
      double violation = size > 0 ? sum / size : 0;
      if (violation > most) {
        if (first) {
          return r;
        }
        worst = r;
        most = violation;
      }
    }
    return worst;
  }

  /**
   * The position in the basis of the row that is no longer needed with another, given as a sum of
   * those; -1 if no point satisfies all of them.
   */
  private int leaving(int[] basis, double[] shares, double margin) {
    double[] objective = new double[n + 1];
    objective[n] = 1;
    double[] multipliers = LinearEquations.solve(matrix(basis, margin, true), objective);
    int leaving = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i <= n; i++) {
      if (shares[i] > 0) {
        double ratio = Math.max(0.0, multipliers[i]) / shares[i];
        if (ratio < least || (ratio == least && basis[i] < basis[leaving])) {
          least = ratio;
          leaving = i;
        }
      }
    }
    return leaving;
  }
}
