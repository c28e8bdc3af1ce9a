package io.github.tierwise.score;

import io.github.tierwise.explain.Estimate;
import io.github.tierwise.explain.Explanation;
import io.github.tierwise.internal.Text;
import io.github.tierwise.profile.Direction;
import io.github.tierwise.profile.Platform;
import io.github.tierwise.profile.Profile;
import io.github.tierwise.profile.ProfileColumns;
import java.util.List;

/**
 * One thing that a brand cares about, as a utility in [0, 1].
 *
 * <p>Besides a name, the one method to implement is {@link #utility(Profile)}. Arithmetic on an
 * unknown (NaN) gives NaN, and NaN means unknown, so most criteria handle the unknown without
 * knowing it. Ten thousand saves a post, or more, are as good as can be:
 *
 * <pre>{@code
 * public final class SavesCriterion implements Criterion {
 *   public String name() {
 *     return "saves";
 *   }
 *
 *   public double utility(Profile profile) {
 *     return Math.min(1, StrictMath.log10(1 + profile.saves()) / 4);
 *   }
 *
 *   public Direction direction() {
 *     return Direction.INDEPENDENT; // followers do not enter
 *   }
 * }
 * }</pre>
 *
 * <p>It takes part in a score by {@link Scorer.Builder#criterion}. Without a {@link #direction()}
 * the scorer no longer promises that bought followers never pay. {@code StrictMath} gives the same
 * bits on every machine, {@code Math.log} and its kin need not.
 *
 * <p>Implementations must be immutable and thread-safe, must not keep the profile (in bulk it is a
 * view that moves on to the next row) and must not depend on other profiles. {@code
 * Contracts.check} in the module {@code tierwise-contracts} verifies it.
 *
 * @since 0.1.0
 */
public interface Criterion {

  /**
   * What the criterion is about.
   *
   * @return a short lower-case name, such as {@code audience fit}
   */
  String name();

  /**
   * How good the account is by this criterion.
   *
   * @param profile the account
   * @return a utility in [0, 1], or NaN if an input is unknown
   */
  double utility(Profile profile);

  /**
   * The utility of an account whose input is unknown. Keep it low where hiding the input would
   * otherwise pay.
   *
   * @return a utility in [0, 1]; 0.5 unless overridden
   */
  default double neutral() {
    return 0.5;
  }

  /**
   * How the utility answers to more followers with nothing else changed.
   *
   * @return {@link Direction#NOT_STATED} unless overridden
   */
  default Direction direction() {
    return Direction.NOT_STATED;
  }

  /**
   * What must be known of an account for its utility to be known: so that whoever has a table can
   * say which columns it lacks.
   *
   * @param platform where the account lives
   * @return names of measures ({@link io.github.tierwise.profile.Measure#label()}) and of
   *     dimensions of the audience, in the order to ask for them; empty unless overridden, and if
   *     it cannot be told
   */
  default List<String> needs(Platform platform) {
    return List.of();
  }

  /**
   * The utility with its range. {@link Scorer#score(Profile)} takes the value from here, everything
   * else from {@link #utility(Profile)}: they must be the same.
   *
   * @param profile the account
   * @return an estimate whose value is {@link #utility(Profile)}, bit for bit, and whose ends are
   *     in [0, 1]; unknown if the utility is. Without a range of its own unless overridden
   */
  default Estimate estimate(Profile profile) {
    return Estimate.exact(utility(profile));
  }

  /**
   * The utilities of a range of rows, as {@link #utility(Profile)} gives them, bit for bit.
   *
   * @param columns the accounts
   * @param from the first row
   * @param to the row after the last
   * @param out receives a utility or NaN for each row
   * @param at the position in {@code out} of the first row's utility
   * @throws IndexOutOfBoundsException if the range is not within the rows or does not fit {@code
   *     out}
   */
  default void utilities(ProfileColumns columns, int from, int to, double[] out, int at) {
    columns.map(from, to, this::utility, out, at);
  }

  /**
   * Where the utility comes from.
   *
   * @param profile the account
   * @return an explanation whose value is {@link #utility(Profile)}, bit for bit, and whose note is
   *     a sentence for people
   */
  default Explanation explain(Profile profile) {
    double value = utility(profile);
    return Explanation.function(name(), value, Text.fixed(value, 2), List.of());
  }

  /**
   * The value function with its constants and their sources.
   *
   * @return a sentence for people, part of {@link Scorer#describe()}, and below it a line for each
   *     constant, indented by two spaces: {@code name: value [source]}; the name unless overridden,
   *     and then {@link Scorer#fingerprint()} says that it cannot tell this criterion from another
   */
  default String describe() {
    return name();
  }
}
