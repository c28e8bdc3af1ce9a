package io.github.tierwise.tier;

import io.github.tierwise.internal.Text;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Profile;
import io.github.tierwise.tier.TierPolicies.Band;
import io.github.tierwise.tier.Unclassified.Reason;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Bands of followers, the same everywhere or by platform; gaps and overlaps allowed. */
final class RangePolicy implements TierPolicy, Serializable {

  private static final long serialVersionUID = 1L;

  /** The line of followers cut at every bound: {@code answers[i]} holds below {@code cuts[i]}. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Line(double[] cuts, Classification[] answers) {

    Classification at(double followers) {
      int i = 0;
      while (i < cuts.length && followers >= cuts[i]) {
        i++;
      }
      return answers[i];
    }
  }

  private final String id;
  private final String source;
  private final transient List<Band> bands;
  private final transient List<Classification> outcomes;
  private final transient Unclassified followersUnknown;
  private final transient Map<Platform, Line> lines = new EnumMap<>(Platform.class);
  private final transient Map<Platform, Unclassified> noBands = new EnumMap<>(Platform.class);

  RangePolicy(String id, String source, List<Band> bands) {
    this.id = id;
    this.source = source;
    this.bands = List.copyOf(bands);
    List<Classification> answers = new ArrayList<>();
    List<Tier> tiers = new ArrayList<>();
    for (Band band : bands) {
      int order = orderOf(tiers, band.label());
      Tier tier = new Tier(id, band.label(), order, band.common(), band.min(), band.max());
      tiers.add((Tier) once(tier, answers));
    }
    followersUnknown =
        new Unclassified(id, Reason.CANNOT_TELL, "cannot tell, followers are unknown");
    answers.add(followersUnknown);
    for (Platform platform : Platform.values()) {
      List<Tier> here = tiersOn(platform, tiers);
      if (here.isEmpty()) {
        Unclassified none =
            new Unclassified(
                id,
                Reason.CANNOT_TELL,
                "cannot tell, the definition has no tiers for " + platform.displayName());
        noBands.put(platform, none);
        answers.add(none);
      } else {
        lines.put(platform, cut(here, answers));
      }
    }
    outcomes = List.copyOf(answers);
  }

  /** The same label on another platform is the same place in the order. */
  private static int orderOf(List<Tier> tiers, String label) {
    Optional<Tier> same = tiers.stream().filter(tier -> tier.label().equals(label)).findFirst();
    return same.map(Tier::order)
        .orElse(1 + (int) tiers.stream().map(Tier::label).distinct().count());
  }

  /** The bands made for the platform; if there are none, those for any platform. */
  private List<Tier> tiersOn(Platform platform, List<Tier> tiers) {
    List<Tier> own = new ArrayList<>();
    List<Tier> any = new ArrayList<>();
    for (int i = 0; i < bands.size(); i++) {
      Optional<Platform> of = bands.get(i).on();
      if (of.isEmpty()) {
        any.add(tiers.get(i));
      } else if (of.get() == platform) {
        own.add(tiers.get(i));
      }
    }
    return own.isEmpty() ? any : own;
  }

  private Line cut(List<Tier> tiers, List<Classification> all) {
    TreeSet<Double> bounds = new TreeSet<>();
    for (Tier tier : tiers) {
      bounds.add(tier.min());
      if (!Double.isInfinite(tier.max())) {
        bounds.add(tier.max());
      }
    }
    // Nobody has fewer than 0 followers.
    bounds.remove(0.0);
    double[] cuts = bounds.stream().mapToDouble(Double::doubleValue).toArray();
    Classification[] answers = new Classification[cuts.length + 1];
    for (int i = 0; i < answers.length; i++) {
      double start = i == 0 ? 0 : cuts[i - 1];
      double end = i < cuts.length ? cuts[i] : Double.POSITIVE_INFINITY;
      answers[i] = once(answerFor(start, end, tiers), all);
    }
    return new Line(cuts, answers);
  }

  /** The answer as the instance that is listed, so that platforms with the same bands share it. */
  private static Classification once(Classification answer, List<Classification> all) {
    int known = all.indexOf(answer);
    if (known >= 0) {
      return all.get(known);
    }
    all.add(answer);
    return answer;
  }

  private Classification answerFor(double start, double end, List<Tier> tiers) {
    // Where bands overlap, the one listed first answers.
    for (Tier tier : tiers) {
      if (tier.min() <= start && start < tier.max()) {
        return tier;
      }
    }
    if (tiers.stream().noneMatch(tier -> tier.max() <= start)) {
      return new Unclassified(
          id, Reason.BELOW_FLOOR, "below the floor of " + Text.count(end) + " followers");
    }
    if (tiers.stream().noneMatch(tier -> tier.min() >= end)) {
      return new Unclassified(
          id, Reason.ABOVE_CEILING, "above the ceiling of " + Text.count(start) + " followers");
    }
    return new Unclassified(
        id,
        Reason.IN_GAP,
        "in a gap of the definition, from %s to below %s followers"
            .formatted(Text.count(start), Text.count(end)));
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

  @Override
  public Classification classify(Profile profile) {
    Line line = lines.get(profile.platform());
    if (line == null) {
      Unclassified none = noBands.get(profile.platform());
      return none == null ? followersUnknown : none;
    }
    double followers = profile.get(Measure.FOLLOWERS);
    return Double.isNaN(followers) ? followersUnknown : line.at(followers);
  }

  /** Equal if id, source and bands are equal. */
  @Override
  public boolean equals(Object other) {
    return other instanceof RangePolicy that
        && id.equals(that.id)
        && source.equals(that.source)
        && bands.equals(that.bands);
  }

  @Override
  public int hashCode() {
    return id.hashCode() * 31 + bands.hashCode();
  }

  @Override
  public String toString() {
    return id + " " + tiers();
  }

  private Object writeReplace() {
    return new Form(id, source, new ArrayList<>(bands));
  }

  private void readObject(ObjectInputStream stream) throws InvalidObjectException {
    throw new InvalidObjectException("tier policy must be read through its form");
  }

  /** The serial form: read back through the builder, so that it is checked. */
  private record Form(String id, String source, List<Band> bands) implements Serializable {

    private Object readResolve() throws InvalidObjectException {
      try {
        return TierPolicies.of(id, source, bands);
      } catch (RuntimeException e) {
        throw (InvalidObjectException)
            new InvalidObjectException("tier policy must be valid: " + e.getMessage()).initCause(e);
      }
    }
  }
}
