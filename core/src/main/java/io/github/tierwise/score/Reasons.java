package io.github.tierwise.score;

import io.github.tierwise.explain.Explanation;
import io.github.tierwise.explain.Explanation.Operation;
import io.github.tierwise.internal.Text;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Profile;
import java.util.ArrayList;
import java.util.List;

/** Why a scorer says what it says: of one account, of two, and of one at two times. */
record Reasons(ScoreFormula formula) {

  Explanation explain(Profile profile) {
    Signals one = formula.meter().measure(profile);
    if (one.isForeign()) {
      return Explanation.given(
          "score of " + profile.id(), Double.NaN, "no score: " + one.foreign());
    }
    return Explanation.of(
        "score of " + profile.id(), Operation.SUM, verdict(formula.score(one)), contributions(one));
  }

  private static String verdict(Score score) {
    String verdict =
        "%s to %s of 100, %s"
            .formatted(Text.fixed(score.low(), 1), Text.fixed(score.high(), 1), score.tier());
    List<String> failures = score.failures().stream().map(Score.Flag::text).toList();
    return failures.isEmpty()
        ? verdict
        : verdict + "; not eligible: " + String.join("; ", failures);
  }

  private List<Explanation> contributions(Profile profile) {
    return contributions(formula.meter().measure(profile));
  }

  private List<Explanation> contributions(Signals one) {
    List<Explanation> parts = new ArrayList<>();
    for (int i = 0; i < formula.size(); i++) {
      parts.add(contribution(i, one));
    }
    return parts;
  }

  private Explanation contribution(int i, Signals one) {
    Criterion criterion = formula.criterion(i);
    Explanation utility = formula.explain(i, one);
    String assumed = "";
    if (Double.isNaN(utility.value())) {
      assumed = " assumed";
      utility = Explanation.given(criterion.name(), formula.neutral(i), utility.note());
    }
    Scorer.Weight weight = formula.weight(i);
    String weighed =
        "weight " + Text.weight(weight.points()) + " of " + Text.weight(formula.weightSum());
    return Explanation.of(
        criterion.name(),
        Operation.PRODUCT,
        Text.fixed(utility.value(), 2) + " of 1" + assumed + ": " + utility.note() + "; " + weighed,
        List.of(
            Explanation.given(
                "points at most", formula.pointsAtMost(i), weighed + " (" + weight.why() + ")"),
            utility));
  }

  /** The contribution furthest above what a typical utility would give. */
  String main(Profile profile, double[] typical) {
    Signals one = formula.meter().measure(profile);
    if (one.isForeign()) {
      return "no score: " + one.foreign();
    }
    int main = -1;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < formula.size(); i++) {
      double lift = formula.pointsAtMost(i) * (formula.utility(i, one) - typical[i]);
      // Never true for an unknown.
      if (lift > most) {
        most = lift;
        main = i;
      }
    }
    return main < 0 ? "nothing is known that counts" : note(formula.criterion(main), one);
  }

  private static String note(Criterion criterion, Signals one) {
    return criterion.name()
        + ": "
        + (criterion instanceof StandardCriterion standard
            ? standard.note(one)
            : criterion.explain(one.profile()).note());
  }

  /** Of two of which one has no score, nothing but that. */
  private Explanation unscored(String label, Profile first, Profile second) {
    Meter meter = formula.meter();
    return Explanation.given(
        label, Double.NaN, "no score: " + meter.foreign(meter.isForeign(first) ? first : second));
  }

  Explanation difference(Profile first, Profile second) {
    double a = formula.value(first);
    double b = formula.value(second);
    if (Double.isNaN(a - b)) {
      return unscored("%s minus %s".formatted(first.id(), second.id()), first, second);
    }
    return sum(
        "%s minus %s".formatted(first.id(), second.id()),
        "%s against %s".formatted(Text.fixed(a, 1), Text.fixed(b, 1)),
        differences(contributions(first), contributions(second), false),
        a - b);
  }

  /** The account's own change is measured on what is known both times. */
  Explanation change(Influencer before, Influencer after) {
    double a = formula.value(before);
    double b = formula.value(after);
    if (Double.isNaN(b - a)) {
      return unscored("change of " + after.id(), before, after);
    }
    List<Explanation> first = contributions(before);
    List<Explanation> firstCommon = contributions(before.withGapsOf(after));
    List<Explanation> lastCommon = contributions(after.withGapsOf(before));
    List<Explanation> last = contributions(after);
    List<Explanation> parts = new ArrayList<>();
    parts.add(
        Explanation.of(
            "the account", Operation.SUM, "", differences(lastCommon, firstCommon, true)));
    addData("no longer known", without(before, after), firstCommon, first, parts);
    addData("newly known", without(after, before), last, lastCommon, parts);
    return sum(
        "change of " + after.id(),
        "from %s to %s".formatted(Text.fixed(a, 1), Text.fixed(b, 1)),
        parts,
        b - a);
  }

  private static List<String> without(Influencer one, Influencer other) {
    List<String> fields = new ArrayList<>(one.knownFields());
    fields.removeAll(other.knownFields());
    return fields;
  }

  private static void addData(
      String what,
      List<String> fields,
      List<Explanation> with,
      List<Explanation> without,
      List<Explanation> parts) {
    if (!fields.isEmpty()) {
      parts.add(
          Explanation.of(
              "the data",
              Operation.SUM,
              what + ": " + String.join(", ", fields),
              differences(with, without, true)));
    }
  }

  private static List<Explanation> differences(
      List<Explanation> first, List<Explanation> second, boolean changedOnly) {
    List<Explanation> parts = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      Explanation a = first.get(i);
      Explanation b = second.get(i);
      if (!changedOnly || a.value() != b.value()) {
        String note =
            a.note().equals(b.note()) ? a.note() : "%s; against %s".formatted(a.note(), b.note());
        parts.add(Explanation.of(a.label(), Operation.DIFFERENCE, note, List.of(a, b)));
      }
    }
    return parts;
  }

  /** A sum whose value is the given one exactly: the bits that rounding moved are a part. */
  private static Explanation sum(String label, String note, List<Explanation> parts, double value) {
    Explanation sum = Explanation.of(label, Operation.SUM, note, parts);
    double rest = value - sum.value();
    if (rest == 0) {
      return sum;
    }
    List<Explanation> all = new ArrayList<>(parts);
    all.add(Explanation.given("rounding", rest, "the last bits of the sums"));
    return Explanation.of(label, Operation.SUM, note, all);
  }
}
