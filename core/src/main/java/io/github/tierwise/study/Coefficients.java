package io.github.tierwise.study;

import io.github.tierwise.explain.Estimate;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The coefficients of agreement and of effect, each from counts. Where one is undefined it is NaN,
 * mostly because its formula comes to 0 / 0.
 */
final class Coefficients {

  private Coefficients() {}

  /**
   * A kappa.
   *
   * @param value the coefficient, NaN if undefined
   * @param error its standard error, NaN if undefined
   */
  record Kappa(double value, double error) {

    /** The value with its interval of 95%, inside [-1, 1]; unknown if undefined. */
    Estimate estimate() {
      double reach = RateBins.NORMAL_95 * error;
      return new Estimate(value, Math.max(-1, value - reach), Math.min(1, value + reach));
    }
  }

  /** The disagreement of two classes where every difference counts the same. */
  static double[][] nominal(int classes) {
    return byDistance(classes, distance -> distance == 0 ? 0 : 1);
  }

  /** The disagreement of two classes in order: the square of their distance, at most 1. */
  static double[][] quadratic(int classes) {
    double most = (double) (classes - 1) * (classes - 1);
    return byDistance(classes, distance -> distance * distance / most);
  }

  private static double[][] byDistance(int classes, IntToDoubleFunction disagreement) {
    double[][] table = new double[classes][classes];
    for (int i = 0; i < classes; i++) {
      int row = i;
      Arrays.setAll(table[i], column -> disagreement.applyAsDouble(Math.abs(row - column)));
    }
    return table;
  }

  /** Cohen's kappa with the standard error of Fleiss, Cohen and Everitt, see {@link Agreement}. */
  static Kappa kappa(long[][] table, double[][] disagreement) {
    int classes = table.length;
    double[] rows = new double[classes];
    double[] columns = new double[classes];
    double n = 0;
    for (int i = 0; i < classes; i++) {
      for (int j = 0; j < classes; j++) {
        rows[i] += table[i][j];
        columns[j] += table[i][j];
        n += table[i][j];
      }
    }
    double observed = 0;
    double expected = 0;
    double[] ofRow = new double[classes];
    double[] ofColumn = new double[classes];
    for (int i = 0; i < classes; i++) {
      for (int j = 0; j < classes; j++) {
        observed += disagreement[i][j] * table[i][j];
        expected += disagreement[i][j] * rows[i] * columns[j];
        ofRow[i] += (1 - disagreement[i][j]) * columns[j] / n;
        ofColumn[j] += (1 - disagreement[i][j]) * rows[i] / n;
      }
    }
    // Of disagreements instead of agreements: exactly 1 where there are none.
    double kappa = 1 - n * observed / expected;
    double byChance = 1 - expected / n / n;
    double spread = 0;
    for (int i = 0; i < classes; i++) {
      for (int j = 0; j < classes; j++) {
        double term = 1 - disagreement[i][j] - (ofRow[i] + ofColumn[j]) * (1 - kappa);
        spread += table[i][j] / n * term * term;
      }
    }
    double centre = kappa - byChance * (1 - kappa);
    double variance = (spread - centre * centre) / (n * (1 - byChance) * (1 - byChance));
    return new Kappa(kappa, Math.sqrt(Math.max(0, variance)));
  }

  /** The adjusted Rand index of Hubert and Arabie, see {@link Confusion#adjustedRand()}. */
  static double adjustedRand(long[][] table) {
    long[] columns = new long[table.length == 0 ? 0 : table[0].length];
    double together = 0;
    double first = 0;
    long n = 0;
    for (long[] row : table) {
      long sum = 0;
      for (int j = 0; j < row.length; j++) {
        together += pairs(row[j]);
        columns[j] += row[j];
        sum += row[j];
      }
      first += pairs(sum);
      n += sum;
    }
    double second = 0;
    for (long column : columns) {
      second += pairs(column);
    }
    double expected = first / pairs(n) * second;
    return (together - expected) / ((first + second) / 2 - expected);
  }

  /**
   * Ordered pairs; the index is a ratio, so that it does not matter that there are twice as many.
   */
  private static double pairs(long n) {
    return (double) n * (n - 1);
  }

  /** Krippendorff's alpha of ordinal values, see {@link TierStudy#alpha(java.util.List)}. */
  static final class OrdinalAlpha {

    private final double[][] coincidences;

    OrdinalAlpha(int values) {
      coincidences = new double[values][values];
    }

    /** Adds units that are alike: how often each value was given to such a unit. */
    void add(int[] given, long units) {
      int raters = IntStream.of(given).sum();
      if (raters < 2) {
        return;
      }
      for (int v = 0; v < given.length; v++) {
        for (int w = 0; w < given.length; w++) {
          double pairs = (double) given[v] * (given[w] - (v == w ? 1 : 0));
          coincidences[v][w] += pairs * units / (raters - 1);
        }
      }
    }

    /** NaN if there is nothing to compare or only one value. */
    double value() {
      int values = coincidences.length;
      double[] totals = new double[values];
      double n = 0;
      for (int v = 0; v < values; v++) {
        for (int w = 0; w < values; w++) {
          totals[v] += coincidences[v][w];
        }
        n += totals[v];
      }
      double observed = 0;
      double expected = 0;
      for (int v = 0; v < values; v++) {
        // The values between v and w, half of the two counted.
        double between = totals[v] / 2;
        for (int w = v + 1; w < values; w++) {
          double difference = between + totals[w] / 2;
          observed += coincidences[v][w] * difference * difference;
          expected += totals[v] * totals[w] * difference * difference;
          between += totals[w];
        }
      }
      return 1 - (n - 1) * observed / expected;
    }
  }

  /** Epsilon squared of Kruskal and Wallis, see {@link TierEngagement#epsilonSquared()}. */
  static double epsilonSquared(long[][] groups) {
    int bins = groups.length == 0 ? 0 : groups[0].length;
    long[] sizes = new long[groups.length];
    double[] ranks = new double[groups.length];
    double ties = 0;
    long before = 0;
    for (int bin = 0; bin < bins; bin++) {
      long tied = 0;
      for (long[] group : groups) {
        tied += group[bin];
      }
      double rank = before + (tied + 1) / 2.0;
      for (int group = 0; group < groups.length; group++) {
        sizes[group] += groups[group][bin];
        ranks[group] += groups[group][bin] * rank;
      }
      ties += (double) tied * tied * tied - tied;
      before += tied;
    }
    double n = before;
    double correction = 1 - ties / (n * n * n - n);
    int filled = 0;
    double spread = 0;
    for (int group = 0; group < groups.length; group++) {
      if (sizes[group] > 0) {
        filled++;
        double distance = ranks[group] / sizes[group] - (n + 1) / 2;
        spread += sizes[group] * distance * distance;
      }
    }
    // Where all are tied, rounding may leave a spread.
    if (filled < 2 || !(correction > 0)) {
      return Double.NaN;
    }
    double h = 12 / (n * (n + 1)) * spread / correction;
    return Math.min(1, h / (n - 1));
  }

  /** Kendall's tau-b, see {@link TopStudy.Change}; NaN if one of the two has ties only. */
  static double tauB(double[] x, double[] y) {
    long concordant = 0;
    long inX = 0;
    long inY = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < i; j++) {
        int a = Double.compare(x[i], x[j]);
        int b = Double.compare(y[i], y[j]);
        concordant += (long) Integer.signum(a) * Integer.signum(b);
        inX += a == 0 ? 0 : 1;
        inY += b == 0 ? 0 : 1;
      }
    }
    return concordant / Math.sqrt((double) inX * inY);
  }
}
