package io.github.tierwise.stability;

import io.github.tierwise.engagement.EngagementModel;
import io.github.tierwise.internal.Logs;
import io.github.tierwise.internal.Text;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.profile.Measure;
import io.github.tierwise.profile.Profile;
import io.github.tierwise.score.Score;
import io.github.tierwise.stability.Flip.Change;
import io.github.tierwise.stability.Flip.Kind;
import io.github.tierwise.stability.Flip.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;

/**
 * The least changes of what is known of one account that flip a contest. A score answers to each in
 * one direction, so that the first number that flips it is found by bisection, to the last bit.
 * Immutable.
 */
final class InputFlips {

  /** Times as many engagements as now are beyond every reference point. */
  private static final double MOST = 0x1p60;

  private static final double SAFETY = 1e-9;

  private static final List<Measure> INTERACTIONS =
      List.of(Measure.LIKES, Measure.COMMENTS, Measure.SHARES, Measure.SAVES, Measure.ENGAGEMENTS);

  private final Contest contest;
  private final Influencer account;
  private final int row;
  private final boolean own;
  private final Score score;

  /** Whether the account must get better. */
  private final boolean better;

  private InputFlips(Contest contest, Influencer account, int row, boolean own) {
    this.contest = contest;
    this.account = account;
    this.row = row;
    this.own = own;
    better = own && !contest.isIn();
    score = contest.scorer().score(account);
  }

  /** Of the account that a contest is about. */
  static InputFlips of(Contest contest, int row) {
    return new InputFlips(contest, contest.account(), row, true);
  }

  /** Of the other of two, which is before the account unless that is not eligible. */
  static InputFlips ofTheOther(Contest contest, Influencer other, int row) {
    return new InputFlips(contest, other, row, false);
  }

  /**
   * A number of the account.
   *
   * @param what its name
   * @param now what it is
   * @param decimals of it that are read, if they are enough
   * @param unit what stands behind it
   * @param ends by direction, how far it may go; between two of them a score answers in one way
   * @param with the account with another number
   */
  private record Input(
      Kind kind,
      String what,
      double now,
      int decimals,
      String unit,
      List<List<Double>> ends,
      DoubleFunction<Influencer> with) {}

  /** The changes of each kind, of which there may be none. */
  List<Change> all() {
    return List.of(price(), engagement(), share());
  }

  private Change price() {
    String currency = contest.scorer().brand().currency();
    Input price =
        new Input(
            Kind.PRICE,
            "price",
            score.price(),
            2,
            " " + currency,
            List.of(List.of(better ? 0.0 : Double.MAX_VALUE)),
            number -> account.toBuilder().price(number, currency).build());
    return Double.isNaN(price.now)
        ? none(price, currency.isEmpty() ? "no budget was said" : "unknown")
        : change(price, better ? "not even 0 would do" : "no higher one would do");
  }

  private Change engagement() {
    EngagementModel model = contest.scorer().engagement(account.platform());
    double now = model.typicalEngagements(account);
    Input engagements =
        new Input(
            Kind.ENGAGEMENT,
            "engagements",
            now,
            0,
            " a post",
            List.of(List.of(better ? Math.min(now * MOST, Double.MAX_VALUE) : 0.0)),
            number -> scaled(number / now));
    return now > 0
        ? change(engagements, "no number would do")
        : none(engagements, now == 0 ? "there are none to multiply" : "unknown");
  }

  /** With all interactions, and the level that was made from posts, multiplied. */
  private Influencer scaled(double factor) {
    Influencer.Builder changed = account.toBuilder();
    for (Measure each : INTERACTIONS) {
      changed.set(each, Math.min(account.get(each) * factor, Double.MAX_VALUE));
    }
    if (!account.levelFormula().isEmpty()) {
      double engagements = Logs.exp2(account.get(Measure.LEVEL)) - 1;
      changed.level(
          account.levelFormula(),
          Logs.log2(1 + Math.min(engagements * factor, Double.MAX_VALUE)),
          account.get(Measure.LEVEL_VARIANCE),
          account.get(Measure.POST_DEVIATION),
          account.get(Measure.LEVEL_OPEN));
    }
    return changed.build();
  }

  /** Of the one share that the brand wants and that need change least. */
  private Change share() {
    List<Input> known =
        contest.scorer().brand().targets().entrySet().stream()
            .flatMap(
                dimension ->
                    dimension.getValue().keySet().stream()
                        .map(value -> share(dimension.getKey(), value)))
            .filter(share -> !Double.isNaN(share.now))
            .toList();
    return known.stream()
        .filter(share -> !Double.isNaN(nearest(share)))
        .min(Comparator.comparingDouble(share -> Math.abs(nearest(share) - share.now)))
        .map(share -> change(share, ""))
        .orElseGet(
            () ->
                none(
                    Kind.SHARE,
                    "share of the audience",
                    known.isEmpty()
                        ? "none that the brand wants is known"
                        : whyNone(score, "none that the brand wants would do")));
  }

  private Input share(String dimension, String value) {
    double now = account.audience(dimension, value);
    return new Input(
        Kind.SHARE,
        dimension + " " + Text.code(value),
        now,
        1,
        "",
        Double.isNaN(now) ? List.of() : ends(dimension, now),
        number -> account.toBuilder().audience(dimension, value, number).build());
  }

  /**
   * How far a share may go, upwards and downwards: on the way lies where the shares of its
   * dimension are 1 together, since only up to there something is left that may be wanted too.
   */
  private List<List<Double>> ends(String dimension, double now) {
    double complete = now + 1 - account.knownAudience(dimension);
    // Shares of other dimensions exclude each other.
    double most = dimension.equals(Profile.TOPIC) ? 1 : Math.min(1, Math.max(now, complete));
    List<Double> up = new ArrayList<>();
    List<Double> down = new ArrayList<>();
    if (complete > now && complete < most) {
      up.add(complete);
    } else if (complete < now && complete > 0) {
      down.add(complete);
    }
    up.add(most);
    down.add(0.0);
    return List.of(up, down);
  }

  /** The number nearest to what is that suffices; NaN if none does. */
  private double nearest(Input input) {
    double nearest = Double.NaN;
    for (List<Double> ends : input.ends) {
      double found = first(input, ends);
      if (!(Math.abs(found - input.now) >= Math.abs(nearest - input.now))) {
        nearest = Double.isNaN(found) ? nearest : found;
      }
    }
    return nearest;
  }

  private double first(Input input, List<Double> ends) {
    double start = input.now;
    for (double end : ends) {
      if (suffices(input, end)) {
        return Bisection.first(start, end, number -> suffices(input, number));
      }
      start = end;
    }
    return Double.NaN;
  }

  private Score after(Input input, double number) {
    return contest.scorer().score(input.with.apply(number));
  }

  private boolean flips(Score after) {
    return (own ? contest.isIn(after) : contest.isInAgainst(after, row)) != contest.isIn();
  }

  /**
   * Whether a number flips it or would but for a gate that it closes: unlike the flip itself that
   * holds on once it holds.
   */
  private boolean suffices(Input input, double number) {
    Score after = after(input, number);
    return better ? contest.isAheadOfTheLast(after.value()) && isCured(after) : flips(after);
  }

  /** Whether no gate fails that fails now. */
  private boolean isCured(Score after) {
    return score.failures().stream().noneMatch(flag -> fails(after, flag));
  }

  private Change change(Input input, String otherwise) {
    double found = nearest(input);
    if (Double.isNaN(found)) {
      List<Double> ends = input.ends.get(0);
      return none(input, whyNone(after(input, ends.get(ends.size() - 1)), otherwise));
    }
    Score after = after(input, found);
    if (!flips(after)) {
      return none(input, "none, what would do closes a gate: " + Flip.why(after.failures()));
    }
    Rounding shown =
        Rounding.of(
            new double[] {input.now},
            new double[] {safely(input, found)},
            input.kind == Kind.SHARE,
            input.decimals,
            numbers -> flips(after(input, numbers[0])));
    String text =
        "%s of %s from %s%s to %s%s"
            .formatted(
                input.what,
                account.id(),
                shown.from(0),
                input.kind == Kind.PRICE && isEstimated() ? " (estimated)" : "",
                shown.to(0),
                input.unit);
    if (input.kind != Kind.SHARE) {
      text += " (" + shown.relative(0) + ")";
    }
    return new Change(
        input.kind,
        account.id(),
        List.of(new Step(input.what, input.now, found)),
        text + remarks(after(input, shown.numbers()[0])));
  }

  /** Engagements as somebody else may come to them: with other last bits. */
  private double safely(Input input, double found) {
    return input.kind == Kind.ENGAGEMENT ? found * (better ? 1 + SAFETY : 1 - SAFETY) : found;
  }

  /** Why no number flips it, the last one neither. */
  private String whyNone(Score last, String otherwise) {
    if (!own) {
      return contest.score().eligible() ? otherwise : "none, " + Flip.since(contest.score());
    }
    // In the words of what is: after the last number they are those of an extreme.
    List<Score.Flag> left = score.failures().stream().filter(flag -> fails(last, flag)).toList();
    return left.isEmpty() ? otherwise : "none, " + Flip.since(account.id(), left);
  }

  private static boolean fails(Score score, Score.Flag gate) {
    return score.failures().stream().anyMatch(flag -> flag.code().equals(gate.code()));
  }

  private boolean isEstimated() {
    return score.flags().stream().anyMatch(flag -> flag.code().equals(Score.Flag.PRICE_ESTIMATED));
  }

  /** What else the change does. */
  private String remarks(Score after) {
    Set<String> now = score.flags().stream().map(Score.Flag::code).collect(Collectors.toSet());
    String flags =
        after.flags().stream()
            .filter(flag -> !now.contains(flag.code()))
            .map(flag -> "; then " + flag.text())
            .collect(Collectors.joining());
    return after.eligible() ? flags : "; then it is not eligible: " + Flip.why(after.failures());
  }

  private Change none(Input input, String why) {
    return none(input.kind, input.what, why);
  }

  private Change none(Kind kind, String what, String why) {
    return new Change(
        kind, account.id(), List.of(), "%s of %s: %s".formatted(what, account.id(), why));
  }
}
