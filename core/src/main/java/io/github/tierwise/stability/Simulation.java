package io.github.tierwise.stability;

import io.github.tierwise.internal.Ranges;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Draws weights and utilities, ranks, and counts. Draws are made in batches of a fixed size, each
 * in chunks of a fixed size that may run on several threads.
 */
final class Simulation {

  /** After so many draws it is asked whether they suffice. */
  static final int BATCH = 2_000;

  private static final int CHUNK = 250;

  private final Candidates candidates;
  private final WeightDraws weights;

  /** Of which each chunk has another. */
  private final UtilityDraws utilityDraws;

  private final int top;

  /** Between whom pairs are counted. */
  private final int[] leaders;

  private final Executor executor;
  private final int bins;
  private final double[][] values;
  private final double[] middle;
  private final double[] scores;
  private final int firstAtMiddle;
  private final Tally tally;
  private final double[][] weightSums;
  private double leastToBeTop = Double.POSITIVE_INFINITY;
  private final double[] leastWeights;
  private final double[] mostWeights;
  private int draws;

  Simulation(
      Candidates candidates,
      WeightDraws weights,
      long seed,
      int top,
      int[] leaders,
      Executor executor) {
    this.candidates = candidates;
    this.weights = weights;
    utilityDraws = new UtilityDraws(candidates, seed);
    this.top = Math.min(top, candidates.size());
    this.leaders = leaders;
    this.executor = executor;
    bins = RankBins.count(candidates.size());
    values = candidates.values();
    middle = weights.middle();
    scores = new double[candidates.size()];
    score(middle, j -> values[j], scores);
    firstAtMiddle = largest(scores);
    tally = tally(0);
    weightSums = new double[candidates.size()][candidates.criteria()];
    leastWeights = new double[candidates.criteria()];
    mostWeights = new double[candidates.criteria()];
    Arrays.fill(leastWeights, 1.0);
  }

  private Tally tally(int size) {
    return new Tally(candidates.size(), bins, candidates.sources().size(), leaders.length, size);
  }

  @FunctionalInterface
  private interface ByCriterion {
    double[] get(int criterion);
  }

  private static void score(double[] weights, ByCriterion utilities, double[] out) {
    Arrays.fill(out, 0.0);
    for (int j = 0; j < weights.length; j++) {
      addWeighted(100 * weights[j], utilities.get(j), out);
    }
  }

  private static void addWeighted(double weight, double[] x, double[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] += weight * x[i];
    }
  }

  private static void addChanges(double weight, double[] x, double[] base, double[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] += weight * (x[i] - base[i]);
    }
  }

  private static int largest(double[] numbers) {
    int best = 0;
    for (int i = 1; i < numbers.length; i++) {
      if (numbers[i] > numbers[best]) {
        best = i;
      }
    }
    return best;
  }

  /** Makes a batch of draws more. */
  void more() {
    int start = draws;
    List<Part> parts =
        Ranges.map(
            BATCH, CHUNK, executor, (from, to) -> new Part(start + from, start + to).counted());
    double[] drawn = new double[candidates.criteria()];
    for (Part part : parts) {
      tally.add(part.counts);
      leastToBeTop = Math.min(leastToBeTop, part.leastToBeTop);
      // Sums of fractions, so in the order of the draws.
      for (int winner : part.counts.winners) {
        weights.draw(draws, drawn);
        for (int j = 0; j < drawn.length; j++) {
          weightSums[winner][j] += drawn[j];
          leastWeights[j] = Math.min(leastWeights[j], drawn[j]);
          mostWeights[j] = Math.max(mostWeights[j], drawn[j]);
        }
        draws++;
      }
    }
  }

  int draws() {
    return draws;
  }

  Tally tally() {
    return tally;
  }

  int bins() {
    return bins;
  }

  /** The score of the last of the top in the draw in which it was least. */
  double leastToBeTop() {
    return leastToBeTop;
  }

  /** The mean of the weights in the draws in which an account was first. */
  double[] centralWeights(int account) {
    int count = tally.first[account];
    return Arrays.stream(weightSums[account]).map(sum -> sum / count).toArray();
  }

  /**
   * The largest score that utilities may have with any weights within the extremes of those drawn:
   * what is left to give goes to the best utilities first.
   */
  double mostPossible(double[] utilities) {
    double left = 1 - Arrays.stream(leastWeights).sum();
    double sum = 0.0;
    boolean[] full = new boolean[utilities.length];
    for (int j = 0; j < utilities.length; j++) {
      sum += leastWeights[j] * utilities[j];
    }
    for (int round = 0; round < utilities.length; round++) {
      int best = -1;
      for (int j = 0; j < utilities.length; j++) {
        if (!full[j] && (best < 0 || utilities[j] > utilities[best])) {
          best = j;
        }
      }
      double given = Math.max(0, Math.min(left, mostWeights[best] - leastWeights[best]));
      sum += given * utilities[best];
      left -= given;
      full[best] = true;
    }
    return 100 * sum;
  }

  /** In how many of all draws each account is first with weights of its own; utilities as drawn. */
  long[] firstWith(double[][] ownWeights, int[] accounts) {
    List<long[]> parts =
        Ranges.map(
            draws,
            CHUNK,
            executor,
            (from, to) -> {
              UtilityDraws utilities = utilityDraws.another();
              double[] sums = new double[candidates.size()];
              long[] first = new long[accounts.length];
              for (int draw = from; draw < to; draw++) {
                utilities.go(draw);
                for (int k = 0; k < accounts.length; k++) {
                  score(ownWeights[k], utilities::of, sums);
                  first[k] += largest(sums) == accounts[k] ? 1 : 0;
                }
              }
              return first;
            });
    long[] sum = new long[accounts.length];
    for (long[] part : parts) {
      for (int k = 0; k < sum.length; k++) {
        sum[k] += part[k];
      }
    }
    return sum;
  }

  /** Some draws, counted. */
  private final class Part {
    private final int from;
    private final int to;
    private final Tally counts;
    private final UtilityDraws utilities = utilityDraws.another();
    private final double[] drawn = new double[candidates.criteria()];
    private final double[] sums = new double[candidates.size()];
    private final double[] other = new double[candidates.size()];
    private final Order order = new Order(candidates.size());
    private double leastToBeTop = Double.POSITIVE_INFINITY;

    Part(int from, int to) {
      this.from = from;
      this.to = to;
      counts = tally(to - from);
    }

    Part counted() {
      for (int draw = from; draw < to; draw++) {
        weights.draw(draw, drawn);
        utilities.go(draw);
        score(drawn, utilities::of, sums);
        int[] places = order.of(sums);
        counts.winners[draw - from] = places[0];
        leastToBeTop = Math.min(leastToBeTop, sums[places[top - 1]]);
        countRanks(places);
        countPairs();
        countChanges();
        countDecisions(places);
      }
      return this;
    }

    private void countRanks(int[] places) {
      counts.first[places[0]]++;
      for (int i = 0; i < top; i++) {
        counts.top[places[i]]++;
      }
      for (int i = 0; i < places.length; i++) {
        int account = places[i];
        long rank = i + 1L;
        counts.rankSum[account] += rank;
        counts.rankSquares[account] += rank * rank;
        counts.ranks[account * bins + RankBins.of(i + 1)]++;
      }
    }

    private void countPairs() {
      for (int a = 0; a < leaders.length; a++) {
        for (int b = 0; b < leaders.length; b++) {
          double one = sums[leaders[a]];
          double two = sums[leaders[b]];
          counts.beats[a][b] += one > two || (one == two && leaders[a] < leaders[b]) ? 1 : 0;
        }
      }
    }

    /** One thing at a time as drawn, all others as scores take them. */
    private void countChanges() {
      int sources = counts.changes.length - 1;
      for (int s = 0; s < sources; s++) {
        System.arraycopy(scores, 0, other, 0, other.length);
        for (int j = 0; j < middle.length; j++) {
          if (candidates.sourceOf(j) == s) {
            addChanges(100 * middle[j], utilities.of(j), values[j], other);
          }
        }
        counts.changes[s] += largest(other) == firstAtMiddle ? 0 : 1;
      }
      score(drawn, j -> values[j], other);
      counts.changes[sources] += largest(other) == firstAtMiddle ? 0 : 1;
    }

    /** One thing of one account as scores take it, all others as drawn. */
    private void countDecisions(int[] places) {
      int first = places[0];
      double best = sums[first];
      double second = places.length > 1 ? sums[places[1]] : Double.NEGATIVE_INFINITY;
      for (int s = 0; s < counts.decides.length; s++) {
        System.arraycopy(sums, 0, other, 0, other.length);
        for (int j = 0; j < middle.length; j++) {
          if (candidates.sourceOf(j) == s) {
            addChanges(-100 * drawn[j], utilities.of(j), values[j], other);
          }
        }
        int[] decides = counts.decides[s];
        double own = other[first];
        other[first] = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < decides.length; i++) {
          decides[i] += other[i] > best ? 1 : 0;
        }
        decides[first] += own < second ? 1 : 0;
      }
    }
  }
}
