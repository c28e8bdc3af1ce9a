package io.github.tierwise.stability;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;

/**
 * Solves a few linear equations: in doubles, and exactly where their rounding might decide, be it
 * that the equations nearly depend on each other or that a number of the solution is nearly 0. So
 * the sign of each number is that of the exact solution.
 */
final class LinearEquations {

  /** What is smaller beside the largest may be rounding. */
  private static final double DOUBTFUL = 1e-9;

  private LinearEquations() {}

  /**
   * The solution.
   *
   * @param matrix the factors, an equation a row
   * @param right the right sides
   * @return NaN throughout if there is not just one
   */
  static double[] solve(double[][] matrix, double[] right) {
    double[][] rows = new double[right.length][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = Arrays.copyOf(matrix[i], right.length + 1);
      rows[i][right.length] = right[i];
    }
    double[] solution = eliminate(rows);
    double largest = Arrays.stream(solution).map(Math::abs).max().orElse(0.0);
    boolean sure =
        Double.isFinite(largest)
            && Arrays.stream(solution)
                .allMatch(each -> each == 0 || Math.abs(each) > DOUBTFUL * largest);
    return sure ? solution : exactly(matrix, right);
  }

  /** By elimination with row pivots; NaN throughout where digits would be lost. */
  private static double[] eliminate(double[][] rows) {
    int size = rows.length;
    double[] x = new double[size];
    for (int column = 0; column < size; column++) {
      int pivot = column;
      for (int i = column + 1; i < size; i++) {
        if (Math.abs(rows[i][column]) > Math.abs(rows[pivot][column])) {
          pivot = i;
        }
      }
      double[] row = rows[pivot];
      rows[pivot] = rows[column];
      rows[column] = row;
      double largest = Arrays.stream(row, 0, size).map(Math::abs).max().orElse(0.0);
      if (!(Math.abs(row[column]) > DOUBTFUL * largest)) {
        Arrays.fill(x, Double.NaN);
        return x;
      }
      for (int i = column + 1; i < size; i++) {
        double factor = rows[i][column] / row[column];
        for (int j = column; j <= size; j++) {
          rows[i][j] -= factor * row[j];
        }
      }
    }
    for (int i = size - 1; i >= 0; i--) {
      double sum = rows[i][size];
      for (int j = i + 1; j < size; j++) {
        sum -= rows[i][j] * x[j];
      }
      x[i] = sum / rows[i][i];
    }
    return x;
  }

  /** By elimination without fractions (Bareiss 1968): whole numbers, all divisions of which end. */
  private static double[] exactly(double[][] matrix, double[] right) {
    int size = right.length;
    BigInteger[][] rows = new BigInteger[size][];
    for (int i = 0; i < size; i++) {
      rows[i] = whole(matrix[i], right[i]);
    }
    double[] x = new double[size];
    BigInteger before = BigInteger.ONE;
    for (int column = 0; column < size; column++) {
      int pivot = column;
      while (pivot < size && rows[pivot][column].signum() == 0) {
        pivot++;
      }
      if (pivot == size) {
        Arrays.fill(x, Double.NaN);
        return x;
      }
      BigInteger[] row = rows[pivot];
      rows[pivot] = rows[column];
      rows[column] = row;
      for (int i = 0; i < size; i++) {
        if (i != column) {
          BigInteger factor = rows[i][column];
          for (int j = 0; j <= size; j++) {
            rows[i][j] =
                rows[i][j].multiply(row[column]).subtract(factor.multiply(row[j])).divide(before);
          }
        }
      }
      before = row[column];
    }
    for (int i = 0; i < size; i++) {
      x[i] =
          new BigDecimal(rows[i][size])
              .divide(new BigDecimal(rows[i][i]), MathContext.DECIMAL128)
              .doubleValue();
    }
    return x;
  }

  /** An equation times that power of two that makes whole numbers of it. */
  private static BigInteger[] whole(double[] factors, double right) {
    int size = factors.length;
    BigDecimal[] numbers = new BigDecimal[size + 1];
    int digits = 0;
    for (int j = 0; j <= size; j++) {
      numbers[j] = new BigDecimal(j < size ? factors[j] : right);
      digits = Math.max(digits, numbers[j].scale());
    }
    BigDecimal power = BigDecimal.valueOf(2).pow(digits);
    return Arrays.stream(numbers)
        .map(number -> number.multiply(power).toBigIntegerExact())
        .toArray(BigInteger[]::new);
  }
}
