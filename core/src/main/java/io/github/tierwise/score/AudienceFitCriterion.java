package io.github.tierwise.score;

import io.github.tierwise.explain.Estimate;
import io.github.tierwise.explain.Explanation;
import io.github.tierwise.explain.Explanation.Operation;
import io.github.tierwise.internal.Checks;
import io.github.tierwise.internal.Means;
import io.github.tierwise.internal.Text;
import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.Direction;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Priority;
import io.github.tierwise.profile.Profile;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How much of the audience is the one that the brand wants. */
final class AudienceFitCriterion implements StandardCriterion, Serializable {

  private static final long serialVersionUID = 1L;

  static final double LEAST_COVERAGE = 0.05;
  static final double OTHER_LABEL = 0.2;

  /** How much of what known shares leave counts as a wanted value whose share is not known. */
  static final double OPEN = 0.5;

  private static final double NEUTRAL = 0.5;

  private final transient Dimension[] dimensions;

  /** One dimension of the target: the values that the brand wants, and how much. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Dimension(String name, String[] values, double[] weights) {

    /**
     * The share of the audience that is wanted, at most 1; NaN if nothing is known.
     *
     * @param open how much of what is not accounted for counts as wanted
     */
    private double coverage(Profile profile, double open) {
      double sum = 0.0;
      double most = 0.0;
      boolean complete = true;
      for (int i = 0; i < values.length; i++) {
        double share = profile.audience(name, values[i]);
        if (Double.isNaN(share)) {
          complete = false;
          most = Math.max(most, weights[i] * (profile.hasLabel(name, values[i]) ? 1.0 : open));
        } else {
          sum += weights[i] * share;
        }
      }
      if (complete) {
        return sum < 1 ? sum : 1.0;
      }
      double known = profile.knownAudience(name);
      return Double.isNaN(known)
          ? labelCoverage(profile)
          : Math.min(1.0, sum + most * Math.max(0.0, 1.0 - known));
    }

    /** The coverage of each row of a block, at least the least, with its range. */
    void coverages(SignalBlock many, Utilities out) {
      int n = many.rows();
      many.weightedShares(name, values, weights, out.values, out.gaps);
      floors(out.values, n);
      if (values.length > 1) {
        ceilings(out.values, n);
      }
      if (out.ranged) {
        System.arraycopy(out.values, 0, out.lows, 0, n);
        System.arraycopy(out.values, 0, out.highs, 0, n);
      }
      if (!out.gaps.isEmpty() && (values.length > 1 || many.hasMore(name, values[0]))) {
        complete(many, out);
        out.gaps.find(out.values, n);
      }
      out.gaps.put(NEUTRAL, out.values);
      if (out.ranged) {
        out.gaps.put(LEAST_COVERAGE, out.lows, 1.0, out.highs);
      }
    }

    private static void floors(double[] out, int n) {
      for (int i = 0; i < n; i++) {
        out[i] = Math.max(LEAST_COVERAGE, out[i]);
      }
    }

    /** One share with a weight of at most 1 needs none. */
    private static void ceilings(double[] out, int n) {
      for (int i = 0; i < n; i++) {
        out[i] = Math.min(1.0, out[i]);
      }
    }

    /** Where the share of a wanted value is not known, other shares or labels may help. */
    private void complete(SignalBlock many, Utilities out) {
      for (int i = 0; i < many.rows(); i++) {
        if (Double.isNaN(out.values[i])) {
          Profile profile = many.profile(i);
          out.values[i] = floor(coverage(profile));
          if (out.ranged) {
            out.lows[i] = floor(least(profile));
            out.highs[i] = floor(most(profile));
          }
        }
      }
    }

    /** A wanted value without a share gets half of what is not accounted for. */
    double coverage(Profile profile) {
      return coverage(profile, OPEN);
    }

    double least(Profile profile) {
      return coverage(profile, 0.0);
    }

    double most(Profile profile) {
      return coverage(profile, 1.0);
    }

    private double labelCoverage(Profile profile) {
      if (!profile.hasLabels(name)) {
        return Double.NaN;
      }
      double best = OTHER_LABEL;
      for (int i = 0; i < values.length; i++) {
        if (profile.hasLabel(name, values[i])) {
          best = Math.max(best, weights[i]);
        }
      }
      return best;
    }

    /** What is known of this dimension, in words. */
    String note(Profile profile) {
      if (Double.isNaN(coverage(profile))) {
        return "unknown";
      }
      if (Double.isNaN(profile.knownAudience(name))) {
        String labels = String.join(" and ", shown(profile.labels(name)));
        return "is " + labels + ", wanted is " + wanted();
      }
      List<String> unknown = new ArrayList<>();
      for (String value : values) {
        if (Double.isNaN(profile.audience(name, value))) {
          unknown.add(value);
        }
      }
      String missing =
          unknown.isEmpty() ? "" : " (" + String.join(" and ", shown(unknown)) + " not known)";
      return wanted() + " " + Text.percent(coverage(profile)) + missing;
    }

    private static List<String> shown(List<String> values) {
      return values.stream().map(Text::code).toList();
    }

    String wanted() {
      return String.join(" or ", shown(List.of(values)));
    }
  }

  AudienceFitCriterion(Map<String, Map<String, Double>> targets) {
    if (targets.isEmpty()) {
      throw new IllegalArgumentException("target audience must have >= 1 dimension, was 0");
    }
    dimensions =
        targets.entrySet().stream()
            .map(
                entry ->
                    new Dimension(
                        entry.getKey(),
                        entry.getValue().keySet().toArray(new String[0]),
                        entry.getValue().values().stream()
                            .mapToDouble(Double::doubleValue)
                            .toArray()))
            .toArray(Dimension[]::new);
  }

  @Override
  public String name() {
    return Priority.AUDIENCE_FIT.label();
  }

  @Override
  public Meter meter() {
    return Meter.NONE;
  }

  @Override
  public double utility(Signals one) {
    return utility(one.profile());
  }

  @Override
  public double utility(Profile profile) {
    double product = 1.0;
    boolean known = false;
    for (Dimension dimension : dimensions) {
      double coverage = dimension.coverage(profile);
      known |= !Double.isNaN(coverage);
      product *= Double.isNaN(coverage) ? NEUTRAL : floor(coverage);
    }
    return known ? Means.root(product, dimensions.length) : Double.NaN;
  }

  @Override
  public double neutral() {
    return NEUTRAL;
  }

  @Override
  public void utilities(SignalBlock many, Utilities out) {
    int n = many.rows();
    dimensions[0].coverages(many, out);
    Utilities next = many.spare();
    next.ranged = out.ranged;
    for (int i = 1; i < dimensions.length; i++) {
      dimensions[i].coverages(many, next);
      SignalBlock.multiply(out.values, next.values, out.values, n);
      if (out.ranged) {
        SignalBlock.multiply(out.lows, next.lows, out.lows, n);
        SignalBlock.multiply(out.highs, next.highs, out.highs, n);
      }
      // Unknown where no dimension is known.
      out.gaps.retain(next.gaps);
    }
    Means.roots(out.values, dimensions.length, n);
    if (out.ranged) {
      Means.roots(out.lows, dimensions.length, n);
      Means.roots(out.highs, dimensions.length, n);
    }
  }

  private static double floor(double coverage) {
    // An unknown is not less.
    return coverage < LEAST_COVERAGE ? LEAST_COVERAGE : coverage;
  }

  @Override
  public Direction direction() {
    return Direction.INDEPENDENT;
  }

  @Override
  public List<String> needs(Platform platform) {
    return Arrays.stream(dimensions).map(Dimension::name).toList();
  }

  @Override
  public Estimate estimate(Signals one) {
    Profile profile = one.profile();
    double utility = utility(profile);
    if (Double.isNaN(utility)) {
      return Estimate.UNKNOWN;
    }
    double[] low = new double[dimensions.length];
    double[] high = new double[dimensions.length];
    for (int i = 0; i < dimensions.length; i++) {
      double coverage = dimensions[i].coverage(profile);
      boolean unknown = Double.isNaN(coverage);
      low[i] = unknown ? LEAST_COVERAGE : floor(dimensions[i].least(profile));
      high[i] = unknown ? 1.0 : floor(dimensions[i].most(profile));
    }
    // A root never falls with the product, so the ends lie on the right sides of the utility.
    return new Estimate(utility, Means.geometric(low), Means.geometric(high));
  }

  @Override
  public Explanation explain(Signals one) {
    Profile profile = one.profile();
    double utility = utility(profile);
    if (Double.isNaN(utility)) {
      return Explanation.given(name(), utility, note(one));
    }
    List<Explanation> parts = new ArrayList<>();
    for (Dimension dimension : dimensions) {
      double coverage = dimension.coverage(profile);
      String note = dimension.note(profile);
      parts.add(
          Double.isNaN(coverage)
              ? Explanation.given(dimension.name(), neutral(), note + ", assumed")
              : Explanation.of(
                  dimension.name(),
                  Operation.LARGEST,
                  note,
                  List.of(
                      Explanation.given("coverage", coverage, ""),
                      Explanation.given("least", LEAST_COVERAGE, "own default"))));
    }
    return Explanation.of(name(), Operation.GEOMETRIC_MEAN, note(one), parts);
  }

  @Override
  public String note(Signals one) {
    return Arrays.stream(dimensions)
        .map(dimension -> dimension.name() + " " + dimension.note(one.profile()))
        .collect(Collectors.joining(", "));
  }

  private Map<String, Map<String, Double>> targets() {
    Map<String, Map<String, Double>> targets = new LinkedHashMap<>();
    for (Dimension dimension : dimensions) {
      Map<String, Double> cells = new LinkedHashMap<>();
      for (int i = 0; i < dimension.values().length; i++) {
        cells.put(dimension.values()[i], dimension.weights()[i]);
      }
      targets.put(dimension.name(), cells);
    }
    return targets;
  }

  @Override
  public String describe() {
    String own = "own default";
    return String.join(
        "\n",
        "audience fit: share of the audience that is wanted (%s); a value without a share counts 1 if wanted (or its weight); geometric mean over dimensions"
            .formatted(targets()),
        Text.constant("audience fit, least share", Text.plain(LEAST_COVERAGE), own),
        Text.constant("audience fit, another label", Text.plain(OTHER_LABEL), own),
        Text.constant(
            "audience fit, a wanted value without a share",
            Text.plain(OPEN) + " of what known shares leave",
            own),
        Text.constant("audience fit, an unknown dimension", Text.plain(neutral()), own),
        Text.constant("audience fit unknown", Text.plain(neutral()), own));
  }

  /** Equal if the target is equal. */
  @Override
  public boolean equals(Object other) {
    return other instanceof AudienceFitCriterion that && targets().equals(that.targets());
  }

  @Override
  public int hashCode() {
    return targets().hashCode();
  }

  private Object writeReplace() {
    return new Form(targets());
  }

  private void readObject(ObjectInputStream stream) throws InvalidObjectException {
    throw new InvalidObjectException("audience fit must be read through its form");
  }

  /** The serial form: read back through a brand, so that every weight is checked. */
  private record Form(Map<String, Map<String, Double>> targets) implements Serializable {

    private Object readResolve() throws InvalidObjectException {
      try {
        BrandProfile.Builder brand = BrandProfile.builder();
        targets.forEach(
            (dimension, cells) ->
                cells.forEach((value, weight) -> brand.audience(dimension, value, weight)));
        return new AudienceFitCriterion(brand.build().targets());
      } catch (RuntimeException e) {
        throw Checks.refused("audience fit", e);
      }
    }
  }
}
