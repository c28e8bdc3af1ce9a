package io.github.tierwise.score;

import io.github.tierwise.explain.Estimate;
import io.github.tierwise.explain.Explanation;
import io.github.tierwise.explain.Explanation.Operation;
import io.github.tierwise.internal.Means;
import io.github.tierwise.internal.Text;
import io.github.tierwise.profile.Direction;
import io.github.tierwise.profile.Priority;
import io.github.tierwise.profile.Profile;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How much of the audience is the one that the brand wants. */
final class AudienceFitCriterion implements Criterion, Serializable {

  private static final long serialVersionUID = 1L;

  private final transient Dimension[] dimensions;

  /** One dimension of the target: the values that the brand wants, and how much. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Dimension(String name, String[] values, double[] weights) {

    /** The share of the audience that is wanted, at most 1; NaN if nothing is known. */
    double coverage(Profile profile) {
      double sum = 0.0;
      boolean known = false;
      for (int i = 0; i < values.length; i++) {
        double share = profile.share(name, values[i]);
        if (!Double.isNaN(share)) {
          known = true;
          sum += weights[i] * share;
        }
      }
      if (known) {
        return Math.min(1.0, sum);
      }
      List<String> labels = profile.labels(name);
      return labels.isEmpty() ? Double.NaN : labelCoverage(labels);
    }

    /** What is known of this dimension, in words. */
    String note(Profile profile) {
      double coverage = coverage(profile);
      if (Double.isNaN(coverage)) {
        return "unknown";
      }
      for (String value : values) {
        if (!Double.isNaN(profile.share(name, value))) {
          return "%s %s".formatted(wanted(), Text.percent(coverage));
        }
      }
      return "is %s, wanted is %s"
          .formatted(String.join(" and ", shown(profile.labels(name))), wanted());
    }

    private double labelCoverage(List<String> labels) {
      double best = Constants.OTHER_LABEL;
      for (int i = 0; i < values.length; i++) {
        if (labels.contains(values[i])) {
          best = Math.max(best, weights[i]);
        }
      }
      return best;
    }

    /** What the coverage may be if the wanted values of which nothing is known were all there. */
    double most(Profile profile) {
      double sum = 0.0;
      double known = 0.0;
      boolean anyKnown = false;
      double open = 0.0;
      for (int i = 0; i < values.length; i++) {
        double share = profile.share(name, values[i]);
        if (Double.isNaN(share)) {
          open = Math.max(open, weights[i]);
        } else {
          anyKnown = true;
          sum += weights[i] * share;
          known += share;
        }
      }
      return anyKnown ? Math.min(1.0, sum + open * Math.max(0.0, 1.0 - known)) : coverage(profile);
    }

    /** As people write them: a value of two letters is a code. */
    private static List<String> shown(List<String> values) {
      return values.stream()
          .map(value -> value.length() == 2 ? value.toUpperCase(Locale.ROOT) : value)
          .toList();
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
    double[] coverages = new double[dimensions.length];
    boolean known = false;
    for (int i = 0; i < dimensions.length; i++) {
      double coverage = dimensions[i].coverage(profile);
      known |= !Double.isNaN(coverage);
      coverages[i] = Double.isNaN(coverage) ? neutral() : floor(coverage);
    }
    return known ? Means.geometric(coverages) : Double.NaN;
  }

  private static double floor(double coverage) {
    return Math.max(Constants.LEAST_COVERAGE, coverage);
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
      low[i] = unknown ? Constants.LEAST_COVERAGE : floor(coverage);
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
    return ("audience fit: share of the audience that is wanted (%s), at least %s in each dimension;"
            + " a value without a share counts 1 if wanted (or its weight), else %s; geometric mean"
            + " over dimensions, an unknown one as %s [own default]; all unknown: %s")
        .formatted(
            targets(),
            Text.plain(Constants.LEAST_COVERAGE),
            Text.plain(Constants.OTHER_LABEL),
            Text.plain(neutral()),
            Text.plain(neutral()));
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

  /** The serial form: read back through the constructor. */
  private record Form(Map<String, Map<String, Double>> targets) implements Serializable {

    private Object readResolve() throws InvalidObjectException {
      try {
        return new AudienceFitCriterion(targets);
      } catch (RuntimeException e) {
        throw (InvalidObjectException)
            new InvalidObjectException("audience fit must be valid: " + e.getMessage())
                .initCause(e);
      }
    }
  }
}
