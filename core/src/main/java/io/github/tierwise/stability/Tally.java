package io.github.tierwise.stability;

/** What some draws came to, in whole numbers: sums of parts do not depend on their order. */
final class Tally {

  final int[] first;
  final int[] top;
  final long[] rankSum;
  final long[] rankSquares;

  /** For each account, one after the other, how often its rank was in each bin. */
  final int[] ranks;

  /**
   * By source, then by account: in how many draws its being as assumed would make another first.
   */
  final int[][] decides;

  /** By source, at the end the weights: in how many draws it alone makes another first. */
  final int[] changes;

  /** Of each pair of leaders, how often the one is before the other. */
  final int[][] beats;

  /** Who was first in each draw. */
  final int[] winners;

  Tally(int accounts, int bins, int sources, int leaders, int draws) {
    first = new int[accounts];
    top = new int[accounts];
    rankSum = new long[accounts];
    rankSquares = new long[accounts];
    ranks = new int[accounts * bins];
    decides = new int[sources][accounts];
    changes = new int[sources + 1];
    beats = new int[leaders][leaders];
    winners = new int[draws];
  }

  /** Adds all but the winners, which a part has of its own draws. */
  void add(Tally part) {
    add(first, part.first);
    add(top, part.top);
    add(ranks, part.ranks);
    add(changes, part.changes);
    for (int i = 0; i < rankSum.length; i++) {
      rankSum[i] += part.rankSum[i];
      rankSquares[i] += part.rankSquares[i];
    }
    for (int s = 0; s < decides.length; s++) {
      add(decides[s], part.decides[s]);
    }
    for (int a = 0; a < beats.length; a++) {
      add(beats[a], part.beats[a]);
    }
  }

  private static void add(int[] to, int[] from) {
    for (int i = 0; i < to.length; i++) {
      to[i] += from[i];
    }
  }
}
