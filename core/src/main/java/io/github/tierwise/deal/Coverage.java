package io.github.tierwise.deal;

import io.github.tierwise.internal.Checks;
import io.github.tierwise.internal.Text;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * How many people a set of accounts reaches, each counted once.
 *
 * <p>Every account is a sum of parts: one of its own, and parts that it shares with others. A set
 * is worth the sum of the parts that it touches, each once: a weighted coverage, so monotone and
 * submodular. Without a universe a part is measured in people. With one of U people, in {@code
 * -ln(1 - people / U)}, so that adding parts multiplies the chances of being missed: Sainsbury's
 * random duplication; people are then {@code U (1 - e^-sum)}, a concave function of the sum, so
 * still monotone and submodular.
 */
final class Coverage {

  /** Accounts that have a fraction of the smallest one's audience in common. */
  record Overlap<T>(Collection<T> members, double fraction) implements Serializable {

    Overlap {
      members = List.copyOf(members);
      Checks.weight(fraction, "overlap");
    }

    /** The same of those members that have a place, told by their places. */
    private Overlap<Integer> placed(Map<T, Integer> places) {
      return new Overlap<>(
          members.stream().filter(places::containsKey).map(places::get).toList(), fraction);
    }

    /** All of which at least two members have a place. */
    static <T> List<Overlap<Integer>> placed(List<Overlap<T>> overlaps, Map<T, Integer> places) {
      return overlaps.stream()
          .map(overlap -> overlap.placed(places))
          .filter(overlap -> overlap.members.size() > 1)
          .toList();
    }
  }

  /** No account reaches quite everybody: a logarithm must stay finite. */
  private static final double NEARLY_ALL = 1 - 0x1p-40;

  /** What most accounts share, the same for all: there may be a hundred thousand of them. */
  private static final int[] NONE = {};

  private final double universe;
  final double[] own;
  final double[] shared;

  /** For each account the shared parts that it touches. */
  final int[][] parts;

  /**
   * Measures every part.
   *
   * @param audiences people, for each account
   * @param ids for messages
   * @param overlaps with at least two members each
   * @param universe people in all, positive infinity if not stated
   */
  Coverage(double[] audiences, String[] ids, List<Overlap<Integer>> overlaps, double universe) {
    this.universe = universe;
    int size = audiences.length;
    own = new double[size];
    double[] inCommon = new double[size];
    shared = new double[overlaps.size()];
    Arrays.setAll(own, i -> measure(audiences[i]));
    parts = new int[size][];
    Arrays.fill(parts, NONE);
    for (int part = 0; part < shared.length; part++) {
      Overlap<Integer> overlap = overlaps.get(part);
      shared[part] = measure(overlap, audiences, inCommon);
      for (int i : overlap.members()) {
        parts[i] = Arrays.copyOf(parts[i], parts[i].length + 1);
        parts[i][parts[i].length - 1] = part;
      }
    }
    for (int i = 0; i < size; i++) {
      if (inCommon[i] > audiences[i] * (1 + 1e-9)) {
        throw new IllegalArgumentException(
            ("overlaps of %s must sum to at most its audience of %s, was %s;"
                    + " people whom more than two accounts share are one overlap of all of them")
                .formatted(ids[i], Text.count(audiences[i]), Text.count(inCommon[i])));
      }
      // What an account shares is never more than itself but for rounding: a shared part measures
      // at most what its people would alone, and the measure of a sum is at least the sum of
      // measures. (Where an account is nearly everybody, more than that reaches no more people.)
      double rest = own[i];
      for (int part : parts[i]) {
        rest -= shared[part];
      }
      own[i] = Math.max(0, rest);
    }
  }

  private double measure(double people) {
    return Double.isInfinite(universe)
        ? people
        : -StrictMath.log1p(-Math.min(people / universe, NEARLY_ALL));
  }

  /**
   * A shared part such that the two smallest of its accounts together reach the sum of both minus
   * what they have in common; at least as much as they would share at random.
   */
  private double measure(Overlap<Integer> overlap, double[] audiences, double[] inCommon) {
    double[] sizes = overlap.members().stream().mapToDouble(i -> audiences[i]).sorted().toArray();
    double common = overlap.fraction() * sizes[0];
    overlap.members().forEach(i -> inCommon[i] += common);
    double more = measure(sizes[0] + sizes[1] - common) - measure(sizes[1]);
    return Math.max(0, measure(sizes[0]) - more);
  }

  /** The number of people behind a sum of parts; it never falls with the sum. */
  double people(double sum) {
    return Double.isInfinite(universe) ? sum : universe * -StrictMath.expm1(-sum);
  }

  /** The people whom all accounts together reach. */
  double people() {
    return people(sum());
  }

  /** All parts together. */
  double sum() {
    double sum = 0.0;
    for (double[] each : List.of(own, shared)) {
      for (double part : each) {
        sum += part;
      }
    }
    return sum;
  }
}
