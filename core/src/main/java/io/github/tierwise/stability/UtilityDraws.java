package io.github.tierwise.stability;

import io.github.tierwise.internal.Doubt;
import io.github.tierwise.internal.Doubt.Law;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The utilities of all candidates, draw after draw: array by array, and only where there is a
 * doubt. For one thread.
 */
final class UtilityDraws {

  /** Streams that tell how much more there may be, apart from those that tell the rest. */
  private static final long OPEN = 0x6F70656E00000000L;

  /** By criterion, then by account. */
  private final double[][] utilities;

  private final Source[] sources;
  private final Spread[] spreads;

  UtilityDraws(Candidates candidates, long seed) {
    utilities = candidates.values();
    sources = new Source[candidates.sources().size()];
    for (int s = 0; s < sources.length; s++) {
      sources[s] = new Source(candidates, s, seed);
    }
    spreads = new Spread[candidates.criteria()];
    for (int j = 0; j < spreads.length; j++) {
      spreads[j] = new Spread(candidates, j);
    }
  }

  /** Goes to a draw, whichever was before. */
  void go(long draw) {
    for (Source source : sources) {
      source.go(draw);
    }
    for (int j = 0; j < spreads.length; j++) {
      spreads[j].fill(utilities[j], draw);
    }
  }

  /** The utilities by a criterion: the same array every time. */
  double[] of(int criterion) {
    return utilities[criterion];
  }

  private static int[] accounts(Candidates candidates, IntPredicate which) {
    return IntStream.range(0, candidates.size()).filter(which).toArray();
  }

  /** One thing in doubt: where in its law each account's own is, in a draw. */
  private static final class Source {
    private final long[] streams;
    private final double[] quantiles;
    private final double[] normals;
    private final int[] drawn;
    private final int[] normal;

    Source(Candidates candidates, int s, long seed) {
      int n = candidates.size();
      streams = new long[n];
      quantiles = new double[n];
      normals = new double[n];
      String name = candidates.sources().get(s);
      for (int i = 0; i < n; i++) {
        streams[i] = Draws.stream(seed, name, candidates.key(i));
      }
      drawn = accounts(candidates, i -> has(candidates, s, i, Law.values()));
      normal = accounts(candidates, i -> has(candidates, s, i, Law.NORMAL, Law.LOG_NORMAL));
    }

    private static boolean has(Candidates candidates, int s, int account, Law... laws) {
      for (int j = 0; j < candidates.criteria(); j++) {
        Law law = candidates.doubt(account, j).law();
        if (candidates.sourceOf(j) == s && law != Law.NONE && Arrays.asList(laws).contains(law)) {
          return true;
        }
      }
      return false;
    }

    void go(long draw) {
      for (int i : drawn) {
        quantiles[i] = Draws.uniform(streams[i], draw);
      }
      for (int i : normal) {
        normals[i] = Draws.normal(quantiles[i]);
      }
    }
  }

  /** How the utilities by one criterion are spread. */
  private final class Spread {
    private final Source source;
    private final int[] accounts;
    private final Doubt[] doubts;

    Spread(Candidates candidates, int j) {
      source = sources[candidates.sourceOf(j)];
      accounts = accounts(candidates, i -> candidates.doubt(i, j).law() != Law.NONE);
      doubts = Arrays.stream(accounts).mapToObj(i -> candidates.doubt(i, j)).toArray(Doubt[]::new);
    }

    void fill(double[] out, long draw) {
      for (int k = 0; k < accounts.length; k++) {
        int i = accounts[k];
        Doubt doubt = doubts[k];
        double share = doubt.open() > 0 ? Draws.uniform(source.streams[i] ^ OPEN, draw) : 0;
        out[i] = doubt.at(source.quantiles[i], source.normals[i], share);
      }
    }
  }
}
