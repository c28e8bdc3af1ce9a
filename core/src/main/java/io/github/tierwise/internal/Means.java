package io.github.tierwise.internal;

/** Means that give the same bits everywhere. */
public final class Means {

  private Means() {}

  /**
   * The n-th root of a product: the geometric mean of n numbers in (0, 1], which cannot underflow
   * for less than a thousand numbers of at least 0.5 or two hundred of at least 0.05. It never
   * falls with the product.
   */
  public static double root(double product, int n) {
    return switch (n) {
      case 1 -> product;
      // A square root is rounded correctly, everywhere.
      case 2 -> Math.sqrt(product);
      default -> Logs.exp2(Logs.log2(product) / n);
    };
  }

  /** {@link #root} of each of the first n products, in place. */
  public static void roots(double[] products, int count, int n) {
    if (count == 2) {
      for (int i = 0; i < n; i++) {
        products[i] = Math.sqrt(products[i]);
      }
    } else if (count > 2) {
      for (int i = 0; i < n; i++) {
        products[i] = root(products[i], count);
      }
    }
  }

  /** The geometric mean of numbers in (0, 1]. */
  public static double geometric(double[] values) {
    double product = 1.0;
    for (double value : values) {
      product *= value;
    }
    return root(product, values.length);
  }
}
