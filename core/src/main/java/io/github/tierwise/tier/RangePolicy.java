package io.github.tierwise.tier;

import io.github.tierwise.internal.Checks;
import io.github.tierwise.internal.FriendAccess;
import io.github.tierwise.internal.Text;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Profile;
import io.github.tierwise.profile.ProfileColumns;
import io.github.tierwise.tier.Unclassified.Reason;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/** Bands of followers, the same everywhere or by platform; gaps and overlaps allowed. */
sealed class RangePolicy implements TierPolicy, Serializable permits PublishedPolicy {

  private static final long serialVersionUID = 1L;

  /**
   * The line of followers cut at every bound: {@code answers[i]} holds below {@code cuts[i]},
   * {@code unknown} if the followers are not known. Answers are positions in the outcomes.
   */
  private static final class Line {

    private static final int DOUBLINGS = 64;

    private final double[] cuts;

    /** The answer of each cell, and behind them the one for followers that are not known. */
    private final int[] answers;

    /** The cell in which each doubling, up to 2^63, starts: no search from the bottom. */
    private final int[] starts = new int[DOUBLINGS];

    /** The bits below those of each cut; with infinity and then NaN as the last cuts. */
    private final long[] below;

    /** How many cuts there are within one doubling at the most. */
    private final int steps;

    Line(double[] cuts, int[] answers, int unknown) {
      int cells = cuts.length + 1;
      this.cuts = cuts.clone();
      this.answers = Arrays.copyOf(answers, cells + 1);
      this.answers[cells] = unknown;
      below = new long[cells + 1];
      for (int i = 0; i < cuts.length; i++) {
        below[i] = Double.doubleToRawLongBits(cuts[i]) - 1;
      }
      below[cells - 1] = Double.doubleToRawLongBits(Double.POSITIVE_INFINITY);
      below[cells] = Long.MAX_VALUE;
      int most = 1;
      for (int doubling = 1; doubling < DOUBLINGS; doubling++) {
        starts[doubling] = cell(Math.scalb(1.0, doubling));
        most = Math.max(most, starts[doubling] - starts[doubling - 1]);
      }
      steps = Math.max(most, cells - starts[DOUBLINGS - 1]);
    }

    private int cell(double followers) {
      int i = 0;
      while (i < cuts.length && followers >= cuts[i]) {
        i++;
      }
      return i;
    }

    int at(double followers) {
      return answers[Double.isNaN(followers) ? answers.length - 1 : cell(followers)];
    }

    /** The same for many: numbers >= 0 compare like their bits, so there is no branch to guess. */
    void at(double[] followers, int from, int[] out, int at, int n) {
      for (int row = 0; row < n; row++) {
        long bits = Double.doubleToRawLongBits(followers[from + row]) & Long.MAX_VALUE;
        int i = starts[Math.max(0, Math.min(DOUBLINGS - 1, (int) (bits >>> 52) - 1023))];
        i += (int) ((below[i] - bits) >>> 63);
        for (int step = 1; step < steps; step++) {
          i += (int) ((below[i] - bits) >>> 63);
        }
        out[at + row] = answers[i];
      }
    }
  }

  private final String id;
  private final String source;
  private final transient List<Band> bands;
  private final transient boolean partial;
  private final transient List<Tier> tiers;
  private final transient List<Classification> outcomes;

  /** One a platform, in the order of the enum; platforms with the same bands have equal lines. */
  private final transient Line[] lines;

  /** {@code partial}: the definition has further tiers whose bounds are not known. */
  RangePolicy(String id, String source, List<Band> bands, boolean partial) {
    this.id = id;
    this.source = source;
    this.bands = List.copyOf(bands);
    this.partial = partial;
    List<Classification> answers = new ArrayList<>();
    List<Tier> made = new ArrayList<>();
    for (Band band : bands) {
      int order = orderOf(made, band.label());
      Tier tier = new Tier(id, band.label(), order, band.common(), band.min(), band.max());
      made.add((Tier) answers.get(listed(tier, answers)));
    }
    tiers = List.copyOf(made);
    int unknown = listed(cannotTell("followers are unknown"), answers);
    lines = new Line[Platform.values().length];
    for (Platform platform : Platform.values()) {
      List<Band> here = Band.on(platform, bands);
      lines[platform.ordinal()] =
          here.isEmpty()
              ? constant(listed(noTiersFor(platform), answers))
              : cut(here, unknown, answers);
    }
    outcomes = List.copyOf(answers);
  }

  /** The same label on another platform is the same place in the order. */
  private static int orderOf(List<Tier> tiers, String label) {
    Optional<Tier> same = tiers.stream().filter(tier -> tier.label().equals(label)).findFirst();
    return same.map(Tier::order)
        .orElse(1 + (int) tiers.stream().map(Tier::label).distinct().count());
  }

  /** Where the answer is listed, so that there is one instance of it; if it is not, it is now. */
  private static int listed(Classification answer, List<Classification> all) {
    int known = all.indexOf(answer);
    if (known < 0) {
      all.add(answer);
      return all.size() - 1;
    }
    return known;
  }

  private Unclassified cannotTell(String why) {
    return new Unclassified(id, Reason.CANNOT_TELL, "cannot tell, " + why);
  }

  private Unclassified noTiersFor(Platform platform) {
    if (platform != Platform.OTHER) {
      return cannotTell("the definition has no tiers for " + platform.displayName());
    }
    List<String> names = bands.stream().map(Band::on).distinct().toList();
    return cannotTell(
        "needs the platform, the definition has tiers for " + String.join(", ", names));
  }

  private static Line constant(int answer) {
    return new Line(new double[0], new int[] {answer}, answer);
  }

  private Line cut(List<Band> here, int unknown, List<Classification> all) {
    TreeSet<Double> bounds = new TreeSet<>();
    for (Band band : here) {
      bounds.add(band.min());
      bounds.add(band.max());
    }
    // Nobody has fewer than 0 followers.
    bounds.remove(0.0);
    bounds.add(Double.POSITIVE_INFINITY);
    double[] cuts = new double[bounds.size()];
    int[] answers = new int[bounds.size()];
    int cells = 0;
    double start = 0;
    for (double end : bounds) {
      int answer = listed(answerFor(start, end, here), all);
      if (cells > 0 && answers[cells - 1] == answer) {
        cells--;
      }
      cuts[cells] = end;
      answers[cells++] = answer;
      start = end;
    }
    if (cells == 1 && all.get(answers[0]) instanceof Unclassified) {
      // Whatever the followers are, something else is missing.
      return constant(answers[0]);
    }
    return new Line(Arrays.copyOf(cuts, cells - 1), Arrays.copyOf(answers, cells), unknown);
  }

  /** The answer for every number of followers from {@code start} to below {@code end}. */
  private Classification answerFor(double start, double end, List<Band> here) {
    List<List<String>> missing = new ArrayList<>();
    for (Band band : here) {
      if (band.excludes(start)) {
        continue;
      }
      List<String> needs = band.missing(start);
      if (needs.isEmpty()) {
        // Where bands overlap, the one listed first answers.
        if (missing.isEmpty()) {
          return tiers.get(bands.indexOf(band));
        }
        break;
      }
      if (missing.stream().noneMatch(needs::containsAll)) {
        missing.add(needs);
      }
    }
    if (!missing.isEmpty()) {
      return cannotTell(
          "needs "
              + String.join(
                  ", or instead ", missing.stream().map(all -> String.join("; ", all)).toList()));
    }
    if (here.stream().noneMatch(band -> band.max() <= start)) {
      return outside(
          Reason.BELOW_FLOOR, "below the floor of %s followers".formatted(Text.count(end)));
    }
    if (here.stream().noneMatch(band -> band.min() >= end)) {
      return outside(
          Reason.ABOVE_CEILING, "above the ceiling of %s followers".formatted(Text.count(start)));
    }
    return outside(
        Reason.IN_GAP,
        "in a gap of the definition, from %s to below %s followers"
            .formatted(Text.count(start), Text.count(end)));
  }

  private Unclassified outside(Reason reason, String detail) {
    String all = partial ? detail + ", as far as the definition is known" : detail;
    return new Unclassified(id, reason, all);
  }

  /** The tier of a band, by its place among the bands. */
  Tier tierOf(int band) {
    return tiers.get(band);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String source() {
    return source;
  }

  @Override
  public List<Classification> outcomes() {
    return outcomes;
  }

  private int position(Profile profile) {
    return lines[profile.platform().ordinal()].at(profile.get(Measure.FOLLOWERS));
  }

  @Override
  public Classification classify(Profile profile) {
    return outcomes.get(position(profile));
  }

  @Override
  public void classify(ProfileColumns columns, int from, int to, int[] out, int at) {
    double[] followers = FriendAccess.arrays(columns).measure(Measure.FOLLOWERS.ordinal());
    if (columns.platforms().size() > 1 || followers == null) {
      columns.mapToInt(from, to, this::position, out, at);
      return;
    }
    Objects.checkFromToIndex(from, to, columns.size());
    Objects.checkFromIndexSize(at, to - from, out.length);
    if (from < to) {
      lines[columns.platform(from).ordinal()].at(followers, from, out, at, to - from);
    }
  }

  @Override
  public Optional<List<Double>> followerBounds(Platform platform) {
    Objects.requireNonNull(platform, "platform");
    return Optional.of(Arrays.stream(lines[platform.ordinal()].cuts.clone()).boxed().toList());
  }

  /** Equal if id, source and bands are equal, and both or neither are published. */
  @Override
  public boolean equals(Object other) {
    return other instanceof RangePolicy that
        && id.equals(that.id)
        && source.equals(that.source)
        && bands.equals(that.bands)
        && citation().equals(that.citation());
  }

  @Override
  public int hashCode() {
    return id.hashCode() * 31 + bands.hashCode();
  }

  @Override
  public String toString() {
    return id + " " + tiers();
  }

  Object writeReplace() {
    return new Form(id, source, new ArrayList<>(bands));
  }

  private void readObject(ObjectInputStream stream) throws InvalidObjectException {
    throw new InvalidObjectException("tier policy must be read through its form");
  }

  /** The serial form: read back through the builder, so that it is checked. */
  private record Form(String id, String source, List<Band> bands) implements Serializable {

    private Object readResolve() throws InvalidObjectException {
      return Checks.read("tier policy", () -> TierPolicies.of(id, source, bands));
    }
  }
}
