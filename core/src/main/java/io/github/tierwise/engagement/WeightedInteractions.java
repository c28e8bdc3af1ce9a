package io.github.tierwise.engagement;

import io.github.tierwise.explain.Explanation;
import io.github.tierwise.explain.Explanation.Operation;
import io.github.tierwise.internal.Checks;
import io.github.tierwise.internal.ColumnArrays;
import io.github.tierwise.internal.FriendAccess;
import io.github.tierwise.internal.Gaps;
import io.github.tierwise.internal.MeanBased;
import io.github.tierwise.internal.Priors;
import io.github.tierwise.internal.Text;
import io.github.tierwise.profile.Direction;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Profile;
import io.github.tierwise.profile.ProfileColumns;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.DoubleStream;

/** A weighted sum of interactions; what it does with unknown ones is told by its factory. */
final class WeightedInteractions implements EngagementModel, MeanBased, Serializable {

  private static final long INFINITE = Double.doubleToRawLongBits(Double.POSITIVE_INFINITY);
  private static final long serialVersionUID = 1L;
  private static final Set<Measure> INTERACTIONS =
      EnumSet.of(
          Measure.LIKES, Measure.COMMENTS, Measure.SHARES, Measure.SAVES, Measure.ENGAGEMENTS);

  static List<String> constants() {
    return List.of(
        Text.ownDefault(
            "deviation of a post around a mean, on Instagram",
            Text.plain(Priors.INSTAGRAM_DEVIATION) + " doublings"),
        Text.ownDefault(
            "deviation of a post around a mean, elsewhere",
            Text.plain(Priors.OTHER_DEVIATION) + " doublings"));
  }

  private final transient Measure[] measures;
  private final transient double[] weights;
  private final transient boolean unweighted;
  private final transient String formula;
  private final Measure denominator;
  private final String source;

  WeightedInteractions(Map<Measure, Double> weights, Measure denominator, String source) {
    EngagementModels.checkDenominator(denominator);
    Checks.atLeast(1, weights.size(), "interactions");
    // A map may have any order; the formula must not.
    Map<Measure, Double> sorted = new EnumMap<>(Measure.class);
    sorted.putAll(weights);
    measures = sorted.keySet().toArray(new Measure[0]);
    this.weights = sorted.values().stream().mapToDouble(Double::doubleValue).toArray();
    sorted.forEach(
        (interaction, weight) -> {
          Checks.require(
              INTERACTIONS.contains(interaction),
              () ->
                  "interaction must be one of likes, comments, shares, saves, engagements, was "
                      + interaction.label());
          Checks.positive(weight, "weight of " + interaction.label());
        });
    // A total is not what one interaction alone is.
    unweighted = measures.length > 1 && DoubleStream.of(this.weights).allMatch(w -> w == 1);
    this.denominator = denominator;
    this.source = Checks.notBlank(source, "source");
    formula = EngagementModels.formula(sorted, denominator);
  }

  @Override
  public String formula() {
    return formula;
  }

  @Override
  public Measure denominator() {
    return denominator;
  }

  @Override
  public String source() {
    return source;
  }

  @Override
  public double engagements(Profile profile) {
    double sum = 0.0;
    boolean complete = true;
    for (int i = 0; i < measures.length; i++) {
      double count = profile.get(measures[i]);
      if (Double.isNaN(count)) {
        complete = false;
      } else {
        sum += weights[i] * count;
      }
    }
    if (complete) {
      return sum;
    }
    double total = unweighted ? profile.engagements() : Double.NaN;
    if (!Double.isNaN(total)) {
      return total;
    }
    return Double.isNaN(profile.get(measures[0])) ? Double.NaN : sum;
  }

  @Override
  public void engagements(ProfileColumns columns, int from, int to, double[] out, int at) {
    Objects.checkFromToIndex(from, to, columns.size());
    Objects.checkFromIndexSize(at, to - from, out.length);
    ColumnArrays arrays = FriendAccess.arrays(columns);
    int rows = to - from;
    // What must be known is unknown as NaN; of the others only what is known is added.
    double[] first = arrays.measure(measures[0].ordinal());
    if (first == null) {
      Arrays.fill(out, at, at + rows, Double.NaN);
    } else {
      System.arraycopy(first, from, out, at, rows);
      for (int i = 0; i < rows && weights[0] != 1; i++) {
        out[at + i] *= weights[0];
      }
    }
    boolean complete = arrays.isComplete(measures[0].ordinal());
    for (int i = 1; i < measures.length; i++) {
      double[] column = arrays.measure(measures[i].ordinal());
      boolean known = arrays.isComplete(measures[i].ordinal());
      complete &= known;
      if (column == null) {
        continue;
      }
      if (known) {
        add(weights[i], column, from, rows, out, at);
      } else {
        addKnown(weights[i], column, from, rows, out, at);
      }
    }
    double[] totals = arrays.measure(Measure.ENGAGEMENTS.ordinal());
    if (!complete && unweighted && totals != null) {
      takeTotals(arrays, totals, from, rows, out, at);
    }
  }

  private static void add(
      double weight, double[] column, int from, int rows, double[] out, int at) {
    for (int i = 0; i < rows; i++) {
      out[at + i] += weight * column[from + i];
    }
  }

  private static void addKnown(
      double weight, double[] column, int from, int rows, double[] out, int at) {
    for (int i = 0; i < rows; i++) {
      out[at + i] += weight * orZero(column[from + i]);
    }
  }

  /** The number, or 0 for NaN: without a branch, since which rows lack it cannot be guessed. */
  private static double orZero(double number) {
    long bits = Double.doubleToRawLongBits(number);
    // All ones for NaN, whose bits without the sign are above those of infinity.
    long isUnknown = (INFINITE - (bits & Long.MAX_VALUE)) >> 63;
    return Double.longBitsToDouble(bits & ~isUnknown);
  }

  /** Takes the total as given where one of the counts is unknown and the total is not. */
  private void takeTotals(
      ColumnArrays arrays, double[] totals, int from, int rows, double[] out, int at) {
    for (int row = 0; row < rows; row++) {
      if (!Double.isNaN(totals[from + row]) && hasUnknown(arrays, from + row)) {
        out[at + row] = totals[from + row];
      }
    }
  }

  private boolean hasUnknown(ColumnArrays arrays, int row) {
    for (Measure measure : measures) {
      double[] column = arrays.measure(measure.ordinal());
      if (column == null || Double.isNaN(column[row])) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean addGaps(ColumnArrays columns, int from, Gaps out) {
    if (unweighted && columns.measure(Measure.ENGAGEMENTS.ordinal()) != null) {
      return false;
    }
    columns.addGaps(measures[0].ordinal(), from, out);
    return true;
  }

  @Override
  public boolean addOpen(ColumnArrays columns, int from, Gaps out) {
    if (unweighted && columns.measure(Measure.ENGAGEMENTS.ordinal()) != null) {
      return false;
    }
    for (int i = 1; i < measures.length; i++) {
      columns.addGaps(measures[i].ordinal(), from, out);
    }
    columns.removeGaps(measures[0].ordinal(), from, out);
    return true;
  }

  @Override
  public double meanDeviation(int platform) {
    return platform == Platform.INSTAGRAM.ordinal()
        ? Priors.INSTAGRAM_DEVIATION
        : Priors.OTHER_DEVIATION;
  }

  @Override
  public List<String> needs() {
    return List.of(measures[0].label());
  }

  @Override
  public boolean isSumOfCounts() {
    return true;
  }

  @Override
  public boolean isOrdinary(ColumnArrays columns) {
    return columns.isOrdinary()
        && Arrays.stream(weights).allMatch(each -> each < ColumnArrays.ORDINARY);
  }

  @Override
  public boolean isLowerBound(Profile profile) {
    if (unweighted && !Double.isNaN(profile.engagements())) {
      return false;
    }
    for (Measure measure : measures) {
      if (Double.isNaN(profile.get(measure))) {
        return !Double.isNaN(profile.get(measures[0]));
      }
    }
    return false;
  }

  @Override
  public double logError(Profile profile) {
    if (isFromPosts(profile) || Double.isNaN(engagements(profile))) {
      return EngagementModel.super.logError(profile);
    }
    return meanDeviation(profile.platform().ordinal());
  }

  @Override
  public Direction direction() {
    return Direction.INDEPENDENT;
  }

  @Override
  public Explanation explain(Profile profile) {
    List<Explanation> known = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (int i = 0; i < measures.length; i++) {
      double count = profile.get(measures[i]);
      if (Double.isNaN(count)) {
        unknown.add(measures[i].label());
      } else {
        known.add(term(i, count));
      }
    }
    double value = engagements(profile);
    String each = Text.count(value) + " a post";
    if (unknown.isEmpty()) {
      return Explanation.of("engagements", Operation.SUM, each, known);
    }
    if (Double.isNaN(value)) {
      return Explanation.given("engagements", value, measures[0].label() + " unknown");
    }
    if (unweighted && !Double.isNaN(profile.engagements())) {
      return Explanation.given("engagements", value, each + ", a total as given");
    }
    return Explanation.of(
        "engagements",
        Operation.SUM,
        each + " at least, " + String.join(" and ", unknown) + " unknown",
        known);
  }

  private Explanation term(int i, double count) {
    Explanation given = Explanation.given(measures[i].label(), count, "per post");
    return weights[i] == 1
        ? given
        : Explanation.of(
            "weighted " + measures[i].label(),
            Operation.PRODUCT,
            "",
            List.of(Explanation.given("weight", weights[i], ""), given));
  }

  /** Equal if the weights, their order, the denominator and the source are equal. */
  @Override
  public boolean equals(Object other) {
    return other instanceof WeightedInteractions that
        && formula.equals(that.formula)
        && source.equals(that.source)
        && Arrays.equals(weights, that.weights);
  }

  @Override
  public int hashCode() {
    return formula.hashCode();
  }

  @Override
  public String toString() {
    return formula;
  }

  private Object writeReplace() {
    Map<Measure, Double> byMeasure = new LinkedHashMap<>();
    for (int i = 0; i < measures.length; i++) {
      byMeasure.put(measures[i], weights[i]);
    }
    return new Form(byMeasure, denominator, source);
  }

  private void readObject(ObjectInputStream stream) throws InvalidObjectException {
    throw new InvalidObjectException("engagement model must be read through its form");
  }

  /** The serial form: read back through the constructor, so that it is checked. */
  private record Form(Map<Measure, Double> weights, Measure denominator, String source)
      implements Serializable {

    private Object readResolve() throws InvalidObjectException {
      return Checks.read(
          "engagement model", () -> new WeightedInteractions(weights, denominator, source));
    }
  }
}
