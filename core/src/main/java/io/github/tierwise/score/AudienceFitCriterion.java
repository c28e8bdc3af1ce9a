package io.github.tierwise.score;

import io.github.tierwise.explain.Estimate;
import io.github.tierwise.explain.Explanation;
import io.github.tierwise.explain.Explanation.Operation;
import io.github.tierwise.internal.Checks;
import io.github.tierwise.internal.Gaps;
import io.github.tierwise.internal.Means;
import io.github.tierwise.internal.Text;
import io.github.tierwise.profile.BrandProfile;
import io.github.tierwise.profile.Direction;
import io.github.tierwise.profile.Priority;
import io.github.tierwise.profile.Profile;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How much of the audience is the one that the brand wants. */
final class AudienceFitCriterion implements BlockCriterion, Serializable {

  private static final long serialVersionUID = 1L;
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

    /**
     * The coverage of each row of a block, at least the least.
     *
     * @param gaps receives the rows in which nothing is known
     */
    void coverages(Inputs block, double[] out, Gaps gaps) {
      block.weightedShares(name, values, weights, out, gaps);
      floors(out, block.rows());
      if (values.length > 1) {
        ceilings(out, block.rows());
      }
      if (!gaps.isEmpty() && (values.length > 1 || block.hasMore(name, values[0]))) {
        complete(block, out);
        gaps.find(out, block.rows());
      }
    }

    private static void floors(double[] out, int n) {
      for (int i = 0; i < n; i++) {
        out[i] = Math.max(Constants.LEAST_COVERAGE, out[i]);
      }
    }

    /** One share with a weight of at most 1 needs none. */
    private static void ceilings(double[] out, int n) {
      for (int i = 0; i < n; i++) {
        out[i] = Math.min(1.0, out[i]);
      }
    }

    /** Where the share of a wanted value is not known, other shares or labels may help. */
    private void complete(Inputs block, double[] out) {
      for (int i = 0; i < block.rows(); i++) {
        if (Double.isNaN(out[i])) {
          out[i] = floor(coverage(block.profile(i)));
        }
      }
    }

    /** A wanted value without a share gets half of what is not accounted for. */
    double coverage(Profile profile) {
      return coverage(profile, Constants.OPEN_SHARE);
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
      double best = Constants.OTHER_LABEL;
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
        return "is %s, wanted is %s"
            .formatted(String.join(" and ", shown(profile.labels(name))), wanted());
      }
      List<String> unknown = new ArrayList<>();
      for (String value : values) {
        if (Double.isNaN(profile.audience(name, value))) {
          unknown.add(value);
        }
      }
      return "%s %s%s"
          .formatted(
              wanted(),
              Text.percent(coverage(profile)),
              unknown.isEmpty() ? "" : " (" + String.join(" and ", shown(unknown)) + " not known)");
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
  public Inputs inputs() {
    return new Inputs(PlatformModels.NONE, Prices.NONE);
  }

  @Override
  public void utilities(Inputs block, double[] out, Gaps gaps) {
    int n = block.rows();
    dimensions[0].coverages(block, out, gaps);
    gaps.put(NEUTRAL, out);
    double[] coverage = block.space(0);
    Gaps here = block.spareGaps();
    for (int i = 1; i < dimensions.length; i++) {
      dimensions[i].coverages(block, coverage, here);
      here.put(NEUTRAL, coverage);
      multiply(coverage, out, n);
      // Unknown where no dimension is known.
      gaps.retain(here);
    }
    Means.roots(out, dimensions.length, n);
  }

  private static void multiply(double[] x, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] *= x[i];
    }
  }

  private static double floor(double coverage) {
    // An unknown is not less.
    return coverage < Constants.LEAST_COVERAGE ? Constants.LEAST_COVERAGE : coverage;
  }

  @Override
  public Direction direction() {
    return Direction.INDEPENDENT;
  }

  @Override
  public Estimate estimate(Profile profile) {
    double utility = utility(profile);
    if (Double.isNaN(utility)) {
      return Estimate.UNKNOWN;
    }
    double[] low = new double[dimensions.length];
    double[] high = new double[dimensions.length];
    for (int i = 0; i < dimensions.length; i++) {
      double coverage = dimensions[i].coverage(profile);
      boolean unknown = Double.isNaN(coverage);
      low[i] = unknown ? Constants.LEAST_COVERAGE : floor(dimensions[i].least(profile));
      high[i] = unknown ? 1.0 : floor(dimensions[i].most(profile));
    }
    // Rounding of the mean must not put an end on the wrong side of the value.
    return new Estimate(
        utility,
        Math.min(utility, Means.geometric(low)),
        Math.max(utility, Math.min(1.0, Means.geometric(high))));
  }

  @Override
  public Explanation explain(Profile profile) {
    double utility = utility(profile);
    List<Explanation> parts = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (Dimension dimension : dimensions) {
      double coverage = dimension.coverage(profile);
      String note = dimension.note(profile);
      notes.add(dimension.name() + " " + note);
      parts.add(
          Double.isNaN(coverage)
              ? Explanation.given(dimension.name(), neutral(), note + ", assumed")
              : Explanation.of(
                  dimension.name(),
                  Operation.LARGEST,
                  note,
                  List.of(
                      Explanation.given("coverage", coverage, ""),
                      Explanation.given("least", Constants.LEAST_COVERAGE, "own default"))));
    }
    String note = String.join(", ", notes);
    return Double.isNaN(utility)
        ? Explanation.given(name(), utility, note)
        : Explanation.of(name(), Operation.GEOMETRIC_MEAN, note, parts);
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
        Text.constant("audience fit, least share", Text.plain(Constants.LEAST_COVERAGE), own),
        Text.constant("audience fit, another label", Text.plain(Constants.OTHER_LABEL), own),
        Text.constant(
            "audience fit, a wanted value without a share",
            Text.plain(Constants.OPEN_SHARE) + " of what known shares leave",
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
