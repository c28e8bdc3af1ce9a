package io.github.tierwise.deal;

import io.github.tierwise.tier.Classification;
import io.github.tierwise.tier.CommonTier;
import io.github.tierwise.tier.Tier;
import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The accounts that can be chosen, in the order of their ids, as whole numbers: whatever the order
 * in which they are added, sums are exact, so that two sets compare the same everywhere. All values
 * together are below 2^40; a unit is a trillionth of them, far below what a forecast knows.
 */
final class Problem {

  /** The common tiers, and one more for accounts that have none. */
  static final int TIERS = CommonTier.values().length + 1;

  private static final int BITS = 40;

  final int size;
  final long[] own;
  final long[] shared;
  final int[][] parts;
  final long[] cost;
  final int[] tier;
  private final Coverage coverage;
  private final double scale;
  private final long total;

  Problem(Coverage coverage, long[] cost, int[] tier) {
    this.coverage = coverage;
    this.cost = cost;
    this.tier = tier;
    size = cost.length;
    double sum = coverage.sum();
    scale = sum > 0 ? Math.scalb(1.0, BITS - 1 - Math.getExponent(sum)) : 1.0;
    own = units(coverage.own);
    shared = units(coverage.shared);
    parts = coverage.parts;
    total = LongStream.of(own).sum() + LongStream.of(shared).sum();
  }

  private Problem(Problem other, long[] cost) {
    coverage = other.coverage;
    this.cost = cost;
    tier = other.tier;
    size = other.size;
    scale = other.scale;
    own = other.own;
    shared = other.shared;
    parts = other.parts;
    total = other.total;
  }

  /** The same accounts, of which one has another price. */
  Problem withCost(int account, long price) {
    long[] costs = cost.clone();
    costs[account] = price;
    return new Problem(this, costs);
  }

  private long[] units(double[] values) {
    return DoubleStream.of(values).mapToLong(v -> (long) StrictMath.rint(v * scale)).toArray();
  }

  /** Numbers in the order of a key, the least first; of equal ones in their own order. */
  static int[] sorted(IntStream numbers, IntToDoubleFunction key) {
    return numbers
        .boxed()
        .sorted(Comparator.comparingDouble(key::applyAsDouble))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** What all accounts together are worth. */
  long total() {
    return total;
  }

  /** What an account is worth if nobody else is chosen. */
  long alone(int i) {
    long value = own[i];
    for (int part : parts[i]) {
      value += shared[part];
    }
    return value;
  }

  /** The people behind a value; it never falls with the value. */
  double people(long value) {
    return coverage.people(value / scale);
  }

  /** The group in which an account counts for quotas. */
  static int group(Classification classification) {
    return classification instanceof Tier tier ? tier.common().ordinal() : TIERS - 1;
  }
}
