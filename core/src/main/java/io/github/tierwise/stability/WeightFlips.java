package io.github.tierwise.stability;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The least changes of weights that flip a contest, each found exactly and proven by scoring. */
record WeightFlips(Contest contest) {

  /** Times all weights together: beyond it the others have no points on the grid of scores. */
  private static final double MOST = 0x1p47;

  /** Margins, in parts of all weights, within which the rounding of scores decides. */
  private static final double LEAST_MARGIN = 0x1p-60;

  private static final double MOST_MARGIN = 0x1p-36;

  /** Of a weight, as people read it. */
  private static final int DECIMALS = 2;

  /**
   * Weights that flip it.
   *
   * @param weights those that change least; empty if none flip it
   * @param read as people read them, which flips it too
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Found(double[] weights, Rounding read) {}

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
   * @return the weights, of which there may be none
   */
  Found one() {
    double[] weights = contest.weights();
    double most = MOST * Arrays.stream(weights).sum();
    double[] best = {};
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
    return best.length == 0
        ? none()
        : new Found(best, Rounding.of(weights, best, false, DECIMALS, contest::flipsBy));
  }

  private Found none() {
    double[] now = contest.weights();
    return new Found(new double[0], new Rounding(now, now, false, 0));
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

  /**
   * The weights, all of them changed, of which the largest change is least; those stay that need
   * not change.
   *
   * @return empty if it is not told: where the search was given up, and of an account in the top
   *     that is not first, since how several pass it at once is another problem
   */
  Optional<Found> together() {
    if (contest.isIn() && contest.places() > 1) {
      return Optional.empty();
    }
    if (contest.others() == 0 || !contest.score().eligible()) {
      return Optional.of(none());
    }
    WeightProgram program = program(contest.weights());
    if (contest.places() == 1) {
      return Optional.of(proven(program, new BitSet()).orElseGet(this::none));
    }
    // Whom to leave before it may hang on a tie, which rounding can undo: then with a margin.
    for (double margin : new double[] {LEAST_MARGIN, MOST_MARGIN}) {
      WeightSearch search = new WeightSearch(program, margin, contest.places() - 1);
      if (!search.isComplete()) {
        return Optional.empty();
      }
      Optional<Found> found =
          Optional.ofNullable(search.best()).flatMap(out -> proven(program, out));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.of(none());
  }

  /** The solution with the least margin with which the scores flip too. */
  private Optional<Found> proven(WeightProgram program, BitSet out) {
    for (double margin = LEAST_MARGIN; margin <= MOST_MARGIN; margin *= 2) {
      WeightProgram.Solution solution = program.solve(margin, out);
      double[] changed = changed(solution);
      if (solution.exists() && contest.flipsBy(changed)) {
        keep(contest.weights(), changed);
        return Optional.of(new Found(changed, read(program, out, changed)));
      }
    }
    return Optional.empty();
  }

  private double[] changed(WeightProgram.Solution solution) {
    double[] changed = solution.factors();
    for (int i = 0; i < changed.length; i++) {
      changed[i] *= contest.weights()[i];
    }
    return changed;
  }

  /**
   * Rounded so that they flip too. Where others are in the way on both sides, that takes going on
   * by a margin that rounding cannot undo.
   */
  private Rounding read(WeightProgram program, BitSet out, double[] changed) {
    double[] now = contest.weights();
    Rounding outward = Rounding.of(now, changed, false, DECIMALS, contest::flipsBy);
    for (int decimals = DECIMALS; decimals + 1 < outward.decimals(); decimals++) {
      double margin = now.length * StrictMath.pow(10, -decimals) / Arrays.stream(now).sum();
      WeightProgram.Solution solution = program.solve(margin, out);
      if (!solution.exists()) {
        break;
      }
      double[] further = changed(solution);
      int places = decimals;
      Arrays.setAll(
          further,
          i ->
              BigDecimal.valueOf(further[i])
                  .setScale(places, RoundingMode.HALF_EVEN)
                  .doubleValue());
      if (contest.flipsBy(further)) {
        keep(now, further);
        return new Rounding(now, further, false, decimals);
      }
    }
    return outward;
  }

  /** Of all others to be passed or, if the account is the first, of the one nearest to pass it. */
  private WeightProgram program(double[] weights) {
    int[] others = contest.isIn() ? nearest() : IntStream.range(0, contest.others()).toArray();
    double sign = (contest.isIn() ? -1 : 1) / Arrays.stream(weights).sum();
    double[][] gains = new double[others.length][weights.length];
    double[] leads = new double[others.length];
    for (int j = 0; j < others.length; j++) {
      leads[j] = sign * contest.lead(others[j]);
      for (int i = 0; i < weights.length; i++) {
        gains[j][i] = sign * contest.gain(others[j], i);
      }
    }
    return new WeightProgram(gains, leads);
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
