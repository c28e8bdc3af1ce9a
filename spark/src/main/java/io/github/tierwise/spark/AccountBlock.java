package io.github.tierwise.spark;

import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.ProfileColumns;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/** Arrays that are filled with block after block of accounts. Not thread-safe. */
final class AccountBlock {

  private final Sources sources;
  private final double[][] numbers;
  private Platform[] platforms = {};
  private String[] formulas = {};

  AccountBlock(Sources sources) {
    this.sources = sources;
    numbers = new double[sources.numbers().size()][0];
  }

  int capacity() {
    return numbers[0].length;
  }

  /** Makes room; what was in the block is lost. */
  void grow(int rows) {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = new double[rows];
    }
    platforms = new Platform[rows];
    Arrays.fill(platforms, sources.platform());
    formulas = new String[rows];
    Arrays.fill(formulas, sources.levelFormula());
  }

  /** The array of a column of numbers. */
  double[] numbers(int i) {
    return numbers[i];
  }

  /** Checks numbers, and makes negative zeros positive, which nobody means. */
  void check(int i, int rows, IntFunction<String> accounts) {
    double[] column = numbers[i];
    double most = sources.numbers().get(i).most();
    for (int row = 0; row < rows; row++) {
      double value = column[row];
      if (value < 0 || value > most) {
        throw sources.numbers().get(i).refused(value, accounts.apply(row));
      }
      column[row] = value + 0.0;
    }
  }

  void platform(int row, Platform platform) {
    platforms[row] = platform;
  }

  /** The accounts; rows beyond those that were filled are of an earlier block. */
  ProfileColumns accounts() {
    ProfileColumns.Builder builder = ProfileColumns.builder(sources.platform(), numbers[0]);
    if (sources.hasPlatform()) {
      builder.platforms(platforms);
    }
    List<Measure> measures = sources.measures();
    for (int i = 1; i < measures.size(); i++) {
      switch (measures.get(i)) {
        case PRICE -> builder.price(numbers[i], sources.currency());
        // The others of a level are behind it.
        case LEVEL -> builder.level(formulas, numbers[i], numbers[i + 1], numbers[i + 2]);
        default -> builder.column(measures.get(i), numbers[i]);
      }
    }
    for (int i = 0; i < sources.shares().size(); i++) {
      AccountColumns.Share share = sources.shares().get(i);
      builder.audience(share.dimension(), share.value(), numbers[measures.size() + i]);
    }
    return builder.build();
  }
}
