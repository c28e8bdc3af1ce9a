package io.github.tierwise.stability;

import io.github.tierwise.internal.Checks;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.score.Score;
import io.github.tierwise.score.Scorer;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The smallest change that flips a ranking: that puts one account before another, brings it into
 * the top of a list, or takes it out.
 *
 * <pre>{@code
 * Flip flip = Flip.between(scorer, ana, ben);   // to put ben before ana
 * flip.changes().get(0);                        // weight of cost from 3 to 4.27 (+42%)
 * flip.changes().get(2);                        // price of ben from 450 to 312.40 EUR (-31%)
 * Flip.top(scorer, accounts, 17, 3);            // to bring acct-17 into the top 3
 * }</pre>
 *
 * <p>Each change is by itself, all else as it is, and is proven by scoring again: with it the
 * accounts rank as said, by the order of {@link io.github.tierwise.score.Ranking}, gates included.
 *
 * <ul>
 *   <li>{@link Kind#WEIGHT}: the one weight whose factor is nearest to 1. Scores are lines over a
 *       weight, so all crossings are found in closed form. A weight of 0 takes the criterion out of
 *       play; there is no upper limit.
 *   <li>{@link Kind#WEIGHTS}: all weights together, so that the largest relative change of one of
 *       them is least; all stay above 0. Of two accounts, with utilities {@code u} and {@code v} by
 *       criterion, that is {@code t = Σ w (v - u) / Σ w |v - u|}, and every weight goes up or down
 *       by the part {@code t}; against many it is the optimum of a linear program, or the best of
 *       several that differ in who stays before the account. Left out where these would be too
 *       many, and for an account in the top that is not first: which several others pass it is
 *       another problem.
 *   <li>{@link Kind#PRICE}: the quoted price, from 0; where there is no quote, what is usual for
 *       the size becomes one.
 *   <li>{@link Kind#ENGAGEMENT}: the engagements of a typical post: all interactions are multiplied
 *       by one factor, views are not.
 *   <li>{@link Kind#SHARE}: the one share of the audience that the brand wants, or of posts about a
 *       topic, that must change by the fewest percentage points. The other shares stay; those that
 *       exclude each other are at most 1 together.
 * </ul>
 *
 * <p>Inputs are found by bisection to the last bit: the double before, towards what is, does not
 * flip. That no smaller change does follows where a score answers to the input in one direction, as
 * it does by all criteria but those of your own that say otherwise; what is proven by scoring holds
 * for these too. For weights, no smaller change flips unless the scores after it differ by less
 * than 1e-9 of a point, where their rounding decides. An input that is unknown is not changed.
 *
 * <p>Of two accounts the one that is behind may get better or the other worse. Else only the
 * account in question changes, to get better if it is outside, worse if it is in the top; being no
 * longer eligible takes it out as well.
 *
 * <p>Instances are immutable, thread-safe and values.
 *
 * @since 0.1.0
 */
public final class Flip implements Serializable {

  private static final long serialVersionUID = 1L;

  /**
   * What changes.
   *
   * @since 0.1.0
   */
  public enum Kind {
    /** One weight. */
    WEIGHT,
    /** All weights together. */
    WEIGHTS,
    /** The price of a post, in the brand's currency. */
    PRICE,
    /** The engagements of a typical post. */
    ENGAGEMENT,
    /** One share of the audience, a fraction. */
    SHARE
  }

  /**
   * A number that becomes another.
   *
   * <p>This record is immutable, thread-safe and a value.
   *
   * @param what the name of the criterion that is weighed, {@code price}, {@code engagements}, or a
   *     share such as {@code country de}
   * @param from what it is
   * @param to what it must become at least, to the last bit
   * @since 0.1.0
   */
  public record Step(String what, double from, double to) implements Serializable {

    /**
     * Checks that it is said what changes.
     *
     * @param what the name of what changes
     * @param from what it is
     * @param to what it must become at least
     */
    public Step {
      Objects.requireNonNull(what, "what");
    }

    /**
     * The change as a part of what it was.
     *
     * @return -0.25 for a quarter less; infinite if it was 0
     */
    public double relative() {
      return to / from - 1;
    }
  }

  /**
   * One change, or that there is none of its kind.
   *
   * <p>This record is immutable, thread-safe and a value.
   *
   * @param kind what changes
   * @param account whose input it is; empty for weights
   * @param steps the numbers that change; empty if no change of the kind flips
   * @param text the change, or why there is none, in words without a full stop; its figures are
   *     rounded, but so that they flip too
   * @since 0.1.0
   */
  public record Change(Kind kind, String account, List<Step> steps, String text)
      implements Serializable {

    /**
     * Copies the list.
     *
     * @param kind what changes
     * @param account whose input it is
     * @param steps the numbers that change
     * @param text the change in words
     */
    public Change {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(account, "account");
      steps = Checks.listOf(Step.class, steps);
      Objects.requireNonNull(text, "text");
    }

    /**
     * Whether there is such a change.
     *
     * @return false if none of its kind flips
     */
    public boolean exists() {
      return !steps.isEmpty();
    }

    /**
     * The largest relative change of a number.
     *
     * @return at least 0, infinite if a number was 0; NaN if there is no such change
     */
    public double relative() {
      return steps.stream().mapToDouble(step -> Math.abs(step.relative())).max().orElse(Double.NaN);
    }

    /** The text. */
    @Override
    public String toString() {
      return text;
    }
  }

  private final String goal;
  private final transient List<Change> changes;

  private Flip(String goal, List<Change> changes) {
    this.goal = Objects.requireNonNull(goal, "goal");
    this.changes = Checks.listOf(Change.class, changes);
  }

  /**
   * What puts the one of two accounts that is behind before the other.
   *
   * @param scorer whose ranking it is
   * @param first an account
   * @param second another, behind the first if their scores are equal
   * @return the changes: of one weight, of all, and of price, engagements and a share of the one
   *     that is behind, then of the other; if neither may be ranked, of what puts the second before
   *     the first
   * @throws IllegalArgumentException if shares of an audience are above 1.02 together
   * @throws IllegalStateException if a criterion or an engagement model answers what it may not
   */
  public static Flip between(Scorer scorer, Influencer first, Influencer second) {
    Objects.requireNonNull(scorer, "scorer");
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(second, "second");
    List<Influencer> both = List.of(first, second);
    Contest ofSecond = new Contest(scorer, both, 1, 1);
    int behind = ofSecond.isIn() ? 0 : 1;
    Contest contest = behind == 1 ? ofSecond : new Contest(scorer, both, 0, 1);
    Influencer other = both.get(1 - behind);
    List<Change> changes = new ArrayList<>(ofWeights(contest));
    changes.addAll(InputFlips.of(contest, behind).all());
    changes.addAll(InputFlips.ofTheOther(contest, other, 1 - behind).all());
    return new Flip("to put %s before %s".formatted(contest.account().id(), other.id()), changes);
  }

  /**
   * What brings an account into the top of a list, or takes it out.
   *
   * @param scorer whose ranking it is
   * @param accounts the list; those that are not eligible take no place
   * @param row the position of the account in the list, from 0
   * @param k how many are the top, at least 1
   * @return the changes: of one weight, of all unless that is left out, and of price, engagements
   *     and a share of the account
   * @throws IndexOutOfBoundsException if there is no such row
   * @throws IllegalArgumentException if {@code k} is below 1, or shares of an audience are above
   *     1.02 together
   * @throws IllegalStateException if a criterion or an engagement model answers what it may not
   */
  public static Flip top(Scorer scorer, List<Influencer> accounts, int row, int k) {
    Objects.requireNonNull(scorer, "scorer");
    Objects.checkIndex(row, accounts.size());
    Contest contest = new Contest(scorer, accounts, row, Checks.atLeast(1, k, "k"));
    List<Change> changes = new ArrayList<>(ofWeights(contest));
    changes.addAll(InputFlips.of(contest, row).all());
    return new Flip(
        (contest.isIn() ? "to take %s out of the top %d" : "to bring %s into the top %d")
            .formatted(contest.account().id(), k),
        changes);
  }

  private static List<Change> ofWeights(Contest contest) {
    WeightFlips flips = new WeightFlips(contest);
    List<Change> changes = new ArrayList<>();
    changes.add(weights(contest, Kind.WEIGHT, flips.one()));
    flips.together().ifPresent(found -> changes.add(weights(contest, Kind.WEIGHTS, found)));
    return changes;
  }

  private static Change weights(Contest contest, Kind kind, WeightFlips.Found found) {
    boolean one = kind == Kind.WEIGHT;
    if (found.weights().length == 0) {
      return new Change(
          kind,
          "",
          List.of(),
          (one ? "one weight: none" : "all weights together: none")
              + (contest.score().eligible() ? " would do" : ", " + since(contest.score())));
    }
    List<String> names = contest.scorer().criteria().stream().map(each -> each.name()).toList();
    double[] now = contest.weights();
    Rounding read = found.read();
    String text =
        read.changed()
            .mapToObj(i -> "%s from %s to %s".formatted(names.get(i), read.from(i), read.to(i)))
            .collect(Collectors.joining(", "));
    return new Change(
        kind,
        "",
        IntStream.range(0, now.length)
            .filter(i -> now[i] != found.weights()[i])
            .mapToObj(i -> new Step(names.get(i), now[i], found.weights()[i]))
            .toList(),
        one
            ? "weight of %s (%s)"
                .formatted(text, read.relative(read.changed().findFirst().orElse(0)))
            : "all weights together, each by at most %s: %s".formatted(read.most(), text));
  }

  /** The gates that an account fails, in words. */
  static String why(List<Score.Flag> failures) {
    return failures.stream().map(Score.Flag::text).collect(Collectors.joining("; "));
  }

  static String since(String id, List<Score.Flag> failures) {
    return "since %s is not eligible: %s".formatted(id, why(failures));
  }

  static String since(Score score) {
    return since(score.id(), score.failures());
  }

  /**
   * What the changes are for.
   *
   * @return such as {@code to put ben before ana}
   */
  public String goal() {
    return goal;
  }

  /**
   * The changes, those that do not exist among them.
   *
   * @return an unmodifiable list, in a fixed order
   */
  public List<Change> changes() {
    return changes;
  }

  /** Equal if goal and changes are equal. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Flip that && goal.equals(that.goal) && changes.equals(that.changes);
  }

  @Override
  public int hashCode() {
    // Not the changes: the hash of their kinds differs from one virtual machine to the next.
    return Objects.hash(goal, changes.size());
  }

  private Object writeReplace() {
    return new Form(goal, new ArrayList<>(changes));
  }

  private void readObject(ObjectInputStream stream) throws InvalidObjectException {
    throw new InvalidObjectException("flip must be read through its form");
  }

  /** The serial form: read back through the constructor, so that it is checked. */
  private record Form(String goal, List<Change> changes) implements Serializable {

    private Object readResolve() throws InvalidObjectException {
      return Checks.read("flip", () -> new Flip(goal, changes));
    }
  }

  /** What the changes are for and, a line each, the changes. */
  @Override
  public String toString() {
    return changes.stream()
        .map(each -> "  " + each + '\n')
        .collect(Collectors.joining("", goal + ":\n", ""));
  }
}
