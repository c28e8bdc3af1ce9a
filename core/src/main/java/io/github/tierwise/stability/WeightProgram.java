package io.github.tierwise.stability;

import io.github.tierwise.internal.Nullable;

/**
 * The least change of all weights together that puts one account before all others: the least
 * {@code t} for which there are {@code y} in [-1, 1] with {@code D_j + t Σ g_ji y_i >= margin} for
 * every other account j, where {@code g_ji} is by how much more weighted utility it has than j by
 * criterion i and {@code D_j} the sum of these. A weight then becomes {@code w_i (1 + t y_i)}.
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

  private final double[][] gains;
  private final double[] leads;
  private final int n;

  /**
   * States the program.
   *
   * @param gains by other account, then by criterion, in parts of all weights together
   * @param leads their sums
   */
  @SuppressWarnings("ArraysAsParameters")
  WeightProgram(double[][] gains, double[] leads) {
    this.gains = gains;
    this.leads = leads;
    n = gains[0].length;
  }

  /**
   * The factors of the weights.
   *
   * @param margin by how much the account is to be before each other, in parts of all weights
   * @return null if there are none, or it is before every other by the margin as things are
   */
  double @Nullable [] factors(double margin) {
    int start = hardest(margin);
    if (start < 0) {
      return null;
    }
    int[] basis = new int[n + 1];
    for (int i = 0; i < n; i++) {
      basis[i] = leads.length + 2 * i + (gains[start][i] < 0 ? 1 : 0);
    }
    basis[n] = start;
    double least = Double.POSITIVE_INFINITY;
    int stalled = 0;
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] point = solve(matrix(basis, margin, false), limits(basis));
      if (point[n] < least) {
        least = point[n];
        stalled = 0;
      }
      stalled++;
      int entering = violated(point, margin, stalled > PATIENCE);
      if (entering < 0) {
        double[] factors = new double[n];
        for (int i = 0; i < n; i++) {
          factors[i] = Math.max(0.0, 1 + point[i] / point[n]);
        }
        return factors;
      }
      int leaving = leaving(basis, entering, margin);
      if (leaving < 0) {
        return null;
      }
      basis[leaving] = entering;
    }
    throw new IllegalStateException("steps of the linear program must be few, were " + MOST_STEPS);
  }

  /** The other account that by itself takes the largest change; -1 if none takes any. */
  private int hardest(double margin) {
    int hardest = -1;
    double most = 0.0;
    for (int j = 0; j < leads.length; j++) {
      double sum = 0.0;
      for (double gain : gains[j]) {
        sum += Math.abs(gain);
      }
      double change = (margin - leads[j]) / sum;
      if (change > most) {
        most = change;
        hardest = j;
      }
    }
    return hardest;
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
  private int violated(double[] point, double margin, boolean first) {
    int worst = -1;
    double most = TOLERANCE;
    int rows = leads.length + 2 * n + 1;
    for (int r = 0; r < rows; r++) {
      double[] row = row(r, margin);
      double sum = -limit(r);
      double size = Math.abs(sum);
      for (int i = 0; i <= n; i++) {
        sum += row[i] * point[i];
        size += Math.abs(row[i] * point[i]);
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
   * The position in the basis of the row that is no longer needed with another; -1 if no point
   * satisfies all of them.
   */
  private int leaving(int[] basis, int entering, double margin) {
    double[][] columns = matrix(basis, margin, true);
    double[] objective = new double[n + 1];
    objective[n] = 1;
    double[] multipliers = solve(columns, objective);
    double[] shares = solve(matrix(basis, margin, true), row(entering, margin));
    int leaving = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i <= n; i++) {
      if (shares[i] > TOLERANCE) {
        double ratio = Math.max(0.0, multipliers[i]) / shares[i];
        if (ratio < least || (ratio == least && basis[i] < basis[leaving])) {
          least = ratio;
          leaving = i;
        }
      }
    }
    return leaving;
  }

  /** Solves linear equations by elimination with row pivots; the matrix is used up. */
  private static double[] solve(double[][] matrix, double[] right) {
    int size = right.length;
    double[] x = right.clone();
    for (int column = 0; column < size; column++) {
      int pivot = column;
      for (int i = column + 1; i < size; i++) {
        if (Math.abs(matrix[i][column]) > Math.abs(matrix[pivot][column])) {
          pivot = i;
        }
      }
      double[] row = matrix[pivot];
      matrix[pivot] = matrix[column];
      matrix[column] = row;
      double value = x[pivot];
      x[pivot] = x[column];
      x[column] = value;
      for (int i = column + 1; i < size; i++) {
        double factor = matrix[i][column] / row[column];
        for (int j = column; j < size; j++) {
          matrix[i][j] -= factor * row[j];
        }
        x[i] -= factor * x[column];
      }
    }
    for (int column = size - 1; column >= 0; column--) {
      for (int j = column + 1; j < size; j++) {
        x[column] -= matrix[column][j] * x[j];
      }
      x[column] /= matrix[column][column];
    }
    return x;
  }
}
