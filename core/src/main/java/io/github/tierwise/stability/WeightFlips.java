package io.github.tierwise.stability;

import io.github.tierwise.internal.Nullable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The least changes of weights that flip a contest, each found exactly and proven by scoring. */
record WeightFlips(Contest contest) {

  /** Times all weights together: beyond it the others have no points on the grid of scores. */
  private static final double MOST = 0x1p47;

  /** Margins, in parts of all weights, within which the rounding of scores decides. */
  private static final double LEAST_MARGIN = 0x1p-60;

  private static final double MOST_MARGIN = 0x1p-36;

  /**
   * Another that is passed, or passes, where one weight changes.
   *
   * @param factor of the weight
   * @param before by how many more are before the account beyond it
   */
  private record Crossing(double factor, int before) {

    double distance() {
      return Math.abs(factor - 1);
    }
  }

  /**
   * The weights with one of them changed by the least factor.
   *
   * @return null if there are none
   */
  double @Nullable [] one() {
    double[] weights = contest.weights();
    double most = MOST * Arrays.stream(weights).sum();
    double[] best = null;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < weights.length; i++) {
      for (double end : new double[] {0, most / weights[i]}) {
        double factor = factor(i, end);
        if (Math.abs(factor - 1) < least) {
          least = Math.abs(factor - 1);
          best = changed(i, factor);
        }
      }
    }
    return best;
  }

  private double[] changed(int criterion, double factor) {
    double[] weights = contest.weights();
    weights[criterion] *= factor;
    return weights;
  }

  /**
   * The factor of a weight nearest to 1 towards an end; NaN if there is none. A score is a line
   * over the weight, so that every other is crossed once at the most; between two crossings nothing
   * changes.
   */
  private double factor(int criterion, double end) {
    List<Crossing> crossings = new ArrayList<>();
    int before = 0;
    for (int j = 0; j < contest.others(); j++) {
      boolean ahead = contest.isAhead(j);
      before += ahead ? 1 : 0;
      double gain = contest.gain(j, criterion);
      double factor = 1 - contest.lead(j) / gain;
      boolean up = ahead == gain > 0;
      if (gain != 0 && up == end > 1 && (up ? factor <= end : factor >= 0)) {
        crossings.add(new Crossing(factor, ahead ? -1 : 1));
      }
    }
    crossings.sort(Comparator.comparingDouble(Crossing::distance));
    for (int i = 0; i < crossings.size(); i++) {
      before += crossings.get(i).before;
      double start = crossings.get(i).factor;
      double next = i + 1 < crossings.size() ? crossings.get(i + 1).factor : end;
      if (before < contest.places() != contest.isIn() && (start != next || next == end)) {
        double found =
            Bisection.within(start, next, factor -> contest.flipsBy(changed(criterion, factor)));
        if (!Double.isNaN(found)) {
          return found;
        }
      }
    }
    return Double.NaN;
  }

  /** Whether {@link #together} is told: how several may stay before it is another problem. */
  boolean tellsTogether() {
    return contest.places() == 1;
  }

  /**
   * The weights, all of them changed, of which the largest change is least; those stay that need
   * not change.
   *
   * @return null if there are none
   */
  double @Nullable [] together() {
    if (contest.others() == 0) {
      return null;
    }
    double[] weights = contest.weights();
    double sum = Arrays.stream(weights).sum();
    int[] others = contest.isIn() ? nearest() : IntStream.range(0, contest.others()).toArray();
    double sign = (contest.isIn() ? -1 : 1) / sum;
    double[][] gains = new double[others.length][weights.length];
    double[] leads = new double[others.length];
    for (int j = 0; j < others.length; j++) {
      leads[j] = sign * contest.lead(others[j]);
      for (int i = 0; i < weights.length; i++) {
        gains[j][i] = sign * contest.gain(others[j], i);
      }
    }
    WeightProgram program = new WeightProgram(gains, leads);
    for (double margin = 0; margin <= MOST_MARGIN; margin = Math.max(2 * margin, LEAST_MARGIN)) {
      double[] changed = program.factors(margin);
      if (changed != null) {
        for (int i = 0; i < weights.length; i++) {
          changed[i] *= weights[i];
        }
        if (contest.flipsBy(changed)) {
          keep(weights, changed);
          return changed;
        }
      } else if (margin > 0) {
        return null;
      }
    }
    return null;
  }

  /** The other that takes the least change to pass, if the account is the first. */
  private int[] nearest() {
    return IntStream.range(0, contest.others())
        .boxed()
        .min(Comparator.comparingDouble(this::change))
        .stream()
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private double change(int other) {
    double sum = 0.0;
    for (int i = 0; i < contest.criteria(); i++) {
      sum += Math.abs(contest.gain(other, i));
    }
    return sum > 0 ? Math.abs(contest.lead(other)) / sum : Double.POSITIVE_INFINITY;
  }

  /** Leaves weights as they are that need not change. */
  private void keep(double[] weights, double[] changed) {
    for (int i = 0; i < weights.length; i++) {
      double weight = changed[i];
      changed[i] = weights[i];
      if (!contest.flipsBy(changed)) {
        changed[i] = weight;
      }
    }
  }
}
