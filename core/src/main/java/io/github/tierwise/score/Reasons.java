package io.github.tierwise.score;

import io.github.tierwise.explain.Explanation;
import io.github.tierwise.explain.Explanation.Operation;
import io.github.tierwise.internal.Ranges;
import io.github.tierwise.internal.Text;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Profile;
import io.github.tierwise.profile.ProfileColumns;
import java.util.ArrayList;
import java.util.List;

/** Why a scorer says what it says: of one account, of two, and of one at two times. */
final class Reasons {

  private final Scorer scorer;
  private final List<Criterion> criteria;

  Reasons(Scorer scorer) {
    this.scorer = scorer;
    criteria = scorer.criteria();
  }

  Explanation explain(Profile profile) {
    return Explanation.of(
        "score of " + profile.id(), Operation.SUM, verdict(profile), contributions(profile));
  }

  private String verdict(Profile profile) {
    Score score = scorer.score(profile);
    String verdict =
        "%s to %s of 100, %s"
            .formatted(Text.fixed(score.low(), 1), Text.fixed(score.high(), 1), score.tier());
    return score.eligible()
        ? verdict
        : verdict
            + "; not eligible: "
            + String.join("; ", score.failures().stream().map(Score.Flag::text).toList());
  }

  private List<Explanation> contributions(Profile profile) {
    List<Explanation> parts = new ArrayList<>();
    for (int i = 0; i < criteria.size(); i++) {
      parts.add(contribution(i, profile));
    }
    return parts;
  }

  private Explanation contribution(int i, Profile profile) {
    Criterion criterion = criteria.get(i);
    Explanation utility = criterion.explain(profile);
    String assumed = "";
    if (Double.isNaN(utility.value())) {
      assumed = " assumed";
      utility = Explanation.given(criterion.name(), criterion.neutral(), utility.note());
    }
    String weight =
        "weight %s of %s"
            .formatted(Text.weight(scorer.weight(i).points()), Text.weight(scorer.weightSum()));
    return Explanation.of(
        criterion.name(),
        Operation.PRODUCT,
        "%s of 1%s: %s; %s"
            .formatted(Text.fixed(utility.value(), 2), assumed, utility.note(), weight),
        List.of(
            Explanation.given(
                "points at most", scorer.share(i), weight + " (" + scorer.weight(i).why() + ")"),
            utility));
  }

  /** The contribution furthest above what a typical utility would give. */
  String main(Profile profile, double[] typical) {
    String reason = "nothing is known that counts";
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < criteria.size(); i++) {
      Criterion criterion = criteria.get(i);
      double lift = scorer.share(i) * (criterion.utility(profile) - typical[i]);
      // Never true for an unknown.
      if (lift > most) {
        most = lift;
        reason = criterion.name() + ": " + criterion.explain(profile).note();
      }
    }
    return reason;
  }

  /** The mean of the known utilities of the eligible; the neutral one where none is known. */
  double[] typical(ProfileColumns columns) {
    double[] typical = new double[criteria.size()];
    double[] utilities = new double[Math.min(columns.size(), Ranges.ROWS)];
    boolean[] eligible = new boolean[columns.size()];
    scorer.score(columns, 0, columns.size(), ScoreColumns.builder().eligible(eligible).build());
    for (int i = 0; i < typical.length; i++) {
      double sum = 0.0;
      long known = 0;
      for (int start = 0; start < columns.size(); start += Ranges.ROWS) {
        int end = Math.min(start + Ranges.ROWS, columns.size());
        criteria.get(i).utilities(columns, start, end, utilities, 0);
        for (int row = 0; row < end - start; row++) {
          if (eligible[start + row] && !Double.isNaN(utilities[row])) {
            sum += utilities[row];
            known++;
          }
        }
      }
      typical[i] = known == 0 ? criteria.get(i).neutral() : sum / known;
    }
    return typical;
  }

  Explanation difference(Profile first, Profile second) {
    double a = scorer.value(first);
    double b = scorer.value(second);
    return sum(
        "%s minus %s".formatted(first.id(), second.id()),
        "%s against %s".formatted(Text.fixed(a, 1), Text.fixed(b, 1)),
        differences(contributions(first), contributions(second), false),
        a - b);
  }

  /** The account's own change is measured on what is known both times. */
  Explanation change(Influencer before, Influencer after) {
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
    double a = scorer.value(before);
    double b = scorer.value(after);
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
