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

  private final Candidates candidates;
  private final Source[] sources;
  private final Spread[] spreads;

  /** By criterion, then by account. */
  private final double[][] utilities;

  UtilityDraws(Candidates candidates, long seed) {
    this(
        candidates,
        IntStream.range(0, candidates.sources().size())
            .mapToObj(s -> new Source(candidates, s, seed))
            .toArray(Source[]::new),
        IntStream.range(0, candidates.criteria())
            .mapToObj(j -> new Spread(candidates, j))
            .toArray(Spread[]::new));
  }

  private UtilityDraws(Candidates candidates, Source[] sources, Spread[] spreads) {
    this.candidates = candidates;
    this.sources = sources;
    this.spreads = spreads;
    utilities = candidates.values();
  }

  /** The same for another thread. */
  UtilityDraws another() {
    return new UtilityDraws(
        candidates, Arrays.stream(sources).map(Source::another).toArray(Source[]::new), spreads);
  }

  /** Goes to a draw, whichever was before. */
  void go(long draw) {
    for (Source source : sources) {
      source.go(draw);
    }
    for (int j = 0; j < spreads.length; j++) {
      spreads[j].fill(utilities[j], sources, draw);
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
    private final int[] drawn;
    private final int[] normal;
    private final double[] quantiles;
    private final double[] normals;

    Source(Candidates candidates, int s, long seed) {
      this(
          streams(candidates, candidates.sources().get(s), seed),
          accounts(candidates, i -> has(candidates, s, i, Law.values())),
          accounts(candidates, i -> has(candidates, s, i, Law.NORMAL, Law.LOG_NORMAL)));
    }

    private Source(long[] streams, int[] drawn, int[] normal) {
      this.streams = streams;
      this.drawn = drawn;
      this.normal = normal;
      quantiles = new double[streams.length];
      normals = new double[streams.length];
    }

    private static long[] streams(Candidates candidates, String name, long seed) {
      return IntStream.range(0, candidates.size())
          .mapToLong(i -> Draws.stream(seed, name, candidates.key(i)))
          .toArray();
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

    Source another() {
      return new Source(streams, drawn, normal);
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

  /** How the utilities by one criterion are spread. Immutable. */
  private static final class Spread {
    private final int source;
    private final int[] accounts;
    private final Doubt[] doubts;

    Spread(Candidates candidates, int j) {
      source = candidates.sourceOf(j);
      accounts = accounts(candidates, i -> candidates.doubt(i, j).law() != Law.NONE);
      doubts = Arrays.stream(accounts).mapToObj(i -> candidates.doubt(i, j)).toArray(Doubt[]::new);
    }

    void fill(double[] out, Source[] sources, long draw) {
      Source drawn = sources[source];
      for (int k = 0; k < accounts.length; k++) {
        int i = accounts[k];
        Doubt doubt = doubts[k];
        double share = doubt.open() > 0 ? Draws.uniform(drawn.streams[i] ^ OPEN, draw) : 0;
        out[i] = doubt.at(drawn.quantiles[i], drawn.normals[i], share);
      }
    }
  }
}
